//! `/officer/surveys/KEY/versions`: what was published, to look at and go back to.

use actix_web::{HttpRequest, HttpResponse, web};

use super::bench;
use crate::library::Version;
use crate::pages::officer::surveys::versions::{Entry, Versions};
use crate::survey::SurveyFiles;
use crate::web::account::SignedIn;
use crate::web::{Form, PageError, State};

/// How many digits of a version's SHA-256 are shown.
const DIGITS: usize = 12;

/// Shows them, with the files of one where that is asked for.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    bench::show(state, signed_in, key.into_inner(), &request, |bench| {
        let entry = |version: Version| Entry {
            number: version.number,
            when: format!("{}, by {}", version.day.strftime("%-d %B %Y"), version.by),
            digest: version.digest.chars().take(DIGITS).collect(),
        };
        let manuscripts = &bench.state.manuscripts;
        let wanted = bench.asked.text("see").parse().ok();
        let seen = wanted.and_then(|number| Some((number, texts(manuscripts.find_version(&bench.key, number)?))));
        let entries = manuscripts.versions(&bench.key).into_iter().map(entry).collect();
        Ok(Versions { place: bench.place()?, entries, seen }.render().into_string())
    })
    .await
}

/// Makes a version the draft.
pub async fn go_back(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    bench::change(state, signed_in, key.into_inner(), form, |bench, form| {
        let number = form.text("number").parse().map_err(|_| PageError::unreadable_form())?;
        let manuscripts = &bench.state.manuscripts;
        manuscripts.find_version(&bench.key, number).ok_or_else(bench::missing)?;
        manuscripts.go_back(&bench.key, number).map_err(PageError::broken)?;
        Ok(bench.href("/check?saved"))
    })
    .await
}

fn texts(files: SurveyFiles) -> Vec<(String, String)> {
    std::iter::once(files.survey).chain(files.wordings.into_values()).collect()
}
