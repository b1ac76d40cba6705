//! `GET /officer/c/{consultation}/breakdowns`: a table of several ways, and the same as CSV, XLSX and JSON.

use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpRequest, HttpResponse, web};

use super::super::answers::is_withheld;
use super::super::desk::desk;
use super::super::opening::{Opening, opening};
use super::super::themes;
use super::asked::{ALL_THEMES, Made, THEMES, Wanted};
use super::named::Names;
use super::shape::Content;
use super::{ballots, menu};
use crate::pages::officer::breakdowns::Breakdowns;
use crate::report::crosstab::{self, Named, NamedCrosstab};
use crate::report::xlsx as workbook;
use crate::web::account::SignedIn;
use crate::web::{PageError, State, reply, today};

/// Said where rows are asked for that are not there.
const NO_ROWS: &str = "This survey has no such rows. Choose themes, or a question that is answered by picking.";

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let render = |opening: &Opening| {
        let page = page(opening)?;
        let status = if page.table.is_ok() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        Ok((status, page.render().into_string()))
    };
    let (status, html) = opening(state, signed_in, key.into_inner(), &request, render).await?;
    Ok(reply::page_with(status, html))
}

/// Sends the table as CSV.
pub async fn csv(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let write = |table: &NamedCrosstab| crosstab::csv(Vec::new(), table);
    file(state, signed_in, key.into_inner(), &request, ("csv", "text/csv; charset=utf-8"), write).await
}

/// Sends the table as a workbook.
pub async fn xlsx(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let kind = ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    let write = |table: &NamedCrosstab| workbook::crosstab(Vec::new(), table);
    file(state, signed_in, key.into_inner(), &request, kind, write).await
}

/// Sends the table as JSON.
pub async fn json(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let write = |table: &NamedCrosstab| crosstab::json(Vec::new(), table);
    file(state, signed_in, key.into_inner(), &request, ("json", "application/json"), write).await
}

async fn file(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: String,
    request: &HttpRequest,
    (ending, kind): (&str, &'static str),
    write: impl FnOnce(&NamedCrosstab) -> std::io::Result<Vec<u8>> + Send + 'static,
) -> Result<HttpResponse, PageError> {
    let asked = crate::web::Form::parse(request.query_string()).unwrap_or_default();
    let name = format!("{key}-{}.{ending}", Wanted::read(&asked).file_name());
    let bytes = opening(state, signed_in, key, request, move |opening| {
        let wanted = Wanted::read(&opening.asked);
        let table = table(opening, &wanted)?.map_err(|problem| {
            let back = format!("/officer/c/{}/breakdowns?{}", opening.subject.consultation.key, wanted.query());
            PageError::new(StatusCode::UNPROCESSABLE_ENTITY, "There is no such table", &[&problem])
                .with_link(&back, "Change what you asked for")
        })?;
        write(&table).map_err(PageError::broken)
    });
    let bytes = bytes.await?;
    let disposition = format!("attachment; filename=\"{name}\"");
    Ok(HttpResponse::Ok().content_type(kind).insert_header((CONTENT_DISPOSITION, disposition)).body(bytes))
}

fn page(opening: &Opening) -> Result<Breakdowns, PageError> {
    let Opening { state, signed_in, subject, asked } = opening;
    let wanted = Wanted::read(asked);
    let content = wanted.content(subject).unwrap_or(Content::Themes);
    let counted = state.columns.get(state, subject, content)?;
    let (desk, names) = (desk(state, signed_in, Some(subject))?, Names::read(&state.store, subject)?);
    let frame = counted.shape.frame_id().and(counted.shape.frame.as_ref());
    let frame = frame.filter(|_| [THEMES, ALL_THEMES].contains(&wanted.rows.as_str()));
    Ok(Breakdowns {
        form: menu::form(subject, &names, &counted.columns, &ballots::offered(state, subject)?, &wanted),
        ready: menu::ready(subject, &counted.columns, &desk.address("/breakdowns"), &wanted),
        table: table(opening, &wanted)?,
        query: wanted.query(),
        frame: frame.map(|frame| themes::about(state, frame)),
        desk,
    })
}

/// The table that is asked for, or why it cannot be had.
fn table(opening: &Opening, wanted: &Wanted) -> Result<Result<NamedCrosstab, String>, PageError> {
    let Opening { state, subject, .. } = opening;
    if let Some(table) = ballots::table(state, subject, wanted, made(opening)?)? {
        return Ok(table);
    }
    let Some(content) = wanted.content(subject) else { return Ok(Err(NO_ROWS.to_owned())) };
    if let Some(question) = wanted.question()
        && is_withheld(state, subject, question)?
    {
        return Ok(Err(format!(
            "“{}” is asked only for an earlier answer. Its figures would tell a small number that is hidden of the earlier \
             question. Count something else.",
            subject.consultation.heading(question)
        )));
    }
    let counted = state.columns.get(state, subject, content)?;
    let names = Names::read(&state.store, subject)?;
    Ok(wanted.table(subject, &names, &counted, made(opening)?))
}

/// What stands around every table made now.
fn made(opening: &Opening) -> Result<Made, PageError> {
    let Opening { state, subject, .. } = opening;
    let consultation = &subject.consultation;
    Ok(Made {
        consultation: Named { key: consultation.key.clone(), name: consultation.default_words().title.clone() },
        day: today().to_string(),
        illustrative: state.store.has_illustrative(&consultation.key)?,
        policy: state.config.policy,
    })
}
