//! A count in plain English sentences, one list a round, as `heard ballot count` prints them.
//!
//! Pages say the same from the same data in the reader's language.

use super::count::{Count, Outcome, Round, Step, Why};
use super::method::Method;
use super::tie::{Tie, TieAbout};
use super::votes::Votes;

/// What happened in each round, in sentences. `names` are the candidates' in the order of the ballot.
pub fn explain(count: &Count, names: &[String]) -> Vec<Vec<String>> {
    count.rounds.iter().map(|round| Telling { count, names }.round(round)).collect()
}

/// Who won, in one sentence.
pub fn explain_result(count: &Count, names: &[String]) -> String {
    let telling = Telling { count, names };
    match &count.outcome {
        Outcome::NoVotes => "No paper counts, so nobody is elected.".to_owned(),
        Outcome::Tied { between } => {
            let won = match count.winners.as_slice() {
                [] => String::new(),
                winners => format!(" Elected before it: {}.", telling.all(winners)),
            };
            format!("A tie between {}. Without a published seed nobody is chosen.{won}", telling.all(between))
        }
        Outcome::Decided if count.winners.is_empty() => "Nobody has a vote, so nobody is elected.".to_owned(),
        Outcome::Decided => format!("Elected: {}.", telling.all(&count.winners)),
    }
}

struct Telling<'a> {
    count: &'a Count,
    names: &'a [String],
}

