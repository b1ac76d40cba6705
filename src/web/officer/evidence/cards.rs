//! What is linked to an outcome, as cards with their figures and quotes as they are now.

use super::Figures;
use super::plans::Linked;
use crate::geography::Geography;
use crate::pages::officer::evidence::linked::{Link, Seen};
use crate::plan::Outcome;
use crate::plan::evidence::{Basis, Stance};
use crate::store::StoredEvidence;
use crate::web::PageError;
use crate::web::officer::desk::day_and_year;

/// Which links are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown<'a> {
    /// All, also those that are about one district.
    All,
    /// Those about the whole, with the figures of everyone, and all that speak against it.
    Whole,
    /// Those about the whole or this district, with its figures beside everyone's, and all that speak against it.
    District(&'a str),
}

impl<'a> Shown<'a> {
    fn takes(self, link: &StoredEvidence) -> bool {
        match (self, link.evidence.district.as_deref()) {
            (Self::All, _) | (_, None) => true,
            // What speaks against it counts everywhere, see `plan::evidence::weigh`.
            (Self::Whole, Some(_)) => link.evidence.stance == Stance::Contrary,
            (Self::District(district), Some(about)) => district == about || link.evidence.stance == Stance::Contrary,
        }
    }

    fn district(self) -> Option<&'a str> {
        if let Self::District(district) = self { Some(district) } else { None }
    }
}

/// The cards of an outcome in the order in which they were linked.
///
/// # Errors
/// When the database fails.
pub fn cards(
    figures: &Figures<'_>,
    geography: &Geography,
    linked: &Linked,
    outcome: &Outcome,
    shown: Shown<'_>,
) -> Result<Vec<Link>, PageError> {
    let theirs = linked.evidence.iter().filter(|link| link.evidence.outcome == outcome.key && shown.takes(link));
    theirs
        .map(|link| {
            let inherited = linked.is_inherited(link.id);
            Ok(Link { inherited, ..card(figures, geography, link, shown.district())? })
        })
        .collect()
}

fn card(
    figures: &Figures<'_>,
    geography: &Geography,
    link: &StoredEvidence,
    district: Option<&str>,
) -> Result<Link, PageError> {
    let evidence = &link.evidence;
    let mut named = figures.named(&evidence.basis);
    if evidence.district.is_some() && matches!(evidence.basis, Basis::Ballot { .. }) {
        named.of.push_str(". The result is that of everyone who voted");
    }
    // What is linked for one district shows that district's figure wherever it stands.
    let district = evidence.district.as_deref().or(district);
    Ok(Link {
        id: link.id,
        inherited: false,
        stance: evidence.stance,
        kind: named.kind,
        name: named.name,
        of: named.of,
        address: named.address,
        seen: seen(figures, geography, &evidence.basis, district),
        about: evidence.district.as_deref().map(|key| district_name(geography, key)),
        districts: figures.by_district(&evidence.basis),
        quotes: figures.quotes(&evidence.basis, district)?,
        note: evidence.note.clone(),
        officer: link.officer.clone(),
        linked_on: day_and_year(link.linked_on),
    })
}

fn seen(figures: &Figures<'_>, geography: &Geography, basis: &Basis, district: Option<&str>) -> Seen {
    if let Some(figure) = basis.outside_figure() {
        return Seen::Outside(figure);
    }
    match figures.figure(basis, None) {
        Some(everyone) => {
            let here =
                district.and_then(|key| Some((district_name(geography, key), figures.figure(basis, Some(key))?)));
            Seen::Counted { everyone, here }
        }
        None if !figures.knows(basis) => {
            Seen::NotCounted("It is no longer there. Take the link out, or link something else.")
        }
        None if figures.lacks_result(basis) => {
            Seen::NotCounted("No result is published yet. Take the link out until it is.")
        }
        None => Seen::NotCounted("How it was counted gives no share. The result stands on the ballot’s own page."),
    }
}

/// The name of a district, or its key where the geography no longer has it.
pub fn district_name(geography: &Geography, key: &str) -> String {
    let area = geography.districts.iter().find(|area| area.key == key);
    area.map_or_else(|| key.to_owned(), |area| area.name.clone())
}
