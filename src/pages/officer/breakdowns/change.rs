//! What has changed between two consultations whose answers were coded with the same frame, or what each said where they
//! asked differently.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::super::themes::Choice;
use super::super::{Desk, Section};
use super::{Turn, turns};
use crate::breakdown::{self, Difference, Figure, Policy};
use crate::pages::figures::Scale;
use crate::pages::figures::bar::{Ink, bar};
use crate::pages::figures::diverging::{Pair, diverging};
use crate::pages::figures::hidden::{chose_to_answer, explained};
use crate::pages::figures::numbers::{figure, listed, people_in, percent};
use crate::pages::figures::slope::slope;

/// How many of the themes most named the charts show.
const LINES: usize = 12;

/// Another consultation, and why it cannot be compared with this where it cannot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Other {
    pub title: String,
    /// When it was held, in words.
    pub when: String,
    /// Whether both put any question alike to everybody, so that there is a change to tell.
    pub is_alike: bool,
    /// Where the comparison is, or why there is none.
    pub leads: Result<String, String>,
}

/// What one of two consultations found, where the two cannot be compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Side {
    pub title: String,
    /// When it was held, in words.
    pub when: String,
    /// Its questions in words.
    pub asked: Vec<String>,
    /// By theme, the most named first and hidden ones last.
    pub figures: Vec<(String, Figure)>,
}

/// What two consultations said.
#[derive(Debug, Clone, PartialEq)]
pub enum Said {
    /// To questions put alike.
    Alike(breakdown::Change),
    /// No question was put alike, so that a difference would be one of the asking: the earlier and the later.
    Differently(Box<[Side; 2]>),
}

