//! The count of a ballot that has closed, and its publication by an officer who approves it.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};

use super::{get, title};
use crate::ballot::{Audit, AuditWhy, Ballot};
use crate::pages::components::errors::Problem;
use crate::pages::officer::ballots::address;
use crate::pages::officer::ballots::publishing::{Counted, LEFT_OUT, LONGEST_WHY, Publishing, WHY};
use crate::store::Store;
use crate::web::account::{Right, SignedIn};
use crate::web::ballot::figures::{beyond_roll, turnout};
use crate::web::ballot::result::{make_audit, publish_result};
use crate::web::officer::desk::desk;
use crate::web::{Form, PageError, State, now, reply};

/// Shows the count, after the close; while a tally waits, what is to be done before there is one to be shown.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let ballot = get(&state, &key)?;
        page(&state, &signed_in, &ballot, &closed(&state.store, &ballot)?, &Said::default())
    });
    Ok(reply::page(page.await??))
}

/// The page, with what was typed and cannot be taken.
fn page(state: &State, signed_in: &SignedIn, ballot: &Ballot, audit: &Audit, said: &Said) -> Result<String, PageError> {
    let recount = audit.recount(None, None, None).map_err(PageError::broken)?;
    let by_hand = audit.by_hand.as_ref().map(|hand| hand.places.as_slice()).unwrap_or_default();
    let open = open(&state.store, ballot)?;
    let published = state.store.find_ballot_result(&ballot.key)?.is_some();
    let valid = audit.papers.valid + by_hand.iter().map(|place| place.valid).sum::<u64>();
    let counted = Counted { count: &recount.count, names: &recount.names, valid };
    let page = Publishing {
        desk: desk(state, signed_in, None)?,
        key: &ballot.key,
        title: title(ballot),
        // Whoever has seen who wins could settle what waits to suit them.
        counted: (published || open.is_empty()).then_some(counted),
        received: audit.papers.received + by_hand.iter().map(|place| place.received).sum::<u64>(),
        open: &open,
        beyond_roll: &beyond_roll(&state.store, ballot)?,
        published,
        typed: &said.typed,
        problems: &said.problems,
    };
    Ok(page.render().into_string())
}

/// Publishes it, for good.
pub async fn publish(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    signed_in.check_right(Right::OpenBallots)?;
    let back = address(&key, "");
    let again = web::block(move || {
        let ballot = get(&state, &key)?;
        let counted = state.store.find_tally_state(&key)?;
        let mut audit = closed(&state.store, &ballot)?;
        let live = turnout(&state.store, &state.library(), state.config.policy, &ballot)?;
        let mut said = Said::default();
        let waiting: Vec<String> = open(&state.store, &ballot)?.into_iter().map(|(_, name)| name).collect();
        audit.notes.left_out = said.why(&form, LEFT_OUT, waiting);
        audit.notes.beyond_roll = said.why(&form, WHY, beyond_roll(&state.store, &ballot)?);
        if !said.problems.is_empty() {
            return page(&state, &signed_in, &ballot, &audit, &said).map(Some);
        }
        let is_new = publish_result(&state.store, &audit, &live, signed_in.user.clone(), counted)?;
        if is_new || state.store.find_ballot_result(&key)?.is_some() {
            return Ok(None);
        }
        let words = ["A tally changed while the count was made. Look at it again, then publish."];
        Err(PageError::new(StatusCode::CONFLICT, "The count has changed", &words)
            .with_link(&address(&key, "/publish"), "Look at the count"))
    });
    Ok(match again.await?? {
        None => reply::see(&back),
        Some(page) => reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page),
    })
}

/// What an officer says who publishes, and what of it is to be put right.
#[derive(Default)]
struct Said {
    /// By field.
    typed: Vec<(&'static str, String)>,
    problems: Vec<Problem>,
}

impl Said {
    /// Why a result is published although something is out of the ordinary at these places; nothing where it is at none.
    fn why(&mut self, form: &Form, field: &'static str, places: Vec<String>) -> Option<AuditWhy> {
        if places.is_empty() {
            return None;
        }
        let typed = form.text(field).trim();
        self.typed.push((field, typed.chars().take(2 * LONGEST_WHY).collect()));
        let message = match typed.chars().count() {
            0 if field == LEFT_OUT => "Write why these votes on paper are left out of the count, or settle them first",
            0 => "Write why the result is right although more papers came than people who may vote there",
            length if length > LONGEST_WHY => "Make the reason shorter",
            _ => return Some(AuditWhy { places, why: typed.to_owned() }),
        };
        self.problems.push(Problem { field, message: message.to_owned() });
        None
    }
}

/// The file of the count; refused before the close.
fn closed(store: &Store, ballot: &Ballot) -> Result<Audit, PageError> {
    make_audit(store, ballot, now())?.ok_or_else(|| {
        let words = ["It is hidden until voting has ended, from everybody."];
        PageError::new(StatusCode::FORBIDDEN, "There is no count yet", &words)
            .with_link(&address(&ballot.key, ""), "Back to the ballot")
    })
}

/// The identifiers and names of places whose tally was begun, or opened again, and is not agreed.
fn open(store: &Store, ballot: &Ballot) -> Result<Vec<(i64, String)>, PageError> {
    let agreed: BTreeSet<i64> = store.list_tallies(&ballot.key)?.into_iter().map(|tally| tally.place).collect();
    let typed = store.list_tally_typings(&ballot.key)?.into_iter().map(|typing| typing.place);
    let opened = store.list_tally_openings(&ballot.key)?.into_iter().map(|opening| opening.place);
    let begun: BTreeSet<i64> = typed.chain(opened).collect();
    let places = store.list_polling_places(&ballot.key)?;
    let is_open = |id: &i64| begun.contains(id) && !agreed.contains(id);
    Ok(places.into_iter().filter(|place| is_open(&place.id)).map(|place| (place.id, place.name)).collect())
}
