//! How a name and a description are written, from phrases and subjects.
//!
//! A phrase is shown in the form it most often has in the answers. Leaves out which phrases are
//! shown (`choosing`).

use std::sync::{Arc, Mutex, PoisonError};

use rustc_hash::FxHashMap;

use super::phrase_runs::{AFTER_TITLE, Key, LONGEST, Seen, stems};
use super::reading::{Reading, beginning};
use super::subjects::Subjects;
use super::weighing::What;
use crate::text::{Vectors, Word, find_personal_data, words};
use crate::themes::corpus::Corpus;

/// Answers looked at for how a phrase is written.
const LOOKED_AT: usize = 8;

/// How a phrase or a subject is written inside a sentence, and its vector.
#[derive(Debug)]
pub(super) struct Written {
    pub form: String,
    pub vector: Vec<f32>,
}

/// What has been written out so far; a phrase is written alike in every theme. Nothing where it may not be shown.
pub(super) type Kept = Mutex<FxHashMap<What, Option<Arc<Written>>>>;

/// Writes phrases out.
#[derive(Debug)]
pub(super) struct Writer<'a> {
    /// The answers read.
    pub answers: &'a [&'a str],
    pub reading: &'a Reading,
    pub seen: &'a [Seen],
    pub kept: &'a Kept,
    pub corpus: &'a Corpus,
    pub vectors: &'a Vectors,
}

impl Writer<'_> {
    /// A phrase or a subject written out; `None` where it is or holds personal data, for a theme must not be named
    /// after somebody.
    pub fn write(&self, what: &What) -> Option<Arc<Written>> {
        let kept = || self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(written) = kept().get(what) {
            return written.clone();
        }
        let form = match what {
            What::Phrase(key) => self.write_phrase(key),
            What::Subject(place) => Subjects::bundled().names.get(*place as usize).cloned(),
        };
        let written = form.map(|form| {
            let vector = self.corpus.unit(&form, self.vectors, &mut String::new()).vector.to_vec();
            Arc::new(Written { form, vector })
        });
        kept().insert(what.clone(), written.clone());
        written
    }

    fn write_phrase(&self, key: &Key) -> Option<String> {
        let start = self.seen.partition_point(|it| it.key < *key);
        let run = self.seen.get(start..)?.chunk_by(|a, b| a.key == b.key).next()?;
        let titled = run.iter().filter(|it| it.before == AFTER_TITLE).count();
        let every = run.len().div_ceil(LOOKED_AT).max(1);
        let mut forms: FxHashMap<String, usize> = FxHashMap::default();
        let (mut seen, mut hidden) = (0usize, 0usize);
        for it in run.iter().step_by(every) {
            let text = beginning(self.answers.get(it.answer as usize).copied().unwrap_or_default());
            let private = private_parts(text);
            for found in self.places_of(it.answer, text, key) {
                seen += 1;
                if private.iter().any(|span| span.start < found.end && found.start < span.end) {
                    hidden += 1;
                    continue;
                }
                *forms.entry(written(text, found)).or_default() += 1;
            }
        }
        // A common word that once stood in somebody's address is no secret; a name that is mostly hidden is.
        let most = forms.iter().max_by(|a, b| a.1.cmp(b.1).then_with(|| b.0.cmp(a.0)))?.0;
        let is_capital = most.chars().next().is_some_and(char::is_uppercase);
        let too_many = if is_capital { hidden > 0 || titled * 20 > run.len() } else { hidden * 5 > seen };
        (!too_many).then(|| preferred(&forms, most).to_owned())
    }

    /// Where a phrase stands in an answer, in bytes.
    fn places_of(&self, answer: u32, text: &str, key: &Key) -> Vec<std::ops::Range<usize>> {
        let reading = self.reading;
        let Some(tokens) = reading.answers.get(answer as usize) else { return Vec::new() };
        let stem = |at: usize| {
            let token = tokens.get(at)?;
            reading.kinds.get(token.word as usize).map(|kind| kind.stem)
        };
        let wanted: Vec<u32> = stems(key).collect();
        let written: Vec<Word<'_>> = words(text);
        let starts = (0..tokens.len()).filter(|&at| (0..wanted.len()).all(|i| stem(at + i) == wanted.get(i).copied()));
        starts
            .filter_map(|at| Some(written.get(at)?.start..written.get(at + wanted.len().min(LONGEST) - 1)?.end()))
            .collect()
    }
}

/// Where a text holds personal data, in bytes.
fn private_parts(text: &str) -> Vec<std::ops::Range<usize>> {
    let found = find_personal_data(text);
    if found.is_empty() {
        return Vec::new();
    }
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let byte = |character: usize| bytes.get(character).copied().unwrap_or(text.len());
    found.into_iter().map(|it| byte(it.span.start)..byte(it.span.end)).collect()
}

/// The plural where people often use it ("drugs", not "drug"), else the commonest form.
fn preferred<'f>(forms: &'f FxHashMap<String, usize>, most: &'f str) -> &'f str {
    let often = forms.get(most).copied().unwrap_or_default();
    let plural = |(form, &count): (&'f String, &usize)| {
        let ending = form.strip_prefix(most).filter(|_| !most.ends_with('y'))?;
        (matches!(ending, "s" | "es") && count * 4 >= often).then_some(form.as_str())
    };
    forms.iter().filter_map(plural).min().unwrap_or(most)
}

