//! A publication in words and pictures that children can read: what came up most, in tens of people.
//!
//! The same sentences as the children's PDF. Leaves out what they say (`report::district`).

use maud::{Markup, html};

use super::Front;
use super::publication::{Said, onward, standing, wrong};
use crate::pages::{Page, Sheet};
use crate::report::district::{DistrictReport, InTens};

/// How long a quote may be, in characters, and how many there are.
const SHORT: usize = 160;
const QUOTES: usize = 3;

/// The page.
#[derive(Debug, Clone, Copy)]
pub struct ChildrensPage<'a> {
    /// In the child's edition.
    pub front: Front<'a>,
    pub report: DistrictReport<'a>,
    pub said: &'a Said,
    /// The address of this place's report for everybody.
    pub address: &'a str,
}

impl ChildrensPage<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.front.words;
        let results = self.report.results;
        let title = self.report.title_for_children();
        let page = Page {
            sheet: Sheet::Results,
            organisation: &results.organisation,
            query: "edition=child",
            notice: results.illustrative.then(|| say.say("results-illustrative")),
            ..self.front.page(&title)
        };
        page.render(html! {
            a class="back" href=(self.address) { (say.say("results-everyone")) }
            h1 lang="en" { (title) }
            (standing(say, self.said))
            @if say.lang() != "en" { p class="small" { (say.say("results-english")) } }
            div lang="en" dir="ltr" { (self.told()) }
            p { a href={ (self.address) ".children.pdf" } { (say.say("results-children")) } }
            (onward(say, self.said))
            (wrong(say, &results.organisation))
        })
    }

    fn told(&self) -> Markup {
        let tens = self.report.in_tens();
        let quotes = self.report.quotes();
        let short: Vec<_> =
            quotes.into_iter().filter(|quote| quote.words.chars().count() <= SHORT).take(QUOTES).collect();
        html! {
            p class="big" { (self.report.answered_for_children()) }
            h2 { "What people talked about most" }
            @if tens.is_empty() {
                p { "Only a few people answered here. We keep small numbers private, so that nobody can be found." }
            } @else {
                ol class="tens" {
                    @for (at, ten) in tens.iter().enumerate() {
                        li { h3 { (at + 1) ". " (ten.theme) } (people(ten)) p { (ten.words) "." } }
                    }
                }
                p class="small" { "One person could talk about lots of things." }
            }
            @if let Some(differs) = self.report.differs_for_children() { div class="note" { p { (differs) } } }
            @if !short.is_empty() {
                h2 { "What people said" }
                @for quote in short {
                    blockquote class="say mine" {
                        p lang=(quote.language) dir="auto" { "“" (quote.words) "”" }
                        footer class="small" { (self.report.said_by(quote)) }
                    }
                }
            }
            h2 { "Good to know" }
            ul { @for said in self.report.method_for_children() { li { (said) } } }
            @if let Some(next) = self.report.results.next.first() { h2 { "What happens next" } p { (next) } }
        }
    }
}

/// Ten people, so many of them coloured in. The words below say the same.
fn people(ten: &InTens) -> Markup {
    html! {
        svg viewBox="0 0 240 40" aria-hidden="true" {
            @for at in 0..10u8 {
                g class=(if at < ten.of_ten { "in" } else { "out" }) {
                    circle cx=(u32::from(at) * 24 + 12) cy="9" r="7" {}
                    rect x=(u32::from(at) * 24 + 3) y="18" width="18" height="20" rx="7" {}
                }
            }
        }
    }
}
