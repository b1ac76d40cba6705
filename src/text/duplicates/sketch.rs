//! What of an answer is compared: the pairs of neighbouring words it has, as numbers.

use crate::text::{Word, words};

/// Least hashes joined to one band's key. Two, so that one common pair of words makes no candidates by itself.
const ROWS: u32 = 2;
/// Two answers that share fewer pairs than this must share three quarters of them.
const MUCH: usize = 10;
/// An answer with this many pairs of words is long enough to be known again inside a longer one.
const LONG: usize = 15;

/// An answer as numbers: hashes of its words, of its pairs of words, and of the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Sketch {
    /// The same for answers with the same words in the same order, and for no others that will ever be met.
    pub fingerprint: u128,
    pub words: usize,
    /// Hashes of every two neighbouring words, sorted, each once.
    pub pairs: Vec<u32>,
}

impl Sketch {
    /// Reads an answer; nothing where it has fewer than two words.
    pub fn of(text: &str) -> Option<Self> {
        let hashes: Vec<u64> = words(text).iter().map(hash).collect();
        let mut pairs: Vec<u32> = hashes
            .windows(2)
            .map(|pair| pair.iter().fold(0, |all, word| mixed(all ^ word)))
            .map(|hash| (hash >> 32) as u32)
            .collect();
        let whole = |start: u64| hashes.iter().fold(start, |all, word| mixed(all ^ word));
        pairs.sort_unstable();
        pairs.dedup();
        let fingerprint = u128::from(whole(1)) << 64 | u128::from(whole(2));
        (!pairs.is_empty()).then_some(Self { fingerprint, words: hashes.len(), pairs })
    }

    /// The key of a band: the same for two answers with a chance of their Jaccard similarity to the power of [`ROWS`].
    pub fn band(&self, band: u32) -> u64 {
        (band * ROWS..(band + 1) * ROWS).fold(u64::from(band), |key, row| {
            // Multiplying by an odd number, adding another and keeping the upper half is a fair enough shuffle.
            let (by, plus) = (mixed(u64::from(row) + 1) | 1, mixed(u64::from(row) + 1001));
            let least = self.pairs.iter().map(|pair| u64::from(*pair).wrapping_mul(by).wrapping_add(plus) >> 32).min();
            mixed(key ^ least.unwrap_or_default())
        })
    }
}

/// Whether at least half of all pairs are in both (three quarters, where that is few pairs), or four fifths of a
/// long answer's in a longer one.
pub(super) fn is_similar(one: &Sketch, other: &Sketch) -> bool {
    let (fewer, more) = (one.pairs.len().min(other.pairs.len()), one.pairs.len().max(other.pairs.len()));
    if fewer * 2 < more && fewer < LONG {
        return false;
    }
    let shared = shared(&one.pairs, &other.pairs);
    let either = fewer + more - shared;
    let is_much = shared >= MUCH && shared * 2 >= either;
    is_much || shared * 4 >= either * 3 || (fewer >= LONG && shared * 5 >= fewer * 4)
}

/// How many numbers two sorted lists share.
fn shared(mut one: &[u32], mut other: &[u32]) -> usize {
    let mut both = 0;
    while let ([a, one_left @ ..], [b, other_left @ ..]) = (one, other) {
        both += usize::from(a == b);
        let (passes_a, passes_b) = (a <= b, b <= a);
        if passes_a {
            one = one_left;
        }
        if passes_b {
            other = other_left;
        }
    }
    both
}

/// The hash of a word as it is folded (FNV-1a, then mixed): the same on every machine.
fn hash(word: &Word<'_>) -> u64 {
    let add = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
    let start = 0xCBF2_9CE4_8422_2325;
    // The fast path folds as it goes; most words are plain ASCII.
    let hash = match word.surface.is_ascii() {
        true => word.surface.bytes().filter(|&b| b != b'\'').map(|b| b.to_ascii_lowercase()).fold(start, add),
        false => word.folded().bytes().fold(start, add),
    };
    mixed(hash)
}

/// The last steps of SplitMix64: every bit of the number comes to bear on every other.
fn mixed(number: u64) -> u64 {
    let number = number.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let number = (number ^ (number >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    let number = (number ^ (number >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    number ^ (number >> 31)
}
