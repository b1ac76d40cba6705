//! An officer's word on an answer is whole and last, and what the machine learns from it is written down with it.

use super::changes::settled;
use super::{on_both, receipt_hash, submission};
use heard::store::{
    ChangeKind, FrameOrigin, Judge, Learnt, MachineJudge, NewCodeFrame, NewCoding, NewJudgement, NewTheme, Redaction,
    Store, StoredTheme, ThemeStatus,
};

/// Buses with fares and times below, and parks.
fn frame(store: &Store, codings: Vec<NewCoding>) -> (i64, Vec<StoredTheme>) {
    let theme = |(key, parent): (&str, Option<&str>)| NewTheme {
        key: key.into(),
        name: format!("About {key}"),
        definition: String::new(),
        terms: Vec::new(),
        status: ThemeStatus::Approved,
        parent: parent.map(str::to_owned),
    };
    let keys = [("buses", None), ("fares", Some("buses")), ("times", Some("buses")), ("parks", None)];
    let frame = NewCodeFrame {
        consultation: "town".into(),
        key: "topics".into(),
        question: None,
        version: "1".into(),
        origin: FrameOrigin::File,
        engine: "test 1".into(),
        seed: 1,
        themes: keys.into_iter().map(theme).collect(),
    };
    let frame_id = store.save_code_frame(frame, codings).unwrap();
    (frame_id, store.list_themes(frame_id).unwrap())
}

fn coding(answer_id: i64, theme: usize) -> NewCoding {
    NewCoding { answer_id, theme, judge: MachineJudge::Machine, score: 0.8, primary: true }
}

fn answers(store: &Store, people: std::ops::Range<u64>) -> Vec<i64> {
    let stored = |n| {
        store.submit_blocking(submission(n, &format!("words {n}"))).unwrap();
        store.find_response(&receipt_hash(n)).unwrap().unwrap().answer_ids[1]
    };
    people.map(stored).collect()
}

fn judge(store: &Store, frame_id: i64, answer_id: i64, theme_ids: Vec<i64>, in_turn: bool) {
    let officer = "anna".to_owned();
    store.save_judgement(NewJudgement { frame_id, answer_id, theme_ids, officer, in_turn }).unwrap();
}

fn codings(store: &Store, ids: &[i64]) -> Vec<(i64, i64, Judge)> {
    let mut all: Vec<_> =
        store.codings_of(ids).unwrap().iter().map(|it| (it.answer_id, it.theme_id, it.judge)).collect();
    all.sort();
    all
}

#[test]
fn themes_keep_what_stands_above_them() {
    on_both(|store, _| {
        let (_, themes) = frame(store, vec![]);
        let parents: Vec<Option<&str>> = themes.iter().map(|theme| theme.parent.as_deref()).collect();
        assert_eq!(parents, [None, Some("buses"), Some("buses"), None]);
    });
}

#[test]
fn a_judgement_is_the_whole_word_on_an_answer_and_no_theme_is_one_too() {
    on_both(|store, _| {
        let ids = answers(store, 0..2);
        let (frame_id, themes) = frame(store, vec![coding(ids[0], 3), coding(ids[1], 3)]);
        judge(store, frame_id, ids[0], vec![themes[1].id], true);
        judge(store, frame_id, ids[1], vec![], true);
        let mut expected = vec![(ids[0], themes[0].id, Judge::Officer), (ids[0], themes[1].id, Judge::Officer)];
        expected.sort();
        assert_eq!(codings(store, &ids), expected, "the finer theme brings the one above along; parks is gone");
        let one = store.find_judgement(frame_id, ids[0]).unwrap().unwrap();
        assert_eq!((one.officer.as_str(), one.learnt, one.theme_ids.len()), ("anna", false, 2));
        assert!(store.find_judgement(frame_id, ids[1]).unwrap().unwrap().theme_ids.is_empty());
        assert_eq!(store.find_judgement(frame_id, 5).unwrap(), None);
        judge(store, frame_id, ids[0], vec![themes[3].id], false);
        assert_eq!(codings(store, &ids), [(ids[0], themes[3].id, Judge::Officer)], "the last word counts");
        assert_eq!(store.list_judgements(frame_id).unwrap().len(), 2);
        let kinds: Vec<ChangeKind> = settled(store, 5).iter().map(|change| change.kind).collect();
        assert_eq!(kinds[2..], [ChangeKind::Recoded; 3]);
    });
}

#[test]
fn no_machine_touches_a_judged_answer_in_any_way() {
    on_both(|store, _| {
        let ids = answers(store, 0..3);
        let (frame_id, themes) = frame(store, vec![coding(ids[0], 0)]);
        let theme_ids: Vec<i64> = themes.iter().map(|theme| theme.id).collect();
        judge(store, frame_id, ids[0], vec![themes[3].id], true);
        judge(store, frame_id, ids[1], vec![], true);
        let judged = codings(store, &ids[..2]);
        let again: Vec<NewCoding> = ids.iter().map(|id| coding(*id, 0)).collect();
        store.save_codings(frame_id, ids.clone(), theme_ids.clone(), again.clone()).unwrap();
        assert_eq!(codings(store, &ids[..2]), judged, "as they come in");
        frame(store, again.clone());
        assert_eq!(codings(store, &ids[..2]), judged, "when the frame changes");
        let judgement_ids = store.list_judgements(frame_id).unwrap().iter().map(|it| it.id).collect();
        let engine = "test 1 taught by 2".to_owned();
        let learnt = Learnt { frame_id, engine, judgement_ids, theme_ids, codings: again, next: vec![] };
        store.save_learnt(learnt).unwrap();
        assert_eq!(codings(store, &ids[..2]), judged, "when it has learnt");
        assert_eq!(codings(store, &ids[2..]), [(ids[2], themes[0].id, Judge::Machine)]);
        assert_eq!(store.list_code_frames("town").unwrap()[0].engine, "test 1 taught by 2");
    });
}

