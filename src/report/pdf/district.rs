//! The district report as a PDF: in full, as a poster of one page, and for children. What a template needs of it, as data.

use serde::Serialize;
use serde_json::{Value, json};

use super::setting::{About, set};
use super::{Paper, PdfError};
use crate::breakdown::reading::{grouped, interval, percent};
use crate::breakdown::{Count, Difference, Figure};
use crate::report::district::{Bars, DistrictReport, Heat, Map, ThemeChart, Told};

/// How many quotes the full report and the others have room for.
const QUOTES: usize = 12;
const QUOTES_OF_POSTER: usize = 2;
/// How long a quote may be, in characters, to stand on a poster or in the children's edition.
const SHORT: usize = 160;
/// How many themes a poster shows.
const THEMES_OF_POSTER: usize = 6;

/// Which of a district's PDFs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Variant {
    /// Everything.
    Report,
    /// One page for a wall.
    Poster(Paper),
    /// Few figures, in words that children can read.
    Children,
}

/// The PDF of a report in this variant, in English.
///
/// # Errors
/// When it cannot be set or would not be accessible, which is a defect.
pub fn district(report: &DistrictReport<'_>, variant: Variant) -> Result<Vec<u8>, PdfError> {
    district_in(report, variant, "en")
}

/// The same in a language, by its ISO 639-1 code; the full report is in English whatever the language.
///
/// # Errors
/// As [`district`].
pub fn district_in(report: &DistrictReport<'_>, variant: Variant, language: &str) -> Result<Vec<u8>, PdfError> {
    let (template, about, data) = parts(report, variant, language);
    set(template, &about, &data)
}

/// The template of a variant, what the document says of itself, and its data.
pub(super) fn parts(report: &DistrictReport<'_>, variant: Variant, language: &str) -> (&'static str, About, Value) {
    let (results, told) = (report.results, report.told(language));
    let about = |title: &str, language| About::new(title, &results.organisation, language, results.counted_on);
    let code = told.words.code;
    match variant {
        Variant::Report => ("report.typ", about(&report.title(), "en"), whole(report)),
        Variant::Poster(paper) => ("poster.typ", about(&told.title(), code), poster(&told, paper)),
        Variant::Children => ("children.typ", about(&told.title_for_children(), code), for_children(&told)),
    }
}

fn opening(report: &DistrictReport<'_>) -> Value {
    let results = report.results;
    json!({
        "consultation": results.title,
        "organisation": results.organisation,
        "place": report.place(),
        "counted": results.counted_on.strftime("%-d %B %Y").to_string(),
        "headline": report.headline(),
        "address": results.address,
        "notice": report.notice(),
        "published": report.published(),
        "corrects": report.corrects(),
    })
}

fn whole(report: &DistrictReport<'_>) -> Value {
    let (differs, differences) = report.differences();
    json!({
        "opening": opening(report),
        "statement": report.statement().iter().map(|(heading, words)| json!({ "heading": heading, "words": words })).collect::<Vec<_>>(),
        "how_to_read": report.how_to_read(),
        "who": bars(&report.who()),
        "population": report.against_population().as_ref().map(bars),
        "population_credit": format!("{} {}.", report.results.geography.source, report.results.geography.attributions.join(". ")),
        "themes": report.themes().iter().map(chart).collect::<Vec<_>>(),
        "differs": { "title": differs, "sentences": differences },
        "heat": report.heat().as_ref().map(heat),
        "map": report.map().as_ref().map(map),
        "quotes": quotes(report),
        "about_quotes": report.about_quotes(),
        "closed": report.closed().iter().map(chart).collect::<Vec<_>>(),
        "method": report.method(),
        "next": report.results.next,
    })
}

/// What a poster and the children's edition begin with.
fn opening_of(told: &Told<'_>) -> Value {
    let results = told.report.results;
    json!({
        "consultation": results.title,
        "organisation": results.organisation,
        "headline": told.headline(),
        "address": results.address,
        "notice": told.notice(),
        "published": told.published(),
        "corrects": told.corrects(),
    })
}

fn poster(told: &Told<'_>, paper: Paper) -> Value {
    let (report, words) = (&told.report, told.words);
    let themes = report.results.themes.first().map(|themes| report.theme_bars(0, themes, THEMES_OF_POSTER));
    let lines = themes.as_ref().map(|chart| chart.lines.as_slice()).unwrap_or_default();
    let hidden = lines.iter().filter(|line| line.figure == Figure::Hidden).count();
    json!({
        "opening": opening_of(told),
        "paper": paper,
        "themes": themes.as_ref().map(bars),
        "words": { "most": words.most, "theme": words.theme, "share": words.share, "interval": words.interval },
        "mark": told.mark(),
        "private": told.private(hidden),
        "differs": told.apart(),
        "quotes": told_quotes(told, QUOTES_OF_POSTER),
        "method": told.chose(),
        "next": told.next(),
    })
}

