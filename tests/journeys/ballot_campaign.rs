//! A campaign for a ballot: its turnout by school, district and age against targets, votes of its own days alone, small
//! numbers hidden, and nothing of how anybody voted.

use heard::ballot::Voucher;
use heard::store::{RightToVote, Store, Vote, VoteCast};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::publications::elements;
use crate::support::browser;
use crate::support::html;
use crate::support::http::Visitor;
use crate::town::{Town, fresh, town};

const CAMPAIGN: &str = "/campaigns/ten-issues";
const BALLOT: &str = "make-your-mark";

/// The day it is in London.
fn today() -> Date {
    let london = jiff::tz::TimeZone::get("Europe/London").expect("the zone is known");
    london.to_datetime(jiff::Timestamp::now()).date()
}

/// The number under a heading of a row, as the page shows it: `Voted` of `Riverside High (invented)`.
fn cell(page: &str, row: &str, column: &str) -> String {
    let row = page.split(&format!(">{row}</th>")).nth(1).and_then(|rest| rest.split("</tr>").next()).expect("the row");
    let cell = row.split(&format!("data-k=\"{column}\">")).nth(1).and_then(|rest| rest.split("</td>").next());
    let cell = cell.expect("the cell");
    cell.split('<').filter_map(|part| part.split('>').next_back()).collect::<String>().trim().to_owned()
}

/// New vouchers of a school, each voted with on this day.
fn vote(store: &Store, school: &str, number: usize, on: Date) {
    let places = store.list_polling_places(BALLOT).expect("places");
    let place = places.iter().find(|place| place.name == school).expect("the school").id;
    let voucher = |at: usize| {
        let mut bytes = [7; 10];
        bytes[..8].copy_from_slice(&(at as u64 + on.day() as u64 * 1_000).to_le_bytes());
        Voucher::from_random(bytes).hash(BALLOT)
    };
    let hashes: Vec<String> = (0..number).map(voucher).collect();
    store.save_vouchers(BALLOT, place, hashes.clone(), on.to_string()).expect("vouchers");
    let vote = |hash: String| Vote {
        ballot: BALLOT.into(),
        paper: "exams".into(),
        right: RightToVote::Voucher(hash),
        district: None,
        age: Some(13),
        on,
    };
    let cast = store.cast_many(hashes.into_iter().map(vote).collect()).expect("votes");
    assert!(cast.iter().all(|one| *one == VoteCast::Counted), "{cast:?}");
}

/// The address of the form that changes targets, filled in with what it shows but for this first day.
fn begin_on(town: &Town, starts: Date, as_officer: bool) -> crate::support::http::Page {
    let who = if as_officer { town.officer() } else { town.member() };
    who.submit(&who.get(&format!("{CAMPAIGN}/targets")), &[("starts", &starts.to_string())])
}

#[test]
fn a_vote_moves_the_turnout_of_its_school_and_district_the_next_day_and_only_within_the_campaigns_days() {
    let town = fresh();
    let (member, store) = (town.member(), town.store());
    let before = member.get(CAMPAIGN);
    let text = before.text();
    assert!(text.contains("By school") && text.contains("By district") && text.contains("By age"), "{text}");
    assert!(text.contains("Who is ahead stays hidden") && !text.contains("Bullying"), "{text}");
    let number = |page: &str, row: &str| cell(page, row, "Voted").replace(',', "").parse::<u64>().expect("a number");
    let (school, district) = (number(&before.body, "Canalside College (invented)"), number(&before.body, "Redditch"));
    assert!(school > 100 && district >= school, "{school} {district}");
    // A school in which few voted is hidden, and so is whatever would give it away.
    assert!(cell(&before.body, "Little Meadow School (invented)", "Voted").contains("hidden"), "{}", before.body);

    vote(&store, "Canalside College (invented)", 40, today());
    assert_eq!(member.get(CAMPAIGN).body, before.body, "nobody sees votes arrive");
    // What was shown yesterday less what is shown today would be these four people.
    vote(&store, "Canalside College (invented)", 4, today().saturating_sub(2.days()));
    assert_eq!(member.get(CAMPAIGN).body, before.body, "a day on which few voted moves no number");
    vote(&store, "Canalside College (invented)", 56, today().saturating_sub(1.days()));
    let after = member.get(CAMPAIGN);
    let now = (number(&after.body, "Canalside College (invented)"), number(&after.body, "Redditch"));
    assert_eq!(now, (school + 60, district + 60));
    // Which is what the room and the public see of it: in steps, and in all.
    let live = member.get(&format!("{CAMPAIGN}/live"));
    assert!(live.text().contains("have voted") && live.status == 200, "{}", live.text());
    let public = Visitor::new(&town.server.address).get("/campaign/ten-issues");
    assert!(public.text().contains("people we hope for have taken part"), "{}", public.text());

    let moved = begin_on(&town, today(), false);
    assert!(moved.status == 422 && moved.text().contains("its first day stays"), "{}", moved.text());
    assert_eq!(begin_on(&town, today().saturating_sub(1.days()), true).status, 303);
    let yesterday = member.get(CAMPAIGN);
    let of_yesterday = number(&yesterday.body, "Canalside College (invented)");
    assert!((55..school + 60).contains(&of_yesterday), "{of_yesterday} of {school}");
    assert_eq!(begin_on(&town, today(), true).status, 303);
    let none = member.get(CAMPAIGN).text();
    assert!(none.contains("Counting begins on") && !none.contains("By school") && !none.contains("(0 to 0)"), "{none}");
}

