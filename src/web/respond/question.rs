//! One question: shown, and its answer taken.

use actix_web::body::BoxBody;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, ResponseError};

use super::visit::{Visit, offered};
use super::who::is_changing;
use crate::geography::PostcodeProblem;
use crate::pages::respond::LATER;
use crate::pages::respond::field::POSTCODE;
use crate::pages::respond::question::{BACK, FIELD, QuestionPage, SKIP, Trouble};
use crate::survey::{Answer, AnswerProblem, BETWEEN, District, Question, QuestionKind, Section, Step};
use crate::web::{Form, PageError, State, reply};

/// What goes into the page beside the question itself.
struct Shown<'a> {
    given: &'a str,
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
    let shown = Shown { given: visit.draft.said(&question.key), problem: None, changing: is_changing(&request) };
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
    let given = if form.find(SKIP).is_some() { String::new() } else { given(&question, &form) };
    if let Some(elsewhere) = visit.elsewhere(Step::Question(&question), question.is_text().then_some(&given)) {
        return Ok(elsewhere);
    }
    let changing = is_changing(&request);
    let turned = visit.turn(&form);
    let stops = form.find(LATER).is_some();
    let back = form.find(BACK).map(|_| visit.address(before(&visit, &question, changing)));
    let taken = match by_postcode(&state, &visit, &question, &form) {
        Some(Ok(district)) => Ok(district),
        Some(Err(problem)) => Err(Refused::Postcode(problem)),
        None => take(&state, &visit, &question, &given).map_err(Refused::Unfit),
    };
    let answer = match taken {
        Ok(answer) => answer,
        // Whoever goes back is not held up by what cannot be taken.
        Err(_) if back.is_some() => visit.draft.said(&question.key).to_owned(),
        Err(refused) => {
            let problem = Some(refused.trouble());
            let page = page(&state, &visit, &question, &Shown { given: &given, problem, changing })?;
            if turned {
                visit.save(&state).await?;
            }
            return Ok(reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page));
        }
    };
    // Whoever only changes the language, stops or goes back has not gone past the question.
    let stays = turned || stops || back.is_some();
    visit.draft.stopped_at = stops.then(|| question.key.clone());
    if !stays || !answer.is_empty() || visit.draft.answers.contains_key(&question.key) {
        visit.draft.answers.insert(question.key.clone(), answer);
    }
    if let Err(error) = visit.save(&state).await {
        // What was written is shown again: browsers do not bring back the words of a page that is not to be cached.
        let shown = Shown { given: &given, problem: Some(Trouble::NotStored), changing };
        let page = page(&state, &visit, &question, &shown)?;
        return Ok(error.error_response().set_body(BoxBody::new(page)));
    }
    if turned {
        let change = if changing { "?change" } else { "" };
        return visit.see_in_language(&format!("{}{change}", visit.address(Step::Question(&question))));
    }
    let leads =
        if stops { visit.frame().href("/later") } else { back.unwrap_or_else(|| after(&visit, &question, changing)) };
    Ok(reply::see(&leads))
}

/// Where someone is led who has answered: to the next question, or back to check answers by way of the questions that a
/// change has opened. What was answered before is not asked again on that way.
fn after(visit: &Visit, question: &Question, changing: bool) -> String {
    let journey = visit.journey();
    let next = if changing { Some(journey.furthest()) } else { journey.next(Step::Question(question)) };
    let next = next.unwrap_or(Step::CheckAnswers);
    let still_changing = changing && matches!(next, Step::Question(_));
    format!("{}{}", visit.address(next), if still_changing { "?change" } else { "" })
}

/// Why what was sent cannot be taken.
enum Refused {
    Unfit(AnswerProblem),
    Postcode(PostcodeProblem),
}

impl Refused {
    fn trouble(&self) -> Trouble<'_> {
        match self {
            Self::Unfit(problem) => Trouble::Unfit(problem),
            Self::Postcode(problem) => Trouble::Postcode(*problem),
        }
    }
}

