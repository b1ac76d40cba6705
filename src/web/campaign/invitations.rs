//! `/campaigns/{campaign}/invitations`: members write to schools and clubs. What they write is looked through for
//! personal data and waits for an officer; nothing is sent from here.

use actix_web::http::StatusCode;
use actix_web::web::{self, ServiceConfig, get, post, resource};
use actix_web::{HttpRequest, HttpResponse};

use super::drive::{Drive, desk};
use super::inviting::preview;
use super::personal_data::personal_data_in;
use crate::campaign::{Invitation, InvitationState, Invited, Invitee, Place, read_list};
use crate::letter::{LONGEST_SUBJECT, LetterState, one_line};
use crate::pages::campaign::invitations::{Invitations, MOST_IN_WORDS, Prepare};
use crate::pages::components::errors::Problem;
use crate::store::NewInvitation;
use crate::web::account::SignedIn;
use crate::web::{Form, PageError, State, reply, today};

/// The most invitations of a campaign that may wait at once.
const MOST_WAITING: usize = 10;

/// The addresses under `/campaigns`.
pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/{campaign}/invitations", get().to(show))
        .service(resource("/{campaign}/invitations/write").route(get().to(write)).route(post().to(save)));
}

/// Shows what was written and what became of each.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let sent = Form::parse(request.query_string()).unwrap_or_default().text("sent") == "1";
    let page = web::block(move || {
        let drive = Drive::get(&state, &key)?;
        let invitations = state.store.list_invitations(Some(&key), None)?;
        let (desk, sends) = (desk(&state, &signed_in, Some(&drive))?, state.dispatch());
        Ok::<_, PageError>(Invitations { desk, invitations, sent, sends }.render().into_string())
    });
    Ok(reply::page(page.await??))
}

/// Shows the form, with what an officer sent back where that is asked for.
pub async fn write(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let again = Form::parse(request.query_string()).unwrap_or_default().text("again").to_owned();
    let page = web::block(move || {
        let drive = Drive::get(&state, &key)?;
        let places = places(&state, &key)?;
        let returned = returned(&state, &key, &again)?;
        let desk = desk(&state, &signed_in, Some(&drive))?;
        let page = match returned {
            Some(one) => Prepare {
                list: listed(&one, &places),
                again: Some(one.id),
                subject: one.subject,
                words: one.words,
                remark: one.remark,
                ..Prepare::empty(desk, places)
            },
            None => Prepare::empty(desk, places),
        };
        Ok::<_, PageError>(page.render().into_string())
    });
    Ok(reply::page(page.await??))
}

/// Sends it to an officer, or shows it again with what must be put right.
pub async fn save(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let done = web::block(move || {
        let drive = Drive::get(&state, &key)?;
        let places = places(&state, &key)?;
        let known = state.store.list_invitations(Some(&key), None)?;
        let again = returned(&state, &key, form.text("again"))?.map(|one| one.id);
        let mut page = Prepare {
            subject: one_line(form.text("subject")),
            words: form.text("words").replace("\r\n", "\n").trim().to_owned(),
            list: form.text("list").to_owned(),
            again,
            ..Prepare::empty(desk(&state, &signed_in, Some(&drive))?, places)
        };
        page.problems = problems(&page, &known);
        page.personal = [&page.subject, &page.words].into_iter().flat_map(|text| personal_data_in(text)).collect();
        if !page.personal.is_empty() && form.text("sure") != "yes" {
            let message = "Take out what somebody could be found by, or say that it is nobody’s".to_owned();
            page.problems.push(Problem { field: "sure", message });
        }
        let invitees = match read_list(&page.list, &page.places) {
            Ok(invitees) if page.problems.is_empty() => invitees,
            read => {
                if let Err(wrong) = read {
                    page.problems.push(Problem { field: "list", message: wrong.join(". ") });
                }
                return Ok(Err(page.render().into_string()));
            }
        };
        let before = state.store.list_invited_before(&key, &invitees)?;
        if !before.is_empty() {
            page.problems.push(Problem { field: "list", message: already(&before) });
            return Ok(Err(page.render().into_string()));
        }
        if form.text("do") == "look" {
            return Ok(Ok(Done::Looked(look(&state, &drive, page, &invitees)?)));
        }
        state.store.save_invitation(NewInvitation {
            campaign: key.clone(),
            subject: page.subject,
            words: page.words,
            written_by: signed_in.user.clone(),
            written_on: today(),
            invitees,
            replaces: again,
        })?;
        Ok::<_, PageError>(Ok(Done::Kept(format!("/campaigns/{key}/invitations?sent=1"))))
    });
    Ok(match done.await?? {
        Ok(Done::Kept(address)) => reply::see(&address),
        Ok(Done::Looked(page)) => reply::page(page),
        Err(page) => reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page),
    })
}

