//! Progress told, and leave to go on asked for, while themes are being found.

use std::ops::ControlFlow;
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;
use thiserror::Error;

/// The work was given up because whoever asked for it said so; nothing came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("finding themes was stopped before it was done")]
pub struct Cancelled;

/// A stretch of work that says how far it is.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    told: &'a (dyn Fn(f64) -> ControlFlow<()> + Sync),
    from: f64,
    to: f64,
}

impl<'a> Watch<'a> {
    /// The whole work: `told` hears of the share done, from 0 to 1, and says whether to go on.
    pub fn new(told: &'a (dyn Fn(f64) -> ControlFlow<()> + Sync)) -> Self {
        Self { told, from: 0.0, to: 1.0 }
    }

    /// A part of the work, between two shares of it.
    pub(super) fn part(self, from: f64, to: f64) -> Self {
        let at = |share: f64| self.from + share * (self.to - self.from);
        Self { told: self.told, from: at(from), to: at(to) }
    }

    /// Says that this share of the stretch is done.
    ///
    /// # Errors
    /// [`Cancelled`] when the work is to stop.
    pub(super) fn at(self, share: f64) -> Result<(), Cancelled> {
        match (self.told)(self.from + share * (self.to - self.from)) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(Cancelled),
        }
    }
}

impl Watch<'_> {
    /// What `work` makes of each of some numbers, several at a time. The first one tells how far it is, for all; the
    /// others only hear that they are to stop.
    ///
    /// # Errors
    /// [`Cancelled`] when the work is to stop.
    pub(super) fn side_by_side<T: Send>(
        self,
        numbers: std::ops::Range<usize>,
        work: impl Fn(usize, Watch<'_>) -> Result<T, Cancelled> + Sync,
    ) -> Result<Vec<T>, Cancelled> {
        let (first, stopped) = (numbers.start, AtomicBool::new(false));
        let one = |number: usize| {
            let told = |share: f64| {
                let goes_on = match number == first {
                    true => self.at(share).is_ok(),
                    false => !stopped.load(Ordering::Relaxed),
                };
                if goes_on {
                    return ControlFlow::Continue(());
                }
                stopped.store(true, Ordering::Relaxed);
                ControlFlow::Break(())
            };
            work(number, Watch::new(&told))
        };
        numbers.into_par_iter().map(one).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_side_by_side_is_told_of_once_and_stops_together() {
        let asked = std::sync::atomic::AtomicUsize::new(0);
        let stop = |share: f64| match asked.fetch_add(1, Ordering::SeqCst) {
            0 if share < 0.6 => ControlFlow::Continue(()),
            _ => ControlFlow::Break(()),
        };
        let go_on = |_: f64| ControlFlow::Continue(());
        let doubled = Watch::new(&go_on).side_by_side(2..5, |number, watch| watch.at(0.5).map(|()| 2 * number));
        assert_eq!(doubled, Ok(vec![4, 6, 8]));
        let work = |_: usize, watch: Watch<'_>| (0..100_000).try_for_each(|_| watch.at(0.5));
        assert_eq!(Watch::new(&stop).side_by_side(0..4, work), Err(Cancelled));
        assert_eq!(asked.into_inner(), 2, "only the first asks");
    }

    #[test]
    fn parts_of_parts_count_towards_the_whole() {
        let stop_late = |share: f64| if share > 0.7 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
        let part = Watch::new(&stop_late).part(0.5, 1.0).part(0.0, 0.5);
        assert_eq!((part.at(0.7), part.at(1.0)), (Ok(()), Err(Cancelled)));
    }
}
