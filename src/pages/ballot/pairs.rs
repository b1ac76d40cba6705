//! A count by Schulze's method as a reader can follow and check it: every two choices compared, and the paths by which a
//! choice stands before another that is not simply put after it on more papers.

use maud::{Markup, html};

use super::rounds::Telling;
use crate::ballot::Pairs;

/// Up to so many choices every comparison stands open.
const FEW: usize = 5;

impl Telling<'_> {
    /// Whether more papers put a winner before each choice that is left, once those chosen before it are taken away.
    pub(super) fn is_before_all_left(&self, winner: usize) -> bool {
        let Some(pairs) = &self.count.pairs else { return false };
        let earlier = self.count.winners.iter().take_while(|one| **one != winner);
        let earlier: Vec<usize> = earlier.copied().collect();
        let mut left = self.count.order.iter().map(|standing| standing.candidate);
        left.all(|other| other == winner || earlier.contains(&other) || pairs.is_preferred(winner, other))
    }

    /// Every two choices compared, and the paths that decide; nothing for other methods.
    pub(super) fn pairs(&self) -> Markup {
        let Some(pairs) = &self.count.pairs else { return html! {} };
        let all = self.compared(pairs);
        let paths = self.paths(pairs);
        html! {
            details class="card" open[self.count.order.len() <= FEW] {
                summary { h3 { (self.say.say("vote-pairs")) } }
                p { (self.say.say("vote-pairs-why")) }
                ul { @for sentence in &all { li { (sentence) } } }
            }
            @if !paths.is_empty() {
                section class="card" {
                    h3 { (self.say.say("vote-paths")) }
                    p { (self.say.say("vote-paths-why")) }
                    ul { @for sentence in &paths { li { (sentence) } } }
                }
            }
        }
    }

    /// Each two choices once, whichever is preferred first.
    fn compared(&self, pairs: &Pairs) -> Vec<String> {
        let mut said = Vec::new();
        for (above, below) in self.two_by_two() {
            let (one, other) = if pairs.is_preferred(below, above) { (below, above) } else { (above, below) };
            let given = [
                ("one", self.name(one).into()),
                ("other", self.name(other).into()),
                ("papers", pairs.preferred[one][other].into()),
                ("back", pairs.preferred[other][one].into()),
            ];
            said.push(self.say.say_with("vote-pair", &given));
        }
        said
    }

    /// Where one choice stands before another that no more papers put it before, or fewer: by which path, and back.
    fn paths(&self, pairs: &Pairs) -> Vec<String> {
        let stronger = |one: usize, other: usize| pairs.strongest[one][other] > pairs.strongest[other][one];
        let by_path = self
            .two_by_two()
            .into_iter()
            .filter(|(above, below)| stronger(*above, *below) && !pairs.is_preferred(*above, *below));
        by_path.filter_map(|(above, below)| self.path(pairs, above, below)).collect()
    }

    fn path(&self, pairs: &Pairs, above: usize, below: usize) -> Option<String> {
        let path = pairs.path(above, below)?;
        let mut given = vec![
            ("one", self.name(above).into()),
            ("other", self.name(below).into()),
            ("path", self.steps(pairs, &path).into()),
            ("papers", pairs.strongest[above][below].into()),
        ];
        Some(match pairs.path(below, above) {
            None => self.say.say_with("vote-path-alone", &given),
            Some(back) => {
                given.push(("back", self.steps(pairs, &back).into()));
                given.push(("fewer", pairs.strongest[below][above].into()));
                self.say.say_with("vote-path", &given)
            }
        })
    }

    fn steps(&self, pairs: &Pairs, path: &[usize]) -> String {
        let step = |two: &[usize]| {
            let given = [
                ("one", self.name(two[0]).into()),
                ("other", self.name(two[1]).into()),
                ("papers", pairs.preferred[two[0]][two[1]].into()),
            ];
            self.say.say_with("vote-path-step", &given)
        };
        self.say.listed(&path.windows(2).map(step).collect::<Vec<_>>())
    }

    /// Every two of those who stand, the better placed first.
    fn two_by_two(&self) -> Vec<(usize, usize)> {
        let order: Vec<usize> = self.count.order.iter().map(|standing| standing.candidate).collect();
        let after = |at: usize| order[at + 1..].iter().map(move |below| (at, *below));
        (0..order.len()).flat_map(after).map(|(at, below)| (order[at], below)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ballot::{Blt, Method, count};
    use crate::pages::Words;

    fn told(text: &str) -> (Vec<String>, Vec<String>, String) {
        let blt = Blt::parse(text).unwrap();
        let count = count(&blt.election(Method::Schulze, 1, None)).unwrap();
        let telling = Telling { say: Words::english(), count: &count, names: &blt.names };
        let pairs = count.pairs.as_ref().unwrap();
        (telling.compared(pairs), telling.paths(pairs), telling.rounds().into_string())
    }

    #[test]
    fn a_winner_that_somebody_is_preferred_to_wins_by_a_path_that_can_be_followed() {
        // A is before B on 13 papers of 20 and B before C on 14; C is before A on 11.
        let (compared, paths, rounds) = told("3 1\n9 1 2 3 0\n5 2 3 1 0\n4 3 1 2 0\n2 3 2 1 0\n0\n\"A\" \"B\" \"C\"");
        assert_eq!(
            compared,
            [
                "A before B: 13 papers. The other way round: 7.",
                "C before A: 11 papers. The other way round: 9.",
                "B before C: 14 papers. The other way round: 6.",
            ]
        );
        let said = "A stands before C by a path: A before B (13), B before C (14). Its weakest step has 13 papers. The \
                    strongest path back, C before A (11), has 11.";
        assert_eq!(paths, [said]);
        assert!(rounds.contains("no choice that is left has a stronger path to it"), "{rounds}");
        let (_, paths, rounds) = told("3 1\n3 1 2 3 0\n1 2 3 1 0\n0\n\"A\" \"B\" \"C\"");
        assert!(paths.is_empty() && rounds.contains("against each choice that is left"), "{paths:?} {rounds}");
    }
}
