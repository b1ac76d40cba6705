//! A data package: CSV files with a description of every column, so that programs can read and check them without
//! being told how. One zip file, as the Data Package and Table Schema specifications of Frictionless Data (version 1)
//! have it.
//!
//! Responses, answers in words, codings, themes and the codebook are tables of their own, tied by keys. Cells that a
//! spreadsheet might run are made inert as in [`super::csv`]; the columns they stand in say so.
//!
//! Files in a zip are written one after the other, so the tables are put aside until all rows are known.

mod schema;
#[cfg(test)]
mod tests;

#[cfg(test)]
pub(super) use tests::read;

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{self, Read, Seek, SeekFrom, Write};

use sha2::{Digest, Sha256};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use self::schema::Table;
use super::csv::{CsvWriter, inert};
use super::dataset::{Dataset, Record, Role, Seen, Variable};
use super::{about, codebook};

/// Collects tables in files of nobody else's, and writes them as one package.
pub struct PackageWriter<'a, S: Read + Write + Seek> {
    dataset: &'a Dataset,
    responses: CsvWriter<S>,
    answers: CsvWriter<S>,
    codings: CsvWriter<S>,
    seen: Seen,
}

/// A table as it stands in the package.
struct Written {
    table: Table,
    bytes: u64,
    /// SHA-256, in hexadecimal.
    hash: String,
}

impl<'a, S: Read + Write + Seek> PackageWriter<'a, S> {
    /// Begins. `aside` makes an empty file that rows are put aside in.
    ///
    /// # Errors
    /// When one cannot be made or written.
    pub fn new(dataset: &'a Dataset, mut aside: impl FnMut() -> io::Result<S>) -> io::Result<Self> {
        let mut begin = |table: Table| CsvWriter::unmarked(aside()?, &schema::columns(dataset, table));
        Ok(Self {
            responses: begin(Table::Responses)?,
            answers: begin(Table::Answers)?,
            codings: begin(Table::Codings)?,
            seen: Seen::new(dataset),
            dataset,
        })
    }

    /// Puts one response aside.
    ///
    /// # Errors
    /// When writing fails.
    pub fn write(&mut self, record: &Record<'_>) -> io::Result<()> {
        self.seen.look(self.dataset, &record.cells);
        let row = self.dataset.variables.iter().zip(&record.cells).filter(|(variable, _)| in_responses(variable));
        self.responses.write_cells(row.map(|(variable, cell)| match variable.role {
            // A number below zero begins like a formula and is none.
            Role::Number { .. } => Cow::Borrowed(cell.as_ref()),
            _ => inert(cell),
        }))?;
        for answer in &record.response.answers {
            let Some(words) = &answer.words else { continue };
            let id = record.response.id.as_str();
            let judged = answer.judged_in.join(";");
            let screened = if words.screened { "1" } else { "0" };
            let cells = [id, &answer.question, &answer.answer, &words.language, screened, &judged];
            self.answers.write(&cells)?;
            for coding in &answer.themes {
                let (score, primary) = (coding.score.to_string(), u8::from(coding.primary).to_string());
                let theme = [coding.code_frame.as_str(), &coding.theme];
                self.codings.write(&[id, &answer.question, theme[0], theme[1], coding.judge, &score, &primary])?;
            }
        }
        Ok(())
    }

