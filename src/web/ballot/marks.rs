//! What a form says about a paper.

use crate::ballot::{Ballot, Cast, Marked, PaperForm, Spoilt};
use crate::pages::ballot::paper::{AGE, About, BLANK, DISTRICT, MARK};
use crate::web::{Form, State};

/// A paper as it came.
pub(super) enum Came {
    /// It counts.
    Valid(Cast, Marked),
    /// It was left blank on purpose.
    Blank,
    /// It would not count; nothing where points are no numbers.
    Unfit(Option<Spoilt>),
}

/// Reads the marks.
pub(super) fn read(ballot: &Ballot, form: &Form) -> Came {
    let Some(marked) = marked(ballot, form) else { return Came::Unfit(None) };
    match ballot.read_paper(&marked) {
        Ok(paper) => Came::Valid(Cast::Valid(paper), marked),
        Err(Spoilt::Empty) if form.find(BLANK).is_some() => Came::Blank,
        Err(spoilt) => Came::Unfit(Some(spoilt)),
    }
}

fn marked(ballot: &Ballot, form: &Form) -> Option<Marked> {
    Some(match ballot.form {
        PaperForm::Choose { .. } | PaperForm::Approve => {
            Marked::Chosen(form.list(MARK).filter(|key| !key.is_empty()).map(str::to_owned).collect())
        }
        PaperForm::Rank { at_most } => {
            let place = |at: u32| (form.text(&format!("{MARK}-{at}")).to_owned(), at);
            let most = u32::try_from(at_most).unwrap_or(u32::MAX);
            Marked::Ranked((1..=most).map(place).filter(|(key, _)| !key.is_empty()).collect())
        }
        PaperForm::Points { .. } => {
            let mut points = Vec::new();
            for candidate in &ballot.candidates {
                let typed = form.text(&format!("{MARK}-{}", candidate.key)).trim();
                match typed.parse::<u32>() {
                    Ok(0) => {}
                    Ok(number) => points.push((candidate.key.clone(), number)),
                    Err(_) if typed.is_empty() => {}
                    Err(_) => return None,
                }
            }
            Marked::Points(points)
        }
    })
}

/// The fields of the marks as they came, to be shown again.
pub(super) fn given(form: &Form) -> Vec<(String, String)> {
    let ours = |name: &str| name == MARK || name.strip_prefix(MARK).is_some_and(|rest| rest.starts_with('-'));
    let short = |value: &str| value.chars().take(80).collect::<String>();
    form.fields()
        .filter(|(name, _)| ours(name))
        .map(|(name, value)| (name.to_owned(), short(value)))
        .take(200)
        .collect()
}

/// What somebody says of themselves, where it can be so.
pub(super) fn about(state: &State, ballot: &Ballot, form: &Form) -> About {
    let (youngest, oldest) = ballot.ages;
    let age = form.text(AGE).parse().ok().filter(|age| (youngest..=oldest).contains(age));
    let district = form.find(DISTRICT).map(str::to_owned);
    let district = district.filter(|key| districts(state, ballot).iter().any(|(known, _)| known == key));
    About { age, district }
}

/// The districts that are asked for: none where a voucher says it.
pub(super) fn districts(state: &State, ballot: &Ballot) -> Vec<(String, String)> {
    if ballot.vouchers {
        return Vec::new();
    }
    let library = state.library();
    let geography = library.find_geography(&ballot.geography);
    let areas = geography.map(|geography| geography.districts.as_slice()).unwrap_or_default();
    areas.iter().map(|area| (area.key.clone(), area.name.clone())).collect()
}
