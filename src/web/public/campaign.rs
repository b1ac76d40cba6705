//! What everybody may see of a campaign: its page, its news as a feed, what came of it, and short links.

use actix_web::http::header::{CONTENT_TYPE, LOCATION};
use actix_web::web::{self, Data, Path, ServiceConfig, get};
use actix_web::{HttpRequest, HttpResponse};
use jiff::Timestamp;

use crate::breakdown::Count;
use crate::campaign::{Campaign, Post, PostKind, Reach, ShortWord};
use crate::pages::public::campaign::{CampaignPage, Led, Way};
use crate::report::feed::{Entry, Feed, identity_of};
use crate::store::StoreError;
use crate::survey::{Language, Reader};
use crate::web::ballot::figures::published_choices;
use crate::web::campaign::drive::{Asked, Drive};
use crate::web::campaign::{figures, words};
use crate::web::{PageError, State, address, language, reply, today};

/// The addresses that anybody may ask for.
pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/campaign/{campaign}", get().to(show))
        .route("/campaign/{campaign}/results", get().to(results))
        .route("/campaign/{campaign}/feed.atom", get().to(feed))
        .route("/go/{word}", get().to(go));
}

/// A campaign that the public may see, with what it may see of it.
struct Public {
    drive: Drive,
    page: Post,
    news: Vec<Post>,
    /// What came of it, once the campaign is over.
    results: Option<Post>,
    over: bool,
    people: Count,
    illustrative: bool,
    /// Results of its consultation have been published.
    published: bool,
    /// The keys of what won, the first of them first, once the result of its ballot is published.
    chosen: Vec<String>,
}

impl Public {
    /// The campaign of this key, once an officer has approved its page.
    fn get(state: &State, key: &str) -> Result<Self, PageError> {
        let drive = Drive::find(state, key)?.ok_or_else(PageError::not_found)?;
        let over = drive.is_over();
        let posts = state.store.list_posts(key)?;
        let of = |kind| Reach::public(&posts, over).filter(move |post| post.kind == kind).cloned();
        let page = of(PostKind::Page).next().ok_or_else(PageError::not_found)?;
        let (results, news) = (of(PostKind::Results).next(), of(PostKind::News).collect());
        let people = figures::people(&drive, &state.store, state.config.policy, today())?;
        let illustrative = drive.is_illustrative(&state.store)?;
        let published = match &drive.asked {
            Asked::Consultation(one) => !state.store.list_publications(Some(&one.key), 1)?.is_empty(),
            // A ballot's own page says when its result is there.
            Asked::Ballot(_) => drive.asked.has_closed(),
        };
        let chosen = match &drive.asked {
            Asked::Consultation(_) => Vec::new(),
            Asked::Ballot(one) => {
                let won = published_choices(&state.store, one)?.into_iter().filter(|choice| choice.won);
                won.map(|choice| choice.key).collect()
            }
        };
        Ok(Self { drive, page, news, results, over, people, illustrative, published, chosen })
    }

    /// Where one can see what happens next. Of these pages only those are led to that somebody serves.
    fn next(&self) -> Vec<Way> {
        let results = self.published.then(|| match &self.drive.asked {
            Asked::Consultation(one) => (format!("/results/{}", one.key), "campaign-next-results"),
            Asked::Ballot(one) => (format!("/b/{}/result", one.key), "campaign-next-ballot"),
        });
        let plan = self.drive.asked.plan().map(|plan| (format!("/plans/{plan}/progress"), "campaign-next-plan"));
        results.into_iter().chain(plan).filter(|(address, _)| is_served(address)).collect()
    }
}

/// The campaigns of these that an officer has approved, as other pages lead to them.
///
/// # Errors
/// When the database fails.
pub fn led(state: &State, is_asked: impl Fn(&Campaign) -> bool) -> Result<Vec<Led>, StoreError> {
    let mut led = Vec::new();
    for campaign in state.store.list_campaigns()?.into_iter().filter(|one| is_asked(one)) {
        let posts = state.store.list_posts(&campaign.key)?;
        let Some(page) = Drive::approved(&posts, PostKind::Page) else { continue };
        let language = campaign.languages.first().cloned().unwrap_or_else(|| "en".to_owned());
        led.push(Led { key: campaign.key, title: page.title.clone(), team: campaign.team, language });
    }
    Ok(led)
}

/// What won by name, in a language where the ballot speaks it.
fn named(asked: &Asked, keys: &[String], lang: &str) -> Vec<String> {
    let Asked::Ballot(ballot) = asked else { return Vec::new() };
    let language = Language(lang.to_owned());
    let perspective = ballot.perspectives.first().map(|one| one.key.as_str()).unwrap_or_default();
    let reader = Reader { language: &language, perspective, age_band: None, easy_read: false };
    let paper = ballot.paper_words(reader);
    let name = |key: &String| {
        let words = paper.as_ref().and_then(|paper| paper.words.options.get(key));
        words.map_or_else(|| ballot.name(key).to_owned(), |words| words.label.clone())
    };
    keys.iter().map(name).collect()
}

