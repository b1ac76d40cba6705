//! A fifteen-year-old proposes a ballot from themes that young people raised, an officer sends it back, then opens it, and
//! what it is on the paper keeps the theme that it stands for.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should end")]

use crate::polls::looked_at;
use crate::support::http::{Form, Page, Visitor};
use crate::support::{browser, html};
use crate::town::{Town, fresh, town};

const NEW: &str = "/campaigns/ballots/new";

/// The form of a page that makes a ballot, which ends in this word of its address.
fn form(page: &Page, ends: &str) -> Form {
    page.forms().into_iter().find(|form| form.action.ends_with(ends)).unwrap_or_else(|| panic!("{}", page.text()))
}

/// What a member fills in.
fn filled() -> Vec<(&'static str, &'static str)> {
    let own = "A skate park that is lit\nA youth hub in Tenbury";
    vec![
        ("title", "What should Redditch do first"),
        ("why", "The youth cabinet takes it to the council."),
        ("theme", "bus-fares"),
        ("word-bus-fares", "Cheaper buses for us"),
        ("own", own),
        ("seed", "Redditch, winter"),
        ("do", "send"),
    ]
}

fn opened(town: &Town) -> String {
    let officer = town.officer();
    let list = officer.get("/officer/ballots");
    let link = list.body.split("/officer/ballots/new?proposal=").nth(1).expect("a proposal waits");
    format!("/officer/ballots/new?proposal={}", link.split('"').next().unwrap())
}

#[test]
fn a_member_proposes_a_ballot_and_an_officer_sends_it_back_and_then_opens_it() {
    let town = fresh();
    let (member, officer) = (town.member(), town.officer());
    let page = member.get(NEW);
    let empty = member.submit_form(&form(&page, "/new"), &[("title", ""), ("opens", "soon"), ("do", "send")]);
    assert_eq!(empty.status, 422);
    for said in ["Give it a title", "Choose the day that voting begins", "at least two together", "break a tie"] {
        assert!(empty.text().contains(said), "{said}: {}", empty.text());
    }
    assert!(empty.body.contains("value=\"soon\"") && empty.body.contains("href=\"#opens\""), "at its field, and kept");
    let mut named = filled();
    named[1] = ("why", "Ask Zoe Fletcher on 01905 622222.");
    let named = member.submit_form(&form(&page, "/new"), &named);
    assert!(named.status == 422 && named.text().contains("looks like a telephone number"), "{}", named.text());
    let mut sneaky = filled();
    sneaky.push(("vouchers", "yes"));
    assert_eq!(member.submit_form(&form(&page, "/new"), &sneaky).redirects_to().unwrap(), "/campaigns/ballots?sent=1");
    assert!(member.get("/campaigns/ballots").text().contains("Waits for an officer"));
    assert!(officer.get("/officer").text().contains("proposed ballot"), "{}", officer.get("/officer").text());
    let nobody = Visitor::new(&town.server.address);
    assert_eq!(nobody.get("/b/what-should-redditch-do-first").status, 404, "nothing is public before it is opened");
    // Back with a remark, which must be there.
    let address = opened(&town);
    assert_eq!(member.get(&address).status, 403);
    let read = officer.get(&address);
    assert!(read.text().contains("Young people propose this") && read.body.contains("Cheaper buses for us"));
    assert!(!read.body.contains("id=\"vouchers_s_yes\" checked") && !read.body.contains("value=\"yes\" checked"));
    let back = form(&read, address.rsplit('=').next().unwrap());
    assert_eq!(officer.submit_form(&back, &[]).status, 422);
    assert_eq!(officer.submit_form(&back, &[("remark", "Say who decides.")]).status, 303);
    let list = member.get("/campaigns/ballots");
    assert!(list.text().contains("Say who decides.") && list.text().contains("Sent back"), "{}", list.text());
    let change = list
        .body
        .split("href=\"/campaigns/ballots/")
        .find(|part| !part.starts_with("new") && part.contains("Change it"));
    let change = format!("/campaigns/ballots/{}", change.unwrap().split('"').next().unwrap());
    let again = member.get(&change);
    let kept = form(&again, change.rsplit('/').next().unwrap());
    let has = |name: &str, value: &str| kept.fields.iter().any(|(field, known)| field == name && known == value);
    assert!(has("theme", "bus-fares") && has("word-bus-fares", "Cheaper buses for us"), "{:?}", kept.fields);
    assert_eq!(member.submit_form(&kept, &[("why", "The council decides in March."), ("do", "send")]).status, 303);
    // Opened by the officer, who may still change it.
    let read = officer.get(&opened(&town));
    let made = officer.submit_form(&form(&read, "/new"), &[("key", "redditch-first"), ("do", "publish")]);
    assert_eq!(made.redirects_to().as_deref(), Some("/officer/b/redditch-first"), "{}", made.text());
    let public = nobody.get("/b/redditch-first");
    assert!(public.text().contains("Cheaper buses for us") && public.text().contains("The council decides in March."));
    assert!(
        public.text().contains("Raised by people who answered"),
        "the link to the theme is kept: {}",
        public.text()
    );
    assert!(member.get("/campaigns/ballots").text().contains("It is a ballot"));
    assert_eq!(member.get(&change).status, 409, "what is open cannot be changed");
    html::assert_sound(&[("empty", &empty.body), ("read", &read.body), ("list", &list.body), ("again", &again.body)]);
}

