//! One question: what is asked, who reads the answer, one box or a few choices, one main button and a way past.

use maud::{Markup, html};

use super::Frame;
use crate::pages::components::choices::{Choice, choices};
use crate::pages::components::errors::{self, Problem};
use crate::pages::components::{help, mark, scene};
use crate::pages::{Page, Words};
use crate::survey::{AnswerProblem, Edition, MOST_CHARACTERS, Question, QuestionKind, QuestionWords};

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
    pub words: &'a QuestionWords,
    /// Which question this is, counted from 1, and of how many.
    pub progress: (usize, usize),
    /// Key and name of every district offered.
    pub districts: &'a [(String, String)],
    /// What was said before or just sent; empty or none when nothing was.
    pub given: Option<&'a str>,
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

impl QuestionPage<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let (at, of) = self.progress;
        let words = self.frame.words();
        let ask = self.words.ask.as_str();
        let title = words.say_with("question-title", &[("at", at.into()), ("of", of.into()), ("ask", ask.into())]);
        let problem = self.problem.map(|problem| Problem { field: FIELD, message: message(words, problem) });
        let page = Page { error: problem.is_some(), ..self.frame.page(&title) };
        let change = if self.changing { "?change" } else { "" };
        let action = self.frame.href(&format!("/q/{}{change}", self.question.key));
        page.render(html! {
            div class="prog" {
                a class="back" href=(self.back) { (words.say("back")) }
                p class="hint" {
                    @if self.frame.edition == Edition::Plain { (standpoint(&self.frame, self.perspective)) " · " }
                    (words.say_with("question-at", &[("at", at.into()), ("of", of.into())]))
                }
            }
            (errors::summary(words, problem.as_slice()))
            @if self.frame.edition == Edition::Child { (self.trail()) }
            form method="post" action=(action) novalidate {
                @if self.question.is_text() { (self.words_box(words, problem.as_ref())) }
                @else { (self.choices(problem.as_ref())) }
                div class="row" {
                    button type="submit" class="btn" { (words.say(if self.changing { "save" } else { "next" })) }
                    button type="submit" class="btn two" name=(SKIP) value="1" { (words.say("skip")) }
                }
                (self.frame.language_buttons())
            }
            (help::beside(words, &self.frame.consultation.help))
        })
    }

    fn trail(&self) -> Markup {
        let keys = self.frame.consultation.perspectives.iter().map(|perspective| perspective.key.as_str());
        let others: Vec<&str> = keys.filter(|key| *key != self.perspective).collect();
        scene::trail(self.progress.0, self.progress.1, self.perspective, &others)
    }

    fn words_box(&self, words: Words, problem: Option<&Problem>) -> Markup {
        let hint = self.words.hint.as_deref();
        let ids = [hint.map(|_| "hint"), Some("before"), problem.map(|_| "answer-error"), Some("after")];
        let described: Vec<&str> = ids.into_iter().flatten().collect();
        html! {
            div class="say ask" {
                h1 { label for=(FIELD) { (self.words.ask) } }
                @if let Some(hint) = hint { p id="hint" { (hint) } }
            }
            div class="note" id="before" { p { b { (words.say("nobody-reads")) } " " (words.say("note")) } }
            div class=[problem.map(|_| "err")] {
                @if let Some(problem) = problem { (errors::message(words, problem)) }
                textarea id=(FIELD) name=(FIELD) rows="6" dir="auto" autocomplete="off" aria-describedby=(described.join(" "))
                    aria-invalid=[problem.map(|_| "true")] {
                    // Browsers drop one line end after the tag; this one is dropped instead of a person's own.
                    "\n" (self.given.unwrap_or_default())
                }
                p class="hint after" id="after" { (words.say("leave-out")) }
            }
        }
    }

    fn choices(&self, problem: Option<&Problem>) -> Markup {
        choices(
            self.frame.words(),
            FIELD,
            &self.words.ask,
            self.words.hint.as_deref(),
            &self.options(),
            self.given,
            problem,
        )
    }

    fn options(&self) -> Vec<Choice> {
        options(self.frame.words(), self.question, self.words, self.districts)
    }
}

/// What can be picked, in order. `districts` are keys and names.
fn options(say: Words, question: &Question, words: &QuestionWords, districts: &[(String, String)]) -> Vec<Choice> {
    match &question.kind {
        QuestionKind::LongText => Vec::new(),
        QuestionKind::District => {
            let districts = districts.iter().map(|(key, name)| Choice::new(key, name));
            let others = [("outside", say.say("somewhere-else")), ("unknown", say.say("not-sure"))];
            let others = others.map(|(key, name)| Choice { apart: key == "outside", ..Choice::new(key, name) });
            districts.chain(others).collect()
        }
        QuestionKind::OneOf { options } => {
            let option = |key: &String| {
                let words = words.options.get(key);
                let label = words.map_or(key.as_str(), |words| &words.label);
                Choice { hint: words.and_then(|words| words.hint.clone()), ..Choice::new(key, label) }
            };
            options.iter().map(option).collect()
        }
    }
}

/// The words of what was picked; its key where the survey no longer has it.
pub fn label(
    say: Words,
    question: &Question,
    words: &QuestionWords,
    districts: &[(String, String)],
    picked: &str,
) -> String {
    let found = options(say, question, words, districts).into_iter().find(|choice| choice.value == picked);
    found.map_or_else(|| picked.to_owned(), |choice| choice.label)
}

/// What to do about it.
fn message(words: Words, trouble: Trouble<'_>) -> String {
    match trouble {
        Trouble::NotStored => words.say("not-stored").to_owned(),
        Trouble::Unfit(AnswerProblem::TooLong { characters }) => {
            let over = characters.saturating_sub(MOST_CHARACTERS);
            let given = [("characters", (*characters).into()), ("most", MOST_CHARACTERS.into()), ("over", over.into())];
            words.say_with("too-long", &given)
        }
        Trouble::Unfit(AnswerProblem::NotAnOption { .. }) => words.say("not-an-option").to_owned(),
    }
}

/// The perspective's mark and name.
pub fn standpoint(frame: &Frame<'_>, perspective: &str) -> Markup {
    let name = frame.survey().perspective.get(perspective).map_or(perspective, |words| &words.name);
    html! { (mark::mark(perspective)) (name) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_is_too_long_is_told_by_how_much_and_that_it_is_kept() {
        let message = message(Words::english(), Trouble::Unfit(&AnswerProblem::TooLong { characters: 10_112 }));
        assert!(message.contains("112") && message.contains("Nothing has been lost"), "{message}");
    }
}
