//! Places of a ballot: adding one, printing vouchers for it, its two links for teachers, stopping a batch.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::{find_place, get, show, title};
use crate::ballot::{Ballot, VOUCHER_BYTES, Voucher};
use crate::pages::ballot::Frame;
use crate::pages::officer::ballots::address as page_address;
use crate::pages::officer::ballots::overview::{NAME, NUMBER};
use crate::pages::officer::ballots::slips::{Slips, TallyLinks};
use crate::store::{MOST_IN_A_BATCH, PollingPlace};
use crate::survey::{Edition, NameProblem, Openness, read_name};
use crate::web::account::SignedIn;
use crate::web::ballot::tally::link_hash;
use crate::web::officer::desk::desk;
use crate::web::{Form, PageError, State, address, now, reply, today};

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

/// Makes vouchers and shows them once, as slips to print.
pub async fn vouchers(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    path: web::Path<(String, String)>,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let website = address::website(&state, &request);
    let page = web::block(move || {
        let ballot = get(&state, &path.0)?;
        let place = find_place(&state, &ballot, &path.1)?;
        let number = form.text(NUMBER).trim().parse::<usize>().unwrap_or(0);
        if !(1..=MOST_IN_A_BATCH).contains(&number) {
            let words = format!("Write how many, a whole number from 1 to {MOST_IN_A_BATCH}.");
            return Err(refused(&ballot, "No vouchers were made", &words));
        }
        if !ballot.vouchers || ballot.openness(now()) == Openness::Closed {
            return Err(refused(&ballot, "No vouchers were made", "This ballot takes none, or voting has ended."));
        }
        let made = make_vouchers(&state.store, &ballot, place.id, number)?;
        let slips = Slips {
            desk: desk(&state, &signed_in, None)?,
            frame: frame(&ballot),
            place: &place.name,
            codes: made.iter().map(Voucher::to_text).collect(),
            website: &website,
        };
        Ok(slips.render().into_string())
    });
    Ok(reply::page(page.await??))
}

/// Makes so many vouchers of a ballot for a place, of which only the hashes are kept.
///
/// # Errors
/// When the database fails.
pub fn make_vouchers(
    store: &crate::store::Store,
    ballot: &Ballot,
    place: i64,
    number: usize,
) -> Result<Vec<Voucher>, PageError> {
    let made = (0..number).map(|_| random()).collect::<Result<Vec<_>, _>>()?;
    let hashes = made.iter().map(|voucher| voucher.hash(&ballot.key)).collect();
    store.save_vouchers(&ballot.key, place, hashes, today().to_string())?;
    Ok(made)
}

/// Makes new links for the two people who type a place's tally, and shows them once.
pub async fn links(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    path: web::Path<(String, String)>,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let website = address::website(&state, &request);
    let page = web::block(move || {
        let ballot = get(&state, &path.0)?;
        let place = find_place(&state, &ballot, &path.1)?;
        let codes = [random()?, random()?];
        let hashes = codes.each_ref().map(|code| link_hash(&ballot.key, code));
        state.store.change_tally_links(&ballot.key, place.id, hashes)?;
        let link = |code: &Voucher| format!("{website}/b/{}/tally/{}", ballot.key, code.to_text());
        let page = TallyLinks {
            desk: desk(&state, &signed_in, None)?,
            frame: frame(&ballot),
            place: &place.name,
            links: codes.each_ref().map(link),
        };
        Ok::<_, PageError>(page.render().into_string())
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

fn frame(ballot: &Ballot) -> Frame<'_> {
    Frame { ballot, lang: ballot.default_language().as_str(), edition: Edition::Plain }
}

fn refused(ballot: &Ballot, heading: &str, words: &str) -> PageError {
    let back = format!("Back to {}", title(ballot));
    PageError::new(StatusCode::UNPROCESSABLE_ENTITY, heading, &[words]).with_link(&page_address(&ballot.key, ""), &back)
}

fn random() -> Result<Voucher, PageError> {
    let mut bytes = [0; VOUCHER_BYTES];
    getrandom::fill(&mut bytes).map_err(PageError::broken)?;
    Ok(Voucher::from_random(bytes))
}
