//! Which quotes an officer may choose from, which were approved, and which of those still stand.
//!
//! Words are always taken from the store as they are now, personal data taken out, so that an erased answer cannot
//! appear, and one that shows other words than were approved must be read again. Leaves out keeping approvals (`store`).

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::counts::{FrameCounts, People};
use super::quotes::quote;
use super::subject::Subject;
use crate::breakdown::Policy;
use crate::library::Library;
use crate::report::district::ApprovedQuote;
use crate::store::{ApprovedWords, QuoteFilter, RedactedAnswer, Store, StoreError, StoredTheme, ThemeStatus};
use crate::themes::{Corpus, choose_quotes};

/// The approved topmost themes of which anything may be shown: those that quotes are chosen for.
pub fn themes_to_quote(counts: &FrameCounts, policy: Policy) -> Vec<&StoredTheme> {
    let topmost = counts.topmost();
    let shares = counts.shares(&topmost, policy);
    let is_shown = |id: i64| shares.find_row(&id.to_string()).is_some_and(|row| row.everyone.shown().is_some());
    topmost.into_iter().filter(|theme| theme.status == ThemeStatus::Approved && is_shown(theme.id)).collect()
}

/// Quotes of a theme to choose from, up to three from each group of districts, by the group's key. They are chosen from
/// the `best` answers of the theme; those `taken` are passed over.
///
/// # Errors
/// When the database fails.
pub fn suggested(
    store: &Store,
    subject: &Subject,
    theme: &StoredTheme,
    best: usize,
    taken: &BTreeSet<i64>,
) -> Result<Vec<(String, Vec<RedactedAnswer>)>, StoreError> {
    let best = store.list_quote_answers(theme.id, &QuoteFilter::default(), best)?;
    let ids: Vec<i64> = best.into_iter().map(|(id, _)| id).filter(|id| !taken.contains(id)).collect();
    let mut places: BTreeMap<String, Vec<RedactedAnswer>> = BTreeMap::new();
    for answer in store.get_answers(&ids)?.into_iter().filter(RedactedAnswer::is_screened) {
        places.entry(subject.district_group(answer.district())).or_default().push(answer);
    }
    Ok(places.into_iter().map(|(place, answers)| (place, best_of(&answers))).collect())
}

/// The answers that show a theme best: one central, one short, one different.
fn best_of(answers: &[RedactedAnswer]) -> Vec<RedactedAnswer> {
    let texts: Vec<String> = answers.iter().map(RedactedAnswer::text).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let corpus = Corpus::new(&texts, Library::vectors());
    let members: Vec<usize> = (0..answers.len()).collect();
    choose_quotes(&texts, &corpus, &members).into_iter().filter_map(|place| answers.get(place).cloned()).collect()
}

/// An approval with its answer as it is now.
pub struct Approval {
    pub approved: ApprovedWords,
    pub answer: RedactedAnswer,
    /// Whether the answer still shows the words that were approved.
    pub stands: bool,
}

/// Every approval of a consultation whose answer is still there.
///
/// # Errors
/// When the database fails.
pub fn approvals(store: &Store, subject: &Subject) -> Result<Vec<Approval>, StoreError> {
    let approved = store.list_approved_quotes(&subject.consultation.key)?;
    let ids: Vec<i64> = approved.iter().map(|approved| approved.answer_id).collect();
    let mut answers: HashMap<i64, RedactedAnswer> =
        store.get_answers(&ids)?.into_iter().map(|answer| (answer.id(), answer)).collect();
    let with_answer = |approved: ApprovedWords| {
        let answer = answers.remove(&approved.answer_id)?;
        let stands = may_stand(&answer, &subject.consultation.key, &approved.words);
        Some(Approval { approved, answer, stands })
    };
    Ok(approved.into_iter().filter_map(with_answer).collect())
}

/// The approved quotes that still stand, each with its answer's identifier, as they may be shown now.
///
/// # Errors
/// When the database fails.
pub fn standing(store: &Store, subject: &Subject, policy: Policy) -> Result<Vec<(i64, ApprovedQuote)>, StoreError> {
    let people = People::count(store, &subject.consultation.key, None)?;
    let approvals = approvals(store, subject)?.into_iter().filter(|approval| approval.stands);
    let shown = |approval: Approval| {
        let shown = as_approved(&approval.answer, &approval.approved.theme, subject, &people, policy);
        (approval.answer.id(), shown)
    };
    Ok(approvals.map(shown).collect())
}

/// Whether an answer is this consultation's, has been looked through for personal data, and shows the words that were
/// approved.
pub fn may_stand(answer: &RedactedAnswer, consultation: &str, words: &str) -> bool {
    answer.consultation() == consultation && answer.is_screened() && as_read(&answer.text()) == as_read(words)
}

/// Words as somebody reads them: spaces and line ends are one.
fn as_read(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An answer as a quote, with no more about who gave it than many share.
pub fn as_approved(
    answer: &RedactedAnswer,
    theme: &str,
    subject: &Subject,
    people: &People,
    policy: Policy,
) -> ApprovedQuote {
    let said = quote(answer, subject, people, policy);
    let district = said.district.is_some().then(|| answer.district().to_owned());
    let language = Some(answer.language()).filter(|language| *language != "und").unwrap_or("en");
    ApprovedQuote {
        words: answer.text(),
        theme: theme.to_owned(),
        speaker: said.speaker.map(|speaker| speaker.name),
        district,
        language: language.to_owned(),
    }
}
