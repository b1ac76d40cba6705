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
    assert_eq!(change(&member, "redditch", "change", &theirs), 422);
    assert_eq!(officer.post_form(&share, &[("name", "Lido"), ("word", "lido"), ("csrf", &ours)]).status, 303);
    let fields =
        [("do", "change"), ("name", "Lido, Droitwich"), ("people", "320"), ("target", "3,001"), ("csrf", &ours)];
    let lido = format!("{WINTER}/places/lido");
    let refused = officer.post_form(&lido, &fields);
    assert!(refused.status == 422 && refused.text().contains("from 1 to 3,000"), "{}", refused.text());
    let fields = [("do", "change"), ("name", "Lido, Droitwich"), ("people", "320"), ("target", "50"), ("csrf", &ours)];
    let changed = officer.post_form(&lido, &fields).redirects_to().unwrap();
    let told = officer.get(changed.split('#').next().unwrap()).text();
    assert!(told.contains("Saved: Lido, Droitwich. How many are there: 320. How many you hope for: 50."), "{told}");
    assert_eq!(change(&officer, "redditch", "remove", &ours), 422, "somebody has come by it");
    assert_eq!(change(&officer, "lido", "remove", &ours), 303);
    assert_eq!(member.get("/go/lido").redirects_to().as_deref(), Some("/join"));
}

#[test]
fn what_came_of_it_is_approved_early_and_read_nowhere_before_the_campaign_is_over() {
    let town = fresh();
    let (member, officer, anybody) = (town.member(), town.officer(), Visitor::new(&town.server.address));
    let words = [("title", "The quiet half was found"), ("words", "Buses came first, and the county answers in May.")];
    let posts = format!("{WINTER}/posts");
    assert_eq!(member.submit(&member.get(&format!("{posts}/results")), &words).status, 303);
    let waits = officer.get("/officer/campaigns");
    let card = waits.body.split("<article").find(|card| card.contains("The quiet half was found")).unwrap();
    assert!(card.contains("once the campaign is over"), "the officer is told when it is read: {card}");
    let action = card.split("action=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let form = waits.forms().into_iter().find(|form| form.action == action).unwrap();
    assert_eq!(officer.submit_form(&form, &[("do", "approve")]).status, 303);
    for path in ["", "/feed.atom", "/results"] {
        let body = anybody.get(&format!("/campaign/winter-of-listening{path}")).body;
        assert!(!body.contains("The quiet half was found") && !body.contains("Buses came first"), "{path}: {body}");
    }
    let theirs = member.get(&posts);
    let card = theirs.body.split("<article").find(|card| card.contains("The quiet half was found")).unwrap();
    assert!(card.contains("once the campaign is over") && !card.contains("The public sees it<"), "{card}");
    let public = officer.get("/officer/campaigns").text();
    assert!(public.contains("Approved, and not read by the public now"), "{public}");
}

#[test]
fn a_room_is_shown_no_code_of_a_campaign_that_nobody_can_open() {
    let town = fresh();
    let member = town.member();
    started(&town, &member);
    let live = member.get("/campaigns/ten-minutes/live");
    assert!(live.text().contains("Not approved yet") && !live.body.contains("class=\"qr\""), "{}", live.text());
    approve(&town, "Ten minutes");
    let live = member.get("/campaigns/ten-minutes/live");
    assert!(live.body.contains("class=\"qr\"") && !live.text().contains("Not approved yet"), "{}", live.text());
}

#[test]
fn a_member_looks_at_their_own_words_on_a_draft_and_posters_that_are_approved_stay_as_they_are() {
    let town = fresh();
    let member = town.member();
    let card = |query: &str| {
        let address = format!("{WINTER}/places/redditch/card-square.png?lang=en{query}");
        let response = member.client().get(member.whole(&address)).send().unwrap();
        assert_eq!(response.status().as_u16(), 200);
        response.bytes().unwrap().to_vec()
    };
    let approved = card("");
    let page = format!("{WINTER}/posts/page");
    for title in ["Ask before you build", "Tell us what became of it"] {
        let words = [("title", title), ("words", "Ask us first.")];
        assert_eq!(member.submit(&member.get(&page), &words).status, 303);
    }
    assert!(card("") == approved, "what waits stands on no poster to print");
    let posts = member.get(&format!("{WINTER}/posts"));
    let links = posts.body.split("poster-a4.pdf?lang=en&amp;words=").skip(1);
    let looked: Vec<Vec<u8>> = links.map(|rest| card(&format!("&words={}", rest.split('"').next().unwrap()))).collect();
    assert!(looked.len() == 2 && looked[0] != looked[1], "each text on a draft of its own: {}", posts.text());
    assert!(looked.iter().all(|card| *card != approved), "and none is taken for an approved one");
}
