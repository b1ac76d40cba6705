//! Charts as data: what a chart says, its figures, and what a screen reader is told. HTML and PDF draw the same ones.
//!
//! Figures are published ones. Leaves out drawing, and which charts a report has.

use crate::breakdown::reading::Shades;
use crate::breakdown::{Count, Difference, Figure};

/// Bars from zero with their intervals, each beside its figure: a chart and its table in one.
#[derive(Debug, Clone, PartialEq)]
pub struct Bars {
    /// The finding as a sentence, with its base.
    pub title: String,
    /// What is counted, over whom, and how to read it.
    pub about: String,
    /// What a line is: `Theme`, `District`.
    pub of: &'static str,
    /// Where the scale ends, in percent; it starts at zero.
    pub scale_end: u32,
    /// What the mark beside a bar stands for: `Everyone in Worcestershire`; none where no line has one.
    pub beside: Option<String>,
    /// Whether lines are compared with everyone else.
    pub is_compared: bool,
    /// In the order they are shown: the highest first and hidden ones last, unless their order means something.
    pub lines: Vec<Line>,
}

/// One bar.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// What it is found by on the page; none where nothing leads to it.
    pub id: Option<String>,
    pub name: String,
    pub figure: Figure,
    /// Where the mark beside the bar stands, from 0 to 1.
    pub beside: Option<f64>,
    pub differs: Difference,
    /// How many the share is of, where lines have bases of their own.
    pub base: Option<Count>,
    /// Whether it is the place that the report is about.
    pub is_here: bool,
}

/// A table of shaded shares: themes down, districts across.
#[derive(Debug, Clone, PartialEq)]
pub struct Heat {
    /// The finding as a sentence.
    pub title: String,
    pub about: String,
    pub groups: Vec<HeatGroup>,
    pub rows: Vec<HeatRow>,
    /// Shared by all rows.
    pub shades: Shades,
}

/// A district of a heat table.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatGroup {
    pub name: String,
    pub base: Count,
    pub is_here: bool,
}

/// A theme of a heat table.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatRow {
    pub name: String,
    /// In the order of the groups.
    pub cells: Vec<(Figure, Difference)>,
    pub everyone: Figure,
}

/// A map of districts and the same districts as tiles of one size.
#[derive(Debug, Clone, PartialEq)]
pub struct Map {
    /// The finding as a sentence.
    pub title: String,
    pub about: String,
    /// What is drawn, for whoever cannot see it: every district with its figure.
    pub alt: String,
    pub areas: Vec<MapArea>,
    pub shades: Shades,
    /// Left, top, width and height that outlines are drawn in.
    pub view_box: (i32, i32, i32, i32),
    /// Whom the outlines come from, as their licence asks.
    pub credit: String,
}

/// A district of a map.
#[derive(Debug, Clone, PartialEq)]
pub struct MapArea {
    pub key: String,
    pub name: String,
    /// The corners of its outline in order, the first not repeated.
    pub corners: Vec<(i32, i32)>,
    /// Where its name stands.
    pub label: (i32, i32),
    /// Its place among tiles: column and row from 0.
    pub tile: (u8, u8),
    pub figure: Figure,
    pub differs: Difference,
    pub is_here: bool,
}
