//! What the team of a campaign sees: its campaigns, who has been heard from, posters and links, what is to be done, what
//! it writes for the public, and the page that a room is shown; and the page that asks officers to approve.
//!
//! Figures come as [`crate::breakdown`] types only. Leaves out who may see what (`web`), and what the public sees, which
//! is in [`crate::pages::public::campaign`].

pub mod approve;
pub mod ballots;
pub mod begin;
pub mod desk;
pub mod invitations;
pub mod inviting;
pub mod list;
pub mod live;
pub mod posts;
pub mod share;
pub mod targets;
pub mod team;
pub mod turnout;

pub use desk::{TeamDesk, TeamSection};

use jiff::civil::Date;
use maud::Markup;

use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};

/// What is wrong, beside a group of fields.
fn desk_message(problem: &Problem) -> Markup {
    errors::message(Words::english(), problem)
}

/// A day as `27 November`, with its year where that is not this year's.
fn day_of(day: Date, today: Date) -> String {
    day.strftime(if day.year() == today.year() { "%-d %B" } else { "%-d %B %Y" }).to_string()
}

/// Words as they stand in an address's query.
fn query(words: &str) -> String {
    let safe = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
    words.bytes().map(|b| if safe(b) { char::from(b).to_string() } else { format!("%{b:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_day_of_another_year_says_which() {
        let today = date(2026, 11, 26);
        assert_eq!(day_of(date(2026, 3, 1), today), "1 March");
        assert_eq!(day_of(date(2025, 11, 27), today), "27 November 2025");
    }
}
