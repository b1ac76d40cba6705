//! An officer looks at the words themselves: those that set a group apart, where they stand, and who sent the same.

use std::sync::OnceLock;

use crate::support::http::{Page, Visitor};
use crate::support::server::{Server, heard};
use crate::support::waiting::wait_for;
use crate::support::{browser, html, markup};
use crate::town::{CONSULTATION, HOSTILE_WORD, town};

const PASSWORD: &str = "letters-are-answers-too";
const LETTER: &str = "Please keep the Lantern youth club open because it is the only warm place we can go after school \
                      and the workers there listen to us";

/// A place where a text was passed round: 18 people sent it as it was, 12 with something changed, one of them with a
/// telephone number; six sent another; and forty wrote by themselves.
struct Letters {
    folder: tempfile::TempDir,
    server: Server,
}

fn letters() -> &'static Letters {
    static LETTERS: OnceLock<Letters> = OnceLock::new();
    LETTERS.get_or_init(sent)
}

fn sent() -> Letters {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().to_str().expect("a plain path");
    let (answers, password) = (folder.path().join("letters.csv"), folder.path().join("password"));
    std::fs::write(&answers, answers_file()).expect("a file");
    std::fs::write(&password, PASSWORD).expect("a file");
    let import = ["import", "worcestershire-cypp", answers.to_str().expect("a plain path"), "--data", data];
    let add = ["user", "add", "officer", "--password-file", password.to_str().expect("a plain path"), "--data", data];
    for arguments in [&import[..], &add[..]] {
        let said = heard(arguments);
        assert_eq!(said.status, Some(0), "{said:?}");
    }
    let server = Server::start(folder.path(), &[]);
    let officer = signed_in(&server);
    let read = wait_for(60, || {
        let page = officer.get(&format!("{CONSULTATION}/similar"));
        page.body.contains("of 75 people who wrote an answer").then_some(())
    });
    assert!(read.is_some(), "the worker reads what was imported");
    Letters { folder, server }
}

fn answers_file() -> String {
    let mut lines = vec!["id,perspective,district,improve".to_owned()];
    for at in 0..18 {
        let district = ["redditch", "wychavon"][at % 2];
        let text = if at % 3 == 0 { LETTER.to_uppercase() } else { format!("{LETTER}!") };
        lines.push(format!("L{at},young-person,{district},{text}"));
    }
    for at in 0..12 {
        let text = match at {
            0 => format!("{LETTER}. Ring me on 07700 900123"),
            _ => LETTER.replace("Lantern", ["Bridge", "Market", "Canal"][at % 3]),
        };
        lines.push(format!("C{at},child,redditch,{text}"));
    }
    for at in 0..6 {
        lines.push(format!("S{at},citizen,worcester,Mend the broken lights along the towpath before winter comes"));
    }
    for at in 0..40 {
        let own = ["benches", "buses", "football", "reading", "swimming"][at % 5];
        let of = ["gran", "sister", "teacher", "village", "street", "class", "friends", "cousin"][at % 8];
        lines.push(format!("O{at},parent-carer,worcester,{own} for my {of}"));
    }
    lines.join("\n")
}

fn signed_in(server: &Server) -> Visitor {
    let visitor = Visitor::new(&server.address);
    let signed_in = visitor.submit(&visitor.get("/sign-in"), &[("name", "officer"), ("password", PASSWORD)]);
    assert_eq!(signed_in.status, 303, "{}", signed_in.body);
    visitor
}

fn between<'a>(page: &'a Page, start: &str, end: &str) -> &'a str {
    page.body.split(start).nth(1).and_then(|rest| rest.split(end).next()).unwrap_or_default()
}

