//! The themes of a consultation as choices for a ballot: in the order of how many people named them, with the numbers
//! that the page of themes shows, and those of harm set apart.

use std::cmp::Reverse;

use crate::breakdown::{Breakdown, Count, Figure};
use crate::pages::ballot::making::{ThemeChoice, ThemeGroup, ThemesOnOffer};
use crate::store::{StoredTheme, ThemeStatus};
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

/// The themes of a consultation, `with_numbers` or only in their order. Before its answers are read for the first time
/// the themes come in the frame's own order.
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
    let Some(stored) = subject.find_frame(&state.store)? else {
        let choice = |key: &str, name: &str| ThemeChoice { key: key.to_owned(), name: name.to_owned(), people: None };
        let group = |theme: &crate::themes::FrameTheme| ThemeGroup {
            theme: choice(&theme.key, &theme.name),
            finer: Vec::new(),
        };
        let themes = frame.themes.iter().filter(|theme| !frame.care.contains(&theme.key));
        return Ok(ThemesOnOffer { groups: themes.map(group).collect(), delicate: Vec::new() });
    };
    let counts = FrameCounts::count(&state.store, consultation, stored.id, None)?;
    let policy = state.config.policy;
    let topmost = counts.topmost();
    // The same tables as the page of themes, so that two pages never tell more together than one.
    let table = counts.breakdown(&topmost, &subject, By::Perspective, policy);
    let is_ours = |theme: &StoredTheme| theme.status == ThemeStatus::Approved;
    let mut groups: Vec<(Option<u64>, ThemeGroup)> = Vec::new();
    let mut delicate: Vec<(Option<u64>, ThemeChoice)> = Vec::new();
    for theme in topmost.into_iter().filter(|theme| is_ours(theme)) {
        let (people, choice) = choice(theme, &table, with_numbers);
        let below = counts.below(theme);
        let table = counts.shares(&below, policy);
        let finer = below.into_iter().filter(|finer| is_ours(finer));
        let (careful, mut finer): (Vec<_>, Vec<_>) = finer
            .map(|finer| self::choice(finer, &table, with_numbers))
            .partition(|(_, choice)| frame.care.contains(&choice.key));
        finer.sort_by_key(|(people, _)| Reverse(*people));
        delicate.extend(careful);
        let finer = finer.into_iter().map(|(_, choice)| choice).collect();
        match frame.care.contains(&choice.key) {
            true => delicate.push((people, choice)),
            false => groups.push((people, ThemeGroup { theme: choice, finer })),
        }
    }
    // A sort keeps the frame's order among those that are hidden or alike.
    groups.sort_by_key(|(people, _)| Reverse(*people));
    delicate.sort_by_key(|(people, _)| Reverse(*people));
    Ok(ThemesOnOffer {
        groups: groups.into_iter().map(|(_, group)| group).collect(),
        delicate: delicate.into_iter().map(|(_, choice)| choice).collect(),
    })
}

/// A theme with how many people named it, where that is shown.
fn choice(theme: &StoredTheme, table: &Breakdown, with_numbers: bool) -> (Option<u64>, ThemeChoice) {
    let row = table.rows.iter().find(|row| row.key == theme.id.to_string());
    let people = row.and_then(|row| row.everyone.shown()).map(|share| share.count);
    let shown = match row.map(|row| row.everyone) {
        Some(Figure::Shown(share)) => Count::Shown(share.count),
        _ => Count::Hidden,
    };
    let people_shown = with_numbers.then_some(shown);
    (people, ThemeChoice { key: theme.key.clone(), name: theme.name.clone(), people: people_shown })
}
