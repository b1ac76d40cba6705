//! Who has not been heard from, and where to go next, in plain words. Everything follows from published figures: what is
//! hidden there stays hidden here, and is never called none.

use super::definition::Ways;
use crate::breakdown::reading::{grouped, percent};
use crate::breakdown::{Count, Heard};

/// The most that is advised at once: more is a list that nobody works through.
const MOST: usize = 6;

/// What a campaign asks people to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Deed {
    Answer,
    Vote,
}

impl Deed {
    /// `answered` or `voted`.
    pub fn done(self) -> &'static str {
        match self {
            Self::Answer => "answered",
            Self::Vote => "voted",
        }
    }
}

/// A group as its figures are published.
#[derive(Debug, Clone, PartialEq)]
pub struct Quiet {
    /// What people are parted by; nothing for one of the campaign's own places or a school of its ballot.
    pub ways: Option<Ways>,
    pub key: String,
    pub name: String,
    pub people: Count,
    pub target: Option<u64>,
    /// How many there are and the share of them that took part, from 0 to 1, where both are shown.
    pub share: Option<(u64, f64)>,
    /// How they are heard beside their number.
    pub heard: Heard,
    /// The ages that the group is about, in whole years, where it is.
    pub ages: Option<(u32, u32)>,
}

/// One group to go to, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    pub name: String,
    /// What is known of it: `About 45 still to find: 45 of the 90 hoped for have answered`.
    pub known: String,
    /// What to try.
    pub try_this: &'static str,
    /// About how many are still to find, where that can be said.
    pub to_find: Option<u64>,
}

/// The groups to go to next: those with most people still to find first, then those too few of whom have taken part for
/// their number to be shown, the largest target first. Whoever is heard more than their number is not missing, however far
/// their target is.
pub fn advise(groups: &[Quiet], deed: Deed) -> Vec<Advice> {
    let mut groups: Vec<&Quiet> = groups.iter().filter(|group| group.heard != Heard::More).collect();
    groups.sort_by_key(|group| std::cmp::Reverse((to_find(group), group.target)));
    groups.into_iter().filter_map(|group| of_group(group, deed)).take(MOST).collect()
}

fn to_find(group: &Quiet) -> Option<u64> {
    match (group.people, group.target) {
        (Count::Shown(people), Some(target)) => Some(target.saturating_sub(people)),
        _ => None,
    }
}

fn of_group(group: &Quiet, deed: Deed) -> Option<Advice> {
    let (to_find, did) = (to_find(group), deed.done());
    let known = match (group.people, to_find) {
        (Count::Hidden, _) => {
            let hoped = group.target.map(|target| format!(". {} are hoped for", grouped(target))).unwrap_or_default();
            format!("Too few have {did}, or too few elsewhere, for a number to be shown{hoped}")
        }
        (Count::Shown(people), Some(few)) if few > 0 => {
            let target = group.target.unwrap_or_default();
            let less = less(group).map(|less| format!(". {less}")).unwrap_or_default();
            let [few, people, target] = [few, people, target].map(grouped);
            format!("About {few} still to find: {people} of the {target} hoped for have {did}{less}")
        }
        _ => less(group)?,
    };
    Some(Advice {
        name: group.name.clone(),
        known,
        try_this: try_this(group, deed),
        to_find: to_find.filter(|few| *few > 0),
    })
}

/// That a group is heard less than its number, with the number and what it is of.
fn less(group: &Quiet) -> Option<String> {
    if group.heard != Heard::Less {
        return None;
    }
    let base = match (group.people, group.share) {
        (Count::Shown(people), Some((base, share))) => {
            format!(": {} of the {} who live here, {}", grouped(people), grouped(base), share_words(share))
        }
        _ => String::new(),
    };
    Some(format!("Heard less than their number{base}"))
}

/// A share of those who live somewhere: below one in a hundred with a decimal, so that few are not none.
pub fn share_words(share: f64) -> String {
    if share > 0.0 && share < 0.01 { format!("{:.1}%", share * 100.0) } else { percent(share) }
}

