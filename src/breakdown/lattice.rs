//! Which numbers of a table of several ways are hidden, when all its margins are published with it.
//!
//! A hidden number is protected when somebody who knows the policy, and every number shown, still has to reckon with
//! others in its place. That is shown by finding them: people are moved between cells in a way that leaves every number
//! above the hidden one exactly as it is, and every shown number within what it was rounded from. Where too few such
//! moves are found, one more number is hidden and the search begins again. Numbers above are never hidden for the sake
//! of those below, so a margin is the same in every table that it is published with. One thing differs: a grand total may
//! move too, as far as it was rounded, for those right below it. See docs/decisions/0017.
//!
//! Leaves out what makes a number small ([`super::Policy`]) and somebody who reasons from which numbers were hidden
//! for the sake of others.

use super::grid::Grid;

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
}

/// Which layers people move in together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Moving {
    One(usize),
    /// Into or out of all questions and this one.
    WithAny(usize),
}

/// The number that is being moved, how far, and within which ways.
#[derive(Debug, Clone, Copy)]
struct Aim {
    layer: usize,
    entry: usize,
    /// The ways that are told apart at this stage.
    stage: u8,
    /// The ways in which people move from one value to another; in the others margins move too.
    turning: u8,
    sign: i32,
}

impl<'a> Lattice<'a> {
    /// A lattice of these numbers, by layer and entry. `width` is what numbers hidden for others must stay open over.
    pub fn new(grid: &'a Grid, layers: usize, numbers: Vec<Number>, width: u64) -> Self {
        Self { grid, layers, numbers, width: width.max(1) as i32, moved: Vec::new(), open: Vec::new() }
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
            let (layer, entry) = (at / entries, at % entries);
            // Numbers of other layers that were hidden for this one are the last that wait.
            let mut of_others = 0;
            while !self.is_open(layer, entry, stage) {
                let beside = self.next_to_hide(layer, entry, stage);
                let Some(other) = beside.or_else(|| self.next_of_others(layer, stage)) else {
                    // Nothing helped: what is hidden of the others would be lost for nothing.
                    for other in waiting.drain(waiting.len() - of_others..) {
                        self.numbers[other].hidden = false;
                    }
                    self.numbers[at].narrow = true;
                    break;
                };
                of_others += usize::from(beside.is_none());
                self.numbers[other].hidden = true;
                waiting.push(other);
            }
        }
    }

    /// Whether all that must stay possible of a number is.
    fn is_open(&mut self, layer: usize, entry: usize, stage: u8) -> bool {
        let number = self.numbers[layer * self.grid.entries() + entry];
        let turning = self.turning(entry);
        let aim = |sign| Aim { layer, entry, stage, turning, sign };
        match number.keep {
            Some((least, most)) => {
                let (up, down) = (most - number.value, number.value - least);
                self.reach(aim(1), up) >= up && self.reach(aim(-1), down) >= down
            }
            None => {
                let up = self.reach(aim(1), self.width);
                up >= self.width || up + self.reach(aim(-1), self.width - up) >= self.width
            }
        }
    }

    /// The ways in which an entry stands at one value of several.
    fn turning(&self, entry: usize) -> u8 {
        let sizes = self.grid.sizes().iter().enumerate().filter(|(_, size)| **size > 1);
        sizes.fold(0, |ways, (way, _)| ways | 1 << way) & self.grid.place(entry).level
    }

    /// How far a number can be moved, up to what is wanted.
    fn reach(&mut self, aim: Aim, wanted: i32) -> i32 {
        let mut reached = 0;
        if wanted > 0 {
            reached = self.reach_by(aim, wanted);
            // What a grand total was rounded from covers those right below it, as it does in a table of one way.
            if reached < wanted && aim.turning.count_ones() == 1 {
                reached += self.reach_by(Aim { turning: 0, ..aim }, wanted - reached);
            }
        }
        while let Some((at, value)) = self.moved.pop() {
            self.numbers[at].value = value;
        }
        reached
    }

    fn reach_by(&mut self, aim: Aim, wanted: i32) -> i32 {
        let mut reached = 0;
        let mut partner = first_partner(self.grid, &aim);
        // Most patterns fail at the number itself, which stays as it is while none succeeds.
        let mut open = std::mem::take(&mut self.open);
        self.find_open(&aim, &mut open);
        let mut corners = [(0usize, 0i32); 16];
        while !open.is_empty() && reached < wanted {
            let count = self.corners(aim, partner, &mut corners);
            let before = reached;
            for moving in &open {
                reached += self.shift(*moving, &corners[..count], wanted - reached);
            }
            if reached > before {
                self.find_open(&aim, &mut open);
            }
            if !next_partner(self.grid, &aim, &mut partner) {
                break;
            }
        }
        self.open = open;
        reached
    }

    /// The ways to move in which the number itself has room.
    fn find_open(&self, aim: &Aim, open: &mut Vec<Moving>) {
        open.clear();
        open.extend(self.ways_to_move(aim.layer).filter(|moving| self.room(*moving, aim.entry, aim.sign) > 0));
    }

    fn ways_to_move(&self, layer: usize) -> impl Iterator<Item = Moving> + use<> {
        let with_any = if layer > 0 { layer..layer + 1 } else { 1..self.layers };
        std::iter::once(Moving::One(layer)).chain(with_any.map(Moving::WithAny))
    }

    /// Moves as many people as can be along one alternating pattern, and gives how many.
    fn shift(&mut self, moving: Moving, corners: &[(usize, i32)], wanted: i32) -> i32 {
        let mut step = wanted;
        for &(entry, sign) in corners {
            step = step.min(self.room(moving, entry, sign));
            if step <= 0 {
                return 0;
            }
        }
        for &(entry, sign) in corners {
            let (first, second) = match moving {
                Moving::One(layer) => (layer, None),
                Moving::WithAny(layer) => (layer, Some(0)),
            };
            for layer in std::iter::once(first).chain(second) {
                let at = layer * self.grid.entries() + entry;
                self.moved.push((at, self.numbers[at].value));
                self.numbers[at].value += sign * step;
            }
        }
        step
    }

    /// The entries that a pattern moves people into or out of, and how many they are: in the ways that the number is
    /// told apart by, between its value and the partner's; in the other ways of the stage, at the partner's value and so
    /// in the margin too.
    fn corners(&self, aim: Aim, partner: [u16; 4], corners: &mut [(usize, i32); 16]) -> usize {
        corners[0] = (aim.entry, aim.sign);
        let own = self.grid.place(aim.entry).values;
        let mut count = 1;
        for way in (0..self.grid.sizes().len()).filter(|way| aim.stage >> way & 1 == 1) {
            let turned = if aim.turning >> way & 1 == 1 { -1 } else { 1 };
            // Corners so far stand at the number's own value in this way.
            let (from, to) = (usize::from(own[way]), usize::from(partner[way]));
            let stride = self.grid.stride(way);
            for at in 0..count {
                let (entry, sign) = corners[at];
                corners[count + at] = (entry + to * stride - from * stride, sign * turned);
            }
            count *= 2;
        }
        count
    }

    /// How many people an entry can take in or give away.
    fn room(&self, moving: Moving, entry: usize, sign: i32) -> i32 {
        let entries = self.grid.entries();
        let own = |layer: usize| {
            let number = &self.numbers[layer * entries + entry];
            let (least, most) = if number.hidden { number.bounds } else { number.seen };
            if sign > 0 { most - number.value } else { number.value - least }
        };
        let (layer, mut room) = match moving {
            Moving::One(layer) => (layer, own(layer)),
            Moving::WithAny(layer) => (layer, own(layer).min(own(0))),
        };
        if self.layers == 1 || room <= 0 || self.grid.place(entry).level != self.grid.finest() {
            return room;
        }
        // Whoever is in any layer is in at least one, and whoever is in one is in any.
        let value = |layer: usize| self.numbers[layer * entries + entry].value;
        let sum = || (1..self.layers).map(value).sum::<i32>();
        let most = |but: usize| (1..self.layers).filter(|one| *one != but).map(value).max().unwrap_or(0);
        match (moving, sign > 0) {
            (Moving::One(0), true) => room = room.min(sum() - value(0)),
            (Moving::One(0), false) => room = room.min(value(0) - most(0)),
            (Moving::One(_), true) => room = room.min(value(0) - value(layer)),
            (Moving::One(_), false) => room = room.min(sum() - value(0)),
            (Moving::WithAny(_), true) => {}
            (Moving::WithAny(_), false) => room = room.min(value(0) - most(layer)),
        }
        room
    }

    /// The number that is hidden next where all of a layer are: the smallest of the others at the same stage, for whoever
    /// answers one question is among those who answer any.
    fn next_of_others(&self, layer: usize, stage: u8) -> Option<usize> {
        let entries = self.grid.entries();
        let of_others = (0..self.numbers.len()).filter(|at| at / entries != layer && !self.numbers[*at].hidden);
        let at_stage = of_others.filter(|at| self.grid.place(at % entries).level == stage);
        at_stage.min_by_key(|at| (self.numbers[*at].value, *at))
    }

    /// The number that is hidden next: the smallest beside it, in the way where shown numbers leave the least open; or,
    /// where everything beside it is hidden, the smallest anywhere.
    fn next_to_hide(&self, layer: usize, entry: usize, stage: u8) -> Option<usize> {
        let entries = self.grid.entries();
        let place = self.grid.place(entry);
        let ways: Vec<usize> = (0..self.grid.sizes().len()).filter(|way| place.level >> way & 1 == 1).collect();
        // By way: what shown numbers leave open, and the smallest shown.
        let mut beside = vec![(0i64, None::<(i32, usize)>); ways.len()];
        let mut anywhere: Option<(i32, usize)> = None;
        let smaller = |best: Option<(i32, usize)>, one: (i32, usize)| best.is_none_or(|best| one < best);
        for other in (0..entries).filter(|other| self.grid.place(*other).level == stage) {
            let at = layer * entries + other;
            let number = &self.numbers[at];
            let values = self.grid.place(other).values;
            let differs = ways.iter().enumerate().filter(|(_, way)| values[**way] != place.values[**way]);
            let mut differing = differs.map(|(place, _)| place);
            let along = (differing.next(), differing.next());
            let (least, most) = if number.hidden { number.bounds } else { number.seen };
            let one = (number.value, at);
            if let (Some(way), None) = along {
                beside[way].0 += i64::from((most - number.value).min(number.value - least));
                if !number.hidden && smaller(beside[way].1, one) {
                    beside[way].1 = Some(one);
                }
            }
            if !number.hidden && smaller(anywhere, one) {
                anywhere = Some(one);
            }
        }
        let tightest = beside.iter().filter_map(|(open, best)| Some((*open, (*best)?))).min();
        tightest.map(|(_, (_, at))| at).or(anywhere.map(|(_, at)| at))
    }
}

