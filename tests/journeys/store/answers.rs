//! Answers are shown with personal data hidden, and not at all before anything has looked for it.

use super::{on_both, receipt_hash, submission};
use heard::store::{Redaction, Shown, Store};

/// Stores one response and gives the identifier of its text answer.
fn stored(store: &Store, number: u64, words: &str) -> i64 {
    store.submit_blocking(submission(number, words)).unwrap();
    store.find_response(&receipt_hash(number)).unwrap().unwrap().answer_ids[1]
}

fn name(characters: std::ops::Range<usize>) -> Redaction {
    Redaction { characters, kind: "name".into() }
}

fn shown(store: &Store, id: i64) -> String {
    store.get_answers(&[id]).unwrap()[0].text()
}

#[test]
fn an_answer_is_hidden_until_it_is_screened_and_then_only_its_personal_data() {
    on_both(|store, _| {
        let id = stored(store, 1, "é José likes 🦀 Ann");
        assert_eq!(shown(store, id), "[unchecked]");
        store.save_redactions(id, &[name(15..18), name(2..6)]).unwrap();
        assert_eq!(shown(store, id), "é [name] likes 🦀 [name]");
        let found = store.get_answers(&[id]).unwrap().remove(0);
        assert_eq!(found.parts()[1], Shown::Hidden("name"));
        assert_eq!(found.redactions(), [name(2..6), name(15..18)]);
        assert_eq!(found.unredacted(), "é José likes 🦀 Ann");
        store.save_redactions(id, &[]).unwrap();
        assert_eq!(shown(store, id), "é José likes 🦀 Ann");
    });
}

#[test]
fn redactions_that_overlap_touch_or_reach_beyond_the_end_hide_everything_they_cover() {
    on_both(|store, _| {
        let cases = [
            (vec![name(0..4), name(2..6)], "[name]ghij"),
            (vec![name(0..8), name(2..4)], "[name]ij"),
            (vec![name(0..2), name(2..4)], "[name][name]efghij"),
            (vec![name(8..99)], "abcdefgh[name]"),
            (vec![name(50..99)], "abcdefghij[name]"),
            (vec![name(3..3)], "abcdefghij"),
        ];
        let id = stored(store, 1, "abcdefghij");
        for (found, text) in cases {
            store.save_redactions(id, &found).unwrap();
            assert_eq!(shown(store, id), text, "{found:?}");
        }
    });
}

#[test]
fn answers_come_in_the_order_asked_for_and_without_those_that_are_gone() {
    on_both(|store, _| {
        let ids: Vec<i64> = (0..6).map(|n| stored(store, n, &format!("words {n}"))).collect();
        store.erase(&receipt_hash(3)).unwrap();
        store.save_redactions(ids[3], &[name(0..1)]).unwrap();
        let asked = [ids[5], ids[3], ids[0], 7, ids[2]];
        let found: Vec<i64> = store.get_answers(&asked).unwrap().iter().map(|answer| answer.id()).collect();
        assert_eq!(found, [ids[5], ids[0], ids[2]]);
    });
}

#[test]
fn the_worker_reads_the_text_answers_of_what_changed_and_says_their_language() {
    on_both(|store, _| {
        let id = stored(store, 1, "un deux trois");
        let response_id = store.list_responses("town", 0, 1).unwrap()[0].id;
        let read = || store.answers_of(&[response_id, 99]).unwrap();
        assert_eq!(read().len(), 1, "a chosen option is not a text answer");
        let answer = read().remove(0);
        assert_eq!((answer.id, answer.response_id, answer.language.as_str()), (id, response_id, "en"));
        assert_eq!((answer.question.as_str(), answer.district.as_str()), ("important", "redditch"));
        store.save_language(id, "fr").unwrap();
        assert_eq!(read()[0].language, "fr");
    });
}

#[test]
fn going_through_all_text_answers_in_parts_misses_none() {
    on_both(|store, _| {
        let mut ids: Vec<i64> = (0..23).map(|n| stored(store, n, "words")).collect();
        ids.sort_unstable();
        let (mut after, mut seen) = (0, Vec::new());
        loop {
            let part = store.list_text_answers("town", Some("important"), after, 5).unwrap();
            let Some(last) = part.last() else { break };
            after = last.id;
            seen.extend(part.iter().map(|answer| answer.id));
        }
        assert_eq!(seen, ids);
        assert_eq!(store.list_text_answers("town", None, 0, 99).unwrap().len(), 23);
        assert_eq!(store.list_text_answers("town", Some("other"), 0, 99).unwrap(), []);
        assert_eq!(store.list_text_answers("elsewhere", None, 0, 99).unwrap(), []);
    });
}

#[test]
fn going_through_all_answers_as_people_may_see_them_hides_what_is_hidden_one_by_one() {
    on_both(|store, _| {
        let mut ids: Vec<i64> = (0..7).map(|n| stored(store, n, "Ann likes buses")).collect();
        ids.sort_unstable();
        ids.iter().take(5).for_each(|id| store.save_redactions(*id, &[name(0..3)]).unwrap());
        let (mut after, mut seen) = (0, Vec::new());
        loop {
            let part = store.list_answers("town", Some("important"), after, 3).unwrap();
            let Some(last) = part.last() else { break };
            after = last.id();
            seen.extend(part);
        }
        assert_eq!(seen, store.get_answers(&ids).unwrap());
        let texts: Vec<String> = seen.iter().map(heard::store::RedactedAnswer::text).collect();
        assert_eq!((texts[0].as_str(), texts[6].as_str()), ("[name] likes buses", "[unchecked]"));
        assert_eq!(store.list_answers("town", Some("other"), 0, 9).unwrap(), []);
        assert_eq!(store.list_answers("elsewhere", None, 0, 9).unwrap(), []);
    });
}
