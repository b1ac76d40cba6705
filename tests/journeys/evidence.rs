//! An officer links evidence to priorities, follows a figure back to the answers and forward again, and ranks them.

use crate::support::http::{Form, Page, Visitor};
use crate::support::{browser, html};
use crate::town::{PLAN, Town, fresh, town};

/// The plan by its key.
const KEY: &str = "worcestershire-cypp-2014";

fn evidence(outcome: &str) -> String {
    format!("{PLAN}/outcomes/{outcome}/evidence")
}

/// The form of a page that goes to this address.
fn form_to(page: &Page, action: &str) -> Form {
    page.forms().into_iter().find(|form| form.action == action && form.method == "post").expect("the form is there")
}

fn link(officer: &Visitor, outcome: &str, fields: [(&str, &str); 3]) -> Page {
    let page = officer.get(&evidence(outcome));
    assert_eq!(page.status, 200, "{}", page.body);
    let [basis, stance, note] = fields;
    officer.submit_form(&form_to(&page, &evidence(outcome)), &[basis, stance, note])
}

fn theme(key: &str) -> String {
    format!("theme/worcestershire-cypp/{key}")
}

/// The address of the theme's page, from the card that links to it.
fn theme_page(page: &Page) -> String {
    let link = page.body.split("href=\"").find(|rest| rest.starts_with("/officer/c/worcestershire-cypp/themes/"));
    link.and_then(|rest| rest.split('"').next()).expect("a figure leads to its theme").to_owned()
}

#[test]
fn an_officer_links_evidence_to_three_priorities_and_follows_a_figure_back_and_forward() {
    let town = fresh();
    let officer = town.officer();
    let store = town.store();
    // The town has something for every outcome, without which its plan could not be published.
    for outcome in ["helped-early", "secure-and-stable-families", "life-skills", "know-where-to-go"] {
        for known in store.list_evidence(KEY).unwrap().iter().filter(|known| known.evidence.outcome == outcome) {
            assert!(store.erase_evidence(KEY, known.id).unwrap());
        }
        store.erase_none_found(KEY, outcome).unwrap();
    }
    let before = officer.get(PLAN);
    assert_eq!(before.text().matches("No evidence").count(), 4, "{}", before.text());
    let wanted = [
        ("helped-early", theme("family-parenting"), "Parents ask for somebody to turn to"),
        ("life-skills", "option/ready-for-work/had-experience/no".to_owned(), "Most <b>had none</b>"),
        ("know-where-to-go", theme("information-access"), "They do not know whom to ask"),
    ];
    for (outcome, basis, note) in &wanted {
        let linked = link(&officer, outcome, [("basis", basis), ("stance", "supporting"), ("note", note)]);
        assert_eq!(linked.redirects_to(), Some(evidence(outcome)), "{}", linked.body);
        let page = officer.get(&evidence(outcome));
        assert!(page.text().contains(note) && page.text().contains("Only one side is linked"), "{}", page.text());
    }
    // Back from the priority to the answers.
    let outcome = officer.get(&format!("{PLAN}/outcomes/helped-early"));
    let supporting = outcome.text();
    let (_, supporting) = supporting.split_once("What speaks for it").expect("the side is there");
    assert!(supporting.contains("Parents ask for somebody to turn to") && supporting.contains("of "), "{supporting}");
    let theme = officer.get(&theme_page(&outcome));
    assert!(theme.status == 200 && theme.body.contains("<blockquote"), "{}", theme.body);
    // Forward from the theme to what is done about it.
    let (_, uses) = theme.body.split_once("What is done about it").expect("the theme says what uses it");
    assert!(uses.contains(&format!("{PLAN}/outcomes/helped-early")) && uses.contains("speaking for it"), "{uses}");
    let question = officer.get("/officer/c/ready-for-work/answers/had-experience");
    let (_, uses) = question.body.split_once("What is done about it").expect("the question says what uses it");
    assert!(
        uses.contains(&format!("{PLAN}/outcomes/life-skills")) && uses.contains("Most &lt;b&gt;had none"),
        "{uses}"
    );
    the_other_side(&officer);
    assert_eq!(officer.get(PLAN).text().matches("No evidence").count(), 1);
    looked_at(&town);
}

