//! Which languages are stemmed, and the one door to words and stems.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};

/// The language tags that have a Snowball stemmer. Greek has one too, but it can fail on real words
/// (it cuts inside a letter), so Greek words are kept as they are.
const STEMMED: [(&str, Algorithm); 17] = [
    ("en", Algorithm::English),
    ("ar", Algorithm::Arabic),
    ("da", Algorithm::Danish),
    ("de", Algorithm::German),
    ("es", Algorithm::Spanish),
    ("fi", Algorithm::Finnish),
    ("fr", Algorithm::French),
    ("hu", Algorithm::Hungarian),
    ("it", Algorithm::Italian),
    ("nb", Algorithm::Norwegian),
    ("nl", Algorithm::Dutch),
    ("pt", Algorithm::Portuguese),
    ("ro", Algorithm::Romanian),
    ("ru", Algorithm::Russian),
    ("sv", Algorithm::Swedish),
    ("ta", Algorithm::Tamil),
    ("tr", Algorithm::Turkish),
];

/// How the words of an answer are stemmed: by the stemmer of its language, or not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stemming(Option<(&'static str, Algorithm)>);

impl Stemming {
    /// Words stay as they are.
    pub const NONE: Self = Self(None);

    /// For a language tag such as `en` or `en-GB`. An empty or undetermined one is read as English.
    pub fn of(language: &str) -> Self {
        let primary = language.split(['-', '_']).next().unwrap_or_default().to_lowercase();
        let primary = match primary.as_str() {
            "" | "und" => "en",
            "no" | "nn" => "nb",
            other => other,
        };
        Self(STEMMED.into_iter().find(|(tag, _)| *tag == primary))
    }

    /// Every way of stemming: each stemmed language, then none.
    pub fn every() -> impl Iterator<Item = Self> {
        STEMMED.into_iter().map(|stemmed| Self(Some(stemmed))).chain([Self(None)])
    }

    /// A short name for fields: the language, or `other`.
    pub fn tag(self) -> &'static str {
        self.0.map_or("other", |(tag, _)| tag)
    }

    /// The stem of a folded word.
    pub fn stem(self, word: &str) -> Cow<'_, str> {
        match self.0 {
            Some((_, algorithm)) => Stemmer::create(algorithm).stem(word),
            None => Cow::Borrowed(word),
        }
    }
}

/// One word where it stands in a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    pub surface: &'a str,
    /// Bytes from the start of the text.
    pub start: usize,
}

impl Word<'_> {
    pub fn end(&self) -> usize {
        self.start + self.surface.len()
    }

    pub fn folded(&self) -> String {
        use unicode_normalization::UnicodeNormalization;
        self.surface.nfkc().flat_map(char::to_lowercase).filter(|c| !matches!(c, '\'' | '’')).collect()
    }
}

pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    use unicode_segmentation::UnicodeSegmentation;
    text.unicode_word_indices().map(|(start, surface)| Word { surface, start }).collect()
}
