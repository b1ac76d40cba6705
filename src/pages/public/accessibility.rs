//! How well these pages can be used by everyone, said honestly.

use maud::{Markup, html};

use super::Front;

/// The accessibility statement.
#[derive(Debug, Clone, Copy)]
pub struct Accessibility<'a> {
    pub front: Front<'a>,
}

impl Accessibility<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.front.words;
        let title = say.say("accessibility-title");
        self.front.page(title).render(html! {
            h1 { (title) }
            p { (say.say("accessibility-want")) }
            h2 { (say.say("accessibility-can")) }
            ul {
                li { (say.say("accessibility-can-keyboard")) }
                li { (say.say("accessibility-can-large")) }
                li { (say.say("accessibility-can-dark")) }
                li { (say.say("accessibility-can-scripts")) }
                li { (say.say("accessibility-can-long")) }
                li { (say.say("accessibility-can-print")) }
                li { (say.say("accessibility-can-easy")) }
                li { (say.say("accessibility-can-listen")) }
            }
            h2 { (say.say("accessibility-checked")) }
            p { (say.say("accessibility-checked-words")) }
            h2 { (say.say("accessibility-bad")) }
            ul {
                li { (say.say("accessibility-bad-readers")) }
                li { (say.say("accessibility-bad-children")) }
                li { (say.say("accessibility-bad-browser")) }
                li { (say.say("accessibility-bad-easy")) }
                li { (say.say("accessibility-bad-languages")) }
                li { (say.say("accessibility-bad-program")) }
            }
            h2 { (say.say("accessibility-way")) }
            p { (say.rich("accessibility-way-words", &[("link", html! { a href="/complain" { (say.say("accessibility-way-link")) } })])) }
            p {
                (say.rich("accessibility-unhappy", &[("link", html! {
                    a href="https://www.equalityadvisoryservice.com" rel="noreferrer" { "Equality Advisory and Support Service" }
                })]))
            }
        })
    }
}
