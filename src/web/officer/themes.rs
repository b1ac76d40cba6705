//! `GET /officer/c/{consultation}/themes`: what people talked about.

use actix_web::{HttpRequest, HttpResponse, web};

use super::counts::{By, FrameCounts};
use super::desk::desk;
use super::frames;
use super::subject::{Subject, unknown_filter};
use crate::pages::officer::themes::{Choice, ThemeList, Themes};
use crate::store::StoredCodeFrame;
use crate::web::account::SignedIn;
use crate::web::{Form, PageError, State, reply};
use crate::worker::discovery::CANDIDATES;

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
        let question = subject.text_question(asked.text("question"))?;
        let wanted = asked.text("frame");
        if !matches!(wanted, "" | "frame" | CANDIDATES) {
            return Err(unknown_filter());
        }
        let mut lists = Vec::new();
        for frame in frames::of_question(&state, &subject, question)? {
            let is_wanted = wanted.is_empty() || (wanted == CANDIDATES) == (frame.key == CANDIDATES);
            if is_wanted {
                lists.push(list(&state, &subject, &frame, question)?);
            }
        }
        let themes = Themes {
            desk: desk(&state, &signed_in, Some(&subject))?,
            question: question.map(|key| subject.consultation.heading(key).to_owned()),
            questions: questions(&subject, question),
            frames: frame_choices(wanted),
            lists,
        };
        Ok::<_, PageError>(themes.render().into_string())
    });
    Ok(reply::page(page.await??))
}

fn list(
    state: &State,
    subject: &Subject,
    frame: &StoredCodeFrame,
    question: Option<&str>,
) -> Result<ThemeList, PageError> {
    let counts = FrameCounts::count(&state.store, &subject.consultation.key, frame.id, question)?;
    let candidates = frame.key == CANDIDATES;
    let (heading, about) = match candidates {
        true => (
            "Candidate themes",
            "Ideas the machine found in answers that the code frame does not explain. Nobody has approved them: read \
             their answers before you use one.",
        ),
        false => (
            "Themes of the code frame",
            "Named and defined beforehand; the machine says which answers express them. It makes mistakes in both \
             directions: read answers before you quote a figure.",
        ),
    };
    let breakdown = counts.breakdown(subject, By::Perspective, state.config.policy);
    Ok(ThemeList { heading: heading.to_owned(), about: about.to_owned(), candidates, breakdown })
}

fn questions(subject: &Subject, chosen: Option<&str>) -> Vec<Choice> {
    let all = Choice { value: String::new(), label: "Every question".to_owned(), chosen: chosen.is_none() };
    let each = subject.consultation.text_questions().map(|question| Choice {
        value: question.key.clone(),
        label: subject.consultation.heading(&question.key).to_owned(),
        chosen: chosen == Some(question.key.as_str()),
    });
    std::iter::once(all).chain(each).collect()
}

fn frame_choices(wanted: &str) -> Vec<Choice> {
    let choice = |(value, label): (&str, &str)| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        chosen: wanted == value,
    };
    [("", "Code frame and candidates"), ("frame", "Code frame"), (CANDIDATES, "Candidates")].map(choice).into()
}
