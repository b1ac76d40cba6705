//! One row of a breakdown as a table: a line a group, with base, share, interval, bar and difference.

use maud::{Markup, html};

use super::Scale;
use super::bar::{Ink, bar, marked_interval};
use super::numbers::{count, difference, figure, people_in};
use crate::breakdown::reading::comparisons_made;
use crate::breakdown::{Breakdown, Cell, PublishedGroup, PublishedRow};
use crate::pages::components::mark;

/// What the groups are, which decides their heading and how a line is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Groups {
    Districts,
    Perspectives,
}

/// The groups of a row with their cells, the highest share first and hidden ones last.
pub fn ordered<'a>(breakdown: &'a Breakdown, row: &'a PublishedRow) -> Vec<(&'a PublishedGroup, &'a Cell)> {
    let mut lines: Vec<_> = breakdown.groups.iter().zip(&row.cells).collect();
    let share = |cell: &Cell| cell.figure.shown().map_or(-1.0, |share| share.share);
    lines.sort_by(|(_, a), (_, b)| share(b).total_cmp(&share(a)));
    lines
}

/// The scale on which every cell of a row, and everyone, fits.
pub fn scale_of(row: &PublishedRow) -> Scale {
    Scale::fitting(row.cells.iter().map(|cell| &cell.figure).chain([&row.everyone]))
}

/// The table. `named` says what people of a line did, for example `named this theme`.
pub fn shares_table(breakdown: &Breakdown, row: &PublishedRow, groups: Groups, named: &str) -> Markup {
    let scale = scale_of(row);
    let heading = match groups {
        Groups::Districts => "District",
        Groups::Perspectives => "Perspective",
    };
    html! {
        table class="stack" role="table" {
            caption {
                "People who " (named) ", of everyone there who answered, with the 95% interval. Dashed line: everyone. \
                 Each is compared with everyone else, allowing for " (comparisons_made(breakdown.comparisons))
                " in this set of themes (5% false discovery rate)."
            }
            thead role="rowgroup" {
                tr role="row" {
                    th scope="col" role="columnheader" { (heading) }
                    th scope="col" role="columnheader" class="num" { "Who answered" }
                    th scope="col" role="columnheader" class="num" { "Named it" }
                    th scope="col" role="columnheader" class="num" { "Share (95%)" }
                    th scope="col" role="columnheader" { (scale.axis()) }
                    th scope="col" role="columnheader" { "Against everyone else" }
                }
            }
            tbody role="rowgroup" {
                @for (group, cell) in ordered(breakdown, row) { (line(group, cell, row, groups, scale)) }
                tr class="tot" role="row" {
                    th scope="row" role="rowheader" { "Everyone" }
                    td class="num" role="cell" data-k="Who answered" { (count(breakdown.everyone)) }
                    td class="num" role="cell" data-k="Named it" { (people_in(&row.everyone)) }
                    td class="num nw" role="cell" data-k="Share" { (figure(&row.everyone)) }
                    td role="cell" { (bar(&row.everyone, None, Ink::Plain, scale)) }
                    td role="cell" {}
                }
            }
        }
    }
}

fn line(group: &PublishedGroup, cell: &Cell, row: &PublishedRow, groups: Groups, scale: Scale) -> Markup {
    let drawn = match groups {
        Groups::Districts => bar(&cell.figure, Some(&row.everyone), Ink::Plain, scale),
        Groups::Perspectives => marked_interval(&cell.figure, Some(&row.everyone), &group.key, scale),
    };
    html! {
        tr role="row" {
            th scope="row" role="rowheader" {
                @if groups == Groups::Perspectives { (mark::mark(&group.key)) }
                (group.name)
            }
            td class="num" role="cell" data-k="Who answered" { (count(group.base)) }
            td class="num" role="cell" data-k="Named it" { (people_in(&cell.figure)) }
            td class="num nw" role="cell" data-k="Share" { (figure(&cell.figure)) }
            td role="cell" { (drawn) }
            td role="cell" { (difference(cell.differs)) }
        }
    }
}
