//! What came of a consultation (we asked, you said, we decided, we did), and what a plan or an account must have before
//! anybody may publish it.
//!
//! The conditions follow what a fair consultation needs: time and reasons given while something is still undecided,
//! evidence looked at on both sides, and an answer to those who took part. Leaves out keeping entries (`store`) and
//! sending them (`web`); today's date is given, never read.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::evidence::{Balance, Weighed};
use super::outcome::{Plan, Status};
use crate::breakdown::Figure;
use crate::finding::{Finding, Severity};

/// One thing that people said, and what was done about it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// For example `later-buses`.
    pub key: String,
    /// The consultation's key.
    pub consultation: String,
    /// The outcome of the consultation's plan that it belongs to, where there is one.
    pub outcome: Option<String>,
    /// What was asked.
    pub asked: String,
    /// What people said.
    pub said: String,
    /// The published figures that it rests on, each with what it is of.
    pub figures: Vec<(String, Figure)>,
    /// What was decided, with the reason.
    pub decided: String,
    pub deeds: Vec<Deed>,
    /// Why nothing will be done, where that was decided.
    pub not_done: Option<String>,
    /// The same for children.
    pub for_children: Option<ForChildren>,
}

/// One thing done, or to be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deed {
    pub says: String,
    /// Who does it.
    pub owner: String,
    /// When it was done, or is due.
    pub on: Option<Date>,
    pub status: Status,
}

/// An entry in words that children can read.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ForChildren {
    pub asked: String,
    pub said: String,
    pub did: String,
}

/// What keeps an entry from being published, and what a careful reader would question in it.
pub fn check_entry(file: &str, entry: &Entry, today: Date) -> Vec<Finding> {
    let mut findings = Vec::new();
    let place = |part: &str| format!("entry.{}.{part}", entry.key);
    let mut refuse = |part: &str, problem: &str| findings.push(Finding::error(file, place(part), problem));
    for (part, words) in [("asked", &entry.asked), ("said", &entry.said), ("decided", &entry.decided)] {
        if is_blank(words) {
            refuse(part, "is blank: write it, so that people can see what became of what they said");
        }
    }
    match (&entry.not_done, entry.deeds.is_empty()) {
        (None, true) => {
            refuse("deeds", "nothing was done and no reason is given: name an action, or say why there is none")
        }
        (Some(why), _) if is_blank(why) => refuse("not_done", "is blank: say why nothing will be done"),
        (Some(_), false) => refuse("not_done", "says that nothing will be done, and actions stand beside it"),
        _ => {}
    }
    for deed in &entry.deeds {
        check_deed(deed, today, &mut refuse);
    }
    match &entry.for_children {
        None => refuse("for_children", "there is no version that children can read: write one"),
        Some(ForChildren { asked, said, did }) if [asked, said, did].iter().any(|words| is_blank(words)) => {
            refuse("for_children", "a part of the children's version is blank: write it");
        }
        Some(_) => {}
    }
    let is_late = |deed: &&Deed| {
        matches!(deed.status, Status::Planned | Status::UnderWay) && deed.on.is_some_and(|on| on < today)
    };
    for deed in entry.deeds.iter().filter(is_late) {
        let problem = format!("\"{}\" was due and is not done: say what happened, and by when it will be", deed.says);
        findings.push(Finding::warning(file, place("deeds.on"), problem));
    }
    if !entry.figures.is_empty() && entry.figures.iter().all(|(_, figure)| *figure == Figure::Hidden) {
        let problem = "every figure is hidden to keep small numbers private: rest this on more, or on words alone";
        findings.push(Finding::warning(file, place("figures"), problem));
    }
    findings
}

fn check_deed(deed: &Deed, today: Date, refuse: &mut impl FnMut(&str, &str)) {
    if is_blank(&deed.says) {
        refuse("deeds", "is blank: say what was done");
    }
    if is_blank(&deed.owner) {
        refuse("deeds.owner", "nobody is named: say who answers for it");
    }
    match (deed.status, deed.on) {
        (Status::Done, None) => refuse("deeds.on", "is done and has no date: say when"),
        (Status::Done, Some(on)) if on > today => refuse("deeds.on", "is said to be done on a day that is yet to come"),
        (Status::Planned | Status::UnderWay, None) => refuse("deeds.on", "has no date: say by when"),
        _ => {}
    }
}

