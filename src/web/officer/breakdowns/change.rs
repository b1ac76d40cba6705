//! `GET /officer/c/{consultation}/change?with=OTHER`: what has changed between two consultations on one code frame.

use actix_web::{HttpRequest, HttpResponse, web};

use super::super::desk::{day_and_year, desk};
use super::super::opening::{Opening, open};
use super::super::subject::{Subject, unknown_filter};
use super::columns::Counted;
use super::named::rows;
use super::shape::{Content, PERSPECTIVE};
use crate::breakdown::{self, Asked, Crosstab, Found, Rows};
use crate::pages::officer::breakdowns::{Change, Comparison, Other};
use crate::pages::officer::themes::Choice;
use crate::survey::Consultation;
use crate::web::account::SignedIn;
use crate::web::{PageError, State};

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    open(state, signed_in, key.into_inner(), &request, |opening| Ok(page(opening)?.render().into_string())).await
}

fn page(opening: &Opening) -> Result<Change, PageError> {
    let Opening { state, signed_in, subject, asked } = opening;
    let counted = state.columns.get(state, subject, Content::Themes)?;
    let library = state.library();
    let mut others = Vec::new();
    for other in library.consultations().filter(|other| other.key != subject.consultation.key) {
        let leads = match why_not(state, &subject.consultation, other)? {
            Some(why) => Err(why),
            None => Ok(format!("/officer/c/{}/change?with={}", subject.consultation.key, other.key)),
        };
        others.push(Other { title: other.default_words().title.clone(), when: when(other), leads });
    }
    others.sort_by_key(|other| other.leads.is_err());
    let mut names: std::collections::BTreeMap<String, String> = names(subject, &counted);
    let comparison = match asked.text("with") {
        "" => None,
        with => {
            let other = Subject::get(state, with)?;
            let is_comparable = other.consultation.key != subject.consultation.key
                && why_not(state, &subject.consultation, &other.consultation)?.is_none();
            if !is_comparable {
                return Err(unknown_filter());
            }
            let theirs = state.columns.get(state, &other, Content::Themes)?;
            for (key, name) in self::names(&other, &theirs) {
                names.entry(key).or_insert(name);
            }
            Some(compare(opening, &counted, (&other, &theirs))?)
        }
    };
    let desk = desk(state, signed_in, Some(subject))?;
    Ok(Change { desk, others, comparison, names, policy: state.config.policy })
}

fn names(subject: &Subject, counted: &Counted) -> std::collections::BTreeMap<String, String> {
    rows(subject, counted, true).into_iter().map(|row| (row.key, row.name)).collect()
}

/// When a consultation was held, in words.
fn when(consultation: &Consultation) -> String {
    format!("{} to {}", day_and_year(consultation.opens), day_and_year(consultation.closes))
}

/// Why another consultation cannot be compared with this, in a sentence; `None` where it can.
fn why_not(state: &State, this: &Consultation, other: &Consultation) -> Result<Option<String>, PageError> {
    let said = match (&this.code_frame, &other.code_frame) {
        (None, _) => Some("the answers of this consultation are coded with no code frame.".to_owned()),
        (_, None) => Some("its answers are coded with no code frame.".to_owned()),
        (Some(this), Some(other)) if this != other => {
            Some(format!("its answers are coded with another code frame ({}).", other.replace('-', " ")))
        }
        _ if state.store.count_text_answers(&other.key)? == 0 => Some("nobody has written an answer to it.".to_owned()),
        _ => None,
    };
    Ok(said)
}

fn compare(opening: &Opening, mine: &Counted, (other, theirs): (&Subject, &Counted)) -> Result<Comparison, PageError> {
    let Opening { subject, asked, .. } = opening;
    let both = |key: &str| subject.consultation.find_perspective(key).and(other.consultation.find_perspective(key));
    let perspective = asked.text("perspective");
    if !perspective.is_empty() && both(perspective).is_none() {
        return Err(unknown_filter());
    }
    let (this_found, other_found) =
        (found(opening, (subject, mine), perspective)?, found(opening, (other, theirs), perspective)?);
    let order = |one: &Consultation| (one.opens, one.closes, one.key.clone());
    let is_later = order(&subject.consultation) >= order(&other.consultation);
    let (earlier, later) = if is_later { (other, subject) } else { (subject, other) };
    let (before, after) = if is_later { (other_found, this_found) } else { (this_found, other_found) };
    let change = breakdown::Change::between(&before, &after).ok_or_else(unknown_filter)?;
    let title = |of: &Subject| of.consultation.default_words().title.clone();
    let choice = |value: &str, label: &str| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        chosen: value == perspective,
    };
    let shared = subject.consultation.perspectives.iter().filter(|one| both(&one.key).is_some());
    let shared = shared.map(|one| choice(&one.key, subject.perspective_plural(&one.key)));
    Ok(Comparison {
        before: title(earlier),
        after: title(later),
        about: format!(
            "Themes named by people who wrote an answer: {} ({}), and {} ({}).",
            title(earlier),
            when(&earlier.consultation),
            title(later),
            when(&later.consultation)
        ),
        change,
        with: other.consultation.key.clone(),
        perspectives: std::iter::once(choice("", "everyone")).chain(shared).collect(),
    })
}

/// What a consultation found of its topmost themes, of everyone or of one perspective.
fn found(opening: &Opening, (subject, counted): (&Subject, &Counted), perspective: &str) -> Result<Found, PageError> {
    let only = match perspective {
        "" => Vec::new(),
        key => vec![(PERSPECTIVE.to_owned(), key.to_owned())],
    };
    let asked = Asked { rows: Rows::Themes, by: Vec::new(), by_question: false, only };
    let table = Crosstab::of(&counted.columns, &asked, opening.state.config.policy).map_err(PageError::broken)?;
    let figure = |row: crate::report::crosstab::NamedRow| {
        let cell = table.cell(row.place, None, &[])?;
        Some((row.key, cell.cell.figure))
    };
    let frame = counted.shape.frame.as_ref();
    Ok(Found {
        frame: frame.map(|frame| frame.key.clone()).unwrap_or_default(),
        version: frame.and_then(|frame| frame.version.parse().ok()).unwrap_or_default(),
        figures: rows(subject, counted, false).into_iter().filter_map(figure).collect(),
    })
}
