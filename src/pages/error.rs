//! The page for when something did not work: what happened, whether anything is lost, what to do now.

use maud::{Markup, html};

use super::{Page, Words};

/// Something said on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// A message of the interface, in whatever language the page is read in.
    Message(&'static str),
    /// In English and in code, as on officers' pages.
    English(String),
}

impl Said {
    fn text(&self, words: Words) -> &str {
        match self {
            Self::Message(key) => words.say(key),
            Self::English(text) => text,
        }
    }
}

/// What went wrong, in words for the person it happened to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ErrorPage {
    /// For example `We cannot find that page`.
    pub heading: Said,
    /// What to do, a paragraph each.
    pub words: Vec<Said>,
    /// Where to go from here: address and text.
    pub link: (String, Said),
}

impl ErrorPage {
    /// The whole page. Where any of it is in English alone, all of it is in English.
    pub fn render(&self, words: Words) -> Markup {
        let in_english = |said: &Said| matches!(said, Said::English(_));
        let officers = in_english(&self.heading) || in_english(&self.link.1) || self.words.iter().any(in_english);
        let words = if officers { Words::english() } else { words };
        let heading = self.heading.text(words);
        Page { lang: words.lang(), ..Page::titled(heading) }.render(html! {
            h1 { (heading) }
            @for said in &self.words { p { (said.text(words)) } }
            p { a href=(self.link.0) { (self.link.1.text(words)) } }
        })
    }

    /// An example to look at.
    pub fn sample() -> Self {
        Self {
            heading: Said::Message("error-not-found"),
            words: vec![Said::Message("error-not-found-words")],
            link: ("/".into(), Said::Message("see-asked")),
        }
    }
}
