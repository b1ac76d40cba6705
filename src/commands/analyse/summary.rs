//! What the report says, put together from the analysis.

use std::ops::Range;

use super::groups::Counted;
use super::{Args, Place, Source};
use crate::pages::analysis_report::{AnalysisReport, Quote, ReportTable, ReportTheme, render};
use crate::text::{Vectors, redact};
use crate::themes::{Analysis, CodeFrame, Coding, Lexicon, Theme, part_with_terms};

/// From this chance on a coding is called likely.
const LIKELY: f32 = 0.7;

/// What the answers were read with.
#[derive(Clone, Copy)]
pub(super) struct ReadWith<'a> {
    pub frame: Option<&'a CodeFrame>,
    /// The same, made ready.
    pub lexicon: Option<&'a Lexicon>,
    pub vectors: &'a Vectors,
}

/// The report as a whole HTML page. Quotes are redacted here and nowhere shown otherwise.
pub(super) fn report(
    args: &Args,
    source: &Source,
    places: &[Place],
    answers: &[&str],
    analysis: &Analysis,
    tables: &[Counted],
    read_with: ReadWith<'_>,
) -> String {
    let ReadWith { frame, lexicon, vectors } = read_with;
    let Some(first) = tables.first() else { return String::new() };
    let quote = |theme: &Theme, &answer: &usize| {
        let question = places.get(answer).and_then(|place| source.questions.get(place.question));
        let words = redact(answers.get(answer).copied().unwrap_or_default());
        let is_named = source.questions.len() > 1;
        let question = question.filter(|_| is_named).map(|(_, name)| name.clone()).unwrap_or_default();
        Quote { part: part_of(&words, theme, lexicon, vectors), words, question }
    };
    let themes = analysis.themes.iter().zip(&first.breakdown.rows).map(|(theme, row)| ReportTheme {
        name: theme.name.clone(),
        description: theme.description.clone(),
        terms: theme.terms.clone(),
        figure: row.everyone,
        quotes: theme.quotes.iter().map(|answer| quote(theme, answer)).collect(),
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

/// The part of an answer, as redacted, that carries a theme. What a covered stretch was called is not read: "[school]"
/// is no word about schools.
fn part_of(redacted: &str, theme: &Theme, lexicon: Option<&Lexicon>, vectors: &Vectors) -> Option<Range<usize>> {
    let read = unnamed(redacted);
    match (theme.is_from_frame, lexicon) {
        (true, Some(lexicon)) => lexicon.part_of(&read, lexicon.place(&theme.key)?, vectors),
        _ => part_with_terms(&read, &theme.terms),
    }
}

/// A redacted answer with no word where something is covered, every byte at its place.
fn unnamed(redacted: &str) -> String {
    let mut parts = redacted.split('[');
    let mut read = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let covered = part.split_once(']').filter(|(kind, _)| kind.bytes().all(|byte| byte.is_ascii_lowercase()));
        let Some((kind, after)) = covered else {
            read.push('[');
            read.push_str(part);
            continue;
        };
        read.extend(std::iter::repeat_n('#', kind.len() + 2));
        read.push_str(after);
    }
    read
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_covered_leaves_no_word_and_moves_nothing() {
        let read =
            [("a [name], [é] [[school] [ b]", "a ######, [é] [######## [ b]"), ("", ""), ("[", "["), ("]é", "]é")];
        read.iter().for_each(|(redacted, read)| assert_eq!(unnamed(redacted), *read));
    }

    #[test]
    fn what_is_covered_is_not_read_and_offsets_hold() {
        let table: &'static [u8] = include_bytes!("../../../analysis/vectors/static256.i8");
        let vectors = Vectors::from_bytes(table, include_str!("../../../analysis/vectors/vocab.txt")).unwrap();
        let frame = "[[theme]]\nkey='schools'\nname='Schools'\nstrong=['school']\nsayings=['lessons are dull']\n";
        let lexicon = Lexicon::new(&CodeFrame::read("f.toml", frame).unwrap().0, &vectors);
        let theme = lexicon.themes().remove(0);
        let part = |text: &str| {
            part_of(text, &theme, Some(&lexicon), &vectors).and_then(|part| text.get(part).map(str::to_owned))
        };
        assert_eq!(part("I go to [school], it is on a hill by us"), None);
        assert_eq!(
            part("With [name], é, at [postcode], no school [phone] open").as_deref(),
            Some("no school [phone] open")
        );
    }
}
