//! Publishing a consultation's results: what would go out, whether it may, and keeping it.
//!
//! What is published is frozen and never changed; a correction is a publication of its own. Whether another may follow
//! is asked of [`Snapshot::refresh`] against every earlier one, because anybody can compare any two. Leaves out the page
//! (`publish`), and what results say (`report::district`).

use std::collections::BTreeMap;

use sha2::{Digest, Sha256};

use super::quote_choices::standing;
use super::results::count;
use super::subject::Subject;
use crate::breakdown::{Count, Policy, Refresh, Snapshot};
use crate::library::Library;
use crate::report::district::Results;
use crate::store::{KeptPublication, NewPublication, Publication, PublishedQuote, Store, StoreError};
use crate::survey::Openness;
use crate::web::public::address_of;
use crate::web::today;

/// How many publications of one consultation are looked at.
const MOST: usize = 1_000;

/// What would go out.
pub struct Ready {
    /// Everything that would be shown, quotes too.
    pub results: Results,
    /// The answer that each quote is of, in the order of the quotes.
    answers: Vec<i64>,
    /// How many people each group has; never shown.
    people: BTreeMap<String, u64>,
    pub verdict: Verdict,
    /// Every earlier publication, the newest first.
    pub earlier: Vec<Publication>,
    pub openness: Openness,
    /// Tells these results from any others: what is published must be what was looked at.
    pub digest: String,
}

/// Whether results may be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// For the first time.
    First,
    /// Every number is that of the last publication: only its words or quotes can be corrected.
    Same,
    /// Enough people more or fewer everywhere that anything changed.
    Enough,
    /// Too few have answered for anything to be published.
    TooFew,
    /// What changed since this publication would be that of fewer people than this, in these groups.
    TooSoon { since: u32, least: u64, groups: Vec<String> },
}

/// What an officer says with a publication.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// What it is.
    pub about: String,
    /// What is not decided yet.
    pub undecided: String,
    /// What was wrong with the last one, where this corrects it.
    pub correction: Option<String>,
}

/// Counts what would go out, and asks whether it may.
///
/// # Errors
/// When the database fails.
pub fn prepare(store: &Store, library: &Library, subject: &Subject, policy: Policy) -> Result<Ready, StoreError> {
    let (answers, quotes) = standing(store, subject, policy)?.into_iter().unzip();
    let counted = count(store, library, subject, policy, quotes, None)?;
    let (results, people) = (counted.results, counted.people);
    let earlier = store.list_publications(Some(&subject.consultation.key), MOST)?;
    let verdict = verdict(store, &earlier, &snapshot(&results, people.clone()), &results, policy)?;
    let openness = subject.consultation.openness(today());
    let written = serde_json::to_vec(&results).map_err(|_| StoreError::Damaged("results"))?;
    let digest = Sha256::digest(written).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    Ok(Ready { results, answers, people, verdict, earlier, openness, digest })
}

fn verdict(
    store: &Store,
    earlier: &[Publication],
    later: &Snapshot,
    results: &Results,
    policy: Policy,
) -> Result<Verdict, StoreError> {
    if results.answered.everyone == Count::Hidden {
        return Ok(Verdict::TooFew);
    }
    let mut verdict = Verdict::First;
    // The oldest first, so that the last word is that of the newest.
    for head in earlier.iter().rev() {
        let Some(kept) = store.find_publication(&head.consultation, head.number)? else { continue };
        verdict = match open(&kept)?.refresh(later, policy) {
            Refresh::Same => Verdict::Same,
            Refresh::Enough => Verdict::Enough,
            Refresh::TooSoon { least, groups } => return Ok(Verdict::TooSoon { since: head.number, least, groups }),
        };
    }
    Ok(verdict)
}

/// What a publication rests on and shows.
fn open(kept: &KeptPublication) -> Result<Snapshot, StoreError> {
    let damaged = |_| StoreError::Damaged("publication");
    let results: Results = serde_json::from_str(&kept.body).map_err(damaged)?;
    Ok(snapshot(&results, serde_json::from_str(&kept.people).map_err(damaged)?))
}

fn snapshot(results: &Results, people: BTreeMap<String, u64>) -> Snapshot {
    let mut snapshot = Snapshot { people, ..Snapshot::default() };
    snapshot.show("answered", &results.answered);
    if let Some(young) = &results.young {
        snapshot.show("young", young);
    }
    for themes in &results.themes {
        snapshot.show(&format!("themes {}", themes.question.as_deref().unwrap_or_default()), &themes.table);
    }
    for closed in &results.closed {
        snapshot.show(&format!("closed {}", closed.ask), &closed.table);
    }
    snapshot
}

impl Ready {
    /// The number that it would have.
    pub fn number(&self) -> u32 {
        self.earlier.first().map_or(1, |last| last.number.saturating_add(1))
    }

    /// Whether a publication may follow: with the same numbers only one that corrects the last.
    pub fn may_follow(&self, corrects: bool) -> bool {
        match self.verdict {
            Verdict::First | Verdict::Enough => true,
            Verdict::Same => corrects,
            Verdict::TooFew | Verdict::TooSoon { .. } => false,
        }
    }

    /// Publishes it and gives its number; none where somebody else has published meanwhile. `website` is the start of
    /// every address where it is known for good.
    ///
    /// # Errors
    /// When the database fails.
    pub fn publish(
        mut self,
        store: &Store,
        consultation: &str,
        statement: Statement,
        by: &str,
        website: Option<&str>,
    ) -> Result<Option<u32>, StoreError> {
        let number = self.number();
        let quotes = std::mem::take(&mut self.results.quotes);
        let quote = |(answer_id, quote): (i64, crate::report::district::ApprovedQuote)| PublishedQuote {
            answer_id,
            theme: quote.theme,
            words: quote.words,
            speaker: quote.speaker,
            district: quote.district,
            language: quote.language,
        };
        let quotes: Vec<PublishedQuote> = self.answers.into_iter().zip(quotes).map(quote).collect();
        self.results.address = website.map(|website| address_of(website, consultation, number));
        let written = |_| StoreError::Damaged("results");
        let corrects = statement.correction.is_some().then(|| self.earlier.first().map(|last| last.number)).flatten();
        let head = Publication {
            consultation: consultation.to_owned(),
            number,
            identity: identity()?,
            title: self.results.title.clone(),
            organisation: self.results.organisation.clone(),
            published_at: jiff::Timestamp::now(),
            published_by: by.to_owned(),
            about: statement.about,
            undecided: statement.undecided,
            corrects,
            correction: statement.correction,
            interim: self.openness != Openness::Closed,
            illustrative: self.results.illustrative,
            quotes: 0,
        };
        let body = serde_json::to_string(&self.results).map_err(written)?;
        let people = serde_json::to_string(&self.people).map_err(written)?;
        Ok(store.save_publication(NewPublication { head, body, people, quotes })?.then_some(number))
    }
}

/// A random UUID (version 4).
fn identity() -> Result<String, StoreError> {
    let mut bytes = [0u8; 16];
    getrandom::fill(&mut bytes)?;
    bytes[6] = (bytes[6] & 0x0f) | 0x40;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    Ok([&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-"))
}
