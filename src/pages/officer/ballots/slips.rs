//! What is shown once and printed: slips with a voucher each, or the two links by which a place's tally is typed. Only
//! hashes are kept, so neither can be shown again.

use maud::{Markup, html};

use super::address;
use crate::pages::ballot::Frame;
use crate::pages::components::qr;
use crate::pages::officer::{Desk, Section};

/// Slips to cut out.
#[derive(Debug, Clone)]
pub struct Slips<'a> {
    pub desk: Desk,
    pub frame: Frame<'a>,
    pub place: &'a str,
    /// The codes as they are printed.
    pub codes: Vec<String>,
    pub website: &'a str,
}

impl Slips<'_> {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let (key, say) = (&self.frame.ballot.key, self.frame.words());
        let start = format!("{}/b/{key}", self.website);
        let title = format!("{} vouchers for {}", self.codes.len(), self.place);
        self.desk.render(&title, Section::Ballots, html! {
            nav class="small trail-of noprint" aria-label="Where you are" {
                a href="/officer/ballots" { "Ballots" } " / " a href=(address(key, "")) { (self.frame.title()) } " / Vouchers"
            }
            h1 class="noprint" { (title) }
            div class="note warn noprint" role="status" {
                p { b { "Print this page now." } " It is shown once: only scrambled forms of the codes are kept, so nobody can show them again. Cut \
                    the slips apart and let everybody draw one, so that nobody knows who has which. Loading this page again makes more." }
            }
            div class="slips" {
                @for code in &self.codes {
                    @let whole = format!("{start}/v/{}", code.replace('-', ""));
                    section class="slip" aria-label={ "Voucher " (code) } {
                        (qr::qr(&whole, &format!("QR code of voucher {code}")))
                        div {
                            p { b { (self.frame.title()) } }
                            p class="small" { (start) }
                            p class="small" { (say.say("vote-code")) }
                            p class="slip-code" { (code) }
                            p class="small" { (self.frame.moment("vote-until", self.frame.ballot.closes)) }
                        }
                    }
                }
            }
        })
    }
}

/// The two links of a place.
#[derive(Debug, Clone)]
pub struct TallyLinks<'a> {
    pub desk: Desk,
    pub frame: Frame<'a>,
    pub place: &'a str,
    /// The whole addresses for the first and the second person.
    pub links: [String; 2],
}

impl TallyLinks<'_> {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let key = &self.frame.ballot.key;
        let title = format!("Two links for {}", self.place);
        self.desk.render(&title, Section::Ballots, html! {
            nav class="small trail-of noprint" aria-label="Where you are" {
                a href="/officer/ballots" { "Ballots" } " / " a href=(address(key, "")) { (self.frame.title()) } " / Links for teachers"
            }
            h1 { (title) }
            div class="note warn" role="status" {
                p { b { "Print or copy these now." } " They are shown once. Give them to two people: each types the sheet of the votes on paper \
                    without seeing what the other types. Links made before work no longer." }
            }
            div class="grid" {
                @for (who, link) in ["First person", "Second person"].iter().zip(&self.links) {
                    section class="card" {
                        h2 { (who) }
                        (qr::qr(link, &format!("QR code of the link for the {}", who.to_lowercase())))
                        p { a href=(link) { (link) } }
                    }
                }
            }
        })
    }
}
