//! Districts as tiles of one size, roughly where they lie, so that big empty ones do not look louder.

use maud::{Markup, html};

use super::district_map::{Area, Outlines, find_cell, shade};
use super::hidden::hidden;
use super::numbers::{count, percent, sign};
use crate::breakdown::reading::Shades;
use crate::breakdown::{Breakdown, Cell, Figure, PublishedRow};

/// The tiles of a row's districts.
pub fn tiles(breakdown: &Breakdown, row: &PublishedRow, outlines: &Outlines) -> Markup {
    let shades = Shades::fitting(row);
    let columns = outlines.areas.iter().map(|area| area.tile.0 + 1).max().unwrap_or(1);
    let rows = outlines.areas.iter().map(|area| area.tile.1 + 1).max().unwrap_or(0);
    let places = (0..rows).flat_map(|down| (0..columns).map(move |across| (across, down)));
    html! {
        figure {
            ol class={ "tiles w" (columns) } {
                @for place in places {
                    @match outlines.areas.iter().find(|area| area.tile == place) {
                        Some(area) => (tile(breakdown, area, find_cell(breakdown, row, &area.key), &shades)),
                        None => li class="gap" aria-hidden="true" {},
                    }
                }
            }
            figcaption { "Every district the same size." }
        }
    }
}

fn tile(breakdown: &Breakdown, area: &Area, cell: Option<&Cell>, shades: &Shades) -> Markup {
    let figure = cell.map_or(Figure::Hidden, |cell| cell.figure);
    let base = breakdown.groups.iter().find(|group| group.key == area.key).map(|group| group.base);
    html! {
        li {
            span class={ "sw " (shade(shades, &figure)) } {}
            (area.name)
            b {
                @match (figure, cell) {
                    (Figure::Shown(share), Some(cell)) => { (percent(share.share)) " " (sign(cell.differs)) }
                    _ => (hidden()),
                }
            }
            @if let Some(base) = base { (count(base)) " answered" }
        }
    }
}
