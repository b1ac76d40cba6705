//! Typing the votes on paper of a place: a teacher by one of its two links, without an account; an officer from the
//! desk. A link shows nothing but its own typing, and before the close nobody is shown a number that somebody else typed.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, block};
use actix_web::{HttpRequest, HttpResponse};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::figures::papers_of;
use super::typist::Typist;
use super::visit::{Visit, unknown_ballot};
use crate::ballot::{Ballot, MOST_ON_A_SHEET, PaperForm, Sheet, Voucher, compare_lines};
use crate::pages::ballot::tally::{
    ADD_UP, Differing, FIRST, PAPERS, Progress, TallyForm, fault, field_of, label, line_problem, page,
};
use crate::store::{OpenAgain, PollingPlace, Store, StoredTally, TallyKept, TallyOpened, TallyTyping};
use crate::survey::Openness;
use crate::web::{Form, PageError, State, now, reply, today};

/// What is kept of a typing.
#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum Kept {
    /// With the papers that were typed one by one, as they were typed, so that whoever puts them right finds them again.
    AsTyped { sheet: Sheet, papers: String },
    /// The numbers alone.
    Numbers(Sheet),
}

/// The turn that a sheet was typed in, the sheet, and its papers as they were typed where they are kept.
type Typed = (i32, Sheet, Option<String>);

/// A field of a sheet with what is to be put right there.
pub type Problem = (String, String);

/// Whether somebody asks what their numbers come to, and wants none kept.
pub fn adds_up(form: &Form) -> bool {
    form.text(ADD_UP.0) == ADD_UP.1
}

/// What a link's code is stored as.
pub fn link_hash(ballot: &str, code: &Voucher) -> String {
    code.hash(&format!("{ballot}:tally"))
}

/// Shows the sheet.
pub async fn show(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let (key, code) = path.into_inner();
    let visit = Visit::find(&state, &request, &key)?;
    let typist = Typist::find(&state, &request).await?;
    let body = block(move || {
        let (place, turn) = find(&state.store, &visit.ballot, &code)?;
        typist.check(&state.store, &visit.ballot, &place, turn)?;
        let (progress, given) = read(&state.store, &visit.ballot, &place, turn)?;
        let action = visit.frame().href(&format!("/tally/{code}"));
        let form = sheet(&visit.ballot, &place, turn, &action, &given, &[], &progress);
        Ok::<_, PageError>(page(visit.frame(), &form).into_string())
    });
    Ok(reply::page(body.await??))
}

/// Keeps what was typed.
pub async fn save(
    state: Data<State>,
    request: HttpRequest,
    path: Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (key, code) = path.into_inner();
    let visit = Visit::find(&state, &request, &key)?;
    let typist = Typist::find(&state, &request).await?.known()?;
    let again = block(move || {
        let (place, turn) = find(&state.store, &visit.ballot, &code)?;
        typist.check(&state.store, &visit.ballot, &place, turn)?;
        let action = visit.frame().href(&format!("/tally/{code}"));
        if adds_up(&form) {
            let (progress, given) = (read(&state.store, &visit.ballot, &place, turn)?.0, given(&form));
            let form = sheet(&visit.ballot, &place, turn, &action, &given, &[], &progress);
            return Ok(Err((StatusCode::OK, page(visit.frame(), &form).into_string())));
        }
        let kept = keep(&state.store, &visit.ballot, &place, turn, &typist, &form)?;
        let Err(problems) = kept else { return Ok::<_, PageError>(Ok((action, typist))) };
        let given = given(&form);
        let form = sheet(&visit.ballot, &place, turn, &action, &given, &problems, &Progress::Blank);
        Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, page(visit.frame(), &form).into_string())))
    });
    Ok(match again.await?? {
        Ok((kept, typist)) => typist.keep(reply::see(&kept))?,
        Err((status, again)) => reply::page_with(status, again),
    })
}

fn sheet<'a>(
    ballot: &'a Ballot,
    place: &'a PollingPlace,
    turn: i32,
    action: &'a str,
    given: &'a [(String, String)],
    problems: &'a [Problem],
    progress: &'a Progress,
) -> TallyForm<'a> {
    TallyForm { ballot, place: &place.name, turn, action, csrf: None, given, problems, progress }
}

/// The place and the turn of a link.
fn find(store: &Store, ballot: &Ballot, code: &str) -> Result<(PollingPlace, i32), PageError> {
    let code = Voucher::parse(code).ok_or_else(unknown_ballot)?;
    let hash = link_hash(&ballot.key, &code);
    let places = store.list_polling_places(&ballot.key)?;
    let turn =
        |place: &PollingPlace| (1..).zip(&place.tally_hashes).find(|(_, own)| **own == hash).map(|(turn, _)| turn);
    places.into_iter().find_map(|place| turn(&place).map(|turn| (place, turn))).ok_or_else(unknown_ballot)
}

