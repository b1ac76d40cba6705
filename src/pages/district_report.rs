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
        @if let Some(notice) = report.notice() { p class="note" { b { (notice) } } }
        @if let Some(published) = report.published() { p class="small" { (published) } }
        @if let Some(corrects) = report.corrects() { p class="note" { (corrects) } }
        (in_short(report))
        @for (heading, words) in report.statement() { section { h2 { (heading) } p { (words) } } }
        (parts(report))
        @if let Some(address) = &results.address { p { "Read more at " (address) } }
    };
    let foot = format!("Made by Heard from answers that had come in by {}.", results.counted_on.strftime("%-d %B %Y"));
    standalone(&title, &body, &foot)
}

/// The report in a sentence or two, with whom it is of.
pub(super) fn in_short(report: &DistrictReport<'_>) -> Markup {
    html! {
        div class="note" {
            p { (report.headline()) }
            @if let Some(first) = report.method().first() { p class="small" { (first) } }
        }
    }
}

/// Everything below that, the same wherever it is shown.
pub(super) fn parts(report: &DistrictReport<'_>) -> Markup {
    html! {
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
            @for said in &report.results.next { p { (said) } }
        }
    }
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
                h3 id=(chart.id) { (chart.heading) }
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
                h3 id=(chart.id) { (chart.heading) }
                (charts::bars(&chart.bars))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breakdown::Figure;
    use crate::report::district::sample::results;

    #[test]
    fn what_people_wrote_cannot_become_markup_and_the_page_asks_nothing_of_another_place() {
        let mut results = results(1);
        results.address = None;
        results.quotes[0].words = "<script>alert(1)</script>".into();
        results.themes[0].table.rows[0].name = "a<b>".into();
        for report in DistrictReport::all(&results) {
            let page = render(&report);
            assert!(!page.contains("<script") && !page.contains("a<b>"), "{}", report.key());
            assert!(!page.contains("http:") && !page.contains("https:") && !page.contains("src="), "{}", report.key());
        }
    }

    #[test]
    fn a_hidden_figure_has_its_words_and_no_bar() {
        let results = results(1);
        let report = DistrictReport::of_district(&results, "redditch").unwrap();
        let bars = report.themes().remove(0).bars;
        let shown = bars.lines.iter().filter(|line| line.figure != Figure::Hidden).count();
        let drawn = charts::bars(&bars).into_string();
        assert_eq!(drawn.matches("<rect").count(), shown);
        assert!(drawn.contains("Do not read it as zero"));
    }

    #[test]
    fn invented_answers_are_called_so_and_real_ones_are_not() {
        let mut results = results(1);
        assert!(render(&DistrictReport::of_county(&results)).contains("were invented"));
        results.illustrative = false;
        assert!(!render(&DistrictReport::of_county(&results)).contains("were invented"));
    }

    #[test]
    fn every_chart_says_its_finding_first() {
        let results = results(1);
        let report = DistrictReport::of_district(&results, "wychavon").unwrap();
        let page = render(&report);
        let titles = [report.who().title, report.themes().remove(0).bars.title, report.map().unwrap().title];
        for title in titles {
            assert!(page.contains(&format!("<b>{title}.</b>")), "{title}");
        }
        assert!(page.contains("lang=\"ur\"") || report.quotes().iter().all(|quote| quote.language != "ur"));
    }
}
