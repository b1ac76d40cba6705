//! A plan: what it wants for people, outcome by outcome, and which outcomes people spoke to.

use maud::{Markup, html};

use super::evidence::balance::Shown;
use super::indicators::{self, Indicator, Value};
use super::plan_parts::{Parts, parts};
use super::{Desk, Section};
use crate::breakdown::Figure;
use crate::pages::figures::numbers::figure;

/// One outcome on the plan's page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeEntry {
    pub key: String,
    pub title: String,
    pub areas: Vec<String>,
    pub indicators: Vec<Indicator>,
    /// Names of the themes that speak to it, as the plan names them.
    pub themes: Vec<String>,
    /// How whole its linked evidence is, and how many pieces there are for it and against it.
    pub balance: Shown,
    pub linked: (usize, usize),
}

/// Something a careful reader would ask of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Which outcome it is about, counted from 1; none for the plan as a whole.
    pub outcome: Option<usize>,
    /// The title of the indicator it is about.
    pub indicator: Option<String>,
    /// What is asked, as a clause that begins small.
    pub asked: String,
}

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    pub desk: Desk,
    pub key: String,
    pub title: String,
    /// `2014 to 2017`.
    pub period: String,
    pub owner: String,
    /// Whole sentences.
    pub vision: Vec<String>,
    pub outcomes: Vec<OutcomeEntry>,
    pub parts: Parts,
    /// Said above all else: that the plan is made up, for example.
    pub warning: Option<String>,
    /// What a careful reader would question, in the plan's order.
    pub questions: Vec<Question>,
    /// Where its words and numbers come from.
    pub source: Option<String>,
    /// Themes that no outcome uses, the most named first.
    pub unused: Vec<UnusedTheme>,
    /// Whether districts have plans of their own under it, which those that inherit another have not.
    pub has_local: bool,
}

/// A theme that no outcome names and no evidence links for one.
#[derive(Debug, Clone, PartialEq)]
pub struct UnusedTheme {
    pub name: String,
    /// It is linked against an outcome.
    pub against: bool,
    pub address: Option<String>,
    pub everyone: Figure,
}

impl Plan {
    /// The whole document.
    pub fn render(&self) -> Markup {
        self.desk.render(
            &self.title,
            Section::Plan,
            html! {
                (self.desk.trail(&[], "Plan"))
                h1 { (self.title) }
                p { (self.period) ", " (self.owner) "." }
                p class="row noprint" {
                    a class="btn tiny" href={ "/officer/plans/" (self.key) "/progress" } { "Progress" }
                    a class="btn two tiny" href={ "/officer/plans/" (self.key) "/publish" } { "Publish" }
                }
                @if let Some(warning) = &self.warning { div class="note" { p { (warning) } } }
                @if !self.vision.is_empty() {
                    div class="say ask" {
                        h2 { "Vision" }
                        @for sentence in &self.vision { p { (sentence) } }
                    }
                }
                section aria-labelledby="outcomes" {
                    h2 id="outcomes" { "What it wants for people" }
                    (self.contents())
                    (self.ways_on())
                }
                (unused(&self.unused))
                @for (at, outcome) in self.outcomes.iter().enumerate() { (self.outcome(at, outcome)) }
                (parts(&self.parts))
                (self.questions())
                @if let Some(source) = &self.source { p class="small" { (source) } }
            },
        )
    }

    fn address(&self, outcome: &OutcomeEntry) -> String {
        format!("/officer/plans/{}/outcomes/{}", self.key, outcome.key)
    }

