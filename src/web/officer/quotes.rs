//! Quotes of a theme: the words as they are now, covered, with no more about who said them than many share.

use std::collections::BTreeSet;

use super::carried::Marks;
use super::counts::People;
use super::subject::Subject;
use crate::breakdown::Policy;
use crate::library::Library;
use crate::pages::figures::quote::{Piece, Quote, Speaker};
use crate::store::{QuoteFilter, RedactedAnswer, Shown, Store, StoreError, StoredTheme};
use crate::text::may_tell_of_harm;
use crate::themes::{Corpus, choose_quotes};

/// How many of a theme's best answers quotes are chosen from.
const LOOKED_AT: usize = 120;
/// How often three are chosen: the second time from what the first left.
const ROUNDS: usize = 2;

/// Quotes of a theme in answers to one question or to all: central, short and different ones, no two of them from
/// one person; the part that carries the theme is marked. Only answers that have been looked through for personal data
/// are taken.
///
/// # Errors
/// When the database fails.
pub fn quotes(
    store: &Store,
    subject: &Subject,
    people: &People,
    (theme, marks): (&StoredTheme, &Marks),
    question: Option<&str>,
    policy: Policy,
) -> Result<Vec<Quote>, StoreError> {
    let filter = QuoteFilter { questions: question.map(str::to_owned).into_iter().collect(), ..QuoteFilter::default() };
    quotes_among(store, subject, people, (theme, marks), &filter, policy)
}

/// The same among the answers that a filter lets through, such as those of one district.
///
/// # Errors
/// When the database fails.
pub fn quotes_among(
    store: &Store,
    subject: &Subject,
    people: &People,
    (theme, marks): (&StoredTheme, &Marks),
    filter: &QuoteFilter,
    policy: Policy,
) -> Result<Vec<Quote>, StoreError> {
    let ids: Vec<i64> = store.list_quote_answers(theme.id, filter, LOOKED_AT)?.into_iter().map(|(id, _)| id).collect();
    let answers: Vec<RedactedAnswer> =
        store.get_answers(&ids)?.into_iter().filter(RedactedAnswer::is_screened).collect();
    let mut heard = BTreeSet::new();
    let answers: Vec<RedactedAnswer> =
        answers.into_iter().filter(|answer| heard.insert(answer.response_id())).collect();
    let texts: Vec<String> = answers.iter().map(RedactedAnswer::text).collect();
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let corpus = Corpus::new(&texts, Library::vectors());
    let mut left: Vec<usize> = (0..answers.len()).collect();
    let mut chosen: Vec<usize> = Vec::new();
    for _ in 0..ROUNDS {
        chosen.extend(choose_quotes(&texts, &corpus, &left));
        let is_said = |place: &usize| chosen.iter().any(|&said| texts.get(said) == texts.get(*place));
        left.retain(|place| !is_said(place));
    }
    Ok(chosen
        .into_iter()
        .filter_map(|place| answers.get(place))
        .map(|answer| Quote {
            pieces: marks.marked(answer),
            change: Some(change(subject, answer, theme.id)),
            ..quote(answer, subject, people, policy)
        })
        .collect())
}

/// Where an officer changes the themes of a theme's answer.
fn change(subject: &Subject, answer: &RedactedAnswer, theme_id: i64) -> String {
    format!("/officer/c/{}/coding/{}?theme={theme_id}", subject.consultation.key, answer.id())
}

/// An answer with no more about who gave it than many share.
pub fn quote(answer: &RedactedAnswer, subject: &Subject, people: &People, policy: Policy) -> Quote {
    let (perspective, district) = (answer.perspective(), answer.district());
    let many_share_both = people.alike(subject, perspective, district) >= policy.threshold;
    let many_share_one = people.of(perspective) >= policy.threshold;
    Quote {
        pieces: pieces(answer),
        speaker: many_share_one.then(|| speaker(subject, perspective)),
        district: subject.find_district_name(district).filter(|_| many_share_both).map(str::to_owned),
        language: foreign(answer.language()),
        change: None,
        may_tell_of_harm: may_tell_of_harm(&answer.text()),
    }
}

/// A perspective as it stands beside somebody's words.
pub fn speaker(subject: &Subject, perspective: &str) -> Speaker {
    Speaker { key: perspective.to_owned(), name: subject.perspective_name(perspective).to_owned() }
}

/// An answer's parts as pages show them.
pub fn pieces(answer: &RedactedAnswer) -> Vec<Piece> {
    let piece = |part: Shown<'_>| match part {
        Shown::Words(words) => Piece::Words(words.to_owned()),
        Shown::Hidden(kind) => Piece::Covered(kind.to_owned()),
    };
    answer.parts().into_iter().map(piece).collect()
}

/// The language of an answer where a page in English must say it.
pub fn foreign(language: &str) -> Option<String> {
    let is_code = (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_lowercase());
    (is_code && !matches!(language, "en" | "und")).then(|| language.to_owned())
}
