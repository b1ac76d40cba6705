//! Who to talk to, people's information, accessibility, complaints; and whether the server is well.

use actix_web::web::{self, Data};
use actix_web::{HttpRequest, HttpResponse};

use crate::pages::public::Front;
use crate::pages::public::accessibility::Accessibility;
use crate::pages::public::complain::Complain;
use crate::pages::public::help::HelpPage;
use crate::pages::public::privacy::Privacy;
use crate::survey::{Edition, Openness, SaidHelp};
use crate::web::{Form, PageError, State, language, reply, today};

/// The part of an address that asks for an edition, and the one there is besides the plain one.
const EDITION: &str = "edition";
const CHILD: &str = "child";

/// Everyone there is to talk to in the consultations that are open, or in all of them where none is.
pub async fn help(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let today = today();
    let is_open = |openness| openness == Openness::Open;
    let any_open = state.library().consultations().any(|one| is_open(one.openness(today)));
    let library = state.library();
    let page = language::read(&state, &request, |front| {
        let mut help: Vec<SaidHelp> = Vec::new();
        for consultation in library.consultations().filter(|one| !any_open || is_open(one.openness(today))) {
            for entry in consultation.help_in(front.words.lang()) {
                if !help.contains(&entry) {
                    help.push(entry);
                }
            }
        }
        HelpPage { front, help: &help }.render()
    });
    reply::page(page.into_string())
}

/// What is kept about people who answer, in the edition that the address asks for as in `/privacy?edition=child`.
pub async fn privacy(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let organisations = &organisations(&state);
    let form = Form::parse(request.query_string());
    let is_child = form.is_some_and(|form| form.find(EDITION) == Some(CHILD));
    let page = language::read(&state, &request, |front| {
        let words = if is_child { front.words.in_edition(Edition::Child) } else { front.words };
        Privacy { front: Front { words, ..front }, organisations }.render()
    });
    reply::page(page.into_string())
}

/// How well the pages can be used by everyone.
pub async fn accessibility(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let page = language::read(&state, &request, |front| Accessibility { front }.render());
    reply::page(page.into_string())
}

/// Where to ask or complain.
pub async fn complain(state: Data<State>, request: HttpRequest) -> HttpResponse {
    let organisations = &organisations(&state);
    let page = language::read(&state, &request, |front| Complain { front, organisations }.render());
    reply::page(page.into_string())
}

/// For whatever watches the server: 200 when the database answers.
pub async fn health(state: Data<State>) -> Result<HttpResponse, PageError> {
    let store = state.store.clone();
    // A receipt that nobody has: what counts is that the database can be asked.
    web::block(move || store.has_response("")).await??;
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("well\n"))
}

fn organisations(state: &State) -> Vec<String> {
    let mut names: Vec<String> = state.library().consultations().map(|one| one.organisation.clone()).collect();
    names.sort();
    names.dedup();
    names
}
