//! Reads postcode files one after another into a table, and says which lines cannot be used.

use std::collections::HashMap;
use std::io::Read;

use csv::ByteRecord;

use super::layout::Layout;
use super::unit::Unit;
use super::{Entry, Postcodes};
use crate::finding::Finding;

/// Lines of a file that are named before the rest are only counted.
const MOST_NAMED: usize = 20;

/// Takes in files; a later one's word on a postcode stands over an earlier one's.
#[derive(Debug)]
pub struct PostcodeReader {
    rows: Vec<(u32, Entry)>,
    codes: Vec<String>,
    place_of: HashMap<Vec<u8>, u16>,
}

impl Default for PostcodeReader {
    fn default() -> Self {
        let none = String::new();
        Self { rows: Vec::new(), codes: vec![none], place_of: HashMap::from([(Vec::new(), 0)]) }
    }
}

/// What is wrong with one field of one line.
struct Wrong {
    field: &'static str,
    problem: &'static str,
}

impl PostcodeReader {
    /// Reads one file; `file` is its name as findings should give it. A line that cannot be used is a warning, and its
    /// postcode will not be found; a file of which nothing can be used is an error. Findings quote nothing of a line.
    pub fn read(&mut self, file: &str, source: impl Read) -> Vec<Finding> {
        // With the default terminator lines that end in CR LF are counted one too low.
        let mut lines = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .terminator(csv::Terminator::Any(b'\n'))
            .buffer_capacity(1 << 16)
            .from_reader(source);
        let mut record = ByteRecord::new();
        let mut findings = Vec::new();
        let mut layout = None;
        let (mut unnamed, before) = (0, self.rows.len());
        loop {
            match lines.read_byte_record(&mut record) {
                Ok(true) => {}
                Ok(false) => break,
                Err(error) => {
                    findings.push(Finding::error(file, "", format!("cannot be read to its end: {error}")));
                    return findings;
                }
            }
            let is_first = layout.is_none();
            let Some(known) = layout.or_else(|| layout_of(&record)) else {
                return vec![Finding::error(file, "", NOT_A_LAYOUT).at_line(1)];
            };
            layout = Some(known);
            if is_first && known.has_header {
                continue;
            }
            let Err(Wrong { field, problem }) = self.take(known, &record) else { continue };
            if findings.len() < MOST_NAMED {
                let line = record.position().map_or(0, csv::Position::line);
                findings
                    .push(Finding::warning(file, field, problem).at_line(usize::try_from(line).unwrap_or_default()));
            } else {
                unnamed += 1;
            }
        }
        if unnamed > 0 {
            findings.push(Finding::warning(file, "", format!("{unnamed} more lines cannot be used")));
        }
        if self.rows.len() == before {
            findings.push(Finding::error(file, "", "holds no postcode that can be used"));
        }
        findings
    }

    /// The table of everything read.
    pub fn finish(mut self) -> Postcodes {
        // Stable, so that of one postcode's rows the last read stays last.
        self.rows.sort_by_key(|(unit, _)| *unit);
        let mut table = Postcodes { packed: Vec::new(), entries: Vec::new(), codes: self.codes };
        table.packed.reserve_exact(self.rows.len());
        table.entries.reserve_exact(self.rows.len());
        for (at, (unit, entry)) in self.rows.iter().enumerate() {
            if self.rows.get(at + 1).is_none_or(|(next, _)| next != unit) {
                table.packed.push(*unit);
                table.entries.push(*entry);
            }
        }
        table
    }

    fn take(&mut self, layout: Layout, record: &ByteRecord) -> Result<(), Wrong> {
        if record.len() < layout.columns {
            return Err(Wrong { field: "", problem: "has fewer columns than the layout" });
        }
        let field = |at: usize| record.get(at).unwrap_or_default().trim_ascii();
        let unit = std::str::from_utf8(field(layout.postcode)).ok().and_then(Unit::parse);
        let unit = unit.ok_or(Wrong { field: "postcode", problem: "is not a postcode" })?;
        let ended = layout.ended.map(field).unwrap_or_default();
        if !(ended.is_empty() || ended.len() == 6 && ended.iter().all(u8::is_ascii_digit)) {
            return Err(Wrong {
                field: "doterm",
                problem: "is not the year and month that a postcode ended, as 201406",
            });
        }
        let code = self.code(field(layout.district))?;
        self.rows.push((unit.packed(), Entry::new(code, !ended.is_empty())));
        Ok(())
    }

    /// The place of a district's code, in the list from now on.
    fn code(&mut self, code: &[u8]) -> Result<u16, Wrong> {
        if let Some(place) = self.place_of.get(code) {
            return Ok(*place);
        }
        let is_code = matches!(code, [first, digits @ ..]
            if first.is_ascii_uppercase() && digits.len() == 8 && digits.iter().all(u8::is_ascii_digit));
        if !is_code {
            return Err(Wrong { field: "district", problem: "is not a district's code, as E07000239" });
        }
        let place = u16::try_from(self.codes.len()).ok().filter(|place| *place < Entry::ENDED);
        let place = place.ok_or(Wrong { field: "district", problem: "is one district too many" })?;
        self.codes.push(String::from_utf8_lossy(code).into_owned());
        self.place_of.insert(code.to_owned(), place);
        Ok(place)
    }
}

const NOT_A_LAYOUT: &str = "is in no layout Heard knows: bring Code-Point Open (ten columns), the ONS Postcode \
                            Directory or the National Statistics Postcode Lookup as they are published";

fn layout_of(record: &ByteRecord) -> Option<Layout> {
    let fields: Option<Vec<&str>> = record.iter().map(|field| std::str::from_utf8(field).ok()).collect();
    let mut fields = fields?;
    if let Some(first) = fields.first_mut() {
        *first = first.trim_start_matches('\u{feff}').trim_matches('"');
    }
    Layout::of(&fields)
}
