//! `/officer/plans/{plan}/progress/import`: many figures of indicators at once, from a file or pasted, each with its source.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, web};

use super::desk::desk;
use super::evidence::plans::find_subject;
use super::progress::new_measurement;
use crate::commands::import::read_table;
use crate::pages::officer::measurement_import::{Came, FILE, MeasurementImport, PASTED, SOURCE};
use crate::plan::Plan;
use crate::plan::measured::{MOST_IN_A_SOURCE, Written, read};
use crate::store::NewMeasurement;
use crate::web::account::SignedIn;
use crate::web::plans::get_whole;
use crate::web::{Form, PageError, State, Upload, reply, today};

/// The most bytes of a workbook: what a zip file holds can be a thousand times as long, and must fit in memory.
const MOST_IN_A_WORKBOOK: usize = 256 * 1024;
/// The most rows of one import, and reasons that are listed.
const MOST_ROWS: usize = 5_000;
const MOST_REASONS: usize = 50;
/// The columns that every file has, and the one that a source for all rows can stand for.
const COLUMNS: [&str; 3] = ["indicator", "period", "value"];
const SOURCE_COLUMN: &str = "source";

/// What was typed into the form beside a file.
#[derive(Default)]
struct Typed {
    pasted: String,
    source: String,
}

/// Shows the form of an import, and what came of the last one.
pub async fn import_form(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    at: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let asked = Form::parse(request.query_string()).unwrap_or_default();
    let number = |name: &str| asked.find(name).and_then(|number| number.parse().ok());
    let came = match (number("added"), number("changed"), number("same")) {
        (Some(added), Some(changed), Some(same)) => Some(Came { added, changed, same }),
        _ => None,
    };
    let page = web::block(move || import_page(&state, &signed_in, &at, Typed::default(), Vec::new(), came));
    Ok(reply::page(page.await??))
}

/// Imports a file, all of it or nothing.
pub async fn import(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    at: web::Path<String>,
    upload: Upload,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&upload.form)?;
    let done = web::block(move || {
        let plan = get_whole(&state, &at)?;
        let typed =
            Typed { pasted: upload.form.text(PASTED).to_owned(), source: upload.form.text(SOURCE).trim().to_owned() };
        let rows = match upload.file(FILE) {
            Some(file) => read_rows(&plan, &file.name, &file.bytes, &typed.source),
            None => read_rows(&plan, "What was pasted", typed.pasted.as_bytes(), &typed.source),
        };
        match rows {
            Ok(new) => {
                let kept = state.store.save_measurements(&plan.key, new, &signed_in.user, today())?;
                let came = format!("added={}&changed={}&same={}", kept.added, kept.changed, kept.same);
                Ok::<_, PageError>(Ok(format!("/officer/plans/{}/progress/import?{came}", plan.key)))
            }
            Err(reasons) => Ok(Err(import_page(&state, &signed_in, &at, typed, reasons, None)?)),
        }
    });
    Ok(reply::after_form(done.await??))
}

fn import_page(
    state: &State,
    signed_in: &SignedIn,
    key: &str,
    typed: Typed,
    refused: Vec<String>,
    came: Option<Came>,
) -> Result<String, PageError> {
    let plan = get_whole(state, key)?;
    let desk = desk(state, signed_in, find_subject(state, &plan).as_ref())?;
    let Typed { pasted, source } = typed;
    Ok(MeasurementImport { desk, plan: &plan, pasted, source, refused, came }.render().into_string())
}

/// What keeps a file from being read at all.
fn unreadable(file: &str, bytes: &[u8], source: &str) -> Option<String> {
    if bytes.is_empty() {
        return Some("Choose a file, or paste rows".to_owned());
    }
    if bytes.starts_with(b"PK") && bytes.len() > MOST_IN_A_WORKBOOK {
        return Some(format!("{file}: is larger than 256 kB: keep only the sheet with the figures, or save it as CSV"));
    }
    (source.chars().count() > MOST_IN_A_SOURCE)
        .then(|| format!("The source is longer than {MOST_IN_A_SOURCE} characters: name the publication alone"))
}

/// The figures of a file, or every reason why it cannot be taken, with its line and column. `source` is that of every row
/// that names none.
fn read_rows(plan: &Plan, file: &str, bytes: &[u8], source: &str) -> Result<Vec<NewMeasurement>, Vec<String>> {
    if let Some(reason) = unreadable(file, bytes, source) {
        return Err(vec![reason]);
    }
    let table =
        read_table(file, bytes).map_err(|error| format!("{error:#}").lines().map(str::to_owned).collect::<Vec<_>>())?;
    if table.rows.len() > MOST_ROWS {
        return Err(vec![format!("{file}: has more than {MOST_ROWS} rows: import it in parts")]);
    }
    let columns = COLUMNS.map(|name| table.get_column(name));
    let of_source = table.get_column(SOURCE_COLUMN).ok();
    let mut reasons: Vec<String> = columns.iter().filter_map(|one| Some(one.as_ref().err()?.to_string())).collect();
    if of_source.is_none() && source.is_empty() {
        reasons.push(format!(
            "{file}: nothing says where the figures come from: write one source for all rows below, or add a column \
             \"{SOURCE_COLUMN}\""
        ));
    }
    if !reasons.is_empty() {
        return Err(reasons);
    }
    let mut new: Vec<NewMeasurement> = Vec::new();
    let mut lines: BTreeMap<(String, String), u64> = BTreeMap::new();
    for row in &table.rows {
        let at = |place: usize| row.cells.get(place).map_or("", |cell| cell.trim());
        let cell = |column: usize| columns[column].as_ref().map_or("", |place| at(*place));
        let own = of_source.map(at).filter(|own| !own.is_empty());
        let written = Written { indicator: cell(0), period: cell(1), value: cell(2), source: own.unwrap_or(source) };
        let place = format!("{file}, line {}", row.line);
        match read(plan, written, today()) {
            Ok((indicator, measurement)) => {
                match lines.insert((indicator.key.clone(), measurement.period.as_text()), row.line) {
                    Some(line) => {
                        reasons.push(format!("{place}: period: the same indicator and period are on line {line}"));
                    }
                    None => new.push(new_measurement(indicator, measurement)),
                }
            }
            Err(unfit) => {
                reasons.extend(unfit.into_iter().map(|unfit| format!("{place}: {}: {}", unfit.field, unfit.problem)));
            }
        }
    }
    if reasons.is_empty() && new.is_empty() {
        reasons.push(format!("{file}: there is no row under the names of the columns"));
    }
    if reasons.is_empty() { Ok(new) } else { Err(shortened(reasons)) }
}

/// As many reasons as somebody reads, and how many more there are.
fn shortened(mut reasons: Vec<String>) -> Vec<String> {
    if reasons.len() > MOST_REASONS {
        let more = reasons.len() - MOST_REASONS;
        reasons.truncate(MOST_REASONS);
        reasons.push(format!("and {more} more"));
    }
    reasons
}
