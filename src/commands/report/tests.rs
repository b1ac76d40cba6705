//! Reports from a store: what is counted, what is kept private, and which quotes may stand.

use super::*;
use crate::breakdown::Policy;
use crate::config::Flags;
use crate::store::{
    FrameOrigin, Location, MachineJudge, NewCodeFrame, NewCoding, NewTheme, Redaction, Submission, ThemeStatus,
};
use crate::survey::{Answer, District, Language, Origin, Response};

const CONSULTATION: &str = "worcestershire-cypp";

struct Town {
    folder: tempfile::TempDir,
    store: Store,
    library: Library,
    config: Config,
}

impl Town {
    /// 80 children of Worcester, half of whom speak of buses, and 6 of Redditch, all of whom do.
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&Location::Sqlite(folder.path().join("heard.sqlite"))).unwrap();
        let flags = Flags { data: Some(folder.path().to_owned()), database: None };
        let town = Self { store, library: Library::load(None).unwrap(), config: Config::load(&flags).unwrap(), folder };
        for at in 0..80 {
            town.say("worcester", if at % 2 == 0 { "more buses please" } else { "a better park" });
        }
        (0..6).for_each(|_| town.say("redditch", "more buses for Ann"));
        town.code();
        town
    }

    fn say(&self, district: &str, words: &str) {
        let consultation = self.library.find_consultation(CONSULTATION).unwrap();
        let response = Response {
            perspective: "child".into(),
            district: District::Area(district.into()),
            language: Language::english(),
            submitted_on: "2026-11-20".parse().unwrap(),
            origin: Origin::Illustrative,
            answers: vec![("important".into(), Answer::Text(words.into()))],
        };
        let (consultation, digest) = (CONSULTATION.to_owned(), consultation.digest.clone());
        let (receipt_hash, draft_hash, import_id, way_in) = (None, None, None, None);
        let one = Submission { consultation, digest, response, receipt_hash, draft_hash, import_id, way_in };
        self.store.submit_blocking(one).unwrap();
    }

    /// Every answer looked through, names covered, and coded.
    fn code(&self) {
        let theme = |key: &str, status| NewTheme {
            key: key.into(),
            name: format!("About {key}"),
            definition: String::new(),
            terms: vec![],
            status,
            parent: None,
        };
        let answers = self.store.list_text_answers(CONSULTATION, None, 0, 1_000).unwrap();
        let covered =
            |words: &str| words.find("Ann").map(|at| Redaction { characters: at..at + 3, kind: "name".into() });
        let screened = answers.iter().map(|answer| (answer.id, covered(&answer.body).into_iter().collect()));
        self.store.save_screened(screened.collect()).unwrap();
        let codings = answers.iter().filter(|answer| answer.body.contains("buses"));
        let codings = codings.flat_map(|answer| [0, 1].map(|theme| (answer.id, theme)));
        let coding = |(answer_id, theme)| NewCoding {
            answer_id,
            theme,
            judge: MachineJudge::Rule,
            score: 0.9,
            primary: theme == 0,
        };
        let frame = NewCodeFrame {
            consultation: CONSULTATION.into(),
            key: "children-and-young-people".into(),
            question: None,
            version: "3".into(),
            origin: FrameOrigin::File,
            engine: "test".into(),
            seed: 0,
            themes: vec![theme("buses", ThemeStatus::Approved), theme("guesses", ThemeStatus::Candidate)],
        };
        self.store.save_code_frame(frame, codings.map(coding).collect()).unwrap();
    }

    fn subject(&self) -> Subject {
        subject(&self.library, CONSULTATION).unwrap()
    }

    fn results(&self, quotes: Option<&Path>) -> Results {
        counted(&self.store, &self.library, &self.subject(), &self.config, quotes).unwrap()
    }
}

#[test]
fn shares_are_of_the_place_and_a_small_place_is_kept_private() {
    let town = Town::new();
    let results = town.results(None);
    let worcester = DistrictReport::of_district(&results, "worcester").unwrap();
    let bars = worcester.themes().remove(0).bars;
    assert!(bars.title.contains("“About buses” came up most often (50% of about 80 people)"), "{}", bars.title);
    let redditch = DistrictReport::of_district(&results, "redditch").unwrap();
    assert!(redditch.themes()[0].bars.lines.iter().all(|line| line.figure.shown().is_none()));
    let page = pages::district_report::render(&redditch);
    assert!(page.contains("Do not read it as zero") && !page.contains("100%</b>"), "{page}");
}

