//! The two links by which a place's votes on paper are typed, shown for a short while. Only hashes are kept, so they
//! cannot be shown again.

use maud::{Markup, html};

use super::address;
use crate::pages::ballot::Frame;
use crate::pages::components::qr;
use crate::pages::officer::{Desk, Section};

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
                p { b { "Print or copy these now." } " They are shown for half an hour and never again. Give them to two people: each types the sheet of the votes on paper \
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
