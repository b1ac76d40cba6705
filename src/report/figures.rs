//! The figures of a report as files for analysts: a workbook, CSV and JSON, all of the same tables.
//!
//! Published figures only. The county's tables have every district beside each other; a district's have its own
//! figures beside everyone's. What is kept private says so in each format: never 0, never left out.

use std::io;

use serde::Serialize;

use super::csv::CsvWriter;
use super::district::DistrictReport;
use super::xlsx::{self, KEPT_PRIVATE, Table};
use crate::breakdown::{Breakdown, Count, Difference, Figure};

/// What a row of the CSV has, in order. Shares go from 0 to 1; `low` and `high` are the 95 % interval.
const COLUMNS: [&str; 9] = ["table", "row", "group", "people", "of", "share", "low", "high", "differs"];

/// A table of a report with the words around it.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportTable {
    /// A short name, which a sheet has too: `Themes: every question`.
    pub name: String,
    /// The finding, or whom it counts.
    pub title: String,
    /// What its rows are.
    pub rows: &'static str,
    pub breakdown: Breakdown,
}

/// What stands beside the figures of a publication.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Published {
    /// Its permanent address.
    pub address: String,
    pub number: u32,
    /// As 2026-11-26T10:00:00Z.
    pub published_at: String,
    /// What it is and what is not decided yet, in the words of whoever published it.
    pub about: String,
    pub undecided: String,
    /// Answers were still coming in.
    pub interim: bool,
    /// Which publication it corrects, and what was wrong.
    pub corrects: Option<u32>,
    pub correction: Option<String>,
    /// Which publication corrects this one.
    pub corrected_by: Option<u32>,
}

/// Every table of a report, in reading order.
pub fn tables(report: &DistrictReport<'_>) -> Vec<ReportTable> {
    let results = report.results;
    let place = results.geography.districts.iter().position(|area| !report.is_county() && area.key == report.key());
    let ours = |table: &Breakdown| place.map_or_else(|| table.clone(), |place| table.of_group(place));
    let mut tables = vec![ReportTable {
        name: "Who answered".to_owned(),
        title: report.who().title,
        rows: "Who they are",
        breakdown: ours(&results.answered),
    }];
    if let (Some(young), Some(bars)) = (&results.young, report.against_population()) {
        let (name, title) = ("Children and young people".to_owned(), bars.title);
        tables.push(ReportTable { name, title, rows: "District", breakdown: young.clone() });
    }
    for (themes, chart) in results.themes.iter().zip(report.themes()) {
        let name = format!("Themes: {}", themes.question.as_deref().unwrap_or("every question"));
        tables.push(ReportTable { name, title: chart.bars.title, rows: "Theme", breakdown: ours(&themes.table) });
    }
    for (closed, chart) in results.closed.iter().zip(report.closed()) {
        let name = format!("Answers: {}", chart.heading);
        tables.push(ReportTable { name, title: chart.bars.title, rows: "Answer", breakdown: ours(&closed.table) });
    }
    tables
}

/// The tables as a workbook, each on a sheet, with how they were made on the last one.
///
/// # Errors
/// When writing fails.
pub fn workbook(report: &DistrictReport<'_>) -> io::Result<Vec<u8>> {
    let tables = tables(report);
    let note = report.method().into_iter().next().unwrap_or_default();
    let note = report.notice().map_or_else(|| note.clone(), |notice| format!("{notice}. {note}"));
    let mut sheets: Vec<Table<'_>> = Vec::with_capacity(tables.len());
    for ReportTable { name, title, rows, breakdown } in &tables {
        sheets.push(Table { sheet: name, title, note: &note, rows, breakdown });
    }
    let title = report.title();
    let mut notes = vec![("What this is".to_owned(), format!("{title}. {}", report.results.title))];
    notes.extend(report.notice().map(|notice| ("First".to_owned(), notice)));
    notes.extend(report.method().into_iter().map(|said| ("How this was made".to_owned(), said)));
    notes.extend(report.results.next.iter().map(|said| ("What happens next".to_owned(), said.clone())));
    xlsx::tables(Vec::new(), &title, &report.results.counted_on.to_string(), &sheets, &notes)
}

