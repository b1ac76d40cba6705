//! Published results of the demo's town, so that there is something to read, take away and follow from the first minute.
//!
//! Quotes are approved and results published as an officer would; a town that has published keeps what it has.

use std::collections::BTreeSet;

use crate::commands::report::subject;
use crate::config::Config;
use crate::library::Library;
use crate::store::{ApprovedWords, Store};
use crate::web::officer::counts::FrameCounts;
use crate::web::officer::publishing::{Statement, prepare};
use crate::web::officer::quote_choices::{suggested, themes_to_quote};
use crate::web::officer::subject::Subject;
use crate::web::today;

/// The consultation whose results are published.
const CONSULTATION: &str = "worcestershire-cypp";
/// Who approves and publishes.
const OFFICER: &str = "officer";
/// For how many themes quotes are approved, and from how many answers of each they are chosen.
const THEMES: usize = 6;
const LOOKED_AT: usize = 60;

/// Approves quotes and publishes, unless something has been published.
pub(super) fn publish(config: &Config, library: &Library, store: &Store) -> anyhow::Result<()> {
    let there_already = !store.list_publications(Some(CONSULTATION), 1)?.is_empty();
    if there_already || library.find_consultation(CONSULTATION).is_none() {
        return Ok(());
    }
    let subject = subject(library, CONSULTATION)?;
    approve(config, store, &subject)?;
    let ready = prepare(store, library, &subject, config.policy)?;
    if !ready.may_follow(false) {
        return Ok(());
    }
    let statement = Statement {
        about:
            "What people have told us so far about growing up in Worcestershire, for each district. Every answer here \
                is invented, to show what a publication looks like."
                .to_owned(),
        undecided:
            "Nothing is decided yet. What comes up most is weighed when the consultation has closed, and you can \
                    still have your say until then."
                .to_owned(),
        correction: None,
    };
    if let Some(number) = ready.publish(store, CONSULTATION, statement, OFFICER, config.public_url.as_deref())? {
        println!("{CONSULTATION}: illustrative results published as publication {number}");
    }
    Ok(())
}

/// Approves a quote of each district for the first themes.
fn approve(config: &Config, store: &Store, subject: &Subject) -> anyhow::Result<()> {
    let Some(frame) = subject.find_frame(store)? else { return Ok(()) };
    let counts = FrameCounts::count(store, &subject.consultation.key, frame.id, None)?;
    let mut approved: Vec<ApprovedWords> = Vec::new();
    for theme in themes_to_quote(&counts, config.policy).into_iter().take(THEMES) {
        let taken: BTreeSet<i64> = approved.iter().map(|one| one.answer_id).collect();
        for (_, answers) in suggested(store, subject, theme, LOOKED_AT, &taken)? {
            approved.extend(answers.into_iter().take(1).map(|answer| ApprovedWords {
                answer_id: answer.id(),
                theme: theme.name.clone(),
                words: answer.text(),
                approved_by: OFFICER.to_owned(),
                approved_on: today(),
            }));
        }
    }
    store.save_approved_quotes(&subject.consultation.key, approved, Vec::new())?;
    Ok(())
}
