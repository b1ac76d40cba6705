//! What every handler can reach.

use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::config::{Config, Mail};
use crate::letter::Dispatch;
use crate::library::{Library, Manuscripts, Shelf};
use crate::search::Index;
use crate::store::Store;
use crate::web::{KeptColumns, Press, Turns, Unprinted, Views, Walls};
use crate::worker::{Post, Wake};

/// What every handler can reach. One for the whole server.
pub struct State {
    pub config: Config,
    pub store: Store,
    pub index: Arc<Index>,
    /// What is served; publishing a survey replaces it.
    pub shelf: Shelf,
    /// Surveys as they are being written.
    pub manuscripts: Manuscripts,
    /// Says that something was stored.
    pub worker: Wake,
    /// Says that a letter was queued, and what keeps letters back.
    pub post: Post,
    /// Which answers officers are coding now.
    pub turns: Turns,
    /// What views that read every answer came to.
    pub views: Views,
    /// Answers in memory, for breakdowns.
    pub columns: KeptColumns,
    /// Publications and their files that were asked for lately.
    pub press: Press,
    /// What the walls that follow campaigns show.
    pub walls: Walls,
    /// Vouchers and links that were made and not yet taken.
    pub unprinted: Unprinted,
}

impl State {
    /// What is served at this moment. A request asks once where it must not change under its hands.
    pub fn library(&self) -> Arc<Library> {
        self.shelf.library()
    }

    /// What becomes of letters that are written now; none where this website sends none.
    pub fn dispatch(&self) -> Option<Dispatch> {
        match self.config.mail {
            Mail::Off => None,
            Mail::Kept => Some(Dispatch::Keep),
            Mail::Through(_) => Some(Dispatch::Send),
        }
    }

    /// The start of every address in a letter: the one that is set, never the one that a request came by, which
    /// whoever sends a request can make up.
    pub fn letter_website(&self) -> String {
        let url = self.config.public_url.clone().unwrap_or_else(|| format!("http://{}", self.config.listen));
        url.trim_end_matches('/').to_owned()
    }
}

/// The time it is for people who vote: ballots open and close by the clocks of London.
pub fn now() -> DateTime {
    let london = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
    london.to_datetime(jiff::Timestamp::now())
}

/// The day it is for people who are asked: opening and closing days begin and end at midnight in London.
pub fn today() -> Date {
    let london = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
    london.to_datetime(jiff::Timestamp::now()).date()
}
