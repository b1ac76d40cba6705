//! How much a text's words and letters speak for each language of its script.
//!
//! Leaves out the marks themselves (`language_marks`) and when a score is enough (`language`).

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};
use unicode_normalization::UnicodeNormalization;
use whatlang::{Info, Script};

use super::language_marks::{Marks, ROWS};
use super::words::without_accents;
use super::{Language, stop_words, words};

/// The folded words of `text`; where an apostrophe or a joiner parts one, also its parts, the apostrophe kept
/// on the shorter side: `l'école` gives `l'` and `école`, `mae'r` gives `mae` and `'r`.
pub(super) fn pieces_of(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    for word in words(text) {
        let whole = word.folded();
        if !whole.chars().any(char::is_alphabetic) {
            continue;
        }
        match word.surface.split_once(['\'', '’', '\u{200C}']) {
            Some((left, right)) if !stop_words::is_common_english(&whole) => {
                let fold = |part: &str| part.nfkc().flat_map(char::to_lowercase).collect::<String>();
                let (mut left, mut right) = (fold(left), fold(right));
                match left.chars().count() <= right.chars().count() {
                    true => left.push('\''),
                    false => right.insert(0, '\''),
                }
                pieces.extend([left, right]);
            }
            _ => pieces.push(whole),
        }
    }
    pieces
}

/// What a word says for English: 1, or a half for a single letter and for a word that
/// other languages may have too.
pub(super) fn english_weight(piece: &str) -> f32 {
    match stop_words::is_common_english(piece) {
        true if piece.len() > 1 && stop_words::is_plainly_english(piece) => 1.0,
        true => 0.5,
        false => 0.0,
    }
}

/// What speaks for one language.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Score {
    /// The row of its table.
    pub row: usize,
    /// Everything together.
    pub score: f32,
    /// Its words alone.
    pub words: f32,
    /// Its words and letters, without what letter sequences say.
    pub marks: f32,
}

impl Score {
    /// The language scored, undetermined where it has no name here.
    pub fn language(self, table: &Table) -> Language {
        table.rows.get(self.row).and_then(|row| row.lang).map_or(Language::Undetermined, Language::Known)
    }
}

/// The best score and the next, zero where there is none.
pub(super) fn best_two(scores: &[Score]) -> [Score; 2] {
    let mut best = [Score::default(); 2];
    for &score in scores {
        if score.score > best[0].score {
            best = [score, best[0]];
        } else if score.score > best[1].score {
            best[1] = score;
        }
    }
    best
}

/// The marks of one script's languages, made ready.
pub(super) struct Table {
    script: Script,
    /// Its languages.
    pub rows: Vec<&'static Marks>,
    words: FxHashMap<String, Vec<usize>>,
    letters: Vec<FxHashSet<char>>,
}

static TABLES: LazyLock<Vec<Table>> = LazyLock::new(|| {
    let mut tables: Vec<Table> = Vec::new();
    for marks in ROWS.iter().copied().flatten() {
        match tables.iter_mut().find(|table| table.script == marks.script) {
            Some(table) => table.add(marks),
            None => {
                let mut table =
                    Table { script: marks.script, rows: Vec::new(), words: FxHashMap::default(), letters: Vec::new() };
                table.add(marks);
                tables.push(table);
            }
        }
    }
    tables
});

impl Table {
    /// The table of a script, where languages of it are told by marks.
    pub fn of(script: Script) -> Option<&'static Self> {
        TABLES.iter().find(|table| table.script == script)
    }

    fn add(&mut self, marks: &'static Marks) {
        for word in marks.words.split_whitespace() {
            // On telephones accents are often left out.
            for spelling in [word.nfkc().collect(), without_accents(word)] {
                let rows = self.words.entry(spelling).or_default();
                if rows.last() != Some(&self.rows.len()) {
                    rows.push(self.rows.len());
                }
            }
        }
        self.letters.push(marks.letters.nfkc().collect());
        self.rows.push(marks);
    }

    /// What the pieces of a text, and the letter sequences of the whole, say for each row.
    pub fn scores(&self, pieces: &[String], guess: Option<&Info>) -> Vec<Score> {
        let mut scores: Vec<Score> = (0..self.rows.len()).map(|row| Score { row, ..Score::default() }).collect();
        for piece in pieces {
            let is_shared = self.script == Script::Latin && stop_words::is_common_english(piece);
            let weight = if is_shared || piece.chars().count() < 2 { 0.5 } else { 1.0 };
            for &row in self.words.get(piece).into_iter().flatten() {
                scores.get_mut(row).into_iter().for_each(|score| score.words += weight);
            }
            self.weigh_letters(piece, &mut scores);
        }
        for (score, marks) in scores.iter_mut().zip(&self.rows) {
            let is_hinted = guess.is_some_and(|found| found.is_reliable() && marks.lang == Some(found.lang()));
            score.marks += score.words;
            score.score = score.marks + if is_hinted { 1.0 } else { 0.0 };
        }
        scores
    }

    /// A half for every row that has all the letters of the piece that not every language has; −1 for one that
    /// lacks any.
    fn weigh_letters(&self, piece: &str, scores: &mut [Score]) {
        let is_special = |c: &char| match self.script {
            Script::Latin => c.is_alphabetic() && !c.is_ascii(),
            _ => self.letters.iter().any(|letters| letters.contains(c)),
        };
        let special: Vec<char> = piece.chars().filter(is_special).collect();
        if special.is_empty() || is_borrowed(piece) {
            return;
        }
        for (score, letters) in scores.iter_mut().zip(&self.letters) {
            score.marks += if special.iter().all(|c| letters.contains(c)) { 0.5 } else { -1.0 };
        }
    }
}

/// Words with accents that English has taken in.
fn is_borrowed(piece: &str) -> bool {
    matches!(
        piece,
        "café"
            | "cafés"
            | "crèche"
            | "naïve"
            | "fiancé"
            | "fiancée"
            | "cliché"
            | "résumé"
            | "pokémon"
            | "beyoncé"
            | "décor"
    )
}
