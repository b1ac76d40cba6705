//! A finding as a sentence, said before any table. It claims no more than the figures do.

use crate::breakdown::{Breakdown, Difference, Figure, PublishedRow};
use crate::pages::figures::numbers::{grouped, in_words, interval, listed, percent};

/// A theme in a few sentences: how many named it, where clearly more or fewer did, and from which perspective.
pub fn in_short(
    districts: &Breakdown,
    by_district: &PublishedRow,
    perspectives: &Breakdown,
    by_perspective: &PublishedRow,
) -> Vec<String> {
    let Figure::Shown(share) = &by_district.everyone else {
        return vec![format!(
            "Too few people, or all but a few, named this theme for its figures to be shown. That is under {} people, \
             and it is not to be read as zero.",
            districts.policy.threshold
        )];
    };
    let mut words = in_words(share.share);
    if let Some(first) = words.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    let mut sentences = vec![format!(
        "{words} of the people who answered named it: {} of {}, 95% interval {}.",
        percent(share.share),
        grouped(share.base),
        interval(share)
    )];
    sentences.push(match clear(districts, by_district) {
        (higher, lower) if higher.is_empty() && lower.is_empty() => {
            "No district is clearly different from the rest.".to_owned()
        }
        (higher, lower) => said_of("It is clearly", &higher, &lower, "in "),
    });
    match clear(perspectives, by_perspective) {
        (higher, lower) if higher.is_empty() && lower.is_empty() => {
            sentences.push("No perspective is clearly different from the rest.".to_owned());
        }
        (higher, lower) => sentences.push(said_of("It is clearly", &inside(&higher), &inside(&lower), "among ")),
    }
    sentences
}

/// The groups that are clearly higher, and those that are clearly lower, each with its share.
pub fn clear(breakdown: &Breakdown, row: &PublishedRow) -> (Vec<String>, Vec<String>) {
    let of = |wanted: Difference| {
        let mut found: Vec<(f64, String)> = breakdown
            .groups
            .iter()
            .zip(&row.cells)
            .filter(|(_, cell)| cell.differs == wanted)
            .filter_map(|(group, cell)| Some((cell.figure.shown()?.share, group.name.clone())))
            .collect();
        found.sort_by(|a, b| b.0.total_cmp(&a.0));
        found.into_iter().map(|(share, name)| format!("{} ({})", name, percent(share))).collect()
    };
    (of(Difference::Higher), of(Difference::Lower))
}

/// Names of perspectives as they stand inside a sentence: `young people`.
fn inside(names: &[String]) -> Vec<String> {
    let lower_first = |name: &String| {
        let mut characters = name.chars();
        characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
    };
    names.iter().map(lower_first).collect()
}

fn said_of(start: &str, higher: &[String], lower: &[String], among: &str) -> String {
    let part = |word: &str, names: &[String]| format!("{word} {among}{}", listed(names));
    match (higher.is_empty(), lower.is_empty()) {
        (false, true) => format!("{start} {}.", part("more common", higher)),
        (true, _) => format!("{start} {}.", part("less common", lower)),
        (false, false) => format!("{start} {}, and {}.", part("more common", higher), part("less common", lower)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breakdown::{Group, Policy, Row};

    fn table(names: &[&str], bases: &[u64], counts: &[u64]) -> Breakdown {
        let groups: Vec<Group> = names
            .iter()
            .zip(bases)
            .map(|(name, base)| Group { key: (*name).into(), name: (*name).into(), base: *base })
            .collect();
        let row = Row { key: "t".into(), name: "T".into(), counts: counts.into(), total: counts.iter().sum() };
        Breakdown::new(bases.iter().sum(), &groups, &[row], Policy::default())
    }

    fn short(districts: &Breakdown) -> String {
        let perspectives = table(&["Children", "Citizens"], &[150, 150], &[30, 30]);
        in_short(districts, &districts.rows[0], &perspectives, &perspectives.rows[0]).join(" ")
    }

    #[test]
    fn only_clear_differences_are_claimed() {
        let said = short(&table(&["Redditch", "Worcester", "Wychavon"], &[100, 100, 100], &[60, 12, 14]));
        assert!(said.contains("more common in Redditch (60%)"), "{said}");
        assert!(said.contains("less common in Wychavon (15%) and Worcester (10%)"), "{said}");
        assert!(said.contains("No perspective is clearly different"), "{said}");
        let none = short(&table(&["Redditch", "Worcester"], &[100, 100], &[20, 22]));
        assert!(none.contains("No district is clearly different"), "{none}");
    }

    #[test]
    fn a_hidden_share_is_never_called_none() {
        let said = short(&table(&["Redditch"], &[100], &[3]));
        assert!(said.contains("not to be read as zero") && !said.contains('%'), "{said}");
    }
}
