//! The periods of time that responses are told apart by: weeks in a short consultation, months in a long one.
//!
//! Never days, and never both: weeks lie across the ends of months, so two tables of one consultation, one by each, would
//! tell by subtraction what a few days said. See docs/decisions/0030.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;

use super::super::desk::day_and_year;
use crate::survey::Consultation;

/// A consultation that is open for more days than this is told apart by months.
const MOST_DAYS_IN_WEEKS: i32 = 70;
/// The period of every day before a consultation opens, such as those of answers that were read in from a file.
const BEFORE: &str = "before";
/// The period of every day after it closes.
const AFTER: &str = "after";

/// The periods of one consultation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Periods {
    opens: Date,
    closes: Date,
}

impl Periods {
    /// Those that its opening and closing days call for. They do not depend on who has answered.
    pub fn of(consultation: &Consultation) -> Self {
        Self { opens: consultation.opens, closes: consultation.closes }
    }

    /// Whether they are weeks; otherwise they are months.
    pub fn are_weeks(self) -> bool {
        self.opens.until(self.closes).is_ok_and(|open| open.get_days() <= MOST_DAYS_IN_WEEKS)
    }

    /// The key of the period of a day: the Monday of its week, as 2026-11-02, or its month, as 2026-11.
    pub fn of_day(self, day: Date) -> String {
        if day < self.opens {
            BEFORE.to_owned()
        } else if day > self.closes {
            AFTER.to_owned()
        } else if self.are_weeks() {
            day.saturating_sub(i32::from(day.weekday().to_monday_zero_offset()).days()).to_string()
        } else {
            day.strftime("%Y-%m").to_string()
        }
    }

    /// The keys of the periods of these days, the earliest first.
    pub fn of_days(self, days: impl Iterator<Item = Date>) -> Vec<String> {
        let keys: BTreeSet<String> = days.map(|day| self.of_day(day)).collect();
        let mut keys: Vec<String> = keys.into_iter().collect();
        keys.sort_by_key(|key| (key != BEFORE, key == AFTER));
        keys
    }

    /// What the way is called: `Week of sending`.
    pub fn way_name(self) -> &'static str {
        if self.are_weeks() { "Week of sending" } else { "Month of sending" }
    }

    /// What a period is called: `Week from 2 November 2026`, `November 2026`.
    pub fn name(self, key: &str) -> String {
        let day = |text: &str| text.parse::<Date>().ok();
        match key {
            BEFORE => "Before it opened".to_owned(),
            AFTER => "After it closed".to_owned(),
            key => match (day(key), day(&format!("{key}-01"))) {
                (Some(monday), _) => format!("Week from {}", day_and_year(monday)),
                (None, Some(first)) => first.strftime("%B %Y").to_string(),
                (None, None) => key.to_owned(),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    const SHORT: Periods = Periods { opens: date(2026, 11, 3), closes: date(2026, 12, 19) };
    const LONG: Periods = Periods { opens: date(2026, 1, 1), closes: date(2026, 12, 31) };

    #[test]
    fn a_short_consultation_has_weeks_and_a_long_one_months_and_neither_has_both() {
        assert_eq!(SHORT.of_day(date(2026, 11, 8)), "2026-11-02", "a Sunday is of the week before");
        assert_eq!(SHORT.of_day(date(2026, 11, 9)), "2026-11-09");
        assert_eq!(LONG.of_day(date(2026, 11, 9)), "2026-11");
        assert_eq!([SHORT.way_name(), LONG.way_name()], ["Week of sending", "Month of sending"]);
    }

    #[test]
    fn days_outside_it_are_two_periods_and_all_stand_in_their_order() {
        let days = [date(2027, 1, 5), date(2026, 11, 10), date(2020, 1, 1), date(2026, 11, 3), date(2026, 11, 11)];
        assert_eq!(SHORT.of_days(days.into_iter()), ["before", "2026-11-02", "2026-11-09", "after"]);
    }

    #[test]
    fn a_period_is_called_by_its_name_and_anything_else_stays_what_it_is() {
        let names = ["2026-11-02", "2026-11", "before", "after", "2026-13", "x"].map(|key| SHORT.name(key));
        let said =
            ["Week from 2 November 2026", "November 2026", "Before it opened", "After it closed", "2026-13", "x"];
        assert_eq!(names, said);
    }
}
