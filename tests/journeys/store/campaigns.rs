//! Campaigns with all that hangs on them, and what a response keeps of the campaign whose link it came by.

use super::{on_both, submission};
use heard::campaign::{
    About, Campaign, PALETTE, Place, Post, PostKind, PostState, ShortWord, Target, Task, TaskKind, Ways,
};
use heard::store::{Store, StoreError, Submission, Submitted};
use heard::survey::{WayCode, WayIn, WayKind};
use jiff::civil::{Date, date, time};

const TODAY: Date = date(2026, 11, 26);

fn campaign(key: &str) -> Campaign {
    Campaign {
        key: key.into(),
        about: About::Consultation("town".into()),
        template: "schools-fortnight".into(),
        name: "Winter".into(),
        team: "Youth Cabinet".into(),
        colour: PALETTE[2].1,
        languages: vec!["en".into(), "ur".into()],
        target: 600,
        starts: date(2026, 11, 20),
        ends: date(2026, 12, 5),
    }
}

/// A place with a way in, as a team makes one.
fn place(store: &Store, campaign: &str, word: &str, code: [u8; 6]) -> String {
    let code = WayCode::from_random(code);
    let way = WayIn {
        code: code.clone(),
        consultation: "town".into(),
        kind: WayKind::Link,
        name: "Library".into(),
        perspective: None,
        headcount: None,
        shared_device: false,
        opened_on: TODAY,
        closes_on: date(2026, 12, 24),
    };
    assert!(store.save_way_in(&way).unwrap());
    let place = Place {
        word: ShortWord::parse(word).unwrap(),
        campaign: campaign.into(),
        name: "Library".into(),
        code: Some(code.as_str().to_owned()),
        people: Some(300),
        target: None,
    };
    assert!(store.save_place(&place, date(2026, 11, 25)).unwrap());
    assert_eq!(store.find_place(&place.word).unwrap(), Some(place.clone()));
    assert!(!store.save_place(&place, TODAY).unwrap(), "a word belongs to one place");
    code.as_str().to_owned()
}

#[test]
fn a_campaign_is_kept_whole_and_its_key_belongs_to_one() {
    on_both(|store, _| {
        assert!(store.save_campaign(&campaign("winter")).unwrap());
        assert!(!store.save_campaign(&Campaign { name: "Other".into(), ..campaign("winter") }).unwrap());
        assert_eq!(store.find_campaign("winter").unwrap(), Some(campaign("winter")));
        let target = |group: &str, target| Target { ways: Ways::District, group: group.into(), target };
        let changed = Campaign { target: 700, ..campaign("winter") };
        store.change_campaign(&changed, &[target("redditch", 100), target("worcester", 50)]).unwrap();
        store.change_campaign(&changed, &[target("redditch", 120)]).unwrap();
        assert_eq!(store.list_targets("winter").unwrap(), [target("redditch", 120)]);
        assert_eq!(store.list_campaigns().unwrap(), [changed]);
    });
}

#[test]
fn a_response_that_comes_by_a_campaigns_link_keeps_its_key_also_when_it_is_corrected() {
    on_both(|store, _| {
        store.save_campaign(&campaign("winter")).unwrap();
        let code = place(store, "winter", "library", [1, 2, 3, 4, 5, 6]);
        let by = |number, words: &str| Submission { way_in: Some(code.clone()), ..submission(number, words) };
        assert_eq!(store.submit_blocking(by(1, "by the link")).unwrap(), Submitted::New);
        store.submit_blocking(submission(2, "by itself")).unwrap();
        store.submit_many(vec![by(3, "in a file")]).unwrap();
        let campaigns = |store: &Store| {
            let all = store.list_for_export("town", (0, i64::MAX)).unwrap();
            let mut all: Vec<_> =
                all.into_iter().map(|one| (one.answers[1].unredacted().to_owned(), one.campaign)).collect();
            all.sort();
            all
        };
        let winter = Some("winter".to_owned());
        let expected = [
            ("by itself".to_owned(), None),
            ("by the link".into(), winter.clone()),
            ("in a file".into(), winter.clone()),
        ];
        assert_eq!(campaigns(store), expected);
        let within = |from, before| store.count_campaign("winter", from, before).unwrap();
        assert_eq!(within(date(2026, 11, 20), date(2026, 11, 21)), 2);
        assert_eq!(within(date(2026, 11, 1), date(2026, 11, 20)), 0, "the day itself is not counted");
        assert_eq!(within(date(2026, 11, 21), date(2026, 12, 1)), 0, "nor is what was before the first");
        assert_eq!(store.count_places("winter", TODAY).unwrap()[0].sent, 2);
    });
}

