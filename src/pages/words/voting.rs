//! The pages of somebody voting, in every form that a paper has and with everything that can stand on them, for
//! [`super::on_pages`].

use std::collections::BTreeMap;

use super::LANGUAGES;
use crate::ballot::{
    AuditNotes, AuditWhy, Ballot, BallotFiles, Count, Held, Marked, Method, Outcome, Pairs, Round, Spoilt, Standing,
    Step, Tie, TieAbout, Votes, Why, parse,
};
use crate::breakdown::{Count as People, Figure, Share};
use crate::pages::ballot::Frame;
use crate::pages::ballot::check::Check;
use crate::pages::ballot::paper::{About, PaperPage};
use crate::pages::ballot::result::{By, GroupTurnout, Next, ResultPage, TurnoutBy};
use crate::pages::ballot::shut::{Shut, Why as Reason};
use crate::pages::ballot::start::Start;
use crate::pages::ballot::thanks::Thanks;
use crate::survey::{Edition, Openness};

const BALLOT: &str = r#"
key = "small"
organisation = "XX"
opens = "2026-11-02T09:00"
closes = "2026-11-27T17:00"
geography = "worcestershire"
plan = "p"
code_frame = "f"
languages = ["en", "cy", "pl", "ro", "ur"]
ages = [11, 18]
vouchers = VOUCHERS
illustrative = true
method = "METHOD"
seats = 1
seed = "XX"
easy_read = true
help = [{ name = "XX", for = "XX", when = "XX", phone = "0800 1111", url = "https://example.org" }]
paper = { PAPER }
perspective = [{ key = "young-person", ages = [11, 18] }]
candidate = [{ key = "a", from_theme = "t" }, { key = "b" }, { key = "c" }, { key = "d" }]
"#;

const WORDS: &str = r#"
[consultation]
title = "XX"
summary = "XX"
who_asks = "XX"
why = "XX"
how_long = "XX"
what_happens = "XX"
undecided = "XX"
[perspective]
young-person = { name = "XX", plural = "XX", choose = "XX" }
[paper.any]
ask = "XX"
options = { a = { label = "XX" }, b = { label = "XX" }, c = { label = "XX" }, d = { label = "XX" } }
"#;

/// A ballot that is marked and counted like this.
fn ballot(paper: &str, method: &str, vouchers: bool) -> Ballot {
    let text = BALLOT.replace("PAPER", paper).replace("METHOD", method).replace("VOUCHERS", &vouchers.to_string());
    let wording = |code: &str| (code.to_owned(), (format!("wording/{code}.toml"), WORDS.to_owned()));
    let wordings: BTreeMap<_, _> = LANGUAGES.into_iter().map(wording).collect();
    parse(&BallotFiles { ballot: ("ballot.toml".into(), text), wordings }).expect("a whole ballot").0
}

/// What is wrong with a paper, in every way that there is.
fn spoilt() -> Vec<Option<Spoilt>> {
    vec![
        None,
        Some(Spoilt::Empty),
        Some(Spoilt::TooMany { marked: 4, at_most: 2 }),
        Some(Spoilt::MarkedTwice("a".into())),
        Some(Spoilt::OverBudget { given: 9, budget: 7 }),
        Some(Spoilt::Unclear),
    ]
}

