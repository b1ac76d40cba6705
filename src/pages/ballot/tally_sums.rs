//! What the numbers of a tally sheet come to as they stand, so that somebody who types sees whether they add up before
//! anything is kept.

use maud::{Markup, html};

use super::tally::{PAPERS, line_problem};
use crate::ballot::{Ballot, LineProblem, PaperForm, Sheet};

/// The most lines that are named.
const MOST_LINES: usize = 10;

/// A sum with what it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Sum {
    /// `26 that count and 2 spoilt`
    parts: String,
    comes_to: u64,
    /// What it is held against: `28 in the box`
    against: String,
    wanted: u64,
    /// It may also be less: where a paper has up to several marks.
    at_most: bool,
    /// Lines that are no paper and why, which is put right before anything adds up.
    no_papers: Vec<String>,
}

/// The sums of a sheet; nothing before anything is typed.
pub(super) fn sums(ballot: &Ballot, given: &[(String, String)]) -> Markup {
    let sums = of(ballot, given);
    html! {
        @if !sums.is_empty() {
            div class="note" role="status" {
                p { b { "What the numbers come to" } }
                ul { @for sum in &sums { li { (sum.parts) ": " b { (sum.comes_to) } ". " (sum.against) ": " b { (sum.wanted) } ". " (sum.verdict()) } } }
            }
        }
    }
}

impl Sum {
    fn verdict(&self) -> Markup {
        let more = self.no_papers.len().saturating_sub(MOST_LINES);
        let why = || {
            html! {
                ul {
                    @for line in self.no_papers.iter().take(MOST_LINES) { li { (line) } }
                    @if more > 0 { li { (more) " more" } }
                }
            }
        };
        match self.no_papers.len() {
            0 => {}
            1 => return html! { span class="tag late" { "1 line is no paper" } (why()) },
            many => return html! { span class="tag late" { (many) " lines are no papers" } (why()) },
        }
        match (self.comes_to, self.wanted) {
            (one, other) if one == other => html! { span class="tag go" { "It adds up" } },
            (less, more) if less < more && self.at_most => html! { span class="tag go" { "It can be" } },
            (less, more) if less < more => html! { span class="tag late" { (more - less) " too few" } },
            (more, less) => html! { span class="tag late" { (more - less) " too many" } },
        }
    }
}

fn of(ballot: &Ballot, given: &[(String, String)]) -> Vec<Sum> {
    let text = |field: &str| given.iter().find(|(name, _)| name == field).map_or("", |(_, value)| value.trim());
    let number = |field: &str| text(field).replace([',', ' '], "").parse::<u64>().unwrap_or(0);
    let is_typed = |field: &str| !text(field).is_empty();
    let in_the_box = |parts: String, comes_to| Sum {
        parts,
        comes_to,
        against: "In the box".to_owned(),
        wanted: number("received"),
        at_most: false,
        no_papers: Vec::new(),
    };
    if matches!(ballot.form, PaperForm::Rank { .. }) {
        let (mut lines, mut no_papers) = (0u64, Vec::new());
        for (line, typed) in (1..).zip(text(PAPERS).lines()).filter(|(_, typed)| !typed.trim().is_empty()) {
            match Sheet::default().add_papers(ballot, typed) {
                Ok(()) => lines += 1,
                Err(problem) => no_papers.push(line_problem(ballot, &LineProblem { line, ..problem })),
            }
        }
        let (blank, unclear) = (number("blank"), number("unclear"));
        let typed = ["received", "blank", "unclear", PAPERS].into_iter().any(is_typed);
        let parts = format!("{lines} typed, {blank} blank and {unclear} that nobody can read");
        let sum = Sum { no_papers, ..in_the_box(parts, lines.saturating_add(blank).saturating_add(unclear)) };
        return if typed { vec![sum] } else { Vec::new() };
    }
    let mut sums = Vec::new();
    if ["received", "valid", "spoilt"].into_iter().any(is_typed) {
        let (valid, spoilt) = (number("valid"), number("spoilt"));
        let parts = format!("{valid} that count and {spoilt} spoilt");
        sums.push(in_the_box(parts, valid.saturating_add(spoilt)));
    }
    let fields: Vec<String> = ballot.candidates.iter().map(|one| format!("candidate.{}", one.key)).collect();
    if fields.iter().any(|field| is_typed(field)) {
        let most = match ballot.form {
            PaperForm::Choose { at_most } | PaperForm::Rank { at_most } => at_most as u64,
            PaperForm::Approve => ballot.candidates.len() as u64,
            PaperForm::Points { budget } => u64::from(budget),
        };
        sums.push(Sum {
            parts: "Votes for all choices together".to_owned(),
            comes_to: fields.iter().map(|field| number(field)).fold(0, u64::saturating_add),
            against: if most == 1 {
                "Papers that count".to_owned()
            } else {
                format!("At most {most} on each paper that counts")
            },
            wanted: number("valid").saturating_mul(most),
            at_most: most > 1,
            no_papers: Vec::new(),
        });
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ballot::{BallotFiles, parse};

    fn make_your_mark() -> Ballot {
        let text = include_str!("../../../surveys/make-your-mark/ballot.toml");
        let text = text.replace(r#"["en", "cy", "pl", "ro", "ur"]"#, r#"["en"]"#);
        let words = include_str!("../../../surveys/make-your-mark/wording/en.toml");
        let words = ("en.toml".to_owned(), words.to_owned());
        let files = BallotFiles { ballot: ("ballot.toml".into(), text), wordings: [("en".into(), words)].into() };
        parse(&files).unwrap().0
    }

    fn given(fields: &[(&str, &str)]) -> Vec<(String, String)> {
        fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_sheet_says_whether_it_adds_up_before_anything_is_kept() {
        let ballot = make_your_mark();
        assert_eq!(of(&ballot, &[]), []);
        let fields = given(&[("received", "30"), ("valid", "26"), ("spoilt", "2"), ("candidate.buses", "20")]);
        let shown = sums(&ballot, &fields).into_string();
        assert!(shown.contains("26 that count and 2 spoilt") && shown.contains("2 too few"), "{shown}");
        assert!(shown.contains("6 too few"), "{shown}");
        let right = given(&[("received", "28"), ("valid", "26"), ("spoilt", "2"), ("candidate.buses", "26")]);
        assert_eq!(sums(&ballot, &right).into_string().matches("It adds up").count(), 2);
    }

    #[test]
    fn papers_that_are_typed_one_by_one_are_counted_with_those_that_nobody_can_read() {
        let mut ballot = make_your_mark();
        ballot.form = PaperForm::Rank { at_most: 3 };
        let fields = given(&[("received", "4"), ("blank", "1"), (PAPERS, "3 1\n\n2\n1 2")]);
        let found = of(&ballot, &fields);
        assert_eq!((found.len(), found[0].comes_to, found[0].wanted), (1, 4, 4));
        assert!(sums(&ballot, &fields).into_string().contains("It adds up"));
        let fields = given(&[("received", "1"), (PAPERS, "3 1\nabc")]);
        let shown = sums(&ballot, &fields).into_string();
        assert!(
            shown.contains("1 line is no paper")
                && shown.contains("Line 2: write numbers")
                && !shown.contains("It adds up"),
            "{shown}"
        );
    }
}
