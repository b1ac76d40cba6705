//! The ages of those whom a survey asks, and the population of those ages: the same wherever those who answered are set
//! beside people who live there.
//!
//! Whoever is too young to read a survey was not asked, and is not missing. Leaves out the comparison (`breakdown`).

use super::shape::{DISTRICT, QUESTION};
use crate::breakdown::{Side, WeightedWay, population_by_age};
use crate::geography::Geography;
use crate::survey::{Consultation, Options, QuestionKind, band};

/// Whoever answers from a perspective up to this age is a child or young person: some plans go on to 25.
pub const OLDEST: u32 = 25;
/// Population is known by single years up to this age.
pub const KNOWN_TO: u32 = 19;

/// The age question, and which of its bands are set beside population.
pub struct AskedBands {
    /// The key of its attribute.
    pub key: String,
    /// The ages of each band, both ends included; none where population is not known of all of them, or some of them are
    /// too young to read the survey.
    pub bands: Vec<Option<(u32, u32)>>,
    /// Whether each band is left out for being too young.
    pub too_young: Vec<bool>,
}

impl AskedBands {
    /// Those of a consultation; none where it does not ask age.
    pub fn of(consultation: &Consultation) -> Option<Self> {
        let is_band = |kind: &QuestionKind| matches!(kind, QuestionKind::AgeBand(_));
        let question = consultation.questions.iter().find(|question| is_band(&question.kind))?;
        let keys = question.options().map(Options::keys).unwrap_or_default();
        let readers = readers(consultation);
        let ages: Vec<Option<(u32, u32)>> = keys.iter().map(|key| band(key)).collect();
        let too_young: Vec<bool> = ages.iter().map(|ages| ages.is_some_and(|(low, _)| low < readers)).collect();
        let counts =
            |(ages, too_young): (&Option<(u32, u32)>, &bool)| ages.filter(|(_, high)| *high <= KNOWN_TO && !too_young);
        let bands = ages.iter().zip(&too_young).map(counts).collect();
        Some(Self { key: format!("{QUESTION}{}", question.key), bands, too_young })
    }

    /// The people of each district in each band; 0 where the band is not counted.
    pub fn population(&self, geography: &Geography) -> Vec<Vec<u64>> {
        let counted: Vec<(u32, u32)> = self.bands.iter().flatten().copied().collect();
        let spread = |people: Vec<u64>| {
            let mut people = people.into_iter();
            self.bands.iter().map(|band| band.and_then(|_| people.next()).unwrap_or(0)).collect()
        };
        population_by_age(geography, &counted).into_iter().map(spread).collect()
    }

    /// The people of each band in the whole geography.
    pub fn population_of_all(&self, geography: &Geography) -> Vec<u64> {
        let districts = self.population(geography);
        (0..self.bands.len()).map(|at| districts.iter().map(|people| people[at]).sum()).collect()
    }

    /// What those who answered are weighted to: the people of each band, and of each district in those bands.
    pub fn weighted_ways(&self, geography: &Geography) -> [WeightedWay; 2] {
        let by_district = self.population(geography).iter().map(|people| people.iter().sum()).collect();
        [
            WeightedWay { key: self.key.clone(), population: self.population_of_all(geography) },
            WeightedWay { key: DISTRICT.to_owned(), population: by_district },
        ]
    }

    /// The youngest and the oldest of those counted; none where no band is.
    pub fn ages(&self) -> Option<(u32, u32)> {
        let (lows, highs): (Vec<u32>, Vec<u32>) = self.bands.iter().flatten().copied().unzip();
        Some((lows.into_iter().min()?, highs.into_iter().max()?))
    }
}

/// The age from which the survey is written to be read by oneself; 0 where it does not say.
pub fn readers(consultation: &Consultation) -> u32 {
    let asked = consultation.perspectives.iter().filter(|one| one.ages.is_some());
    asked.filter_map(|one| one.reading_age).map(u32::from).min().unwrap_or(0)
}

/// The ages at which children and young people are asked, both ends included: from the age at which they can read it, as far
/// as population is known; all such ages where the survey asks none of them apart.
pub fn asked_ages(consultation: &Consultation) -> (u32, u32) {
    let children = consultation.perspectives.iter().filter(|one| Side::of(one, OLDEST) == Side::Children);
    let known = children.filter_map(|one| one.ages);
    let (low, high) = known.fold((KNOWN_TO, 0), |(low, high), (from, to)| (low.min(from), high.max(to)));
    let (low, high) = if low > high { (0, KNOWN_TO) } else { (low, high.min(KNOWN_TO)) };
    (low.max(readers(consultation)).min(high), high)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Library;

    /// The whole plan's survey, which is written for readers from 7 on and asks age in bands, and its geography.
    fn plan() -> (std::sync::Arc<Consultation>, std::sync::Arc<Geography>) {
        let library = Library::load(None).ok().unwrap();
        let consultation = library.find_consultation("worcestershire-cypp").unwrap();
        let geography = library.find_geography(&consultation.geography).unwrap();
        (std::sync::Arc::clone(consultation), std::sync::Arc::clone(geography))
    }

    #[test]
    fn districts_are_set_beside_the_people_of_the_ages_that_are_asked() {
        let (consultation, geography) = plan();
        assert_eq!(asked_ages(&consultation), (7, 19));
        let at = geography.districts.iter().position(|area| area.key == "redditch").unwrap();
        // 1,082 aged 7, 1,112 aged 8 and so on to 803 aged 19; with those under 7, who were not asked, 20,620.
        let people = population_by_age(&geography, &[asked_ages(&consultation)]);
        assert_eq!(people[at], [13_643]);
        assert_eq!(geography.districts[at].population_0_19(), 20_620);
    }

    #[test]
    fn weights_are_to_the_people_of_the_bands_that_are_asked_by_age_and_by_district() {
        let (consultation, geography) = plan();
        let bands = AskedBands::of(&consultation).unwrap();
        assert_eq!(bands.bands, [None, Some((8, 11)), Some((12, 15)), Some((16, 19)), None]);
        assert_eq!(
            (bands.too_young.as_slice(), bands.ages()),
            (&[true, false, false, false, false][..], Some((8, 19)))
        );
        let at = |key: &str| geography.districts.iter().position(|area| area.key == key).unwrap();
        let by_band = bands.population(&geography);
        assert_eq!(by_band[at("redditch")], [0, 4_414, 4_217, 3_930, 0]);
        assert_eq!(by_band[at("bromsgrove")], [0, 4_832, 5_111, 4_337, 0]);
        let [ages, districts] = bands.weighted_ways(&geography);
        assert_eq!(districts.population[at("redditch")], 4_414 + 4_217 + 3_930);
        assert_eq!(districts.population[at("bromsgrove")], 14_280);
        // Both ways are of the same people, without whom weights cannot fit.
        assert_eq!(ages.population.iter().sum::<u64>(), districts.population.iter().sum::<u64>());
        assert_eq!((ages.population[0], ages.population[4]), (0, 0));
    }
}
