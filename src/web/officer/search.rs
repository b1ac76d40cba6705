//! `GET /officer/c/{consultation}/search`: answers by their words.

use actix_web::{HttpRequest, HttpResponse, web};

use super::desk::desk;
use super::opening::{Opening, open};
use super::quotes::{foreign, pieces, speaker};
use super::subject::{Subject, unknown_filter};
use crate::breakdown::{Count, Policy};
use crate::pages::figures::quote::{Piece, Quote};
use crate::pages::officer::search::{Choice, Filter, Hit, Search};
use crate::search::{Found, Query, snippet};
use crate::store::RedactedAnswer;
use crate::web::account::SignedIn;
use crate::web::account::rights::encoded;
use crate::web::{Form, PageError, State};

/// Answers on a page.
const PAGE: usize = 20;
/// The last page that can be asked for. Whoever needs more narrows down.
const LAST_PAGE: usize = 200;

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    open(state, signed_in, key.into_inner(), &request, |opening| Ok(page(opening)?.render().into_string())).await
}

fn page(opening: &Opening) -> Result<Search, PageError> {
    let Opening { state, signed_in, subject, asked } = opening;
    let number = asked.text("page").parse::<usize>().unwrap_or(1).clamp(1, LAST_PAGE);
    let query = query(subject, asked, number)?;
    let found = state.index.search(&query).map_err(PageError::broken)?;
    let answers = state.store.get_answers(&found.answers)?;
    let policy = state.config.policy;
    let address = |number: usize| address(&subject.consultation.key, &query, number);
    let is_more = number < LAST_PAGE && found.total > number * PAGE;
    Ok(Search {
        desk: desk(state, signed_in, Some(subject))?,
        cut: found.cut,
        filters: filters(subject, &query, &found, policy),
        total: Count::publish(found.total as u64, policy),
        hits: answers.iter().map(|answer| hit(subject, &query.words, answer)).collect(),
        first: query.offset + 1,
        earlier: (number > 1).then(|| address(number - 1)),
        later: is_more.then(|| address(number + 1)),
        is_behind: state.index.position().is_none(),
        words: query.words,
        policy,
    })
}

fn query(subject: &Subject, asked: &Form, number: usize) -> Result<Query, PageError> {
    let values = |field: &str, is_known: &dyn Fn(&str) -> bool| -> Result<Vec<String>, PageError> {
        let mut given: Vec<String> = asked.list(field).filter(|value| !value.is_empty()).map(str::to_owned).collect();
        given.sort();
        given.dedup();
        if given.iter().all(|value| is_known(value)) { Ok(given) } else { Err(unknown_filter()) }
    };
    let consultation = &subject.consultation;
    Ok(Query {
        consultation: consultation.key.clone(),
        words: asked.text("words").to_owned(),
        questions: values("question", &|key| consultation.text_questions().any(|question| question.key == key))?,
        perspectives: values("perspective", &|key| consultation.find_perspective(key).is_some())?,
        districts: values("district", &|key| districts(subject).iter().any(|(known, _)| known == key))?,
        offset: (number - 1) * PAGE,
        limit: PAGE,
    })
}

/// Keys and names of the places that answers can be narrowed down to.
pub(super) fn districts(subject: &Subject) -> Vec<(String, String)> {
    let areas = subject.geography.districts.iter().map(|area| (area.key.clone(), area.name.clone()));
    let others = [("outside", "Somewhere else"), ("unknown", "Not sure or did not say")];
    areas.chain(others.map(|(key, name)| (key.to_owned(), name.to_owned()))).collect()
}

