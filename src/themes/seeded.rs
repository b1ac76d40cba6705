//! Chance from a seed: the same seed draws the same numbers on every machine.
//!
//! Leaves out anything secret: these numbers can be foretold.

/// A generator of numbers (SplitMix64, Steele, Lea and Flood 2014).
#[derive(Debug, Clone)]
pub(super) struct Seeded {
    state: u64,
}

impl Seeded {
    /// A generator that draws what `seed` says.
    pub fn new(seed: u64) -> Self {
        Self { state: seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(0x1234_5678_9ABC_DEF1) }
    }

    /// The next number.
    pub fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 up to, not including, 1.
    pub fn fraction(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1u64 << 53) as f64
    }

    /// A place from 0 up to, not including, `below`; 0 when there is none.
    pub fn below(&mut self, below: usize) -> usize {
        (self.fraction() * below as f64) as usize
    }

    /// `count` different places below `among`, in rising order; all of them when there are no more.
    pub fn sample(&mut self, count: usize, among: usize) -> Vec<usize> {
        if count >= among {
            return (0..among).collect();
        }
        // Selection sampling (Knuth, algorithm S): one pass, in order, every set as likely.
        let mut chosen = Vec::with_capacity(count);
        for place in 0..among {
            let wanted = count - chosen.len();
            if self.fraction() * ((among - place) as f64) < wanted as f64 {
                chosen.push(place);
            }
        }
        chosen
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_has_the_size_asked_for_and_no_place_twice() {
        let mut chance = Seeded::new(1);
        let sample = chance.sample(50, 200);
        assert_eq!(sample.len(), 50);
        assert!(sample.windows(2).all(|pair| pair[0] < pair[1]) && sample.iter().all(|&place| place < 200));
        assert_eq!(Seeded::new(7).sample(5, 3), [0, 1, 2]);
        assert_ne!(Seeded::new(1).next(), Seeded::new(2).next());
    }
}
