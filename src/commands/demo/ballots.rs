//! The ballots of the demo's town: one that is open, with invented papers of several schools, and one of last year that
//! has closed, ranked and counted in rounds, whose result is published.
//!
//! Everything goes through the same doors as real votes: vouchers, typings by two people, an approved count.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use crate::ballot::{Ballot, Cast, Marked, PaperForm, Sheet, Spoilt};
use crate::commands::user::write_private;
use crate::config::Config;
use crate::library::Library;
use crate::store::{PollingPlace, RightToVote, Store, StoredTally, TallyTyping, Vote};
use crate::survey::Openness;
use crate::web::ballot::figures::turnout;
use crate::web::ballot::result::{make_audit, publish_result};
use crate::web::make_vouchers;

/// Where some unused vouchers are kept, so that somebody can vote. Only its owner may read it.
pub const VOUCHERS: &str = "demo-vouchers.txt";
/// The ballot of last year.
pub(super) const LAST_YEAR: &str = "make-your-mark-last-year";
/// The schools: name, district, how many are entitled, papers. Invented.
const SCHOOLS: [(&str, &str, u64, usize); 5] = [
    ("Riverside High (invented)", "worcester", 620, 410),
    ("Hillview Academy (invented)", "malvern-hills", 480, 265),
    ("Orchard School (invented)", "wychavon", 540, 182),
    ("Canalside College (invented)", "redditch", 700, 238),
    ("Little Meadow School (invented)", "wyre-forest", 60, 7),
];
/// The school whose votes are on paper.
const ON_PAPER: (&str, &str, u64) = ("Northgate School (invented)", "bromsgrove", 390);
/// How often candidates are marked first, in the order of the paper.
const WEIGHTS: [u64; 10] = [19, 24, 9, 14, 8, 5, 7, 6, 10, 12];

/// When the bundled ballot is held, as the text that breaks its ties says it.
const BUNDLED_SEASON: &str = "autumn 2026";
/// What the bundled ballot says of one vote each, and what one says in which issues are ranked.
const RANKED_WORDS: [(&str, &str); 5] = [
    ("Ten issues, one vote.", "Put up to five of ten issues in order."),
    ("Deg mater, un bleidlais.", "Rhowch hyd at bump o ddeg mater mewn trefn."),
    ("Dziesięć spraw, jeden głos.", "Ustaw w kolejności do pięciu z dziesięciu spraw."),
    ("Zece probleme, un vot.", "Pune în ordine până la cinci din zece probleme."),
    ("دس مسئلے، ایک ووٹ۔", "دس میں سے پانچ تک مسئلے ترتیب میں رکھیں۔"),
];

/// Copies the bundled ballot into the data folder: with times around now where it is not open, and as last year's.
///
/// # Errors
/// When the data folder cannot be written.
pub fn open(data: &Path, now: DateTime) -> anyhow::Result<()> {
    let library = Library::load(Some(data)).map_err(|findings| anyhow::anyhow!("{findings:?}"))?;
    for files in Library::bundled_ballots() {
        let Ok((ballot, _)) = crate::ballot::parse(&files) else { continue };
        let shown = library.find_ballot(&ballot.key).unwrap_or_else(|| unreachable!("a bundled ballot is loaded"));
        if shown.openness(now) != Openness::Open {
            let mut dated = files.clone();
            let (opens, closes) = (now.saturating_sub(21.days()), now.saturating_add(28.days()));
            dated.ballot.1 = with_times(&files.ballot.1, opens, closes).replace(BUNDLED_SEASON, &season(opens));
            Library::write_ballot(data, &ballot.key, &dated)?;
        }
        if library.find_ballot(LAST_YEAR).is_none() && matches!(ballot.form, PaperForm::Choose { .. }) {
            let mut old = files.clone();
            let (opens, closes) = (now.saturating_sub(400.days()), now.saturating_sub(370.days()));
            old.ballot.1 = with_times(&files.ballot.1, opens, closes)
                .replace(&format!("key = \"{}\"", ballot.key), &format!("key = \"{LAST_YEAR}\""))
                .replace("kind = \"choose\"\nat_most = 1", "kind = \"rank\"\nat_most = 5")
                .replace("method = \"plurality\"", "method = \"stv\"")
                .replace(BUNDLED_SEASON, &season(opens));
            old.wordings.values_mut().for_each(|(_, text)| *text = ranked_words(&without_paper_hints(text)));
            Library::write_ballot(data, LAST_YEAR, &old)?;
        }
    }
    Ok(())
}