fn filters(subject: &Subject, query: &Query, found: &Found, policy: Policy) -> Vec<Filter> {
    let choices = |values: Vec<(String, String)>, chosen: &[String], counts: &[(String, usize)]| {
        let choice = |(value, label): (String, String)| Choice {
            chosen: chosen.contains(&value),
            answers: Count::publish(
                counts.iter().find(|(key, _)| *key == value).map_or(0, |(_, count)| *count as u64),
                policy,
            ),
            value,
            label,
        };
        values.into_iter().map(choice).collect()
    };
    let consultation = &subject.consultation;
    let questions = consultation
        .text_questions()
        .map(|question| (question.key.clone(), consultation.heading(&question.key).to_owned()));
    let perspectives = consultation
        .perspectives
        .iter()
        .map(|perspective| (perspective.key.clone(), subject.perspective_plural(&perspective.key).to_owned()));
    vec![
        Filter {
            field: "perspective",
            heading: "Perspective",
            choices: choices(perspectives.collect(), &query.perspectives, &found.by_perspective),
        },
        Filter {
            field: "district",
            heading: "District",
            choices: choices(districts(subject), &query.districts, &found.by_district),
        },
        Filter {
            field: "question",
            heading: "Question",
            choices: choices(questions.collect(), &query.questions, &found.by_question),
        },
    ]
}

fn hit(subject: &Subject, words: &str, answer: &RedactedAnswer) -> Hit {
    let shown = if answer.is_screened() { found_words(words, answer) } else { pieces(answer) };
    Hit {
        quote: Quote {
            pieces: shown,
            speaker: Some(speaker(subject, answer.perspective())),
            district: subject.find_district_name(answer.district()).map(str::to_owned),
            language: foreign(answer.language()),
            change: None,
            may_tell_of_harm: crate::text::may_tell_of_harm(&answer.text()),
        },
        question: subject.consultation.heading(answer.question()).to_owned(),
    }
}

/// The part of the answer around what was searched for. What is covered stands in the text as `[phone]`, and
/// becomes a covered piece again.
fn found_words(words: &str, answer: &RedactedAnswer) -> Vec<Piece> {
    let kinds: Vec<&str> = answer.redactions().iter().map(|redaction| redaction.kind.as_str()).collect();
    let mut shown: Vec<Piece> = Vec::new();
    for piece in snippet(words, answer.language(), &answer.text()) {
        match piece.hit {
            true => shown.push(Piece::Hit(piece.text)),
            false => shown.extend(covered(&piece.text, &kinds)),
        }
    }
    shown
}

fn covered(text: &str, kinds: &[&str]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let first = |rest: &str| {
        let places = kinds.iter().filter_map(|kind| rest.find(&format!("[{kind}]")).map(|at| (at, *kind)));
        places.min_by_key(|(at, _)| *at)
    };
    while let Some((at, kind)) = first(rest) {
        let (before, after) = rest.split_at(at);
        if !before.is_empty() {
            pieces.push(Piece::Words(before.to_owned()));
        }
        pieces.push(Piece::Covered(kind.to_owned()));
        rest = after.get(kind.len() + 2..).unwrap_or_default();
    }
    if !rest.is_empty() {
        pieces.push(Piece::Words(rest.to_owned()));
    }
    pieces
}

fn address(consultation: &str, query: &Query, number: usize) -> String {
    let mut fields = vec![("words", query.words.clone())];
    for (field, values) in
        [("question", &query.questions), ("perspective", &query.perspectives), ("district", &query.districts)]
    {
        fields.extend(values.iter().map(|value| (field, value.clone())));
    }
    fields.push(("page", number.to_string()));
    let fields: Vec<String> = fields.iter().map(|(field, value)| format!("{field}={}", encoded(value))).collect();
    format!("/officer/c/{consultation}/search?{}", fields.join("&"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_covered_is_covered_again_in_a_snippet() {
        let pieces = covered("ring [phone] or [email], [sic]", &["email", "phone"]);
        let expected = [
            Piece::Words("ring ".into()),
            Piece::Covered("phone".into()),
            Piece::Words(" or ".into()),
            Piece::Covered("email".into()),
            Piece::Words(", [sic]".into()),
        ];
        assert_eq!(pieces, expected);
    }

    #[test]
    fn the_next_page_asks_for_the_same_words_and_filters() {
        let query = Query { words: "a&page=9 é".into(), districts: vec!["redditch".into()], ..Query::default() };
        assert_eq!(address("x", &query, 2), "/officer/c/x/search?words=a%26page%3D9%20%C3%A9&district=redditch&page=2");
    }
}
