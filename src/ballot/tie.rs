//! Ties, and the seed published before a ballot opens that breaks them.
//!
//! **The draw.** Each tied candidate draws a number: the SHA-256 of the text `SEED:ROUND:KEY`, where ROUND is the
//! number of the round that the tie is in and KEY is the candidate's key (in a `.blt` file its name). The highest
//! number is the luckiest: it wins where one is chosen and stays where one must go. Anybody can repeat it with
//! `printf 'SEED:ROUND:KEY' | sha256sum`. Nothing else breaks a tie, and every use of the draw is in its round.

use sha2::{Digest, Sha256};

/// The most characters that a seed has.
const MOST_CHARACTERS: usize = 200;

/// The seed of a ballot's draws: a line of text that everybody could read before the ballot opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seed(String);

impl Seed {
    /// A seed, unless it is blank, longer than a line of 200 characters or holds control characters.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        let fits = !text.is_empty() && text.chars().count() <= MOST_CHARACTERS && !text.chars().any(char::is_control);
        fits.then(|| Self(text.to_owned()))
    }

    /// As it was published.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The number that a candidate draws in a round, its highest byte first.
    pub fn draw(&self, round: usize, key: &str) -> [u8; 32] {
        Sha256::new().chain_update(format!("{}:{round}:{key}", self.0)).finalize().into()
    }
}

/// A tie that had to be broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tie {
    /// What was to be decided.
    pub about: TieAbout,
    /// Who were equal, by their place on the paper.
    pub between: Vec<usize>,
    /// Whom the draw favoured to win, or to go, the luckiest first. Empty where no seed was given.
    pub chosen: Vec<usize>,
}

/// What a tie is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TieAbout {
    /// Who takes the seats that are left: the luckiest.
    Winning,
    /// Who is out: the unluckiest.
    Leaving,
    /// Whose surplus moves first: the luckiest's.
    Surplus,
}

/// Draws in one round of one count.
#[derive(Clone, Copy)]
pub(super) struct Draw<'a> {
    pub seed: Option<&'a Seed>,
    pub keys: &'a [String],
    pub round: usize,
}

impl Draw<'_> {
    /// Chooses `wanted` of these; nobody when there is no seed.
    pub fn choose(&self, about: TieAbout, between: &[usize], wanted: usize) -> Tie {
        let mut chosen = Vec::new();
        if let Some(seed) = self.seed {
            chosen = between.to_vec();
            chosen.sort_by_cached_key(|candidate| {
                let key = self.keys.get(*candidate).map(String::as_str).unwrap_or_default();
                std::cmp::Reverse((seed.draw(self.round, key), key.to_owned()))
            });
            if about == TieAbout::Leaving {
                chosen.reverse();
            }
            chosen.truncate(wanted);
        }
        let mut between = between.to_vec();
        between.sort_unstable();
        Tie { about, between, chosen }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draw_can_be_repeated_with_any_tool() {
        // printf 'a seed:2:bullying' | sha256sum
        let seed = Seed::new(" a seed ").unwrap();
        let hex: String = seed.draw(2, "bullying").iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hex, "08faa147e713dcabf0e9eaeb7baa7b53f868cc677901273273ebdf64de4140e5");
    }

    #[test]
    fn the_luckiest_wins_and_the_unluckiest_leaves() {
        let keys = ["a", "b", "c"].map(str::to_owned);
        let seed = Seed::new("s").unwrap();
        let draw = Draw { seed: Some(&seed), keys: &keys, round: 1 };
        let order = draw.choose(TieAbout::Winning, &[2, 0, 1], 3).chosen;
        assert_eq!(draw.choose(TieAbout::Winning, &[0, 1, 2], 1).chosen, order[..1]);
        assert_eq!(draw.choose(TieAbout::Leaving, &[1, 2, 0], 1).chosen, order[2..]);
        assert_eq!(draw.choose(TieAbout::Leaving, &[1, 2, 0], 1).between, [0, 1, 2]);
        let unseeded = Draw { seed: None, ..draw };
        assert!(unseeded.choose(TieAbout::Winning, &[0, 1], 1).chosen.is_empty());
    }

    #[test]
    fn every_candidate_is_as_lucky_as_another() {
        let keys = ["a", "b", "c"].map(str::to_owned);
        let mut wins = [0; 3];
        for number in 0..3000 {
            let seed = Seed::new(&format!("seed {number}")).unwrap();
            let draw = Draw { seed: Some(&seed), keys: &keys, round: 1 };
            wins[draw.choose(TieAbout::Winning, &[0, 1, 2], 1).chosen[0]] += 1;
        }
        assert!(wins.iter().all(|wins| (900..1100).contains(wins)), "{wins:?}");
    }

    #[test]
    fn a_seed_is_one_line_that_says_something() {
        for text in ["", "  ", "a\nb", &"é".repeat(201)] {
            assert!(Seed::new(text).is_none(), "{text:?}");
        }
    }
}
