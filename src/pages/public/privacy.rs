//! What is kept about people who answer, why, and what they can do about it.

use maud::{Markup, html};

use crate::pages::Page;

/// The page called "Your information".
#[derive(Debug, Clone, Copy)]
pub struct Privacy<'a> {
    /// Who asks, and so who answers for what is kept.
    pub organisations: &'a [String],
    pub organisation: &'a str,
}

impl Privacy<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let title = "Your information";
        Page { organisation: self.organisation, ..Page::titled(title) }.render(html! {
            h1 { (title) }
            div class="say ask" {
                h2 { "In short" }
                ul {
                    li { "We do not ask who you are, and we do not want to know." }
                    li { "We keep what you write so that people can read it and count it." }
                    li { "You can say as little as you like." }
                    li { "With your code you can see your answers, or erase them." }
                }
            }
            h2 { "Who keeps it" }
            p { @if self.organisations.is_empty() { "Whoever runs this website." } @else { (self.organisations.join(", ")) ". They decide what is asked and answer to you for what is kept." } }
            h2 { "What is kept" }
            ul {
                li { "What you wrote and picked, and the survey it answers." }
                li { "Whether you answered as a child, a parent and so on, and the district you picked." }
                li { "The language of the page, and the day you sent it. Not the time." }
                li { "A scrambled form of your code. It cannot be turned back into the code." }
            }
            p { "Not kept with your answers: your name, your address, your device or its internet address." }
            h2 { "While you are answering" }
            p { "Your answers are kept on our computer until you send them, so that nothing is lost if the page closes. Your browser holds one cookie, \
                 a long random number that joins your pages together. It goes when you close the browser or choose “Exit this page”. What was \
                 never sent is not read or counted, and is erased about a month later, or at once when you choose “Exit this page”." }
            h2 { "Why it is allowed" }
            p { "Asking people before deciding is part of a public body’s work under the law (“public task”). It does not rest on your consent, so there is no box to tick, and you never have to answer." }
            h2 { "Who sees it" }
            p { "Staff who work on the consultation read answers, with names, addresses, phone numbers and the like hidden as well as a computer can. \
                 What is published is counts, never with small numbers in them, and short quotes that do not show who said them. \
                 Nothing is sold, no advertiser sees it, and this website asks nobody else for anything." }
            h2 { "If you are in danger" }
            p { "Nobody reads answers straight away, and we cannot find you unless you tell us who you are. If you do, and you or someone else is in danger, \
                 we must tell someone who can help. " a href="/help" { "Who to talk to" } }
            h2 { "What you can do" }
            ul {
                li { a href="/receipt" { "See or erase your answers" } " with your code. Erased answers leave the database, the search and every count made after that. \
                      What was published before stays published." }
                li { a href="/complain" { "Ask or complain" } "." }
            }
        })
    }
}
