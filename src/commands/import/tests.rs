//! Rows that can be taken, and every way in which they cannot.

use super::*;
use crate::library::Library;
use crate::survey::{Answer, District};

const KEY: &str = "worcestershire-cypp";

fn library() -> Library {
    Library::load(None).unwrap()
}

fn read_with(map: &str, text: &str) -> anyhow::Result<Read> {
    let library = library();
    let consultation = library.find_consultation(KEY).unwrap();
    let map: Map = toml::from_str(map).unwrap();
    let today = "2026-11-23".parse().unwrap();
    let source = Source { file: "a.csv", bytes: text.as_bytes(), map: &map, origin: Origin::Import, today };
    read(&source, consultation, &library.district_keys(consultation))
}

fn read_text(text: &str) -> Read {
    read_with("", text).unwrap()
}

#[test]
fn a_row_becomes_a_response() {
    let read = read_text(
        "id,perspective,district,age,language,important,keep\n\
         A1,Young person,Wyre Forest,13,pl,\"my  friends,\r\nfootball \",\n",
    );
    assert_eq!(read.problems, []);
    let submission = &read.submissions[0];
    assert_eq!(submission.import_id.as_deref(), Some("A1"));
    let response = &submission.response;
    assert_eq!((response.perspective.as_str(), response.language.as_str()), ("young-person", "pl"));
    assert_eq!(response.district, District::Area("wyre-forest".into()));
    assert_eq!(response.submitted_on.to_string(), "2026-11-23");
    let answers = [
        ("age-band".to_owned(), Answer::Choice("12-15".into())),
        ("important".to_owned(), Answer::Text("my  friends,\nfootball ".into())),
    ];
    assert_eq!(response.answers, answers);
}

#[test]
fn every_bad_cell_is_named_with_its_line_column_and_remedy() {
    let long = "a".repeat(1_000_000);
    let cases = [
        ("A1,teacher,redditch,,en,words".to_owned(), "perspective", "parent-carer"),
        ("A1,,redditch,,en,words".to_owned(), "perspective", "it is empty"),
        ("A1,child,atlantis,,en,words".to_owned(), "district", "wychavon"),
        ("A1,child,redditch,ninety,en,words".to_owned(), "age", "8-11"),
        ("A1,child,redditch,90,en,words".to_owned(), "age", "\"90\""),
        ("A1,child,redditch,,English please,words".to_owned(), "language", "for example en"),
        (format!("A1,child,redditch,,en,{long}"), "important", "10000"),
        (format!("{long},child,redditch,,en,words"), "id", "200"),
    ];
    for (row, column, words) in cases {
        let read = read_text(&format!("id,perspective,district,age,language,important\n\n{row}\n"));
        let shown: String = row.chars().take(60).collect();
        assert_eq!((read.submissions.len(), read.problems.len()), (0, 1), "{shown}");
        let message = read.problems[0].to_string();
        assert!(message.starts_with(&format!("a.csv:3: {column}: error: ")), "{shown}");
        assert!(message.contains(words) && message.len() < 500, "{shown}");
    }
}

#[test]
fn every_bad_row_is_reported_and_not_only_the_first() {
    let read = read_text("id,perspective,district,important\n1,x,y,a\n2,child,redditch,b\n2,child,z,c\n");
    let lines: Vec<_> = read.problems.iter().map(|problem| (problem.line.unwrap(), problem.key.as_str())).collect();
    assert_eq!(lines, [(2, "perspective"), (2, "district"), (4, "id"), (4, "district")]);
    assert!(read.problems[2].problem.contains("line 3"));
}

#[test]
fn rows_without_an_identifier_are_known_by_what_they_say() {
    let text = "perspective,important\nchild,same\nchild,same\nchild,other\n";
    let ids = |text: &str| {
        let read = read_text(text);
        read.submissions.into_iter().filter_map(|it| it.import_id).collect::<std::collections::BTreeSet<_>>()
    };
    assert_eq!(ids(text).len(), 3, "said twice is two people");
    assert_eq!(ids(text), ids(text), "and the same ones the next time");
    assert!(ids(text).is_superset(&ids("perspective,important\nchild,other\n")));
}

#[test]
fn ages_of_people_who_are_not_asked_are_left_out_and_said_so() {
    let read = read_text("perspective,age,important\npractitioner,44,words\ncitizen,,words\nchild,8-11,words\n");
    assert_eq!(read.problems, []);
    assert_eq!(read.notes, ["one age is left out, of somebody whose perspective is not asked for one"]);
    assert_eq!(read.submissions[0].response.answers.len(), 1);
    assert_eq!(read.submissions[2].response.answers[0].1, Answer::Choice("8-11".into()));
}

#[test]
fn an_option_given_to_someone_who_is_not_asked_is_a_problem() {
    let read = read_text("perspective,age-band,important\npractitioner,8-11,words\nchild,9,words\n");
    assert_eq!(read.problems.len(), 2);
    assert!(read.problems[0].problem.contains("not asked"), "{}", read.problems[0]);
    assert!(read.problems[1].problem.contains("not one of the options"), "{}", read.problems[1]);
}

#[test]
fn a_map_says_what_columns_and_values_mean() {
    let map = "[columns]\n\"Q1\" = \"important\"\nRole = \"perspective\"\nNotes = \"\"\n\
               [values.perspective]\nPupil = \"child\"\n";
    let read = read_with(map, "Role,Q1,Notes,Phone\nPupil,words,secret,123\n").unwrap();
    assert_eq!(read.problems, []);
    assert_eq!(read.submissions[0].response.perspective, "child");
    assert_eq!(read.notes, ["these columns are left out: Notes, Phone"]);
    let refused = |map: &str| read_with(map, "Role,important\nchild,words\n").err().unwrap().to_string();
    assert!(refused("[columns]\nRole = \"rolle\"\n").contains("not one of: id, perspective"));
    assert!(refused("[columns]\nRoll = \"perspective\"\n").contains("no column called \"Roll\""));
}

#[test]
fn columns_that_are_missing_or_meant_twice_are_named() {
    let refused = |text: &str| read_with("", text).err().unwrap().to_string();
    assert!(refused("role,important\nchild,words\n").contains("no column called \"perspective\""));
    assert!(refused("perspective,answer\nchild,words\n").contains("important, challenges"));
    assert!(refused("perspective,Important,important\nchild,a,b\n").contains("both \"Important\" and \"important\""));
}

#[test]
fn formulas_made_inert_come_back_and_illustrative_stays_illustrative() {
    let read = read_text(
        "perspective,origin,important,theme:a:b\nchild,illustrative,'=1+1,1\nchild,web,''-5,0\nchild,,'tis so,0\n",
    );
    assert_eq!((read.problems.len(), read.notes.len()), (0, 0));
    let words = |at: usize| read.submissions[at].response.answers[0].1.to_text().into_owned();
    assert_eq!([words(0), words(1), words(2)], ["=1+1", "'-5", "'tis so"]);
    let origin = |at: usize| read.submissions[at].response.origin;
    assert_eq!([origin(0), origin(1), origin(2)], [Origin::Illustrative, Origin::Import, Origin::Import]);
}

#[test]
fn the_invented_responses_that_come_with_the_survey_can_all_be_taken() {
    let library = library();
    let consultation = library.find_consultation(KEY).unwrap();
    let (file, bytes) = library.sample(consultation).unwrap();
    let submissions = read_sample(&file, &bytes, consultation, &library.district_keys(consultation)).unwrap();
    assert_eq!(submissions.len(), 600);
    assert!(submissions.iter().all(|submission| submission.response.origin == Origin::Illustrative));
}
