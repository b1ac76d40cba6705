//! Rows of numbers, and how alike each is to each of a set of centres.
//!
//! The one heavy loop of the engine. It is written so that the compiler turns it into vector
//! instructions, the widest that the processor at hand has (`pulp` chooses while the program runs), and every sum
//! is made in a fixed order: neither threads nor processors change anything.

use rayon::prelude::*;

use crate::text::DIMENSIONS;

/// Rows worked on at a time by one thread: enough to be worth handing out, few enough to spread.
pub(super) const CHUNK: usize = 512;

/// Rows taken through the centres together.
const ROWS: usize = 4;

/// Centres side by side in a panel.
const LANES: usize = 16;

/// Sums side by side in a product of two rows, so that none waits for the one before it.
const SUMS: usize = 32;

/// Rows of [`DIMENSIONS`] numbers.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Matrix {
    values: Vec<f32>,
}

impl Matrix {
    /// `rows` rows of zeros.
    pub fn zeros(rows: usize) -> Self {
        Self { values: vec![0.0; rows * DIMENSIONS] }
    }

    /// How many rows there are.
    pub fn rows(&self) -> usize {
        self.values.len() / DIMENSIONS
    }

    /// One row; empty where there is none.
    pub fn row(&self, row: usize) -> &[f32] {
        self.values.get(row * DIMENSIONS..(row + 1) * DIMENSIONS).unwrap_or_default()
    }

    /// One row to be changed; empty where there is none.
    pub fn row_mut(&mut self, row: usize) -> &mut [f32] {
        self.values.get_mut(row * DIMENSIONS..(row + 1) * DIMENSIONS).unwrap_or_default()
    }

    /// Runs of up to `rows` rows, each to be changed by itself.
    pub fn par_chunks_mut(&mut self, rows: usize) -> impl IndexedParallelIterator<Item = &mut [f32]> {
        self.values.par_chunks_mut(rows * DIMENSIONS)
    }

    /// Adds a row.
    pub fn push(&mut self, row: &[f32]) {
        self.values.extend_from_slice(row);
        self.values.resize(self.values.len().next_multiple_of(DIMENSIONS), 0.0);
    }

    /// The rows at these places, in that order.
    pub fn select(&self, places: &[usize]) -> Self {
        let mut values = Vec::with_capacity(places.len() * DIMENSIONS);
        places.iter().for_each(|&place| values.extend_from_slice(self.row(place)));
        Self { values }
    }

    /// The sum of the rows with each label below `count`, made in the order of the rows.
    pub fn sums(&self, labels: &[u32], count: usize) -> Self {
        let members = members(labels, count);
        let mut sums = Self::zeros(count);
        sums.values.par_chunks_mut(DIMENSIONS).zip(&members).for_each(|(sum, rows)| {
            rows.iter().for_each(|&row| add(sum, self.row(row as usize), 1.0));
        });
        sums
    }

    /// The sum of the rows with each label below `count`, each row as often as its weight says.
    pub fn weighted_sums(&self, labels: &[u32], count: usize, weights: &[f32]) -> Self {
        let members = members(labels, count);
        let mut sums = Self::zeros(count);
        sums.values.par_chunks_mut(DIMENSIONS).zip(&members).for_each(|(sum, rows)| {
            let weight = |row: u32| weights.get(row as usize).copied().unwrap_or(1.0);
            rows.iter().for_each(|&row| add(sum, self.row(row as usize), weight(row)));
        });
        sums
    }

    /// Scales every row to length one; rows of zeros stay.
    pub fn normalise(&mut self) {
        self.values.par_chunks_mut(DIMENSIONS).for_each(normalise);
    }
}

/// The places with each label below `count`, in rising order.
pub(super) fn members(labels: &[u32], count: usize) -> Vec<Vec<u32>> {
    let mut members = vec![Vec::new(); count];
    for (row, &label) in (0u32..).zip(labels) {
        if let Some(rows) = members.get_mut(label as usize) {
            rows.push(row);
        }
    }
    members
}

