//! An officer breaks answers down: by district and more, as page and as files; sees who has not been heard from, what
//! children say that adults do not, and what differs between two consultations.

use std::collections::BTreeMap;

use heard::store::Submission;
use heard::survey::{Answer, District, DraftToken, Language, Origin, Receipt, Response};

use crate::support::http::{Page, Visitor};
use crate::support::postgres::fresh_database;
use crate::support::server::{Server, heard};
use crate::support::waiting::wait_for;
use crate::support::{browser, html};
use crate::town::{CONSULTATION, fresh, town};

/// Where the tables are.
pub fn breakdowns(query: &str) -> String {
    format!("{CONSULTATION}/breakdowns{query}")
}

/// The consultation of two years ago that asked the same.
const EARLIER: &str = "worcestershire-cypp-earlier";

const BY_BOTH: &str = "?rows=themes&by=district&by=perspective";

fn pages() -> Vec<String> {
    let mut pages: Vec<String> = [
        "",
        BY_BOTH,
        "?rows=themes&by=district&by=perspective&by=q-age-band",
        "?rows=all-themes&question=each",
        "?rows=themes&by=district&only=perspective:young-person",
        "?rows=q-age-band&by=district",
    ]
    .iter()
    .map(|query| breakdowns(query))
    .collect();
    pages.extend(["/representativeness", "/gap", "/change"].map(|rest| format!("{CONSULTATION}{rest}")));
    pages.push(format!("{CONSULTATION}/change?with=view-point"));
    pages.push(format!("{CONSULTATION}/change?with={EARLIER}"));
    pages
}

pub fn main_part(page: &Page) -> &str {
    page.body.split("<main").nth(1).unwrap_or_default()
}

pub fn title(page: &Page) -> String {
    page.body.split("<h1>").nth(1).and_then(|rest| rest.split("</h1>").next()).unwrap_or_default().to_owned()
}

/// Every line of a table as its JSON says it, by row and place: people, base, and whether it is hidden.
pub fn lines(officer: &Visitor, query: &str) -> BTreeMap<String, (Option<u64>, Option<u64>, bool)> {
    let page = officer.get(&format!("{CONSULTATION}/breakdowns.json{query}"));
    assert_eq!(page.status, 200, "{}", page.body);
    let whole: serde_json::Value = serde_json::from_str(&page.body).expect("JSON");
    let line = |line: &serde_json::Value| {
        let key = format!("{} {}", line["row"]["key"], line["at"]);
        (key, (line["people"].as_u64(), line["of"].as_u64(), line["hidden"] == true))
    };
    whole["lines"].as_array().expect("lines").iter().map(line).collect()
}

#[test]
fn a_new_officer_finds_ready_questions_and_a_title_that_says_something() {
    let officer = town().officer();
    let page = officer.get(&breakdowns(""));
    assert_eq!(page.status, 200, "{}", page.body);
    for ready in ["Themes by district", "By perspective", "By age", "District × perspective"] {
        assert!(page.body.contains(ready), "{ready}");
    }
    assert!(title(&page).contains('%'), "{}", title(&page));
    for part in ["Everyone", "One by one: District", "Side by side", "Every figure", "How to read this"] {
        assert!(page.body.contains(&format!(">{part}</h2>")), "{part}");
    }
    assert!(page.body.contains("effect +") && page.body.contains("chose to answer"));
}

#[test]
fn what_cannot_be_asked_is_said_and_nothing_that_was_asked_is_lost() {
    let officer = town().officer();
    for (query, said) in [
        ("?rows=themes&by=district&by=perspective&by=date&only=q-age-band:12-15", "at most four ways"),
        ("?rows=themes&by=district&by=district", "asked for twice"),
        ("?rows=themes&by=shoe-size", "asked for twice, or is nothing"),
        ("?rows=themes&by=district&only=perspective:king", "Nobody here is of"),
        ("?rows=q-age-band&by=district&question=each", "cannot be told apart by question"),
        ("?rows=q-nothing", "no such rows"),
    ] {
        let page = officer.get(&breakdowns(query));
        assert_eq!(page.status, 422, "{query}");
        assert!(page.body.contains(said) && page.body.contains("<title>Error:"), "{query}: {}", page.body);
        let is_chosen = |value: &str| page.body.contains(&format!("value=\"{value}\" selected"));
        let by = query.split(['?', '&']).filter_map(|part| part.strip_prefix("by="));
        assert!(by.clone().all(is_chosen), "{query}");
        assert_eq!(officer.get(&format!("{CONSULTATION}/breakdowns.csv{query}")).status, 422, "{query}");
    }
}

