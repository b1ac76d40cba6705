//! A dated set of areas: names, codes, neighbours, population, outlines for drawing.
//!
//! Leaves out which district a postcode is in, and drawing itself (that is `pages`).

mod parse;

use jiff::civil::Date;

/// One district.
#[derive(Debug, Clone, PartialEq)]
pub struct Area {
    pub key: String,
    pub name: String,
    /// The Office for National Statistics' code, for example `E07000236`.
    pub code: String,
    /// Keys of the districts that share a border with it.
    pub neighbours: Vec<String>,
    /// Column and row, from 0, on a map that draws every district the same size.
    pub tile: [u32; 2],
    /// Residents of each single year of age from 0 to 19.
    pub population: [u32; 20],
    /// Residents of any age.
    pub all_ages: u32,
    /// Path data of SVG inside the geography's view box. For drawing only: it is generalised.
    pub outline: String,
    /// Where its name stands on the map, in the view box.
    pub label: [i32; 2],
}

/// A dated set of districts. A reorganisation makes a new geography; it never edits an old one.
#[derive(Debug, Clone, PartialEq)]
pub struct Geography {
    pub key: String,
    pub name: String,
    /// The county's own code.
    pub code: String,
    /// The day that the boundaries are as they were on.
    pub as_at: Date,
    /// The day that the population is estimated for.
    pub population_as_at: Date,
    pub population_source: String,
    /// Left, top, width and height of the drawing.
    pub view_box: [i32; 4],
    /// What must be said wherever it is drawn or its figures are shown.
    pub attributions: Vec<String>,
    /// In the order that they are offered.
    pub districts: Vec<Area>,
}

impl Geography {
    /// The district with this key.
    pub fn find(&self, key: &str) -> Option<&Area> {
        self.districts.iter().find(|area| area.key == key)
    }

    /// Residents aged 0 to 19 of all districts.
    pub fn population_0_19(&self) -> u32 {
        self.districts.iter().map(Area::population_0_19).sum()
    }
}

impl Area {
    /// Residents aged 0 to 19.
    pub fn population_0_19(&self) -> u32 {
        self.population.iter().sum()
    }
}

pub use parse::parse;