/// How far the tally of a place has come for somebody who types in this turn, and what they typed.
///
/// # Errors
/// When the database fails.
pub fn read(
    store: &Store,
    ballot: &Ballot,
    place: &PollingPlace,
    turn: i32,
) -> Result<(Progress, Vec<(String, String)>), PageError> {
    let typings = kept_of(store, ballot, place)?;
    let own = typings.iter().find(|(own, ..)| *own == turn);
    let other = typings.iter().find(|(other, ..)| *other != turn);
    let given = own.map(|(_, sheet, papers)| fields(ballot, sheet, papers.as_deref())).unwrap_or_default();
    let agreed = store.list_tallies(&ballot.key)?.iter().any(|tally| tally.place == place.id);
    let progress = match (own, other) {
        _ if store.find_ballot_result(&ballot.key)?.is_some() => Progress::Published,
        _ if agreed => Progress::Agreed,
        (None, _) => Progress::Blank,
        (Some(_), None) => Progress::Waiting,
        (Some(own), Some(other)) => {
            let fields = own.1.differences(&other.1, ballot).into_iter().map(|one| one.field).collect();
            let text = |(_, sheet, typed): &Typed| papers(ballot, sheet, typed.as_deref());
            let lines = compare_lines(ballot, &text(own), &text(other));
            Progress::Differs(Differing { fields, lines })
        }
    };
    Ok((progress, given))
}

/// What was typed of a place, by turn.
///
/// # Errors
/// When the database fails or what it holds cannot be read.
pub fn typings_of(store: &Store, ballot: &Ballot, place: &PollingPlace) -> Result<Vec<(i32, Sheet)>, PageError> {
    Ok(kept_of(store, ballot, place)?.into_iter().map(|(turn, sheet, _)| (turn, sheet)).collect())
}

/// What was typed of a place, by turn, with its papers as they were typed where they are kept.
fn kept_of(store: &Store, ballot: &Ballot, place: &PollingPlace) -> Result<Vec<Typed>, PageError> {
    let theirs = store.list_tally_typings(&ballot.key)?.into_iter().filter(|typing| typing.place == place.id);
    let read = |typing: TallyTyping| match serde_json::from_str(&typing.body).map_err(PageError::broken)? {
        Kept::AsTyped { sheet, papers } => Ok((typing.turn, sheet, Some(papers))),
        Kept::Numbers(sheet) => Ok((typing.turn, sheet, None)),
    };
    theirs.map(read).collect()
}

/// The sheet of a typing as it is kept.
///
/// # Errors
/// When it cannot be read.
pub fn sheet_of(typing: &TallyTyping) -> Result<Sheet, PageError> {
    Ok(match serde_json::from_str(&typing.body).map_err(PageError::broken)? {
        Kept::AsTyped { sheet, .. } | Kept::Numbers(sheet) => sheet,
    })
}

/// Keeps what somebody typed; where both agree, counts it. Otherwise says what to put right.
///
/// # Errors
/// When the database fails.
pub fn keep(
    store: &Store,
    ballot: &Ballot,
    place: &PollingPlace,
    turn: i32,
    typist: &Typist,
    form: &Form,
) -> Result<Result<(), Vec<Problem>>, PageError> {
    let refused = |message: &str| Ok(Err(vec![(FIRST.to_owned(), message.to_owned())]));
    if ballot.openness(now()) == Openness::NotYetOpen || store.find_ballot_result(&ballot.key)?.is_some() {
        return refused("Votes on paper are typed from the opening of the ballot until its result is published");
    }
    let sheet = match read_sheet(ballot, form) {
        Ok(sheet) => sheet,
        Err(problems) => return Ok(Err(problems)),
    };
    if let Some(problem) = beyond_roll(store, ballot, place, &sheet)? {
        return refused(&problem);
    }
    let kept = match ballot.form {
        PaperForm::Rank { .. } => Kept::AsTyped { sheet, papers: form.text(PAPERS).trim().to_owned() },
        _ => Kept::Numbers(sheet),
    };
    let body = serde_json::to_string(&kept).map_err(PageError::broken)?;
    let (name, browser) = (typist.name(turn), typist.browser(ballot, place));
    let typing = TallyTyping { place: place.id, turn, typist: name, body, browser, tried_other: false };
    match store.save_tally_typing(&ballot.key, typing)? {
        TallyKept::Kept => {}
        TallyKept::Agreed => return Ok(Ok(())),
        TallyKept::SamePerson => {
            return refused("You typed this sheet already. Ask somebody else to type it for the second time");
        }
    }
    let typings = typings_of(store, ballot, place)?;
    if let [(_, first), (_, second)] = typings.as_slice()
        && first.differences(second, ballot).is_empty()
    {
        agree(store, ballot, place, first)?;
    }
    Ok(Ok(()))
}