/// Contrary evidence, where somebody looked, and taking out.
fn the_other_side(officer: &Visitor) {
    let (outcome, looked) = ("helped-early", "We read every answer about families in November.");
    let page = officer.get(&evidence(outcome));
    let form = form_to(&page, &format!("{}/none-found", evidence(outcome)));
    let empty = officer.submit_form(&form, &[("looked", " ")]);
    assert!(empty.status == 422 && empty.text().contains("Say who looked where"), "{}", empty.text());
    assert_eq!(officer.submit_form(&form, &[("looked", looked)]).status, 303);
    let page = officer.get(&format!("{PLAN}/outcomes/{outcome}"));
    assert!(page.text().contains("found nothing") && page.text().contains(looked), "{}", page.text());
    let basis = theme("schools-teaching");
    let fields = [("basis", basis.as_str()), ("stance", "contrary"), ("note", "More people spoke of school")];
    assert_eq!(link(officer, outcome, fields).status, 303);
    let again = link(officer, outcome, fields);
    assert!(again.status == 422 && again.text().contains("stands on that side already"), "{}", again.text());
    let page = officer.get(&format!("{PLAN}/outcomes/{outcome}"));
    let text = page.text();
    let (before, against) = text.split_once("What speaks against it").expect("the side is there");
    assert!(against.contains("More people spoke of school") && !before.contains("More people spoke of school"));
    assert!(text.contains("Both sides are linked"), "{text}");
    let page = officer.get(&evidence(outcome));
    let takes_out = format!("{}/remove", evidence(outcome));
    let forms: Vec<Form> = page.forms().into_iter().filter(|form| form.action == takes_out).collect();
    assert_eq!(forms.len(), 2);
    assert_eq!(officer.submit_form(&forms[1], &[]).status, 303);
    assert!(!officer.get(&evidence(outcome)).text().contains("More people spoke of school"));
}

#[test]
fn a_ballot_as_evidence_is_read_with_its_name_year_and_papers_and_refused_before_its_result() {
    let officer = town().officer();
    let address = evidence("protected-from-abuse-and-neglect");
    let place = officer.get(&address);
    let ballot = place.body.split("<option value=\"").find(|rest| rest.starts_with("ballot/make-your-mark\""));
    let ballot = ballot.and_then(|rest| rest.split('"').next()).expect("the open ballot is a place to look in");
    let page = officer.get(&format!("{address}?from={ballot}"));
    let text = page.text();
    assert!(text.contains(" papers counted") && page.body.contains("(no result yet)"), "{}", page.body);
    let exact = text.split_whitespace().find(|word| {
        word.split_once('.').is_some_and(|(_, rest)| rest.len() > 3 && rest.bytes().all(|one| one.is_ascii_digit()))
    });
    assert_eq!(exact, None, "votes are rounded as the result's page rounds them");
    let open = page.body.split("value=\"").find(|rest| rest.starts_with("ballot/make-your-mark/"));
    let open = open.and_then(|rest| rest.split('"').next()).expect("the open ballot is listed").to_owned();
    let form = form_to(&page, &address);
    let refused = officer.submit_form(&form, &[("basis", &open), ("stance", "supporting"), ("note", "Too early")]);
    assert!(refused.status == 422 && refused.text().contains("no published result yet"), "{}", refused.text());
    assert!(!officer.get(&address).text().contains("Too early"));
}

