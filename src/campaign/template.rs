//! Templates: what a campaign begins with, so that nobody begins with an empty page. Every word of one can be changed.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::definition::{TaskKind, Ways};

/// Something that a template puts into the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish {
    /// Days after the first day of a campaign of the template's own length; before it where negative.
    pub day: i64,
    pub kind: TaskKind,
    pub what: &'static str,
    /// It needs a school that is open: it falls on a day from Monday to Friday. Holidays are not known here.
    pub in_school: bool,
    /// How many days after the calendar is made it comes at the earliest: a school that is written to needs some to answer.
    pub notice: i64,
}

/// A template.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Template {
    pub key: &'static str,
    pub name: &'static str,
    /// For whoever chooses.
    pub about: &'static str,
    /// What the campaign's page says first; its team writes the rest.
    pub goal: &'static str,
    /// How many days it lasts, the first and the last included.
    pub days: i64,
    /// How many people it hopes for of every thousand whom it is for.
    pub of_thousand: u64,
    /// What its targets are parted by.
    pub ways: &'static [Ways],
    pub wishes: &'static [Wish],
}

const fn task(day: i64, what: &'static str) -> Wish {
    Wish { day, kind: TaskKind::Task, what, in_school: false, notice: 0 }
}

const fn event(day: i64, what: &'static str) -> Wish {
    Wish { kind: TaskKind::Event, ..task(day, what) }
}

const fn in_school(wish: Wish) -> Wish {
    Wish { in_school: true, ..wish }
}

const fn after_notice(notice: i64, wish: Wish) -> Wish {
    Wish { notice, ..wish }
}

const TEMPLATES: [Template; 3] = [
    Template {
        key: "schools-fortnight",
        name: "Schools fortnight",
        about: "Two weeks of assemblies and tutor time. Good when schools let you in.",
        goal: "For two weeks we are asking every school in the county. Ten minutes is enough to be heard.",
        days: 14,
        of_thousand: 8,
        ways: &[Ways::District, Ways::Age],
        wishes: &[
            in_school(task(-14, "Write to every head teacher and ask for ten minutes")),
            in_school(task(-7, "Print the posters and bring a set to each school")),
            task(-3, "Practise the assembly slides on each other"),
            after_notice(7, in_school(event(0, "First assembly"))),
            event(4, "Look at who has not been heard from, and choose where to go next"),
            in_school(event(9, "Stall at lunch in the biggest school")),
            in_school(task(13, "Thank every school and tell it how many took part")),
            task(21, "Write what happens next, and have it approved"),
        ],
    },
    Template {
        key: "summer-of-listening",
        name: "Summer of listening",
        about: "Eight weeks of fairs, pools, libraries and youth clubs. Good when schools are shut.",
        goal: "All summer we come to where you are. Tell us what growing up here is like.",
        days: 56,
        of_thousand: 6,
        ways: &[Ways::District, Ways::Age, Ways::Perspective],
        wishes: &[
            task(-21, "List every fair, pool, library and youth club, one district each"),
            task(-10, "Print a poster for each place, with a link of its own"),
            event(0, "Launch at the library"),
            event(14, "Youth club evening with the live page on the wall"),
            task(21, "Look at who has not been heard from, and choose where to go next"),
            event(35, "Stall at the county show"),
            task(42, "Post how far we are and who is still missing"),
            event(55, "Last day: ask once more everywhere"),
            task(63, "Write what happens next, and have it approved"),
        ],
    },
    Template {
        key: "ballot-week",
        name: "Ballot week",
        about: "One week in which everybody votes. Good for a ballot with vouchers or paper in schools.",
        goal: "This week young people choose what matters most. One person, one vote.",
        days: 7,
        of_thousand: 60,
        ways: &[Ways::District],
        wishes: &[
            in_school(task(-21, "Ask each school who counts its papers, and bring two names")),
            in_school(task(-7, "Bring vouchers or papers to each school")),
            in_school(task(-3, "Show the slides in assembly")),
            event(0, "Voting opens"),
            in_school(event(3, "Half-way: visit the schools that have not begun")),
            event(6, "Voting closes: two people type each tally"),
            event(8, "Result evening"),
            in_school(task(14, "Tell every school what was chosen and what happens next")),
        ],
    },
];

