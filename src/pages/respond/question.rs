//! One question: what is asked, who reads the answer, one box or a few choices, one main button and a way past.

use maud::{Markup, html};

use super::Frame;
use super::field::{Field, label_of};
use crate::pages::Page;
use crate::pages::components::choices::Choice;
use crate::pages::components::errors::{self, Problem};
use crate::pages::components::{help, mark, scene};
use crate::pages::figures::numbers::grouped;
use crate::survey::{AnswerProblem, Edition, Question, QuestionKind, QuestionWords, Section, Worded};

/// The name of the field that is answered, and its identifier.
pub const FIELD: &str = "answer";
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
    /// Where "Back" leads.
    pub back: &'a str,
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
    /// It could not be stored at this moment; it stands in the box to be sent again.
    NotStored,
}

/// What the page says of its own, in one edition.
struct Words {
    note: &'static str,
    leave_out: &'static str,
    next: &'static str,
    skip: &'static str,
}

const CHILD: Words = Words {
    note: "We cannot find you unless you tell us who you are. If you do, and you are in danger, we must tell someone.",
    leave_out: "Please leave out names, your address and your school.",
    next: "Next",
    skip: "Skip this one",
};

const PLAIN: Words = Words {
    note: "We cannot find you unless you tell us who you are. If you do, and someone is in danger, we must tell someone.",
    leave_out: "Please leave out names, addresses and schools.",
    next: "Continue",
    skip: "Skip this one",
};

const SAVE: &str = "Save";

impl QuestionPage<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let (at, of) = self.progress;
        let ask = &self.words.words.ask;
        let reads = self.question.kind == QuestionKind::Information;
        let place = match self.question.section {
            Section::Main => format!("Question {at} of {of}"),
            Section::Equality => format!("About you, {at} of {of}"),
        };
        let title = if reads { ask.clone() } else { format!("{place}: {ask}") };
        let told = |problem| message(problem, self.offered);
        let problem = self.problem.map(|problem| Problem { field: FIELD, message: told(problem) });
        let page = Page { error: problem.is_some(), ..self.frame.page(&title) };
        let change = if self.changing { "?change" } else { "" };
        let action = self.frame.href(&format!("/q/{}{change}", self.question.key));
        let words = self.words_of_edition();
        let field = Field {
            question: self.question,
            words: self.words,
            lang: self.frame.lang,
            offered: self.offered,
            given: self.given,
            problem: problem.as_ref(),
            note: words.note,
            leave_out: words.leave_out,
        };
        let child = self.frame.edition == Edition::Child;
        page.render(html! {
            div class="prog" {
                a class="back" href=(self.back) { "Back" }
                p class="hint" {
                    @if !child { (standpoint(&self.frame, self.perspective)) @if !reads { " · " } }
                    @if !reads { (place) }
                }
            }
            (errors::summary(problem.as_slice()))
            @if self.after_sensitive { (help::after_sensitive(self.frame.edition, &self.frame.consultation.help)) }
            @if child && self.question.section == Section::Main { (self.trail()) }
            form method="post" action=(action) novalidate {
                (field.render())
                div class="row" {
                    button type="submit" class="btn" { (if self.changing { SAVE } else { words.next }) }
                    @if !reads { button type="submit" class="btn two" name=(SKIP) value="1" { (words.skip) } }
                }
            }
            (help::beside(self.frame.edition, &self.frame.consultation.help))
        })
    }

    fn words_of_edition(&self) -> &'static Words {
        match self.frame.edition {
            Edition::Child => &CHILD,
            Edition::Plain | Edition::EasyRead => &PLAIN,
        }
    }

    fn trail(&self) -> Markup {
        let keys = self.frame.consultation.perspectives.iter().map(|perspective| perspective.key.as_str());
        let others: Vec<&str> = keys.filter(|key| *key != self.perspective).collect();
        scene::trail(self.progress.0, self.progress.1, self.perspective, &others)
    }
}

/// What to do about it.
fn message(trouble: Trouble<'_>, offered: &[Choice]) -> String {
    let label = |key: &str| label_of(offered, key);
    match trouble {
        Trouble::NotStored => {
            "We could not store your answer at this moment. It is still here: wait a few seconds and send it again"
                .to_owned()
        }
        Trouble::Unfit(AnswerProblem::TooLong { characters, most }) => format!(
            "Your answer has {} characters and the most is {}. Take {} away. Nothing has been lost",
            grouped(*characters as u64),
            grouped(*most as u64),
            grouped(characters.saturating_sub(*most) as u64),
        ),
        Trouble::Unfit(AnswerProblem::NotAnOption { .. }) => "Pick one of these, or skip this one".to_owned(),
        Trouble::Unfit(AnswerProblem::TooMany { picked, most }) => {
            let over = picked.saturating_sub(*most);
            let left = if *most == 1 { "1 is".to_owned() } else { format!("{most} are") };
            format!("You picked {picked}. Take {over} away so that {left} left")
        }
        Trouble::Unfit(AnswerProblem::TooFew { picked, least }) => {
            format!("You picked {picked}. Pick {} more, or skip this one", least.saturating_sub(*picked))
        }
        Trouble::Unfit(AnswerProblem::NoneBesideOthers { none }) => {
            format!("You picked “{}” and something else. Keep that one or the others", label(none))
        }
        Trouble::Unfit(AnswerProblem::RankedTwice { option }) => {
            format!("“{}” stands in two places. Keep it in one of them", label(option))
        }
        Trouble::Unfit(AnswerProblem::NotANumber { least, most }) => {
            format!("Write a whole number from {least} to {most}, or skip this one")
        }
    }
}

/// The perspective's mark and name.
pub fn standpoint(frame: &Frame<'_>, perspective: &str) -> Markup {
    let name = frame.consultation.perspective_words(perspective).map_or(perspective, |words| &words.name);
    html! { (mark::mark(perspective)) (name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_is_too_long_is_told_by_how_much_and_that_it_is_kept() {
        let message = message(Trouble::Unfit(&AnswerProblem::TooLong { characters: 10_112, most: 10_000 }), &[]);
        assert!(message.contains("112") && message.contains("Nothing has been lost"), "{message}");
    }
}
