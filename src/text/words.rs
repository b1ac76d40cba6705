//! Words and their stems: the one tokenizer and the one stemmer of the house.
//!
//! A word is a run of letters, digits and the marks that belong to them; apostrophes inside a word
//! belong to it, hyphens part two words. Folding makes spellings meet (capitals, full-width letters,
//! curly apostrophes); stemming makes forms meet (Snowball). Leaves out which words carry meaning
//! (`stop_words`).

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use whatlang::Lang;

use super::Language;

/// One word where it stands in a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word<'a> {
    /// The word as written.
    pub surface: &'a str,
    /// Where it begins, in bytes from the start of the text.
    pub start: usize,
}

impl Word<'_> {
    /// Where the word ends, in bytes from the start of the text.
    pub fn end(&self) -> usize {
        self.start + self.surface.len()
    }

    /// The word in lower case, compatibility forms resolved (NFKC), apostrophes left out: `Don’t` → `dont`.
    pub fn folded(&self) -> String {
        if self.surface.is_ascii() {
            return self.surface.bytes().filter(|&b| b != b'\'').map(|b| b.to_ascii_lowercase() as char).collect();
        }
        // Composed again at the end: what an apostrophe or a capital kept apart may now join.
        self.surface.nfkc().flat_map(char::to_lowercase).filter(|&c| !is_apostrophe(c)).nfkc().collect()
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '＇')
}

/// The words of `text` in order. Emoji and punctuation are not words.
pub fn words(text: &str) -> Vec<Word<'_>> {
    match text.is_ascii() {
        true => ascii_words(text),
        false => text
            .unicode_word_indices()
            .flat_map(|(start, word)| parts(word).map(move |(at, surface)| Word { surface, start: start + at }))
            .collect(),
    }
}

/// What is left of a Unicode word when full stops, colons and underscores part words as they do in
/// plain ASCII text.
fn parts(word: &str) -> impl Iterator<Item = (usize, &str)> {
    let base = word.as_ptr() as usize;
    word.split(['.', ':', ',', '_', '·', ';'])
        .filter(|part| !part.is_empty())
        .map(move |part| (part.as_ptr() as usize - base, part))
}

/// The fast path: most answers are plain ASCII.
fn ascii_words(text: &str) -> Vec<Word<'_>> {
    let bytes = text.as_bytes();
    let is_letter = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_alphanumeric);
    let mut found = Vec::with_capacity(text.len() / 5);
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        while is_letter(at) || (at > start && bytes.get(at) == Some(&b'\'') && is_letter(at + 1)) {
            at += 1;
        }
        match text.get(start..at) {
            Some(surface) if !surface.is_empty() => found.push(Word { surface, start }),
            _ => at += 1,
        }
    }
    found
}

/// English forms that Snowball does not bring together, common in answers about children and places.
const IRREGULAR: &[(&str, &str)] = &[
    ("buses", "bus"),
    ("busses", "bus"),
    ("children", "child"),
    ("childrens", "child"),
    ("women", "woman"),
    ("men", "man"),
    ("feet", "foot"),
    ("teeth", "tooth"),
    ("mums", "mum"),
    ("mommy", "mum"),
    ("mom", "mum"),
    ("moms", "mum"),
];

/// The stem of a folded word in a language: Snowball, then accents taken off Latin letters, so that
/// `cafés` and `cafe` meet. Undetermined is read as English; a language without a stemmer keeps the word.
pub fn stem(language: Language, word: &str) -> Cow<'_, str> {
    if let Some(&(_, irregular)) = IRREGULAR.iter().find(|(form, _)| language.is_read_as_english() && *form == word) {
        return Cow::Borrowed(irregular);
    }
    let stemmed = match algorithm(language) {
        Some(algorithm) => Stemmer::create(algorithm).stem(word),
        None => Cow::Borrowed(word),
    };
    match stemmed.is_ascii() {
        true => stemmed,
        false => Cow::Owned(without_accents(&stemmed)),
    }
}

/// The word with the accents of its Latin letters taken off; other scripts keep their marks.
pub(super) fn without_accents(word: &str) -> String {
    let mut plain = String::with_capacity(word.len());
    let mut after_latin = false;
    for c in word.nfd() {
        let is_accent = ('\u{300}'..='\u{36F}').contains(&c);
        if is_accent && after_latin {
            continue;
        }
        after_latin = c.is_ascii_alphabetic();
        plain.push(c);
    }
    plain.nfc().collect()
}

/// The Snowball algorithm of a language, where there is one that never fails: the Greek one can cut inside
/// a letter (it panics on some words), so Greek words are kept.
fn algorithm(language: Language) -> Option<Algorithm> {
    let lang = match language {
        Language::Undetermined => return Some(Algorithm::English),
        Language::Known(lang) => lang,
    };
    Some(match lang {
        Lang::Eng => Algorithm::English,
        Lang::Ara => Algorithm::Arabic,
        Lang::Dan => Algorithm::Danish,
        Lang::Nld => Algorithm::Dutch,
        Lang::Fin => Algorithm::Finnish,
        Lang::Fra => Algorithm::French,
        Lang::Deu => Algorithm::German,
        Lang::Hun => Algorithm::Hungarian,
        Lang::Ita => Algorithm::Italian,
        Lang::Nob => Algorithm::Norwegian,
        Lang::Por => Algorithm::Portuguese,
        Lang::Ron => Algorithm::Romanian,
        Lang::Rus => Algorithm::Russian,
        Lang::Spa => Algorithm::Spanish,
        Lang::Swe => Algorithm::Swedish,
        Lang::Tam => Algorithm::Tamil,
        Lang::Tur => Algorithm::Turkish,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).iter().map(Word::folded).collect()
    }

    #[test]
    fn apostrophes_belong_to_words_and_hyphens_part_them() {
        assert_eq!(
            folded("I DON'T like the after-school club, 'honest'"),
            ["i", "dont", "like", "the", "after", "school", "club", "honest"]
        );
        assert_eq!(folded("don’t"), ["dont"]);
        assert_eq!(Word { surface: "i'\u{301}", start: 0 }.folded(), "í");
    }

    #[test]
    fn plain_and_accented_text_part_words_alike() {
        for text in ["a.b c_d 3.5", "x:y", "one;two"] {
            let accented = format!("{text} é");
            let mut expected = folded(text);
            expected.push("é".into());
            // An underscore is a letter to nobody but Unicode.
            assert_eq!(folded(&accented), expected, "{text}");
        }
    }

    #[test]
    fn words_know_where_they_stand() {
        let text = "café, ＢＵＳ!";
        let found = words(text);
        assert_eq!(&text[found[1].start..found[1].end()], "ＢＵＳ");
        assert_eq!(found[1].folded(), "bus");
    }

    #[test]
    fn forms_of_a_word_share_a_stem() {
        let english = Language::ENGLISH;
        assert_eq!(stem(english, "buses"), stem(english, "bus"));
        assert_eq!(stem(english, "cafés"), "cafe");
        assert_eq!(stem(english, "childrens"), stem(english, "children"));
        assert_eq!(stem(Language::Known(Lang::Pan), "ਪਾਰਕ"), "ਪਾਰਕ");
    }
}
