//! A report's charts as tables that also draw their figures, and its map. What is hidden has its hatching, its words
//! and no bar.

use maud::{Markup, html};

use crate::breakdown::{Difference, Figure};
use crate::pages::figures::Scale;
use crate::pages::figures::district_map::{shade, shades_key};
use crate::pages::figures::hidden::hidden;
use crate::pages::figures::numbers::{count, difference, figure, percent, sign};
use crate::report::district::{Bars, Heat, Line, Map, MapArea};

/// Bars with their table.
pub(super) fn bars(bars: &Bars) -> Markup {
    let scale = Scale::ending_at(bars.scale_end);
    html! {
        table class="stack" role="table" {
            caption { b { (bars.title) "." } " " (bars.about) }
            thead role="rowgroup" { tr role="row" {
                th scope="col" role="columnheader" { (bars.of) }
                th scope="col" role="columnheader" { (scale.axis()) }
                th scope="col" role="columnheader" { "Share (95% interval)" }
                @if let Some(beside) = &bars.beside { th scope="col" role="columnheader" { (beside) } }
                @if bars.is_compared { th scope="col" role="columnheader" { "Against everyone else" } }
            } }
            tbody role="rowgroup" { @for line in &bars.lines { (row(bars, line, scale)) } }
        }
    }
}

fn row(bars: &Bars, line: &Line, scale: Scale) -> Markup {
    html! {
        tr role="row" id=[line.id.as_ref()] {
            th scope="row" role="rowheader" { @if line.is_here { b { (line.name) } } @else { (line.name) } }
            td role="cell" { (drawn(line, scale)) }
            td class="num" role="cell" data-k="Share" { (figure(&line.figure)) }
            @if let Some(beside) = &bars.beside {
                td class="num" role="cell" data-k=(beside) {
                    @match line.beside { Some(share) => (percent(share)), None => (hidden()) }
                }
            }
            @if bars.is_compared { td role="cell" { (difference(line.differs)) } }
        }
    }
}

fn drawn(line: &Line, scale: Scale) -> Markup {
    let Some(share) = line.figure.shown() else { return html! {} };
    let (low, middle, high) = (scale.at(share.low), scale.at(share.share), scale.at(share.high));
    html! {
        svg class="bar" aria-hidden="true" {
            rect y="4" height="16" width=(middle) rx="2" {}
            line class="in" x1=(low) x2=(middle) y1="12" y2="12" {}
            line x1=(middle) x2=(high) y1="12" y2="12" {}
            @if let Some(beside) = line.beside {
                @let at = scale.at(beside);
                line class="halo" x1=(at) x2=(at) y1="0" y2="24" {}
                line class="mid" x1=(at) x2=(at) y1="0" y2="24" {}
            }
        }
    }
}

/// Themes by district, shaded.
pub(super) fn heat(heat: &Heat) -> Markup {
    let some_hidden = heat.rows.iter().flat_map(|row| &row.cells).any(|(figure, _)| *figure == Figure::Hidden);
    html! {
        table class="stack heat" role="table" {
            caption { b { (heat.title) "." } " " (heat.about) }
            thead role="rowgroup" { tr role="row" {
                th scope="col" role="columnheader" { "Theme" }
                @for group in &heat.groups {
                    th scope="col" role="columnheader" class=[group.is_here.then_some("here")] {
                        (group.name) br; span class="small" { (count(group.base)) " people" }
                    }
                }
                th scope="col" role="columnheader" { "All" }
            } }
            tbody role="rowgroup" { @for row in &heat.rows { tr role="row" {
                th scope="row" role="rowheader" { (row.name) }
                @for (group, (figure, differs)) in heat.groups.iter().zip(&row.cells) {
                    td role="cell" class={ "num " (shade(&heat.shades, figure)) } data-k=(group.name) {
                        (short(figure, *differs))
                    }
                }
                td role="cell" class="num" data-k="All" { (short(&row.everyone, Difference::NotCompared)) }
            } } }
        }
        (shades_key(&heat.shades, some_hidden))
    }
}

