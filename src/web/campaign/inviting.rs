//! `/officer/invitations`: an adult officer lets an invitation be sent, or sends it back; and `/invited`, where whoever
//! was invited says that they want no more.

use actix_web::http::StatusCode;
use actix_web::web;
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::drive::{Drive, desk};
use super::words;
use crate::campaign::{Invitation, InvitationState, Invited, ShortWord};
use crate::letter::{Enclosure, Letter};
use crate::pages::campaign::inviting::{Entry, Inviting};
use crate::pages::components::errors::Problem;
use crate::pages::letter::{self, Invites};
use crate::pages::public::invited;
use crate::report::pdf::{Material, campaign_pdf};
use crate::text::find_personal_data;
use crate::web::account::SignedIn;
use crate::web::{Form, PageError, State, language, reply, today};

/// The most characters of a remark.
const MOST_REMARK: usize = 1_000;
/// What is put in with a letter to a place.
const POSTER: &str = "poster-a4";

/// Shows what waits.
pub async fn show(state: web::Data<State>, signed_in: web::ReqData<SignedIn>) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    Ok(reply::page(web::block(move || page(&state, &signed_in, Vec::new())).await??))
}

/// Lets one be sent, or sends it back.
pub async fn decide(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    id: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let id = i64::from_str_radix(&id, 16).map_err(|_| PageError::not_found())?;
    let done = web::block(move || {
        let known = state.store.find_invitation(id)?.ok_or_else(PageError::not_found)?;
        let refuse = |message: String| page(&state, &signed_in, vec![Problem { field: "list", message }]).map(Err);
        let remark: String = form.text("remark").trim().chars().take(MOST_REMARK).collect();
        let done = match form.text("do") {
            "return" if remark.is_empty() => {
                return refuse(format!("Say what should change before you send “{}” back", known.subject));
            }
            "return" => state.store.return_invitation(id, &remark)?,
            "approve" => match approve(&state, &signed_in, &known)? {
                Some(done) => done,
                None => return refuse("This website sends no letters: no mail server is set".to_owned()),
            },
            _ => return Err(PageError::unreadable_form()),
        };
        match done {
            true => Ok(Ok(())),
            false => refuse(format!("Somebody else has decided about “{}” meanwhile", known.subject)),
        }
    });
    Ok(match done.await?? {
        Ok(()) => reply::see("/officer/invitations"),
        Err(page) => reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page),
    })
}

/// Queues a letter to each; nothing where no letters are sent, false where somebody else decided first.
fn approve(state: &State, signed_in: &SignedIn, known: &Invitation) -> Result<Option<bool>, PageError> {
    let Some(dispatch) = state.dispatch() else { return Ok(None) };
    let drive = Drive::get(state, &known.campaign)?;
    let letters: Vec<(String, Letter)> = known
        .invited
        .iter()
        .map(|one| Ok((one.code.clone(), letter_to(state, &drive, known, one)?)))
        .collect::<Result<_, PageError>>()?;
    let write = move |one: &Invited| {
        let found = letters.iter().find(|(code, _)| *code == one.code);
        found.map_or_else(|| Letter::new("en", ""), |(_, letter)| letter.clone())
    };
    let queued = state.store.approve_invitation(known.id, &signed_in.user, write, dispatch, today())?;
    state.post.wake();
    Ok(Some(queued.is_some()))
}

/// The letter to one school or club, with the link of its place and the place's poster.
fn letter_to(state: &State, drive: &Drive, known: &Invitation, one: &Invited) -> Result<Letter, PageError> {
    let website = state.letter_website();
    let campaign = &drive.campaign;
    let word = ShortWord::parse(&one.place);
    let place = word.map(|word| state.store.find_place(&word)).transpose()?.flatten();
    let place = place.filter(|place| place.campaign == campaign.key);
    let address = match &place {
        Some(place) => format!("{website}/go/{}", place.word.as_str()),
        None => format!("{website}{}", drive.asked.address()),
    };
    let invites = Invites {
        subject: &known.subject,
        words: &known.words,
        place: place.as_ref().map(|place| place.name.as_str()),
        address: &address,
        team: &campaign.team,
        organisation: &state.config.organisation,
        encloses: place.is_some(),
        leave: format!("{website}/invited/leave?code={}", one.code),
    };
    let mut letter = letter::invitation(&invites);
    if let Some(place) = &place {
        let lang = campaign.languages.first().map_or("en", String::as_str);
        let set = words::of_place(&state.store, drive, place, lang, &website)?;
        let poster = Material::parse(POSTER).ok_or_else(|| PageError::broken("there is no poster"))?;
        let pdf = campaign_pdf(poster, &set).map_err(PageError::broken)?;
        let name = format!("poster-{}.pdf", place.word.as_str());
        letter.enclosures.push(Enclosure { name, kind: "application/pdf".to_owned(), content: STANDARD.encode(pdf) });
    }
    Ok(letter)
}

fn page(state: &State, signed_in: &SignedIn, problems: Vec<Problem>) -> Result<String, PageError> {
    let campaigns = state.store.list_campaigns()?;
    let spans = |text: &str| find_personal_data(text).into_iter().map(|found| found.span).collect();
    let waiting = state.store.list_invitations(None, Some(InvitationState::Waiting))?;
    let entry = |invitation: Invitation| {
        let named = campaigns.iter().find(|campaign| campaign.key == invitation.campaign);
        Entry {
            campaign: named.map(|campaign| campaign.name.clone()).unwrap_or_default(),
            in_subject: spans(&invitation.subject),
            in_words: spans(&invitation.words),
            invitation,
        }
    };
    let waiting = waiting.into_iter().map(entry).collect();
    let (desk, sends) = (desk(state, signed_in, None)?, state.dispatch());
    Ok(Inviting { desk, waiting, sends, problems }.render().into_string())
}

/// Asks whether somebody wants no more invitations.
pub async fn leave(state: web::Data<State>, request: HttpRequest) -> HttpResponse {
    let code = code(&request);
    let page = language::read(&state, &request, |front| invited::leave(front, Some(&code)));
    reply::page(page.into_string())
}

/// They get none. Mail programs send this by themselves too, with a form that is not read.
pub async fn left(state: web::Data<State>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    let (store, code) = (state.store.clone(), code(&request));
    web::block(move || store.stop_inviting(&code, today())).await??;
    Ok(reply::page(language::read(&state, &request, |front| invited::leave(front, None)).into_string()))
}

fn code(request: &HttpRequest) -> String {
    let form = Form::parse(request.query_string()).unwrap_or_default();
    let is_code = |code: &&str| code.len() == 32 && code.bytes().all(|byte| byte.is_ascii_hexdigit());
    form.find("code").filter(is_code).unwrap_or_default().to_owned()
}
