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
        let say = self.frame.words();
        let title = say.say("equality-title");
        let problem = self.missing.then(|| Problem { field: FIELD, message: say.say("equality-missing").to_owned() });
        let page = Page { error: self.missing, ..self.frame.page(title) };
        let yes = say.say_with("equality-yes", &[("count", self.count.into())]);
        let choices = [Choice::new(YES, yes), Choice::new(NO, say.say("equality-no"))];
        let picked = self.wanted.map(|wanted| if wanted { YES } else { NO });
        let fields = Choices {
            say,
            name: FIELD,
            heading: title,
            hint: Some(say.say("equality-why")),
            rule: Some(say.say("equality-rare")),
            choices: &choices,
            picked: picked.as_slice(),
            several: false,
            problem: problem.as_ref(),
            lang: None,
        };
        page.render(html! {
            a class="back" href=(self.back) { (say.say("back")) }
            (errors::summary(say, problem.as_slice()))
            form method="post" action=(self.frame.href("/about-you")) novalidate {
                (fields.render())
                div class="row" { button type="submit" class="btn" { (say.say("continue")) } }
            }
            (self.frame.language_form("/about-you"))
            (help::beside(say, &self.frame.help()))
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
        let say = self.frame.words();
        let title = say.say("send-title");
        self.frame.page(title).render(html! {
            a class="back" href=(self.back) { (say.say("back")) }
            h1 { (title) }
            p { (say.say("send-words")) }
            (check::send(&self.frame))
            p { a href=(self.frame.href("/check")) { (say.say("send-look")) } }
            (help::beside(say, &self.frame.help()))
        })
    }
}