/// A share with the sign of a clear difference, and its word for who cannot see it.
fn short(figure: &Figure, differs: Difference) -> Markup {
    let Some(share) = figure.shown() else { return hidden() };
    html! {
        (percent(share.share))
        @match differs {
            Difference::Higher => { " " span aria-hidden="true" { "▲" } span class="sr" { "clearly higher" } }
            Difference::Lower => { " " span aria-hidden="true" { "▼" } span class="sr" { "clearly lower" } }
            Difference::NotClear | Difference::NotCompared => {}
        }
    }
}

/// The map, and the districts as tiles of one size beside it. One a page: the sheet finds its hatching by identifier.
pub(super) fn map(map: &Map) -> Markup {
    let (left, top, width, height) = map.view_box;
    let some_hidden = map.areas.iter().any(|area| area.figure == Figure::Hidden);
    html! {
        figure {
            figcaption { b { (map.title) "." } " " (map.about) }
            div class="maps" {
                svg class="map" viewBox={ (left) " " (top) " " (width) " " (height) } role="img" aria-label=(map.alt) {
                    defs {
                        pattern id="hx" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)" {
                            path class="hatch" d="M0 0v6" stroke-width="1.5" {}
                        }
                    }
                    @for area in in_order(map) {
                        path class={ (shade(&map.shades, &area.figure)) @if area.is_here { " here" } } d=(outline(area)) {}
                    }
                    @for area in &map.areas {
                        (label(map, area, area.label.0, area.label.1))
                    }
                }
                (tiles(map))
            }
            (shades_key(&map.shades, some_hidden))
            p class="small" { (map.credit) }
        }
    }
}

/// The place that the report is about last, so that its border lies over its neighbours'.
fn in_order(map: &Map) -> impl Iterator<Item = &MapArea> {
    let of = |here: bool| map.areas.iter().filter(move |area| area.is_here == here);
    of(false).chain(of(true))
}

fn outline(area: &MapArea) -> String {
    let corners: Vec<String> = area.corners.iter().map(|(x, y)| format!("{x} {y}")).collect();
    format!("M{}z", corners.join("L"))
}

fn label(map: &Map, area: &MapArea, x: i32, y: i32) -> Markup {
    let dark = if shade(&map.shades, &area.figure) == "s4" { "on" } else { "" };
    html! {
        text class=(dark) x=(x) y=(y) { (area.name) }
        text class={ "v " (dark) } x=(x) y=(y + 13) {
            @match area.figure.shown() {
                Some(share) => { (percent(share.share)) " " (clear_sign(area.differs)) }
                None => "hidden",
            }
        }
    }
}

fn clear_sign(differs: Difference) -> &'static str {
    if matches!(differs, Difference::Higher | Difference::Lower) { sign(differs) } else { "" }
}

/// The picture repeats what the map's description says, so screen readers pass it over.
fn tiles(map: &Map) -> Markup {
    const SIDE: i32 = 96;
    const HEIGHT: i32 = 60;
    let most = |of: fn(&MapArea) -> u8| map.areas.iter().map(|area| i32::from(of(area)) + 1).max().unwrap_or(1);
    let (columns, rows) = (most(|area| area.tile.0), most(|area| area.tile.1));
    html! {
        svg class="map" viewBox={ "-3 -3 " (columns * SIDE + 2) " " (rows * HEIGHT + 2) } aria-hidden="true" {
            @for area in &map.areas {
                @let (x, y) = (i32::from(area.tile.0) * SIDE, i32::from(area.tile.1) * HEIGHT);
                rect class={ (shade(&map.shades, &area.figure)) @if area.is_here { " here" } }
                    x=(x) y=(y) width=(SIDE - 4) height=(HEIGHT - 4) rx="4" {}
                (label(map, area, x + (SIDE - 4) / 2, y + 24))
            }
        }
    }
}
