//! Where someone is: which consultation, what they have said so far, whether it has been sent.

use std::sync::Arc;

use actix_web::cookie::Cookie;
use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use crate::pages::components::choices::Choice;
use crate::pages::respond::gone::Gone;
use crate::pages::respond::lost::Lost;
use crate::pages::respond::shut::Shut;
use crate::pages::respond::{EASY_READ, Frame, LANGUAGE, field};
use crate::survey::{
    Consultation, Draft, DraftToken, Edition, Journey, Language, Openness, Perspective, Question, QuestionWords,
    Receipt, Step, Worded,
};
use crate::web::{Form, PageError, State, cookie, language, reply, today};

/// The start of the names of the cookies that hold a draft's token; the consultation's key follows, so that
/// two consultations can be answered side by side.
pub const COOKIE: &str = "heard-draft-";

/// How long the code can be seen again after sending, in seconds: time to print it, too short for the next class.
const SEEN_AFTER_SENDING: i64 = 20 * 60;

/// Between the token and the response that is corrected, in a cookie.
const AND: char = '.';

/// The response that a draft is to take the place of.
#[derive(Clone)]
pub(super) struct Correcting {
    pub receipt_hash: String,
    /// Its code, where this browser has had it.
    pub code: Option<Receipt>,
}

/// One request of someone answering.
pub(super) struct Visit {
    pub consultation: Arc<Consultation>,
    /// What the browser holds.
    pub token: Option<DraftToken>,
    /// What was said so far; nothing yet for someone who has only pressed Start.
    pub draft: Draft,
    /// Whether it has been sent.
    pub sent: bool,
    /// It is to take the place of a response, or has done so.
    pub correcting: Option<Correcting>,
    /// Whether there is a draft under the token.
    kept: bool,
    https: bool,
}

impl Visit {
    /// Finds the consultation by its key and the draft by the browser's cookie.
    pub async fn find(state: &web::Data<State>, request: &HttpRequest, key: &str) -> Result<Self, PageError> {
        let held = cookie::find(request, &cookie_name(key), state.config.is_https());
        Self::with(state, request, key, held.as_deref()).await
    }

    /// As [`Visit::find`], with what the cookie holds or is going to hold.
    pub async fn with(
        state: &web::Data<State>,
        request: &HttpRequest,
        key: &str,
        held: Option<&str>,
    ) -> Result<Self, PageError> {
        let consultation = Arc::clone(state.library().find_consultation(key).ok_or_else(unknown_consultation)?);
        let (token, mut correcting) = held.map(read_held).unwrap_or_default();
        let new = Draft::new(first_language(&consultation, request));
        let (draft, sent) = match &token {
            None => (None, false),
            Some(token) => find_draft(state, token, correcting.as_ref()).await?,
        };
        let draft = draft.filter(|(of, _)| of == key).and_then(|(_, body)| serde_json::from_str::<Draft>(&body).ok());
        if let Some(draft) = &draft {
            // The draft knows best; the cookie may add the code.
            let same = correcting.filter(|one| draft.corrects.as_ref() == Some(&one.receipt_hash));
            let known = || draft.corrects.clone().map(|receipt_hash| Correcting { receipt_hash, code: None });
            correcting = same.or_else(known);
        }
        let (kept, https) = (draft.is_some(), state.config.is_https());
        Ok(Self { consultation, token, draft: draft.unwrap_or(new), sent, correcting, kept, https })
    }

    /// Nobody in particular: whatever the browser holds is passed over.
    pub fn anew(state: &State, request: &HttpRequest, key: &str) -> Result<Self, PageError> {
        let consultation = Arc::clone(state.library().find_consultation(key).ok_or_else(unknown_consultation)?);
        let draft = Draft::new(first_language(&consultation, request));
        let https = state.config.is_https();
        Ok(Self { consultation, token: None, draft, sent: false, correcting: None, kept: false, https })
    }

    /// A draft that has just been made of a response.
    pub fn beginning(
        state: &State,
        consultation: &Arc<Consultation>,
        token: DraftToken,
        draft: Draft,
        correcting: Correcting,
    ) -> Self {
        Self {
            consultation: Arc::clone(consultation),
            token: Some(token),
            draft,
            sent: false,
            correcting: Some(correcting),
            kept: true,
            https: state.config.is_https(),
        }
    }

    /// What the response is, or will be, stored under.
    pub fn receipt_hash(&self) -> Option<String> {
        let own = || self.token.as_ref().map(|token| token.receipt().hash());
        self.correcting.as_ref().map(|one| one.receipt_hash.clone()).or_else(own)
    }

    /// The code of the response, where this browser knows it.
    pub fn receipt(&self) -> Option<Receipt> {
        match &self.correcting {
            Some(correcting) => correcting.code.clone(),
            None => self.token.as_ref().map(DraftToken::receipt),
        }
    }

