//! A publication at its address: as a page, as a page for children, and as the files to take away.
//!
//! Every reply has a tag that changes only when a quote goes, a correction comes or there is more to lead on to, and is
//! asked for again before it is used again: so a reader pays for it once, and what is gone is gone everywhere that asks.

use std::sync::Arc;

use actix_web::http::header::{
    CACHE_CONTROL, CONTENT_DISPOSITION, ETAG, EntityTag, Header, HeaderValue, IfNoneMatch, VARY,
};
use actix_web::web::{self, Data, Path};
use actix_web::{HttpRequest, HttpResponse};

use super::opened::{Opened, missing};
use super::press::FileName;
use crate::pages::public::Front;
use crate::pages::public::publication::PublicationPage;
use crate::pages::public::results_for_children::ChildrensPage;
use crate::pages::public::results_village::ResultsVillage;
use crate::report::district::{DistrictReport, Sayings};
use crate::report::figures;
use crate::report::pdf::{self, Paper, Variant};
use crate::survey::Edition;
use crate::web::{Form, PageError, State, address, language, reply};

/// What an address asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Page,
    /// In a language.
    Pdf(Variant, &'static str),
    Xlsx,
    Csv,
    Json,
}

impl Kind {
    /// By the ending of an address.
    fn parse(ending: &str) -> Option<Self> {
        // Another language than English stands before the last point.
        let other = |kind: &str| {
            let code = ending.strip_prefix(kind)?.strip_prefix('.')?.strip_suffix(".pdf")?;
            Sayings::find(code).map(|words| words.code).filter(|code| *code != "en")
        };
        Some(match ending {
            "" => Self::Page,
            "pdf" => Self::Pdf(Variant::Report, "en"),
            "poster.pdf" => Self::Pdf(Variant::Poster(Paper::A4), "en"),
            "children.pdf" => Self::Pdf(Variant::Children, "en"),
            "xlsx" => Self::Xlsx,
            "csv" => Self::Csv,
            "json" => Self::Json,
            _ => match (other("poster"), other("children")) {
                (Some(language), _) => Self::Pdf(Variant::Poster(Paper::A4), language),
                (None, Some(language)) => Self::Pdf(Variant::Children, language),
                (None, None) => return None,
            },
        })
    }

    fn media(self) -> &'static str {
        match self {
            Self::Page => "text/html; charset=utf-8",
            Self::Pdf(..) => "application/pdf",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Json => "application/json",
        }
    }

    fn bytes(self, opened: &Opened, report: &DistrictReport<'_>, website: &str) -> Result<Vec<u8>, PageError> {
        match self {
            Self::Pdf(variant, language) => pdf::district_in(report, variant, language).map_err(PageError::broken),
            Self::Xlsx => figures::workbook(report).map_err(PageError::broken),
            Self::Csv => figures::csv(report).map_err(PageError::broken),
            Self::Json => {
                let place = if report.is_county() { String::new() } else { format!("/{}", report.key()) };
                let address = format!("{}{place}", opened.said().address);
                figures::json(report, &opened.published(website, &address)).map_err(PageError::broken)
            }
            Self::Page => Err(missing()),
        }
    }
}

/// The county's report.
pub async fn county(
    state: Data<State>,
    path: Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let (consultation, last) = path.into_inner();
    let (number, ending) = last.split_once('.').unwrap_or((&last, ""));
    show(state, &consultation, number, None, ending, &request).await
}

/// A district's report.
pub async fn district(
    state: Data<State>,
    path: Path<(String, String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let (consultation, number, last) = path.into_inner();
    let (district, ending) = last.split_once('.').unwrap_or((&last, ""));
    show(state, &consultation, &number, Some(district), ending, &request).await
}

async fn show(
    state: Data<State>,
    consultation: &str,
    number: &str,
    district: Option<&str>,
    ending: &str,
    request: &HttpRequest,
) -> Result<HttpResponse, PageError> {
    let kind = Kind::parse(ending).ok_or_else(missing)?;
    // One address and no other: 01 and +1 are not 1.
    let number: u32 = number.parse().ok().filter(|known: &u32| known.to_string() == number).ok_or_else(missing)?;
    let (inner, consultation) = (state.clone(), consultation.to_owned());
    let opened = Arc::new(web::block(move || Opened::get(&inner, &consultation, number)).await??);
    let place = district.map(str::to_owned);
    report(&opened, place.as_deref())?;
    match kind {
        Kind::Page => page(&state, &opened, place.as_deref(), request),
        _ => file(&state, opened, place, kind, ending, request).await,
    }
}

/// The report of a place.
fn report<'a>(opened: &'a Opened, district: Option<&str>) -> Result<DistrictReport<'a>, PageError> {
    match district {
        None => Ok(DistrictReport::of_county(&opened.results)),
        Some(key) => DistrictReport::of_district(&opened.results, key).ok_or_else(missing),
    }
}

