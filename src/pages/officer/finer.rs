//! The finer themes below a topmost one: folded away in the list of themes, and a table on the theme's own page.

use maud::{Markup, html};

use super::themes::ordered;
use crate::breakdown::Breakdown;
use crate::pages::figures::Scale;
use crate::pages::figures::bar::{Ink, bar};
use crate::pages::figures::numbers::{count_words, figure, people_in};

/// The finer themes of `above` behind a fold; `address` gives each one's page.
pub fn folded(above: &str, shares: &Breakdown, address: impl Fn(&str) -> String) -> Markup {
    html! {
        details {
            summary {
                @match shares.rows.len() { 1 => "1 finer theme", more => { (more) " finer themes" } }
                span class="sr" { " of " (above) }
            }
            ul class="plain finer" {
                @for row in ordered(shares) {
                    li {
                        a href=(address(&row.key)) { (row.name) }
                        span { (figure(&row.everyone)) }
                        @if row.everyone.shown().is_some() { span class="small" { (people_in(&row.everyone)) " people" } }
                    }
                }
            }
        }
    }
}

/// The finer themes as a section with a table.
pub fn section(above: &str, shares: &Breakdown, address: impl Fn(&str) -> String) -> Markup {
    if shares.rows.is_empty() {
        return html! {};
    }
    let scale = Scale::fitting(shares.rows.iter().map(|row| &row.everyone));
    html! {
        section aria-labelledby="finer" {
            h2 id="finer" { "Finer themes" }
            table class="stack" role="table" {
                caption {
                    "What people meant by " (above) ", of " (count_words(shares.everyone, shares.policy.threshold))
                    " who wrote an answer. One answer can have several, or none that is finer."
                }
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" { "Theme" }
                    th scope="col" role="columnheader" { (scale.axis()) }
                    th scope="col" role="columnheader" class="num" { "Share (95%)" }
                    th scope="col" role="columnheader" class="num" { "People" }
                } }
                tbody role="rowgroup" {
                    @for row in ordered(shares) {
                        tr role="row" {
                            th scope="row" role="rowheader" { a href=(address(&row.key)) { (row.name) } }
                            td role="cell" { (bar(&row.everyone, None, Ink::Plain, scale)) }
                            td class="num nw" role="cell" data-k="Share" { (figure(&row.everyone)) }
                            td class="num" role="cell" data-k="People" { (people_in(&row.everyone)) }
                        }
                    }
                }
            }
        }
    }
}
