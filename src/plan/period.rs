//! The stretch of time a figure is for: a month, a calendar year, or a year that starts in April or September.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, date};
use serde::{Deserialize, Serialize};

/// When a figure was or will be true. Written in files as `2014-03`, `2014`, `2013/14` or `2013/14 academic`,
/// with years from 1900 to 2199; displayed as people write it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Period {
    /// One month, counted from 1.
    Month { year: i16, month: i8 },
    /// January to December.
    Calendar { year: i16 },
    /// April of this year to March of the next.
    Financial { first: i16 },
    /// September of this year to August of the next.
    Academic { first: i16 },
}

impl Period {
    /// Its first day.
    pub fn starts(&self) -> Date {
        match *self {
            Self::Month { year, month } => date(year, month, 1),
            Self::Calendar { year } => date(year, 1, 1),
            Self::Financial { first } => date(first, 4, 1),
            Self::Academic { first } => date(first, 9, 1),
        }
    }

    /// Its last day.
    pub fn ends(&self) -> Date {
        match *self {
            Self::Month { year, month } => date(year, month, 1).last_of_month(),
            Self::Calendar { year } => date(year, 12, 31),
            Self::Financial { first } => date(first + 1, 3, 31),
            Self::Academic { first } => date(first + 1, 8, 31),
        }
    }
}

impl Period {
    /// The period as files write it, which reads back as the same.
    pub fn as_text(&self) -> String {
        match *self {
            Self::Month { year, month } => format!("{year}-{month:02}"),
            Self::Calendar { year } => year.to_string(),
            Self::Financial { first } => format!("{first}/{:02}", (first + 1) % 100),
            Self::Academic { first } => format!("{first}/{:02} academic", (first + 1) % 100),
        }
    }

    /// Whether any day lies in both.
    pub fn overlaps(&self, other: Period) -> bool {
        self.starts() <= other.ends() && other.starts() <= self.ends()
    }

    /// Whether one of the two lies within the other, so that figures of both could be of one time.
    pub fn meets(&self, other: Period) -> bool {
        let within = |inner: Period, outer: Period| inner.starts() >= outer.starts() && inner.ends() <= outer.ends();
        within(*self, other) || within(other, *self)
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.as_text()
    }
}

impl TryFrom<String> for Period {
    type Error = NotAPeriod;

    fn try_from(text: String) -> Result<Self, NotAPeriod> {
        text.parse()
    }
}

/// What cannot be read as a period.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "\"{0}\" is not a period: write a month (2014-03), a year (2014), a year from April (2013/14) or a school year (2013/14 academic)"
)]
pub struct NotAPeriod(pub String);

impl FromStr for Period {
    type Err = NotAPeriod;

    fn from_str(text: &str) -> Result<Self, NotAPeriod> {
        read(text.trim()).ok_or_else(|| NotAPeriod(text.to_owned()))
    }
}

fn read(text: &str) -> Option<Period> {
    if let Some((year, month)) = text.split_once('-') {
        let month = digits(month, 2).filter(|month| (1..=12).contains(month))?;
        return Some(Period::Month { year: read_year(year)?, month: i8::try_from(month).ok()? });
    }
    let Some((first, rest)) = text.split_once('/') else {
        return Some(Period::Calendar { year: read_year(text)? });
    };
    let first = read_year(first)?;
    let (second, academic) = match rest.split_once(' ') {
        None => (rest, false),
        Some((second, "academic")) => (second, true),
        Some(_) => return None,
    };
    if digits(second, 2)? != (first + 1) % 100 {
        return None;
    }
    Some(if academic { Period::Academic { first } } else { Period::Financial { first } })
}

fn read_year(text: &str) -> Option<i16> {
    digits(text, 4).filter(|year| (1900..2200).contains(year))
}

/// A number written with exactly this many digits.
fn digits(text: &str, count: usize) -> Option<i16> {
    (text.len() == count && text.bytes().all(|b| b.is_ascii_digit())).then(|| text.parse().ok()).flatten()
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Month { .. } => write!(f, "{}", self.starts().strftime("%B %Y")),
            Self::Calendar { year } => write!(f, "{year}"),
            Self::Financial { first } => write!(f, "{first}/{:02}", (first + 1) % 100),
            Self::Academic { first } => write!(f, "{first}/{:02} (academic year)", (first + 1) % 100),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_way_of_writing_a_period_has_its_days() {
        let cases = [
            ("2014-02", date(2014, 2, 1), date(2014, 2, 28), "February 2014"),
            ("2014", date(2014, 1, 1), date(2014, 12, 31), "2014"),
            ("2013/14", date(2013, 4, 1), date(2014, 3, 31), "2013/14"),
            ("2013/14 academic", date(2013, 9, 1), date(2014, 8, 31), "2013/14 (academic year)"),
            ("1999/00", date(1999, 4, 1), date(2000, 3, 31), "1999/00"),
        ];
        for (text, starts, ends, shown) in cases {
            let period: Period = text.parse().unwrap();
            assert_eq!((period.starts(), period.ends(), period.to_string().as_str()), (starts, ends, shown));
            assert_eq!(period.as_text(), text);
        }
    }

    #[test]
    fn a_month_meets_the_years_it_lies_in_and_no_others() {
        let period = |text: &str| text.parse::<Period>().unwrap();
        let march = period("2013-03");
        for (year, meets) in [("2012/13", true), ("2013", true), ("2013/14", false), ("2012/13 academic", true)] {
            assert_eq!((march.meets(period(year)), period(year).meets(march)), (meets, meets), "{year}");
        }
        assert!(!period("2012/13").meets(period("2012/13 academic")), "each has days that the other has not");
        assert!(period("2012/13").overlaps(period("2012/13 academic")) && !period("2012").overlaps(march));
    }

    #[test]
    fn what_is_not_a_period_is_refused() {
        let texts =
            ["", "14", "2014-13", "2014-00", "2014-3", "2013/15", "2013/2014", "2013/14 school", "+014", "9999"];
        for text in texts {
            assert_eq!(text.parse::<Period>(), Err(NotAPeriod(text.to_owned())));
        }
    }
}
