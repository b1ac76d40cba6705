//! The pages of somebody voting, in the order they see them, and the result for everybody.
//!
//! As plain as a paper in a booth: one thing a page, nothing kept but what the browser holds, every choice in the
//! reader's language. Results come from a published [`crate::ballot::Audit`] only, turnout from
//! [`crate::breakdown::Turnout`].

pub mod check;
pub mod making;
mod pairs;
pub mod paper;
pub mod result;
mod rounds;
pub mod shut;
pub mod start;
mod taking_part;
pub mod tally;
mod tally_papers;
mod tally_sums;
pub mod thanks;

use maud::{Markup, html};

use super::respond::{EASY_READ, LANGUAGE};
use super::words::own_name;
use super::{Corner, Page, Words};
use crate::ballot::{Ballot, Candidate, Method};
use crate::survey::{ConsultationWords, Edition, Language, OptionWords, QuestionWords, Reader, SaidHelp, Worded};

/// What every page of one ballot shares.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    pub ballot: &'a Ballot,
    pub lang: &'a str,
    pub edition: Edition,
}

impl<'a> Frame<'a> {
    /// What the pages say of their own.
    pub fn words(&self) -> Words {
        Words::of(self.lang, self.edition)
    }

    /// What the ballot says on its start page.
    pub fn about(&self) -> Option<Worded<'a, ConsultationWords>> {
        self.ballot.words(&Language(self.lang.to_owned()))
    }

    /// The ballot's title in the page's language or its own.
    pub fn title(&self) -> &'a str {
        self.about().map_or(self.ballot.key.as_str(), |about| about.words.title.as_str())
    }

    /// What the paper says.
    pub fn paper(&self) -> Option<Worded<'a, QuestionWords>> {
        let language = Language(self.lang.to_owned());
        let perspective = self.ballot.perspectives.first().map(|one| one.key.as_str()).unwrap_or_default();
        let easy_read = self.edition == Edition::EasyRead;
        self.ballot.paper_words(Reader { language: &language, perspective, age_band: None, easy_read })
    }

    /// What a candidate is called.
    pub fn name(&self, key: &'a str) -> &'a str {
        let option: Option<&'a OptionWords> = self.paper().and_then(|paper| paper.words.options.get(key));
        option.map_or_else(|| self.ballot.name(key), |option| option.label.as_str())
    }

    /// Those who still stand, in the order of the paper.
    pub fn standing(&self) -> impl Iterator<Item = &'a Candidate> {
        self.ballot.candidates.iter().filter(|candidate| !candidate.withdrawn)
    }

    /// The language of some of the ballot's words, where it is not the page's.
    pub fn other<'w, T>(&self, worded: Worded<'w, T>) -> Option<&'w str> {
        let own = worded.language.as_str();
        (own != self.lang).then_some(own)
    }

    /// Who there is to talk to.
    pub fn help(&self) -> Vec<SaidHelp> {
        self.ballot.help_in(self.lang)
    }

    /// The languages that the ballot is offered in.
    pub fn languages(&self) -> Vec<&'a str> {
        self.ballot.languages().into_iter().map(Language::as_str).collect()
    }

    /// Buttons to the other languages and the other edition, inside a page's form: what is marked goes with them.
    pub fn turning_buttons(&self) -> Markup {
        let is_easy = self.edition == Edition::EasyRead;
        html! {
            @if self.ballot.easy_read {
                p class="langs" {
                    button type="submit" name=(EASY_READ) value=(if is_easy { "no" } else { "yes" }) {
                        (self.words().say(if is_easy { "easy-read-off" } else { "easy-read-on" }))
                    }
                }
            }
            @if self.languages().len() > 1 {
                div class="langs" role="group" aria-label=(self.words().say("language-choose")) {
                    @for language in self.languages().into_iter().filter(|language| *language != self.lang) {
                        button type="submit" name=(LANGUAGE) value=(language) lang=(language) { (own_name(language)) }
                    }
                }
            }
        }
    }

    /// The page around a step, with the quick way out.
    pub fn page(&self, title: &'a str) -> Page<'a> {
        Page {
            lang: self.lang,
            organisation: &self.ballot.organisation,
            edition: self.edition,
            corner: Corner::Exit,
            notice: self.ballot.illustrative.then(|| self.words().say("vote-made-up")),
            ..Page::titled(title)
        }
    }

    /// The address of a page of the ballot; `rest` is empty or begins with a slash.
    pub fn href(&self, rest: &str) -> String {
        format!("/b/{}{rest}", self.ballot.key)
    }

    /// A moment of the ballot in a sentence with a day and a time.
    pub fn moment(&self, key: &str, at: jiff::civil::DateTime) -> String {
        let say = self.words();
        let time = at.strftime("%H:%M").to_string();
        say.say_with(key, &[("day", say.day(at.date()).into()), ("time", time.into())])
    }
}

/// Up to when a paper counts: said wherever one is marked or sent.
pub(super) fn closing(frame: Frame<'_>) -> Markup {
    html! { p class="small" { (frame.moment("vote-closing", frame.ballot.closes)) } }
}

/// How a method counts, in a sentence for everybody.
pub(super) fn method_words(say: Words, method: Method) -> &'static str {
    match method {
        Method::Plurality => say.say("vote-method-plurality"),
        Method::Approval => say.say("vote-method-approval"),
        Method::Borda => say.say("vote-method-borda"),
        Method::Dowdall => say.say("vote-method-dowdall"),
        Method::InstantRunoff => say.say("vote-method-runoff"),
        Method::Stv => say.say("vote-method-stv"),
        Method::Schulze => say.say("vote-method-schulze"),
        Method::Points => say.say("vote-method-points"),
    }
}
