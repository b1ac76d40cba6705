//! The sheet on which one of two people types the votes on paper of a place: a teacher by a link of their own, or an
//! officer. In English, as all pages for staff.

use maud::{Markup, html};

use super::Frame;
use super::tally_papers::{said_of_lines, typed_lines};
use super::tally_sums::sums;
use crate::ballot::{Ballot, LineDifference, LineProblem, PaperForm, Sheet, SheetField, Spoilt, TallyFault};
use crate::pages::components::errors;
use crate::pages::{Corner, Sheet as Styles, Words};

/// The field of papers that are typed one by one.
pub const PAPERS: &str = "papers";
/// The field that a summary of problems leads to.
pub const FIRST: &str = "received";

/// How far a tally has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// Nothing was typed in this turn.
    Blank,
    /// Typed, and the other person has not.
    Waiting,
    /// Both typed, and something differs.
    Differs(Differing),
    /// Somebody else typed this sheet; whether the two who typed one differ.
    Theirs {
        differ: bool,
    },
    Agreed,
    /// The result is published.
    Published,
}

impl Progress {
    /// The same for somebody who looks at a sheet that somebody else typed.
    pub fn of_others(self) -> Self {
        match self {
            Self::Waiting => Self::Theirs { differ: false },
            Self::Differs(_) => Self::Theirs { differ: true },
            other => other,
        }
    }
}

/// What two people typed differently.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Differing {
    pub fields: Vec<String>,
    /// Of papers that are typed one by one, the lines of whoever reads this.
    pub lines: Vec<LineDifference>,
}

/// The form.
#[derive(Debug, Clone, Copy)]
pub struct TallyForm<'a> {
    pub ballot: &'a Ballot,
    pub place: &'a str,
    /// 1 or 2.
    pub turn: i32,
    pub action: &'a str,
    /// What the session's forms send back; nothing for somebody with a link.
    pub csrf: Option<&'a str>,
    /// What stands in the fields.
    pub given: &'a [(String, String)],
    /// What is to be put right, each with its field.
    pub problems: &'a [(String, String)],
    pub progress: &'a Progress,
}

/// What a field of a sheet is called.
pub fn label(ballot: &Ballot, field: &str) -> String {
    match SheetField::read(field) {
        Some(SheetField::Received) => "Papers in the box".to_owned(),
        Some(SheetField::Valid) => "Papers that count".to_owned(),
        Some(SheetField::Spoilt) => "Spoilt papers".to_owned(),
        Some(SheetField::Blank) => "Blank papers".to_owned(),
        Some(SheetField::Unclear) => "Papers that nobody can read for certain".to_owned(),
        Some(SheetField::Candidate(key)) => ballot.name(key).to_owned(),
        Some(SheetField::Paper(line)) => {
            let names: Vec<&str> = line.split(' ').map(|key| ballot.name(key)).collect();
            format!("Papers ranked {}", names.join(", then "))
        }
        None => field.to_owned(),
    }
}

/// The button that shows what the numbers come to and keeps nothing.
pub const ADD_UP: (&str, &str) = ("do", "add-up");

/// The field that a fault is put right in.
pub fn field_of(fault: &TallyFault) -> String {
    match fault {
        TallyFault::MoreThanPapers { key, .. } => format!("candidate.{key}"),
        TallyFault::TooMany { .. } | TallyFault::TooFew { .. } => "valid".to_owned(),
        _ => FIRST.to_owned(),
    }
}

/// A field's name has a dot where it is a candidate's, which an identifier may not.
fn id_of(field: &str) -> String {
    field.replace('.', "-")
}

/// Why a paper would not count, with what stands on the paper and not the names of the file.
pub(super) fn why_spoilt(ballot: &Ballot, why: &Spoilt) -> String {
    match why {
        Spoilt::MarkedTwice(key) => format!("“{}” is marked twice", ballot.name(key)),
        Spoilt::UnknownCandidate(_) => "a choice on it is not on this ballot".to_owned(),
        other => other.to_string(),
    }
}

