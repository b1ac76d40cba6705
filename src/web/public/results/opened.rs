//! A publication as it is shown now: what was frozen, with the quotes that still stand.
//!
//! A quote goes when its answer is erased, when an officer withdraws it, and when the answer shows other words than
//! were approved. Nothing else of a publication ever changes.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use sha2::{Digest, Sha256};

use crate::pages::public::publication::Said;
use crate::pages::sheet;
use crate::plan::evidence::Basis;
use crate::report::district::{self, ApprovedQuote, DistrictReport, Results};
use crate::report::figures::Published;
use crate::store::{Publication, RedactedAnswer, Store, StoreError};
use crate::web::officer::quote_choices::may_stand;
use crate::web::{PageError, State};

use super::address_of;

/// How many publications of one consultation are looked at, or of all in a list.
pub(super) const MOST: usize = 200;

/// What was frozen.
pub(super) struct Frozen {
    pub head: Publication,
    /// Without quotes.
    results: Results,
}

/// A publication as it is shown now.
pub(super) struct Opened {
    pub head: Publication,
    /// With the quotes that still stand.
    pub results: Results,
    /// Every publication of the consultation, the newest first.
    others: Vec<Publication>,
    /// Where what was done about it stands, and the plan that it feeds, once they are published.
    pub told: Option<String>,
    pub plan: Option<String>,
    /// Tells what is shown now from what was shown before and by another version of Heard.
    pub digest: String,
}

impl Opened {
    /// Opens a publication.
    ///
    /// # Errors
    /// [`PageError::not_found`], or when the database fails.
    pub(super) fn get(state: &State, consultation: &str, number: u32) -> Result<Self, PageError> {
        let frozen = state.press.open(consultation, number, || freeze(&state.store, consultation, number))?;
        let mut opened = Self::of(&state.store, &frozen)?;
        let key = &opened.head.consultation;
        opened.told = state.store.find_reply(key)?.map(|_| format!("/you-said/{key}"));
        let plan = state.library().find_consultation(key).and_then(|one| one.plan.clone());
        opened.plan = match plan {
            Some(plan) => state.store.find_plan_version(&plan, None)?.map(|_| format!("/plans/{plan}")),
            None => None,
        };
        Ok(opened)
    }

    fn of(store: &Store, frozen: &Arc<Frozen>) -> Result<Self, StoreError> {
        let head = frozen.head.clone();
        let mut results = frozen.results.clone();
        results.quotes = quotes(store, &head)?;
        let others = store.list_publications(Some(&head.consultation), MOST)?;
        let mut digest = Sha256::new();
        let later = corrected_by(&head, &others);
        results.corrected = later.map(|later| {
            let on = day_of(later).strftime("%-d %B %Y");
            format!("Corrected on {on} by publication {}: do not use these figures", later.number)
        });
        results.publication = Some(district::Publication {
            number: head.number,
            published_on: day_of(&head),
            about: head.about.clone(),
            undecided: head.undecided.clone(),
            corrects: head.corrects,
            correction: head.correction.clone(),
        });
        let corrected = later.map(|later| later.number);
        let newest = others.first().map(|newest| newest.number);
        // A page names its sheets, whose addresses change with them.
        let made_by = [env!("CARGO_PKG_VERSION"), sheet::path(), sheet::results_path()].join(" ");
        digest.update(format!("{made_by} {} {corrected:?} {newest:?}", head.identity));
        for quote in &results.quotes {
            digest.update(&quote.words);
            digest.update([0]);
        }
        let digest = digest.finalize().iter().take(12).map(|byte| format!("{byte:02x}")).collect();
        Ok(Self { head, results, others, told: None, plan: None, digest })
    }

