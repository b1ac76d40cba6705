//! Ballots that a team proposes: the list with what became of each, and the form.

use maud::{Markup, html};

use super::{TeamDesk, TeamSection};
use crate::ballot::{Proposal, ProposalState};
use crate::pages::Words;
use crate::pages::ballot::making::{BallotFields, ThemesOnOffer};
use crate::pages::components::errors::{self, Problem};

/// The list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposals {
    pub desk: TeamDesk,
    pub proposals: Vec<Proposal>,
    /// One was just sent, and waits.
    pub sent: bool,
}

impl Proposals {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let main = html! {
            p class="small kicker" { a href="/campaigns" { "Campaigns" } " / Ballots" }
            @if self.sent {
                div class="note" role="status" { p { b { "Sent." } " An officer reads it before anybody else can. You see here what becomes of it." } }
            }
            h1 { "Ballots you propose" }
            p { "A ballot lets young people choose what matters most. You say what is asked, what can be voted for, how it is counted and when; an \
                 officer reads it and opens it." }
            p class="row" { a class="btn" href="/campaigns/ballots/new" { "Propose a ballot" } }
            @if self.desk.officer { (for_officers("/officer/ballots")) }
            @if self.proposals.is_empty() { p { "Nothing is proposed yet." } }
            @for proposal in &self.proposals { (entry(proposal)) }
        };
        self.desk.render("Ballots you propose", TeamSection::All, &[], main)
    }
}

/// Where an officer, who may look at the team's pages too, does the officers' part.
fn for_officers(address: &str) -> Markup {
    html! { div class="note" { p { "You are signed in as an officer. Proposals are read, opened and sent back " a href=(address) { "on the officers’ page" } "." } } }
}

fn entry(proposal: &Proposal) -> Markup {
    let (said, class) = match proposal.state {
        ProposalState::Waiting => ("Waits for an officer", "tag"),
        ProposalState::Opened => ("It is a ballot", "tag go"),
        ProposalState::Returned => ("Sent back", "tag late"),
    };
    html! {
        article class="card" {
            p { span class=(class) { (said) } }
            h2 { (proposal.title) }
            p { (proposal.field("ask")) }
            p class="small" { "Written by " (proposal.written_by) " on " (proposal.written_on.strftime("%-d %B %Y").to_string()) }
            @if !proposal.remark.is_empty() { div class="note" { p { b { "The officer says: " } (proposal.remark) } } }
            @if proposal.may_change() {
                p { a class="btn two tiny" href={ "/campaigns/ballots/" (format!("{:x}", proposal.id)) } { "Change it" span class="sr" { ": " (proposal.title) } } }
            }
            @if let Some(ballot) = &proposal.ballot { p { a href={ "/b/" (ballot) } { "The ballot as voters see it" } } }
        }
    }
}

/// The form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Propose {
    pub desk: TeamDesk,
    /// Where the form is sent.
    pub action: String,
    pub consultations: Vec<(String, String)>,
    pub from: String,
    pub themes: ThemesOnOffer,
    pub typed: Vec<(String, String)>,
    /// What looks like personal data, and must be said to be none before it is sent.
    pub personal: Vec<String>,
    pub problems: Vec<Problem>,
}

impl Propose {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let fields = BallotFields {
            consultations: &self.consultations,
            from: &self.from,
            themes: &self.themes,
            typed: &self.typed,
            problems: &self.problems,
            officer: false,
        };
        let main = html! {
            p class="small kicker" { a href="/campaigns" { "Campaigns" } " / " a href="/campaigns/ballots" { "Ballots" } " / Propose" }
            h1 { "Propose a ballot" }
            p { "An officer reads it first, and can change it with you. Once it is open nothing about it changes any more. Leave out names, schools \
                 you are at and accounts." }
            @if let Some(id) = self.action.rsplit('/').next().filter(|id| self.desk.officer && *id != "new") {
                (for_officers(&format!("/officer/ballots/new?proposal={id}")))
            }
            form method="post" action=(self.action) novalidate {
                (self.desk.token())
                (fields.render())
                @if !self.personal.is_empty() { (self.sure()) }
                div class="row" { button type="submit" class="btn" name="do" value="send" { "Send it to an officer" } }
            }
        };
        self.desk.render("Propose a ballot", TeamSection::All, &self.problems, main)
    }

    fn sure(&self) -> Markup {
        let problem = self.problems.iter().find(|problem| problem.field == "sure");
        html! {
            fieldset class="err" {
                legend { "Could somebody be found by this?" }
                @if let Some(problem) = problem { (errors::message(Words::english(), problem)) }
                ul { @for found in &self.personal { li { (found) } } }
                div class="pick" {
                    input type="checkbox" name="sure" id="sure" value="yes";
                    label for="sure" { "It is nobody’s: send it as it is, and let the officer look" }
                }
            }
        }
    }
}