/// Every template, in the order they are offered.
pub fn templates() -> &'static [Template] {
    &TEMPLATES
}

impl Template {
    /// The template with this key.
    pub fn find(key: &str) -> Option<&'static Self> {
        TEMPLATES.iter().find(|template| template.key == key)
    }

    /// What a campaign that begins today or later puts into its calendar, and when. What belongs between its first and
    /// its last day is spread over them however many they are. Nothing is late: what should have been done before today
    /// is spread between today and the campaign's first event, and an event that would be over is left out. What needs a
    /// school falls on a school day, and what a school must be asked for comes with notice, as far as the campaign lasts.
    pub fn schedule(&self, first: Date, last: Date, today: Date) -> Vec<(Date, &'static Wish)> {
        let length = i64::from((last - first).get_days().max(0));
        let on = |wish: &'static Wish| {
            let inside = (0..self.days).contains(&wish.day);
            let days = match wish.day {
                // To the nearest day; a template lasts more than one.
                day if inside => (day * length + (self.days - 1) / 2) / (self.days - 1).max(1),
                day if day >= self.days => length + day - (self.days - 1),
                day => day,
            };
            let on = first.saturating_add(days.days());
            let end = if inside { last.max(today) } else { on.max(today).saturating_add(WEEKEND.days()) };
            match wish.kind {
                TaskKind::Event if on < today => None,
                _ => Some((settled(wish, on, (first.max(today), end), today), wish)),
            }
        };
        let mut schedule: Vec<(Date, &'static Wish)> = self.wishes.iter().filter_map(on).collect();
        let is_first = |wish: &Wish| wish.kind == TaskKind::Event && (0..self.days).contains(&wish.day);
        let event = schedule.iter().find(|(_, wish)| is_first(wish)).map(|(on, _)| *on);
        let begins = event.unwrap_or(first).max(today);
        // What is early in a template stays before what is late: one that was moved moves those after it.
        let mut least = today;
        for (on, wish) in &mut schedule {
            let own = if wish.day < 0 { self.prepared(wish, *on, today, begins) } else { *on };
            least = own.max(least);
            *on = least;
        }
        schedule
    }

    /// When something is done that comes before the campaign: on its own day, or where there is too little time left for
    /// the first thing of the template, spread over what is left before `begins`.
    fn prepared(&self, wish: &Wish, on: Date, today: Date, begins: Date) -> Date {
        let whole = -self.wishes.first().map_or(0, |first| first.day);
        let left = i64::from((begins - today).get_days().max(0));
        let on = match left < whole {
            true => today.saturating_add(((whole + wish.day) * left / whole).days()),
            false => on,
        };
        // Before the first event, and on a school day where the time left has one.
        settled(wish, on, (today, begins), today)
    }

    /// How many people to hope for of so many, in tens and at least fifty.
    pub fn target_of(&self, people: u64) -> u64 {
        (people * self.of_thousand / 1_000 / 10 * 10).max(50)
    }
}

/// The days of a weekend.
const WEEKEND: i64 = 2;

/// The day that something falls on: with the notice it needs, and on a school day if it needs a school, the next within
/// `from` and `until` or else the last before.
fn settled(wish: &Wish, on: Date, (from, until): (Date, Date), today: Date) -> Date {
    let on = on.max(today.saturating_add(wish.notice.days())).min(until).max(today);
    let is_right = |day: &Date| !wish.in_school || !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
    let next = (0..=WEEKEND).map(|days| on.saturating_add(days.days())).filter(|day| *day <= until);
    let before = (0..=WEEKEND).map(|days| on.saturating_sub(days.days())).filter(|day| *day >= from.max(today));
    next.chain(before).find(is_right).unwrap_or(on)
}