#[test]
fn a_bad_form_comes_back_with_every_word_and_a_forged_one_links_nothing() {
    let officer = town().officer();
    let page = officer.get(&format!("{}?basis={}", evidence("life-skills"), theme("jobs-skills")));
    assert!(page.body.contains("value=\"theme/worcestershire-cypp/jobs-skills\" checked"), "{}", page.body);
    let linked = |page: &Page| page.body.matches("name=\"link\"").count();
    assert_eq!(linked(&page), linked(&officer.get(&evidence("life-skills"))), "a suggestion is not applied by itself");
    let form = form_to(&page, &evidence("life-skills"));
    let long = "ä".repeat(1001);
    for (fields, told) in [
        (vec![("note", "Kept <words>")], "Choose which side it is on"),
        (vec![("stance", "contrary"), ("note", " ")], "Say what it shows"),
        (vec![("stance", "contrary"), ("note", long.as_str())], "at most 1000 characters"),
        (vec![("basis", "theme/bullying/nothing"), ("stance", "contrary"), ("note", "x")], "Choose the evidence"),
    ] {
        let refused = officer.submit_form(&form, &fields);
        assert!(refused.status == 422 && refused.text().contains(told), "{told}: {}", refused.text());
        let typed = fields
            .iter()
            .find(|(name, _)| *name == "note")
            .map(|(_, words)| words.replace('<', "&lt;").replace('>', "&gt;"));
        assert!(refused.body.contains(typed.expect("a note").trim()), "{told}");
        html::assert_sound(&[("refused", refused.body.as_str())]);
    }
    let basis = theme("jobs-skills");
    let fields = [("basis", basis.as_str()), ("stance", "contrary"), ("note", "Forged"), ("csrf", "guess")];
    assert_eq!(officer.post_form(&evidence("life-skills"), &fields).status, 403);
    assert!(!officer.get(&evidence("life-skills")).body.contains("Forged"));
    let stranger = Visitor::new(&town().server.address);
    for path in [
        evidence("life-skills"),
        format!("{PLAN}/ranking"),
        format!("{PLAN}/ranking.csv"),
        format!("{PLAN}/ranking.xlsx"),
    ] {
        assert!(stranger.get(&path).redirects_to().is_some_and(|to| to.starts_with("/sign-in")), "{path}");
    }
    for path in [evidence("nothing"), "/officer/plans/nothing/ranking".to_owned()] {
        assert_eq!(officer.get(&path).status, 404, "{path}");
    }
}

#[test]
fn an_outcome_is_seen_from_one_district_with_everyones_figure_beside() {
    let officer = town().officer();
    let address = format!("{PLAN}/outcomes/healthy-lifestyle");
    let page = officer.get(&format!("{address}?district=wychavon"));
    let text = page.text();
    assert!(text.contains("What speaks for it in Wychavon") && text.contains("Wychavon: "), "{text}");
    assert!(text.contains("Everyone: ") && text.contains("Illustrative: people of every age"), "{text}");
    assert!(text.contains("416 per 100,000") || text.contains("416 per"), "{text}");
    assert_eq!(officer.get(&format!("{address}?district=narnia")).status, 400);
}

/// The rows of the file, by column.
fn table(officer: &Visitor, query: &str) -> Vec<std::collections::BTreeMap<String, String>> {
    let file = officer.get(&format!("{PLAN}/ranking.csv?{query}"));
    let workbook = officer.client().get(officer.whole(&format!("{PLAN}/ranking.xlsx?{query}"))).send();
    let workbook = workbook.expect("an answer").bytes().expect("a workbook");
    assert!(workbook.starts_with(b"PK"), "the same as a workbook that reckons");
    assert!(file.status == 200 && file.header("content-disposition").is_some_and(|it| it.contains("ranking")));
    let mut reader = csv::Reader::from_reader(file.body.trim_start_matches('\u{feff}').as_bytes());
    let headers: Vec<String> = reader.headers().expect("names").iter().map(str::to_owned).collect();
    let rows = reader.records().map(|row| row.expect("a row"));
    rows.map(|row| headers.iter().cloned().zip(row.iter().map(str::to_owned)).collect()).collect()
}

