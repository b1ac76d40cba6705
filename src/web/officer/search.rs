//! `GET /officer/c/{consultation}/search`: what people said about anything.

use actix_web::{HttpRequest, HttpResponse, web};

use super::desk::desk;
use super::quotes::{language, pieces, speaker};
use super::subject::Subject;
use crate::breakdown::Count;
use crate::pages::figures::quote::{Piece, Quote};
use crate::pages::officer::search::{Choice, Filter, Hit, Search};
use crate::search::{Found, Query, snippet};
use crate::store::RedactedAnswer;
use crate::web::account::SignedIn;
use crate::web::{Form, PageError, State, reply};

/// Answers on a page.
const PAGE: usize = 20;
/// The last page that can be asked for: whoever needs more narrows down.
const LAST_PAGE: usize = 500;

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let asked = Form::parse(request.query_string()).unwrap_or_default();
    let page = web::block(move || {
        let subject = Subject::get(&state, &key)?;
        let number = asked.text("page").parse::<usize>().unwrap_or(1).clamp(1, LAST_PAGE);
        let query = query(&subject, &asked, number);
        let found = state.index.search(&query).map_err(PageError::broken)?;
        let answers = state.store.get_answers(&found.answers)?;
        let search = Search {
            desk: desk(&state, &signed_in, Some(&subject))?,
            cut: found.cut,
            filters: filters(&state, &subject, &query, &found),
            total: Count::publish(found.total as u64, state.config.policy),
            hits: answers.iter().map(|answer| hit(&subject, &query.words, answer)).collect(),
            first: query.offset + 1,
            earlier: (number > 1).then(|| address(&query, number - 1)),
            later: (query.offset + PAGE < found.total && number < LAST_PAGE).then(|| address(&query, number + 1)),
            is_behind: state.index.position().is_none(),
            words: query.words.clone(),
            policy: state.config.policy,
        };
        Ok::<_, PageError>(search.render().into_string())
    });
    Ok(reply::page(page.await??))
}

fn query(subject: &Subject, asked: &Form, number: usize) -> Query {
    let list = |field: &str| asked.list(field).map(str::to_owned).collect::<Vec<String>>();
    Query {
        consultation: subject.consultation.key.clone(),
        words: asked.text("words").to_owned(),
        questions: list("question"),
        perspectives: list("perspective"),
        districts: list("district"),
        offset: (number - 1) * PAGE,
        limit: PAGE,
    }
}

/// The three filters, each value with how many answers it would give.
fn filters(state: &State, subject: &Subject, query: &Query, found: &Found) -> Vec<Filter> {
    let filter = |field, heading, values: Vec<(String, String)>, chosen: &[String], counts: &[(String, usize)]| {
        let of = |value: &str| counts.iter().find(|(key, _)| key == value).map_or(0, |(_, count)| *count as u64);
        let choice = |(value, label): (String, String)| Choice {
            chosen: chosen.contains(&value),
            answers: Count::publish(of(&value), state.config.policy),
            value,
            label,
        };
        Filter { field, heading, choices: values.into_iter().map(choice).collect() }
    };
    let consultation = &subject.consultation;
    let questions = consultation.text_questions().map(|question| {
        let key = question.key.clone();
        let heading = consultation.heading(&key).to_owned();
        (key, heading)
    });
    let perspectives = consultation
        .perspectives
        .iter()
        .map(|perspective| (perspective.key.clone(), subject.perspective_plural(&perspective.key).to_owned()));
    let areas = subject.geography.districts.iter().map(|area| (area.key.clone(), area.name.clone()));
    let elsewhere = [("outside", "Somewhere else"), ("unknown", "Not sure or did not say")];
    let districts = areas.chain(elsewhere.map(|(key, name)| (key.to_owned(), name.to_owned())));
    vec![
        filter("perspective", "Perspective", perspectives.collect(), &query.perspectives, &found.by_perspective),
        filter("district", "District", districts.collect(), &query.districts, &found.by_district),
        filter("question", "Question", questions.collect(), &query.questions, &found.by_question),
    ]
}

fn hit(subject: &Subject, typed: &str, answer: &RedactedAnswer) -> Hit {
    let pieces = match answer.is_screened() {
        // The redacted words are cut around what was found; what is covered stays in brackets inside them.
        true => snippet(typed, answer.language(), &answer.text())
            .into_iter()
            .map(|piece| if piece.hit { Piece::Hit(piece.text) } else { Piece::Words(piece.text) })
            .collect(),
        false => pieces(answer),
    };
    let quote = Quote {
        pieces,
        speaker: Some(speaker(subject, answer.perspective())),
        district: subject.find_district_name(answer.district()).map(str::to_owned),
        language: language(answer),
    };
    Hit { quote, question: subject.consultation.heading(answer.question()).to_owned() }
}

/// The address of another page of the same search.
fn address(query: &Query, number: usize) -> String {
    let mut fields = vec![("words", query.words.clone())];
    for (field, values) in
        [("perspective", &query.perspectives), ("district", &query.districts), ("question", &query.questions)]
    {
        fields.extend(values.iter().map(|value| (field, value.clone())));
    }
    fields.push(("page", number.to_string()));
    let pairs: Vec<String> = fields.iter().map(|(field, value)| format!("{field}={}", encoded(value))).collect();
    format!("?{}", pairs.join("&"))
}

/// A value as it may stand in an address.
fn encoded(value: &str) -> String {
    let letter = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => char::from(byte).to_string(),
        other => format!("%{other:02X}"),
    };
    value.bytes().map(letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_page_asks_for_the_same_again() {
        let query = Query { words: "bus & train é".into(), perspectives: vec!["child".into()], ..Query::default() };
        let next = address(&query, 2);
        let read = Form::parse(next.trim_start_matches('?')).unwrap();
        assert_eq!(read.text("words"), "bus & train é");
        assert_eq!((read.text("perspective"), read.text("page")), ("child", "2"));
    }
}
