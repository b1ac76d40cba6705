//! `/officer/mail`: letters that wait, went out or were refused.

use std::collections::BTreeMap;

use actix_web::{HttpResponse, web};

use super::desk::desk;
use crate::campaign::InvitationState;
use crate::config::Mail;
use crate::letter::{LetterKind, LetterState};
use crate::pages::officer::mail::{Kept, Letters, Row, Sending};
use crate::web::account::SignedIn;
use crate::web::{PageError, State, reply};

/// The most letters that are shown whole.
const MOST_KEPT: usize = 50;

/// Shows the page.
pub async fn show(state: web::Data<State>, signed_in: web::ReqData<SignedIn>) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    Ok(reply::page(web::block(move || page(&state, &signed_in)).await??))
}

fn page(state: &State, signed_in: &SignedIn) -> Result<String, PageError> {
    let library = state.library();
    let campaigns = state.store.list_campaigns()?;
    let name = |kind: LetterKind, key: &str| match kind {
        LetterKind::Invitation => campaigns.iter().find(|one| one.key == key).map(|one| one.name.clone()),
        LetterKind::Confirm | LetterKind::Told => {
            library.find_consultation(key).map(|one| one.default_words().title.clone())
        }
    };
    let name = |kind, key: &str| name(kind, key).unwrap_or_else(|| key.to_owned());
    let mut rows: BTreeMap<(LetterKind, String), [u64; 4]> = BTreeMap::new();
    for count in state.store.count_letters()? {
        let letters = rows.entry((count.kind, name(count.kind, &count.about))).or_default();
        if let Some(at) = LetterState::ALL.iter().position(|state| *state == count.state) {
            letters[at] += count.letters;
        }
    }
    let sending = match &state.config.mail {
        Mail::Off => Sending::Off,
        Mail::Kept => Sending::Kept,
        Mail::Through(setup) => {
            let trouble = state.post.trouble().map(|trouble| trouble.to_string());
            Sending::Through { server: setup.server.clone(), trouble }
        }
    };
    let kept = state.store.list_kept_letters(MOST_KEPT)?.into_iter();
    let kept = kept.map(|one| Kept { kind: one.kind, about: name(one.kind, &one.about), letter: one.letter }).collect();
    let mut hearers = Vec::new();
    for consultation in library.consultations() {
        let people = state.store.count_hearers(&consultation.key)?;
        hearers.push((consultation.default_words().title.clone(), people));
    }
    let page = Letters {
        desk: desk(state, signed_in, None)?,
        sending,
        rows: rows.into_iter().map(|((kind, about), letters)| Row { kind, about, letters }).collect(),
        kept,
        hearers,
        to_approve: state.store.list_invitations(None, Some(InvitationState::Waiting))?.len(),
    };
    Ok(page.render().into_string())
}
