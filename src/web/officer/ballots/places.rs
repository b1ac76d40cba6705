//! Places of a ballot: adding one, how many may vote there, its two links for teachers, stopping a batch of vouchers.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::unprinted::Made;
use super::vouchers::gone;
use super::{find_place, frame, get, random, refused, show};
use crate::ballot::{Ballot, Voucher};
use crate::pages::officer::ballots::address as page_address;
use crate::pages::officer::ballots::overview::NAME;
use crate::pages::officer::ballots::tally_links::TallyLinks;
use crate::store::PollingPlace;
use crate::survey::{NameProblem, Openness, read_name};
use crate::web::account::SignedIn;
use crate::web::ballot::tally::link_hash;
use crate::web::officer::desk::desk;
use crate::web::{Form, PageError, State, address, now, reply};

/// Adds a place.
pub async fn add(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let again = web::block(move || {
        let ballot = get(&state, &key)?;
        check_open(&ballot)?;
        let refuse = |message: &str| {
            let typed = form.text(NAME).chars().take(200).collect();
            show::page(&state, &signed_in, &key, Some((typed, message.to_owned()))).map(Err)
        };
        let name = match read_name(form.text(NAME)) {
            Ok(name) => name,
            Err(NameProblem::Missing) => return refuse("Write the name of the place"),
            Err(NameProblem::TooLong) => return refuse("Make the name shorter"),
        };
        let number = |field: &str| match form.text(field).trim() {
            "" => Ok(None),
            typed => typed.parse::<u64>().ok().filter(|number| *number <= 1_000_000).map(Some).ok_or(()),
        };
        let (Ok(entitled), Ok(target)) = (number("entitled"), number("target")) else {
            return refuse("Write how many people as whole numbers, or leave it out");
        };
        let district = form.text("district").to_owned();
        let known = show::districts(&state, &ballot).iter().any(|(key, _)| *key == district);
        let district = if known { district } else { String::new() };
        // Links that nobody has, until some are asked for.
        let tally_hashes = [link_hash(&key, &random()?), link_hash(&key, &random()?)];
        let place = PollingPlace { id: 0, name, district, entitled, target, tally_hashes };
        match state.store.save_polling_place(&key, &place)? {
            Some(id) => Ok::<_, PageError>(Ok(format!("{}#place-{id}", page_address(&key, "")))),
            None => refuse("There is a place of that name already"),
        }
    });
    Ok(match again.await?? {
        Ok(address) => reply::see(&address),
        Err(page) => reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page),
    })
}

/// Refuses what would change places or rolls after the close: what a small number is hidden beside would change with them.
fn check_open(ballot: &Ballot) -> Result<(), PageError> {
    if ballot.openness(now()) != Openness::Closed {
        return Ok(());
    }
    let words = "Places, and how many may vote at each, are fixed when voting closes, as turnout and what is hidden of it follow \
                 from them. If more papers came than may vote at a place, say why when you publish the result.";
    Err(refused(ballot, "Voting has closed, and places are fixed", words))
}

/// Puts right how many may vote at a place, until voting closes.
pub async fn roll(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    path: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    signed_in.check_form(&form)?;
    let back = page_address(&path.0, &format!("#place-{}", path.1));
    web::block(move || {
        let ballot = get(&state, &path.0)?;
        let place = find_place(&state, &ballot, &path.1)?;
        check_open(&ballot)?;
        let typed = form.text("entitled").trim();
        let number = typed.parse::<u64>().ok().filter(|number| *number <= 1_000_000);
        if number.is_none() && !typed.is_empty() {
            return Err(refused(&ballot, "Write a whole number", "Write how many may vote there, or leave it empty."));
        }
        state.store.change_roll(&ballot.key, place.id, number).map_err(PageError::from)
    })
    .await??;
    Ok(reply::see(&back))
}

/// Makes new links for the two people who type a place's tally, and leads to where they are.
pub async fn links(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    path: web::Path<(String, String)>,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, PageError> {
    signed_in.check_form(&form)?;
    let user = signed_in.user.clone();
    let website = address::website(&state, &request);
    let leads = web::block(move || {
        let ballot = get(&state, &path.0)?;
        let place = find_place(&state, &ballot, &path.1)?;
        let codes = [random()?, random()?];
        let hashes = codes.each_ref().map(|code| link_hash(&ballot.key, code));
        state.store.change_tally_links(&ballot.key, place.id, hashes)?;
        let link = |code: &Voucher| format!("{website}/b/{}/tally/{}", ballot.key, code.to_text());
        let made = Made::Links(place.name, codes.each_ref().map(link));
        let handle = state.unprinted.keep(&user, &ballot.key, made).map_err(PageError::broken)?;
        Ok::<_, PageError>(page_address(&ballot.key, &format!("/links/{handle}")))
    });
    Ok(reply::see(&leads.await??))
}

/// Shows links that were just made, to whoever made them.
pub async fn made_links(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let ballot = get(&state, &path.0)?;
        let Some(Made::Links(place, links)) = state.unprinted.look(&signed_in.user, &ballot.key, &path.1) else {
            return Err(gone(&ballot));
        };
        let page = TallyLinks { desk: desk(&state, &signed_in, None)?, frame: frame(&ballot), place: &place, links };
        Ok(page.render().into_string())
    });
    Ok(reply::page(page.await??))
}

/// Stops a batch of vouchers that was lost.
pub async fn stop(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    path: web::Path<(String, i64)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    signed_in.check_form(&form)?;
    let (key, batch) = path.into_inner();
    let back = page_address(&key, "#batches");
    web::block(move || {
        let ballot = get(&state, &key)?;
        state.store.stop_vouchers(&ballot.key, batch).map_err(PageError::from)
    })
    .await??;
    Ok(reply::see(&back))
}