/// A count in which everything happens that can.
fn count(method: Method) -> Count {
    let votes = |number| Votes::new(number, 1);
    let elected = |why| Step::Elected { candidate: 0, votes: votes(9), why };
    let tie = |about, chosen: Vec<usize>| Step::Tie(Tie { about, between: vec![1, 2], chosen });
    let whys = [Why::MostVotes, Why::MoreThanHalf, Why::Quota, Why::LastLeft, Why::Unbeaten];
    let mut steps: Vec<Step> = whys.into_iter().map(elected).collect();
    steps.extend([
        tie(TieAbout::Leaving, vec![1]),
        tie(TieAbout::Surplus, vec![1]),
        tie(TieAbout::Winning, vec![1]),
        tie(TieAbout::Winning, vec![]),
        Step::Out { candidate: 1, votes: votes(2) },
        Step::Surplus { candidate: 0, surplus: votes(3), value: votes(1) },
        Step::Moved { from: 1, to: Some(0), papers: 2, votes: votes(2) },
        Step::Moved { from: 1, to: None, papers: 2, votes: votes(2) },
        Step::Empty { seats: 1 },
    ]);
    let held = || (0..4).map(|candidate| Held { candidate, votes: votes(5), elected: false }).collect();
    let round = |number| Round { number, held: held(), exhausted: votes(1), lost: votes(0), steps: steps.clone() };
    Count {
        method,
        seats: 2,
        candidates: 4,
        papers: 20,
        quota: Some(votes(7)),
        outcome: Outcome::Decided,
        winners: vec![0, 1, 2],
        order: (0..4).map(|candidate| Standing { candidate, rank: 1, votes: votes(5), won: candidate < 3 }).collect(),
        rounds: (1..=3).map(round).collect(),
        positions: None,
        pairs: (method == Method::Schulze).then(pairs),
    }
}

/// Whom papers put first, in a circle of three whose weakest link goes back, and one whom nobody prefers.
fn pairs() -> Pairs {
    let preferred = vec![vec![0, 13, 9, 20], vec![7, 0, 14, 20], vec![11, 6, 0, 20], vec![0, 0, 0, 0]];
    let strongest = vec![vec![0, 13, 13, 20], vec![11, 0, 14, 20], vec![11, 11, 0, 20], vec![0, 0, 0, 0]];
    Pairs { preferred, strongest }
}

fn result(frame: Frame<'_>, method: Method, winners: usize, next: &Next) -> String {
    let mut count = count(method);
    count.winners.truncate(winners);
    let names: Vec<String> = (0..4).map(|_| "XX".to_owned()).collect();
    let share = Share { count: 40, base: 1_000, share: 0.04, low: 0.03, high: 0.05 };
    let group = |papers, share| GroupTurnout { name: "XX".into(), papers, share };
    let shown = Some(Figure::Shown(share));
    let groups = vec![
        group(People::Shown(40), shown),
        group(People::Hidden, Some(Figure::Hidden)),
        group(People::Shown(40), None),
    ];
    let by = |by| TurnoutBy { by, groups: groups.clone() };
    let beyond_roll = Some(AuditWhy { places: vec!["XX".to_owned()], why: "XX".to_owned() });
    let left_out = beyond_roll.clone();
    let mut notes = AuditNotes { beyond_roll, left_out, ..AuditNotes::default() };
    notes.add_opened("XX");
    let page = ResultPage {
        frame,
        count: &count,
        names: &names,
        received: 22,
        spoilt: 2,
        by_hand: Some(5),
        // Known or not, with a voucher or without.
        screens: (winners == 1).then_some(17),
        published_on: Some(jiff::civil::date(2026, 12, 1)),
        policy: crate::breakdown::Policy::default(),
        turnout: &[by(By::District), by(By::School), by(By::Age)],
        has_blt: true,
        notes: &notes,
        next,
        campaigns: &[],
    };
    page.render().into_string()
}

/// The pages of every kind of ballot, each with a name.
pub(super) fn voting(lang: &str, edition: Edition) -> Vec<(&'static str, String)> {
    let papers = [
        ("kind = \"choose\", at_most = 1", "plurality"),
        ("kind = \"choose\", at_most = 2", "plurality"),
        ("kind = \"approve\"", "approval"),
        ("kind = \"rank\", at_most = 4", "stv"),
        ("kind = \"rank\", at_most = 4", "borda"),
        ("kind = \"rank\", at_most = 4", "dowdall"),
        ("kind = \"rank\", at_most = 4", "schulze"),
        ("kind = \"rank\", at_most = 4", "instant-runoff"),
        ("kind = \"points\", budget = 7", "points"),
    ];
    let mut pages = Vec::new();
    for (at, (paper, method)) in papers.into_iter().enumerate() {
        let ballot = ballot(paper, method, at % 2 == 0);
        let frame = Frame { ballot: &ballot, lang, edition };
        pages.push(("a paper", paper_page(frame, Some(None))));
        pages.push(("a result", result(frame, ballot.method, 1, &Next::NoPlanYet)));
        // With a voucher and without one: the others differ in their papers and their counts alone.
        if at < 2 {
            pages.extend(of_one(frame));
        }
    }
    pages
}

