//! Vectors: where an answer stands among all things that can be said, as 256 numbers.
//!
//! A static table: the sum of the rows of an answer's word pieces, scaled to length one. The rows'
//! lengths already weigh pieces by how telling they are. No model runs; a core reads some hundred
//! thousand short answers a second. The table's file is given as bytes, for facts open no files.

use std::borrow::Cow;

use thiserror::Error;

use super::WordPieces;

/// How many numbers a vector has.
pub const DIMENSIONS: usize = 256;

/// The first eight bytes of a table.
const MAGIC: &[u8] = b"STEMB001";

/// Magic, number of rows, number of dimensions.
const HEADER: usize = 16;

/// Why a table of vectors cannot be used.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum VectorsError {
    /// The file is not a table of vectors.
    #[error("this is not a table of word vectors: it does not begin with STEMB001. Use the file Heard came with.")]
    NotATable,
    /// The table has vectors of another size.
    #[error("the word vectors have {found} numbers each and {DIMENSIONS} are needed. Use the file Heard came with.")]
    OtherSize {
        /// The size found.
        found: usize,
    },
    /// The file is shorter than its header says, or the vocabulary does not belong to it.
    #[error(
        "the word vectors and their vocabulary do not belong together ({rows} rows, {pieces} pieces). Copy both again."
    )]
    DoNotMatch {
        /// Rows the table holds in full.
        rows: usize,
        /// Lines of the vocabulary.
        pieces: usize,
    },
}

/// The table with its vocabulary. Cheap to share: the bytes are borrowed where they can be.
#[derive(Debug, Clone)]
pub struct Vectors {
    pieces: WordPieces,
    scales: Vec<f32>,
    /// `rows × DIMENSIONS` signed bytes, from byte `first` of `table`.
    table: Cow<'static, [u8]>,
    first: usize,
}

impl Vectors {
    /// Reads a table: `STEMB001`, u32 rows, u32 dimensions, a f32 scale a row, then signed bytes row by
    /// row (all little-endian; a value is scale × byte), with the vocabulary that names the rows.
    ///
    /// # Errors
    /// [`VectorsError`] where the bytes are not such a table or the vocabulary is not its own.
    pub fn from_bytes(table: impl Into<Cow<'static, [u8]>>, vocabulary: &str) -> Result<Self, VectorsError> {
        let table = table.into();
        let number = |at: usize| {
            let bytes: Option<[u8; 4]> = table.get(at..at + 4).and_then(|bytes| bytes.try_into().ok());
            bytes.map(u32::from_le_bytes)
        };
        let (true, Some(rows), Some(dimensions)) = (table.starts_with(MAGIC), number(8), number(12)) else {
            return Err(VectorsError::NotATable);
        };
        if dimensions as usize != DIMENSIONS {
            return Err(VectorsError::OtherSize { found: dimensions as usize });
        }
        let (rows, pieces) = (rows as usize, vocabulary.lines().count());
        let first = HEADER + 4 * rows;
        if table.len() != first + rows * DIMENSIONS || pieces != rows {
            return Err(VectorsError::DoNotMatch {
                rows: table.len().saturating_sub(HEADER) / (DIMENSIONS + 4),
                pieces,
            });
        }
        let scales = (0..rows).filter_map(|row| number(HEADER + 4 * row)).map(f32::from_bits).collect();
        Ok(Self { pieces: WordPieces::from_vocabulary(vocabulary), scales, table, first })
    }

    /// Whether a word (lower case) is one the table knows as a whole.
    pub fn is_word(&self, word: &str) -> bool {
        self.pieces.is_word(word)
    }

    /// Writes the vector of `text` into `into` (length one, or all zeros where no piece is known) and
    /// says how many pieces it was made of. `spare` is scratch space that callers keep.
    pub fn embed_into(&self, text: &str, into: &mut [f32; DIMENSIONS], spare: &mut String) -> usize {
        into.fill(0.0);
        let mut found = 0;
        self.pieces.for_each(text, spare, &mut |row| {
            let start = self.first + row as usize * DIMENSIONS;
            let (Some(values), Some(&scale)) =
                (self.table.get(start..start + DIMENSIONS), self.scales.get(row as usize))
            else {
                return;
            };
            for (sum, &value) in into.iter_mut().zip(values) {
                *sum += scale * f32::from(value.cast_signed());
            }
            found += 1;
        });
        let length = into.iter().map(|value| value * value).sum::<f32>().sqrt();
        if length > 1e-9 {
            into.iter_mut().for_each(|value| *value /= length);
        }
        found
    }

    /// The vector of `text`: length one, or all zeros where no piece is known.
    pub fn embed(&self, text: &str) -> [f32; DIMENSIONS] {
        let mut vector = [0.0; DIMENSIONS];
        self.embed_into(text, &mut vector, &mut String::new());
        vector
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundled() -> Vectors {
        let table: &'static [u8] = include_bytes!("../../analysis/vectors/static256.i8");
        Vectors::from_bytes(table, include_str!("../../analysis/vectors/vocab.txt")).unwrap()
    }

    fn likeness(vectors: &Vectors, left: &str, right: &str) -> f32 {
        vectors.embed(left).iter().zip(vectors.embed(right)).map(|(a, b)| a * b).sum()
    }

    #[test]
    fn answers_that_mean_alike_stand_closer() {
        let vectors = bundled();
        let near = likeness(&vectors, "the buses stop too early", "public transport ends in the evening");
        let far = likeness(&vectors, "the buses stop too early", "my mum and my dog");
        assert!(near > far + 0.1, "{near} {far}");
    }

    #[test]
    fn a_vector_has_length_one_or_nothing() {
        let vectors = bundled();
        let length = |text: &str| vectors.embed(text).iter().map(|value| value * value).sum::<f32>();
        assert!((length("swimming pool") - 1.0).abs() < 1e-4);
        assert_eq!(length(""), 0.0);
    }

    #[test]
    fn files_that_do_not_belong_are_refused() {
        assert_eq!(Vectors::from_bytes(&b"hello"[..], "").unwrap_err(), VectorsError::NotATable);
        let mut table = MAGIC.to_vec();
        table.extend(2u32.to_le_bytes());
        table.extend(256u32.to_le_bytes());
        assert!(matches!(Vectors::from_bytes(table, "a\nb\n"), Err(VectorsError::DoNotMatch { .. })));
    }
}