#[test]
fn a_ballots_themes_come_most_named_first_with_their_numbers_and_those_of_harm_apart() {
    let town = town();
    let officer = town.officer();
    let page = officer.get("/officer/ballots/new?from=worcestershire-cypp");
    let themes = officer.get("/officer/c/worcestershire-cypp/themes").text();
    let legend = page.body.split("<legend>Themes that people raised").nth(1).expect("themes");
    let numbers: Vec<u64> = legend
        .split("<summary>")
        .skip(1)
        .filter_map(|part| {
            let shown = part.split("</summary>").next()?.split('(').nth(1)?.split(' ').next()?.replace(',', "");
            shown.parse().ok()
        })
        .collect();
    assert!(numbers.len() > 8 && numbers.is_sorted_by(|one, next| one >= next), "{numbers:?}");
    assert!(numbers.iter().all(|number| number % 5 == 0), "rounded: {numbers:?}");
    assert!(themes.contains(&numbers[0].to_string()) || numbers[0] > 999, "as on the page of themes");
    let (raised, apart) = legend.split_once("Themes to handle with care").expect("those of harm stand apart");
    assert!(apart.contains("type=\"checkbox\""), "{apart}");
    for harm in ["abuse-unsafe-home", "low-mood-self-harm"] {
        assert!(!raised.contains(&format!("value=\"{harm}\"")), "{harm}");
    }
    assert!(apart.contains("Some who vote have been through this"));
    let hidden = !page.body.contains("value=\"streets-lighting-feeling-safe\"");
    assert!(hidden, "what few or none named is nothing that people are said to have raised");
    // A team sees the order, as the results are published, and no number.
    let team = town.member().get(NEW);
    assert!(team.body.contains("value=\"bus-fares\"") && !team.body.contains(" people)"), "{}", team.text());
    assert!(team.text().contains("Those that most people named come first"), "{}", team.text());
    // Another consultation's themes, with everything typed kept.
    let others = form(&page, "/new");
    let shown = officer.submit_form(&others, &[("title", "Kept"), ("closes-time", "17:15"), ("do", "themes")]);
    assert!(shown.status == 200 && shown.body.contains("value=\"Kept\"") && shown.body.contains("17:15"));
    let few = [
        ("theme", "streets-lighting-feeling-safe"),
        ("word-streets-lighting-feeling-safe", "Lights on the way home"),
        ("do", "themes"),
    ];
    let few = officer.submit_form(&others, &few).text();
    assert!(few.contains("not offered here") && few.contains("Lights on the way home"), "no words are lost: {few}");
    let wrong = [
        ("title", "Buses"),
        ("own", "A\nB\nC"),
        ("kind", "rank"),
        ("most", "9"),
        ("method", "approval"),
        ("seats", "3"),
        ("closes", "2020-01-01"),
        ("youngest", "19"),
        ("do", "publish"),
    ];
    let refused = officer.submit_form(&others, &wrong);
    assert_eq!(refused.status, 422);
    for said in ["from 1 to 3", "Let it end after it begins", "change one of the two", "from 1 to 2", "Write any words"]
    {
        assert!(refused.text().contains(said), "{said}: {}", refused.text());
    }
    html::assert_sound(&[("making", &page.body), ("team", &team.body), ("refused", &refused.body)]);
    let browser = browser::open();
    browser.goto(&town.server.at("/sign-in"));
    browser.fill("#name", "member");
    browser.fill("#password", town.member_password());
    browser.follow("main .btn");
    looked_at(&browser, &town.server.at("/campaigns/ballots"), "proposals");
    looked_at(&browser, &town.server.at(NEW), "propose");
}