fn paper_page(frame: Frame<'_>, problem: Option<Option<&Spoilt>>) -> String {
    let about = About { age: Some(12), district: None };
    let districts = [("wyre".to_owned(), "XX".to_owned())];
    PaperPage { frame, given: &[], about: &about, districts: &districts, problem }.render().into_string()
}

fn of_one(frame: Frame<'_>) -> Vec<(&'static str, String)> {
    let about = About { age: Some(12), district: None };
    let mut pages = vec![("a paper", paper_page(frame, None))];
    pages.extend(spoilt().iter().map(|problem| ("a paper to put right", paper_page(frame, Some(problem.as_ref())))));
    let points = Marked::Points(vec![("a".into(), 3)]);
    for marked in [None, Some(&Marked::Chosen(vec!["a".into()])), Some(&points)] {
        pages.push(("check", Check { frame, marked, about: &about }.render().into_string()));
    }
    let refused = ["vote-code-missing", "vote-code-unknown", "vote-code-used", "vote-code-stopped"];
    for refused in refused {
        let page = Start { frame, held: false, refused: Some(("XX", refused)) };
        pages.push(("a code that does not work", page.render().into_string()));
    }
    for held in [false, true] {
        pages.push(("the start of a ballot", Start { frame, held, refused: None }.render().into_string()));
    }
    let reasons = [
        Reason::Time(Openness::NotYetOpen),
        Reason::Time(Openness::Closed),
        Reason::Published,
        Reason::Late,
        Reason::Voted,
        Reason::Halted,
    ];
    pages.extend(reasons.map(|why| ("no paper is taken", Shut { frame, why }.render().into_string())));
    pages.push(("after voting", Thanks { frame, result: "https://heard.example" }.render().into_string()));
    let outcomes = vec![("/plans/p/o".to_owned(), "XX".to_owned())];
    let plan = Next::Plan { progress: "/plans/p/progress".into(), outcomes };
    for (winners, next) in [(0, &Next::Nothing), (1, &Next::NoPlanYet), (3, &plan)] {
        pages.push(("a result", result(frame, frame.ballot.method, winners, next)));
    }
    pages
}

#[test]
fn a_result_says_of_which_votes_the_winner_has_more_than_half_and_what_its_numbers_are_of() {
    let ballot = ballot("kind = \"rank\", at_most = 4", "instant-runoff", false);
    let frame = Frame { ballot: &ballot, lang: "en", edition: Edition::Plain };
    let page = result(frame, Method::InstantRunoff, 1, &Next::Nothing).replace(['\u{2068}', '\u{2069}'], "");
    for said in [
        "<title>XX, 2026: XX wins with 9 of the 20 votes that still count in the last round",
        "The result: XX, 2026",
        "In the last round 1 of them rank no choice that is left, so XX has 9 of 20 (45%)",
        "more than half of the 20 that still count in this round",
        "Papers so far that rank no choice that is left: 1",
        "Votes when chosen or left out, of 20 papers",
        "they do not add up to the papers",
    ] {
        assert!(page.contains(said), "{said}: {page}");
    }
    let page = result(frame, Method::Plurality, 1, &Next::Nothing).replace(['\u{2068}', '\u{2069}'], "");
    assert!(page.contains("Votes, from 20 papers") && !page.contains("do not add up"), "{page}");
}
