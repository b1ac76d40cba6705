//! Who types a sheet of votes on paper, as far as that can be known: the account that is signed in, and the browser.
//!
//! One person must not type both sheets of a place. What is seen is the same account, and the same browser by a cookie
//! that is set as numbers are kept. Somebody with two devices, or who forgets cookies between, is not seen; see
//! docs/decisions/0032.

use actix_web::http::StatusCode;
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

use super::visit::read_token;
use crate::ballot::{Ballot, BrowserMark};
use crate::store::{PollingPlace, Store, TallyTyping};
use crate::web::account::rights;
use crate::web::{PageError, State, cookie};

/// The cookie's name.
const COOKIE: &str = "heard-tally";
/// How long a browser is known: longer than a ballot and its count last.
const SECONDS: i64 = 60 * 24 * 60 * 60;

/// Somebody who types.
pub struct Typist {
    /// The account that is signed in, if any.
    account: Option<String>,
    /// What this browser holds; nothing before it has kept any numbers.
    held: Option<[u8; 16]>,
    https: bool,
}

impl Typist {
    /// Whoever sends a request.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn find(state: &Data<State>, request: &HttpRequest) -> Result<Self, PageError> {
        let https = state.config.is_https();
        let account = rights::find(state, request).await?.map(|signed_in| signed_in.user);
        Ok(Self { account, held: cookie::find(request, COOKIE, https).as_deref().and_then(read_token), https })
    }

    /// What they are kept under: their account, or which of the place's two links.
    pub fn name(&self, turn: i32) -> String {
        self.account.clone().unwrap_or_else(|| format!("link {turn}"))
    }

    /// Gives a browser that holds nothing yet something to be known by.
    ///
    /// # Errors
    /// When the system has no random numbers.
    pub fn known(mut self) -> Result<Self, PageError> {
        if self.held.is_none() {
            let mut random = [0u8; 16];
            getrandom::fill(&mut random).map_err(PageError::broken)?;
            self.held = Some(random);
        }
        Ok(self)
    }

    /// What is kept of this browser with a place: it tells nothing of what it typed elsewhere.
    pub fn browser(&self, ballot: &Ballot, place: &PollingPlace) -> String {
        let of = format!("{}:tally:{}", ballot.key, place.id);
        self.held.as_ref().map(|held| BrowserMark::of(held, &of).as_str().to_owned()).unwrap_or_default()
    }

    /// Has the browser keep what it is known by.
    ///
    /// # Errors
    /// Never, as far as is known: the cookie is letters and numbers.
    pub fn keep(&self, mut response: HttpResponse) -> Result<HttpResponse, PageError> {
        if let Some(held) = self.held {
            let value = held.iter().map(|byte| format!("{byte:02x}")).collect();
            let cookie = cookie::make(COOKIE, value, self.https, Some(SECONDS));
            response.add_cookie(&cookie).map_err(PageError::broken)?;
        }
        Ok(response)
    }

    /// Refuses the sheet to whoever typed the other one, while the tally of the place is not agreed.
    ///
    /// # Errors
    /// What to do instead; when the database fails.
    pub fn check(&self, store: &Store, ballot: &Ballot, place: &PollingPlace, turn: i32) -> Result<(), PageError> {
        let is_agreed = store.list_tallies(&ballot.key)?.iter().any(|tally| tally.place == place.id);
        if is_agreed || store.find_ballot_result(&ballot.key)?.is_some() {
            return Ok(());
        }
        let typing = TallyTyping {
            place: place.id,
            turn,
            typist: self.name(turn),
            body: String::new(),
            browser: self.browser(ballot, place),
            tried_other: false,
        };
        if !store.refuse_other_typing(typing)? {
            return Ok(());
        }
        let other = if turn == 1 { "second" } else { "first" };
        let typed = format!("The sheet of the {other} person was typed with this account or in this browser.");
        let words = [
            typed.as_str(),
            "Two people have to type the votes on paper, each for themselves. Give this link to somebody else, who opens it on a \
             device of their own. If that cannot be, an officer can type this sheet. Officers see that it was opened here.",
        ];
        Err(PageError::new(StatusCode::FORBIDDEN, "Somebody else types this sheet", &words))
    }
}
