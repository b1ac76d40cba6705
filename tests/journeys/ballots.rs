//! Voting from the slip of paper to the published result: young people with and without vouchers, a class on one
//! tablet, teachers who type what was counted by hand, an officer who publishes, and anybody who counts again.

use crate::polls::{OPEN, PASSWORD, Polls, RANKED, looked_at, picture};
use crate::support::http::Visitor;
use crate::support::server::heard;
use crate::support::{browser, html};

#[test]
fn a_young_person_votes_on_a_phone_with_a_voucher_whose_code_stays_in_no_address() {
    let polls = Polls::open("our-mark", &[]);
    let officer = polls.officer("zoe");
    let place = polls.place(&officer, "High School");
    let codes = polls.vouchers(&officer, &place, "3");
    assert_eq!(codes.len(), 3);
    let browser = browser::open();
    browser.viewport(320, 700);
    let website = polls.server.at("");
    browser.goto(&format!("{website}/b/our-mark/v/{}", codes[0]));
    assert!(browser.address().ends_with("/b/our-mark"), "{}", browser.address());
    let length = browser.script("return history.length", vec![]);
    browser.assert_no_barriers();
    picture(&browser, "start-320");
    browser.follow("main form .btn");
    assert!(browser.text("h1").contains("Which issue matters most"), "{}", browser.text("h1"));
    browser.assert_no_barriers();
    picture(&browser, "paper-320");
    browser.follow("main form .btn");
    assert!(browser.text("main").contains("Nothing is marked"), "{}", browser.text("main"));
    browser.assert_no_barriers();
    browser.click("#mark");
    browser.follow("main form .btn");
    assert!(browser.text("main").contains("Stop bullying") && browser.text("main").contains("Nothing has been sent"));
    browser.assert_no_barriers();
    picture(&browser, "check-320");
    browser.follow("main form .btn");
    assert!(browser.text("h1").contains("Your vote is counted"), "{}", browser.text("h1"));
    browser.assert_no_barriers();
    picture(&browser, "thanks-320");
    let seen = browser.source();
    assert!(codes.iter().all(|code| !seen.contains(code.as_str())) && length.is_number());
    // The same slip again, typed with dashes and in small letters.
    let again = Visitor::new(&polls.server.address);
    let dashed =
        codes[0].to_lowercase().as_bytes().chunks(4).map(String::from_utf8_lossy).collect::<Vec<_>>().join("-");
    let refused = again.post_form("/b/our-mark", &[("code", &dashed)]);
    assert!(refused.status == 422 && refused.text().contains("This code has been used"), "{}", refused.text());
    assert_eq!(again.get("/b/our-mark/paper").redirects_to(), Some("/b/our-mark".to_owned()));
    let wrong = again.post_form("/b/our-mark", &[("code", "0000-0000-0000-0000")]);
    assert!(wrong.status == 422 && wrong.text().contains("We do not know this code"), "{}", wrong.text());
    assert!(polls.vote(&again, Some(&codes[1]), &[("mark", "buses")]).text().contains("Your vote is counted"));
    // A batch that was lost is stopped.
    let page = officer.get(&polls.desk(""));
    let stop = page.forms().into_iter().find(|form| form.action.ends_with("/stop")).expect("a form");
    assert_eq!(officer.submit_form(&stop, &[]).status, 303);
    let stopped = again.post_form("/b/our-mark", &[("code", &codes[2])]);
    assert!(stopped.text().contains("a pack of slips was lost"), "{}", stopped.text());
}

#[test]
fn a_class_of_thirty_votes_on_one_tablet_and_nobody_is_locked_out() {
    let polls = Polls::open("our-open-mark", OPEN);
    let tablet = Visitor::new(&polls.server.address);
    for _ in 0..30 {
        let thanks = polls.vote(&tablet, None, &[("mark", "exams"), ("age", "12"), ("district", "redditch")]);
        let form = thanks.forms().into_iter().find(|form| form.action.ends_with("/next")).expect("a form");
        assert_eq!(tablet.submit_form(&form, &[]).redirects_to(), Some(polls.at("")));
    }
    // Thirty devices of their own behind one address, as a school has it.
    for _ in 0..30 {
        let thanks = polls.vote(&Visitor::new(&polls.server.address), None, &[("mark", "climate")]);
        assert!(thanks.text().contains("Your vote is counted"), "{}", thanks.text());
    }
    // Whoever goes back on the same browser is told, and cannot vote twice by accident.
    let once = Visitor::new(&polls.server.address);
    polls.vote(&once, None, &[("mark", "buses")]);
    let again = once.get(&polls.at(""));
    assert!(again.status == 200 && again.text().contains("Somebody has voted on this browser"), "{}", again.text());
    assert_eq!(once.post_form(&polls.at("/send"), &[("mark", "buses")]).status, 403);
    let officer = polls.officer("zoe");
    let text = officer.get(&polls.desk("")).text();
    assert!(text.contains("Who has taken part: 60"), "{text}");
}

