//! Answers brought to the theme whose name speaks for them, where the one they were in does not.
//!
//! A name is of use when most answers under it say what it says. So a theme keeps the answers that its name
//! speaks for, by the name's words or because they are as like them as those are among themselves, and the others
//! go to the best of their other themes, to a theme whose name says what they say, or, where enough of them are
//! about one subject of the list, to a new theme of that subject. A theme that is of several things and held
//! together by none keeps its largest. Only what is left over is "other answers".

use std::borrow::Cow;

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::homes::Homes;
use super::reading::Token;
use super::subjects::Mention;
use super::weighing::What;
use super::{Naming, ThemeName};
use crate::text::Vectors;
use crate::themes::coding::Coding;
use crate::themes::corpus::Corpus;
use crate::themes::matrix::{add, dot, normalise};

/// A name that speaks for this share of its theme names the whole.
const WHOLE: f64 = 0.6;

/// One that speaks for less than this share does not name it at all.
const SOME: f64 = 0.25;

/// An answer that does not use a name's words is spoken for all the same when it is as like those that do as this
/// share of them is (counted from the least like): where the name is of the whole, and where it is of a part.
const LIKE_WHOLE: f64 = 0.25;
const LIKE_PART: f64 = 0.75;

/// Where those that do not use a name's words are, in the middle, as like those that do as this share of them is, the
/// theme says the same in other words, and stays as it is.
const AS_LIKE: f64 = 0.1;

/// All answers, and what is known of those that names are made from.
#[derive(Debug)]
pub(in crate::themes) struct Answers<'a> {
    /// All answers.
    pub texts: &'a [&'a str],
    /// Where those that were read stand among them.
    pub read: &'a [usize],
    /// The vectors of those that were read.
    pub corpus: &'a Corpus,
    /// The table that vectors of others are made from.
    pub vectors: &'a Vectors,
}

/// Answers in other themes than before.
#[derive(Debug)]
pub(in crate::themes) struct Regrouped {
    /// The codings. Those left over are under the number of names; new themes come after it.
    pub codings: Vec<Coding>,
    /// How many new themes there are.
    pub new_themes: usize,
}

/// Which answers of a theme stay in it.
#[derive(Debug, Clone, PartialEq)]
enum Standing {
    /// All.
    Kept,
    /// Those that hold a part of its name or are this like the middle of those that do.
    Gathered { parts: Vec<What>, middle: Vec<f32>, floor: f32 },
    /// None.
    Nameless,
}

/// One answer as regrouping sees it.
#[derive(Debug)]
pub(super) struct Heard<'a> {
    tokens: Cow<'a, [Token]>,
    mentions: Cow<'a, [Mention]>,
}

/// What stays of an answer's codings, and the answer where that is nothing.
type Stay<'a> = (Vec<Coding>, Option<Heard<'a>>);

/// Where the answers that were read stand, by their places among all.
type Places = FxHashMap<usize, usize>;

