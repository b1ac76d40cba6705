//! Vouchers: the right to cast one paper, as a code that a school hands out.
//!
//! Sixteen characters in four groups: fifteen random ones of five bits each (75 bits, which nobody guesses) and one
//! that finds slips of the hand. No I, L, O or U, as in every code of Heard. Only the hash is stored, beside the
//! ballot's key and never beside a paper. Leaves out where randomness comes from, that a voucher works once (`store`
//! holds that in one transaction), and how it is printed.

use sha2::{Digest, Sha256};

use crate::survey::{CODE_ALPHABET, in_groups, read_typed};

/// Random bytes that a voucher is made from.
pub const VOUCHER_BYTES: usize = 10;
/// Random characters of a code.
const RANDOM: usize = 15;

/// A voucher, as the person who holds it has it.
#[derive(Clone, PartialEq, Eq)]
pub struct Voucher(String);

impl Voucher {
    /// A voucher from ten bytes of a cryptographic random source. Its 75 bits are the first of them.
    pub fn from_random(bytes: [u8; VOUCHER_BYTES]) -> Self {
        let bit = |at: usize| usize::from(bytes[at / 8] >> (7 - at % 8) & 1);
        let letter = |place: usize| (0..5).fold(0, |value, at| value << 1 | bit(place * 5 + at));
        let mut code: String = (0..RANDOM).map(|place| char::from(CODE_ALPHABET[letter(place)])).collect();
        code.push(check(&code));
        Self(code)
    }

    /// Reads what somebody typed: case, spaces and hyphens do not matter, and I, L and O count as 1, 1 and 0. `None`
    /// also where a slip is found: one wrong character is noticed 31 times out of 32, and so are two changed round.
    pub fn parse(typed: &str) -> Option<Self> {
        let code = read_typed(typed);
        let known = code.len() == RANDOM + 1 && code.bytes().all(|byte| CODE_ALPHABET.contains(&byte));
        (known && code.ends_with(check(&code[..RANDOM]))).then_some(Self(code))
    }

    /// In groups of four, as it is printed: `7K4M-2QXP-9TBC-HJ3W`.
    pub fn to_text(&self) -> String {
        in_groups(&self.0)
    }

    /// What the database keeps, in hexadecimal. With 75 random bits a plain hash cannot be turned back by guessing, and
    /// with the ballot's key in it a voucher of one ballot is none of another.
    pub fn hash(&self, ballot: &str) -> String {
        let digest = Sha256::new().chain_update(format!("heard voucher:{ballot}:{}", self.0)).finalize();
        digest.iter().map(|byte| format!("{byte:02x}")).collect()
    }
}

/// The character that finds slips.
fn check(code: &str) -> char {
    let digest = Sha256::new().chain_update("heard voucher check:").chain_update(code).finalize();
    char::from(CODE_ALPHABET[usize::from(digest[0]) & 31])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vouchers() -> impl Iterator<Item = Voucher> {
        let bytes = |seed: u64| {
            let digest = Sha256::digest(seed.to_le_bytes());
            std::array::from_fn(|at| digest[at])
        };
        [[0; 10], [255; 10]].into_iter().chain((0..300).map(bytes)).map(Voucher::from_random)
    }

    #[test]
    fn a_voucher_is_read_however_it_is_typed() {
        for voucher in vouchers() {
            let code = voucher.to_text();
            assert_eq!(code.len(), 16 + 3, "{code}");
            let typed = code.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
            for text in [&code, &typed, &code.replace('-', "")] {
                assert!(Voucher::parse(text).is_some_and(|read| read == voucher), "{text}");
            }
        }
    }

    #[test]
    fn slips_are_found_nearly_always() {
        let (mut slips, mut unseen) = (0, 0);
        for voucher in vouchers() {
            let code: Vec<char> = voucher.0.chars().collect();
            for at in 0..code.len() {
                let mut wrong = code.clone();
                wrong[at] = if code[at] == 'X' { 'Y' } else { 'X' };
                let mut turned = code.clone();
                turned.swap(at, (at + 1) % code.len());
                for slip in [wrong, turned].into_iter().filter(|slip| *slip != code) {
                    slips += 1;
                    unseen += usize::from(Voucher::parse(&slip.iter().collect::<String>()).is_some());
                }
            }
        }
        assert!(unseen * 20 < slips, "{unseen} of {slips}");
    }

    #[test]
    fn what_is_stored_tells_neither_the_code_nor_works_for_another_ballot() {
        let voucher = vouchers().last().unwrap();
        assert_eq!(voucher.hash("one").len(), 64);
        assert_ne!(voucher.hash("one"), voucher.hash("two"));
        assert_ne!(voucher.hash("one"), vouchers().next().unwrap().hash("one"));
        // Every one of the 75 bits counts.
        let texts: std::collections::BTreeSet<String> = (0..75)
            .map(|at| {
                let mut bytes = [0; VOUCHER_BYTES];
                bytes[at / 8] = 128 >> (at % 8);
                Voucher::from_random(bytes).to_text()
            })
            .collect();
        assert_eq!(texts.len(), 75);
        for text in ["", "U", &"0".repeat(17), "é", &"é".repeat(8), &"U".repeat(16)] {
            assert!(Voucher::parse(text).is_none(), "{text}");
        }
    }
}
