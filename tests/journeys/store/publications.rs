//! Approved quotes and publications: kept as they were given, numbered once, and quotes gone with what they rest on.

use super::{on_both, receipt_hash, submission};
use heard::store::{ApprovedWords, NewPublication, Publication, PublishedQuote, Store};

fn head(number: u32) -> Publication {
    Publication {
        consultation: "town".into(),
        number,
        identity: format!("identity-{number}"),
        title: "Ünï ' -- <b>".into(),
        organisation: "Council".into(),
        published_at: format!("2026-11-2{number}T10:00:00Z").parse().unwrap(),
        published_by: "officer".into(),
        about: "a\nb".into(),
        undecided: "c".into(),
        corrects: (number > 1).then(|| number - 1),
        correction: (number > 1).then(|| "d".into()),
        interim: number == 1,
        illustrative: false,
        quotes: 0,
    }
}

fn quote(answer_id: i64) -> PublishedQuote {
    PublishedQuote {
        answer_id,
        theme: "Buses".into(),
        words: "words".into(),
        speaker: Some("Child".into()),
        district: None,
        language: "en".into(),
    }
}

fn publication(number: u32, quotes: Vec<PublishedQuote>) -> NewPublication {
    NewPublication { head: head(number), body: "{\"a\":1}".into(), people: "{\"all\":12}".into(), quotes }
}

fn approval(answer_id: i64, words: &str) -> ApprovedWords {
    ApprovedWords {
        answer_id,
        theme: "Buses".into(),
        words: words.into(),
        approved_by: "officer".into(),
        approved_on: "2026-11-26".parse().unwrap(),
    }
}

/// Three responses with an answer each; the identifiers of the answers.
fn three(store: &Store) -> Vec<i64> {
    (1..=3).for_each(|number| {
        store.submit_blocking(submission(number, &format!("words {number}"))).unwrap();
    });
    store.list_text_answers("town", None, 0, 10).unwrap().into_iter().map(|answer| answer.id).collect()
}

#[test]
fn a_publication_comes_back_as_it_was_and_its_number_is_taken_once() {
    on_both(|store, _| {
        assert!(store.save_publication(publication(1, vec![])).unwrap());
        let other = NewPublication { body: "{}".into(), ..publication(1, vec![]) };
        let other = NewPublication { head: Publication { identity: "other".into(), ..other.head }, ..other };
        assert!(!store.save_publication(other).unwrap(), "the number is taken");
        let kept = store.find_publication("town", 1).unwrap().unwrap();
        assert_eq!((kept.head, kept.body.as_str(), kept.people.as_str()), (head(1), "{\"a\":1}", "{\"all\":12}"));
        assert!(store.save_publication(publication(2, vec![])).unwrap());
        for consultation in [None, Some("town")] {
            let numbers: Vec<u32> =
                store.list_publications(consultation, 9).unwrap().into_iter().map(|head| head.number).collect();
            assert_eq!(numbers, [2, 1], "the newest first");
        }
        assert!(store.list_publications(Some("elsewhere"), 9).unwrap().is_empty());
        assert_eq!(store.find_publication("town", 3).unwrap(), None);
    });
}

#[test]
fn a_quote_goes_with_its_answer_or_its_approval_and_stays_when_it_is_approved_again() {
    on_both(|store, _| {
        let ids = three(store);
        let approved: Vec<ApprovedWords> = ids.iter().map(|id| approval(*id, "words")).collect();
        store.save_approved_quotes("town", approved, vec![]).unwrap();
        // A quote whose approval never was is not published.
        let quotes: Vec<PublishedQuote> = ids.iter().copied().chain([999]).map(quote).collect();
        assert!(store.save_publication(publication(1, quotes)).unwrap());
        assert_eq!(store.find_publication("town", 1).unwrap().unwrap().head.quotes, 3);
        let left = || -> Vec<i64> {
            store.list_published_quotes("town", 1).unwrap().into_iter().map(|quote| quote.answer_id).collect()
        };
        assert_eq!(left(), ids);
        store.save_approved_quotes("town", vec![approval(ids[0], "other words")], vec![]).unwrap();
        assert_eq!(left(), ids, "approving again takes nothing out");
        store.save_approved_quotes("elsewhere", vec![], ids.clone()).unwrap();
        assert_eq!(left(), ids, "another consultation withdraws nothing here");
        store.save_approved_quotes("town", vec![], vec![ids[0]]).unwrap();
        assert_eq!(left(), ids[1..]);
        let second = store.get_answers(&ids).unwrap()[1].response_id();
        let number = (1..=3).find(|number| {
            store.find_response(&receipt_hash(*number)).unwrap().is_some_and(|found| found.id == second)
        });
        assert!(store.erase(&receipt_hash(number.unwrap())).unwrap());
        assert_eq!(left(), ids[2..]);
        let approved: Vec<i64> =
            store.list_approved_quotes("town").unwrap().into_iter().map(|one| one.answer_id).collect();
        assert_eq!(approved, ids[2..]);
        assert_eq!(store.find_publication("town", 1).unwrap().unwrap().head.quotes, 3, "how many there were stays");
    });
}
