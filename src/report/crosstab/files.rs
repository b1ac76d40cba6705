//! A table of several ways as CSV and as JSON. Every line of it, margins included; what is hidden says so.

use std::borrow::Cow;
use std::io::{self, Write};

use serde_json::{Map, Value, json};

use super::{Line, NamedCrosstab, differs};
use crate::breakdown::Count;
use crate::report::csv::{CsvWriter, inert};
use crate::report::xlsx::KEPT_PRIVATE;

/// The layout of the JSON, changed only together with the changelog.
const LAYOUT: &str = "heard breakdown 1";

/// What stands where all values of a way are taken together.
pub const EVERYONE: &str = "Everyone";
/// The same of questions.
pub const EVERY_QUESTION: &str = "Every question together";

impl NamedCrosstab {
    /// The names of the columns of figures, the same in every file.
    pub fn columns(&self) -> Vec<String> {
        let ways = self.ways.iter().map(|way| way.name.as_str());
        let figures = [
            "People",
            "Of",
            "Share",
            "95% from",
            "95% to",
            "Against everyone else",
            "Difference in points",
            "Effect size (Cohen’s h)",
            "Adjusted p",
        ];
        [self.kind.heading.as_str()].into_iter().chain(ways).chain(figures).map(str::to_owned).collect()
    }

    /// What a line's place is called in each way.
    pub fn place_names<'a>(&'a self, line: &Line<'a>) -> Vec<&'a str> {
        let name = |(way, value): (&super::Way, &Option<&'a super::Named>)| match value {
            Some(value) => value.name.as_str(),
            None if way.is_question => EVERY_QUESTION,
            None => EVERYONE,
        };
        self.ways.iter().zip(&line.at).map(name).collect()
    }
}

/// Writes the table as CSV.
///
/// # Errors
/// When writing fails.
pub fn csv<W: Write>(out: W, table: &NamedCrosstab) -> io::Result<W> {
    let mut writer = CsvWriter::new(out, &table.columns())?;
    for line in table.lines() {
        let names = std::iter::once(line.row.name.as_str()).chain(table.place_names(&line));
        // Figures are numbers and our own words: a minus before one is no formula and must stay a number.
        writer.write_cells(names.map(inert).chain(figures(&line).map(Cow::Owned)))?;
    }
    writer.finish()
}

fn figures(line: &Line<'_>) -> [String; 9] {
    let private = || KEPT_PRIVATE.to_owned();
    let decimal = |number: Option<f64>, places: usize| {
        number.map_or_else(String::new, |n| unsigned_zero(format!("{n:.places$}")))
    };
    let base = if let Count::Shown(base) = line.base { base.to_string() } else { private() };
    let shown = line.cell.cell.figure.shown();
    let number = |of: Option<String>| of.unwrap_or_else(private);
    [
        number(shown.map(|share| share.count.to_string())),
        base,
        number(shown.map(|share| format!("{:.4}", share.share))),
        number(shown.map(|share| format!("{:.4}", share.low))),
        number(shown.map(|share| format!("{:.4}", share.high))),
        differs(line.cell.cell.differs).to_owned(),
        decimal(line.cell.cell.gap.map(|gap| gap * 100.0), 1),
        decimal(line.cell.effect, 3),
        decimal(line.cell.p, 4),
    ]
}

/// Writes the table as JSON: what it is of, how it is read, and a line for each figure. A number that is hidden is
/// null, beside `"hidden": true`.
///
/// # Errors
/// When writing fails.
pub fn json<W: Write>(mut out: W, table: &NamedCrosstab) -> io::Result<W> {
    let lines: Vec<Value> = table.lines().map(|line| json_line(table, &line)).collect();
    let ways = table.ways.iter().map(|way| {
        let values: Vec<Value> = way.values.iter().map(|one| json!({"key": one.key, "name": one.name})).collect();
        json!({"key": way.key, "name": way.name, "values": values})
    });
    let whole = json!({
        "layout": LAYOUT,
        "consultation": {"key": table.consultation.key, "name": table.consultation.name},
        "made_on": table.day,
        "title": table.title(),
        "finding": table.finding(),
        "rows": table.kind.plural,
        "only": table.only,
        "ways": ways.collect::<Vec<_>>(),
        "comparisons": table.table.comparisons,
        "notes": table.notes(),
        "lines": lines,
    });
    serde_json::to_writer_pretty(&mut out, &whole)?;
    out.write_all(b"\n")?;
    Ok(out)
}

fn json_line(table: &NamedCrosstab, line: &Line<'_>) -> Value {
    let shown = line.cell.cell.figure.shown();
    let places: Map<String, Value> = table
        .ways
        .iter()
        .zip(&line.at)
        .map(|(way, value)| (way.key.clone(), value.map_or(Value::Null, |value| json!(value.key))))
        .collect();
    json!({
        "row": {"key": line.row.key, "name": line.row.name},
        "at": places,
        "hidden": shown.is_none(),
        "people": shown.map(|share| share.count),
        "of": if let Count::Shown(base) = line.base { Some(base) } else { None },
        "share": shown.map(|share| rounded(share.share)),
        "from": shown.map(|share| rounded(share.low)),
        "to": shown.map(|share| rounded(share.high)),
        "against_everyone_else": differs(line.cell.cell.differs),
        "difference": line.cell.cell.gap.map(rounded),
        "effect": line.cell.effect.map(rounded),
        "adjusted_p": line.cell.p.map(rounded),
    })
}

/// To four decimal places, as in every file. What rounds to nothing has no sign.
fn rounded(number: f64) -> f64 {
    (number * 10_000.0).round() / 10_000.0 + 0.0
}

/// A written number without the minus of one that rounds to nothing.
fn unsigned_zero(text: String) -> String {
    match text.strip_prefix('-') {
        Some(rest) if rest.bytes().all(|one| one == b'0' || one == b'.') => rest.to_owned(),
        _ => text,
    }
}
