//! A ranking as files, by the weights that the address holds: a table, and a workbook that reckons.

use std::borrow::Cow;

use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpRequest, HttpResponse, web};

use super::cards::district_name;
use super::plans::{geography, get_plan};
use super::ranking::{FIELDS, district, lines, read};
use crate::pages::officer::evidence::ranking::Line;
use crate::report::csv::{CsvWriter, inert};
use crate::report::xlsx::{self, RankedLine};
use crate::web::officer::subject::unknown_filter;
use crate::web::{Form, PageError, State, today};

/// Stands where a priority has no place.
const NOT_RANKED: &str = "not ranked";

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
            .map(|line| RankedLine {
                ranked: &line.ranked,
                number: line.number,
                theme: line.theme.as_ref().map(|theme| theme.name.as_str()),
            })
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
        let place = ranked.place.map_or_else(|| "none".to_owned(), |place| place.to_string());
        let mut figures = vec![
            // Of too little to be ranked by: the least and the most say what is known.
            ranked.place.map_or_else(|| NOT_RANKED.to_owned(), |_| number(ranked.score)),
            ranked.least.to_string(),
            ranked.most.to_string(),
        ];
        for term in &ranked.terms {
            let measured = term.raw.map_or_else(|why| why.as_sentence().to_owned(), |raw| raw.to_string());
            let divisor = term.divisor.map_or_else(|| "nothing".to_owned(), |divisor| divisor.to_string());
            let weight = term.weight.to_string();
            figures.extend([measured, divisor, number(term.normalised), weight, number(term.product())]);
        }
        let of_line = [Cow::Owned(place), Cow::Owned(line.number.to_string()), inert(&ranked.title)];
        let theme = inert(line.theme.as_ref().map(|theme| theme.name.as_str()).unwrap_or_default());
        file.write_cells(of_line.into_iter().chain([theme]).chain(figures.into_iter().map(Cow::Owned)))?;
    }
    file.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breakdown::{Figure, Share};
    use crate::plan::ranking::{Signals, Weights, rank};

    #[test]
    fn numbers_below_zero_stay_numbers_and_what_has_no_place_has_no_score() {
        let figure = |share| Some(Figure::Shown(Share { count: 40, base: 100, share, low: 0.0, high: 1.0 }));
        let signals = |title: &str, here| Signals {
            key: title.to_owned(),
            title: title.to_owned(),
            here,
            everyone: figure(0.5),
            children: figure(0.25),
            adults: figure(0.5),
            way: None,
        };
        let known = [signals("=A", figure(0.25)), signals("B", Some(Figure::Hidden))];
        let ranked = rank(&known, &Weights::default()).unwrap();
        let line = |(at, ranked)| Line {
            ranked,
            number: at + 1,
            theme: None,
            others: Vec::new(),
            contrary: 0,
            ways: Vec::new(),
        };
        let lines: Vec<Line> = ranked.into_iter().enumerate().map(line).collect();
        let text = String::from_utf8(csv(&lines).unwrap()).unwrap();
        let mut reader = ::csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let headers = reader.headers().unwrap().clone();
        let rows: Vec<::csv::StringRecord> = reader.records().map(Result::unwrap).collect();
        let cell = |row: usize, name: &str| rows[row].get(headers.iter().position(|one| one == name).unwrap()).unwrap();
        assert_eq!((cell(0, "priority"), cell(0, "difference_measured")), ("'=A", "-0.25"));
        assert_eq!(cell(0, "perspective_measured"), "-0.25");
        assert_eq!((cell(1, "place"), cell(1, "score")), ("none", NOT_RANKED));
        for part in FIELDS {
            let name = format!("{part}_divided_by");
            assert_eq!(cell(0, &name), cell(1, &name), "as in the workbook, the same for every row");
        }
        assert_eq!(cell(1, "indicator_divided_by"), "1");
    }
}
