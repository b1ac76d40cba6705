//! The consultation that a page is about, with what is read beside it.

use std::sync::Arc;

use crate::geography::Geography;
use crate::store::{FrameOrigin, Store, StoreError, StoredCodeFrame};
use crate::survey::{Consultation, District};
use crate::web::{PageError, State};

/// How people who are in none of the districts, or did not say, are grouped in tables.
pub const ELSEWHERE: &str = "elsewhere";

/// A consultation and the geography whose districts it offers.
pub struct Subject {
    pub consultation: Arc<Consultation>,
    pub geography: Arc<Geography>,
}

impl Subject {
    /// The consultation of this key.
    ///
    /// # Errors
    /// [`PageError::not_found`].
    pub fn get(state: &State, key: &str) -> Result<Self, PageError> {
        let missing = || PageError::not_found().with_link("/officer", "Back to your consultations");
        let library = state.library();
        let consultation = library.find_consultation(key).ok_or_else(missing)?;
        let geography = library.find_geography(&consultation.geography);
        let geography = geography.ok_or_else(|| PageError::broken("a consultation's geography is not there"))?;
        Ok(Self { consultation: Arc::clone(consultation), geography: Arc::clone(geography) })
    }

    /// The consultation whose answers speak to a plan: of those that feed it, the broadest (see
    /// [`Consultation::breadth`]). Of several such, the first by key.
    pub fn find_of_plan(state: &State, plan: &str) -> Option<Self> {
        let library = state.library();
        let feeding = library.consultations().filter(|known| known.plan.as_deref() == Some(plan));
        let most = feeding.min_by_key(|known| std::cmp::Reverse(known.breadth()))?;
        Self::get(state, &most.key).ok()
    }

    /// The code frame that answers to all its questions are coded with, once it is stored.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_frame(&self, store: &Store) -> Result<Option<StoredCodeFrame>, StoreError> {
        let is_ours = |frame: &StoredCodeFrame| {
            let is_theirs = self.consultation.code_frame.as_deref() == Some(frame.key.as_str());
            frame.origin == FrameOrigin::File && frame.question.is_none() && is_theirs
        };
        Ok(store.list_code_frames(&self.consultation.key)?.into_iter().find(is_ours))
    }

    /// The group of a stored district: its key, or [`ELSEWHERE`] for what the geography does not have.
    pub fn district_group(&self, stored: &str) -> String {
        match District::parse(stored) {
            District::Area(key) if self.geography.districts.iter().any(|area| area.key == key) => key,
            _ => ELSEWHERE.to_owned(),
        }
    }

    /// The name of a stored district, where it is one.
    pub fn find_district_name(&self, stored: &str) -> Option<&str> {
        self.geography.districts.iter().find(|area| area.key == stored).map(|area| area.name.as_str())
    }

    /// The word for one person of a perspective.
    pub fn perspective_name<'a>(&'a self, key: &'a str) -> &'a str {
        self.consultation.perspective_words(key).map_or(key, |words| words.name.as_str())
    }

    /// The word for all people of a perspective.
    pub fn perspective_plural<'a>(&'a self, key: &'a str) -> &'a str {
        self.consultation.perspective_words(key).map_or(key, |words| words.plural.as_str())
    }

    /// The text question of this key, or `None` for no key.
    ///
    /// # Errors
    /// When the consultation has no such question answered in words.
    pub fn text_question<'a>(&self, key: &'a str) -> Result<Option<&'a str>, PageError> {
        match key {
            "" => Ok(None),
            key if self.consultation.text_questions().any(|question| question.key == key) => Ok(Some(key)),
            _ => Err(unknown_filter()),
        }
    }
}

/// Said when an address asks to narrow down by something that is not there.
pub fn unknown_filter() -> PageError {
    let words = [
        "The address asks for a question, perspective, district or kind of theme that this consultation does not have.",
    ];
    PageError::new(actix_web::http::StatusCode::BAD_REQUEST, "There is no such filter", &words)
        .with_link("/officer", "Back to your consultations")
}
