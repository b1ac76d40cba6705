//! A suggested order of a plan's priorities for one district, with all of its arithmetic.
//!
//! A suggestion and never a decision: every part is shown, every weight can be changed, and what is missing is said and
//! not counted as nothing. Figures of answers are published ones only, so that a rank tells no more than the figures
//! beside it. Leaves out where the figures come from (`breakdown`, `standing`).

use crate::breakdown::Figure;

/// How the ranking is made, as sentences for people.
pub const RULE: &str = "Each priority gets up to four parts from 0 to 1. Share: people here who spoke of it, beside the \
                        priority most spoken of. More than elsewhere: how far that lies above everyone's share, beside \
                        the largest such difference. Children: how far children's share lies above adults', beside \
                        the largest such difference. Indicator: how much of the way to its target is still to go. The \
                        score is the weighted mean of the parts that are known. A part that is not known is named, and \
                        the score is also given for the least and the most that it could be. Where the parts that are \
                        known have less than half of the weight, a priority stands last and has no place.";

/// A part of a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// How many people here spoke of it.
    Share,
    /// How much more than everyone.
    Difference,
    /// How much more children than adults.
    Perspective,
    /// How far its indicator is from its target.
    Indicator,
}

impl Part {
    /// In the order shown.
    pub const ALL: [Self; 4] = [Self::Share, Self::Difference, Self::Perspective, Self::Indicator];

    /// Its name in a table.
    pub fn as_str(&self) -> &'static str {
        match self {
            Self::Share => "Share",
            Self::Difference => "More than elsewhere",
            Self::Perspective => "Children",
            Self::Indicator => "Indicator",
        }
    }
}

/// How much each part counts. Only their proportions matter.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weights {
    pub share: f64,
    pub difference: f64,
    pub perspective: f64,
    pub indicator: f64,
}

impl Default for Weights {
    /// What most people said first, everything else alike.
    fn default() -> Self {
        Self { share: 2.0, difference: 1.0, perspective: 1.0, indicator: 1.0 }
    }
}

/// The share of all weight that the known parts must have for a place.
const ENOUGH: f64 = 0.5;

/// Weights that make no ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum BadWeights {
    #[error("a weight is a number from 0 up")]
    NotANumber,
    #[error("at least one weight must be above 0")]
    AllZero,
}

impl Weights {
    fn of(&self, part: Part) -> f64 {
        match part {
            Part::Share => self.share,
            Part::Difference => self.difference,
            Part::Perspective => self.perspective,
            Part::Indicator => self.indicator,
        }
    }

    fn check(&self) -> Result<(), BadWeights> {
        let all = Part::ALL.map(|part| self.of(part));
        if all.iter().any(|weight| !weight.is_finite() || *weight < 0.0) {
            return Err(BadWeights::NotANumber);
        }
        if all.iter().all(|weight| *weight == 0.0) { Err(BadWeights::AllZero) } else { Ok(()) }
    }
}

/// What is known of one priority in a district.
#[derive(Debug, Clone, PartialEq)]
pub struct Signals {
    /// The priority's key.
    pub key: String,
    pub title: String,
    /// People of the district who spoke of it. None where nobody was asked.
    pub here: Option<Figure>,
    /// People of the whole county who did.
    pub everyone: Option<Figure>,
    /// Children who did, and adults who did.
    pub children: Option<Figure>,
    pub adults: Option<Figure>,
    /// How much of the way from baseline to target its indicator has gone: 0 none, 1 all. None where nobody can say.
    pub way: Option<f64>,
}

/// Why a part is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// A figure is hidden to keep small numbers private: its own, or others that it would give away.
    Hidden,
    /// Nobody was asked, or nothing is counted.
    NotCounted,
    /// No indicator says how far there is to go.
    NoIndicator,
}

impl Missing {
    /// As a sentence for people, without its full stop.
    pub fn as_sentence(&self) -> &'static str {
        match self {
            Self::Hidden => "Too few people for a figure. Do not read it as zero",
            Self::NotCounted => "Nobody was asked",
            Self::NoIndicator => "No indicator says how far there is to go",
        }
    }
}

/// One part of one priority's score.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Term {
    pub part: Part,
    /// As given, from 0.
    pub weight: f64,
    /// What was measured: a share from 0 to 1, a difference from −1 to 1, or the way still to go. Why it is not known.
    pub raw: Result<f64, Missing>,
    /// What the measured is divided by: the largest of all priorities, or 1. None where there is nothing to divide by.
    pub divisor: Option<f64>,
    /// From 0 to 1; none where it is not known.
    pub normalised: Option<f64>,
}

impl Term {
    /// Weight times the normalised part, which is what it adds to the sum; none where it is not known.
    pub fn product(&self) -> Option<f64> {
        Some(self.weight * self.normalised?)
    }
}

