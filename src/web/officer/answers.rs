//! `GET /officer/c/{consultation}/answers`: what was picked in every question that is not answered in words; and
//! `…/answers/{question}`: one of them by district and by perspective.

use std::collections::BTreeMap;
use std::sync::Arc;

use actix_web::{HttpRequest, HttpResponse, web};

use super::counts::{By, group_of, groups};
use super::desk::desk;
use super::evidence;
use super::kept::Moment;
use super::opening::{Opening, open};
use super::subject::Subject;
use crate::breakdown::{Breakdown, ClosedAnswers, Counting, Policy, Withheld, is_counted};
use crate::pages::officer::answers::{Answered, Answers, ByGroup, OneQuestion, Shares};
use crate::plan::evidence::Basis;
use crate::store::Store;
use crate::survey::{Question, QuestionKind, Source};
use crate::web::account::SignedIn;
use crate::web::{PageError, State};

/// How many responses are read from the store at a time.
const PART: usize = 2_000;

/// Shows every question.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    consultation: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let render = |opening: &Opening| {
        let closed = count(&opening.state, &opening.subject)?;
        let asked = opening.subject.consultation.questions.iter().filter(|question| is_counted(question));
        let questions = asked.map(|question| answered(opening, &closed, question)).collect();
        let desk = desk(&opening.state, &opening.signed_in, Some(&opening.subject))?;
        Ok(Answers { desk, questions, policy: opening.state.config.policy }.render().into_string())
    };
    open(state, signed_in, consultation.into_inner(), &request, render).await
}

/// Shows one question.
pub async fn show_one(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let (consultation, key) = keys.into_inner();
    let render = move |opening: &Opening| {
        let subject = &opening.subject;
        let missing = || {
            let address = format!("/officer/c/{}/answers", subject.consultation.key);
            PageError::not_found().with_link(&address, "See the questions there are")
        };
        let question = subject.consultation.find_question(&key).filter(|question| is_counted(question));
        let question = question.ok_or_else(missing)?;
        let closed = count(&opening.state, subject)?;
        let by = |by| by_group(opening, &closed, question, by);
        let page = OneQuestion {
            desk: desk(&opening.state, &opening.signed_in, Some(subject))?,
            answered: answered(opening, &closed, question),
            by: [by(By::District), by(By::Perspective)].into_iter().flatten().collect(),
            policy: opening.state.config.policy,
            exclusive: !matches!(question.kind, QuestionKind::ManyOf { .. }),
            uses: evidence::uses::uses(&opening.state, &subject.consultation, None, |basis| {
                matches!(basis, Basis::Option { consultation, question: asked, .. }
                    if *consultation == subject.consultation.key && *asked == question.key)
            })?,
        };
        Ok(page.render().into_string())
    };
    open(state, signed_in, consultation, &request, render).await
}

/// Every response counted, kept until anything changes.
pub(super) fn count(state: &State, subject: &Subject) -> Result<Arc<ClosedAnswers>, PageError> {
    state.views.answers.get(Moment::now(state)?, &subject.consultation.key, || read(&state.store, subject))
}

/// Reads every response once.
///
/// # Errors
/// When the database fails.
pub fn read(store: &Store, subject: &Subject) -> Result<ClosedAnswers, PageError> {
    let mut closed = ClosedAnswers::default();
    let mut after = 0;
    loop {
        let part = store.list_responses(&subject.consultation.key, after, PART)?;
        let Some(last) = part.last() else { return Ok(closed) };
        after = last.id;
        part.iter().for_each(|stored| closed.add(&subject.consultation, &stored.response));
    }
}

fn answered(opening: &Opening, closed: &ClosedAnswers, question: &Question) -> Answered {
    let policy = opening.state.config.policy;
    let withheld = withheld(&opening.subject, closed, By::District, policy).remove(&question.key).unwrap_or_default();
    let (asked, answered) = closed.bases(&question.key, policy, &withheld);
    let shares = |counting, named| Shares { named, table: everyone(opening, closed, question, counting) };
    Answered {
        key: question.key.clone(),
        ask: opening.subject.consultation.heading(&question.key).to_owned(),
        ours: question.source == Source::Ours,
        routed: !question.when.is_empty() || question.perspectives.is_some(),
        asked,
        answered,
        withheld: withheld.everywhere,
        shares: match question.kind {
            QuestionKind::Number { .. } => Vec::new(),
            QuestionKind::Ranking { .. } => {
                vec![shares(Counting::First, "put it first"), shares(Counting::Picked, "gave it a place")]
            }
            _ => vec![shares(Counting::Picked, "picked it")],
        },
        middle: closed.middle(&question.key, policy),
        is_number: matches!(question.kind, QuestionKind::Number { .. }),
    }
}

