//! `/campaigns/{campaign}/share`: places with their links, and a new one.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::drive::{Asked, Drive, desk};
use super::places::{APPROVED, may_word, personal};
use super::words::{languages, shown};
use crate::campaign::{POSTERS, Place, Post, PostKind, PostState, ShortWord};
use crate::pages::campaign::share::{OwnWords, Share, SharePlace, Thing, Typed};
use crate::pages::components::errors::Problem;
use crate::report::pdf::Material;
use crate::store::StoreError;
use crate::survey::{NameProblem, WayCode, WayIn, WayKind, read_headcount, read_name};
use crate::web::account::SignedIn;
use crate::web::respond::save_way_in;
use crate::web::{Form, PageError, State, address, reply, today};

/// The most places of a campaign.
const MOST: usize = 60;

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let website = address::website(&state, &request);
    let signed_in = signed_in.into_inner();
    let asked = Form::parse(request.query_string()).unwrap_or_default();
    let looked = Looked { lang: asked.text("lang").to_owned(), changed: asked.text("changed").to_owned() };
    let page = web::block(move || page(&state, &signed_in, &key, &website, looked, Typed::default(), Vec::new()));
    Ok(reply::page(page.await??))
}

/// What the page is looked at for.
#[derive(Default)]
struct Looked {
    /// The language of posters.
    lang: String,
    /// The word of a place that was just changed.
    changed: String,
}

/// What is read of a new place.
struct Read {
    name: String,
    word: Option<ShortWord>,
    people: Option<u32>,
    target: Option<u32>,
}

/// Adds a place.
pub async fn add(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let mut problems = Vec::new();
    let read = read(&form, &mut problems);
    problems.extend(read.as_ref().and_then(|read| personal("name", &read.name, signed_in.role)));
    let (here, campaign, role) = (state.clone(), key.clone(), signed_in.role);
    let drive = web::block(move || {
        let drive = Drive::get(&here, &campaign)?;
        let many = here.store.count_places(&campaign, today())?.len();
        Ok::<_, PageError>((drive, many, may_word(&here.store, &campaign, role)?))
    });
    let (drive, many, may_word) = drive.await??;
    if !may_word {
        problems.push(Problem { field: "places", message: APPROVED.to_owned() });
    }
    if many >= MOST {
        problems.push(Problem { field: "name", message: format!("A campaign has at most {MOST} places") });
    }
    let added = match read.filter(|_| problems.is_empty()) {
        Some(read) => save(&state, &drive, read).await?,
        None => None,
    };
    if let Some(place) = added {
        return Ok(reply::see(&format!("/campaigns/{key}/share#place-{}", place.word.as_str())));
    }
    if problems.is_empty() {
        problems.push(Problem { field: "word", message: "That word is taken. Choose another".to_owned() });
    }
    let text = |field: &str| form.text(field).chars().take(200).collect::<String>();
    let typed = Typed { name: text("name"), word: text("word"), people: text("people"), target: text("target") };
    let website = address::website(&state, &request);
    let page = web::block(move || page(&state, &signed_in, &key, &website, Looked::default(), typed, problems));
    Ok(reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page.await??))
}

/// The page of links with what is wrong.
pub(super) fn refused(
    state: &State,
    signed_in: &SignedIn,
    key: &str,
    website: &str,
    problem: Problem,
) -> Result<String, PageError> {
    page(state, signed_in, key, website, Looked::default(), Typed::default(), vec![problem])
}

/// How many people of a place were typed; nothing where the field was left empty or holds no such number.
pub(super) fn headcount(form: &Form, field: &'static str, problems: &mut Vec<Problem>) -> Option<u32> {
    let typed = form.text(field).trim().replace([',', ' '], "");
    let number = read_headcount(&typed);
    if !typed.is_empty() && number.is_none() {
        let message = "Write a number from 1 to 3,000, or leave it empty".to_owned();
        problems.push(Problem { field, message });
    }
    number
}

fn read(form: &Form, problems: &mut Vec<Problem>) -> Option<Read> {
    let mut wrong = |field, message: &str| problems.push(Problem { field, message: message.to_owned() });
    let name = read_name(form.text("name"));
    match &name {
        Err(NameProblem::Missing) => wrong("name", "Write the name of the place"),
        Err(NameProblem::TooLong) => wrong("name", "Make the name shorter: at most 60 characters"),
        Ok(_) => {}
    }
    let typed = form.text("word").trim();
    let word = ShortWord::parse(typed);
    if !typed.is_empty() && word.is_none() {
        wrong("word", "Use 2 to 20 letters, numbers and hyphens, for example redditch-library");
    }
    let (people, target) = (headcount(form, "people", problems), headcount(form, "target", problems));
    Some(Read { name: name.ok()?, word, people, target })
}