/// Adds `weight` times `row` to `sum`.
pub(super) fn add(sum: &mut [f32], row: &[f32], weight: f32) {
    sum.iter_mut().zip(row).for_each(|(sum, value)| *sum += weight * value);
}

/// Scales a row to length one; zeros stay.
pub(super) fn normalise(row: &mut [f32]) {
    let length = dot(row, row).sqrt();
    if length > 1e-9 {
        row.iter_mut().for_each(|value| *value /= length);
    }
}

/// The sum of products of two rows; nought where they are not whole rows.
pub(super) fn dot(left: &[f32], right: &[f32]) -> f32 {
    let (Ok(left), Ok(right)) = (<&[f32; DIMENSIONS]>::try_from(left), <&[f32; DIMENSIONS]>::try_from(right)) else {
        return 0.0;
    };
    pulp::Arch::new().dispatch(Product { left, right })
}

/// The sum of products of two rows, in whatever instructions the processor has.
struct Product<'a> {
    left: &'a [f32; DIMENSIONS],
    right: &'a [f32; DIMENSIONS],
}

impl pulp::WithSimd for Product<'_> {
    type Output = f32;

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, _: S) -> f32 {
        let mut sums = [0f32; SUMS];
        let mut at = 0;
        while at < DIMENSIONS {
            let mut lane = 0;
            while lane < SUMS {
                sums[lane] += self.left[at + lane] * self.right[at + lane];
                lane += 1;
            }
            at += SUMS;
        }
        let mut width = SUMS / 2;
        while width > 0 {
            let mut lane = 0;
            while lane < width {
                sums[lane] += sums[lane + width];
                lane += 1;
            }
            width /= 2;
        }
        sums[0]
    }
}

/// Centres laid out for comparing with many rows: panels of sixteen, dimension by dimension.
#[derive(Debug, Clone)]
pub(super) struct Centres {
    panels: Vec<[f32; LANES]>,
    /// The same row by row, for comparing with a few of them.
    rows: Matrix,
    count: usize,
}

impl Centres {
    /// Lays out the rows of a matrix as centres.
    pub fn new(rows: &Matrix) -> Self {
        let count = rows.rows();
        let mut panels = vec![[0.0; LANES]; count.div_ceil(LANES) * DIMENSIONS];
        for centre in 0..count {
            let panel = panels.iter_mut().skip(centre / LANES * DIMENSIONS);
            for (place, &value) in panel.zip(rows.row(centre)) {
                if let Some(lane) = place.get_mut(centre % LANES) {
                    *lane = value;
                }
            }
        }
        Self { panels, rows: rows.clone(), count }
    }

    /// The likeness of a row to one centre.
    pub fn likeness(&self, row: &[f32], centre: u32) -> f32 {
        dot(row, self.rows.row(centre as usize))
    }

    /// Calls `visit` for each of `rows` (a run of whole rows) with its place in the run and its likeness
    /// (sum of products) to every centre.
    pub fn for_each(&self, rows: &[f32], mut visit: impl FnMut(usize, &mut [f32])) {
        let width = self.count.div_ceil(LANES) * LANES;
        let mut scores = vec![0f32; width * ROWS];
        for (block, group) in rows.chunks(ROWS * DIMENSIONS).enumerate() {
            let held = group.len() / DIMENSIONS;
            let row = |place: usize| {
                let place = place.min(held.saturating_sub(1));
                group.get(place * DIMENSIONS..(place + 1) * DIMENSIONS).unwrap_or(group)
            };
            let four = [row(0), row(1), row(2), row(3)];
            for (at, panel) in self.panels.chunks_exact(DIMENSIONS).enumerate() {
                for (place, likeness) in likenesses(four, panel).iter().enumerate() {
                    let start = place * width + at * LANES;
                    let target = scores.get_mut(start..start + LANES);
                    // Of a length known beforehand, which is many times as fast as copying a slice.
                    if let Some(Ok(target)) = target.map(<&mut [f32; LANES]>::try_from) {
                        *target = *likeness;
                    }
                }
            }
            for (place, likeness) in scores.chunks_exact_mut(width.max(1)).take(held).enumerate() {
                visit(block * ROWS + place, likeness.get_mut(..self.count).unwrap_or_default());
            }
        }
    }

