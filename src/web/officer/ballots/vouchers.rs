//! `/officer/b/{ballot}/vouchers`: making vouchers for schools, and taking the slips, which can be had once.

use std::io::{Cursor, Write};

use actix_web::http::StatusCode;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, web};
use tokio::sync::Semaphore;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::unprinted::Made;
use super::{frame, get, random, refused, title};
use crate::ballot::{Ballot, Voucher};
use crate::pages::officer::ballots::address as page_address;
use crate::pages::officer::ballots::vouchers::{Choose, Ready, Row, number_field};
use crate::report::pdf::{Slip, SlipSheets, slips};
use crate::store::{MOST_IN_A_BATCH, PollingPlace, Store};
use crate::survey::Openness;
use crate::web::account::SignedIn;
use crate::web::officer::desk::desk;
use crate::web::officer::surveys::typed::key_from;
use crate::web::{Form, PageError, State, address, now, reply, today};

/// The most vouchers that are made at once, so that nobody waits long for the slips.
const MOST_AT_ONCE: usize = 5_000;
/// Setting slips takes a whole processor, so others wait their turn.
static TURNS: Semaphore = Semaphore::const_new(1);

/// Shows how many each school has, and asks how many more.
pub async fn choose(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let asked = Form::parse(request.query_string()).unwrap_or_default();
    let page = web::block(move || {
        let ballot = get(&state, &key)?;
        let only = asked.text("place").to_owned();
        let rows = rows(&state.store, &ballot, &only, None)?;
        page(&state, &signed_in, &ballot, rows, Vec::new())
    });
    Ok(reply::page(page.await??))
}

/// Makes them and leads to where the slips are.
pub async fn make(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let made = web::block(move || {
        let ballot = get(&state, &key)?;
        if !ballot.vouchers || ballot.openness(now()) == Openness::Closed {
            return Err(refused(&ballot, "No vouchers were made", "This ballot takes none, or voting has ended."));
        }
        let places = state.store.list_polling_places(&ballot.key)?;
        let wanted = match read(&places, &form) {
            Ok(wanted) => wanted,
            Err(problems) => {
                let rows = rows(&state.store, &ballot, form.text("place"), Some(&form))?;
                return page(&state, &signed_in, &ballot, rows, problems).map(Err);
            }
        };
        let mut batches = Vec::new();
        for (place, number) in wanted {
            batches.push((place.name.clone(), make_vouchers(&state.store, &ballot, place.id, number)?));
        }
        let handle = state.unprinted.keep(&signed_in.user, &ballot.key, Made::Vouchers(batches));
        let handle = handle.map_err(PageError::broken)?;
        Ok(Ok(page_address(&ballot.key, &format!("/vouchers/{handle}"))))
    });
    Ok(reply::after_form(made.await??))
}

/// Says what was made, with the button that gives the slips.
pub async fn ready(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    path: web::Path<(String, String)>,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let (key, handle) = path.into_inner();
    let page = web::block(move || {
        let ballot = get(&state, &key)?;
        let made = find(&state, &signed_in, &ballot, &handle)?;
        let page = Ready {
            desk: desk(&state, &signed_in, None)?,
            key: &ballot.key,
            title: title(&ballot),
            handle: &handle,
            unset_address: state.config.public_url.is_none(),
            batches: made.iter().map(|(place, codes)| (place.clone(), codes.len())).collect(),
        };
        Ok::<_, PageError>(page.render().into_string())
    });
    Ok(reply::page(page.await??))
}

