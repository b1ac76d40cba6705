//! From a postcode to the district it lies in, looked up in memory.
//!
//! A [`Postcodes`] is made once from the files that are published for this ([`PostcodeReader`]). What somebody typed
//! is read, looked up and forgotten: neither the district nor a [`PostcodeProblem`] holds any of it. Only a whole
//! postcode is looked up, because the first part of one is often shared by two districts. Leaves out where the files
//! come from (`library`) and how a problem is put to the person (`pages`).

use std::fmt;

use super::area::Geography;
use crate::survey::District;

mod layout;
mod reader;
mod unit;

pub use reader::PostcodeReader;
use unit::Typed;

/// Why a postcode leads to no district. Holds nothing of what was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PostcodeProblem {
    /// Nothing was typed.
    Empty,
    /// Only the first part, or that and a piece of the second: WR5, or WR5 1.
    FirstPartOnly,
    /// It is not written as a postcode is.
    NotAPostcode,
    /// It is written as one, and the files do not have it.
    NotKnown,
    /// It was a postcode once and no longer is.
    Ended,
    /// The files have it and say no district for it, as for some of the armed forces.
    WithoutDistrict,
    /// It lies in no district of the geography.
    Outside,
}

impl PostcodeProblem {
    /// A name for it in the words of pages, for example `first-part-only`.
    pub fn key(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::FirstPartOnly => "first-part-only",
            Self::NotAPostcode => "not-a-postcode",
            Self::NotKnown => "not-known",
            Self::Ended => "ended",
            Self::WithoutDistrict => "without-district",
            Self::Outside => "outside",
        }
    }
}

impl fmt::Display for PostcodeProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "no postcode was typed",
            Self::FirstPartOnly => "that is only the first part: we need the whole postcode",
            Self::NotAPostcode => "that is not written as a postcode is",
            Self::NotKnown => "we do not know that postcode",
            Self::Ended => "that postcode is no longer used",
            Self::WithoutDistrict => "we do not know which district that postcode is in",
            Self::Outside => "that postcode is outside the area",
        })
    }
}

impl std::error::Error for PostcodeProblem {}

/// Every postcode of some files with its district: six bytes a postcode.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Postcodes {
    /// Packed postcodes in ascending order, each once.
    packed: Vec<u32>,
    /// For each postcode its place in `codes`, and whether it has ended.
    entries: Vec<Entry>,
    /// Codes of the Office for National Statistics, for example `E07000239`; the first is empty, for no district.
    codes: Vec<String>,
}

/// A place in the list of district codes, with the top bit set for a postcode that has ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Entry(u16);

impl Entry {
    const ENDED: u16 = 1 << 15;

    fn new(code: u16, has_ended: bool) -> Self {
        Self(code | if has_ended { Self::ENDED } else { 0 })
    }

    fn code(self) -> usize {
        usize::from(self.0 & !Self::ENDED)
    }

    fn has_ended(self) -> bool {
        self.0 & Self::ENDED != 0
    }
}

impl Postcodes {
    /// The district of the geography that a postcode lies in. Case and spaces do not matter, and O and 0, or I, L and
    /// 1, are taken for one another where a postcode can have only the other.
    ///
    /// # Errors
    /// What is wrong with what was typed, without any of it.
    pub fn find(&self, geography: &Geography, typed: &str) -> Result<District, PostcodeProblem> {
        let code = self.find_code(typed)?;
        let district = geography.districts.iter().find(|district| district.code == code);
        district.map(|district| District::Area(district.key.clone())).ok_or(PostcodeProblem::Outside)
    }

    /// The code of the district that a postcode lies in, wherever that is.
    fn find_code(&self, typed: &str) -> Result<&str, PostcodeProblem> {
        let unit = match unit::read_typed(typed) {
            Typed::Whole(unit) => unit,
            Typed::FirstPart => return Err(PostcodeProblem::FirstPartOnly),
            Typed::Nothing => return Err(PostcodeProblem::Empty),
            Typed::Other => return Err(PostcodeProblem::NotAPostcode),
        };
        let at = self.packed.binary_search(&unit.packed()).map_err(|_| PostcodeProblem::NotKnown)?;
        let entry = self.entries.get(at).copied().ok_or(PostcodeProblem::NotKnown)?;
        if entry.has_ended() {
            return Err(PostcodeProblem::Ended);
        }
        let code = self.codes.get(entry.code()).map(String::as_str).unwrap_or_default();
        if code.is_empty() { Err(PostcodeProblem::WithoutDistrict) } else { Ok(code) }
    }

    /// How many postcodes there are, those that have ended among them.
    pub fn len(&self) -> usize {
        self.packed.len()
    }

    /// Whether there is none, so that nobody can be offered a look-up.
    pub fn is_empty(&self) -> bool {
        self.packed.is_empty()
    }

    /// The names of a geography's districts that no postcode in use lies in: a sign that the files and the geography
    /// are of different years, because districts change their codes.
    pub fn without_postcodes<'a>(&self, geography: &'a Geography) -> Vec<&'a str> {
        let mut used = vec![false; self.codes.len()];
        for entry in self.entries.iter().filter(|entry| !entry.has_ended()) {
            if let Some(used) = used.get_mut(entry.code()) {
                *used = true;
            }
        }
        let has = |code: &str| self.codes.iter().zip(&used).any(|(known, used)| *used && known == code);
        geography.districts.iter().filter(|area| !has(&area.code)).map(|area| area.name.as_str()).collect()
    }

    /// Bytes of memory that the table takes.
    pub fn bytes(&self) -> usize {
        let codes: usize = self.codes.iter().map(|code| size_of::<String>() + code.capacity()).sum();
        self.packed.capacity() * size_of::<u32>() + self.entries.capacity() * size_of::<Entry>() + codes
    }
}

#[cfg(test)]
mod tests;