impl Naming<'_> {
    /// The codings with answers that their theme's name does not speak for brought elsewhere. The first `known`
    /// themes are kept as they are; `fewest` answers make a theme.
    pub(in crate::themes) fn regroup(
        &self,
        answers: &Answers<'_>,
        names: &[ThemeName],
        known: usize,
        codings: Vec<Coding>,
        fewest: usize,
    ) -> Regrouped {
        let groups: Vec<&[Coding]> = codings.chunk_by(|a, b| a.answer == b.answer).collect();
        let places: Places = answers.read.iter().copied().zip(0..).collect();
        let mut members: Vec<Vec<usize>> = vec![Vec::new(); names.len()];
        for first in groups.iter().filter_map(|group| group.first()) {
            if let (Some(members), Some(&place)) = (members.get_mut(first.theme), places.get(&first.answer)) {
                members.push(place);
            }
        }
        // Sums of vectors and what is made of them must not depend on the order of the answers.
        members.iter_mut().for_each(|members| members.sort_unstable());
        let standings: Vec<Standing> = (0..names.len())
            .into_par_iter()
            .map(|theme| match (names.get(theme), members.get(theme)) {
                (Some(name), Some(members)) if theme >= known => self.standing(answers, name, members, fewest),
                _ => Standing::Kept,
            })
            .collect();
        let stay: Vec<Stay<'_>> =
            groups.par_iter().map(|group| self.what_stays(answers, &places, &standings, group)).collect();
        let open = names.iter().zip(&standings).map(|(name, standing)| match standing {
            Standing::Nameless => Vec::new(),
            Standing::Kept => name.spoken.clone(),
            Standing::Gathered { parts, .. } => {
                name.spoken.iter().filter(|(what, _)| parts.contains(what)).cloned().collect()
            }
        });
        let was_read = |group: &[Coding]| group.first().is_some_and(|first| places.contains_key(&first.answer));
        let lost = groups.iter().zip(&stay).filter(|(group, _)| was_read(group));
        let lost: Vec<&Heard<'_>> = lost.filter_map(|(_, (_, lost))| lost.as_ref()).collect();
        // Where themes were known before, new ones are those that discovery proposes.
        let homes = Homes::find(self, open.collect(), &lost, if known == 0 { fewest } else { usize::MAX });
        let place = |(group, (kept, lost)): (&&[Coding], &Stay<'_>)| match (lost, group.first()) {
            (Some(heard), Some(first)) => {
                let theme = homes.of(self, heard).unwrap_or(names.len());
                vec![Coding { theme, score: first.score / 2.0, is_primary: true, ..first.clone() }]
            }
            _ => best_first(kept.clone()),
        };
        let regrouped: Vec<Vec<Coding>> = groups.par_iter().zip(&stay).map(place).collect();
        Regrouped { codings: regrouped.into_iter().flatten().collect(), new_themes: homes.new_themes() }
    }

    /// What stays of one answer's codings.
    fn what_stays(&self, answers: &Answers<'_>, places: &Places, standings: &[Standing], group: &[Coding]) -> Stay<'_> {
        let is_kept = |coding: &Coding| matches!(standings.get(coding.theme), Some(Standing::Kept));
        let Some(answer) = group.first().map(|first| first.answer).filter(|_| !group.iter().all(is_kept)) else {
            return (group.to_vec(), None);
        };
        let place = places.get(&answer).copied();
        let heard = self.hear(answers, answer, place);
        let mut vector = None;
        let mut stays = |coding: &&Coding| match standings.get(coding.theme) {
            Some(Standing::Kept) => true,
            Some(Standing::Gathered { parts, middle, floor }) => {
                parts.iter().any(|part| self.weight(part, &heard) > 0.0)
                    || dot(vector.get_or_insert_with(|| vector_of(answers, answer, place)), middle) >= *floor
            }
            _ => false,
        };
        let kept: Vec<Coding> = group.iter().filter(|coding| stays(coding)).cloned().collect();
        let lost = kept.is_empty().then_some(heard);
        (kept, lost)
    }

    fn hear(&self, answers: &Answers<'_>, answer: usize, place: Option<usize>) -> Heard<'_> {
        let read = place.and_then(|place| Some((self.reading.answers.get(place)?, self.mentions.get(place)?)));
        if let Some((tokens, mentions)) = read {
            return Heard { tokens: Cow::Borrowed(tokens), mentions: Cow::Borrowed(mentions) };
        }
        let tokens = self.reading.tokens_of(answers.texts.get(answer).copied().unwrap_or_default());
        Heard { mentions: Cow::Owned(self.index.mentions(&tokens, &self.reading)), tokens: Cow::Owned(tokens) }
    }

    /// How much of an answer speaks of something, from 0 (nothing) to 1.
    pub(super) fn weight(&self, what: &What, heard: &Heard<'_>) -> f32 {
        match what {
            What::Subject(subject) => {
                let found = heard.mentions.binary_search_by_key(subject, |&(subject, _)| subject);
                found.ok().and_then(|at| heard.mentions.get(at)).map_or(0.0, |&(_, weight)| weight)
            }
            What::Phrase(key) => {
                let wanted: Vec<u32> = super::phrase_runs::stems(key).collect();
                let kind = |token: &Token| self.reading.kinds.get(token.word as usize).map(|kind| kind.stem);
                let holds = heard
                    .tokens
                    .windows(wanted.len().max(1))
                    .any(|run| run.iter().zip(&wanted).all(|(token, &stem)| kind(token) == Some(stem)));
                if holds { (wanted.len() as f32 / heard.tokens.len().max(1) as f32).min(1.0) } else { 0.0 }
            }
        }
    }

    /// How a theme stands, by those of its answers that were read.
    fn standing(&self, answers: &Answers<'_>, name: &ThemeName, members: &[usize], fewest: usize) -> Standing {
        let holders = |parts: &[What]| -> Vec<usize> {
            let holds = |&place: &usize| {
                let heard = self.hear(answers, place, Some(place));
                parts.iter().any(|part| self.weight(part, &heard) > 0.0)
            };
            members.iter().copied().filter(holds).collect()
        };
        let size = members.len().max(1) as f64;
        let mut parts: Vec<What> = name.spoken.iter().map(|(what, _)| what.clone()).collect();
        let mut held = holders(&parts);
        let is_whole = held.len() as f64 >= WHOLE * size;
        if !is_whole {
            let each = parts.iter().map(|part| (holders(std::slice::from_ref(part)), part.clone()));
            // Of equals the first.
            let largest = each.reduce(|best, it| if it.0.len() > best.0.len() { it } else { best });
            let Some((holders, part)) = largest else { return Standing::Nameless };
            (held, parts) = (holders, vec![part]);
        }
        if held.len() < fewest || (held.len() as f64) < SOME * size {
            return Standing::Nameless;
        }
        let row = |place: usize| answers.corpus.vectors.row(place);
        let mut middle = vec![0f32; crate::text::DIMENSIONS];
        held.iter().for_each(|&place| add(&mut middle, row(place), 1.0));
        normalise(&mut middle);
        let likeness = |places: &mut dyn Iterator<Item = usize>| -> Vec<f32> {
            let mut all: Vec<f32> = places.map(|place| dot(row(place), &middle)).collect();
            all.sort_unstable_by(f32::total_cmp);
            all
        };
        let those = likeness(&mut held.iter().copied());
        let others = likeness(&mut members.iter().copied().filter(|place| held.binary_search(place).is_err()));
        let at = |share: f64| those.get((share * those.len() as f64) as usize).copied().unwrap_or(1.0);
        if is_whole && others.get(others.len() / 2).is_none_or(|&half| half >= at(AS_LIKE)) {
            return Standing::Kept;
        }
        let floor = at(if is_whole { LIKE_WHOLE } else { LIKE_PART });
        Standing::Gathered { parts, middle, floor }
    }
}

impl Heard<'_> {
    /// The subjects the answer is about.
    pub(super) fn subjects(&self) -> impl Iterator<Item = Mention> {
        self.mentions.iter().copied()
    }
}

fn vector_of(answers: &Answers<'_>, answer: usize, place: Option<usize>) -> Vec<f32> {
    if let Some(place) = place {
        return answers.corpus.vectors.row(place).to_vec();
    }
    let text = answers.texts.get(answer).copied().unwrap_or_default();
    answers.corpus.unit(text, answers.vectors, &mut String::new()).vector.to_vec()
}

/// The codings with one of them primary and first: the one that was, or else the surest.
fn best_first(mut kept: Vec<Coding>) -> Vec<Coding> {
    if !kept.iter().any(|coding| coding.is_primary) {
        // Of equals the first.
        let best = kept.iter().enumerate().reduce(|best, it| if it.1.score > best.1.score { it } else { best });
        let best = best.map(|(at, _)| at).unwrap_or_default();
        if best < kept.len() {
            kept.swap(0, best);
        }
    }
    kept.iter_mut().enumerate().for_each(|(at, coding)| coding.is_primary = at == 0);
    kept
}