fn everyone(opening: &Opening, closed: &ClosedAnswers, question: &Question, counting: Counting) -> Breakdown {
    all_together(&opening.subject, closed, question, counting, opening.state.config.policy)
}

/// A question's options among everyone who answered it.
pub(super) fn all_together(
    subject: &Subject,
    closed: &ClosedAnswers,
    question: &Question,
    counting: Counting,
    policy: Policy,
) -> Breakdown {
    // As they stand beside the districts: what is withheld there is withheld here.
    let name = |option: &str| option_name(subject, question, option);
    let of = |perspective: &str, district: &str| group_of(subject, By::District, perspective, district);
    let withheld = withheld(subject, closed, By::District, policy);
    let groups = groups(subject, By::District);
    closed.table_beside(question, counting, name, &groups, of, (policy, &withheld)).of_group(usize::MAX)
}

/// What is withheld of each question that is asked because of an earlier answer. What is withheld of everyone in one way
/// of looking is in each.
fn withheld(subject: &Subject, closed: &ClosedAnswers, by: By, policy: Policy) -> BTreeMap<String, Withheld> {
    let of = |by: By| {
        let group_of = |perspective: &str, district: &str| group_of(subject, by, perspective, district);
        closed.withheld(&groups(subject, by), group_of, policy)
    };
    let (mut wanted, other) = match by {
        By::District => (of(By::District), of(By::Perspective)),
        By::Perspective => (of(By::Perspective), of(By::District)),
    };
    for (question, withheld) in &mut wanted {
        withheld.everywhere |= other.get(question).is_some_and(|other| other.everywhere);
    }
    wanted
}

/// Whether no figure of a question may be shown, as they would tell a number that is hidden of an earlier question.
pub(super) fn is_withheld(state: &State, subject: &Subject, question: &str) -> Result<bool, PageError> {
    let closed = count(state, subject)?;
    let withheld = || withheld(subject, &closed, By::District, state.config.policy).remove(question);
    Ok(closed.is_routed(question) && withheld().is_some_and(|withheld| withheld.everywhere))
}

/// What is withheld of the themes of one question; nothing of those of all questions together.
pub(super) fn withheld_of(
    state: &State,
    subject: &Subject,
    question: Option<&str>,
    by: By,
) -> Result<Withheld, PageError> {
    let Some(question) = question else { return Ok(Withheld::default()) };
    let closed = count(state, subject)?;
    if !closed.is_routed(question) {
        return Ok(Withheld::default());
    }
    Ok(withheld(subject, &closed, by, state.config.policy).remove(question).unwrap_or_default())
}

fn by_group(opening: &Opening, closed: &ClosedAnswers, question: &Question, by: By) -> Option<ByGroup> {
    question.options()?;
    let table = table_by(&opening.subject, closed, question, by, opening.state.config.policy);
    let first = matches!(question.kind, QuestionKind::Ranking { .. });
    let named = if first { "put it first" } else { "picked it" };
    let heading = match by {
        By::District => "By district",
        By::Perspective => "By perspective",
    };
    (table.groups.len() > 1).then_some(ByGroup { heading, named, table })
}

/// A question's options by district or by perspective: who picked each or, where they were put in order, put it first.
pub fn table_by(subject: &Subject, closed: &ClosedAnswers, question: &Question, by: By, policy: Policy) -> Breakdown {
    let name = |option: &str| option_name(subject, question, option);
    let of = |perspective: &str, district: &str| group_of(subject, by, perspective, district);
    let mut groups = groups(subject, by);
    let mut withheld = withheld(subject, closed, by, policy);
    if by == By::Perspective {
        if let Some(withheld) = withheld.get_mut(&question.key) {
            let mut asked = groups.iter().map(|(key, _)| question.is_asked_of(key));
            withheld.groups.retain(|_| asked.next().unwrap_or(false));
        }
        groups.retain(|(key, _)| question.is_asked_of(key));
    }
    let first = matches!(question.kind, QuestionKind::Ranking { .. });
    let counting = if first { Counting::First } else { Counting::Picked };
    closed.table_beside(question, counting, name, &groups, of, (policy, &withheld))
}

/// An option in the words that officers know it by.
pub(super) fn option_name(subject: &Subject, question: &Question, option: &str) -> String {
    let words = subject.consultation.officer_words(&question.key);
    let label = words.and_then(|words| words.options.get(option)).map(|words| words.label.clone());
    label.unwrap_or_else(|| option.to_owned())
}