    /// What is said with the report.
    pub(super) fn said(&self) -> Said {
        let address = |number: u32| address_of("", &self.head.consultation, number);
        let corrected = corrected_by(&self.head, &self.others);
        let newest = self.others.first().filter(|newest| {
            newest.number != self.head.number && corrected.is_none_or(|later| later.number != newest.number)
        });
        let shown = u32::try_from(self.results.quotes.len()).unwrap_or(u32::MAX);
        Said {
            address: address(self.head.number),
            number: self.head.number,
            published_on: day_of(&self.head),
            about: self.head.about.clone(),
            undecided: self.head.undecided.clone(),
            correction: self.head.correction.clone(),
            corrects: self.head.corrects.map(|number| (number, address(number))),
            corrected: corrected.map(|later| (day_of(later), address(later.number))),
            newer: newest.map(|newest| address(newest.number)),
            interim: self.head.interim,
            quotes_gone: self.head.quotes.saturating_sub(shown),
            told: self.told.clone(),
            plan: self.plan.clone(),
            answers: format!("/officer/c/{}/themes", self.head.consultation),
        }
    }

    /// What stands beside the figures in JSON. `website` is the start of every address.
    pub(super) fn published(&self, website: &str, address: &str) -> Published {
        let head = &self.head;
        Published {
            address: format!("{website}{address}"),
            number: head.number,
            published_at: head.published_at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string(),
            about: head.about.clone(),
            undecided: head.undecided.clone(),
            interim: head.interim,
            corrects: head.corrects,
            correction: head.correction.clone(),
            corrected_by: corrected_by(head, &self.others).map(|later| later.number),
        }
    }
}

/// What the part of a publication's page that shows what evidence is taken from is found by: of the county's page or of a
/// district's. None where the page shows nothing like it.
///
/// # Errors
/// When the database fails.
pub fn part_of(
    state: &State,
    head: &Publication,
    district: Option<&str>,
    basis: &Basis,
) -> Result<Option<String>, PageError> {
    let (consultation, number) = (head.consultation.as_str(), head.number);
    let frozen = state.press.open(consultation, number, || freeze(&state.store, consultation, number))?;
    let report = match district {
        Some(key) => DistrictReport::of_district(&frozen.results, key),
        None => Some(DistrictReport::of_county(&frozen.results)),
    };
    Ok(report.and_then(|report| match basis {
        Basis::Theme { theme, .. } => report.part_of_theme(theme),
        Basis::Option { question, option, .. } => report.part_of_option(question, option),
        Basis::Ballot { .. } | Basis::Outside { .. } => None,
    }))
}

/// The day of a publication in London.
pub fn day_of(head: &Publication) -> Date {
    let london = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
    london.to_datetime(head.published_at).date()
}

/// The first publication that corrects another.
pub(super) fn corrected_by<'a>(head: &Publication, others: &'a [Publication]) -> Option<&'a Publication> {
    let corrects =
        |later: &&Publication| later.consultation == head.consultation && later.corrects == Some(head.number);
    others.iter().filter(corrects).min_by_key(|later| later.number)
}

fn freeze(store: &Store, consultation: &str, number: u32) -> Result<Frozen, PageError> {
    let kept = store.find_publication(consultation, number)?.ok_or_else(missing)?;
    let results = serde_json::from_str(&kept.body).map_err(|_| StoreError::Damaged("publication"))?;
    Ok(Frozen { head: kept.head, results })
}

/// Said where there is no such publication or place.
pub(super) fn missing() -> PageError {
    PageError::not_found().with_way("/results", "results-all")
}

/// The quotes that still stand.
fn quotes(store: &Store, head: &Publication) -> Result<Vec<ApprovedQuote>, StoreError> {
    let published = store.list_published_quotes(&head.consultation, head.number)?;
    let ids: Vec<i64> = published.iter().map(|quote| quote.answer_id).collect();
    let answers: HashMap<i64, RedactedAnswer> =
        store.get_answers(&ids)?.into_iter().map(|answer| (answer.id(), answer)).collect();
    let still = published.into_iter().filter(|quote| {
        answers.get(&quote.answer_id).is_some_and(|answer| may_stand(answer, &head.consultation, &quote.words))
    });
    let shown = |quote: crate::store::PublishedQuote| ApprovedQuote {
        words: quote.words,
        theme: quote.theme,
        speaker: quote.speaker,
        district: quote.district,
        language: quote.language,
    };
    Ok(still.map(shown).collect())
}
