//! An officer signs in, sees who answered, searches, and reads a theme; and what happens to those who should not.

use crate::support::http::{Page, Visitor};
use crate::support::{browser, html};
use crate::town::{CONSULTATION, HOSTILE_WORD, PLAN, town};

fn every_page() -> Vec<String> {
    let pages = [
        "",
        "/search",
        "/search?words=bus",
        "/search?words=qqqqq",
        "/themes",
        "/themes?question=keep&frame=file",
        "/words",
        "/words?by=perspective&question=keep",
        "/words/in-context",
        "/words/in-context?words=bus&order=left&perspective=young-person",
        "/words/in-context?words=qqqqq",
        "/data-protection",
        "/similar",
        "/coding",
        "/questionnaires",
        "/links",
        "/quotes",
        "/publish",
        "/publish/redditch",
    ];
    let mut pages: Vec<String> = pages.iter().map(|rest| format!("{CONSULTATION}{rest}")).collect();
    pages.extend([PLAN.to_owned(), format!("{PLAN}/outcomes/healthy-lifestyle")]);
    pages
}

fn first_theme(officer: &Visitor, query: &str) -> String {
    let page = officer.get(&format!("{CONSULTATION}/themes{query}"));
    let start = format!("href=\"{CONSULTATION}/themes/");
    let address = page.body.split(&start).nth(1).and_then(|rest| rest.split('"').next()).expect("a theme is linked");
    format!("{CONSULTATION}/themes/{address}")
}

fn main_part(page: &Page) -> &str {
    page.body.split("<main").nth(1).unwrap_or_default()
}

#[test]
fn nobody_sees_an_officers_page_without_signing_in() {
    let stranger = Visitor::new(&town().server.address);
    let mut pages = every_page();
    pages.extend(["/officer", "/officer/plans", "/officer/nothing/here", "/officer/c/nothing"].map(str::to_owned));
    for page in pages {
        let answer = stranger.get(&page);
        assert_eq!(answer.status, 303, "{page}");
        assert!(answer.redirects_to().unwrap().starts_with("/sign-in?next=%2Fofficer"), "{page}");
        assert!(!answer.body.contains("<main"), "{page}");
    }
}

#[test]
fn signing_in_leads_to_the_page_that_was_asked_for_and_nowhere_else() {
    let town = town();
    let asked = Visitor::new(&town.server.address);
    let form = asked.follow(asked.get(&format!("{CONSULTATION}/search?words=bus&page=1")));
    let signed_in = asked.submit(&form, &[("name", "officer"), ("password", &town.password)]);
    assert_eq!(signed_in.redirects_to().unwrap(), format!("{CONSULTATION}/search?words=bus&page=1"));
    let lured = Visitor::new(&town.server.address);
    for next in ["https://evil.example", "//evil.example", "/\\evil.example", "/officer//evil.example"] {
        let form = lured.get(&format!("/sign-in?next={next}"));
        assert!(!form.body.contains("evil"), "{next}");
    }
    let form = lured.get("/sign-in");
    let answer =
        lured.submit(&form, &[("name", "officer"), ("password", &town.password), ("next", "https://evil.example")]);
    assert_eq!(answer.redirects_to().unwrap(), "/officer");
}

#[test]
fn an_unknown_name_and_a_wrong_password_are_told_in_the_same_words() {
    let visitor = Visitor::new(&town().server.address);
    let try_with = |name: &str| visitor.submit(&visitor.get("/sign-in"), &[("name", name), ("password", "wrong")]);
    let (known, unknown) = (try_with("administrator"), try_with("nobody-at-all"));
    assert_eq!((known.status, unknown.status), (422, 422));
    assert!(known.body.contains("<title>Error: Sign in") && known.body.contains("value=\"administrator\""));
    assert_eq!(known.body.replace("administrator", "nobody-at-all"), unknown.body);
    assert!(!known.body.contains("value=\"wrong\""));
}