/// The tables as CSV: a row for each base and each figure.
///
/// # Errors
/// When writing fails.
pub fn csv(report: &DistrictReport<'_>) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut writer = CsvWriter::new(&mut out, &COLUMNS.map(str::to_owned))?;
    for table in tables(report) {
        let base = |group: &str, base: Count| {
            let base = words(base);
            [&table.name, "", group, &base, &base, "", "", "", ""].map(str::to_owned)
        };
        writer.write(&base("Everyone", table.breakdown.everyone))?;
        for group in &table.breakdown.groups {
            writer.write(&base(&group.name, group.base))?;
        }
        for row in &table.breakdown.rows {
            writer.write(&line(&table, &row.name, "Everyone", &row.everyone, ""))?;
            for (group, cell) in table.breakdown.groups.iter().zip(&row.cells) {
                writer.write(&line(&table, &row.name, &group.name, &cell.figure, differs(cell.differs)))?;
            }
        }
    }
    writer.finish()?;
    Ok(out)
}

fn line(table: &ReportTable, row: &str, group: &str, figure: &Figure, differs: &str) -> [String; 9] {
    let numbers = match figure {
        Figure::Hidden => [KEPT_PRIVATE; 5].map(str::to_owned),
        Figure::Shown(share) => [
            share.count.to_string(),
            share.base.to_string(),
            decimal(share.share),
            decimal(share.low),
            decimal(share.high),
        ],
    };
    let [people, of, share, low, high] = numbers;
    let [table, row, group, differs] = [&table.name, row, group, differs].map(str::to_owned);
    [table, row, group, people, of, share, low, high, differs]
}

/// The report as JSON: what was published, its tables and its quotes.
///
/// # Errors
/// When it cannot be written down, which is a defect.
pub fn json(report: &DistrictReport<'_>, published: &Published) -> serde_json::Result<Vec<u8>> {
    let results = report.results;
    let quotes: Vec<_> = report
        .quotes()
        .into_iter()
        .map(|quote| {
            serde_json::json!({
                "words": quote.words, "theme": quote.theme, "said_by": report.said_by(quote), "language": quote.language,
            })
        })
        .collect();
    serde_json::to_vec_pretty(&serde_json::json!({
        "format": "heard results 1",
        "title": report.title(),
        "consultation": results.title,
        "organisation": results.organisation,
        "place": { "key": report.key(), "name": report.place(), "is_whole": report.is_county() },
        "publication": published,
        "illustrative": results.illustrative,
        "asked": { "from": results.days.0, "to": results.days.1, "counted_on": results.counted_on },
        "rules": {
            "threshold": results.policy.threshold,
            "rounding": results.policy.rounding,
            "least_base": results.policy.least_base,
        },
        "method": report.method(),
        "next": results.next,
        "tables": tables(report).iter().map(table_json).collect::<Vec<_>>(),
        "quotes": quotes,
    }))
}

fn table_json(table: &ReportTable) -> serde_json::Value {
    let base = |name: &str, base: Count| serde_json::json!({ "group": name, "people": number(base) });
    let groups = table.breakdown.groups.iter().map(|group| base(&group.name, group.base));
    let bases: Vec<_> = std::iter::once(base("Everyone", table.breakdown.everyone)).chain(groups).collect();
    let mut figures = Vec::new();
    for row in &table.breakdown.rows {
        figures.push(figure_json(&row.name, "Everyone", &row.everyone, None));
        for (group, cell) in table.breakdown.groups.iter().zip(&row.cells) {
            figures.push(figure_json(&row.name, &group.name, &cell.figure, Some(differs(cell.differs))));
        }
    }
    serde_json::json!({
        "name": table.name, "title": table.title, "rows": table.rows, "bases": bases, "figures": figures,
        "comparisons": table.breakdown.comparisons,
    })
}

