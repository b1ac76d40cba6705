//! Questionnaires: what waits to be typed, and typing one. Nobody is shown what somebody else typed of a questionnaire before they have
//! typed it themselves.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use super::desk::{day, desk};
use super::opening::{Opening, open};
use super::subject::Subject;
use crate::pages::Words;
use crate::pages::components::choices::Choice;
use crate::pages::officer::questionnaire_fields::{Typed, TypedField};
use crate::pages::officer::questionnaires::{Questionnaires, Typing, Waiting};
use crate::pages::words::own_name;
use crate::store::{QuestionnaireEntry, QuestionnaireKept};
use crate::survey::{
    Answer, AnswerProblem, BETWEEN, Consultation, Draft, Language, Perspective, Question, QuestionKind, Reader,
    questionnaire_number,
};
use crate::web::account::SignedIn;
use crate::web::respond::{district_names, in_given_order};
use crate::web::{Form, PageError, State, reply, today};

/// Shows what waits.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    open(state, signed_in, key.into_inner(), &request, overview).await
}

/// Shows the fields of a questionnaire, empty or as the same officer typed them before.
pub async fn begin(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    open(state, signed_in, key.into_inner(), &request, |opening| {
        let sheet = Sheet::read(&opening.subject, &opening.asked)?;
        let entries =
            opening.state.store.find_questionnaire_entries(&opening.subject.consultation.key, &sheet.number)?;
        let own = entries.iter().find(|entry| entry.officer == opening.signed_in.user);
        let draft = own.map_or_else(|| Ok(sheet.draft()), read_draft)?;
        let fields = fields(&opening.state, &opening.subject, sheet.perspective, &draft);
        typing(&opening.state, &opening.signed_in, &opening.subject, &sheet, fields)
    })
    .await
}

/// Keeps what was typed, or shows it again with what must be put right.
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
        let sheet = Sheet::read(&subject, &form)?;
        let mut draft = sheet.draft();
        let mut fields = fields(&state, &subject, sheet.perspective, &draft);
        let districts = state.library().district_keys(&subject.consultation);
        for field in &mut fields {
            let Some(question) = subject.consultation.find_question(key_of(field)) else { continue };
            field.given = given(field, &form);
            match take(question, &field.given, &districts) {
                Ok(stored) => drop(draft.answers.insert(question.key.clone(), stored)),
                Err(problem) => field.problem = Some(problem),
            }
        }
        if fields.iter().any(|field| field.problem.is_some()) {
            return Ok(Err(typing(&state, &signed_in, &subject, &sheet, fields)?));
        }
        keep(&state, &signed_in, &subject, &sheet.number, &draft).map(Ok)
    });
    Ok(match done.await?? {
        Ok(address) => reply::see(&address),
        Err(again) => reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, again),
    })
}

/// Stores a typing and says where to go on.
fn keep(
    state: &State,
    signed_in: &SignedIn,
    subject: &Subject,
    number: &str,
    draft: &Draft,
) -> Result<String, PageError> {
    let consultation = &subject.consultation.key;
    let questionnaires = format!("/officer/c/{consultation}/questionnaires");
    let entry = QuestionnaireEntry {
        number: number.to_owned(),
        officer: signed_in.user.clone(),
        body: serde_json::to_string(draft).map_err(PageError::broken)?,
        entered_on: today().to_string(),
    };
    let refused = |why: &str| {
        let words = [why, "Nothing was kept of what you typed. Check the number on the questionnaire."];
        PageError::new(StatusCode::CONFLICT, "This questionnaire is not to be typed", &words)
            .with_link(&questionnaires, "Questionnaires")
    };
    match state.store.save_questionnaire_entry(consultation, entry)? {
        QuestionnaireKept::Taken => Err(refused("Two people have typed this number already.")),
        QuestionnaireKept::Stored => Err(refused("The questionnaire of this number is a response already.")),
        QuestionnaireKept::Kept => {
            let both = state.store.find_questionnaire_entries(consultation, number)?.len() == 2;
            let next = if both { "/settle?number=" } else { "?typed=" };
            Ok(format!("{questionnaires}{next}{number}"))
        }
    }
}

