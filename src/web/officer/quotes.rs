//! Quotes of a theme as they may be shown: redacted, and without whom or where when too few people share it.

use super::counts::FrameCounts;
use super::subject::Subject;
use crate::pages::figures::quote::{Piece, Quote, Speaker};
use crate::store::{QuoteFilter, RedactedAnswer, Shown};
use crate::web::{PageError, State};

/// How many of a theme's best answers quotes are chosen among.
const AMONG: usize = 60;
/// Quotes have at least and at most this many words: long enough to mean something, short enough to be read.
const WORDS: std::ops::RangeInclusive<usize> = 5..=45;

/// Up to `most` quotes of a theme, the surest first, no two from one person and from as many perspectives as
/// there are.
///
/// # Errors
/// When the database fails.
pub fn quotes(
    state: &State,
    subject: &Subject,
    counts: &FrameCounts,
    theme_id: i64,
    question: Option<&str>,
    most: usize,
) -> Result<Vec<Quote>, PageError> {
    let filter =
        QuoteFilter { questions: question.iter().map(|key| (*key).to_owned()).collect(), ..Default::default() };
    let ids: Vec<i64> =
        state.store.list_quote_answers(theme_id, &filter, AMONG)?.into_iter().map(|(id, _)| id).collect();
    let answers = state.store.get_answers(&ids)?;
    let mut chosen: Vec<&RedactedAnswer> = Vec::new();
    // First one of each perspective, then the rest in order.
    for pass in 0..2 {
        for answer in &answers {
            let words = answer.text().split_whitespace().count();
            let is_new = chosen.iter().all(|other| other.response_id() != answer.response_id());
            let is_other = pass == 1 || chosen.iter().all(|other| other.perspective() != answer.perspective());
            if chosen.len() < most && answer.is_screened() && WORDS.contains(&words) && is_new && is_other {
                chosen.push(answer);
            }
        }
    }
    Ok(chosen.into_iter().map(|answer| quote(state, subject, counts, answer)).collect())
}

fn quote(state: &State, subject: &Subject, counts: &FrameCounts, answer: &RedactedAnswer) -> Quote {
    let threshold = state.config.policy.threshold;
    let (perspective, district) = (answer.perspective(), answer.district());
    let tells_who = counts.people_of(perspective) >= threshold;
    let tells_where = counts.people_alike(subject, perspective, district) >= threshold;
    Quote {
        pieces: pieces(answer),
        speaker: tells_who.then(|| speaker(subject, perspective)),
        district: subject.find_district_name(district).filter(|_| tells_where).map(str::to_owned),
        language: language(answer),
    }
}

/// Who says it, by perspective.
pub fn speaker(subject: &Subject, perspective: &str) -> Speaker {
    Speaker { key: perspective.to_owned(), name: subject.perspective_name(perspective).to_owned() }
}

/// The answer's language, unless it is English or not known.
pub fn language(answer: &RedactedAnswer) -> Option<String> {
    Some(answer.language()).filter(|language| !matches!(*language, "en" | "")).map(str::to_owned)
}

/// The words with personal data covered.
pub fn pieces(answer: &RedactedAnswer) -> Vec<Piece> {
    let piece = |part: Shown<'_>| match part {
        Shown::Words(words) => Piece::Words(words.to_owned()),
        Shown::Hidden(kind) => Piece::Covered(kind.to_owned()),
    };
    answer.parts().into_iter().map(piece).collect()
}
