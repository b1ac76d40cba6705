//! The report of one district, or of the county, as a page that stands by itself. The same charts and sentences as the
//! PDF has.
//!
//! It asks nothing of any other place, so it can be mailed, filed or put on any site.

mod charts;

use maud::{Markup, html};

use super::standalone::standalone;
use crate::report::district::{ApprovedQuote, DistrictReport};

/// The whole page.
pub fn render(report: &DistrictReport<'_>) -> String {
    let results = report.results;
    let title = report.title();
    let body = html! {
        p class="small" { (results.organisation) " · " (results.title) }
        h1 { (title) }
        div class="note" {
            p { (report.headline()) }
            @if let Some(first) = report.method().first() { p class="small" { (first) } }
        }
        (who_answered(report))
        (came_up(report))
        (compared(report))
        (quotes(report))
        (closed(report))
        section aria-labelledby="method" {
            h2 id="method" { "How this was made, and what it cannot tell" }
            ul { @for said in report.method() { li { (said) } } }
        }
        section aria-labelledby="next" {
            h2 id="next" { "What happens next" }
            @for said in &results.next { p { (said) } }
            @if let Some(address) = &results.address { p { "Read more at " (address) } }
        }
    };
    let foot = format!("Made by Heard from answers that had come in by {}.", results.counted_on.strftime("%-d %B %Y"));
    standalone(&title, &body, &foot)
}

fn who_answered(report: &DistrictReport<'_>) -> Markup {
    let geography = &report.results.geography;
    html! {
        section aria-labelledby="who" {
            h2 id="who" { "Who answered" }
            p class="small" { (report.how_to_read()) }
            (charts::bars(&report.who()))
            @if let Some(bars) = report.against_population() {
                (charts::bars(&bars))
                p class="small" { (geography.source) " " (geography.attributions.join(". ")) "." }
            }
        }
    }
}

fn came_up(report: &DistrictReport<'_>) -> Markup {
    html! {
        section aria-labelledby="themes" {
            h2 id="themes" { "What came up most" }
            @for chart in report.themes() {
                h3 { (chart.heading) }
                (charts::bars(&chart.bars))
            }
        }
    }
}

fn compared(report: &DistrictReport<'_>) -> Markup {
    let (title, sentences) = report.differences();
    html! {
        section aria-labelledby="compared" {
            h2 id="compared" { "How " (report.place()) " compares" }
            p { b { (title) "." } }
            @if !sentences.is_empty() { ul { @for said in &sentences { li { (said) } } } }
            @if let Some(heat) = report.heat() { (charts::heat(&heat)) }
            @if let Some(map) = report.map() { (charts::map(&map)) }
        }
    }
}

fn quotes(report: &DistrictReport<'_>) -> Markup {
    let quotes = report.quotes();
    html! {
        section aria-labelledby="words" {
            h2 id="words" { "In people’s words" }
            p class="small" { (report.about_quotes()) }
            @if !quotes.is_empty() { ul class="quotes" { @for said in &quotes { (quote(report, said)) } } }
        }
    }
}

fn quote(report: &DistrictReport<'_>, quote: &ApprovedQuote) -> Markup {
    html! {
        li {
            span lang=(quote.language) dir="auto" { "“" (quote.words) "”" }
            span class="small" { (report.said_by(quote)) }
        }
    }
}

fn closed(report: &DistrictReport<'_>) -> Markup {
    let closed = report.closed();
    if closed.is_empty() {
        return html! {};
    }
    html! {
        section aria-labelledby="closed" {
            h2 id="closed" { "Questions with a choice of answers" }
            @for chart in &closed {
                h3 { (chart.heading) }
                (charts::bars(&chart.bars))
            }
        }
    }
}
