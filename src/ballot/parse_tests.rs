//! Reading ballots: what is whole, and every fault by its place.

use super::definition::{Ballot, PaperForm};
use super::method::Method;
use super::parse::{BallotFiles, parse};
use crate::finding::{Finding, Severity};
use crate::survey::{Language, Openness, Reader, Source};
use std::collections::BTreeMap;

const BALLOT: &str = r#"
key = "small"
organisation = "A youth cabinet"
opens = "2026-11-02T09:00"
closes = "2026-11-27T17:00"
geography = "worcestershire"
code_frame = "children-and-young-people"
languages = ["en"]
ages = [11, 18]
method = "borda"
seats = 1
seed = "a seed"
[paper]
kind = "rank"
at_most = 3
[[help]]
name = "Childline"
for = "children"
phone = "0800 1111"
[[perspective]]
key = "young-person"
[[candidate]]
key = "bus"
source = "published"
[[candidate]]
key = "park"
[[candidate]]
key = "exams"
"#;

const WORDS: &str = r#"
[consultation]
title = "T"
summary = "S"
who_asks = "W"
why = "Y"
how_long = "H"
what_happens = "N"
undecided = "U"
[perspective.young-person]
name = "Young person"
plural = "Young people"
choose = "I am a young person"
[paper.any]
ask = "Which matter most?"
[paper.any.options]
bus = { label = "Buses" }
park = { label = "Parks", hint = "And play" }
exams = { label = "Exams" }
"#;

fn files(ballot: &str, words: &str) -> BallotFiles {
    BallotFiles {
        ballot: ("ballot.toml".into(), ballot.into()),
        wordings: BTreeMap::from([("en".into(), ("wording/en.toml".into(), words.into()))]),
    }
}

pub(super) fn small_ballot() -> Ballot {
    ballot(&str::to_owned, &str::to_owned)
}

/// The small ballot with its files changed.
pub(super) fn ballot(file: &dyn Fn(&str) -> String, words: &dyn Fn(&str) -> String) -> Ballot {
    parse(&files(&file(BALLOT), &words(WORDS))).unwrap().0
}

fn keys(findings: &[Finding]) -> Vec<&str> {
    findings.iter().map(|finding| finding.key.as_str()).collect()
}

#[test]
fn a_whole_ballot_is_read_without_findings() {
    let (ballot, findings) = parse(&files(BALLOT, WORDS)).unwrap();
    assert_eq!(findings, []);
    assert_eq!((ballot.method, ballot.form, ballot.seats), (Method::Borda, PaperForm::Rank { at_most: 3 }, 1));
    assert_eq!((ballot.name("park"), ballot.name("zoo")), ("Parks", "zoo"));
    assert_eq!(ballot.candidates[0].source, Source::Published);
    assert_eq!(ballot.candidates[1].source, Source::Ours);
    let english = Language::english();
    let reader = Reader { language: &english, perspective: "young-person", age_band: None, easy_read: false };
    assert_eq!(ballot.paper_words(reader).unwrap().words.ask, "Which matter most?");
}

#[test]
fn it_is_open_from_the_first_moment_to_before_the_last() {
    let ballot = small_ballot();
    let at = |text: &str| ballot.openness(text.parse().unwrap());
    assert_eq!(at("2026-11-02T08:59:59"), Openness::NotYetOpen);
    assert_eq!(at("2026-11-02T09:00"), Openness::Open);
    assert_eq!(at("2026-11-27T16:59:59.999"), Openness::Open);
    assert_eq!(at("2026-11-27T17:00"), Openness::Closed);
}

