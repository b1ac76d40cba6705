//! A ranking as files, by the weights that the address holds: a table, and a workbook that reckons.

use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpRequest, HttpResponse, web};

use super::cards::district_name;
use super::plans::{geography, get_plan};
use super::ranking::{FIELDS, district, lines, read};
use crate::pages::officer::evidence::ranking::Line;
use crate::report::csv::CsvWriter;
use crate::report::xlsx::{self, RankedLine};
use crate::web::officer::subject::unknown_filter;
use crate::web::{Form, PageError, State, today};

/// What an address asks for.
struct Found {
    plan: String,
    title: String,
    district: Option<String>,
    lines: Vec<Line>,
}

impl Found {
    fn read(state: &State, key: &str, query: &str) -> Result<Self, PageError> {
        let asked = Form::parse(query).unwrap_or_default();
        let plan = get_plan(state, key)?;
        let district = district(state, &plan, &asked)?;
        let weights = read(&asked).map_err(|_| unknown_filter())?;
        let lines = lines(state, &plan, district.as_deref(), &weights)?;
        let geography = geography(state, &plan)?;
        let place =
            district.as_ref().map_or_else(|| "the whole county".to_owned(), |key| district_name(&geography, key));
        Ok(Self {
            plan: plan.key.clone(),
            title: format!("{}: a suggested order for {place}", plan.title),
            district,
            lines,
        })
    }

    fn attached(&self, ending: &str, media: &str, body: Vec<u8>) -> HttpResponse {
        let place = self.district.as_deref().unwrap_or("county");
        let name = format!("{}-ranking-{place}.{ending}", self.plan);
        HttpResponse::Ok()
            .content_type(media)
            .insert_header((CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")))
            .body(body)
    }
}

/// The ranking as a table.
pub async fn table(
    state: web::Data<State>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let (found, body) = made(state, key, request, |found| csv(&found.lines)).await?;
    Ok(found.attached("csv", "text/csv; charset=utf-8", body))
}

/// The ranking as a workbook whose weights can be changed in it.
pub async fn workbook(
    state: web::Data<State>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let write = |found: &Found| {
        let lines = found.lines.iter();
        let lines: Vec<RankedLine<'_>> = lines
            .map(|line| RankedLine { ranked: &line.ranked, number: line.number, theme: line.theme.as_deref() })
            .collect();
        xlsx::ranking(Vec::new(), &found.title, &today().to_string(), &lines)
    };
    let (found, body) = made(state, key, request, write).await?;
    Ok(found.attached("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body))
}

async fn made(
    state: web::Data<State>,
    key: web::Path<String>,
    request: HttpRequest,
    write: impl FnOnce(&Found) -> std::io::Result<Vec<u8>> + Send + 'static,
) -> Result<(Found, Vec<u8>), PageError> {
    let query = request.query_string().to_owned();
    let made = web::block(move || {
        let found = Found::read(&state, &key, &query)?;
        let body = write(&found).map_err(PageError::broken)?;
        Ok::<_, PageError>((found, body))
    });
    made.await?
}

fn csv(lines: &[Line]) -> std::io::Result<Vec<u8>> {
    let mut headers: Vec<String> =
        ["place", "number", "priority", "theme", "score", "least", "most"].map(str::to_owned).to_vec();
    for field in FIELDS {
        headers.extend(["measured", "divided_by", "from_0_to_1", "weight", "adds"].map(|one| format!("{field}_{one}")));
    }
    let mut file = CsvWriter::new(Vec::new(), &headers)?;
    let number = |number: Option<f64>| number.map_or_else(|| "not known".to_owned(), |number| number.to_string());
    for line in lines {
        let ranked = &line.ranked;
        let mut cells = vec![
            ranked.place.map_or_else(|| "none".to_owned(), |place| place.to_string()),
            line.number.to_string(),
            ranked.title.clone(),
            line.theme.clone().unwrap_or_default(),
            number(ranked.score),
            ranked.least.to_string(),
            ranked.most.to_string(),
        ];
        for term in &ranked.terms {
            let measured = term.raw.map_or_else(|why| why.as_sentence().to_owned(), |raw| raw.to_string());
            let divisor = match term.raw {
                Ok(_) => term.divisor.map_or_else(|| "nothing".to_owned(), |divisor| divisor.to_string()),
                Err(_) => "not known".to_owned(),
            };
            let weight = term.weight.to_string();
            cells.extend([measured, divisor, number(term.normalised), weight, number(term.product())]);
        }
        file.write(&cells)?;
    }
    file.finish()
}
