//! Holds the languages to each other and to the source: the same messages, with the same places, all of them used.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use regex::Regex;

use super::*;
use crate::text::readability::measure;

/// By message, or message and attribute as `check-title.child`: the named places, and the pieces of text.
type Said = BTreeMap<String, (BTreeSet<String>, Vec<String>)>;

fn said_in(language: &str) -> Said {
    let at = LANGUAGES.iter().position(|known| *known == language).unwrap();
    let resource =
        fluent_syntax::parser::parse(FILES[at]).unwrap_or_else(|(_, errors)| panic!("{language}: {errors:?}"));
    let mut said = Said::new();
    for entry in &resource.body {
        let Entry::Message(message) = entry else { continue };
        let value = message.value.as_ref().expect("every message says something");
        let key = message.id.name.to_owned();
        for attribute in &message.attributes {
            assert_eq!(attribute.id.name, CHILD, "{language}: {key}");
            said.insert(format!("{key}.{CHILD}"), parts(&attribute.value));
        }
        assert!(said.insert(key.clone(), parts(value)).is_none(), "{language}: {key} is there twice");
    }
    said
}

fn parts(pattern: &Pattern<&str>) -> (BTreeSet<String>, Vec<String>) {
    let (mut places, mut texts) = (BTreeSet::new(), Vec::new());
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => texts.push((*value).to_owned()),
            PatternElement::Placeable { expression: Expression::Inline(inline) } => places.extend(place(inline)),
            PatternElement::Placeable { expression: Expression::Select { selector, variants } } => {
                places.extend(place(selector));
                for variant in variants {
                    let (more_places, more_texts) = parts(&variant.value);
                    places.extend(more_places);
                    texts.extend(more_texts);
                }
            }
        }
    }
    (places, texts)
}

fn place(inline: &InlineExpression<&str>) -> Option<String> {
    let InlineExpression::VariableReference { id } = inline else { panic!("only named places: {inline:?}") };
    Some(id.name.to_owned())
}

/// Pieces of English that no page in another language may show, longer than twelve letters.
pub(in crate::pages) fn english() -> BTreeSet<String> {
    let texts = said_in("en").into_values().flat_map(|(_, texts)| texts);
    texts.map(|text| text.trim().to_owned()).filter(|text| text.chars().count() > 12).collect()
}

fn sources() -> String {
    fn read(folder: &Path, text: &mut String) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                read(&path, text);
            } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("words/tests.rs") {
                text.push_str(&std::fs::read_to_string(path).unwrap());
            }
        }
    }
    let mut text = String::new();
    for folder in ["src/pages", "src/web"] {
        read(&Path::new(env!("CARGO_MANIFEST_DIR")).join(folder), &mut text);
    }
    text
}

#[test]
fn every_language_says_everything_that_english_says_with_the_same_places_and_nothing_more() {
    let english = said_in("en");
    for language in LANGUAGES {
        let said = said_in(language);
        for (key, (places, _)) in &english {
            let (found, texts) = said.get(key).unwrap_or_else(|| panic!("{language} lacks {key}"));
            assert_eq!(found, places, "{language}: {key}");
            assert!(texts.iter().all(|text| !text.contains('\u{e000}')), "{language}: {key}");
        }
        for (key, (places, _)) in &said {
            // A language may need other words for a child where English does not, as "ti" beside "chi".
            let of = key.strip_suffix(".child").unwrap_or(key);
            let (expected, _) = english.get(of).unwrap_or_else(|| panic!("{language}: {key} is left over"));
            assert_eq!(places, expected, "{language}: {key}");
        }
    }
}

#[test]
fn no_language_is_english_left_as_it_was() {
    let english = said_in("en");
    for language in LANGUAGES.into_iter().filter(|language| *language != "en") {
        for (key, (_, texts)) in said_in(language) {
            let same = english.get(&key).is_some_and(|(_, english)| *english == texts);
            let short = texts.iter().all(|text| text.trim().chars().count() < 5);
            assert!(!same || short || key.starts_with("month-"), "{language}: {key}");
        }
    }
}

