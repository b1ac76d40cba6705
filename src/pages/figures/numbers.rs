//! Shares, counts and differences as words.

use maud::{Markup, html};

use super::hidden::hidden;
use crate::breakdown::{Count, Difference, Figure, Share};

/// A share in whole percent: `32%`.
pub fn percent(share: f64) -> String {
    format!("{}%", whole_percent(share))
}

/// A share as a whole number of percent, halves up.
pub fn whole_percent(share: f64) -> u32 {
    // A share is from 0 to 1; anything else is cut to that.
    (share.clamp(0.0, 1.0) * 100.0 + 0.5).floor() as u32
}

/// The interval around a share: `22 to 43`.
pub fn interval(share: &Share) -> String {
    format!("{} to {}", whole_percent(share.low), whole_percent(share.high))
}

/// A share with its interval beside it, or that it is hidden.
pub fn figure(figure: &Figure) -> Markup {
    match figure {
        Figure::Shown(share) => html! {
            b { (percent(share.share)) } " " span class="small" { "(" (interval(share)) ")" }
        },
        Figure::Hidden => hidden(),
    }
}

/// How many people a share is of those who named the thing, or that it is hidden.
pub fn people_in(figure: &Figure) -> Markup {
    match figure {
        Figure::Shown(share) => html! { (grouped(share.count)) },
        Figure::Hidden => hidden(),
    }
}

/// A number of people, or that it is hidden.
pub fn count(count: Count) -> Markup {
    match count {
        Count::Shown(number) => html! { (grouped(number)) },
        Count::Hidden => hidden(),
    }
}

/// A number of people in running text: `70`, or `fewer than 10`.
pub fn count_words(count: Count, threshold: u64) -> String {
    match count {
        Count::Shown(number) => grouped(number),
        Count::Hidden => format!("fewer than {threshold}"),
    }
}

/// A whole number with a comma between thousands: `12,345`.
pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// How a group compares with everyone else, with its sign.
pub fn difference(differs: Difference) -> Markup {
    match differs {
        Difference::Higher => html! { span class="hi" { "▲ Higher" } },
        Difference::Lower => html! { span class="lo" { "▼ Lower" } },
        Difference::NotClear => html! { span class="eq" { "≈ No clear difference" } },
        Difference::NotCompared => html! { span class="eq" { "Not compared" } },
    }
}

/// The sign alone, for maps and small tables whose key explains it. Empty where nothing was compared.
pub fn sign(differs: Difference) -> &'static str {
    match differs {
        Difference::Higher => "▲",
        Difference::Lower => "▼",
        Difference::NotClear => "≈",
        Difference::NotCompared => "",
    }
}

/// A share as people say it: `about 1 in 6`.
pub fn in_words(share: f64) -> String {
    const FRACTIONS: [(u32, u32); 13] =
        [(1, 20), (1, 10), (1, 8), (1, 6), (1, 5), (1, 4), (1, 3), (2, 5), (1, 2), (3, 5), (2, 3), (3, 4), (9, 10)];
    if share < 0.03 {
        return "fewer than 1 in 20".to_owned();
    }
    if share > 0.96 {
        return "nearly all".to_owned();
    }
    if (0.52..0.58).contains(&share) {
        return "more than half".to_owned();
    }
    let distance = |(some, of): &(u32, u32)| (f64::from(*some) / f64::from(*of) - share).abs();
    let nearest = FRACTIONS.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)));
    nearest.map_or_else(|| percent(share), |(some, of)| format!("about {some} in {of}"))
}

/// Names as a list in running text: `Malvern Hills, Redditch and Wychavon`.
pub fn listed(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_said_as_people_say_them() {
        let cases = [
            (0.16, "about 1 in 6"),
            (0.5, "about 1 in 2"),
            (0.34, "about 1 in 3"),
            (0.55, "more than half"),
            (0.02, "fewer than 1 in 20"),
        ];
        for (share, words) in cases {
            assert_eq!(in_words(share), words);
        }
    }

    #[test]
    fn thousands_are_set_apart() {
        assert_eq!([0, 999, 1000, 137_655, 1_000_000].map(grouped), ["0", "999", "1,000", "137,655", "1,000,000"]);
    }

    #[test]
    fn a_hidden_figure_is_neither_blank_nor_zero_nor_a_dash() {
        for shown in [figure(&Figure::Hidden), people_in(&Figure::Hidden), count(Count::Hidden)] {
            let text = shown.into_string();
            assert!(text.contains("hidden") && text.contains("Do not read it as zero"), "{text}");
        }
        assert_eq!(count_words(Count::Hidden, 10), "fewer than 10");
    }

    #[test]
    fn names_are_listed_with_one_and() {
        let names = |text: &str| text.split(' ').map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(listed(&names("A B C")), "A, B and C");
        assert_eq!(listed(&names("A")), "A");
    }
}
