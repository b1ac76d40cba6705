//! Shares, counts and differences as markup; their words are those of [`crate::breakdown::reading`].

use maud::{Markup, html};

use super::hidden::hidden;
use crate::breakdown::{Count, Difference, Figure};

pub use crate::breakdown::reading::{count_words, grouped, in_words, interval, listed, percent};

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

/// How many people a group has: `85 people`, or `number hidden`.
pub fn people(count: Count) -> Markup {
    match count {
        Count::Shown(number) => html! { (grouped(number)) " people" },
        Count::Hidden => html! { "number " (hidden()) },
    }
}

/// A number with its sign and so many decimals: `+19`, `−0.25`. What rounds to nothing has no sign.
pub fn signed(number: f64, decimals: usize) -> String {
    let text = format!("{:.decimals$}", number.abs());
    let sign = match text.bytes().all(|one| one == b'0' || one == b'.') {
        true => "",
        false if number < 0.0 => "−",
        false => "+",
    };
    format!("{sign}{text}")
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_rounds_to_nothing_has_no_sign() {
        let said = [(0.19, 2), (-0.254, 2), (-0.4, 0), (0.4, 0), (-0.004, 2), (-19.6, 0)];
        let said = said.map(|(number, decimals)| signed(number, decimals));
        assert_eq!(said, ["+0.19", "−0.25", "0", "0", "0.00", "−20"]);
    }

    #[test]
    fn how_many_people_there_are_reads_as_words_also_where_it_is_hidden() {
        assert_eq!(people(Count::Shown(1_200)).into_string(), "1,200 people");
        let hidden = people(Count::Hidden).into_string();
        assert!(hidden.starts_with("number <span") && !hidden.ends_with("people"), "{hidden}");
    }

    #[test]
    fn a_hidden_figure_is_neither_blank_nor_zero_nor_a_dash() {
        for shown in [figure(&Figure::Hidden), people_in(&Figure::Hidden), count(Count::Hidden)] {
            let text = shown.into_string();
            assert!(text.contains("hidden") && text.contains("Do not read it as zero"), "{text}");
        }
        assert_eq!(count_words(Count::Hidden, 10), "fewer than 10");
    }
}
