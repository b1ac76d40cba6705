//! `/hear/{consultation}`: asking to hear what came of it, confirming, leaving; and telling those who asked.
//!
//! Knows nothing of any response: these pages read neither its cookie nor its receipt. An address is kept only for
//! whoever is 13 or older, and used only once its owner has said so from the letter; see docs/decisions/0027.

use actix_web::http::StatusCode;
use actix_web::web::{self, Data, Path, ServiceConfig, get, post, resource};
use actix_web::{HttpRequest, HttpResponse};

use crate::letter::{Letter, MailAddress};
use crate::pages::public::Front;
use crate::pages::public::hear::{self, ADDRESS, AGE, About, CODE, Hear, OLD_ENOUGH, Step, YOUNGER};
use crate::pages::words::LANGUAGES;
use crate::pages::{Words, letter};
use crate::store::{Asked, HearRequest};
use crate::survey::{Consultation, Edition, Language};
use crate::web::{Form, PageError, State, language, reply, today};

/// How long a code is: 128 random bits.
const CODE_DIGITS: usize = 32;

/// The addresses of asking to hear.
pub fn routes(config: &mut ServiceConfig) {
    config
        .service(resource("/hear/{consultation}").route(get().to(show)).route(post().to(act)))
        .service(resource("/hear/{consultation}/confirm").route(get().to(confirm)).route(post().to(confirmed)))
        .service(resource("/hear/{consultation}/leave").route(get().to(leave)).route(post().to(left)))
        .route("/hear/{consultation}/sent", get().to(sent));
}

/// Asks for an address.
pub async fn show(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    Ok(reply::page(ask(&state, &request, &key, "", None, false)?))
}

/// Keeps a request and queues the letter that asks for confirmation.
pub async fn act(
    state: Data<State>,
    request: HttpRequest,
    key: Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let typed = form.text(ADDRESS);
    let age = form.find(AGE);
    if age == Some(YOUNGER) {
        // The address, if one was typed, ends here.
        return Ok(reply::page(with_about(&state, &request, &key, |front, about| {
            hear::grown_up(front, about).into_string()
        })?));
    }
    let address = MailAddress::parse(typed);
    let (Some(OLD_ENOUGH), Ok(address), Some(dispatch)) = (age, address, state.dispatch()) else {
        let page = ask(&state, &request, &key, typed, age, true)?;
        return Ok(reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page));
    };
    let library = state.library();
    let consultation = library.find_consultation(&key).ok_or_else(PageError::not_found)?;
    let hearing = HearRequest {
        consultation: consultation.key.clone(),
        address,
        language: language::words(&request).lang().to_owned(),
        code: new_code()?,
    };
    let (about, website) = (consultation.clone(), state.letter_website());
    let write = move |hearing: &HearRequest| confirm_letter(&about, hearing, &website);
    let store = state.store.clone();
    let asked = web::block(move || store.ask_to_hear(hearing, write, dispatch, today())).await??;
    match asked {
        Asked::Queued => state.post.wake(),
        Asked::Known => {}
        Asked::TooMany => return Err(PageError::busy()),
    }
    Ok(reply::see(&format!("/hear/{}/sent", consultation.key)))
}

/// Says to look for the letter. The same for everybody, so that nobody learns whose address is known.
pub async fn sent(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    Ok(reply::page(with_about(&state, &request, &key, |front, about| hear::asked(front, about).into_string())?))
}

/// Asks whether the owner of an address wants to hear.
pub async fn confirm(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    step(&state, &request, &key, Step::AskConfirm)
}

/// From now on they hear.
pub async fn confirmed(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let (store, consultation, code) = (state.store.clone(), key.clone(), code(&request));
    let found = web::block(move || store.confirm_hearing(&consultation, &code)).await??;
    step(&state, &request, &key, if found { Step::Confirmed } else { Step::Gone })
}

/// Asks whether somebody wants to hear no more.
pub async fn leave(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    step(&state, &request, &key, Step::AskLeave)
}

/// Forgets them. Mail programs send this by themselves when their own button is pressed (RFC 8058), with a form of any
/// kind, which is not read. Whoever is forgotten already is told the same.
pub async fn left(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let (store, consultation, code) = (state.store.clone(), key.clone(), code(&request));
    web::block(move || store.stop_hearing(&consultation, &code)).await??;
    step(&state, &request, &key, Step::Left)
}