/// A priority with its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranked {
    pub key: String,
    pub title: String,
    /// From 1; those with the same score share a place. None where too little of what counts is known.
    pub place: Option<usize>,
    /// The sum of the products over the sum of the weights of the known parts, from 0 to 1.
    pub score: Option<f64>,
    /// What the score would be if every missing part were 0, and if every one were 1.
    pub least: f64,
    pub most: f64,
    /// In the order of [`Part::ALL`].
    pub terms: [Term; 4],
}

impl Ranked {
    /// The score, where enough is known of it for a place: the rest could turn the order round.
    fn placing(&self) -> Option<f64> {
        let weight = |term: &Term| term.weight;
        let all: f64 = self.terms.iter().map(weight).sum();
        let known: f64 = self.terms.iter().filter(|term| term.normalised.is_some()).map(weight).sum();
        self.score.filter(|_| known >= ENOUGH * all)
    }

    /// The parts that count and are not known.
    pub fn missing(&self) -> impl Iterator<Item = (Part, Missing)> {
        self.terms.iter().filter(|term| term.weight > 0.0).filter_map(|term| Some((term.part, term.raw.err()?)))
    }
}

/// The priorities of a district in a suggested order, those of which too little is known last. Ties stay in the given
/// order.
///
/// # Errors
/// When the weights make no ranking.
pub fn rank(signals: &[Signals], weights: &Weights) -> Result<Vec<Ranked>, BadWeights> {
    weights.check()?;
    let raws: Vec<[Result<f64, Missing>; 4]> =
        signals.iter().map(|signals| Part::ALL.map(|part| measure(signals, part))).collect();
    let divisors: [Option<f64>; 4] = std::array::from_fn(|at| divisor(Part::ALL[at], raws.iter().map(|raw| raw[at])));
    let mut ranked: Vec<Ranked> =
        signals.iter().zip(&raws).map(|(signals, raw)| score(signals, raw, &divisors, weights)).collect();
    ranked.sort_by(|a, b| {
        let score = |ranked: &Ranked| ranked.placing().unwrap_or(-1.0);
        score(b).total_cmp(&score(a))
    });
    let mut before: Option<(usize, f64)> = None;
    for (at, one) in ranked.iter_mut().enumerate() {
        let Some(score) = one.placing() else { continue };
        let place = match before {
            Some((place, same)) if same == score => place,
            _ => at + 1,
        };
        one.place = Some(place);
        before = Some((place, score));
    }
    Ok(ranked)
}

fn measure(signals: &Signals, part: Part) -> Result<f64, Missing> {
    let share = |figure: Option<Figure>| match figure {
        Some(Figure::Shown(share)) => Ok(share.share),
        Some(Figure::Hidden) => Err(Missing::Hidden),
        None => Err(Missing::NotCounted),
    };
    match part {
        Part::Share => share(signals.here),
        Part::Difference => Ok(share(signals.here)? - share(signals.everyone)?),
        Part::Perspective => Ok(share(signals.children)? - share(signals.adults)?),
        Part::Indicator => Ok(1.0 - signals.way.filter(|way| way.is_finite()).ok_or(Missing::NoIndicator)?),
    }
}

/// What a part is divided by. Differences and gaps below 0 count as none, and so do not make a divisor.
fn divisor(part: Part, raws: impl Iterator<Item = Result<f64, Missing>>) -> Option<f64> {
    if part == Part::Indicator {
        return Some(1.0);
    }
    let largest = raws.filter_map(Result::ok).fold(0.0, f64::max);
    (largest > 0.0).then_some(largest)
}

fn score(signals: &Signals, raw: &[Result<f64, Missing>; 4], divisors: &[Option<f64>; 4], weights: &Weights) -> Ranked {
    let terms: [Term; 4] = std::array::from_fn(|at| {
        let part = Part::ALL[at];
        // Where nobody lies above, everybody who is known gets nothing for it.
        let normalise = |raw: f64| divisors[at].map_or(0.0, |divisor| (raw / divisor).clamp(0.0, 1.0));
        let normalised = raw[at].ok().map(normalise);
        Term { part, weight: weights.of(part), raw: raw[at], divisor: divisors[at], normalised }
    });
    let all: f64 = terms.iter().map(|term| term.weight).sum();
    let known: f64 = terms.iter().filter(|term| term.normalised.is_some()).map(|term| term.weight).sum();
    let sum: f64 = terms.iter().filter_map(Term::product).sum();
    Ranked {
        key: signals.key.clone(),
        title: signals.title.clone(),
        place: None,
        score: (known > 0.0).then(|| sum / known),
        least: sum / all,
        most: (sum + all - known) / all,
        terms,
    }
}

#[cfg(test)]
#[path = "ranking_tests.rs"]
mod tests;