#[test]
fn a_paper_that_would_not_count_is_explained_and_a_blank_one_is_sent_knowingly() {
    let polls = Polls::open("our-order", RANKED);
    let visitor = Visitor::new(&polls.server.address);
    visitor.post_form(&polls.at(""), &[]);
    let paper = visitor.get(&polls.at("/paper"));
    let twice = visitor.submit(&paper, &[("mark-1", "buses"), ("mark-2", "buses")]);
    assert!(twice.status == 422 && twice.text().contains("stands in two places"), "{}", twice.text());
    assert!(twice.body.contains("value=\"buses\" selected"), "what was marked is kept");
    let polish = visitor.submit(&paper, &[("mark-1", "exams"), ("language", "pl")]);
    assert!(
        polish.body.contains("lang=\"pl\"") && polish.body.contains("value=\"exams\" selected"),
        "{}",
        polish.text()
    );
    let easy = visitor.submit(&paper, &[("mark-1", "exams"), ("easy-read", "yes"), ("language", "en")]);
    assert_eq!(easy.status, 200);
    let empty = visitor.submit(&paper, &[]);
    assert_eq!(empty.status, 422);
    let check = visitor.submit(&paper, &[("blank", "1")]);
    assert_eq!(check.status, 200);
    let thanks = visitor.follow(visitor.submit(&check, &[]));
    assert!(thanks.path.ends_with("/thanks"), "{}", thanks.path);
    html::assert_sound(&[("twice", &twice.body), ("check", &check.body), ("thanks", &thanks.body)]);
}

#[test]
fn results_are_hidden_until_the_close_then_published_and_counted_again_by_anybody() {
    let mut polls = Polls::open("our-order", RANKED);
    for number in 0..45 {
        let marks = [("mark-1", ["buses", "exams", "climate", "bullying"][number % 4]), ("mark-2", "mental-health")];
        polls.vote(&Visitor::new(&polls.server.address), None, &marks);
    }
    let officer = polls.officer("zoe");
    let stranger = Visitor::new(&polls.server.address);
    assert_eq!(officer.get(&polls.desk("/publish")).status, 403);
    for visitor in [&officer, &stranger] {
        assert_eq!(visitor.get(&polls.at("/result")).redirects_to(), Some(polls.at("")));
        for file in ["/result.json", "/result.audit.json", "/result.blt"] {
            assert_eq!(visitor.get(&polls.at(file)).status, 404, "{file}");
        }
    }
    assert!(stranger.get(&polls.desk("")).redirects_to().is_some_and(|to| to.starts_with("/sign-in")));
    polls.close();
    let officer = polls.officer("zoe");
    let stranger = Visitor::new(&polls.server.address);
    let late = stranger.post_form(&polls.at("/send"), &[("mark-1", "buses")]);
    assert!(late.status == 403 && late.text().contains("came too late and is not counted"), "{}", late.text());
    assert!(stranger.get(&polls.at("")).text().contains("being counted and checked"));
    let count = officer.get(&polls.desk("/publish"));
    assert!(count.text().contains("45 papers came in"), "{}", count.text());
    let form = count.forms().into_iter().find(|form| form.action.ends_with("/publish")).expect("a form");
    assert_eq!(officer.submit_form(&form, &[]).status, 303);
    let result = stranger.get(&polls.at("/result"));
    assert!(result.status == 200 && result.text().contains("Round 2"), "{}", result.text());
    assert!(result.text().contains(" are chosen") && result.text().contains("Voting ended on"), "{}", result.text());
    assert!(result.body.matches("<details").count() >= 2 && result.body.contains("<summary><h3>Round 2"), "folded");
    assert!(result.text().contains("The plan is not published yet"), "{}", result.text());
    assert!(result.text().contains("without a code. Papers that came so: 45"), "{}", result.text());
    for page in [stranger.get("/"), stranger.get("/results")] {
        assert!(page.body.contains(&format!("href=\"{}\"", polls.at("/result"))), "{}", page.text());
    }
    html::assert_sound(&[("result", &result.body), ("count", &count.body)]);
    let audit = stranger.get(&polls.at("/result.audit.json"));
    let file = polls.folder.path().join("audit.json");
    std::fs::write(&file, &audit.body).expect("a file");
    let recount = heard(&["ballot", "count", file.to_str().expect("a path")]);
    assert!(recount.status == Some(0) && recount.output.contains("The published result is reproduced."), "{recount:?}");
    let blt = stranger.get(&polls.at("/result.blt"));
    std::fs::write(&file, &blt.body).expect("a file");
    let recount = heard(&["ballot", "count", file.to_str().expect("a path")]);
    assert!(recount.status == Some(0) && recount.output.contains("45 papers count"), "{recount:?}");
    assert_eq!(stranger.get(&polls.at("/result.json")).status, 200);
    let browser = browser::open();
    for language in ["cy", "pl", "ro", "ur"] {
        browser.viewport(320, 900);
        browser.goto(&polls.server.at(&polls.at(&format!("/result?lang={language}"))));
        assert!(!browser.scrolls_sideways(), "{language}");
    }
    looked_at(&browser, &polls.server.at(&polls.at("/result")), "result");
}

