//! The campaigns of the demo's ballots. One runs: a week of assemblies stretched over the days on which the ballot is open,
//! with a target for each district and an approved page. The other is of last year and tells what came of it.

use anyhow::anyhow;
use jiff::ToSpan;
use jiff::civil::Date;

use super::ballots::LAST_YEAR;
use super::campaigns::{approved, erase_tasks, event, post, task};
use crate::ballot::Ballot;
use crate::campaign::{About, Campaign, PALETTE, Place, PostKind, ShortWord};
use crate::library::Library;
use crate::store::Store;
use crate::survey::Openness;
use crate::web::campaign::begin;

const KEY: &str = "ten-issues";
/// Where posters hang: their word and name. Votes are counted by school, so these lead to the ballot and count nobody.
const PLACES: [(&str, &str); 3] = [
    ("riverside", "Riverside High (invented), main hall"),
    ("hillview", "Hillview Academy (invented), canteen"),
    ("canalside", "Canalside College (invented), library"),
];

/// The campaign of last year.
const OVER: &str = "your-vote-your-plan";

/// Makes the campaigns, where they are not there yet.
///
/// # Errors
/// When the database cannot be used.
pub fn begin(library: &Library, store: &Store, today: Date) -> anyhow::Result<()> {
    run(library, store, today)?;
    tell(library, store, today)
}

/// A campaign for a ballot, over the days on which it is open.
fn campaign(ballot: &Ballot, key: &str, name: &str, colour: usize, target: u32) -> Campaign {
    Campaign {
        key: key.to_owned(),
        about: About::Ballot(ballot.key.clone()),
        template: "ballot-week".to_owned(),
        name: name.to_owned(),
        team: "Worcestershire Youth Cabinet".to_owned(),
        colour: PALETTE[colour % PALETTE.len()].1,
        languages: ballot.languages().into_iter().map(|one| one.as_str().to_owned()).collect(),
        target,
        starts: ballot.opens.date(),
        ends: ballot.closes.date(),
    }
}

/// The one of last year, with the words about what came of it.
fn tell(library: &Library, store: &Store, today: Date) -> anyhow::Result<()> {
    let Some(ballot) = library.find_ballot(LAST_YEAR) else { return Ok(()) };
    let over = campaign(ballot, OVER, "Your vote, your plan", 2, 1_000);
    if !begin::keep(store, library, over, today).map_err(|error| anyhow!("{error}"))? {
        return Ok(());
    }
    erase_tasks(store, OVER)?;
    let ago = |day: Date| i64::from((today - day).get_days().max(0));
    let page = "Rank the issues that matter most to you. What comes first goes into the plan.";
    let title = "Your vote, your plan";
    approved(store, &post(OVER, today, PostKind::Page, ago(ballot.opens.date()), title, page))?;
    let results = "More than a thousand of us voted, in six schools. Thank you.\n\nWe brought what you chose to the people who \
                   write the plan. They promised to say twice a year what has been done about it, and we hold them to it.";
    let title = "You voted. This is what comes of it";
    let day = ballot.closes.date().saturating_add(6.days());
    approved(store, &post(OVER, today, PostKind::Results, ago(day), title, results))
}

/// The one for the ballot that is open.
fn run(library: &Library, store: &Store, today: Date) -> anyhow::Result<()> {
    let open = |ballot: &&std::sync::Arc<Ballot>| {
        ballot.illustrative && ballot.vouchers && ballot.openness(crate::web::now()) == Openness::Open
    };
    let Some(ballot) = library.ballots().find(open) else { return Ok(()) };
    let campaign = campaign(ballot, KEY, "Ten issues, one vote", 0, 2_000);
    if !begin::keep(store, library, campaign, today).map_err(|error| anyhow!("{error}"))? {
        return Ok(());
    }
    for (word, name) in PLACES {
        let word = ShortWord::parse(word).ok_or_else(|| anyhow!("{word} is no word"))?;
        let (campaign, name) = (KEY.to_owned(), name.to_owned());
        store.save_place(&Place { word, campaign, name, code: None, people: None, target: None }, today)?;
    }
    let closes = ballot.closes.date();
    erase_tasks(store, KEY)?;
    store.save_tasks(
        KEY,
        &[
            task(
                ballot.opens.date().saturating_sub(3.days()),
                "Bring vouchers or papers to each school",
                "Everybody",
                true,
            ),
            event(ballot.opens.date(), 9, "Voting opens", "Every school", "Everybody", true),
            task(today, "Visit the schools in which hardly anybody has voted", "", false),
            event(closes, 18, "Voting closes: two people type each tally", "Every school", "Year 12 reps", false),
            event(closes.saturating_add(4.days()), 18, "Result evening", "County Hall", "Everybody", false),
            task(
                closes.saturating_add(10.days()),
                "Tell every school what was chosen and what happens next",
                "",
                false,
            ),
        ],
    )?;
    approved(
        store,
        &post(
            KEY,
            today,
            PostKind::Page,
            (today - ballot.opens.date()).get_days().max(0).into(),
            "Ten issues. One vote. Yours",
            "Choose the issue that matters most to you. The three with most votes go into the plan for everybody under 20 \
             in the county.\n\nYou vote at school, with the slip that your teacher has for you. Nobody can see how you \
             voted, and nobody sees who is ahead before voting closes.",
        ),
    )
}
