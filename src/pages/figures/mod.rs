//! How published figures are shown: shares with their intervals, bars, maps, tiles, and hidden cells.
//!
//! Every figure is written in words or a table first; a bar or a map repeats it and is passed over by screen
//! readers. What is hidden never looks like zero: it has its own hatching, its own words and no bar. Leaves out
//! how figures are made, which only `breakdown` may do.

pub mod bar;
pub mod crosstab_table;
pub mod course;
pub mod going;
pub mod district_map;
pub mod diverging;
pub mod heat_table;
pub mod hidden;
pub mod numbers;
pub mod quote;
pub mod scale;
pub mod shares_table;
pub mod slope;
pub mod small_multiples;
pub mod tiles;
pub mod village;

pub use scale::Scale;
