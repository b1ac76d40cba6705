//! Links and QR codes, one a place, and how many people came and sent by each; and the groups that adults started.

use maud::{Markup, html};

use super::{Desk, Section};
use crate::breakdown::{Count, Policy};
use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};
use crate::pages::components::qr;
use crate::pages::figures::hidden::explained;
use crate::pages::figures::numbers::{count, grouped};

/// The field of the place's name.
pub const NAME: &str = "name";

/// One link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub place: String,
    /// As an address has it, and as people read it.
    pub code: String,
    pub shown: String,
    /// The whole address that its QR code holds.
    pub address: String,
    pub came: Count,
    pub sent: Count,
}

/// One group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// As the adult calls it.
    pub name: String,
    /// The day it was started, for example `26 November`.
    pub started: String,
    /// As the adult counted them.
    pub headcount: Option<u32>,
    pub came: Count,
    pub sent: Count,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Links {
    pub desk: Desk,
    pub links: Vec<Link>,
    pub groups: Vec<Group>,
    /// No address is set that people can type, so codes hold the one this page was asked by.
    pub unset_address: bool,
    /// Where a group is started, without an account; none while answers are not taken.
    pub group_address: Option<String>,
    /// What was typed and cannot be taken, and why.
    pub refused: Option<(String, String)>,
    pub policy: Policy,
}

impl Links {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let title = if self.refused.is_some() { "Error: Links and groups" } else { "Links and groups" };
        self.desk.render(title, Section::Links, html! {
            (self.desk.trail(&[], "Links and groups"))
            (self.form())
            section aria-labelledby="places" {
                h2 id="places" { "Places" }
                @if self.links.is_empty() { p { "There is no link yet. Make one for each place where people will see it." } }
                @else { (self.places()) (explained(self.policy)) }
            }
            section aria-labelledby="groups" {
                h2 id="groups" { "Classes and groups" }
                @match &self.group_address {
                    Some(address) => p {
                        "A teacher or youth worker starts one at " a href=(address) { (address) }
                        ", without an account. Pupils type a code; nothing says who of them sent what."
                    },
                    None => p { "No class or group can be started: answers are not being taken now." },
                }
                @if !self.groups.is_empty() { (self.started()) (explained(self.policy)) }
            }
        })
    }

    fn form(&self) -> Markup {
        let problem = self.refused.as_ref().map(|(_, message)| Problem { field: NAME, message: message.clone() });
        let typed = self.refused.as_ref().map(|(typed, _)| typed.as_str());
        let described = if problem.is_some() { "name-hint name-error" } else { "name-hint" };
        html! {
            (errors::summary(Words::english(), problem.as_slice()))
            h1 { "Links and groups" }
            p {
                "Give each place its own link: a library, a school, a newsletter. You see how many people came by it and \
                 how many of them sent their answers. No answer says which link it came by."
            }
            @if self.unset_address {
                div class="note warn" { p {
                    "The address that people type is not set, so links and QR codes hold the one you opened this page by. \
                     Ask whoever runs the website to enter its address before you print any."
                } }
            }
            form method="post" action=(self.desk.address("/links")) novalidate {
                input type="hidden" name="csrf" value=(self.desk.csrf);
                div class=[problem.as_ref().map(|_| "err")] {
                    label for=(NAME) { "Place" }
                    p class="hint" id="name-hint" { "For example Malvern Library. People who come by it see the name." }
                    @if let Some(problem) = &problem { (errors::message(Words::english(), problem)) }
                    input type="text" id=(NAME) name=(NAME) value=[typed] autocomplete="off" aria-describedby=(described)
                        aria-invalid=[problem.as_ref().map(|_| "true")];
                }
                div class="row" { button type="submit" class="btn" { "Make a link" } }
            }
        }
    }

    fn places(&self) -> Markup {
        html! {
            div class="grid" {
                @for link in &self.links {
                    section class="card" id={ "way-" (link.code) } aria-labelledby={ "place-" (link.code) } {
                        h3 id={ "place-" (link.code) } { (link.place) }
                        (qr::qr(&link.address, &format!("QR code for {}", link.place)))
                        p { a href=(link.address) { (link.address) } br; "Code " b class="nw" { (link.shown) } }
                        p { a href=(self.desk.address(&format!("/links/{}", link.code))) { "Poster" span class="sr" { " for " (link.place) } } }
                        dl {
                            div class="ans" { dt { "Came" } dd class="ch" { (count(link.came)) } }
                            div class="ans" { dt { "Sent" } dd class="ch" { (count(link.sent)) } }
                        }
                    }
                }
            }
        }
    }

    fn started(&self) -> Markup {
        html! {
            table class="stack" role="table" {
                caption { "As the adults named them. The headcount is theirs; came and sent are counted here." }
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" { "Group" }
                    th scope="col" role="columnheader" { "Started" }
                    @for heading in ["Headcount", "Came", "Sent"] { th scope="col" role="columnheader" class="num" { (heading) } }
                } }
                tbody role="rowgroup" {
                    @for group in &self.groups {
                        tr role="row" {
                            th scope="row" role="rowheader" { (group.name) }
                            td role="cell" data-k="Started" { (group.started) }
                            td class="num" role="cell" data-k="Headcount" { @if let Some(people) = group.headcount { (grouped(people.into())) } }
                            td class="num" role="cell" data-k="Came" { (count(group.came)) }
                            td class="num" role="cell" data-k="Sent" { (count(group.sent)) }
                        }
                    }
                }
            }
        }
    }
}
