//! Which languages answers are stemmed in, by the house's one stemmer.

use std::borrow::Cow;

use whatlang::Lang;

use crate::text::{self, Language};

/// The tags of the languages that have a stemmer. Greek is not among them: the Snowball stemmer for it can
/// cut inside a letter and fail on real words, so Greek words are kept as they are.
const STEMMED: [(&str, Lang); 17] = [
    ("en", Lang::Eng),
    ("ar", Lang::Ara),
    ("da", Lang::Dan),
    ("de", Lang::Deu),
    ("es", Lang::Spa),
    ("fi", Lang::Fin),
    ("fr", Lang::Fra),
    ("hu", Lang::Hun),
    ("it", Lang::Ita),
    ("nb", Lang::Nob),
    ("nl", Lang::Nld),
    ("pt", Lang::Por),
    ("ro", Lang::Ron),
    ("ru", Lang::Rus),
    ("sv", Lang::Swe),
    ("ta", Lang::Tam),
    ("tr", Lang::Tur),
];

/// A language without a stemmer: its words only lose their accents.
const UNSTEMMED: Language = Language::Known(Lang::Pol);

/// How the words of an answer are stemmed: by the stemmer of its language, or not at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stemming(Option<(&'static str, Lang)>);

impl Stemming {
    /// Words stay as they are, but for accents.
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
        STEMMED.into_iter().map(|stemmed| Self(Some(stemmed))).chain([Self::NONE])
    }

    /// A short name for fields: the language, or `other`.
    pub fn tag(self) -> &'static str {
        self.0.map_or("other", |(tag, _)| tag)
    }

    /// The stem of a folded word.
    pub fn stem(self, word: &str) -> Cow<'_, str> {
        text::stem(self.0.map_or(UNSTEMMED, |(_, lang)| Language::Known(lang)), word)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn tags_find_their_stemmer_whatever_their_region() {
        assert_eq!(Stemming::of("en-GB"), Stemming::of("und"));
        assert_eq!(Stemming::of("no").tag(), "nb");
        for unstemmed in ["cy", "el", "pl", "xx"] {
            assert_eq!(Stemming::of(unstemmed), Stemming::NONE, "{unstemmed}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]
        #[test]
        fn no_word_makes_a_stemmer_fail(word in "[\\p{L}\\p{M}\\p{N}]{0,20}", latin in "[a-zàâçéèêëîïôûüßöäåøæıışğñáíóúőű']{0,20}",
            arabic in "[\u{600}-\u{6ff}]{0,12}", cyrillic in "[а-я]{0,14}", tamil in "[\u{b80}-\u{bff}]{0,14}") {
            for stemming in Stemming::every() {
                for word in [&word, &latin, &arabic, &cyrillic, &tamil] {
                    stemming.stem(&word.to_lowercase());
                }
            }
        }
    }
}
