//! What whoever opens an export must know before counting: the words of its "Read me", the same in every format.

use super::dataset::{Dataset, Licence};

/// A heading and what stands under it.
pub(super) type Note = (&'static str, String);

/// Said first of everything where answers were invented.
pub(super) const INVENTED: &str = "Answers in this file are illustrative: they were invented so that Heard can be tried, and nobody gave them. Rows whose \
     origin is “illustrative” are theirs. Publish nothing from them and plan nothing on them.";

/// The notes of an export, in reading order.
pub(super) fn notes(dataset: &Dataset) -> Vec<Note> {
    let private = match dataset.redacted {
        true => {
            "Names, addresses and the like were taken out and stand as [name], [address]. An answer that nothing has \
             looked through yet stands as [unchecked]. No machine finds everything: tell us what you come across."
        }
        false => "Personal data is in this file. Keep it where only those who may see it can, and erase it after use.",
    };
    let mut notes = vec![
        ("What this is", format!("{}. {} {}", dataset.heading(), dataset.organisation, written_on(dataset))),
        (
            "Who answered",
            "People who chose to answer. They are not a sample, so no figure here says what everybody thinks. Compare \
             groups with care, and name the number of people beside every share."
                .to_owned(),
        ),
        (
            "Bases",
            "Not everybody was asked everything. An empty cell is a question that was not asked or was passed over; \
             the SPSS file tells the two apart. A share of a question is a share of those who were asked it."
                .to_owned(),
        ),
        (
            "Themes",
            "A column of a theme is 1 where any answer of the response expresses it and 0 where none does, whether an \
             officer or the machine said so. In a table of answers 1 is a theme that was given, 0 one that an officer \
             found the answer not to have, and an empty cell one that no officer has judged. An officer's word is \
             never changed by the machine. One person can name several themes, so they add up to more than all."
                .to_owned(),
        ),
        (
            "Small numbers",
            "These are single responses, so nothing in them is rounded or kept private. Before you publish a table, \
             hide counts under ten and shares of fewer than thirty, round the rest to five, and see that no hidden \
             number can be worked out from the others: Heard's own tables do this."
                .to_owned(),
        ),
        ("Personal data", private.to_owned()),
        (
            "What is not here",
            "No name, address, device or time of day is stored with a response, and the order of rows is no order of \
             arrival. Do not try to find out who somebody is."
                .to_owned(),
        ),
        ("Licence", licence(dataset)),
    ];
    if dataset.illustrative {
        notes.insert(0, ("Invented answers", INVENTED.to_owned()));
    }
    notes
}

/// What may be done with the files, in a sentence.
pub(super) fn licence(dataset: &Dataset) -> String {
    match dataset.licence {
        Licence::Closed => {
            format!("No licence is given: ask {} before you pass this on or publish from it.", dataset.organisation)
        }
        Licence::OpenGovernment => format!(
            "Contains information from {}, licensed under the Open Government Licence v3.0.",
            dataset.organisation
        ),
    }
}

fn written_on(dataset: &Dataset) -> String {
    format!("asked; Heard wrote this on {}.", dataset.exported_on)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::sample;

    #[test]
    fn a_file_of_invented_answers_says_so_first_and_in_its_title_and_any_other_does_not() {
        let mut dataset = sample::dataset();
        assert!(
            notes(&dataset).iter().all(|(_, text)| !text.contains("nvented")) && dataset.heading() == dataset.title
        );
        dataset.illustrative = true;
        assert_eq!(notes(&dataset)[0], ("Invented answers", INVENTED.to_owned()));
        // A system file's label holds 64 bytes.
        assert!(dataset.heading().get(..31).is_some_and(|start| start == "Illustrative, invented answers:"));
    }
}
