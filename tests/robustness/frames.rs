//! Code frame files that went wrong: arbitrary bytes, a good file with parts cut, doubled, moved or overwritten,
//! and files of the right shape with anything in them. Each gives findings or a frame that can be used.

use heard::themes::{CodeFrame, Coder, InContext, Lexicon};
use proptest::prelude::*;

use super::texts::any_text;
use super::{VECTORS, tries};

const GOOD: &str = r#"title = "Small"
version = "1"

[[theme]]
key = "transport"
name = "Transport"
definition = "Getting about."
strong = ["bus", "bus stop"]
usual = ["late"]
hint = ["road"]
sayings = ["the bus never comes", "no bus to the park | places"]

[[theme]]
key = "places"
name = "Places"
definition = "Anywhere to go."
parent = "transport"
strong = ["park", "youth club"]
sayings = ["nowhere to go"]
"#;

/// One thing that happens to a file.
#[derive(Debug, Clone)]
enum Mishap {
    Cut(usize, usize),
    Overwrite(usize, u8),
    Insert(usize, String),
    DoubleLine(usize),
    DropLine(usize),
    SwapLines(usize, usize),
}

fn mishap() -> impl Strategy<Value = Mishap> {
    let place = 0..GOOD.len();
    prop_oneof![
        (place.clone(), 1usize..20).prop_map(|(at, length)| Mishap::Cut(at, length)),
        (place.clone(), any::<u8>()).prop_map(|(at, byte)| Mishap::Overwrite(at, byte)),
        (place.clone(), any_text()).prop_map(|(at, text)| Mishap::Insert(at, text)),
        place.clone().prop_map(Mishap::DoubleLine),
        place.clone().prop_map(Mishap::DropLine),
        (place.clone(), place).prop_map(|(left, right)| Mishap::SwapLines(left, right)),
    ]
}

/// The file after a mishap, as a reader would see it: bytes that are no text are shown as such.
fn after(text: &str, mishap: &Mishap) -> String {
    let mut bytes = text.as_bytes().to_vec();
    let mut lines: Vec<&str> = text.lines().collect();
    let (length, count) = (bytes.len(), lines.len());
    match *mishap {
        Mishap::Cut(at, cut) => drop(bytes.drain(at.min(length)..(at + cut).min(length))),
        Mishap::Overwrite(at, byte) => bytes.iter_mut().skip(at).take(1).for_each(|old| *old = byte),
        Mishap::Insert(at, ref text) => drop(bytes.splice(at.min(length)..at.min(length), text.bytes())),
        _ if count == 0 => {}
        Mishap::DoubleLine(at) => lines.insert(at % count, lines[at % count]),
        Mishap::DropLine(at) => drop(lines.remove(at % count)),
        Mishap::SwapLines(left, right) => lines.swap(left % count, right % count),
    }
    match mishap {
        Mishap::Cut(..) | Mishap::Overwrite(..) | Mishap::Insert(..) => String::from_utf8_lossy(&bytes).into_owned(),
        _ => lines.join("\n"),
    }
}

/// Reading gives findings that say something, or a frame that scores and codes; says which.
fn hold(file: &str) -> bool {
    match CodeFrame::read("frame.toml", file) {
        Err(findings) => {
            assert!(!findings.is_empty() && findings.iter().all(|found| !found.problem.is_empty()), "{file}");
            false
        }
        Ok((frame, _)) => {
            let lexicon = Lexicon::new(&frame, &VECTORS);
            assert_eq!(lexicon.themes().len(), frame.themes.len(), "{file}");
            for text in ["", "no bus to the park", "😀", file] {
                let answers = [InContext { text, question: "q", respondent: "r" }; 2];
                let coder = Coder::of_frame(&lexicon, &VECTORS);
                let judged = coder.judge(&answers);
                for theme in 0..coder.themes() {
                    assert!((0.0..=1.0).contains(&judged.chance(0, theme)), "{theme} on {text:?}: {file}");
                }
                let codings = coder.code(&answers).into_iter().flatten();
                codings.for_each(|coding| {
                    assert!(coding.theme < frame.themes.len() && coding.score.is_finite(), "{file}")
                });
                let part = lexicon.part_of(text, 0, &VECTORS);
                assert!(part.is_none_or(|part| text.get(part).is_some()), "{text:?}: {file}");
            }
            true
        }
    }
}

/// A text as TOML writes it.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}

/// A file of the right shape with anything in its words.
fn of_right_shape() -> impl Strategy<Value = String> {
    let list = || prop::collection::vec(any_text(), 0..4);
    let theme = ("[a-z0-9-]{1,3}", any_text(), list(), list(), list(), list());
    prop::collection::vec(theme, 1..4).prop_map(|themes| {
        let lists =
            |words: &[String]| format!("[{}]", words.iter().map(|it| quoted(it)).collect::<Vec<_>>().join(", "));
        themes
            .iter()
            .map(|(key, name, strong, usual, hint, sayings)| {
                format!(
                    "[[theme]]\nkey = {}\nname = {}\nstrong = {}\nusual = {}\nhint = {}\nsayings = {}\n",
                    quoted(key),
                    quoted(&format!("N{name}")),
                    lists(strong),
                    lists(usual),
                    lists(hint),
                    lists(sayings)
                )
            })
            .collect()
    })
}

proptest! {
    #![proptest_config(tries(1_000))]

    #[test]
    fn any_bytes_give_findings_or_a_frame(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        hold(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_good_file_after_mishaps_gives_findings_or_a_frame(mishaps in prop::collection::vec(mishap(), 1..4)) {
        hold(&mishaps.iter().fold(GOOD.to_owned(), |file, mishap| after(&file, mishap)));
    }

    #[test]
    fn anything_in_the_right_shape_gives_findings_or_a_frame(file in of_right_shape()) {
        hold(&file);
    }
}

#[test]
fn the_good_file_is_good() {
    assert!(hold(GOOD));
    assert!(!hold(""));
}