#[test]
fn only_what_was_sent_from_the_first_to_the_last_day_of_a_campaign_is_counted_for_it_and_its_places() {
    on_both(|store, _| {
        store.save_campaign(&campaign("winter")).unwrap();
        let code = place(store, "winter", "library", [1, 2, 3, 4, 5, 6]);
        let days = [date(2026, 11, 19), date(2026, 11, 20), date(2026, 12, 5), date(2026, 12, 6)];
        let on = |number, day| {
            let mut sent = Submission { way_in: Some(code.clone()), ..submission(number, "words") };
            sent.response.submitted_on = day;
            sent
        };
        store.submit_many((1..).zip(days).map(|(number, day)| on(number, day)).collect()).unwrap();
        (11..)
            .zip(days)
            .for_each(|(number, day)| assert_eq!(store.submit_blocking(on(number, day)).unwrap(), Submitted::New));
        assert_eq!(
            store.count_places("winter", date(2026, 12, 7)).unwrap()[0].sent,
            4,
            "the first and the last day count"
        );
        let kinds = store.count_kinds("town", date(2026, 11, 20), date(2026, 12, 6)).unwrap();
        assert_eq!(kinds.iter().map(|kind| kind.people).sum::<u64>(), 4);
    });
}

#[test]
fn a_place_has_another_name_wherever_it_stands_and_ends_only_while_nobody_has_come_by_it() {
    on_both(|store, _| {
        store.save_campaign(&campaign("winter")).unwrap();
        let used = place(store, "winter", "library", [1, 2, 3, 4, 5, 6]);
        let unused = place(store, "winter", "lido", [6, 5, 4, 3, 2, 1]);
        store.submit_blocking(Submission { way_in: Some(used.clone()), ..submission(1, "words") }).unwrap();
        let word = |word| ShortWord::parse(word).unwrap();
        assert!(store.change_place(&word("library"), "The Hive", Some(900), None).unwrap());
        let hive = store.find_place(&word("library")).unwrap().unwrap();
        assert_eq!((hive.name.as_str(), hive.people, hive.target), ("The Hive", Some(900), None));
        let way = |code: &str| store.find_way_in(&WayCode::parse(code).unwrap()).unwrap();
        assert_eq!(way(&used).unwrap().way.name, "The Hive");
        assert!(!store.erase_place(&word("library")).unwrap() && way(&used).is_some());
        assert!(store.erase_place(&word("lido")).unwrap() && way(&unused).is_none());
        assert_eq!(store.find_place(&word("lido")).unwrap(), None);
        assert!(
            !store.change_place(&word("lido"), "A", None, None).unwrap() && !store.erase_place(&word("lido")).unwrap()
        );
    });
}

#[test]
fn a_place_is_counted_once_a_day_and_a_room_once_in_ten_minutes() {
    on_both(|store, _| {
        store.save_campaign(&campaign("winter")).unwrap();
        let code = place(store, "winter", "library", [1, 2, 3, 4, 5, 6]);
        let send = |number| {
            store.submit_blocking(Submission { way_in: Some(code.clone()), ..submission(number, "w") }).unwrap()
        };
        send(1);
        let sent = |day| store.count_places("winter", day).unwrap()[0].sent;
        assert_eq!(sent(TODAY), 1);
        send(2);
        assert_eq!((sent(TODAY), sent(date(2026, 11, 27))), (1, 2), "the second is seen the next day");
        let shown =
            |now: i64, people| store.live_number::<StoreError>("winter", now, now - 600, || Ok(people)).unwrap();
        assert_eq!((shown(10_000, 30), shown(10_599, 55), shown(10_600, 56)), (30, 30, 56));
    });
}

