//! What a careful reader would question in a plan's reasons and in what it says of its consultation.

use super::indicator::impossible;
use super::{Findings, numbers};
use crate::plan::outcome::{Outcome, Plan};
use crate::plan::printed::Consulted;

/// Words that say how something stands or moves, which a number should carry.
const CLAIMS: [&str; 11] = [
    " than ",
    " beside ",
    "worse",
    "rising",
    "growing",
    "highest",
    "lowest",
    "many more",
    "not yet",
    "performing well",
    "below average",
];
/// Numbers in words.
const IN_WORDS: [&str; 8] = ["quarter", "third", "half", "one in", "nine out", "twice", "most named", "top ten"];

/// Words after which a number is an age, a school year or the name of something.
const NAMING: [&str; 8] = ["aged", "ages", "at", "over", "stage", "year", "level", "phase"];

/// Words that lead from one such number to the next.
const JOINING: [&str; 3] = ["to", "or", "and"];

/// Whether text gives a number, in digits or words. A year, an age or a number in a name alone is none.
pub(super) fn has_number(text: &str) -> bool {
    let lower = text.to_lowercase();
    if IN_WORDS.iter().any(|word| lower.contains(word)) {
        return true;
    }
    let (mut before, mut names) = ("", false);
    for word in lower.split_whitespace() {
        let digits = word.trim_matches(|c: char| !c.is_ascii_digit());
        if word.starts_with(|c: char| c.is_ascii_digit() || c == '£' || c == '(') && !digits.is_empty() {
            let is_year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
            names = NAMING.contains(&before) || (JOINING.contains(&before) && names);
            if !is_year && !names && !digits.contains(['-', '/']) {
                return true;
            }
        } else if !JOINING.contains(&word) {
            names = false;
        }
        before = word;
    }
    false
}

/// Reasons that say how things stand without number or source.
pub(super) fn check_reasons(outcome: &Outcome, findings: &mut Findings) {
    let bare = numbers(outcome.why.iter().map(|reason| {
        let lower = reason.says.to_lowercase();
        let claims = CLAIMS.iter().any(|word| lower.contains(word));
        claims && reason.source.is_none() && !has_number(&reason.says)
    }));
    if !bare.is_empty() {
        let problem = format!("{} of {} reasons say how things stand", bare.len(), outcome.why.len());
        let problem = format!("{problem} with neither number nor source ({})", bare.join(", "));
        findings.warn(format!("outcome.{}.why", outcome.key), format!("{problem}: give one"));
    }
}

pub(super) fn check_consulted(plan: &Plan, findings: &mut Findings) {
    for consulted in &plan.consulted {
        check_one(consulted, &mut |part, problem| findings.warn(format!("consulted.{part}"), problem));
    }
}

fn check_one(consulted: &Consulted, warn: &mut impl FnMut(&str, String)) {
    let title = &consulted.title;
    let lists = [
        ("questions", consulted.questions_said, consulted.questions.len()),
        ("perspectives", consulted.perspectives_said, consulted.perspectives.len()),
    ];
    for (part, said, listed) in lists {
        if let Some(said) = said.filter(|said| *said != listed) {
            warn(part, format!("{title}: {said} {part} are announced and {listed} listed: say which is missing"));
        }
    }
    if consulted.period.is_none() {
        warn("period", format!("{title}: it is not said when people were asked"));
    }
    if consulted.over {
        let about = consulted.responses.map_or_else(String::new, |responses| format!(" {responses}"));
        warn("responses", format!("{title}: \"over\"{about} responses is not a count: print how many, and from whom"));
    }
    let of = consulted.results.len();
    let mut note = |at: Vec<String>, problem: &str, remedy: &str| {
        if !at.is_empty() {
            warn("results", format!("{title}: {} of {of} results {problem} ({}): {remedy}", at.len(), at.join(", ")));
        }
    };
    let all = || consulted.results.iter();
    note(numbers(all().map(|result| result.share.is_none())), "give no share", "print how many said so");
    let has_base = |base: Option<f64>| base.is_some() || (consulted.responses.is_some() && !consulted.over);
    let bare = numbers(all().map(|result| result.share.is_some() && !has_base(result.base)));
    note(bare, "give a share and not of how many people", "print the base");
    let wrong = numbers(all().map(|result| result.share.is_some_and(|share| impossible(share, "%").is_some())));
    note(wrong, "cannot be a share", "check the figure");
}

#[cfg(test)]
mod tests {
    use super::has_number;

    #[test]
    fn a_year_an_age_or_a_name_is_no_number() {
        let none = [
            "Since 2012 a team has helped those aged 16 to 24.",
            "Results at 19 are better than in 2009/10.",
            "An agreement for those homeless at 16 or 17.",
            "Key Stage 2 needs attention, and year 6 most.",
            "More under-18s stay in hospital than before.",
        ];
        for text in none {
            assert!(!has_number(text), "{text}");
        }
        let some = [
            "About 9,500 children",
            "(12%) wait",
            "One in six",
            "a third of them",
            "£5 a week",
            "15.4% fewer since 2011",
        ];
        for text in some {
            assert!(has_number(text), "{text}");
        }
    }
}