#[test]
fn every_message_that_is_used_is_there_and_every_one_there_is_used() {
    let (source, english) = (sources(), said_in("en"));
    let used = Regex::new(r#"(?:say|say_with|rich)\(\s*"([^"]+)""#).unwrap();
    for found in used.captures_iter(&source) {
        assert!(english.contains_key(&found[1]), "there is no message {}", &found[1]);
    }
    let said = Regex::new(r#"Message\("([^"]+)"\)|"(error-[a-z-]+)""#).unwrap();
    for found in said.captures_iter(&source) {
        let key = found.get(1).or(found.get(2)).unwrap().as_str();
        assert!(english.contains_key(key) || key == "error-prefix", "there is no message {key}");
    }
    for key in english.keys().filter(|key| !key.contains('.')) {
        let numbered = ["month-", "weekday-", "postcode-"].iter().any(|start| key.starts_with(start));
        // Those are put together from a number, or from the name of what is wrong with a postcode.
        assert!(numbered || source.contains(&format!("\"{key}\"")), "nobody says {key}");
    }
}

#[test]
fn a_message_without_places_is_one_piece_so_that_it_can_be_said_as_it_is() {
    for language in LANGUAGES {
        for (key, (places, texts)) in said_in(language) {
            assert!(!places.is_empty() || texts.len() == 1, "{language}: {key}");
        }
    }
}

#[test]
fn a_child_reads_its_own_words_or_everybodys() {
    let (child, plain) = (Words::of("en", Edition::Child), Words::english());
    assert_ne!(child.say("check-title"), plain.say("check-title"));
    assert_eq!(child.say("back"), plain.say("back"));
}

#[test]
fn the_notice_says_everything_to_a_child_and_both_read_at_the_ages_aimed_at() {
    let english = said_in("en");
    let of = |starts: &[&str], child: bool| {
        let wanted = |key: &str| key.ends_with(".child") == child && starts.iter().any(|start| key.starts_with(start));
        let said = english.iter().filter(|(key, _)| wanted(key)).map(|(_, (_, texts))| texts.concat());
        said.collect::<Vec<String>>()
    };
    let (notice, childs) = (of(&["privacy-"], false), of(&["privacy-"], true));
    assert_eq!(notice.len(), childs.len(), "nothing is said to others that is not said to a child");
    let start = of(&["start", "happens-", "information-"], false);
    for (name, texts, most) in [("child", childs, 7.0), ("plain", notice, 9.0), ("start", start, 9.0)] {
        let measure = measure(&texts.iter().map(String::as_str).collect::<Vec<_>>());
        println!("{name}: {:.1} ± {:.1} years, {} words", measure.reading_age, measure.margin, measure.words);
        assert!(measure.reading_age <= most, "{name}: {measure:#?}");
    }
}

#[test]
fn a_language_that_pages_do_not_speak_is_answered_in_english_and_a_region_is_passed_over() {
    assert_eq!(Words::of("tlh", Edition::Plain).lang(), "en");
    assert_eq!(Words::of("pl-PL", Edition::Plain).lang(), "pl");
    assert_eq!((own_name("ur"), own_name("tlh")), ("اردو", "tlh"));
}

#[test]
fn days_have_the_names_of_the_language() {
    let date = jiff::civil::date(2026, 12, 19);
    let days = LANGUAGES.map(|language| Words::of(language, Edition::Plain).day(date));
    assert_eq!(days[0], "Saturday 19 December 2026");
    assert_eq!(days[1], "dydd Sadwrn 19 Rhagfyr 2026");
    assert_eq!(days[2], "sobota, 19 grudnia 2026 r.");
    assert_eq!(days[3], "sâmbătă, 19 decembrie 2026");
    let urdu: String = days[4].chars().filter(|c| !matches!(c, '\u{2068}' | '\u{2069}')).collect();
    assert_eq!(urdu, "ہفتہ 19 دسمبر 2026");
}

#[test]
fn words_follow_numbers_as_each_language_has_it() {
    let count = |language: &str, count: u32| {
        Words::of(language, Edition::Plain).say_with("summary-heading", &[("count", count.into())])
    };
    assert_eq!([count("en", 1), count("en", 2)], ["One thing to change", "2 things to change"]);
    assert_eq!(
        [count("cy", 2), count("cy", 3), count("cy", 6)].map(|text| text.split(' ').next().unwrap().to_owned()),
        ["Dau", "Tri", "Chwe"]
    );
    assert_eq!([count("ro", 2), count("ro", 20)], ["2 lucruri de schimbat", "20 de lucruri de schimbat"]);
    let long = |language: &str, characters: u32| {
        let given = [("characters", characters.into()), ("most", 10_000.into()), ("over", 1.into())];
        Words::of(language, Edition::Plain).say_with("too-long", &given)
    };
    assert!(long("pl", 10_022).contains("10\u{a0}022 znaki,"), "{}", long("pl", 10_022));
    assert!(long("pl", 10_025).contains("10\u{a0}025 znaków,"), "{}", long("pl", 10_025));
    assert!(long("ro", 10_005).contains("10.005. Cel mult pot fi 10.000."), "{}", long("ro", 10_005));
    assert!(long("en", 1_000_000).contains("1,000,000 characters and the most is 10,000"));
}

#[test]
fn markup_stands_inside_a_sentence_and_the_sentence_is_never_markup() {
    let link = maud::html! { a href="/x" { "<x>" } };
    let sentence = Words::english().rich("shut-erase", &[("link", link)]).into_string();
    assert!(sentence.contains("still <a href=\"/x\">&lt;x&gt;</a> with"), "{sentence}");
}

#[test]
fn whatever_is_wrong_with_a_postcode_has_its_words() {
    use crate::geography::PostcodeProblem as Problem;
    let told = [
        Problem::Empty,
        Problem::FirstPartOnly,
        Problem::NotAPostcode,
        Problem::NotKnown,
        Problem::Ended,
        Problem::WithoutDistrict,
    ];
    let english = said_in("en");
    told.into_iter().for_each(|problem| assert!(english.contains_key(&format!("postcode-{}", problem.key()))));
}

#[test]
fn a_day_in_urdu_keeps_the_order_of_its_parts_within_a_sentence() {
    let day = Words::of("ur", Edition::Plain).day(jiff::civil::date(2026, 12, 19));
    assert_eq!(day, "ہفتہ 19 دسمبر 2026");
    let sentence = Words::of("ur", Edition::Plain).say_with("open-until", &[("day", day.into())]);
    assert_eq!(sentence.matches('\u{2068}').count(), 1, "the day is set apart as a whole: {sentence:?}");
}

#[test]
fn days_decimals_and_lists_are_written_as_each_language_writes_them() {
    let day = jiff::civil::date(2026, 11, 5);
    let said = |lang: &str, key: &str| {
        let say = Words::of(lang, Edition::Plain);
        say.say_with(key, &[("day", say.day(day).into())])
    };
    assert!(said("pl", "kept-until").contains("listopada 2026 r. Kod"), "{}", said("pl", "kept-until"));
    assert!(said("pl", "plan-decides").ends_with("2026 r."), "{}", said("pl", "plan-decides"));
    let decimals = ["en", "cy", "pl", "ro", "ur"].map(|lang| Words::of(lang, Edition::Plain).decimals("294.77"));
    assert_eq!(decimals, ["294.77", "294.77", "294,77", "294,77", "294.77"]);
    assert_eq!(Words::of("ur", Edition::Plain).listed(&["A", "B"]), "A، B");
    assert_eq!(Words::english().listed(&["A", "B"]), "A, B");
}
