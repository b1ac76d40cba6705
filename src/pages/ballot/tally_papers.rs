//! Papers that are typed one a line, when two people typed different ones: which lines of somebody's own are to be looked
//! at again. What the other person typed is shown nowhere.

use maud::{Markup, html};

use crate::ballot::{Ballot, LineDifference};

/// In what the papers differ, one sentence a line.
pub(super) fn said_of_lines(differing: &[LineDifference]) -> Vec<String> {
    let said = |one: &LineDifference| match one {
        LineDifference::Other(line) => format!("The paper on line {line}"),
        LineDifference::Extra(line) => format!("The paper on line {line} is one that the other person has not"),
        LineDifference::Missing(0) => "The other person has one more paper before the first line".to_owned(),
        LineDifference::Missing(line) => format!("The other person has one more paper after line {line}"),
        LineDifference::Elsewhere => "The papers: the other person typed some that you did not".to_owned(),
    };
    differing.iter().map(said).collect()
}

/// The lines that differ, marked, each with the choices that it ranks; nothing where none does.
pub(super) fn typed_lines(ballot: &Ballot, typed: &str, differing: &[LineDifference]) -> Markup {
    let is_marked =
        |at: usize| differing.contains(&LineDifference::Other(at)) || differing.contains(&LineDifference::Extra(at));
    let marked = (1..).zip(typed.lines()).filter(|(at, _)| is_marked(*at));
    html! {
        @if !differing.is_empty() {
            div id="papers-differs" {
                p { "Look at these papers again, which you and the other person did not type alike:" }
                ul { @for (at, line) in marked {
                    li { mark { "Line " (at) ": " (line.trim()) } " " span class="small" { (names(ballot, line)) } }
                } }
            }
        }
    }
}

/// The choices of a line in their order.
fn names(ballot: &Ballot, line: &str) -> String {
    let numbers = line.split([' ', ',', ';', '\t']).filter_map(|one| one.trim().parse::<usize>().ok());
    let candidates = numbers.filter_map(|number| ballot.candidates.get(number.checked_sub(1)?));
    candidates.map(|candidate| ballot.name(&candidate.key)).collect::<Vec<_>>().join(", then ")
}

#[cfg(test)]
mod tests {
    use super::super::tally::{Differing, Progress, TallyForm, why_spoilt};
    use super::*;
    use crate::ballot::{BallotFiles, PaperForm, Spoilt, compare_lines, parse};

    fn ranking() -> Ballot {
        let text = include_str!("../../../surveys/make-your-mark/ballot.toml");
        let text = text.replace(r#"["en", "cy", "pl", "ro", "ur"]"#, r#"["en"]"#);
        let words = include_str!("../../../surveys/make-your-mark/wording/en.toml");
        let words = ("en.toml".to_owned(), words.to_owned());
        let files = BallotFiles { ballot: ("ballot.toml".into(), text), wordings: [("en".into(), words)].into() };
        let mut ballot = parse(&files).unwrap().0;
        ballot.form = PaperForm::Rank { at_most: 3 };
        ballot
    }

    #[test]
    fn the_lines_that_two_people_did_not_type_alike_are_marked_and_no_others() {
        let ballot = ranking();
        let given = [("papers".to_owned(), "3 1\n2\n3 1".to_owned())];
        let lines = compare_lines(&ballot, &given[0].1, "3 1\n2\n1 3\n2");
        let progress = Progress::Differs(Differing { fields: vec!["paper.x".to_owned()], lines });
        let form = TallyForm {
            ballot: &ballot,
            place: "High School",
            turn: 1,
            action: "/",
            csrf: None,
            given: &given,
            problems: &[],
            progress: &progress,
        };
        let page = form.render().into_string();
        assert!(page.contains("<li>The paper on line 3</li>"), "{page}");
        assert!(page.contains("The other person has one more paper after line 3"), "{page}");
        assert!(page.contains("<mark>Line 3: 3 1</mark>") && !page.contains("<mark>Line 1"), "{page}");
        assert!(page.contains("3 1\n2\n3 1</textarea>"), "in the order they were typed: {page}");
    }

    #[test]
    fn a_paper_that_would_not_count_is_said_by_the_name_on_it() {
        let ballot = ranking();
        let key = &ballot.candidates[0].key;
        let said = why_spoilt(&ballot, &Spoilt::MarkedTwice(key.clone()));
        assert_eq!(said, format!("“{}” is marked twice", ballot.name(key)));
    }
}