/// What is wrong with a line that is no paper, as a thing to do.
pub fn line_problem(ballot: &Ballot, problem: &LineProblem) -> String {
    let line = problem.line;
    match &problem.spoilt {
        None => format!("Line {line}: write numbers of choices, such as 3 1 7"),
        Some(why) => {
            let why = why_spoilt(ballot, why);
            format!("Line {line}: this paper would not count ({why}). Count it with those that nobody can read")
        }
    }
}

/// What does not add up, as a thing to do.
pub fn fault(ballot: &Ballot, fault: &TallyFault) -> String {
    match fault {
        TallyFault::Received { received, valid, spoilt } => {
            let made = valid + spoilt;
            format!(
                "Papers that count and papers that do not are {made} together, and {received} were in the box. Count again"
            )
        }
        TallyFault::MoreThanPapers { key, votes, most, .. } => {
            format!("{} has {votes}, and the papers hold at most {most} for one choice", ballot.name(key))
        }
        TallyFault::TooMany { votes, most, .. } => {
            format!("All choices together have {votes}, and the papers hold at most {most}")
        }
        TallyFault::TooFew { votes, valid } => {
            format!("All choices together have {votes}, and {valid} papers that count have at least one mark each")
        }
        TallyFault::UnknownCandidate(_) => "A choice is not on this ballot. Load the page again".to_owned(),
        TallyFault::NeedsPapers => "Rankings cannot be added up by hand: type each paper".to_owned(),
    }
}