#[test]
fn tasks_are_done_and_taken_away_only_in_their_own_campaign() {
    on_both(|store, _| {
        store.save_campaign(&campaign("winter")).unwrap();
        let (who, place) = (String::new(), "Hall".to_owned());
        let begins = Some(time(16, 30, 0, 0));
        let (kind, on) = (TaskKind::Event, date(2026, 12, 1));
        let event = Task { id: 0, kind, what: "Stall".into(), who, place, on, begins, done: false };
        store.save_tasks("winter", std::slice::from_ref(&event)).unwrap();
        let listed = store.list_tasks("winter", 10).unwrap();
        assert_eq!(listed, [Task { id: listed[0].id, ..event }]);
        assert!(!store.change_task("summer", listed[0].id, "x", true).unwrap());
        assert!(store.change_task("winter", listed[0].id, "Year 9", true).unwrap());
        let after = &store.list_tasks("winter", 10).unwrap()[0];
        assert_eq!((after.who.as_str(), after.done), ("Year 9", true));
        assert!(!store.erase_task("summer", after.id).unwrap() && store.erase_task("winter", after.id).unwrap());
    });
}

#[test]
fn of_two_officers_who_decide_at_once_one_does_and_nothing_returned_becomes_public() {
    on_both(|store, _| {
        store.save_campaign(&campaign("winter")).unwrap();
        let post = Post {
            id: 0,
            campaign: "winter".into(),
            kind: PostKind::News,
            title: "A".into(),
            words: "B".into(),
            written_by: "member".into(),
            written_on: TODAY,
            state: PostState::Approved,
            remark: "mine".into(),
            decided: None,
        };
        let id = store.save_post(&post).unwrap();
        let kept = store.find_post(id).unwrap().unwrap();
        assert_eq!((kept.state, kept.remark.as_str()), (PostState::Waiting, ""), "whoever writes decides nothing");
        let decide = |from, to| store.decide_post(id, (from, to), "no", "ann", 7).unwrap();
        assert!(!decide(PostState::Returned, PostState::Approved));
        assert!(decide(PostState::Waiting, PostState::Returned) && !decide(PostState::Waiting, PostState::Approved));
        let kept = store.find_post(id).unwrap().unwrap();
        assert_eq!((kept.state, kept.decided), (PostState::Returned, Some(("ann".to_owned(), 7))));
        assert!(store.list_posts_in(&[PostState::Approved]).unwrap().is_empty());
        assert_eq!(store.list_posts("winter").unwrap().len(), 1);
    });
}

#[test]
fn a_number_that_a_campaign_shows_moves_only_by_ten_people_or_more() {
    on_both(|store, _| {
        let group = |key: &str| ("district".to_owned(), key.to_owned());
        let counted = |people: &[(&str, u64)]| people.iter().map(|(key, number)| (group(key), *number)).collect();
        let hold = |people: &[(&str, u64)]| store.hold_turnout("winter", &counted(people), 10).unwrap();
        // What was never shown has shown nobody.
        assert_eq!(hold(&[("redditch", 52), ("wychavon", 9)]), counted(&[("redditch", 52), ("wychavon", 0)]));
        // A day on which few answered, or erased what they had, changes nothing; days add up until enough have.
        assert_eq!(hold(&[("redditch", 61), ("wychavon", 9)]), counted(&[("redditch", 52), ("wychavon", 0)]));
        assert_eq!(hold(&[("redditch", 43), ("wychavon", 9)]), counted(&[("redditch", 52), ("wychavon", 0)]));
        assert_eq!(hold(&[("redditch", 62), ("wychavon", 10)]), counted(&[("redditch", 62), ("wychavon", 10)]));
        assert_eq!(hold(&[("redditch", 63), ("wychavon", 19)]), counted(&[("redditch", 62), ("wychavon", 10)]));
        // Nobody is counted any more where the campaign's first day has moved; another campaign has its own numbers.
        assert_eq!(hold(&[("wychavon", 11)]), counted(&[("redditch", 0), ("wychavon", 10)]));
        assert_eq!(
            store.hold_turnout("other", &counted(&[("redditch", 30)]), 10).unwrap(),
            counted(&[("redditch", 30)])
        );
    });
}
