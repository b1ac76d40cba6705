//! Districts and the geography they belong to: names, codes, neighbours, population, outlines for drawing; which
//! district a postcode lies in.
//!
//! A geography is dated and never edited into another: when councils are reorganised a new one stands beside
//! the old, so that what was counted before stays comparable. Leaves out where files are
//! (`library`) and drawing (`pages`); outlines are too coarse to decide which district a place is in.

mod area;
mod check;
mod outline;
mod parse;
mod postcode;

pub use area::{Area, Geography, Place, Point, Tile, ViewBox};
pub use parse::parse;
pub use postcode::{PostcodeProblem, PostcodeReader, Postcodes};