impl TallyForm<'_> {
    /// The heading, how far it has come, and the form.
    pub fn render(&self) -> Markup {
        let ids: Vec<String> = self.problems.iter().map(|(field, _)| id_of(field)).collect();
        let problems: Vec<(&str, &str)> =
            ids.iter().zip(self.problems).map(|(id, (_, message))| (id.as_str(), message.as_str())).collect();
        html! {
            (errors::summary_of(Words::english(), &problems))
            h1 { "Votes on paper: " (self.place) }
            (self.progress())
            @if !matches!(self.progress, Progress::Agreed | Progress::Published) { (self.form()) }
        }
    }

    fn progress(&self) -> Markup {
        let turn = if self.turn == 1 { "first" } else { "second" };
        html! {
            @match self.progress {
                Progress::Blank => p {
                    "You are the " (turn) " of two people who type this sheet. Count the papers, write the numbers down, and type them \
                     here without looking at what the other person types. Nobody is shown any number before voting ends."
                },
                Progress::Waiting => div class="note" { p { b { "Your numbers are kept." } " Now the other person types the same sheet. Until both agree you may type yours again." } },
                Progress::Theirs { differ: false } => div class="note" { p { b { "Somebody else typed this sheet." } " Their numbers are not shown to you. What you type here takes their place." } },
                Progress::Theirs { differ: true } => div class="note warn" role="status" {
                    p { b { "Two people typed something different. You typed neither sheet." } " They can put it right, or an officer settles it once voting has ended. \
                        What you type here takes the place of what somebody else typed." }
                },
                Progress::Differs(differing) => div class="note warn" role="status" {
                    p { b { "You and the other person typed something different here:" } }
                    ul { @for field in self.lacking(differing) { li { (field) } } }
                    p { "They are marked below. Look at the paper sheet together and put right what you typed. An officer can also settle it." }
                },
                Progress::Agreed => div class="note" role="status" { p { b { "Both of you typed the same. The papers of this place are counted." } " There is nothing more to do. Keep the papers." } },
                Progress::Published => div class="note" { p { b { "The result is published." } " Nothing more can be typed." } },
            }
        }
    }

    /// The fields in which two people differ; of papers that are typed one by one the lines of this person alone, as
    /// nobody is shown what the other typed.
    fn lacking(&self, differing: &Differing) -> Vec<String> {
        let is_paper = |field: &&String| matches!(SheetField::read(field), Some(SheetField::Paper(_)));
        let (papers, others): (Vec<&String>, Vec<&String>) = differing.fields.iter().partition(is_paper);
        let mut said: Vec<String> = others.iter().map(|field| label(self.ballot, field)).collect();
        if !papers.is_empty() {
            said.extend(said_of_lines(&differing.lines));
        }
        said
    }

    fn form(&self) -> Markup {
        let ranked = matches!(self.ballot.form, PaperForm::Rank { .. });
        html! {
            form method="post" action=(self.action) novalidate {
                @if let Some(csrf) = self.csrf { input type="hidden" name="csrf" value=(csrf); }
                div class="tally" { @for field in Sheet::fields_of(self.ballot) { (self.field(&field)) } }
                @if ranked { (self.papers()) }
                (sums(self.ballot, self.given))
                div class="row" {
                    button type="submit" class="btn" { "Keep these numbers" }
                    button type="submit" class="btn two" name=(ADD_UP.0) value=(ADD_UP.1) { "Add up first" }
                }
            }
        }
    }

    fn value(&self, field: &str) -> &str {
        self.given.iter().find(|(name, _)| name == field).map_or("", |(_, value)| value.as_str())
    }

    fn problem(&self, field: &str) -> Option<&str> {
        self.problems.iter().find(|(name, _)| name == field).map(|(_, message)| message.as_str())
    }

    /// Whether the other person typed something else there.
    fn differs(&self, field: &str) -> bool {
        matches!(self.progress, Progress::Differs(differing) if differing.fields.iter().any(|one| one == field))
    }

    fn field(&self, field: &str) -> Markup {
        let (id, problem, differs) = (id_of(field), self.problem(field), self.differs(field));
        let ids = [problem.map(|_| format!("{id}-error")), differs.then(|| format!("{id}-differs"))];
        let described = ids.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let class = if problem.is_some() { Some("err") } else { differs.then_some("differs") };
        html! {
            div class=[class] {
                label for=(id) { (label(self.ballot, field)) }
                input class="short" type="text" inputmode="numeric" id=(id) name=(field) maxlength="9" autocomplete="off"
                    value=(self.value(field)) aria-invalid=[problem.map(|_| "true")]
                    aria-describedby=[(!described.is_empty()).then_some(&described)];
                @if let Some(message) = problem { (errors::message_at(Words::english(), &id, message)) }
                @if differs { p class="hint" id={ (id) "-differs" } { "The other person typed something else here" } }
            }
        }
    }

    /// The box for papers that are typed one by one.
    fn papers(&self) -> Markup {
        let problem = self.problem(PAPERS);
        let differing = match self.progress {
            Progress::Differs(differing) => differing.lines.as_slice(),
            _ => &[],
        };
        html! {
            div class={ "fields" @if problem.is_some() { " err" } @else if !differing.is_empty() { " differs" } } {
                label for=(PAPERS) { "Each paper on a line of its own" }
                p class="hint" id="papers-hint" { "Type the numbers of the choices in the order that the paper ranks them, such as 3 1 7." }
                @if let Some(message) = problem { (errors::message_at(Words::english(), PAPERS, message)) }
                ol class="small" { @for candidate in &self.ballot.candidates { li { (self.ballot.name(&candidate.key)) } } }
                (typed_lines(self.ballot, self.value(PAPERS), differing))
                textarea id=(PAPERS) name=(PAPERS) rows="12" autocomplete="off" spellcheck="false" aria-describedby={ "papers-hint" @if !differing.is_empty() { " papers-differs" } } { "\n" (self.value(PAPERS)) }
            }
        }
    }
}

/// The page of somebody who came by a link.
pub fn page(frame: Frame<'_>, form: &TallyForm<'_>) -> Markup {
    let error = !form.problems.is_empty();
    let title = format!("Votes on paper: {}", form.place);
    let page = crate::pages::Page { corner: Corner::Empty, sheet: Styles::Officer, error, ..frame.page(&title) };
    page.render(html! { p class="small" { (frame.title()) } (form.render()) })
}
