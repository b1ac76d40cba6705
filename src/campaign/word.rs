//! The word at the end of a short address: short enough to say aloud and to type from a wall.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The most characters of a word.
pub const MOST_IN_A_WORD: usize = 20;
const LEAST: usize = 2;

/// Lower-case letters, digits and hyphens, from 2 to [`MOST_IN_A_WORD`] characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ShortWord(String);

impl ShortWord {
    /// Reads what somebody typed or followed: capitals, spaces and underscores do not matter.
    pub fn parse(typed: &str) -> Option<Self> {
        let plain = |c: char| if c.is_whitespace() || c == '_' { '-' } else { c.to_ascii_lowercase() };
        let word: String = typed.trim().chars().map(plain).collect();
        let fits = word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        let edges = word.starts_with('-') || word.ends_with('-') || word.contains("--");
        (fits && !edges && (LEAST..=MOST_IN_A_WORD).contains(&word.len())).then_some(Self(word))
    }

    /// A word made of a place's name, with a number where the plain one is taken; the first try is 0. Nothing where the
    /// name has no letter that an address can have.
    pub fn of_name(name: &str, again: u32) -> Option<Self> {
        let end = if again == 0 { String::new() } else { format!("-{}", again + 1) };
        let letters: String = folded(name).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
        let parts: Vec<&str> = letters.split(' ').filter(|part| !part.is_empty()).collect();
        let mut word = String::new();
        for part in &parts {
            if !word.is_empty() && word.len() + 1 + part.len() + end.len() > MOST_IN_A_WORD {
                break;
            }
            if !word.is_empty() {
                word.push('-');
            }
            word.push_str(part);
        }
        word.truncate(MOST_IN_A_WORD - end.len());
        Self::parse(&format!("{word}{end}"))
    }

    /// As in an address and in the database.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A name in small Latin letters without their marks, as far as it has such letters.
fn folded(name: &str) -> String {
    let mut folded = String::with_capacity(name.len());
    for c in name.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ø' => folded.push('o'),
            'ħ' => folded.push('h'),
            'ı' => folded.push('i'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            // A word goes on over an apostrophe.
            '\'' | '’' => {}
            c => folded.push(c),
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str, again: u32) -> Option<String> {
        ShortWord::of_name(name, again).map(|word| word.as_str().to_owned())
    }

    #[test]
    fn a_place_gives_a_word_that_can_be_said() {
        assert_eq!(of("Redditch Library", 0).as_deref(), Some("redditch-library"));
        assert_eq!(of("Redditch Library", 1).as_deref(), Some("redditch-library-2"));
        assert_eq!(of("The Youth Centre at Evesham, upstairs", 0).as_deref(), Some("the-youth-centre-at"));
        assert_eq!(of("Llanfairpwllgwyngyllgogerychwyrndrobwll", 3).as_deref(), Some("llanfairpwllgwyngy-4"));
        assert_eq!(of("Orzeł – Św. Anna", 0).as_deref(), Some("orzel-sw-anna"));
        assert_eq!(of("Școala Îngerilor Ștefăniță", 0).as_deref(), Some("scoala-ingerilor"));
        assert_eq!(of("Tŷ’r Ødegård Straße", 0).as_deref(), Some("tyr-odegard-strasse"));
        assert_eq!(of("اردو", 0), None);
    }

    #[test]
    fn a_word_is_read_as_people_type_it_and_nothing_else_is() {
        assert_eq!(ShortWord::parse(" Redditch_Library ").unwrap().as_str(), "redditch-library");
        for other in ["", "a", "-a", "a-", "a--b", "a/b", "../..", "é", "abcdefghijklmnopqrstu", "a?b", "a%2f"] {
            assert_eq!(ShortWord::parse(other), None, "{other}");
        }
    }
}
