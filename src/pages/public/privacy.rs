//! What is kept about people who answer, why, what could go wrong, and what they can do about it.
//!
//! The plain edition and the child's, which is for easy read too, say the same in other words: nothing stands in one
//! and not in the other. Leaves out what a survey says of itself on its start page.

use maud::{Markup, html};

use super::Front;
use crate::pages::components::help;
use crate::pages::layout::notice;
use crate::pages::{Corner, Page};
use crate::survey::Edition;

/// The way that words go, each step with its picture: a pencil, a computer, two who read, a report with bars.
const STEPS: [(&str, &str); 4] = [
    ("privacy-step-write", "M8 40l3-11L33 7l8 8-22 22zM29 11l8 8M11 29l8 8M24 42h18"),
    ("privacy-step-keep", "M5 8h38v25H5zM24 33v8M14 42h20M13 17h22M13 24h14"),
    (
        "privacy-step-read",
        "M15 20a7 7 0 1 1 0-14 7 7 0 0 1 0 14zM33 20a7 7 0 1 1 0-14 7 7 0 0 1 0 14zM24 29c-4-3-10-4-19-4v14c9 0 15 1 19 \
         4 4-3 10-4 19-4V25c-9 0-15 1-19 4zM24 29v14",
    ),
    ("privacy-step-report", "M9 4h22l8 8v32H9zM31 4v8h8M16 37V27M24 37V19M32 37V30M14 37h20"),
];

/// The page called "Your information".
#[derive(Debug, Clone, Copy)]
pub struct Privacy<'a> {
    /// Who asks, and so who answers for what is kept.
    pub organisations: &'a [String],
    pub front: Front<'a>,
}

impl Privacy<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.front.words;
        let title = say.say("privacy-title");
        let (query, other, its_name) = match say.edition() {
            Edition::Child => ("edition=child", Edition::Plain, "information-full"),
            Edition::Plain | Edition::EasyRead => ("", Edition::Child, "privacy-easy"),
        };
        // Whoever is in the middle of answering comes here too, and may have to leave at once.
        let page = Page { corner: Corner::Exit, query, ..self.front.page(title) };
        page.render(html! {
            div class="say ask" {
                h1 { (title) }
                h2 { (say.say("privacy-short")) }
                (self.points(&["privacy-short-who", "privacy-short-keep", "privacy-short-little", "privacy-short-code"]))
            }
            p { a href=(notice(other)) { (say.in_edition(other).say(its_name)) } }
            (self.steps())
            h2 { (say.say("privacy-who")) }
            p {
                @if self.organisations.is_empty() { (say.say("privacy-who-nobody")) } @else { (self.organisations.join(", ")) "." }
                " " (say.say("privacy-who-words"))
            }
            (self.kept())
            h2 { (say.say("privacy-why")) }
            p { (say.say("privacy-why-words")) }
            h2 { (say.say("privacy-sees")) }
            (self.points(&["privacy-sees-staff", "privacy-sees-server", "privacy-sees-published", "privacy-sees-nobody"]))
            h2 { (say.say("privacy-risk")) }
            (self.points(&["privacy-risk-rare", "privacy-risk-names", "privacy-risk-code", "privacy-risk-history"]))
            (self.what_to_do())
        })
    }

    /// Where words go. The pictures say nothing that the words beside them do not.
    fn steps(&self) -> Markup {
        let say = self.front.words;
        html! {
            h2 { (say.say("privacy-steps")) }
            ol class="village four" {
                @for (at, (words, picture)) in STEPS.iter().enumerate() {
                    li {
                        svg class="pic" viewBox="0 0 48 48" aria-hidden="true" { path d=(picture) {} }
                        b { (at + 1) "." } " " (say.say(words))
                    }
                }
            }
        }
    }

    fn kept(&self) -> Markup {
        let say = self.front.words;
        html! {
            h2 { (say.say("privacy-what")) }
            (self.points(&[
                "privacy-what-wrote",
                "privacy-what-as",
                "privacy-what-day",
                "privacy-what-code",
                "privacy-what-campaign",
            ]))
            p { (say.say("privacy-not")) }
            h2 { (say.say("privacy-while")) }
            (self.points(&[
                "privacy-while-words",
                "privacy-while-cookie",
                "privacy-while-language",
                "privacy-while-unsent",
                "privacy-while-code",
                "privacy-while-way",
                "privacy-while-hear",
            ]))
        }
    }

    fn what_to_do(&self) -> Markup {
        let say = self.front.words;
        let link = |href: &str, text: &str| html! { a href=(href) { (say.say(text)) } };
        html! {
            h2 { (say.say("privacy-danger")) }
            p { (say.rich("privacy-danger-now", &[("phone", help::phone("999"))])) }
            p { (say.say("privacy-danger-words")) " " (link("/help", "foot-talk")) }
            h2 { (say.say("privacy-do")) }
            ul {
                li { (say.rich("privacy-do-erase", &[("link", link("/receipt", "receipt-title"))])) }
                li { (say.say("privacy-do-change")) }
                li { (say.rich("privacy-do-ask", &[("link", link("/complain", "complain-title"))])) }
            }
        }
    }

    fn points(&self, keys: &[&str]) -> Markup {
        html! { ul { @for key in keys { li { (self.front.words.say(key)) } } } }
    }
}
