//! Whatever people type, the reading of it neither panics nor gives nonsense: words, clauses, phrases, stems,
//! vectors, content, language and redaction on arbitrary Unicode, on strings known to break software, and on
//! very long answers; and whatever a code frame file holds, reading it gives findings or a frame that works.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should end")]

mod frames;
#[path = "../support/naughty.rs"]
mod naughty;
mod texts;

use heard::text::{
    Content, DIMENSIONS, Division, Language, Vectors, Word, WordPieces, clauses, content_of, find_personal_data,
    phrases, redact, stem, words,
};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use std::sync::LazyLock;
use whatlang::Lang;

/// A small table with rows for single letters and a few pieces, so that every text meets known and unknown ones.
static VECTORS: LazyLock<Vectors> = LazyLock::new(|| {
    let vocabulary = small_vocabulary();
    let rows = vocabulary.lines().count();
    let mut table = b"STEMB001".to_vec();
    table.extend((rows as u32).to_le_bytes());
    table.extend((DIMENSIONS as u32).to_le_bytes());
    (0..rows).for_each(|row| table.extend((0.01 + row as f32 / 100.0).to_le_bytes()));
    (0..rows * DIMENSIONS).for_each(|at| table.push((at.wrapping_mul(2_654_435_761) >> 7) as u8));
    Vectors::from_bytes(table, &vocabulary).unwrap()
});

fn small_vocabulary() -> String {
    let letters = ('a'..='z').flat_map(|c| [format!("{c}"), format!("##{c}")]);
    let others = ["park", "##ark", "bus", "!", "'", ".", "ü", "公", "##ا", "ا", "😀"].map(str::to_owned);
    letters.chain(others).collect::<Vec<_>>().join("\n")
}

/// So many tries, the same in every run, so that a test never fails for chance.
fn tries(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, rng_seed: RngSeed::Fixed(3), failure_persistence: None, ..ProptestConfig::default() }
}

/// As much of a text as a message can show.
fn beginning(text: &str) -> String {
    text.chars().take(80).collect()
}

/// Everything that must hold of any text.
fn hold(text: &str) {
    let shown = beginning(text);
    hold_words(text);
    hold_clauses(text);
    hold_vectors(text);
    for phrase in phrases(text) {
        assert!(text.contains(phrase.surface) && !phrase.surface.is_empty(), "{shown:?}");
        assert!((1..=3).contains(&phrase.folded.len()), "{shown:?}");
    }
    let padded = format!(" \n{text}\t ");
    assert_eq!(content_of(&padded), content_of(text), "white space around {shown:?}");
    if text.trim().is_empty() {
        assert_eq!(content_of(text), Content::Empty, "{shown:?}");
        assert_eq!(Language::of(text), Language::Undetermined, "{shown:?}");
    }
    assert_eq!(Language::of(text), Language::of(text), "{shown:?}");
    hold_redaction(text);
}

/// Words stand in order on character boundaries, and folding what is folded changes nothing.
fn hold_words(text: &str) {
    let shown = beginning(text);
    let mut from = 0;
    for word in words(text) {
        assert!(from <= word.start && !word.surface.is_empty(), "{} of {shown:?}", word.start);
        assert!(text.get(word.start..word.end()) == Some(word.surface), "{shown:?}");
        from = word.end();
        let folded = word.folded();
        assert!(Word { surface: &folded, start: 0 }.folded() == folded, "{} of {shown:?}", beginning(&folded));
    }
}

/// Clauses stand in order on character boundaries, trimmed, and none is empty.
fn hold_clauses(text: &str) {
    let shown = beginning(text);
    for division in [Division::Clause, Division::Sentence] {
        let mut from = 0;
        for range in clauses(text, division) {
            let clause = text.get(range.clone()).unwrap_or_else(|| panic!("{range:?} cuts a letter of {shown:?}"));
            assert!(from <= range.start && !clause.is_empty() && clause.trim() == clause, "{range:?} of {shown:?}");
            from = range.end;
        }
    }
}

/// A vector has length one or is nothing, whatever was in the scratch space; rows exist.
fn hold_vectors(text: &str) {
    let shown = beginning(text);
    let (mut first, mut again) = ([7.0; DIMENSIONS], [0.0; DIMENSIONS]);
    let pieces = VECTORS.embed_into(text, &mut first, &mut "left over".to_owned());
    assert_eq!(pieces, VECTORS.embed_into(text, &mut again, &mut String::new()), "{shown:?}");
    assert_eq!(first, again, "{shown:?}");
    let length = first.iter().map(|value| value * value).sum::<f32>();
    assert!(length == 0.0 || (length - 1.0).abs() < 1e-3, "length² {length} of {shown:?}");
    let vocabulary = WordPieces::from_vocabulary(&small_vocabulary());
    let rows = vocabulary.len();
    vocabulary.for_each(text, &mut String::new(), &mut |row| assert!((row as usize) < rows, "row {row} of {rows}"));
}

/// Spans stand in order inside the text; redacting what is redacted changes nothing.
fn hold_redaction(text: &str) {
    let shown = beginning(text);
    let length = text.chars().count();
    let mut from = 0;
    for it in find_personal_data(text) {
        assert!(from <= it.span.start && it.span.start < it.span.end && it.span.end <= length, "{it:?} of {shown:?}");
        from = it.span.end;
    }
    let once = redact(text);
    assert!(redact(&once) == once, "{shown:?}");
}

proptest! {
    #![proptest_config(tries(1_000))]

    #[test]
    fn any_text_is_read(text in texts::any_text()) {
        hold(&text);
    }

    #[test]
    fn any_word_has_a_stem_in_every_language(word in texts::any_word()) {
        for language in Lang::all().iter().map(|lang| Language::Known(*lang)).chain([Language::Undetermined]) {
            let stemmed = stem(language, &word).into_owned();
            prop_assert_eq!(&stemmed, &stem(language, &word).into_owned());
            // A stem may lose accents and endings; it never grows beyond what taking marks apart could give.
            prop_assert!(stemmed.chars().count() <= word.chars().count() * 4 + 4, "{} of {}", stemmed, word);
        }
    }
}

#[test]
fn strings_that_break_software_are_read() {
    let all = naughty::strings();
    assert!(all.len() > 400, "{} strings", all.len());
    for text in all {
        hold(&text);
        for word in words(&text) {
            for lang in Lang::all() {
                stem(Language::Known(*lang), &word.folded());
            }
        }
    }
}

#[test]
fn very_long_answers_are_read() {
    for unit in
        ["a", "a ", "é", "😀", "e\u{301}", "\u{202E}שלום ", "سلام ", ".", " ", "公", "no bus, ", "1", "'", "\u{200D}"]
    {
        let count = 100_000usize.div_ceil(unit.chars().count());
        hold(&unit.repeat(count));
    }
}

#[test]
fn many_pieces_of_personal_data_in_a_very_long_answer_are_read() {
    let text = "my name is Otis Marlowe, ring 07700 900461 or a@example.org. ".repeat(1_700);
    let redacted = redact(&text);
    assert!(!redacted.contains("Marlowe") && !redacted.contains("07700") && !redacted.contains('@'));
}