    /// For every row the centre most like it (the first of equals) and how alike they are.
    pub fn nearest(&self, rows: &Matrix) -> Vec<(u32, f32)> {
        let mut nearest = vec![(0, f32::MIN); rows.rows()];
        nearest.par_chunks_mut(CHUNK).zip(rows.values.par_chunks(CHUNK * DIMENSIONS)).for_each(|(found, run)| {
            self.for_each(run, |place, likeness| {
                if let Some(best) = found.get_mut(place) {
                    *best = largest(likeness);
                }
            });
        });
        nearest
    }

    /// Calls `visit` for every row of `rows` with what belongs to it in `out` (one each) and its likenesses.
    pub fn visit_rows<T: Send>(&self, rows: &Matrix, out: &mut [T], visit: impl Fn(usize, &mut T, &mut [f32]) + Sync) {
        out.par_chunks_mut(CHUNK).zip(rows.values.par_chunks(CHUNK * DIMENSIONS)).enumerate().for_each(
            |(chunk, (found, run))| {
                self.for_each(run, |place, likeness| {
                    if let Some(target) = found.get_mut(place) {
                        visit(chunk * CHUNK + place, target, likeness);
                    }
                });
            },
        );
    }
}

/// The likeness of four rows to the centres of a panel.
#[inline(never)]
fn likenesses(rows: [&[f32]; ROWS], panel: &[[f32; LANES]]) -> [[f32; LANES]; ROWS] {
    let [first, second, third, fourth] = rows.map(<&[f32; DIMENSIONS]>::try_from);
    let (Ok(a), Ok(b), Ok(c), Ok(d)) = (first, second, third, fourth) else { return Default::default() };
    let Ok(panel) = <&[[f32; LANES]; DIMENSIONS]>::try_from(panel) else { return Default::default() };
    pulp::Arch::new().dispatch(Products { rows: [a, b, c, d], panel })
}

/// The products of four rows with the centres of a panel, in whatever instructions the processor has.
///
/// Written with arrays and counted loops, not iterators: it must come out as vector instructions even where
/// nothing is inlined from elsewhere, or a whole analysis takes six times as long. Each number has one sum of its
/// own, and a product is rounded before it is added, so every width of instruction gives the very same numbers.
struct Products<'a> {
    rows: [&'a [f32; DIMENSIONS]; ROWS],
    panel: &'a [[f32; LANES]; DIMENSIONS],
}

impl pulp::WithSimd for Products<'_> {
    type Output = [[f32; LANES]; ROWS];

    #[inline(always)]
    fn with_simd<S: pulp::Simd>(self, _: S) -> Self::Output {
        let [a, b, c, d] = self.rows;
        let (mut p, mut q, mut r, mut s) = ([0f32; LANES], [0f32; LANES], [0f32; LANES], [0f32; LANES]);
        let mut at = 0;
        while at < DIMENSIONS {
            let centres = &self.panel[at];
            let mut lane = 0;
            while lane < LANES {
                p[lane] += a[at] * centres[lane];
                q[lane] += b[at] * centres[lane];
                r[lane] += c[at] * centres[lane];
                s[lane] += d[at] * centres[lane];
                lane += 1;
            }
            at += 1;
        }
        [p, q, r, s]
    }
}

/// The place and value of the largest number, the first of equals; place 0 where there is none.
pub(super) fn largest(values: &[f32]) -> (u32, f32) {
    let mut best = (0, f32::MIN);
    for (place, &value) in (0u32..).zip(values) {
        if value > best.1 {
            best = (place, value);
        }
    }
    best
}