/// Two consultations compared, the earlier first.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    pub before: String,
    pub after: String,
    /// The name of each and when it was held, in a sentence.
    pub about: String,
    pub said: Said,
    /// The questions that both ask and put differently, each with how: `in other words for young people`.
    pub differently: Vec<(String, String)>,
    /// The key of the other, which the form sends again.
    pub with: String,
    /// The questions put alike; none where none is.
    pub questions: Vec<Choice>,
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
        let gaps = match &found.said {
            Said::Alike(change) => &change.gaps,
            Said::Differently(sides) => return self.apart(sides),
        };
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

    /// The title where nothing is called a change.
    fn apart(&self, sides: &[Side; 2]) -> String {
        let most = |side: &Side| {
            let shown = side.figures.first().and_then(|(key, figure)| Some((key.clone(), figure.shown()?.share)));
            shown.map(|(key, share)| (self.name(&key), percent(share)))
        };
        let is_all = sides.iter().flat_map(|side| &side.figures).all(|(_, figure)| figure.shown().is_some());
        let of = if is_all { "" } else { "of what can be shown, " };
        match (most(&sides[0]), most(&sides[1])) {
            (Some((before, first)), Some((after, second))) if before == after => {
                format!("Asked differently: {of}{before} is named most in both ({first}, then {second})")
            }
            (Some((before, first)), Some((after, second))) => {
                format!("Asked differently: {of}most named was {before} ({first}), then {after} ({second})")
            }
            _ => "Asked differently, so nothing can be compared".to_owned(),
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
        html! {
            p { (found.about) }
            (narrow(&self.desk, found))
            @match &found.said {
                Said::Alike(change) => (self.changed(found, change)),
                Said::Differently(sides) => (self.differently(sides)),
            }
            (put_differently(&found.differently))
            (explained(self.policy))
            (chose_to_answer(&self.desk.organisation))
        }
    }

    fn changed(&self, found: &Comparison, change: &breakdown::Change) -> Markup {
        let gaps = &change.gaps;
        let all: Vec<&breakdown::Gap> = gaps.more.iter().chain(gaps.less.iter().rev()).collect();
        let mut lines = all.clone();
        let largest = |gap: &breakdown::Gap| gap.first.share.max(gap.second.share);
        lines.sort_by(|one, other| largest(other).total_cmp(&largest(one)));
        lines.truncate(LINES);
        html! {
            @if !change.same_version {
                div class="note warn" { p {
                    "The two were coded with different versions of the code frame. A theme can mean something else in \
                     another version: read its definition before you call a difference a change."
                } }
            }
            @if all.is_empty() { p { "Too few people answered for any theme to be compared." } }
            @else {
                section aria-labelledby="slope" {
                    h2 id="slope" { "At a glance" }
                    (slope(&lines, [&found.before, &found.after], |key| self.name(key)))
                }
                section aria-labelledby="changes" {
                    h2 id="changes" { "Theme by theme" }
                    @let pair = Pair { first: &found.after, second: &found.before, more: "Went up", less: "Went down" };
                    (diverging(&all, pair, gaps.comparisons, |key| self.name(key), |_| None))
                }
            }
            (self.not_compared(change))
            p class="small" {
                "Different people answered, who chose to: a difference can come from who answered and not from what people \
                 think. Look at who has been heard in both. Effect is Cohen’s h: 0.2 is small, 0.5 middling, 0.8 large."
            }
        }
    }

    fn differently(&self, sides: &[Side; 2]) -> Markup {
        let figures = || sides.iter().flat_map(|side| side.figures.iter().take(LINES)).map(|(_, figure)| figure);
        let scale = Scale::fitting(figures());
        html! {
            div class="note warn" { p {
                "The two asked differently, so a difference between them is no change over time: another question brings \
                 another answer. Here is what each said."
            } }
            @for (at, side) in sides.iter().enumerate() {
                @let id = format!("side-{at}");
                section aria-labelledby=(id) {
                    h2 id=(id) { (side.title) }
                    p { (side.when) ". It asked: " (listed(&side.asked.iter().map(|ask| format!("“{ask}”")).collect::<Vec<_>>())) }
                    (self.side(side, scale))
                }
            }
        }
    }

    fn side(&self, side: &Side, scale: Scale) -> Markup {
        html! {
            table class="stack" role="table" {
                caption {
                    "Of everyone who wrote an answer, with the 95% interval. "
                    @if side.figures.len() > LINES { "The " (LINES) " most named." }
                }
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" { "Theme" }
                    th scope="col" role="columnheader" { (scale.axis()) }
                    th scope="col" role="columnheader" class="num" { "Share (95%)" }
                    th scope="col" role="columnheader" class="num" { "People" }
                } }
                tbody role="rowgroup" {
                    @for (key, shown) in side.figures.iter().take(LINES) {
                        tr role="row" {
                            th scope="row" role="rowheader" { (self.name(key)) }
                            td role="cell" { (bar(shown, None, Ink::Plain, scale)) }
                            td class="num nw" role="cell" data-k="Share" { (figure(shown)) }
                            td class="num" role="cell" data-k="People" { (people_in(shown)) }
                        }
                    }
                }
            }
        }
    }

    fn not_compared(&self, change: &breakdown::Change) -> Markup {
        let named = |keys: &[String]| listed(&keys.iter().map(|key| self.name(key)).collect::<Vec<_>>());
        let lists = [
            ("Not compared, because too few people name them in one of the two: ", &change.gaps.hidden),
            ("Only in the earlier: ", &change.gone),
            ("Only in the later: ", &change.new),
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
                                Ok(href) => {
                                    a href=(href) { (other.title) } ", " (other.when)
                                    @if !other.is_alike { ". " span class="small" { "Asked differently: what each said, side by side." } }
                                },
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

/// What both ask and put differently, which no change is told of.
fn put_differently(differently: &[(String, String)]) -> Markup {
    html! {
        @if !differently.is_empty() {
            section aria-labelledby="differently" {
                h2 id="differently" { "Put differently, so not compared" }
                ul { @for (ask, how) in differently { li { "“" (ask) "”: " (how) "." } } }
            }
        }
    }
}

/// Both narrowed down to one question, and to one perspective, since different people may have been asked.
fn narrow(desk: &Desk, found: &Comparison) -> Markup {
    let lists = [("question", "Answers to", &found.questions), ("perspective", "Only answers of", &found.perspectives)];
    if lists.iter().all(|(.., choices)| choices.len() < 2) {
        return html! {};
    }
    html! {
        form class="filters choose noprint" method="get" action=(desk.address("/change")) {
            input type="hidden" name="with" value=(found.with);
            @for (name, label, choices) in lists.into_iter().filter(|(.., choices)| choices.len() > 1) {
                div {
                    label for=(name) { (label) }
                    select id=(name) name=(name) {
                        @for choice in choices { option value=(choice.value) selected[choice.chosen] { (choice.label) } }
                    }
                }
            }
            button type="submit" class="btn two" { "Show" }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_put_differently_says_in_which_edition() {
        let shown = put_differently(&[("What would you change?".into(), "in other words for young people".into())]);
        assert!(shown.into_string().contains("“What would you change?”: in other words for young people."));
        assert!(put_differently(&[]).into_string().is_empty());
    }
}
