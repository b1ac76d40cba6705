//! What may still change about a ballot once it is open: nothing that a vote or its count rests on.
//!
//! Before it opens everything may change, because nobody has voted by it. From the first moment of voting the method,
//! the seed, the seats, the form of the paper, the candidates and the times stand. Who to talk to, words in further
//! languages and notes for officers may be put right, and a candidate may withdraw. Leaves out who may make a change.

use super::definition::{Ballot, Candidate};

/// A part of a ballot that stands once it is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fixed {
    Key,
    Opens,
    Closes,
    Ages,
    /// Whether a paper needs a voucher.
    Vouchers,
    Form,
    Method,
    Seats,
    Seed,
    /// Which candidates there are, in which order, and from which themes.
    Candidates,
    /// A candidate who had withdrawn stands again.
    Withdrawn,
    Perspectives,
    /// What the paper says in the language that has all words, or in one that papers were read in.
    Words,
}

impl Fixed {
    /// The key of `ballot.toml` that it stands under.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Opens => "opens",
            Self::Closes => "closes",
            Self::Ages => "ages",
            Self::Vouchers => "vouchers",
            Self::Form => "paper",
            Self::Method => "method",
            Self::Seats => "seats",
            Self::Seed => "seed",
            Self::Candidates => "candidate",
            Self::Withdrawn => "candidate.withdrawn",
            Self::Perspectives => "perspective",
            Self::Words => "wording",
        }
    }
}

/// Why a ballot cannot be changed like this.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the ballot has opened: {} cannot change any more", self.parts())]
pub struct Refusal {
    /// Everything that would change and may not; never empty.
    pub fixed: Vec<Fixed>,
}

impl Refusal {
    fn parts(&self) -> String {
        self.fixed.iter().map(|fixed| fixed.as_str()).collect::<Vec<_>>().join(", ")
    }
}

/// Whether a ballot may be changed from `old` to `new`. `opened` says whether it has ever taken a paper or its time of
/// opening has come.
///
/// # Errors
/// Everything that would change and may not.
pub fn may_change(old: &Ballot, new: &Ballot, opened: bool) -> Result<(), Refusal> {
    if !opened {
        return Ok(());
    }
    let stands = |candidate: &Candidate| (candidate.key.clone(), candidate.source, candidate.from_theme.clone());
    let candidates = |ballot: &Ballot| ballot.candidates.iter().map(stands).collect::<Vec<_>>();
    let returns = |before: &Candidate| {
        before.withdrawn && new.find_candidate(&before.key).is_some_and(|(_, candidate)| !candidate.withdrawn)
    };
    // What was read stands; a language may be added, and one may be completed where the default stood in.
    let words = old.wordings.iter().all(|(language, before)| {
        new.wordings
            .get(language)
            .is_some_and(|after| before.paper.iter().all(|(edition, words)| after.paper.get(edition) == Some(words)))
    });
    let changes = [
        (Fixed::Key, old.key != new.key),
        (Fixed::Opens, old.opens != new.opens),
        (Fixed::Closes, old.closes != new.closes),
        (Fixed::Ages, old.ages != new.ages),
        (Fixed::Vouchers, old.vouchers != new.vouchers),
        (Fixed::Form, old.form != new.form),
        (Fixed::Method, old.method != new.method),
        (Fixed::Seats, old.seats != new.seats),
        (Fixed::Seed, old.seed != new.seed),
        (Fixed::Candidates, candidates(old) != candidates(new)),
        (Fixed::Withdrawn, old.candidates.iter().any(returns)),
        (Fixed::Perspectives, old.perspectives != new.perspectives),
        (Fixed::Words, !words || old.default_language != new.default_language),
    ];
    let fixed: Vec<Fixed> = changes.into_iter().filter(|(_, changed)| *changed).map(|(fixed, _)| fixed).collect();
    if fixed.is_empty() { Ok(()) } else { Err(Refusal { fixed }) }
}

#[cfg(test)]
mod tests {
    use super::super::parse_tests::{ballot, small_ballot};
    use super::*;

    #[test]
    fn before_it_opens_everything_may_change_and_after_nothing_that_a_count_rests_on() {
        let old = small_ballot();
        let cases = [
            ("method = \"borda\"", "method = \"schulze\"", Fixed::Method),
            ("seed = \"a seed\"", "seed = \"another\"", Fixed::Seed),
            ("seats = 1", "seats = 2", Fixed::Seats),
            ("at_most = 3", "at_most = 2", Fixed::Form),
            ("2026-11-27T17:00", "2026-11-28T17:00", Fixed::Closes),
            ("2026-11-02T09:00", "2026-11-01T09:00", Fixed::Opens),
            ("key = \"park\"", "key = \"park\"\nfrom_theme = \"parks\"", Fixed::Candidates),
            ("ages = [11, 18]", "ages = [11, 19]", Fixed::Ages),
            ("ages = [11, 18]", "ages = [11, 18]\nvouchers = true", Fixed::Vouchers),
            ("label = \"Buses\"", "label = \"Cheaper buses\"", Fixed::Words),
        ];
        for (from, to, fixed) in cases {
            let new = ballot(&|text| text.replacen(from, to, 1), &|text| text.replacen(from, to, 1));
            assert_ne!(old.digest, new.digest, "{to}");
            assert_eq!(may_change(&old, &new, false), Ok(()), "{to}");
            assert_eq!(may_change(&old, &new, true), Err(Refusal { fixed: vec![fixed] }), "{to}");
        }
    }

    #[test]
    fn who_to_talk_to_may_change_and_a_candidate_may_withdraw_but_not_return() {
        let old = small_ballot();
        let helped = ballot(&|text| text.replace("0800 1111", "0800 2222"), &str::to_owned);
        assert_eq!(may_change(&old, &helped, true), Ok(()));
        let gone =
            ballot(&|text| text.replacen("key = \"park\"", "key = \"park\"\nwithdrawn = true", 1), &str::to_owned);
        assert_eq!(may_change(&old, &gone, true), Ok(()));
        let refusal = may_change(&gone, &old, true).unwrap_err();
        assert_eq!(refusal.fixed, [Fixed::Withdrawn]);
        assert_eq!(refusal.to_string(), "the ballot has opened: candidate.withdrawn cannot change any more");
    }
}
