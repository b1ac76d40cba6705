//! How somebody comes to a consultation: by the link of a place, or with a group by its code. A way in is counted and
//! never tied to a response. Leaves out the counts themselves (`store`) and where a code's randomness comes from.

use jiff::ToSpan;
use jiff::civil::Date;

use super::receipt::ALPHABET;

/// Characters of a code: 32 to the power of six, a thousand million. Whoever guesses one finds a start page.
const CODE_CHARACTERS: usize = 6;
/// The most characters that a group's or a place's name has.
pub const MOST_IN_A_NAME: usize = 60;
/// The most people that a group has: a whole large school.
pub const MOST_IN_A_GROUP: u32 = 3_000;
/// How many days after the one it is started on a group's code still works.
const GROUP_DAYS: i64 = 14;

/// The short code that people type to come in: six of Crockford's letters and digits, no two of which look alike.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct WayCode(String);

impl WayCode {
    /// A code from six random bytes.
    pub fn from_random(bytes: [u8; CODE_CHARACTERS]) -> Self {
        Self(bytes.map(|byte| char::from(ALPHABET[usize::from(byte) % ALPHABET.len()])).iter().collect())
    }

    /// Reads what somebody typed: case, spaces and hyphens do not matter, and I, L and O count as 1, 1 and 0.
    pub fn parse(typed: &str) -> Option<Self> {
        let plain = |c: char| match c.to_ascii_uppercase() {
            'I' | 'L' => '1',
            'O' => '0',
            other => other,
        };
        let code: String = typed.chars().filter(|c| !c.is_whitespace() && *c != '-').map(plain).collect();
        let fits = code.len() == CODE_CHARACTERS && code.bytes().all(|byte| ALPHABET.contains(&byte));
        fits.then_some(Self(code))
    }

    /// The six characters, as in an address and in the database.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In two groups of three, for reading from a board: `7K4 M2Q`.
    pub fn to_text(&self) -> String {
        let (first, second) = self.0.split_at(CODE_CHARACTERS / 2);
        format!("{first} {second}")
    }
}

/// What kind of way in it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WayKind {
    /// A link and a QR code for one place, made by an officer.
    Link,
    /// A class or club, started by whoever brings it together.
    Group,
}

impl WayKind {
    /// The stored form.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Group => "group",
        }
    }

    /// Reads the stored form.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Link, Self::Group].into_iter().find(|kind| kind.as_str() == text)
    }
}

/// A way in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayIn {
    pub code: WayCode,
    /// The consultation's key.
    pub consultation: String,
    pub kind: WayKind,
    /// The place, or the group as the adult calls it. Never a child's name.
    pub name: String,
    /// Everyone answers as this perspective and is not asked who they are.
    pub perspective: Option<String>,
    /// How many people the adult counted in the group.
    pub headcount: Option<u32>,
    /// They take turns on one device, which forgets each before the next.
    pub shared_device: bool,
    pub opened_on: Date,
    /// The last day it works.
    pub closes_on: Date,
}

impl WayIn {
    /// Whether it still works.
    pub fn is_open(&self, today: Date) -> bool {
        today <= self.closes_on
    }

    /// The last day that the code of a group works: two weeks after it is started, and never after the consultation
    /// closes.
    pub fn last_day_of_group(opened_on: Date, consultation_closes: Date) -> Date {
        opened_on.saturating_add(GROUP_DAYS.days()).min(consultation_closes)
    }
}

/// Why a name cannot be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameProblem {
    Missing,
    /// It has more than [`MOST_IN_A_NAME`] characters.
    TooLong,
}

/// The name of a place or a group, without spaces around it and on one line.
///
/// # Errors
/// When there is none or it is too long.
pub fn read_name(typed: &str) -> Result<String, NameProblem> {
    let words: Vec<&str> =
        typed.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty()).collect();
    let name = words.join(" ");
    match name.chars().count() {
        0 => Err(NameProblem::Missing),
        characters if characters > MOST_IN_A_NAME => Err(NameProblem::TooLong),
        _ => Ok(name),
    }
}

/// How many people there are in a group, from 1 to [`MOST_IN_A_GROUP`].
pub fn read_headcount(typed: &str) -> Option<u32> {
    typed.trim().parse().ok().filter(|count| (1..=MOST_IN_A_GROUP).contains(count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_code_survives_a_board_a_voice_and_a_childs_typing() {
        let code = WayCode::from_random([0, 1, 10, 31, 32, 255]);
        assert_eq!((code.as_str(), code.to_text().as_str()), ("01AZ0Z", "01A Z0Z"));
        for typed in ["01AZ0Z", "01a z0z", " o1-AZ-oz ", "OlazOZ", "0Iaz0z", "01A\u{a0}Z0Z"] {
            assert_eq!(WayCode::parse(typed), Some(code.clone()), "{typed}");
        }
    }

    #[test]
    fn nothing_else_is_read_as_a_code() {
        for typed in ["", "01AZ0", "01AZ0Z0", "01AZ0U", "ÀÀÀ", "01AZ0é", "../../", "' OR 1", "０１ＡＺ０Ｚ"] {
            assert_eq!(WayCode::parse(typed), None, "{typed}");
        }
    }

    #[test]
    fn a_group_works_for_two_weeks_and_never_after_the_consultation() {
        let last = |closes| WayIn::last_day_of_group(date(2026, 11, 26), closes);
        assert_eq!(last(date(2026, 12, 31)), date(2026, 12, 10));
        assert_eq!(last(date(2026, 12, 1)), date(2026, 12, 1));
    }

    #[test]
    fn a_name_is_one_line_and_short_and_a_headcount_is_a_number_of_people() {
        assert_eq!(read_name("  Year 6,\r\n Tuesday\t"), Ok("Year 6, Tuesday".to_owned()));
        assert_eq!(read_name(" \n "), Err(NameProblem::Missing));
        assert_eq!(read_name(&"é".repeat(60)).map(|name| name.chars().count()), Ok(60));
        assert_eq!(read_name(&"é".repeat(61)), Err(NameProblem::TooLong));
        assert_eq!(["30", " 1 ", "3000"].map(read_headcount), [Some(30), Some(1), Some(3_000)]);
        assert_eq!(["", "0", "-1", "3001", "30.5", "thirty", "99999999999"].map(read_headcount), [None; 7]);
    }

    #[test]
    fn kinds_are_stored_and_read() {
        for kind in [WayKind::Link, WayKind::Group] {
            assert_eq!(WayKind::parse(kind.as_str()), Some(kind));
        }
        assert_eq!(WayKind::parse("door"), None);
    }
}