/// The two links by which a place's votes on paper are typed.
pub fn links(polls: &Polls, officer: &Visitor, place: &str) -> Vec<String> {
    let action = polls.desk(&format!("/places/{place}/links"));
    let form = officer.get(&polls.desk("")).forms().into_iter().find(|form| form.action == action).expect("a form");
    let page = officer.follow(officer.submit_form(&form, &[]));
    assert_eq!(officer.get(&page.path).body, page.body, "loading them again makes no others");
    let links = page.body.split("<a href=\"http").skip(1).filter(|link| link.contains("/tally/"));
    let path =
        |link: &str| link.split("/b/").nth(1).and_then(|rest| rest.split('"').next()).map(|rest| format!("/b/{rest}"));
    links.map(|link| path(link).expect("a link")).collect()
}

/// A sheet with votes for one choice, the papers in the box and those of them that count.
pub fn sheet(buses: &'static str, received: &'static str, valid: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut fields = vec![("received", received), ("valid", valid), ("spoilt", "2"), ("candidate.buses", buses)];
    let ones = [
        "candidate.bullying",
        "candidate.mental-health",
        "candidate.work-experience",
        "candidate.places-to-go",
        "candidate.life-skills",
        "candidate.feeling-safe",
    ];
    fields.extend(ones.map(|key| (key, "1")));
    fields.extend(["candidate.exams", "candidate.climate", "candidate.cost-of-living"].map(|key| (key, "0")));
    fields
}

