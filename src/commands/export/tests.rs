//! What is written is what may be seen, and what is read back is what was said.

use super::*;
use crate::library::Library;
use crate::store::{
    FrameOrigin, Location, MachineJudge, NewCodeFrame, NewCoding, NewJudgement, NewTheme, Redaction, Submission,
    ThemeStatus,
};
use crate::survey::{Answer, District, Language, Origin, Response};
use proptest::prelude::*;

struct Town {
    folder: tempfile::TempDir,
    store: Store,
    library: Library,
}

impl Town {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&Location::Sqlite(folder.path().join("heard.sqlite"))).unwrap();
        Self { folder, store, library: Library::load(None).unwrap() }
    }

    fn consultation(&self) -> &Consultation {
        self.library.find_consultation("worcestershire-cypp").unwrap()
    }

    fn say(&self, words: &str, origin: Origin) {
        self.store.submit_blocking(self.submission(words, origin)).unwrap();
    }

    fn submission(&self, words: &str, origin: Origin) -> Submission {
        let consultation = self.consultation();
        let response = Response {
            perspective: "child".into(),
            district: District::Area("redditch".into()),
            language: Language::english(),
            submitted_on: "2026-11-20".parse().unwrap(),
            origin,
            answers: vec![
                ("age-band".into(), Answer::Choice("8-11".into())),
                ("important".into(), Answer::Text(words.into())),
            ],
        };
        let (key, digest) = (consultation.key.clone(), consultation.digest.clone());
        let (receipt_hash, draft_hash, import_id, way_in) = (None, None, None, None);
        Submission { consultation: key, digest, response, receipt_hash, draft_hash, import_id, way_in }
    }

    fn export(&self, format: Format, unredacted: bool) -> (Written, String) {
        let path = self.folder.path().join("out").join(format!("a.{}", format.extension()));
        let written = export(&self.store, &self.wanted(unredacted), &[(format, path.clone())]).unwrap();
        (written, std::fs::read_to_string(path).unwrap())
    }

    fn wanted(&self, unredacted: bool) -> Wanted<'_> {
        let districts = self.library.district_keys(self.consultation()).into_iter().map(|key| (key.clone(), key));
        Wanted {
            consultation: self.consultation(),
            districts: districts.collect(),
            unredacted,
            style: Style::Codes,
            licence: Licence::Closed,
        }
    }
}

#[test]
fn words_are_hidden_until_screened_and_redacted_unless_said_otherwise() {
    let town = Town::new();
    town.say("Ann is kind", Origin::Web);
    for format in [Format::Csv, Format::Json] {
        let (written, text) = town.export(format, false);
        assert_eq!(written, Written { responses: 1, unchecked: 1, cut: vec![] });
        assert!(text.contains("[unchecked]") && !text.contains("Ann") && !text.contains("kind"), "{text}");
    }
    let answer = town.store.list_text_answers("worcestershire-cypp", None, 0, 1).unwrap().remove(0);
    town.store.save_redactions(answer.id, &[Redaction { characters: 0..3, kind: "name".into() }]).unwrap();
    for format in [Format::Csv, Format::Json] {
        let (written, text) = town.export(format, false);
        assert_eq!(written, Written { responses: 1, unchecked: 0, cut: vec![] });
        assert!(text.contains("[name] is kind") && !text.contains("Ann"), "{text}");
        assert!(town.export(format, true).1.contains("Ann is kind"));
    }
}

