//! Invitations on both databases: nothing is queued before approval, nothing twice after it, and whoever wants no more
//! gets none.

use super::on_both;
use heard::campaign::{InvitationState, Invited, read_list};
use heard::letter::{Dispatch, Letter, LetterState};
use heard::store::{NewInvitation, Store};

const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 26);

fn save(store: &Store, list: &str, replaces: Option<i64>) -> i64 {
    let new = NewInvitation {
        campaign: "drive".to_owned(),
        subject: "Come".to_owned(),
        words: "Ten minutes".to_owned(),
        written_by: "member".to_owned(),
        written_on: TODAY,
        invitees: read_list(list, &[]).unwrap(),
        replaces,
    };
    store.save_invitation(new).unwrap()
}

fn approve(store: &Store, id: i64) -> Option<usize> {
    let write = |one: &Invited| Letter::new("en", &one.name);
    store.approve_invitation(id, "officer", write, Dispatch::Send, TODAY).unwrap()
}

#[test]
fn an_invitation_is_sent_once_after_approval_and_keeps_no_address() {
    on_both(|store, _| {
        let id = save(store, "Hill School, office@hill.example\nYouth Club, club@example.org", None);
        assert!(store.count_letters().unwrap().is_empty());
        assert_eq!((approve(store, id), approve(store, id)), (Some(2), None));
        assert_eq!(store.count_letters().unwrap()[0].letters, 2);
        let stored = store.find_invitation(id).unwrap().unwrap();
        assert_eq!(stored.state, InvitationState::Approved);
        assert!(stored.invited.iter().all(|one| one.address.is_none() && one.fate == Some(LetterState::Waiting)));
        assert_eq!(stored.invited[0].name, "Hill School", "in the order of the list");
        assert!(store.stop_inviting(&stored.invited[1].code, TODAY).unwrap());
        assert!(!store.stop_inviting("nobody's", TODAY).unwrap());
        let next = save(store, "Other name, CLUB@example.org\nNew School, new@example.org", None);
        assert_eq!(approve(store, next), Some(1), "the club wants no more");
        assert_eq!(store.list_invitations(Some("drive"), None).unwrap().len(), 2);
    });
}

#[test]
fn what_is_sent_back_is_replaced_by_what_is_written_again_and_nothing_else_is() {
    on_both(|store, _| {
        let (first, other) = (save(store, "A, a@example.org", None), save(store, "B, b@example.org", None));
        assert!(store.return_invitation(first, "Say when").unwrap() && !store.return_invitation(first, "x").unwrap());
        assert_eq!(approve(store, first), None, "what was sent back is not sent out");
        save(store, "A, a@example.org", Some(first));
        save(store, "C, c@example.org", Some(other));
        assert!(store.find_invitation(first).unwrap().is_none() && store.find_invitation(other).unwrap().is_some());
        assert_eq!(store.list_invitations(None, Some(InvitationState::Waiting)).unwrap().len(), 3);
    });
}