    /// Where someone is sent who has sent nothing: the first page, unless what they were correcting is gone.
    pub fn start_or_gone(&self) -> HttpResponse {
        let gone = self.correcting.is_some() && !self.kept && !self.sent;
        if gone { self.gone() } else { reply::see(&self.frame().href("")) }
    }

    /// The page that says that what was to be corrected has been erased.
    pub fn gone(&self) -> HttpResponse {
        let frame = Frame { edition: Edition::Plain, ..self.frame() };
        reply::page_with(StatusCode::GONE, Gone { frame }.render().into_string())
    }

    /// Keeps what was said, and returns once it is safe.
    pub async fn save(&self, state: &web::Data<State>) -> Result<(), PageError> {
        let Some(token) = &self.token else { return Err(PageError::broken("a draft without a token")) };
        let body = serde_json::to_string(&self.draft).map_err(PageError::broken)?;
        Ok(state.store.save_draft(&token.hash(), &self.consultation.key, body).await?)
    }

    /// Goes on in another language that the survey can be answered in; says whether it does. Not yet kept.
    pub fn turn_to(&mut self, language: &str) -> bool {
        let offered = find_language(&self.consultation, language).filter(|found| *found != self.draft.language);
        offered.map(|found| self.draft.language = found).is_some()
    }

    /// Turns to the language or the edition that a button of the form asks for; says whether it does. Not yet kept.
    pub fn turn(&mut self, form: &Form) -> bool {
        if self.turn_to(form.text(LANGUAGE)) {
            return true;
        }
        match form.text(EASY_READ) {
            "yes" if self.consultation.easy_read => self.draft.easy_read = true,
            "no" => self.draft.easy_read = false,
            _ => return false,
        }
        true
    }

    /// Goes to a page, and from now on the pages around the consultation are in its language too.
    pub fn see_in_language(&self, address: &str) -> Result<HttpResponse, PageError> {
        let mut reply = reply::see(address);
        let kept = language::keep(self.draft.language.as_str(), self.https);
        reply.add_cookie(&kept).map_err(PageError::broken)?;
        Ok(reply)
    }

    /// The path that the draft leads along.
    pub fn journey(&self) -> Journey<'_> {
        Journey::new(&self.consultation, &self.draft)
    }

    /// Where someone goes on who comes back: at the question where they stopped, or else at the first not yet seen.
    pub fn resumes_at(&self) -> Step<'_> {
        let journey = self.journey();
        let stopped = self.draft.stopped_at.as_ref().and_then(|key| self.consultation.find_question(key));
        let stopped = stopped.map(Step::Question).filter(|step| journey.can_visit(*step));
        stopped.unwrap_or_else(|| journey.furthest())
    }

    /// The perspective that was chosen.
    pub fn perspective(&self) -> Option<&Perspective> {
        self.consultation.find_perspective(self.draft.perspective.as_deref()?)
    }

    /// How a question is put to this person.
    pub fn words(&self, question: &Question) -> Option<Worded<'_, QuestionWords>> {
        self.consultation.find_words(self.consultation.reader(&self.draft), &question.key)
    }

    /// What the pages of this person share.
    pub fn frame(&self) -> Frame<'_> {
        let own = self.perspective().map_or(Edition::Plain, |perspective| perspective.edition);
        let easy = self.draft.easy_read && self.consultation.easy_read && own == Edition::Plain;
        let edition = if easy { Edition::EasyRead } else { own };
        Frame { consultation: &self.consultation, lang: self.draft.language.as_str(), edition }
    }

    /// The address of a step.
    pub fn address(&self, step: Step<'_>) -> String {
        match step {
            Step::Perspective => self.frame().href("/who"),
            Step::Question(question) => self.frame().href(&format!("/q/{}", question.key)),
            Step::CheckAnswers => self.frame().href("/check"),
            Step::Equality => self.frame().href("/about-you"),
            Step::Send => self.frame().href("/send"),
        }
    }

    /// Where someone is sent who cannot be at this step now: the consultation is shut, they have sent already,
    /// their draft is lost, or an earlier step has not been seen. `words` are what came with a form, given back
    /// where they cannot be kept.
    pub fn elsewhere(&self, step: Step<'_>, words: Option<&str>) -> Option<HttpResponse> {
        let openness = self.consultation.openness(today());
        let words = words.filter(|words| !words.trim().is_empty());
        if self.sent {
            return Some(reply::see(&self.frame().href("/thanks")));
        }
        if self.correcting.is_some() && !self.kept {
            return Some(self.gone());
        }
        if openness != Openness::Open {
            let frame = Frame { edition: Edition::Plain, ..self.frame() };
            let page = Shut { frame, openness, words }.render().into_string();
            return Some(reply::page_with(StatusCode::FORBIDDEN, page));
        }
        if self.journey().can_visit(step) && self.token.is_some() {
            return None;
        }
        let nothing_kept = self.draft.perspective.is_none() && (words.is_some() || self.token.is_none());
        if nothing_kept && (words.is_some() || step == Step::Perspective) {
            let page = Lost { frame: self.frame(), words }.render().into_string();
            return Some(reply::page_with(StatusCode::CONFLICT, page));
        }
        Some(match self.token {
            None => reply::see(&self.frame().href("")),
            Some(_) => reply::see(&self.address(self.journey().furthest())),
        })
    }

    /// The cookie that holds a token until the browser closes.
    pub fn cookie_of(&self, token: &DraftToken) -> Cookie<'static> {
        cookie::make(&cookie_name(&self.consultation.key), token.to_text(), self.https, None)
    }

    /// The cookie that holds this draft's token until the browser closes.
    pub fn cookie(&self) -> Option<Cookie<'static>> {
        Some(cookie::make(&cookie_name(&self.consultation.key), self.held()?, self.https, None))
    }

    /// The cookie that holds the token of what was sent for a short while, so that the code can be seen again.
    pub fn cookie_after_sending(&self) -> Option<Cookie<'static>> {
        let held = self.held()?;
        Some(cookie::make(&cookie_name(&self.consultation.key), held, self.https, Some(SEEN_AFTER_SENDING)))
    }

    /// The cookie that makes the browser forget.
    pub fn cookie_forgotten(&self) -> Cookie<'static> {
        cookie::forget(&cookie_name(&self.consultation.key), self.https)
    }

    /// What the cookie holds.
    fn held(&self) -> Option<String> {
        let token = self.token.as_ref()?.to_text();
        let Some(correcting) = &self.correcting else { return Some(token) };
        let of = correcting.code.as_ref().map_or_else(|| correcting.receipt_hash.clone(), Receipt::to_text);
        Some(format!("{token}{AND}{of}"))
    }
}

