//! `/officer/invitations`: an adult officer lets an invitation be sent, or sends it back; and `/invited`, where whoever
//! was invited says that they want no more.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::web;
use actix_web::{HttpRequest, HttpResponse};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::drive::{Drive, desk};
use super::words;
use crate::campaign::{Deed, Invitation, InvitationState, Invited, Place, ShortWord};
use crate::letter::{Enclosure, Letter};
use crate::pages::campaign::invitations::Preview;
use crate::pages::campaign::inviting::{Entry, Inviting};
use crate::pages::components::errors::Problem;
use crate::pages::letter::{self, Invites};
use crate::pages::public::invited;
use crate::report::pdf::{CampaignSet, Material, Paper, campaign_pdf, campaign_pictures};
use crate::text::find_personal_data;
use crate::web::account::SignedIn;
use crate::web::{Form, PageError, State, language, reply, today};

/// The most characters of a remark.
const MOST_REMARK: usize = 1_000;
/// What is put in with a letter to a place, with the kind of file and how its name begins.
const ENCLOSED: [(Material, &str, &str); 3] = [
    (Material::Poster(Paper::A4), "pdf", "poster"),
    (Material::Slides, "pdf", "slides"),
    (Material::SquareCard, "png", "card"),
];

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
    let mut letters: Vec<(String, Letter)> = Vec::new();
    let mut enclosed: BTreeMap<String, Vec<Enclosure>> = BTreeMap::new();
    for one in &known.invited {
        let (mut letter, place) = letter_to(state, &drive, (&known.subject, &known.words), (&one.place, &one.code))?;
        if let Some(place) = place {
            if !enclosed.contains_key(&one.place) {
                enclosed.insert(one.place.clone(), enclosures(state, &drive, &place)?);
            }
            letter.enclosures = enclosed.get(&one.place).cloned().unwrap_or_default();
        }
        letters.push((one.code.clone(), letter));
    }
    let write = move |one: &Invited| {
        let found = letters.iter().find(|(code, _)| *code == one.code);
        found.map_or_else(|| Letter::new("en", ""), |(_, letter)| letter.clone())
    };
    let queued = state.store.approve_invitation(known.id, &signed_in.user, write, dispatch, today())?;
    state.post.wake();
    Ok(Some(queued.is_some()))
}

/// The letter to one school or club, with the link of its place, and that place where it has one. Of a letter the subject
/// and the words are given, of the school the word of its place and the code of its link.
fn letter_to(
    state: &State,
    drive: &Drive,
    (subject, words): (&str, &str),
    (place, code): (&str, &str),
) -> Result<(Letter, Option<Place>), PageError> {
    let website = state.letter_website();
    let campaign = &drive.campaign;
    let word = ShortWord::parse(place);
    let place = word.map(|word| state.store.find_place(&word)).transpose()?.flatten();
    let place = place.filter(|place| place.campaign == campaign.key);
    let address = match &place {
        Some(place) => format!("{website}/go/{}", place.word.as_str()),
        None => format!("{website}{}", drive.asked.address()),
    };
    let invites = Invites {
        subject,
        words,
        place: place.as_ref().map(|place| place.name.as_str()),
        address: &address,
        votes: drive.deed() == Deed::Vote,
        team: &campaign.team,
        organisation: &state.config.organisation,
        encloses: place.is_some(),
        leave: format!("{website}/invited/leave?code={code}"),
    };
    Ok((letter::invitation(&invites), place))
}

/// What goes with the letters to a place.
fn enclosures(state: &State, drive: &Drive, place: &Place) -> Result<Vec<Enclosure>, PageError> {
    let lang = drive.campaign.languages.first().map_or("en", String::as_str);
    let set = words::of_place(&state.store, drive, place, lang, &state.letter_website(), words::Which::Approved)?;
    let made = |(material, kind, name): (Material, &str, &str)| {
        let (content, kind_of) = match kind {
            "png" => (picture(material, &set)?, "image/png"),
            _ => (campaign_pdf(material, &set).map_err(PageError::broken)?, "application/pdf"),
        };
        let name = format!("{name}-{}.{kind}", place.word.as_str());
        Ok(Enclosure { name, kind: kind_of.to_owned(), content: STANDARD.encode(content) })
    };
    ENCLOSED.into_iter().map(made).collect()
}

fn picture(material: Material, set: &CampaignSet) -> Result<Vec<u8>, PageError> {
    let pages = campaign_pictures(material, set).map_err(PageError::broken)?;
    pages.into_iter().next().ok_or_else(|| PageError::broken("a card has a page"))
}

/// A letter as the first of a list gets it, to be looked at before it is sent.
pub(super) fn preview(
    state: &State,
    drive: &Drive,
    letter: (&str, &str),
    (name, place): (&str, &str),
) -> Result<Preview, PageError> {
    // A link that ends nobody's invitations: nobody has this code.
    let (letter, found) = letter_to(state, drive, letter, (place, "0"))?;
    let file = |place: &Place, (material, kind, _): (Material, &str, &str)| {
        let address =
            format!("/campaigns/{}/places/{}/{}.{kind}", drive.campaign.key, place.word.as_str(), material.as_str());
        (material.name().to_owned(), address)
    };
    let files = found.iter().flat_map(|place| ENCLOSED.into_iter().map(|one| file(place, one))).collect();
    Ok(Preview { to: name.to_owned(), letter, files })
}

fn page(state: &State, signed_in: &SignedIn, problems: Vec<Problem>) -> Result<String, PageError> {
    let campaigns = state.store.list_campaigns()?;
    let spans = |text: &str| find_personal_data(text).into_iter().map(|found| found.span).collect();
    let waiting = state.store.list_invitations(None, Some(InvitationState::Waiting))?;
    let entry = |invitation: Invitation| {
        let named = campaigns.iter().find(|campaign| campaign.key == invitation.campaign);
        let first = invitation.invited.first();
        let first = first.map(|one| (one.name.as_str(), one.place.as_str()));
        let drive = Drive::find(state, &invitation.campaign)?;
        let preview = match (drive, first) {
            (Some(drive), Some(first)) => {
                Some(preview(state, &drive, (&invitation.subject, &invitation.words), first)?)
            }
            _ => None,
        };
        Ok(Entry {
            preview,
            campaign: named.map(|campaign| campaign.name.clone()).unwrap_or_default(),
            in_subject: spans(&invitation.subject),
            in_words: spans(&invitation.words),
            invitation,
        })
    };
    let waiting = waiting.into_iter().map(entry).collect::<Result<_, PageError>>()?;
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
