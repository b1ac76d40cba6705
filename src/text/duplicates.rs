//! Similar answers: near-identical words from different people, such as a class or a text that was passed round.
//!
//! Two answers are similar when at least half of the pairs of neighbouring words that either has are in both
//! (Jaccard), or when one is the other, of some length, with something added; short ones must share more, because
//! many people put a plain thing nearly alike by themselves. Capitals, punctuation and apostrophes make no
//! difference. Candidates are found by MinHash with banding (Broder 1997; Leskovec, Rajaraman and Ullman, Mining
//! of Massive Datasets, ch. 3), each is checked by what the two really share, and what hangs together is joined;
//! so the time grows with the number of answers, but for sorting one number of each.
//! Leaves out why people sent the same words, and whether that matters: both are an officer's to judge.

mod sketch;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use sketch::{Sketch, is_similar};

/// How many bands are looked at; two answers that share half their pairs meet in one of them 99 times in 100.
const BANDS: u32 = 16;
/// Answers that a newcomer to a bucket is compared with, so that no bucket costs more than its size.
const LEADERS: usize = 4;
/// How often a model is looked for in what hangs together.
const ROUNDS: usize = 8;

/// One answer as it is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sent<'a> {
    /// Who sent it: any number that is theirs alone.
    pub person: i64,
    pub text: &'a str,
}

/// When answers are a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SimilarSettings {
    /// Answers of fewer words than this are in no group: many people say "a skate park" by themselves.
    pub least_words: usize,
    /// Fewer different people than this are no group.
    pub least_people: usize,
}

impl Default for SimilarSettings {
    /// Six words, five people.
    fn default() -> Self {
        Self { least_words: 6, least_people: 5 }
    }
}

/// Similar answers from different people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SimilarGroup {
    /// Place, among the answers given, of the one that stands for all: its words are the most shared. Every
    /// answer of the group is similar to it.
    pub model: usize,
    /// How many words that one has.
    pub words: usize,
    /// Places of all of them, in the order given.
    pub answers: Vec<usize>,
    /// How many different people sent them.
    pub people: usize,
    /// How many different people sent exactly the model's words.
    pub identical: usize,
}