/// The words of a cell in small letters, apostrophes left out.
fn words(text: &str) -> Vec<String> {
    let plain = text.to_lowercase().replace(['\'', '’'], "");
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[test]
fn a_text_that_was_passed_round_is_shown_with_how_many_people_sent_it() {
    let officer = signed_in(&letters().server);
    let page = officer.get(&format!("{CONSULTATION}/similar"));
    assert!(page.body.contains("About 35 of 75 people"), "{}", page.body);
    let letter = between(&page, "About 30 people sent nearly the same 26 words", "</section>");
    for part in [
        "Exactly these words: 20 people",
        "changed or added: 10",
        "Redditch",
        "Young people",
        "Other ways",
        "<mark>Canal</mark>",
    ] {
        assert!(letter.contains(part), "{part}: {letter}");
    }
    assert!(!page.body.contains("900123"), "a telephone number in one of them is covered");
    assert!(!letter.contains("Citizens"), "{letter}");
    let small = between(&page, "Fewer than 10 people sent the same 10 words", "</section>");
    assert!(small.contains("towpath") && !small.contains("chips"), "{small}");
    assert!(!page.body.contains("for my gran"), "what people wrote by themselves is no group");
    let search = between(&page, "btn two tiny\" href=\"", "\"").replace("&amp;", "&");
    let found = wait_for(60, || officer.get(&search).body.contains("<mark>").then_some(()));
    assert!(found.is_some(), "{search}");
}

#[test]
fn what_was_kept_of_earlier_looks_goes_when_answers_come() {
    let letters = sent();
    let officer = signed_in(&letters.server);
    let looks =
        ["/similar", "/similar?question=improve", "/words?by=perspective"].map(|view| format!("{CONSULTATION}{view}"));
    let earlier = looks.each_ref().map(|look| officer.get(look).text());
    assert_eq!(earlier, looks.each_ref().map(|look| officer.get(look).text()), "a second look is the same");
    let more = letters.folder.path().join("more.csv");
    let rows: Vec<String> = (0..10).map(|at| format!("N{at},parent-carer,wychavon,{LETTER}?")).collect();
    std::fs::write(&more, format!("id,perspective,district,improve\n{}\n", rows.join("\n"))).expect("a file");
    let data = letters.folder.path().to_str().expect("a plain path");
    let said = heard(&["import", "worcestershire-cypp", more.to_str().expect("a plain path"), "--data", data]);
    assert_eq!(said.status, Some(0), "{said:?}");
    for (look, earlier) in looks.iter().zip(earlier) {
        let now = wait_for(60, || Some(officer.get(look).text()).filter(|now| *now != earlier));
        assert!(now.is_some(), "{look} shows what came");
    }
    let all = wait_for(60, || officer.get(&looks[0]).body.contains("of 85 people who wrote an answer").then_some(()));
    assert!(all.is_some(), "all of what came is shown in the end");
}

#[test]
fn one_question_has_its_own_similar_answers_and_others_none() {
    let officer = signed_in(&letters().server);
    let here = officer.get(&format!("{CONSULTATION}/similar?question=improve"));
    assert!(here.body.contains("About 30 people sent nearly the same"), "{}", here.body);
    let none = officer.get(&format!("{CONSULTATION}/similar?question=keep"));
    assert!(none.body.contains("No 5 people sent nearly the same 6 words"), "{}", none.body);
}

#[test]
fn where_everybody_wrote_by_themselves_there_is_no_group() {
    // The demo's people wrote each for themselves.
    let page = town().officer().get(&format!("{CONSULTATION}/similar"));
    assert!(page.body.contains("No 5 people sent nearly the same"), "{}", page.body);
}

#[test]
fn key_words_by_perspective_show_bases_and_lead_to_their_lines() {
    let officer = town().officer();
    let page = officer.get(&format!("{CONSULTATION}/words?by=perspective"));
    for part in ["id=\"group-child\"", "people here said more than everyone else", "Times as many", "false discovery"] {
        assert!(page.body.contains(part), "{part}");
    }
    let start = format!("href=\"{CONSULTATION}/words/in-context?");
    let links: Vec<String> = page
        .body
        .split(&start)
        .skip(1)
        .filter_map(|rest| rest.split('"').next())
        .map(|query| format!("{CONSULTATION}/words/in-context?{}", query.replace("&amp;", "&")))
        .collect();
    assert!(links.len() >= 5, "{links:?}");
    for link in links.iter().take(8) {
        let lines = officer.get(link);
        assert!(lines.body.contains("<mark>") && lines.body.contains("about "), "{link} finds its lines");
        assert!(!lines.body.contains("ewer than 10 people"), "{link}: at least ten people said it");
    }
}

#[test]
fn no_key_word_tells_of_fewer_than_ten_people() {
    let officer = town().officer();
    for query in ["", "?by=perspective", "?by=perspective&question=challenges", "?question=keep"] {
        let page = officer.get(&format!("{CONSULTATION}/words{query}"));
        for cell in page.body.split("data-k=\"People here\">").skip(1).filter_map(|rest| rest.split('<').next()) {
            let number: u64 = cell.replace(',', "").parse().unwrap_or_else(|_| panic!("{query}: {cell}"));
            assert!(number >= 10 && number.is_multiple_of(5), "{query}: {number}");
        }
    }
}

#[test]
fn lines_stand_in_order_of_the_words_on_either_side_and_keep_personal_data_covered() {
    let officer = town().officer();
    let order = |order: &str| -> Vec<Vec<String>> {
        let page = officer.get(&format!("{CONSULTATION}/words/in-context?words=youth+clubs&order={order}"));
        let tree = markup::parse(&page.body).expect("sound markup");
        let side = usize::from(order == "right");
        let rows = tree.named("tr").into_iter().filter_map(|row| row.named("td").get(side).map(|cell| cell.text()));
        rows.map(|cell| words(&cell)).collect()
    };
    let after: Vec<Option<String>> = order("right").iter().map(|words| words.get(2).cloned()).collect();
    assert!(after.len() >= 10 && after.is_sorted(), "{after:?}");
    let before: Vec<Option<String>> = order("left").iter().map(|words| words.last().cloned()).collect();
    assert!(before.is_sorted(), "{before:?}");
    let page = officer.get(&format!("{CONSULTATION}/words/in-context?words=youth+clubs"));
    let answer = between(&page, "<td role=\"cell\"><a href=\"", "\"").replace("&amp;", "&");
    assert!(officer.get(&answer).body.contains("<mark>youth</mark>"), "{answer} leads to the answer");
    let hostile = officer.get(&format!("{CONSULTATION}/words/in-context?words={HOSTILE_WORD}"));
    assert!(hostile.body.contains("phone number hidden") && !hostile.body.contains("900123"), "{}", hostile.body);
    assert!(hostile.body.contains("&lt;svg") && !hostile.body.contains("<script"), "{}", hostile.body);
}

#[test]
fn what_looks_like_sql_or_a_query_is_only_looked_for() {
    let officer = town().officer();
    let long = "bus ".repeat(2000);
    for words in ["'; DROP TABLE answers;--", "\" OR 1=1 --", "<script>alert(1)</script>", "*", "a:b^~\\", "😀", &long]
    {
        let url = reqwest::Url::parse_with_params("http://x/", [("words", words), ("page", "99999999999")])
            .expect("an address");
        let page = officer.get(&format!("{CONSULTATION}/words/in-context?{}", url.query().expect("a query")));
        assert_eq!(page.status, 200, "{words:.40}");
        assert!(!page.body.contains("<script"), "{words:.40}");
    }
}

#[test]
fn pages_of_words_fit_a_phone_have_no_barriers_and_are_sound() {
    let (town, letters) = (town(), letters());
    let officer = signed_in(&letters.server);
    let page = officer.get(&format!("{CONSULTATION}/similar"));
    html::assert_sound(&[("/similar with letters", &page.body)]);
    let browser = browser::open();
    browser.javascript(false);
    let sign_in = |server: &Server, password: &str| {
        browser.goto(&server.at("/sign-in"));
        browser.fill("#name", "officer");
        browser.fill("#password", password);
        browser.follow("main .btn");
    };
    let looks = |server: &Server, paths: &[&str]| {
        for width in [1280, 320] {
            browser.viewport(width, 900);
            for path in paths {
                browser.goto(&server.at(&format!("{CONSULTATION}{path}")));
                assert!(!browser.scrolls_sideways(), "{path} at {width}");
                browser.assert_no_barriers();
            }
        }
    };
    sign_in(&letters.server, PASSWORD);
    looks(&letters.server, &["/similar", "/words/in-context?words=youth+club", "/words"]);
    sign_in(&town.server, &town.password);
    browser.viewport(1280, 900);
    browser.goto(&town.server.at(&format!("{CONSULTATION}/words?by=perspective")));
    browser.follow("section tbody th a");
    assert!(browser.address().contains("/words/in-context?words=") && browser.count(".kwic mark") > 0);
    assert_eq!(browser.text("header [aria-current=page]"), "Words");
    browser.javascript(true);
}
