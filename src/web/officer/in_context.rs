//! `GET /officer/c/{consultation}/words/in-context`: every place where a word or phrase was used.

use std::collections::BTreeSet;

use actix_web::{HttpRequest, HttpResponse, web};

use super::desk::desk;
use super::opening::{Opening, open};
use super::quotes::{foreign, speaker};
use super::said::parts;
use super::search::districts;
use super::subject::{Subject, unknown_filter};
use super::themes::questions;
use crate::breakdown::Count;
use crate::pages::figures::quote::Piece;
use crate::pages::officer::in_context::{InContext, Line};
use crate::pages::officer::themes::Choice;
use crate::search::Query;
use crate::store::RedactedAnswer;
use crate::text::{
    ContextLine, ContextOrder, Language, MOST_ASKED, Part, asked_words, context_lines, may_tell_of_harm, words,
};
use crate::web::account::SignedIn;
use crate::web::account::rights::encoded;
use crate::web::{Form, PageError, State};

/// Lines on a page.
const PAGE: usize = 50;
/// The most answers whose lines are put in order. Whoever needs more narrows down.
const MOST_ANSWERS: usize = 2000;
/// How many words on either side tell an answer from others.
const WORDS_BESIDE: usize = 5;
/// The most characters of what was typed that are looked at.
const MOST_TYPED: usize = 200;

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let render = |opening: &Opening| {
        let Opening { state, signed_in, subject, asked } = opening;
        page(state, signed_in, subject, asked).map(|page| page.render().into_string())
    };
    open(state, signed_in, key.into_inner(), &request, render).await
}

/// What was asked for, found to be sound.
struct Asked<'a> {
    typed: String,
    words: Vec<String>,
    question: Option<&'a str>,
    perspective: Option<&'a str>,
    district: Option<&'a str>,
    order: ContextOrder,
}

impl<'a> Asked<'a> {
    fn read(subject: &Subject, form: &'a Form) -> Result<Self, PageError> {
        let known = |field: &str, is_known: &dyn Fn(&str) -> bool| match form.text(field) {
            "" => Ok(None),
            value if is_known(value) => Ok(Some(value)),
            _ => Err(unknown_filter()),
        };
        let typed: String = form.text("words").chars().take(MOST_TYPED).collect();
        Ok(Self {
            words: asked_words(&typed),
            typed,
            question: subject.text_question(form.text("question"))?,
            perspective: known("perspective", &|key| subject.consultation.find_perspective(key).is_some())?,
            district: known("district", &|key| districts(subject).iter().any(|(known, _)| known == key))?,
            order: match form.text("order") {
                "" | "right" => ContextOrder::Right,
                "left" => ContextOrder::Left,
                _ => return Err(unknown_filter()),
            },
        })
    }

    /// The search that finds every answer with a line: all the words, in any order.
    fn query(&self, subject: &Subject) -> Query {
        let list = |value: Option<&str>| value.map(str::to_owned).into_iter().collect();
        Query {
            consultation: subject.consultation.key.clone(),
            words: self.words.join(" "),
            questions: list(self.question),
            perspectives: list(self.perspective),
            districts: list(self.district),
            offset: 0,
            limit: MOST_ANSWERS,
        }
    }

    fn address(&self, subject: &Subject, number: usize) -> String {
        let order = if self.order == ContextOrder::Left { "left" } else { "right" };
        let fields = [
            ("words", Some(self.typed.as_str())),
            ("question", self.question),
            ("perspective", self.perspective),
            ("district", self.district),
            ("order", Some(order)),
        ];
        let fields =
            fields.iter().filter_map(|(field, value)| value.map(|value| format!("{field}={}", encoded(value))));
        let fields: Vec<String> = fields.collect();
        format!("/officer/c/{}/words/in-context?{}&page={number}", subject.consultation.key, fields.join("&"))
    }
}

