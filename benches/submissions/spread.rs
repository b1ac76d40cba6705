//! How measured times spread.

use std::fmt;
use std::time::Duration;

/// Times in order, from the shortest.
pub struct Spread(Vec<Duration>);

impl Spread {
    pub fn of(mut times: Vec<Duration>) -> Self {
        times.sort_unstable();
        Spread(times)
    }

    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The time that this share of all are within; nothing when nothing was measured.
    pub fn at(&self, share: f64) -> Option<Duration> {
        let last = self.0.len().checked_sub(1)?;
        self.0.get((share * last as f64).round() as usize).copied()
    }
}

impl fmt::Display for Spread {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |share| self.at(share).map_or("-".to_owned(), |time| format!("{:.2}", time.as_secs_f64() * 1000.0));
        write!(
            out,
            "p50 {} ms, p99 {} ms, longest {} ms ({} measured)",
            shown(0.5),
            shown(0.99),
            shown(1.0),
            self.count()
        )
    }
}
