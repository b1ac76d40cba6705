//! A count round by round: who had how many votes, drawn as bars, and what happened then, in sentences.
//!
//! The sentences say what `ballot::explain` prints, in the reader's language. Leaves out comparing two by two (`pairs`).

use maud::{Markup, html};

use crate::ballot::{Count, Method, Round, Step, Tie, TieAbout, Votes, Why};
use crate::pages::Words;

/// A count in the words of one reader.
#[derive(Debug, Clone, Copy)]
pub(super) struct Telling<'a> {
    pub say: Words,
    pub count: &'a Count,
    /// The candidates' names, in the order of the paper.
    pub names: &'a [String],
}

impl Telling<'_> {
    /// What the numbers of this method are of.
    pub fn unit(&self) -> &'static str {
        match self.count.method {
            Method::Borda | Method::Dowdall | Method::Points => self.say.say("vote-points"),
            Method::Schulze => self.say.say("vote-beats"),
            _ => self.say.say("vote-votes"),
        }
    }

    pub fn name(&self, candidate: usize) -> &str {
        self.names.get(candidate).map_or("?", String::as_str)
    }

    /// Several names as a list: `A, B and C`.
    pub fn all(&self, candidates: &[usize]) -> String {
        let names: Vec<&str> = candidates.iter().map(|one| self.name(*one)).collect();
        match names.as_slice() {
            [before @ .., last] if !before.is_empty() => {
                let given = [("first", self.say.listed(before).into()), ("last", (*last).into())];
                self.say.say_with("vote-two-names", &given)
            }
            all => self.say.listed(all),
        }
    }

    /// Whether each choice's number stands as it was when the choice was chosen or left out, so that they come from
    /// several rounds.
    pub fn is_of_rounds(&self) -> bool {
        matches!(self.count.method, Method::InstantRunoff | Method::Stv) && self.count.rounds.len() > 1
    }

    /// What the number beside each choice is, and of how many papers.
    pub fn unit_of_all(&self) -> String {
        let papers = ("papers", self.count.papers.into());
        match self.count.method {
            Method::Schulze => self.unit().to_owned(),
            _ if self.is_of_rounds() => self.say.say_with("vote-votes-when", &[papers]),
            _ => self.say.say_with("vote-unit-of", &[("unit", self.unit().into()), papers]),
        }
    }

    /// The votes that elected the only winner where papers no longer counted by then, with the votes that still did and
    /// those that did not.
    pub fn half_of_some(&self) -> Option<(usize, Votes, f64, Votes)> {
        let is_runoff = self.count.method == Method::InstantRunoff;
        let last = self.count.rounds.last().filter(|last| is_runoff && !last.exhausted.is_none())?;
        last.steps.iter().find_map(|step| match step {
            Step::Elected { candidate, votes, why: Why::MoreThanHalf } => {
                Some((*candidate, *votes, counting(last), last.exhausted))
            }
            _ => None,
        })
    }

    /// Every round.
    pub fn rounds(&self) -> Markup {
        let most = self.count.rounds.iter().flat_map(|round| &round.held).map(|held| held.votes.to_f64());
        let most = most.fold(1.0, f64::max);
        html! {
            @if let Some(quota) = self.count.quota {
                p { (self.say.say_with("vote-quota", &[("votes", self.votes(quota).into())])) }
            }
            @if self.count.rounds.len() > 1 { p class="small" { (self.say.say("vote-bars")) } }
            @for (at, round) in self.count.rounds.iter().enumerate() {
                @let before = at.checked_sub(1).and_then(|before| self.count.rounds.get(before));
                (self.round(round, before, most))
            }
        }
    }

    /// One round: the first and the last stand open, and of the others what happened in them.
    fn round(&self, round: &Round, before: Option<&Round>, most: f64) -> Markup {
        let all = self.count.rounds.len();
        if all == 1 {
            return html! { section class="card" { (self.held(round, before, most)) } };
        }
        let number = self.say.say_with("vote-round", &[("number", round.number.to_string().into())]);
        let decides = |step: &&Step| matches!(step, Step::Elected { .. } | Step::Out { .. });
        let happened: Vec<String> = round.steps.iter().filter(decides).map(|step| self.step(round, step)).collect();
        let ends = before.is_none() || round.number == all;
        html! {
            details class="card" open[ends] {
                summary { h3 { (number) } @for sentence in &happened { " " span class="small" { (sentence) } } }
                (self.held(round, before, most))
            }
        }
    }

    fn held(&self, round: &Round, before: Option<&Round>, most: f64) -> Markup {
        let mut held: Vec<_> = round.held.iter().collect();
        held.sort_by(|one, other| other.votes.to_f64().total_cmp(&one.votes.to_f64()));
        html! {
                table class="counted" {
                    thead { tr {
                        th scope="col" { (self.say.say("vote-choice")) }
                        th scope="col" class="num" { (self.unit()) }
                    } }
                    tbody {
                        @for held in held {
                            tr {
                                th scope="row" { (self.name(held.candidate)) (bar(held.votes, gained(before, held.candidate), most)) }
                                td class="num" { b { (self.votes(held.votes)) } }
                            }
                        }
                    }
                }
                @if !round.exhausted.is_none() {
                    p { (self.say.say_with("vote-exhausted-all", &[("votes", self.votes(round.exhausted).into())])) }
                }
                ul { @for step in &round.steps { li { (self.step(round, step)) } } }
        }
    }

    fn step(&self, round: &Round, step: &Step) -> String {
        let say = self.say;
        let text = |votes: &Votes| self.votes(*votes);
        match step {
            Step::Tie(tie) => self.tie(tie),
            Step::Elected { candidate, votes, why } => {
                let given = [("name", self.name(*candidate).into()), ("votes", text(votes).into())];
                match why {
                    Why::MostVotes => say.say_with("vote-why-most", &given),
                    Why::MoreThanHalf => {
                        let [name, votes] = given;
                        let counting = ("counting", say.decimals(&counting(round).to_string()).into());
                        say.say_with("vote-why-half", &[name, votes, counting])
                    }
                    Why::Quota => say.say_with("vote-why-quota", &given),
                    Why::LastLeft => say.say_with("vote-why-last", &given),
                    Why::Unbeaten if self.is_before_all_left(*candidate) => say.say_with("vote-why-beats", &given[..1]),
                    Why::Unbeaten => say.say_with("vote-why-path", &given[..1]),
                }
            }
            Step::Out { candidate, votes } => {
                say.say_with("vote-out", &[("name", self.name(*candidate).into()), ("votes", text(votes).into())])
            }
            Step::Surplus { candidate, surplus, value } => say.say_with(
                "vote-surplus",
                &[
                    ("name", self.name(*candidate).into()),
                    ("surplus", text(surplus).into()),
                    ("value", say.decimals(&value.to_string()).into()),
                ],
            ),
            Step::Moved { from, to: Some(to), votes, .. } => say.say_with(
                "vote-moved",
                &[("votes", text(votes).into()), ("from", self.name(*from).into()), ("to", self.name(*to).into())],
            ),
            Step::Moved { from, to: None, votes, .. } => {
                say.say_with("vote-exhausted", &[("votes", text(votes).into()), ("from", self.name(*from).into())])
            }
            Step::Empty { seats } => say.say_with("vote-empty", &[("seats", (*seats).into())]),
        }
    }

    fn tie(&self, tie: &Tie) -> String {
        let names = self.all(&tie.between);
        if tie.chosen.is_empty() {
            return self.say.say_with("vote-tie-open", &[("names", names.into())]);
        }
        let given = [("names", names.into()), ("chosen", self.all(&tie.chosen).into())];
        let key = match tie.about {
            TieAbout::Winning => "vote-tie-drawn",
            TieAbout::Leaving => "vote-tie-out",
            TieAbout::Surplus => "vote-tie-moves",
        };
        self.say.say_with(key, &given)
    }

    /// Votes as people read them in their language.
    pub fn votes(&self, votes: Votes) -> String {
        self.say.decimals(&shown(votes))
    }
}

