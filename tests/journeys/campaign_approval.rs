//! What a campaign puts on posters and short links is public once an officer has approved it and not before, whichever way
//! a member takes; and a campaign lasts no longer than what it is about.

use crate::campaign::{WINTER, approve};
use crate::support::http::Visitor;
use crate::town::{Town, fresh};

/// A member starts a campaign called Ten minutes, writes its page and adds a place.
fn started(town: &Town, member: &Visitor) {
    let form = member.get("/campaigns/new?template=schools-fortnight");
    let about = ("about", "consultation:worcestershire-cypp");
    let named = [about, ("name", "Ten minutes"), ("team", "Redditch Youth Forum")];
    let late = [named.as_slice(), &[("ends", "2199-12-31"), ("starts", "2199-12-24")]].concat();
    let refused = member.submit(&form, &late);
    assert!(refused.status == 422 && refused.text().contains("closes then"), "{}", refused.text());
    let begun = member.submit(&form, &named).redirects_to();
    assert_eq!(begun.as_deref(), Some("/campaigns/ten-minutes/posts/page"));
    let words = [("title", "Ten minutes"), ("words", "Ten minutes is enough to be heard.")];
    assert_eq!(member.submit(&member.get("/campaigns/ten-minutes/posts/page"), &words).status, 303);
    let share = member.get("/campaigns/ten-minutes/share");
    assert_eq!(member.submit(&share, &[("name", "Arrow Vale"), ("word", "arrow-vale")]).status, 303);
    let waits = town.officer().get("/officer/campaigns").text();
    assert!(waits.contains("run by Redditch Youth Forum; at Arrow Vale."), "{waits}");
}

#[test]
fn posters_of_every_language_are_drafts_until_an_officer_approves_what_they_say() {
    let town = fresh();
    let member = town.member();
    started(&town, &member);
    let card = |lang: &str| {
        let address = member.whole(&format!("/campaigns/ten-minutes/places/arrow-vale/card-square.png?lang={lang}"));
        let response = member.client().get(address).send().unwrap();
        assert_eq!(response.status().as_u16(), 200);
        response.bytes().unwrap().to_vec()
    };
    let languages = ["cy", "pl", "ro", "ur"];
    let drafts = languages.map(card);
    // Somebody adds a place while the officer reads: what the officer did not see is not approved.
    let officer = town.officer();
    let read = officer.get("/officer/campaigns");
    let action = read.body.split("<article").find(|card| card.contains("Ten minutes")).unwrap();
    let action = action.split("action=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let form = read.forms().into_iter().find(|form| form.action == action).unwrap();
    let share = member.get("/campaigns/ten-minutes/share");
    let add = share.forms().into_iter().find(|form| form.action == "/campaigns/ten-minutes/share").unwrap();
    assert_eq!(member.submit_form(&add, &[("name", "Lido")]).status, 303);
    let unread = officer.submit_form(&form, &[("do", "approve")]);
    assert!(unread.status == 422 && unread.text().contains("have changed meanwhile"), "{}", unread.text());
    approve(&town, "Ten minutes");
    for (lang, draft) in languages.into_iter().zip(drafts) {
        let approved = card(lang);
        assert!(approved == card(lang), "{lang}: the same words give the same picture");
        assert!(approved != draft, "{lang}: a card says that it is a draft");
    }
}

#[test]
fn after_approval_members_change_nothing_on_posters_and_officers_do() {
    let town = fresh();
    let (member, officer) = (town.member(), town.officer());
    let share = format!("{WINTER}/share");
    let csrf = |visitor: &Visitor, path: &str| {
        let page = visitor.get(path);
        page.body.split("name=\"csrf\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    let (theirs, ours) = (csrf(&member, &format!("{WINTER}/targets")), csrf(&officer, &share));
    assert!(!member.get(&share).body.contains("Add a place"));
    let added = member.post_form(&share, &[("name", "Lido"), ("csrf", &theirs)]);
    assert!(added.status == 422 && added.text().contains("Ask an officer to change it"), "{}", added.text());
    let targets = member.get(&format!("{WINTER}/targets"));
    let run_by = member.submit(&targets, &[("team", "Somebody else")]);
    assert!(run_by.status == 422 && run_by.text().contains("Ask an officer to change it"), "{}", run_by.text());
    let change = |visitor: &Visitor, word: &str, what: &str, csrf: &str| {
        let fields = [("do", what), ("name", "Lido, Droitwich"), ("csrf", csrf)];
        visitor.post_form(&format!("{WINTER}/places/{word}"), &fields).status
    };
    assert_eq!(change(&member, "redditch", "rename", &theirs), 422);
    assert_eq!(officer.post_form(&share, &[("name", "Lido"), ("word", "lido"), ("csrf", &ours)]).status, 303);
    assert_eq!(change(&officer, "lido", "rename", &ours), 303);
    assert!(officer.get(&share).text().contains("Lido, Droitwich"));
    assert_eq!(change(&officer, "redditch", "remove", &ours), 422, "somebody has come by it");
    assert_eq!(change(&officer, "lido", "remove", &ours), 303);
    assert_eq!(member.get("/go/lido").redirects_to().as_deref(), Some("/join"));
}