/// Gives the slips, once: a PDF, or one for each school in an archive.
pub async fn take(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    path: web::Path<(String, String)>,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let (key, handle) = path.into_inner();
    let website = address::website(&state, &request);
    let _turn = TURNS.acquire().await.map_err(PageError::broken)?;
    let file = web::block(move || {
        let ballot = get(&state, &key)?;
        let made = find(&state, &signed_in, &ballot, &handle)?;
        let mut files = Vec::new();
        for (at, (place, codes)) in (1..).zip(&made) {
            let pdf = slips(&sheets(&ballot, place, codes, &website)).map_err(PageError::broken)?;
            let place = Some(key_from(place)).filter(|key| !key.is_empty()).unwrap_or_else(|| at.to_string());
            files.push((format!("vouchers-{}-{place}.pdf", ballot.key), pdf));
        }
        // Only now: codes whose slips could not be set can still be had.
        if !state.unprinted.take(&handle) {
            return Err(gone(&ballot));
        }
        packed(&ballot, files)
    });
    let (name, contents) = file.await??;
    let kind = if name.ends_with(".pdf") { "application/pdf" } else { "application/zip" };
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, kind))
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
        .body(contents))
}

/// Makes so many vouchers of a ballot for a place, of which only the hashes are kept.
///
/// # Errors
/// When the database fails.
pub fn make_vouchers(store: &Store, ballot: &Ballot, place: i64, number: usize) -> Result<Vec<Voucher>, PageError> {
    let made = (0..number).map(|_| random()).collect::<Result<Vec<_>, _>>()?;
    let hashes = made.iter().map(|voucher| voucher.hash(&ballot.key)).collect();
    store.save_vouchers(&ballot.key, place, hashes, today().to_string())?;
    Ok(made)
}

/// What waits under a handle for whoever made it.
fn find(
    state: &State,
    signed_in: &SignedIn,
    ballot: &Ballot,
    handle: &str,
) -> Result<Vec<(String, Vec<Voucher>)>, PageError> {
    match state.unprinted.look(&signed_in.user, &ballot.key, handle) {
        Some(Made::Vouchers(batches)) => Ok(batches),
        _ => Err(gone(ballot)),
    }
}

/// Codes can be had once. Says what to do now.
pub(super) fn gone(ballot: &Ballot) -> PageError {
    let words = [
        "Codes can be had once, for half an hour, by whoever made them. Heard keeps only scrambled forms of them, from \
         which nobody can get them back.",
        "If you have the slips or links, all is well. If you have not, stop that batch under Vouchers and make new ones; \
         new links can be made for each place.",
    ];
    PageError::new(StatusCode::GONE, "These codes are here no more", &words)
        .with_link(&page_address(&ballot.key, ""), "Back to the ballot")
}

fn page(
    state: &State,
    signed_in: &SignedIn,
    ballot: &Ballot,
    rows: Vec<Row>,
    problems: Vec<Wrong>,
) -> Result<String, PageError> {
    let page = Choose {
        desk: desk(state, signed_in, None)?,
        key: &ballot.key,
        title: title(ballot),
        takes: ballot.vouchers && ballot.openness(now()) != Openness::Closed,
        unset_address: state.config.public_url.is_none(),
        rows,
        problems,
    };
    Ok(page.render().into_string())
}

/// A row for each place, or for one; with what was typed, or else with how many are missing there.
fn rows(store: &Store, ballot: &Ballot, only: &str, form: Option<&Form>) -> Result<Vec<Row>, PageError> {
    let batches = store.list_voucher_batches(&ballot.key)?;
    let places = store.list_polling_places(&ballot.key)?;
    let is_wanted = |place: &&PollingPlace| only.is_empty() || place.id.to_string() == only;
    let row = |place: &PollingPlace| {
        let theirs = batches.iter().filter(|batch| batch.place == place.id && !batch.stopped);
        let made = theirs.map(|batch| batch.made).sum();
        let missing = place.entitled.map(|entitled| entitled.saturating_sub(made)).filter(|missing| *missing > 0);
        let typed = match form {
            Some(form) => form.text(&number_field(place.id)).chars().take(20).collect(),
            None => missing.map(|missing| missing.min(MOST_IN_A_BATCH as u64).to_string()).unwrap_or_default(),
        };
        Row { id: place.id, name: place.name.clone(), entitled: place.entitled, made, typed }
    };
    Ok(places.iter().filter(is_wanted).map(row).collect())
}

/// A place with how many vouchers it is to have.
type Wanted<'a> = (&'a PollingPlace, usize);
/// A field with what is to be put right in it.
type Wrong = (String, String);