/// A questionnaire that is being typed.
struct Sheet<'a> {
    number: String,
    perspective: &'a Perspective,
    language: &'a Language,
}

impl<'a> Sheet<'a> {
    /// Reads which one from a form.
    fn read(subject: &'a Subject, form: &Form) -> Result<Self, PageError> {
        let consultation = &subject.consultation;
        let back = |error: PageError| {
            error.with_link(&format!("/officer/c/{}/questionnaires", consultation.key), "Questionnaires")
        };
        let number = questionnaire_number(form.text("number")).ok_or_else(|| {
            let words = ["A number has 1 to 20 letters, digits and hyphens."];
            back(PageError::new(StatusCode::BAD_REQUEST, "That is no number of a questionnaire", &words))
        })?;
        let perspective = consultation.find_perspective(form.text("perspective"));
        let language = consultation.languages().into_iter().find(|one| one.as_str() == form.text("language"));
        let (Some(perspective), Some(language)) = (perspective, language) else {
            let words = ["The consultation has no such perspective, or none in that language."];
            return Err(back(PageError::new(StatusCode::BAD_REQUEST, "There is no such questionnaire", &words)));
        };
        Ok(Self { number, perspective, language })
    }

    /// Nothing typed yet.
    fn draft(&self) -> Draft {
        let perspective = Some(self.perspective.key.clone());
        Draft { perspective, equality: Some(true), ..Draft::new(self.language.clone()) }
    }
}

/// What an officer typed.
pub(super) fn read_draft(entry: &QuestionnaireEntry) -> Result<Draft, PageError> {
    serde_json::from_str(&entry.body).map_err(PageError::broken)
}

/// Before a question's key, the name of its field.
const FIELD: &str = "answer-";

fn key_of(field: &TypedField) -> &str {
    field.name.strip_prefix(FIELD).unwrap_or_default()
}

/// The fields of a perspective's questionnaire, with what a draft says.
fn fields(state: &State, subject: &Subject, perspective: &Perspective, draft: &Draft) -> Vec<TypedField> {
    let asked =
        subject.consultation.questions.iter().filter(|one| one.takes_answer() && one.is_asked_of(&perspective.key));
    let field = |(at, question): (usize, &Question)| TypedField {
        name: format!("{FIELD}{}", question.key),
        heading: format!("{}. {}", at + 1, ask(&subject.consultation, perspective, question)),
        kind: kind(state, &subject.consultation, perspective, question),
        given: draft.said(&question.key).to_owned(),
        problem: None,
    };
    asked.enumerate().map(field).collect()
}

/// How a question is put to a perspective, in the survey's own language.
pub(super) fn ask<'a>(consultation: &'a Consultation, perspective: &Perspective, question: &'a Question) -> &'a str {
    let words = consultation.find_words(reader(consultation, perspective), &question.key);
    words.map_or_else(|| consultation.heading(&question.key), |worded| &worded.words.ask)
}

fn reader<'a>(consultation: &'a Consultation, perspective: &'a Perspective) -> Reader<'a> {
    let language = consultation.default_language();
    Reader { language, perspective: &perspective.key, age_band: None, easy_read: false }
}

/// How a question is typed.
pub(super) fn kind(
    state: &State,
    consultation: &Consultation,
    perspective: &Perspective,
    question: &Question,
) -> Typed {
    let offered = || -> Vec<Choice> {
        let words =
            consultation.find_words(reader(consultation, perspective), &question.key).map(|worded| worded.words);
        let Some(words) = words.or_else(|| consultation.officer_words(&question.key)) else { return Vec::new() };
        in_given_order(Words::english(), question, words, perspective, &district_names(state, consultation))
    };
    match &question.kind {
        QuestionKind::LongText | QuestionKind::Information => Typed::Long,
        QuestionKind::ShortText | QuestionKind::Number { .. } => Typed::Line,
        QuestionKind::ManyOf { .. } => Typed::Many(offered()),
        QuestionKind::Ranking { places, .. } => Typed::Ranked(offered(), *places),
        _ => Typed::One(offered()),
    }
}

