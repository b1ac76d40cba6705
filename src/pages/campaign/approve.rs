//! What waits for an adult officer before the public may read it, and what the public reads now.

use jiff::civil::Date;
use maud::{Markup, html};

use super::posts::{dir, marked, words_of};
use super::{TeamDesk, TeamSection, day_of};
use crate::campaign::Post;
use crate::pages::components::errors::Problem;

/// A text with the name of its campaign and where it looks as if it held personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub post: Post,
    pub campaign: String,
    /// Spans of the title and of the words, in characters.
    pub in_title: Vec<std::ops::Range<usize>>,
    pub in_words: Vec<std::ops::Range<usize>>,
    /// Why the public does not read it now, or would not if it were approved; nothing where it does.
    pub not_read: Option<String>,
    /// What else becomes public with the campaign's page; of other texts nothing.
    pub posters: Option<OnPosters>,
}

/// What stands on posters beside the approved words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnPosters {
    /// Who runs the campaign.
    pub team: String,
    /// The names of its places.
    pub places: Vec<String>,
    /// What changes where any of these does, so that nobody approves what they have not read.
    pub seen: String,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Approve {
    pub desk: TeamDesk,
    pub waiting: Vec<Entry>,
    pub public: Vec<Entry>,
    pub today: Date,
    /// Another officer decided first, or a remark is missing.
    pub problems: Vec<Problem>,
}

impl Approve {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let title = match self.waiting.len() {
            0 => "Nothing waits for you".to_owned(),
            1 => "One text waits for you".to_owned(),
            many => format!("{many} texts wait for you"),
        };
        let main = html! {
            p class="small kicker" { a href="/campaigns" { "Campaigns" } " / Approve" }
            h1 id="list" { (title) }
            p { "Young people wrote these for the public. Nobody else sees them before you approve. Look for anything by which somebody could be found, and for whether it is theirs to say." }
            @for entry in &self.waiting { (self.entry(entry, true)) }
            @let (held, read): (Vec<&Entry>, Vec<&Entry>) = self.public.iter().partition(|entry| entry.not_read.is_some());
            @for (id, heading, entries) in [("public", "What the public reads now", read), ("held", "Approved, and not read by the public now", held)] {
                @if !entries.is_empty() {
                    section aria-labelledby=(id) {
                        h2 id=(id) { (heading) }
                        @for entry in entries { (self.entry(entry, false)) }
                    }
                }
            }
        };
        self.desk.render(&title, TeamSection::Approve, &self.problems, main)
    }

    fn entry(&self, entry: &Entry, waits: bool) -> Markup {
        let (id, post) = (format!("{:x}", entry.post.id), &entry.post);
        let found = entry.in_title.len() + entry.in_words.len();
        html! {
            article class="card" id={ "p" (id) } aria-labelledby={ "title-" (id) } {
                p class="small" { a href={ "/campaigns/" (post.campaign) } { (entry.campaign) } " · " (words_of(post.kind).0) " · written by " (post.written_by) " on " (day_of(post.written_on, self.today)) }
                h2 id={ "title-" (id) } lang=[post.kind.language()] dir=[dir(post.kind)] { (marked(&post.title, &entry.in_title)) }
                p class="kept" lang=[post.kind.language()] dir=[dir(post.kind)] { (marked(&post.words, &entry.in_words)) }
                @if let Some(why) = &entry.not_read { p { b { (why) "." } } }
                @if waits && found > 0 { div class="note warn" { p { "Marked: what may be somebody’s name, school or address. Check each." } } }
                @if let (true, Some(posters)) = (waits, &entry.posters) {
                    p class="small" {
                        b { "With it, on posters: " } "run by " (posters.team)
                        @if posters.places.is_empty() { ". It has no places yet" } @else { "; at " (posters.places.join("; ")) } "."
                        " Once you approve, members cannot add, change or remove a place or say anew who runs it; you and other \
                         officers can."
                    }
                }
                form method="post" action={ "/officer/campaigns/" (id) } novalidate {
                    (self.desk.token())
                    @if let (true, Some(posters)) = (waits, &entry.posters) { input type="hidden" name="seen" value=(posters.seen); }
                    @if waits {
                        div class="typed" {
                            label for={ "remark-" (id) } { "To whoever wrote it" span class="sr" { ": " (post.title) } }
                            p class="hint" id={ "remark-hint-" (id) } { "Needed when you send it back" }
                            textarea id={ "remark-" (id) } name="remark" rows="2" aria-describedby={ "remark-hint-" (id) } {}
                        }
                        div class="row" {
                            button type="submit" class="btn" name="do" value="approve" { "Approve" span class="sr" { ": " (post.title) } }
                            button type="submit" class="btn two" name="do" value="return" { "Send back" span class="sr" { ": " (post.title) } }
                        }
                    } @else {
                        div class="row" { button type="submit" class="btn two tiny" name="do" value="take-down" { "Take down" span class="sr" { ": " (post.title) } } }
                    }
                }
            }
        }
    }
}
