//! `/officer/surveys/KEY`: the questions in order; moving, adding and taking out.

use actix_web::{HttpRequest, HttpResponse, web};

use super::bench::{self, Bench, unfit};
use super::typed::{clean, condition_text, free_key, key_from};
use crate::pages::officer::surveys::questions::{Entry, Language, Questions};
use crate::survey::format::QuestionFile;
use crate::survey::{QuestionWords, Section, is_key, option_keys};
use crate::web::account::SignedIn;
use crate::web::{Form, PageError, State};

/// Shows the questions.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    bench::show(state, signed_in, key.into_inner(), &request, |bench| Ok(page(bench)?.render().into_string())).await
}

/// Moves, takes out or adds a question.
pub async fn act(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    bench::change(state, signed_in, key.into_inner(), form, |bench, form| {
        let question = form.text("question").to_owned();
        if form.text("do") == "add" {
            let key = add(bench, form)?;
            bench.save()?;
            return Ok(bench.href(&format!("/question/{key}?saved")));
        }
        bench.manuscript.find_question(&question).ok_or_else(bench::missing)?;
        match form.text("do") {
            "up" => bench.manuscript.move_question(&question, true),
            "down" => bench.manuscript.move_question(&question, false),
            "remove" => bench.manuscript.remove_question(&question),
            _ => return Err(PageError::unreadable_form()),
        }
        bench.save()?;
        Ok(bench.href(&format!("?saved#q_{question}")))
    })
    .await
}

fn add(bench: &mut Bench, form: &Form) -> Result<String, PageError> {
    let (ask, wanted) = (clean(form.text("ask")), clean(form.text("key")));
    let made = if wanted.is_empty() { key_from(&ask) } else { wanted };
    let key = free_key(&made, |key| bench.manuscript.find_question(key).is_some());
    if !is_key(&key) {
        return Err(unfit("Give the question a short name of lower-case letters, digits and hyphens."));
    }
    let section = if form.text("section") == "equality" { Section::Equality } else { Section::Main };
    let kind = form.text("kind").to_owned();
    bench.manuscript.add_question(QuestionFile { key: key.clone(), kind, section, ..QuestionFile::default() });
    if !ask.is_empty() {
        let language = bench.manuscript.default_language().to_owned();
        let wording = bench.manuscript.wordings.entry(language).or_default();
        let words = QuestionWords { ask, ..QuestionWords::default() };
        wording.question.entry(key.clone()).or_default().insert("any".to_owned(), words);
    }
    Ok(key)
}

fn page(bench: &Bench) -> Result<Questions, PageError> {
    let manuscript = &bench.manuscript;
    let entry = |question: &QuestionFile| Entry {
        key: question.key.clone(),
        ask: manuscript.ask(&question.key).map(str::to_owned),
        kind: question.kind.clone(),
        section: question.section,
        asked: asked(question),
        sensitive: question.sensitive,
        lacking: lacking(bench, question),
    };
    let language = |code: &String| {
        let (missing, of) = manuscript.missing(code);
        Language { code: code.clone(), missing, of }
    };
    Ok(Questions {
        place: bench.place()?,
        entries: manuscript.survey.question.iter().map(entry).collect(),
        languages: manuscript.survey.languages.iter().map(language).collect(),
    })
}

/// Who is asked a question, in words.
pub(super) fn asked(question: &QuestionFile) -> String {
    let whom = question.perspectives.as_ref().map_or_else(|| "everyone".to_owned(), |keys| keys.join(", "));
    let condition = |one: &crate::survey::format::ConditionFile| format!("{} is {}", one.question, condition_text(one));
    let when: Vec<String> = question.when.iter().map(condition).collect();
    if when.is_empty() { whom } else { format!("{whom}, if {}", when.join(" and ")) }
}

fn lacking(bench: &Bench, question: &QuestionFile) -> Vec<String> {
    let manuscript = &bench.manuscript;
    let keys = option_keys(question);
    let is_whole = |words: &QuestionWords| {
        let labelled = |key: &String| words.options.get(key).is_some_and(|option| !option.label.trim().is_empty());
        !words.ask.trim().is_empty() && keys.iter().all(labelled)
    };
    let has = |language: &&String| {
        let editions = manuscript.editions(language, &question.key);
        let of = manuscript.wordings.get(*language).and_then(|wording| wording.question.get(&question.key));
        editions.iter().all(|edition| of.and_then(|of| of.get(edition)).is_some_and(is_whole))
    };
    manuscript.survey.languages.iter().filter(|language| !has(language)).cloned().collect()
}
