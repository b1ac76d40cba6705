//! Which phrases and subjects go together to name a theme.
//!
//! The best comes first; another is added where it speaks for members that the first leaves out. A theme
//! for which even three leave most members out is mixed, and says so. Leaves out how a name is written
//! (`wording`).

use super::ThemeName;
use super::phrase_runs::stems;
use super::reading::plain_stem;
use super::subjects::Subjects;
use super::weighing::{Candidate, Held, What, telling};
use super::wording::{Writer, describe, join, sentence_case};
use crate::text::{is_stop_word, words};
use crate::themes::matrix::dot;

/// Terms listed, at most, and how many of them a description quotes.
const TERMS: usize = 8;
const QUOTED: usize = 4;

/// A name whose parts cover this share of a theme needs no more of them.
const ENOUGH: f64 = 0.62;

/// A part must speak for this share of the theme that the parts before it leave out.
const ADDS: f64 = 0.15;

/// What tells a theme from another of the same name is true of this share of it.
const DETAIL: f64 = 0.35;

/// What this share of other answers hold adds nothing to a name.
const WIDESPREAD: f64 = 0.25;

/// A name that covers less than this share of its theme is no name: the theme is mixed.
const MIXED: f64 = 0.45;

/// So is one of which no part of its name speaks for this share: it is made of several small ones.
const LEADS: f64 = 0.33;

/// The same where answers are alike: then more say what the name says than use its words.
const MIXED_THOUGH_ALIKE: f64 = 0.35;

/// A proper name that more than this share of other answers hold is the place they come from, unless this many times
/// the share of the theme's do.
const EVERYWHERE: f64 = 0.02;
const STANDS_OUT: f64 = 15.0;

/// A proper name says where or who, not what: it stands in a name only where a subject that this share of the theme's
/// answers are about says what.
const BESIDE: f64 = 0.4;

/// Single words that say little of what they are said of.
const VAGUE: &[&str] = &[
    "service",
    "services",
    "country",
    "circumstances",
    "pick",
    "picked",
    "concise",
    "threat",
    "threats",
    "system",
    "job",
    "jobs",
    "land",
    "lands",
    "facility",
    "facilities",
    "opportunity",
    "opportunities",
    "choice",
    "choices",
    "person",
    "persons",
    "idea",
    "ideas",
    "standard",
    "standards",
    "use",
    "end",
    "start",
    "call",
    "calls",
    "wish",
];

/// A single word is fit to stand in a name from here on: things are, deeds are not.
const FIT: f64 = 0.55;

/// A theme without a name is one all the same when its answers are more alike than answers at large (0) and share some
/// words: then it says that it is mixed and what of. Below, it is a heap of what fitted nowhere. A higher bound was tried:
/// at 0.18 most answers to one question of some 500 had no theme at all.
const ALIKE: f64 = 0.0;
const SOME: f64 = 0.1;

/// What marks a heap this strongly is kept as a theme of those answers that hold it.
const MARKS: f64 = 0.1;

/// Parts that tell no more than this between them do not mark a theme off from the rest.
const FAINT: f64 = 0.16;

/// A candidate with its words.
#[derive(Debug, Clone)]
struct Part {
    candidate: Candidate,
    form: String,
    /// The stems of the phrase, or of the subject's name.
    stems: Vec<String>,
}

/// What is known of a theme.
#[derive(Debug)]
pub(super) struct Marks<'a> {
    /// The phrases that mark it, best first.
    pub phrases: &'a [Candidate],
    /// The subjects that mark it, best first.
    pub subjects: &'a [Candidate],
    /// Its mean direction.
    pub middle: &'a [f32],
    /// How many answers it has.
    pub size: usize,
    /// The mean likeness of two of its answers, at most 1.
    pub likeness: f64,
}

