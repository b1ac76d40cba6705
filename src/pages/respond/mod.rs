//! The pages of someone answering, in the order they see them.
//!
//! Two editions: the child's has larger type, pictures and simpler words; the plain one is for everybody else.
//! Both ask one thing a page, keep what was said, and let every question be skipped.

pub mod check;
pub mod come_back;
pub mod equality;
pub mod field;
pub mod gone;
pub mod later;
pub mod group;
pub mod lost;
pub mod paper;
pub mod question;
pub mod safety;
pub mod shut;
pub mod start;
pub mod thanks;
pub mod who;

use maud::{Markup, html};

use super::layout::notice;
use super::words::own_name;
use super::{Corner, Page, Words};
use crate::survey::{Consultation, ConsultationWords, Edition, Language, PerspectiveWords, SaidHelp, Worded};

/// The name of the buttons that change the language of a page.
pub const LANGUAGE: &str = "language";

/// The name of the button that changes to easy read and back.
pub const EASY_READ: &str = "easy-read";

/// The name of the button that keeps what was typed and gives a code to come back with.
pub const LATER: &str = "later";

/// What every page of one consultation shares.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    pub consultation: &'a Consultation,
    pub lang: &'a str,
    pub edition: Edition,
}

impl<'a> Frame<'a> {
    /// What the pages say of their own, in this language and edition.
    pub fn words(&self) -> Words {
        Words::of(self.lang, self.edition)
    }

    /// What the survey says on its start page in this language, or in its own where it lacks it.
    pub fn survey(&self) -> Worded<'a, ConsultationWords> {
        self.consultation.words(&Language(self.lang.to_owned()))
    }

    /// How a perspective is named and offered.
    pub fn perspective(&self, key: &str) -> Option<Worded<'a, PerspectiveWords>> {
        self.consultation.find_perspective_words(&Language(self.lang.to_owned()), key)
    }

    /// The language of some of the survey's words, where it is not the page's: for the `lang` of that part.
    pub fn other<'w, T>(&self, worded: Worded<'w, T>) -> Option<&'w str> {
        let own = worded.language.as_str();
        (own != self.lang).then_some(own)
    }

    /// Who there is to talk to, in the page's language where the survey has the words.
    pub fn help(&self) -> Vec<SaidHelp> {
        self.consultation.help_in(self.lang)
    }

    /// The languages that the survey can be answered in.
    pub fn languages(&self) -> Vec<&'a str> {
        self.consultation.languages().into_iter().map(Language::as_str).collect()
    }

    /// A button for each other language, inside a page's form: they send what was typed with it. They stand after
    /// the main button, so that the enter key never presses one.
    pub fn language_buttons(&self) -> Markup {
        let languages = self.languages();
        if languages.len() < 2 {
            return html! {};
        }
        html! {
            div class="langs" role="group" aria-label=(self.words().say("language-choose")) {
                @for language in languages.into_iter().filter(|language| *language != self.lang) {
                    button type="submit" name=(LANGUAGE) value=(language) lang=(language) { (own_name(language)) }
                }
            }
        }
    }

    /// A button to short sentences and bigger type, or back from them, where the survey has them.
    pub fn edition_buttons(&self) -> Markup {
        if !self.consultation.easy_read || self.edition == Edition::Child {
            return html! {};
        }
        let is_easy = self.edition == Edition::EasyRead;
        html! {
            p class="langs" {
                button type="submit" name=(EASY_READ) value=(if is_easy { "no" } else { "yes" }) {
                    (self.words().say(if is_easy { "easy-read-off" } else { "easy-read-on" }))
                }
            }
        }
    }

    /// A button that keeps what was typed and gives a code to go on with on another day or another device.
    pub fn later_button(&self) -> Markup {
        html! {
            p class="later" { button type="submit" name=(LATER) value="1" { (self.words().say("later-button")) } }
        }
    }

    /// The same buttons for a page whose form does something that cannot be taken back; sent to `rest`.
    pub fn language_form(&self, rest: &str) -> Markup {
        html! {
            form method="post" action=(self.href(rest)) {
                (self.later_button())
                (self.edition_buttons())
                (self.language_buttons())
            }
        }
    }

    /// The link to what is kept about people who answer, in the edition they read.
    pub fn notice_link(&self) -> Markup {
        let text = match self.edition {
            Edition::Plain => "information-full",
            Edition::Child | Edition::EasyRead => "privacy-easy",
        };
        html! { a href=(notice(self.edition)) { (self.words().say(text)) } }
    }

    /// The page around a step, with the quick way out.
    pub fn page(&self, title: &'a str) -> Page<'a> {
        Page {
            lang: self.lang,
            organisation: &self.consultation.organisation,
            edition: self.edition,
            corner: Corner::Exit,
            notice: trial_notice(self.consultation, self.words()),
            ..Page::titled(title)
        }
    }

    /// The address of a page of the consultation; `rest` is empty or begins with a slash.
    pub fn href(&self, rest: &str) -> String {
        format!("/c/{}{rest}", self.consultation.key)
    }
}

/// Said on every page of a consultation that comes with invented responses: nobody is really asking.
pub fn trial_notice(consultation: &Consultation, words: Words) -> Option<&'static str> {
    consultation.sample.is_some().then(|| words.say("trial"))
}
