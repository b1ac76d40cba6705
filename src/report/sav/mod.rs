//! SPSS system files (`.sav`), which SPSS, PSPP and R open with every label.
//!
//! Written from the description of the format in PSPP's developer's guide, because the one crate that writes it wants
//! the whole table in memory as Arrow columns. Text is UTF-8. Codes become numbers with value labels; a question that
//! takes several becomes one 0/1 variable an option, tied into a multiple response set; a ranking one variable a place.
//! Whoever was not asked has −1 and whoever passed it over −9, both declared missing.
//!
//! The format says at its beginning how long each text can be, so rows are put aside first and written at the end.
//! It cannot hold spaces at the end of a text, nor more than 32,767 bytes of one: those are cut and counted.

mod cases;
mod dictionary;
mod fields;
mod names;

use std::borrow::Cow;
use std::io::{self, BufReader, BufWriter, Read, Seek, SeekFrom, Write};

use self::cases::Cases;
use self::fields::Field;
use super::dataset::{Dataset, Record, Seen};

/// The most bytes of one text.
const LONGEST_TEXT: usize = 32_767;

/// Collects rows in `S`, a file of nobody else's, and writes them as a system file.
pub struct SavWriter<'a, S: Read + Write + Seek> {
    dataset: &'a Dataset,
    aside: BufWriter<S>,
    seen: Seen,
    rows: u64,
}

impl<'a, S: Read + Write + Seek> SavWriter<'a, S> {
    /// Begins with no rows.
    pub fn new(dataset: &'a Dataset, aside: S) -> Self {
        Self { dataset, aside: BufWriter::new(aside), seen: Seen::new(dataset), rows: 0 }
    }

    /// Puts one row aside.
    ///
    /// # Errors
    /// When writing fails.
    pub fn write(&mut self, record: &Record<'_>) -> io::Result<()> {
        self.seen.look(self.dataset, &record.cells);
        self.rows += 1;
        for (cell, asked) in record.cells.iter().zip(&record.asked) {
            let length = u32::try_from(cell.len()).map_err(|_| io::Error::from(io::ErrorKind::InvalidInput))?;
            self.aside.write_all(&[u8::from(*asked)])?;
            self.aside.write_all(&length.to_le_bytes())?;
            self.aside.write_all(cell.as_bytes())?;
        }
        Ok(())
    }

    /// Writes the file. Gives it back, with how many texts were cut because the format cannot hold more of them.
    ///
    /// # Errors
    /// When reading what was put aside, or writing, fails.
    pub fn finish<W: Write>(self, out: W) -> io::Result<(W, usize)> {
        let fields = Field::of(self.dataset, &self.seen);
        let mut out = out;
        dictionary::write(&mut out, self.dataset, &fields, self.rows)?;
        let mut aside = self.aside.into_inner()?;
        aside.seek(SeekFrom::Start(0))?;
        let mut aside = BufReader::new(aside);
        let mut cases = Cases::new(out);
        let mut cut = 0;
        for _ in 0..self.rows {
            let row = read_row(&mut aside, self.dataset.variables.len())?;
            for field in &fields {
                let (cell, asked) = &row[field.variable];
                cut += usize::from(cell.len() > LONGEST_TEXT && matches!(field.shape, fields::Shape::Text { .. }));
                field.write(&mut cases, cell, *asked)?;
            }
        }
        Ok((cases.finish()?, cut))
    }
}

/// One row as it was put aside: each cell, and whether it was asked.
fn read_row(aside: &mut impl Read, cells: usize) -> io::Result<Vec<(String, bool)>> {
    let mut row = Vec::with_capacity(cells);
    for _ in 0..cells {
        let mut head = [0; 5];
        aside.read_exact(&mut head)?;
        let [asked, length @ ..] = head;
        let mut bytes = vec![0; u32::from_le_bytes(length) as usize];
        aside.read_exact(&mut bytes)?;
        row.push((String::from_utf8(bytes).map_err(io::Error::other)?, asked == 1));
    }
    Ok(row)
}

/// As much of a text as fits into this many bytes, whole characters only.
fn cut(text: &str, most: usize) -> Cow<'_, str> {
    if text.len() <= most {
        return text.into();
    }
    let end = (0..=most).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    text[..end].into()
}

#[cfg(test)]
mod pspp_tests;
#[cfg(test)]
mod tests;
