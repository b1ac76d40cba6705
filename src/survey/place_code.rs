//! The code that someone who stops half-way goes on with, here or on another device: the draft's token, written so
//! that it can be copied by hand.
//!
//! It begins with P and has 28 characters, so that it is never taken for a receipt, which has 26.

use sha2::{Digest, Sha256};

use super::DraftToken;
use super::receipt::{ALPHABET, in_groups, read_typed};

/// What every place code begins with, so that it is known for what it is.
const MARK: char = 'P';
/// 26 characters of 5 bits hold the 128 bits of the token; the last two bits are 0.
const TOKEN_CHARACTERS: usize = 26;
/// The mark, the token, and one character that finds slips.
const CHARACTERS: usize = TOKEN_CHARACTERS + 2;

impl DraftToken {
    /// The token in groups of four for reading: `P7K4-M2QX-…`. Whoever has it has the draft.
    pub fn to_place_code(&self) -> String {
        let number = u128::from_be_bytes(self.0);
        let value = |at: usize| match 128usize.checked_sub((at + 1) * 5) {
            Some(shift) => (number >> shift) & 31,
            None => (number << 2) & 31,
        };
        let mut code = String::from(MARK);
        code.extend((0..TOKEN_CHARACTERS).map(|at| char::from(ALPHABET[value(at) as usize])));
        code.push(check(&self.0));
        in_groups(&code)
    }

    /// Reads what a person typed of [`DraftToken::to_place_code`]: case, spaces and hyphens do not matter, and I, L
    /// and O count as 1, 1 and 0. `None` also where a slip is found.
    pub fn from_place_code(text: &str) -> Option<Self> {
        let code = read_typed(text);
        if code.len() != CHARACTERS || !code.starts_with(MARK) {
            return None;
        }
        let value = |letter: u8| ALPHABET.iter().position(|known| *known == letter).map(|at| at as u128);
        let letters = &code.as_bytes()[1..=TOKEN_CHARACTERS];
        let mut number = 0u128;
        for letter in &letters[..TOKEN_CHARACTERS - 1] {
            number = number << 5 | value(*letter)?;
        }
        let last = value(letters[TOKEN_CHARACTERS - 1])?;
        let bytes = (number << 3 | last >> 2).to_be_bytes();
        (last & 3 == 0 && code.ends_with(check(&bytes))).then_some(Self(bytes))
    }
}

/// The character that a slip nearly always changes.
fn check(token: &[u8; 16]) -> char {
    let digest = Sha256::new().chain_update(b"heard place").chain_update(token).finalize();
    char::from(ALPHABET[usize::from(digest[0]) & 31])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::Receipt;

    fn tokens() -> impl Iterator<Item = DraftToken> {
        let bytes = |seed: u64| {
            let digest = Sha256::digest(seed.to_le_bytes());
            std::array::from_fn(|at| digest[at])
        };
        [[0; 16], [255; 16]].into_iter().chain((0..200).map(bytes)).map(DraftToken::from_random)
    }

    #[test]
    fn a_place_code_leads_back_to_its_token_however_it_is_typed() {
        for token in tokens() {
            let code = token.to_place_code();
            assert_eq!(code.len(), 28 + 6, "{code}");
            let typed = code.to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
            for text in [&code, &typed, &code.replace('-', "")] {
                assert!(DraftToken::from_place_code(text).is_some_and(|read| read == token), "{text}");
            }
        }
    }

    #[test]
    fn a_receipt_is_no_place_code_and_a_place_code_no_receipt() {
        for token in tokens() {
            assert!(Receipt::parse(&token.to_place_code()).is_none());
            assert!(DraftToken::from_place_code(&token.receipt().to_text()).is_none());
            assert!(DraftToken::from_place_code(&token.to_text()).is_none());
        }
    }

    #[test]
    fn slips_are_found_nearly_always() {
        let (mut slips, mut unseen) = (0, 0);
        for token in tokens() {
            let code: Vec<char> = token.to_place_code().replace('-', "").chars().collect();
            for at in 1..code.len() {
                let mut slipped = code.clone();
                slipped[at] = if code[at] == 'X' { 'Y' } else { 'X' };
                let read = DraftToken::from_place_code(&slipped.iter().collect::<String>());
                slips += 1;
                unseen += usize::from(read.is_some());
            }
        }
        assert!(unseen * 20 < slips, "{unseen} of {slips}");
        for text in ["", "P", &"P".repeat(28), "é", &"é".repeat(14)] {
            assert!(DraftToken::from_place_code(text).is_none_or(|read| read.to_place_code().replace('-', "") == text));
        }
    }
}
