//! Papers in a pile for each candidate who holds them, each with its value; they move on as candidates go.

use crate::ballot::papers::Papers;

/// Parts of a vote: values have five decimal places.
pub(super) const PER_VOTE: u128 = 100_000;

/// Nobody: the pile of papers that name nobody who is left.
const NOBODY: u16 = u16::MAX;

/// Papers by who holds them.
pub(super) struct Piles<'a> {
    papers: &'a Papers,
    /// Which papers each candidate holds.
    piles: Vec<Vec<u32>>,
    /// How far down each paper has moved.
    reached: Vec<u8>,
    /// What each paper is worth, in parts of a vote.
    values: Vec<u32>,
    /// What each candidate has, in parts of a vote.
    pub votes: Vec<u128>,
    /// What papers were worth that name nobody who is left.
    pub exhausted: u128,
    /// What was lost to decimal places that are left out.
    pub lost: u128,
}

/// What moved from one candidate to another, or to nobody.
pub(super) struct Move {
    pub to: Option<usize>,
    pub papers: u64,
    pub votes: u128,
}

impl<'a> Piles<'a> {
    /// Every paper with its first choice.
    pub fn new(papers: &'a Papers, candidates: usize, silent: u64) -> Self {
        let different = papers.different();
        let mut piles = Self {
            papers,
            piles: vec![Vec::new(); candidates],
            reached: vec![0; different],
            values: vec![PER_VOTE as u32; different],
            votes: vec![0; candidates],
            exhausted: u128::from(silent) * PER_VOTE,
            lost: 0,
        };
        for at in 0..different {
            let first = usize::from(papers.at(at)[0]);
            piles.piles[first].push(at as u32);
            piles.votes[first] += u128::from(papers.number(at)) * PER_VOTE;
        }
        piles
    }

    /// Moves the papers of somebody who is out, each at its value, to the next who can still take votes.
    pub fn move_all(&mut self, from: usize, takes: &[bool]) -> Vec<Move> {
        let moves = self.scatter(from, takes, |value| value);
        self.votes[from] = 0;
        moves
    }

    /// Moves all papers of somebody elected at the value that their surplus leaves them. The quota stays.
    pub fn move_surplus(&mut self, from: usize, surplus: u128, takes: &[bool]) -> Vec<Move> {
        let total = self.votes[from];
        // At most a whole vote times the surplus, over no less than the surplus.
        let moves = self.scatter(from, takes, |value| (u128::from(value) * surplus / total) as u32);
        let moved: u128 = moves.iter().map(|one| one.votes).sum();
        self.lost += surplus - moved;
        self.votes[from] = total - surplus;
        moves
    }

    fn scatter(&mut self, from: usize, takes: &[bool], worth: impl Fn(u32) -> u32) -> Vec<Move> {
        let pile = std::mem::take(&mut self.piles[from]);
        let mut moved = vec![(0u64, 0u128); takes.len()];
        let mut spent = (0u64, 0u128);
        for paper in pile {
            let at = paper as usize;
            let (number, value) = (self.papers.number(at), worth(self.values[at]));
            let votes = u128::from(number) * u128::from(value);
            let to = self.next(at, takes);
            let tally = if to == NOBODY { &mut spent } else { &mut moved[usize::from(to)] };
            tally.0 += number;
            tally.1 += votes;
            if to != NOBODY {
                self.values[at] = value;
                self.piles[usize::from(to)].push(paper);
            }
        }
        self.exhausted += spent.1;
        let mut moves = Vec::new();
        for (to, (papers, votes)) in moved.into_iter().enumerate().filter(|(_, moved)| moved.0 > 0) {
            self.votes[to] += votes;
            moves.push(Move { to: Some(to), papers, votes });
        }
        if spent.0 > 0 {
            moves.push(Move { to: None, papers: spent.0, votes: spent.1 });
        }
        moves
    }

    /// The next on a paper who can take votes.
    fn next(&mut self, at: usize, takes: &[bool]) -> u16 {
        let marks = self.papers.at(at);
        let start = usize::from(self.reached[at]) + 1;
        for (place, mark) in marks.iter().enumerate().skip(start) {
            if takes[usize::from(*mark)] {
                // A ballot has at most 60 candidates.
                self.reached[at] = place as u8;
                return *mark;
            }
        }
        NOBODY
    }
}
