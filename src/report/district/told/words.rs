//! What a poster and a children's edition say, in each language; one file a language, with the same in all of them.
//!
//! Names in curly brackets stand for what is put in. Names of places, organisations and themes stay as they are.

mod cy;
mod en;
mod pl;
mod ro;
mod ur;

use jiff::civil::Date;

use crate::breakdown::reading::grouped;

/// The words of one language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sayings {
    /// ISO 639-1.
    pub code: &'static str,
    /// As people are counted in a sentence; `{count}`.
    pub people: &'static str,
    /// Between the last two of a list, and between those before.
    pub and: &'static str,
    pub comma: &'static str,
    /// January to December, as they stand in a date.
    pub months: [&'static str; 12],

    /// Of the children's edition; `{place}`, `{people}`, `{many}`, `{themes}`, `{whole}`, `{words}`.
    pub child_title: &'static str,
    pub child_answered: &'static str,
    pub child_answered_hidden: &'static str,
    pub child_most: &'static str,
    pub child_few: &'static str,
    pub child_tens: &'static str,
    pub child_nearly: &'static str,
    pub child_drawn: &'static str,
    pub child_lots: &'static str,
    pub child_more: &'static str,
    pub child_fewer: &'static str,
    pub child_said: &'static str,
    pub child_know: &'static str,
    pub child_method: [&'static str; 3],
    pub child_next: &'static str,

    /// Of the poster; `{place}`, `{people}`, `{themes}`, `{more}`, `{fewer}`, `{count}`.
    pub title: &'static str,
    pub answered: &'static str,
    pub answered_hidden: &'static str,
    pub most_named: &'static str,
    pub most_of_shown: &'static str,
    pub nothing_shown: &'static str,
    pub apart_none: &'static str,
    pub apart_more: &'static str,
    pub apart_fewer: &'static str,
    pub apart_both: &'static str,
    pub districts_same: &'static str,
    pub districts_differ: &'static str,
    pub most: &'static str,
    pub theme: &'static str,
    pub share: &'static str,
    pub mark: &'static str,
    pub interval: &'static str,
    pub private: &'static str,
    pub chose: &'static str,

    /// Of both; `{number}`, `{day}`, `{organisation}`, `{place}`.
    pub published: &'static str,
    pub corrects: &'static str,
    pub corrected: &'static str,
    pub interim: &'static str,
    pub illustrative: &'static str,
    pub someone_in: &'static str,
    pub someone: &'static str,
}

/// Every language, English first.
pub static ALL: [Sayings; 5] = [en::SAYINGS, cy::SAYINGS, pl::SAYINGS, ro::SAYINGS, ur::SAYINGS];

impl Sayings {
    /// The words of a language; none where it is not spoken here.
    pub fn find(code: &str) -> Option<&'static Self> {
        ALL.iter().find(|known| known.code == code)
    }

    /// How many people, as a sentence counts them.
    pub(super) fn people(&self, count: u64) -> String {
        // After numbers that end in 1 to 19, Romanian puts no "de"; no language else that is here minds the number, as
        // numbers are rounded and never one.
        let without_de = self.code == "ro" && (1..20).contains(&(count % 100));
        let words = if without_de { self.people.replace("{count} de ", "{count} ") } else { self.people.to_owned() };
        words.replace("{count}", &self.number(count))
    }

    fn number(&self, count: u64) -> String {
        let text = grouped(count);
        match self.code {
            "ro" => text.replace(',', "."),
            "pl" if count < 10_000 => text.replace(',', ""),
            "pl" => text.replace(',', "\u{a0}"),
            _ => text,
        }
    }

    /// For example `20 December 2026`.
    pub(super) fn day(&self, day: Date) -> String {
        let month = usize::try_from(day.month() - 1).ok().and_then(|at| self.months.get(at)).copied();
        format!("{} {} {}", day.day(), month.unwrap_or_default(), day.year())
    }

    /// Every message, for tests that hold languages to each other.
    #[cfg(test)]
    pub(super) fn every(&self) -> Vec<&'static str> {
        let mut every = vec![
            self.people,
            self.child_title,
            self.child_answered,
            self.child_answered_hidden,
            self.child_most,
            self.child_few,
            self.child_tens,
            self.child_nearly,
            self.child_drawn,
            self.child_lots,
            self.child_more,
            self.child_fewer,
            self.child_said,
            self.child_know,
            self.child_next,
            self.title,
            self.answered,
            self.answered_hidden,
            self.most_named,
            self.most_of_shown,
            self.nothing_shown,
            self.apart_none,
            self.apart_more,
            self.apart_fewer,
            self.apart_both,
            self.districts_same,
            self.districts_differ,
            self.most,
            self.theme,
            self.share,
            self.mark,
            self.interval,
            self.private,
            self.chose,
            self.published,
            self.corrects,
            self.corrected,
            self.interim,
            self.illustrative,
            self.someone_in,
            self.someone,
        ];
        every.extend(self.child_method);
        every
    }
}