/// A whole target parted by size: each part its share, in fives and at least five, where anybody is there. The largest
/// part takes what rounding leaves, so that all parts come to the whole, unless it is too small for that.
pub fn parted(target: u64, sizes: &[u64]) -> Vec<u64> {
    let all: u64 = sizes.iter().sum();
    let part = |size: &u64| if all == 0 || *size == 0 { 0 } else { ((target * size / all + 2) / 5 * 5).max(5) };
    let mut parts: Vec<u64> = sizes.iter().map(part).collect();
    let sum: u64 = parts.iter().sum();
    let can_take = |largest: &&mut u64| **largest > 0 && **largest + target >= sum + 5;
    if let Some(largest) = parts.iter_mut().max().filter(can_take) {
        *largest = *largest + target - sum;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn every_template_can_be_found_and_its_calendar_is_in_order_and_ends_with_what_happens_next() {
        for template in templates() {
            assert_eq!(Template::find(template.key), Some(template));
            let days: Vec<i64> = template.wishes.iter().map(|wish| wish.day).collect();
            assert!(days.is_sorted() && days[0] < 0, "{}", template.key);
            assert!(template.wishes.last().is_some_and(|wish| wish.what.contains("happens next")), "{}", template.key);
            assert!(template.wishes.iter().any(|wish| wish.kind == TaskKind::Event), "{}", template.key);
        }
    }

    #[test]
    fn nothing_in_a_new_calendar_is_late_and_everything_keeps_to_the_days_of_the_campaign() {
        let (first, day) = (date(2026, 11, 26), |days: i64| date(2026, 11, 26).saturating_add(days.days()));
        for template in templates() {
            for (length, today) in [(template.days - 1, first), (5, first), (0, first), (90, day(-3)), (20, day(40))] {
                let last = day(length);
                let schedule = template.schedule(first, last, today);
                assert!(schedule.iter().all(|(on, _)| *on >= today), "{}: {schedule:?}", template.key);
                assert!(schedule.is_sorted_by_key(|(on, _)| *on), "{}: {schedule:?}", template.key);
                for (on, wish) in schedule.iter().filter(|(_, wish)| (0..template.days).contains(&wish.day)) {
                    assert!(*on <= last.max(today), "{}: {}", template.key, wish.what);
                }
            }
            // In good time and at its own length a template is what it says, but for schools on a weekend.
            let early = first.saturating_sub(40.days());
            for (on, wish) in template.schedule(first, day(template.days - 1), early) {
                let moved = i64::from((on - day(wish.day)).get_days());
                assert!(
                    moved == 0 || wish.in_school && (1..=2).contains(&moved),
                    "{}: {} {on}",
                    template.key,
                    wish.what
                );
            }
        }
        let late = TEMPLATES[2].schedule(first, day(6), day(2));
        assert!(late.iter().all(|(_, wish)| wish.what != "Voting opens"), "an event that is over is left out");
    }

    #[test]
    fn what_needs_a_school_falls_on_a_school_day_and_an_assembly_comes_days_after_the_letter_that_asks_for_it() {
        for template in templates() {
            for offset in 0..14 {
                let today = date(2026, 11, 20).saturating_add(offset.days());
                for (ahead, length) in [(0, 13), (0, 20), (3, 13), (30, 55), (0, 6)] {
                    let first = today.saturating_add(ahead.days());
                    let schedule = template.schedule(first, first.saturating_add(length.days()), today);
                    for (on, wish) in schedule.iter().filter(|(on, wish)| wish.in_school && *on > today) {
                        let weekend = matches!(on.weekday(), Weekday::Saturday | Weekday::Sunday);
                        assert!(!weekend, "{}: {} on {on}, made on {today}", template.key, wish.what);
                    }
                    let found = |what: &str| schedule.iter().find(|(_, wish)| wish.what.starts_with(what));
                    if let (Some((letter, _)), Some((assembly, _))) = (found("Write to every"), found("First assembly"))
                    {
                        let days = (*assembly - *letter).get_days();
                        let least = if length >= 9 { 5 } else { 2 };
                        assert!(days >= least, "{days} days from {letter} to {assembly}, made on {today}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_target_is_parted_by_where_people_live() {
        assert_eq!(parted(600, &[20_000, 10_000, 0]), [400, 200, 0]);
        assert_eq!(parted(100, &[1_000_000, 1]), [95, 5]);
        assert_eq!(parted(1_000, &[3, 3, 1]).iter().sum::<u64>(), 1_000);
        assert_eq!(parted(5, &[2, 1, 1]), [5, 5, 5], "too few for as many groups");
        assert_eq!(parted(100, &[0, 0]), [0, 0]);
        assert_eq!(TEMPLATES[0].target_of(75_000), 600);
        assert_eq!(TEMPLATES[0].target_of(10), 50);
    }
}
