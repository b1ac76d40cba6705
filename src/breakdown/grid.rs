//! The places of a table of several ways and of every margin of it, in one line of memory.
//!
//! A way of n values has n + 1 places: the last stands for all of them together. So one entry is a cell, a margin or
//! the grand total, told apart by which of its ways stand at "all". Leaves out what is counted.

/// The most ways that a grid can have.
pub(super) const MOST_WAYS: usize = 4;

/// The shape of a table with all its margins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Grid {
    sizes: Vec<usize>,
    strides: Vec<usize>,
    places: Vec<Place>,
}

/// Where an entry stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Place {
    /// Its value in each way; the number of values stands for all of them.
    pub values: [u16; MOST_WAYS],
    /// One bit for each way in which it stands at one value: 0 is the grand total.
    pub level: u8,
}

impl Grid {
    /// A grid with these numbers of values in its ways, of which there are at most [`MOST_WAYS`].
    pub fn new(sizes: &[usize]) -> Self {
        let sizes: Vec<usize> = sizes.iter().copied().take(MOST_WAYS).collect();
        let mut strides = vec![1; sizes.len()];
        for way in (1..sizes.len()).rev() {
            strides[way - 1] = strides[way] * (sizes[way] + 1);
        }
        let entries = sizes.iter().map(|size| size + 1).product();
        let mut places = vec![Place::default(); entries];
        for (entry, place) in places.iter_mut().enumerate() {
            for (way, (size, stride)) in sizes.iter().zip(&strides).enumerate() {
                let value = entry / stride % (size + 1);
                place.values[way] = value as u16;
                place.level |= u8::from(value < *size) << way;
            }
        }
        Self { sizes, strides, places }
    }

    /// How many values each way has.
    pub fn sizes(&self) -> &[usize] {
        &self.sizes
    }

    /// How far apart neighbouring values of a way stand.
    pub fn stride(&self, way: usize) -> usize {
        self.strides[way]
    }

    /// How many entries there are, margins included.
    pub fn entries(&self) -> usize {
        self.places.len()
    }

    /// The entry of the grand total.
    pub fn whole(&self) -> usize {
        self.places.len() - 1
    }

    /// The level at which every way stands at one value.
    pub fn finest(&self) -> u8 {
        ((1u16 << self.sizes.len()) - 1) as u8
    }

    /// Where an entry stands.
    pub fn place(&self, entry: usize) -> Place {
        self.places[entry]
    }

    /// The entry that stands at another value of one way.
    pub fn moved(&self, entry: usize, way: usize, value: usize) -> usize {
        let now = usize::from(self.places[entry].values[way]);
        entry + value * self.strides[way] - now * self.strides[way]
    }

    /// Every level from the grand total to the finest, those with fewer ways first.
    pub fn levels(&self) -> Vec<u8> {
        let mut levels: Vec<u8> = (0..=self.finest()).collect();
        levels.sort_by_key(|level| (level.count_ones(), *level));
        levels
    }

    /// Fills every margin from the cells.
    pub fn fill_margins(&self, numbers: &mut [u32]) {
        for (way, (size, stride)) in self.sizes.iter().zip(&self.strides).enumerate() {
            // Margins of earlier ways are filled already, so that theirs are filled too.
            let reached = |place: &Place| self.sizes.iter().zip(place.values).skip(way + 1).all(is_cell);
            for entry in 0..numbers.len() {
                let place = self.places[entry];
                if usize::from(place.values[way]) == *size && reached(&place) {
                    numbers[entry] = (1..=*size).map(|back| numbers[entry - back * stride]).sum();
                }
            }
        }
    }
}

fn is_cell((size, value): (&usize, u16)) -> bool {
    usize::from(value) < *size
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn margins_are_the_sums_of_their_cells() {
        let grid = Grid::new(&[2, 3]);
        let mut numbers = vec![0; grid.entries()];
        for (entry, number) in numbers.iter_mut().enumerate() {
            let place = grid.place(entry);
            if place.level == grid.finest() {
                *number = u32::from(place.values[0]) * 10 + u32::from(place.values[1]);
            }
        }
        grid.fill_margins(&mut numbers);
        assert_eq!(numbers, [0, 1, 2, 3, 10, 11, 12, 33, 10, 12, 14, 36]);
        assert_eq!((grid.whole(), grid.place(grid.whole()).level), (11, 0));
        assert_eq!(grid.moved(0, 0, 1), 4);
        assert_eq!(grid.levels(), [0, 1, 2, 3]);
    }

    #[test]
    fn a_grid_of_no_ways_is_one_number() {
        let grid = Grid::new(&[]);
        assert_eq!((grid.entries(), grid.whole(), grid.finest()), (1, 0, 0));
    }
}
