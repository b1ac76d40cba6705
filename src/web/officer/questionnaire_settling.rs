//! Settling a questionnaire: either of the two who typed it picks what is right where they differ, and it becomes a response.

use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::desk::desk;
use super::opening::open;
use super::questionnaires::{ask, given, kind, named, read_draft, take};
use super::subject::Subject;
use crate::pages::components::choices::Choice;
use crate::pages::officer::questionnaire_fields::{Typed, TypedField};
use crate::pages::officer::questionnaire_settling::{ANEW, CHOICE, Differing, FIRST, NEITHER, SECOND, Settling};
use crate::pages::words::own_name;
use crate::store::{QuestionnaireEntry, QuestionnaireStored, SettledQuestionnaire, Submission};
use crate::survey::{
    Comparison, Consultation, Draft, Language, Origin, QuestionnaireField, Response, questionnaire_number,
};
use crate::web::account::SignedIn;
use crate::web::{Form, PageError, State, reply, today};

/// Shows what differs.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    open(state, signed_in, key.into_inner(), &request, |opening| {
        let questionnaire = Both::get(&opening.state, &opening.signed_in, &opening.subject, &opening.asked)?;
        let differing = questionnaire.differing(&opening.state);
        questionnaire.page(&opening.state, &opening.signed_in, &opening.subject, differing, false)
    })
    .await
}

/// Stores the questionnaire as a response, once, or shows what must still be settled.
pub async fn save(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let done = web::block(move || {
        let subject = Subject::get(&state, &key)?;
        let number = questionnaire_number(form.text("number")).ok_or_else(PageError::unreadable_form)?;
        let stored = format!("/officer/c/{}/questionnaires?stored={number}", subject.consultation.key);
        // Read before it is asked whether they are a response, which may happen in between.
        let questionnaire = Both::get(&state, &signed_in, &subject, &form);
        if state.store.is_questionnaire_stored(&subject.consultation.key, &number)? {
            return Ok(Ok(stored));
        }
        let questionnaire = questionnaire?;
        let settled = match questionnaire.settle(&state, &form) {
            Ok(settled) => settled,
            Err(differing) => {
                let page = questionnaire.page(&state, &signed_in, &subject, differing, false)?;
                return Ok(Err((StatusCode::UNPROCESSABLE_ENTITY, page)));
            }
        };
        match state.store.store_questionnaire(questionnaire.submit(&settled)?)? {
            QuestionnaireStored::New | QuestionnaireStored::Already => {
                state.worker.wake();
                Ok(Ok(stored))
            }
            QuestionnaireStored::Changed => {
                let questionnaire = Both::get(&state, &signed_in, &subject, &form)?;
                let differing = questionnaire.differing(&state);
                let page = questionnaire.page(&state, &signed_in, &subject, differing, true)?;
                Ok::<_, PageError>(Err((StatusCode::CONFLICT, page)))
            }
        }
    });
    Ok(match done.await?? {
        Ok(address) => reply::see(&address),
        Err((status, page)) => reply::page_with(status, page),
    })
}

/// A questionnaire that two officers have typed.
struct Both {
    consultation: Arc<Consultation>,
    entries: [QuestionnaireEntry; 2],
    drafts: [Draft; 2],
    districts: Vec<String>,
}

impl Both {
    /// The questionnaire that a form or address names, for one of those who typed it.
    fn get(state: &State, signed_in: &SignedIn, subject: &Subject, asked: &Form) -> Result<Self, PageError> {
        let questionnaires = format!("/officer/c/{}/questionnaires", subject.consultation.key);
        let number = questionnaire_number(asked.text("number")).unwrap_or_default();
        let entries = state.store.find_questionnaire_entries(&subject.consultation.key, &number)?;
        let Ok(entries) = <[QuestionnaireEntry; 2]>::try_from(entries) else {
            let words = ["Two people must have typed a questionnaire, and it must not be a response yet."];
            let error = PageError::new(StatusCode::NOT_FOUND, "There is nothing to settle", &words);
            return Err(error.with_link(&questionnaires, "Questionnaires"));
        };
        if entries.iter().all(|entry| entry.officer != signed_in.user) {
            let words = ["Either of the two who typed a questionnaire settles it. They have it at hand."];
            let error = PageError::new(StatusCode::FORBIDDEN, "You have not typed this questionnaire", &words);
            return Err(error.with_link(&questionnaires, "Questionnaires"));
        }
        let drafts = [read_draft(&entries[0])?, read_draft(&entries[1])?];
        let districts = state.library().district_keys(&subject.consultation);
        Ok(Self { consultation: Arc::clone(&subject.consultation), entries, drafts, districts })
    }