#[test]
fn a_candidate_theme_is_in_no_report() {
    let town = Town::new();
    let results = town.results(None);
    assert!(results.themes.iter().all(|themes| themes.table.rows.iter().all(|row| row.name != "About guesses")));
    assert_eq!(results.themes[0].table.rows.len(), 1);
}

#[test]
fn districts_stand_first_and_whoever_is_in_none_last() {
    let town = Town::new();
    let results = town.results(None);
    for table in results.themes.iter().map(|themes| &themes.table).chain([&results.answered]) {
        let keys: Vec<&str> = table.groups.iter().map(|group| group.key.as_str()).collect();
        let districts: Vec<&str> = results.geography.districts.iter().map(|area| area.key.as_str()).collect();
        assert_eq!(keys[..6], districts);
        assert_eq!(keys[6..], ["elsewhere"]);
    }
}

#[test]
fn only_approved_quotes_stand_and_only_while_their_words_are_the_same() {
    let town = Town::new();
    let path = town.folder.path().join("quotes.csv");
    assert!(quotes::suggest(&town.store, &town.subject(), Policy::default(), &path).unwrap() > 0);
    assert!(town.results(Some(&path)).quotes.is_empty(), "nobody has approved any yet");
    let suggested = std::fs::read_to_string(&path).unwrap();
    let mark = |line: &str| if line.starts_with("id,") { format!("{line}\n") } else { format!("{line}yes\n") };
    let approved: String = suggested.lines().map(mark).collect();
    assert!(approved.contains("[name]") && !approved.contains("Ann"), "{approved}");
    std::fs::write(&path, &approved).unwrap();
    let results = town.results(Some(&path));
    assert!(results.quotes.iter().any(|quote| quote.words.contains("buses please")));
    let few = results.quotes.iter().find(|quote| quote.words.contains("[name]")).unwrap();
    assert_eq!(few.district, None, "six people share that district");
    std::fs::write(&path, approved.replace("buses", "trams")).unwrap();
    assert!(town.results(Some(&path)).quotes.is_empty(), "words that nobody said");
}

#[test]
fn quotes_approved_on_the_pages_come_in_by_themselves_and_once() {
    let town = Town::new();
    let path = town.folder.path().join("quotes.csv");
    quotes::suggest(&town.store, &town.subject(), Policy::default(), &path).unwrap();
    let answers = town.store.list_answers(CONSULTATION, None, 0, 1_000).unwrap();
    let one = answers.iter().find(|answer| answer.text() == "more buses please").unwrap();
    let approved = crate::store::ApprovedWords {
        answer_id: one.id(),
        theme: "About buses".into(),
        words: one.text(),
        approved_by: "officer".into(),
        approved_on: "2026-11-26".parse().unwrap(),
    };
    town.store.save_approved_quotes(CONSULTATION, vec![approved], vec![]).unwrap();
    let words: Vec<String> = town.results(None).quotes.into_iter().map(|quote| quote.words).collect();
    assert_eq!(words, ["more buses please"]);
    let file = format!("id,theme,words,approved\nanswer-{},About buses,more buses please,yes\n", one.id());
    std::fs::write(&path, file).unwrap();
    assert_eq!(town.results(Some(&path)).quotes.len(), 1, "approved in both places, it stands once");
}

#[test]
fn every_file_of_a_district_is_written_and_an_unknown_one_is_named() {
    let town = Town::new();
    let results = town.results(None);
    let out = town.folder.path().join("out");
    let reports = chosen(&results, &["worcester".to_owned()]).unwrap();
    let formats = [Format::Html, Format::Pdf, Format::Xlsx, Format::Pdf];
    assert_eq!(write(&reports, &formats, &["en", "cy", "en"], &out).unwrap(), 9);
    let told = ["poster.pdf", "poster-a3.pdf", "children.pdf", "poster.cy.pdf", "poster-a3.cy.pdf", "children.cy.pdf"];
    for name in told.into_iter().chain(["report.html", "report.pdf", "report.xlsx"]) {
        assert!(out.join("worcester").join(name).metadata().unwrap().len() > 5_000, "{name}");
    }
    assert!(language("cy") == Ok("cy") && language("de").is_err_and(|why| why.contains("en, cy, pl, ro, ur")));
    let refused = chosen(&results, &["narnia".to_owned()]).unwrap_err().to_string();
    assert!(refused.contains("narnia") && refused.contains("wyre-forest"), "{refused}");
    assert_eq!(chosen(&results, &["worcestershire".to_owned()]).unwrap()[0].key(), "worcestershire");
}
