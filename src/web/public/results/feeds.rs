//! `/results/feed.atom` and `/results/feed.rss`: what was published, for readers of feeds and for other websites.

use std::io;

use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::web::{self, Data};
use actix_web::{HttpRequest, HttpResponse};

use super::address_of;
use super::opened::{MOST, corrected_by};
use crate::pages::Words;
use crate::report::feed::{Entry, Feed};
use crate::store::Publication;
use crate::web::{PageError, State, address};

/// How many of the newest are in a feed.
const ENTRIES: usize = 50;

/// How long a reader may wait before asking again, in seconds.
const KEPT: HeaderValue = HeaderValue::from_static("public, max-age=300");

/// The feed as Atom.
pub async fn atom(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    send(&state, &request, "/results/feed.atom", "application/atom+xml; charset=utf-8", Feed::atom).await
}

/// The feed as RSS.
pub async fn rss(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    send(&state, &request, "/results/feed.rss", "application/rss+xml; charset=utf-8", Feed::rss).await
}

async fn send(
    state: &Data<State>,
    request: &HttpRequest,
    path: &str,
    media: &str,
    write: fn(&Feed) -> io::Result<Vec<u8>>,
) -> Result<HttpResponse, PageError> {
    let store = state.store.clone();
    let publications = web::block(move || store.list_publications(None, MOST)).await??;
    let website = address::website(state, request);
    let say = Words::english();
    let feed = Feed {
        title: format!("{}: {}", state.config.organisation, say.say("results-title")),
        about: say.say("results-intro").to_owned(),
        author: state.config.organisation.clone(),
        language: "en-GB".to_owned(),
        page: format!("{website}/results"),
        address: format!("{website}{path}"),
        entries: publications.iter().take(ENTRIES).map(|head| entry(head, &publications, &website)).collect(),
    };
    let bytes = write(&feed).map_err(PageError::broken)?;
    Ok(HttpResponse::Ok().content_type(media).insert_header((CACHE_CONTROL, KEPT)).body(bytes))
}

fn entry(head: &Publication, all: &[Publication], website: &str) -> Entry {
    let corrected = corrected_by(head, all);
    let say = Words::english();
    let mut summary: Vec<String> = Vec::new();
    summary.extend(corrected.map(|later| format!("Corrected by publication {}.", later.number)));
    summary.extend(head.corrects.map(|number| format!("Corrects publication {number}.")));
    summary.extend(head.illustrative.then(|| format!("{}.", say.say("results-illustrative"))));
    summary.extend(head.interim.then(|| say.say("results-interim").to_owned()));
    summary.extend([head.about.clone(), say.say("results-chose").to_owned()]);
    Entry {
        identity: head.identity.clone(),
        title: format!("{} ({})", head.title, say.say_with("results-number", &[("number", head.number.into())])),
        address: address_of(website, &head.consultation, head.number),
        published: head.published_at,
        updated: corrected.map_or(head.published_at, |later| later.published_at),
        author: head.organisation.clone(),
        summary: summary.join(" "),
    }
}