#[test]
fn themes_that_people_wrote_are_columns_and_what_the_machine_suggests_is_in_json() {
    let town = Town::new();
    town.say("more buses", Origin::Illustrative);
    town.say("nothing", Origin::Web);
    let answers = town.store.list_text_answers("worcestershire-cypp", None, 0, 9).unwrap();
    let buses = answers.iter().find(|answer| answer.body == "more buses").unwrap().id;
    for (key, origin) in [("written", FrameOrigin::File), ("found", FrameOrigin::Discovered)] {
        let themes = ["bus", "park"].map(|key| NewTheme {
            key: key.into(),
            name: format!("About {key}"),
            definition: String::new(),
            terms: vec![],
            status: ThemeStatus::Approved,
            parent: (key == "park").then(|| "bus".to_owned()),
        });
        let frame = NewCodeFrame {
            consultation: "worcestershire-cypp".into(),
            key: key.into(),
            question: None,
            version: "1".into(),
            origin,
            engine: "test".into(),
            seed: u64::MAX,
            themes: themes.into(),
        };
        let coding = NewCoding { answer_id: buses, theme: 0, judge: MachineJudge::Rule, score: 0.5, primary: true };
        town.store.save_code_frame(frame, vec![coding]).unwrap();
    }
    let nothing = answers.iter().find(|answer| answer.body == "nothing").unwrap().id;
    let frames = town.store.list_code_frames("worcestershire-cypp").unwrap();
    let frame_id = frames.iter().find(|frame| frame.key == "written").unwrap().id;
    let officer = "anna".to_owned();
    let none = NewJudgement { frame_id, answer_id: nothing, theme_ids: vec![], officer, in_turn: true };
    town.store.save_judgement(none).unwrap();
    let (_, csv) = town.export(Format::Csv, true);
    let header = csv.lines().next().unwrap();
    let standing = "\u{feff}id,perspective,district,language,submitted-on,origin,campaign,age-band,";
    assert!(
        header.starts_with(standing) && header.ends_with("theme:written:bus,theme:written:park,judged:written"),
        "{header}"
    );
    assert!(!csv.contains("found"));
    let row = |words: &str| csv.lines().find(|line| line.contains(words)).unwrap();
    assert!(row("more buses").contains(",illustrative,,8-11,") && row("more buses").ends_with(",1,0,0"), "{csv}");
    assert!(row("nothing").ends_with(",0,0,1"), "that it has no theme was judged");

    let json: serde_json::Value = serde_json::from_str(&town.export(Format::Json, true).1).unwrap();
    assert_eq!(json["code_frames"].as_array().unwrap().len(), 2);
    assert_eq!(json["code_frames"][0]["seed"], u64::MAX.to_string());
    let responses = json["responses"].as_array().unwrap();
    let themes = responses.iter().find_map(|it| it["answers"][1]["themes"].as_array().filter(|all| !all.is_empty()));
    assert_eq!(themes.unwrap().len(), 2, "{json}");
    let parents: Vec<_> = json["code_frames"][0]["themes"].as_array().unwrap().iter().map(|it| &it["parent"]).collect();
    assert!(parents.contains(&&serde_json::Value::Null) && parents.contains(&&"bus".into()), "{parents:?}");
    let judged = responses.iter().map(|it| &it["answers"][1]);
    let judged: Vec<_> = judged.filter(|it| !it["judged_in"].as_array().unwrap().is_empty()).collect();
    assert!(judged.len() == 1 && judged[0]["answer"] == "nothing" && judged[0]["judged_in"][0] == "written");
}

