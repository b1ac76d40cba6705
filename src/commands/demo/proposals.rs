//! The ballot that the town's member of a youth cabinet proposes: it waits for the officer, who can open it or send it
//! back. Invented, as everything in the town.

use anyhow::Context;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::ballot::{Proposal, ProposalState};
use crate::store::Store;

/// Proposes it, once.
///
/// # Errors
/// When the database fails.
pub fn propose(store: &Store, today: Date) -> anyhow::Result<()> {
    if !store.list_proposals()?.is_empty() {
        return Ok(());
    }
    let opens = today.saturating_add(14.days());
    let (opens, closes) = (opens.to_string(), opens.saturating_add(21.days()).to_string());
    let fields = [
        ("title", "First things first in Redditch"),
        ("ask", "What should Redditch do first?"),
        ("about", "Illustrative: young people said these things matter. Now choose the one to begin with."),
        ("who", "Worcestershire Youth Cabinet"),
        (
            "why",
            "The youth cabinet takes what is chosen to the next meeting of the council, which says what it will do.",
        ),
        ("youngest", "11"),
        ("oldest", "18"),
        ("opens", &opens),
        ("opens-time", "08:30"),
        ("closes", &closes),
        ("closes-time", "16:00"),
        ("from", "worcestershire-cypp"),
        ("theme", "bus-fares"),
        ("word-bus-fares", "Cheaper buses for under-19s"),
        ("theme", "youth-clubs-hubs"),
        ("word-youth-clubs-hubs", "A youth club that is open every evening"),
        ("theme", "road-safety-cycling"),
        ("word-road-safety-cycling", "Safe crossings on the way home"),
        ("own", "A skate park under a roof"),
        ("kind", "rank"),
        ("most", "3"),
        ("method", "instant-runoff"),
        ("seats", "1"),
        ("seed", "First things first in Redditch"),
    ];
    let proposal = Proposal {
        id: 0,
        title: "First things first in Redditch".to_owned(),
        fields: fields.into_iter().map(|(field, value)| (field.to_owned(), value.to_owned())).collect(),
        written_by: "member".to_owned(),
        written_on: today.saturating_sub(3.days()),
        state: ProposalState::Waiting,
        remark: String::new(),
        decided: None,
        ballot: None,
    };
    store.save_proposal(&proposal).context("cannot propose a ballot")?;
    println!("A ballot that young people propose waits for the officer");
    Ok(())
}
