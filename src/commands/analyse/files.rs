//! The three files for scripts. Their columns are a promise: change them only with a decision record.

use std::path::Path;

use anyhow::Context;

use super::groups::Counted;
use super::{Place, Source};
use crate::breakdown::{Breakdown, Cell, Difference, Figure};
use crate::themes::Analysis;

/// Writes a whole file.
pub(in crate::commands) fn write(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    std::fs::write(path, bytes)
        .with_context(|| format!("{}: could not be written. Check the folder and the space left.", path.display()))
}

/// A whole CSV file.
pub(in crate::commands) fn csv_bytes(
    header: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
) -> anyhow::Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(header)?;
    for row in rows {
        writer.write_record(row)?;
    }
    writer.into_inner().context("a table could not be made")
}

/// `theme,name,terms,answers,share,quote_ids`: every theme; terms and ids parted by `;`; the share is of the
/// answers with something to say.
pub(super) fn themes(source: &Source, places: &[Place], analysis: &Analysis) -> anyhow::Result<Vec<u8>> {
    let base = analysis.base().max(1) as f64;
    let rows = analysis.themes.iter().map(|theme| {
        let ids: Vec<&str> = theme.quotes.iter().filter_map(|&quote| id_of(source, places, quote)).collect();
        vec![
            theme.key.clone(),
            theme.name.clone(),
            theme.terms.join(";"),
            theme.answers.to_string(),
            format!("{:.4}", theme.answers as f64 / base),
            ids.join(";"),
        ]
    });
    csv_bytes(&["theme", "name", "terms", "answers", "share", "quote_ids"], rows)
}

fn id_of<'a>(source: &'a Source, places: &[Place], answer: usize) -> Option<&'a str> {
    source.ids.get(places.get(answer)?.row).map(String::as_str)
}

/// `id,question,theme,score,primary`: every theme of every answer; an answer without one has a row with an
/// empty theme.
pub(super) fn codings(source: &Source, places: &[Place], analysis: &Analysis) -> anyhow::Result<Vec<u8>> {
    let mut coded = analysis.codings.iter().peekable();
    let mut rows: Vec<Vec<String>> = Vec::with_capacity(analysis.codings.len());
    for (answer, place) in places.iter().enumerate() {
        let id = id_of(source, places, answer).unwrap_or_default();
        let question = source.questions.get(place.question).map_or("", |(_, name)| name.as_str());
        let row =
            |theme: &str, score: &str, primary: &str| [id, question, theme, score, primary].map(str::to_owned).to_vec();
        let before = rows.len();
        while let Some(coding) = coded.next_if(|coding| coding.answer == answer) {
            let theme = analysis.themes.get(coding.theme).map_or("", |theme| theme.key.as_str());
            rows.push(row(theme, &format!("{:.3}", coding.score), if coding.is_primary { "1" } else { "0" }));
        }
        if rows.len() == before {
            rows.push(row("", "0", "1"));
        }
    }
    csv_bytes(&["id", "question", "theme", "score", "primary"], rows.into_iter())
}

/// `question,theme,by,value,answers,base,share,low,high,differs,suppressed`: figures as they may be published.
/// Everyone has an empty `by` and `value`; a suppressed figure has no numbers; `differs` is `higher`, `lower`,
/// `unclear`, or empty where nothing was compared.
pub(super) fn breakdown(tables: &[Counted]) -> anyhow::Result<Vec<u8>> {
    let header =
        ["question", "theme", "by", "value", "answers", "base", "share", "low", "high", "differs", "suppressed"];
    csv_bytes(&header, tables.iter().flat_map(rows_of))
}

fn rows_of(table: &Counted) -> Vec<Vec<String>> {
    let Breakdown { groups, rows, .. } = &table.breakdown;
    let mut lines = Vec::new();
    for row in rows {
        if table.by.is_empty() {
            lines.push(line(table, &row.key, "", &row.everyone, ""));
            continue;
        }
        for (group, cell) in groups.iter().zip(&row.cells) {
            lines.push(line(table, &row.key, &group.key, &cell.figure, differs(cell)));
        }
    }
    lines
}

fn differs(cell: &Cell) -> &'static str {
    match cell.differs {
        Difference::Higher => "higher",
        Difference::Lower => "lower",
        Difference::NotClear => "unclear",
        Difference::NotCompared => "",
    }
}

fn line(table: &Counted, theme: &str, value: &str, figure: &Figure, differs: &str) -> Vec<String> {
    let mut line: Vec<String> = [&table.question, theme, &table.by, value].map(str::to_owned).to_vec();
    match figure.shown() {
        Some(share) => {
            line.extend([share.count.to_string(), share.base.to_string()]);
            line.extend([share.share, share.low, share.high].map(|number| format!("{number:.4}")));
        }
        None => line.extend(std::iter::repeat_n(String::new(), 5)),
    }
    let suppressed = if figure.shown().is_some() { "0" } else { "1" };
    line.extend([differs, suppressed].map(str::to_owned));
    line
}
