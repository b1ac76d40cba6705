//! The mark of a figure that is hidden, and what it means.

use maud::{Markup, html};

use crate::breakdown::Policy;

/// Stands where a figure is hidden. Never a dash, a blank or a zero.
pub fn hidden() -> Markup {
    html! {
        span class="hid" {
            b { "hidden" span class="sr" { ": kept private. Do not read it as zero, or as few." } }
        }
    }
}

/// What "hidden" means, for the foot of a table.
pub fn explained(policy: Policy) -> Markup {
    html! {
        p class="small" {
            span class="hid" { b { "hidden" } }
            " means fewer than " (policy.threshold) " people (perhaps none), all of a group but fewer than " (policy.threshold)
            ", a share of fewer than " (policy.least_base) ", or a number that would give one of those away. Do not read it \
             as zero, or as few. Numbers of people are rounded to the \
             nearest " (policy.rounding) ", and every share and interval follows from the rounded numbers."
        }
    }
}

/// Said beside every result: who the figures are about.
pub fn chose_to_answer(area: &str) -> Markup {
    html! {
        p class="small" {
            "These are people who chose to answer. They are not a sample of everyone in " (area)
            ", so “higher” and “lower” describe those who answered and nobody else."
        }
    }
}
