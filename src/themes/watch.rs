//! Progress told, and leave to go on asked for, while themes are being found.

use std::ops::ControlFlow;

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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_parts_count_towards_the_whole() {
        let stop_late = |share: f64| if share > 0.7 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
        let part = Watch::new(&stop_late).part(0.5, 1.0).part(0.0, 0.5);
        assert_eq!((part.at(0.7), part.at(1.0)), (Ok(()), Err(Cancelled)));
    }
}
