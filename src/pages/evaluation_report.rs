//! The report `heard evaluate` writes: how well a machine applies themes that people applied, on one page.
//!
//! Holds figures only, no answer. Themes come by how many answers people applied them to.

use maud::{Markup, html};

use super::standalone::standalone;
use crate::themes::{Agreement, ENGINE_VERSION, Measure};

/// What the report is about.
#[derive(Debug)]
pub struct EvaluationReport<'a> {
    /// The file learnt from; empty where nothing was.
    pub learnt_from: String,
    /// How many coded answers were learnt from.
    pub codings: usize,
    /// The file measured on; empty where the measure is by folds of the file learnt from.
    pub measured_on: String,
    /// How many answers were measured on.
    pub answers: usize,
    /// The code frame's title or file, where one was used.
    pub frame: Option<String>,
    /// For each theme its key and name.
    pub themes: Vec<(String, String)>,
    pub agreement: &'a Agreement,
    /// Codings learnt from, micro and macro F1.
    pub curve: &'a [(usize, f64, f64)],
    pub seed: u64,
}

/// The whole page.
pub fn render(report: &EvaluationReport<'_>) -> String {
    let title = "How well the machine codes";
    let body = html! {
        h1 { (title) }
        (lead(report))
        (themes(report))
        @if !report.curve.is_empty() { (curve(report)) }
        (how_to_read())
    };
    let foot = format!(
        "Made by Heard, engine {ENGINE_VERSION}, seed {}. The same files, code frame and seed give the same result.",
        report.seed
    );
    standalone(title, &body, &foot)
}

fn percent(share: f64) -> String {
    format!("{:.0}%", 100.0 * share)
}

fn lead(report: &EvaluationReport<'_>) -> Markup {
    let micro = &report.agreement.micro;
    let taught = match (report.codings, &report.frame) {
        (0, Some(frame)) => format!("Nothing was coded beforehand: the code frame {frame} spoke alone."),
        (codings, Some(frame)) => {
            format!("It knew the code frame {frame} and learnt from {codings} coded answers of {}.", report.learnt_from)
        }
        (codings, None) => {
            format!("It learnt from {codings} coded answers of {} and knew no code frame.", report.learnt_from)
        }
    };
    let measured = match report.measured_on.is_empty() {
        true => format!(
            "Measured by five folds: each person\u{2019}s answers were coded by a machine taught by others. Base: {} answers.",
            report.answers
        ),
        false => format!("Measured on {}, kept apart. Base: {} answers.", report.measured_on, report.answers),
    };
    html! {
        div class="note" {
            p { "When the machine applies a theme, people did too in " b { (percent(micro.precision)) } " of cases; it finds " b { (percent(micro.recall)) }
                " of the themes people applied. Together (F1): " b { (percent(micro.f1)) } ", 95% interval " (percent(micro.low)) " to " (percent(micro.high)) "." }
            p { (taught) " " (measured) }
            p { "People coding the same answers agree with each other at about 75% by the same measure, so that is about the most to hope for." }
        }
    }
}

fn themes(report: &EvaluationReport<'_>) -> Markup {
    let measures = report.agreement.themes.iter().zip(&report.themes);
    let mut rows: Vec<(&Measure, &str)> =
        measures.map(|(measure, (key, name))| (measure, if name.is_empty() { key.as_str() } else { name })).collect();
    rows.retain(|(measure, _)| measure.support > 0);
    rows.sort_by(|a, b| b.0.support.cmp(&a.0.support).then(a.1.cmp(b.1)));
    html! {
        h2 { "Theme by theme" }
        table class="stack" {
            caption { "Each theme that people applied; a theme in few answers has a wide interval." }
            thead { tr { th scope="col" { "Theme" } th scope="col" { "Answers people applied it to" } th scope="col" { "Right when applied" } th scope="col" { "Found of all" } th scope="col" { "Together (F1)" } th scope="col" { "95% interval" } } }
            tbody {
                @for (measure, name) in rows { (row(name, measure)) }
                (row("All codings together", &report.agreement.micro))
                (row("Mean over themes", &report.agreement.mean))
            }
        }
    }
}

fn row(name: &str, measure: &Measure) -> Markup {
    html! {
        tr {
            th scope="row" { (name) }
            td class="num" data-k="Answers" { (measure.support) }
            td class="num" data-k="Right when applied" { (percent(measure.precision)) }
            td class="num" data-k="Found of all" { (percent(measure.recall)) }
            td class="num" data-k="Together" { (percent(measure.f1)) }
            td class="num" data-k="Interval" { span class="nw" { (percent(measure.low)) " to " (percent(measure.high)) } }
        }
    }
}

fn curve(report: &EvaluationReport<'_>) -> Markup {
    html! {
        h2 { "What coding more would bring" }
        table class="stack" {
            caption { "F1 after learning from so many coded answers." }
            thead { tr { th scope="col" { "Coded answers" } th scope="col" { "All codings together" } th scope="col" { "Mean over themes" } } }
            tbody {
                @for &(size, micro, mean) in report.curve {
                    tr { th scope="row" class="num" { (size) } td class="num" data-k="Together" { (percent(micro)) } td class="num" data-k="Mean" { (percent(mean)) } }
                }
            }
        }
    }
}

fn how_to_read() -> Markup {
    html! {
        h2 { "How to read this" }
        ul {
            li { b { "Right when applied" } " (precision): of the answers the machine gave the theme, the share that people gave it too." }
            li { b { "Found of all" } " (recall): of the answers people gave the theme, the share that the machine found." }
            li { b { "Together" } " (F1): the harmonic mean of the two. The mean over themes counts rare themes as much as common ones." }
            li { b { "Intervals" } " come from drawing people anew a thousand times. They say how much luck is in the figure, not whether the people who coded were right." }
            li { "Figures hold for answers like those measured on. On another writer\u{2019}s answers, expect less." }
        }
    }
}
