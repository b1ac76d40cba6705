//! `GET /officer/c/{consultation}/similar`: near-identical words that different people sent.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::{HttpRequest, HttpResponse, web};

use super::counts::{By, group_of, groups};
use super::desk::desk;
use super::kept::Moment;
use super::opening::{Opening, open};
use super::quotes::{foreign, pieces};
use super::said::{each_answer, parts};
use super::subject::Subject;
use super::themes::questions;
use crate::breakdown::{Count, Policy};
use crate::pages::figures::quote::Piece;
use crate::pages::officer::similar::{Group, Similar};
use crate::store::{RedactedAnswer, Shown, Store, StoreError};
use crate::text::{
    Part, Sent, SimilarGroup, SimilarSettings, Word, changed_words, may_tell_of_harm, similar_groups, words,
};
use crate::web::account::SignedIn;
use crate::web::account::rights::encoded;
use crate::web::{Form, PageError, State};

/// How many groups are shown, the largest.
const GROUPS: usize = 30;
/// How many other ways of putting it are shown.
const OTHERS: usize = 3;
/// How many words a search for answers that begin so takes.
const SEARCHED: usize = 7;

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

fn page(state: &State, signed_in: &SignedIn, subject: &Subject, asked: &Form) -> Result<Similar, PageError> {
    let question = subject.text_question(asked.text("question"))?;
    let policy = state.config.policy;
    let asked = format!("{} {}", subject.consultation.key, question.unwrap_or_default());
    let found =
        state.views.similar.get(Moment::now(state)?, &asked, || find(&state.store, subject, question, policy))?;
    let settings = SimilarSettings::default();
    Ok(Similar {
        desk: desk(state, signed_in, Some(subject))?,
        question: question.map(|key| subject.consultation.heading(key).to_owned()),
        questions: questions(subject, question),
        found: found.count,
        people: found.people,
        everyone: found.everyone,
        groups: found.groups.clone(),
        least_words: settings.least_words,
        least_people: settings.least_people,
        policy,
    })
}

/// What all answers came to.
pub(super) struct Found {
    /// The largest, as they are shown.
    groups: Vec<Group>,
    /// How many there are.
    count: usize,
    /// People in any of the groups, and everyone who wrote an answer.
    people: Count,
    everyone: Count,
}

/// Reads every answer to a question, or to all.
fn find(store: &Store, subject: &Subject, question: Option<&str>, policy: Policy) -> Result<Found, StoreError> {
    let mut answers: Vec<(RedactedAnswer, String)> = Vec::new();
    each_answer(store, &subject.consultation.key, question, |answer| {
        let text = answer.text();
        answers.push((answer, text));
    })?;
    let sent: Vec<Sent<'_>> =
        answers.iter().map(|(answer, text)| Sent { person: answer.response_id(), text }).collect();
    let found = similar_groups(&sent, SimilarSettings::default());
    let people = |places: &mut dyn Iterator<Item = &usize>| {
        places.filter_map(|place| sent.get(*place)).map(|sent| sent.person).collect::<BTreeSet<i64>>().len() as u64
    };
    Ok(Found {
        groups: found.iter().take(GROUPS).filter_map(|found| group(subject, &answers, found, policy)).collect(),
        count: found.len(),
        people: Count::publish(people(&mut found.iter().flat_map(|group| &group.answers)), policy),
        everyone: Count::publish(people(&mut (0..sent.len()).collect::<Vec<_>>().iter()), policy),
    })
}

fn group(
    subject: &Subject,
    answers: &[(RedactedAnswer, String)],
    found: &SimilarGroup,
    policy: Policy,
) -> Option<Group> {
    let (model, _) = answers.get(found.model)?;
    let all: Vec<&(RedactedAnswer, String)> = found.answers.iter().filter_map(|place| answers.get(*place)).collect();
    let asked: Vec<String> = subject
        .consultation
        .text_questions()
        .filter(|question| all.iter().any(|(answer, _)| answer.question() == question.key))
        .map(|question| subject.consultation.heading(&question.key).to_owned())
        .collect();
    let changed = found.people.saturating_sub(found.identical) as u64;
    let parts = Count::publish_parts(&[found.identical as u64, changed], policy);
    let perspectives = people_by(subject, &all, By::Perspective, policy);
    let districts = people_by(subject, &all, By::District, policy);
    Some(Group {
        pieces: pieces(model),
        language: foreign(model.language()),
        words: found.words,
        people: Count::publish(found.people as u64, policy),
        is_one_text: changed == 0,
        exactly: parts.first().copied().unwrap_or(Count::Hidden),
        changed: parts.get(1).copied().unwrap_or(Count::Hidden),
        others: others(&all, model),
        questions: asked,
        perspectives,
        districts: districts.into_iter().map(|(_, name, people)| (name, people)).collect(),
        search: search(subject, model),
        may_tell_of_harm: all.iter().any(|(_, text)| may_tell_of_harm(text)),
    })
}

