//! `/campaigns`: every campaign.

use actix_web::{HttpResponse, web};

use super::drive::{Drive, desk};
use crate::campaign::{Campaign, InvitationState, Post, PostState};
use crate::library::Library;
use crate::pages::campaign::list::{Entry, List};
use crate::web::account::SignedIn;
use crate::web::{PageError, State, reply, today};

/// Shows the list.
pub async fn show(state: web::Data<State>, signed_in: web::ReqData<SignedIn>) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let library = state.library();
        let posts = state.store.list_posts_in(&[PostState::Waiting, PostState::Returned, PostState::Approved])?;
        let invitations = state.store.list_invitations(None, Some(InvitationState::Waiting))?;
        let entry = |campaign: Campaign| Entry {
            waiting: (
                posts.iter().filter(|post| post.campaign == campaign.key && post.state == PostState::Waiting).count(),
                invitations.iter().filter(|one| one.campaign == campaign.key).count(),
            ),
            returned: posts.iter().filter(|post| post.campaign == campaign.key && is_open(post, &posts)).count(),
            state: state_of(&library, &campaign),
            when: format!("{} to {}", campaign.starts.strftime("%-d %B"), campaign.ends.strftime("%-d %B %Y")),
            key: campaign.key,
            name: campaign.name,
            team: campaign.team,
        };
        let entries = state.store.list_campaigns()?.into_iter().map(entry).collect();
        Ok::<_, PageError>(List { desk: desk(&state, &signed_in, None)?, entries }.render().into_string())
    });
    Ok(reply::page(page.await??))
}

/// Whether a text was sent back and nobody has written one of its kind since.
fn is_open(post: &Post, posts: &[Post]) -> bool {
    let later = |other: &Post| {
        let same = (&other.campaign, other.kind) == (&post.campaign, post.kind) && other.id != post.id;
        same && other.state != PostState::Returned && other.written_on >= post.written_on
    };
    post.state == PostState::Returned && !posts.iter().any(later)
}

fn state_of(library: &Library, campaign: &Campaign) -> &'static str {
    let today = today();
    let is_over = Drive::of(library, campaign.clone()).is_some_and(|drive| drive.is_over());
    match today {
        _ if is_over || campaign.is_over(today) => "Over",
        _ if today < campaign.starts => "Begins soon",
        _ => "Running",
    }
}