/// How many for which place, or what is wrong.
fn read<'a>(places: &'a [PollingPlace], form: &Form) -> Result<Vec<Wanted<'a>>, Vec<Wrong>> {
    let (mut wanted, mut problems) = (Vec::new(), Vec::new());
    for place in places {
        let field = number_field(place.id);
        let typed = form.text(&field).trim().replace([',', ' '], "");
        match typed.parse::<usize>() {
            _ if typed.is_empty() => {}
            Ok(0) => {}
            Ok(number) if number <= MOST_IN_A_BATCH => wanted.push((place, number)),
            _ => {
                let message = format!("{}: write a whole number from 1 to {MOST_IN_A_BATCH}", place.name);
                problems.push((field, message));
            }
        }
    }
    let all: usize = wanted.iter().map(|(_, number)| number).sum();
    let first = || places.first().map(|place| number_field(place.id)).unwrap_or_default();
    if problems.is_empty() && all == 0 {
        problems.push((first(), "Write how many for at least one school".to_owned()));
    } else if all > MOST_AT_ONCE {
        problems.push((first(), format!("That is {all} together: make at most {MOST_AT_ONCE} at once, then the rest")));
    }
    if problems.is_empty() { Ok(wanted) } else { Err(problems) }
}

/// The slips of a place, in the ballot's own language.
fn sheets(ballot: &Ballot, place: &str, codes: &[Voucher], website: &str) -> SlipSheets {
    let frame = frame(ballot);
    let say = frame.words();
    let start = format!("{website}/b/{}", ballot.key);
    let shown = start.split_once("://").map_or(start.as_str(), |(_, rest)| rest);
    let slip = |code: &Voucher| {
        let text = code.to_text();
        Slip { address: format!("{start}/v/{}", text.replace('-', "")), code: text }
    };
    SlipSheets {
        title: frame.title().to_owned(),
        organisation: ballot.organisation.clone(),
        language: frame.lang.to_owned(),
        day: today(),
        until: frame.moment("vote-until", ballot.closes),
        label: say.say("vote-code").to_owned(),
        how: say.say("vote-slip-how").to_owned(),
        once: say.say("vote-slip-once").to_owned(),
        shown_address: shown.to_owned(),
        foot: format!("{place}: {} slips. Cut along the dashed lines; let everybody draw one.", codes.len()),
        slips: codes.iter().map(slip).collect(),
    }
}

/// One file as it is; several in an archive.
fn packed(ballot: &Ballot, mut files: Vec<(String, Vec<u8>)>) -> Result<(String, Vec<u8>), PageError> {
    if files.len() == 1 {
        return files.pop().ok_or_else(|| PageError::broken("no slips"));
    }
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    // PDFs are small already.
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, contents) in files {
        zip.start_file(name, options).map_err(PageError::broken)?;
        zip.write_all(&contents).map_err(PageError::broken)?;
    }
    Ok((format!("vouchers-{}.zip", ballot.key), zip.finish().map_err(PageError::broken)?.into_inner()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_many_is_read_for_each_place_and_what_is_wrong_is_said_at_its_field() {
        let place = |id: i64, name: &str| PollingPlace {
            id,
            name: name.to_owned(),
            district: String::new(),
            entitled: None,
            target: None,
            tally_hashes: [String::new(), String::new()],
        };
        let places = [place(7, "High"), place(8, "Low"), place(9, "Middle")];
        let of = |fields: &str| {
            let read = read(&places, &Form::parse(fields).unwrap());
            read.map(|wanted| wanted.into_iter().map(|(place, number)| (place.id, number)).collect::<Vec<_>>())
        };
        assert_eq!(of("number-7=1,200&number-8=&number-9=3"), Ok(vec![(7, 1200), (9, 3)]));
        assert_eq!(of("number-8=many&number-9=9999").unwrap_err().len(), 2);
        assert_eq!(of("").unwrap_err()[0].0, "number-7");
        assert!(of("number-7=2000&number-8=2000&number-9=2000").unwrap_err()[0].1.contains("6000 together"));
    }
}
