//! What was out of the ordinary on the way to a published count, said in its audit file: tallies that were opened again or
//! left out, and places from which more papers came than may vote there. No number rests on it.

use serde::{Deserialize, Serialize};

/// The notes of an audit file; most have none.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuditNotes {
    /// Places whose tally was opened again after two people had agreed on it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub opened_again: Vec<AuditOpened>,
    /// Places with more papers than people who may vote there, with why the result is published all the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beyond_roll: Option<AuditWhy>,
    /// Places whose votes on paper were begun to be typed, were not agreed and are not in the count, with why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub left_out: Option<AuditWhy>,
}

/// A tally that was opened again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuditOpened {
    pub place: String,
    /// How often.
    pub times: u64,
}

/// Places of which something is said when the result is published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AuditWhy {
    pub places: Vec<String>,
    /// In the words of the officer who published the result.
    pub why: String,
}

impl AuditNotes {
    /// Whether there is nothing to say.
    pub fn is_empty(&self) -> bool {
        self.opened_again.is_empty() && self.beyond_roll.is_none() && self.left_out.is_none()
    }

    /// Adds that the tally of a place was opened again.
    pub fn add_opened(&mut self, place: &str) {
        match self.opened_again.iter_mut().find(|opened| opened.place == place) {
            Some(opened) => opened.times += 1,
            None => self.opened_again.push(AuditOpened { place: place.to_owned(), times: 1 }),
        }
    }

    /// The same with other names for places; those that come to one name are one. Places that are left out keep theirs:
    /// it tells no number of them.
    pub fn renamed(self, name: impl Fn(&str) -> String) -> Self {
        let mut notes = Self { left_out: self.left_out, ..Self::default() };
        for opened in &self.opened_again {
            let called = name(&opened.place);
            (0..opened.times).for_each(|_| notes.add_opened(&called));
        }
        notes.beyond_roll = self.beyond_roll.map(|beyond| {
            let mut places: Vec<String> = beyond.places.iter().map(|place| name(place)).collect();
            places.sort();
            places.dedup();
            AuditWhy { places, why: beyond.why }
        });
        notes
    }

    /// The places whose tally was opened again, one after the other.
    pub fn opened_places(&self) -> String {
        self.opened_again.iter().map(|opened| opened.place.as_str()).collect::<Vec<_>>().join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_that_come_to_one_name_are_one_and_what_is_written_is_read_again() {
        let mut notes = AuditNotes::default();
        assert!(notes.is_empty());
        for place in ["First", "Second", "First", "Third"] {
            notes.add_opened(place);
        }
        let sheet = AuditWhy { places: vec!["First".into()], why: "The second sheet was lost".to_owned() };
        notes.left_out = Some(sheet.clone());
        let why = "The roll was taken in September".to_owned();
        notes.beyond_roll = Some(AuditWhy { places: vec!["First".into(), "Third".into()], why });
        let renamed = notes.renamed(|place| if place == "Second" { place.to_owned() } else { "Private".to_owned() });
        let times: Vec<(&str, u64)> =
            renamed.opened_again.iter().map(|opened| (opened.place.as_str(), opened.times)).collect();
        assert_eq!(times, [("Private", 3), ("Second", 1)]);
        assert_eq!(renamed.beyond_roll.as_ref().map(|beyond| beyond.places.join(", ")), Some("Private".to_owned()));
        assert_eq!(renamed.opened_places(), "Private, Second");
        assert_eq!(renamed.left_out, Some(sheet));
        let text = serde_json::to_string(&renamed).unwrap();
        assert_eq!(serde_json::from_str::<AuditNotes>(&text).unwrap(), renamed);
        assert_eq!(serde_json::from_str::<AuditNotes>("{}").unwrap(), AuditNotes::default());
    }
}
