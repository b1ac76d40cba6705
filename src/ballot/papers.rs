//! All valid papers of a ballot: how many people marked each way, in one order that tells nothing of when or where.
//!
//! Identical papers are kept once with their number. The order is that of the marks, so whoever counts the same papers
//! in another order counts the same thing. Leaves out whose a paper is: nothing here could say.

use super::paper::{Marks, Paper};

/// A multiset of papers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Papers {
    marks: Marks,
    /// The marks of every different paper, one after another.
    all: Vec<u16>,
    /// Where each one's marks end in `all`.
    ends: Vec<u32>,
    /// How many there are of each; never 0.
    numbers: Vec<u64>,
}

impl Papers {
    /// Collects papers of one kind.
    pub fn builder(marks: Marks) -> Builder {
        Builder { marks, all: Vec::new(), ends: Vec::new(), numbers: Vec::new() }
    }

    /// What the marks mean.
    pub fn marks(&self) -> Marks {
        self.marks
    }

    /// How many different papers there are.
    pub fn different(&self) -> usize {
        self.numbers.len()
    }

    /// How many papers there are in all.
    pub fn total(&self) -> u64 {
        self.numbers.iter().sum()
    }

    /// Every different paper with how many there are, in the order of their marks.
    pub fn iter(&self) -> impl Iterator<Item = (&[u16], u64)> {
        (0..self.numbers.len()).map(|at| (self.at(at), self.numbers[at]))
    }

    /// The marks of one paper.
    pub(super) fn at(&self, at: usize) -> &[u16] {
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.all[start..self.ends[at] as usize]
    }

    /// How many there are of one paper.
    pub(super) fn number(&self, at: usize) -> u64 {
        self.numbers[at]
    }

    /// The same papers without the marks of these candidates. The second value is how many then say nothing.
    pub(super) fn without(&self, is_out: &[bool]) -> (Self, u64) {
        let stands = |candidate: u16| !is_out.get(usize::from(candidate)).copied().unwrap_or(true);
        let (mut builder, mut silent) = (Self::builder(self.marks), 0);
        let mut kept = Vec::new();
        for (marks, number) in self.iter() {
            kept.clear();
            match self.marks {
                Marks::Points => kept.extend(marks.chunks(2).filter(|mark| stands(mark[0])).flatten()),
                _ => kept.extend(marks.iter().filter(|mark| stands(**mark))),
            }
            match kept.is_empty() {
                true => silent += number,
                false => builder.add_marks(&kept, number),
            }
        }
        (builder.finish(), silent)
    }
}

/// Papers on their way into a multiset.
#[derive(Debug, Clone)]
pub struct Builder {
    marks: Marks,
    all: Vec<u16>,
    ends: Vec<u32>,
    numbers: Vec<u64>,
}

impl Builder {
    /// Adds this many papers like this one.
    pub fn add(&mut self, paper: &Paper, number: u64) {
        self.add_marks(paper.marks(), number);
    }

    /// A paper without marks is spoilt and is none of these.
    pub(super) fn add_marks(&mut self, marks: &[u16], number: u64) {
        if number == 0 || marks.is_empty() {
            return;
        }
        self.all.extend_from_slice(marks);
        // Four thousand million marks are more than a ballot of the whole world's children takes.
        self.ends.push(u32::try_from(self.all.len()).unwrap_or(u32::MAX));
        self.numbers.push(number);
    }

    /// The multiset: papers with the same marks become one.
    pub fn finish(self) -> Papers {
        let given = Papers { marks: self.marks, all: self.all, ends: self.ends, numbers: self.numbers };
        let mut order: Vec<(u128, u32)> =
            (0..given.different()).map(|at| (first_marks(given.at(at)), at as u32)).collect();
        order.sort_unstable_by(|(one, at), (other, place)| {
            one.cmp(other).then_with(|| given.at(*at as usize).cmp(given.at(*place as usize)))
        });
        let mut papers = Papers {
            marks: given.marks,
            all: Vec::with_capacity(given.all.len()),
            ends: Vec::new(),
            numbers: Vec::new(),
        };
        for (_, at) in order {
            let (marks, number) = (given.at(at as usize), given.number(at as usize));
            match papers.numbers.len().checked_sub(1) {
                Some(last) if papers.at(last) == marks => papers.numbers[last] += number,
                _ => {
                    papers.all.extend_from_slice(marks);
                    papers.ends.push(papers.all.len() as u32);
                    papers.numbers.push(number);
                }
            }
        }
        papers.all.shrink_to_fit();
        papers
    }
}

/// The first eight marks as one number that sorts as they do, so that most comparisons need no more.
fn first_marks(marks: &[u16]) -> u128 {
    (0..8).fold(0, |number, at| number << 16 | marks.get(at).map_or(0, |mark| u128::from(*mark) + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn papers(given: &[(&[u16], u64)]) -> Papers {
        let mut builder = Papers::builder(Marks::Ranked);
        given.iter().for_each(|(marks, number)| builder.add_marks(marks, *number));
        builder.finish()
    }

    #[test]
    fn the_same_papers_in_another_order_are_the_same_and_identical_ones_are_one() {
        let long: [u16; 10] = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
        let other: [u16; 10] = [0, 1, 2, 3, 4, 5, 6, 7, 9, 8];
        let first = papers(&[(&[1, 0], 2), (&other, 1), (&long, 1), (&[1], 3), (&[1, 0], 5), (&[2], 0)]);
        let second = papers(&[(&[1], 3), (&[1, 0], 7), (&long, 1), (&other, 1)]);
        assert_eq!(first, second);
        assert_eq!((first.total(), first.different()), (12, 4));
        let kept: Vec<(&[u16], u64)> = first.iter().collect();
        assert_eq!(kept, [(&long[..], 1), (&other[..], 1), (&[1][..], 3), (&[1, 0][..], 7)]);
    }

    #[test]
    fn marks_of_whoever_withdrew_are_passed_over() {
        let (kept, silent) = papers(&[(&[1, 0], 2), (&[1], 3), (&[0], 1)]).without(&[false, true]);
        assert_eq!((kept.iter().collect::<Vec<_>>(), silent), (vec![(&[0][..], 3)], 3));
    }
}
