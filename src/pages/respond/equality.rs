//! Questions about oneself, offered after check answers, and the page that sends once they are done.

use maud::{Markup, html};

use super::{Frame, check};
use crate::pages::Page;
use crate::pages::components::choices::{Choice, Choices};
use crate::pages::components::errors::{self, Problem};
use crate::pages::components::help;

/// The field of the offer.
pub const FIELD: &str = "equality";
/// The value of [`FIELD`] that takes it.
pub const YES: &str = "yes";
/// The value of [`FIELD`] that does not.
pub const NO: &str = "no";

const TITLE: &str = "A few questions about you?";
const WHY: &str = "They tell us whom we have not heard from yet, and whether something is harder for some people than \
                   for others. They are not needed: your answers count just the same without.";
const RARE: &str = "In a small place an unusual answer can show who someone is. You can skip any of them, or pick \
                    “Prefer not to say”.";

/// The offer.
#[derive(Debug, Clone, Copy)]
pub struct Offer<'a> {
    pub frame: Frame<'a>,
    /// What was said before.
    pub wanted: Option<bool>,
    /// Sent without picking.
    pub missing: bool,
    /// How many there are.
    pub count: usize,
    pub back: &'a str,
}

impl Offer<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let problem = self.missing.then(|| Problem { field: FIELD, message: "Pick yes or no".into() });
        let page = Page { error: self.missing, ..self.frame.page(TITLE) };
        let count = match self.count {
            1 => "Yes, one question".to_owned(),
            many => format!("Yes, {many} questions"),
        };
        let choices = [Choice::new(YES, count), Choice::new(NO, "No, send my answers as they are")];
        let picked = self.wanted.map(|wanted| if wanted { YES } else { NO });
        let fields = Choices {
            name: FIELD,
            heading: TITLE,
            hint: Some(WHY),
            rule: Some(RARE),
            choices: &choices,
            picked: picked.as_slice(),
            several: false,
            problem: problem.as_ref(),
            lang: None,
        };
        page.render(html! {
            a class="back" href=(self.back) { "Back" }
            (errors::summary(problem.as_slice()))
            form method="post" action=(self.frame.href("/about-you")) novalidate {
                (fields.render())
                div class="row" { button type="submit" class="btn" { "Continue" } }
            }
            (help::beside(self.frame.edition, &self.frame.consultation.help))
        })
    }
}

/// Everything has been asked.
#[derive(Debug, Clone, Copy)]
pub struct Send<'a> {
    pub frame: Frame<'a>,
    pub back: &'a str,
}

impl Send<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let title = "Send your answers";
        self.frame.page(title).render(html! {
            a class="back" href=(self.back) { "Back" }
            h1 { (title) }
            p { "That was everything. Nothing has been sent yet." }
            (check::send(&self.frame, "Send my answers"))
            p { a href=(self.frame.href("/check")) { "Look at all answers again" } }
            (help::beside(self.frame.edition, &self.frame.consultation.help))
        })
    }
}
