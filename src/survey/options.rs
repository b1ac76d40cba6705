//! The closed answers of a question, and which of them one person is offered, in which order.

use std::collections::BTreeMap;

use super::Perspective;

/// The order that options are offered in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Order {
    /// As the survey lists them.
    #[default]
    Given,
    /// Another for each person, the same for one person throughout, so that the first place helps no option.
    Random,
}

/// Closed answers by their keys.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Options {
    /// Every key in the survey's order, those set apart last. Each stands once.
    keys: Vec<String>,
    /// How many of them, from the end, are set apart: "not sure" and its like, never shuffled.
    apart: usize,
    pub order: Order,
    /// By option key, the name of the picture shown with it.
    pub pictures: BTreeMap<String, String>,
}

impl Options {
    /// Options in this order, and behind them those set apart. A key of `apart` that also stands in `keys` counts
    /// as set apart.
    pub fn new(keys: &[String], apart: &[String]) -> Self {
        let mut all: Vec<String> = keys.iter().filter(|key| !apart.contains(key)).cloned().collect();
        all.extend(apart.iter().cloned());
        Self { keys: all, apart: apart.len(), order: Order::Given, pictures: BTreeMap::new() }
    }

    /// Every key, those set apart last.
    pub fn keys(&self) -> &[String] {
        &self.keys
    }

    /// Whether this is one of the keys.
    pub fn has(&self, key: &str) -> bool {
        self.keys.iter().any(|known| known == key)
    }

    /// Whether this one is set apart from the others.
    pub fn is_apart(&self, key: &str) -> bool {
        self.keys[self.keys.len() - self.apart..].iter().any(|known| known == key)
    }

    /// The keys as one person is offered them. `seed` is that person's own number (see
    /// [`super::DraftToken::seed`]); `question` makes each question's order another.
    pub fn in_order(&self, seed: u64, question: &str) -> Vec<&str> {
        let mut keys: Vec<&str> = self.keys.iter().map(String::as_str).collect();
        if self.order == Order::Random {
            let open = keys.len() - self.apart;
            shuffle(&mut keys[..open], seed ^ fingerprint(question));
        }
        keys
    }
}

/// The ages that an age band's key holds, first and last: `8-11`, `18-plus`, `18+` or `7`. `None` when it is no band.
pub fn band(key: &str) -> Option<(u32, u32)> {
    if let Some(least) = key.strip_suffix("-plus").or_else(|| key.strip_suffix('+')) {
        return Some((least.parse().ok()?, u32::MAX));
    }
    let (low, high) = key.split_once('-').unwrap_or((key, key));
    let (low, high) = (low.parse().ok()?, high.parse().ok()?);
    (low <= high).then_some((low, high))
}

/// Whether someone answering from this perspective may be of this age band.
pub fn band_fits(key: &str, perspective: &Perspective) -> bool {
    match (perspective.ages, band(key)) {
        (Some((least, most)), Some((low, high))) => low <= most && least <= high,
        _ => true,
    }
}

/// Fisher and Yates' shuffle, with the numbers of SplitMix64 (Steele, Lea and Flood 2014) from this seed.
fn shuffle(keys: &mut [&str], seed: u64) {
    let mut state = seed;
    let mut next = move || {
        state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = (state ^ (state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    };
    for last in (1..keys.len()).rev() {
        // The high half of a product spreads evenly over 0..=last.
        let at = ((u128::from(next()) * (last as u128 + 1)) >> 64) as usize;
        keys.swap(last, at);
    }
}

/// FNV-1a, 64 bits.
fn fingerprint(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::Edition;

    fn options(order: Order) -> Options {
        let keys = ["a", "b", "c", "d"].map(str::to_owned);
        Options { order, ..Options::new(&keys, &["not-sure".to_owned()]) }
    }

    #[test]
    fn one_person_keeps_one_order_and_every_option_comes_first_as_often_as_another() {
        let options = options(Order::Random);
        assert_eq!(options.in_order(7, "q"), options.in_order(7, "q"));
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for seed in 0..4_000 {
            let order = options.in_order(seed, "q");
            assert_eq!(order[4], "not-sure");
            *first.entry(order[0]).or_default() += 1;
        }
        assert!(first.len() == 4 && first.values().all(|count| (900..1_100).contains(count)), "{first:?}");
    }

    #[test]
    fn two_questions_are_not_shuffled_alike() {
        let options = options(Order::Random);
        assert!((0..50).any(|seed| options.in_order(seed, "one") != options.in_order(seed, "two")));
    }

    #[test]
    fn a_child_up_to_eleven_fits_the_bands_that_hold_such_an_age() {
        let child =
            Perspective { key: "child".into(), edition: Edition::Child, ages: Some((0, 11)), reading_age: None };
        let fits: Vec<&str> = ["0-7", "8-11", "12-15", "25-plus", "prefer-not"]
            .into_iter()
            .filter(|key| band_fits(key, &child))
            .collect();
        assert_eq!(fits, ["0-7", "8-11", "prefer-not"]);
    }

    #[test]
    fn bands_are_read_and_nothing_else_is() {
        assert_eq!(band("8-11"), Some((8, 11)));
        assert_eq!(band("18-plus"), Some((18, u32::MAX)));
        assert_eq!((band("11-8"), band("old"), band("")), (None, None, None));
    }
}
