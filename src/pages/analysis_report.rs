//! The report `heard analyse` writes: one page that stands by itself, for a head of service.
//!
//! Its style is inside it and it asks nothing of any other place, so it can be mailed or filed. Every share
//! comes from `breakdown`, with base and interval; small numbers are hidden. Quotes must come in redacted.

mod quote;

pub use quote::Quote;

use maud::{Markup, html};

use super::standalone::standalone;

use crate::breakdown::reading::comparisons_made;
use crate::breakdown::{Breakdown, Count, Difference, Figure, Share};
use crate::themes::{ENGINE_VERSION, SetAside};

/// A theme as reported.
#[derive(Debug, Clone)]
pub struct ReportTheme {
    pub name: String,
    pub description: String,
    /// The phrases that mark it, best first.
    pub terms: Vec<String>,
    /// Its share of everyone who said something.
    pub figure: Figure,
    pub quotes: Vec<Quote>,
    /// Whether the machine found it and nobody has approved it.
    pub is_candidate: bool,
}

/// Themes by one column.
#[derive(Debug)]
pub struct ReportTable<'a> {
    /// The column's name.
    pub by: String,
    pub breakdown: &'a Breakdown,
}

/// What the report is about.
#[derive(Debug)]
pub struct AnalysisReport<'a> {
    /// The file's name.
    pub file: String,
    /// The columns of free text.
    pub questions: Vec<String>,
    /// Whether answers of several questions were read together.
    pub is_pooled: bool,
    /// Rows of the file.
    pub rows: usize,
    /// Answers, blank ones included.
    pub answers: usize,
    /// What was set aside.
    pub set_aside: SetAside,
    /// How far two runs from different starts agree on the themes found (adjusted Rand index, 1 at most); `None`
    /// where nothing was found by itself.
    pub steadiness: Option<f64>,
    /// Answers with a theme of the code frame, and of these the ones whose best theme is likely (0.7 or more).
    pub coded: usize,
    pub likely: usize,
    /// People who said something.
    pub base: Count,
    /// The code frame's title or file, where one was used.
    pub frame: Option<String>,
    /// Where chance began.
    pub seed: u64,
    pub themes: Vec<ReportTheme>,
    pub tables: Vec<ReportTable<'a>>,
}

/// The whole page.
pub fn render(report: &AnalysisReport<'_>) -> String {
    let title = format!("Themes in {}", report.file);
    let body = html! {
        h1 { (title) }
        (lead(report))
        (overview(report))
        (closer(report))
        @for table in &report.tables { (by_group(table)) }
        (certainty(report))
        (aside(report))
        (how_to_read(report))
    };
    let foot = format!(
        "Made by Heard, engine {ENGINE_VERSION}, seed {}. The same file, code frame and seed give the same result.",
        report.seed
    );
    standalone(&title, &body, &foot)
}

/// Who answered, before what they said.
fn lead(report: &AnalysisReport<'_>) -> Markup {
    let people = match report.base {
        Count::Shown(people) => format!("About {} people said something", grouped(people)),
        Count::Hidden => "Only a few people said something".to_owned(),
    };
    let questions = report.questions.join(", ");
    html! {
        div class="note" {
            p { (people) ", in " (grouped(report.answers as u64)) " answers to " (questions) " (blank ones counted). They chose to answer: they are not a sample of everyone, and shares are of them alone." }
            @if let Some(frame) = &report.frame {
                p { "Answers were coded to the code frame " b { (frame) } ". Themes marked " (candidate()) " were found in what it does not explain." }
            } @else {
                p { "Every theme here was found by a machine and none has been approved by an officer. Read the quotes before you rely on a name." }
            }
        }
    }
}

fn candidate() -> Markup {
    html! { span class="tag" { "candidate" } }
}

