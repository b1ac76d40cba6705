//! One person's vote: what they marked, whether it counts, and if not why.
//!
//! **What spoils a paper.** No mark; a candidate who is not on it; more marks, places or points than allowed; the same
//! place in a ranking given twice, because nobody can say which was meant. **What does not.** A ranking that leaves a
//! number out: 1, 2, 4 is read as 1, 2, 3, because the order is clear; a mark for a candidate who has withdrawn: it is
//! passed over in the count. Points of 0 say nothing and are left out.
//! Leaves out who voted, when and where: a paper holds none of it.

use super::definition::{Ballot, PaperForm};

/// What the marks of a paper mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marks {
    /// Candidates chosen or approved of; their order says nothing.
    Chosen,
    /// Candidates in order, the best first. Those that are left out are equal and come after.
    Ranked,
    /// Candidates with points.
    Points,
}

impl Marks {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Chosen, Self::Ranked, Self::Points];
}

/// A valid paper.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Paper(Vec<u16>);

impl Paper {
    /// The candidates by their place on the ballot, from 0; with points, each followed by its points.
    pub(super) fn marks(&self) -> &[u16] {
        &self.0
    }
}

/// What somebody marked, by the candidates' keys, as a form or somebody at a keyboard gives it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Marked {
    /// Ticked.
    Chosen(Vec<String>),
    /// Numbered; 1 is the best.
    Ranked(Vec<(String, u32)>),
    /// Given points.
    Points(Vec<(String, u32)>),
}

/// Why a paper does not count.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, thiserror::Error)]
pub enum Spoilt {
    /// Nothing is marked.
    #[error("nothing is marked")]
    Empty,
    /// A mark for somebody who is not on the ballot.
    #[error("\"{0}\" is not on the ballot")]
    UnknownCandidate(String),
    /// One candidate marked twice.
    #[error("\"{0}\" is marked twice")]
    MarkedTwice(String),
    /// Two candidates with the same number.
    #[error("two have the number {0}")]
    DuplicateRank(u32),
    /// A number that is no place: they begin at 1.
    #[error("{0} is no place: the best is 1")]
    NoSuchRank(u32),
    /// More candidates than may be marked.
    #[error("{marked} are marked and at most {at_most} may be")]
    TooMany { marked: usize, at_most: usize },
    /// More points than there are to give.
    #[error("{given} points are given and there are {budget}")]
    OverBudget { given: u64, budget: u16 },
    /// Whoever counted by hand could not tell what was meant.
    #[error("nobody can tell what was meant")]
    Unclear,
    /// Marked as another kind of ballot is.
    #[error("it is marked as another kind of ballot is")]
    WrongKind,
}

impl Spoilt {
    /// A short name that the audit file counts it under.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::UnknownCandidate(_) => "unknown-candidate",
            Self::MarkedTwice(_) => "marked-twice",
            Self::DuplicateRank(_) => "duplicate-rank",
            Self::NoSuchRank(_) => "no-such-rank",
            Self::TooMany { .. } => "too-many",
            Self::OverBudget { .. } => "over-budget",
            Self::Unclear => "unclear",
            Self::WrongKind => "wrong-kind",
        }
    }
}

impl Ballot {
    /// Reads what somebody marked.
    ///
    /// # Errors
    /// Why the paper is spoilt.
    pub fn read_paper(&self, marked: &Marked) -> Result<Paper, Spoilt> {
        let keys: Vec<&str> = self.candidates.iter().map(|candidate| candidate.key.as_str()).collect();
        read(&keys, self.form, marked)
    }
}

/// Reads what somebody marked on a ballot of this form with these candidates.
///
/// # Errors
/// Why the paper is spoilt.
pub(super) fn read(keys: &[&str], form: PaperForm, marked: &Marked) -> Result<Paper, Spoilt> {
    match (form, marked) {
        (PaperForm::Choose { at_most }, Marked::Chosen(chosen)) => read_chosen(keys, chosen, at_most),
        (PaperForm::Approve, Marked::Chosen(chosen)) => read_chosen(keys, chosen, keys.len()),
        (PaperForm::Rank { at_most }, Marked::Ranked(ranks)) => read_ranks(keys, ranks, at_most),
        (PaperForm::Points { budget }, Marked::Points(points)) => read_points(keys, points, budget),
        _ => Err(Spoilt::WrongKind),
    }
}

fn read_chosen(keys: &[&str], chosen: &[String], at_most: usize) -> Result<Paper, Spoilt> {
    let mut marks = places(keys, chosen.iter())?;
    check_number(marks.len(), at_most)?;
    marks.sort_unstable();
    Ok(Paper(marks))
}

fn read_ranks(keys: &[&str], ranks: &[(String, u32)], at_most: usize) -> Result<Paper, Spoilt> {
    let marks = places(keys, ranks.iter().map(|(key, _)| key))?;
    check_number(marks.len(), at_most)?;
    let mut numbered: Vec<(u32, u16)> = ranks.iter().map(|(_, rank)| *rank).zip(marks).collect();
    numbered.sort_unstable();
    if numbered[0].0 == 0 {
        return Err(Spoilt::NoSuchRank(0));
    }
    if let Some(pair) = numbered.windows(2).find(|pair| pair[0].0 == pair[1].0) {
        return Err(Spoilt::DuplicateRank(pair[0].0));
    }
    Ok(Paper(numbered.into_iter().map(|(_, mark)| mark).collect()))
}

