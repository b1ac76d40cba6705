//! A survey on the bench: found in the data folder or among the bundled ones, looked at, changed and kept.

use std::collections::BTreeSet;
use std::sync::Arc;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use crate::finding::Finding;
use crate::library::Library;
use crate::pages::officer::surveys::Place;
use crate::survey::changes::changes;
use crate::survey::{self, Consultation, Manuscript, Openness, SurveyFiles};
use crate::web::account::{Right, SignedIn};
use crate::web::officer::desk::{desk, when};
use crate::web::{Form, PageError, State, reply, today};

/// What a page of the editor is made from.
pub struct Bench {
    pub state: web::Data<State>,
    pub signed_in: SignedIn,
    pub key: String,
    pub manuscript: Manuscript,
    pub files: SurveyFiles,
    pub is_draft: bool,
    pub is_published: bool,
    /// It is part of the program.
    pub read_only: bool,
    /// What the address asks for.
    pub asked: Form,
}

impl Bench {
    /// Finds the survey of this key.
    ///
    /// # Errors
    /// [`PageError::not_found`], and where its files are not TOML.
    pub fn get(state: web::Data<State>, signed_in: SignedIn, key: String, asked: Form) -> Result<Self, PageError> {
        signed_in.check_right(Right::EditSurveys)?;
        let (files, is_draft, is_published, read_only) = match state.manuscripts.find(&key) {
            Some(written) => (written.files, written.is_draft, written.is_published, false),
            None => (bundled(&key).ok_or_else(missing)?, false, true, true),
        };
        let manuscript = Manuscript::read(&files).map_err(|findings| unreadable(&findings))?;
        Ok(Self { state, signed_in, key, manuscript, files, is_draft, is_published, read_only, asked })
    }

    /// What people see of it now.
    pub fn served(&self) -> Option<Arc<Consultation>> {
        self.state.library().find_consultation(&self.key).filter(|_| self.is_published).cloned()
    }

    /// The survey as it would be published, and what is wrong with it.
    pub fn parsed(&self) -> (Option<Consultation>, Vec<Finding>) {
        match survey::parse(&self.files) {
            Err(findings) => (None, findings),
            Ok((consultation, mut findings)) => {
                let library = self.state.library();
                findings.extend(library.missing_links(&consultation, &self.files.survey.0, &BTreeSet::new()));
                (Some(consultation), findings)
            }
        }
    }

    /// What cannot change any more.
    pub fn changes(&self, new: Option<&Consultation>) -> Vec<Finding> {
        let served = self.served().filter(|_| self.is_draft);
        served.zip(new).map(|(old, new)| changes(&old, new, today())).unwrap_or_default()
    }

    /// What the pages of this survey share.
    ///
    /// # Errors
    /// When the database fails.
    pub fn place(&self) -> Result<Place, PageError> {
        let served = self.served();
        Ok(Place {
            desk: desk(&self.state, &self.signed_in, None)?,
            key: self.key.clone(),
            title: self.manuscript.title().to_owned(),
            state: served.as_ref().map_or_else(|| "Not published yet".to_owned(), |served| when(served, today())),
            language: self.manuscript.default_language().to_owned(),
            is_draft: self.is_draft,
            read_only: self.read_only,
            has_opened: served.is_some_and(|served| served.openness(today()) != Openness::NotYetOpen),
            saved: self.asked.find("saved").is_some(),
        })
    }

    /// Keeps the manuscript as the draft.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn save(&self) -> Result<(), PageError> {
        self.state.manuscripts.save_draft(&self.key, &self.manuscript).map_err(PageError::broken)
    }

    /// The address of a page of this survey.
    pub fn href(&self, rest: &str) -> String {
        format!("/officer/surveys/{}{rest}", self.key)
    }
}

/// Answers with the page that `render` makes of a survey.
///
/// # Errors
/// When there is no such survey, and as `render`.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: String,
    request: &HttpRequest,
    render: impl FnOnce(&Bench) -> Result<String, PageError> + Send + 'static,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let asked = Form::parse(request.query_string()).unwrap_or_default();
    let page = web::block(move || render(&Bench::get(state, signed_in, key, asked)?));
    Ok(reply::page(page.await??))
}

/// Changes a survey by a form and goes to the address that `act` gives. Nobody else changes one meanwhile.
///
/// # Errors
/// When the form is not this session's, the survey is part of the program, and as `act`.
pub async fn change(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: String,
    form: Form,
    act: impl FnOnce(&mut Bench, &Form) -> Result<String, PageError> + Send + 'static,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let address = web::block(move || {
        let held = state.clone();
        let _alone = held.manuscripts.hold();
        let mut bench = Bench::get(state, signed_in, key, Form::default())?;
        if bench.read_only {
            return Err(PageError::new(
                StatusCode::CONFLICT,
                "This survey is part of Heard",
                &["It stays as it is. Copy it, and change the copy."],
            )
            .with_link("/officer/surveys", "Back to the surveys"));
        }
        act(&mut bench, &form)
    });
    Ok(reply::see(&address.await??))
}

/// The files of a bundled survey, under the names that they have in its folder.
pub fn bundled(key: &str) -> Option<SurveyFiles> {
    let name = format!("surveys/{key}/survey.toml");
    let files = Library::bundled_surveys().into_iter().find(|files| files.survey.0 == name)?;
    let wording = |(language, (_, text)): (String, (String, String))| {
        let name = format!("wording/{language}.toml");
        (language, (name, text))
    };
    let wordings = files.wordings.into_iter().map(wording).collect();
    Some(SurveyFiles { survey: ("survey.toml".to_owned(), files.survey.1), wordings })
}

/// There is no such survey, or nothing of the kind in it.
pub fn missing() -> PageError {
    PageError::not_found().with_link("/officer/surveys", "Back to the surveys")
}

/// What was typed cannot be kept.
pub fn unfit(words: &str) -> PageError {
    let go_back = "Go back, put it right and save again.";
    PageError::new(StatusCode::UNPROCESSABLE_ENTITY, "That cannot be saved", &[words, go_back])
}

fn unreadable(findings: &[Finding]) -> PageError {
    let said: Vec<String> = findings.iter().map(ToString::to_string).collect();
    let mut words = vec!["Somebody changed its file by hand, and it can no longer be read:"];
    words.extend(said.iter().map(String::as_str));
    PageError::new(StatusCode::CONFLICT, "This survey’s file cannot be read", &words)
        .with_link("/officer/surveys", "Back to the surveys")
}