/// What a form says to a field, as one text.
pub(super) fn given(field: &TypedField, form: &Form) -> String {
    match &field.kind {
        Typed::Many(_) => form.list(&field.name).collect::<Vec<_>>().join(&BETWEEN.to_string()),
        Typed::Ranked(_, places) => {
            let place = |at: usize| form.text(&format!("{}_{at}", field.name)).to_owned();
            (1..=*places).map(place).collect::<Vec<_>>().join(&BETWEEN.to_string())
        }
        _ => form.text(&field.name).to_owned(),
    }
}

/// The stored form of what was typed, or what to do about it.
pub(super) fn take(question: &Question, given: &str, districts: &[String]) -> Result<String, String> {
    match Answer::parse(question, given, districts) {
        Ok(answer) => Ok(answer.map(|answer| answer.to_text().into_owned()).unwrap_or_default()),
        Err(AnswerProblem::NotANumber { least, most }) => {
            Err(format!("Type a whole number from {least} to {most}, or leave it blank"))
        }
        Err(problem) => Err(format!("{problem}. Leave it blank if the questionnaire says so")),
    }
}

fn typing(
    state: &State,
    signed_in: &SignedIn,
    subject: &Subject,
    sheet: &Sheet<'_>,
    fields: Vec<TypedField>,
) -> Result<String, PageError> {
    let (perspective, language) = (&sheet.perspective.key, sheet.language.as_str());
    let page = Typing {
        desk: desk(state, signed_in, Some(subject))?,
        number: sheet.number.clone(),
        perspective: (perspective.clone(), subject.perspective_name(perspective).to_owned()),
        language: (language.to_owned(), own_name(language).to_owned()),
        fields,
    };
    Ok(page.render().into_string())
}

fn overview(opening: &Opening) -> Result<String, PageError> {
    let Opening { state, signed_in, subject, asked } = opening;
    let consultation = &subject.consultation;
    let mut waiting: Vec<Waiting> = Vec::new();
    for entry in state.store.list_questionnaire_entries(&consultation.key)? {
        if waiting.last().is_none_or(|last| last.number != entry.number) {
            waiting.push(Waiting { number: entry.number.clone(), typed: Vec::new(), own: false, with: None });
        }
        let Some(last) = waiting.last_mut() else { continue };
        let when = entry.entered_on.parse().map_or_else(|_| entry.entered_on.clone(), day);
        last.typed.push((entry.officer.clone(), when));
        if entry.officer == signed_in.user {
            let draft = read_draft(&entry)?;
            last.own = true;
            last.with = Some((draft.perspective.unwrap_or_default(), draft.language.0));
        }
    }
    let totals = state.store.questionnaire_totals(&consultation.key)?;
    let said = |name: &str, words: &str| {
        let number = asked.find(name).and_then(questionnaire_number)?;
        Some(format!("Questionnaire {number}: {words}"))
    };
    let page = Questionnaires {
        desk: desk(state, signed_in, Some(subject))?,
        waiting,
        totals: (totals.questionnaires, totals.fields, totals.differed),
        perspectives: named(consultation.perspectives.iter().map(|one| one.key.as_str()), |key| {
            subject.perspective_name(key)
        }),
        languages: named(consultation.languages().into_iter().map(Language::as_str), own_name),
        done: said("typed", "kept. Somebody else types it next.").or_else(|| said("stored", "it is a response now.")),
    };
    Ok(page.render().into_string())
}

/// Keys with their names.
pub(super) fn named<'a>(
    keys: impl Iterator<Item = &'a str>,
    name: impl Fn(&'a str) -> &'a str,
) -> Vec<(String, String)> {
    keys.map(|key| (key.to_owned(), name(key).to_owned())).collect()
}
