//! Who to talk to.

use maud::{Markup, html};

use crate::pages::components::help;
use crate::pages::{Corner, Page};
use crate::survey::Help;

/// Everyone there is to talk to.
#[derive(Debug, Clone, Copy)]
pub struct HelpPage<'a> {
    pub organisation: &'a str,
    pub help: &'a [Help],
}

impl HelpPage<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let title = "Who to talk to";
        let page = Page { organisation: self.organisation, corner: Corner::Exit, ..Page::titled(title) };
        page.render(html! {
            h1 { (title) }
            p { "If you or someone else is in danger now, ring " (help::phone("999")) "." }
            p { "What you write here is not read straight away, and we cannot find you. If you need someone, please talk to someone." }
            h2 { "People who listen" }
            (help::cards(self.help))
        })
    }
}