#[test]
fn ten_wrong_tries_lock_an_account_whatever_the_capitals() {
    let visitor = Visitor::new(&town().server.address);
    let try_with =
        |name: &str| visitor.submit(&visitor.get("/sign-in"), &[("name", name), ("password", "wrong")]).status;
    for _ in 0..5 {
        assert_eq!((try_with("somebody-locked"), try_with("Somebody-LOCKED")), (422, 422));
    }
    assert_eq!(try_with("somebody-locked"), 429);
}

#[test]
fn a_form_without_its_token_signs_nobody_in_or_out() {
    let town = town();
    let visitor = Visitor::new(&town.server.address);
    let fields = [("name", "officer"), ("password", town.password.as_str())];
    assert_eq!(visitor.post_form("/sign-in", &fields).status, 422);
    let officer = town.officer();
    assert_eq!(officer.post_form("/sign-out", &[("csrf", "guess")]).status, 403);
    assert_eq!(officer.get(CONSULTATION).status, 200);
    let page = officer.get(CONSULTATION);
    let form = page.forms().into_iter().find(|form| form.action == "/sign-out").expect("a way to sign out");
    assert_eq!(officer.submit_form(&form, &[]).redirects_to().unwrap(), "/sign-in");
    assert_eq!(officer.get(CONSULTATION).status, 303);
}

#[test]
fn a_made_up_or_signed_out_token_opens_nothing() {
    let town = town();
    for cookie in [format!("heard-session={}.1800000000", "a".repeat(64)), "heard-session=' OR 1=1".to_owned()] {
        let visitor = Visitor::new(&town.server.address);
        let request = visitor.client().get(town.server.at(CONSULTATION)).header("cookie", cookie);
        assert_eq!(request.send().unwrap().status(), 303);
    }
}

#[test]
fn every_page_says_that_responses_are_invented_and_shows_no_small_number_as_zero() {
    let officer = town().officer();
    let mut pages = every_page();
    pages.push(first_theme(&officer, ""));
    for path in pages {
        let page = officer.get(&path);
        assert_eq!(page.status, 200, "{path}");
        assert!(page.body.contains("were invented"), "{path}");
        assert_eq!(page.header("cache-control"), Some("no-store"), "{path}");
        for zero in ["<b>0%</b>", ">0</td>"] {
            let figures = main_part(&page).replace("data-k=\"Indicators\">0</td>", "");
            assert!(!figures.contains(zero), "{path} shows {zero}");
        }
    }
}

#[test]
fn what_is_not_there_is_not_found_and_an_unknown_filter_is_refused() {
    let officer = town().officer();
    for missing in [
        "/officer/c/nothing".to_owned(),
        "/officer/c/nothing/words".to_owned(),
        "/officer/c/nothing/words/in-context".to_owned(),
        "/officer/c/nothing/similar".to_owned(),
        format!("{CONSULTATION}/themes/1"),
        format!("{CONSULTATION}/themes/x"),
        format!("{CONSULTATION}/themes/99999999999999999999999"),
        "/officer/plans/nothing".to_owned(),
        format!("{PLAN}/outcomes/nothing"),
        "/officer/nothing".to_owned(),
    ] {
        assert_eq!(officer.get(&missing).status, 404, "{missing}");
    }
    for refused in [
        "search?district=atlantis",
        "search?perspective=king",
        "search?question=district",
        "themes?question=x",
        "themes?frame=x",
        "words?by=x",
        "words?question=x",
        "words/in-context?words=bus&district=atlantis",
        "words/in-context?words=bus&perspective=king",
        "words/in-context?words=bus&order=x",
        "similar?question=x",
    ] {
        let page = officer.get(&format!("{CONSULTATION}/{refused}"));
        assert_eq!(page.status, 400, "{refused}");
        assert!(page.body.contains("There is no such filter"), "{refused}");
    }
}

