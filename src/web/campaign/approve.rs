//! `/officer/campaigns`: an adult officer approves what the public will read, sends it back, or takes it down.

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, web};
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use super::drive::{Drive, desk};
use crate::campaign::{Campaign, Post, PostKind, PostState, Reach};
use crate::pages::campaign::approve::{Approve, Entry, OnPosters};
use crate::pages::campaign::posts::not_read;
use crate::pages::components::errors::Problem;
use crate::store::{Store, StoreError};
use crate::text::find_personal_data;
use crate::web::account::SignedIn;
use crate::web::{Form, PageError, State, reply, today};

/// The most characters of a remark.
const MOST_REMARK: usize = 1_000;

/// Shows what waits, and what the public reads.
pub async fn show(state: web::Data<State>, signed_in: web::ReqData<SignedIn>) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || page(&state, &signed_in, Vec::new()));
    Ok(reply::page(page.await??))
}

/// Decides one.
pub async fn decide(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    post: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let id = i64::from_str_radix(&post, 16).map_err(|_| PageError::not_found())?;
    let done = web::block(move || {
        let known = state.store.find_post(id)?.ok_or_else(PageError::not_found)?;
        let remark: String = form.text("remark").trim().chars().take(MOST_REMARK).collect();
        let to = match form.text("do") {
            "approve" => PostState::Approved,
            "return" => PostState::Returned,
            "take-down" => PostState::TakenDown,
            _ => return Err(PageError::unreadable_form()),
        };
        let refuse = |message: &str| {
            let problems = vec![Problem { field: "list", message: message.to_owned() }];
            page(&state, &signed_in, problems).map(Err)
        };
        if to == PostState::Returned && remark.is_empty() {
            return refuse(&format!("Say what should change before you send “{}” back", known.title));
        }
        let campaign = state.store.find_campaign(&known.campaign)?;
        let posters = posters(&state.store, campaign.as_ref(), &known)?;
        if let (PostState::Approved, Some(posters)) = (to, posters)
            && posters.seen != form.text("seen")
        {
            let message = "Who runs “{}” or its places have changed meanwhile. Read them, then approve";
            return refuse(&message.replace("{}", &known.title));
        }
        let at = Timestamp::now().as_second();
        let from = if to == PostState::TakenDown { PostState::Approved } else { PostState::Waiting };
        if !state.store.decide_post(id, (from, to), &remark, &signed_in.user, at)? {
            return refuse(&format!("Somebody else has decided about “{}” meanwhile", known.title));
        }
        Ok(Ok("/officer/campaigns"))
    });
    Ok(match done.await?? {
        Ok(address) => reply::see(address),
        Err(page) => reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page),
    })
}

fn page(state: &State, signed_in: &SignedIn, problems: Vec<Problem>) -> Result<String, PageError> {
    let campaigns = state.store.list_campaigns()?;
    let spans = |text: &str| find_personal_data(text).into_iter().map(|found| found.span).collect();
    let entry = |post: Post| -> Result<Entry, StoreError> {
        let named = campaigns.iter().find(|campaign| campaign.key == post.campaign);
        Ok(Entry {
            posters: posters(&state.store, named, &post)?,
            not_read: named.map(|campaign| held(state, campaign, &post)).transpose()?.flatten(),
            campaign: named.map(|campaign| campaign.name.clone()).unwrap_or_default(),
            in_title: spans(&post.title),
            in_words: spans(&post.words),
            post,
        })
    };
    let waiting = state.store.list_posts_in(&[PostState::Waiting])?.into_iter().map(entry);
    let waiting = waiting.collect::<Result<Vec<_>, _>>()?;
    let public = state.store.list_posts_in(&[PostState::Approved])?.into_iter().map(entry);
    let public = public.collect::<Result<Vec<_>, _>>()?;
    Ok(Approve { desk: desk(state, signed_in, None)?, waiting, public, today: today(), problems }
        .render()
        .into_string())
}

/// Why the public does not read a text now, or would not if it were approved now; nothing where it does.
fn held(state: &State, campaign: &Campaign, post: &Post) -> Result<Option<String>, StoreError> {
    let Some(drive) = Drive::of(&state.library(), campaign.clone()) else { return Ok(None) };
    let mut posts = state.store.list_posts(&campaign.key)?;
    let approved = Post { state: PostState::Approved, ..post.clone() };
    posts.iter_mut().filter(|one| one.id == post.id).for_each(|one| *one = approved.clone());
    let reach = Reach::of(&posts, &approved, drive.is_over()).filter(|reach| *reach != Reach::Public);
    Ok(reach.map(|reach| not_read(reach, drive.last_day())))
}

/// What becomes public with a campaign's page beside its words; nothing of other texts.
fn posters(store: &Store, campaign: Option<&Campaign>, post: &Post) -> Result<Option<OnPosters>, StoreError> {
    let Some(campaign) = campaign.filter(|_| post.kind == PostKind::Page) else { return Ok(None) };
    let places: Vec<String> =
        store.count_places(&campaign.key, today())?.into_iter().map(|counted| counted.place.name).collect();
    let mut digest = Sha256::new();
    for name in places.iter().chain([&campaign.team]) {
        digest.update(name.as_bytes());
        // No name holds a line break.
        digest.update(b"\n");
    }
    let seen = digest.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    Ok(Some(OnPosters { team: campaign.team.clone(), places, seen }))
}
