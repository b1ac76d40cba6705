//! The themes of a consultation as choices for a ballot: those whose number the page of themes shows, in the order of how
//! many people named them, and those of harm set apart. Where a survey tells children and young people from adults, the
//! topmost themes count the young alone; finer ones count everybody, as no page shows them by perspective. A theme whose number is hidden is not offered: nothing shows that
//! people raised it. Teams see the order of a consultation once its results are published, and until then the alphabet's.

use std::cmp::Reverse;

use crate::breakdown::{Breakdown, Count};
use crate::pages::ballot::making::{ThemeChoice, ThemeGroup, ThemesOnOffer};
use crate::store::{StoredTheme, ThemeStatus};
use crate::survey::{Consultation, Edition, Perspective};
use crate::web::officer::counts::{By, FrameCounts};
use crate::web::officer::subject::Subject;
use crate::web::{PageError, State};

/// Key and title of every consultation whose answers are coded with a frame; the one that most people can answer first.
pub fn consultations(state: &State) -> Vec<(String, String)> {
    let library = state.library();
    let mut with_frame: Vec<_> = library.consultations().filter(|one| one.code_frame.is_some()).collect();
    with_frame.sort_by_key(|one| Reverse(one.breadth()));
    with_frame.into_iter().map(|one| (one.key.clone(), one.default_words().title.clone())).collect()
}

/// The themes that people raised in a consultation, `with_numbers` or, where its results are published, only in their
/// order. None before its answers are read for the first time.
///
/// # Errors
/// When the database fails.
pub fn on_offer(state: &State, consultation: &str, with_numbers: bool) -> Result<ThemesOnOffer, PageError> {
    let library = state.library();
    let Some(found) = library.find_consultation(consultation) else { return Ok(ThemesOnOffer::default()) };
    let Some(frame) = found.code_frame.as_deref().and_then(|key| library.find_code_frame(key)) else {
        return Ok(ThemesOnOffer::default());
    };
    let subject = Subject::get(state, consultation)?;
    let Some(stored) = subject.find_frame(&state.store)? else { return Ok(ThemesOnOffer::default()) };
    let counts = FrameCounts::count(&state.store, consultation, stored.id, None)?;
    let policy = state.config.policy;
    let topmost = counts.topmost();
    // The same tables as the page of themes, so that two pages never tell more together than one.
    let table = counts.breakdown(&topmost, &subject, By::Perspective, policy);
    let young = young(found);
    let is_ours = |theme: &StoredTheme| theme.status == ThemeStatus::Approved;
    let mut groups: Vec<(u64, ThemeGroup)> = Vec::new();
    let mut delicate: Vec<(u64, ThemeChoice)> = Vec::new();
    for theme in topmost.into_iter().filter(|theme| is_ours(theme)) {
        let below = counts.below(theme);
        let finer_table = counts.shares(&below, policy);
        let Some((people, choice)) = raised(theme, &table, with_numbers, &young) else { continue };
        let finer = below.into_iter().filter(|finer| is_ours(finer));
        let (careful, mut finer): (Vec<_>, Vec<_>) = finer
            .filter_map(|finer| raised(finer, &finer_table, with_numbers, &[]))
            .partition(|(_, choice)| frame.care.contains(&choice.key));
        finer.sort_by_key(|(people, _)| Reverse(*people));
        delicate.extend(careful);
        let finer = finer.into_iter().map(|(_, choice)| choice).collect();
        match frame.care.contains(&choice.key) {
            true => delicate.push((people, choice)),
            false => groups.push((people, ThemeGroup { theme: choice, finer })),
        }
    }
    // A sort keeps the frame's order among those that are alike.
    groups.sort_by_key(|(people, _)| Reverse(*people));
    delicate.sort_by_key(|(people, _)| Reverse(*people));
    let mut offered = ThemesOnOffer {
        groups: groups.into_iter().map(|(_, group)| group).collect(),
        delicate: delicate.into_iter().map(|(_, choice)| choice).collect(),
        by_number: with_numbers || !state.store.list_publications(Some(consultation), 1)?.is_empty(),
    };
    if !offered.by_number {
        by_alphabet(&mut offered);
    }
    Ok(offered)
}

