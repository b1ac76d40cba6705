//! What the report says, put together from the analysis.

use super::groups::Counted;
use super::{Args, Place, Source};
use crate::pages::analysis_report::{AnalysisReport, Quote, ReportTable, ReportTheme, render};
use crate::text::redact;
use crate::themes::{Analysis, CodeFrame, Coding};

/// From this chance on a coding is called likely.
const LIKELY: f32 = 0.7;

/// The report as a whole HTML page. Quotes are redacted here and nowhere shown otherwise.
pub(super) fn report(
    args: &Args,
    source: &Source,
    places: &[Place],
    answers: &[&str],
    analysis: &Analysis,
    tables: &[Counted],
    frame: Option<&CodeFrame>,
) -> String {
    let Some(first) = tables.first() else { return String::new() };
    let quote = |&answer: &usize| {
        let question = places.get(answer).and_then(|place| source.questions.get(place.question));
        let words = redact(answers.get(answer).copied().unwrap_or_default());
        let is_named = source.questions.len() > 1;
        Quote { words, question: question.filter(|_| is_named).map(|(_, name)| name.clone()).unwrap_or_default() }
    };
    let themes = analysis.themes.iter().zip(&first.breakdown.rows).map(|(theme, row)| ReportTheme {
        name: theme.name.clone(),
        description: theme.description.clone(),
        terms: theme.terms.clone(),
        figure: row.everyone,
        quotes: theme.quotes.iter().map(quote).collect(),
        is_candidate: !theme.is_from_frame,
    });
    let mut themes: Vec<ReportTheme> = themes.collect();
    let share = |theme: &ReportTheme| theme.figure.shown().map_or(-1.0, |share| share.share);
    themes.sort_by(|a, b| a.is_candidate.cmp(&b.is_candidate).then(share(b).total_cmp(&share(a))));
    let several = source.questions.len() > 1;
    let tables = tables
        .iter()
        .filter(|table| !table.by.is_empty() && (table.question == first.question))
        .map(|table| ReportTable { by: table.by.clone(), breakdown: &table.breakdown });
    let file = args.file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let is_of_frame = |coding: &&Coding| analysis.themes.get(coding.theme).is_some_and(|theme| theme.is_from_frame);
    let of_frame = || analysis.codings.iter().filter(|coding| coding.is_primary).filter(is_of_frame);
    render(&AnalysisReport {
        file,
        questions: source.questions.iter().map(|(_, name)| name.clone()).collect(),
        is_pooled: several,
        rows: source.table.rows.len(),
        answers: analysis.answers,
        set_aside: analysis.set_aside,
        steadiness: analysis.steadiness,
        coded: of_frame().count(),
        likely: of_frame().filter(|coding| coding.score >= LIKELY).count(),
        base: first.breakdown.everyone,
        frame: frame.map(|frame| match frame.title.is_empty() {
            true => args.code_frame.as_ref().map_or_else(String::new, |path| path.display().to_string()),
            false => frame.title.clone(),
        }),
        seed: args.seed,
        themes,
        tables: tables.collect(),
    })
}
