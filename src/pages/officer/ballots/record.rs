//! How the votes on paper of a place were typed: who typed what, what was agreed, and every time the tally was opened
//! again, with who did and why. From here an officer opens an agreed tally again until the result is published.
//!
//! Numbers are shown after the close only, as everywhere.

use maud::{Markup, html};

use super::address;
use crate::ballot::{Ballot, Sheet};
use crate::pages::Words;
use crate::pages::ballot::tally::label;
use crate::pages::components::errors::{self, Problem};
use crate::pages::officer::{Desk, Section};

/// The field of the reason.
pub const REASON: &str = "reason";
/// The most characters of a reason.
pub const LONGEST_REASON: usize = 500;

/// What one person typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typed {
    /// 1 or 2.
    pub turn: i32,
    /// An account, or which of the two links.
    pub by: String,
    pub sheet: Sheet,
    /// Whoever typed it came for the other sheet as well, and was refused.
    pub tried_other: bool,
}

/// A tally that was opened again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opened {
    pub by: String,
    /// The day and the time, in words.
    pub when: String,
    pub reason: String,
    pub agreed: Sheet,
    pub typed: Vec<Typed>,
}

/// The page.
#[derive(Debug, Clone)]
pub struct Record<'a> {
    pub desk: Desk,
    pub ballot: &'a Ballot,
    pub title: &'a str,
    pub place: &'a str,
    pub id: i64,
    /// What is agreed now, if anything.
    pub agreed: Option<Sheet>,
    /// What is typed now.
    pub typed: Vec<Typed>,
    /// The latest first.
    pub opened: Vec<Opened>,
    pub closed: bool,
    pub published: bool,
    /// What was typed as a reason and cannot be taken, and why.
    pub refused: Option<(String, String)>,
}

impl Record<'_> {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let problem = self.refused.as_ref().map(|(_, message)| Problem { field: REASON, message: message.clone() });
        let title = format!("How the votes on paper of {} were typed", self.place);
        let shown = if problem.is_some() { format!("Error: {title}") } else { title.clone() };
        self.desk.render(&shown, Section::Ballots, html! {
            nav class="small trail-of" aria-label="Where you are" {
                a href="/officer/ballots" { "Ballots" } " / " a href=(address(&self.ballot.key, "")) { (self.title) } " / " (self.place)
            }
            (errors::summary(Words::english(), problem.as_slice()))
            h1 { (title) }
            @if !self.closed { p { "Numbers are shown here once voting has ended." } }
            section aria-labelledby="now" {
                h2 id="now" { @if self.agreed.is_some() { "Agreed and counted" } @else { "Not agreed yet" } }
                (self.table("As it stands", self.agreed.as_ref(), &self.typed))
            }
            (self.open_again(problem.as_ref()))
            @if !self.opened.is_empty() {
                section aria-labelledby="opened" {
                    h2 id="opened" { "Opened again" }
                    p { "The published file of the count says that this tally was opened again; who did and why is for officers." }
                    @for opened in &self.opened {
                        h3 { (opened.when) ", by " (opened.by) }
                        blockquote dir="auto" { (opened.reason) }
                        (self.table("Until then", Some(&opened.agreed), &opened.typed))
                    }
                }
            }
        })
    }

    fn open_again(&self, problem: Option<&Problem>) -> Markup {
        if self.agreed.is_none() {
            return html! {};
        }
        let typed = self.refused.as_ref().map(|(typed, _)| typed.as_str()).unwrap_or_default();
        let described = if problem.is_some() { "reason-hint reason-error" } else { "reason-hint" };
        html! {
            section aria-labelledby="again" {
                h2 id="again" { "Open it again" }
                @if self.published { p { "The result is published. It stays as it is, and this tally with it." } } @else {
                    p { "If the papers were counted wrongly, open the tally again: its papers leave the count, and two people type the sheet anew. \
                        What was typed until now stays here." }
                    form method="post" action=(address(&self.ballot.key, &format!("/places/{}/open-again", self.id))) novalidate {
                        input type="hidden" name="csrf" value=(self.desk.csrf);
                        div class={ "fields" @if problem.is_some() { " err" } } {
                            label for=(REASON) { "Why it is opened again" }
                            p class="hint" id="reason-hint" { "Officers read it here for good. Name no young person." }
                            @if let Some(problem) = problem { (errors::message(Words::english(), problem)) }
                            textarea id=(REASON) name=(REASON) rows="3" dir="auto" autocomplete="off" maxlength=(LONGEST_REASON)
                                aria-describedby=(described) aria-invalid=[problem.map(|_| "true")] { "\n" (typed) }
                        }
                        div class="row" { button type="submit" class="btn two" { "Open the tally again" } }
                    }
                }
            }
        }
    }

    /// Who typed, and after the close what, side by side with what was agreed.
    fn table(&self, caption: &str, agreed: Option<&Sheet>, typed: &[Typed]) -> Markup {
        let sheet = |turn: i32| typed.iter().find(|one| one.turn == turn).map(|one| &one.sheet);
        let sheets = [("First person", sheet(1)), ("Second person", sheet(2)), ("Agreed", agreed)];
        let mut fields = Sheet::fields_of(self.ballot);
        for field in sheets.iter().filter_map(|(_, sheet)| *sheet).flat_map(|sheet| sheet.fields.keys()) {
            if !fields.contains(field) {
                fields.push(field.clone());
            }
        }
        html! {
            @if typed.is_empty() { p { "Nobody has typed it." } }
            ul { @for one in typed {
                li { @if one.turn == 1 { "First person: " } @else { "Second person: " } (by(&one.by))
                    @if one.tried_other { ". " b { "The same account or browser came for the other sheet as well, and was refused." } } }
            } }
            @if self.closed && (agreed.is_some() || !typed.is_empty()) {
                table class="stack" role="table" {
                    caption { (caption) }
                    thead role="rowgroup" { tr role="row" {
                        th scope="col" role="columnheader" { "Field" }
                        @for (heading, _) in &sheets { th scope="col" role="columnheader" class="num" { (heading) } }
                    } }
                    tbody role="rowgroup" { @for field in &fields {
                        tr role="row" {
                            th scope="row" role="rowheader" { (label(self.ballot, field)) }
                            @for (heading, sheet) in &sheets {
                                td role="cell" class="num" data-k=(heading) { @match sheet { Some(sheet) => (sheet.number(field)), None => "not typed" } }
                            }
                        }
                    } }
                }
            }
        }
    }
}

/// Who typed, in words.
fn by(typist: &str) -> String {
    match typist {
        "link 1" => "whoever had the first link".to_owned(),
        "link 2" => "whoever had the second link".to_owned(),
        account => format!("{account}, signed in"),
    }
}
