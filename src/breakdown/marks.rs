//! Sets of themes as bits, and counting many sets at once.
//!
//! Whoever counts set by set goes through every theme of every answer. Here the counts themselves stand as bits, one
//! plane for the ones, one for the twos and so on, so that a set is added to the counts of 64 themes in a few steps
//! whatever it holds (positional population count; W. Muła, N. Kurz and D. Lemire, The Computer Journal 61, 2018).
//! Leaves out what the sets are of.

/// Themes in one word.
const WORD: usize = u64::BITS as usize;
/// Planes of a counter.
const PLANES: usize = 8;
/// The most that a counter holds before it is emptied into whole numbers.
const MOST: u8 = u8::MAX;

/// One set of themes a row, as bits.
#[derive(Debug, Clone)]
pub(super) struct Marks {
    /// Words a row.
    words: usize,
    bits: Vec<u64>,
}

impl Marks {
    /// No rows yet, of sets of at most so many themes.
    pub fn new(themes: usize) -> Self {
        Self { words: themes.div_ceil(WORD).max(1), bits: Vec::new() }
    }

    /// One more row with these themes, each less than the number of themes.
    pub fn push(&mut self, themes: &[usize]) {
        let first = self.bits.len();
        self.bits.resize(first + self.words, 0);
        themes.iter().for_each(|theme| self.bits[first + theme / WORD] |= 1 << (theme % WORD));
    }

    /// How many bytes of memory the sets take.
    pub fn bytes(&self) -> usize {
        self.bits.len() * size_of::<u64>()
    }

    /// The set of a row.
    #[inline]
    pub fn at(&self, row: usize) -> &[u64] {
        &self.bits[row * self.words..(row + 1) * self.words]
    }
}

/// How often each theme was in the sets added to each of several cells.
pub(super) struct Tallies {
    words: usize,
    themes: usize,
    planes: Vec<[u64; PLANES]>,
    /// Sets added to each cell since its planes were emptied.
    added: Vec<u8>,
    /// By cell and theme.
    counts: Vec<u32>,
}

impl Tallies {
    /// So many cells of nothing.
    pub fn new(cells: usize, themes: usize) -> Self {
        let words = themes.div_ceil(WORD).max(1);
        Self {
            words,
            themes,
            planes: vec![[0; PLANES]; cells * words],
            added: vec![0; cells],
            counts: vec![0; cells * themes],
        }
    }

    /// Adds a set to a cell.
    #[inline]
    pub fn add(&mut self, cell: usize, set: &[u64]) {
        if self.added[cell] == MOST {
            self.empty(cell);
        }
        self.added[cell] += 1;
        let first = cell * self.words;
        for (at, word) in set.iter().enumerate() {
            // Asking after every plane whether anything is still carried costs more than carrying nothing.
            let (planes, mut carried) = (&mut self.planes[first + at], *word);
            for plane in planes {
                (*plane, carried) = (*plane ^ carried, *plane & carried);
            }
        }
    }

    /// Counts by cell and theme.
    pub fn into_counts(mut self) -> Vec<u32> {
        (0..self.added.len()).for_each(|cell| self.empty(cell));
        self.counts
    }

    fn empty(&mut self, cell: usize) {
        let counts = &mut self.counts[cell * self.themes..(cell + 1) * self.themes];
        let words = self.planes[cell * self.words..(cell + 1) * self.words].iter_mut();
        for (counts, planes) in counts.chunks_mut(WORD).zip(words) {
            for (weight, plane) in planes.iter_mut().enumerate() {
                while *plane != 0 {
                    counts[plane.trailing_zeros() as usize] += 1 << weight;
                    *plane &= *plane - 1;
                }
            }
        }
        self.added[cell] = 0;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn counts_are_those_of_counting_one_by_one(
            sets in proptest::collection::vec((0usize..2, proptest::collection::btree_set(0usize..130, 0..9)), 0..700),
        ) {
            let (mut marks, mut tallies, mut expected) = (Marks::new(130), Tallies::new(2, 130), vec![0u32; 260]);
            for (row, (cell, set)) in sets.iter().enumerate() {
                marks.push(&set.iter().copied().collect::<Vec<_>>());
                tallies.add(*cell, marks.at(row));
                set.iter().for_each(|theme| expected[cell * 130 + theme] += 1);
            }
            proptest::prop_assert_eq!(tallies.into_counts(), expected);
        }
    }

    #[test]
    fn a_cell_takes_more_than_its_planes_hold() {
        let (mut marks, mut tallies) = (Marks::new(1), Tallies::new(1, 1));
        marks.push(&[0]);
        (0..1000).for_each(|_| tallies.add(0, marks.at(0)));
        assert_eq!(tallies.into_counts(), [1000]);
    }
}