/// The groups of similar answers, those of most people first. No answer is in two groups. The order of the
/// answers changes nothing but the places.
pub fn similar_groups(answers: &[Sent<'_>], settings: SimilarSettings) -> Vec<SimilarGroup> {
    let texts = distinct(answers, settings.least_words);
    let mut sets = Sets::new(texts.len());
    for band in 0..BANDS {
        join_band(&texts, band, &mut sets);
    }
    let mut together: FxHashMap<usize, Vec<usize>> = FxHashMap::default();
    for text in 0..texts.len() {
        together.entry(sets.find(text)).or_default().push(text);
    }
    let mut found: Vec<(SimilarGroup, u128)> = together
        .into_values()
        .filter(|set| people(answers, &texts, set) >= settings.least_people)
        .flat_map(|set| stars(answers, &texts, set))
        .filter(|(group, _)| group.people >= settings.least_people)
        .collect();
    found.sort_by_key(|(group, fingerprint)| (std::cmp::Reverse((group.people, group.answers.len())), *fingerprint));
    found.into_iter().map(|(group, _)| group).collect()
}

/// One way of putting it, with everyone who put it so.
struct Text {
    sketch: Sketch,
    /// Places of the answers with exactly these words.
    places: Vec<usize>,
}

/// The different texts, by their fingerprints, so that nothing that follows knows the order of the answers.
fn distinct(answers: &[Sent<'_>], least_words: usize) -> Vec<Text> {
    let sketches: Vec<Option<Sketch>> =
        answers.par_iter().map(|sent| Sketch::of(sent.text).filter(|it| it.words >= least_words)).collect();
    let mut known: FxHashMap<u128, usize> = FxHashMap::default();
    let mut texts: Vec<Text> = Vec::new();
    for (place, sketch) in sketches.into_iter().enumerate().filter_map(|(place, it)| it.map(|it| (place, it))) {
        let at = *known.entry(sketch.fingerprint).or_insert(texts.len());
        match texts.get_mut(at) {
            Some(text) => text.places.push(place),
            None => texts.push(Text { sketch, places: vec![place] }),
        }
    }
    texts.par_sort_unstable_by_key(|text| text.sketch.fingerprint);
    texts
}

/// Joins similar texts that meet in a bucket of this band.
fn join_band(texts: &[Text], band: u32, sets: &mut Sets) {
    let mut keys: Vec<(u64, usize)> =
        texts.par_iter().enumerate().map(|(at, text)| (text.sketch.band(band), at)).collect();
    keys.par_sort_unstable();
    for bucket in keys.chunk_by(|one, other| one.0 == other.0).filter(|bucket| bucket.len() > 1) {
        let mut leaders: Vec<usize> = Vec::with_capacity(LEADERS);
        for &(_, text) in bucket {
            let mut joins = false;
            for &leader in &leaders {
                if sets.find(leader) == sets.find(text) {
                    joins = true;
                } else if is_alike(texts, leader, text) {
                    sets.join(leader, text);
                    joins = true;
                }
            }
            if !joins && leaders.len() < LEADERS {
                leaders.push(text);
            }
        }
    }
}

fn is_alike(texts: &[Text], one: usize, other: usize) -> bool {
    match (texts.get(one), texts.get(other)) {
        (Some(one), Some(other)) => is_similar(&one.sketch, &other.sketch),
        _ => false,
    }
}

/// Different people who sent any of these texts.
fn people(answers: &[Sent<'_>], texts: &[Text], set: &[usize]) -> usize {
    let places = set.iter().filter_map(|&text| texts.get(text)).flat_map(|text| &text.places);
    places.filter_map(|&place| answers.get(place)).map(|sent| sent.person).collect::<FxHashSet<i64>>().len()
}

/// Groups around models: in what hangs together, one end may have nothing to do with the other.
fn stars(answers: &[Sent<'_>], texts: &[Text], set: Vec<usize>) -> Vec<(SimilarGroup, u128)> {
    let (mut left, mut groups) = (set, Vec::new());
    for _ in 0..ROUNDS {
        let Some(model) = model(texts, &left) else { break };
        let (near, far): (Vec<usize>, Vec<usize>) =
            left.into_iter().partition(|&text| text == model || is_alike(texts, model, text));
        if let Some(centre) = texts.get(model) {
            groups.push((group(answers, texts, centre, &near), centre.sketch.fingerprint));
        }
        left = far;
    }
    groups
}

/// The text whose pairs of words most of the others have too; of those alike in that, the first.
fn model(texts: &[Text], set: &[usize]) -> Option<usize> {
    let all = || set.iter().filter_map(|&at| texts.get(at).map(|text| (at, text)));
    let mut held: FxHashMap<u32, i64> = FxHashMap::default();
    let mut total = 0;
    for (_, text) in all() {
        let weight = text.places.len() as i64;
        total += weight;
        text.sketch.pairs.iter().for_each(|pair| *held.entry(*pair).or_default() += weight);
    }
    // What most have counts for a text, what few have against it.
    let shared = |text: &Text| -> i64 {
        text.sketch.pairs.iter().map(|pair| 2 * held.get(pair).copied().unwrap_or(0) - total).sum()
    };
    all().map(|(at, text)| (shared(text), std::cmp::Reverse(at))).max().map(|(_, std::cmp::Reverse(at))| at)
}

fn group(answers: &[Sent<'_>], texts: &[Text], model: &Text, near: &[usize]) -> SimilarGroup {
    let mut places: Vec<usize> =
        near.iter().filter_map(|&text| texts.get(text)).flat_map(|text| text.places.iter().copied()).collect();
    places.sort_unstable();
    let persons = |places: &[usize]| {
        places.iter().filter_map(|&place| answers.get(place)).map(|sent| sent.person).collect::<FxHashSet<i64>>().len()
    };
    let shown = most_written(answers, &model.places);
    SimilarGroup {
        model: shown.unwrap_or_default(),
        words: model.sketch.words,
        people: persons(&places),
        identical: persons(&model.places),
        answers: places,
    }
}

/// Of the same words, the way that most wrote them; of equals one that shouts less, then the first in the alphabet.
fn most_written(answers: &[Sent<'_>], places: &[usize]) -> Option<usize> {
    let mut written: FxHashMap<&str, (usize, usize)> = FxHashMap::default();
    for &place in places {
        let text = answers.get(place).map_or("", |sent| sent.text);
        written.entry(text).or_insert((0, place)).0 += 1;
    }
    let capitals = |text: &str| text.chars().filter(|c| c.is_uppercase()).count();
    let most = written
        .into_iter()
        .min_by_key(|(text, (count, _))| (std::cmp::Reverse(*count), capitals(text), (*text).to_owned()));
    most.map(|(_, (_, place))| place)
}

/// What has been joined so far (union–find with halved paths).
struct Sets {
    parents: Vec<usize>,
}

impl Sets {
    fn new(count: usize) -> Self {
        Self { parents: (0..count).collect() }
    }

    fn find(&mut self, mut at: usize) -> usize {
        while let Some(parent) = self.parents.get(at).copied().filter(|parent| *parent != at) {
            let grandparent = self.parents.get(parent).copied().unwrap_or(parent);
            if let Some(own) = self.parents.get_mut(at) {
                *own = grandparent;
            }
            at = grandparent;
        }
        at
    }

    /// The lower root stays, so that sets do not depend on who was joined to whom.
    fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.find(one), self.find(other));
        if let Some(parent) = self.parents.get_mut(one.max(other)) {
            *parent = one.min(other);
        }
    }
}

#[cfg(test)]
mod tests;
