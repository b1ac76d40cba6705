//! Word pieces: the pieces of words that the vectors have a row for.
//!
//! BERT's uncased tokenizer: lower case, accents off, parted at white space and at each punctuation
//! mark, then the longest piece that the vocabulary has, again and again. Words no piece fits are left
//! out rather than given a row for "unknown", which would draw all unreadable answers together.

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

/// The longest word that is looked up, in bytes; anything longer is not a word.
const LONGEST_WORD: usize = 100;

/// The vocabulary, by whether a piece begins a word or continues one.
#[derive(Debug, Clone)]
pub struct WordPieces {
    first: FxHashMap<Box<str>, u32>,
    next: FxHashMap<Box<str>, u32>,
    /// The longest piece in bytes.
    longest: usize,
}

impl WordPieces {
    /// Reads a vocabulary: one piece a line, its row being its line counted from 0, `##` before a piece
    /// that continues a word.
    pub fn from_vocabulary(vocabulary: &str) -> Self {
        let mut pieces = Self { first: FxHashMap::default(), next: FxHashMap::default(), longest: 0 };
        for (row, line) in (0u32..).zip(vocabulary.lines()) {
            let (map, piece) = match line.strip_prefix("##") {
                Some(piece) if !piece.is_empty() => (&mut pieces.next, piece),
                _ => (&mut pieces.first, line),
            };
            pieces.longest = pieces.longest.max(piece.len());
            map.insert(piece.into(), row);
        }
        pieces
    }

    /// How many pieces there are.
    pub fn len(&self) -> usize {
        self.first.len() + self.next.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Whether a word (lower case) is a piece by itself: a word in its own right.
    pub fn is_word(&self, word: &str) -> bool {
        self.first.contains_key(word)
    }

    /// Calls `found` with the row of every piece of `text`, in order. `spare` is scratch space that
    /// callers keep, so that nothing is allocated for plain text.
    pub fn for_each(&self, text: &str, spare: &mut String, found: &mut impl FnMut(u32)) {
        spare.clear();
        match text.is_ascii() {
            true => spare.extend(text.bytes().map(|byte| byte.to_ascii_lowercase() as char)),
            false => spare.extend(
                text.chars()
                    .flat_map(char::to_lowercase)
                    .nfd()
                    .filter(|&c| !('\u{300}'..='\u{36F}').contains(&c) && (!c.is_control() || c.is_whitespace())),
            ),
        }
        let mut start = None;
        for (at, c) in spare.char_indices() {
            if c.is_alphanumeric() && !is_ideograph(c) {
                start.get_or_insert(at);
                continue;
            }
            if let Some(from) = start.take() {
                self.word(spare.get(from..at).unwrap_or_default(), found);
            }
            if !c.is_whitespace() {
                self.word(spare.get(at..at + c.len_utf8()).unwrap_or_default(), found);
            }
        }
        if let Some(from) = start {
            self.word(spare.get(from..).unwrap_or_default(), found);
        }
    }

    /// The pieces of one word; a word that does not come out whole gives the pieces before it fails.
    fn word(&self, word: &str, found: &mut impl FnMut(u32)) {
        if word.len() > LONGEST_WORD {
            return;
        }
        let mut rest = word;
        while !rest.is_empty() {
            let map = if rest.len() == word.len() { &self.first } else { &self.next };
            let longest = (1..=rest.len().min(self.longest)).rev();
            let hit =
                longest.filter_map(|end| rest.get(..end)).find_map(|piece| map.get(piece).map(|&row| (piece, row)));
            let Some((piece, row)) = hit else { return };
            found(row);
            rest = rest.get(piece.len()..).unwrap_or_default();
        }
    }
}

/// Chinese characters are words by themselves.
fn is_ideograph(c: char) -> bool {
    matches!(c as u32, 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x2FA1F)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<u32> {
        let pieces = WordPieces::from_vocabulary("play\n##ground\n##s\ncafe\n!\n公\n##g\n");
        let (mut found, mut spare) = (Vec::new(), String::new());
        pieces.for_each(text, &mut spare, &mut |row| found.push(row));
        found
    }

    #[test]
    fn the_longest_piece_wins_and_words_part_at_punctuation() {
        assert_eq!(rows("Playgrounds! CAFÉ"), [0, 1, 2, 4, 3]);
        assert_eq!(rows("play-ground"), [0]);
    }

    #[test]
    fn unknown_words_and_pictures_give_nothing() {
        assert_eq!(rows("zzz 😀"), Vec::<u32>::new());
        assert_eq!(rows("公公"), [5, 5]);
        assert_eq!(rows(&"play".repeat(40)), Vec::<u32>::new());
    }
}
