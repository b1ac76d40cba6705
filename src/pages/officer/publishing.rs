//! The way of a plan to being published: written, reviewed, signed off by somebody else, published; and its versions.

use jiff::civil::Date;
use maud::{Markup, html};

use super::{Desk, Section};
use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};
use crate::pages::components::typed::Typed;

/// Where the next version stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Writing,
    Review,
    SignedOff,
}

/// What was typed of the next version.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TypedDraft {
    pub opened: String,
    pub closed: String,
    pub decides_on: String,
    pub undecided: String,
}

/// One published version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    pub number: i32,
    pub on: Date,
    /// The account that published it.
    pub officer: String,
    /// What it says that the one before does not; empty for the first.
    pub changes: Vec<String>,
}

/// The page.
#[derive(Debug, Clone)]
pub struct Publishing {
    pub desk: Desk,
    pub plan: String,
    pub title: String,
    pub step: Step,
    pub typed: TypedDraft,
    /// What keeps it from being published, each with where to put it right.
    pub missing: Vec<(String, String)>,
    /// What the next version would change.
    pub changes: Vec<String>,
    /// Day, account and words.
    pub comments: Vec<(Date, String, String)>,
    /// Whether whoever looks is one of its writers.
    pub own_work: bool,
    /// As the plan will show it.
    pub signed_off: Option<(String, Date)>,
    /// What stands for what is being signed.
    pub digest: String,
    pub versions: Vec<Version>,
    pub problems: Vec<Problem>,
}

