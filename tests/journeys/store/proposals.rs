//! Ballots that members propose: kept as they were filled in, decided once, and changed only before they are opened.

use heard::ballot::{Proposal, ProposalState};
use jiff::civil::date;

use super::on_both;

fn proposal() -> Proposal {
    let field = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    Proposal {
        id: 0,
        title: "What first?".into(),
        fields: vec![field("title", "What first?"), field("theme", "a"), field("theme", "b"), field("own", "X\nY")],
        written_by: "member".into(),
        written_on: date(2026, 11, 26),
        state: ProposalState::Opened,
        remark: "mine".into(),
        decided: Some(("member".into(), 1)),
        ballot: Some("mine".into()),
    }
}

#[test]
fn a_proposal_is_kept_whole_and_an_officer_decides_about_it_once() {
    on_both(|store, _| {
        let id = store.save_proposal(&proposal()).unwrap();
        let kept = store.find_proposal(id).unwrap().unwrap();
        let undecided = (ProposalState::Waiting, "".to_owned(), None, None);
        assert_eq!((kept.state, kept.remark, kept.decided, kept.ballot), undecided, "whoever writes decides nothing");
        assert_eq!(kept.fields, proposal().fields, "a name may stand twice");
        assert!(store.decide_proposal(id, None, "Say why.", "ann", 7).unwrap());
        assert!(!store.decide_proposal(id, Some("first"), "", "bob", 8).unwrap(), "it does not wait");
        let changed = Proposal { id, title: "What next?".into(), ..proposal() };
        assert!(store.change_proposal(&changed).unwrap());
        let kept = store.find_proposal(id).unwrap().unwrap();
        assert_eq!(
            (kept.state, kept.title.as_str(), kept.remark.as_str()),
            (ProposalState::Waiting, "What next?", "Say why.")
        );
        assert!(store.decide_proposal(id, Some("first"), "", "bob", 9).unwrap());
        assert!(
            !store.change_proposal(&changed).unwrap() && !store.decide_proposal(id, None, "No", "ann", 10).unwrap()
        );
        let kept = store.find_proposal(id).unwrap().unwrap();
        assert_eq!((kept.state, kept.ballot.as_deref()), (ProposalState::Opened, Some("first")));
        assert_eq!(kept.decided, Some(("bob".to_owned(), 9)));
        let earlier = Proposal { written_on: date(2026, 11, 20), ..proposal() };
        let earlier = store.save_proposal(&earlier).unwrap();
        let ids: Vec<i64> = store.list_proposals().unwrap().iter().map(|one| one.id).collect();
        assert_eq!(ids, [id, earlier], "those written last first");
        assert_eq!(store.find_proposal(1).unwrap(), None);
    });
}
