//! Which numbers of a table of several ways are hidden, when all its margins are published with it.
//!
//! A hidden number is protected when somebody who knows the policy, and every number shown, still has to reckon with
//! others in its place. That is shown by finding them: people are moved between cells in a way that leaves every number
//! above the hidden one exactly as it is, and every shown number within what it was rounded from. Where too few such
//! moves are found, the numbers of the pattern that opens most for what it hides are hidden too. Numbers above are never
//! hidden for the sake of those below, so a margin is the same in every table that it is published with. One thing
//! differs: a grand total may move too, as far as it was rounded, for those right below it. See docs/decisions/0017.
//!
//! Leaves out what makes a number small ([`super::Policy`]) and somebody who reasons from which numbers were hidden
//! for the sake of others.

use super::grid::Grid;

mod moves;

use moves::{Aim, Cheapest, Moving};

/// One number as it is, and what may be known of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Number {
    pub value: i32,
    /// The least and the most that it can be while it is shown.
    pub seen: (i32, i32),
    /// The least and the most that it can be at all.
    pub bounds: (i32, i32),
    /// The least and the most that must stay possible while it is hidden, which hold the value; `None` for one that is
    /// hidden only to protect others.
    pub keep: Option<(i32, i32)>,
    pub hidden: bool,
    /// Whether it is less open than it should be though everything beside it is hidden too.
    pub narrow: bool,
}

/// Numbers of a grid, over one or several layers. Where there are several, the first is of people in any of the others,
/// each of whom may be in more than one.
#[derive(Debug)]
pub(super) struct Lattice<'a> {
    grid: &'a Grid,
    layers: usize,
    numbers: Vec<Number>,
    /// What a number hidden for others must stay open over.
    width: i32,
    /// Places and former values, to undo moves by.
    moved: Vec<(usize, i32)>,
    /// Kept for the ways to move that are tried, which are found again and again.
    open: Vec<Moving>,
    /// The stage whose finest numbers are taken as hidden all, to see what that would open.
    assumed: Option<u8>,
}

impl<'a> Lattice<'a> {
    /// A lattice of these numbers, by layer and entry. `width` is what numbers hidden for others must stay open over.
    pub fn new(grid: &'a Grid, layers: usize, numbers: Vec<Number>, width: u64) -> Self {
        Self { grid, layers, numbers, width: width.max(1) as i32, assumed: None, moved: Vec::new(), open: Vec::new() }
    }

    /// Hides what must be, and gives the numbers, by layer and entry, with what is hidden and what of it is narrow.
    pub fn protect(mut self) -> Vec<Number> {
        for stage in self.grid.levels() {
            self.protect_stage(stage);
        }
        self.numbers
    }

    /// Protects every hidden number of the tables that tell these ways apart, by hiding more at the finest of them.
    fn protect_stage(&mut self, stage: u8) {
        let entries = self.grid.entries();
        let within = |at: &usize| self.grid.place(at % entries).level & !stage == 0;
        let mut waiting: Vec<usize> =
            (0..self.numbers.len()).filter(|at| self.numbers[*at].hidden).filter(within).collect();
        while let Some(at) = waiting.pop() {
            waiting.extend(self.open_up(at, stage));
        }
    }

    /// Hides others at the finest level of a stage until all that must stay possible of a number is, or as much as can
    /// be; gives those that it takes.
    fn open_up(&mut self, at: usize, stage: u8) -> Vec<usize> {
        let (layer, entry) = (at / self.grid.entries(), at % self.grid.entries());
        let turning = self.turning(entry);
        let aim = |sign| Aim { layer, entry, stage, turning, sign };
        let number = self.numbers[at];
        let mut others = Vec::new();
        let is_open = match number.keep {
            Some((least, most)) => {
                let (up, down) = (most - number.value, number.value - least);
                let is_up = self.open_towards(aim(1), up, &mut others) >= up;
                self.open_towards(aim(-1), down, &mut others) >= down && is_up
            }
            None => {
                let up = self.try_reach(aim(1), self.width);
                let down = self.open_towards(aim(-1), self.width - up, &mut others);
                up + down >= self.width
                    || self.open_towards(aim(1), self.width - down, &mut others) + down >= self.width
            }
        };
        self.numbers[at].narrow |= !is_open;
        others
    }

    /// Hides others until a number can be moved so far, or as far as it could if they all were hidden, and gives how far
    /// it can be.
    fn open_towards(&mut self, aim: Aim, wanted: i32, others: &mut Vec<usize>) -> i32 {
        let mut reached = self.reach(aim, wanted);
        while reached < wanted {
            let Some(cheapest) = self.find_cheapest(aim, wanted - reached) else { break };
            self.hide(&cheapest, aim.stage, others);
            reached += self.shift(cheapest.moving, &cheapest.corners[..cheapest.count], wanted - reached);
        }
        self.undo();
        if reached < wanted { self.open_anyhow(aim, wanted, others) } else { reached }
    }

    /// The same where one pattern after another did not open it: the smallest are hidden first, and those that were
    /// not needed are shown again. Where no patterns can, all of its layer are hidden, for there are moves that are no
    /// sum of patterns, and they need room; but in a table of two ways, where every move that leaves the totals is such a
    /// sum, no more is hidden than helps.
    fn open_anyhow(&mut self, aim: Aim, wanted: i32, others: &mut Vec<usize>) -> i32 {
        self.assumed = Some(aim.stage);
        let most = self.try_reach(aim, wanted);
        self.assumed = None;
        let entries = self.grid.entries();
        let at_stage = |at: &usize| self.grid.place(at % entries).level == aim.stage;
        let mut shown: Vec<usize> =
            (0..self.numbers.len()).filter(at_stage).filter(|at| !self.numbers[*at].hidden).collect();
        if most < wanted && (self.layers > 1 || aim.stage.count_ones() > 2) {
            for at in shown.into_iter().filter(|at| at / entries == aim.layer) {
                self.numbers[at].hidden = true;
                others.push(at);
            }
            return self.try_reach(aim, wanted);
        }
        shown.sort_unstable_by_key(|at| (at / entries != aim.layer, self.numbers[*at].value));
        let (mut reached, mut tried) = (self.try_reach(aim, wanted), 0);
        while reached < most && tried < shown.len() {
            self.numbers[shown[tried]].hidden = true;
            tried += 1;
            reached = self.try_reach(aim, wanted);
        }
        for other in &shown[..tried] {
            self.numbers[*other].hidden = false;
            if self.try_reach(aim, wanted) < reached {
                self.numbers[*other].hidden = true;
                others.push(*other);
            }
        }
        reached
    }

    /// How far a number can be moved as things are.
    fn try_reach(&mut self, aim: Aim, wanted: i32) -> i32 {
        let reached = self.reach(aim, wanted);
        self.undo();
        reached
    }

    /// Hides the numbers of a pattern that are of the finest level of a stage.
    fn hide(&mut self, cheapest: &Cheapest, stage: u8, others: &mut Vec<usize>) {
        let entries = self.grid.entries();
        let (first, second) = cheapest.moving.layers();
        let corners = cheapest.corners[..cheapest.count].iter();
        for &(entry, _) in corners.filter(|(entry, _)| self.grid.place(*entry).level == stage) {
            for at in std::iter::once(first).chain(second).map(|layer| layer * entries + entry) {
                if !std::mem::replace(&mut self.numbers[at].hidden, true) {
                    others.push(at);
                }
            }
        }
    }
}
