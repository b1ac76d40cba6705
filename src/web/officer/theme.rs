//! `GET /officer/c/{consultation}/themes/{theme}`: one theme, district by district.

use actix_web::{HttpRequest, HttpResponse, web};

use super::counts::{By, FrameCounts};
use super::desk::desk;
use super::places::outlines;
use super::quotes::quotes;
use super::subject::Subject;
use crate::pages::officer::theme::{About, Theme};
use crate::store::{StoredCodeFrame, StoredTheme, ThemeStatus};
use crate::web::account::SignedIn;
use crate::web::{Form, PageError, State, reply};
use crate::worker::discovery::CANDIDATES;

/// Quotes on the page.
const QUOTES: usize = 6;

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    path: web::Path<(String, i64)>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let asked = Form::parse(request.query_string()).unwrap_or_default();
    let page = web::block(move || {
        let (key, theme_id) = path.into_inner();
        let subject = Subject::get(&state, &key)?;
        let (frame, theme) = find(&state, &key, theme_id)?.ok_or_else(|| {
            PageError::not_found().with_link(&format!("/officer/c/{key}/themes"), "Back to the themes")
        })?;
        let given = subject.text_question(asked.text("question"))?;
        // A candidate of one question is about that question alone.
        let question = frame.question.as_deref().or(given);
        let counts = FrameCounts::count(&state.store, &key, frame.id, question)?;
        let policy = state.config.policy;
        let page = Theme {
            desk: desk(&state, &signed_in, Some(&subject))?,
            about: about(&state, &frame, &theme),
            key: theme.id.to_string(),
            districts: counts.breakdown(&subject, By::District, policy),
            perspectives: counts.breakdown(&subject, By::Perspective, policy),
            question: question.map(|key| subject.consultation.heading(key).to_owned()),
            outlines: Some(outlines(&subject.geography)),
            quotes: quotes(&state, &subject, &counts, theme.id, question, QUOTES)?,
            search: None,
        };
        Ok::<_, PageError>(page.render().into_string())
    });
    Ok(reply::page(page.await??))
}

/// The theme and its frame, where both belong to the consultation.
fn find(state: &State, consultation: &str, theme_id: i64) -> Result<Option<(StoredCodeFrame, StoredTheme)>, PageError> {
    let Some(theme) = state.store.find_theme(theme_id)? else { return Ok(None) };
    let frames = state.store.list_code_frames(consultation)?;
    Ok(frames.into_iter().find(|frame| frame.id == theme.frame_id).map(|frame| (frame, theme)))
}

fn about(state: &State, frame: &StoredCodeFrame, theme: &StoredTheme) -> About {
    let written = state.library.find_code_frame(&frame.key);
    let written = written.and_then(|frame| frame.themes.iter().find(|known| known.key == theme.key));
    let said = |text: &String| Some(text.trim_end_matches('.').to_owned()).filter(|text| !text.is_empty());
    let made = match frame.key.as_str() {
        CANDIDATES => format!("Found by the machine ({}).", frame.version),
        key => format!("Code frame {key}, version {}, coded by {}.", frame.version, frame.engine),
    };
    About {
        name: theme.name.clone(),
        approved: theme.status == ThemeStatus::Approved,
        definition: theme.definition.clone(),
        includes: written.and_then(|theme| said(&theme.include)),
        leaves_out: written.and_then(|theme| said(&theme.exclude)),
        terms: if written.is_some() { Vec::new() } else { theme.terms.clone() },
        frame: made,
    }
}
