//! Invitations that wait for an adult officer: the letter, whom it goes to, and the two things that can be done.

use maud::{Markup, html};

use super::invitations::{Preview, sending, table};
use super::posts::marked;
use super::{TeamDesk, TeamSection};
use crate::campaign::Invitation;
use crate::letter::Dispatch;
use crate::pages::components::errors::Problem;

/// An invitation with the name of its campaign and where it looks as if it held personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub invitation: Invitation,
    pub campaign: String,
    /// The letter as the first of the list gets it.
    pub preview: Option<Preview>,
    /// Spans of the subject and of the words, in characters.
    pub in_subject: Vec<std::ops::Range<usize>>,
    pub in_words: Vec<std::ops::Range<usize>>,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inviting {
    pub desk: TeamDesk,
    pub waiting: Vec<Entry>,
    /// What becomes of letters here; none where no mail server is set.
    pub sends: Option<Dispatch>,
    /// Another officer decided first, or a remark is missing.
    pub problems: Vec<Problem>,
}

impl Inviting {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let title = match self.waiting.len() {
            0 => "No invitation waits for you".to_owned(),
            1 => "One invitation waits for you".to_owned(),
            many => format!("{many} invitations wait for you"),
        };
        let main = html! {
            p class="small kicker" { a href="/officer/mail" { "Letters" } " / Invitations" }
            h1 id="list" { (title) }
            p { "Young people wrote these to schools and clubs. Nothing is sent before you approve, and each address is written to once. Check that every address is the school’s or the club’s own." }
            (sending(self.sends))
            @for entry in &self.waiting { (self.entry(entry)) }
        };
        self.desk.render(&title, TeamSection::Approve, &self.problems, main)
    }

    fn entry(&self, entry: &Entry) -> Markup {
        let one = &entry.invitation;
        let (id, count) = (format!("{:x}", one.id), one.invited.len());
        let send = if count == 1 {
            "Approve and send 1 letter".to_owned()
        } else {
            format!("Approve and send {count} letters")
        };
        html! {
            article class="card" aria-labelledby={ "title-" (id) } {
                p class="small" { a href={ "/campaigns/" (one.campaign) "/invitations" } { (entry.campaign) } " · written by " (one.written_by) " on " (one.written_on.strftime("%-d %B %Y")) }
                h2 id={ "title-" (id) } { (marked(&one.subject, &entry.in_subject)) }
                p class="kept" { (marked(&one.words, &entry.in_words)) }
                @if entry.in_subject.len() + entry.in_words.len() > 0 {
                    div class="note warn" { p { "Marked: what may be somebody’s name, school or address. Check each." } }
                }
                (table(one))
                @if let Some(preview) = &entry.preview { (preview.render()) }
                form method="post" action={ "/officer/invitations/" (id) } novalidate {
                    (self.desk.token())
                    div class="typed" {
                        label for={ "remark-" (id) } { "To whoever wrote it" span class="sr" { ": " (one.subject) } }
                        p class="hint" id={ "remark-hint-" (id) } { "Needed when you send it back" }
                        textarea id={ "remark-" (id) } name="remark" rows="2" aria-describedby={ "remark-hint-" (id) } {}
                    }
                    div class="row" {
                        button type="submit" class="btn" name="do" value="approve" { (send) span class="sr" { ": " (one.subject) } }
                        button type="submit" class="btn two" name="do" value="return" { "Send back" span class="sr" { ": " (one.subject) } }
                    }
                }
            }
        }
    }
}
