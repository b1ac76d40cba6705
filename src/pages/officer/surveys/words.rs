//! All words of one language: the start page, each perspective, each question in each edition. What is missing is
//! marked, and beside a translation stand the words of the default language.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::fields::{Field, choices, id_of, select};
use super::{Place, Tab};
use crate::survey::format::QuestionFile;
use crate::survey::{
    ConsultationWords, Manuscript, OptionWords, PerspectiveWords, QuestionWords, Wording, option_keys, start_page,
};

/// What the parts of the start page are for.
const START: [(&str, &str); 7] = [
    ("title", "Title"),
    ("summary", "In one or two sentences"),
    ("who_asks", "Who asks"),
    ("why", "Why"),
    ("how_long", "How long it takes"),
    ("what_happens", "What happens with the answers"),
    ("undecided", "What is not decided yet, and what cannot be changed here"),
];

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    pub place: Place,
    pub manuscript: Manuscript,
    pub language: String,
    /// A further edition of a question that is to be written: the question's key and the edition's.
    pub added: Option<(String, String)>,
    /// The editions that any question may have.
    pub editions: Vec<String>,
}

impl Words {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let place = &self.place;
        let title = format!("Words: {}", self.language);
        let (missing, of) = self.manuscript.missing(&self.language);
        place.render(
            &title,
            Tab::Words,
            html! {
                nav class="langs" aria-label="Language" {
                    @for language in &self.manuscript.survey.languages {
                        a href=(place.href(&format!("/words/{language}"))) aria-current=[(*language == self.language).then_some("true")] { (language) }
                    }
                    a href=(place.href("/settings")) { "Add a language" }
                }
                p {
                    @if missing == 0 { "Every one of " (of) " words and sentences is there." }
                    @else { b { (missing) " of " (of) " are missing." } @if !self.is_default() { " People see the default language’s words there, marked as such." } }
                }
                form class="edit" method="post" action=(place.href(&format!("/words/{}", self.language))) {
                    (place.csrf())
                    fieldset disabled[place.read_only] {
                        legend class="sr" { "Words" }
                        (self.start())
                        @for perspective in &self.manuscript.survey.perspective { (self.perspective(&perspective.key)) }
                        @for question in &self.manuscript.survey.question { (self.question(question)) }
                        div class="row save" { button type="submit" class="btn" { "Save all words" } }
                    }
                }
                @if !place.read_only && !self.manuscript.survey.question.is_empty() { (self.add()) }
            },
        )
    }

    fn is_default(&self) -> bool {
        self.language == self.manuscript.default_language()
    }

    fn wording(&self, language: &str) -> Option<&Wording> {
        self.manuscript.wordings.get(language)
    }

    /// A field of this language; `default` is the same in the default one.
    fn field<'a>(&'a self, name: &'a str, label: &'a str, value: &'a str, default: &'a str) -> Field<'a> {
        let beside =
            (!self.is_default() && !default.trim().is_empty()).then_some((default, self.manuscript.default_language()));
        Field { lang: Some(&self.language), beside, ..Field::new(name, label, value) }
    }

    fn needed<'a>(&'a self, name: &'a str, label: &'a str, value: &'a str, default: &'a str) -> Field<'a> {
        Field { missing: value.trim().is_empty(), ..self.field(name, label, value, default) }
    }

    fn start(&self) -> Markup {
        let of = |language: &str| -> ConsultationWords {
            self.wording(language).and_then(|wording| wording.consultation.clone()).unwrap_or_default()
        };
        let (words, default) = (of(&self.language), of(self.manuscript.default_language()));
        let parts = start_page(&words).into_iter().zip(start_page(&default)).zip(START);
        html! {
            fieldset class="card" {
                legend { h2 { "Start page" } }
                @for (((part, text), (_, default)), (_, label)) in parts {
                    @let name = format!("start|{part}");
                    @let field = self.needed(&name, label, text, default);
                    @if part == "title" { (field.line()) } @else { (field.area(3)) }
                }
            }
        }
    }

    fn perspective(&self, key: &str) -> Markup {
        let of = |language: &str| -> PerspectiveWords {
            self.wording(language).and_then(|wording| wording.perspective.get(key).cloned()).unwrap_or_default()
        };
        let (words, default) = (of(&self.language), of(self.manuscript.default_language()));
        let hints = [&words, &default].map(|words| words.hint.clone().unwrap_or_default());
        let name = |part: &str| format!("perspective|{key}|{part}");
        html! {
            fieldset class="card" {
                legend { h2 { "Perspective: " (key) } }
                (self.needed(&name("choose"), "What people pick", &words.choose, &default.choose).hint("Such as: I am a parent or carer").line())
                (self.field(&name("hint"), "Hint", &hints[0], &hints[1]).line())
                (self.needed(&name("name"), "One of them", &words.name, &default.name).line())
                (self.needed(&name("plural"), "All of them", &words.plural, &default.plural).line())
            }
        }
    }

    fn question(&self, question: &QuestionFile) -> Markup {
        let mut editions = self.manuscript.editions(&self.language, &question.key);
        if let Some((_, edition)) = self.added.as_ref().filter(|(key, _)| *key == question.key)
            && !editions.contains(edition)
        {
            editions.push(edition.clone());
        }
        html! { @for (at, edition) in editions.iter().enumerate() { (self.edition(question, edition, at == 0)) } }
    }

    fn edition(&self, question: &QuestionFile, edition: &str, first: bool) -> Markup {
        let of = |language: &str| -> QuestionWords {
            let editions = self.wording(language).and_then(|wording| wording.question.get(&question.key));
            editions.and_then(|editions| editions.get(edition)).cloned().unwrap_or_default()
        };
        let (words, default) = (of(&self.language), of(self.manuscript.default_language()));
        let name = |part: &str| format!("{part}|{}|{edition}", question.key);
        let hints = [&words, &default].map(|words| words.hint.clone().unwrap_or_default());
        let bodies = [&words, &default].map(|words| words.body.join("\n\n"));
        let heading = id_of(&name("edition"));
        html! {
            @if first { span id={ "question_" (question.key) } {} }
            fieldset class="card" {
                legend { h2 id=(heading) { (question.key) ", " (edition_name(edition)) } }
                (self.needed(&name("ask"), "The question", &words.ask, &default.ask).area(2))
                @if question.kind == "information" {
                    (self.needed(&name("body"), "What is to be read", &bodies[0], &bodies[1]).hint("An empty line begins a new paragraph.").area(6))
                } @else {
                    (self.field(&name("hint"), "Hint", &hints[0], &hints[1]).line())
                }
                (self.options(question, edition, &words.options, &default.options))
            }
        }
    }

    fn options(
        &self,
        question: &QuestionFile,
        edition: &str,
        words: &BTreeMap<String, OptionWords>,
        default: &BTreeMap<String, OptionWords>,
    ) -> Markup {
        let keys = option_keys(question);
        let said = |all: &BTreeMap<String, OptionWords>, key: &str| all.get(key).cloned().unwrap_or_default();
        let name = |part: &str, key: &str| format!("{part}|{}|{edition}|{key}", question.key);
        let rows: Vec<(&String, OptionWords, OptionWords)> =
            keys.iter().map(|key| (key, said(words, key), said(default, key))).collect();
        html! {
            @for (key, words, default) in &rows {
                (self.needed(&name("label", key), &format!("Answer: {key}"), &words.label, &default.label).line())
            }
            @if !rows.is_empty() {
                details {
                    summary { "Hints beside answers" @if !question.pictures.is_empty() { ", and what pictures show" } }
                    @for (key, words, default) in &rows {
                        @let hints = [words, default].map(|words| words.hint.clone().unwrap_or_default());
                        @let alts = [words, default].map(|words| words.alt.clone().unwrap_or_default());
                        (self.field(&name("option-hint", key), &format!("Hint beside {key}"), &hints[0], &hints[1]).line())
                        @if question.pictures.contains_key(*key) {
                            (self.field(&name("alt", key), &format!("What the picture of {key} shows"), &alts[0], &alts[1]).line())
                        }
                    }
                }
            }
        }
    }

    fn add(&self) -> Markup {
        let keys = choices(None, self.manuscript.survey.question.iter().map(|question| question.key.as_str()));
        let editions: Vec<(String, String)> =
            self.editions.iter().map(|edition| (edition.clone(), edition_name(edition))).collect();
        html! {
            section class="card edit" aria-labelledby="another" {
                h2 id="another" { "Word a question for somebody else too" }
                form method="get" action=(self.place.href(&format!("/words/{}", self.language))) {
                    div class="choose" {
                        (select("question", "Question", &keys, ""))
                        (select("edition", "For", &editions, ""))
                    }
                    div class="row" { button type="submit" class="btn two" { "Show its fields" } }
                }
            }
        }
    }
}

/// Whom an edition is for, in words.
fn edition_name(edition: &str) -> String {
    if edition == "any" {
        return "for everyone without words of their own".to_owned();
    }
    if edition == "easy-read" {
        return "easy read".to_owned();
    }
    match (edition.strip_suffix("/easy-read"), edition.split_once('@')) {
        (Some(perspective), _) => format!("for {perspective}, easy read"),
        (None, Some((perspective, band))) => format!("for {perspective} of {band}"),
        (None, None) => format!("for {edition}"),
    }
}
