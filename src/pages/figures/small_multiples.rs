//! Small multiples: the same few bars once for each value of a way, in one order and on one scale.

use maud::{Markup, html};

use super::Scale;
use super::bar::{Ink, bar};
use super::heat_table::{asked_values, clear_sign};
use super::hidden::hidden;
use super::numbers::{people, percent};
use crate::breakdown::Figure;
use crate::report::crosstab::NamedCrosstab;

/// How many of the first rows each panel shows.
pub const ROWS: usize = 6;
/// How many panels there are at most.
const PANELS: usize = 12;

/// A panel for each value of a way. A dashed line stands where everyone does.
pub fn small_multiples(table: &NamedCrosstab, way: usize) -> Markup {
    let rows: Vec<_> = table.rows.iter().take(ROWS).collect();
    let whole = table.whole();
    let of = |at: &[Option<usize>]| rows.iter().map(|row| table.cell(row, at)).collect::<Vec<_>>();
    let everyone = of(&whole);
    let all = asked_values(table, way);
    let values = &all[..all.len().min(PANELS)];
    let panels: Vec<_> = values.iter().map(|value| table.only_at(way, *value)).collect();
    let cells: Vec<_> = panels.iter().map(|at| of(at)).collect();
    let scale = Scale::fitting(cells.iter().flatten().chain(&everyone).map(|cell| &cell.cell.figure));
    html! {
        p class="small" {
            "The same rows in the same order in every panel, from " (scale.words()) ". Thin line: the 95% interval. \
             Dashed line: everyone. ▲ ▼ clearly higher or lower than everyone else."
            @if all.len() > values.len() { " The first " (values.len()) " of " (all.len()) "; the files hold the others too." }
        }
        div class="panels" {
            @for ((value, at), cells) in values.iter().zip(&panels).zip(&cells) {
                table class="panel" {
                    caption { b { (table.ways[way].values[*value].name) } ", " (people(table.base(at))) }
                    tbody {
                        @for ((row, cell), whole) in rows.iter().zip(cells).zip(&everyone) {
                            tr {
                                th scope="row" { (row.name) }
                                td {
                                    @match &cell.cell.figure {
                                        Figure::Shown(share) => {
                                            (percent(share.share)) " " (clear_sign(cell.cell.differs))
                                            (bar(&cell.cell.figure, Some(&whole.cell.figure), Ink::Plain, scale))
                                        },
                                        Figure::Hidden => (hidden()),
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_value_has_a_panel_and_a_hidden_figure_has_a_word_and_no_bar() {
        let page = small_multiples(&NamedCrosstab::sample(), 0).into_string();
        let panels: Vec<&str> = page.split("<table").skip(1).collect();
        assert_eq!(panels.len(), 3);
        let hills = panels.iter().find(|panel| panel.contains("Malvern Hills")).unwrap();
        let kindness = hills.split("Kindness").nth(1).unwrap();
        assert!(kindness.contains("hidden") && !kindness.contains("<svg"), "{kindness}");
    }
}
