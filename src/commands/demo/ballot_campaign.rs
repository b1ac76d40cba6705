//! The campaign of the demo's ballot: a week of assemblies stretched over the days on which the ballot is open, with the
//! schools that vote as its places, a target for each district, and an approved page.

use anyhow::anyhow;
use jiff::ToSpan;
use jiff::civil::Date;

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

/// Makes the campaign for the ballot that is open, where it is not there yet.
///
/// # Errors
/// When the database cannot be used.
pub fn begin(library: &Library, store: &Store, today: Date) -> anyhow::Result<()> {
    let open = |ballot: &&std::sync::Arc<Ballot>| {
        ballot.illustrative && ballot.vouchers && ballot.openness(crate::web::now()) == Openness::Open
    };
    let Some(ballot) = library.ballots().find(open) else { return Ok(()) };
    let campaign = Campaign {
        key: KEY.to_owned(),
        about: About::Ballot(ballot.key.clone()),
        template: "ballot-week".to_owned(),
        name: "Ten issues, one vote".to_owned(),
        team: "Worcestershire Youth Cabinet".to_owned(),
        colour: PALETTE[0].1,
        languages: ballot.languages().into_iter().map(|one| one.as_str().to_owned()).collect(),
        target: 2_000,
        starts: ballot.opens.date(),
        ends: ballot.closes.date(),
    };
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
