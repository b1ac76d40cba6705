//! A survey on paper: where an edition is chosen, and the sheet that is printed and filled in by hand.
//!
//! The sheet has every question that its perspective can be asked, in the survey's order; who is to answer which is
//! said in words. Options that pages shuffle stand in the survey's order, since paper is the same for everybody.

use maud::{Markup, html};

use super::Frame;
use super::field::{label_of, many_rule};
use super::question::standpoint;
use crate::pages::components::choices::Choice;
use crate::pages::components::{help, picture};
use crate::pages::words::own_name;
use crate::pages::{Corner, Page};
use crate::survey::{Condition, Edition, Question, QuestionKind, QuestionWords, Section, Test, Worded};

/// How many lines there are to write on.
const LINES: usize = 8;

/// Where an edition is chosen.
#[derive(Debug, Clone, Copy)]
pub struct PaperChoice<'a> {
    pub frame: Frame<'a>,
}

impl PaperChoice<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.frame.words();
        let title = say.say("paper-title");
        self.frame.page(title).render(html! {
            a class="back" href=(self.frame.href("")) { (say.say("back")) }
            h1 { (title) }
            p { (say.say("paper-choose")) }
            @for perspective in &self.frame.consultation.perspectives {
                h2 { (standpoint(&self.frame, &perspective.key)) }
                ul {
                    @for language in self.frame.languages() {
                        li {
                            a href=(self.address(&perspective.key, language, false)) lang=(language) hreflang=(language) { (own_name(language)) span class="sr" { ", " (standpoint(&self.frame, &perspective.key)) } }
                            @if self.frame.consultation.easy_read && perspective.edition == Edition::Plain {
                                " · "
                                a href=(self.address(&perspective.key, language, true)) hreflang=(language) { (say.say("easy-read-on")) span class="sr" { ", " (own_name(language)) ", " (standpoint(&self.frame, &perspective.key)) } }
                            }
                        }
                    }
                }
            }
        })
    }

    fn address(&self, perspective: &str, language: &str, easy: bool) -> String {
        let easy = if easy { "&easy=1" } else { "" };
        self.frame.href(&format!("/paper/{perspective}?lang={language}{easy}"))
    }
}

/// A question as it stands on the sheet.
#[derive(Debug, Clone)]
pub struct PaperQuestion<'a> {
    pub question: &'a Question,
    pub words: Worded<'a, QuestionWords>,
    /// What can be ticked, in the survey's order.
    pub offered: Vec<Choice>,
}

/// The sheet.
#[derive(Debug, Clone, Copy)]
pub struct Paper<'a> {
    pub frame: Frame<'a>,
    pub perspective: &'a str,
    /// In the survey's order.
    pub questions: &'a [PaperQuestion<'a>],
}