fn page(state: &State, signed_in: &SignedIn, subject: &Subject, form: &Form) -> Result<InContext, PageError> {
    let asked = Asked::read(subject, form)?;
    let (answers, is_more) = match asked.words.is_empty() {
        true => (Vec::new(), false),
        false => {
            let found = state.index.search(&asked.query(subject)).map_err(PageError::broken)?;
            (state.store.get_answers(&found.answers)?, found.total > MOST_ANSWERS)
        }
    };
    let read: Vec<(&RedactedAnswer, Vec<Part<'_>>)> =
        answers.iter().filter(|answer| answer.is_screened()).map(|answer| (answer, parts(answer))).collect();
    let mut lines: Vec<(&RedactedAnswer, ContextLine<'_>)> = Vec::new();
    for (answer, parts) in &read {
        let found = context_lines(&asked.words, Language::of_tag(answer.language()), parts);
        lines.extend(found.into_iter().map(|line| (*answer, line)));
    }
    lines.sort_by(|(one, this), (other, that)| this.compare(that, asked.order).then(one.id().cmp(&other.id())));
    let people: BTreeSet<i64> = lines.iter().map(|(answer, _)| answer.response_id()).collect();
    let pages = lines.len().div_ceil(PAGE).max(1);
    let number = form.text("page").parse::<usize>().unwrap_or(1).clamp(1, pages);
    let first = (number - 1) * PAGE;
    let policy = state.config.policy;
    Ok(InContext {
        desk: desk(state, signed_in, Some(subject))?,
        is_long: words(form.text("words")).len() > MOST_ASKED,
        lists: lists(subject, &asked),
        places: Count::publish(lines.len() as u64, policy),
        people: Count::publish(people.len() as u64, policy),
        first: first + 1,
        earlier: (number > 1).then(|| asked.address(subject, number - 1)),
        later: (number < pages).then(|| asked.address(subject, number + 1)),
        looked_through: is_more.then_some(MOST_ANSWERS),
        lines: lines.iter().skip(first).take(PAGE).map(|(answer, line)| shown(subject, answer, line)).collect(),
        words: asked.typed,
        policy,
    })
}

fn shown(subject: &Subject, answer: &RedactedAnswer, line: &ContextLine<'_>) -> Line {
    Line {
        left: pieces(&line.left),
        hit: line.hit.to_owned(),
        right: pieces(&line.right),
        is_cut: line.is_cut,
        answer: answer_address(subject, line),
        speaker: speaker(subject, answer.perspective()),
        district: subject.find_district_name(answer.district()).map(str::to_owned),
        language: foreign(answer.language()),
        // Of the whole answer: what tells of it may stand where the line has been cut.
        may_tell_of_harm: may_tell_of_harm(&answer.text()),
    }
}

/// A search for the words of the line exactly, which finds the answer and shows more of it.
fn answer_address(subject: &Subject, line: &ContextLine<'_>) -> String {
    let side = |part: Option<&Part<'_>>| match part {
        Some(Part::Words(text)) => words(text).iter().map(|word| word.surface.to_owned()).collect(),
        _ => Vec::new(),
    };
    let (before, after): (Vec<String>, Vec<String>) = (side(line.left.last()), side(line.right.first()));
    let before = before.iter().skip(before.len().saturating_sub(WORDS_BESIDE));
    let hit: Vec<String> = side(Some(&Part::Words(line.hit)));
    let exactly: Vec<&str> = before.chain(&hit).chain(after.iter().take(WORDS_BESIDE)).map(String::as_str).collect();
    let quoted = encoded(&format!("\"{}\"", exactly.join(" ")));
    format!("/officer/c/{}/search?words={quoted}", subject.consultation.key)
}

fn pieces(parts: &[Part<'_>]) -> Vec<Piece> {
    let piece = |part: &Part<'_>| match part {
        Part::Words(words) => Piece::Words((*words).to_owned()),
        Part::Covered(kind) => Piece::Covered((*kind).to_owned()),
    };
    parts.iter().map(piece).collect()
}

/// What lines can be ordered and narrowed down by.
fn lists(subject: &Subject, asked: &Asked<'_>) -> Vec<(&'static str, &'static str, Vec<Choice>)> {
    let choices = |all: &str, values: Vec<(String, String)>, chosen: Option<&str>| -> Vec<Choice> {
        let everything = Choice { value: String::new(), label: all.to_owned(), chosen: chosen.is_none() };
        let choice = |(value, label): (String, String)| Choice { chosen: chosen == Some(&value), value, label };
        std::iter::once(everything).chain(values.into_iter().map(choice)).collect()
    };
    let order = |value: &str, label: &str, order| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        chosen: asked.order == order,
    };
    let perspectives = subject.consultation.perspectives.iter();
    let perspectives = perspectives
        .map(|perspective| (perspective.key.clone(), subject.perspective_plural(&perspective.key).to_owned()));
    vec![
        ("perspective", "Perspective", choices("Everyone", perspectives.collect(), asked.perspective)),
        ("district", "District", choices("Everywhere", districts(subject), asked.district)),
        ("question", "Answers to", questions(subject, asked.question)),
        (
            "order",
            "In order of",
            vec![
                order("right", "The words after", ContextOrder::Right),
                order("left", "The words before", ContextOrder::Left),
            ],
        ),
    ]
}
