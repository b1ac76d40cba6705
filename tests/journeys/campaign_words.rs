//! A campaign's own words on posters in another language: written where posters are made, read by an officer, then on every
//! sheet of that language and nowhere else. A file in one language leaves the reader's own as it is.

use crate::campaign::WINTER;
use crate::support::html;
use crate::support::http::Visitor;
use crate::town::fresh;

fn bytes(member: &Visitor, file: &str) -> Vec<u8> {
    let address = member.whole(&format!("{WINTER}/places/redditch/{file}"));
    let response = member.client().get(address).send().expect("an answer");
    assert_eq!(response.status().as_u16(), 200, "{file}");
    response.bytes().expect("a file").to_vec()
}

#[test]
fn posters_in_polish_say_the_teams_own_words_once_an_officer_has_approved_them_and_others_stay() {
    let town = fresh();
    let member = town.member();
    let card = |lang: &str| bytes(&member, &format!("card-square.png?lang={lang}"));
    let (polish, urdu) = (card("pl"), card("ur"));
    let action = format!("{WINTER}/posts/posters-pl");
    let send = |title: &str, words: &str| {
        let share = member.get(&format!("{WINTER}/share?lang=pl"));
        let form = share.forms().into_iter().find(|form| form.action == action).expect("a form for Polish");
        (member.submit_form(&form, &[("title", title), ("words", words)]), share)
    };
    let (long, share) = send("Znajdź cichą połowę", &"a".repeat(221));
    assert!(long.status == 422 && long.text().contains("at most 220 characters"), "{}", long.text());
    assert!(long.body.contains("Posters in Polish") && long.body.contains("value=\"Znajdź cichą połowę\""));
    assert!(share.text().contains("They say what it is called in this language"), "{}", share.text());
    let (sent, _) = send("Znajdź cichą połowę", "Powiedz nam, jak tu jest.");
    assert_eq!(sent.status, 303, "{}", sent.text());
    let waits = member.get(&format!("{WINTER}/share?lang=pl"));
    assert!(waits.text().contains("Waits for an officer"), "{}", waits.text());
    assert!(card("pl") == polish, "nothing is printed that nobody has read");
    let officer = town.officer();
    let read = officer.get("/officer/campaigns");
    assert!(read.text().contains("Posters in Polish") && read.body.contains("lang=\"pl\""), "{}", read.text());
    let card_of = |text: &str| text.split("<article").find(|one| one.contains("Znajdź")).map(str::to_owned);
    let theirs = card_of(&read.body).expect("the text that waits");
    let decide = theirs.split("action=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a form");
    let form = read.forms().into_iter().find(|form| form.action == decide).expect("a form");
    assert_eq!(officer.submit_form(&form, &[("do", "approve")]).status, 303);
    assert!(card("pl") != polish && card("ur") == urdu, "Polish alone has other words");
    let share = member.get(&format!("{WINTER}/share?lang=pl"));
    assert!(share.text().contains("They say your own words: Znajdź cichą połowę"), "{}", share.text());
    let anybody = Visitor::new(&town.server.address);
    for path in ["/campaign/winter-of-listening", "/campaign/winter-of-listening/feed.atom", "/"] {
        assert!(!anybody.get(path).body.contains("Znajdź"), "{path} is in the campaign's own language");
    }
    html::assert_sound(&[("long", &long.body), ("share", &share.body), ("waits", &waits.body), ("read", &read.body)]);
}

#[test]
fn slides_are_had_as_a_picture_each_and_a_file_in_urdu_leaves_the_website_in_the_language_it_was_read_in() {
    let town = fresh();
    let member = town.member();
    let slides = bytes(&member, "slides.zip?lang=ur");
    assert!(slides.starts_with(b"PK"));
    let pictures = slides.windows(8).filter(|window| *window == b"\x89PNG\r\n\x1a\n").count();
    let one_by_one = (1..10).take_while(|page| {
        let address = member.whole(&format!("{WINTER}/places/redditch/slides-{page}.png"));
        member.client().get(address).send().is_ok_and(|response| response.status() == 200)
    });
    assert_eq!((pictures, one_by_one.count()), (4, 4));
    assert!(member.get(&format!("{WINTER}/share?lang=ur")).body.contains("slides.zip?lang=ur"));
    assert!(member.get("/help").body.contains("<html lang=\"en\""), "nobody asked for Urdu pages");
    // A reader who asks for a page in Urdu keeps Urdu.
    member.get("/help?lang=ur");
    assert!(member.get("/help").body.contains("<html lang=\"ur\""));
}

#[test]
fn targets_by_district_that_do_not_come_to_the_whole_are_told_on_the_form_and_on_the_teams_page() {
    let town = fresh();
    let member = town.member();
    let form = member.get(&format!("{WINTER}/targets"));
    assert!(!form.text().contains("The targets by district come to"), "a template's targets come to the whole");
    let saved = member.submit(&form, &[("target", "9,999")]);
    assert_eq!(saved.redirects_to().as_deref(), Some(WINTER), "it is told and never refused: {}", saved.text());
    for path in [WINTER.to_owned(), format!("{WINTER}/targets")] {
        let page = member.get(&path);
        let said = page.text();
        assert!(
            said.contains("The targets by district come to") && said.contains("fewer than the 9,999 people"),
            "{said}"
        );
        html::assert_sound(&[("told", &page.body)]);
    }
}
