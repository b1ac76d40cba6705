//! How a postcode is written, and what people type for one.
//!
//! The grammar is Royal Mail's, as published with the National Statistics postcode products: A9, A99, A9A, AA9, AA99
//! or AA9A, then a digit and two letters, with some letters never used in some places; and GIR 0AA.

/// A whole postcode packed into a number: one number for each, and none for two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Unit(u32);

/// What somebody typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Typed {
    Whole(Unit),
    /// The first part alone, or with a piece of the second.
    FirstPart,
    Nothing,
    Other,
}

impl Unit {
    /// GIR 0AA, which fits no pattern.
    const GIR: Self = Self(u32::MAX);

    /// Reads a postcode as files write it, with any or no spaces and without slips.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let letters: Letters = Letters::of(text)?;
        let (unit, slips) = whole(letters.as_slice())?;
        (slips == 0).then_some(unit)
    }

    pub(super) fn packed(self) -> u32 {
        self.0
    }

    /// Packs a postcode whose parts are known to follow the grammar.
    fn pack(first: &[u8], second: [u8; 3]) -> Self {
        let letter = |byte: u8| u32::from(byte.saturating_sub(b'A'));
        let digit = |byte: u8| u32::from(byte.saturating_sub(b'0'));
        // 702 areas of one or two letters, 370 forms of a number with or without a second digit or a letter, 6,760
        // second parts: fewer than 2³² together.
        let (area, number) = match first {
            [a, b, rest @ ..] if b.is_ascii_alphabetic() => (26 + letter(*a) * 26 + letter(*b), rest),
            [a, rest @ ..] => (letter(*a), rest),
            [] => (0, first),
        };
        let number = match number {
            [a, b] if b.is_ascii_digit() => 10 + digit(*a) * 10 + digit(*b),
            [a, b] => 110 + digit(*a) * 26 + letter(*b),
            [a] => digit(*a),
            _ => 0,
        };
        let [a, b, c] = second;
        Self(((area * 370 + number) * 10 + digit(a)) * 676 + letter(b) * 26 + letter(c))
    }
}

/// The capital letters and digits of a text, at most seven; a typed postcode never reaches the heap.
#[derive(Clone, Copy)]
struct Letters {
    bytes: [u8; 7],
    len: usize,
}

impl Letters {
    /// `None` where there are more than seven, or anything but letters, digits and what people put between them.
    fn of(text: &str) -> Option<Self> {
        let mut letters = Self { bytes: [0; 7], len: 0 };
        for c in text.chars() {
            // Full-width forms, which some keyboards for East Asian languages give.
            let c = match c {
                '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0)?,
                other => other,
            };
            if c.is_whitespace() || matches!(c, '-' | '.' | ',' | '\u{200B}' | '\u{2010}'..='\u{2014}') {
                continue;
            }
            if !c.is_ascii_alphanumeric() {
                return None;
            }
            *letters.bytes.get_mut(letters.len)? = u8::try_from(c.to_ascii_uppercase()).ok()?;
            letters.len += 1;
        }
        Some(letters)
    }

    fn as_slice(&self) -> &[u8] {
        self.bytes.get(..self.len).unwrap_or_default()
    }
}

/// Reads what somebody typed.
pub(super) fn read_typed(text: &str) -> Typed {
    let Some(letters) = Letters::of(text) else { return Typed::Other };
    let letters = letters.as_slice();
    if letters.is_empty() {
        return Typed::Nothing;
    }
    if let Some((unit, _)) = whole(letters) {
        return Typed::Whole(unit);
    }
    // A piece of the second part is its digit, or its digit and first letter, without slips.
    let is_first = |piece: usize| {
        let parts = letters.len().checked_sub(piece).and_then(|at| letters.split_at_checked(at));
        let pattern = SECOND.get(..piece).unwrap_or_default();
        parts.is_some_and(|(first, piece)| {
            first_part(first).is_some() && fit(piece, pattern).is_some_and(|(_, slips)| slips == 0)
        })
    };
    if (0..SECOND.len()).any(is_first) { Typed::FirstPart } else { Typed::Other }
}

/// What may stand in one place of a postcode.
type Place = &'static [u8];
const DIGIT: Place = b"0123456789";
/// A district of two digits never begins with 0.
const TENS: Place = b"123456789";
const AREA: Place = b"ABCDEFGHIJKLMNOPRSTUWYZ";
const AREA_SECOND: Place = b"ABCDEFGHKLMNOPQRSTUVWXY";
const AFTER_A9: Place = b"ABCDEFGHJKPSTUW";
const AFTER_AA9: Place = b"ABEHMNPRVWXY";
const LAST: Place = b"ABDEFGHJLNPQRSTUWXYZ";

const FIRST: [&[Place]; 6] = [
    &[AREA, DIGIT],
    &[AREA, TENS, DIGIT],
    &[AREA, DIGIT, AFTER_A9],
    &[AREA, AREA_SECOND, DIGIT],
    &[AREA, AREA_SECOND, TENS, DIGIT],
    &[AREA, AREA_SECOND, DIGIT, AFTER_AA9],
];
const SECOND: [Place; 3] = [DIGIT, LAST, LAST];

