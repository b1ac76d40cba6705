//! A fifteen-year-old of the youth cabinet starts a campaign on a phone, writes its page, waits for an officer, prints and
//! shares; the public reads; a room looks at the number; and small numbers stay hidden all the way.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should end")]

use std::path::PathBuf;

use crate::support::browser::Browser;
use crate::support::http::Visitor;
use crate::support::{browser, html};
use crate::town::{Town, fresh, town};

pub const WINTER: &str = "/campaigns/winter-of-listening";

/// Signs in as the member with the browser.
fn sign_in(browser: &Browser, town: &Town) {
    browser.goto(&town.server.at("/sign-in"));
    browser.fill("#name", "member");
    browser.fill("#password", town.member_password());
    browser.follow("main .btn");
}

/// The page as it stands can be used at both widths, and is kept as a picture where a folder for them is named.
fn looked_at(browser: &Browser, name: &str) {
    for width in [1280, 320] {
        browser.viewport(width, 800);
        if let Some(folder) = std::env::var_os("HEARD_PICTURES") {
            browser.screenshot(&PathBuf::from(folder).join(format!("{name}-{width}.png")));
        }
        assert!(!browser.scrolls_sideways(), "{name} at {width}");
        browser.assert_no_barriers();
    }
}

#[test]
fn a_member_goes_from_sign_in_to_a_published_page_on_a_phone() {
    let town = fresh();
    let browser = browser::open();
    browser.viewport(320, 700);
    sign_in(&browser, &town);
    assert!(browser.address().ends_with("/campaigns"), "{}", browser.address());
    looked_at(&browser, "list");
    browser.follow("main .btn");
    looked_at(&browser, "templates");
    browser.follow("a[href$='schools-fortnight']");
    browser.fill("#own_colour", "#ffee00");
    browser.fill("#name", "Ten minutes");
    browser.follow("main .btn");
    assert!(browser.title().starts_with("Error: ") && browser.text(".sum").contains("Write who runs it"));
    assert!(browser.text(".sum").contains("white words cannot be read"), "{}", browser.text(".sum"));
    looked_at(&browser, "begin-refused");
    assert!(browser.text(".sum").contains("Choose what people should take part in"), "nothing is chosen for anybody");
    browser.click("input[value='consultation:worcestershire-cypp']");
    browser.fill("#own_colour", "#1f2a6b");
    browser.fill("#team", "Redditch Youth Forum");
    browser.follow("main .btn");
    assert!(browser.address().ends_with("/campaigns/ten-minutes/posts/page"), "{}", browser.address());
    browser.fill("#words", "Ask Zoe Fletcher on 01905 622222.\n\nWe want every form to have ten minutes.");
    browser.follow("main .btn");
    assert!(browser.title().starts_with("Error: ") && browser.text("main").contains("looks like a telephone number"));
    looked_at(&browser, "write-refused");
    browser.fill("#words", "Ten minutes is enough to be heard.\n\nWe want every form to have them.");
    browser.follow("main .btn");
    assert!(browser.text("[role=status]").contains("An officer reads it"), "{}", browser.source());
    looked_at(&browser, "posts");
    let public = town.server.at("/campaign/ten-minutes");
    let anybody = Visitor::new(&town.server.address);
    assert_eq!(anybody.get("/campaign/ten-minutes").status, 404, "nothing is public before an officer approves");
    browser.goto(&town.server.at("/campaigns/ten-minutes/share"));
    browser.fill("#name", "Ask Sam Jones 07700 900123");
    browser.follow("main form.edit .btn");
    assert!(browser.text(".sum").contains("looks like a"), "{}", browser.text(".sum"));
    browser.fill("#name", "Arrow Vale");
    browser.fill("#people", "900");
    browser.follow("main form.edit .btn");
    assert!(browser.text("main").contains("/go/arrow-vale"), "{}", browser.text("main"));
    looked_at(&browser, "share");
    let arrow_vale = || anybody.get("/go/arrow-vale").redirects_to().unwrap();
    assert_eq!(arrow_vale(), "/c/worcestershire-cypp", "no name of a place is public before an officer approves");
    approve(&town, "Ten minutes");
    assert!(arrow_vale().starts_with("/c/worcestershire-cypp/in/"), "{}", arrow_vale());
    browser.goto(&public);
    assert!(browser.text("h1").contains("Ten minutes") && browser.text("main").contains("every form"));
    looked_at(&browser, "public");
}