#[test]
fn a_hidden_number_is_hidden_on_the_page_in_every_chart_and_in_every_file() {
    let officer = town().officer();
    let known = lines(&officer, BY_BOTH);
    let hidden = known.values().filter(|(.., hidden)| *hidden).count();
    assert!(hidden > 50 && hidden < known.len(), "{hidden} of {}", known.len());
    assert!(known.values().all(|(people, _, hidden)| people.is_none() == *hidden));
    // Every number anywhere is rounded, and none is small.
    let numbers = known.values().flat_map(|(people, base, _)| [*people, *base]).flatten();
    assert!(numbers.clone().count() > 50);
    numbers.for_each(|number| assert!(number >= 10 && number % 5 == 0, "{number}"));
    let csv = officer.get(&format!("{CONSULTATION}/breakdowns.csv{BY_BOTH}"));
    let mut reader = csv::Reader::from_reader(csv.body.trim_start_matches('\u{feff}').as_bytes());
    let records: Vec<csv::StringRecord> = reader.records().map(|record| record.expect("a record")).collect();
    assert_eq!(records.len(), known.len());
    assert_eq!(records.iter().filter(|record| &record[3] == "kept private").count(), hidden);
    // Every line that the page draws, in whichever part, is the one of the files.
    let page = officer.get(&breakdowns(BY_BOTH));
    let table = page.body.split("id=\"table\"").nth(1).expect("every figure");
    let cell = |line: &str, key: &str| {
        let rest = line.split(&format!("data-k=\"{key}\">")).nth(1)?;
        Some(rest.split("</td>").next().unwrap_or_default().replace("&amp;", "&"))
    };
    let mut drawn = 0;
    for part in table.split("<details").skip(1) {
        let district = part.split("<b>").nth(1).and_then(|rest| rest.split("</b>").next()).expect("a district");
        for line in part.split("<tr").filter(|line| line.contains("data-k=\"Share\"")) {
            let row =
                line.split("role=\"rowheader\">").nth(1).and_then(|rest| rest.split("</th>").next()).expect("a row");
            let perspective = cell(line, "Perspective").unwrap_or_else(|| "Everyone".to_owned());
            let at = [&row.replace("&amp;", "&"), district, &perspective];
            let record = records.iter().find(|record| at.iter().zip(*record).all(|(name, known)| *name == known));
            let record = record.unwrap_or_else(|| panic!("{at:?}"));
            let (is_hidden, people) = (&record[3] == "kept private", cell(line, "People").expect("people"));
            assert_eq!(is_hidden, cell(line, "Share").expect("a share").contains("Do not read it as zero"), "{line}");
            assert!(is_hidden || people.replace(',', "") == record[3], "{line}");
            drawn += 1;
        }
    }
    assert!(drawn > 80 && drawn < known.len(), "{drawn}");
    assert!(
        table.replace(',', "").contains(&format!("The whole table has {} figures", known.len()))
            && table.contains("hold every figure")
    );
    // In charts each hidden figure has a word, and a drawing belongs to a shown one only.
    let cells = main_part(&page).split("<td").map(|rest| rest.split("</td>").next().unwrap_or_default());
    for square in cells.filter(|cell| cell.contains("class=\"sw ")) {
        assert_eq!(square.contains("sw hx"), square.contains("hidden"), "{square}");
    }
}

#[test]
fn a_table_narrowed_down_says_what_the_whole_table_says() {
    let officer = town().officer();
    let whole = lines(&officer, BY_BOTH);
    let young = lines(&officer, "?rows=themes&by=district&only=perspective:young-person");
    assert!(young.len() > 50);
    for (key, line) in &young {
        let (row, at) = key.split_once(' ').expect("a row and a place");
        let district: serde_json::Value = serde_json::from_str(at).expect("a place");
        let there = serde_json::json!({"district": district["district"], "perspective": "young-person"});
        assert_eq!(whole.get(&format!("{row} {there}")), Some(line), "{key}");
    }
}