/// Whether this server answers such addresses: pages of results, of a ballot's result and of a plan's progress.
fn is_served(address: &str) -> bool {
    SERVED.iter().any(|start| address.starts_with(start))
}

/// The starts of addresses to which "what happens next" may lead.
const SERVED: [&str; 3] = ["/results/", "/b/", "/plans/"];

async fn open(state: &Data<State>, key: &Path<String>) -> Result<Public, PageError> {
    let (state, key) = (state.clone(), key.to_string());
    web::block(move || Public::get(&state, &key)).await?
}

/// Shows the campaign.
async fn show(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let public = open(&state, &key).await?;
    Ok(reply::page(page(&state, &request, &public, false)))
}

/// Shows what came of it.
async fn results(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let public = open(&state, &key).await?;
    if !public.over {
        return Ok(reply::see(&format!("/campaign/{key}")));
    }
    Ok(reply::page(page(&state, &request, &public, true)))
}

fn page(state: &State, request: &HttpRequest, public: &Public, about_results: bool) -> String {
    let Public { drive, page, news, results, people, illustrative, .. } = public;
    let open = drive.asked.is_open();
    language::read(state, request, |front| {
        let page = CampaignPage {
            front,
            key: &drive.campaign.key,
            team: &drive.campaign.team,
            written_in: drive.campaign.languages.first().map_or("en", String::as_str),
            page,
            news: news.iter().collect(),
            results: results.as_ref(),
            people: *people,
            target: u64::from(drive.campaign.target),
            until: open.then(|| drive.asked.closes()),
            take_part: open.then(|| (drive.asked.address(), words::call(&drive.asked))),
            chosen: match about_results {
                true => named(&drive.asked, &public.chosen, front.words.lang()),
                false => Vec::new(),
            },
            next: public.next(),
            over: public.over,
            about_results,
            illustrative: *illustrative,
        };
        page.render().into_string()
    })
}

/// What the public pages show, as an Atom feed: nothing else and nothing earlier.
async fn feed(state: Data<State>, request: HttpRequest, key: Path<String>) -> Result<HttpResponse, PageError> {
    let public = open(&state, &key).await?;
    let website = address::website(&state, &request);
    let page = format!("{website}/campaign/{key}");
    let team = &public.drive.campaign.team;
    let entry = |post: &Post| {
        let decided = post.decided.as_ref().and_then(|(_, at)| Timestamp::from_second(*at).ok()).unwrap_or_default();
        // What came of it is new on the day it can be read, however early an officer approved it.
        let (address, moment) = match post.kind {
            PostKind::Results => (format!("{page}/results"), decided.max(public.drive.ends_at())),
            _ => (page.clone(), decided),
        };
        Entry {
            identity: identity(post),
            title: post.title.clone(),
            address,
            published: moment,
            updated: moment,
            author: team.clone(),
            summary: post.paragraphs().collect::<Vec<_>>().join("\n\n"),
        }
    };
    let mut entries: Vec<Entry> = public.results.iter().chain(&public.news).chain([&public.page]).map(entry).collect();
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.updated));
    let feed = Feed {
        title: public.page.title.clone(),
        about: public.page.paragraphs().next().unwrap_or_default().to_owned(),
        author: team.clone(),
        language: public.drive.campaign.languages.first().cloned().unwrap_or_else(|| "en".to_owned()),
        address: format!("{page}/feed.atom"),
        page,
        entries,
    };
    let feed = feed.atom().map_err(PageError::broken)?;
    Ok(HttpResponse::Ok().insert_header((CONTENT_TYPE, "application/atom+xml; charset=utf-8")).body(feed))
}

/// A UUID (version 8) of a post, the same wherever the website moves.
fn identity(post: &Post) -> String {
    identity_of(&format!("heard campaign post:{}:{}", post.campaign, post.id))
}

/// Leads from a short link to where people take part. Nobody is counted here: those who begin are, where they begin.
async fn go(state: Data<State>, word: Path<String>) -> Result<HttpResponse, PageError> {
    let Some(word) = ShortWord::parse(&word) else { return Ok(reply::see("/join")) };
    let store = state.store.clone();
    let Some(place) = web::block(move || store.find_place(&word)).await?? else { return Ok(reply::see("/join")) };
    let (here, campaign) = (state.clone(), place.campaign.clone());
    let found = web::block(move || {
        let approved = Drive::approved(&here.store.list_posts(&campaign)?, PostKind::Page).is_some();
        Ok::<_, PageError>((Drive::find(&here, &campaign)?, approved))
    });
    let (drive, approved) = found.await??;
    let drive = drive.ok_or_else(PageError::not_found)?;
    let target = match (&drive.asked, &place.code) {
        // Where a place's link leads, its name stands: nobody reads it before an officer has approved the campaign.
        (Asked::Consultation(one), Some(code)) if approved => format!("/c/{}/in/{code}", one.key),
        (asked, _) => asked.address(),
    };
    // Found, not moved: what a place's link leads to may change.
    Ok(HttpResponse::Found().insert_header((LOCATION, target)).finish())
}
