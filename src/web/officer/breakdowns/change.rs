//! `GET /officer/c/{consultation}/change?with=OTHER`: what has changed between two consultations on one code frame, in
//! answers to questions that both put alike. Where none are, what each said stands side by side and nothing is called a
//! change.

use actix_web::{HttpRequest, HttpResponse, web};

use super::super::desk::{day_and_year, desk};
use super::super::opening::{Opening, open};
use super::super::subject::{Subject, unknown_filter};
use super::columns::Counted;
use super::named::rows;
use super::shape::{Content, PERSPECTIVE};
use crate::breakdown::{self, Asked, Crosstab, Figure, Found, Rows};
use crate::pages::figures::numbers::listed;
use crate::pages::officer::breakdowns::{Change, Comparison, Other, Said, Side};
use crate::pages::officer::themes::Choice;
use crate::survey::{Alike, Consultation, Differing, EditionRead, How};
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
        let is_alike = !Alike::of(&subject.consultation, other, "").questions.is_empty();
        others.push(Other { title: other.default_words().title.clone(), when: when(other), is_alike, leads });
    }
    others.sort_by_key(|other| (other.leads.is_err(), !other.is_alike));
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
    let alike = Alike::of(&subject.consultation, &other.consultation, perspective);
    let question = asked.text("question");
    let question = match alike.questions.iter().find(|key| *key == question) {
        Some(key) => Some(key.as_str()),
        // Where narrowing down to somebody left the question out, the first that is put alike stands for it.
        None if alike.are_all => None,
        None => alike.questions.first().map(String::as_str),
    };
    let order = |one: &Consultation| (one.opens, one.closes, one.key.clone());
    let is_later = order(&subject.consultation) >= order(&other.consultation);
    let (this, that) = ((subject, mine), (other, theirs));
    let (earlier, later) = if is_later { (that, this) } else { (this, that) };
    let title = |of: &Subject| of.consultation.default_words().title.clone();
    let choice = |value: &str, label: &str, chosen: &str| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        chosen: value == chosen,
    };
    let shared = subject.consultation.perspectives.iter().filter(|one| both(&one.key).is_some());
    let shared = shared.map(|one| choice(&one.key, subject.perspective_plural(&one.key), perspective));
    let all = alike.are_all.then(|| choice("", "all questions together", question.unwrap_or_default()));
    let heading = |key: &String| choice(key, subject.consultation.heading(key), question.unwrap_or_default());
    Ok(Comparison {
        before: title(earlier.0),
        after: title(later.0),
        about: about(earlier.0, later.0, question),
        said: match alike.questions.is_empty() {
            true => {
                Said::Differently(Box::new([side(opening, earlier, perspective)?, side(opening, later, perspective)?]))
            }
            false => {
                let (before, after) = (
                    found(opening, earlier, (perspective, question))?,
                    found(opening, later, (perspective, question))?,
                );
                Said::Alike(breakdown::Change::between(&before, &after).ok_or_else(unknown_filter)?)
            }
        },
        differently: alike.differing.iter().map(|one| (heading_of(subject, one), differs(subject, one))).collect(),
        with: other.consultation.key.clone(),
        questions: all.into_iter().chain(alike.questions.iter().map(heading)).collect(),
        perspectives: std::iter::once(choice("", "everyone", perspective)).chain(shared).collect(),
    })
}

fn heading_of(subject: &Subject, differing: &Differing) -> String {
    subject.consultation.heading(&differing.question).to_owned()
}

/// In what a question was put differently, in words that go on after its heading.
fn differs(subject: &Subject, differing: &Differing) -> String {
    match &differing.how {
        How::OtherPeople => "asked of other people".to_owned(),
        How::OtherConditions => "reached by other answers".to_owned(),
        How::OtherWords(editions) => {
            let named: Vec<String> = editions.iter().map(|edition| edition_words(subject, edition)).collect();
            format!("in other words for {}", listed(&named))
        }
    }
}

/// Whom an edition is for: `children aged 8 to 11`, `young people in short sentences`.
fn edition_words(subject: &Subject, edition: &EditionRead) -> String {
    let people = subject.perspective_plural(&edition.perspective).to_lowercase();
    let aged = edition.age_band.as_deref().map(|band| format!(" aged {}", band.replace('-', " to ")));
    let easy = if edition.easy_read { " in short sentences" } else { "" };
    format!("{people}{}{easy}", aged.unwrap_or_default())
}

/// What is compared, in a sentence.
fn about(earlier: &Subject, later: &Subject, question: Option<&str>) -> String {
    let to = question.map(|key| format!(" to “{}”", later.consultation.heading(key))).unwrap_or_default();
    let held = |of: &Subject| format!("{} ({})", of.consultation.default_words().title, when(&of.consultation));
    format!("Themes named by people who wrote an answer{to}: {}, and {}.", held(earlier), held(later))
}

/// What one consultation found, by itself: what it asked in words, and how often each topmost theme was named.
fn side(opening: &Opening, (subject, counted): (&Subject, &Counted), perspective: &str) -> Result<Side, PageError> {
    let consultation = &subject.consultation;
    let found = found(opening, (subject, counted), (perspective, None))?;
    let asked = consultation.text_questions();
    let asked = asked.filter(|question| perspective.is_empty() || question.is_asked_of(perspective));
    let mut figures: Vec<(String, Figure)> = found.figures.into_iter().collect();
    let share = |figure: &Figure| figure.shown().map_or(-1.0, |share| share.share);
    figures.sort_by(|(_, one), (_, other)| share(other).total_cmp(&share(one)));
    Ok(Side {
        title: consultation.default_words().title.clone(),
        when: when(consultation),
        asked: asked.map(|question| consultation.heading(&question.key).to_owned()).collect(),
        figures,
    })
}

/// What a consultation found of its topmost themes: of everyone or one perspective, in all answers or those to one
/// question.
fn found(
    opening: &Opening,
    (subject, counted): (&Subject, &Counted),
    (perspective, question): (&str, Option<&str>),
) -> Result<Found, PageError> {
    let only = match perspective {
        "" => Vec::new(),
        key => vec![(PERSPECTIVE.to_owned(), key.to_owned())],
    };
    let asked = Asked { rows: Rows::Themes, by: Vec::new(), by_question: question.is_some(), only };
    let table = Crosstab::of(&counted.columns, &asked, opening.state.config.policy).map_err(PageError::broken)?;
    let place = question.and_then(|key| table.questions.iter().position(|known| known == key));
    let figure = |row: crate::report::crosstab::NamedRow| {
        let cell = table.cell(row.place, place, &[])?;
        Some((row.key, cell.cell.figure))
    };
    let frame = counted.shape.frame.as_ref();
    Ok(Found {
        frame: frame.map(|frame| frame.key.clone()).unwrap_or_default(),
        version: frame.and_then(|frame| frame.version.parse().ok()).unwrap_or_default(),
        figures: rows(subject, counted, false).into_iter().filter_map(figure).collect(),
    })
}