#[test]
fn the_columns_follow_what_comes_and_what_is_erased() {
    let town = fresh();
    let officer = town.officer();
    let base = |officer: &Visitor| {
        let all = lines(officer, "?rows=q-age-band&by=district");
        all.iter()
            .find(|(key, _)| key.contains("12-15") && key.contains("null"))
            .map(|(_, line)| *line)
            .expect("12 to 15")
    };
    let before = base(&officer);
    let store = town.store();
    let receipts: Vec<Receipt> = (0..20).map(|at| DraftToken::from_random([at; 16]).receipt()).collect();
    store.submit_many(receipts.iter().map(newcomer).collect()).expect("they are stored");
    let after = base(&officer);
    assert_eq!(after.0.expect("shown"), before.0.expect("shown") + 20, "without waiting for anything");
    for receipt in &receipts {
        assert!(store.erase(&receipt.hash()).expect("erasing works"));
    }
    assert_eq!(base(&officer), before, "nobody who was erased is counted");
    let search = format!("{CONSULTATION}/search?words=trampolinopolis");
    wait_for(30, || (!officer.get(&search).body.contains("class=\"hit\"")).then_some(()));
    assert_eq!(base(&officer), before, "and it stays so once the worker has followed");
}

/// A young person of 12 to 15 who has just sent an answer.
fn newcomer(receipt: &Receipt) -> Submission {
    let answers = vec![
        ("age-band".into(), Answer::Choice("12-15".into())),
        ("important".into(), Answer::Text("A bus to trampolinopolis".into())),
    ];
    Submission {
        consultation: "worcestershire-cypp".into(),
        digest: "d1".into(),
        response: Response {
            perspective: "young-person".into(),
            district: District::Area("redditch".into()),
            language: Language::english(),
            submitted_on: "2026-11-20".parse().expect("a day"),
            origin: Origin::Web,
            answers,
        },
        receipt_hash: Some(receipt.hash()),
        draft_hash: None,
        import_id: None,
        way_in: None,
    }
}

#[test]
fn both_databases_give_the_same_table() {
    let (sqlite, postgres) = (Served::start(&[]), Served::start(&["--database", &fresh_database()]));
    let coded = |served: &Served| {
        wait_for(60, || {
            let lines = lines(&served.officer, BY_BOTH);
            lines.values().any(|(people, ..)| people.is_some_and(|people| people >= 100)).then_some(())
        })
    };
    assert!(coded(&sqlite).is_some() && coded(&postgres).is_some(), "the workers code what was imported");
    let same = wait_for(60, || {
        let queries = [BY_BOTH, "?rows=all-themes&question=each", "?rows=q-age-band&by=district"];
        queries.iter().all(|query| lines(&sqlite.officer, query) == lines(&postgres.officer, query)).then_some(())
    });
    assert!(same.is_some());
}

/// A server with the invented answers of one consultation, and an officer of it.
struct Served {
    officer: Visitor,
    _server: Server,
    _folder: tempfile::TempDir,
}

impl Served {
    fn start(more: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let data = folder.path().to_str().expect("a plain path");
        let password = folder.path().join("password.txt");
        std::fs::write(&password, "kingfisher over the weir").expect("a file");
        let answers = concat!(env!("CARGO_MANIFEST_DIR"), "/surveys/worcestershire-cypp/illustrative.csv");
        let password = password.to_str().expect("a plain path");
        let commands: [&[&str]; 2] =
            [&["import", "worcestershire-cypp", answers], &["user", "add", "olive", "--password-file", password]];
        for command in commands {
            let said = heard(&[command, &["--data", data], more].concat());
            assert_eq!(said.status, Some(0), "{said:?}");
        }
        let server = Server::start(folder.path(), more);
        let officer = Visitor::new(&server.address);
        let signed_in =
            officer.submit(&officer.get("/sign-in"), &[("name", "olive"), ("password", "kingfisher over the weir")]);
        assert_eq!(signed_in.status, 303, "{}", signed_in.body);
        Self { officer, _server: server, _folder: folder }
    }
}