#[test]
fn every_fault_is_named_with_file_and_key() {
    let cases = [
        ("2026-11-27T17:00", "the end", "closes"),
        ("2026-11-27", "2026-10-27", "closes"),
        ("\"small\"", "\"Small!\"", "key"),
        ("\"park\"", "\"bus\"", "candidate.key"),
        ("\"borda\"", "\"majority\"", "method"),
        ("\"borda\"", "\"approval\"", "method"),
        ("seats = 1", "seats = 0", "seats"),
        ("seats = 1", "seats = 3", "seats"),
        ("method = \"borda\"\nseats = 1", "method = \"instant-runoff\"\nseats = 2", "seats"),
        ("\"a seed\"", "\" \"", "seed"),
        ("\"rank\"", "\"guess\"", "paper.kind"),
        ("at_most = 3", "at_most = 4", "paper.at_most"),
        ("at_most = 3", "budget = 3", "paper.at_most"),
        ("\"rank\"\nat_most = 3", "\"points\"", "paper.budget"),
        ("\"rank\"\nat_most = 3", "\"points\"\nbudget = 0", "paper.budget"),
        ("\"rank\"", "\"approve\"", "paper"),
        ("[11, 18]", "[18, 11]", "ages"),
        ("[\"en\"]", "[\"en\", \"cy\"]", "languages"),
        ("code_frame = \"children-and-young-people\"", "", "candidate.bus.from_theme"),
    ];
    let themed = BALLOT.replace("source = \"published\"", "from_theme = \"bus-fares\"");
    for (from, to, key) in cases {
        let changed = themed.replacen(from, to, 1);
        assert_ne!(changed, themed, "{from}");
        let findings = parse(&files(&changed, WORDS)).unwrap_err();
        assert!(keys(&findings).contains(&key), "{to}: {findings:?}");
        assert!(findings.iter().all(|finding| finding.file == "ballot.toml" || key == "candidate.key"), "{findings:?}");
    }
    let findings = parse(&files("key = \"a\"\norganisation = \n", WORDS)).unwrap_err();
    assert_eq!(findings[0].line, Some(2), "{findings:?}");
}

#[test]
fn words_that_are_missing_or_too_many_are_named() {
    let cases = [
        ("title = \"T\"", "title = \" \"", "consultation"),
        ("plural = \"Young people\"", "", "perspective.young-person"),
        ("bus = { label = \"Buses\" }", "", "paper.any.options.bus"),
        ("bus = {", "zoo = { label = \"Zoo\" }\nbus = {", "paper.any.options.zoo"),
        ("ask = \"Which matter most?\"", "ask = \"\"", "paper.young-person"),
    ];
    for (from, to, key) in cases {
        let findings = parse(&files(BALLOT, &WORDS.replacen(from, to, 1))).unwrap_err();
        assert!(keys(&findings).contains(&key), "{to}: {findings:?}");
    }
}

#[test]
fn what_a_language_lacks_is_reported_and_the_default_stands_in() {
    let mut files = files(&BALLOT.replace("[\"en\"]", "[\"en\", \"cy\"]"), WORDS);
    let welsh = "[paper.any]\nask = \"Pa un?\"\noptions = { bus = { label = \"Bysiau\" } }\n";
    files.wordings.insert("cy".into(), ("wording/cy.toml".into(), welsh.into()));
    let (ballot, findings) = parse(&files).unwrap();
    assert!(findings.iter().all(|finding| finding.severity == Severity::Warning), "{findings:?}");
    assert!(keys(&findings).contains(&"paper.any.options.park"), "{findings:?}");
    let welsh = Language("cy".into());
    let reader = Reader { language: &welsh, perspective: "young-person", age_band: None, easy_read: false };
    assert_eq!(ballot.paper_words(reader).unwrap().language.as_str(), "en");
    assert_eq!(ballot.languages().len(), 2);
}

#[test]
fn who_to_talk_to_is_said_in_a_language_as_a_whole_or_in_the_default_one() {
    let german = |help: &str| {
        let text = BALLOT.replace(r#"languages = ["en"]"#, r#"languages = ["en", "de"]"#);
        let words = |language: &str, text: String| (language.to_owned(), (format!("wording/{language}.toml"), text));
        let wordings = BTreeMap::from([words("en", WORDS.to_owned()), words("de", format!("{WORDS}\n{help}"))]);
        parse(&BallotFiles { ballot: ("ballot.toml".to_owned(), text), wordings }).unwrap()
    };
    let (ballot, findings) = german("[help.\"Childline\"]\nname = \"Kindertelefon\"\nfor = \"Kinder\"");
    let said = &ballot.help_in("de")[0];
    assert_eq!((said.name.as_str(), said.whom.as_str(), said.language.as_str()), ("Kindertelefon", "Kinder", "de"));
    assert_eq!((said.phone.as_deref(), ballot.help_in("en")[0].name.as_str()), (Some("0800 1111"), "Childline"));
    assert!(!findings.iter().any(|finding| finding.key.contains("help")), "{findings:?}");
    for (help, key) in
        [("", "Childline"), ("[help.\"Childline\"]\nfor = \" \"", "Childline"), ("[help.\"Nobody\"]", "Nobody")]
    {
        let (ballot, findings) = german(help);
        assert_eq!(ballot.help_in("de")[0].language.as_str(), "en", "{help}");
        assert!(findings.iter().any(|finding| finding.key.contains(key)), "{findings:?}");
    }
}