/// An officer approves the text of this title.
pub fn approve(town: &Town, title: &str) {
    let officer = town.officer();
    let first = officer.get("/officer");
    assert!(first.text().contains("2 texts of 2 campaigns wait for you"), "{}", first.text());
    assert!(first.text().contains("One invitation to schools and clubs waits for you"), "{}", first.text());
    let page = officer.get("/officer/campaigns");
    assert!(page.text().contains(title), "{}", page.text());
    let forms = page.forms();
    let card = page.body.split("<article").find(|card| card.contains(title)).unwrap();
    let action = card.split("action=\"").nth(1).unwrap().split('"').next().unwrap();
    let form = forms.iter().find(|form| form.action == action).unwrap();
    let sent_back = officer.submit_form(form, &[("do", "return"), ("remark", " ")]);
    assert_eq!(sent_back.status, 422, "whoever sends something back says why");
    assert_eq!(officer.submit_form(form, &[("do", "approve")]).redirects_to().as_deref(), Some("/officer/campaigns"));
    assert_eq!(officer.submit_form(form, &[("do", "approve")]).status, 422, "it is decided already");
}

#[test]
fn the_demos_campaign_can_be_read_by_everybody_it_is_for() {
    let town = town();
    let browser = browser::open();
    sign_in(&browser, town);
    for (path, name) in [
        ("", "turnout"),
        ("/targets", "targets"),
        ("/share", "share-demo"),
        ("/team", "team"),
        ("/posts", "posts-demo"),
        ("/live", "live"),
    ] {
        browser.goto(&town.server.at(&format!("{WINTER}{path}")));
        looked_at(&browser, name);
    }
    browser.prefers(&[("forced-colors", "active")]);
    browser.goto(&town.server.at(WINTER));
    browser.assert_no_barriers();
    browser.prefers(&[]);
    for (path, name) in
        [("/campaign/winter-of-listening", "public-demo"), ("/campaign/winter-of-listening?lang=ur", "public-urdu")]
    {
        browser.goto(&town.server.at(path));
        looked_at(&browser, name);
    }
    drop(browser);
    let officer = town.officer();
    let member = town.member();
    let mut pages: Vec<(String, String)> = Vec::new();
    for path in ["", "/live", "/share", "/team", "/posts", "/posts/news", "/targets"] {
        pages.push((path.to_owned(), member.get(&format!("{WINTER}{path}")).body));
    }
    for path in [
        "/campaigns",
        "/campaigns/new",
        "/campaigns/new?template=ballot-week",
        "/officer/campaigns",
        "/campaign/winter-of-listening",
    ] {
        pages.push((path.to_owned(), officer.get(path).body));
    }
    let pages: Vec<(&str, &str)> = pages.iter().map(|(name, body)| (name.as_str(), body.as_str())).collect();
    html::assert_sound(&pages);
}