/// The postcode that these letters write, and how many of them had to be read as another.
fn whole(letters: &[u8]) -> Option<(Unit, usize)> {
    if letters == b"GIR0AA" {
        return Some((Unit::GIR, 0));
    }
    let (first, second) = letters.split_at_checked(letters.len().checked_sub(3)?)?;
    let (second, slips_after) = fit(second, &SECOND)?;
    let (first, slips) = first_part(first)?;
    let [a, b, c, _] = second;
    Some((Unit::pack(first.get(..letters.len() - 3)?, [a, b, c]), slips + slips_after))
}

/// The first part that these letters write with the fewest read as another.
fn first_part(letters: &[u8]) -> Option<([u8; 4], usize)> {
    FIRST.iter().filter_map(|pattern| fit(letters, pattern)).min_by_key(|(_, slips)| *slips)
}

/// The letters as a pattern has them, and how many had to be read as another.
fn fit(letters: &[u8], pattern: &[Place]) -> Option<([u8; 4], usize)> {
    if letters.len() != pattern.len() {
        return None;
    }
    let (mut read, mut slips) = ([0; 4], 0);
    for ((to, letter), place) in read.iter_mut().zip(letters).zip(pattern) {
        let other = match letter {
            b'O' => b'0',
            b'I' | b'L' => b'1',
            b'0' => b'O',
            b'1' => b'I',
            same => *same,
        };
        *to = if place.contains(letter) {
            *letter
        } else {
            slips += 1;
            *place.iter().find(|allowed| **allowed == other)?
        };
    }
    Some((read, slips))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashMap;

    fn same(typed: &str, meant: &str) {
        let meant = Unit::parse(meant).unwrap_or_else(|| panic!("{meant} is no postcode"));
        assert_eq!(read_typed(typed), Typed::Whole(meant), "{typed}");
    }

    #[test]
    fn case_spaces_and_marks_do_not_matter() {
        for typed in ["WR51TG", "wr5 1tg", " Wr 5 1 tG ", "WR5-1TG", "wr5\u{a0}1tg", "ＷＲ５　１ＴＧ", "WR5 1TG."]
        {
            same(typed, "WR5 1TG");
        }
    }

    #[test]
    fn slips_are_put_right_where_only_the_other_can_stand() {
        for (typed, meant) in [
            ("WR5 ITG", "WR5 1TG"),
            ("WR5 lTG", "WR5 1TG"),
            ("DYIO OAA", "DY10 0AA"),
            ("DYlO 0AA", "DY10 0AA"),
            ("B6O 1AA", "B60 1AA"),
            ("0X1 1AA", "OX1 1AA"),
            ("S01 1AA", "SO1 1AA"),
            ("S1O 1AA", "S10 1AA"),
            ("1P1 1AA", "IP1 1AA"),
            ("WIA 1AA", "W1A 1AA"),
            ("SWIA IAA", "SW1A 1AA"),
            ("BSO 1AA", "BS0 1AA"),
        ] {
            same(typed, meant);
        }
    }

    #[test]
    fn letters_that_a_postcode_never_has_there_are_not_guessed_at() {
        // O and I never stand in the last two places, so 0 and 1 there are no slip for them.
        for typed in ["WR5 1T0", "WR5 1OG", "QR5 1TG", "WI5A 1TG", "WR55A 1TG", "5WR 1TG", "WR5 TG1"] {
            assert_eq!(read_typed(typed), Typed::Other, "{typed}");
        }
        for typed in ["hello", "12345", "WR5 1TGG", "Worcester", "Wr5 1tg, Worcester", "WR5 1Т", "🙂", "SELECT 1"] {
            assert_eq!(read_typed(typed), Typed::Other, "{typed}");
        }
    }

    #[test]
    fn a_first_part_is_told_from_a_whole_postcode() {
        for typed in ["WR5", "B45", "dy10", "W1A", "SW1A", "WR5 1", "WR51", "WR5 1T", "B45 8B", "S1O"] {
            assert_eq!(read_typed(typed), Typed::FirstPart, "{typed}");
        }
        for typed in ["", "  ", "-"] {
            assert_eq!(read_typed(typed), Typed::Nothing, "{typed}");
        }
        same("N1 1AA", "N11AA");
        same("gir 0aa", "GIR0AA");
    }

    #[test]
    fn files_are_read_without_slips() {
        assert_eq!(Unit::parse("WR5 ITG"), None);
        assert_eq!(Unit::parse("WR5"), None);
        assert!(Unit::parse("WR5  1TG").is_some());
    }

    #[test]
    fn no_two_postcodes_share_a_number() {
        let mut seen = HashMap::new();
        for pattern in FIRST {
            let ends = |place: &Place| [place[0], place[place.len() / 2], place[place.len() - 1]];
            let mut firsts = vec![Vec::new()];
            for place in pattern {
                let longer = |first: Vec<u8>| ends(place).map(|byte| [first.clone(), vec![byte]].concat());
                firsts = firsts.into_iter().flat_map(longer).collect();
            }
            for first in firsts {
                for second in ["0AA", "1AA", "0AB", "0BA", "9ZZ"] {
                    let text = String::from_utf8([&first, second.as_bytes()].concat()).unwrap();
                    let unit = Unit::parse(&text).unwrap_or_else(|| panic!("{text}"));
                    assert!(unit < Unit::GIR);
                    let before = seen.insert(unit.packed(), text.clone());
                    assert!(before.is_none_or(|before| before == text), "{text}");
                }
            }
        }
        assert!(seen.len() > 1000);
    }
}
