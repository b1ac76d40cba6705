//! Names of places in answers, read as what they are.
//!
//! "Nothing to do in Kidderminster" is read as "Nothing to do in town": the name would only draw together
//! answers from one place, and a frame written for one county serves another. What a person wrote is stored
//! and shown as they wrote it. Leaves out finding out where somebody lives: people are asked.

use rustc_hash::FxHashMap;

use crate::geography::Place;
use crate::text::words;

/// Names of places and what each is read as.
#[derive(Debug, Clone, Default)]
pub struct PlaceNames {
    /// By the folded words of the name.
    read_as: FxHashMap<Vec<String>, String>,
    /// The most words a name has.
    longest: usize,
}

impl PlaceNames {
    /// Knows these places.
    pub fn of(places: &[Place]) -> Self {
        let folded = |place: &Place| words(&place.name).iter().map(|word| word.folded()).collect::<Vec<_>>();
        let read_as: FxHashMap<Vec<String>, String> = places
            .iter()
            .map(|place| (folded(place), place.read_as.clone()))
            .filter(|(name, _)| !name.is_empty())
            .collect();
        let longest = read_as.keys().map(Vec::len).max().unwrap_or_default();
        Self { read_as, longest }
    }

    /// The longest name that begins with the first of these folded words: how many words it has, and what it is
    /// read as.
    pub fn starting<'a>(&'a self, folded: &[String]) -> Option<(usize, &'a str)> {
        let lengths = (1..=self.longest.min(folded.len())).rev();
        lengths.filter_map(|length| self.read_as.get(folded.get(..length)?).map(|it| (length, it.as_str()))).next()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_name_is_read_as_what_it_is() {
        let place = |name: &str, read_as: &str| Place { name: name.into(), read_as: read_as.into() };
        let names =
            PlaceNames::of(&[place("Malvern", "town"), place("Malvern Hills", "hills"), place("the Hive", "library")]);
        let folded = |text: &str| words(text).iter().map(|word| word.folded()).collect::<Vec<_>>();
        assert_eq!(names.starting(&folded("Malvern Hills are lovely")), Some((2, "hills")));
        assert_eq!(names.starting(&folded("malvern is far")), Some((1, "town")));
        assert_eq!(names.starting(&folded("The hive")), Some((2, "library")));
        assert_eq!(names.starting(&folded("hive")), None);
    }
}
