//! `heard reindex`: builds the search index anew beside the one in use, then puts it in its place.

use std::ops::ControlFlow;
use std::time::Duration;

use anyhow::Context;
use indicatif::{ProgressBar, ProgressStyle};

use crate::config::Config;
use crate::search::{self, Index};
use crate::store::{Location, Store};
use crate::worker::{self, Frames};

/// Build the search index anew from the database
#[derive(Debug, Clone, clap::Args)]
pub struct Args {}

/// What was built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reindexed {
    /// Answers that can now be found.
    pub answers: u64,
}

/// Reads every answer from the database into a new index and swaps it in. Refuses while Heard serves from
/// the same data folder; the index in use stays as it is until the new one is whole.
/// Answers that nothing has read yet are read (and coded with `frames`) on the way.
///
/// # Errors
/// When another Heard has the index open, or the database or the disk fails.
pub fn run(_args: &Args, config: &Config, frames: &Frames) -> anyhow::Result<Reindexed> {
    let live = config.index();
    let fresh = search::place_beside(&live).context("the search index was left as it is")?;
    let location = match &config.database {
        Some(url) => Location::Postgres(url.clone()),
        None => Location::Sqlite(config.sqlite()),
    };
    let store = Store::open(&location)?;
    let index = Index::open(&fresh)?;
    let bar = ProgressBar::new_spinner().with_style(
        ProgressStyle::with_template("{spinner} {msg} ({elapsed})")
            .unwrap_or_else(|_| ProgressStyle::default_spinner()),
    );
    bar.enable_steady_tick(Duration::from_millis(120));
    worker::catch_up(&store, &index, frames, &mut |progress| {
        bar.set_message(format!("{} answers read", progress.answers));
        ControlFlow::Continue(())
    })?;
    bar.set_message("tidying the new index");
    let answers = index.answers();
    index.settle()?;
    bar.finish_and_clear();
    search::swap(&fresh, &live)?;
    Ok(Reindexed { answers })
}
