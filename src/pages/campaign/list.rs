//! Every campaign, and the way to begin one.

use maud::{Markup, html};

use super::{TeamDesk, TeamSection};

/// One campaign of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub key: String,
    pub name: String,
    pub team: String,
    /// `1 November to 19 December 2026`.
    pub when: String,
    /// `Running`, `Begins soon` or `Over`.
    pub state: &'static str,
    /// How many texts and invitations wait for an officer.
    pub waiting: usize,
    /// How many an officer sent back that nobody has written again.
    pub returned: usize,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct List {
    pub desk: TeamDesk,
    pub entries: Vec<Entry>,
}

impl List {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let main = html! {
            h1 { "Campaigns" }
            p { "A campaign gets people to take part: where to ask, whom to find, what to say. You see how many have \
                 answered and never what anybody said." }
            p class="row" { a class="btn" href="/campaigns/new" { "Start a campaign" } a class="btn two" href="/campaigns/ballots" { "Propose a ballot" } }
            @if self.entries.is_empty() { p { "There is no campaign yet." } }
            div class="grid" {
                @for entry in &self.entries {
                    section class="card" {
                        p { span class={ "tag" @if entry.state == "Running" { " go" } } { (entry.state) } }
                        h2 { a href={ "/campaigns/" (entry.key) } { (entry.name) } }
                        p { (entry.team) }
                        p class="small" { (entry.when) }
                        @if entry.waiting > 0 {
                            p class="small" { (entry.waiting) @if entry.waiting == 1 { " text waits" } @else { " texts wait" } " for an officer" }
                        }
                        @if entry.returned > 0 {
                            p class="small" { a href={ "/campaigns/" (entry.key) "/posts" } {
                                (entry.returned) @if entry.returned == 1 { " text was" } @else { " texts were" } " sent back to you" } }
                        }
                    }
                }
            }
        };
        self.desk.render("Campaigns", TeamSection::All, &[], main)
    }
}
