//! The district report as a PDF: in full, as a poster of one page, and for children. What a template needs of it, as data.

use serde::Serialize;
use serde_json::{Value, json};

use super::setting::{About, set};
use super::{Paper, PdfError};
use crate::breakdown::reading::{grouped, interval, percent};
use crate::breakdown::{Count, Difference, Figure};
use crate::report::district::{Bars, DistrictReport, Heat, Map, ThemeChart};

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

/// The PDF of a report in this variant.
///
/// # Errors
/// When it cannot be set or would not be accessible, which is a defect.
pub fn district(report: &DistrictReport<'_>, variant: Variant) -> Result<Vec<u8>, PdfError> {
    let (template, about, data) = parts(report, variant);
    set(template, &about, &data)
}

/// The template of a variant, what the document says of itself, and its data.
pub(super) fn parts(report: &DistrictReport<'_>, variant: Variant) -> (&'static str, About, Value) {
    let results = report.results;
    let title = match variant {
        Variant::Children => report.title_for_children(),
        Variant::Report | Variant::Poster(_) => report.title(),
    };
    let about = About::new(&title, &results.organisation, "en", results.counted_on);
    match variant {
        Variant::Report => ("report.typ", about, whole(report)),
        Variant::Poster(paper) => ("poster.typ", about, poster(report, paper)),
        Variant::Children => ("children.typ", about, for_children(report)),
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
        "quotes": quotes(report, QUOTES, usize::MAX),
        "about_quotes": report.about_quotes(),
        "closed": report.closed().iter().map(chart).collect::<Vec<_>>(),
        "method": report.method(),
        "next": report.results.next,
    })
}

fn poster(report: &DistrictReport<'_>, paper: Paper) -> Value {
    let themes = report.results.themes.first().map(|themes| report.theme_bars(0, themes, THEMES_OF_POSTER));
    json!({
        "opening": opening(report),
        "paper": paper,
        "corrects": report.corrects_in_short(),
        "themes": themes.as_ref().map(bars),
        "differs": report.differences().0,
        "quotes": quotes(report, QUOTES_OF_POSTER, SHORT),
        "method": report.method().first(),
        "next": report.results.next.first(),
    })
}

fn for_children(report: &DistrictReport<'_>) -> Value {
    let in_tens = report.in_tens();
    let in_tens = in_tens.iter().map(|ten| json!({ "theme": ten.theme, "of": ten.of_ten, "words": ten.words }));
    json!({
        "opening": opening(report),
        "answered": report.answered_for_children(),
        "in_tens": in_tens.collect::<Vec<_>>(),
        "differs": report.differs_for_children(),
        "quotes": quotes(report, QUOTES_OF_POSTER + 1, SHORT),
        "method": report.method_for_children(),
        "next": report.results.next.first(),
    })
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

/// The first `many` quotes that are no longer than `most` characters.
fn quotes(report: &DistrictReport<'_>, many: usize, most: usize) -> Vec<Value> {
    let is_short = |quote: &&&crate::report::district::ApprovedQuote| quote.words.chars().count() <= most;
    let quote = |quote: &&crate::report::district::ApprovedQuote| json!({ "words": quote.words, "language": quote.language, "from": report.said_by(quote), "theme": quote.theme });
    report.quotes().iter().filter(is_short).take(many).map(quote).collect()
}