impl Publishing {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let heading = match self.step {
            Step::Writing => "Publish the plan",
            Step::Review => "The plan is being reviewed",
            Step::SignedOff => "The plan is signed off",
        };
        let title = if self.problems.is_empty() { heading.to_owned() } else { format!("Error: {heading}") };
        self.desk.render(
            &title,
            Section::Plan,
            html! {
                (self.desk.trail(&[(&format!("/officer/plans/{}", self.plan), "Plan")], "Publish"))
                (errors::summary(Words::english(), &self.problems))
                p class="small kicker" { (self.title) }
                h1 { (heading) }
                (self.steps())
                @match self.step {
                    Step::Writing => { (self.writing()) (self.lacks()) (self.changed()) (self.send()) }
                    Step::Review => { (self.frozen()) (self.comments()) (self.sign()) (self.back()) }
                    Step::SignedOff => { (self.frozen()) (self.comments()) (self.publish()) (self.back()) }
                }
                (self.versions())
            },
        )
    }

    fn address(&self) -> String {
        format!("/officer/plans/{}/publish", self.plan)
    }

    fn steps(&self) -> Markup {
        let steps = [
            (Step::Writing, "Written: dates, what is undecided, evidence on both sides"),
            (Step::Review, "Reviewed by others, who see exactly what will be published"),
            (Step::SignedOff, "Signed off by an officer who did not write it"),
        ];
        html! {
            ol class="steps" {
                @for (step, words) in steps {
                    li class=[(self.step as u8 <= step as u8).then_some("no")] aria-current=[(self.step == step).then_some("step")] {
                        @if self.step == step { b { (words) } } @else { (words) }
                    }
                }
                li class="no" { "Published: it stays at its address, and a later version does not replace it" }
            }
        }
    }

    /// A form of this page with one button.
    fn action(&self, step: &str, fields: Markup, button: &str, class: &str) -> Markup {
        html! {
            form method="post" action=(self.address()) novalidate class="edit" {
                input type="hidden" name="csrf" value=(self.desk.csrf);
                input type="hidden" name="step" value=(step);
                (fields)
                div class="row" { button class=(class) type="submit" { (button) } }
            }
        }
    }

    fn writing(&self) -> Markup {
        let typed = &self.typed;
        let fields = html! {
            h2 { "What people must know" }
            (Typed::new("opened", "The first day on which people could take part", &typed.opened).with(&self.problems).date())
            (Typed::new("closed", "The last day on which they could", &typed.closed).with(&self.problems).date())
            (Typed::new("decides_on", "When what is undecided will be decided", &typed.decides_on).with(&self.problems).date())
            (Typed::new("undecided", "What is still undecided", &typed.undecided)
                .hint("What people can still change, in a sentence or two. It stands at the top of the plan.").with(&self.problems).area(3))
        };
        self.action("save", fields, "Save", "btn")
    }

    fn lacks(&self) -> Markup {
        html! {
            section aria-labelledby="lacks" {
                h2 id="lacks" { @match self.missing.len() { 0 => "Nothing keeps it from being published", 1 => "One thing keeps it from being published", more => { (more) " things keep it from being published" } } }
                @if !self.missing.is_empty() {
                    ul { @for (words, address) in &self.missing { li { (words) @if !address.is_empty() { " " a href=(address) { "Put it right" span class="sr" { ": " (words) } } } } } }
                }
            }
        }
    }

    fn changed(&self) -> Markup {
        html! {
            @if !self.versions.is_empty() {
                section aria-labelledby="changed" {
                    h2 id="changed" { "What this version changes" }
                    @if self.changes.is_empty() { p { "Nothing since the last one." } }
                    @else { ul { @for change in &self.changes { li { (change) "." } } } }
                }
            }
        }
    }

    fn send(&self) -> Markup {
        html! {
            section aria-labelledby="send" {
                h2 id="send" { "Send it for review" }
                p { "What others review is what will be published: it is frozen now, with the figures of today. Changing it afterwards takes it back to being written." }
                (self.action("review", html! {}, "Send for review", "btn two"))
            }
        }
    }

    fn frozen(&self) -> Markup {
        html! {
            p { a class="btn" href={ (self.address()) "/preview" } { "Read what will be published" } }
            @if let Some((by, on)) = &self.signed_off { p { "Signed off by " b { (by) } " on " (on.strftime("%-d %B %Y").to_string()) "." } }
            (self.changed())
        }
    }

    fn comments(&self) -> Markup {
        let field = Typed::new("says", "What should change, or what you checked", "").with(&self.problems).area(3);
        html! {
            section aria-labelledby="comments" {
                h2 id="comments" { "What officers say of it" }
                @if self.comments.is_empty() { p { "Nobody has said anything yet." } }
                @for (on, officer, says) in &self.comments {
                    div class="say" { p { b { (officer) } ", " (on.strftime("%-d %B").to_string()) } p { (says) } }
                }
                (self.action("comment", field, "Say it", "btn two"))
            }
        }
    }

    fn sign(&self) -> Markup {
        html! {
            section aria-labelledby="sign" {
                h2 id="sign" { "Sign it off" }
                @if self.own_work {
                    div class="note" { p { b { "You wrote this version, so somebody else must sign it off." } " Ask an officer who did not write it." } }
                } @else {
                    p { "You say that it may be published as it stands in what you read." }
                    (self.action("sign", html! {
                        input type="hidden" name="digest" value=(self.digest);
                        (Typed::new("by", "Your name and role, as the plan will show them", "").with(&self.problems).line())
                    }, "Sign it off", "btn"))
                }
            }
        }
    }

    fn publish(&self) -> Markup {
        html! {
            section aria-labelledby="publish" {
                h2 id="publish" { "Publish it" }
                p { "Everybody can then read it at " code { "/plans/" (self.plan) } ". It cannot be taken back; a later version can say something else." }
                (self.action("publish", html! {}, "Publish now", "btn"))
            }
        }
    }

    fn back(&self) -> Markup {
        self.action("back", html! {}, "Take it back to being written", "btn two")
    }

    fn versions(&self) -> Markup {
        html! {
            section aria-labelledby="versions" {
                h2 id="versions" { "Published versions" }
                @if self.versions.is_empty() { p { "None yet: nobody but officers can see this plan." } }
                @else { p { a href={ "/plans/" (self.plan) } { "The plan as everybody reads it" } } }
                @for version in &self.versions {
                    h3 { a href={ "/plans/" (self.plan) "/versions/" (version.number) } { "Version " (version.number) } }
                    p { "Published on " (version.on.strftime("%-d %B %Y").to_string()) " by " (version.officer) "." }
                    @if !version.changes.is_empty() { ul { @for change in &version.changes { li { (change) "." } } } }
                }
            }
        }
    }
}