/// The votes that still count in a round.
fn counting(round: &Round) -> f64 {
    round.held.iter().map(|held| held.votes.to_f64()).sum()
}

/// Votes as people read them: parts of a vote to two decimal places. The file of the count has them all.
fn shown(votes: Votes) -> String {
    let text = votes.to_string();
    match text.split_once('.') {
        Some((_, places)) if places.len() > 2 => format!("{:.2}", votes.to_f64()),
        _ => text,
    }
}

/// How many votes came to a candidate as the round before ended.
fn gained(before: Option<&Round>, candidate: usize) -> f64 {
    let steps = before.map(|round| round.steps.as_slice()).unwrap_or_default();
    let moved = steps.iter().filter_map(|step| match step {
        Step::Moved { to: Some(to), votes, .. } if *to == candidate => Some(votes.to_f64()),
        _ => None,
    });
    moved.sum()
}

/// A bar of what somebody has; what came in the round before is its dashed end. The number stands beside it.
fn bar(votes: Votes, gained: f64, most: f64) -> Markup {
    let all = votes.to_f64() * 100.0 / most;
    let new = (gained * 100.0 / most).min(all);
    let (old, new) = (format!("{:.2}%", all - new), format!("{new:.2}%"));
    html! {
        svg class="bar" aria-hidden="true" {
            rect class="all" y="5" height="16" width=(old) rx="2" {}
            @if gained > 0.0 { rect class="can" x=(old) y="5" height="16" width=(new) {} }
        }
    }
}