#[test]
fn a_member_sees_aggregates_only_and_never_an_answer() {
    let town = town();
    let member = town.member();
    let page = member.get(WINTER);
    let text = page.text();
    assert!(text.contains("By district") && text.contains("By age") && text.contains("By school and place"), "{text}");
    assert!(text.contains("hidden: kept private"), "some place has few: {text}");
    let answer = officer_answer(town);
    for path in ["", "/live", "/share", "/posts"] {
        assert!(!member.get(&format!("{WINTER}{path}")).body.contains(&answer), "{path}");
    }
    // Whoever answers now is not seen today, wherever one looks.
    let sent = |visitor: &Visitor| {
        let begun = visitor.get("/go/redditch");
        assert_eq!(begun.status, 302);
        begun.redirects_to().unwrap()
    };
    let start = sent(&Visitor::new(&town.server.address));
    assert!(start.starts_with("/c/worcestershire-cypp/in/"), "{start}");
    assert_eq!(member.get(WINTER).text(), text);
}

/// Words of somebody's answer, as an officer reads them.
fn officer_answer(town: &Town) -> String {
    let page = town.officer().get("/officer/c/worcestershire-cypp/search?words=bus");
    let marked = page.body.split("class=\"said\"").nth(1).and_then(|rest| rest.split('>').nth(1)).unwrap();
    let words = marked.split('<').next().unwrap().trim().to_owned();
    assert!(words.chars().count() >= 3, "{words}");
    words
}

#[test]
fn the_live_page_renews_itself_without_scripts_and_can_be_made_to_stand_still() {
    let town = town();
    let member = town.member();
    let live = member.get(&format!("{WINTER}/live"));
    assert_eq!(live.header("refresh"), Some("60"));
    assert!(!live.body.contains("<script") && !live.body.contains("http-equiv"), "{}", live.body);
    let shown = live.body.split("live-number\">").nth(1).unwrap().split('<').next().unwrap();
    let number: u64 = shown.trim_end_matches('+').replace(',', "").parse().unwrap();
    assert!(number > 0 && number.is_multiple_of(25), "{shown}");
    assert_eq!(member.get(&format!("{WINTER}/live?still=1")).header("refresh"), None);
}

#[test]
fn posters_cards_and_slides_are_had_one_by_one_and_all_together() {
    let town = town();
    let member = town.member();
    let file = |name: &str| {
        let response = member.client().get(member.whole(&format!("{WINTER}/{name}"))).send().unwrap();
        let kind = response.headers()["content-type"].to_str().unwrap().to_owned();
        (response.status().as_u16(), kind, response.bytes().unwrap().to_vec())
    };
    for (name, kind, start) in [
        ("places/redditch/poster-a4.pdf?lang=en", "application/pdf", &b"%PDF-"[..]),
        ("places/redditch/card-square.png?lang=ur", "image/png", b"\x89PNG"),
        ("places/redditch/slides-2.png", "image/png", b"\x89PNG"),
        ("places/redditch/set.zip", "application/zip", b"PK"),
    ] {
        let (status, found, bytes) = file(name);
        assert!(status == 200 && found == kind && bytes.starts_with(start), "{name}: {status} {found}");
        if let Some(folder) = std::env::var_os("HEARD_PICTURES") {
            std::fs::write(PathBuf::from(folder).join(name.split('?').next().unwrap().replace('/', "-")), bytes)
                .unwrap();
        }
    }
    for missing in [
        "places/redditch/mug.png",
        "places/nowhere/poster-a4.pdf",
        "places/redditch/slides-99.png",
        "places/redditch/poster-a4.exe",
    ] {
        assert_eq!(file(missing).0, 404, "{missing}");
    }
}

#[test]
fn the_feed_holds_what_was_approved_and_nothing_that_waits() {
    let anybody = Visitor::new(&town().server.address);
    let feed = anybody.get("/campaign/winter-of-listening/feed.atom");
    assert_eq!((feed.status, feed.header("content-type")), (200, Some("application/atom+xml; charset=utf-8")));
    assert!(feed.body.contains("We were at the lights switch-on") && feed.body.contains("Find the quiet half"));
    assert!(!feed.body.contains("Malvern, where are you?") && !feed.body.contains("member"), "{}", feed.body);
    let page = anybody.get("/campaign/winter-of-listening");
    assert!(!page.body.contains("Malvern, where are you?") && page.body.contains("/c/worcestershire-cypp"));
    assert!(anybody.get("/").body.contains("/campaign/winter-of-listening"), "the front page leads to what runs");
    assert_eq!(
        anybody.get("/campaign/winter-of-listening/results").redirects_to().as_deref(),
        Some("/campaign/winter-of-listening")
    );
    for word in ["/go/nowhere", "/go/..%2F", "/go/%3Cb%3E"] {
        assert_eq!(anybody.get(word).redirects_to().as_deref(), Some("/join"), "{word}");
    }
}