/// What came of a form that is in order.
enum Done {
    /// It waits for an officer; where to go on.
    Kept(String),
    /// It was looked at, and nothing is kept.
    Looked(String),
}

/// The form again, with the letter as the first of the list gets it.
fn look(state: &State, drive: &Drive, mut page: Prepare, invitees: &[Invitee]) -> Result<String, PageError> {
    if let Some(first) = invitees.first() {
        let to = (first.name.as_str(), first.place.as_deref().unwrap_or_default());
        page.preview = Some(preview(state, drive, (&page.subject, &page.words), to)?);
    }
    Ok(page.render().into_string())
}

fn already(names: &[String]) -> String {
    format!("Already invited by this campaign: {}. Take them out of the list", names.join(", "))
}

fn problems(page: &Prepare, known: &[Invitation]) -> Vec<Problem> {
    let mut problems = Vec::new();
    let mut add = |field, message: String| problems.push(Problem { field, message });
    match page.subject.chars().count() {
        0 => add("subject", "Write what the letter is about".to_owned()),
        1..=LONGEST_SUBJECT => {}
        _ => add("subject", format!("Make the subject shorter: at most {LONGEST_SUBJECT} characters")),
    }
    match page.words.chars().count() {
        0 => add("words", "Write what the letter says".to_owned()),
        1..=MOST_IN_WORDS => {}
        _ => add("words", format!("Make the letter shorter: at most {MOST_IN_WORDS} characters")),
    }
    if known.iter().filter(|one| one.state == InvitationState::Waiting).count() >= MOST_WAITING {
        add("words", "Many invitations of this campaign wait already. Ask an officer to read them first".to_owned());
    }
    let again = names_again(page, known);
    if !again.is_empty() {
        add("list", already(&again));
    }
    problems
}

/// Who of a list has been invited to this campaign before, or waits to be, but for letters that were refused: their
/// address may have been wrong.
fn names_again(page: &Prepare, known: &[Invitation]) -> Vec<String> {
    let Ok(invitees) = read_list(&page.list, &page.places) else { return Vec::new() };
    let live = known.iter().filter(|one| one.state != InvitationState::Returned);
    let before: Vec<String> = live
        .flat_map(|one| &one.invited)
        .filter(|one| one.fate != Some(LetterState::Refused))
        .map(|one| one.name.to_lowercase())
        .collect();
    invitees.into_iter().map(|one| one.name).filter(|name| before.contains(&name.to_lowercase())).collect()
}

/// One that an officer sent back, by its identifier in hexadecimal digits.
fn returned(state: &State, campaign: &str, id: &str) -> Result<Option<Invitation>, PageError> {
    let Ok(id) = i64::from_str_radix(id, 16) else { return Ok(None) };
    let found = state.store.find_invitation(id)?;
    Ok(found.filter(|one| one.campaign == campaign && one.state == InvitationState::Returned))
}

/// The list as it was written.
fn listed(invitation: &Invitation, places: &[Place]) -> String {
    let line = |one: &Invited| {
        let place = places.iter().find(|place| place.word.as_str() == one.place).map_or("", |place| &place.name);
        let address = one.address.as_ref().map_or("", |address| address.as_str());
        format!("{}\t{address}\t{place}", one.name)
    };
    invitation.invited.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn places(state: &State, campaign: &str) -> Result<Vec<Place>, PageError> {
    Ok(state.store.count_places(campaign, today())?.into_iter().map(|counted| counted.place).collect())
}
