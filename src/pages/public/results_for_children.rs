//! A publication in words and pictures that children can read: what came up most, in tens of people.
//!
//! The same sentences as the children's PDF, in the reader's language. Leaves out what they say (`report::district`).

use maud::{Markup, html};

use super::Front;
use super::publication::{Said, onward, standing, wrong};
use crate::pages::{Page, Sheet};
use crate::report::district::{DistrictReport, InTens, Piece, Told};

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
        let told = self.report.told(say.lang());
        let title = told.title_for_children();
        let pdf = if told.words.code == "en" { String::new() } else { format!(".{}", told.words.code) };
        let page = Page {
            sheet: Sheet::Results,
            organisation: &results.organisation,
            query: "edition=child",
            notice: results.illustrative.then(|| say.say("results-illustrative")),
            ..self.front.page(&title)
        };
        page.render(html! {
            a class="back" href=(self.address) { (say.say("results-everyone")) }
            h1 { (title) }
            (standing(say, self.said))
            (self.told(&told))
            p { a href={ (self.address) ".children" (pdf) ".pdf" } { (say.say("results-children")) } }
            (onward(say, self.said))
            (wrong(say, &results.organisation))
        })
    }

    fn told(&self, told: &Told<'_>) -> Markup {
        let (say, words, tens) = (self.front.words, told.words, told.in_tens());
        let quotes = self.report.quotes();
        let short: Vec<_> =
            quotes.into_iter().filter(|quote| quote.words.chars().count() <= SHORT).take(QUOTES).collect();
        html! {
            p class="big" { (told.answered_for_children()) }
            h2 { (words.child_most) }
            @if tens.is_empty() {
                p { (words.child_few) }
            } @else {
                ol class="tens" {
                    @for (at, ten) in tens.iter().enumerate() {
                        li {
                            h3 { (at + 1) ". " (say.theirs(&ten.theme)) }
                            (people(ten))
                            p { (ten.words) @if words.code == "ur" { "۔" } @else { "." } }
                        }
                    }
                }
                p class="small" { (words.child_lots) }
            }
            @if let Some(differs) = told.differs_for_children() { div class="note" { p { (sentence(&differs)) } } }
            @if !short.is_empty() {
                h2 { (words.child_said) }
                @for quote in short {
                    blockquote class="say mine" {
                        p lang=(quote.language) dir="auto" { "“" (quote.words) "”" }
                        footer class="small" { (sentence(&told.said_by(quote))) }
                    }
                }
            }
            h2 { (words.child_know) }
            ul { @for said in words.child_method { li { (said) } } }
            @if let Some(next) = told.next() { h2 { (words.child_next) } p { (sentence(&next)) } }
        }
    }
}

/// A sentence with what is English in it marked.
fn sentence(pieces: &[Piece]) -> Markup {
    html! {
        @for piece in pieces {
            @if piece.english { span lang="en" dir="ltr" { (piece.text) } } @else { (piece.text) }
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
