//! The survey on paper, for printing: which edition, and the sheet.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::visit::{Visit, district_names};
use crate::pages::Words;
use crate::pages::components::choices::Choice;
use crate::pages::respond::Frame;
use crate::pages::respond::field;
use crate::pages::respond::paper::{Paper, PaperChoice, PaperQuestion};
use crate::survey::{Consultation, Edition, Perspective, Question, QuestionWords, Reader, Test};
use crate::web::{Form, PageError, State, reply};

/// Lists the editions.
pub async fn choose(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let visit = Visit::anew(&state, &request, &key)?;
    Ok(reply::page(PaperChoice { frame: visit.frame() }.render().into_string()))
}

/// The sheet of a perspective in the language of the address, in short sentences where it asks for them.
pub async fn sheet(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (key, perspective) = path.into_inner();
    let visit = Visit::anew(&state, &request, &key)?;
    let consultation = &visit.consultation;
    let perspective = consultation.find_perspective(&perspective).ok_or_else(PageError::not_found)?;
    let asked = Form::parse(request.query_string()).unwrap_or_default();
    let easy_read = asked.text("easy") == "1" && consultation.easy_read && perspective.edition == Edition::Plain;
    let edition = if easy_read { Edition::EasyRead } else { perspective.edition };
    let frame = Frame { edition, ..visit.frame() };
    let language = &visit.draft.language;
    let reader = Reader { language, perspective: &perspective.key, age_band: None, easy_read };
    let questions = questions(&state, consultation, perspective, reader, frame.words());
    let page = Paper { frame, perspective: &perspective.key, questions: &questions };
    Ok(reply::page(page.render().into_string()))
}

/// The questions that someone of a perspective may come to be asked, worded for a reader.
fn questions<'a>(
    state: &State,
    consultation: &'a Consultation,
    perspective: &Perspective,
    reader: Reader<'_>,
    say: Words,
) -> Vec<PaperQuestion<'a>> {
    let districts = district_names(state, consultation);
    let mut all: Vec<PaperQuestion<'a>> = Vec::new();
    for question in consultation.questions.iter().filter(|question| question.is_asked_of(&perspective.key)) {
        let Some(words) = consultation.find_words(reader, &question.key) else { continue };
        let can_hold = question.when.iter().all(|condition| {
            let earlier = all.iter().find(|one| one.question.key == condition.question);
            earlier.is_some_and(|one| match &condition.test {
                Test::Any(keys) => one.offered.iter().any(|choice| keys.contains(&choice.value)),
                _ => true,
            })
        });
        if can_hold {
            let offered = in_given_order(say, question, words.words, perspective, &districts);
            all.push(PaperQuestion { question, words, offered });
        }
    }
    all
}

/// What can be ticked, in the survey's order.
pub fn in_given_order(
    say: Words,
    question: &Question,
    words: &QuestionWords,
    perspective: &Perspective,
    districts: &[(String, String)],
) -> Vec<Choice> {
    let mut offered = field::offered(say, question, words, perspective, 0, districts);
    if let Some(options) = question.options() {
        offered.sort_by_key(|choice| options.keys().iter().position(|key| *key == choice.value));
    }
    offered
}