/// The places and values of the `N` largest numbers, largest first, the first of equals before the others;
/// where there are fewer, place 0 with the least value there is.
pub(super) fn largest_few<const N: usize>(values: &[f32]) -> [(u32, f32); N] {
    let mut best = [(0u32, f32::MIN); N];
    let mut last = f32::MIN;
    for (run, values) in (0u32..).step_by(LANES).zip(values.chunks(LANES)) {
        // Most runs hold nothing larger, which is told of a whole run at one go.
        if !values.iter().fold(false, |is_larger, &value| is_larger | (value > last)) {
            continue;
        }
        for (place, &value) in (run..).zip(values) {
            if value > last {
                let at = best.iter().take_while(|&&(_, better)| better >= value).count();
                if let Some(tail) = best.get_mut(at..) {
                    tail.rotate_right(1);
                    tail.iter_mut().take(1).for_each(|first| *first = (place, value));
                }
                last = best.last().map_or(f32::MIN, |&(_, value)| value);
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use pulp::WithSimd;

    use super::*;
    use crate::themes::seeded::Seeded;

    fn random(rows: usize, seed: u64) -> Matrix {
        let mut chance = Seeded::new(seed);
        let mut matrix = Matrix::zeros(rows);
        (0..rows).for_each(|row| matrix.row_mut(row).iter_mut().for_each(|v| *v = chance.fraction() as f32 - 0.5));
        matrix
    }

    #[test]
    fn panels_give_the_same_likeness_as_row_by_row() {
        let (rows, centres) = (random(11, 1), random(13, 2));
        for (row, (place, likeness)) in Centres::new(&centres).nearest(&rows).into_iter().enumerate() {
            let plain: Vec<f32> = (0..13).map(|centre| dot(rows.row(row), centres.row(centre))).collect();
            assert_eq!(largest(&plain).0, place);
            assert!((largest(&plain).1 - likeness).abs() < 1e-3);
        }
    }

    #[test]
    fn every_width_of_instruction_gives_the_very_same_numbers() {
        let (rows, centres) = (random(4, 4), random(LANES, 5));
        let laid_out = Centres::new(&centres);
        let whole = |row: usize| <&[f32; DIMENSIONS]>::try_from(rows.row(row)).unwrap();
        let panel = <&[[f32; LANES]; DIMENSIONS]>::try_from(laid_out.panels.as_slice()).unwrap();
        let plain = Products { rows: [0, 1, 2, 3].map(whole), panel }.with_simd(pulp::Scalar);
        assert_eq!(likenesses([0, 1, 2, 3].map(|row| rows.row(row)), panel), plain);
        let product = Product { left: whole(0), right: whole(1) };
        assert_eq!(dot(rows.row(0), rows.row(1)).to_bits(), product.with_simd(pulp::Scalar).to_bits());
    }

    #[test]
    fn the_largest_few_come_in_order() {
        let found = largest_few::<5>(&[0.1, 0.9, 0.3, 0.5, 0.2, 0.9, 0.4]);
        assert_eq!(found.map(|(place, _)| place), [1, 5, 3, 6, 2]);
        assert_eq!(largest_few::<2>(&[0.5]), [(0, 0.5), (0, f32::MIN)]);
        let many: Vec<f32> = (0..100).map(|place: u16| f32::from(place * 37 % 101)).collect();
        let mut sorted: Vec<(u32, f32)> = (0..).zip(many.iter().copied()).collect();
        sorted.sort_by(|a, b| b.1.total_cmp(&a.1));
        assert_eq!(largest_few::<3>(&many).to_vec(), sorted[..3]);
    }

    #[test]
    fn sums_go_by_label() {
        let rows = random(5, 3);
        let sums = rows.sums(&[0, 1, 0, 1, 1], 3);
        assert!((sums.row(0)[7] - rows.row(0)[7] - rows.row(2)[7]).abs() < 1e-6);
        assert!(sums.row(2).iter().all(|&value| value == 0.0));
    }
}
