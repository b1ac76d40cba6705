//! What is asked, as a query of the index.

use std::ops::Bound;

use tantivy::Term;
use tantivy::query::{
    AllQuery, BooleanQuery, ConstScoreQuery, EmptyQuery, Occur, PhraseQuery, Query, TermQuery, TermSetQuery,
};
use tantivy::schema::{Field, IndexRecordOption};

use super::asked::Asked;
use super::schema::Fields;
use super::view::View;

/// The most words that a beginning may stand for; `s…` words beyond, in the alphabet, are left out.
const MOST_EXPANSIONS: usize = 1_000;

/// Makes queries for one view of the index.
pub(super) struct Matcher<'a> {
    pub fields: &'a Fields,
    pub view: &'a View,
}

impl Matcher<'_> {
    /// Answers of one consultation that match what is asked; all of them where nothing is.
    pub fn answers(&self, consultation: &str, asked: Option<&Asked>) -> tantivy::Result<Box<dyn Query>> {
        let words = asked.map(|asked| self.matching(asked)).transpose()?;
        // Most installations hold one consultation: then there is nothing to keep apart.
        if !self.view.has_several_consultations {
            return Ok(words.unwrap_or_else(|| Box::new(AllQuery)));
        }
        let term = Term::from_field_text(self.fields.consultation, consultation);
        let of_consultation = Box::new(TermQuery::new(term, IndexRecordOption::Basic));
        Ok(match words {
            None => of_consultation,
            Some(words) => {
                let unscored = Box::new(ConstScoreQuery::new(of_consultation, 0.0));
                Box::new(BooleanQuery::new(vec![(Occur::Must, words), (Occur::Must, unscored)]))
            }
        })
    }

    fn matching(&self, asked: &Asked) -> tantivy::Result<Box<dyn Query>> {
        Ok(match asked {
            Asked::Word(word) => self.word(word),
            Asked::Exactly(words) => self.exactly(words),
            Asked::Beginning(start) => self.beginning(start)?,
            Asked::Any(parts) => {
                let parts: tantivy::Result<Vec<_>> = parts.iter().map(|part| self.matching(part)).collect();
                Box::new(BooleanQuery::union(parts?))
            }
            Asked::All(parts) => self.all(parts)?,
            Asked::Not(part) => self.all(std::slice::from_ref(&Asked::Not(part.clone())))?,
        })
    }

    fn all(&self, parts: &[Asked]) -> tantivy::Result<Box<dyn Query>> {
        let mut clauses: Vec<(Occur, Box<dyn Query>)> = Vec::new();
        for part in parts {
            clauses.push(match part {
                Asked::Not(denied) => (Occur::MustNot, self.matching(denied)?),
                asked => (Occur::Must, self.matching(asked)?),
            });
        }
        if clauses.iter().all(|(occur, _)| *occur == Occur::MustNot) {
            clauses.push((Occur::Must, Box::new(AllQuery)));
        }
        Ok(Box::new(BooleanQuery::new(clauses)))
    }

    /// The word in any form, in every language that answers are written in: an answer stands in one of them.
    fn word(&self, word: &str) -> Box<dyn Query> {
        let mut each: Vec<Box<dyn Query>> = Vec::new();
        for &(stemming, field) in &self.view.stems {
            let term = Term::from_field_text(field, &stemming.stem(word));
            each.push(Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs)));
        }
        match each.len() {
            0 => Box::new(EmptyQuery),
            1 => each.remove(0),
            _ => Box::new(BooleanQuery::union(each)),
        }
    }

    fn exactly(&self, words: &[String]) -> Box<dyn Query> {
        let mut terms: Vec<Term> = words.iter().map(|word| Term::from_field_text(self.fields.written, word)).collect();
        match terms.len() {
            0 => Box::new(EmptyQuery),
            1 => Box::new(TermQuery::new(terms.remove(0), IndexRecordOption::WithFreqs)),
            _ => Box::new(PhraseQuery::new(terms)),
        }
    }

    fn beginning(&self, start: &str) -> tantivy::Result<Box<dyn Query>> {
        let terms = words_beginning(self.view, self.fields.written, start)?;
        Ok(match terms.is_empty() {
            true => Box::new(EmptyQuery),
            false => Box::new(TermSetQuery::new(terms)),
        })
    }
}

/// Every word of the index that begins so, up to [`MOST_EXPANSIONS`].
fn words_beginning(view: &View, field: Field, start: &str) -> tantivy::Result<Vec<Term>> {
    let mut found = std::collections::BTreeSet::new();
    for segment in view.searcher.segment_readers() {
        let inverted = segment.inverted_index(field)?;
        let mut range = inverted.terms().range().ge(start.as_bytes());
        if let Bound::Excluded(end) = after_all_beginning_with(start) {
            range = range.lt(end);
        }
        let mut words = range.into_stream()?;
        let mut taken = 0;
        while taken < MOST_EXPANSIONS && words.advance() {
            if let Ok(word) = std::str::from_utf8(words.key()) {
                found.insert(word.to_owned());
            }
            taken += 1;
        }
    }
    Ok(found.iter().take(MOST_EXPANSIONS).map(|word| Term::from_field_text(field, word)).collect())
}

/// The least bytes that come after every word with this beginning.
fn after_all_beginning_with(start: &str) -> Bound<Vec<u8>> {
    // No byte of UTF-8 is 0xFF, so adding one to the last byte never overflows.
    let mut end = start.as_bytes().to_vec();
    match end.last_mut() {
        Some(last) => {
            *last = last.saturating_add(1);
            Bound::Excluded(end)
        }
        None => Bound::Unbounded,
    }
}
