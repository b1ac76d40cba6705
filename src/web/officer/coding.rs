//! Coding: officers say which themes an answer has, one answer at a time, and ask the machine to learn.
//!
//! `GET /officer/c/{consultation}/coding` gives the next answer, `…/coding/{answer}` a certain one; both are saved
//! by `POST …/coding/{answer}`. `POST …/coding/learn` asks the machine to learn now. Learning itself is the
//! worker's.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::carried::Marks;
use super::counts::People;
use super::desk::desk;
use super::opening::{Opening, open};
use super::quotes::quote;
use super::subject::Subject;
use crate::pages::components::errors::Problem;
use crate::pages::figures::quote::Quote;
use crate::pages::officer::coding::{Asked, Coding, Given, Progress, Theme, Turn};
use crate::store::{Judge, NewJudgement, RedactedAnswer, StoredCodeFrame, StoredCoding, StoredTheme};
use crate::web::account::SignedIn;
use crate::web::{Form, PageError, State, reply};

/// Shows the next answer; with `after` in the address, the one after that answer. Officers who code at once are given
/// different ones.
pub async fn next(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    open(state, signed_in, key.into_inner(), &request, in_turn).await
}

fn in_turn(opening: &Opening) -> Result<String, PageError> {
    let Opening { state, signed_in, subject, asked } = opening;
    let Some(frame) = subject.find_frame(&state.store)? else {
        let page = Coding { desk: desk(state, signed_in, Some(subject))?, turn: Turn::NoFrame, progress: None };
        return Ok(page.render().into_string());
    };
    let after = asked.find("after").and_then(|after| after.parse().ok());
    let find = |others: &[i64]| state.store.find_next_answer(frame.id, after, others);
    match state.turns.give(frame.id, &signed_in.user, find)? {
        Some(id) => page(state, signed_in, &Place::of(state, subject, frame, id, Way::InTurn)?, None),
        None => all_done(state, signed_in, subject, &frame),
    }
}

/// Shows a certain answer, with the themes it has now.
pub async fn change(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let (consultation, answer) = keys.into_inner();
    let render = move |opening: &Opening| {
        let Opening { state, signed_in, subject, asked } = opening;
        page(state, signed_in, &Place::get(state, subject, &answer, Way::of(asked))?, None)
    };
    open(state, signed_in, consultation, &request, render).await
}

/// Keeps what the officer ticked and goes on, or shows the answer again with what must be put right.
pub async fn save(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let kept = web::block(move || {
        let (consultation, answer) = keys.into_inner();
        let subject = Subject::get(&state, &consultation)?;
        let place = Place::get(&state, &subject, &answer, Way::of(&form))?;
        let theme_ids: Vec<i64> = form.list("themes").filter_map(|id| id.parse().ok()).collect();
        let is_none = form.find("none").is_some();
        if theme_ids.is_empty() != is_none {
            return Ok(Err(page(&state, &signed_in, &place, Some((&theme_ids, is_none)))?));
        }
        let is_known = |id: &i64| place.themes.iter().any(|theme| theme.id == *id);
        if !theme_ids.iter().all(is_known) || form.list("themes").count() != theme_ids.len() {
            return Err(PageError::unreadable_form());
        }
        state.store.save_judgement(NewJudgement {
            frame_id: place.frame.id,
            answer_id: place.answer.id(),
            theme_ids,
            officer: signed_in.user.clone(),
            in_turn: place.way == Way::InTurn,
        })?;
        state.worker.wake();
        Ok(Ok(place.goes_on()))
    });
    Ok(match kept.await?? {
        Ok(address) => reply::see(&address),
        Err(again) => reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, again),
    })
}

/// Asks the machine to learn from what officers have coded.
pub async fn learn(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    signed_in.check_form(&form)?;
    let asked = web::block(move || {
        let subject = Subject::get(&state, &key)?;
        if let Some(frame) = subject.find_frame(&state.store)? {
            state.store.want_learning(frame.id)?;
            state.worker.wake();
        }
        Ok::<_, PageError>(format!("/officer/c/{}/coding", subject.consultation.key))
    });
    Ok(reply::see(&asked.await??))
}

/// How an officer came to an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// It was the next one.
    InTurn,
    /// From the page of this theme, or from an address alone.
    Looked(Option<i64>),
}

impl Way {
    fn of(asked: &Form) -> Self {
        match asked.find("in-turn") {
            Some(_) => Self::InTurn,
            None => Self::Looked(asked.find("theme").and_then(|id| id.parse().ok())),
        }
    }
}

/// An answer with everything that is needed to code it.
struct Place<'s> {
    subject: &'s Subject,
    frame: StoredCodeFrame,
    themes: Vec<StoredTheme>,
    answer: RedactedAnswer,
    way: Way,
}

impl<'s> Place<'s> {
    /// The answer that an address names, if it is this consultation's and may be shown.
    fn get(state: &State, subject: &'s Subject, answer: &str, way: Way) -> Result<Self, PageError> {
        let frame = subject.find_frame(&state.store)?.ok_or_else(|| missing(subject))?;
        let id = answer.parse().map_err(|_| missing(subject))?;
        Self::of(state, subject, frame, id, way)
    }

    fn of(state: &State, subject: &'s Subject, frame: StoredCodeFrame, id: i64, way: Way) -> Result<Self, PageError> {
        let answer = state.store.get_answers(&[id])?.pop();
        let is_shown = |it: &RedactedAnswer| it.consultation() == subject.consultation.key && it.is_screened();
        let answer = answer.filter(is_shown).ok_or_else(|| missing(subject))?;
        let themes = state.store.list_themes(frame.id)?;
        Ok(Self { subject, frame, themes, answer, way })
    }

