//! A short list out of everything that can be linked: what is likely, what lies in one place, what has certain words.

use std::collections::HashSet;

use crate::pages::officer::evidence::chooser::{Asked, Choice, Choices, MOST_IN_WORDS, Offers, Suggestion};
use crate::web::Form;

/// How many are shown unless all are asked for.
const SHOWN: usize = 12;

/// What a form or an address asks for.
pub fn asked(form: &Form) -> Asked {
    let words = form.text("words").split_whitespace().collect::<Vec<_>>().join(" ");
    Asked {
        from: form.text("from").to_owned(),
        words: words.chars().take(MOST_IN_WORDS).collect(),
        all: form.find("all").is_some(),
    }
}

/// What is found: the suggested ones first, then the others in their order; where nothing is looked for, the suggested ones
/// alone. What is `chosen` is always among them.
pub fn choose(offers: &[Offers], suggested: &[Suggestion], asked: Asked, chosen: &str) -> Choices {
    let place = offers.iter().find(|place| place.key == asked.from);
    // A place that is not there is none.
    let asked = Asked { from: place.map(|place| place.key.clone()).unwrap_or_default(), ..asked };
    let why = |value: &str| suggested.iter().find(|known| known.offer.value == value).map(|known| known.why);
    let all: Vec<Choice> = offers.iter().flat_map(|place| choices_of(place, why)).collect();
    let words: Vec<String> = asked.words.split(' ').map(str::to_lowercase).collect();
    let has_words = |choice: &Choice| {
        let said = format!("{} {}", choice.offer.label, choice.of).to_lowercase();
        words.iter().all(|word| said.contains(word))
    };
    let within: Option<HashSet<&str>> =
        place.map(|place| place.offers.iter().map(|offer| offer.value.as_str()).collect());
    let is_found = |choice: &&Choice| {
        let is_here = within.as_ref().is_none_or(|within| within.contains(choice.offer.value.as_str()));
        if asked.is_nothing() { choice.why.is_some() } else { is_here && has_words(choice) }
    };
    let mut found: Vec<Choice> = all.iter().filter(is_found).cloned().collect();
    found.sort_by_key(|choice| choice.why.is_none());
    let more = if asked.all { 0 } else { found.len().saturating_sub(SHOWN) };
    found.truncate(found.len() - more);
    let is_chosen = |choice: &&Choice| choice.offer.value == chosen;
    if !found.iter().any(|choice| is_chosen(&choice)) {
        found.splice(0..0, all.iter().find(is_chosen).cloned());
    }
    Choices { places: places(offers), asked, found, more }
}

fn choices_of(place: &Offers, why: impl Fn(&str) -> Option<&'static str>) -> Vec<Choice> {
    let of = if place.of == place.heading { place.of.clone() } else { format!("{}: {}", place.of, place.heading) };
    let choice = |offer: &crate::pages::officer::evidence::chooser::Offer| Choice {
        why: why(&offer.value),
        offer: offer.clone(),
        of: of.clone(),
    };
    place.offers.iter().map(choice).collect()
}

/// The places to look in under what they belong to, in their order.
fn places(offers: &[Offers]) -> Vec<(String, Vec<(String, String)>)> {
    let mut places: Vec<(String, Vec<(String, String)>)> = Vec::new();
    for place in offers {
        let one = (place.key.clone(), place.heading.clone());
        match places.iter_mut().find(|(of, _)| *of == place.of) {
            Some((_, known)) => known.push(one),
            None => places.push((place.of.clone(), vec![one])),
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::officer::evidence::chooser::Offer;

    fn offer(value: &str, label: &str) -> Offer {
        Offer { value: value.to_owned(), label: label.to_owned() }
    }

    fn offers() -> Vec<Offers> {
        let place = |key: &str, of: &str, heading: &str, offers: Vec<Offer>| Offers {
            key: key.to_owned(),
            of: of.to_owned(),
            heading: heading.to_owned(),
            offers,
        };
        let themes = (0..30).map(|at| offer(&format!("t{at}"), &format!("Theme {at} about buses")));
        vec![
            place("themes/a", "Town", "Themes", themes.collect()),
            place("q/a/safe", "Town", "Do you feel safe?", vec![offer("yes", "Yes (40%)"), offer("no", "No (10%)")]),
            place("ballot/b", "Ballots", "Make Your Mark", vec![offer("bus", "Cheaper BUS fares (3,000)")]),
        ]
    }

    fn values(from: &str, words: &str, all: bool, chosen: &str) -> (Vec<String>, usize) {
        let suggested = [Suggestion { offer: offer("t20", "Theme 20"), why: "the plan names it" }];
        let asked = Asked { from: from.to_owned(), words: words.to_owned(), all };
        let found = choose(&offers(), &suggested, asked, chosen);
        (found.found.into_iter().map(|choice| choice.offer.value).collect(), found.more)
    }

    #[test]
    fn without_a_question_only_what_is_likely_is_listed_and_what_is_chosen() {
        assert_eq!(values("", "", false, ""), (vec!["t20".to_owned()], 0));
        assert_eq!(values("", "", false, "no"), (vec!["no".to_owned(), "t20".to_owned()], 0));
        assert_eq!(values("nowhere", "", false, "").0, ["t20"], "a place that is not there is none");
    }

    #[test]
    fn a_place_is_listed_with_what_is_suggested_first_and_no_longer_than_somebody_reads() {
        let (found, more) = values("themes/a", "", false, "");
        assert!(found.len() == SHOWN && more == 18 && found[0] == "t20" && found[1] == "t0", "{found:?}");
        let (found, more) = values("themes/a", "", true, "");
        assert_eq!((found.len(), more), (30, 0));
        assert_eq!(values("q/a/safe", "", false, "").0, ["yes", "no"]);
    }

    #[test]
    fn words_are_found_in_names_and_in_what_they_are_of_whatever_their_capitals() {
        assert_eq!(values("", "bus FARES", false, "").0, ["bus"]);
        assert_eq!(values("", "feel safe", false, "").0, ["yes", "no"]);
        assert_eq!(values("themes/a", "theme 7", false, "").0, ["t7", "t17", "t27"]);
        assert_eq!(values("q/a/safe", "bus", false, ""), (Vec::new(), 0));
    }
}