/// What to put right where a sheet and the votes already sent from a place are more than may vote there. How many those
/// are is told to nobody. Nothing once voting has closed: the number is fixed then, and whoever publishes says why more came.
///
/// # Errors
/// When the database fails.
pub fn beyond_roll(
    store: &Store,
    ballot: &Ballot,
    place: &PollingPlace,
    sheet: &Sheet,
) -> Result<Option<String>, PageError> {
    let Some(entitled) = place.entitled.filter(|_| ballot.openness(now()) != Openness::Closed) else { return Ok(None) };
    let is_agreed = store.list_tallies(&ballot.key)?.iter().any(|tally| tally.place == place.id);
    if is_agreed || papers_of(store, ballot, place)?.saturating_add(sheet.received()) <= entitled {
        return Ok(None);
    }
    Ok(Some(format!(
        "{entitled} may vote at {}, and these papers together with the votes sent with slips are more. Count again. If \
         another number may vote there, ask an officer to put it right on the ballot’s page first",
        place.name
    )))
}

/// Counts a sheet that both agree on, once.
///
/// # Errors
/// When the database fails.
pub fn agree(store: &Store, ballot: &Ballot, place: &PollingPlace, sheet: &Sheet) -> Result<(), PageError> {
    let body = serde_json::to_string(sheet).map_err(PageError::broken)?;
    let tally = StoredTally { place: place.id, received: sheet.received(), body, papers: sheet.lines(ballot) };
    // Typed after the close, its papers were still marked before it.
    store.save_tally(&ballot.key, tally, today().min(ballot.closes.date()))?;
    Ok(())
}

/// Opens the agreed tally of a place again: takes its papers back, so that two people type the sheet anew.
///
/// # Errors
/// When the database fails or what it holds cannot be read.
pub fn open_again(
    store: &Store,
    ballot: &Ballot,
    place: &PollingPlace,
    reason: &str,
    by: &str,
) -> Result<TallyOpened, PageError> {
    let kept = store.list_tallies(&ballot.key)?.into_iter().find(|tally| tally.place == place.id);
    let Some(mut tally) = kept else { return Ok(TallyOpened::NotAgreed) };
    let sheet: Sheet = serde_json::from_str(&tally.body).map_err(PageError::broken)?;
    tally.papers = sheet.lines(ballot);
    let again = OpenAgain { tally, reason: reason.to_owned(), by: by.to_owned(), at: Timestamp::now() };
    Ok(store.open_tally_again(&ballot.key, again)?)
}

/// Reads a sheet from a form.
///
/// # Errors
/// Everything to put right.
fn read_sheet(ballot: &Ballot, form: &Form) -> Result<Sheet, Vec<Problem>> {
    let (mut sheet, mut problems) = (Sheet { fields: BTreeMap::new() }, Vec::new());
    for field in Sheet::fields_of(ballot) {
        let typed = form.text(&field).trim().replace([',', ' '], "");
        match typed.parse::<u64>() {
            Ok(number) if number <= MOST_ON_A_SHEET => {
                sheet.fields.insert(field, number);
            }
            _ => {
                let message = format!("{}: write a whole number, 0 where there is none", label(ballot, &field));
                problems.push((field, message));
            }
        }
    }
    if matches!(ballot.form, PaperForm::Rank { .. })
        && let Err(problem) = sheet.add_papers(ballot, form.text(PAPERS))
    {
        problems.push((PAPERS.to_owned(), line_problem(ballot, &problem)));
    }
    if problems.is_empty() {
        problems.extend(sheet.faults(ballot).iter().map(|one| (field_of(one), fault(ballot, one))));
    }
    if problems.is_empty() { Ok(sheet) } else { Err(problems) }
}

/// What a form has in the fields of a sheet, to be shown again.
pub fn given(form: &Form) -> Vec<(String, String)> {
    form.fields().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

/// A sheet as the fields of a form, with its papers as they were typed where that is known.
fn fields(ballot: &Ballot, sheet: &Sheet, typed: Option<&str>) -> Vec<(String, String)> {
    let numbers = sheet.fields.iter().map(|(field, number)| (field.clone(), number.to_string()));
    numbers.chain([(PAPERS.to_owned(), papers(ballot, sheet, typed))]).collect()
}

/// The papers of a sheet one a line, as they were typed where that is known.
fn papers(ballot: &Ballot, sheet: &Sheet, typed: Option<&str>) -> String {
    let mut papers = typed.unwrap_or_default().to_owned();
    for (line, number) in sheet.lines(ballot).iter().filter(|(line, _)| typed.is_none() && !line.starts_with('!')) {
        let place = |key: &str| ballot.find_candidate(key).map_or(0, |(at, _)| at + 1).to_string();
        let typed = line.split(' ').map(place).collect::<Vec<_>>().join(" ");
        (0..*number).for_each(|_| papers.push_str(&format!("{typed}\n")));
    }
    papers
}