/// Whether a consultation may be closed: not before people are told what came of what they said.
///
/// # Errors
/// Everything that keeps it open.
pub fn check_closure(file: &str, consultation: &str, entries: &[Entry], today: Date) -> Result<(), Vec<Finding>> {
    let ours: Vec<&Entry> = entries.iter().filter(|entry| entry.consultation == consultation).collect();
    let mut findings: Vec<Finding> = ours.iter().flat_map(|entry| check_entry(file, entry, today)).collect();
    findings.retain(|finding| finding.severity == Severity::Error);
    if ours.is_empty() {
        let problem = "nothing says what came of it: tell people what they said and what was done";
        findings.push(Finding::error(file, "entry", problem));
    }
    if findings.is_empty() { Ok(()) } else { Err(findings) }
}

/// A plan that somebody wants to publish.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Draft {
    /// When people could first and last take part.
    pub opened: Option<Date>,
    pub closed: Option<Date>,
    /// When what is still undecided will be decided.
    pub decides_on: Option<Date>,
    /// What is still undecided and people can change.
    pub undecided: String,
    /// Who signed it off, and when.
    pub signed_off: Option<(String, Date)>,
}

/// A plan that may be published. Only [`Publication::new`] makes one.
#[derive(Debug, Clone, PartialEq)]
pub struct Publication<'a> {
    plan: &'a Plan,
    draft: Draft,
}

impl<'a> Publication<'a> {
    /// Lets a plan be published: it has its own dates and those of the consultation, in their order; it says what is
    /// undecided; somebody signed it off; and every outcome has evidence for it, and evidence against it or a sentence
    /// on where that was looked for and not found. `weighed` is the evidence for the plan as a whole, or for its
    /// district where it is one's.
    ///
    /// # Errors
    /// Everything that keeps it from being published. What a careful reader would question in it does not.
    pub fn new(file: &str, plan: &'a Plan, draft: Draft, weighed: &[Weighed]) -> Result<Self, Vec<Finding>> {
        let mut findings = Vec::new();
        let mut refuse = |place: &str, problem: String| findings.push(Finding::error(file, place, problem));
        check_draft(plan, &draft, &mut refuse);
        let called = plan.calls.as_str();
        if plan.outcomes.is_empty() {
            refuse("outcome", format!("there is no {called} to publish"));
        }
        for outcome in &plan.outcomes {
            let place = format!("outcome.{}.evidence", outcome.key);
            let balance = weighed.iter().find(|weighed| weighed.outcome.key == outcome.key).map(|found| found.balance);
            let problem = match balance {
                Some(Balance::BothSides | Balance::NoneFound(_)) => continue,
                Some(Balance::OneSided) => "has nothing against it: link that, or say where it was looked for",
                Some(Balance::OnlyContrary) => "has only evidence against it: link what speaks for it, or leave it out",
                Some(Balance::Unsupported) | None => "rests on nothing: link evidence for it and against it",
            };
            refuse(&place, format!("this {called} {problem}"));
        }
        if findings.is_empty() { Ok(Self { plan, draft }) } else { Err(findings) }
    }

    pub fn plan(&self) -> &Plan {
        self.plan
    }

    pub fn draft(&self) -> &Draft {
        &self.draft
    }
}

fn check_draft(plan: &Plan, draft: &Draft, refuse: &mut impl FnMut(&str, String)) {
    let dates = [
        ("opened", draft.opened, "when people could first take part"),
        ("closed", draft.closed, "when people could last take part"),
        ("decides_on", draft.decides_on, "when what is undecided will be decided"),
        ("starts", plan.starts.map(|starts| starts.starts()), "when the plan starts"),
        ("ends", plan.ends.map(|ends| ends.ends()), "when the plan ends"),
    ];
    for (place, date, says) in dates {
        if date.is_none() {
            refuse(place, format!("there is no date: say {says}"));
        }
    }
    if let (Some(opened), Some(closed)) = (draft.opened, draft.closed)
        && closed < opened
    {
        refuse("closed", "is before people could first take part: check both dates".to_owned());
    }
    if let (Some(closed), Some(decides_on)) = (draft.closed, draft.decides_on)
        && decides_on <= closed
    {
        refuse("decides_on", "is decided before people have finished answering: decide afterwards".to_owned());
    }
    if is_blank(&draft.undecided) {
        refuse("undecided", "does not say what is still undecided: say what people can change".to_owned());
    }
    match &draft.signed_off {
        None => refuse("signed_off", "nobody has signed it off".to_owned()),
        Some((by, _)) if is_blank(by) => refuse("signed_off", "does not say who signed it off".to_owned()),
        Some(_) => {}
    }
}

fn is_blank(words: &str) -> bool {
    words.trim().is_empty()
}

#[cfg(test)]
#[path = "progress_tests.rs"]
mod tests;
