//! The page for when something did not work: what happened, whether anything is lost, what to do now.

use maud::{Markup, html};

use super::Page;

/// What went wrong, in words for the person it happened to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorPage {
    /// For example `We cannot find that page`.
    pub heading: String,
    /// What to do, a paragraph each.
    pub words: Vec<String>,
    /// Where to go from here: address and text.
    pub link: (String, String),
}

impl ErrorPage {
    /// The whole page.
    pub fn render(&self) -> Markup {
        Page::titled(&self.heading).render(html! {
            h1 { (self.heading) }
            @for words in &self.words { p { (words) } }
            p { a href=(self.link.0) { (self.link.1) } }
        })
    }

    /// An example to look at.
    pub fn sample() -> Self {
        Self {
            heading: "We cannot find that page".into(),
            words: vec!["The address may be mistyped, or the page may have moved.".into()],
            link: ("/".into(), "See what is being asked".into()),
        }
    }
}