    /// Writes the package and gives the file back.
    ///
    /// # Errors
    /// When reading what was put aside, or writing, fails.
    pub fn finish<W: Write + Seek>(self, out: W) -> io::Result<W> {
        let mut zip = ZipWriter::new(out);
        let mut written = Vec::new();
        let aside =
            [(Table::Responses, self.responses), (Table::Answers, self.answers), (Table::Codings, self.codings)];
        for (table, rows) in aside {
            let mut rows = rows.finish()?;
            rows.seek(SeekFrom::Start(0))?;
            written.push(add(&mut zip, table, &mut rows)?);
        }
        for (table, rows) in
            [(Table::Themes, themes(self.dataset)), (Table::Codebook, codebook(self.dataset, &self.seen))]
        {
            let mut csv = CsvWriter::unmarked(Vec::new(), &schema::columns(self.dataset, table))?;
            rows.iter().try_for_each(|row| csv.write(row))?;
            written.push(add(&mut zip, table, &mut csv.finish()?.as_slice())?);
        }
        let describe = |one: &Written| {
            let mut resource = schema::resource(self.dataset, &self.seen, one.table);
            resource["bytes"] = one.bytes.into();
            resource["hash"] = format!("sha256:{}", one.hash).into();
            resource
        };
        let resources = written.iter().map(describe).collect();
        let package = schema::package(self.dataset, resources);
        begin(&mut zip, "datapackage.json")?;
        zip.write_all(serde_json::to_string_pretty(&package)?.as_bytes())?;
        begin(&mut zip, "README.md")?;
        zip.write_all(read_me(self.dataset).as_bytes())?;
        Ok(zip.finish()?)
    }
}

/// Whether a column stands in the table of responses: people's words and themes have tables of their own.
fn in_responses(variable: &Variable) -> bool {
    !matches!(variable.role, Role::Words | Role::Theme | Role::Judged)
}

/// One row for each theme of each frame, those that the machine suggests among them.
fn themes(dataset: &Dataset) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for frame in &dataset.frames {
        for theme in &frame.themes {
            let parent = theme.parent.clone().unwrap_or_default();
            let terms = theme.terms.join("; ");
            let names = [frame.label(), theme.key.clone(), theme.name.clone(), theme.definition.clone(), terms];
            let rest =
                [theme.status.to_owned(), parent, frame.origin.to_owned(), frame.version.clone(), frame.engine.clone()];
            rows.push(names.into_iter().chain(rest).collect());
        }
    }
    rows
}

/// The rows of the codebook that speak of columns of these tables.
fn codebook(dataset: &Dataset, seen: &Seen) -> Vec<Vec<String>> {
    let is_here = |name: &str| {
        dataset.variables.iter().any(|it| it.name == name && !matches!(it.role, Role::Theme | Role::Judged))
    };
    let rows = codebook::rows(dataset, seen).into_iter().filter(|[name, ..]| is_here(name));
    rows.zip(1..).map(|(row, number)| std::iter::once(number.to_string()).chain(row).collect()).collect()
}

fn begin<W: Write + Seek>(zip: &mut ZipWriter<W>, name: &str) -> io::Result<()> {
    // Every file has the first moment that a zip knows, which is no moment at all.
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).large_file(true);
    Ok(zip.start_file(name, options.unix_permissions(0o600))?)
}

fn add<W: Write + Seek>(zip: &mut ZipWriter<W>, table: Table, rows: &mut impl Read) -> io::Result<Written> {
    begin(zip, &table.path())?;
    let (mut hash, mut bytes, mut part) = (Sha256::new(), 0, vec![0; 1 << 16]);
    loop {
        let read = rows.read(&mut part)?;
        if read == 0 {
            break;
        }
        hash.update(&part[..read]);
        zip.write_all(&part[..read])?;
        bytes += read as u64;
    }
    let mut hexadecimal = String::new();
    for byte in hash.finalize() {
        // Writing to a text cannot fail.
        let _ = write!(hexadecimal, "{byte:02x}");
    }
    Ok(Written { table, bytes, hash: hexadecimal })
}

fn read_me(dataset: &Dataset) -> String {
    let notes = about::notes(dataset).into_iter().map(|(heading, text)| format!("\n## {heading}\n\n{text}\n"));
    let how = "\n## Files\n\n`datapackage.json` describes every file and column. A cell of words that a spreadsheet might \
               run as a formula has an apostrophe before it.\n";
    format!("# {}\n{}{how}", dataset.heading(), notes.collect::<String>())
}
