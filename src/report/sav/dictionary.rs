//! What stands before the data of a system file: its variables, their labels, and how they are meant.
//!
//! Record types and layouts as in PSPP's developer's guide, "System File Format". Numbers are little-endian.

use std::io::{self, Write};

use super::cases::{BIAS, eights, parts};
use super::cut;
use super::fields::{Field, NO_ANSWER, NOT_ASKED, SYSTEM_MISSING, Shape, Taken};
use crate::report::about;
use crate::report::dataset::Dataset;

/// The most bytes of a variable's label, and of a value's.
const LONGEST_LABEL: usize = 255;
const LONGEST_VALUE_LABEL: usize = 120;
/// The bytes of a line of the file's documents.
const LINE: usize = 80;

/// A variable as the file has it: a very long text is several, of which the first stands for all.
struct Physical<'a> {
    field: &'a Field,
    /// At most eight capitals and digits.
    short: String,
    /// The bytes of a text; 0 for a number.
    width: usize,
    is_first: bool,
    /// The place among values of eight bytes, counted from 1.
    place: usize,
}

/// Writes everything up to the data.
pub(super) fn write(out: &mut impl Write, dataset: &Dataset, fields: &[Field], rows: u64) -> io::Result<()> {
    let variables = physical(fields);
    let eights_in_row = variables.last().map_or(0, |last| last.place - 1 + eights(last.width.max(1)));
    header(out, dataset, int(eights_in_row)?, rows)?;
    for variable in &variables {
        self::variable(out, variable)?;
    }
    for variable in variables.iter().filter(|variable| variable.is_first && !variable.field.values.is_empty()) {
        value_labels(out, variable)?;
    }
    documents(out, dataset)?;
    extension(out, 3, 4, &ints(&[22, 0, 0, -1, 1, 1, 2, 65_001]))?;
    let floats = [SYSTEM_MISSING, f64::MAX, f64::from_bits((-f64::MAX).to_bits() - 1)];
    extension(out, 4, 8, &floats.map(f64::to_le_bytes).concat())?;
    let sets = sets(dataset, &variables);
    if !sets.is_empty() {
        extension(out, 7, 1, sets.as_bytes())?;
    }
    let shown = variables.iter().flat_map(|variable| {
        let wide = if variable.width == 0 { 8 } else { variable.width.min(40) as i32 };
        [variable.field.measure as i32, wide, if variable.width == 0 { 1 } else { 0 }]
    });
    extension(out, 11, 4, &ints(&shown.collect::<Vec<_>>()))?;
    let first = || variables.iter().filter(|variable| variable.is_first);
    let long: Vec<String> = first().map(|variable| format!("{}={}", variable.short, variable.field.name)).collect();
    extension(out, 13, 1, long.join("\t").as_bytes())?;
    let very_long = first().filter_map(|variable| match variable.field.shape {
        Shape::Text { width } if width > variable.width => Some(format!("{}={width:05}\0\t", variable.short)),
        _ => None,
    });
    let very_long: String = very_long.collect();
    if !very_long.is_empty() {
        extension(out, 14, 1, very_long.as_bytes())?;
    }
    extension(out, 16, 8, &[1_u64.to_le_bytes(), rows.to_le_bytes()].concat())?;
    extension(out, 20, 1, b"UTF-8")?;
    out.write_all(&ints(&[999, 0]))
}

fn physical(fields: &[Field]) -> Vec<Physical<'_>> {
    let mut all: Vec<Physical<'_>> = Vec::new();
    let mut place = 1;
    for field in fields {
        let widths = if let Shape::Text { width } = field.shape { parts(width) } else { vec![0] };
        for (part, width) in widths.into_iter().enumerate() {
            let short = format!("V{:07}", all.len() + 1);
            all.push(Physical { field, short, width, is_first: part == 0, place });
            place += eights(width.max(1));
        }
    }
    all
}

fn header(out: &mut impl Write, dataset: &Dataset, eights_in_row: i32, rows: u64) -> io::Result<()> {
    out.write_all(b"$FL2")?;
    out.write_all(&padded("@(#) SPSS DATA FILE - Heard", 60))?;
    // Layout 2, compressed, no weights. More rows than fit are said in a record of their own.
    let rows = i32::try_from(rows).unwrap_or(-1);
    out.write_all(&ints(&[2, eights_in_row, 1, 0, rows]))?;
    out.write_all(&BIAS.to_le_bytes())?;
    let day = dataset.exported_on.parse().ok().map(|day: jiff::civil::Date| day.strftime("%d %b %y").to_string());
    out.write_all(&padded(day.as_deref().unwrap_or("01 Jan 70"), 9))?;
    // No time of day.
    out.write_all(&padded("00:00:00", 8))?;
    out.write_all(&padded(&dataset.heading(), 64))?;
    out.write_all(&[0; 3])
}

