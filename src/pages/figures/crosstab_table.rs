//! A table of several ways: its rows as bars of everyone, and every figure of it line by line.

use maud::{Markup, html};

use super::Scale;
use super::bar::{Ink, bar};
use super::numbers::{count, count_words, difference, figure, people_in};
use crate::breakdown::{CrosstabCell, Figure};
use crate::report::crosstab::NamedCrosstab;

/// The most lines that a page shows; files hold them all.
pub const MOST_LINES: usize = 1_500;

/// The rows over everyone, as bars with their intervals.
pub fn bars(table: &NamedCrosstab) -> Markup {
    let whole = table.whole();
    let figures: Vec<Figure> = table.rows.iter().map(|row| table.cell(row, &whole).cell.figure).collect();
    let scale = Scale::fitting(&figures);
    html! {
        table class="stack" role="table" {
            caption {
                "Shares of " (count_words(table.base(&whole), table.table.policy.threshold)) " " (table.kind.counted)
                ", with the 95% interval as a thin line."
            }
            thead role="rowgroup" { tr role="row" {
                th scope="col" role="columnheader" { (table.kind.heading) }
                th scope="col" role="columnheader" { (scale.axis()) }
                th scope="col" role="columnheader" class="num" { "Share (95%)" }
                th scope="col" role="columnheader" class="num" { "People" }
            } }
            tbody role="rowgroup" {
                @for (row, shown) in table.rows.iter().zip(&figures) {
                    tr role="row" {
                        th scope="row" role="rowheader" { (row.name) }
                        td role="cell" { (bar(shown, None, Ink::Plain, scale)) }
                        td class="num nw" role="cell" data-k="Share" { (figure(shown)) }
                        td class="num" role="cell" data-k="People" { (people_in(shown)) }
                    }
                }
            }
        }
    }
}

/// Every figure, a line each: count, base, share, interval, and how it compares with everyone else.
pub fn crosstab_table(table: &NamedCrosstab) -> Markup {
    let length = table.length();
    html! {
        table class="stack dense" role="table" {
            caption {
                (table.title()) ". " (length) " figures, the margins among them."
                @if length > MOST_LINES { " The first " (MOST_LINES) " stand here; the files hold them all." }
            }
            thead role="rowgroup" { tr role="row" {
                th scope="col" role="columnheader" { (table.kind.heading) }
                @for way in &table.ways { th scope="col" role="columnheader" { (way.name) } }
                th scope="col" role="columnheader" class="num" { "People" }
                th scope="col" role="columnheader" class="num" { "Of" }
                th scope="col" role="columnheader" class="num" { "Share (95%)" }
                @if !table.ways.is_empty() { th scope="col" role="columnheader" { "Against everyone else" } }
            } }
            tbody role="rowgroup" {
                @for line in table.lines().take(MOST_LINES) {
                    tr role="row" class=[(!table.ways.is_empty() && line.at.iter().all(Option::is_none)).then_some("tot")] {
                        th scope="row" role="rowheader" { (line.row.name) }
                        @for (way, name) in table.ways.iter().zip(table.place_names(&line)) {
                            td role="cell" data-k=(way.name) { (name) }
                        }
                        td class="num" role="cell" data-k="People" { (people_in(&line.cell.cell.figure)) }
                        td class="num" role="cell" data-k="Of" { (count(line.base)) }
                        td class="num nw" role="cell" data-k="Share" { (figure(&line.cell.cell.figure)) }
                        @if !table.ways.is_empty() { td role="cell" { (against(&line.cell)) } }
                    }
                }
            }
        }
    }
}

/// How a figure compares with everyone else: how much, how large that is, and only then whether chance alone would do
/// it. Empty for the whole, which nobody else stands beside.
pub fn against(cell: &CrosstabCell) -> Markup {
    let (Some(gap), Some(effect), Some(p)) = (cell.cell.gap, cell.effect, cell.p) else { return html! {} };
    html! {
        (difference(cell.cell.differs))
        " " span class="small" { (points(gap)) ", effect " (format!("{effect:+.2}").replace('-', "−")) ", " (p_words(p)) }
    }
}

/// A difference between two shares in points: `+19 points`.
pub fn points(gap: f64) -> String {
    let whole = (gap * 100.0).round();
    let sign = if whole < 0.0 { "−" } else { "+" };
    format!("{sign}{} {}", whole.abs(), if whole.abs() == 1.0 { "point" } else { "points" })
}

/// An adjusted p value: `p 0.032`, or `p under 0.001`.
pub fn p_words(p: f64) -> String {
    if p < 0.001 { "p under 0.001".to_owned() } else { format!("p {p:.3}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_a_difference_stands_before_its_p() {
        let page = crosstab_table(&NamedCrosstab::sample()).into_string();
        let (size, p) = (page.find("points").unwrap(), page.find("p under").unwrap());
        assert!(size < p, "{page}");
    }

    #[test]
    fn a_hidden_figure_of_the_table_has_no_number_on_its_line() {
        let page = crosstab_table(&NamedCrosstab::sample()).into_string();
        let line = page.split("<tr").find(|line| line.contains("Kindness") && line.contains("Malvern Hills")).unwrap();
        assert!(line.contains("Do not read it as zero") && !line.contains('%'), "{line}");
    }

    #[test]
    fn points_and_p_are_written_as_people_read_them() {
        assert_eq!([points(0.19), points(-0.014), points(0.0)], ["+19 points", "−1 point", "+0 points"]);
        assert_eq!([p_words(0.0004), p_words(0.0321)], ["p under 0.001", "p 0.032"]);
    }
}
