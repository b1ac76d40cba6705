//! Learning from judgements in a small store of its own.

use super::*;
use crate::library::Library;
use crate::store::{Location, NewJudgement, Submission};
use crate::survey::{Answer, District, Language, Origin, Response};
use crate::themes::CodeFrame;
use crate::worker::Frames;

/// A frame that has never heard of tadpoles.
const TOPICS: &str = "
[[theme]]
key = \"ponds\"
name = \"Ponds\"
strong = [\"pond\", \"newt\"]
[[theme]]
key = \"buses\"
name = \"Buses\"
strong = [\"bus\", \"bus fare\"]
[[theme]]
key = \"fares\"
name = \"Fares\"
parent = \"buses\"
strong = [\"bus fare\"]
";

/// A store of its own with answers about tadpoles and about pencils, by turns, and the frame.
struct Small {
    // Kept so that the folder lives as long as the store.
    _folder: tempfile::TempDir,
    store: Store,
    frames: Frames,
    answers: Vec<i64>,
    next: u64,
}

impl Small {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&Location::Sqlite(folder.path().join("heard.sqlite"))).unwrap();
        let mut frames = Frames::new(Library::vectors());
        frames.add("town", "topics", &CodeFrame::read("topics.toml", TOPICS).unwrap().0);
        let mut small = Self { _folder: folder, store, frames, answers: Vec::new(), next: 0 };
        for n in 0..20 {
            small.submit(&format!("tadpoles are swimming about everywhere, number {n}"));
            small.submit(&format!("my pencils are worn and blunt, number {n}"));
        }
        small
    }

    fn submit(&mut self, words: &str) -> i64 {
        self.next += 1;
        let response = Response {
            perspective: "child".into(),
            district: District::Unknown,
            language: Language::english(),
            submitted_on: "2026-11-20".parse().unwrap(),
            origin: Origin::Web,
            answers: vec![("important".into(), Answer::Text(words.into()))],
        };
        let submission = Submission {
            consultation: "town".into(),
            digest: "d1".into(),
            response,
            receipt_hash: Some(format!("receipt {}", self.next)),
            draft_hash: None,
            import_id: None,
            way_in: None,
        };
        self.store.submit_blocking(submission).unwrap();
        let stored = self.store.find_response(&format!("receipt {}", self.next)).unwrap().unwrap();
        self.answers.push(stored.answer_ids[0]);
        stored.answer_ids[0]
    }

    fn frame(&self) -> StoredCodeFrame {
        self.store.list_code_frames("town").unwrap().remove(0)
    }

    fn theme(&self, key: &str) -> i64 {
        let themes = self.store.list_themes(self.frame().id).unwrap();
        themes.iter().find(|theme| theme.key == key).unwrap().id
    }

    /// Officers say of the first answers that tadpoles are about ponds and pencils about nothing.
    fn judge_first(&self, count: usize) {
        let (frame_id, ponds) = (self.frame().id, self.theme("ponds"));
        for (place, &answer_id) in self.answers.iter().enumerate().take(count) {
            let theme_ids = if place % 2 == 0 { vec![ponds] } else { Vec::new() };
            let officer = "anna".to_owned();
            let judgement = NewJudgement { frame_id, answer_id, theme_ids, officer, in_turn: true };
            self.store.save_judgement(judgement).unwrap();
        }
    }

    /// Who judged so and which theme, of every coding.
    fn codings(&self) -> Vec<(i64, &'static str, i64)> {
        let codings = self.store.codings_of(&self.answers).unwrap();
        codings.iter().map(|it| (it.answer_id, it.judge.as_str(), it.theme_id)).collect()
    }
}

#[test]
fn a_batch_of_judgements_teaches_what_the_frame_did_not_know_and_nothing_judged_is_touched() {
    let small = Small::new();
    let mut coders = Coders::new(&small.frames);
    coders.prepare(&small.store).unwrap();
    assert_eq!(small.codings(), [], "the frame knows nothing of tadpoles");
    assert_eq!(taught_by(&small.frame().engine), Some(0));
    small.judge_first(24);
    let judged = small.codings();
    assert_eq!(judged.len(), 12);
    coders.prepare(&small.store).unwrap();
    assert_eq!(small.frame().engine, format!("{} taught by 24 judged answers", crate::themes::ENGINE_VERSION));
    let after = small.codings();
    assert!(judged.iter().all(|coding| after.contains(coding)));
    let ponds = small.theme("ponds");
    let by_machine: Vec<i64> =
        after.iter().filter(|(_, judge, theme)| *judge == "machine" && *theme == ponds).map(|(id, ..)| *id).collect();
    let wanted: Vec<i64> = small.answers[24..].iter().step_by(2).copied().collect();
    assert!(wanted.iter().all(|id| by_machine.contains(id)), "tadpoles are about ponds now");
    assert_eq!(by_machine.len(), wanted.len(), "and pencils are not; what was judged is left alone");
}

#[test]
fn learning_waits_for_a_batch_unless_an_officer_asks() {
    let small = Small::new();
    let mut coders = Coders::new(&small.frames);
    coders.prepare(&small.store).unwrap();
    let learnt = || small.store.count_judgements(small.frame().id).unwrap().learnt;
    small.judge_first(9);
    coders.prepare(&small.store).unwrap();
    assert_eq!(learnt(), 0);
    small.store.want_learning(small.frame().id).unwrap();
    coders.prepare(&small.store).unwrap();
    assert_eq!((learnt(), small.frame().learning_wanted), (9, false));
    assert!(small.store.find_next_answer(small.frame().id, None, &[]).unwrap().is_none(), "nothing is screened yet");
}

#[test]
fn learning_again_gives_the_same_and_so_does_a_program_that_was_started_anew() {
    let mut small = Small::new();
    Coders::new(&small.frames).prepare(&small.store).unwrap();
    small.judge_first(20);
    Coders::new(&small.frames).prepare(&small.store).unwrap();
    let first = small.codings();
    small.store.want_learning(small.frame().id).unwrap();
    Coders::new(&small.frames).prepare(&small.store).unwrap();
    assert_eq!(small.codings(), first);
    let late = small.submit("tadpoles are swimming about everywhere, late");
    let answers = small.store.list_text_answers("town", None, late - 1, 1).unwrap();
    Coders::new(&small.frames).code(&small.store, &answers.iter().collect::<Vec<_>>()).unwrap();
    let ponds = small.theme("ponds");
    assert!(small.codings().contains(&(late, "machine", ponds)), "what was learnt is not forgotten");
}

#[test]
fn a_changed_frame_is_coded_anew_with_what_was_learnt() {
    let mut small = Small::new();
    Coders::new(&small.frames).prepare(&small.store).unwrap();
    small.judge_first(20);
    Coders::new(&small.frames).prepare(&small.store).unwrap();
    let before = small.codings();
    let mut frames = Frames::new(Library::vectors());
    let changed = TOPICS.replace("name = \"Buses\"", "name = \"Buses and coaches\"");
    frames.add("town", "topics", &CodeFrame::read("topics.toml", &changed).unwrap().0);
    small.frames = frames;
    Coders::new(&small.frames).prepare(&small.store).unwrap();
    assert_eq!(taught_by(&small.frame().engine), Some(20));
    assert_eq!(small.codings(), before);
    let themes = small.store.list_themes(small.frame().id).unwrap();
    let parents: Vec<Option<&str>> = themes.iter().map(|theme| theme.parent.as_deref()).collect();
    assert_eq!(parents, [None, None, Some("buses")]);
}

#[test]
fn the_engine_says_how_many_taught_it_and_another_version_is_not_ours() {
    for taught in [0, 1, 20] {
        assert_eq!(taught_by(&engine(taught)), Some(taught));
    }
    assert_eq!((taught_by("themes-0"), taught_by("themes-12")), (None, None));
}