#[test]
fn a_search_finds_forms_of_a_word_narrows_down_and_turns_pages() {
    let officer = town().officer();
    let all = officer.get(&format!("{CONSULTATION}/search?words=bus"));
    assert!(all.body.contains("<mark>buses</mark>") && all.body.contains("<mark>bus</mark>"));
    assert_eq!(all.body.matches("class=\"hit\"").count(), 20);
    let next = all.body.split("rel=\"next\" href=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let second = officer.get(&next.replace("&amp;", "&"));
    assert!(second.status == 200 && second.body.contains("rel=\"prev\"") && second.body.contains("start=\"21\""));
    let few = officer.get(&format!("{CONSULTATION}/search?words=bus&perspective=child&district=wychavon"));
    assert!(few.body.contains("Child, Wychavon") && !few.body.contains("Young person,"));
}

#[test]
fn a_filter_never_tells_a_count_under_ten() {
    let officer = town().officer();
    let page = officer.get(&format!("{CONSULTATION}/search?words=bus"));
    let counts: Vec<&str> =
        page.body.split("class=\"n\">").skip(1).filter_map(|rest| rest.split('<').next()).map(str::trim).collect();
    assert!(counts.len() > 10, "{counts:?}");
    for count in counts {
        let is_rounded =
            count.replace(',', "").parse::<u64>().is_ok_and(|number| number >= 10 && number.is_multiple_of(5));
        assert!(is_rounded || count == "under 10", "{count}");
    }
}

#[test]
fn an_answer_that_is_a_script_is_only_words_and_its_telephone_number_is_covered() {
    let officer = town().officer();
    let page = officer.get(&format!("{CONSULTATION}/search?words={HOSTILE_WORD}"));
    assert!(page.body.contains("&lt;svg onload=alert(1)&gt;") && !page.body.contains("<script"), "{}", page.body);
    assert!(page.body.contains("phone number hidden") && !page.body.contains("900123"), "{}", page.body);
    let policy = page.header("content-security-policy").unwrap();
    assert!(policy.contains("default-src 'none'") && !policy.contains("unsafe"), "{policy}");
}

#[test]
fn what_looks_like_sql_or_breaks_a_query_is_only_searched_for() {
    let officer = town().officer();
    let long = "(".repeat(5000);
    for words in ["'; DROP TABLE answers;--", "\" OR 1=1 --", "<script>alert(1)</script>", "*", "a:b^~\\", &long] {
        let url = reqwest::Url::parse_with_params("http://x/", [("words", words)]).unwrap();
        let page = officer.get(&format!("{CONSULTATION}/search?{}", url.query().unwrap()));
        assert_eq!(page.status, 200, "{words:.40}");
        assert!(!page.body.contains("<script"), "{words:.40}");
    }
    assert!(officer.get(&format!("{CONSULTATION}/search?words=bus")).body.contains("<mark>bus</mark>"));
}

#[test]
fn a_theme_shows_table_map_tiles_perspectives_and_at_least_three_quotes() {
    let officer = town().officer();
    let page = officer.get(&first_theme(&officer, ""));
    for part in
        ["By district", "The same figures as maps", "Every district the same size", "Who says it", "chose to answer"]
    {
        assert!(page.body.contains(part), "{part}");
    }
    assert!(page.body.matches("<blockquote").count() >= 3);
    let suggested = officer.get(&first_theme(&officer, "?frame=discovered"));
    assert!(suggested.body.contains("nobody has approved it"), "{}", suggested.body);
}

#[test]
fn pages_are_sound_html() {
    let officer = town().officer();
    let mut paths = every_page();
    paths.extend([first_theme(&officer, ""), first_theme(&officer, "?frame=discovered")]);
    let stranger = Visitor::new(&town().server.address);
    let mut pages: Vec<(String, String)> =
        paths.into_iter().map(|path| (path.clone(), officer.get(&path).body)).collect();
    pages.push(("/sign-in".to_owned(), stranger.get("/sign-in").body));
    let refused = stranger.submit(&stranger.get("/sign-in"), &[("name", "soundness"), ("password", "x")]);
    pages.push(("/sign-in refused".to_owned(), refused.body));
    let pages: Vec<(&str, &str)> = pages.iter().map(|(path, body)| (path.as_str(), body.as_str())).collect();
    html::assert_sound(&pages);
}

#[test]
fn an_officer_can_do_it_all_in_a_browser_without_scripts_at_both_widths() {
    let town = town();
    let theme = first_theme(&town.officer(), "");
    let browser = browser::open();
    browser.javascript(false);
    browser.viewport(1280, 900);
    browser.goto(&town.server.at("/sign-in"));
    browser.assert_no_barriers();
    browser.fill("#name", "officer");
    browser.fill("#password", &town.password);
    browser.follow("main .btn");
    assert!(browser.address().ends_with("/officer"), "{}", browser.address());
    let mut pages = every_page();
    pages.push(theme);
    for width in [1280, 320] {
        browser.viewport(width, 900);
        for page in &pages {
            browser.goto(&town.server.at(page));
            assert!(!browser.scrolls_sideways(), "{page} at {width}");
            browser.assert_no_barriers();
        }
    }
    browser.goto(&town.server.at(&format!("{CONSULTATION}/search")));
    browser.fill("#words", "youth club");
    browser.follow(".seek .btn");
    assert!(browser.count(".hit mark") > 0);
    browser.follow("header form button");
    assert!(browser.address().ends_with("/sign-in"), "{}", browser.address());
    browser.javascript(true);
}

#[test]
fn what_was_picked_is_shown_over_those_who_were_asked_and_as_a_barrier_to_nobody() {
    let town = town();
    let officer = town.officer();
    let page = officer.get("/officer/c/ready-for-work/answers");
    let asked = |question: &str| {
        let after = page.body.split(&format!("id=\"q-{question}\"")).nth(1).unwrap_or_default();
        after.split("<table").next().unwrap_or_default().to_owned()
    };
    // 300 invented young people; 99 of them had work experience, 198 had none and 3 were not sure, who are hidden.
    assert!(asked("had-experience").contains("300 people"), "{}", asked("had-experience"));
    assert!(asked("why-not").contains("190 people"), "rounded to five: {}", asked("why-not"));
    // 300 less 200 less the 100 who were asked would leave the three.
    assert!(asked("useful").contains("kept private") && !asked("useful").contains("100"), "{}", asked("useful"));
    let wanted = "/officer/c/ready-for-work/breakdowns?rows=q-useful&by=district";
    assert!(officer.get(wanted).text().contains("asked only for an earlier answer"));
    let one = officer.get("/officer/c/ready-for-work/answers/useful");
    assert!(one.body.contains("By district") && one.body.contains("chose to answer"), "{}", one.body);
    assert_eq!(officer.get("/officer/c/ready-for-work/answers/nothing").status, 404);
    html::assert_sound(&[("answers", &page.body), ("one question", &one.body)]);
    let browser = browser::open();
    browser.javascript(false);
    browser.goto(&town.server.at("/sign-in"));
    browser.fill("#name", "officer");
    browser.fill("#password", &town.password);
    browser.follow("main .btn");
    for width in [1280, 320] {
        browser.viewport(width, 900);
        for path in ["/officer/c/ready-for-work/answers", "/officer/c/ready-for-work/answers/useful", "/officer"] {
            browser.goto(&town.server.at(path));
            assert!(!browser.scrolls_sideways(), "{path} at {width}");
            browser.assert_no_barriers();
            if let Some(folder) = std::env::var_os("HEARD_SCREENSHOTS") {
                let name = format!("answers-{width}-{}.png", path.rsplit('/').next().unwrap_or_default());
                browser.screenshot(&std::path::Path::new(&folder).join(name));
            }
        }
    }
}
