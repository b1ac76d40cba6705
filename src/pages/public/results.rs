//! Everything that was published, the newest first.

use jiff::civil::Date;
use maud::{Markup, html};

use super::Front;
use crate::ballot::Ballot;
use crate::pages::ballot::Frame;
use crate::pages::{Page, Words};

/// A publication in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed {
    /// Where it is for good.
    pub address: String,
    /// The consultation's title, in the language of the survey.
    pub title: String,
    pub organisation: String,
    pub number: u32,
    pub published_on: Date,
    /// What it is, as its publisher says.
    pub about: String,
    pub interim: bool,
    pub illustrative: bool,
    /// Another has corrected it since.
    pub is_corrected: bool,
    /// It corrects another.
    pub is_correction: bool,
}

/// The page.
#[derive(Debug, Clone, Copy)]
pub struct ResultsPage<'a> {
    pub front: Front<'a>,
    pub publications: &'a [Listed],
    /// Ballots whose result is published, the latest first.
    pub ballots: &'a [&'a Ballot],
}

impl ResultsPage<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.front.words;
        let title = say.say("results-title");
        Page { feeds: true, ..self.front.page(title) }.render(html! {
            h1 { (title) }
            p { (say.say("results-intro")) }
            p class="small" { (say.say("results-chose")) }
            @if self.publications.is_empty() && self.ballots.is_empty() { div class="note" { p { (say.say("results-none")) } } }
            @for listed in self.publications { (card(say, listed)) }
            @for ballot in self.ballots { (self.ballot(ballot)) }
            (feeds(say))
        })
    }
}

impl ResultsPage<'_> {
    /// A ballot in the list, with its year, as ballots are held again under one name.
    fn ballot(&self, ballot: &Ballot) -> Markup {
        let say = self.front.words;
        let frame = Frame { ballot, lang: say.lang(), edition: say.edition() };
        let year = ballot.closes.year().to_string();
        let title =
            if frame.title().contains(&year) { frame.title().to_owned() } else { format!("{}, {year}", frame.title()) };
        html! {
            section class="card" {
                @if ballot.illustrative { p { span class="tag" { (say.say("results-illustrative-tag")) } } }
                h2 { a href=(frame.href("/result")) { (say.say_with("vote-result-of", &[("title", title.into())])) } }
                p class="small" { (frame.moment("vote-closed", ballot.closes)) " " (ballot.organisation) }
            }
        }
    }
}

fn card(say: Words, listed: &Listed) -> Markup {
    html! {
        section class="card" {
            p {
                @if listed.interim { span class="tag" { (say.say("results-interim-tag")) } " " }
                @if listed.is_corrected { span class="tag late" { (say.say("results-corrected-tag")) } " " }
                @if listed.is_correction { span class="tag go" { (say.say("results-correction-tag")) } " " }
                @if listed.illustrative { span class="tag" { (say.say("results-illustrative-tag")) } }
            }
            h2 { a href=(listed.address) { span lang="en" dir="ltr" { (listed.title) } } }
            p lang="en" dir="ltr" { (listed.about) }
            p class="small" { (when(say, listed.number, listed.published_on, &listed.organisation)) }
        }
    }
}

/// Which publication it is, when it was published and by whom.
pub fn when(say: Words, number: u32, day: Date, organisation: &str) -> String {
    let given =
        [("number", number.into()), ("day", say.day(day).into()), ("organisation", organisation.to_owned().into())];
    say.say_with("results-when", &given)
}

/// Where feeds are, for whoever wants to hear of the next publication.
pub fn feeds(say: Words) -> Markup {
    feeds_at(say, "/results/feed")
}

/// The same of the feeds at this address, without its ending.
pub fn feeds_at(say: Words, at: &str) -> Markup {
    let link = |address: &str, text: &str| html! { a href=(address) dir="ltr" { (text) } };
    html! {
        p class="small" {
            (say.rich("results-feeds", &[("atom", link(&format!("{at}.atom"), "Atom")), ("rss", link(&format!("{at}.rss"), "RSS"))]))
        }
    }
}