/// Fills both with invented papers, once, and publishes last year's result.
///
/// # Errors
/// When the database fails.
pub fn fill(config: &Config, library: &Library, store: &Store) -> anyhow::Result<()> {
    for ballot in library.ballots().filter(|ballot| ballot.illustrative && ballot.vouchers) {
        if !store.list_polling_places(&ballot.key)?.is_empty() {
            continue;
        }
        let mut spare = Vec::new();
        for (number, school) in SCHOOLS.iter().enumerate() {
            spare.extend(vote(store, ballot, *school, number as u64)?);
        }
        type_tally(store, ballot)?;
        if ballot.openness(crate::web::now()) == Openness::Closed {
            publish(config, library, store, ballot)?;
        } else {
            write_private(&config.data.join(VOUCHERS), &format!("{}\n", spare.join("\n")))?;
        }
        println!("{}: illustrative papers of {} schools", ballot.key, SCHOOLS.len() + 1);
    }
    Ok(())
}

/// The papers of one school; gives a few vouchers that were not used.
fn vote(
    store: &Store,
    ballot: &Ballot,
    (name, district, entitled, papers): (&str, &str, u64, usize),
    school: u64,
) -> anyhow::Result<Vec<String>> {
    let place = add_place(store, ballot, name, district, entitled)?;
    let spare = 20;
    let vouchers = make_vouchers(store, ballot, place, papers + spare).map_err(|error| anyhow::anyhow!("{error}"))?;
    let mut votes = Vec::new();
    for (at, voucher) in vouchers.iter().take(papers).enumerate() {
        let number = school * 100_000 + at as u64;
        votes.push(Vote {
            ballot: ballot.key.clone(),
            paper: paper(ballot, number)?,
            right: RightToVote::Voucher(voucher.hash(&ballot.key)),
            district: None,
            age: Some(11 + (chance(number, 99) % 8) as u32),
            on: day(ballot, chance(number, 55)),
        });
    }
    store.cast_many(votes)?;
    Ok(vouchers[papers..].iter().take(4).map(crate::ballot::Voucher::to_text).collect())
}

fn add_place(store: &Store, ballot: &Ballot, name: &str, district: &str, entitled: u64) -> anyhow::Result<i64> {
    let place = PollingPlace {
        id: 0,
        name: name.to_owned(),
        district: district.to_owned(),
        entitled: Some(entitled),
        target: None,
        // Links that nobody has.
        tally_hashes: [format!("none of {name} 1"), format!("none of {name} 2")],
    };
    store.save_polling_place(&ballot.key, &place)?.context("a place of that name is there")
}

/// An invented paper: always the same for a number.
fn paper(ballot: &Ballot, number: u64) -> anyhow::Result<String> {
    if number.is_multiple_of(97) {
        return Ok(ballot.write(&Cast::Spoilt(Spoilt::Empty)));
    }
    let mut left: Vec<(String, u64)> = ballot.keys().into_iter().zip(WEIGHTS.into_iter().cycle()).collect();
    let mut marked = Vec::new();
    let places = match ballot.form {
        PaperForm::Rank { at_most } => 1 + (chance(number, 7) as usize % at_most),
        _ => 1,
    };
    for place in 0..places {
        let all: u64 = left.iter().map(|(_, weight)| weight).sum();
        let mut drawn = chance(number, place as u64) % all.max(1);
        let at = left.iter().position(|(_, weight)| {
            let here = drawn < *weight;
            drawn = drawn.saturating_sub(*weight);
            here
        });
        marked.push(left.remove(at.unwrap_or(0)).0);
    }
    let marked = match ballot.form {
        PaperForm::Rank { .. } => Marked::Ranked(marked.into_iter().zip(1..).collect()),
        _ => Marked::Chosen(marked),
    };
    Ok(ballot.write(&Cast::Valid(ballot.read_paper(&marked)?)))
}

