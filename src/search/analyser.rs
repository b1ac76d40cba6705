//! The index's tokenizer: the house's words, as written or stemmed, so that a word searched for is the word
//! that themes and code frames see.

use rustc_hash::FxHashMap;
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::stemming::Stemming;
use crate::text::{Word, words};

/// Longer words (in bytes) are no words anybody searches for; they are left out.
const LONGEST_WORD: usize = 64;
/// People use few different words: remembering their stems saves nearly all stemming.
const MOST_REMEMBERED: usize = 1 << 15;

/// A word as both the index and the query spell it, or `None` where it is too long to be one.
pub(super) fn spelling(word: &Word<'_>) -> Option<String> {
    let mut spelled = String::new();
    spell(word, &mut spelled).then_some(spelled)
}

/// Writes the spelling into `into`; false where the word is left out.
fn spell(word: &Word<'_>, into: &mut String) -> bool {
    into.clear();
    if word.surface.is_ascii() {
        into.extend(word.surface.bytes().filter(|&b| b != b'\'').map(|b| char::from(b.to_ascii_lowercase())));
    } else {
        into.push_str(&Stemming::NONE.stem(&word.folded()));
    }
    !into.is_empty() && into.len() <= LONGEST_WORD
}

/// Cuts a text into words, as written or as stems.
#[derive(Clone)]
pub(super) struct WordTokenizer {
    stemming: Stemming,
    remembered: FxHashMap<String, String>,
}

impl WordTokenizer {
    /// Words as written, but folded: capitals, full-width letters, accents and apostrophes make no difference.
    pub fn written() -> Self {
        Self::stems(Stemming::NONE)
    }

    /// Stems in one language.
    pub fn stems(stemming: Stemming) -> Self {
        Self { stemming, remembered: FxHashMap::default() }
    }
}

impl Tokenizer for WordTokenizer {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream<'a> {
        let remembered = (self.stemming != Stemming::NONE).then_some(&mut self.remembered);
        WordStream { words: words(text).into_iter(), stemming: self.stemming, remembered, token: Token::default() }
    }
}

/// The words of one text.
pub(super) struct WordStream<'a> {
    words: std::vec::IntoIter<Word<'a>>,
    stemming: Stemming,
    /// `None` where nothing is stemmed.
    remembered: Option<&'a mut FxHashMap<String, String>>,
    token: Token,
}

impl WordStream<'_> {
    /// Replaces the spelled word of `token` by its stem.
    fn stem(&mut self) {
        let Some(remembered) = self.remembered.as_deref_mut() else { return };
        if let Some(stem) = remembered.get(&self.token.text) {
            self.token.text.clone_from(stem);
            return;
        }
        let stem = self.stemming.stem(&self.token.text).into_owned();
        if remembered.len() >= MOST_REMEMBERED {
            remembered.clear();
        }
        remembered.insert(std::mem::replace(&mut self.token.text, stem.clone()), stem);
    }
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        for word in self.words.by_ref() {
            self.token.position = self.token.position.wrapping_add(1);
            if spell(&word, &mut self.token.text) {
                self.token.offset_from = word.start;
                self.token.offset_to = word.end();
                self.stem();
                return true;
            }
        }
        false
    }

    fn token(&self) -> &Token {
        &self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        &mut self.token
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tokens(mut tokenizer: WordTokenizer, text: &str) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        tokenizer.token_stream(text).process(&mut |token| found.push((token.position, token.text.clone())));
        found
    }

    #[test]
    fn words_are_folded_and_keep_their_positions() {
        let long = "x".repeat(100);
        let found = tokens(WordTokenizer::written(), &format!("I CAN'T swim {long} Café"));
        let expected = [(0, "i"), (1, "cant"), (2, "swim"), (4, "cafe")];
        assert_eq!(found, expected.map(|(at, word)| (at, word.to_owned())));
    }

    #[test]
    fn stems_are_the_same_remembered_or_not() {
        let mut tokenizer = WordTokenizer::stems(Stemming::of("en"));
        let mut twice = Vec::new();
        for _ in 0..2 {
            tokenizer.token_stream("buses swimming").process(&mut |token| twice.push(token.text.clone()));
        }
        assert_eq!(twice, ["bus", "swim", "bus", "swim"]);
    }
}