impl Paper<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.frame.words();
        let worded = self.frame.survey();
        let (words, lang) = (worded.words, self.frame.other(worded));
        let page = Page { corner: Corner::Empty, ..self.frame.page(&words.title) };
        let about_oneself = self.questions.iter().position(|one| one.question.section == Section::Equality);
        page.render(html! {
            div class="noprint note" { p { (say.say("paper-print")) " " a href=(self.frame.href("/paper")) { (say.say("paper-other")) } } }
            div class="paper" {
                p class="number" { (say.say("paper-number")) span class="tickbox wide" aria-hidden="true" {} span class="hint" { (say.say("paper-number-hint")) } }
                h1 lang=[lang] { (words.title) }
                p { (self.frame.consultation.organisation) ". " (standpoint(&self.frame, self.perspective)) }
                p lang=[lang] { (words.summary) }
                p lang=[lang] { (words.why) }
                p lang=[lang] { (words.what_happens) }
                ul {
                    li { (say.say("paper-fill")) }
                    li { (say.say("information-name")) }
                    li { b { (say.say("nobody-reads")) } " " (say.say("note")) }
                    li { (say.say("paper-no-code")) }
                }
                @for (at, one) in self.questions.iter().enumerate() {
                    @if about_oneself == Some(at) { (self.about_oneself()) }
                    (self.ask(one))
                }
                section aria-labelledby="hand-in" {
                    h2 id="hand-in" { (say.say("paper-done")) }
                    p { (say.say_with("paper-hand-in", &[
                        ("organisation", self.frame.consultation.organisation.as_str().into()),
                        ("day", say.day(self.frame.consultation.closes).into()),
                    ])) }
                    p { (say.say("paper-typed")) }
                }
                (help::beside(say, &self.frame.help()))
            }
        })
    }

    fn about_oneself(&self) -> Markup {
        let say = self.frame.words();
        html! {
            section aria-labelledby="about-you" {
                h2 id="about-you" { (say.say("equality-title")) }
                p { (say.say("equality-why")) " " (say.say("equality-rare")) }
            }
        }
    }

    fn ask(&self, one: &PaperQuestion<'_>) -> Markup {
        let words = one.words.words;
        let lang = self.frame.other(one.words);
        let id = format!("q-{}", one.question.key);
        html! {
            section aria-labelledby=(id) {
                h2 id=(id) lang=[lang] {
                    @if let Some(number) = self.number(&one.question.key) { (number) ". " }
                    (words.ask)
                }
                @for condition in &one.question.when { p { b { (self.routing(condition)) } } }
                @if let Some(hint) = &words.hint { p class="hint" lang=[lang] { (hint) } }
                @for part in &words.body { p lang=[lang] { (part) } }
                (self.field(one, lang))
            }
        }
    }

    /// Which question this is on the sheet, counted from 1; pages to read are not counted.
    fn number(&self, key: &str) -> Option<usize> {
        let mut counted = self.questions.iter().filter(|one| one.question.takes_answer());
        counted.position(|one| one.question.key == key).map(|at| at + 1)
    }

    /// Who answers a question, in words.
    fn routing(&self, condition: &Condition) -> String {
        let say = self.frame.words();
        let number = self.number(&condition.question).unwrap_or_default();
        let offered = self.questions.iter().find(|one| one.question.key == condition.question);
        let offered = offered.map(|one| one.offered.as_slice()).unwrap_or_default();
        match &condition.test {
            Test::Answered => say.say_with("paper-if-answered", &[("question", number.into())]),
            Test::Between(least, most) => {
                let (least, most) = (least.to_string(), most.to_string());
                let given = [("question", number.into()), ("least", least.into()), ("most", most.into())];
                say.say_with("paper-if-between", &given)
            }
            Test::Any(keys) => {
                let known = keys.iter().filter(|key| offered.iter().any(|choice| choice.value == **key));
                let labels: Vec<String> = known.map(|key| format!("“{}”", label_of(offered, key))).collect();
                let given = [("options", labels.join(" / ").into()), ("question", number.into())];
                say.say_with("paper-if", &given)
            }
        }
    }

    fn field(&self, one: &PaperQuestion<'_>, lang: Option<&str>) -> Markup {
        let say = self.frame.words();
        let count = one.offered.len();
        let (rule, field) = match &one.question.kind {
            QuestionKind::Information => return html! {},
            QuestionKind::LongText => (None, lines(LINES)),
            QuestionKind::ShortText => (None, lines(1)),
            QuestionKind::Number { least, most } => {
                let ends = [("least", least.to_string().into()), ("most", most.to_string().into())];
                let rule = say.say_with("paper-between", &ends);
                (Some(rule), html! { span class="tickbox wide" aria-hidden="true" {} })
            }
            QuestionKind::Ranking { places, .. } => {
                let rule = say.say_with("paper-rank", &[("places", (*places).into())]);
                (Some(rule), ticks(&one.offered, lang))
            }
            QuestionKind::ManyOf { at_least, at_most, .. } => {
                (Some(many_rule(say, count, *at_least, *at_most)), ticks(&one.offered, lang))
            }
            _ => (Some(say.say("paper-one").to_owned()), ticks(&one.offered, lang)),
        };
        html! { @if let Some(rule) = rule { p class="hint" { (rule) } } (field) }
    }
}

fn lines(count: usize) -> Markup {
    html! { span class="lines" aria-hidden="true" { @for _ in 0..count { i {} } } }
}

fn ticks(offered: &[Choice], lang: Option<&str>) -> Markup {
    html! {
        ul class="ticks plain" lang=[lang] {
            @for choice in offered {
                li {
                    span class="tickbox" aria-hidden="true" {}
                    @if let Some((name, alt)) = &choice.picture { (picture::picture(name, alt.as_deref())) }
                    span { (choice.label) @if let Some(hint) = &choice.hint { " " span class="hint" { (hint) } } }
                }
            }
        }
    }
}