fn page(
    state: &State,
    opened: &Opened,
    district: Option<&str>,
    request: &HttpRequest,
) -> Result<HttpResponse, PageError> {
    let (said, report) = (opened.said(), report(opened, district)?);
    let query = Form::parse(request.query_string());
    let asks = |name: &str, value: &str| query.as_ref().is_some_and(|query| query.find(name) == Some(value));
    let (is_child, is_village) = (asks("edition", "child"), asks("view", "village"));
    let (tag, html) = language::read(state, request, |front| {
        let onward = u8::from(opened.told.is_some()) + 2 * u8::from(opened.plan.is_some());
        let lang = front.words.lang();
        let tag = format!("{}-{lang}-{is_child}-{is_village}-{onward}-{}", opened.digest, front.languages.concat());
        if is_fresh(request, &tag) {
            return (tag, None);
        }
        let place = district.map_or_else(String::new, |key| format!("/{key}"));
        let html = if is_child {
            let front = Front { words: front.words.in_edition(Edition::Child), ..front };
            ChildrensPage { front, report, said: &said, address: &format!("{}{place}", said.address) }.render()
        } else if is_village {
            ResultsVillage { front, report, said: &said, address: &format!("{}{place}", said.address) }.render()
        } else {
            PublicationPage { front, report, said: &said }.render()
        };
        (tag, Some(html.into_string()))
    });
    let mut response = html.map_or_else(|| HttpResponse::NotModified().finish(), reply::page);
    // The language is in a cookie, so nobody but the reader keeps the page.
    mark(&mut response, &tag, "private, no-cache");
    response.headers_mut().insert(VARY, HeaderValue::from_static("Cookie"));
    Ok(response)
}

async fn file(
    state: &Data<State>,
    opened: Arc<Opened>,
    district: Option<String>,
    kind: Kind,
    ending: &str,
    request: &HttpRequest,
) -> Result<HttpResponse, PageError> {
    let place = report(&opened, district.as_deref())?.key().to_owned();
    let website = address::website(state, request);
    let is_ours = state.config.public_url.is_some() || kind != Kind::Json;
    let tag = format!("{}-{place}-{ending}", opened.digest);
    let mut response = if is_ours && is_fresh(request, &tag) {
        HttpResponse::NotModified().finish()
    } else {
        let attached = format!("{}-{}-{place}.{ending}", opened.head.consultation, opened.head.number);
        let make = {
            let opened = Arc::clone(&opened);
            move || kind.bytes(&opened, &report(&opened, district.as_deref())?, &website)
        };
        let bytes = if matches!(kind, Kind::Pdf(..) | Kind::Xlsx) {
            let name = format!("{place}.{ending}");
            let (publication, digest) = (opened.head.identity.clone(), opened.digest.clone());
            state.press.file(FileName { publication, digest, name }, make).await?
        } else {
            web::block(make).await??.into()
        };
        let shown = if matches!(kind, Kind::Pdf(..)) { "inline" } else { "attachment" };
        HttpResponse::Ok()
            .content_type(kind.media())
            .insert_header((CONTENT_DISPOSITION, format!("{shown}; filename=\"{attached}\"")))
            .body(bytes)
    };
    mark(&mut response, &tag, "public, no-cache");
    Ok(response)
}

/// Whether whoever asks has this already.
fn is_fresh(request: &HttpRequest, tag: &str) -> bool {
    match IfNoneMatch::parse(request) {
        Ok(IfNoneMatch::Items(known)) => known.iter().any(|known| known.weak_eq(&EntityTag::new_weak(tag.to_owned()))),
        _ => false,
    }
}

fn mark(response: &mut HttpResponse, tag: &str, kept: &'static str) {
    if let Ok(tag) = HeaderValue::from_str(&format!("W/\"{tag}\"")) {
        response.headers_mut().insert(ETAG, tag);
    }
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static(kept));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_ending_names_a_file_and_nothing_else_does() {
        assert_eq!(Kind::parse(""), Some(Kind::Page));
        assert_eq!(Kind::parse("children.pdf"), Some(Kind::Pdf(Variant::Children, "en")));
        assert_eq!(Kind::parse("children.cy.pdf"), Some(Kind::Pdf(Variant::Children, "cy")));
        assert_eq!(Kind::parse("poster.ur.pdf"), Some(Kind::Pdf(Variant::Poster(Paper::A4), "ur")));
        let others =
            ["PDF", "html", "pdf.", "exe", ".pdf", "poster-a3.pdf", "poster.en.pdf", "poster.de.pdf", "cy.pdf"];
        for other in others {
            assert_eq!(Kind::parse(other), None, "{other}");
        }
    }
}
