//! How well these pages can be used by everyone, said honestly.

use maud::{Markup, html};

use crate::pages::Page;

/// The accessibility statement.
#[derive(Debug, Clone, Copy)]
pub struct Accessibility<'a> {
    pub organisation: &'a str,
}

impl Accessibility<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let title = "Accessibility";
        Page { organisation: self.organisation, ..Page::titled(title) }.render(html! {
            h1 { (title) }
            p { "We want everyone who is asked to be able to answer." }
            h2 { "What you can do here" }
            ul {
                li { "Use a keyboard alone, and see where you are." }
                li { "Make everything four times as large, or use a narrow phone, without scrolling sideways." }
                li { "Choose dark pages or your own colours in your device’s settings." }
                li { "Answer without JavaScript." }
                li { "Take as long as you like. Close nothing and nothing is lost." }
                li { "Print any page." }
            }
            h2 { "What we have checked" }
            p { "We aim at WCAG 2.2, level AA. Every page is checked by a program (axe) at the width of a phone and of a desk, each time Heard is changed, \
                 and the journey from the first page to the last is walked in a browser with and without JavaScript." }
            h2 { "What is not good yet" }
            ul {
                li { "These pages have not been tried with screen readers by people who use them every day." }
                li { "They have not been tried with children, or with people who find reading hard." }
                li { "There is no Easy Read edition, no British Sign Language, and no button that reads the page aloud." }
                li { "They are in English only." }
                li { "A program finds fewer than half of what gets in people’s way. There is more that we do not know of." }
            }
            h2 { "If something is in your way" }
            p { a href="/complain" { "Tell us" } ". You may answer in another way: ask for paper, or ask someone to write for you." }
            p { "If you are not happy with what we say, you can go to the "
                a href="https://www.equalityadvisoryservice.com" rel="noreferrer" { "Equality Advisory and Support Service" } "." }
        })
    }
}
