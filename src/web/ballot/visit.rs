//! Who is voting, as far as their browser says: a token, a voucher that was scanned or typed, the edition, and whether
//! a paper was sent.

use std::sync::Arc;

use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse};

use super::opening::{Standing, standing};
use crate::ballot::{Ballot, BrowserMark, Voucher};
use crate::pages::ballot::Frame;
use crate::pages::ballot::shut::{Shut, Why};
use crate::pages::respond::{EASY_READ, LANGUAGE};
use crate::store::RightToVote;
use crate::survey::{Edition, Language, Openness};
use crate::web::{Form, PageError, State, cookie, language, now, reply};

/// The start of the names of the cookies of voters; the ballot's key follows.
pub const COOKIE: &str = "heard-vote-";

/// Between the parts of the cookie.
const AND: char = '.';
const EASY: char = 'e';
const SENT: char = 's';

/// One request of somebody voting.
pub(super) struct Visit {
    pub ballot: Arc<Ballot>,
    pub language: Language,
    pub easy_read: bool,
    pub token: Option<[u8; 16]>,
    pub voucher: Option<Voucher>,
    pub sent: bool,
    https: bool,
}

impl Visit {
    /// Finds the ballot by its key, and what the browser holds.
    pub fn find(state: &State, request: &HttpRequest, key: &str) -> Result<Self, PageError> {
        let library = state.library();
        let ballot = Arc::clone(library.find_ballot(key).ok_or_else(unknown_ballot)?);
        let https = state.config.is_https();
        let held = cookie::find(request, &cookie_name(key), https).unwrap_or_default();
        let mut parts = held.split(AND);
        let token = parts.next().and_then(read_token);
        let voucher = parts.next().and_then(Voucher::parse);
        let flags = parts.next().unwrap_or_default();
        let chosen = language::chosen(request).unwrap_or_default();
        let language = find_language(&ballot, &chosen).unwrap_or_else(|| ballot.default_language().clone());
        let easy_read = flags.contains(EASY) && ballot.easy_read;
        Ok(Self { language, easy_read, token, voucher, sent: flags.contains(SENT), https, ballot })
    }

    /// Turns to the language or the edition that a button asks for; says whether it does.
    pub fn turn(&mut self, form: &Form) -> bool {
        if let Some(found) = find_language(&self.ballot, form.text(LANGUAGE)) {
            self.language = found;
            return true;
        }
        match form.text(EASY_READ) {
            "yes" if self.ballot.easy_read => self.easy_read = true,
            "no" => self.easy_read = false,
            _ => return false,
        }
        true
    }