#[test]
fn whoever_wrote_something_that_was_sent_back_sees_it_on_their_first_page() {
    let town = fresh();
    let (member, officer) = (town.member(), town.officer());
    assert!(
        member.get("/campaigns").text().contains("1 text and 1 invitation wait for an officer"),
        "{}",
        member.get("/campaigns").text()
    );
    officer.submit(&officer.get("/officer/campaigns"), &[("do", "return"), ("remark", "Leave Callum out.")]);
    let list = member.get("/campaigns").text();
    assert!(
        list.contains("1 text was sent back to you") && list.contains("1 invitation waits for an officer"),
        "{list}"
    );
    let posts = member.get(&format!("{WINTER}/posts"));
    assert!(posts.text().contains("Leave Callum out.") && posts.text().contains("Change it"), "{}", posts.text());
    let again = posts.body.split("href=\"").find(|part| part.contains("?again=")).unwrap().split('"').next().unwrap();
    let form = member.get(again);
    assert!(form.body.contains("value=\"Malvern, where are you?\""), "with what was written: {}", form.text());
}

#[test]
fn forms_of_other_websites_and_words_of_a_thousand_kinds_are_held_off() {
    let town = fresh();
    let member = town.member();
    for path in [
        "/campaigns/new?template=ballot-week".to_owned(),
        format!("{WINTER}/share"),
        format!("{WINTER}/team"),
        format!("{WINTER}/posts/news"),
        format!("{WINTER}/targets"),
    ] {
        assert_eq!(
            member.post_form(&path, &[("name", "Forged"), ("what", "Forged"), ("csrf", "guess")]).status,
            403,
            "{path}"
        );
    }
    let page = member.get(&format!("{WINTER}/team"));
    let add = page.forms().into_iter().find(|form| form.action == format!("{WINTER}/team")).unwrap();
    let hostile = "<script>alert(1)</script> \"&' END:VEVENT";
    assert_eq!(member.submit_form(&add, &[("what", hostile), ("on", "2026-12-01")]).status, 303);
    assert!(!member.get(&format!("{WINTER}/team")).body.contains("<script>alert"));
    let refused = member.submit_form(&add, &[("what", ""), ("on", "soon"), ("begins", "late")]);
    assert!(
        refused.status == 422 && refused.body.contains("value=\"soon\"") && refused.text().contains("16:30"),
        "{}",
        refused.text()
    );
    let reachable = member.submit_form(&add, &[("what", "Posters"), ("on", "2026-12-01"), ("who", "Sam 07700 900123")]);
    assert!(
        reachable.status == 422 && reachable.text().contains("looks like a telephone number"),
        "{}",
        reachable.text()
    );
    assert_eq!(
        member.submit_form(&add, &[("what", "Posters"), ("on", "2026-12-01"), ("who", "Year 9 reps")]).status,
        303
    );
    let news = member.get(&format!("{WINTER}/posts/news"));
    let linked = member.submit(&news, &[("title", "Look"), ("words", "See http://a.example for more.")]);
    assert!(linked.status == 422 && linked.text().contains("Links are not possible"), "{}", linked.text());
    let calendar = member.get(&format!("{WINTER}/calendar.ics"));
    assert!(calendar.body.starts_with("BEGIN:VCALENDAR") && calendar.body.contains("script>alert(1)"));
}
