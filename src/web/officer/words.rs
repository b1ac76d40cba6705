//! `GET /officer/c/{consultation}/words`: the words that set a district or a perspective apart.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, web};

use super::answers::withheld_of;
use super::counts::{By, group_of, groups};
use super::desk::desk;
use super::kept::Moment;
use super::opening::{Opening, open};
use super::said::{each_answer, parts};
use super::subject::{ELSEWHERE, Subject, unknown_filter};
use super::themes::questions;
use crate::breakdown::{Breakdown, Group, KeyWords, Policy, Row, Withheld};
use crate::pages::officer::themes::Choice;
use crate::pages::officer::words::Words;
use crate::store::{RedactedAnswer, Store, StoreError};
use crate::text::{Language, Part, Person, SaidTerm, Vocabulary};
use crate::web::account::SignedIn;
use crate::web::{Form, PageError, State};

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

fn page(state: &State, signed_in: &SignedIn, subject: &Subject, asked: &Form) -> Result<Words, PageError> {
    let question = subject.text_question(asked.text("question"))?;
    let by = match asked.text("by") {
        "" | "district" => By::District,
        "perspective" => By::Perspective,
        _ => return Err(unknown_filter()),
    };
    let asked = format!("{} {} {by:?}", subject.consultation.key, question.unwrap_or_default());
    let withheld = withheld_of(state, subject, question, by)?;
    let words = state.views.words.get(Moment::now(state)?, &asked, || {
        let table = breakdown(&state.store, subject, question, by, (state.config.policy, &withheld));
        table.map(|table| KeyWords::of(&table))
    })?;
    let choice = |value: &str, label: &str, chosen| Choice { value: value.to_owned(), label: label.to_owned(), chosen };
    Ok(Words {
        desk: desk(state, signed_in, Some(subject))?,
        question: question.map(|key| (key.to_owned(), subject.consultation.heading(key).to_owned())),
        questions: questions(subject, question),
        by_perspective: by == By::Perspective,
        ways: vec![
            choice("district", "Each district", by == By::District),
            choice("perspective", "Each perspective", by == By::Perspective),
        ],
        elsewhere: ELSEWHERE.to_owned(),
        words: KeyWords::clone(&words),
    })
}

/// A table of people whose rows are words and phrases.
fn breakdown(
    store: &Store,
    subject: &Subject,
    question: Option<&str>,
    by: By,
    (policy, withheld): (Policy, &Withheld),
) -> Result<Breakdown, StoreError> {
    let names = groups(subject, by);
    let places: BTreeMap<&str, usize> = names.iter().enumerate().map(|(at, (key, _))| (key.as_str(), at)).collect();
    let mut answers: Vec<RedactedAnswer> = Vec::new();
    each_answer(store, &subject.consultation.key, question, |answer| answers.push(answer))?;
    let mut everyone: Vec<Person<'_>> = Vec::new();
    for theirs in answers.chunk_by(|one, next| one.response_id() == next.response_id()) {
        let Some(first) = theirs.first() else { continue };
        let group = group_of(subject, by, first.perspective(), first.district());
        let Some(group) = places.get(group.as_str()).copied() else { continue };
        everyone.push(Person { group, texts: theirs.iter().flat_map(words).collect() });
    }
    let vocabulary = Vocabulary::of(names.len(), &everyone, policy.threshold);
    let groups: Vec<Group> =
        names.iter().zip(&vocabulary.people).map(|((key, name), base)| group(key, name, *base)).collect();
    let row =
        |term: SaidTerm| Row { total: term.people.iter().sum(), counts: term.people, key: term.key, name: term.name };
    let everyone = vocabulary.people.iter().sum();
    let rows: Vec<Row> = vocabulary.terms.into_iter().map(row).collect();
    Ok(Breakdown::beside_others(everyone, &groups, &rows, policy, false, withheld))
}

fn group(key: &str, name: &str, base: u64) -> Group {
    Group { key: key.to_owned(), name: name.to_owned(), base }
}

/// The words of an answer, stretch by stretch between what is covered.
fn words(answer: &RedactedAnswer) -> Vec<(Language, &str)> {
    let language = Language::of_tag(answer.language());
    let words = |part| match part {
        Part::Words(words) => Some((language, words)),
        Part::Covered(_) => None,
    };
    parts(answer).into_iter().filter_map(words).collect()
}