#[test]
fn who_has_been_heard_shows_the_base_without_weights_and_what_weights_cost() {
    let page = town().officer().get(&format!("{CONSULTATION}/representativeness"));
    assert_eq!(page.status, 200);
    for part in ["By district", "By age", "By perspective", "Where to go next", "Weighted: ", "Left out: "] {
        assert!(page.body.contains(part), "{part}");
    }
    // The three ages and six districts of the whole plan's survey fit, and what that costs is said.
    for said in
        ["The weights fit", "effective base", "What weighting changes", "Weights cut to the cap", "design effect"]
    {
        assert!(page.body.contains(said), "{said}");
    }
    assert!(!page.body.contains("Weighting is not used here.") && page.text().contains(" points"), "{}", page.text());
    assert!(page.text().contains("8 to 11, 12 to 15 and 16 to 19"), "{}", page.text());
}

#[test]
fn children_and_adults_and_two_consultations_are_compared_with_differences_and_intervals() {
    let officer = town().officer();
    let gap = officer.get(&format!("{CONSULTATION}/gap"));
    assert!(gap.body.contains("Children more") || gap.body.contains("Adults more"), "{}", gap.body);
    assert!(gap.body.contains("Newcombe") || gap.body.contains(" to "), "{}", gap.body);
    let choose = officer.get(&format!("{CONSULTATION}/change"));
    assert!(choose.body.contains("/change?with=view-point"), "{}", choose.body);
    let change = officer.get(&format!("{CONSULTATION}/change?with={EARLIER}"));
    assert!(change.body.contains("class=\"slope\"") && change.body.contains("Theme by theme"), "{}", change.body);
    let says = title(&change);
    assert!(says.contains(" is named ") || says.starts_with("No clear change"), "{says}");
    let to_one = officer.get(&format!("{CONSULTATION}/change?with={EARLIER}&question=challenges"));
    assert!(to_one.body.contains("value=\"challenges\" selected"), "{}", to_one.body);
    // The two put no question alike: what each said stands there, and nothing is called a change.
    let apart = officer.get(&format!("{CONSULTATION}/change?with=view-point"));
    assert!(title(&apart).starts_with("Asked differently: "), "{}", title(&apart));
    assert!(apart.body.contains("no change over time"), "{}", apart.body);
    for never in ["class=\"slope\"", "Theme by theme", "Went up", "points"] {
        assert!(!main_part(&apart).contains(never), "{never}");
    }
    let one = officer.get(&format!("{CONSULTATION}/change?with=view-point&perspective=young-person"));
    assert_eq!(one.status, 200);
    for refused in ["with=worcestershire-cypp", "with=view-point&perspective=king"] {
        assert_eq!(officer.get(&format!("{CONSULTATION}/change?{refused}")).status, 400, "{refused}");
    }
    assert_eq!(officer.get(&format!("{CONSULTATION}/change?with=nothing")).status, 404);
}

#[test]
fn every_page_of_breakdowns_is_sound_and_has_no_barrier_at_both_widths() {
    let town = town();
    let officer = town.officer();
    let bodies: Vec<(String, String)> =
        pages().into_iter().map(|path| (path.clone(), officer.get(&path).body)).collect();
    let named: Vec<(&str, &str)> = bodies.iter().map(|(path, body)| (path.as_str(), body.as_str())).collect();
    html::assert_sound(&named);
    let browser = browser::open();
    browser.javascript(false);
    browser.goto(&town.server.at("/sign-in"));
    browser.fill("#name", "officer");
    browser.fill("#password", &town.password);
    browser.follow("main .btn");
    for width in [1280, 320] {
        browser.viewport(width, 900);
        for (at, path) in pages().iter().enumerate() {
            browser.goto(&town.server.at(path));
            assert!(!browser.scrolls_sideways(), "{path} at {width}");
            browser.assert_no_barriers();
            if let Some(folder) = std::env::var_os("HEARD_SCREENSHOTS") {
                browser.screenshot(&std::path::Path::new(&folder).join(format!("breakdowns-{at}-{width}.png")));
            }
        }
    }
    // An officer's walk: from the menu to another table, without a script.
    browser.viewport(1280, 900);
    browser.goto(&town.server.at(CONSULTATION));
    browser.follow("header nav a[href$='/breakdowns']");
    browser.follow("main nav a[href*='by=perspective']");
    assert!(browser.address().contains("by=perspective"), "{}", browser.address());
    browser.click("main details summary");
    browser.follow("main details .btn");
    assert!(browser.address().contains("rows=themes&by=perspective"), "{}", browser.address());
    browser.javascript(true);
}
