//! After sending: it is in, the code to keep, what happens next, who to talk to.

use maud::{Markup, html};

use super::Frame;
use crate::pages::components::{help, scene};
use crate::survey::Edition;

/// The page after sending.
#[derive(Debug, Clone, Copy)]
pub struct Thanks<'a> {
    pub frame: Frame<'a>,
    /// The receipt in groups of four; none where it is one that the person has from before and this browser never
    /// had.
    pub receipt: Option<&'a str>,
    /// A group takes turns on this device: the button that forgets leads the next person in.
    pub next_person: bool,
    /// Letters are sent, so that somebody can ask to hear what came of it.
    pub hears: bool,
}

impl Thanks<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let consultation = self.frame.consultation;
        let child = self.frame.edition == Edition::Child;
        let perspectives: Vec<&str> = consultation.perspectives.iter().map(|one| one.key.as_str()).collect();
        let say = self.frame.words();
        self.frame.page(say.say("thanks-tab")).render(html! {
            div class="say ask" {
                h1 { (say.say("thanks-title")) }
                p { (say.say("thanks-words")) }
            }
            @if child { (scene::gathering(&perspectives)) }
            (self.code())
            @if self.next_person { (self.finish(["next-title", "next-words", "next-person"])) (self.next()) }
            @else { (self.next()) (self.finish(["thanks-shared", "thanks-shared-words", "thanks-finish"])) }
            // On a device that others use next nobody should leave an address.
            @if self.hears && !self.next_person { (self.hear()) }
            section aria-labelledby="talk" {
                h2 id="talk" { (say.say("foot-talk")) }
                (help::cards(say, &self.frame.help()))
            }
        })
    }

    fn code(&self) -> Markup {
        let say = self.frame.words();
        html! {
            section aria-labelledby="code" {
                h2 id="code" { (say.say("thanks-code")) }
                p { (say.say("thanks-code-words")) }
                @if let Some(receipt) = self.receipt {
                    p class="code" { @for group in receipt.split('-') { span { (group) } " " } }
                    // A file would stay on a device that others use next.
                    @if !self.next_person {
                        p class="row" {
                            a class="btn two" href=(self.frame.href("/receipt.txt")) download="heard-code.txt" { (say.say("thanks-file")) }
                            span class="noprint" { (say.say("thanks-or")) }
                        }
                    }
                } @else { p { b { (say.say("thanks-code-same")) } } }
            }
        }
    }

    /// The way to where an address can be left, which knows nothing of this response.
    fn hear(&self) -> Markup {
        let say = self.frame.words();
        let child = if self.frame.edition == Edition::Child { "?edition=child" } else { "" };
        html! {
            section aria-labelledby="hear" class="noprint" {
                h2 id="hear" { (say.say("thanks-hear")) }
                p { (say.say("thanks-hear-words")) }
                p { a href={ "/hear/" (self.frame.consultation.key) (child) } { (say.say("hear-title")) } }
            }
        }
    }

    /// The button that makes this browser forget: its heading, what it does, what stands on it.
    fn finish(&self, [heading, words, button]: [&str; 3]) -> Markup {
        let say = self.frame.words();
        html! {
            section aria-labelledby="shared" class="noprint" {
                h2 id="shared" { (say.say(heading)) }
                p { (say.say(words)) }
                form class="row" method="post" action=(self.frame.href("/finish")) { button type="submit" class="btn" { (say.say(button)) } }
            }
        }
    }

    fn next(&self) -> Markup {
        let consultation = self.frame.consultation;
        let say = self.frame.words();
        let until = say.say_with("thanks-until", &[("day", say.day(consultation.closes).into())]);
        let after = say.say_with("thanks-after-words", &[("organisation", consultation.organisation.as_str().into())]);
        html! {
            section aria-labelledby="next" {
                h2 id="next" { (say.say("thanks-next")) }
                ol class="steps" {
                    li { b { (say.say("thanks-today")) } " " (say.say("thanks-today-words")) }
                    li class="no" { b { (until) } " " (say.say("thanks-until-words")) }
                    li class="no" { b { (say.say("thanks-after")) } " " (after) }
                }
                p { a href={ (self.frame.href("")) "#happens" } { (say.say("thanks-happens")) } }
            }
        }
    }
}

/// The code as a text file to keep. `website` is the address people type, where it is known.
pub fn file(frame: &Frame<'_>, receipt: &str, website: Option<&str>) -> String {
    let words = frame.words();
    let title = &frame.survey().words.title;
    let website = website.map(|website| format!("{}/receipt", website.trim_end_matches('/')));
    let (code, nobody) = (words.say("file-code"), words.say("file-nobody"));
    let used = match website {
        Some(website) => words.say_with("file-use-at", &[("website", website.into())]),
        None => words.say("file-use").to_owned(),
    };
    let organisation = &frame.consultation.organisation;
    format!("{title}\r\n{organisation}\r\n\r\n{code}\r\n\r\n    {receipt}\r\n\r\n{used}\r\n{nobody}\r\n")
}