/// Different people of each group that anybody of these is in. Which groups nobody is in is not told: they are
/// hidden like those with few.
fn people_by(
    subject: &Subject,
    all: &[&(RedactedAnswer, String)],
    by: By,
    policy: Policy,
) -> Vec<(String, String, Count)> {
    let names = groups(subject, by);
    let people = |key: &str| {
        let theirs =
            all.iter().filter(|(answer, _)| group_of(subject, by, answer.perspective(), answer.district()) == key);
        theirs.map(|(answer, _)| answer.response_id()).collect::<BTreeSet<i64>>().len() as u64
    };
    let numbers: Vec<u64> = names.iter().map(|(key, _)| people(key)).collect();
    let published = Count::publish_parts(&numbers, policy);
    let shown = names.into_iter().zip(published).filter(|(_, people)| *people != Count::Hidden);
    shown.map(|((key, name), people)| (key, name, people)).collect()
}

/// Other ways it was put, what differs from the model marked: of different words, those that most people used first.
fn others(all: &[&(RedactedAnswer, String)], model: &RedactedAnswer) -> Vec<Vec<Piece>> {
    let model = folded(&parts(model));
    let mut ways: BTreeMap<Vec<String>, (usize, &RedactedAnswer)> = BTreeMap::new();
    for (answer, _) in all {
        ways.entry(folded(&parts(answer))).or_insert((0, answer)).0 += 1;
    }
    ways.remove(&model);
    let mut ways: Vec<(Vec<String>, (usize, &RedactedAnswer))> = ways.into_iter().collect();
    ways.sort_by(|(one, (many, _)), (other, (few, _))| few.cmp(many).then_with(|| one.cmp(other)));
    let marked = |(words, (_, answer)): (Vec<String>, (usize, &RedactedAnswer))| {
        marked(&parts(answer), &changed_words(&model, &words))
    };
    ways.into_iter().take(OTHERS).map(marked).collect()
}

/// The words of an answer, folded; what is covered is one word of its kind.
fn folded(parts: &[Part<'_>]) -> Vec<String> {
    let folded = |part: &Part<'_>| match part {
        Part::Words(text) => words(text).iter().map(Word::folded).collect(),
        Part::Covered(kind) => vec![format!("[{kind}]")],
    };
    parts.iter().flat_map(folded).collect()
}

/// An answer with its changed words as hits.
fn marked(parts: &[Part<'_>], changed: &[bool]) -> Vec<Piece> {
    let mut changed = changed.iter().copied();
    let mut pieces = Vec::new();
    for part in parts {
        let text = match part {
            Part::Words(text) => text,
            Part::Covered(kind) => {
                changed.next();
                pieces.push(Piece::Covered((*kind).to_owned()));
                continue;
            }
        };
        let mut from = 0;
        for word in words(text) {
            if changed.next() == Some(true) {
                pieces.push(Piece::Words(text.get(from..word.start).unwrap_or_default().to_owned()));
                pieces.push(Piece::Hit(word.surface.to_owned()));
                from = word.end();
            }
        }
        pieces.push(Piece::Words(text.get(from..).unwrap_or_default().to_owned()));
    }
    pieces
}

/// A search for the first words, where enough of them stand before anything that is covered.
fn search(subject: &Subject, model: &RedactedAnswer) -> Option<String> {
    let parts = model.parts();
    let Some(Shown::Words(start)) = parts.first() else { return None };
    let first: Vec<&str> = words(start).iter().take(SEARCHED).map(|word| word.surface).collect();
    let words = encoded(&format!("\"{}\"", first.join(" ")));
    (first.len() >= 3).then(|| format!("/officer/c/{}/search?words={words}", subject.consultation.key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_words_are_marked_where_they_stand_and_covered_parts_keep_their_place() {
        let model = [Part::Words("Keep the club open, "), Part::Covered("name")];
        let other = [Part::Words("Keep our club open, "), Part::Covered("name"), Part::Words(" please!")];
        let changed = changed_words(&folded(&model), &folded(&other));
        let told: String = marked(&other, &changed)
            .iter()
            .map(|piece| match piece {
                Piece::Words(words) => words.clone(),
                Piece::Hit(words) => format!("<{words}>"),
                Piece::Covered(kind) => format!("[{kind}]"),
                Piece::Carrying(_) => unreachable!("no theme is looked for here"),
            })
            .collect();
        assert_eq!(told, "Keep <our> club open, [name] <please>!");
    }
}