#[test]
fn what_was_said_after_learning_began_is_not_learnt() {
    on_both(|store, _| {
        let ids = answers(store, 0..2);
        let (frame_id, themes) = frame(store, vec![]);
        for id in &ids {
            judge(store, frame_id, *id, vec![], true);
        }
        let read: Vec<i64> = store.list_judgements(frame_id).unwrap().iter().map(|it| it.id).collect();
        store.want_learning(frame_id).unwrap();
        assert!(store.list_code_frames("town").unwrap()[0].learning_wanted);
        judge(store, frame_id, ids[0], vec![themes[0].id], true);
        let theme_ids = themes.iter().map(|theme| theme.id).collect();
        let engine = "test 1 taught by 2".to_owned();
        store
            .save_learnt(Learnt { frame_id, engine, judgement_ids: read, theme_ids, codings: vec![], next: vec![] })
            .unwrap();
        let count = store.count_judgements(frame_id).unwrap();
        assert_eq!((count.judged, count.learnt), (2, 1));
        assert!(!store.list_code_frames("town").unwrap()[0].learning_wanted);
    });
}

#[test]
fn agreement_is_counted_once_over_topmost_themes_of_answers_that_came_in_turn() {
    on_both(|store, _| {
        let ids = answers(store, 0..3);
        let given = vec![coding(ids[0], 0), coding(ids[0], 1), coding(ids[0], 3), coding(ids[2], 0)];
        let (frame_id, themes) = frame(store, given);
        judge(store, frame_id, ids[0], vec![themes[2].id], true);
        judge(store, frame_id, ids[1], vec![themes[3].id], true);
        judge(store, frame_id, ids[2], vec![], false);
        let count = store.count_judgements(frame_id).unwrap();
        assert_eq!((count.judged, count.in_turn), (3, 2));
        assert_eq!((count.suggested, count.kept, count.added), (2, 1, 1), "finer themes do not count");
        judge(store, frame_id, ids[0], vec![themes[3].id], false);
        assert_eq!(store.count_judgements(frame_id).unwrap(), count, "a second word says nothing of the machine");
        assert_eq!(store.count_text_answers("town").unwrap(), 3);
    });
}

#[test]
fn the_next_answers_come_as_chosen_then_any_that_are_left_and_never_judged_or_unscreened_ones() {
    on_both(|store, _| {
        let ids = answers(store, 0..5);
        let (frame_id, _) = frame(store, vec![]);
        let next = |after| store.find_next_answer(frame_id, after, &[]).unwrap();
        assert_eq!(next(None), None, "nothing has been looked through for personal data");
        store.save_screened(ids.iter().map(|id| (*id, Vec::<Redaction>::new())).collect()).unwrap();
        let chosen = vec![ids[3], ids[1], ids[4], 77];
        let engine = "test".to_owned();
        store
            .save_learnt(Learnt {
                frame_id,
                engine,
                judgement_ids: vec![],
                theme_ids: vec![],
                codings: vec![],
                next: chosen,
            })
            .unwrap();
        assert_eq!([next(None), next(Some(ids[3])), next(Some(ids[4]))], [ids[3], ids[1], ids[3]].map(Some));
        let past = |ids: &[i64]| store.find_next_answer(frame_id, None, ids).unwrap();
        assert_eq!(past(&[ids[3]]), Some(ids[1]));
        let left = past(&[ids[3], ids[1], ids[4]]).unwrap();
        let last = past(&[ids[3], ids[1], ids[4], left]).unwrap();
        assert!([ids[0], ids[2]].contains(&left) && [ids[0], ids[2]].contains(&last) && left != last);
        assert_eq!(past(&ids), None);
        judge(store, frame_id, ids[3], vec![], true);
        assert_eq!([next(None), next(Some(ids[3])), next(Some(ids[1]))], [ids[1], ids[1], ids[4]].map(Some));
        judge(store, frame_id, ids[1], vec![], true);
        judge(store, frame_id, ids[4], vec![], true);
        let first = next(None).unwrap();
        let second = next(Some(first)).unwrap();
        assert!([ids[0], ids[2]].contains(&first) && [ids[0], ids[2]].contains(&second) && first != second);
        assert_eq!(next(Some(second)), Some(first), "after the last comes the first again");
        judge(store, frame_id, ids[0], vec![], true);
        judge(store, frame_id, ids[2], vec![], true);
        assert_eq!(next(None), None);
    });
}

#[test]
fn a_judgement_is_refused_without_its_answer_or_theme_and_goes_with_its_response() {
    on_both(|store, _| {
        let ids = answers(store, 0..1);
        let (frame_id, themes) = frame(store, vec![]);
        let refused = |answer_id, theme_ids| {
            let officer = "anna".to_owned();
            let new = NewJudgement { frame_id, answer_id, theme_ids, officer, in_turn: true };
            store.save_judgement(new).is_err()
        };
        assert!(refused(5, vec![]) && refused(ids[0], vec![5]) && refused(ids[0], vec![themes[0].id, 5]));
        assert_eq!(store.count_judgements(frame_id).unwrap().judged, 0);
        judge(store, frame_id, ids[0], vec![themes[0].id], true);
        store.erase(&receipt_hash(0)).unwrap();
        assert_eq!(store.count_judgements(frame_id).unwrap().judged, 0);
        assert_eq!(store.list_judgements(frame_id).unwrap(), []);
    });
}
