//! `/campaigns/{campaign}/places/{word}`: changes of a place, or its end; and who may change what posters say.

use actix_web::{HttpRequest, HttpResponse, web};

use super::drive::Drive;
use super::personal_data::personal_data_but;
use super::share::{headcount, refused};
use crate::campaign::{Place, PostKind, ShortWord};
use crate::pages::components::errors::Problem;
use crate::store::{Role, Store, StoreError};
use crate::survey::read_name;
use crate::text::PersonalDataKind;
use crate::web::account::SignedIn;
use crate::web::account::rights::{Right, may};
use crate::web::{Form, PageError, State, address, reply};

/// Said to a member who wants to change what an officer has approved.
pub(super) const APPROVED: &str =
    "An officer has approved this campaign, so what its posters say stays. Ask an officer to change it";

/// Whether somebody of this role may change what the public reads of a campaign beside its posts: who runs it, and its
/// places. Members may until an officer has approved its page, who looks at both then; afterwards officers alone may.
///
/// # Errors
/// When the database fails.
pub(super) fn may_word(store: &Store, campaign: &str, role: Role) -> Result<bool, StoreError> {
    if may(role, Right::ChangeApproved) {
        return Ok(true);
    }
    Ok(Drive::approved(&store.list_posts(campaign)?, PostKind::Page).is_none())
}

/// What is wrong with a name for a poster that somebody of this role typed: by it a person could be found. A place may
/// well be a school, and an officer decides for themselves.
pub(super) fn personal(field: &'static str, name: &str, role: Role) -> Option<Problem> {
    if may(role, Right::ChangeApproved) {
        return None;
    }
    let said = personal_data_but(name, Some(PersonalDataKind::School)).into_iter().next()?;
    Some(Problem { field, message: format!("{said}. Leave it out, or ask an officer") })
}

/// Changes a place or removes it.
pub async fn change(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    path: web::Path<(String, String)>,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let (key, word) = path.into_inner();
    let website = address::website(&state, &request);
    let done = web::block(move || {
        let word = ShortWord::parse(&word).ok_or_else(PageError::not_found)?;
        let place = state.store.find_place(&word)?.filter(|place| place.campaign == key);
        let place = place.ok_or_else(PageError::not_found)?;
        match decide(&state, &signed_in, &place, &form)? {
            None if form.text("do") == "change" => {
                let word = place.word.as_str();
                Ok(Ok(format!("/campaigns/{key}/share?changed={word}#place-{word}")))
            }
            None => Ok(Ok(format!("/campaigns/{key}/share"))),
            Some(problem) => refused(&state, &signed_in, &key, &website, problem).map(Err),
        }
    });
    Ok(reply::after_form(done.await??))
}

/// Does what was asked, or says why not.
fn decide(state: &State, signed_in: &SignedIn, place: &Place, form: &Form) -> Result<Option<Problem>, PageError> {
    let refuse = |message: String| Ok(Some(Problem { field: "places", message }));
    if !may_word(&state.store, &place.campaign, signed_in.role)? {
        return refuse(APPROVED.to_owned());
    }
    match form.text("do") {
        "change" => {
            let Ok(name) = read_name(form.text("name")) else {
                return refuse(format!("Write a name of at most 60 characters for “{}”", place.name));
            };
            if let Some(problem) = personal("places", &name, signed_in.role) {
                return Ok(Some(problem));
            }
            let mut wrong = Vec::new();
            let mut number = |field, now| match form.text(field) {
                // A ballot's places have no such fields.
                "" if place.code.is_none() => now,
                _ => headcount(form, field, &mut wrong),
            };
            let (people, target) = (number("people", place.people), number("target", place.target));
            if let Some(problem) = wrong.into_iter().next() {
                return refuse(format!("“{name}”: {}", problem.message));
            }
            state.store.change_place(&place.word, &name, people, target)?;
        }
        "remove" => {
            if !state.store.erase_place(&place.word)? {
                return refuse(format!("Somebody has come by the link of “{}”, so it stays", place.name));
            }
        }
        _ => return Err(PageError::unreadable_form()),
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_school_can_stand_on_a_poster_and_a_person_cannot() {
        let wrong = |name, role| personal("name", name, role).is_some();
        assert!(wrong("Ask Sam Jones 07700 900123", Role::Member) && wrong("zoe@example.org", Role::Member));
        for name in ["Redditch Library", "Arrow Vale High School", "The Hive, Worcester", "Kidderminster bus station"] {
            assert!(!wrong(name, Role::Member), "{name}: {:?}", personal("name", name, Role::Member));
        }
        assert!(!wrong("Ask at 01905 622222", Role::Officer));
    }
}
