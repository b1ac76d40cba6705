//! An officer types the votes on paper of a place, or settles what two people typed differently.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::{find_place, get, missing, title};
use crate::ballot::{Ballot, MOST_ON_A_SHEET, Sheet, SheetDifference};
use crate::pages::ballot::tally::{Progress, TallyForm, fault, label};
use crate::pages::officer::Section;
use crate::pages::officer::ballots::address;
use crate::pages::officer::ballots::settling::Settling;
use crate::store::PollingPlace;
use crate::survey::Openness;
use crate::web::account::SignedIn;
use crate::web::ballot::tally::{Problem, adds_up, agree, beyond_roll, given, keep, read, typings_of};
use crate::web::ballot::typist::Typist;
use crate::web::officer::desk::desk;
use crate::web::{Form, PageError, State, now, reply};

type Path = web::Path<(String, String, i32)>;

/// Shows the sheet.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    path: Path,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let typist = Typist::find(&state, &request).await?;
    let page = web::block(move || {
        let (ballot, place) = find(&state, &path)?;
        check(&typist, &state, &ballot, &place, path.2)?;
        let (progress, given) = read(&state.store, &ballot, &place, path.2)?;
        // What somebody else typed is not shown before it is settled.
        let theirs = state.store.list_tally_typings(&ballot.key)?;
        let is_own = |typist: &str| typist == signed_in.user;
        let typed = theirs.iter().find(|typing| typing.place == place.id && typing.turn == path.2);
        let (progress, given) = match typed.is_none_or(|typing| is_own(&typing.typist)) {
            true => (progress, given),
            false => (progress.of_others(), Vec::new()),
        };
        form(&state, &signed_in, &ballot, &place, path.2, &given, &[], &progress)
    });
    Ok(reply::page(page.await??))
}

/// Keeps what was typed.
pub async fn save(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    path: Path,
    request: HttpRequest,
    typed: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&typed)?;
    let typist = Typist::find(&state, &request).await?.known()?;
    let back = address(&path.0, &format!("/places/{}/tally/{}", path.1, path.2));
    let again = web::block(move || {
        let (ballot, place) = find(&state, &path)?;
        check(&typist, &state, &ballot, &place, path.2)?;
        if adds_up(&typed) {
            let (progress, given) = (read(&state.store, &ballot, &place, path.2)?.0, given(&typed));
            let page = form(&state, &signed_in, &ballot, &place, path.2, &given, &[], &progress)?;
            return Ok(Err((StatusCode::OK, page)));
        }
        match keep(&state.store, &ballot, &place, path.2, &typist, &typed)? {
            Ok(()) => Ok::<_, PageError>(Ok(typist)),
            Err(problems) => {
                let given = given(&typed);
                let page = form(&state, &signed_in, &ballot, &place, path.2, &given, &problems, &Progress::Blank)?;
                Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, page)))
            }
        }
    });
    Ok(match again.await?? {
        Ok(typist) => typist.keep(reply::see(&back))?,
        Err((status, page)) => reply::page_with(status, page),
    })
}

/// Shows in what two people differ, once voting has ended.
pub async fn differences(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let ballot = get(&state, &path.0)?;
        let place = find_place(&state, &ballot, &path.1)?;
        let (_, differences) = differing(&state, &ballot, &place, &signed_in)?;
        settling(&state, &signed_in, &ballot, &place, &differences, &[], &[])
    });
    Ok(reply::page(page.await??))
}

/// Settles them and counts the tally.
pub async fn settle(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    path: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let back = address(&path.0, &format!("#place-{}", path.1));
    let again = web::block(move || {
        let ballot = get(&state, &path.0)?;
        let place = find_place(&state, &ballot, &path.1)?;
        let (mut sheet, differences) = differing(&state, &ballot, &place, &signed_in)?;
        let typed: Vec<String> =
            (1..=differences.len()).map(|at| form.text(&format!("settled-{at}")).trim().to_owned()).collect();
        let mut problems = Vec::new();
        for (difference, typed) in differences.iter().zip(&typed) {
            match typed.parse::<u64>() {
                Ok(number) if number <= MOST_ON_A_SHEET => drop(sheet.fields.insert(difference.field.clone(), number)),
                _ => problems.push(format!("{}: write a whole number", label(&ballot, &difference.field))),
            }
        }
        if problems.is_empty() {
            problems.extend(sheet.faults(&ballot).iter().map(|one| fault(&ballot, one)));
        }
        if problems.is_empty() {
            problems.extend(beyond_roll(&state.store, &ballot, &place, &sheet)?);
        }
        if problems.is_empty() {
            agree(&state.store, &ballot, &place, &sheet)?;
            return Ok::<_, PageError>(None);
        }
        settling(&state, &signed_in, &ballot, &place, &differences, &typed, &problems).map(Some)
    });
    Ok(match again.await?? {
        None => reply::see(&back),
        Some(page) => reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page),
    })
}

