//! Papers that are typed one a line, when two people typed different ones: which lines of somebody's own are to be looked
//! at again. What the other person typed is shown nowhere.

use maud::{Markup, html};

use crate::ballot::{Ballot, Sheet};

/// The lines, counted from 1, whose paper the two people did not type equally often; `fields` are those they differ in.
pub(super) fn differing_lines(ballot: &Ballot, typed: &str, fields: &[String]) -> Vec<usize> {
    let differs = |line: &str| {
        let mut sheet = Sheet::default();
        sheet.add_papers(ballot, line).is_ok() && sheet.fields.keys().any(|field| fields.contains(field))
    };
    (1..).zip(typed.lines()).filter(|(_, line)| differs(line)).map(|(at, _)| at).collect()
}

/// The lines that differ, marked, each with the choices that it ranks; nothing where none does.
pub(super) fn typed_lines(ballot: &Ballot, typed: &str, differing: &[usize]) -> Markup {
    let marked = (1..).zip(typed.lines()).filter(|(at, _)| differing.contains(at));
    html! {
        @if !differing.is_empty() {
            div id="papers-differs" {
                p { "You and the other person did not type these papers equally often:" }
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
    use super::super::tally::{Progress, TallyForm, why_spoilt};
    use super::*;
    use crate::ballot::{BallotFiles, PaperForm, Spoilt, parse};

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
        let (mut own, mut other) = (Sheet::default(), Sheet::default());
        own.add_papers(&ballot, "3 1\n2\n3 1").unwrap();
        other.add_papers(&ballot, "3 1\n2\n1 3").unwrap();
        let fields: Vec<String> = own.differences(&other, &ballot).into_iter().map(|one| one.field).collect();
        let given = [("papers".to_owned(), "3 1\n2\n3 1".to_owned())];
        assert_eq!(differing_lines(&ballot, &given[0].1, &fields), [1, 3]);
        let progress = Progress::Differs(fields);
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
        assert!(page.contains("The papers on lines 1, 3"), "{page}");
        assert!(page.contains("<mark>Line 1: 3 1</mark>") && !page.contains("<mark>Line 2"), "{page}");
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