    fn address(&self, rest: &str) -> String {
        format!("/officer/c/{}{rest}", self.subject.consultation.key)
    }

    /// Where to go once this answer is saved or passed over.
    fn goes_on(&self) -> String {
        match self.way {
            Way::InTurn => self.address(&format!("/coding?after={}", self.answer.id())),
            Way::Looked(Some(theme)) => self.address(&format!("/themes/{theme}")),
            Way::Looked(None) => self.address("/coding"),
        }
    }

    /// The topmost themes with the finer ones below each, and what this answer is given.
    fn choices(&self, state: &State, codings: &[StoredCoding], ticked: &BTreeSet<i64>) -> Vec<Theme> {
        let given: BTreeMap<i64, &StoredCoding> = codings.iter().map(|coding| (coding.theme_id, coding)).collect();
        let keys: BTreeSet<&str> = self.themes.iter().map(|theme| theme.key.as_str()).collect();
        let above = |theme: &StoredTheme| theme.parent.clone().filter(|parent| keys.contains(parent.as_str()));
        let choice = |theme: &StoredTheme| Theme {
            id: theme.id,
            name: theme.name.clone(),
            definition: theme.definition.clone(),
            given: given.get(&theme.id).map(|coding| match coding.judge {
                Judge::Officer => Given::ByOfficer,
                Judge::Machine | Judge::Rule => Given::by_machine(coding.score),
            }),
            part: match given.contains_key(&theme.id) {
                true => Marks::of(state, &self.frame, theme).carrying(&self.answer).unwrap_or_default(),
                false => Vec::new(),
            },
            ticked: ticked.contains(&theme.id),
            finer: Vec::new(),
        };
        let topmost = self.themes.iter().filter(|theme| above(theme).is_none());
        topmost
            .map(|top| {
                let below = self.themes.iter().filter(|theme| above(theme).as_ref() == Some(&top.key));
                Theme { finer: below.map(choice).collect(), ..choice(top) }
            })
            .collect()
    }
}

fn missing(subject: &Subject) -> PageError {
    let address = format!("/officer/c/{}/coding", subject.consultation.key);
    PageError::not_found().with_link(&address, "Code another answer")
}

/// The page; with `sent`, what was ticked and whether "none" was, it says what must be put right.
fn page(state: &State, signed_in: &SignedIn, place: &Place, sent: Option<(&[i64], bool)>) -> Result<String, PageError> {
    let (subject, answer) = (place.subject, &place.answer);
    let consultation = &subject.consultation;
    let mut codings = state.store.codings_of(&[answer.id()])?;
    codings.retain(|coding| place.themes.iter().any(|theme| theme.id == coding.theme_id));
    let judged = state.store.find_judgement(place.frame.id, answer.id())?;
    let (ticked, is_none) = match (sent, place.way) {
        (Some((ticked, is_none)), _) => (ticked.iter().copied().collect(), is_none),
        // What is new to an officer is theirs to tick, so that the machine is not taught by its own word.
        (None, Way::InTurn) => (BTreeSet::new(), false),
        (None, Way::Looked(_)) => {
            let now: BTreeSet<i64> = codings.iter().map(|coding| coding.theme_id).collect();
            let is_none = now.is_empty() && judged.is_some();
            (now, is_none)
        }
    };
    let message = match sent {
        Some((_, true)) => Some("Untick “None of these”, or untick the themes"),
        Some((_, false)) => Some("Tick at least one theme, or “None of these”"),
        None => None,
    };
    let people = People::count(&state.store, &consultation.key, None)?;
    let page = Coding {
        desk: desk(state, signed_in, Some(subject))?,
        progress: Some(progress(state, subject, &place.frame)?),
        turn: Turn::Answer(Box::new(Asked {
            action: place.address(&format!("/coding/{}", answer.id())),
            question: consultation.heading(answer.question()).to_owned(),
            quote: Quote { district: None, ..quote(answer, subject, &people, state.config.policy) },
            themes: place.choices(state, &codings, &ticked),
            none: is_none,
            in_turn: place.way == Way::InTurn,
            theme: if let Way::Looked(theme) = place.way { theme } else { None },
            passed_over: place.goes_on(),
            judged_by: judged.map(|judged| judged.officer),
            problem: message.map(|message| Problem { field: "none", message: message.to_owned() }),
        })),
    };
    Ok(page.render().into_string())
}

/// The page when no answer is left.
fn all_done(
    state: &State,
    signed_in: &SignedIn,
    subject: &Subject,
    frame: &StoredCodeFrame,
) -> Result<String, PageError> {
    let page = Coding {
        desk: desk(state, signed_in, Some(subject))?,
        turn: Turn::AllDone,
        progress: Some(progress(state, subject, frame)?),
    };
    Ok(page.render().into_string())
}

fn progress(state: &State, subject: &Subject, frame: &StoredCodeFrame) -> Result<Progress, PageError> {
    let count = state.store.count_judgements(frame.id)?;
    Ok(Progress {
        answers: state.store.count_text_answers(&subject.consultation.key)?,
        coded: count.judged,
        taught: count.learnt,
        is_learning: frame.learning_wanted,
        learn: format!("/officer/c/{}/coding/learn", subject.consultation.key),
        in_turn: count.in_turn,
        suggested: count.suggested,
        kept: count.kept,
        added: count.added,
    })
}
