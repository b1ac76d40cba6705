//! Who are you? The standpoint someone answers from decides how the questions are put.

use maud::{Markup, html};

use super::Frame;
use crate::pages::Page;
use crate::pages::components::choices::{Choice, Choices};
use crate::pages::components::errors::{self, Problem};
use crate::pages::components::help;

/// The page where a perspective is picked.
#[derive(Debug, Clone, Copy)]
pub struct Who<'a> {
    pub frame: Frame<'a>,
    pub picked: Option<&'a str>,
    /// Came from check answers to change this.
    pub changing: bool,
    /// Sent without picking.
    pub missing: bool,
}

/// The field's name.
pub const FIELD: &str = "perspective";

impl Who<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let words = self.frame.words();
        let title = words.say("who-title");
        let problem = self.missing.then(|| Problem { field: FIELD, message: words.say("who-missing").into() });
        let page = Page { error: self.missing, ..self.frame.page(title) };
        let (back, action) = match self.changing {
            true => (self.frame.href("/check"), self.frame.href("/who?change")),
            false => (self.frame.href(""), self.frame.href("/who")),
        };
        let fields = Choices {
            say: words,
            name: FIELD,
            heading: title,
            hint: Some(words.say("who-hint")),
            rule: None,
            choices: &self.options(),
            picked: self.picked.as_slice(),
            several: false,
            problem: problem.as_ref(),
            lang: None,
        };
        page.render(html! {
            a class="back" href=(back) { (words.say("back")) }
            (errors::summary(words, problem.as_slice()))
            form method="post" action=(action) novalidate {
                (fields.render())
                div class="row" { button type="submit" class="btn" { (words.say("continue")) } }
                (self.frame.edition_buttons())
                (self.frame.language_buttons())
            }
            (help::beside(words, &self.frame.help()))
        })
    }

    fn options(&self) -> Vec<Choice> {
        let words = |key: &str| self.frame.perspective(key).map(|worded| worded.words);
        let option = |key: &str| {
            let words = words(key);
            Choice {
                hint: words.and_then(|words| words.hint.clone()),
                mark: Some(key.to_owned()),
                ..Choice::new(key, words.map_or(key, |words| &words.choose))
            }
        };
        self.frame.consultation.perspectives.iter().map(|perspective| option(&perspective.key)).collect()
    }
}