fn figure_json(row: &str, group: &str, figure: &Figure, differs: Option<&str>) -> serde_json::Value {
    match figure {
        Figure::Hidden => serde_json::json!({ "row": row, "group": group, "kept_private": true }),
        Figure::Shown(share) => serde_json::json!({
            "row": row, "group": group, "people": share.count, "of": share.base, "share": share.share,
            "low": share.low, "high": share.high, "differs": differs,
        }),
    }
}

fn number(count: Count) -> serde_json::Value {
    match count {
        Count::Shown(number) => number.into(),
        Count::Hidden => KEPT_PRIVATE.into(),
    }
}

fn words(count: Count) -> String {
    match count {
        Count::Shown(number) => number.to_string(),
        Count::Hidden => KEPT_PRIVATE.to_owned(),
    }
}

/// Four digits, which is more than any rounded number of people bears.
fn decimal(share: f64) -> String {
    format!("{share:.4}")
}

fn differs(difference: Difference) -> &'static str {
    match difference {
        Difference::Higher => "higher",
        Difference::Lower => "lower",
        Difference::NotClear => "no clear difference",
        Difference::NotCompared => "not compared",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::district::sample::results;

    fn published() -> Published {
        Published {
            address: "https://heard.example/results/town/1".into(),
            number: 1,
            published_at: "2026-12-20T10:00:00Z".into(),
            about: "What people said".into(),
            undecided: "What to do".into(),
            interim: false,
            corrects: None,
            correction: None,
            corrected_by: None,
        }
    }

    #[test]
    fn a_district_has_its_own_figures_and_everyones_and_no_other_districts() {
        let results = results(1);
        let report = DistrictReport::of_district(&results, "redditch").unwrap();
        for table in tables(&report).iter().filter(|table| table.name != "Children and young people") {
            let names: Vec<&str> = table.breakdown.groups.iter().map(|group| group.name.as_str()).collect();
            assert_eq!(names, ["Redditch"], "{}", table.name);
        }
        let county = tables(&DistrictReport::of_county(&results));
        assert_eq!(county.len(), tables(&report).len());
        assert_eq!(county[0].breakdown, results.answered);
    }

    #[test]
    fn what_is_hidden_is_kept_private_in_every_format_and_never_zero() {
        let results = results(1);
        let report = DistrictReport::of_district(&results, "redditch").unwrap();
        let hidden = tables(&report).iter().flat_map(|table| table.breakdown.rows.clone()).fold(0, |sum, row| {
            let figures = row.cells.iter().map(|cell| cell.figure).chain([row.everyone]);
            sum + figures.filter(|figure| *figure == Figure::Hidden).count()
        });
        assert!(hidden > 3, "{hidden}");
        let json: serde_json::Value = serde_json::from_slice(&json(&report, &published()).unwrap()).unwrap();
        let figures = json["tables"].as_array().unwrap().iter().flat_map(|table| table["figures"].as_array().unwrap());
        let private = figures.clone().filter(|figure| figure["kept_private"] == true);
        assert!(private.clone().all(|figure| figure.get("people").is_none() && figure.get("share").is_none()));
        assert_eq!(private.count(), hidden);
        let csv = String::from_utf8(csv(&report).unwrap()).unwrap();
        let private = csv.lines().filter(|line| line.contains("kept private,kept private,kept private,kept private"));
        assert_eq!(private.count(), hidden);
        assert!(csv.starts_with("\u{feff}table,row,group"));
    }

    #[test]
    fn a_file_says_what_it_is_and_that_answers_were_invented() {
        let results = results(1);
        let report = DistrictReport::of_county(&results);
        let json: serde_json::Value = serde_json::from_slice(&json(&report, &published()).unwrap()).unwrap();
        assert_eq!((json["publication"]["number"].as_u64(), json["illustrative"].as_bool()), (Some(1), Some(true)));
        assert_eq!(json["quotes"].as_array().unwrap().len(), results.quotes.len());
        assert!(workbook(&report).unwrap().starts_with(b"PK"));
    }
}
