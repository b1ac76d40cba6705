//! `GET /officer`: what waits for an officer, and the consultations; or the one there is, where nothing waits.

use std::collections::BTreeSet;

use actix_web::{HttpResponse, web};

use super::desk::{desk, when};
use crate::campaign::{InvitationState, PostState};
use crate::pages::officer::consultations::{Consultations, Entry, Waits};
use crate::store::{Store, StoreError};
use crate::web::account::SignedIn;
use crate::web::{PageError, State, reply, today};

/// Shows what waits and the list; where there is one consultation and nothing waits, goes to it.
pub async fn show(state: web::Data<State>, signed_in: web::ReqData<SignedIn>) -> Result<HttpResponse, PageError> {
    let library = state.library();
    let known: Vec<_> = library.consultations().collect();
    let here = state.clone();
    let waits = web::block(move || waits(&here.store)).await??;
    if let ([only], []) = (known.as_slice(), waits.as_slice()) {
        return Ok(reply::see(&format!("/officer/c/{}", only.key)));
    }
    let entry = |consultation: &&std::sync::Arc<crate::survey::Consultation>| Entry {
        key: consultation.key.clone(),
        title: consultation.default_words().title.clone(),
        when: when(consultation, today()),
    };
    let entries = known.iter().map(entry).collect();
    let page = Consultations { desk: desk(&state, &signed_in, None)?, waits, entries };
    Ok(reply::page(page.render().into_string()))
}

/// What young people sent and nobody has decided, with where it is decided.
fn waits(store: &Store) -> Result<Vec<Waits>, StoreError> {
    let posts = store.list_posts_in(&[PostState::Waiting])?;
    let campaigns: BTreeSet<&str> = posts.iter().map(|post| post.campaign.as_str()).collect();
    let invitations = store.list_invitations(None, Some(InvitationState::Waiting))?.len();
    let texts = match (posts.len(), campaigns.len()) {
        (0, _) => None,
        (1, _) => Some("One text of a campaign waits for you".to_owned()),
        (many, 1) => Some(format!("{many} texts of a campaign wait for you")),
        (many, of) => Some(format!("{many} texts of {of} campaigns wait for you")),
    };
    let letters = match invitations {
        0 => None,
        1 => Some("One invitation to schools and clubs waits for you".to_owned()),
        many => Some(format!("{many} invitations to schools and clubs wait for you")),
    };
    let with = |said: Option<String>, address| said.map(|said| Waits { said, address });
    Ok(with(texts, "/officer/campaigns").into_iter().chain(with(letters, "/officer/invitations")).collect())
}