/// Keeps a place with a way in of its own; nothing where the word that was asked for is taken.
async fn save(state: &web::Data<State>, drive: &Drive, read: Read) -> Result<Option<Place>, PageError> {
    let words: Vec<ShortWord> = match read.word {
        Some(word) => vec![word],
        None => (0..50)
            .filter_map(|again| ShortWord::of_name(&read.name, again).or_else(|| ShortWord::of_name("place", again)))
            .collect(),
    };
    let (store, campaign) = (state.store.clone(), drive.campaign.key.clone());
    let free = web::block(move || {
        for word in words {
            if store.find_place(&word)?.is_none() {
                return Ok::<_, StoreError>(Some(word));
            }
        }
        Ok(None)
    });
    let Some(word) = free.await?? else { return Ok(None) };
    let code = match &drive.asked {
        Asked::Ballot(_) => None,
        Asked::Consultation(consultation) => {
            let way = WayIn {
                code: WayCode::from_random([0; 6]),
                consultation: consultation.key.clone(),
                kind: WayKind::Link,
                name: read.name.clone(),
                perspective: None,
                headcount: None,
                shared_device: false,
                opened_on: today(),
                closes_on: consultation.closes,
            };
            Some(save_way_in(state, way).await?.code.as_str().to_owned())
        }
    };
    let place = Place { word, campaign, name: read.name, code, people: read.people, target: read.target };
    let (store, kept) = (state.store.clone(), place.clone());
    let saved = web::block(move || store.save_place(&kept, today())).await??;
    Ok(saved.then_some(place))
}

/// What can be had for a place.
fn things() -> Vec<Thing> {
    let pictures = |material| match material {
        Material::Slides => ("zip", "pictures (ZIP)"),
        _ => ("png", "picture"),
    };
    let thing = |material: Material| (material.as_str(), material.name(), pictures(material));
    Material::ALL.into_iter().map(thing).collect()
}

/// What the campaign says of its own on posters in a language, or might say; nothing in its own language, in which its
/// page says it.
fn own_words(drive: &Drive, posts: &[Post], lang: &str) -> Option<OwnWords> {
    if drive.campaign.languages.first().is_some_and(|own| own == lang) {
        return None;
    }
    let kind = PostKind::posters(lang)?;
    let last = posts.iter().find(|post| post.kind == kind && post.state != PostState::TakenDown);
    Some(OwnWords {
        kind,
        approved: Drive::approved(posts, kind).map(|post| post.title.clone()),
        waits: posts.iter().any(|post| post.kind == kind && post.state == PostState::Waiting),
        title: last.map(|post| post.title.clone()).unwrap_or_default(),
        words: last.map(|post| post.words.clone()).unwrap_or_default(),
    })
}

fn page(
    state: &State,
    signed_in: &SignedIn,
    key: &str,
    website: &str,
    looked: Looked,
    typed: Typed,
    problems: Vec<Problem>,
) -> Result<String, PageError> {
    let drive = Drive::get(state, key)?;
    let posts = state.store.list_posts(key)?;
    let languages = languages(&drive, &posts);
    let chosen = languages.iter().find(|known| **known == looked.lang).or(languages.first());
    let lang = chosen.cloned().unwrap_or_else(|| "en".to_owned());
    let place = |counted: crate::store::CountedPlace| {
        let word = counted.place.word.as_str().to_owned();
        let address = format!("{website}/go/{word}");
        let Place { name, people, target, .. } = counted.place;
        SharePlace { shown: shown(&address), name, word, address, people, target }
    };
    let places: Vec<SharePlace> = state.store.count_places(key, today())?.into_iter().map(place).collect();
    let page = Share {
        desk: desk(state, signed_in, Some(&drive))?,
        changed: places.iter().find(|place| place.word == looked.changed).cloned(),
        places,
        things: things(),
        words: own_words(&drive, &posts, &lang),
        more: POSTERS.iter().map(|(code, _)| *code).filter(|code| !languages.iter().any(|one| one == code)).collect(),
        lang,
        languages,
        draft: Drive::approved(&posts, PostKind::Page).is_none(),
        fixed: !may_word(&state.store, key, signed_in.role)?,
        counts: matches!(drive.asked, Asked::Consultation(_)),
        unset_address: state.config.public_url.is_none(),
        typed,
        problems,
    };
    Ok(page.render().into_string())
}
