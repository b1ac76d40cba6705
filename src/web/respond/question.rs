//! One question: shown, and its answer taken.

use actix_web::body::BoxBody;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, ResponseError};

use super::visit::{Visit, district_names};
use super::who::is_changing;
use crate::pages::respond::LANGUAGE;
use crate::pages::respond::question::{FIELD, QuestionPage, SKIP, Trouble};
use crate::survey::{Answer, Question, Step};
use crate::web::{Form, PageError, State, reply};

/// What goes into the page beside the question itself.
struct Shown<'a> {
    given: Option<&'a str>,
    problem: Option<Trouble<'a>>,
    changing: bool,
}

/// Shows a question, with what was said to it before.
pub async fn show(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let visit = Visit::find(&state, &request, &path.0).await?;
    let question = find_question(&visit, &path.1)?;
    if let Some(elsewhere) = visit.elsewhere(Step::Question(question), None) {
        return Ok(elsewhere);
    }
    let given = visit.draft.answers.get(&question.key).map(String::as_str);
    let shown = Shown { given, problem: None, changing: is_changing(&request) };
    Ok(reply::page(page(&state, &visit, question, &shown)?))
}

/// Takes an answer, or shows the question again with what was sent and what to do.
pub async fn save(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let mut visit = Visit::find(&state, &request, &path.0).await?;
    let question = find_question(&visit, &path.1)?.clone();
    let given = if form.find(SKIP).is_some() { "" } else { form.text(FIELD) };
    if let Some(elsewhere) = visit.elsewhere(Step::Question(&question), question.is_text().then_some(given)) {
        return Ok(elsewhere);
    }
    let changing = is_changing(&request);
    let turned = visit.turn_to(form.text(LANGUAGE));
    let districts = state.library.district_keys(&visit.consultation);
    let answer = match Answer::parse(&question, given, &districts) {
        Ok(answer) => answer.map(|answer| answer.as_str().to_owned()).unwrap_or_default(),
        Err(problem) => {
            let shown = Shown { given: Some(given), problem: Some(Trouble::Unfit(&problem)), changing };
            let page = page(&state, &visit, &question, &shown)?;
            if turned {
                visit.save(&state).await?;
            }
            return Ok(reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page));
        }
    };
    // Whoever only changes the language has not gone past the question.
    if !turned || !answer.is_empty() || visit.draft.answers.contains_key(&question.key) {
        visit.draft.answers.insert(question.key.clone(), answer);
    }
    if let Err(error) = visit.save(&state).await {
        // What was written is shown again: browsers do not bring back the words of a page that is not to be cached.
        let shown = Shown { given: Some(given), problem: Some(Trouble::NotStored), changing };
        let page = page(&state, &visit, &question, &shown)?;
        return Ok(error.error_response().set_body(BoxBody::new(page)));
    }
    let journey = visit.journey();
    if turned {
        let change = if changing { "?change" } else { "" };
        return visit.see_in_language(&format!("{}{change}", visit.address(Step::Question(&question))));
    }
    let next = if changing { Some(journey.furthest()) } else { journey.next(Step::Question(&question)) };
    Ok(reply::see(&visit.address(next.unwrap_or(Step::CheckAnswers))))
}

fn find_question<'a>(visit: &'a Visit, key: &str) -> Result<&'a Question, PageError> {
    visit.consultation.find_question(key).ok_or_else(PageError::not_found)
}

fn page(state: &State, visit: &Visit, question: &Question, shown: &Shown<'_>) -> Result<String, PageError> {
    let step = Step::Question(question);
    let journey = visit.journey();
    let perspective = visit.draft.perspective.as_deref().unwrap_or_default();
    let words = visit.consultation.find_words(&visit.draft.language, &question.key, perspective);
    let back = match shown.changing {
        true => Step::CheckAnswers,
        false => journey.previous(step).unwrap_or(Step::Perspective),
    };
    let page = QuestionPage {
        frame: visit.frame(),
        perspective,
        question,
        words: words.ok_or_else(|| PageError::broken("a question without words"))?,
        progress: journey.progress(question).unwrap_or((1, 1)),
        districts: &district_names(state, &visit.consultation),
        given: shown.given,
        back: &visit.address(back),
        changing: shown.changing,
        problem: shown.problem,
    };
    Ok(page.render().into_string())
}
