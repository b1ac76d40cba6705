//! `/plans/feed.atom` and `/you-said/feed.atom`, and both as RSS: each version of a plan, and each time that people were told
//! what came of a consultation, for readers of feeds and for other websites.

use std::io;

use actix_web::http::header::{CACHE_CONTROL, HeaderValue};
use actix_web::web::{self, Data, ServiceConfig, get};
use actix_web::{HttpRequest, HttpResponse};
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::pages::Words;
use crate::plan::published::{Published, changes};
use crate::report::feed::{Entry, Feed, identity_of};
use crate::web::plans::is_illustrative;
use crate::web::{PageError, State, address};

/// How many of the newest are in a feed.
const ENTRIES: usize = 50;
/// How long a reader may wait before asking again, in seconds.
const KEPT: HeaderValue = HeaderValue::from_static("public, max-age=300");
const ATOM: &str = "application/atom+xml; charset=utf-8";
const RSS: &str = "application/rss+xml; charset=utf-8";

/// The addresses, which stand before those of one plan or one consultation.
pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/plans/feed.atom", get().to(plans_as_atom))
        .route("/plans/feed.rss", get().to(plans_as_rss))
        .route("/you-said/feed.atom", get().to(replies_as_atom))
        .route("/you-said/feed.rss", get().to(replies_as_rss));
}

async fn plans_as_atom(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    send(state, &request, plans, ("/plans", "plan-plans", ATOM), Feed::atom).await
}

async fn plans_as_rss(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    send(state, &request, plans, ("/plans", "plan-plans", RSS), Feed::rss).await
}

async fn replies_as_atom(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    send(state, &request, replies, ("/you-said", "said-title", ATOM), Feed::atom).await
}

async fn replies_as_rss(state: Data<State>, request: HttpRequest) -> Result<HttpResponse, PageError> {
    send(state, &request, replies, ("/you-said", "said-title", RSS), Feed::rss).await
}

/// Entries with addresses that do not have the website before them yet.
type Read = fn(&State) -> Result<Vec<Entry>, PageError>;

/// A feed of what `read` finds. `of` is the page that shows the same, the message of its title, and what the feed is.
async fn send(
    state: Data<State>,
    request: &HttpRequest,
    read: Read,
    of: (&str, &str, &'static str),
    write: fn(&Feed) -> io::Result<Vec<u8>>,
) -> Result<HttpResponse, PageError> {
    let (page, title, media) = of;
    let website = address::website(&state, request);
    let asked = state.clone();
    let mut entries = web::block(move || read(&asked)).await??;
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.updated));
    entries.truncate(ENTRIES);
    for entry in &mut entries {
        entry.address = format!("{website}{}", entry.address);
    }
    let (organisation, say) = (state.config.organisation.clone(), Words::english());
    let ending = if media == ATOM { "atom" } else { "rss" };
    let feed = Feed {
        title: format!("{organisation}: {}", say.say(title)),
        about: say.say(title).to_owned(),
        author: organisation,
        language: "en-GB".to_owned(),
        page: format!("{website}{page}"),
        address: format!("{website}{page}/feed.{ending}"),
        entries,
    };
    let bytes = write(&feed).map_err(PageError::broken)?;
    Ok(HttpResponse::Ok().content_type(media).insert_header((CACHE_CONTROL, KEPT)).body(bytes))
}

/// The beginning of a day.
fn moment(day: Date) -> Timestamp {
    TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)).unwrap_or_default()
}

/// Every version of every plan that is published.
fn plans(state: &State) -> Result<Vec<Entry>, PageError> {
    let mut entries = Vec::new();
    for key in state.store.list_published_plans()? {
        let mut before: Option<Published> = None;
        let mut numbers: Vec<i32> = state.store.list_plan_versions(&key)?.iter().map(|one| one.version).collect();
        numbers.sort_unstable();
        for number in numbers {
            let Some(version) = state.store.find_plan_version(&key, Some(number))? else { continue };
            entries.push(entry(state, before.as_ref(), &version)?);
            before = Some(version);
        }
    }
    Ok(entries)
}

fn entry(state: &State, before: Option<&Published>, version: &Published) -> Result<Entry, PageError> {
    let (say, plan) = (Words::english(), &version.plan);
    let published = moment(version.published_on.unwrap_or(Date::MIN));
    let invented = is_illustrative(state, version)?.then(|| format!("{}.", say.say("plan-invented")));
    let changed = before.map(|before| changes(before, version)).unwrap_or_default();
    let changed = changed.into_iter().map(|change| format!("{change}."));
    let summary: Vec<String> = invented.into_iter().chain(changed).chain([plan.vision.clone()]).collect();
    Ok(Entry {
        identity: identity_of(&format!("heard plan:{}:{}", plan.key, version.version)),
        title: format!("{}: version {}", plan.title, version.version),
        address: format!("/plans/{}/versions/{}", plan.key, version.version),
        published,
        updated: published,
        author: plan.owner.clone().unwrap_or_else(|| state.config.organisation.clone()),
        summary: summary.join(" "),
    })
}

/// What people were told of each consultation, as it was published last.
fn replies(state: &State) -> Result<Vec<Entry>, PageError> {
    let (say, mut entries) = (Words::english(), Vec::new());
    for consultation in state.library().consultations() {
        let Some(reply) = state.store.find_reply(&consultation.key)? else { continue };
        let invented = state.store.has_illustrative(&consultation.key)?;
        let invented = invented.then(|| format!("{}.", say.say("results-illustrative")));
        let told = reply.entries.iter().map(|entry| format!("{} {}", entry.asked, entry.decided));
        let summary: Vec<String> = invented.into_iter().chain(told).collect();
        entries.push(Entry {
            identity: identity_of(&format!("heard reply:{}:{}", consultation.key, reply.version)),
            title: consultation.default_words().title.clone(),
            address: format!("/you-said/{}", consultation.key),
            published: moment(reply.published_on),
            updated: moment(reply.published_on),
            author: state.config.organisation.clone(),
            summary: summary.join(" "),
        });
    }
    Ok(entries)
}