#[test]
fn two_people_type_the_votes_on_paper_and_what_they_differ_in_is_put_right_or_settled() {
    let mut polls = Polls::open("our-mark", &[]);
    let officer = polls.officer("zoe");
    let (place, other) = (polls.place(&officer, "High School"), polls.place(&officer, "Low School"));
    let teachers = [Visitor::new(&polls.server.address), Visitor::new(&polls.server.address)];
    let first = links(&polls, &officer, &place);
    assert_eq!(first.len(), 2);
    let mut added = sheet("20", "30", "26");
    added.push(("do", "add-up"));
    let added = teachers[0].submit(&teachers[0].get(&first[0]), &added);
    assert!(added.status == 200 && added.text().contains("26 that count and 2 spoilt: 28"), "{}", added.text());
    assert!(added.text().contains("2 too few") && added.body.contains("value=\"20\""), "{}", added.text());
    let wrong = teachers[0].submit(&teachers[0].get(&first[0]), &sheet("20", "30", "26"));
    assert!(wrong.status == 422 && wrong.text().contains("28 together, and 30 were in the box"), "{}", wrong.text());
    let typed = teachers[0].submit(&teachers[0].get(&first[0]), &sheet("20", "28", "26"));
    assert!(teachers[0].follow(typed).text().contains("Your numbers are kept"));
    let typed = teachers[1].submit(&teachers[1].get(&first[1]), &sheet("21", "29", "27"));
    let differs = teachers[1].follow(typed);
    assert!(differs.text().contains("typed something different here"), "{}", differs.text());
    assert!(!differs.body.contains("\"20\""), "what the other person typed is not shown");
    for field in ["received", "valid", "candidate-buses"] {
        assert!(differs.body.contains(&format!("id=\"{field}-differs\"")), "{field} is marked: {}", differs.text());
    }
    assert!(!differs.body.contains("id=\"candidate-exams-differs\""));
    let typed = teachers[1].submit(&teachers[1].get(&first[1]), &sheet("20", "28", "26"));
    assert!(teachers[1].follow(typed).text().contains("The papers of this place are counted"));
    // The other school is typed by officers, who differ, and one who typed neither settles it after the close.
    let adam = polls.officer("adam");
    for (visitor, turn, fields) in [(&officer, 1, sheet("30", "38", "36")), (&adam, 2, sheet("31", "39", "37"))] {
        let form = visitor.get(&polls.desk(&format!("/places/{other}/tally/{turn}")));
        let form = form.forms().into_iter().find(|form| form.action.contains("/tally/")).expect("a form");
        assert_eq!(visitor.submit_form(&form, &fields).status, 303);
    }
    let settle = polls.desk(&format!("/places/{other}/settle"));
    assert_eq!(officer.get(&settle).status, 409, "no number is shown before the close");
    polls.close();
    let zoe = polls.officer("zoe");
    let own = zoe.get(&settle);
    assert!(own.status == 403 && own.text().contains("You typed one of the two sheets"), "{}", own.text());
    let officer = polls.officer("ivy");
    assert_waits(&officer);
    assert!(officer.get(&polls.desk("/publish")).text().contains("Settle them first"));
    let page = officer.get(&settle);
    let form = page.forms().into_iter().find(|form| form.action.ends_with("/settle")).expect("a form");
    let settled = officer.submit_form(&form, &[("settled-1", "38"), ("settled-2", "36"), ("settled-3", "30")]);
    assert_eq!(settled.status, 303, "{}", settled.text());
    let count = officer.get(&polls.desk("/publish"));
    assert!(count.text().contains("66 papers came in, and 62 of them count"), "{}", count.text());
    html::assert_sound(&[("added", &added.body), ("differs", &differs.body), ("settle", &page.body)]);
    let browser = browser::open();
    browser.goto(&polls.server.at("/sign-in"));
    browser.fill("#name", "ivy");
    browser.fill("#password", PASSWORD);
    browser.follow("main form .btn");
    for (path, name) in [
        ("/officer/ballots", "list"),
        ("/officer/ballots/new", "making"),
        (&polls.desk(""), "overview"),
        (&polls.desk("/vouchers"), "vouchers"),
        (&settle, "settle"),
    ] {
        looked_at(&browser, &polls.server.at(path), &format!("officer-{name}"));
    }
    looked_at(&browser, &polls.server.at(&first[0]), "tally");
}

/// An officer's first page names a tally that differs and a ballot that has closed and is not counted.
fn assert_waits(officer: &Visitor) {
    let first = officer.get("/officer").text();
    assert!(first.contains("Two people typed different votes of one school"), "{first}");
    assert!(first.contains("Voting has closed, and the result waits for you"), "{first}");
}

