//! Where to ask or complain.

use maud::{Markup, html};

use super::Front;
use crate::pages::components::help::phone;

/// The page called "Ask or complain".
#[derive(Debug, Clone, Copy)]
pub struct Complain<'a> {
    pub front: Front<'a>,
    /// Who asks on this website.
    pub organisations: &'a [String],
}

impl Complain<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.front.words;
        let title = say.say("complain-title");
        self.front.page(title).render(html! {
            h1 { (title) }
            p { (say.say("complain-may")) }
            h2 { (say.say("complain-first")) }
            @if self.organisations.is_empty() { p { (say.say("complain-nobody")) } }
            @else {
                p { (say.say("complain-touch")) }
                ul { @for organisation in self.organisations { li { (organisation) } } }
            }
            p { (say.rich("complain-code", &[("link", html! { a href="/receipt" { (say.say("complain-code-link")) } })])) }
            h2 { (say.say("complain-data")) }
            p { (say.rich("complain-data-words", &[("link", website("https://ico.org.uk/make-a-complaint/", "ico.org.uk")), ("phone", phone("0303 123 1113"))])) }
            h2 { (say.say("complain-council")) }
            p { (say.rich("complain-council-words", &[("link", website("https://www.lgo.org.uk", "lgo.org.uk")), ("phone", phone("0300 061 0614"))])) }
            h2 { (say.say("complain-danger")) }
            p { (say.say("complain-danger-words")) " " a href="/help" { (say.say("foot-talk")) } }
        })
    }
}

fn website(address: &str, text: &str) -> Markup {
    html! { a href=(address) rel="noreferrer" dir="ltr" { (text) } }
}
