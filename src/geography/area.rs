//! The types of a geography that is known to be whole.

use std::fmt;
use std::ops::RangeInclusive;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// A dated set of districts that together make up one county or similar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Geography {
    /// For example `worcestershire`.
    pub key: String,
    /// For example `Worcestershire`.
    pub name: String,
    /// The Office for National Statistics code of the whole, for example `E10000034`.
    pub code: String,
    /// The day that its districts and their population are taken at.
    pub as_at: Date,
    /// Where population and outlines come from, to be shown near figures that rest on them.
    pub source: String,
    /// Lines that licences require wherever population or outlines are shown.
    pub attributions: Vec<String>,
    /// The coordinates that all outlines and label points share.
    pub view_box: ViewBox,
    /// In the order that people are offered them.
    pub districts: Vec<Area>,
    /// Places people name in what they write.
    pub places: Vec<Place>,
}

/// A place with a name that says nothing by itself of what is said there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// As people write it, for example `Kidderminster` or `the Hive`.
    pub name: String,
    /// The word it is read as, for example `town` or `library`.
    pub read_as: String,
}

/// One district.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Area {
    /// For example `wyre-forest`; stored with responses.
    pub key: String,
    /// For example `Wyre Forest`.
    pub name: String,
    /// The Office for National Statistics code, for example `E07000239`.
    pub code: String,
    /// Keys of the districts it touches, each of which names it in turn.
    pub neighbours: Vec<String>,
    /// Its place in the tile map, which gives every district the same room.
    pub tile: Tile,
    /// People by single year of age: the first number is those not yet one, the last those aged 19.
    pub population: [u32; 20],
    /// People of any age.
    pub all_ages: u32,
    /// SVG path data in the geography's view box, for drawing only.
    pub outline: String,
    /// Where a name or figure is printed on the map, in the geography's view box.
    pub label: Point,
}

/// A place in a tile map, counted from 0 at the top left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "[u8; 2]", into = "[u8; 2]")]
pub struct Tile {
    pub column: u8,
    pub row: u8,
}

impl From<[u8; 2]> for Tile {
    fn from([column, row]: [u8; 2]) -> Self {
        Self { column, row }
    }
}

impl From<Tile> for [u8; 2] {
    fn from(tile: Tile) -> Self {
        [tile.column, tile.row]
    }
}

/// A point of the drawing; `y` grows downwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "[i32; 2]", into = "[i32; 2]")]
pub struct Point {
    pub x: i32,
    pub y: i32,
}

impl From<[i32; 2]> for Point {
    fn from([x, y]: [i32; 2]) -> Self {
        Self { x, y }
    }
}

impl From<Point> for [i32; 2] {
    fn from(Point { x, y }: Point) -> Self {
        [x, y]
    }
}

/// The rectangle that a drawing of the geography fills; displays as the value of SVG's `viewBox`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "[i32; 4]", into = "[i32; 4]")]
pub struct ViewBox {
    pub left: i32,
    pub top: i32,
    pub width: i32,
    pub height: i32,
}

impl From<[i32; 4]> for ViewBox {
    fn from([left, top, width, height]: [i32; 4]) -> Self {
        Self { left, top, width, height }
    }
}

impl From<ViewBox> for [i32; 4] {
    fn from(ViewBox { left, top, width, height }: ViewBox) -> Self {
        [left, top, width, height]
    }
}

impl ViewBox {
    /// Whether a point lies in the rectangle or on its edge.
    pub fn contains(&self, point: Point) -> bool {
        let inside = |value: i32, start: i32, size: i32| {
            let offset = i64::from(value) - i64::from(start);
            (0..=i64::from(size)).contains(&offset)
        };
        inside(point.x, self.left, self.width) && inside(point.y, self.top, self.height)
    }
}

impl fmt::Display for ViewBox {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {} {} {}", self.left, self.top, self.width, self.height)
    }
}

impl Geography {
    /// The district with this key.
    pub fn find(&self, key: &str) -> Option<&Area> {
        self.districts.iter().find(|district| district.key == key)
    }

    /// People aged 0 to 19 in all districts together.
    pub fn population_0_19(&self) -> u32 {
        self.districts.iter().map(Area::population_0_19).sum()
    }

    /// People of any age in all districts together.
    pub fn all_ages(&self) -> u32 {
        self.districts.iter().map(|district| district.all_ages).sum()
    }

    /// Columns and rows of the tile map.
    pub fn tile_size(&self) -> (u8, u8) {
        self.districts.iter().fold((0, 0), |(columns, rows), district| {
            (columns.max(district.tile.column.saturating_add(1)), rows.max(district.tile.row.saturating_add(1)))
        })
    }
}

impl Area {
    /// The corners of its outline in order, the first not repeated. A geography that was let through has them.
    pub fn corners(&self) -> Vec<Point> {
        super::outline::corners(&self.outline).unwrap_or_default()
    }

    /// People aged 0 to 19.
    pub fn population_0_19(&self) -> u32 {
        self.population_aged(0..=19)
    }

    /// People of these ages in whole years, as far as they are known: ages over 19 count as nobody, because
    /// population is held by single year only up to 19.
    pub fn population_aged(&self, ages: RangeInclusive<usize>) -> u32 {
        let counted = self.population.iter().enumerate().filter(|(age, _)| ages.contains(age));
        counted.fold(0, |sum, (_, people)| sum.saturating_add(*people))
    }
}