#[test]
fn files_are_private_whole_and_named_for_what_they_hold() {
    let town = Town::new();
    town.say("words", Origin::Web);
    town.export(Format::Csv, true);
    let out = town.folder.path().join("out");
    let names: Vec<_> = std::fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(names, ["a.csv"], "nothing half-written is left");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(out.join("a.csv")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    let path = |out: &str, format, formats| path_of(Path::new(out), "town", format, formats);
    assert_eq!(path("some/folder", Format::Csv, 2).unwrap(), Path::new("some/folder/town.csv"));
    assert_eq!(path("some/answers.csv", Format::Csv, 1).unwrap(), Path::new("some/answers.csv"));
    assert!(path("some/answers.csv", Format::Json, 1).is_err());
    assert!(path("some/answers.csv", Format::Csv, 2).is_err());
}

#[test]
fn a_workbook_of_codes_imported_elsewhere_says_the_same() {
    let town = Town::new();
    let mut words = ["'=1", "=1+1", "a\u{1}b", "_x0001_", "-5\n\"so\"", "+ثق"].map(str::to_owned);
    words.iter().for_each(|it| town.say(it, Origin::Web));
    let path = town.folder.path().join("a.xlsx");
    export(&town.store, &town.wanted(true), &[(Format::Xlsx, path.clone())]).unwrap();
    let districts = town.library.district_keys(town.consultation());
    let bytes = std::fs::read(path).unwrap();
    let read = crate::commands::import::read_sample("a.xlsx", &bytes, town.consultation(), &districts).unwrap();
    let mut back: Vec<String> = read.iter().map(|it| it.response.answers[1].1.to_text().into_owned()).collect();
    words.sort();
    back.sort();
    assert_eq!(back, words);
}

#[test]
fn all_formats_are_written_at_once_or_none_is() {
    let town = Town::new();
    let submissions = (0..1_200).map(|number| town.submission(&format!("answer {number}"), Origin::Web));
    // Those of another consultation lie between them on the disk.
    let other = |origin| Submission { consultation: "other".into(), ..town.submission("elsewhere", origin) };
    let others = std::iter::repeat_n(Origin::Web, 500).map(other);
    town.store.submit_many(submissions.chain(others).collect()).unwrap();
    let out = town.folder.path().join("out");
    let files: Vec<_> =
        Format::ALL.iter().map(|format| (*format, out.join(format!("a.{}", format.extension())))).collect();
    let written = export(&town.store, &town.wanted(true), &files).unwrap();
    assert_eq!(written, Written { responses: 1_200, unchecked: 0, cut: vec![] });
    let csv = std::fs::read_to_string(out.join("a.csv")).unwrap();
    let ids: Vec<&str> = csv.lines().skip(1).map(|line| line.split(',').next().unwrap()).collect();
    assert!(ids.len() == 1_200 && ids.is_sorted(), "parts are put together in their order");
    let json = std::fs::read_to_string(out.join("a.json")).unwrap();
    assert!(!json.contains("elsewhere"));
    assert!(
        (0..1_200)
            .all(|number| csv.contains(&format!("answer {number}")) && json.contains(&format!("answer {number}\"")))
    );
    let mut names: Vec<_> = std::fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["a.csv", "a.json", "a.sav", "a.xlsx", "a.zip"], "nothing that was put aside is left");

    let files = [(Format::Csv, out.join("b.csv")), (Format::Sav, out.join("a.csv").join("b.sav"))];
    assert!(export(&town.store, &town.wanted(true), &files).is_err());
    assert!(!out.join("b.csv").exists() && !out.join("b.csv.part").exists());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]
    /// Whatever people write, its export imported into another Heard is the same words to the byte.
    #[test]
    fn an_export_imported_elsewhere_says_the_same(
        words in proptest::collection::vec("['=+@\t\r\"a,;\u{200b}\u{202e}é🦀 -]{0,12}x|[^\u{0}\r]{1,60}", 1..20),
    ) {
        let town = Town::new();
        // Line ends are made one kind when an answer is first taken.
        let words: Vec<String> =
            words.into_iter().map(|it| it.replace("\r\n", "\n")).filter(|it| !it.trim().is_empty()).collect();
        words.iter().for_each(|it| town.say(it, Origin::Web));
        let (_, csv) = town.export(Format::Csv, true);
        let districts = town.library.district_keys(town.consultation());
        let read = crate::commands::import::read_sample("a.csv", csv.as_bytes(), town.consultation(), &districts);
        let mut back: Vec<String> =
            read.unwrap().into_iter().map(|it| it.response.answers[1].1.to_text().into_owned()).collect();
        let mut words = words;
        words.sort();
        back.sort();
        prop_assert_eq!(back, words);
    }
}
