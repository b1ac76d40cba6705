//! Making a ballot: choices from themes that young people raised, with the link kept, choices of one's own, or the
//! candidates of a `.blt` file.

use maud::{Markup, html};

use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};
use crate::pages::officer::surveys::fields::{Field, select, tick};
use crate::pages::officer::{Desk, Section};

/// A theme that can be put on the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeChoice {
    pub key: String,
    pub name: String,
}

/// The page.
#[derive(Debug, Clone)]
pub struct Making {
    pub desk: Desk,
    /// Key and title of every consultation with a code frame.
    pub consultations: Vec<(String, String)>,
    /// The one whose themes are offered.
    pub from: String,
    pub themes: Vec<ThemeChoice>,
    /// What stands in the fields.
    pub typed: Vec<(String, String)>,
    /// The themes that are ticked.
    pub ticked: Vec<String>,
    pub problems: Vec<String>,
}

impl Making {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let problems: Vec<Problem> =
            self.problems.iter().map(|message| Problem { field: "title", message: message.clone() }).collect();
        let title = if problems.is_empty() { "Make a ballot" } else { "Error: Make a ballot" };
        self.desk.render(title, Section::Ballots, html! {
            nav class="small trail-of" aria-label="Where you are" { a href="/officer/ballots" { "Ballots" } " / Make a ballot" }
            (errors::summary(Words::english(), &problems))
            h1 { "Make a ballot" }
            p { "Everything here is published at once, so that everybody can read the method before the first vote. Until it opens you can \
                 replace it by making it again under the same short name; after that nothing changes." }
            form method="get" action="/officer/ballots/new" class="row" {
                (select("from", "Themes of", &self.consultations, &self.from))
                button type="submit" class="btn two" { "Show them" }
            }
            form method="post" action="/officer/ballots/new" novalidate {
                input type="hidden" name="csrf" value=(self.desk.csrf);
                input type="hidden" name="from" value=(self.from);
                (self.about())
                (self.choices())
                (self.counting())
                div class="row" { button type="submit" class="btn" { "Publish the ballot" } }
            }
        })
    }

    fn typed(&self, name: &str) -> String {
        self.typed.iter().find(|(field, _)| field == name).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    fn line(&self, name: &str, label: &str, hint: &str) -> Markup {
        let value = self.typed(name);
        let field = Field::new(name, label, &value);
        if hint.is_empty() { field.line() } else { field.hint(hint).line() }
    }

    fn about(&self) -> Markup {
        html! {
            h2 { "What is asked" }
            div class="fields" {
                (self.line("title", "Title", ""))
                (self.line("key", "Short name for the address", "Lower-case letters, digits and hyphens, such as our-park."))
                (self.line("ask", "Question on the paper", "For example: Which matters most to you?"))
                (self.line("summary", "What it is about, in a sentence or two", ""))
                (self.line("why", "What will be done with the result", "People vote when they know this."))
                (self.line("opens", "Opens", "A day and a time, such as 2026-12-01T09:00."))
                (self.line("closes", "Closes", ""))
                (self.line("youngest", "Youngest who may vote, in years", ""))
                (self.line("oldest", "Oldest", ""))
                (tick("vouchers", "yes", "Schools hand out vouchers (without, everybody may vote once a browser)", self.typed("vouchers") == "yes"))
            }
        }
    }

    fn choices(&self) -> Markup {
        let own = self.typed("own");
        let blt = self.typed("blt");
        html! {
            h2 { "What can be voted for" }
            @if !self.themes.is_empty() {
                fieldset {
                    legend { "Themes that people raised" }
                    div class="grid" {
                        @for theme in &self.themes { (tick("theme", &theme.key, &theme.name, self.ticked.contains(&theme.key))) }
                    }
                }
            }
            div class="fields" {
                (Field::new("own", "More choices, one a line", &own).area(4))
                details {
                    summary { "Take the choices of a .blt file" }
                    (Field::new("blt", "The text of the file: its candidates become choices, its votes are left out", &blt).area(6))
                }
            }
        }
    }

    fn counting(&self) -> Markup {
        let kinds = [
            ("choose", "Choose up to a number of them"),
            ("approve", "Mark all that one is happy with"),
            ("rank", "Put in order, up to a number of places"),
            ("points", "Share out points"),
        ];
        let methods = [
            ("plurality", "Most votes (choose, or the first places of a ranking)"),
            ("approval", "Most approvals (mark all)"),
            ("borda", "Borda (ranking)"),
            ("dowdall", "Dowdall (ranking)"),
            ("instant-runoff", "Instant run-off, one winner (ranking)"),
            ("stv", "Single transferable vote (ranking)"),
            ("schulze", "Schulze (ranking)"),
            ("points", "Points added up (points)"),
        ];
        let owned =
            |pairs: &[(&str, &str)]| pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect::<Vec<_>>();
        html! {
            h2 { "How it is counted" }
            div class="fields" {
                (select("kind", "How a paper is marked", &owned(&kinds), &self.typed("kind")))
                (self.line("most", "How many at most, or how many points", ""))
                (select("method", "Method", &owned(&methods), &self.typed("method")))
                (self.line("seats", "How many win", ""))
                (self.line("seed", "Text that breaks ties", "Any words; they are published now, and a draw is made from them."))
            }
        }
    }
}
