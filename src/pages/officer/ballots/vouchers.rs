//! Making vouchers: how many each school has and how many more it needs, then the slips, which can be had once.

use maud::{Markup, html};

use super::address;
use crate::pages::Words;
use crate::pages::components::errors;
use crate::pages::figures::numbers::grouped;
use crate::pages::officer::{Desk, Section};
use crate::report::pdf::SLIPS_ON_A_SHEET;

/// One school.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    pub id: i64,
    pub name: String,
    /// How many may vote there, where it is known.
    pub entitled: Option<u64>,
    /// Vouchers of batches that were not stopped, used or not.
    pub made: u64,
    /// What stands in the field.
    pub typed: String,
}

/// The field for how many a place gets.
pub fn number_field(place: i64) -> String {
    format!("number-{place}")
}

/// Sheets of A4 for so many slips.
fn sheets(slips: usize) -> usize {
    slips.div_ceil(SLIPS_ON_A_SHEET)
}

/// The form.
#[derive(Debug, Clone)]
pub struct Choose<'a> {
    pub desk: Desk,
    pub key: &'a str,
    pub title: &'a str,
    /// The ballot takes vouchers and has not closed.
    pub takes: bool,
    /// No address is set that people can type.
    pub unset_address: bool,
    pub rows: Vec<Row>,
    /// What is wrong, each with the field it is about.
    pub problems: Vec<(String, String)>,
}

impl Choose<'_> {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let problems: Vec<(&str, &str)> =
            self.problems.iter().map(|(field, said)| (field.as_str(), said.as_str())).collect();
        let title = if problems.is_empty() { "Make vouchers" } else { "Error: Make vouchers" };
        self.desk.render(title, Section::Ballots, html! {
            (trail(self.key, self.title))
            (errors::summary_of(Words::english(), &problems))
            h1 { "Make vouchers" }
            p { "A voucher is a slip of paper with a code that lets one person vote once. " (SLIPS_ON_A_SHEET) " fit on a sheet of A4, each with \
                 a QR code and the same code to type." }
            @if !self.takes { p { b { "This ballot takes no vouchers, or voting has ended." } } }
            @else if self.rows.is_empty() {
                p { "Add a school first. " a href=(address(self.key, "#add")) { "Add a place" } }
            } @else {
                @if self.unset_address { (unset()) }
                div class="note" { p { b { "You get the slips once." } " Heard keeps only a scrambled form of each code, so nobody can show or print \
                    them again. If slips are lost, stop that batch and make others." } }
                form method="post" action=(address(self.key, "/vouchers")) novalidate {
                    input type="hidden" name="csrf" value=(self.desk.csrf);
                    @if let [only] = self.rows.as_slice() { input type="hidden" name="place" value=(only.id); }
                    (self.table())
                    div class="row" { button type="submit" class="btn" { "Make them" } }
                }
            }
        })
    }

    fn table(&self) -> Markup {
        html! {
            table class="stack" role="table" {
                thead role="rowgroup" { tr role="row" {
                    @for heading in ["School or place", "May vote there", "Vouchers it has", "How many more"] { th scope="col" role="columnheader" { (heading) } }
                } }
                tbody role="rowgroup" {
                    @for row in &self.rows {
                        @let id = number_field(row.id);
                        @let problem = self.problems.iter().find(|(field, _)| *field == id);
                        tr role="row" {
                            th scope="row" role="rowheader" { label for=(id) { (row.name) } }
                            td role="cell" data-k="May vote there" { @match row.entitled { Some(number) => (grouped(number)), None => "not known" } }
                            td role="cell" data-k="Vouchers it has" { (grouped(row.made)) }
                            td role="cell" data-k="How many more" class=[problem.map(|_| "err")] {
                                @if let Some((field, said)) = problem { (errors::message_at(Words::english(), field, said)) }
                                input class="short" type="text" inputmode="numeric" id=(id) name=(id) maxlength="6" autocomplete="off"
                                    value=(row.typed) aria-invalid=[problem.map(|_| "true")] aria-describedby=[problem.map(|_| format!("{id}-error"))];
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What was made and waits to be taken.
#[derive(Debug, Clone)]
pub struct Ready<'a> {
    pub desk: Desk,
    pub key: &'a str,
    pub title: &'a str,
    pub handle: &'a str,
    /// No address is set that people can type.
    pub unset_address: bool,
    /// The name of each place with how many vouchers it got.
    pub batches: Vec<(String, usize)>,
}

impl Ready<'_> {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let all: usize = self.batches.iter().map(|(_, number)| number).sum();
        let title = if all == 1 {
            "One voucher is made".to_owned()
        } else {
            format!("{} vouchers are made", grouped(all as u64))
        };
        let file = if self.batches.len() == 1 {
            "Download the slips (PDF)"
        } else {
            "Download the slips (ZIP, a PDF for each school)"
        };
        self.desk.render(&title, Section::Ballots, html! {
            (trail(self.key, self.title))
            h1 { (title) }
            ul { @for (place, number) in &self.batches {
                li { b { (place) } ": " (grouped(*number as u64)) @if *number == 1 { " slip" } @else { " slips" } " on "
                    (sheets(*number)) @if sheets(*number) == 1 { " sheet of A4" } @else { " sheets of A4" } }
            } }
            div class="note warn" role="status" {
                p { b { "You can download them once, within half an hour." } " Then nobody can show or print these codes again, here or anywhere." }
                p { "Print the file on white paper at its full size, cut along the dashed lines, and let everybody draw a slip, so that \
                     nobody knows who has which." }
            }
            @if self.unset_address { (unset()) }
            form method="post" action=(address(self.key, &format!("/vouchers/{}", self.handle))) {
                input type="hidden" name="csrf" value=(self.desk.csrf);
                div class="row" { button type="submit" class="btn" { (file) } }
            }
            p { a href=(address(self.key, "#batches")) { "Back to the ballot, when you have the file" } }
        })
    }
}

/// Slips would hold an address that only this officer may reach.
fn unset() -> Markup {
    html! {
        div class="note warn" { p { b { "The address that people type is not set" } ", so slips and their QR codes hold the one you opened this \
            page by, which may work on your network alone. Slips are made once: set " code { "public_url" } " before you download any, \
            or ask whoever runs Heard to set it." } }
    }
}

fn trail(key: &str, title: &str) -> Markup {
    html! {
        nav class="small trail-of" aria-label="Where you are" {
            a href="/officer/ballots" { "Ballots" } " / " a href=(address(key, "")) { (title) } " / Vouchers"
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_that_is_not_set_is_said_before_slips_are_made_and_before_they_are_taken() {
        for unset_address in [false, true] {
            let row = Row { id: 1, name: "School".into(), entitled: Some(20), made: 0, typed: String::new() };
            let (rows, problems) = (vec![row], Vec::new());
            let desk = || Desk { subject: None, ..Desk::sample() };
            let form = Choose { desk: desk(), key: "k", title: "T", takes: true, unset_address, rows, problems };
            let batches = vec![("School".to_owned(), 20)];
            let ready = Ready { desk: desk(), key: "k", title: "T", handle: "h", unset_address, batches };
            for page in [form.render().into_string(), ready.render().into_string()] {
                assert_eq!(page.contains("The address that people type is not set"), unset_address, "{page}");
            }
        }
    }
}
