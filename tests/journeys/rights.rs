//! Who gets in where: every address of the whole server, read from its source, asked for as a stranger, a member of the
//! youth cabinet, an officer and an administrator.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should end")]

use std::path::Path;

use crate::support::http::{Page, Visitor};
use crate::town::town;

/// The beginnings of addresses that are for everybody. A new one is written here by whoever means it to be public.
const PUBLIC: [&str; 26] = [
    "",
    "accessibility",
    "b",
    "c",
    "campaign",
    "come-back",
    "complain",
    "go",
    "health",
    "hear",
    "heard.{hash}.css",
    "heard.{hash}.js",
    "help",
    "invited",
    "join",
    "leave",
    "m",
    "plans",
    "privacy",
    "receipt",
    "results",
    "sign-in",
    "sign-out",
    "tally",
    "v",
    "you-said",
];
/// What only administrators may ask for.
const ADMINISTRATORS: [&str; 0] = [];
/// Said to somebody who is signed in and may not.
const FORBIDDEN: &str = "Your account has no right to this page";

/// One address of the server as its source has it.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Route {
    pattern: String,
    get: bool,
    post: bool,
}

/// The text of every source file under a folder with the scope that its routes stand in.
fn sources(folder: &Path, scope: &str, found: &mut Vec<(String, String)>) {
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let own = std::fs::read_to_string(folder.join("mod.rs")).unwrap_or_default();
    let scope = own.split("scope(\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or(scope).to_owned();
    for path in paths {
        if path.is_dir() {
            sources(&path, &scope, found);
        } else {
            found.push((scope.clone(), std::fs::read_to_string(&path).unwrap()));
        }
    }
}

fn routes() -> Vec<Route> {
    let mut found = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web"), "", &mut found);
    let mut routes = Vec::new();
    for (scope, text) in found {
        let begins: Vec<usize> = ["route(\"", "resource(\"", "resource(\n"]
            .iter()
            .flat_map(|start| text.match_indices(start))
            .map(|(at, _)| at)
            .collect();
        let mut begins: Vec<usize> = begins
            .into_iter()
            .filter(|at| text[*at..].split('"').nth(1).is_some_and(|path| path.is_empty() || path.starts_with('/')))
            .collect();
        begins.sort_unstable();
        for (place, at) in begins.iter().enumerate() {
            let end = begins.get(place + 1).copied().unwrap_or(text.len());
            let part = &text[*at..end];
            let pattern = format!("{scope}{}", part.split('"').nth(1).unwrap_or_default());
            routes.push(Route { pattern, get: part.contains("get()"), post: part.contains("post()") });
        }
    }
    routes.sort();
    routes
}

/// An address of a pattern, with things that are there where the demo has them.
fn address(pattern: &str) -> String {
    let values = [
        ("{consultation}", "worcestershire-cypp"),
        ("{plan}", "worcestershire-cypp-2014"),
        ("{outcome}", "healthy-lifestyle"),
        ("{question}", "keep"),
        ("{campaign}", "winter-of-listening"),
        ("{word}", "redditch"),
        ("{file}", "card-square.png"),
        ("{kind}", "news"),
        ("{survey}", "worcestershire-cypp"),
        ("{language}", "en"),
        ("{perspective}", "child"),
        ("{ballot}", "make-your-mark"),
        ("{code}", "000000"),
    ];
    let filled = values.iter().fold(pattern.to_owned(), |address, (name, value)| address.replace(name, value));
    let mut parts = filled.split('{');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |address, part| format!("{address}1{}", part.split_once('}').map_or("", |(_, rest)| rest)))
}

/// What became of somebody who asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Got {
    In,
    AskedToSignIn,
    Refused,
}

fn got(page: &Page) -> Got {
    assert!(page.status < 500, "{} broke: {}", page.path, page.body);
    let sign_in = page.redirects_to().is_some_and(|to| to.starts_with("/sign-in"));
    match sign_in {
        true => Got::AskedToSignIn,
        false if page.body.contains(FORBIDDEN) => Got::Refused,
        false => Got::In,
    }
}