/// How a phrase is written when it stands inside a sentence.
fn written(text: &str, place: std::ops::Range<usize>) -> String {
    let surface = text.get(place.clone()).unwrap_or_default().replace('\n', " ");
    let lower = text.chars().filter(|c| c.is_lowercase()).count();
    if text.chars().filter(|c| c.is_uppercase()).count() > lower {
        return surface.to_lowercase();
    }
    let before = text.get(..place.start).unwrap_or_default().trim_end();
    let begins = before.is_empty() || before.ends_with(['.', '!', '?', ':', '-', '"', '“', ';', '\n', ')']);
    let rest_is_lower = !surface.chars().skip(1).any(char::is_uppercase);
    match begins && rest_is_lower && surface.chars().nth(1).is_some_and(char::is_alphanumeric) {
        true => surface.chars().take(1).flat_map(char::to_lowercase).chain(surface.chars().skip(1)).collect(),
        false => surface,
    }
}

/// Joins the parts of a name as they stand inside a sentence: "buses and trains", "parks and play areas, litter".
pub(super) fn join(parts: &[String]) -> String {
    let inside: Vec<String> = parts.iter().map(|part| inner_case(part)).collect();
    let is_plain = inside.iter().all(|part| !part.contains(" and ") && !part.contains(','));
    match inside.split_last() {
        Some((last, rest)) if is_plain && !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ if inside.iter().any(|part| part.contains(',')) => inside.join("; "),
        _ => inside.join(", "),
    }
}

/// A part as it stands inside a sentence: the capital of a subject's name goes, that of a proper name stays.
pub(super) fn inner_case(part: &str) -> String {
    let is_subject = Subjects::bundled().names.iter().any(|name| name == part);
    let first: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '+').collect();
    let is_initials = first.chars().filter(|c| c.is_uppercase()).count() > 1;
    if !is_subject || is_initials {
        return part.to_owned();
    }
    part.chars().take(1).flat_map(char::to_lowercase).chain(part.chars().skip(1)).collect()
}

pub(super) fn sentence_case(name: &str) -> String {
    name.chars().take(1).flat_map(char::to_uppercase).chain(name.chars().skip(1)).collect()
}

/// One sentence on what a theme's answers speak of; `share` of them hold one of `terms`.
pub(super) fn describe(about: &[String], terms: &[String], share: f64) -> String {
    let how_many = in_words(share);
    let quoted: Vec<String> = terms.iter().map(|term| format!("\u{201c}{term}\u{201d}")).collect();
    let said = match quoted.split_last() {
        None => return format!("Answers about {}.", listed(about)),
        Some((only, [])) => only.clone(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    };
    format!("Answers about {}; {how_many} of them say {said}.", listed(about))
}

fn listed(parts: &[String]) -> String {
    parts.iter().map(|part| inner_case(part)).collect::<Vec<_>>().join(", and ")
}

/// A share in words. Figures are published only where they are counted with their base.
fn in_words(share: f64) -> &'static str {
    match share {
        s if s >= 0.95 => "nearly all",
        s if s >= 0.72 => "most",
        s if s >= 0.58 => "about two thirds",
        s if s >= 0.42 => "about half",
        s if s >= 0.29 => "about a third",
        s if s >= 0.21 => "about a quarter",
        s if s >= 0.13 => "about one in six",
        _ => "a few",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(parts: &[&str]) -> Vec<String> {
        parts.iter().map(|&part| part.to_owned()).collect()
    }

    #[test]
    fn parts_are_joined_as_one_would_say_them() {
        assert_eq!(sentence_case(&join(&owned(&["Buses", "Cycling"]))), "Buses and cycling");
        assert_eq!(join(&owned(&["Trains", "Clubs and activities"])), "trains, clubs and activities");
        assert_eq!(join(&owned(&["Trains", "Arts, music and culture"])), "trains; arts, music and culture");
        assert_eq!(join(&owned(&["LGBT+ people", "Kelp Rota"])), "LGBT+ people and Kelp Rota");
    }

    #[test]
    fn a_description_says_what_is_spoken_of_and_how_many_use_its_words() {
        let said = describe(&owned(&["Buses"]), &owned(&["bus", "night bus"]), 0.8);
        assert_eq!(said, "Answers about buses; most of them say \u{201c}bus\u{201d} or \u{201c}night bus\u{201d}.");
        assert_eq!(describe(&owned(&["Buses"]), &[], 0.0), "Answers about buses.");
    }

    #[test]
    fn the_plural_is_shown_where_it_is_in_use() {
        let forms: FxHashMap<String, usize> = [("drug".to_owned(), 5), ("drugs".to_owned(), 3)].into_iter().collect();
        assert_eq!(preferred(&forms, "drug"), "drugs");
        let forms: FxHashMap<String, usize> = [("mummy".to_owned(), 5), ("mummys".to_owned(), 3)].into_iter().collect();
        assert_eq!(preferred(&forms, "mummy"), "mummy");
    }
}
