//! What has changed between two consultations whose answers were coded with the same frame.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::super::themes::Choice;
use super::super::{Desk, Section};
use super::{Turn, turns};
use crate::breakdown::{self, Difference, Policy};
use crate::pages::figures::diverging::{Pair, diverging};
use crate::pages::figures::hidden::{chose_to_answer, explained};
use crate::pages::figures::numbers::{listed, percent};
use crate::pages::figures::slope::slope;

/// How many of the themes most named the slope chart shows.
const LINES: usize = 12;

/// Another consultation, and why it cannot be compared with this where it cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    pub title: String,
    /// When it was held, in words.
    pub when: String,
    /// Where the comparison is, or why there is none.
    pub leads: Result<String, String>,
}

/// Two consultations compared, the earlier first.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    pub before: String,
    pub after: String,
    /// The name of each and when it was held, in a sentence.
    pub about: String,
    pub change: breakdown::Change,
    /// The key of the other, which the form sends again.
    pub with: String,
    /// Perspectives that both ask, to narrow both down to.
    pub perspectives: Vec<Choice>,
}

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct Change {
    pub desk: Desk,
    pub others: Vec<Other>,
    pub comparison: Option<Comparison>,
    /// What themes are called, by key.
    pub names: BTreeMap<String, String>,
    pub policy: Policy,
}

impl Change {
    /// What the page says.
    pub fn finding(&self) -> String {
        let Some(found) = &self.comparison else { return "Which consultations can be compared".to_owned() };
        let gaps = &found.change.gaps;
        let all = gaps.more.iter().chain(&gaps.less);
        let clear = all.filter(|gap| matches!(gap.differs, Difference::Higher | Difference::Lower));
        let widest = clear.max_by(|one, other| one.effect.abs().total_cmp(&other.effect.abs()));
        match widest {
            Some(gap) => format!(
                "{} is named {}: {} in {}, {} in {}",
                self.name(&gap.key),
                if gap.difference > 0.0 { "more" } else { "less" },
                percent(gap.second.share),
                found.before,
                percent(gap.first.share),
                found.after
            ),
            None => format!("No clear change from {} to {}", found.before, found.after),
        }
    }

    /// The whole document.
    pub fn render(&self) -> Markup {
        let finding = self.finding();
        self.desk.render(
            &finding,
            Section::Breakdowns,
            html! {
                (self.desk.trail(&[(&self.desk.address("/breakdowns"), "Breakdowns")], "Change"))
                h1 { (finding) }
                (turns(&self.desk, Turn::Change))
                @if let Some(found) = &self.comparison { (self.compared(found)) }
                (self.others())
            },
        )
    }

    fn compared(&self, found: &Comparison) -> Markup {
        let gaps = &found.change.gaps;
        let all: Vec<&breakdown::Gap> = gaps.more.iter().chain(gaps.less.iter().rev()).collect();
        let mut lines = all.clone();
        let largest = |gap: &breakdown::Gap| gap.first.share.max(gap.second.share);
        lines.sort_by(|one, other| largest(other).total_cmp(&largest(one)));
        lines.truncate(LINES);
        let alt = format!(
            "The {} most named themes as lines from {} to {}. The same figures are in the table below.",
            lines.len(),
            found.before,
            found.after
        );
        html! {
            p { (found.about) }
            @if !found.change.same_version {
                div class="note warn" { p {
                    "The two were coded with different versions of the code frame. A theme can mean something else in \
                     another version: read its definition before you call a difference a change."
                } }
            }
            (narrow(&self.desk, found))
            @if all.is_empty() { p { "Too few people answered for any theme to be compared." } }
            @else {
                section class="roomy" aria-labelledby="slope" {
                    h2 id="slope" { "At a glance" }
                    figure {
                        (slope(&lines, &alt, |key| self.name(key)))
                        figcaption { "Left: " (found.before) ". Right: " (found.after) ". Thick: a clear change, ▲ up or ▼ down (dashed). Thin: no clear change. From 0%." }
                    }
                }
                section aria-labelledby="changes" {
                    h2 id="changes" { "Theme by theme" }
                    @let pair = Pair { first: &found.after, second: &found.before, more: "Went up", less: "Went down" };
                    (diverging(&all, pair, gaps.comparisons, |key| self.name(key), |_| None))
                }
            }
            (self.not_compared(found))
            (explained(self.policy))
            p class="small" {
                "Different people answered, who chose to: a difference can come from who answered and not from what people \
                 think. Look at who has been heard in both. Effect is Cohen’s h: 0.2 is small, 0.5 middling, 0.8 large."
            }
            (chose_to_answer(&self.desk.organisation))
        }
    }

    fn not_compared(&self, found: &Comparison) -> Markup {
        let named = |keys: &[String]| listed(&keys.iter().map(|key| self.name(key)).collect::<Vec<_>>());
        let lists = [
            ("Not compared, because too few people name them in one of the two: ", &found.change.gaps.hidden),
            ("Only in the earlier: ", &found.change.gone),
            ("Only in the later: ", &found.change.new),
        ];
        html! {
            @for (words, keys) in lists {
                @if !keys.is_empty() { p { b { (words) } (named(keys)) "." } }
            }
        }
    }

    fn others(&self) -> Markup {
        html! {
            section aria-labelledby="others" {
                h2 id="others" { "What this can be compared with" }
                @if self.others.is_empty() { p { "There is no other consultation." } }
                ul {
                    @for other in &self.others {
                        li {
                            @match &other.leads {
                                Ok(href) => { a href=(href) { (other.title) } ", " (other.when) },
                                Err(why) => { (other.title) ", " (other.when) ". " span class="small" { "Not: " (why) } },
                            }
                        }
                    }
                }
            }
        }
    }

    fn name(&self, key: &str) -> String {
        self.names.get(key).cloned().unwrap_or_else(|| key.to_owned())
    }
}

/// Both narrowed down to one perspective, since different people may have been asked.
fn narrow(desk: &Desk, found: &Comparison) -> Markup {
    if found.perspectives.len() < 2 {
        return html! {};
    }
    html! {
        form class="filters choose noprint" method="get" action=(desk.address("/change")) {
            input type="hidden" name="with" value=(found.with);
            div {
                label for="perspective" { "Only answers of" }
                select id="perspective" name="perspective" {
                    @for choice in &found.perspectives {
                        option value=(choice.value) selected[choice.chosen] { (choice.label) }
                    }
                }
            }
            button type="submit" class="btn two" { "Show" }
        }
    }
}
