//! `GET /officer/c/{consultation}/data-protection`: what a consultation asks of people, and who agreed that it may.

use actix_web::{HttpRequest, HttpResponse, web};

use super::desk::{day_and_year, desk};
use super::opening::{Opening, open};
use super::subject::Subject;
use crate::pages::officer::data_protection::{Agreed, Asked, DataProtection};
use crate::store::KEPT_DAYS;
use crate::survey::{Perspective, Question, QuestionKind, Section};
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

fn page(opening: &Opening) -> Result<DataProtection, PageError> {
    let Opening { state, signed_in, subject, .. } = opening;
    let consultation = &subject.consultation;
    let agreed = consultation.assessment.as_ref().map(|assessment| Agreed {
        link: assessment.link.clone(),
        by: assessment.agreed_by.clone(),
        on: day_and_year(assessment.agreed_on),
    });
    let questions = consultation.questions.iter().filter(|question| question.kind != QuestionKind::Information);
    Ok(DataProtection {
        desk: desk(state, signed_in, Some(subject))?,
        agreed,
        whom: consultation.perspectives.iter().map(|perspective| whom(subject, perspective)).collect(),
        questions: questions.map(|question| asked(subject, question)).collect(),
        threshold: state.config.policy.threshold,
        drafts_kept: KEPT_DAYS,
    })
}

fn whom(subject: &Subject, perspective: &Perspective) -> String {
    let name = subject.perspective_plural(&perspective.key);
    match perspective.ages {
        Some((least, most)) => format!("{name}, aged {least} to {most}"),
        None => name.to_owned(),
    }
}

fn asked(subject: &Subject, question: &Question) -> Asked {
    let consultation = &subject.consultation;
    let of: Vec<&Perspective> =
        consultation.perspectives.iter().filter(|perspective| question.is_asked_of(&perspective.key)).collect();
    let whom = match of.len() == consultation.perspectives.len() {
        true => "everyone".to_owned(),
        false => of.iter().map(|one| subject.perspective_plural(&one.key)).collect::<Vec<_>>().join(", "),
    };
    let whom = if question.when.is_empty() { whom } else { format!("{whom}, if an answer before leads here") };
    Asked {
        ask: consultation.heading(&question.key).to_owned(),
        whom,
        how: how(&question.kind),
        sensitive: question.sensitive,
        about_oneself: question.section == Section::Equality,
    }
}

fn how(kind: &QuestionKind) -> &'static str {
    match kind {
        QuestionKind::Information => "not at all",
        QuestionKind::District { postcode: true } => "by picking a district, or by postcode",
        QuestionKind::District { .. } => "by picking a district",
        QuestionKind::ShortText | QuestionKind::LongText => "in people’s own words",
        QuestionKind::OneOf(_) | QuestionKind::Scale(_) => "by picking one",
        QuestionKind::ManyOf { .. } => "by picking several",
        QuestionKind::Ranking { .. } => "by putting in order",
        QuestionKind::Number { .. } => "with a number",
        QuestionKind::AgeBand(_) => "by picking an age group",
    }
}
