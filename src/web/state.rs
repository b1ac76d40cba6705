//! What every handler can reach.

use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::config::Config;
use crate::library::Library;
use crate::search::Index;
use crate::store::Store;
use crate::web::{Turns, Views};
use crate::worker::Wake;

/// What every handler can reach. One for the whole server.
pub struct State {
    pub config: Config,
    pub store: Store,
    pub index: Arc<Index>,
    pub library: Arc<Library>,
    /// Says that something was stored.
    pub worker: Wake,
    /// Which answers officers are coding now.
    pub turns: Turns,
    /// What views that read every answer came to.
    pub views: Views,
}

/// The day it is for people who are asked: opening and closing days begin and end at midnight in London.
pub fn today() -> Date {
    let london = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
    london.to_datetime(jiff::Timestamp::now()).date()
}
