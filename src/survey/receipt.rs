//! The code a person keeps, and the token that a half-finished response is kept under.
//!
//! The receipt is derived from the draft's token, so sending the same draft twice gives the same receipt and
//! one stored response, without keeping any link between a browser and a response. Only hashes are stored.
//! Leaves out where randomness comes from: the caller brings it.

use std::fmt::Write;

use sha2::{Digest, Sha256};

/// Crockford's base 32: no I, L, O or U, so that a code read aloud or by hand is not misread.
pub(crate) const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// 26 characters of 5 bits hold 128 bits and more, which cannot be guessed.
const RECEIPT_CHARACTERS: usize = 26;

/// The secret that a browser keeps while someone is answering: 128 random bits.
#[derive(Clone, PartialEq, Eq)]
pub struct DraftToken(pub(super) [u8; 16]);

impl DraftToken {
    /// Wraps 16 bytes from a cryptographic random source.
    pub fn from_random(bytes: [u8; 16]) -> Self {
        Self(bytes)
    }

    /// Reads the form given by [`DraftToken::to_text`].
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() != 32 || !text.is_ascii() {
            return None;
        }
        let mut bytes = [0u8; 16];
        for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
            *byte = u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok()?;
        }
        Some(Self(bytes))
    }

    /// 32 hexadecimal digits, for the browser's cookie.
    pub fn to_text(&self) -> String {
        hex(&self.0)
    }

    /// What the database keeps the draft under.
    pub fn hash(&self) -> String {
        hash(b"heard draft", &self.0)
    }

    /// The number that this person's order of options is made from; it tells nothing of the token.
    pub fn seed(&self) -> u64 {
        let digest = Sha256::new().chain_update(b"heard order").chain_update(self.0).finalize();
        digest.iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
    }

    /// The receipt of the response that this draft becomes.
    pub fn receipt(&self) -> Receipt {
        let digest = Sha256::new().chain_update(b"heard receipt").chain_update(self.0).finalize();
        let bit = |at: usize| (digest[at / 8] >> (7 - at % 8)) & 1;
        let code = (0..RECEIPT_CHARACTERS)
            .map(|i| (0..5).fold(0usize, |value, j| value << 1 | usize::from(bit(i * 5 + j))))
            .map(|value| char::from(ALPHABET[value]))
            .collect();
        Receipt(code)
    }
}

/// The code a person keeps. With it they can see or erase their response.
#[derive(Clone, PartialEq, Eq)]
pub struct Receipt(String);

impl Receipt {
    /// Reads what a person typed: case, spaces and hyphens do not matter, and I, L and O count as 1, 1 and 0.
    pub fn parse(text: &str) -> Option<Self> {
        let code = read_typed(text);
        let fits = code.len() == RECEIPT_CHARACTERS && code.bytes().all(|byte| ALPHABET.contains(&byte));
        fits.then_some(Self(code))
    }

    /// Groups of four for reading: `7K4M-2QXP-…`.
    pub fn to_text(&self) -> String {
        in_groups(&self.0)
    }

    /// What the database keeps. The code has 130 bits, so a plain hash cannot be reversed by guessing.
    pub fn hash(&self) -> String {
        hash(b"heard stored receipt", self.0.as_bytes())
    }
}

/// What someone typed for a code: capitals, without spaces and hyphens, and I, L and O as 1, 1 and 0.
pub(crate) fn read_typed(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_whitespace() && *c != '-')
        .map(|c| match c.to_ascii_uppercase() {
            'I' | 'L' => '1',
            'O' => '0',
            other => other,
        })
        .collect()
}

/// A code of ASCII letters in groups of four for reading.
pub(crate) fn in_groups(code: &str) -> String {
    let groups: Vec<&str> = (0..code.len()).step_by(4).map(|i| &code[i..(i + 4).min(code.len())]).collect();
    groups.join("-")
}

fn hash(purpose: &[u8], bytes: &[u8]) -> String {
    hex(&Sha256::new().chain_update(purpose).chain_update(bytes).finalize())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receipt_survives_being_typed_by_hand() {
        let receipt = DraftToken::from_random([7; 16]).receipt();
        let typed = receipt.to_text().to_lowercase().replace('-', " ").replace('0', "o").replace('1', "l");
        assert_eq!(Receipt::parse(&typed).map(|read| read.to_text()), Some(receipt.to_text()));
    }

    #[test]
    fn the_same_draft_always_gives_the_same_receipt_and_another_draft_another() {
        let token = DraftToken::from_random([1; 16]);
        let again = DraftToken::parse(&token.to_text()).unwrap();
        assert!(token.receipt() == again.receipt());
        assert!(token.receipt() != DraftToken::from_random([2; 16]).receipt());
    }

    #[test]
    fn nothing_else_is_read_as_a_token_or_receipt() {
        for text in ["", "zz", "é", &"é".repeat(16), &"g".repeat(32), &"U".repeat(26)] {
            assert!(DraftToken::parse(text).is_none() && Receipt::parse(text).is_none(), "{text}");
        }
    }
}
