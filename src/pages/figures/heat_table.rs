//! A heat table: shares in shades, each with its number, by the values of one way, and of a second one below each row.
//!
//! The shade is a strip above the number and never behind it, so that every number can be read in every scheme, and on
//! paper. What is hidden is hatched and says so.

use maud::{Markup, html};

use super::district_map::shade;
use super::hidden::hidden;
use super::numbers::{people, percent, sign};
use crate::breakdown::reading::Shades;
use crate::breakdown::{CrosstabCell, Difference, Figure};
use crate::report::crosstab::{NamedCrosstab, NamedRow};

/// How many of the first rows it shows.
const ROWS: usize = 30;
/// How many lines it has at most where each row has one for every value of a second way below it.
const LINES_OF_TWO_WAYS: usize = 48;
/// How many columns it has at most, everyone aside.
const COLUMNS: usize = 8;

/// A line of the table: its name, and where it stands in the second way.
struct Line<'a> {
    row: &'a NamedRow,
    /// The second way's value and its name.
    within: Option<(usize, &'a str)>,
}

/// The shares by one way, and where there is another, by each of its values below the row.
pub fn heat_table(table: &NamedCrosstab, across: usize, down: Option<usize>) -> Markup {
    let way = &table.ways[across];
    let within = down.map(|down| asked_values(table, down));
    let most = within.as_ref().map_or(ROWS, |within| (LINES_OF_TWO_WAYS / (within.len() + 1)).clamp(3, ROWS));
    let all = asked_values(table, across);
    let columns = &all[..all.len().min(COLUMNS)];
    let lines = lines(table, down.zip(within.as_deref()), most);
    let cell = |line: &Line<'_>, value: Option<usize>| {
        let mut at = table.whole();
        at[across] = value;
        if let (Some(down), Some((within, _))) = (down, line.within) {
            at[down] = Some(within);
        }
        table.is_asked(&at).then(|| table.cell(line.row, &at))
    };
    let values = || columns.iter().copied().map(Some).chain([None]);
    let cells: Vec<Vec<Option<CrosstabCell>>> =
        lines.iter().map(|line| values().map(|value| cell(line, value)).collect()).collect();
    let (lines, cells, left_out) = with_something(lines, cells);
    let shades = Shades::of(cells.iter().flatten().flatten().map(|cell| &cell.cell.figure));
    html! {
        (shades_key(&shades))
        table class="stack dense heat" role="table" {
            caption {
                "Share who " (table.kind.verb) " it, by " (way.name.to_lowercase()) "."
                @if table.rows.len() > most { " The first " (most) " of " (table.rows.len()) " rows; the CSV and the workbook hold them all." }
                @if left_out > 0 { " Left out: " (left_out) " lines of which no column can be shown." }
                @if all.len() > columns.len() { " The first " (columns.len()) " of " (all.len()) " columns; the files hold the others too." }
            }
            thead role="rowgroup" { tr role="row" {
                th scope="col" role="columnheader" { (table.kind.heading) }
                @for at in columns {
                    th scope="col" role="columnheader" {
                        (way.values[*at].name) br; span class="small" { (people(table.base(&table.only_at(across, *at)))) }
                    }
                }
                th scope="col" role="columnheader" { "Everyone" br; span class="small" { (people(table.base(&table.whole()))) } }
            } }
            tbody role="rowgroup" {
                @for (line, cells) in lines.iter().zip(&cells) {
                    tr role="row" class=[line.within.is_some().then_some("within")] {
                        th scope="row" role="rowheader" {
                            @match line.within {
                                None => (line.row.name),
                                Some((_, name)) => { span class="sr" { (line.row.name) ", " } (name) },
                            }
                        }
                        @for (cell, name) in cells.iter().zip(names(way, columns)) { (square(cell, name, &shades)) }
                    }
                }
            }
        }
    }
}

/// The lines and their cells without those below a row in whose columns nothing can be shown, and how many those are.
fn with_something(
    lines: Vec<Line<'_>>,
    cells: Vec<Vec<Option<CrosstabCell>>>,
) -> (Vec<Line<'_>>, Vec<Vec<Option<CrosstabCell>>>, usize) {
    let is_shown = |cell: &Option<CrosstabCell>| cell.is_some_and(|cell| cell.cell.figure.shown().is_some());
    let all = lines.len();
    // The last column is everyone, which the rows of other tables have too.
    let kept = lines
        .into_iter()
        .zip(cells)
        .filter(|(line, cells)| line.within.is_none() || cells[..cells.len() - 1].iter().any(is_shown));
    let (lines, cells): (Vec<_>, Vec<_>) = kept.unzip();
    let left_out = all - lines.len();
    (lines, cells, left_out)
}

fn names<'a>(way: &'a crate::report::crosstab::Way, columns: &'a [usize]) -> impl Iterator<Item = &'a str> {
    columns.iter().map(|at| way.values[*at].name.as_str()).chain(["Everyone"])
}

/// The values of a way that anybody was asked.
pub fn asked_values(table: &NamedCrosstab, way: usize) -> Vec<usize> {
    (0..table.ways[way].values.len()).filter(|value| table.is_asked(&table.only_at(way, *value))).collect()
}

fn lines<'a>(table: &'a NamedCrosstab, down: Option<(usize, &[usize])>, most: usize) -> Vec<Line<'a>> {
    let mut lines = Vec::new();
    for row in table.rows.iter().take(most) {
        lines.push(Line { row, within: None });
        let (way, values) = down.unwrap_or_default();
        let name = |at: usize| table.ways[way].values[at].name.as_str();
        lines.extend(values.iter().map(|at| Line { row, within: Some((*at, name(*at))) }));
    }
    lines
}

fn square(cell: &Option<CrosstabCell>, name: &str, shades: &Shades) -> Markup {
    let Some(cell) = cell else {
        return html! { td role="cell" data-k=(name) { span class="eq" { "not asked" } } };
    };
    let figure = &cell.cell.figure;
    html! {
        td role="cell" data-k=(name) {
            span class={ "sw " (shade(shades, figure)) } {}
            @match figure {
                Figure::Shown(share) => { (percent(share.share)) " " (clear_sign(cell.cell.differs)) },
                Figure::Hidden => (hidden()),
            }
        }
    }
}

/// Only clear differences carry a sign where there is no room for words.
pub fn clear_sign(differs: Difference) -> Markup {
    match differs {
        Difference::Higher => html! { span class="hi" { (sign(differs)) span class="sr" { " clearly higher" } } },
        Difference::Lower => html! { span class="lo" { (sign(differs)) span class="sr" { " clearly lower" } } },
        Difference::NotClear | Difference::NotCompared => html! {},
    }
}

fn shades_key(shades: &Shades) -> Markup {
    html! {
        ul class="key" {
            @for (words, class) in shades.words().into_iter().zip(["s2", "s3", "s4"]) {
                li { span class={ "sw0 " (class) } {} (words) }
            }
            li { span class="sw0 hx" {} "Hidden: no figure" }
            li { "▲ ▼ clearly higher or lower than everyone else" }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hidden_square_is_hatched_and_says_so_and_every_other_has_its_number() {
        let table = NamedCrosstab::sample();
        let page = heat_table(&table, 0, None).into_string();
        let squares: Vec<&str> = page.split("<td").skip(1).collect();
        assert_eq!(squares.len(), 12);
        for square in squares {
            let is_hidden = square.contains("sw hx");
            assert_eq!(is_hidden, square.contains("Do not read it as zero"), "{square}");
            assert_ne!(is_hidden, square.contains('%'), "{square}");
        }
    }
}