/// Queues one letter to each who asked to hear about a consultation and confirmed, and forgets them, in one commit: a
/// second call reaches nobody twice. `about` is what can now be read, as a title; `path` is where, on this website.
/// Gives how many were told: none where this website sends no letters. Blocks.
///
/// # Errors
/// When the database fails; then nobody was told.
pub fn tell_those_who_asked(
    state: &State,
    consultation: &Consultation,
    about: &str,
    path: &str,
) -> Result<usize, PageError> {
    let Some(dispatch) = state.dispatch() else { return Ok(0) };
    let write = told_letter(consultation, &state.letter_website(), about, path);
    let told = state.store.tell_who_asked(&consultation.key, write, dispatch, today())?;
    state.post.wake();
    Ok(told)
}

/// The letter that asks the owner of an address whether they want to hear. `website` is the start of its links.
pub fn confirm_letter(consultation: &Consultation, request: &HearRequest, website: &str) -> Letter {
    let words = Words::of(&request.language, Edition::Plain);
    let (title, _) = title(consultation, words.lang());
    let (yes, no) = (link(website, request, "confirm"), link(website, request, "leave"));
    letter::confirm(words, &title, &consultation.organisation, &yes, no)
}

/// Writes the letter that tells somebody what can now be read, at a path of this website.
pub fn told_letter(
    consultation: &Consultation,
    website: &str,
    about: &str,
    path: &str,
) -> impl Fn(&HearRequest) -> Letter + Send + 'static {
    let (website, organisation) = (website.to_owned(), consultation.organisation.clone());
    let (about, address) = (about.to_owned(), format!("{website}{path}"));
    let titles = LANGUAGES.map(|lang| (lang, title(consultation, lang).0));
    move |request| {
        let words = Words::of(&request.language, Edition::Plain);
        let title = titles.iter().find(|(lang, _)| *lang == words.lang()).map_or("", |(_, title)| title);
        let leave = link(&website, request, "leave");
        let told = letter::Told { title, organisation: &organisation, about: &about, address: &address, leave };
        letter::told(words, &told)
    }
}

/// Where a letter to somebody leads, with their code.
fn link(website: &str, request: &HearRequest, act: &str) -> String {
    format!("{website}/hear/{}/{act}?{CODE}={}", request.consultation, request.code)
}

fn ask(
    state: &State,
    request: &HttpRequest,
    key: &str,
    typed: &str,
    age: Option<&str>,
    refused: bool,
) -> Result<String, PageError> {
    let is_child = Form::parse(request.query_string()).is_some_and(|form| form.find("edition") == Some("child"));
    with_about(state, request, key, |front, about| {
        let words = if is_child { front.words.in_edition(Edition::Child) } else { front.words };
        let address_problem = MailAddress::parse(typed).err().filter(|_| refused);
        let age_problem = refused && age != Some(OLD_ENOUGH);
        let (front, sends) = (Front { words, ..front }, state.dispatch().is_some());
        let query = if is_child { "edition=child" } else { "" };
        Hear { front, about, sends, typed, age, address_problem, age_problem, query }.render().into_string()
    })
}

fn step(state: &State, request: &HttpRequest, key: &str, step: Step) -> Result<HttpResponse, PageError> {
    let code = code(request);
    let page = with_about(state, request, key, |front, about| hear::step(front, about, step, &code).into_string())?;
    let status = if step == Step::Gone { StatusCode::NOT_FOUND } else { StatusCode::OK };
    Ok(reply::page_with(status, page))
}

/// A page about a consultation in the language of the request.
fn with_about(
    state: &State,
    request: &HttpRequest,
    key: &str,
    page: impl FnOnce(Front<'_>, About<'_>) -> String,
) -> Result<String, PageError> {
    let library = state.library();
    let consultation = library.find_consultation(key).ok_or_else(PageError::not_found)?;
    let page = language::read(state, request, |front| {
        let (title, lang) = title(consultation, front.words.lang());
        let organisation = &consultation.organisation;
        page(front, About { key: &consultation.key, title: &title, lang: lang.as_deref(), organisation })
    });
    Ok(page)
}

/// What a consultation is called in a language, and in which language that is where it is another.
fn title(consultation: &Consultation, lang: &str) -> (String, Option<String>) {
    let worded = consultation.words(&Language(lang.to_owned()));
    let own = worded.language.as_str();
    (worded.words.title.clone(), (own != lang).then(|| own.to_owned()))
}

/// The code that the address bears, or none that anybody has.
fn code(request: &HttpRequest) -> String {
    let form = Form::parse(request.query_string()).unwrap_or_default();
    let is_code = |code: &&str| code.len() == CODE_DIGITS && code.bytes().all(|byte| byte.is_ascii_hexdigit());
    form.find(CODE).filter(is_code).unwrap_or_default().to_owned()
}

fn new_code() -> Result<String, PageError> {
    let mut bytes = [0_u8; CODE_DIGITS / 2];
    getrandom::fill(&mut bytes).map_err(PageError::broken)?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
