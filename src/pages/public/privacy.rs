//! What is kept about people who answer, why, and what they can do about it.

use maud::{Markup, html};

use super::Front;

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
        let title = say.say("information-title");
        self.front.page(title).render(html! {
            h1 { (title) }
            div class="say ask" {
                h2 { (say.say("privacy-short")) }
                ul {
                    li { (say.say("privacy-short-who")) }
                    li { (say.say("privacy-short-keep")) }
                    li { (say.say("privacy-short-little")) }
                    li { (say.say("privacy-short-code")) }
                }
            }
            h2 { (say.say("privacy-who")) }
            p { @if self.organisations.is_empty() { (say.say("privacy-who-nobody")) } @else { (self.organisations.join(", ")) ". " (say.say("privacy-who-words")) } }
            h2 { (say.say("privacy-what")) }
            ul {
                li { (say.say("privacy-what-wrote")) }
                li { (say.say("privacy-what-as")) }
                li { (say.say("privacy-what-day")) }
                li { (say.say("privacy-what-code")) }
            }
            p { (say.say("privacy-not")) }
            h2 { (say.say("privacy-while")) }
            p { (say.say("privacy-while-words")) }
            p { (say.say("privacy-while-language")) " " (say.say("privacy-while-code")) }
            p { (say.say("privacy-while-way")) }
            h2 { (say.say("privacy-why")) }
            p { (say.say("privacy-why-words")) }
            h2 { (say.say("privacy-sees")) }
            p { (say.say("privacy-sees-words")) }
            h2 { (say.say("privacy-danger")) }
            p { (say.say("privacy-danger-words")) " " a href="/help" { (say.say("foot-talk")) } }
            h2 { (say.say("privacy-do")) }
            ul {
                li { (say.rich("privacy-do-erase", &[("link", html! { a href="/receipt" { (say.say("receipt-title")) } })])) }
                li { a href="/complain" { (say.say("complain-title")) } "." }
            }
        })
    }
}