/// The first partner of an entry: in each way that turns, a value other than its own; in each in which it stands at one
/// value and does not turn, the margin; in each other way of the stage, the first value.
fn first_partner(grid: &Grid, aim: &Aim) -> [u16; 4] {
    let place = grid.place(aim.entry);
    let mut partner = place.values;
    for (way, size) in grid.sizes().iter().enumerate().filter(|(way, _)| aim.stage >> way & 1 == 1) {
        partner[way] = match (aim.turning >> way & 1 == 1, place.level >> way & 1 == 1) {
            (true, _) => following(place.values[way], *size),
            (false, true) => *size as u16,
            (false, false) => 0,
        };
    }
    partner
}

/// Turns to the next partner; false when all have had their turn.
fn next_partner(grid: &Grid, aim: &Aim, partner: &mut [u16; 4]) -> bool {
    let place = grid.place(aim.entry);
    for (way, size) in grid.sizes().iter().enumerate().filter(|(way, _)| aim.stage >> way & 1 == 1) {
        if aim.turning >> way & 1 == 1 {
            partner[way] = following(partner[way], *size);
            // Once round, the pattern would end where it began.
            if partner[way] != place.values[way] {
                return true;
            }
            partner[way] = following(place.values[way], *size);
        } else if place.level >> way & 1 == 0 {
            partner[way] += 1;
            if usize::from(partner[way]) < *size {
                return true;
            }
            partner[way] = 0;
        }
    }
    false
}

/// The value after this one, round and round.
fn following(value: u16, size: usize) -> u16 {
    ((usize::from(value) + 1) % size.max(1)) as u16
}
