//! Which language an answer is written in, with care for short answers.
//!
//! Most answers are shorter than any language detector expects. A wrong language does harm (wrong
//! stems, wrong translator asked for), an undetermined one none: so a language is named only on
//! good grounds. Leaves out which languages a survey is offered in (`survey`).

use whatlang::{Lang, Script, detect, detect_script};

use super::{stop_words, words};

/// The language of one answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// Too short or too mixed to say.
    #[default]
    Undetermined,
    /// One language, on good grounds.
    Known(Lang),
}

/// Latin-script answers in a language other than English need this many letters before a name is put to it.
const LETTERS_FOR_ANOTHER: usize = 18;

impl Language {
    /// English, the language most answers are in.
    pub const ENGLISH: Self = Self::Known(Lang::Eng);

    /// The language of `text`, or [`Language::Undetermined`] where there are no good grounds.
    ///
    /// English is recognised by its function words, which even a four-word answer has; a script that
    /// one language owns settles the matter; anything else must be long enough, and must not hold
    /// English function words beyond what chance would give it.
    pub fn of(text: &str) -> Self {
        let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
        if letters < 2 {
            return Self::Undetermined;
        }
        let latin = detect_script(text).is_none_or(|script| script == Script::Latin);
        if !latin {
            return detect(text).map_or(Self::Undetermined, |found| Self::Known(found.lang()));
        }
        let all: Vec<String> = words(text).iter().map(super::Word::folded).collect();
        let share =
            |known: fn(&str) -> bool| all.iter().filter(|word| known(word)).count() as f64 / all.len().max(1) as f64;
        let (english, welsh) = (share(stop_words::is_english_mark), share(stop_words::is_welsh_mark));
        if welsh > english && welsh >= 0.25 && all.len() >= 3 {
            return Self::Known(Lang::Cym);
        }
        let guess = detect(text);
        match guess {
            Some(found) if found.lang() == Lang::Eng && (found.is_reliable() || english > 0.0) => Self::ENGLISH,
            _ if english >= 0.2 => Self::ENGLISH,
            Some(found) if english < 0.15 && letters >= LETTERS_FOR_ANOTHER && found.confidence() >= 0.5 => {
                match all.len() >= 4 && (found.is_reliable() || !text.is_ascii()) {
                    true => Self::Known(found.lang()),
                    false => Self::Undetermined,
                }
            }
            _ => Self::Undetermined,
        }
    }

    /// The two-letter ISO 639-1 code where there is one, else the three-letter code; `und` for undetermined.
    pub fn code(self) -> &'static str {
        match self {
            Self::Undetermined => "und",
            Self::Known(lang) => short_code(lang).unwrap_or(lang.code()),
        }
    }

    /// The language of a tag such as `en`, `en-GB` or `pol`; [`Language::Undetermined`] for one that is not known.
    pub fn of_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
        let primary = match primary.as_str() {
            "no" | "nn" => "nb",
            other => other,
        };
        let is_it = |lang: &&Lang| short_code(**lang) == Some(primary) || lang.code() == primary;
        Lang::all().iter().find(is_it).map_or(Self::Undetermined, |lang| Self::Known(*lang))
    }

    /// The name as an officer would say it, in English.
    pub fn name(self) -> &'static str {
        match self {
            Self::Undetermined => "not determined",
            Self::Known(lang) => lang.eng_name(),
        }
    }

    /// Whether to read the answer as English: it is, or nothing says it is not.
    pub fn is_read_as_english(self) -> bool {
        matches!(self, Self::Undetermined | Self::Known(Lang::Eng))
    }
}

/// ISO 639-1 codes of the languages most spoken in homes in England and Wales.
fn short_code(lang: Lang) -> Option<&'static str> {
    Some(match lang {
        Lang::Eng => "en",
        Lang::Cym => "cy",
        Lang::Pol => "pl",
        Lang::Ron => "ro",
        Lang::Pan => "pa",
        Lang::Urd => "ur",
        Lang::Por => "pt",
        Lang::Spa => "es",
        Lang::Ara => "ar",
        Lang::Ben => "bn",
        Lang::Guj => "gu",
        Lang::Ita => "it",
        Lang::Fra => "fr",
        Lang::Deu => "de",
        Lang::Tur => "tr",
        Lang::Lit => "lt",
        Lang::Lav => "lv",
        Lang::Hun => "hu",
        Lang::Bul => "bg",
        Lang::Rus => "ru",
        Lang::Ukr => "uk",
        Lang::Ell => "el",
        Lang::Nld => "nl",
        Lang::Tam => "ta",
        Lang::Hin => "hi",
        Lang::Pes => "fa",
        Lang::Cmn => "zh",
        Lang::Slk => "sk",
        Lang::Ces => "cs",
        Lang::Nep => "ne",
        Lang::Mal => "ml",
        Lang::Jpn => "ja",
        Lang::Kor => "ko",
        Lang::Heb => "he",
        Lang::Dan => "da",
        Lang::Swe => "sv",
        Lang::Nob => "nb",
        Lang::Fin => "fi",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_english_answers_are_english_or_left_undetermined() {
        for text in ["More buses please", "the park", "my mum and my dog", "football", "Ban Marmite", "pool"] {
            assert!(Language::of(text).is_read_as_english(), "{text}: {}", Language::of(text).name());
        }
        assert_eq!(Language::of("there is nothing to do when it rains").code(), "en");
    }

    #[test]
    fn other_scripts_and_longer_answers_are_named() {
        assert_eq!(Language::of("Chciałabym, żeby autobus jeździł też wieczorem i w niedzielę").code(), "pl");
        assert_eq!(Language::of("Hoffwn i gael mwy o bethau i'w gwneud ar ôl ysgol yn y pentref").code(), "cy");
        assert_eq!(Language::of("ਸਾਨੂੰ ਹੋਰ ਪਾਰਕ ਚਾਹੀਦੇ ਹਨ").code(), "pa");
    }

    #[test]
    fn a_tag_names_the_language_that_it_was_made_from() {
        for lang in Lang::all() {
            let language = Language::Known(*lang);
            assert_eq!(Language::of_tag(language.code()), language);
        }
        assert_eq!(Language::of_tag("en-GB"), Language::ENGLISH);
        assert_eq!([Language::of_tag("und"), Language::of_tag("")], [Language::Undetermined; 2]);
    }

    #[test]
    fn what_is_not_words_has_no_language() {
        for text in ["", "…", "😀😀", "7", "?"] {
            assert_eq!(Language::of(text), Language::Undetermined, "{text}");
        }
    }
}