    /// What the pages share.
    pub fn frame(&self) -> Frame<'_> {
        let own = self.ballot.perspectives.first().map(|one| one.edition).unwrap_or_default();
        let edition = if self.easy_read && own == Edition::Plain { Edition::EasyRead } else { own };
        Frame { ballot: &self.ballot, lang: self.language.as_str(), edition }
    }

    /// What gives this browser the right to one paper.
    pub fn right(&self) -> Option<RightToVote> {
        let key = &self.ballot.key;
        if self.ballot.vouchers {
            return self.voucher.as_ref().map(|voucher| RightToVote::Voucher(voucher.hash(key)));
        }
        self.token.as_ref().map(|token| RightToVote::Browser(BrowserMark::of(token, key)))
    }

    /// Where somebody is sent who cannot mark a paper now.
    pub async fn elsewhere(&self, state: &actix_web::web::Data<State>) -> Result<Option<HttpResponse>, PageError> {
        if let Some(why) = self.shut(state).await? {
            return Ok(Some(self.shut_page(why, StatusCode::FORBIDDEN)));
        }
        if self.sent {
            return Ok(Some(self.shut_page(Why::Voted, StatusCode::FORBIDDEN)));
        }
        Ok(self.right().is_none().then(|| reply::see(&self.frame().href(""))))
    }

    /// [`Visit::elsewhere`] for somebody who sends marks: where voting has ended they are told that these do not count.
    pub async fn elsewhere_with_marks(
        &self,
        state: &actix_web::web::Data<State>,
    ) -> Result<Option<HttpResponse>, PageError> {
        match self.shut(state).await? {
            Some(Why::Time(Openness::Closed) | Why::Published) if !self.sent => {
                Ok(Some(self.shut_page(Why::Late, StatusCode::FORBIDDEN)))
            }
            _ => self.elsewhere(state).await,
        }
    }

    /// Why no paper is taken at this moment, from anybody.
    pub async fn shut(&self, state: &actix_web::web::Data<State>) -> Result<Option<Why>, PageError> {
        match self.ballot.openness(now()) {
            Openness::Open => Ok((standing(state, &self.ballot).await? == Standing::Changed).then_some(Why::Halted)),
            Openness::NotYetOpen => Ok(Some(Why::Time(Openness::NotYetOpen))),
            Openness::Closed => {
                let (store, key) = (state.store.clone(), self.ballot.key.clone());
                let published = actix_web::web::block(move || store.find_ballot_result(&key)).await??;
                Ok(Some(if published.is_some() { Why::Published } else { Why::Time(Openness::Closed) }))
            }
        }
    }

    /// The page that says why no paper is taken.
    pub fn shut_page(&self, why: Why, status: StatusCode) -> HttpResponse {
        reply::page_with(status, Shut { frame: self.frame(), why }.render().into_string())
    }

    /// The cookie that holds all this: until the browser closes, or, once a paper was sent where no voucher is needed,
    /// until the ballot has closed.
    pub fn cookie(&self) -> Cookie<'static> {
        let token: String = self.token.iter().flatten().map(|byte| format!("{byte:02x}")).collect();
        let voucher = self.voucher.as_ref().map(|voucher| voucher.to_text().replace('-', "")).unwrap_or_default();
        let flags: String = [(self.easy_read, EASY), (self.sent, SENT)]
            .into_iter()
            .filter(|(is, _)| *is)
            .map(|(_, flag)| flag)
            .collect();
        let seconds = (self.sent && !self.ballot.vouchers).then(|| {
            let left = self.ballot.closes.duration_since(now()).as_secs();
            left.max(60)
        });
        let value = format!("{token}{AND}{voucher}{AND}{flags}");
        cookie::make(&cookie_name(&self.ballot.key), value, self.https, seconds)
    }

    /// The cookie that makes the browser forget.
    pub fn cookie_forgotten(&self) -> Cookie<'static> {
        cookie::forget(&cookie_name(&self.ballot.key), self.https)
    }

    /// Keeps the language and what the browser holds with a reply.
    pub fn keep(&self, mut response: HttpResponse) -> Result<HttpResponse, PageError> {
        response.add_cookie(&self.cookie()).map_err(PageError::broken)?;
        response.add_cookie(&language::keep(self.language.as_str(), self.https)).map_err(PageError::broken)?;
        Ok(response)
    }
}

/// Whether a voter's cookie says that a paper was sent.
pub fn has_voted(held: &str) -> bool {
    held.split(AND).nth(2).is_some_and(|flags| flags.contains(SENT))
}

/// There is no such ballot.
pub(super) fn unknown_ballot() -> PageError {
    PageError::said(StatusCode::NOT_FOUND, "error-vote", &["error-vote-words"])
}

fn cookie_name(key: &str) -> String {
    format!("{COOKIE}{key}")
}

/// What a browser is known by, as cookies hold it.
pub(super) fn read_token(text: &str) -> Option<[u8; 16]> {
    if text.len() != 32 || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0u8; 16];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
    }
    Some(bytes)
}

fn find_language(ballot: &Ballot, code: &str) -> Option<Language> {
    ballot.languages().into_iter().find(|language| language.as_str() == code).cloned()
}