/// The name of one theme from what marks it.
pub(super) fn choose(marks: &Marks<'_>, writer: &Writer<'_>) -> ThemeName {
    let size = marks.size;
    let part = |candidate: &Candidate| {
        let written = writer.write(&candidate.what)?;
        let form = written.form.clone();
        let mut candidate = candidate.clone();
        candidate.score *= 0.6 + f64::from(dot(&written.vector, marks.middle)).max(0.0);
        let folded = words(&form).into_iter().map(|word| word.folded());
        let stems = folded.filter(|word| !is_stop_word(word)).map(|word| plain_stem(&word)).collect();
        Some(Part { candidate, form, stems })
    };
    let phrases: Vec<Part> = lifted(marks.phrases.iter().filter_map(part).collect());
    let subjects: Vec<Part> = marks.subjects.iter().filter_map(part).collect();
    let mut all: Vec<Part> =
        phrases.iter().filter(|part| could_name(part, &subjects)).chain(&subjects).cloned().collect();
    all.sort_by(|a, b| b.candidate.score.total_cmp(&a.candidate.score));
    let (named, covered) = cover(&all, size);
    let terms = differing(&phrases);
    if named.is_empty() {
        return ThemeName::nameless();
    }
    let share = covered.count() as f64 / size.max(1) as f64;
    let marked = named.iter().map(|part| part.candidate.score).sum::<f64>();
    let is_alike = marks.likeness >= ALIKE;
    let largest = named.iter().map(|part| part.candidate.share).fold(0.0, f64::max);
    let is_mixed = match is_alike {
        true => share < MIXED_THOUGH_ALIKE || marked < FAINT,
        false => share < MIXED || largest < LEADS || marked < FAINT,
    };
    let is_heap = is_mixed && !(is_alike && share >= SOME);
    let is_new = |part: &&Part| part.candidate.share >= DETAIL && !repeats(part, &named);
    let detail = all.iter().find(is_new).map(|part| part.form.clone());
    let forms: Vec<String> = named.iter().map(|part| part.form.clone()).collect();
    let quoted: Vec<&Part> = terms.iter().take(QUOTED).copied().collect();
    let mut holding = Held::with_room_for(size);
    quoted.iter().for_each(|part| holding.add(&part.candidate.held_by));
    let quoted: Vec<String> = quoted.iter().map(|part| part.form.clone()).collect();
    let name = match is_mixed {
        true => format!("Mixed: {}", join(&forms)),
        false => sentence_case(&in_context(&forms, &named, &subjects).unwrap_or_else(|| join(&forms))),
    };
    ThemeName {
        name,
        description: describe(&forms, &quoted, holding.count() as f64 / size.max(1) as f64),
        terms: terms.iter().map(|part| part.form.clone()).collect(),
        is_heap,
        is_mixed,
        spoken: match is_heap {
            false => named.into_iter().map(spoken_by).collect(),
            true => all.first().filter(|part| part.candidate.score >= MARKS).map(spoken_by).into_iter().collect(),
        },
        detail,
    }
}

/// Whether a phrase may stand in a name: a single word is a thing, a proper name is not all over the answers (then it
/// says where they come from, not what they say), and no subject that lists the phrase marks the theme about as
/// well, for an officer would rather say the subject.
fn could_name(part: &Part, subjects: &[Part]) -> bool {
    let is_word = length(part) == 1;
    let says_it = |subject: &Part| match subject.candidate.what {
        What::Subject(place) => {
            part.candidate.listed_under.contains(&place) && subject.candidate.score >= 0.5 * part.candidate.score
        }
        What::Phrase(_) => false,
    };
    let Candidate { share, elsewhere, .. } = part.candidate;
    let says_what = |subject: &Part| subject.candidate.share >= BESIDE && !repeats(subject, &[part]);
    if is_proper(&part.form)
        && (!subjects.iter().any(says_what) || (elsewhere > EVERYWHERE && share < STANDS_OUT * elsewhere))
    {
        return false;
    }
    let is_plain = part.form.chars().count() > 2 && part.candidate.fitness >= FIT;
    let listed = &part.candidate.listed_under;
    if !listed.is_empty() && listed.iter().all(|&subject| Subjects::bundled().is_aside(subject)) {
        return false;
    }
    !subjects.iter().any(says_it) && (!is_word || (is_plain && !VAGUE.contains(&part.form.to_lowercase().as_str())))
}

fn is_proper(form: &str) -> bool {
    form.chars().next().is_some_and(char::is_uppercase)
}

/// A proper name by itself does not say what it is named for: "International standards: Italy and Australia".
fn in_context(forms: &[String], named: &[&Part], subjects: &[Part]) -> Option<String> {
    let ([form], [part]) = (forms, named) else { return None };
    let is_proper = length(part) > 0 && is_proper(form);
    let tells = |subject: &&Part| subject.candidate.share >= BESIDE && !repeats(subject, named);
    let lift = |subject: &&Part| subject.candidate.share / subject.candidate.elsewhere.max(1e-3);
    let subject = subjects.iter().filter(|_| is_proper).filter(tells).max_by(|a, b| lift(a).total_cmp(&lift(b)))?;
    Some(format!("{}: {form}", subject.form))
}

