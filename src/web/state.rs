//! What every handler can reach.

use std::sync::Arc;

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::config::Config;
use crate::library::{Library, Manuscripts, Shelf};
use crate::search::Index;
use crate::store::Store;
use crate::web::{Press, Turns, Views};
use crate::worker::Wake;

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
    /// Which answers officers are coding now.
    pub turns: Turns,
    /// What views that read every answer came to.
    pub views: Views,
    /// Publications and their files that were asked for lately.
    pub press: Press,
}

impl State {
    /// What is served at this moment. A request asks once where it must not change under its hands.
    pub fn library(&self) -> Arc<Library> {
        self.shelf.library()
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
