//! One question: its kind, its options, whom it is asked, and when.

use maud::{Markup, html};

use super::fields::{Field, choices, select, tick};
use super::{Place, Tab, kind_name};
use crate::finding::Finding;
use crate::survey::format::QuestionFile;
use crate::survey::{KINDS, Section, Source, option_keys};

/// An earlier question that a condition may name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    pub key: String,
    pub ask: String,
    /// The keys of its options, or what else can be written of it.
    pub answers: String,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuestionForm {
    pub place: Place,
    pub question: QuestionFile,
    pub ask: Option<String>,
    /// Its options as lines: `key | words`.
    pub options: String,
    pub apart: String,
    /// Its conditions as question and answer.
    pub when: Vec<(String, String)>,
    pub earlier: Vec<Earlier>,
    /// Key and name of every perspective.
    pub perspectives: Vec<(String, String)>,
    pub pictures: Vec<&'static str>,
    /// What is wrong with it.
    pub findings: Vec<Finding>,
}

impl QuestionForm {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let place = &self.place;
        let title = self.ask.as_deref().unwrap_or(&self.question.key);
        place.render(
            title,
            Tab::Questions,
            html! {
                @if !self.findings.is_empty() { section class="note warn" aria-label="To put right" { (place.findings(&self.findings)) } }
                p {
                    "Its short name is " b { (self.question.key) } ". Its words are under "
                    a href=(place.href(&format!("/words/{}#question_{}", place.language, self.question.key))) { "Words" } "."
                }
                form class="edit" method="post" action=(place.href(&format!("/question/{}", self.question.key))) {
                    (place.csrf())
                    fieldset disabled[place.read_only] {
                        legend class="sr" { "The question" }
                        (self.kind())
                        (self.asked())
                        (self.more())
                        div class="row" { button type="submit" class="btn" { "Save" } a href=(place.href("")) { "Back to the questions" } }
                    }
                }
            },
        )
    }

    fn is(&self, kinds: &[&str]) -> bool {
        kinds.contains(&self.question.kind.as_str())
    }

    fn kind(&self) -> Markup {
        let question = &self.question;
        let kinds: Vec<(String, String)> =
            KINDS.iter().map(|kind| ((*kind).to_owned(), kind_name(kind).to_owned())).collect();
        let number = |number: Option<String>| number.unwrap_or_default();
        html! {
            section class="card" {
                h2 { "What is asked" }
                (select("kind", "Kind", &kinds, &question.kind))
                p class="small" { "Save after changing the kind: the page then shows what the new kind needs." }
                @if self.is(&["one-of", "many-of", "scale", "ranking", "age-band"]) { (self.options()) }
                @if self.is(&["many-of"]) {
                    (Field::new("at_least", "Pick at least", &number(question.at_least.map(|n| n.to_string()))).line())
                }
                @if self.is(&["many-of", "ranking"]) {
                    (Field::new("at_most", if self.is(&["ranking"]) { "How many places" } else { "Pick at most" }, &number(question.at_most.map(|n| n.to_string()))).line())
                }
                @if self.is(&["number"]) {
                    (Field::new("least", "The least number", &number(question.least.map(|n| n.to_string()))).line())
                    (Field::new("most", "The greatest number", &number(question.most.map(|n| n.to_string()))).line())
                }
                @if self.is(&["district"]) {
                    (tick("postcode", "yes", "Offer to type a postcode instead, which is looked up and forgotten", question.postcode))
                }
            }
        }
    }

    fn options(&self) -> Markup {
        let hint = if self.is(&["age-band"]) {
            "One a line, as ranges such as 8-11 or 20-plus; then | and the words, if you like: 8-11 | 8 to 11."
        } else {
            "One a line, in their order. Words are enough: Heard makes a short name. Or write it yourself: very-useful | Very useful."
        };
        let keys = option_keys(&self.question);
        let none = choices(Some("No such option"), keys.iter().map(String::as_str));
        let shuffle =
            [(String::new(), "As listed".to_owned()), ("random".to_owned(), "Another for each person".to_owned())];
        let pictures: Vec<String> =
            self.question.pictures.iter().map(|(key, name)| format!("{key} = {name}")).collect();
        html! {
            (Field::new("options", "Answers to choose from", &self.options).hint(hint).area(6))
            (Field::new("apart", "Set apart at the end", &self.apart).hint("Such as I’m not sure. Never shuffled.").area(2))
            @if self.is(&["many-of"]) { (select("none", "The option that excludes the others", &none, self.question.none.as_deref().unwrap_or_default())) }
            @if self.is(&["one-of", "many-of", "ranking"]) {
                (select("order", "Order", &shuffle, self.question.order.as_deref().filter(|order| *order == "random").unwrap_or_default()))
                details {
                    summary { "Pictures" }
                    (Field::new("pictures", "A picture for an option", &pictures.join("\n"))
                        .hint(&format!("One a line: option = picture. There are: {}.", self.pictures.join(", "))).area(3))
                }
            }
        }
    }

    fn asked(&self) -> Markup {
        let listed = self.question.perspectives.as_ref();
        let is_asked = |key: &str| listed.is_none_or(|keys| keys.iter().any(|known| known == key));
        let mut rows = self.when.clone();
        rows.push((String::new(), String::new()));
        let mut earlier = vec![(String::new(), "Nothing: always asked".to_owned())];
        earlier.extend(self.earlier.iter().map(|one| (one.key.clone(), format!("{}: {}", one.key, one.ask))));
        html! {
            section class="card" {
                h2 { "Who is asked" }
                fieldset {
                    legend { "Perspectives" }
                    @for (key, name) in &self.perspectives { (tick("perspectives", key, name, is_asked(key))) }
                }
                fieldset {
                    legend { "Only if" }
                    p class="small" { "All of these must hold. Someone who skipped the earlier question is not asked." }
                    @for (at, (question, answer)) in rows.iter().enumerate() {
                        div class="choose" {
                            (select(&format!("when-question|{at}"), &format!("{}. To the question", at + 1), &earlier, question))
                            (Field::new(&format!("when-answer|{at}"), &format!("{}. They answered", at + 1), answer).line())
                        }
                    }
                    @if !self.earlier.is_empty() {
                        details {
                            summary { "What can be written there" }
                            ul { @for one in &self.earlier { li { b { (one.key) } ": " (one.answers) } } }
                        }
                    }
                }
            }
        }
    }

    fn more(&self) -> Markup {
        let question = &self.question;
        let pairs = |all: [(&str, &str); 2]| all.map(|(value, text)| (value.to_owned(), text.to_owned()));
        let sections = pairs([("main", "Among the main questions"), ("equality", "Afterwards, about the person")]);
        let sources = pairs([("ours", "Ours"), ("published", "Published by somebody else")]);
        let section = if question.section == Section::Main { "main" } else { "equality" };
        let source = if question.source == Source::Ours { "ours" } else { "published" };
        html! {
            section class="card" {
                h2 { "More" }
                (select("section", "Where it comes", &sections, section))
                (tick("sensitive", "yes", "It can hurt: show who to talk to right after it", question.sensitive))
                (select("source", "Whose subject it is", &sources, source))
                (Field::new("note", "Note for officers", question.note.as_deref().unwrap_or_default())
                    .hint("Why it is asked, what to compare it with.").area(2))
            }
        }
    }
}