fn variable(out: &mut impl Write, variable: &Physical<'_>) -> io::Result<()> {
    let field = variable.field;
    let label = if variable.is_first { cut(&field.label, LONGEST_LABEL).into_owned() } else { String::new() };
    let (kind, width, decimals) = match field.shape {
        Shape::Text { .. } => (1, int(variable.width)?, 0),
        Shape::Day => (39, 10, 0),
        Shape::Number => (5, 8, 0),
    };
    let format = kind << 16 | width << 8 | decimals;
    let missing = if field.missing { 2 } else { 0 };
    let head = [2, int(variable.width)?, i32::from(!label.is_empty()), missing, format, format];
    out.write_all(&ints(&head))?;
    out.write_all(variable.short.as_bytes())?;
    if !label.is_empty() {
        out.write_all(&ints(&[int(label.len())?]))?;
        out.write_all(&padded(&label, label.len().next_multiple_of(4)))?;
    }
    if field.missing {
        out.write_all(&[NOT_ASKED, NO_ANSWER].map(f64::to_le_bytes).concat())?;
    }
    // A text wider than eight bytes has an empty variable for each eight more.
    for _ in 1..eights(variable.width.max(1)) {
        out.write_all(&ints(&[2, -1, 0, 0, 0, 0]))?;
        out.write_all(&[b' '; 8])?;
    }
    Ok(())
}

fn value_labels(out: &mut impl Write, variable: &Physical<'_>) -> io::Result<()> {
    let values = &variable.field.values;
    out.write_all(&ints(&[3, int(values.len())?]))?;
    for (value, label) in values {
        let label = cut(label, LONGEST_VALUE_LABEL);
        out.write_all(&value.to_le_bytes())?;
        out.write_all(&[label.len() as u8])?;
        out.write_all(&padded(&label, (label.len() + 1).next_multiple_of(8) - 1))?;
    }
    out.write_all(&ints(&[4, 1, int(variable.place)?]))
}

/// The notes, in lines.
fn documents(out: &mut impl Write, dataset: &Dataset) -> io::Result<()> {
    let mut lines = Vec::new();
    for (heading, text) in about::notes(dataset) {
        let mut line = format!("{heading}:");
        for word in text.split_whitespace() {
            if line.len() + 1 + word.len() > LINE && !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    out.write_all(&ints(&[6, int(lines.len())?]))?;
    lines.iter().try_for_each(|line| out.write_all(&padded(line, LINE)))
}

/// The 0/1 variables of one question, tied together; each set's name is the question's with a dollar before it.
fn sets(dataset: &Dataset, variables: &[Physical<'_>]) -> String {
    let mut sets = String::new();
    for (place, of) in dataset.variables.iter().enumerate() {
        let picked = |variable: &&Physical<'_>| {
            variable.field.variable == place && matches!(variable.field.taken, Taken::Picked(_))
        };
        let names: Vec<String> =
            variables.iter().filter(picked).map(|variable| variable.short.to_ascii_lowercase()).collect();
        if names.len() > 1 {
            let label = cut(&of.label, LONGEST_LABEL);
            let name = super::names::Names::default().give(&of.name);
            sets.push_str(&format!("${}=D1 1 {} {label} {}\n", cut(&name, 63), label.len(), names.join(" ")));
        }
    }
    sets
}

fn extension(out: &mut impl Write, subtype: i32, size: i32, data: &[u8]) -> io::Result<()> {
    out.write_all(&ints(&[7, subtype, size, int(data.len())? / size]))?;
    out.write_all(data)
}

fn ints(numbers: &[i32]) -> Vec<u8> {
    numbers.iter().flat_map(|number| number.to_le_bytes()).collect()
}

fn int(number: usize) -> io::Result<i32> {
    i32::try_from(number).map_err(|_| io::Error::other("there is more than a system file can count"))
}

/// The text in exactly this many bytes: cut, or with spaces behind it.
fn padded(text: &str, length: usize) -> Vec<u8> {
    let mut bytes = cut(text, length).into_owned().into_bytes();
    bytes.resize(length, b' ');
    bytes
}