#[test]
fn papers_and_slips_that_are_more_than_may_vote_at_a_place_are_refused_until_its_number_is_put_right() {
    let mut polls = Polls::open("our-mark", &[]);
    let officer = polls.officer("zoe");
    let place = polls.place(&officer, "Second School");
    let roll = |number: &str| {
        let page = officer.get(&polls.desk(""));
        let form = page.forms().into_iter().find(|form| form.action.ends_with("/roll")).expect("a form");
        officer.submit_form(&form, &[("entitled", number)])
    };
    assert_eq!(roll("5").status, 303);
    let links = links(&polls, &officer, &place);
    let teachers = [Visitor::new(&polls.server.address), Visitor::new(&polls.server.address)];
    for (teacher, link) in teachers.iter().zip(&links) {
        let refused = teacher.submit(&teacher.get(link), &sheet("4", "12", "10"));
        assert!(refused.status == 422 && refused.text().contains("5 may vote at Second School"), "{}", refused.text());
        assert!(refused.body.contains("value=\"12\""), "what was typed stays");
    }
    assert_eq!(roll("many").status, 422);
    assert_eq!(roll("12").status, 303);
    for (teacher, link) in teachers.iter().zip(&links) {
        assert_eq!(teacher.submit(&teacher.get(link), &sheet("4", "12", "10")).status, 303);
    }
    assert_eq!(roll("5").status, 303);
    let page = officer.get(&polls.desk(""));
    assert!(page.text().contains("More votes than people who may vote"), "{}", page.text());
    html::assert_sound(&[("beyond", &page.body)]);
    polls.close();
    published_only_with_why(&polls);
}

/// A result with more papers than may vote at a place is published with why, in an officer's words.
fn published_only_with_why(polls: &Polls) {
    let officer = polls.officer("zoe");
    let publish = |why: &str| {
        let count = officer.get(&polls.desk("/publish"));
        let form = count.forms().into_iter().find(|form| form.action.ends_with("/publish")).expect("a form");
        officer.submit_form(&form, &[("why", why)])
    };
    for (why, said) in [(" ".to_owned(), "Write why the result is right"), ("a".repeat(501), "Make the reason shorter")]
    {
        let refused = publish(&why);
        assert!(refused.status == 422 && refused.text().contains(said), "{}", refused.text());
        html::assert_sound(&[("why", &refused.body)]);
    }
    assert_eq!(officer.get(&polls.at("/result")).status, 303, "nothing is published");
    assert_eq!(publish("The roll was taken <b>before</b> seven moved here.").status, 303);
    let result = officer.get(&polls.at("/result"));
    let said = "More papers came in than there are people who may vote at: ";
    assert!(result.text().contains(said), "{}", result.text());
    assert!(result.text().contains("The roll was taken <b>before</b> seven moved here."), "{}", result.text());
    assert!(officer.get(&polls.at("/result.json")).body.contains("\"beyond_roll\""));
    html::assert_sound(&[("result", &result.body)]);
}

#[test]
fn ranked_papers_stay_in_the_order_they_were_typed_and_lines_that_differ_are_marked() {
    let polls = Polls::open("our-order", RANKED);
    let officer = polls.officer("zoe");
    let place = polls.place(&officer, "High School");
    let links = links(&polls, &officer, &place);
    let [teacher, other] = [(); 2].map(|()| Visitor::new(&polls.server.address));
    let numbers = [("received", "3"), ("blank", "0"), ("unclear", "0")];
    let typed = |papers: &'static str| [numbers[0], numbers[1], numbers[2], ("papers", papers)];
    let [received, blank, unclear, papers] = typed("3 1\nabc\n2");
    let added = teacher.submit(&teacher.get(&links[0]), &[received, blank, unclear, papers, ("do", "add-up")]);
    assert!(added.text().contains("1 line is no paper") && !added.text().contains("It adds up"), "{}", added.text());
    let twice = teacher.submit(&teacher.get(&links[0]), &typed("1 1\n2\n3"));
    assert!(twice.status == 422 && twice.text().contains("” is marked twice"), "{}", twice.text());
    assert_eq!(teacher.submit(&teacher.get(&links[0]), &typed("3 1\n2\n1")).status, 303);
    assert_eq!(other.submit(&other.get(&links[1]), &typed("3 2\n2\n1")).status, 303);
    let differs = teacher.get(&links[0]);
    assert!(differs.text().contains("The paper on line 1"), "{}", differs.text());
    assert!(!differs.text().contains("lines 1"), "the others are alike: {}", differs.text());
    assert!(differs.body.contains("<mark>Line 1: 3 1</mark>"), "{}", differs.text());
    assert!(!differs.text().contains("Papers ranked"), "what the other person typed is not shown: {}", differs.text());
    let lines: Vec<&str> = differs.body.split("</textarea>").next().expect("a box").lines().rev().take(3).collect();
    assert!(lines[2].ends_with("3 1") && lines[1] == "2" && lines[0] == "1", "{lines:?}");
    html::assert_sound(&[("added", &added.body), ("differs", &differs.body)]);
}
