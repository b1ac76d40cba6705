//! `GET /officer/c/{consultation}/themes/{theme}`: one theme.

use actix_web::{HttpRequest, HttpResponse, web};

use super::answers::withheld_of;
use super::carried::Marks;
use super::counts::{By, FrameCounts};
use super::desk::desk;
use super::evidence;
use super::opening::{Opening, open};
use super::places::outlines;
use super::quotes::quotes;
use super::subject::Subject;
use super::themes;
use crate::pages::officer::evidence::uses::Uses;
use crate::pages::officer::theme::{About, Theme};
use crate::plan::evidence::Basis;
use crate::store::{FrameOrigin, StoredCodeFrame, StoredTheme, ThemeStatus};
use crate::web::account::SignedIn;
use crate::web::account::rights::encoded;
use crate::web::{PageError, State};

/// How many of a theme's words a search for its answers takes.
const WORDS: usize = 4;

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let (consultation, theme) = keys.into_inner();
    let render = move |opening: &Opening| Ok(page(opening, &theme)?.render().into_string());
    open(state, signed_in, consultation, &request, render).await
}

fn page(opening: &Opening, theme: &str) -> Result<Theme, PageError> {
    let Opening { state, signed_in, subject, asked } = opening;
    let policy = state.config.policy;
    let (frame, theme) = find(state, subject, theme)?;
    let asked_question = subject.text_question(asked.text("question"))?;
    let question = frame.question.as_deref().or(asked_question);
    let counts = FrameCounts::count(&state.store, &subject.consultation.key, frame.id, question)?;
    let marks = Marks::of(state, &frame, &theme);
    let mut quotes = quotes(&state.store, subject, &counts.people, (&theme, &marks), question, policy)?;
    if frame.origin == FrameOrigin::Discovered {
        // Officers code with the code frame; what the machine suggests beside it is not theirs to give yet.
        quotes.iter_mut().for_each(|quote| quote.change = None);
    }
    let beside = counts.beside(&theme);
    let withheld = |by| withheld_of(state, subject, question, by);
    let by_district = withheld(By::District)?;
    let districts = counts.breakdown_beside(&beside, subject, By::District, policy, &by_district);
    // Where no figure may be shown, a quote would tell that somebody said it, and nearly who.
    let key = theme.id.to_string();
    if districts.find_row(&key).is_none_or(|row| row.everyone.shown().is_none()) {
        quotes.clear();
    }
    Ok(Theme {
        desk: desk(state, signed_in, Some(subject))?,
        about: about(state, &frame, &theme),
        key,
        districts,
        perspectives: counts.breakdown_beside(&beside, subject, By::Perspective, policy, &withheld(By::Perspective)?),
        above: counts.above(&theme).map(|above| (above.id.to_string(), above.name.clone())),
        finer: counts.shares_beside(&counts.below(&theme), policy, &by_district),
        carried: asked_question.map_or_else(String::new, |question| format!("?question={question}")),
        question: question.map(|key| subject.consultation.heading(key).to_owned()),
        outlines: Some(outlines(&subject.geography)),
        quotes,
        search: search(subject, &theme),
        uses: uses(state, subject, &frame, &theme)?,
    })
}

/// The outcomes that use a theme of the code frame; what the machine suggests beside it is no evidence yet.
fn uses(
    state: &State,
    subject: &Subject,
    frame: &StoredCodeFrame,
    theme: &StoredTheme,
) -> Result<Option<Uses>, PageError> {
    let consultation = &subject.consultation;
    if frame.origin == FrameOrigin::Discovered {
        return Ok(None);
    }
    let is_it = |basis: &Basis| matches!(basis, Basis::Theme { consultation: of, theme: key } if *of == consultation.key && *key == theme.key);
    evidence::uses::uses(state, consultation, Some(&theme.key), is_it)
}

/// The theme of this identifier and its frame, if they are this consultation's.
fn find(state: &State, subject: &Subject, theme: &str) -> Result<(StoredCodeFrame, StoredTheme), PageError> {
    let missing = || {
        let address = format!("/officer/c/{}/themes", subject.consultation.key);
        PageError::not_found().with_link(&address, "See the themes there are")
    };
    let id: i64 = theme.parse().map_err(|_| missing())?;
    let theme = state.store.find_theme(id)?.ok_or_else(missing)?;
    let frames = state.store.list_code_frames(&subject.consultation.key)?;
    let frame = frames.into_iter().find(|frame| frame.id == theme.frame_id).ok_or_else(missing)?;
    Ok((frame, theme))
}

fn about(state: &State, frame: &StoredCodeFrame, theme: &StoredTheme) -> About {
    let library = state.library();
    let written = library.find_code_frame(&frame.key);
    let written = written.and_then(|known| known.themes.iter().find(|known| known.key == theme.key));
    let said = |text: &String| Some(text.trim().trim_end_matches('.').to_owned()).filter(|text| !text.is_empty());
    let approved = theme.status == ThemeStatus::Approved;
    About {
        name: theme.name.clone(),
        approved,
        definition: theme.definition.clone(),
        includes: written.and_then(|known| said(&known.include)),
        leaves_out: written.and_then(|known| said(&known.exclude)),
        terms: if approved { Vec::new() } else { theme.terms.iter().take(8).cloned().collect() },
        frame: themes::about(state, frame),
    }
}

/// A search for the words that mark the theme, any of them.
fn search(subject: &Subject, theme: &StoredTheme) -> Option<String> {
    let quoted = |term: &String| {
        let plain: String = term.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '\'' | '-')).collect();
        format!("\"{plain}\"")
    };
    let words: Vec<String> = theme.terms.iter().take(WORDS).map(quoted).collect();
    let words = encoded(&words.join(" OR "));
    (!theme.terms.is_empty()).then(|| format!("/officer/c/{}/search?words={words}", subject.consultation.key))
}
