//! Strings that have broken forms elsewhere: through every kind of box, the database, the index, a CSV file and back.

use std::path::Path;

use heard::store::{Location, Store};
use heard::survey::Answer;

use super::super::support::naughty;
use super::super::support::server::heard;
use super::{KEY, TEXTS, Town, begin, led, question, send};

/// The other consultation, which has a question for a few words on one line.
const SHORT: &str = "ready-for-work";

/// What forms can send: a text that is nothing but blank skips its question.
fn strings() -> Vec<String> {
    naughty::strings().into_iter().filter(|text| !text.trim().is_empty()).collect()
}

/// Sends every string in a box for many words, five to a response.
fn send_long(town: &Town, strings: &[String]) {
    for five in strings.chunks(TEXTS.len()) {
        let visitor = town.visitor();
        begin(&visitor, "citizen");
        let mut next = led(&visitor.post_form(&question("district"), &[("answer", "unknown")]));
        for (key, text) in TEXTS.iter().zip(five) {
            assert!(next.ends_with(key), "{next}");
            next = led(&visitor.post_form(&next, &[("answer", text)]));
            let shown = visitor.get(&question(key)).form();
            let shown = shown.fields.iter().find(|(name, _)| name == "answer").map(|(_, value)| of_lines(value));
            assert_eq!(shown, Some(of_lines(text)), "the box shows what was written");
        }
        send(&visitor);
    }
}

/// Sends every string in a box for a few words.
fn send_short(town: &Town, strings: &[String]) {
    let at = |key: &str| format!("/c/{SHORT}/q/{key}");
    for text in strings {
        let visitor = town.visitor();
        visitor.post_form(&format!("/c/{SHORT}"), &[]);
        visitor.post_form(&format!("/c/{SHORT}/who"), &[("perspective", "young-person")]);
        let mut next = led(&visitor.post_form(&at("about"), &[]));
        while !next.ends_with("/check") {
            let fields = if next == at("job-in-mind") { ("answer", text.as_str()) } else { ("skip", "1") };
            next = led(&visitor.post_form(&next, &[fields]));
        }
        led(&visitor.post_form(&format!("/c/{SHORT}/submit"), &[]));
    }
}

/// Line ends as they are stored.
fn of_lines(text: &str) -> String {
    text.replace("\r\n", "\n")
}

/// Every text that is stored for a consultation, sorted.
fn stored(store: &Store, key: &str) -> Vec<String> {
    let responses = store.list_responses(key, 0, 10_000).expect("responses can be listed");
    let answers = responses.into_iter().flat_map(|stored| stored.response.answers);
    let mut texts: Vec<String> =
        answers.filter_map(|(_, answer)| if let Answer::Text(text) = answer { Some(text) } else { None }).collect();
    texts.sort();
    texts
}

fn sorted(mut texts: Vec<String>) -> Vec<String> {
    texts.iter_mut().for_each(|text| *text = of_lines(text));
    texts.sort();
    texts
}

/// Exports a consultation, imports the file into an empty folder, and gives the texts that are there then.
fn there_and_back(from: &Path, key: &str) -> Vec<String> {
    let to = tempfile::tempdir().expect("a folder");
    let (from, back) = (from.to_str().expect("a plain path"), to.path().to_str().expect("a plain path"));
    let file = to.path().join("responses.csv");
    let file = file.to_str().expect("a plain path");
    let exported = heard(&["export", key, "--unredacted", "--format", "csv", "--out", file, "--data", from]);
    assert_eq!(exported.status, Some(0), "{exported:?}");
    let imported = heard(&["import", key, file, "--data", back]);
    assert_eq!(imported.status, Some(0), "{imported:?}");
    let texts = stored(&Store::open(&Location::Sqlite(to.path().join("heard.sqlite"))).expect("a database"), key);
    let reindexed = heard(&["reindex", "--data", back]);
    assert_eq!(reindexed.status, Some(0), "{reindexed:?}");
    assert!(reindexed.output.contains(&format!("{} answers", texts.len())), "{reindexed:?}");
    texts
}

/// Fails with what is missing and what is there instead.
fn hold_the_same(found: &[String], wanted: &[String], place: &str) {
    let missing: Vec<&String> = wanted.iter().filter(|text| !found.contains(text)).collect();
    let instead: Vec<&String> = found.iter().filter(|text| !wanted.contains(text)).collect();
    assert!(missing.is_empty() && instead.is_empty(), "{place}: missing {missing:?}, instead {instead:?}");
    assert_eq!(found.len(), wanted.len(), "{place}");
}

#[test]
fn every_naughty_string_goes_through_every_box_and_back_byte_for_byte() {
    let (town, strings) = (Town::open(), strings());
    send_long(&town, &strings);
    send_short(&town, &strings);
    let wanted = sorted(strings.clone());
    for key in [KEY, SHORT] {
        hold_the_same(&stored(&town.store(), key), &wanted, &format!("{key} in the database"));
        hold_the_same(&there_and_back(town.folder(), key), &wanted, &format!("{key} in a file and back"));
    }
}

#[test]
fn every_naughty_string_is_a_search_that_is_answered() {
    let town = crate::town::town();
    let officer = town.officer();
    for text in strings() {
        let query: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let found = officer.get(&format!("{}/search?words={query}", crate::town::CONSULTATION));
        assert_eq!(found.status, 200, "{text:?}: {}", found.body);
    }
}