fn number(row: &std::collections::BTreeMap<String, String>, column: &str) -> Option<f64> {
    row[column].parse().ok()
}

#[test]
fn the_ranking_is_what_anybody_works_out_by_hand_and_changes_with_its_weights() {
    let officer = town().officer();
    let parts = ["share", "difference", "perspective", "indicator"];
    let orders = [[3.0, 0.0, 0.0, 0.0], [1.0, 2.5, 1.0, 0.0], [0.0, 0.0, 1.0, 0.0]].map(|weights: [f64; 4]| {
        let query: Vec<String> = parts.iter().zip(weights).map(|(part, weight)| format!("{part}={weight}")).collect();
        let query = format!("{}&district=redditch", query.join("&"));
        let rows = table(&officer, &query);
        assert_eq!(rows.len(), 7);
        let largest = parts
            .map(|part| rows.iter().filter_map(|row| number(row, &format!("{part}_measured"))).fold(0.0, f64::max));
        let mut last = f64::INFINITY;
        for row in &rows {
            let (mut sum, mut known) = (0.0, 0.0);
            for (at, part) in parts.iter().enumerate() {
                assert_eq!(number(row, &format!("{part}_weight")), Some(weights[at]));
                let Some(measured) = number(row, &format!("{part}_measured")) else { continue };
                let whole = if *part == "indicator" { 1.0 } else { largest[at] };
                sum += weights[at] * if whole > 0.0 { (measured / whole).clamp(0.0, 1.0) } else { 0.0 };
                known += weights[at];
            }
            let score = number(row, "score");
            assert_eq!(score.is_some(), row["place"] != "none", "{row:?}");
            let Some(score) = score else { continue };
            assert!((score - sum / known).abs() < 1e-9 && score <= last, "{row:?}: {}", sum / known);
            last = score;
        }
        let page = officer.get(&format!("{PLAN}/ranking?{query}"));
        let text = page.text();
        assert!(page.status == 200 && text.contains("A suggested order for Redditch"), "{text}");
        let first = number(&rows[0], "score").expect("the first has a score");
        let shown = format!("{first:.3}");
        assert!(text.contains(shown.trim_end_matches(".000")), "{shown}: {text}");
        assert!(
            page.body.contains(&format!("ranking.csv?{}", query.replace('&', "&amp;"))),
            "the file has the weights"
        );
        rows.iter().map(|row| row["number"].clone()).collect::<Vec<String>>()
    });
    assert!(orders[0] != orders[1], "other weights give another order: {orders:?}");
    let measured = table(&officer, "district=redditch").into_iter().find(|row| row["number"] == "1").expect("a row");
    let outcome = officer.get(&format!("{PLAN}/outcomes/healthy-lifestyle?district=redditch")).text();
    // The theme that most people there named, of those that the plan names or that are linked as speaking for it.
    let share = format!("{:.0}%", number(&measured, "share_measured").expect("a share") * 100.0);
    let raised = outcome.split("Where people raised it").nth(1).expect("the table by district");
    let of_theme = raised.split(measured["theme"].as_str()).nth(1).expect("the theme's row");
    assert!(of_theme.chars().take(200).collect::<String>().contains(&share), "{share}: {of_theme}");
}

#[test]
fn weights_that_make_no_ranking_are_asked_for_again() {
    let officer = town().officer();
    for query in ["share=x", "share=-1", "share=0&difference=0&perspective=0&indicator=0", "indicator=1e99"] {
        let page = officer.get(&format!("{PLAN}/ranking?{query}"));
        assert!(page.status == 422 && page.text().contains("One thing to change"), "{query}: {}", page.text());
        html::assert_sound(&[("refused", page.body.as_str())]);
        assert_eq!(officer.get(&format!("{PLAN}/ranking.csv?{query}")).status, 400);
    }
    assert_eq!(officer.get(&format!("{PLAN}/ranking?district=narnia")).status, 400);
}

