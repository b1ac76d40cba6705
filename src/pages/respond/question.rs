//! One question: what is asked, who reads the answer, one box or a few choices, one main button and a way past.

use maud::{Markup, html};

use super::Frame;
use super::field::{Field, POSTCODE, label_of};
use crate::geography::PostcodeProblem;
use crate::pages::components::choices::Choice;
use crate::pages::components::errors::{self, Problem};
use crate::pages::components::{help, mark, scene};
use crate::pages::{Page, Words};
use crate::survey::{AnswerProblem, Edition, Question, QuestionKind, QuestionWords, Section, Worded};

/// The name of the field that is answered, and its identifier.
pub const FIELD: &str = "answer";
/// The identifier of the form that is answered in.
pub const FORM: &str = "answering";
/// The name of the button that keeps what was typed and goes to the page before.
pub const BACK: &str = "back";
/// The name of the button that goes past the question.
pub const SKIP: &str = "skip";

/// The page of a question.
#[derive(Debug, Clone, Copy)]
pub struct QuestionPage<'a> {
    pub frame: Frame<'a>,
    pub perspective: &'a str,
    pub question: &'a Question,
    pub words: Worded<'a, QuestionWords>,
    /// Which question this is, counted from 1, and of how many.
    pub progress: (usize, usize),
    /// What can be picked, in this person's order.
    pub offered: &'a [Choice],
    /// What was said before or just sent, in the stored form; empty when nothing was.
    pub given: &'a str,
    /// The question before may have stirred up something bad.
    pub after_sensitive: bool,
    /// Came from check answers to change this.
    pub changing: bool,
    /// What must be put right before the answer can be taken.
    pub problem: Option<Trouble<'a>>,
}

/// Why an answer is shown again instead of the next question.
#[derive(Debug, Clone, Copy)]
pub enum Trouble<'a> {
    /// It does not fit its question.
    Unfit(&'a AnswerProblem),
    /// No district was found by the postcode.
    Postcode(PostcodeProblem),
    /// It could not be stored at this moment; it stands in the box to be sent again.
    NotStored,
}

impl QuestionPage<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let (at, of) = self.progress;
        let ask = &self.words.words.ask;
        let reads = self.question.kind == QuestionKind::Information;
        let say = self.frame.words();
        let counted = [("at", at.into()), ("of", of.into())];
        let place = match self.question.section {
            Section::Main => say.say_with("question-at", &counted),
            Section::Equality => say.say_with("about-you-at", &counted),
        };
        let title = if reads { ask.clone() } else { format!("{place}: {ask}") };
        let told = |problem| message(say, problem, self.offered);
        let problem = self.problem.map(|problem| Problem { field: field_of(problem), message: told(problem) });
        let page = Page { error: problem.is_some(), ..self.frame.page(&title) };
        let change = if self.changing { "?change" } else { "" };
        let action = self.frame.href(&format!("/q/{}{change}", self.question.key));
        let field = Field {
            say,
            question: self.question,
            words: self.words,
            lang: self.frame.lang,
            offered: self.offered,
            given: self.given,
            problem: problem.as_ref(),
        };
        let child = self.frame.edition == Edition::Child;
        page.render(html! {
            div class="prog" {
                // The enter key presses a form's first button, which must be the one that goes on.
                button type="submit" class="sr" form=(FORM) tabindex="-1" aria-hidden="true" { (say.say("next")) }
                button type="submit" class="back" form=(FORM) name=(BACK) value="1" { (say.say("back")) }
                p class="hint" {
                    @if !child { (standpoint(&self.frame, self.perspective)) @if !reads { " · " } }
                    @if !reads { (place) }
                }
            }
            (errors::summary(say, problem.as_slice()))
            @if self.after_sensitive { (help::after_sensitive(say, &self.frame.help())) }
            @if child && self.question.section == Section::Main { (self.trail()) }
            form id=(FORM) method="post" action=(action) novalidate {
                (field.render())
                div class="row" {
                    button type="submit" class="btn" { (say.say(if self.changing { "save" } else { "next" })) }
                    @if !reads { button type="submit" class="btn two" name=(SKIP) value="1" { (say.say("skip")) } }
                }
                (self.frame.later_button())
                (self.frame.edition_buttons())
                (self.frame.language_buttons())
            }
            (help::beside(say, &self.frame.help()))
        })
    }

    fn trail(&self) -> Markup {
        let keys = self.frame.consultation.perspectives.iter().map(|perspective| perspective.key.as_str());
        let others: Vec<&str> = keys.filter(|key| *key != self.perspective).collect();
        scene::trail(self.progress.0, self.progress.1, self.perspective, &others)
    }
}

/// The field where it is put right.
fn field_of(trouble: Trouble<'_>) -> &'static str {
    if let Trouble::Postcode(_) = trouble { POSTCODE } else { FIELD }
}

/// What to do about it.
fn message(say: Words, trouble: Trouble<'_>, offered: &[Choice]) -> String {
    let picked = |key: &str| label_of(offered, key);
    let problem = match trouble {
        Trouble::NotStored => return say.say("not-stored").to_owned(),
        Trouble::Postcode(problem) => return say.say(&format!("postcode-{}", problem.key())).to_owned(),
        Trouble::Unfit(problem) => problem,
    };
    match problem {
        AnswerProblem::TooLong { characters, most } => {
            let over = characters.saturating_sub(*most);
            let given = [("characters", (*characters).into()), ("most", (*most).into()), ("over", over.into())];
            say.say_with("too-long", &given)
        }
        AnswerProblem::NotAnOption { .. } => say.say("not-an-option").to_owned(),
        AnswerProblem::TooMany { picked, most } => {
            let over = picked.saturating_sub(*most);
            say.say_with("too-many", &[("picked", (*picked).into()), ("over", over.into()), ("most", (*most).into())])
        }
        AnswerProblem::TooFew { picked, least } => {
            let more = least.saturating_sub(*picked);
            say.say_with("too-few", &[("picked", (*picked).into()), ("more", more.into())])
        }
        AnswerProblem::NoneBesideOthers { none } => say.say_with("none-beside", &[("option", picked(none).into())]),
        AnswerProblem::RankedTwice { option } => say.say_with("ranked-twice", &[("option", picked(option).into())]),
        AnswerProblem::NotANumber { least, most } => {
            let ends = [("least", least.to_string().into()), ("most", most.to_string().into())];
            say.say_with("not-a-number", &ends)
        }
    }
}

/// The perspective's mark and name.
pub fn standpoint(frame: &Frame<'_>, perspective: &str) -> Markup {
    let name = frame.perspective(perspective).map_or(perspective, |worded| &worded.words.name);
    html! { (mark::mark(perspective)) (name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_is_too_long_is_told_by_how_much_and_that_it_is_kept() {
        let message = message(
            Words::english(),
            Trouble::Unfit(&AnswerProblem::TooLong { characters: 10_112, most: 10_000 }),
            &[],
        );
        assert!(message.contains("112") && message.contains("Nothing has been lost"), "{message}");
    }
}