fn read_points(keys: &[&str], points: &[(String, u32)], budget: u16) -> Result<Paper, Spoilt> {
    let marks = places(keys, points.iter().map(|(key, _)| key))?;
    let given: u64 = points.iter().map(|(_, points)| u64::from(*points)).sum();
    if given == 0 {
        return Err(Spoilt::Empty);
    }
    if given > u64::from(budget) {
        return Err(Spoilt::OverBudget { given, budget });
    }
    // Each is at most the budget, which fits.
    let mut pairs: Vec<[u16; 2]> =
        marks.iter().zip(points).map(|(mark, (_, points))| [*mark, *points as u16]).collect();
    pairs.retain(|pair| pair[1] > 0);
    pairs.sort_unstable();
    Ok(Paper(pairs.concat()))
}

/// The places of these candidates on the ballot, in the order marked.
fn places<'a>(keys: &[&str], marked: impl Iterator<Item = &'a String>) -> Result<Vec<u16>, Spoilt> {
    let mut places = Vec::new();
    for key in marked {
        let place = keys.iter().position(|known| known == key);
        let place = place.ok_or_else(|| Spoilt::UnknownCandidate(key.clone()))? as u16;
        if places.contains(&place) {
            return Err(Spoilt::MarkedTwice(key.clone()));
        }
        places.push(place);
    }
    Ok(places)
}

fn check_number(marked: usize, at_most: usize) -> Result<(), Spoilt> {
    match marked {
        0 => Err(Spoilt::Empty),
        _ if marked > at_most => Err(Spoilt::TooMany { marked, at_most }),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: [&str; 4] = ["bus", "park", "exams", "pay"];

    fn ranked(ranks: &[(&str, u32)]) -> Result<Vec<u16>, Spoilt> {
        let marked = Marked::Ranked(ranks.iter().map(|(key, rank)| ((*key).to_owned(), *rank)).collect());
        read(&KEYS, PaperForm::Rank { at_most: 3 }, &marked).map(|paper| paper.0)
    }

    fn points(points: &[(&str, u32)]) -> Result<Vec<u16>, Spoilt> {
        let marked = Marked::Points(points.iter().map(|(key, points)| ((*key).to_owned(), *points)).collect());
        read(&KEYS, PaperForm::Points { budget: 10 }, &marked).map(|paper| paper.0)
    }

    fn chosen(form: PaperForm, keys: &[&str]) -> Result<Vec<u16>, Spoilt> {
        let marked = Marked::Chosen(keys.iter().map(|key| (*key).to_owned()).collect());
        read(&KEYS, form, &marked).map(|paper| paper.0)
    }

    #[test]
    fn a_ranking_is_read_in_its_order_and_a_gap_is_closed() {
        assert_eq!(ranked(&[("pay", 2), ("bus", 1)]), Ok(vec![0, 3]));
        assert_eq!(ranked(&[("pay", 7), ("bus", 1), ("park", 2)]), Ok(vec![0, 1, 3]));
    }

    #[test]
    fn what_nobody_can_be_sure_of_spoils_a_ranking() {
        assert_eq!(ranked(&[("pay", 1), ("bus", 1)]), Err(Spoilt::DuplicateRank(1)));
        assert_eq!(ranked(&[("pay", 1), ("bus", 2), ("park", 2)]), Err(Spoilt::DuplicateRank(2)));
        assert_eq!(ranked(&[("pay", 1), ("pay", 2)]), Err(Spoilt::MarkedTwice("pay".into())));
        assert_eq!(ranked(&[("zoo", 1)]), Err(Spoilt::UnknownCandidate("zoo".into())));
        assert_eq!(ranked(&[("pay", 0)]), Err(Spoilt::NoSuchRank(0)));
        assert_eq!(ranked(&[]), Err(Spoilt::Empty));
        let all = [("pay", 1), ("bus", 2), ("park", 3), ("exams", 4)];
        assert_eq!(ranked(&all), Err(Spoilt::TooMany { marked: 4, at_most: 3 }));
    }

    #[test]
    fn ticks_have_no_order_and_a_most() {
        let two = PaperForm::Choose { at_most: 2 };
        assert_eq!(chosen(two, &["pay", "bus"]), chosen(two, &["bus", "pay"]));
        assert_eq!(chosen(two, &["pay", "bus", "park"]), Err(Spoilt::TooMany { marked: 3, at_most: 2 }));
        assert_eq!(chosen(PaperForm::Approve, &KEYS), Ok(vec![0, 1, 2, 3]));
        assert_eq!(chosen(PaperForm::Approve, &[]), Err(Spoilt::Empty));
        assert_eq!(chosen(PaperForm::Rank { at_most: 2 }, &["pay"]), Err(Spoilt::WrongKind));
    }

    #[test]
    fn points_are_within_the_budget_and_none_are_left_out() {
        assert_eq!(points(&[("pay", 4), ("bus", 6), ("park", 0)]), Ok(vec![0, 6, 3, 4]));
        assert_eq!(points(&[("pay", 4)]), Ok(vec![3, 4]), "all need not be given");
        assert_eq!(points(&[("pay", 4), ("bus", 7)]), Err(Spoilt::OverBudget { given: 11, budget: 10 }));
        let huge = Spoilt::OverBudget { given: 2 * u64::from(u32::MAX), budget: 10 };
        assert_eq!(points(&[("pay", u32::MAX), ("bus", u32::MAX)]), Err(huge));
        assert_eq!(points(&[("pay", 0)]), Err(Spoilt::Empty));
    }
}