/// Where people of a group can be met.
fn try_this(group: &Quiet, deed: Deed) -> &'static str {
    match (group.ways, group.ages) {
        (None, _) if deed == Deed::Vote => {
            "Ask the school on which day it votes, bring what it votes with, and show the slides in assembly the day before."
        }
        (None, _) => "Ask who looks after the poster whether it still hangs where people wait, and offer to come back.",
        (Some(Ways::District), _) if deed == Deed::Vote => {
            "Ask its schools that do not vote yet, and give those who are not at school the library and the college."
        }
        (Some(Ways::District), _) => {
            "Give its library, leisure centre and bus station a link each, and ask its schools for ten minutes in tutor time."
        }
        (Some(_), Some((_, oldest))) if oldest <= 11 && deed == Deed::Answer => {
            "Ask primary school councils. The picture edition needs a grown-up who reads aloud and does not help to answer."
        }
        (Some(_), Some((youngest, _))) if youngest >= 16 => {
            "Try the college canteen, sixth-form tutor time, and the bus station before nine."
        }
        (Some(_), Some(_)) => "Show the slides in assembly, and let every form have ten minutes that day.",
        (Some(_), None) => "Ask somebody they already know to pass the link on, and say what happened the last time.",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn group(name: &str, people: Count, target: Option<u64>, heard: Heard) -> Quiet {
        let (ways, key, ages, share) = (Some(Ways::District), name.to_lowercase(), None, Some((5_000, 0.004)));
        Quiet { ways, key, name: name.into(), people, target, share, heard, ages }
    }

    #[test]
    fn those_with_most_to_find_come_first_and_those_who_are_done_are_left_out() {
        let groups = [
            group("Done", Count::Shown(100), Some(90), Heard::Alike),
            group("Near", Count::Shown(80), Some(90), Heard::Alike),
            group("Far", Count::Shown(20), Some(90), Heard::Less),
            group("Unknown", Count::Hidden, Some(90), Heard::Hidden),
            group("Loud", Count::Shown(30), Some(90), Heard::More),
        ];
        let advice = advise(&groups, Deed::Answer);
        let names: Vec<&str> = advice.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["Far", "Near", "Unknown"]);
        assert_eq!(
            advice[0].known,
            "About 70 still to find: 20 of the 90 hoped for have answered. Heard less than their number: 20 of the 5,000 \
             who live here, 0.4%"
        );
        assert_eq!(advise(&groups, Deed::Vote)[1].known, "About 10 still to find: 80 of the 90 hoped for have voted");
    }

    #[test]
    fn a_hidden_number_is_never_called_none_nor_worked_out_from_the_target() {
        let advice = advise(&[group("Quiet", Count::Hidden, Some(90), Heard::Hidden)], Deed::Answer);
        assert_eq!(advice[0].to_find, None);
        let known = advice[0].known.to_lowercase();
        assert!(known.ends_with("90 are hoped for"), "{known}");
        let numbers: String = known.chars().filter(char::is_ascii_digit).collect();
        assert!(numbers == "90" && !known.contains("none") && !known.contains("nobody"), "{known}");
    }

    #[test]
    fn a_small_share_is_no_share_of_nothing() {
        assert_eq!([0.004, 0.0099, 0.012, 0.0].map(share_words), ["0.4%", "1.0%", "1%", "0%"]);
    }

    #[test]
    fn where_to_go_follows_the_age_and_what_is_asked() {
        let aged = |low, high| Quiet {
            ways: Some(Ways::Age),
            ages: Some((low, high)),
            ..group("A", Count::Shown(20), Some(90), Heard::Alike)
        };
        let said: Vec<&str> =
            advise(&[aged(8, 11), aged(12, 15), aged(16, 17)], Deed::Answer).iter().map(|one| one.try_this).collect();
        assert!(said[0].contains("primary") && said[1].contains("assembly") && said[2].contains("college"), "{said:?}");
        let school = Quiet { ways: None, ..group("School", Count::Hidden, None, Heard::NotCompared) };
        assert!(advise(std::slice::from_ref(&school), Deed::Vote)[0].try_this.contains("on which day it votes"));
        assert!(advise(&[school], Deed::Answer)[0].try_this.contains("poster"));
    }
}
