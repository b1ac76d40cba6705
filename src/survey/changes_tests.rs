//! Every kind of change after opening: refused with its reason, or allowed.

use super::super::parse::tests::{survey_of, survey_with};
use super::*;
use crate::finding::Severity;

const QUESTIONS: &str = r#"
[[question]]
key = "band"
kind = "age-band"
options = ["5-7", "8-11"]
[[question]]
key = "had"
kind = "one-of"
options = ["yes", "no"]
[[question]]
key = "days"
kind = "number"
least = 1
most = 100
when = [{ question = "had", any = ["yes"] }]
[[question]]
key = "read"
kind = "information"
"#;

const WORDS: &str = r#"
[question.band.any]
ask = "Age?"
options = { 5-7 = { label = "5 to 7" }, 8-11 = { label = "8 to 11" } }
[question.had.any]
ask = "Had?"
options = { yes = { label = "Yes" }, no = { label = "No" } }
[question.days.any]
ask = "Days?"
[question.read.any]
ask = "Read"
body = ["This."]
"#;

fn on(day: &str) -> Date {
    day.parse().unwrap()
}

fn base() -> Consultation {
    survey_with(QUESTIONS, WORDS)
}

/// What is refused on a day while it is open.
fn refused(new: &Consultation) -> Vec<String> {
    let found = changes(&base(), new, on("2026-11-20"));
    found.into_iter().filter(|one| one.severity == Severity::Error).map(|one| one.key).collect()
}

/// A change of the survey's file.
fn file(from: &str, to: &str) -> Consultation {
    survey_of(QUESTIONS, WORDS, |survey| replaced(survey, from, to), str::to_owned)
}

/// A change of the English words.
fn said(from: &str, to: &str) -> Consultation {
    survey_of(QUESTIONS, WORDS, str::to_owned, |words| replaced(words, from, to))
}