/// A number that looks drawn and is always the same.
fn chance(number: u64, use_of: u64) -> u64 {
    let mut mixed = number.wrapping_mul(0x9E37_79B9_7F4A_7C15) ^ use_of.wrapping_mul(0xC2B2_AE3D_27D4_EB4F);
    mixed = (mixed ^ (mixed >> 31)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed ^ (mixed >> 29)
}

/// A day on which people voted: one of those since opening and before today, the last one for the greatest number.
fn day(ballot: &Ballot, drawn: u64) -> Date {
    let first = ballot.opens.date();
    let last = ballot.closes.date().min(crate::web::today().saturating_sub(1.days())).max(first);
    let days = u64::from((last - first).get_days().unsigned_abs());
    let after = if drawn == u64::MAX { days } else { drawn % (days + 1) };
    first.saturating_add(i64::try_from(after).unwrap_or(0).days())
}

/// The votes on paper of one school, typed by two people who agree.
fn type_tally(store: &Store, ballot: &Ballot) -> anyhow::Result<()> {
    let (name, district, entitled) = ON_PAPER;
    let place = add_place(store, ballot, name, district, entitled)?;
    let mut fields: BTreeMap<String, u64> = BTreeMap::new();
    if matches!(ballot.form, PaperForm::Rank { .. }) {
        for number in 900_001..=900_060 {
            let line = paper(ballot, number)?;
            let field = if line.starts_with('!') { "blank".to_owned() } else { format!("paper.{line}") };
            *fields.entry(field).or_default() += 1;
        }
        fields.insert("received".to_owned(), 60);
    } else {
        let votes = ballot.keys().into_iter().zip(WEIGHTS.into_iter().cycle().map(|weight| weight * 2 + 3));
        fields.extend(votes.map(|(key, number)| (format!("candidate.{key}"), number)));
        let valid: u64 = fields.values().sum();
        fields.extend([("valid".to_owned(), valid), ("spoilt".to_owned(), 4), ("received".to_owned(), valid + 4)]);
    }
    let sheet = Sheet { fields };
    let body = serde_json::to_string(&sheet)?;
    for turn in [1, 2] {
        let (typist, browser) = (format!("link {turn}"), String::new());
        let typing = TallyTyping { place, turn, typist, body: body.clone(), browser, tried_other: false };
        store.save_tally_typing(&ballot.key, typing)?;
    }
    let tally = StoredTally { place, received: sheet.received(), body, papers: sheet.lines(ballot) };
    store.save_tally(&ballot.key, tally, day(ballot, u64::MAX))?;
    Ok(())
}

fn publish(config: &Config, library: &Library, store: &Store, ballot: &Ballot) -> anyhow::Result<()> {
    let broken = |error: crate::web::PageError| anyhow::anyhow!("{error}");
    let counted = store.find_tally_state(&ballot.key)?;
    let audit = make_audit(store, ballot, crate::web::now()).map_err(broken)?.context("the ballot has closed")?;
    let live = turnout(store, library, config.policy, ballot)?;
    publish_result(store, &audit, &live, "officer".to_owned(), counted).map_err(broken)?;
    Ok(())
}

fn with_times(text: &str, opens: DateTime, closes: DateTime) -> String {
    // From the morning to the evening, as schools are told.
    let written = |at: DateTime, time: &str| format!("{}T{time}", at.date());
    let line = |line: &str| match line.split_once('=').map(|(key, _)| key.trim()) {
        Some("opens") => format!("opens = \"{}\"\n", written(opens, "08:00")),
        Some("closes") => format!("closes = \"{}\"\n", written(closes, "18:00")),
        _ => format!("{line}\n"),
    };
    text.lines().map(line).collect()
}

/// The season that a ballot opens in, in words.
fn season(opens: DateTime) -> String {
    let season = match opens.month() {
        3..=5 => "spring",
        6..=8 => "summer",
        9..=11 => "autumn",
        _ => "winter",
    };
    format!("{season} {}", opens.year())
}

/// The words of a ballot in which issues are ranked.
fn ranked_words(text: &str) -> String {
    RANKED_WORDS.iter().fold(text.to_owned(), |text, (one, ranked)| text.replace(one, ranked))
}

/// The hint under a paper's question says how to mark it, which is another way here.
fn without_paper_hints(text: &str) -> String {
    let (mut kept, mut after_ask) = (String::new(), false);
    for line in text.lines() {
        if !(after_ask && line.starts_with("hint = ")) {
            kept.push_str(line);
            kept.push('\n');
        }
        after_ask = line.starts_with("ask = ");
    }
    kept
}