/// All themes in one table, words first, then numbers, then bars on one scale.
fn overview(report: &AnalysisReport<'_>) -> Markup {
    let longest =
        report.themes.iter().filter_map(|theme| theme.figure.shown()).map(|share| share.high).fold(0.0, f64::max);
    let scale = ((longest * 10.0).ceil() / 10.0).clamp(0.1, 1.0);
    html! {
        section aria-labelledby="all" {
            h2 id="all" { "All themes" }
            @if report.themes.is_empty() {
                p { "There was too little to read for any theme to be found." }
            } @else {
                table class="stack" {
                    caption { "People who named each theme at least once. Bars run from 0 to " (percent(scale)) "; the thin line is the 95% interval. Numbers are rounded to 5." }
                    thead { tr { th scope="col" { "Theme" } th scope="col" { span class="sr" { "Bar" } } th scope="col" { "Share (95% interval)" } th scope="col" { "People" } } }
                    tbody {
                        @for (place, theme) in report.themes.iter().enumerate() {
                            tr {
                                th scope="row" { a href={ "#theme-" (place + 1) } { (theme.name) } @if theme.is_candidate && report.frame.is_some() { " " (candidate()) } }
                                @match theme.figure {
                                    Figure::Shown(share) => {
                                        td { (bar(&share, scale)) }
                                        td class="num" data-k="Share" { (written(&share)) }
                                        td class="num" data-k="People" { span class="nw" { (share.count) " of " (share.base) } }
                                    }
                                    Figure::Hidden => { td {} td data-k="Share" { (hidden()) } td {} }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Each theme with its description and quotes.
fn closer(report: &AnalysisReport<'_>) -> Markup {
    html! {
        section aria-labelledby="closer" {
            h2 id="closer" { "Theme by theme" }
            @if report.themes.iter().flat_map(|theme| &theme.quotes).any(|quote| quote.part.is_some()) {
                p class="small" { "The underlined part of a quote is where the machine finds the theme. Where nothing is underlined, the whole answer carries it or no part stands out." }
            }
            @for (place, theme) in report.themes.iter().enumerate() {
                article class="theme" id={ "theme-" (place + 1) } {
                    h3 { (theme.name) @if theme.is_candidate && report.frame.is_some() { " " (candidate()) } }
                    p class="small" { @match theme.figure {
                        Figure::Shown(share) => { "About " (share.count) " of " (share.base) " people, " (written(&share)) "." }
                        Figure::Hidden => { (hidden()) }
                    } }
                    p { (theme.description) }
                    @if !theme.quotes.is_empty() {
                        ul class="quotes" {
                            @for quote in &theme.quotes {
                                li { span dir="auto" { "“" (quote::said(quote)) "”" } @if !quote.question.is_empty() { span class="small" { "to: " (quote.question) } } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// A theme by the values of a column, groups side by side with their bases.
fn by_group(table: &ReportTable<'_>) -> Markup {
    let breakdown = table.breakdown;
    let has_figure = |row: &&crate::breakdown::PublishedRow| row.cells.iter().any(|cell| cell.figure.shown().is_some());
    let rows: Vec<_> = breakdown.rows.iter().filter(has_figure).collect();
    let left_out = breakdown.rows.len() - rows.len();
    html! {
        section {
            h2 { "By " (table.by) }
            @if rows.is_empty() {
                p { "Every group is too small, or names each theme too seldom, for shares to be shown." }
            } @else {
                table class="stack" {
                    caption { "Share of each group naming the theme. ▲ higher and ▼ lower than everyone else, where that is clear after allowing for " (comparisons_made(breakdown.comparisons)) "." }
                    thead { tr {
                        th scope="col" { "Theme" }
                        @for group in &breakdown.groups { th scope="col" { (group.name) br; span class="small" { (base_of(group.base)) } } }
                    } }
                    tbody { @for row in rows { tr {
                        th scope="row" { (row.name) }
                        @for (group, cell) in breakdown.groups.iter().zip(&row.cells) {
                            td class="num" data-k=(group.name) { @match &cell.figure {
                                Figure::Shown(share) => { span class="nw" { (percent(share.share)) " " (mark(cell.differs)) } span class="small nw" { " (" (percent(share.low)) " to " (percent(share.high)) ")" } }
                                Figure::Hidden => { (hidden()) }
                            } }
                        }
                    } } }
                }
                @if left_out > 0 { p class="small" { (left_out) " themes have no share that can be shown in any group." } }
            }
        }
    }
}

fn base_of(base: Count) -> Markup {
    match base {
        Count::Shown(people) => html! { "of " (people) },
        Count::Hidden => html! { "few people" },
    }
}

fn mark(differs: Difference) -> Markup {
    match differs {
        Difference::Higher => html! { span aria-hidden="true" { "▲" } span class="sr" { "clearly higher" } },
        Difference::Lower => html! { span aria-hidden="true" { "▼" } span class="sr" { "clearly lower" } },
        Difference::NotClear | Difference::NotCompared => html! {},
    }
}

/// What was not coded, with numbers.
/// How steady themes are and how sure codings.
fn certainty(report: &AnalysisReport<'_>) -> Markup {
    html! {
        section aria-labelledby="sure" {
            h2 id="sure" { "How steady, and how sure" }
            @if report.coded > 0 {
                p { (grouped(report.coded as u64)) " answers have a theme of the code frame. For " (grouped(report.likely as u64)) " of them ("
                    (percent(report.likely as f64 / report.coded as f64)) ") the best theme is likely: on illustrative answers that people coded, three of four such codings or more were theirs too. The others are possible: read some before you rely on them." }
            }
            @if let Some(steadiness) = report.steadiness {
                p { "The themes that the machine found by itself were looked for twice, from different starts. The two agree with " (format!("{steadiness:.2}")) " (adjusted Rand index: 1 is the same, 0 is chance). " (in_words(steadiness)) }
            }
            p { "A theme named \u{201c}Mixed\u{201d} holds answers that are alike but share no one subject. Read it, or leave it out." }
        }
    }
}

/// What an agreement between two runs means for whoever reads the themes.
fn in_words(steadiness: f64) -> &'static str {
    match steadiness {
        0.9.. => "They are steady: another run gives nearly the same.",
        0.7..0.9 => "They are steady on the whole; where one theme ends and the next begins is partly chance.",
        _ => {
            "They are not steady: several runs were brought together, and other borders would be as good. Trust large themes more than small ones."
        }
    }
}

fn aside(report: &AnalysisReport<'_>) -> Markup {
    let SetAside { empty, nothing, unreadable } = report.set_aside;
    html! {
        section aria-labelledby="aside" {
            h2 id="aside" { "What was set aside" }
            p { "Of " (grouped(report.answers as u64)) " answers in " (grouped(report.rows as u64)) " rows:" }
            ul {
                li { (grouped(empty as u64)) " were blank" }
                li { (grouped(nothing as u64)) " only said that there was nothing to say, such as “nothing” or “don’t know”" }
                li { (grouped(unreadable as u64)) " held nothing the engine could read, such as pictures or a script it does not know; read these yourself" }
            }
            p { "The first two are left out of every base. The third are in the base and have no theme." }
        }
    }
}

fn how_to_read(report: &AnalysisReport<'_>) -> Markup {
    html! {
        section aria-labelledby="how" {
            h2 id="how" { "How to read this" }
            ul {
                li { "People who answered chose to. The shares do not say what everyone thinks, and how many said something is not how much it matters." }
                li { "One person can name several themes, so shares add up to more than 100%." }
                @if report.is_pooled { li { "All questions were read together; breakdown.csv has each question by itself." } }
                li { "The interval is where the share would usually land if similar people were asked again. It allows for chance only." }
                li { "“Hidden” stands where a number is so small that it could point to somebody, or where a hidden one could be worked out from it. Do not read it as zero." }
                li { "A machine gave answers to themes. It misses irony and what is only hinted at, and reads English best." }
                li { "Names, numbers and addresses in quotes are hidden by rule, as in [name]. Read a quote before you publish it: rules miss some." }
            }
        }
    }
}

fn hidden() -> Markup {
    html! { span class="hid" { b { "hidden" } span class="sr" { ": kept private. Do not read it as zero, or as few." } } }
}

/// A share with its interval, in words.
fn written(share: &Share) -> Markup {
    html! { b { (percent(share.share)) } span class="small nw" { " (" (percent(share.low)) " to " (percent(share.high)) ")" } }
}

/// A bar from zero with its interval, light inside the bar and dark outside.
fn bar(share: &Share, scale: f64) -> Markup {
    let at = |value: f64| format!("{:.1}%", (value / scale).clamp(0.0, 1.0) * 100.0);
    html! {
        svg class="bar" aria-hidden="true" {
            rect y="4" height="16" width=(at(share.share)) rx="2" {}
            line class="in" x1=(at(share.low)) x2=(at(share.share)) y1="12" y2="12" {}
            line x1=(at(share.share)) x2=(at(share.high)) y1="12" y2="12" {}
        }
    }
}

fn percent(share: f64) -> String {
    format!("{:.0}%", share * 100.0)
}

/// A number with its thousands parted.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut parted = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            parted.push(',');
        }
        parted.push(digit);
    }
    parted
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> AnalysisReport<'static> {
        let theme = ReportTheme {
            name: "Buses".into(),
            description: "About <buses>.".into(),
            terms: vec![],
            figure: Figure::Hidden,
            quotes: vec![Quote {
                words: "<script>alert(1)</script>".into(),
                part: Some(1..7),
                question: String::new(),
            }],
            is_candidate: true,
        };
        AnalysisReport {
            file: "a<b>.csv".into(),
            questions: vec!["improve".into()],
            is_pooled: false,
            rows: 1234,
            answers: 1234,
            steadiness: Some(0.83),
            coded: 40,
            likely: 30,
            set_aside: SetAside::default(),
            base: Count::Shown(1230),
            frame: None,
            seed: 0,
            themes: vec![theme],
            tables: vec![],
        }
    }

    #[test]
    fn what_people_wrote_cannot_become_markup() {
        let page = render(&sample());
        assert!(!page.contains("<script") && !page.contains("<buses>") && !page.contains("a<b>"));
    }

    #[test]
    fn a_marked_part_is_explained() {
        let page = render(&sample());
        assert!(page.contains("&lt;<mark>script</mark>&gt;") && page.contains("The underlined part"));
    }

    #[test]
    fn the_report_asks_nothing_of_another_place_and_says_who_answered() {
        let page = render(&sample());
        assert!(
            !page.contains("http:") && !page.contains("https:") && !page.contains("src=") && !page.contains("@import")
        );
        assert!(
            page.contains("They chose to answer") && page.contains("Do not read it as zero") && page.contains("1,234")
        );
    }
}
