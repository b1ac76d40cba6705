//! Letters: whether they can be sent, how many wait, went out or were refused; and, where none are ever sent, what they
//! would have said.
//!
//! Counts and states only: no address stands here.

use maud::{Markup, html};

use super::{Desk, Section};
use crate::letter::{Letter, LetterKind, LetterState};
use crate::pages::figures::numbers::grouped;
use crate::pages::letter;

/// What becomes of letters on this website.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sending {
    /// No mail server is set.
    Off,
    /// They are kept to be looked at.
    Kept,
    /// They go through this server; what keeps them back, if anything does.
    Through { server: String, trouble: Option<String> },
}

/// How many letters of one kind about one thing are in each state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub kind: LetterKind,
    /// The name of the consultation or the campaign.
    pub about: String,
    /// In the order of [`LetterState::ALL`].
    pub letters: [u64; 4],
}

/// A letter that is kept, without its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub kind: LetterKind,
    pub about: String,
    pub letter: Letter,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letters {
    pub desk: Desk,
    pub sending: Sending,
    pub rows: Vec<Row>,
    pub kept: Vec<Kept>,
    /// How many people wait to hear, by consultation.
    pub hearers: Vec<(String, u64)>,
    /// How many invitations wait for an officer.
    pub to_approve: usize,
}

/// What a kind of letter is called.
fn kind(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::Confirm => "Asks whether somebody wants to hear",
        LetterKind::Told => "Says what came of it",
        LetterKind::Invitation => "Invitation",
    }
}

impl Letters {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let title = self.title();
        self.desk.render(
            &title,
            Section::Mail,
            html! {
                (self.desk.trail(&[], "Letters"))
                h1 { (title) }
                (self.how())
                p { a href="/officer/invitations" { "Invitations that wait for you: " (self.to_approve) } }
                @if self.rows.is_empty() { p { "No letter has been written yet." } } @else { (self.table()) }
                @if self.hearers.iter().any(|(_, people)| *people > 0) { (self.waiting()) }
                @if !self.kept.is_empty() { (self.letters()) }
            },
        )
    }

    fn title(&self) -> String {
        let of = |state: LetterState| -> u64 {
            let at = LetterState::ALL.iter().position(|one| *one == state).unwrap_or(0);
            self.rows.iter().map(|row| row.letters[at]).sum()
        };
        let (kept, sent) = (of(LetterState::Kept), of(LetterState::Sent));
        let (waiting, refused) = (of(LetterState::Waiting), of(LetterState::Refused));
        match &self.sending {
            Sending::Off => "Letters: none are sent".to_owned(),
            Sending::Kept => format!("Letters: {} kept, none sent", grouped(kept)),
            Sending::Through { trouble: Some(_), .. } => format!("Letters: {} held back", grouped(waiting)),
            Sending::Through { .. } => {
                format!("Letters: {} sent, {} waiting, {} refused", grouped(sent), grouped(waiting), grouped(refused))
            }
        }
    }

    fn how(&self) -> Markup {
        html! {
            @match &self.sending {
                Sending::Off => {
                    div class="note warn" { p {
                        "No mail server is set, so nobody can ask to hear what came of a consultation and no invitation is sent. \
                         Whoever looks after this website sets one under " code { "[mail]" } " in " code { "heard.toml" } "."
                    } }
                }
                Sending::Kept => {
                    div class="note" { p { b { "This town sends no mail. " } "Below is what would have been sent. The links in the letters work." } }
                }
                Sending::Through { server, trouble: None } => { p { "Letters go out through " b { (server) } ". An address is erased as soon as its letter is sent or refused." } }
                Sending::Through { server, trouble: Some(trouble) } => {
                    div class="note warn" role="status" { p { b { "Nothing is lost, and nothing can be sent through " (server) " now: " } (trouble) "." } }
                }
            }
        }
    }

    fn table(&self) -> Markup {
        let headings = ["Waiting", "Kept", "Sent", "Refused"];
        html! {
            table class="stack" role="table" {
                caption { "Letters about each consultation and campaign. Those to people who asked to hear are counted for 90 days." }
                thead role="rowgroup" { tr role="row" {
                    @for heading in ["Letter", "About"] { th scope="col" role="columnheader" { (heading) } }
                    @for heading in headings { th scope="col" role="columnheader" class="num" { (heading) } }
                } }
                tbody role="rowgroup" {
                    @for row in &self.rows {
                        tr role="row" {
                            th scope="row" role="rowheader" { (kind(row.kind)) }
                            td role="cell" data-k="About" { (row.about) }
                            @for (heading, letters) in headings.iter().zip(row.letters) {
                                td role="cell" class="num" data-k=(heading) { (grouped(letters)) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn waiting(&self) -> Markup {
        html! {
            section aria-labelledby="hear" {
                h2 id="hear" { "Who waits to hear" }
                p { "They are told once, when you publish what came of a consultation, and are then forgotten. Nothing ties them to an answer." }
                ul { @for (consultation, people) in &self.hearers { @if *people > 0 { li { (consultation) ": " (grouped(*people)) } } } }
            }
        }
    }

    fn letters(&self) -> Markup {
        html! {
            section aria-labelledby="kept" {
                h2 id="kept" { "What would have been sent" }
                @for kept in &self.kept {
                    details class="card" {
                        summary { (kept.letter.subject()) span class="small" { " · " (kind(kept.kind)) " · " (kept.about) } }
                        div lang=(kept.letter.lang) { (letter::words(&kept.letter)) }
                        @for enclosure in &kept.letter.enclosures { p class="small" { "With it: " (enclosure.name) } }
                    }
                }
            }
        }
    }
}
