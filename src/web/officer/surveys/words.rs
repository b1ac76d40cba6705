//! `/officer/surveys/KEY/words/LANGUAGE`: all words of a language, shown and kept.

use actix_web::{HttpRequest, HttpResponse, web};

use super::bench::{self, Bench};
use super::typed::{clean, optional};
use crate::pages::officer::surveys::words::Words;
use crate::survey::{ConsultationWords, OptionWords, QuestionWords, Wording};
use crate::web::account::SignedIn;
use crate::web::{Form, PageError, State};

/// Shows the words.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let (key, language) = keys.into_inner();
    bench::show(state, signed_in, key, &request, move |bench| {
        let manuscript = bench.manuscript.clone();
        if !manuscript.survey.languages.contains(&language) {
            return Err(bench::missing());
        }
        let editions = editions(bench);
        let (question, edition) = (bench.asked.text("question").to_owned(), bench.asked.text("edition").to_owned());
        let added = editions.contains(&edition).then_some((question, edition));
        Ok(Words { place: bench.place()?, manuscript, language, added, editions }.render().into_string())
    })
    .await
}

/// Keeps the words.
pub async fn save(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (key, language) = keys.into_inner();
    bench::change(state, signed_in, key, form, move |bench, form| {
        if !bench.manuscript.survey.languages.contains(&language) {
            return Err(bench::missing());
        }
        let mut wording = bench.manuscript.wordings.remove(&language).unwrap_or_default();
        for (name, value) in form.fields() {
            take(bench, &mut wording, name, value);
        }
        drop_blank(&mut wording);
        bench.manuscript.wordings.insert(language.clone(), wording);
        bench.save()?;
        Ok(bench.href(&format!("/words/{language}?saved")))
    })
    .await
}

/// The editions that a question may be worded for.
fn editions(bench: &Bench) -> Vec<String> {
    let survey = &bench.manuscript.survey;
    let bands: Vec<&String> =
        survey.question.iter().filter(|one| one.kind == "age-band").flat_map(|one| &one.options).collect();
    let mut editions = vec!["any".to_owned()];
    if survey.easy_read {
        editions.push("easy-read".to_owned());
    }
    for perspective in &survey.perspective {
        editions.push(perspective.key.clone());
        if survey.easy_read {
            editions.push(format!("{}/easy-read", perspective.key));
        }
        editions.extend(bands.iter().map(|band| format!("{}@{band}", perspective.key)));
    }
    editions
}

/// Puts what one field says into its place. Fields of nothing that the survey has are passed over.
fn take(bench: &Bench, wording: &mut Wording, name: &str, value: &str) {
    let parts: Vec<&str> = name.split('|').collect();
    let is_question = |key: &str| bench.manuscript.find_question(key).is_some();
    match *parts.as_slice() {
        ["start", part] => {
            let words = wording.consultation.get_or_insert_default();
            if let Some(text) = start_part(words, part) {
                *text = clean(value);
            }
        }
        ["perspective", key, part] if bench.manuscript.survey.perspective.iter().any(|one| one.key == key) => {
            let words = wording.perspective.entry(key.to_owned()).or_default();
            match part {
                "name" => words.name = clean(value),
                "plural" => words.plural = clean(value),
                "choose" => words.choose = clean(value),
                "hint" => words.hint = optional(value),
                _ => {}
            }
        }
        [part, question, edition] if is_question(question) => {
            let words = words_of(wording, question, edition);
            match part {
                "ask" => words.ask = clean(value),
                "hint" => words.hint = optional(value),
                "body" => words.body = clean(value).split("\n\n").filter_map(optional).collect(),
                _ => {}
            }
        }
        [part, question, edition, option] if is_question(question) => {
            let words = words_of(wording, question, edition).options.entry(option.to_owned()).or_default();
            match part {
                "label" => words.label = clean(value),
                "option-hint" => words.hint = optional(value),
                "alt" => words.alt = optional(value),
                _ => {}
            }
        }
        _ => {}
    }
}

fn words_of<'a>(wording: &'a mut Wording, question: &str, edition: &str) -> &'a mut QuestionWords {
    wording.question.entry(question.to_owned()).or_default().entry(edition.to_owned()).or_default()
}

fn start_part<'a>(words: &'a mut ConsultationWords, part: &str) -> Option<&'a mut String> {
    Some(match part {
        "title" => &mut words.title,
        "summary" => &mut words.summary,
        "who_asks" => &mut words.who_asks,
        "why" => &mut words.why,
        "how_long" => &mut words.how_long,
        "what_happens" => &mut words.what_happens,
        "undecided" => &mut words.undecided,
        _ => return None,
    })
}

/// Blocks in which nothing is said are no words.
fn drop_blank(wording: &mut Wording) {
    wording.consultation.take_if(|words| *words == ConsultationWords::default());
    wording.perspective.retain(|_, words| *words != crate::survey::PerspectiveWords::default());
    for editions in wording.question.values_mut() {
        for words in editions.values_mut() {
            words.options.retain(|_, option| *option != OptionWords::default());
        }
        editions.retain(|_, words| *words != QuestionWords::default());
    }
    wording.question.retain(|_, editions| !editions.is_empty());
}