/// Reads what a cookie holds: the token, and behind it the code of the response that is corrected, or its hash.
fn read_held(held: &str) -> (Option<DraftToken>, Option<Correcting>) {
    let (token, of) = held.split_once(AND).map_or((held, None), |(token, of)| (token, Some(of)));
    let correcting = of.map(|of| match Receipt::parse(of) {
        Some(code) => Correcting { receipt_hash: code.hash(), code: Some(code) },
        None => Correcting { receipt_hash: of.to_owned(), code: None },
    });
    (DraftToken::parse(token), correcting)
}

/// The token that a cookie holds.
pub fn held_token(held: &str) -> Option<DraftToken> {
    read_held(held).0
}

/// Key and name of every district that a consultation offers, in the geography's order.
pub fn district_names(state: &State, consultation: &Consultation) -> Vec<(String, String)> {
    let library = state.library();
    let geography = library.find_geography(&consultation.geography);
    let districts = geography.map(|geography| geography.districts.as_slice()).unwrap_or_default();
    districts.iter().map(|district| (district.key.clone(), district.name.clone())).collect()
}

/// What this person can pick, in their own order.
pub(super) fn offered(state: &State, visit: &Visit, question: &Question, words: &QuestionWords) -> Vec<Choice> {
    let Some(perspective) = visit.perspective() else { return Vec::new() };
    let seed = visit.token.as_ref().map(DraftToken::seed).unwrap_or_default();
    let districts = if question.is_district() { district_names(state, &visit.consultation) } else { Vec::new() };
    field::offered(visit.frame().words(), question, words, perspective, seed, &districts)
}

fn cookie_name(key: &str) -> String {
    format!("{COOKIE}{key}")
}

/// The draft under a token, as the consultation's key and its body; or whether it has become a response.
async fn find_draft(
    state: &web::Data<State>,
    token: &DraftToken,
    correcting: Option<&Correcting>,
) -> Result<(Option<(String, String)>, bool), PageError> {
    let receipt = correcting.map_or_else(|| token.receipt().hash(), |one| one.receipt_hash.clone());
    let (store, draft) = (state.store.clone(), token.hash());
    let found = web::block(move || match store.find_draft(&draft)? {
        Some(found) => Ok((Some(found), false)),
        None => store.has_response(&receipt).map(|sent| (None, sent)),
    });
    found.await?.map_err(|error: crate::store::StoreError| error.into())
}

fn unknown_consultation() -> PageError {
    PageError::said(StatusCode::NOT_FOUND, "error-consultation", &["error-consultation-words"])
}

/// The language that was chosen on an earlier page or by the address, where the survey has it; else the survey's
/// own.
pub fn first_language(consultation: &Consultation, request: &HttpRequest) -> Language {
    let chosen = language::chosen(request).and_then(|code| find_language(consultation, &code));
    chosen.unwrap_or_else(|| consultation.languages()[0].clone())
}

fn find_language(consultation: &Consultation, code: &str) -> Option<Language> {
    consultation.languages().into_iter().find(|language| language.as_str() == code).cloned()
}
