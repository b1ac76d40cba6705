//! `GET /officer/c/{consultation}/themes`: what people talked about.

use actix_web::{HttpRequest, HttpResponse, web};

use super::answers::withheld_of;
use super::counts::{By, FrameCounts};
use super::desk::desk;
use super::opening::{Opening, open};
use super::subject::{Subject, unknown_filter};
use crate::pages::officer::themes::{Choice, ThemeList, Themes};
use crate::store::{FrameOrigin, StoredCodeFrame, StoredTheme, ThemeStatus};
use crate::web::account::SignedIn;
use crate::web::{PageError, State};

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    open(state, signed_in, key.into_inner(), &request, |opening| Ok(page(opening)?.render().into_string())).await
}

fn page(opening: &Opening) -> Result<Themes, PageError> {
    let Opening { state, signed_in, subject, asked } = opening;
    let question = subject.text_question(asked.text("question"))?;
    let origin = match asked.text("frame") {
        "" => None,
        "file" => Some(FrameOrigin::File),
        "discovered" => Some(FrameOrigin::Discovered),
        _ => return Err(unknown_filter()),
    };
    let mut lists = Vec::new();
    for frame in state.store.list_code_frames(&subject.consultation.key)? {
        let fits = origin.is_none_or(|origin| origin == frame.origin) && is_for(&frame, question);
        if fits {
            lists.push((frame.origin == FrameOrigin::Discovered, list(state, subject, &frame, question)?));
        }
    }
    lists.sort_by_key(|(is_discovered, _)| *is_discovered);
    let carried = question.map_or_else(String::new, |question| format!("?question={question}"));
    Ok(Themes {
        desk: desk(state, signed_in, Some(subject))?,
        question: question.map(|key| subject.consultation.heading(key).to_owned()),
        carried,
        questions: questions(subject, question),
        frames: frames(origin),
        lists: lists.into_iter().map(|(_, list)| list).collect(),
    })
}

/// Whether a frame has something to say of a question: one written by people of every question, one that was
/// found of just the question it was found in.
fn is_for(frame: &StoredCodeFrame, question: Option<&str>) -> bool {
    match frame.origin {
        FrameOrigin::File => frame.question.is_none() || frame.question.as_deref() == question,
        FrameOrigin::Discovered => frame.question.as_deref() == question,
    }
}

fn list(
    state: &State,
    subject: &Subject,
    frame: &StoredCodeFrame,
    question: Option<&str>,
) -> Result<ThemeList, PageError> {
    let counts = FrameCounts::count(&state.store, &subject.consultation.key, frame.id, question)?;
    let policy = state.config.policy;
    let topmost = counts.topmost();
    let withheld = withheld_of(state, subject, question, By::Perspective)?;
    let below = |theme: &&StoredTheme| counts.shares_beside(&counts.below(theme), policy, &withheld);
    let finer = topmost.iter().map(|theme| (theme.id.to_string(), below(theme)));
    let finer = finer.filter(|(_, below)| !below.rows.is_empty()).collect();
    let is_candidate = |status: ThemeStatus| status == ThemeStatus::Candidate;
    let candidates = counts.themes.iter().filter(|theme| is_candidate(theme.status));
    let heading = match frame.origin {
        FrameOrigin::File => "Themes of the code frame",
        FrameOrigin::Discovered => "Suggested by the machine",
    };
    Ok(ThemeList {
        heading: heading.to_owned(),
        about: about(state, frame),
        candidates: candidates.map(|theme| theme.id.to_string()).collect(),
        breakdown: counts.breakdown_beside(&topmost, subject, By::Perspective, policy, &withheld),
        finer,
    })
}

/// Where a frame's themes come from, in a sentence or two.
pub(super) fn about(state: &State, frame: &StoredCodeFrame) -> String {
    match frame.origin {
        FrameOrigin::File => {
            let library = state.library();
            let known = library.find_code_frame(&frame.key);
            let title = known.map(|known| known.title.clone()).filter(|title| !title.is_empty());
            let title = title.unwrap_or_else(|| frame.key.replace('-', " "));
            let version = if frame.version.is_empty() { String::new() } else { format!(", version {}", frame.version) };
            format!(
                "Code frame “{title}”{version}: written by people, and applied to answers by officers and by the machine ({}).",
                frame.engine
            )
        }
        FrameOrigin::Discovered => format!(
            "What answers have in common that the code frame does not name, found by the machine ({}). Nobody has \
             approved these, so keep them out of plans and public pages.",
            frame.engine
        ),
    }
}

/// Every question answered in words, and all of them together, to choose from.
pub(super) fn questions(subject: &Subject, chosen: Option<&str>) -> Vec<Choice> {
    let all = Choice { value: String::new(), label: "Every question together".to_owned(), chosen: chosen.is_none() };
    let choice = |question: &crate::survey::Question| Choice {
        value: question.key.clone(),
        label: subject.consultation.heading(&question.key).to_owned(),
        chosen: chosen == Some(&question.key),
    };
    std::iter::once(all).chain(subject.consultation.text_questions().map(choice)).collect()
}

fn frames(chosen: Option<FrameOrigin>) -> Vec<Choice> {
    let known = [
        ("", "The code frame and the machine’s suggestions", None),
        ("file", "The code frame", Some(FrameOrigin::File)),
        ("discovered", "The machine’s suggestions", Some(FrameOrigin::Discovered)),
    ];
    let choice = |(value, label, origin): (&str, &str, Option<FrameOrigin>)| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        chosen: chosen == origin,
    };
    known.into_iter().map(choice).collect()
}
