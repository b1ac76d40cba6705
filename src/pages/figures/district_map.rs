//! A map of districts in up to three shades, each figure printed on it. It repeats a table.

use maud::{Markup, html};

use super::numbers::{percent, sign};
use crate::breakdown::reading::Shades;
use crate::breakdown::{Breakdown, Cell, Figure, PublishedRow};

/// The shapes of a geography's districts.
#[derive(Debug, Clone, PartialEq)]
pub struct Outlines {
    /// Of the SVG, for example `0 0 320 266`.
    pub view_box: String,
    pub areas: Vec<Area>,
    /// Whom the outlines come from, as their licence asks.
    pub attribution: String,
}

/// One district's shape.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    pub key: String,
    pub name: String,
    /// SVG path data inside the view box.
    pub path: String,
    /// Where its name stands, in the view box.
    pub label: (f64, f64),
    /// Its place among tiles of one size: column and row from 0.
    pub tile: (u32, u32),
}

/// The class of a figure's shade, or that of hidden figures.
pub fn shade(shades: &Shades, figure: &Figure) -> &'static str {
    match (figure, shades.place(figure)) {
        (Figure::Hidden, _) => "hx",
        (_, Some(2)) => "s4",
        (_, Some(1)) => "s3",
        _ => "s2",
    }
}

/// What each shade, and the hatching, stands for.
pub fn shades_key(shades: &Shades, some_hidden: bool) -> Markup {
    html! {
        ul class="key" {
            @for (words, class) in shades.words().into_iter().zip(["s2", "s3", "s4"]) {
                li { span class={ "sw0 " (class) } {} (words) }
            }
            @if some_hidden { li { span class="sw0 hx" {} "Hidden: no figure" } }
            li { "▲ ▼ clearly higher or lower than everyone else" }
        }
    }
}

/// The cell of a district, if the breakdown has one.
pub fn find_cell<'a>(breakdown: &Breakdown, row: &'a PublishedRow, key: &str) -> Option<&'a Cell> {
    breakdown.groups.iter().zip(&row.cells).find(|(group, _)| group.key == key).map(|(_, cell)| cell)
}

/// The map. One a page: the sheet finds the hatching of hidden districts by its identifier.
pub fn district_map(breakdown: &Breakdown, row: &PublishedRow, outlines: &Outlines) -> Markup {
    let shades = Shades::fitting(row);
    let cells: Vec<(&Area, Option<&Cell>)> =
        outlines.areas.iter().map(|area| (area, find_cell(breakdown, row, &area.key))).collect();
    html! {
        figure {
            svg class="map" viewBox=(outlines.view_box) role="img" aria-labelledby="map-title" {
                title id="map-title" { "Map of " (row.name) " by district. The same figures are in the table above." }
                defs {
                    pattern id="hx" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                        path class="hatch" d="M0 0v6" stroke-width="1.5" {}
                    }
                }
                @for (area, cell) in &cells {
                    @match cell {
                        Some(cell) => path class=(shade(&shades, &cell.figure)) d=(area.path) {},
                        None => path class="hx" d=(area.path) {},
                    }
                }
                @for (area, cell) in &cells { (label(area, *cell)) }
            }
            figcaption { "Where districts are. Big, empty areas look louder than they are. " (outlines.attribution) }
        }
    }
}

fn label(area: &Area, cell: Option<&Cell>) -> Markup {
    let (x, y) = area.label;
    let below = y + 13.0;
    html! {
        text x=(x) y=(y) { (area.name) }
        text class="v" x=(x) y=(below) {
            @match cell.map(|cell| (cell.figure, cell.differs)) {
                Some((Figure::Shown(share), differs)) => { (percent(share.share)) " " (sign(differs)) }
                _ => "hidden",
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breakdown::{Difference, Share};

    fn row(shares: &[Option<f64>]) -> PublishedRow {
        let cell = |share: &Option<f64>| Cell {
            figure: share.map_or(Figure::Hidden, |share| {
                Figure::Shown(Share { count: 20, base: 100, share, low: share - 0.02, high: share + 0.02 })
            }),
            differs: Difference::NotCompared,
            gap: None,
        };
        PublishedRow {
            key: "a".into(),
            name: "A".into(),
            cells: shares.iter().map(cell).collect(),
            everyone: Figure::Hidden,
        }
    }

    #[test]
    fn a_shade_is_what_its_key_says() {
        let row = row(&[Some(0.32), Some(0.27), Some(0.11), Some(0.104), None]);
        let shades = Shades::fitting(&row);
        let classes: Vec<&str> = row.cells.iter().map(|cell| shade(&shades, &cell.figure)).collect();
        assert_eq!(classes, ["s4", "s3", "s2", "s2", "hx"]);
        let key = shades_key(&shades, true).into_string();
        assert!(
            ["10 to 19%", "20 to 29%", "30 to 39%", "Hidden: no figure"].iter().all(|part| key.contains(part)),
            "{key}"
        );
    }
}
