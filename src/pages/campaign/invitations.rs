//! Invitations to schools and clubs as a team sees them: what was written, whom it goes to, what became of each letter.

use maud::{Markup, html};

use super::desk::{input, line};
use super::{TeamDesk, TeamSection};
use crate::campaign::{Invitation, InvitationState, Invited, MOST_INVITED, Place};
use crate::letter::{Dispatch, Letter, LetterState};
use crate::pages::components::errors::Problem;

/// The most characters of a letter.
pub const MOST_IN_WORDS: usize = 3_000;

/// The list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitations {
    pub desk: TeamDesk,
    pub invitations: Vec<Invitation>,
    /// One was just written, and waits.
    pub sent: bool,
    /// What becomes of letters here; none where no mail server is set.
    pub sends: Option<Dispatch>,
}

/// A letter as somebody gets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The school or the club.
    pub to: String,
    pub letter: Letter,
    /// What goes with it: what it is called and where it can be looked at.
    pub files: Vec<(String, String)>,
}

impl Preview {
    /// The letter, with what goes with it.
    pub fn render(&self) -> Markup {
        html! {
            details class="preview" open {
                summary { "The letter as " (self.to) " gets it" }
                div class="card" {
                    p class="small" { "Subject: " b { (self.letter.subject()) } }
                    (crate::pages::letter::words(&self.letter))
                    div class="small" { (crate::pages::letter::foot(&self.letter)) }
                    @if !self.files.is_empty() {
                        p { "With it: "
                            @for (at, (name, address)) in self.files.iter().enumerate() {
                                @if at > 0 { ", " }
                                a href=(address) { (name) span class="sr" { " for " (self.to) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// Writing one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prepare {
    pub desk: TeamDesk,
    pub places: Vec<Place>,
    pub subject: String,
    pub words: String,
    /// The list as it was typed or pasted.
    pub list: String,
    /// The identifier of one that an officer sent back, which this takes the place of.
    pub again: Option<i64>,
    /// What the officer said to it.
    pub remark: String,
    /// The letter, where somebody asked to look at it first.
    pub preview: Option<Preview>,
    /// What looks like personal data, and must be said to be none.
    pub personal: Vec<String>,
    pub problems: Vec<Problem>,
}

impl Invitations {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let title = self.title();
        let main = html! {
            (self.desk.kicker())
            @if self.sent {
                div class="note" role="status" { p { b { "Kept." } " An officer reads it before anything is sent. You see here what became of each letter." } }
            }
            h1 { (title) }
            p { "Invite schools and clubs by letter. You write it and say whom it goes to, an adult officer approves, then each gets the link, the poster, the slides and the card of its own place." }
            (sending(self.sends))
            p { a class="btn" href=(self.desk.address("/invitations/write")) { "Write an invitation" } }
            @for invitation in &self.invitations { (self.invitation(invitation)) }
        };
        self.desk.render(&title, TeamSection::Invitations, &[], main)
    }

    fn title(&self) -> String {
        let all = || self.invitations.iter().flat_map(|one| &one.invited);
        let sent = all().filter(|one| one.fate == Some(LetterState::Sent)).count();
        match (all().count(), sent) {
            (0, _) => "Nobody is invited yet".to_owned(),
            (all, sent) => format!("{sent} of {all} invitations sent"),
        }
    }

    fn invitation(&self, one: &Invitation) -> Markup {
        let (said, class) = state(one.state);
        let id = format!("{:x}", one.id);
        html! {
            article class="card" id={ "i" (id) } {
                p { span class=(class) { (said) } " " span class="small" { "written by " (one.written_by) " on " (one.written_on.strftime("%-d %B %Y")) } }
                h2 { (one.subject) }
                p class="kept" { (one.words) }
                @if !one.remark.is_empty() { div class="note" { p { b { "The officer says: " } (one.remark) } } }
                (table(one))
                @if one.state == InvitationState::Returned {
                    p { a class="btn two" href={ (self.desk.address("/invitations/write")) "?again=" (id) } { "Write it again" span class="sr" { ": " (one.subject) } } }
                }
            }
        }
    }
}

/// What becomes of letters on this website.
pub fn sending(sends: Option<Dispatch>) -> Markup {
    html! {
        @match sends {
            Some(Dispatch::Send) => {}
            Some(Dispatch::Keep) => { div class="note" { p { "This town sends no letters. An officer sees what would have been sent under Letters." } } }
            None => { div class="note warn" { p { "No mail server is set, so nothing can be sent. Ask whoever looks after this website." } } }
        }
    }
}

/// Whom it goes to and what became of each letter.
pub fn table(invitation: &Invitation) -> Markup {
    html! {
        table class="stack" role="table" {
            caption { "Whom it goes to" }
            thead role="rowgroup" { tr role="row" {
                @for heading in ["School or club", "Place", "Letter"] { th scope="col" role="columnheader" { (heading) } }
            } }
            tbody role="rowgroup" {
                @for one in &invitation.invited {
                    tr role="row" {
                        th scope="row" role="rowheader" { (one.name) @if let Some(address) = &one.address { br; span class="small" { (address.as_str()) } } }
                        td role="cell" data-k="Place" { @if one.place.is_empty() { "The campaign’s own link" } @else { "/go/" (one.place) } }
                        td role="cell" data-k="Letter" { (fate(invitation.state, one)) }
                    }
                }
            }
        }
    }
}

fn fate(state: InvitationState, one: &Invited) -> Markup {
    let refused = |reply: Option<u16>| match reply {
        Some(reply) => format!("Refused by the mail server ({reply}). Check the address and invite them again"),
        None => "Refused".to_owned(),
    };
    html! {
        @match one.fate {
            Some(LetterState::Sent) => { span class="tag go" { "Sent" } }
            Some(LetterState::Waiting) => { span class="tag" { "On its way" } }
            Some(LetterState::Kept) => { span class="tag" { "Kept, not sent" } }
            Some(LetterState::Refused) => { span class="tag late" { (refused(one.reply)) } }
            None if state == InvitationState::Approved => { "Not sent: they asked for no more invitations, or have had this one" }
            None => { "Not before an officer approves" }
        }
    }
}

fn state(state: InvitationState) -> (&'static str, &'static str) {
    match state {
        InvitationState::Waiting => ("Waits for an officer", "tag"),
        InvitationState::Approved => ("Approved", "tag go"),
        InvitationState::Returned => ("Sent back", "tag late"),
    }
}

impl Prepare {
    /// A form with nothing in it.
    pub fn empty(desk: TeamDesk, places: Vec<Place>) -> Self {
        let (subject, words, list, remark) = Default::default();
        Self {
            desk,
            places,
            subject,
            words,
            list,
            again: None,
            remark,
            preview: None,
            personal: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// The whole document.
    pub fn render(&self) -> Markup {
        let main = html! {
            (self.desk.kicker())
            h1 { "Write an invitation" }
            p { "To schools and clubs, at the addresses they give for everyone. Never to a child, and never to somebody’s own address." }
            @if !self.remark.is_empty() { div class="note" { p { b { "The officer says: " } (self.remark) } } }
            form method="post" action=(self.desk.address("/invitations/write")) novalidate class="edit" {
                (self.desk.token())
                @if let Some(id) = self.again { input type="hidden" name="again" value=(format!("{id:x}")); }
                (line("subject", "Subject", "What the letter is about, in one line", &self.problems,
                    |described, wrong| input("text", "subject", &self.subject, described.as_deref(), wrong)))
                (line("words", "Letter", "An empty line begins a new paragraph. The link, the poster, the slides and the card are added by themselves", &self.problems,
                    |described, wrong| area("words", 10, &self.words, described, wrong)))
                (line("list", "Whom it goes to", &self.hint(), &self.problems,
                    |described, wrong| area("list", 8, &self.list, described, wrong)))
                @if !self.personal.is_empty() { (self.sure()) }
                div class="row" {
                    button type="submit" class="btn" { "Send it to an officer" }
                    button type="submit" class="btn two" name="do" value="look" { "Look at the letter first" }
                }
            }
            @if let Some(preview) = &self.preview { (preview.render()) }
            @if !self.places.is_empty() {
                h2 { "Places of this campaign" }
                ul { @for place in &self.places { li { (place.name) } } }
            }
        };
        self.desk.render("Write an invitation", TeamSection::Invitations, &self.problems, main)
    }

    fn hint(&self) -> String {
        format!(
            "One a line: name, email address, place. Three columns of a spreadsheet can be pasted. At most {MOST_INVITED}"
        )
    }

    fn sure(&self) -> Markup {
        let problem = self.problems.iter().find(|problem| problem.field == "sure");
        html! {
            fieldset class="err" aria-describedby=[problem.map(|_| "sure-error")] {
                legend { "Could somebody be found by this?" }
                @if let Some(problem) = problem { (super::desk_message(problem)) }
                ul { @for found in &self.personal { li { (found) } } }
                div class="pick" {
                    input type="checkbox" name="sure" id="sure" value="yes" checked[problem.is_none()];
                    label for="sure" { "It is nobody’s: send it as it is, and let the officer look" }
                }
            }
        }
    }
}

fn area(name: &str, rows: u8, value: &str, described: Option<String>, wrong: bool) -> Markup {
    html! {
        textarea id=(name) name=(name) rows=(rows) aria-describedby=[described] aria-invalid=[wrong.then_some("true")] { (value) }
    }
}