    fn contents(&self) -> Markup {
        html! {
            table class="stack" role="table" {
                caption { "The outcomes, what is linked to each as evidence, and the themes of people’s answers that the plan names for it." }
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" { "Outcome" }
                    th scope="col" role="columnheader" class="num" { "Indicators" }
                    th scope="col" role="columnheader" { "Evidence" }
                    th scope="col" role="columnheader" { "Themes that speak to it" }
                } }
                tbody role="rowgroup" {
                    @for (at, outcome) in self.outcomes.iter().enumerate() {
                        tr role="row" {
                            th scope="row" role="rowheader" {
                                a href=(self.address(outcome)) { (at + 1) ". " (outcome.title) }
                            }
                            td class="num" role="cell" data-k="Indicators" { (outcome.indicators.len()) }
                            td role="cell" data-k="Evidence" { (self.evidence(at, outcome)) }
                            td role="cell" data-k="Themes" {
                                @if outcome.themes.is_empty() { b { "None. Ask before you choose it" } }
                                @else { (outcome.themes.join(", ")) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn evidence(&self, at: usize, outcome: &OutcomeEntry) -> Markup {
        let (supporting, contrary) = outcome.linked;
        html! {
            (outcome.balance.tag()) " "
            @if supporting + contrary > 0 { span class="small" { (supporting) " for, " (contrary) " against " } }
            a class="noprint" href={ (self.address(outcome)) "/evidence" } {
                @if outcome.balance.is_enough() { "See it" } @else { "Link evidence" }
                span class="sr" { " for outcome " (at + 1) }
            }
        }
    }

    fn ways_on(&self) -> Markup {
        let address = |rest: &str| format!("/officer/plans/{}/{rest}", self.key);
        html! {
            p class="noprint row" {
                a class="btn two tiny" href=(address("ranking")) { "A suggested order by district" }
                a class="btn two tiny" href="/officer/plans" { "All plans" }
                @if self.has_local { a class="btn two tiny" href=(address("local")) { "Local plans" } }
            }
        }
    }

    fn outcome(&self, at: usize, outcome: &OutcomeEntry) -> Markup {
        let id = format!("outcome-{}", at + 1);
        html! {
            section aria-labelledby=(id) {
                h2 id=(id) { (at + 1) ". " (outcome.title) }
                @if !outcome.areas.is_empty() {
                    h3 { "Areas of focus" }
                    ul { @for area in &outcome.areas { li { (area) } } }
                }
                (indicators::table(&outcome.indicators))
                p class="noprint" { a href=(self.address(outcome)) { "What people said about outcome " (at + 1) } }
            }
        }
    }

    fn questions(&self) -> Markup {
        if self.questions.is_empty() {
            return html! {};
        }
        html! {
            section aria-labelledby="questions" {
                h2 id="questions" { "What a careful reader would ask" }
                ul { @for question in &self.questions { li { (about(question)) (question.asked) "." } } }
            }
        }
    }

    /// A plan of two outcomes, one of which nobody's answers speak to.
    pub fn sample() -> Self {
        let indicator = Indicator {
            title: "16 and 17 year olds not in education, work or training".to_owned(),
            direction: "Lower is better".to_owned(),
            baseline: Some(Value { value: "3.4%".to_owned(), period: "2024".to_owned() }),
            target: None,
            source: Some("Department for Education, yearly".to_owned()),
            comparators: vec!["England 3.5%".to_owned()],
            note: None,
        };
        let outcome = |key: &str, title: &str, themes: &[&str], indicators| OutcomeEntry {
            key: key.to_owned(),
            title: title.to_owned(),
            areas: vec!["Early help".to_owned(), "Getting to places".to_owned()],
            indicators,
            themes: themes.iter().map(|&theme| theme.to_owned()).collect(),
            balance: if themes.is_empty() { Shown::Unsupported } else { Shown::BothSides },
            linked: if themes.is_empty() { (0, 0) } else { (2, 1) },
        };
        Self {
            desk: Desk::sample(),
            key: "worcestershire-cypp-2014".to_owned(),
            title: "Children and Young People’s Plan".to_owned(),
            period: "2014 to 2017".to_owned(),
            owner: "A partnership".to_owned(),
            vision: vec!["Every child is safe, well and heard.".to_owned()],
            outcomes: vec![
                outcome("join-in", "I can join in where I live", &["Getting about"], vec![indicator]),
                outcome("safe", "I am safe online", &[], Vec::new()),
            ],
            parts: Parts::default(),
            warning: None,
            questions: vec![Question {
                outcome: Some(2),
                indicator: None,
                asked: "no indicator: nobody can tell whether it was reached".to_owned(),
            }],
            source: Some("Figures in this sample are made up.".to_owned()),
            unused: ["Kindness", "Fun"]
                .map(|name| UnusedTheme {
                    name: name.to_owned(),
                    against: name == "Fun",
                    address: None,
                    everyone: Figure::Hidden,
                })
                .into(),
            has_local: true,
        }
    }
}

/// The themes that nobody used.
fn unused(themes: &[UnusedTheme]) -> Markup {
    html! {
        @if !themes.is_empty() {
            section aria-labelledby="unused" {
                h2 id="unused" { "What people named and no part of the plan uses" }
                div class="note warn" { p { "No outcome names these themes, and nobody has linked them for one. Ask whether something is missing from the plan." } }
                ul {
                    @for theme in themes {
                        li {
                            @match &theme.address { Some(address) => a href=(address) { (theme.name) }, None => (theme.name) }
                            ": " (figure(&theme.everyone))
                            @if theme.against { ". Linked only as speaking against an outcome" }
                        }
                    }
                }
            }
        }
    }
}

/// What a question is about, before it.
fn about(question: &Question) -> Markup {
    html! {
        b {
            @match question.outcome { Some(outcome) => { "Outcome " (outcome) }, None => "The whole plan" }
            @if let Some(indicator) = &question.indicator { ", " (indicator) }
        }
        ": "
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outcome_that_no_theme_speaks_to_is_said_to_have_none() {
        let page = Plan::sample().render().into_string();
        assert!(page.contains("None. Ask before you choose it"), "{page}");
    }

    #[test]
    fn an_outcome_without_evidence_and_a_theme_that_nobody_uses_stand_out() {
        let page = Plan::sample().render().into_string();
        assert!(page.contains("tag late\">No evidence") && page.contains("outcomes/safe/evidence"), "{page}");
        let (_, unused) = page.split_once("no part of the plan uses").unwrap();
        assert!(unused.contains("Kindness") && unused.contains("Do not read it as zero"), "{page}");
        assert_eq!(unused.matches("Linked only as speaking against an outcome").count(), 1, "{page}");
    }

    #[test]
    fn a_target_that_was_never_set_is_not_blank() {
        assert!(Plan::sample().render().into_string().contains("To be set"));
    }
}