fn find(state: &State, path: &Path) -> Result<(std::sync::Arc<Ballot>, PollingPlace), PageError> {
    let ballot = get(state, &path.0)?;
    let place = find_place(state, &ballot, &path.1)?;
    if (1..=2).contains(&path.2) { Ok((ballot, place)) } else { Err(missing()) }
}

/// Refuses a sheet to whoever typed the other one, with the way back.
fn check(typist: &Typist, state: &State, ballot: &Ballot, place: &PollingPlace, turn: i32) -> Result<(), PageError> {
    let checked = typist.check(&state.store, ballot, place, turn);
    checked.map_err(|error| error.with_link(&address(&ballot.key, ""), "Back to the ballot"))
}

/// What the first person typed, and where the second typed something else. Numbers that somebody else typed are shown
/// to nobody before voting has ended, and whoever typed one of the two settles nothing: it would be their own figure.
fn differing(
    state: &State,
    ballot: &Ballot,
    place: &PollingPlace,
    signed_in: &SignedIn,
) -> Result<(Sheet, Vec<SheetDifference>), PageError> {
    if ballot.openness(now()) != Openness::Closed || state.store.find_ballot_result(&ballot.key)?.is_some() {
        let words = ["Numbers are shown once voting has ended, and nothing is settled after the result is published."];
        return Err(PageError::new(StatusCode::CONFLICT, "This cannot be settled now", &words)
            .with_link(&address(&ballot.key, ""), "Back to the ballot"));
    }
    let typings = state.store.list_tally_typings(&ballot.key)?;
    if typings.iter().any(|typing| typing.place == place.id && typing.typist == signed_in.user) {
        let words = [
            "You typed one of the two sheets. Ask an officer who typed neither to settle them, or type yours again with the \
             other person until both agree.",
        ];
        return Err(PageError::new(StatusCode::FORBIDDEN, "Somebody else settles this", &words)
            .with_link(&address(&ballot.key, ""), "Back to the ballot"));
    }
    match typings_of(&state.store, ballot, place)?.as_slice() {
        [(_, first), (_, second)] => Ok((first.clone(), first.differences(second, ballot))),
        _ => Err(missing()),
    }
}

#[allow(clippy::too_many_arguments, reason = "everything that one page shows")]
fn form(
    state: &State,
    signed_in: &SignedIn,
    ballot: &Ballot,
    place: &PollingPlace,
    turn: i32,
    given: &[(String, String)],
    problems: &[Problem],
    progress: &Progress,
) -> Result<String, PageError> {
    let desk = desk(state, signed_in, None)?;
    let action = address(&ballot.key, &format!("/places/{}/tally/{turn}", place.id));
    let csrf = Some(signed_in.csrf.as_str());
    let form = TallyForm { ballot, place: &place.name, turn, action: &action, csrf, given, problems, progress };
    let page = desk.render(&format!("Votes on paper: {}", place.name), Section::Ballots, form.render());
    Ok(page.into_string())
}

fn settling(
    state: &State,
    signed_in: &SignedIn,
    ballot: &Ballot,
    place: &PollingPlace,
    differences: &[SheetDifference],
    typed: &[String],
    problems: &[String],
) -> Result<String, PageError> {
    let page = Settling {
        desk: desk(state, signed_in, None)?,
        ballot,
        title: title(ballot),
        place: &place.name,
        id: place.id,
        differences,
        typed,
        problems,
    };
    Ok(page.render().into_string())
}