#[test]
fn every_address_lets_in_whom_it_should_and_nobody_else() {
    let town = town();
    let stranger = Visitor::new(&town.server.address);
    let signed_in = [town.member(), town.officer(), town.administrator()];
    let routes = routes();
    assert!(routes.len() > 80 && routes.iter().filter(|route| route.pattern.starts_with("/campaigns")).count() > 12);
    let mut whole = [0; 3];
    for route in &routes {
        let (path, begins) = (address(&route.pattern), route.pattern.split('/').nth(1).unwrap_or_default());
        let expected = match begins {
            "officer" if ADMINISTRATORS.contains(&route.pattern.as_str()) => [Got::Refused, Got::Refused, Got::In],
            "officer" => [Got::Refused, Got::In, Got::In],
            "campaigns" => [Got::In; 3],
            begins => {
                assert!(PUBLIC.contains(&begins), "{} is public and not among PUBLIC", route.pattern);
                [Got::In; 3]
            }
        };
        let of_stranger = if ["officer", "campaigns"].contains(&begins) { Got::AskedToSignIn } else { Got::In };
        if route.get && begins != "sign-in" {
            assert_eq!(got(&stranger.get(&path)), of_stranger, "a stranger at {path}");
            for (at, visitor) in signed_in.iter().enumerate() {
                let page = visitor.get(&path);
                assert_eq!(got(&page), expected[at], "{} at {path}", ["member", "officer", "administrator"][at]);
                whole[at] += usize::from(page.status == 200);
            }
        }
        if route.post && !["sign-in", "sign-out"].contains(&begins) {
            assert_eq!(got(&stranger.post_form(&path, &[])), of_stranger, "a stranger posts to {path}");
            assert_eq!(got(&signed_in[0].post_form(&path, &[])), expected[0], "a member posts to {path}");
        }
    }
    // Otherwise the walk has gone past closed doors alone.
    assert!(whole[0] >= 20 && whole[1] >= 30 && whole[2] >= whole[1], "{whole:?}");
}

#[test]
fn a_member_gets_no_page_of_officers_whatever_its_address() {
    let member = town().member();
    for path in [
        "/officer",
        "/officer/plans",
        "/officer/",
        "/officer/nothing",
        "/officer/c/worcestershire-cypp/answers?question=keep",
        "/officer/campaigns",
    ] {
        let page = member.get(path);
        assert!(
            [403, 404].contains(&page.status) && !page.body.contains("worcestershire-cypp"),
            "{path}: {}",
            page.status
        );
    }
}

#[test]
fn whoever_is_at_a_page_for_others_is_led_back_to_their_own() {
    let town = town();
    let member = town.member();
    let refused = member.get("/officer");
    assert!(refused.status == 403 && refused.text().contains("This page is for officers"), "{}", refused.text());
    assert!(refused.body.contains("href=\"/campaigns\""), "{}", refused.body);
    let officer = town.officer();
    let theirs = officer.get("/campaigns/ballots");
    assert!(theirs.status == 200 && theirs.body.contains("href=\"/officer/ballots\""), "{}", theirs.text());
    assert!(!member.get("/campaigns/ballots").body.contains("/officer/ballots"));
}

#[test]
fn what_happens_next_leads_to_every_page_of_it_that_is_served() {
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web/public/campaign.rs");
    let source = std::fs::read_to_string(source).unwrap();
    let patterns: Vec<String> = routes().into_iter().filter(|route| route.get).map(|route| route.pattern).collect();
    for (pattern, start) in
        [("/results/{consultation}", "/results/"), ("/b/{ballot}/result", "/b/"), ("/plans/{plan}/progress", "/plans/")]
    {
        let named =
            source.split("const SERVED").nth(1).unwrap().split(';').nth(1).unwrap().contains(&format!("\"{start}\""));
        assert_eq!(named, patterns.iter().any(|known| known == pattern), "SERVED in web/public/campaign.rs: {start}");
    }
}