/// Takes the order away, which tells what is not published yet.
fn by_alphabet(offered: &mut ThemesOnOffer) {
    offered.groups.iter_mut().for_each(|group| group.finer.sort_by_key(|one| one.name.to_lowercase()));
    offered.groups.sort_by_key(|group| group.theme.name.to_lowercase());
    offered.delicate.sort_by_key(|one| one.name.to_lowercase());
}

/// The oldest of those who are young people here.
const OLDEST_YOUNG: u32 = 25;

/// The perspectives of children and young people; none where the survey does not tell them apart from adults.
fn young(consultation: &Consultation) -> Vec<&str> {
    let is_young = |one: &&Perspective| {
        one.edition == Edition::Child || one.ages.is_some_and(|(_, oldest)| oldest <= OLDEST_YOUNG)
    };
    let young: Vec<&str> = consultation.perspectives.iter().filter(is_young).map(|one| one.key.as_str()).collect();
    if young.len() == consultation.perspectives.len() { Vec::new() } else { young }
}

/// A theme with how many people named it, of these perspectives where there are any; nothing where that is hidden.
fn raised(theme: &StoredTheme, table: &Breakdown, with_numbers: bool, of: &[&str]) -> Option<(u64, ThemeChoice)> {
    let row = table.rows.iter().find(|row| row.key == theme.id.to_string())?;
    let people = match of {
        [] => row.everyone.shown()?.count,
        _ => {
            let theirs = table.groups.iter().zip(&row.cells).filter(|(group, _)| of.contains(&group.key.as_str()));
            let shown: Vec<u64> = theirs.filter_map(|(_, cell)| Some(cell.figure.shown()?.count)).collect();
            if shown.is_empty() {
                return None;
            }
            shown.iter().sum()
        }
    };
    let shown = with_numbers.then_some(Count::Shown(people));
    let young = !of.is_empty();
    Some((people, ThemeChoice { key: theme.key.clone(), name: theme.name.clone(), people: shown, young }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breakdown::{Group, Policy, Row};

    #[test]
    fn a_theme_counts_the_young_alone_where_the_survey_tells_them_apart() {
        let theme = StoredTheme {
            id: 7,
            frame_id: 1,
            key: "fares".to_owned(),
            name: "Fares".to_owned(),
            definition: String::new(),
            terms: Vec::new(),
            status: ThemeStatus::Approved,
            parent: None,
            answers: 180,
        };
        let of = ["child", "young-person"];
        let group = |key: &str| Group { key: key.to_owned(), name: key.to_owned(), base: 500 };
        let groups = ["child", "young-person", "parent-carer"].map(group);
        let counts = vec![40, 40, 100];
        let row = Row { key: "7".into(), name: "Fares".into(), total: counts.iter().sum(), counts };
        let table = Breakdown::new(1_500, &groups, &[row], Policy::default());
        let (people, choice) = raised(&theme, &table, true, &of).unwrap();
        assert_eq!((people, choice.young), (80, true));
        assert_eq!(raised(&theme, &table, true, &[]).unwrap().0, 180);
    }

    #[test]
    fn without_published_results_themes_stand_by_the_alphabet() {
        let choice =
            |name: &str| ThemeChoice { key: name.to_owned(), name: name.to_owned(), people: None, young: false };
        let group = |name: &str, finer: &[&str]| ThemeGroup {
            theme: choice(name),
            finer: finer.iter().map(|name| choice(name)).collect(),
        };
        let mut offered = ThemesOnOffer {
            groups: vec![group("Transport", &["Fares", "buses"]), group("Arts", &[])],
            delicate: vec![choice("Harm"), choice("abuse")],
            by_number: false,
        };
        by_alphabet(&mut offered);
        let sorted = [group("Arts", &[]), group("Transport", &["buses", "Fares"])];
        assert_eq!((offered.groups, offered.delicate), (sorted.to_vec(), vec![choice("abuse"), choice("Harm")]));
    }
}