impl Telling<'_> {
    fn name(&self, candidate: usize) -> &str {
        self.names.get(candidate).map_or("?", String::as_str)
    }

    fn all(&self, candidates: &[usize]) -> String {
        let names: Vec<&str> = candidates.iter().map(|candidate| self.name(*candidate)).collect();
        match names.split_last() {
            Some((last, [])) => (*last).to_owned(),
            Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
            None => "nobody".to_owned(),
        }
    }

    fn unit(&self) -> &'static str {
        match self.count.method {
            Method::Borda | Method::Dowdall | Method::Points => "point",
            _ => "vote",
        }
    }

    fn many(&self, votes: Votes) -> String {
        let unit = self.unit();
        if votes == Votes::from(1) { format!("1 {unit}") } else { format!("{votes} {unit}s") }
    }

    fn round(&self, round: &Round) -> Vec<String> {
        let mut said = Vec::new();
        let mut held = round.held.clone();
        held.sort_by(|a, b| b.votes.to_f64().total_cmp(&a.votes.to_f64()));
        let each = held.iter().map(|held| {
            let name = self.name(held.candidate);
            match (self.count.method, held.elected) {
                (Method::Schulze, _) => format!("{name} beats {}", held.votes),
                (_, true) => format!("{name} {} (elected)", held.votes),
                (_, false) => format!("{name} {}", held.votes),
            }
        });
        said.push(format!("{}.", each.collect::<Vec<_>>().join(", ")));
        if let (1, Some(quota)) = (round.number, self.count.quota) {
            said.push(format!("The quota is {}: whoever has it is elected.", self.many(quota)));
        }
        if !round.exhausted.is_none() {
            said.push(format!("{} so far name nobody who is left.", self.many(round.exhausted)));
        }
        if !round.lost.is_none() {
            said.push(format!("{} so far were lost to decimal places that are left out.", self.many(round.lost)));
        }
        said.extend(round.steps.iter().map(|step| self.step(step)));
        said
    }

    fn step(&self, step: &Step) -> String {
        match step {
            Step::Tie(tie) => self.tie(tie),
            Step::Elected { candidate, votes, why } => self.elected(*candidate, *votes, *why),
            Step::Out { candidate, votes } => {
                format!("{} has fewest, {}, and is out.", self.name(*candidate), self.many(*votes))
            }
            Step::Surplus { candidate, surplus, value } => format!(
                "{} has {} more than the quota. Each paper moves on at {value} of what it was worth.",
                self.name(*candidate),
                self.many(*surplus)
            ),
            Step::Moved { from, to, papers, votes } => {
                let papers = if *papers == 1 { "1 paper".to_owned() } else { format!("{papers} papers") };
                match to {
                    Some(to) => format!(
                        "{papers} worth {} move from {} to {}.",
                        self.many(*votes),
                        self.name(*from),
                        self.name(*to)
                    ),
                    None => {
                        format!("{papers} of {} worth {} name nobody who is left.", self.name(*from), self.many(*votes))
                    }
                }
            }
            Step::Empty { seats: 1 } => "One seat stays empty: nobody else has a vote.".to_owned(),
            Step::Empty { seats } => format!("{seats} seats stay empty: nobody else has a vote."),
        }
    }

    fn tie(&self, tie: &Tie) -> String {
        let between = self.all(&tie.between);
        let about = match tie.about {
            TieAbout::Winning => "to win",
            TieAbout::Leaving => "to go out",
            TieAbout::Surplus => "to pass on votes first",
        };
        match tie.chosen.as_slice() {
            [] => format!("A tie between {between}: one is {about}, and there is no published seed to say who."),
            chosen => format!("A tie between {between}. By the published seed, {} is {about}.", self.all(chosen)),
        }
    }

    fn elected(&self, candidate: usize, votes: Votes, why: Why) -> String {
        let (name, has) = (self.name(candidate), self.many(votes));
        match why {
            Why::MostVotes => format!("{name} is elected with {has}."),
            Why::MoreThanHalf => format!("{name} has {has}, more than half of those that still count, and is elected."),
            Why::Quota => format!("{name} has {has}, the quota or more, and is elected."),
            Why::LastLeft => format!("{name} is elected with {has}: as many are left as there are seats."),
            Why::Unbeaten => format!(
                "{name} is elected: it beats {votes} of the others, directly or by a stronger path, and no other left beats it."
            ),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::Blt;
    use super::super::methods::count;
    use super::*;

    fn told(text: &str, method: Method, seed: Option<&str>) -> (Vec<Vec<String>>, String) {
        let blt = Blt::parse(text).unwrap();
        let seed = seed.and_then(super::super::Seed::new);
        let count = count(&blt.election(method, blt.seats, seed.as_ref())).unwrap();
        (explain(&count, &blt.names), explain_result(&count, &blt.names))
    }

    #[test]
    fn a_child_can_follow_a_transfer() {
        let (rounds, result) = told(include_str!("../../tests/data/ballots/food.blt"), Method::Stv, None);
        assert_eq!(
            rounds[0],
            [
                "Chocolate 12, Orange 4, Pear 2, Strawberry 1, Sweets 1.",
                "The quota is 6 votes: whoever has it is elected.",
                "Chocolate has 12 votes, the quota or more, and is elected.",
                "Chocolate has 6 votes more than the quota. Each paper moves on at 0.5 of what it was worth.",
                "8 papers worth 4 votes move from Chocolate to Strawberry.",
                "4 papers worth 2 votes move from Chocolate to Sweets.",
            ]
        );
        assert_eq!(result, "Elected: Chocolate, Orange and Strawberry.");
    }

    #[test]
    fn a_tie_is_told_with_who_was_chosen_and_how() {
        let text = "2 1\n3 1 0\n3 2 0\n0\n\"A\" \"B\"";
        let (rounds, result) = told(text, Method::Plurality, None);
        assert!(rounds[0][1].starts_with("A tie between A and B: one is to win, and there is no"), "{rounds:?}");
        assert_eq!(result, "A tie between A and B. Without a published seed nobody is chosen.");
        let (rounds, result) = told(text, Method::InstantRunoff, Some("s"));
        assert!(rounds[0][1].starts_with("A tie between A and B. By the published seed, "), "{rounds:?}");
        assert!(rounds[0][1].ends_with(" is to go out."), "{rounds:?}");
        assert!(result.starts_with("Elected: "), "{result}");
    }
}