fn for_children(told: &Told<'_>) -> Value {
    let words = told.words;
    let in_tens = told.in_tens();
    let in_tens = in_tens
        .iter()
        .map(|ten| json!({ "theme": ten.theme, "of": ten.of_ten, "words": ten.words, "drawn": told.drawn(ten) }));
    json!({
        "opening": opening_of(told),
        "answered": told.answered_for_children(),
        "in_tens": in_tens.collect::<Vec<_>>(),
        "words": {
            "most": words.child_most,
            "few": words.child_few,
            "lots": words.child_lots,
            "said": words.child_said,
            "know": words.child_know,
            "next": words.child_next,
        },
        "differs": told.differs_for_children(),
        "quotes": told_quotes(told, QUOTES_OF_POSTER + 1),
        "method": words.child_method,
        "next": told.next(),
    })
}

/// The first `many` quotes that are short.
fn told_quotes(told: &Told<'_>, many: usize) -> Vec<Value> {
    let quotes = told.report.quotes();
    let short = quotes.iter().filter(|quote| quote.words.chars().count() <= SHORT).take(many);
    short
        .map(|quote| json!({ "words": quote.words, "language": quote.language, "from": told.said_by(quote) }))
        .collect()
}

/// A share that is shown; a hidden one is `null`, so that no template can take it for zero.
#[derive(Serialize)]
struct Shown {
    at: f64,
    low: f64,
    high: f64,
    text: String,
    interval: String,
}

fn shown(figure: &Figure) -> Option<Shown> {
    let share = figure.shown()?;
    let (text, interval) = (percent(share.share), interval(share));
    Some(Shown { at: share.share, low: share.low, high: share.high, text, interval })
}

fn differs(differs: Difference) -> &'static str {
    match differs {
        Difference::Higher => "higher",
        Difference::Lower => "lower",
        Difference::NotClear => "unclear",
        Difference::NotCompared => "",
    }
}

fn count(count: Count) -> Option<String> {
    match count {
        Count::Shown(number) => Some(grouped(number)),
        Count::Hidden => None,
    }
}

fn chart(chart: &ThemeChart) -> Value {
    json!({ "heading": chart.heading, "bars": bars(&chart.bars) })
}

fn bars(bars: &Bars) -> Value {
    let line = |line: &crate::report::district::Line| {
        json!({
            "name": line.name,
            "share": shown(&line.figure),
            "beside": line.beside,
            "beside_text": line.beside.map(percent),
            "differs": differs(line.differs),
            "here": line.is_here,
        })
    };
    json!({
        "title": bars.title,
        "about": bars.about,
        "of": bars.of,
        "end": bars.scale_end,
        "beside": bars.beside,
        "compared": bars.is_compared,
        "lines": bars.lines.iter().map(line).collect::<Vec<_>>(),
    })
}

fn heat(heat: &Heat) -> Value {
    let group = |group: &crate::report::district::HeatGroup| json!({ "name": group.name, "base": count(group.base), "here": group.is_here });
    let cell = |(figure, difference): &(Figure, Difference)| json!({ "share": shown(figure), "shade": heat.shades.place(figure), "differs": differs(*difference) });
    let row = |row: &crate::report::district::HeatRow| {
        let cells: Vec<Value> = row.cells.iter().map(cell).collect();
        json!({ "name": row.name, "cells": cells, "everyone": shown(&row.everyone) })
    };
    json!({
        "title": heat.title,
        "about": heat.about,
        "groups": heat.groups.iter().map(group).collect::<Vec<_>>(),
        "rows": heat.rows.iter().map(row).collect::<Vec<_>>(),
        "key": heat.shades.words(),
    })
}

fn map(map: &Map) -> Value {
    let area = |area: &crate::report::district::MapArea| {
        json!({
            "name": area.name,
            "corners": area.corners,
            "label": area.label,
            "tile": area.tile,
            "share": shown(&area.figure),
            "shade": map.shades.place(&area.figure),
            "differs": differs(area.differs),
            "here": area.is_here,
        })
    };
    json!({
        "title": map.title,
        "about": map.about,
        "alt": map.alt,
        "view": map.view_box,
        "areas": map.areas.iter().map(area).collect::<Vec<_>>(),
        "key": map.shades.words(),
        "credit": map.credit,
    })
}

/// The first quotes.
fn quotes(report: &DistrictReport<'_>) -> Vec<Value> {
    let quote = |quote: &&crate::report::district::ApprovedQuote| json!({ "words": quote.words, "language": quote.language, "from": report.said_by(quote), "theme": quote.theme });
    report.quotes().iter().take(QUOTES).map(quote).collect()
}
