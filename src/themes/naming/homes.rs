//! Where answers go that their theme's name does not speak for: to a theme whose name does, or to a new one.
//!
//! An answer goes where most of it is spoken of, and what few speak of counts for more. New themes are of one
//! subject of the list each; the smallest is given up, and its answers go to their next best, until all are large
//! enough. Leaves out which answers those are (`regrouping`).

use super::Naming;
use super::regrouping::Heard;
use super::weighing::What;

/// What more than this share of other answers hold brings none of them to a theme that is there.
const COMMON: f64 = 0.25;

/// A theme that is there is preferred to a new one by this much.
const THERE: f64 = 1.2;

/// The themes that answers can go to.
#[derive(Debug)]
pub(super) struct Homes {
    /// What each theme that is there speaks of, with how much a mention of it counts.
    there: Vec<Vec<(What, f64)>>,
    /// How much a mention of each subject counts; nought where no new theme is of it.
    new: Vec<f64>,
    /// The number of the new theme of each subject.
    numbers: Vec<usize>,
}

impl Homes {
    /// Homes for answers that lost all their themes, from those of them that were read.
    pub fn find(naming: &Naming<'_>, there: Vec<Vec<(What, f64)>>, lost: &[&Heard<'_>], fewest: usize) -> Self {
        let read = naming.mentions.len();
        let worth = |share: f64| -share.max(1.0 / read.max(1) as f64).ln();
        let common = |share: f64| if share > COMMON { 0.0 } else { THERE * worth(share) };
        let mut counts = vec![0usize; super::Subjects::bundled().names.len()];
        for &(subject, _) in naming.mentions.iter().flatten() {
            counts.get_mut(subject as usize).into_iter().for_each(|count| *count += 1);
        }
        let mut new: Vec<f64> = counts.iter().map(|&count| worth(count as f64 / read.max(1) as f64)).collect();
        for (what, _) in there.iter().flatten() {
            if let What::Subject(subject) = what {
                new.get_mut(*subject as usize).into_iter().for_each(|worth| *worth = 0.0);
            }
        }
        let there = there
            .into_iter()
            .map(|parts| parts.into_iter().map(|(what, elsewhere)| (what, common(elsewhere))).collect());
        let mut homes = Self { there: there.collect(), new, numbers: Vec::new() };
        homes.close_small(naming, lost, fewest);
        let mut number = homes.there.len();
        for worth in &homes.new {
            number += usize::from(*worth > 0.0);
            homes.numbers.push(number);
        }
        homes
    }

    /// Gives up new themes until each has `fewest` answers.
    fn close_small(&mut self, naming: &Naming<'_>, lost: &[&Heard<'_>], fewest: usize) {
        let there: Vec<f64> = lost.iter().map(|heard| self.best_there(naming, heard).map_or(0.0, |it| it.1)).collect();
        loop {
            let mut sizes = vec![0usize; self.new.len()];
            for (heard, &there) in lost.iter().zip(&there) {
                if let Some((subject, _)) = self.best_new(heard).filter(|&(_, worth)| worth > there) {
                    sizes.get_mut(subject).into_iter().for_each(|size| *size += 1);
                }
            }
            let open = sizes.iter().enumerate().filter(|&(at, _)| self.new.get(at).is_some_and(|&worth| worth > 0.0));
            let Some((smallest, _)) = open.filter(|&(_, &size)| size < fewest).min_by_key(|&(at, &size)| (size, at))
            else {
                return;
            };
            // Those that nobody goes to are all given up at once.
            for (worth, &size) in self.new.iter_mut().zip(&sizes) {
                *worth = if size == 0 { 0.0 } else { *worth };
            }
            self.new.get_mut(smallest).into_iter().for_each(|worth| *worth = 0.0);
        }
    }

    /// How many new themes there are.
    pub fn new_themes(&self) -> usize {
        self.new.iter().filter(|&&worth| worth > 0.0).count()
    }

    /// The theme an answer goes to, if any.
    pub fn of(&self, naming: &Naming<'_>, heard: &Heard<'_>) -> Option<usize> {
        let (there, new) = (self.best_there(naming, heard), self.best_new(heard));
        match (there, new) {
            (Some(there), Some(new)) if new.1 > there.1 => self.numbers.get(new.0).copied(),
            (Some((theme, _)), _) => Some(theme),
            (None, new) => self.numbers.get(new?.0).copied(),
        }
    }

    fn best_there(&self, naming: &Naming<'_>, heard: &Heard<'_>) -> Option<(usize, f64)> {
        let worth = |parts: &Vec<(What, f64)>| -> f64 {
            let each = parts.iter().filter(|(_, worth)| *worth > 0.0);
            each.map(|(what, worth)| f64::from(naming.weight(what, heard)) * worth).fold(0.0, f64::max)
        };
        best(self.there.iter().map(worth).enumerate())
    }

    fn best_new(&self, heard: &Heard<'_>) -> Option<(usize, f64)> {
        let worth = |subject: u32| self.new.get(subject as usize).copied().unwrap_or_default();
        best(heard.subjects().map(|(subject, weight)| (subject as usize, f64::from(weight) * worth(subject))))
    }
}

/// The most worth of all above nought; of equals the first.
fn best(all: impl Iterator<Item = (usize, f64)>) -> Option<(usize, f64)> {
    all.filter(|it| it.1 > 0.0).reduce(|best, it| if it.1 > best.1 { it } else { best })
}
