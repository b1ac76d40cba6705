//! How far a hidden number can be moved while everything shown stays what it was rounded from: people go from cell to
//! cell along alternating patterns, one pattern after another. Also which pattern would be opened most cheaply.
//!
//! Leaves out moves that are no sum of such patterns, so that what it finds is at least possible, and more may be.

use super::super::grid::Grid;
use super::Lattice;

/// Which layers people move in together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Moving {
    One(usize),
    /// Into or out of all questions and this one.
    WithAny(usize),
}

/// The number that is being moved, how far, and within which ways.
#[derive(Debug, Clone, Copy)]
pub(super) struct Aim {
    pub layer: usize,
    pub entry: usize,
    /// The ways that are told apart at this stage.
    pub stage: u8,
    /// The ways in which people move from one value to another; in the others margins move too.
    pub turning: u8,
    pub sign: i32,
}

impl Moving {
    /// The layer that people move in, and the other.
    pub(super) fn layers(self) -> (usize, Option<usize>) {
        match self {
            Moving::One(layer) => (layer, None),
            Moving::WithAny(layer) => (layer, Some(0)),
        }
    }
}

/// The pattern that opens most for what it hides.
pub(super) struct Cheapest {
    pub moving: Moving,
    pub corners: [(usize, i32); 16],
    pub count: usize,
    opens: i32,
    hides: i64,
    people: i64,
}

impl Lattice<'_> {
    /// The ways in which an entry stands at one value of several.
    pub(super) fn turning(&self, entry: usize) -> u8 {
        let sizes = self.grid.sizes().iter().enumerate().filter(|(_, size)| **size > 1);
        sizes.fold(0, |ways, (way, _)| ways | 1 << way) & self.grid.place(entry).level
    }

    /// How far a number can be moved, up to what is wanted.
    pub(super) fn reach(&mut self, aim: Aim, wanted: i32) -> i32 {
        let mut reached = 0;
        if wanted > 0 {
            reached = self.reach_by(aim, wanted);
            // What a grand total was rounded from covers those right below it, as it does in a table of one way.
            if reached < wanted && aim.turning.count_ones() == 1 {
                reached += self.reach_by(Aim { turning: 0, ..aim }, wanted - reached);
            }
        }
        reached
    }

    /// Puts everybody back.
    pub(super) fn undo(&mut self) {
        while let Some((at, value)) = self.moved.pop() {
            self.numbers[at].value = value;
        }
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

    /// Finds the pattern that opens most for what it hides: fewest numbers for each of the people that it lets move, then
    /// the smallest numbers.
    pub(super) fn find_cheapest(&mut self, aim: Aim, lacking: i32) -> Option<Cheapest> {
        self.assumed = Some(aim.stage);
        let mut best = None;
        let turnings = [aim.turning, 0];
        let turnings = if aim.turning.count_ones() == 1 { &turnings[..] } else { &turnings[..1] };
        let mut corners = [(0usize, 0i32); 16];
        let mut open = Vec::new();
        for turning in turnings {
            let aim = Aim { turning: *turning, ..aim };
            self.find_open(&aim, &mut open);
            let mut partner = first_partner(self.grid, &aim);
            while !open.is_empty() {
                let count = self.corners(aim, partner, &mut corners);
                for moving in &open {
                    self.weigh(*moving, &corners, count, lacking, aim.stage, &mut best);
                }
                if !next_partner(self.grid, &aim, &mut partner) {
                    break;
                }
            }
        }
        self.assumed = None;
        best
    }

    /// Keeps this pattern where it is the best so far.
    fn weigh(
        &self,
        moving: Moving,
        corners: &[(usize, i32); 16],
        count: usize,
        lacking: i32,
        stage: u8,
        best: &mut Option<Cheapest>,
    ) {
        let mut opens = lacking;
        for &(entry, sign) in &corners[..count] {
            opens = opens.min(self.room(moving, entry, sign));
            if opens <= 0 {
                return;
            }
        }
        let (first, second) = moving.layers();
        let entries = self.grid.entries();
        let (mut hides, mut people) = (0, 0);
        for &(entry, _) in corners[..count].iter().filter(|(entry, _)| self.grid.place(*entry).level == stage) {
            for layer in std::iter::once(first).chain(second) {
                let number = &self.numbers[layer * entries + entry];
                if !number.hidden {
                    hides += 1;
                    people += i64::from(number.value);
                }
            }
        }
        let better = best.as_ref().is_none_or(|best| {
            let (own, others) = (hides * i64::from(best.opens), best.hides * i64::from(opens));
            (own, people) < (others, best.people)
        });
        if hides > 0 && better {
            *best = Some(Cheapest { moving, corners: *corners, count, opens, hides, people });
        }
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
    pub(super) fn shift(&mut self, moving: Moving, corners: &[(usize, i32)], wanted: i32) -> i32 {
        let mut step = wanted;
        for &(entry, sign) in corners {
            step = step.min(self.room(moving, entry, sign));
            if step <= 0 {
                return 0;
            }
        }
        for &(entry, sign) in corners {
            let (first, second) = moving.layers();
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
            let hidden = number.hidden || self.assumed.is_some_and(|stage| stage == self.grid.place(entry).level);
            let (least, most) = if hidden { number.bounds } else { number.seen };
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