fn spoken_by(part: &Part) -> (What, f64) {
    (part.candidate.what.clone(), part.candidate.elsewhere)
}

/// Words that mostly stand in one longer phrase give way to it: "youth" to "youth club".
fn lifted(mut parts: Vec<Part>) -> Vec<Part> {
    let mut gone = vec![false; parts.len()];
    for short in 0..parts.len() {
        let Some(word) = parts.get(short).filter(|it| length(it) == 1).cloned() else { continue };
        let longer = (0..parts.len())
            .filter(|&at| parts.get(at).is_some_and(|it| length(it) > 1 && length(it) < 4 && holds(it, &word)));
        let held = |at: &usize| parts.get(*at).map_or(0, |it| it.candidate.held_by.count());
        let Some(best) = longer.max_by_key(|at| (held(at), std::cmp::Reverse(*at))) else { continue };
        if held(&best) * 2 < word.candidate.held_by.count() {
            continue;
        }
        if let Some(best) = parts.get_mut(best) {
            best.candidate.score = best.candidate.score.max(word.candidate.score);
        }
        gone.get_mut(short).into_iter().for_each(|gone| *gone = true);
    }
    let mut gone = gone.into_iter();
    parts.retain(|_| !gone.next().unwrap_or_default());
    parts.sort_by(|a, b| b.candidate.score.total_cmp(&a.candidate.score));
    parts
}

fn length(part: &Part) -> usize {
    match &part.candidate.what {
        What::Phrase(key) => stems(key).count(),
        What::Subject(_) => 0,
    }
}

fn holds(longer: &Part, word: &Part) -> bool {
    match (&longer.candidate.what, &word.candidate.what) {
        (What::Phrase(longer), What::Phrase(word)) => stems(word).all(|word| stems(longer).any(|stem| stem == word)),
        _ => false,
    }
}

/// The parts of a name, and the answers they speak for.
fn cover(all: &[Part], size: usize) -> (Vec<&Part>, Held) {
    let mut covered = Held::with_room_for(size);
    let mut named: Vec<&Part> = Vec::new();
    let most = all.first().map_or(0.0, |part| part.candidate.score);
    while named.len() < 3 {
        let left = size - covered.count();
        let share = |count: usize| count as f64 / size.max(1) as f64;
        if !named.is_empty() && (1.0 - share(left) >= ENOUGH || (named.len() == 2 && 1.0 - share(left) >= MIXED)) {
            break;
        }
        let worth = |part: &Part| {
            let beyond = part.candidate.held_by.count_beyond(&covered);
            if named.is_empty() {
                return part.candidate.score;
            }
            let adds = part.candidate.score >= 0.15 * most
                && share(beyond) >= ADDS
                && part.candidate.elsewhere <= WIDESPREAD
                && !repeats(part, &named);
            let fresh = telling(beyond as f64 / left.max(1) as f64, part.candidate.elsewhere.max(1e-3));
            if adds { fresh * share(left) * part.candidate.share * part.candidate.fitness } else { 0.0 }
        };
        let worths = all.iter().map(|part| (worth(part), part));
        // Of equals the first: it has the higher score by itself.
        let best =
            worths.fold((0.0, None), |best, (worth, part)| if worth > best.0 { (worth, Some(part)) } else { best });
        let Some(best) = best.1 else { break };
        covered.add(&best.candidate.held_by);
        named.push(best);
    }
    named.sort_by(|a, b| b.candidate.share.total_cmp(&a.candidate.share));
    (named, covered)
}

/// Whether a part says again what one of those taken says.
fn repeats(part: &Part, named: &[&Part]) -> bool {
    named.iter().any(|other| {
        let within = |a: &Part, b: &Part| match (&a.candidate.what, &b.candidate.what) {
            (What::Subject(a), What::Subject(b)) => {
                let list = Subjects::bundled();
                list.takes_in(*a, *b) || list.are_akin(*a, *b)
            }
            _ => false,
        };
        within(part, other) || within(other, part) || other.stems.iter().any(|stem| part.stems.contains(stem))
    })
}

/// The best phrases that share no stem.
fn differing(phrases: &[Part]) -> Vec<&Part> {
    let mut taken: Vec<&Part> = Vec::new();
    for part in phrases {
        if taken.len() < TERMS && !repeats(part, &taken) {
            taken.push(part);
        }
    }
    taken
}
