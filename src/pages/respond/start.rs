//! The first page of a consultation: who asks, why, how long it takes, what happens with it, what can change.

use maud::{Markup, html};

use super::Frame;
use crate::pages::components::scene;
use crate::pages::layout::{language_links, notice};
use crate::pages::{Page, Sheet, Words};
use crate::survey::{Edition, WayIn};

/// The start page of an open consultation.
#[derive(Debug, Clone, Copy)]
pub struct Start<'a> {
    pub frame: Frame<'a>,
    /// Someone has begun on this browser and can go on.
    pub begun: bool,
    /// How they came, where it is counted.
    pub way: Option<&'a WayIn>,
}

impl Start<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let consultation = self.frame.consultation;
        let worded = self.frame.survey();
        let (words, lang) = (worded.words, self.frame.other(worded));
        let say = self.frame.words();
        let languages = self.frame.languages();
        let perspectives: Vec<&str> = consultation.perspectives.iter().map(|one| one.key.as_str()).collect();
        Page { sheet: Sheet::Inside, ..self.frame.page(&words.title) }.render(html! {
            a class="back" href="/" { (say.say("back")) }
            (language_links(say, &languages))
            @if let Some(way) = self.way { (by_way(say, way)) }
            div class="say ask" {
                h1 lang=[lang] { (words.title) }
                p lang=[lang] { (words.summary) }
                (self.buttons())
                p class="small" { (say.say_with("open-until", &[("day", say.day(consultation.closes).into())])) " " span lang=[lang] { (words.how_long) } }
            }
            (scene::gathering(&perspectives))
            div class="note" { p { b { (say.say("start-safe")) } " " (say.say("start-safe-words")) " " a href=(self.frame.href("/safety")) { (say.say("safety-title")) } } }
            h2 { (say.say("start-who")) }
            p lang=[lang] { (words.who_asks) }
            h2 { (say.say("start-why")) }
            p lang=[lang] { (words.why) }
            h2 { (say.say("start-undecided")) }
            p lang=[lang] { (words.undecided) }
            h2 id="happens" { (say.say("happens-title")) }
            p lang=[lang] { (words.what_happens) }
            h2 { (say.say("information-title")) }
            ul {
                li { (say.say("information-name")) }
                li { (say.say("information-skip")) }
                li { (say.say("information-kept")) }
                li { (say.say("information-code")) }
            }
            p { (self.frame.notice_link()) }
            // Who will answer is not known yet: a child may be reading this.
            @if self.frame.edition == Edition::Plain { p { a href=(notice(Edition::Child)) { (say.say("privacy-easy")) } } }
            p { a href=(self.frame.href("/paper")) { (say.say("paper-title")) } }
            (self.buttons())
            @if self.way.is_none() { p class="small" { a href=(self.frame.href("/group")) { (say.say("group-title")) } } }
        })
    }

    fn buttons(&self) -> Markup {
        let say = self.frame.words();
        let begins = match self.way {
            Some(way) => self.frame.href(&format!("/in/{}", way.code.as_str())),
            None => self.frame.href(""),
        };
        html! {
            form class="row" method="post" action=(begins) {
                button type="submit" class="btn" { (say.say(if self.begun { "start-again" } else { "start" })) }
                @if self.begun { a href=(self.frame.href("/who")) { (say.say("start-go-on")) } }
                @else { a href="/come-back" { (say.say("start-code")) } }
            }
        }
    }
}

/// The group or the place, and what is counted of it.
fn by_way(say: Words, way: &WayIn) -> Markup {
    html! {
        p class="way-in" { b dir="auto" { (way.name) } br; span class="small" { (say.say("way-counted")) } }
    }
}