#[test]
fn evidence_is_found_by_place_and_word_in_a_short_list_without_a_script() {
    let officer = town().officer();
    let address = evidence("life-skills");
    let choices = |page: &Page| page.body.matches("name=\"basis\"").count();
    let first = officer.get(&address);
    assert!((1..=12).contains(&choices(&first)), "what is likely stands there at once: {}", choices(&first));
    assert!(first.text().contains("Suggested: ") && !first.body.contains("name=\"basis\" value=\"option/"));
    let search = first
        .forms()
        .into_iter()
        .find(|form| form.method == "get" && form.fields.iter().any(|(name, _)| name == "from"));
    assert!(search.is_some_and(|form| form.action.starts_with(&address)), "the search is a form");
    let themes = officer.get(&format!("{address}?from=themes/worcestershire-cypp&words="));
    assert!(choices(&themes) == 12 && themes.text().contains("more: add a word above"), "{}", themes.text());
    let all = officer.get(&format!("{address}?from=themes/worcestershire-cypp&words=&all=yes"));
    assert!(choices(&all) > 12 && !all.text().contains("more: add a word above"), "{}", choices(&all));
    let word = officer.get(&format!("{address}?from=&words=TRANSPORT"));
    assert!(
        word.body.contains("value=\"theme/worcestershire-cypp/transport\"") && choices(&word) <= 12,
        "{}",
        word.text()
    );
    let none = officer.get(&format!("{address}?from=&words=%3Cb%3Ezyx"));
    assert!(none.text().contains("Nothing there has these words") && none.body.contains("value=\"&lt;b&gt;zyx\""));
    let form = form_to(&word, &address);
    let refused = officer.submit_form(&form, &[("stance", "supporting"), ("note", "Kept")]);
    assert!(refused.status == 422 && refused.text().contains("Choose the evidence"), "{}", refused.text());
    assert!(
        refused.body.contains("value=\"theme/worcestershire-cypp/transport\"")
            && refused.body.contains("value=\"TRANSPORT\"")
    );
    html::assert_sound(&[
        ("first", &first.body),
        ("found", &word.body),
        ("none", &none.body),
        ("refused", &refused.body),
    ]);
}

/// Every page of evidence, sound, without a barrier and within the width of a small phone.
fn looked_at(town: &Town) {
    let officer = town.officer();
    let paths = [
        PLAN.to_owned(),
        format!("{PLAN}/outcomes/protected-from-abuse-and-neglect"),
        format!("{PLAN}/outcomes/healthy-lifestyle?district=wychavon"),
        evidence("protected-from-abuse-and-neglect"),
        evidence("secure-and-stable-families"),
        format!("{}?from=themes/worcestershire-cypp&words=", evidence("life-skills")),
        format!("{}?from=&words=zyx", evidence("life-skills")),
        format!("{PLAN}/ranking?district=malvern-hills"),
        "/officer/c/bullying/answers/ever".to_owned(),
    ];
    let pages: Vec<Page> = paths.iter().map(|path| officer.get(path)).collect();
    html::assert_sound(&pages.iter().map(|page| (page.path.as_str(), page.body.as_str())).collect::<Vec<_>>());
    let browser = browser::open();
    browser.goto(&town.server.at("/sign-in"));
    browser.fill("#name", "officer");
    browser.fill("#password", &town.password);
    browser.follow("main .btn");
    for width in [320, 1280] {
        browser.viewport(width, 900);
        for (at, path) in paths.iter().enumerate() {
            browser.goto(&town.server.at(path));
            assert!(!browser.scrolls_sideways(), "{path} at {width}");
            browser.assert_no_barriers();
            if let Ok(folder) = std::env::var("HEARD_SCREENSHOTS") {
                browser.screenshot(&std::path::Path::new(&folder).join(format!("evidence-{at}-{width}.png")));
            }
        }
    }
}
