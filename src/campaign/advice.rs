//! Who has not been heard from, and where to go next, in plain words. Everything follows from published figures: what is
//! hidden there stays hidden here, and is never called none.

use super::definition::Ways;
use crate::breakdown::{Count, Heard};

/// The most that is advised at once: more is a list that nobody works through.
const MOST: usize = 6;

/// A group as its figures are published.
#[derive(Debug, Clone, PartialEq)]
pub struct Quiet {
    /// What people are parted by; nothing for one of the campaign's own places.
    pub ways: Option<Ways>,
    pub key: String,
    pub name: String,
    pub people: Count,
    pub target: Option<u64>,
    /// How they are heard beside their number.
    pub heard: Heard,
    /// The ages that the group is about, in whole years, where it is.
    pub ages: Option<(u32, u32)>,
}

/// One group to go to, and how.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    pub name: String,
    /// What is known of it: `About 45 still to find`.
    pub known: String,
    /// What to try.
    pub try_this: &'static str,
    /// About how many are still to find, where that can be said.
    pub to_find: Option<u64>,
}

/// The groups to go to next: those with most people still to find first, then those too few of whom have answered for
/// their number to be shown.
pub fn advise(groups: &[Quiet]) -> Vec<Advice> {
    let mut advice: Vec<Advice> = groups.iter().filter_map(of_group).collect();
    advice.sort_by_key(|one| std::cmp::Reverse(one.to_find));
    advice.truncate(MOST);
    advice
}

fn of_group(group: &Quiet) -> Option<Advice> {
    let to_find = match (group.people, group.target) {
        (Count::Shown(people), Some(target)) => Some(target.saturating_sub(people)),
        _ => None,
    };
    let known = match (group.people, to_find, group.heard) {
        (Count::Hidden, ..) => "Too few have answered, or too few elsewhere, for a number to be shown".to_owned(),
        (_, Some(0), Heard::Less) | (_, None, Heard::Less) => "Heard less than their number".to_owned(),
        (_, Some(0) | None, _) => return None,
        (_, Some(few), Heard::Less) => format!("About {few} still to find, and heard less than their number"),
        (_, Some(few), _) => format!("About {few} still to find"),
    };
    Some(Advice { name: group.name.clone(), known, try_this: try_this(group), to_find: to_find.filter(|few| *few > 0) })
}

/// Where people of a group can be met.
fn try_this(group: &Quiet) -> &'static str {
    match (group.ways, group.ages) {
        (None, _) => "Ask who looks after the poster whether it still hangs where people wait, and offer to come back.",
        (Some(Ways::District), _) => {
            "Give its library, leisure centre and bus station a link each, and ask its schools for ten minutes in tutor time."
        }
        (Some(_), Some((_, oldest))) if oldest <= 11 => {
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
        let (ways, key, ages) = (Some(Ways::District), name.to_lowercase(), None);
        Quiet { ways, key, name: name.into(), people, target, heard, ages }
    }

    #[test]
    fn those_with_most_to_find_come_first_and_those_who_are_done_are_left_out() {
        let advice = advise(&[
            group("Done", Count::Shown(100), Some(90), Heard::Alike),
            group("Near", Count::Shown(80), Some(90), Heard::Alike),
            group("Far", Count::Shown(20), Some(90), Heard::Less),
            group("Unknown", Count::Hidden, Some(90), Heard::Hidden),
        ]);
        let names: Vec<&str> = advice.iter().map(|one| one.name.as_str()).collect();
        assert_eq!(names, ["Far", "Near", "Unknown"]);
        assert_eq!(advice[0].known, "About 70 still to find, and heard less than their number");
    }

    #[test]
    fn a_hidden_number_is_never_called_none_nor_worked_out_from_the_target() {
        let advice = advise(&[group("Quiet", Count::Hidden, Some(90), Heard::Hidden)]);
        assert_eq!(advice[0].to_find, None);
        let known = advice[0].known.to_lowercase();
        assert!(!known.contains(|c: char| c.is_ascii_digit()) && !known.contains("none") && !known.contains("nobody"));
    }

    #[test]
    fn where_to_go_follows_the_age() {
        let aged = |low, high| Quiet {
            ways: Some(Ways::Age),
            ages: Some((low, high)),
            ..group("A", Count::Shown(20), Some(90), Heard::Alike)
        };
        let said: Vec<&str> =
            advise(&[aged(8, 11), aged(12, 15), aged(16, 17)]).iter().map(|one| one.try_this).collect();
        assert!(said[0].contains("primary") && said[1].contains("assembly") && said[2].contains("college"), "{said:?}");
    }
}