fn replaced(text: &str, from: &str, to: &str) -> String {
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

#[test]
fn before_the_first_day_everything_may_change() {
    let new = file("kind = \"number\"\nleast = 1\nmost = 100", "kind = \"long-text\"");
    assert_eq!(changes(&base(), &new, on("2026-11-01")), []);
    assert_eq!(refused(&new), ["question.days.kind"]);
    assert_eq!(refused(&base()), [""; 0]);
}

#[test]
fn what_harms_comparison_is_refused_with_its_place() {
    let cases = [
        (file("key = \"small\"", "key = \"other\""), "key"),
        (file("2026-11-02", "2026-11-03"), "opens"),
        (file("2026-12-19", "2026-12-18"), "closes"),
        (file("geography = \"worcestershire\"", "geography = \"elsewhere\""), "geography"),
        (file("A council", "Another council"), "organisation"),
        (
            file("key = \"child\"\nedition = \"child\"", "key = \"child\"\nedition = \"child\"\nages = [5, 7]"),
            "perspective.child.ages",
        ),
        (file("key = \"child\"\nedition = \"child\"", "key = \"child\""), "perspective.child.edition"),
        (file("most = 100", "most = 50"), "question.days.kind"),
        (file("[\"yes\", \"no\"]", "[\"no\", \"yes\"]"), "question.had.options"),
        (file("[\"yes\", \"no\"]", "[\"yes\", \"no\"]\norder = \"random\""), "question.had.options"),
        (file("any = [\"yes\"]", "any = [\"no\"]"), "question.days.when"),
        (file("kind = \"number\"", "kind = \"number\"\nperspectives = [\"child\"]"), "question.days.perspectives"),
        (file("key = \"read\"", "key = \"read\"\nsection = \"equality\""), "question.read.section"),
        (said("Days?", "How many days?"), "question.days.child.ask"),
        (said("label = \"Yes\"", "label = \"Aye\""), "question.had.child.options"),
        (said("[\"This.\"]", "[\"That.\"]"), "question.read.child.body"),
        (said("choose = \"I am a child\"", "choose = \"I am small\""), "perspective.child.choose"),
    ];
    for (new, place) in cases {
        assert_eq!(refused(&new).first().map(String::as_str), Some(place));
    }
}

#[test]
fn questions_and_perspectives_are_neither_added_nor_taken_out_nor_moved() {
    let more = "[[question]]\nkey = \"more\"\nkind = \"long-text\"\n";
    let added = survey_with(&format!("{QUESTIONS}{more}"), &format!("{WORDS}[question.more.any]\nask = \"More?\"\n"));
    assert_eq!(refused(&added), ["question.more"]);
    let read = "[[question]]\nkey = \"read\"\nkind = \"information\"\n";
    let (first, words) = (QUESTIONS.replace(read, ""), WORDS.split("[question.read.any]").next().unwrap());
    assert_eq!(refused(&survey_with(&first, words)), ["question.read"]);
    assert_eq!(refused(&survey_with(&format!("{read}{first}"), WORDS)), ["question"]);
    let parent = "[[perspective]]\nkey = \"parent\"\n";
    let spoken = "[perspective.parent]\nname = \"P\"\nplural = \"P\"\nchoose = \"P\"\n";
    let head = |survey: &str| survey.replacen("[[question]]", &format!("{parent}[[question]]"), 1);
    let one_more = survey_of(QUESTIONS, WORDS, head, |words| format!("{words}{spoken}"));
    assert_eq!(refused(&one_more), ["perspective.parent"]);
    assert_eq!(refused_between(&one_more, &base()), ["perspective.parent"]);
}

fn refused_between(old: &Consultation, new: &Consultation) -> Vec<String> {
    changes(old, new, on("2026-11-20")).into_iter().map(|finding| finding.key).collect()
}

#[test]
fn what_cannot_harm_is_allowed() {
    let allowed = [
        file("2026-12-19", "2027-01-19"),
        file("phone = \"0800 1111\"", "phone = \"116 111\""),
        file("kind = \"number\"", "kind = \"number\"\nnote = \"Why\"\nsensitive = true\nsource = \"published\""),
        file("organisation =", "easy_read = true\nplan = \"p\"\ncode_frame = \"c\"\norganisation ="),
        file("key = \"child\"\nedition = \"child\"", "key = \"child\"\nedition = \"child\"\nreading_age = 8"),
        said("ask = \"Days?\"", "ask = \"Days?\"\nhint = \"A number\""),
        said("name = \"Child\"", "name = \"A child\""),
        // The same words in an edition of their own.
        said("[question.days.any]", "[question.days.child]\nask = \"Days?\"\nhint = \"Count\"\n[question.days.any]"),
    ];
    for new in allowed {
        assert_eq!(refused(&new), [""; 0]);
    }
}

#[test]
fn an_edition_that_would_be_read_instead_of_the_one_before_is_refused() {
    let new = said("[question.days.any]", "[question.days.child]\nask = \"How many?\"\n[question.days.any]");
    assert_eq!(refused(&new), ["question.days.child.ask"]);
    let band = said("[question.days.any]", "[question.days.\"child@5-7\"]\nask = \"How many?\"\n[question.days.any]");
    assert_eq!(refused(&band), ["question.days.child.ask"]);
}

#[test]
fn easy_read_words_may_be_added_where_there_were_none_and_not_changed_afterwards() {
    let easy = |said: &str| {
        let words = WORDS.replace("[question.days.any]", &format!("{said}[question.days.any]"));
        survey_of(
            QUESTIONS,
            &words,
            |survey| survey.replace("organisation =", "easy_read = true\norganisation ="),
            str::to_owned,
        )
    };
    let (none, one, other) = (
        easy(""),
        easy("[question.days.easy-read]\nask = \"How many?\"\n"),
        easy("[question.days.easy-read]\nask = \"Count them.\"\n"),
    );
    assert_eq!(refused_between(&none, &one), [""; 0]);
    assert_eq!(refused_between(&one, &other), ["question.days.easy-read.ask"]);
    assert!(refused_between(&one, &base()).contains(&"easy_read".to_owned()));
}

#[test]
fn a_translation_may_be_added_and_not_taken_out_or_changed() {
    let welsh = |said: &str| {
        let mut files = super::super::parse::tests::files_of(QUESTIONS, WORDS);
        files.survey.1 = files.survey.1.replace("[\"en\"]", "[\"en\", \"cy\"]");
        files.wordings.insert("cy".to_owned(), ("wording/cy.toml".to_owned(), said.to_owned()));
        super::super::parse(&files).unwrap().0
    };
    let (none, one, other) = (
        welsh(""),
        welsh("[question.days.any]\nask = \"Dyddiau?\"\n"),
        welsh("[question.days.any]\nask = \"Sawl?\"\n"),
    );
    for (old, new) in [(&base(), &none), (&base(), &one), (&none, &one)] {
        assert_eq!(refused_between(old, new), [""; 0]);
    }
    assert_eq!(refused_between(&one, &other), ["question.days.child.ask", "question.days.citizen.ask"]);
    assert_eq!(refused_between(&one, &base()), ["languages"]);
}

#[test]
fn opening_again_and_other_promises_are_allowed_and_pointed_out() {
    let later = file("2026-12-19", "2027-01-19");
    let found = changes(&base(), &later, on("2026-12-24"));
    assert!(matches!(found.as_slice(), [one] if one.severity == Severity::Warning && one.key == "closes"), "{found:?}");
    let promised = changes(&base(), &said("undecided = \"U\"", "undecided = \"All of it\""), on("2026-11-20"));
    assert!(matches!(promised.as_slice(), [one] if one.severity == Severity::Warning), "{promised:?}");
}