    fn comparison(&self) -> Comparison<'_> {
        Comparison::new(&self.consultation, &self.drafts[0], &self.drafts[1])
    }

    /// The fields that differ, with nothing picked.
    fn differing(&self, state: &State) -> Vec<Differing> {
        let one = |field: &QuestionnaireField<'_>| Differing {
            name: field.name().to_owned(),
            typed: [field.said(&self.drafts[0]).to_owned(), field.said(&self.drafts[1]).to_owned()],
            picked: String::new(),
            missing: false,
            anew: self.anew(state, field),
        };
        self.comparison().differing.iter().map(one).collect()
    }

    /// The field for typing it anew.
    fn anew(&self, state: &State, field: &QuestionnaireField<'_>) -> TypedField {
        let consultation = &self.consultation;
        let choices = |all: Vec<(String, String)>| all.into_iter().map(|(key, name)| Choice::new(key, name)).collect();
        let name_of = |key| consultation.perspective_words(key).map_or(key, |words| words.name.as_str());
        let perspectives = consultation.perspectives.iter();
        let (heading, kind) = match field {
            QuestionnaireField::Perspective => {
                let all = named(perspectives.map(|one| one.key.as_str()), name_of);
                ("Whose edition".to_owned(), Typed::One(choices(all)))
            }
            QuestionnaireField::Language => {
                let all = named(consultation.languages().into_iter().map(Language::as_str), own_name);
                ("Printed in".to_owned(), Typed::One(choices(all)))
            }
            QuestionnaireField::Question(question) => {
                let said = self.drafts[0].perspective.as_deref().unwrap_or_default();
                let found = consultation.find_perspective(said).or(consultation.perspectives.first());
                let found =
                    found.map(|one| (ask(consultation, one, question), kind(state, consultation, one, question)));
                found.map_or_else(|| (question.key.clone(), Typed::Long), |(ask, kind)| (ask.to_owned(), kind))
            }
        };
        TypedField { name: format!("{ANEW}{}", field.name()), heading, kind, given: String::new(), problem: None }
    }

    /// The draft that a form makes of both, or the fields with what is missing.
    fn settle(&self, state: &State, form: &Form) -> Result<Draft, Vec<Differing>> {
        let mut settled = self.drafts[0].clone();
        let mut differing = self.differing(state);
        for (one, field) in differing.iter_mut().zip(&self.comparison().differing) {
            one.picked = form.text(&format!("{CHOICE}{}", one.name)).to_owned();
            one.anew.given = given(&one.anew, form);
            match one.picked.as_str() {
                FIRST => {}
                SECOND => field.set(&mut settled, &one.typed[1]),
                NEITHER => match self.take(field, &one.anew) {
                    Ok(stored) => field.set(&mut settled, &stored),
                    Err(problem) => one.anew.problem = Some(problem),
                },
                _ => one.missing = true,
            }
        }
        let fine = differing.iter().all(|one| !one.missing && one.anew.problem.is_none());
        if fine { Ok(settled) } else { Err(differing) }
    }

    fn take(&self, field: &QuestionnaireField<'_>, anew: &TypedField) -> Result<String, String> {
        match (field, &anew.kind) {
            (QuestionnaireField::Question(question), _) => take(question, &anew.given, &self.districts),
            (_, Typed::One(choices)) if choices.iter().any(|choice| choice.value == anew.given) => {
                Ok(anew.given.clone())
            }
            _ => Err(format!("Pick one: {}", anew.heading)),
        }
    }

    /// What is stored of the settled draft.
    fn submit(&self, settled: &Draft) -> Result<SettledQuestionnaire, PageError> {
        let response = Response::from_draft(&self.consultation, settled, &self.districts, today());
        let response = response.ok_or_else(|| PageError::broken("a questionnaire without a perspective"))?;
        let compared = self.comparison();
        let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        Ok(SettledQuestionnaire {
            number: self.entries[0].number.clone(),
            typed: [self.entries[0].body.clone(), self.entries[1].body.clone()],
            fields: count(compared.fields),
            differed: count(compared.differing.len()),
            submission: Submission {
                consultation: self.consultation.key.clone(),
                digest: self.consultation.digest.clone(),
                response: Response { origin: Origin::Questionnaire, ..response },
                receipt_hash: None,
                draft_hash: None,
                import_id: None,
                way_in: None,
            },
        })
    }

    fn page(
        &self,
        state: &State,
        signed_in: &SignedIn,
        subject: &Subject,
        differing: Vec<Differing>,
        changed: bool,
    ) -> Result<String, PageError> {
        let page = Settling {
            desk: desk(state, signed_in, Some(subject))?,
            number: self.entries[0].number.clone(),
            officers: [self.entries[0].officer.clone(), self.entries[1].officer.clone()],
            fields: self.comparison().fields,
            differing,
            changed,
        };
        Ok(page.render().into_string())
    }
}
