//! Where to ask or complain.

use maud::{Markup, html};

use crate::pages::Page;

/// The page called "Ask or complain".
#[derive(Debug, Clone, Copy)]
pub struct Complain<'a> {
    pub organisation: &'a str,
    /// Who asks on this website.
    pub organisations: &'a [String],
}

impl Complain<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let title = "Ask or complain";
        Page { organisation: self.organisation, ..Page::titled(title) }.render(html! {
            h1 { (title) }
            p { "You may ask anything about what is asked here, how answers are used, or what was done with them. You may complain. A grown-up can do it for you." }
            h2 { "First, whoever is asking" }
            @if self.organisations.is_empty() { p { "Write to whoever runs this website." } }
            @else {
                p { "Get in touch in any way you usually would, and say that it is about a consultation on Heard:" }
                ul { @for organisation in self.organisations { li { (organisation) } } }
            }
            p { "You do not need to say what you answered. If you want something done about your answers, you will need your code; "
                a href="/receipt" { "you can also erase them yourself" } "." }
            h2 { "About your information" }
            p { "Ask for their data protection officer. If the answer is not good enough, the Information Commissioner looks into it: "
                a href="https://ico.org.uk/make-a-complaint/" rel="noreferrer" { "ico.org.uk" } ", " (crate::pages::components::help::phone("0303 123 1113")) "." }
            h2 { "About a council" }
            p { "When the council has given its last word, the Local Government and Social Care Ombudsman can look at it: "
                a href="https://www.lgo.org.uk" rel="noreferrer" { "lgo.org.uk" } ", " (crate::pages::components::help::phone("0300 061 0614")) "." }
            h2 { "If someone is in danger" }
            p { "Do not wait for an answer. " a href="/help" { "Who to talk to" } }
        })
    }
}