/// The district that a postcode lies in, where one was typed and no district picked. The postcode itself goes nowhere.
fn by_postcode(
    state: &State,
    visit: &Visit,
    question: &Question,
    form: &Form,
) -> Option<Result<String, PostcodeProblem>> {
    let typed = form.find(POSTCODE).filter(|typed| !typed.trim().is_empty())?;
    let asks = matches!(question.kind, QuestionKind::District { postcode: true });
    if !asks || form.find(SKIP).is_some() || !form.text(FIELD).is_empty() {
        return None;
    }
    let library = state.library();
    let geography = library.find_geography(&visit.consultation.geography)?;
    Some(match library.postcodes().find(geography, typed) {
        Ok(district) => Ok(district.as_str().to_owned()),
        Err(PostcodeProblem::Outside) => Ok(District::Outside.as_str().to_owned()),
        Err(problem) => Err(problem),
    })
}

/// What the form says to a question, as one text.
pub fn given(question: &Question, form: &Form) -> String {
    match &question.kind {
        QuestionKind::ManyOf { .. } => form.list(FIELD).collect::<Vec<_>>().join(&BETWEEN.to_string()),
        QuestionKind::Ranking { places, .. } => {
            let place = |at: usize| form.text(&format!("{FIELD}-{at}")).to_owned();
            (1..=*places).map(place).collect::<Vec<_>>().join(&BETWEEN.to_string())
        }
        _ => form.text(FIELD).to_owned(),
    }
}

/// The stored form of what was said, empty for a skip.
fn take(state: &State, visit: &Visit, question: &Question, given: &str) -> Result<String, AnswerProblem> {
    let districts = state.library().district_keys(&visit.consultation);
    let answer = Answer::parse(question, given, &districts)?;
    let stored = answer.map(|answer| answer.to_text().into_owned()).unwrap_or_default();
    if let (QuestionKind::AgeBand(_), Some(perspective)) = (&question.kind, visit.perspective()) {
        // A band that this perspective cannot be of is not offered.
        let offered = question.offered(perspective, 0);
        if !stored.is_empty() && !offered.contains(&stored.as_str()) {
            let options = offered.into_iter().map(str::to_owned).collect();
            return Err(AnswerProblem::NotAnOption { given: stored, options });
        }
    }
    Ok(stored)
}

/// Where "Back" leads: to the page before, or to check answers for someone who came from there to change this.
fn before<'a>(visit: &'a Visit, question: &'a Question, changing: bool) -> Step<'a> {
    let journey = visit.journey();
    match (changing && journey.can_visit(Step::CheckAnswers), question.section) {
        (true, Section::Main) => Step::CheckAnswers,
        _ => journey.previous(Step::Question(question)).unwrap_or(Step::Perspective),
    }
}

fn find_question<'a>(visit: &'a Visit, key: &str) -> Result<&'a Question, PageError> {
    visit.consultation.find_question(key).ok_or_else(PageError::not_found)
}

fn page(state: &State, visit: &Visit, question: &Question, shown: &Shown<'_>) -> Result<String, PageError> {
    let step = Step::Question(question);
    let journey = visit.journey();
    let perspective = visit.draft.perspective.as_deref().unwrap_or_default();
    let words = visit.words(question).ok_or_else(|| PageError::broken("a question without words"))?;
    let previous = journey.previous(step).unwrap_or(Step::Perspective);
    let page = QuestionPage {
        frame: visit.frame(),
        perspective,
        question,
        words,
        progress: journey.progress(question).unwrap_or((1, 1)),
        offered: &offered(state, visit, question, words.words),
        given: shown.given,
        after_sensitive: is_sensitive(previous),
        changing: shown.changing,
        problem: shown.problem,
    };
    Ok(page.render().into_string())
}

/// Whether a step may stir up something bad.
pub(super) fn is_sensitive(step: Step<'_>) -> bool {
    matches!(step, Step::Question(question) if question.sensitive)
}