#[test]
fn what_came_of_a_vote_is_told_in_five_languages_on_a_phone_and_leads_to_the_plans_progress() {
    let town = town();
    let (browser, anybody) = (browser::open(), Visitor::new(&town.server.address));
    browser.viewport(320, 800);
    let mut bodies = Vec::new();
    for lang in ["en", "cy", "pl", "ro", "ur"] {
        let path = format!("/campaign/your-vote-your-plan/results?lang={lang}");
        browser.goto(&town.server.at(&path));
        if let Some(folder) = std::env::var_os("HEARD_PICTURES") {
            browser.screenshot(&std::path::PathBuf::from(folder).join(format!("campaign-results-{lang}-320.png")));
        }
        assert!(!browser.scrolls_sideways(), "{lang}");
        browser.assert_no_barriers();
        let page = anybody.get(&path);
        for next in ["/b/make-your-mark-last-year/result", "/plans/worcestershire-cypp-2014/progress"] {
            assert!(page.body.contains(&format!("href=\"{next}\"")), "{lang}: {next}");
            assert_eq!(anybody.get(next).status, 200, "{next}");
        }
        assert!(page.body.contains("id=\"chosen\"") && !page.text().contains("What comes first"), "{}", page.text());
        bodies.push((lang, page.body));
    }
    assert!(
        bodies[4].1.contains("dir=\"rtl\"") && bodies[0].1.contains("<li>Look after our mental health"),
        "{}",
        bodies[0].1
    );
    assert!(
        !bodies[2].1.contains("<li>Look after our mental health"),
        "what won is named in the language of the page: {}",
        bodies[2].1
    );
    let pages: Vec<(&str, &str)> = bodies.iter().map(|(name, body)| (*name, body.as_str())).collect();
    html::assert_sound(&pages);
    let result = anybody.get("/b/make-your-mark-last-year/result");
    assert!(result.body.contains("href=\"/campaign/your-vote-your-plan\""), "a result leads to its campaign");
    let theirs = town.member().get("/campaigns/your-vote-your-plan");
    assert!(theirs.body.contains("href=\"/b/make-your-mark-last-year/result\""), "{}", theirs.text());
    for gone in ["Where to go next", "Take this one", "stays hidden until voting closes"] {
        assert!(!theirs.text().contains(gone), "{gone}: {}", theirs.text());
    }
    let wall = town.member().get("/campaigns/your-vote-your-plan/live");
    assert!(wall.text().contains("The campaign is over.") && !wall.text().contains("We hope for"), "{}", wall.text());
    assert!(wall.body.contains("href=\"/b/make-your-mark-last-year/result\""), "a room is led to the result");
    let feed = anybody.get("/campaign/your-vote-your-plan/feed.atom");
    assert_sound_feed(&feed.body, &format!("{}/campaign/your-vote-your-plan", town.server.address));
    assert!(feed.body.contains("/campaign/your-vote-your-plan/results"), "{}", feed.body);
}

/// A feed has all that RFC 4287 asks of one: identifiers that are all different, a title, a moment of change, whole addresses
/// and its own among them.
fn assert_sound_feed(xml: &str, page: &str) {
    let found = elements(xml);
    let of = |path: &str| found.iter().filter(|(at, _)| at == path).map(|(_, text)| text.as_str()).collect::<Vec<_>>();
    let is_moment = |text: &&str| text.parse::<jiff::Timestamp>().is_ok();
    for needed in ["id", "title", "updated", "author/name"] {
        assert_eq!(of(&format!("feed/{needed}")).len(), 1, "{needed}: {xml}");
    }
    let entries = of("feed/entry/id").len();
    for needed in ["title", "updated", "published", "summary", "author/name"] {
        assert_eq!(of(&format!("feed/entry/{needed}")).len(), entries, "{needed}: {xml}");
    }
    let moments = ["feed/updated", "feed/entry/updated", "feed/entry/published"].map(&of);
    assert!(moments.iter().flatten().all(is_moment), "{moments:?}");
    assert!(
        xml.contains("xmlns=\"http://www.w3.org/2005/Atom\"") && xml.contains(&format!("href=\"{page}/feed.atom\""))
    );
    assert!(xml.split("href=\"").skip(1).all(|link| link.starts_with(page)), "every address is whole: {xml}");
    let mut identities: Vec<&str> = of("feed/id").into_iter().chain(of("feed/entry/id")).collect();
    let all = identities.len();
    identities.sort();
    identities.dedup();
    assert!(all >= 3 && identities.len() == all, "{identities:?}");
}

#[test]
fn the_campaign_of_a_ballot_can_be_read_by_everybody_on_a_phone_and_on_a_wall() {
    let town = town();
    let browser = browser::open();
    browser.goto(&town.server.at("/sign-in"));
    browser.fill("#name", "member");
    browser.fill("#password", town.member_password());
    browser.follow("main .btn");
    let (member, mut bodies) = (town.member(), Vec::new());
    for (path, name) in
        [("", "turnout"), ("/targets", "targets"), ("/share", "share"), ("/team", "team"), ("/live", "live")]
    {
        let path = format!("{CAMPAIGN}{path}");
        browser.goto(&town.server.at(&path));
        for width in [1280, 320] {
            browser.viewport(width, 800);
            if let Some(folder) = std::env::var_os("HEARD_PICTURES") {
                let file = format!("ballot-campaign-{name}-{width}.png");
                browser.screenshot(&std::path::PathBuf::from(folder).join(file));
            }
            assert!(!browser.scrolls_sideways(), "{name} at {width}");
            browser.assert_no_barriers();
        }
        bodies.push((path.clone(), member.get(&path).body));
    }
    let pages: Vec<(&str, &str)> = bodies.iter().map(|(name, body)| (name.as_str(), body.as_str())).collect();
    html::assert_sound(&pages);
    let team = member.get(&format!("{CAMPAIGN}/team")).text();
    assert!(!team.contains("Late") && team.contains("Voting closes"), "{team}");
}
