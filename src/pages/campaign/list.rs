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
    /// How many texts and how many invitations wait for an officer.
    pub waiting: (usize, usize),
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
                        @if let Some(waiting) = waiting(entry.waiting) { p class="small" { (waiting) } }
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

/// `1 text and 2 invitations wait for an officer`; nothing where nothing waits.
fn waiting((texts, invitations): (usize, usize)) -> Option<String> {
    let of = |many: usize, one: &str| match many {
        0 => None,
        1 => Some(format!("1 {one}")),
        many => Some(format!("{many} {one}s")),
    };
    let kinds: Vec<String> = [of(texts, "text"), of(invitations, "invitation")].into_iter().flatten().collect();
    let wait = if texts + invitations == 1 { "waits" } else { "wait" };
    (!kinds.is_empty()).then(|| format!("{} {wait} for an officer", kinds.join(" and ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_and_invitations_that_wait_are_counted_each_by_its_name() {
        let said = |texts, invitations| waiting((texts, invitations)).unwrap_or_default();
        assert_eq!((said(0, 0), said(1, 0)), (String::new(), "1 text waits for an officer".to_owned()));
        assert_eq!(said(0, 1), "1 invitation waits for an officer");
        assert_eq!(said(2, 1), "2 texts and 1 invitation wait for an officer");
    }
}
