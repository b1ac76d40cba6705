//! Who is signed in and what they may do. Decided here and nowhere else.

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, HttpRequest, web};
use jiff::Timestamp;

use super::session::{self, Token};
use crate::store::Role;
use crate::web::{Form, PageError, State, cookie, reply};

/// Something that not everybody may do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Right {
    /// Run campaigns: see turnout and other published figures, make posters, plan the work, write what the public will
    /// read once an officer has approved it.
    RunCampaigns,
    /// Propose ballots, which nobody else sees before an officer opens them.
    ProposeBallots,
    /// Change what stays for a campaign's team: its first day, and who runs it and its places once they are approved.
    ChangeApproved,
    /// Read answers with personal data covered and the figures made of them, and say which themes they have.
    ReadAnswers,
    /// Write surveys and publish them.
    EditSurveys,
    /// Publish ballots, send proposed ones back, and publish results.
    OpenBallots,
    /// Make and erase accounts.
    ManageAccounts,
}

/// Whether a role has a right.
pub fn may(role: Role, right: Right) -> bool {
    match right {
        Right::RunCampaigns | Right::ProposeBallots => true,
        Right::ChangeApproved | Right::ReadAnswers | Right::EditSurveys | Right::OpenBallots => {
            matches!(role, Role::Officer | Role::Administrator)
        }
        Right::ManageAccounts => role == Role::Administrator,
    }
}

/// Somebody signed in, for the length of one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    pub user: String,
    pub role: Role,
    /// What the forms of this session must send back.
    pub csrf: String,
}

impl SignedIn {
    /// Refuses an account without a right.
    ///
    /// # Errors
    /// [`PageError::forbidden`], with the way back to where the account begins.
    pub fn check_right(&self, right: Right) -> Result<(), PageError> {
        if may(self.role, right) { Ok(()) } else { Err(refused(self.role)) }
    }

    /// Refuses a form that does not carry what this session's pages gave it.
    ///
    /// # Errors
    /// [`PageError::foreign_form`].
    pub fn check_form(&self, form: &Form) -> Result<(), PageError> {
        if session::is_same(form.text("csrf"), &self.csrf) { Ok(()) } else { Err(PageError::foreign_form()) }
    }
}

/// Who is signed in with this browser, if anybody; keeps the session while it is used.
///
/// # Errors
/// When the database fails.
pub async fn find(state: &web::Data<State>, request: &HttpRequest) -> Result<Option<SignedIn>, PageError> {
    let held = cookie::find(request, session::COOKIE, state.config.is_https());
    let Some(token) = held.and_then(|text| Token::parse(&text)) else { return Ok(None) };
    let store = state.store.clone();
    let found = web::block(move || {
        let now = Timestamp::now();
        let hash = token.hash();
        let Some(session) = store.find_session(&hash, now)? else { return Ok(None) };
        if token.is_worth_renewing(session.expires_at, now) {
            store.extend_session(&hash, token.ends(now))?;
        }
        Ok(Some(SignedIn { user: session.user, role: session.role, csrf: session.csrf }))
    });
    found.await?.map_err(|error: crate::store::StoreError| error.into())
}

/// Lets only those through who may read answers; others are asked to sign in, or told that they may not.
/// Stands around every officer's address, so that no handler can forget.
///
/// # Errors
/// [`PageError::forbidden`] for an account without the right.
pub async fn require_officer<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, Error> {
    require(Right::ReadAnswers, request, next).await
}

/// Lets only those through who may run campaigns, as [`require_officer`] does for answers.
///
/// # Errors
/// [`PageError::forbidden`] for an account without the right.
pub async fn require_member<B: MessageBody + 'static>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, Error> {
    require(Right::RunCampaigns, request, next).await
}

async fn require<B: MessageBody + 'static>(
    right: Right,
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<EitherBody<B, BoxBody>>, Error> {
    let Some(state) = request.app_data::<web::Data<State>>().cloned() else {
        return Err(PageError::broken("no state").into());
    };
    let Some(signed_in) = find(&state, request.request()).await? else {
        let first = if right == Right::RunCampaigns { "/campaigns" } else { "/officer" };
        let next = match *request.method() {
            Method::GET => request.uri().path_and_query().map_or(first, |asked| asked.as_str()),
            _ => first,
        };
        let address = format!("/sign-in?next={}", encoded(next));
        return Ok(request.into_response(reply::see(&address)).map_into_right_body());
    };
    if !may(signed_in.role, right) {
        return Err(refused(signed_in.role).into());
    }
    request.extensions_mut().insert(signed_in);
    next.call(request).await.map(ServiceResponse::map_into_left_body)
}

/// Says that a page is for others, and leads somebody of this role back to where their account begins.
fn refused(role: Role) -> PageError {
    match may(role, Right::ReadAnswers) {
        true => PageError::forbidden().with_link("/officer", "Back to the consultations"),
        false => PageError::forbidden_to_members().with_link("/campaigns", "Back to your campaigns"),
    }
}

/// Where an account begins.
pub fn first_page(role: Role) -> &'static str {
    if may(role, Right::ReadAnswers) { "/officer" } else { "/campaigns" }
}

/// A page to go to after signing in: one of this website's that is for those who are signed in, or none. What another
/// website put into the address leads nowhere else.
pub fn safe_next(wanted: &str) -> Option<&str> {
    let begins =
        |start: &str| wanted.strip_prefix(start).is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '?']));
    let is_ours = ["/officer", "/campaigns"].into_iter().any(begins);
    let is_plain = wanted.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\') && !wanted.contains("//");
    (is_ours && is_plain).then_some(wanted)
}

/// A value as it stands in an address's query.
pub fn encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' => encoded.push(char::from(byte)),
            _ => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_are_gone_to_after_signing_in() {
        for ours in ["/officer", "/officer/c/a/search?words=bus&page=2", "/officer?x=1", "/campaigns/make-your-mark"] {
            assert_eq!(safe_next(ours), Some(ours));
        }
        let others = [
            "https://evil.example",
            "//evil.example",
            "/\\evil.example",
            "/officer//evil",
            "/officer\r\nLocation: https://evil.example",
            "/officer.evil.example",
            "/officers",
            "javascript:alert(1)",
            "",
        ];
        for other in others {
            assert_eq!(safe_next(other), None, "{other}");
        }
    }

    #[test]
    fn accounts_are_for_administrators_alone() {
        assert!(may(Role::Administrator, Right::ManageAccounts) && !may(Role::Officer, Right::ManageAccounts));
        assert!(may(Role::Officer, Right::ReadAnswers));
    }

    #[test]
    fn a_member_runs_campaigns_and_reads_no_answer() {
        assert!(may(Role::Member, Right::RunCampaigns) && may(Role::Member, Right::ProposeBallots));
        for right in [Right::ReadAnswers, Right::EditSurveys, Right::OpenBallots, Right::ManageAccounts] {
            assert!(!may(Role::Member, right), "{right:?}");
        }
        assert_eq!((first_page(Role::Member), first_page(Role::Officer)), ("/campaigns", "/officer"));
    }

    #[test]
    fn a_value_in_an_address_cannot_begin_another() {
        assert_eq!(encoded("a b&c=é"), "a%20b%26c%3D%C3%A9");
    }
}
