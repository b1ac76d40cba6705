//! One piece of evidence as a card: what it is, its figure as it is now, by district, in people's words, and why
//! somebody linked it.

use maud::{Markup, html};

use crate::breakdown::{Breakdown, Figure};
use crate::pages::figures::numbers::{difference, figure, grouped};
use crate::pages::figures::quote::{Quote, quote};
use crate::plan::evidence::Stance;

/// One link between an outcome and what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Link {
    /// Names the card, and the link when it is taken out.
    pub id: i64,
    /// A district's plan takes it over from the county's, where it is changed.
    pub inherited: bool,
    pub stance: Stance,
    /// `Theme`, `Closed question`, `Ballot` or `Outside figure`.
    pub kind: &'static str,
    pub name: String,
    /// Whose answers, or who publishes the figure.
    pub of: String,
    /// The page of the theme or question, from which the answers are found.
    pub address: Option<String>,
    pub seen: Seen,
    /// The district that it was linked for; none for the whole.
    pub about: Option<String>,
    /// The only row is what is linked; groups are districts.
    pub districts: Option<Breakdown>,
    pub quotes: Vec<Quote>,
    /// What it shows, in an officer's words.
    pub note: String,
    /// Who linked it.
    pub officer: String,
    /// `26 November 2026`.
    pub linked_on: String,
}

/// What there is to see of a link's basis.
#[derive(Debug, Clone, PartialEq)]
pub enum Seen {
    /// A figure of answers, of everyone and, where a district is looked at, of that by its name.
    Counted { everyone: Figure, here: Option<(String, Figure)> },
    /// A figure that somebody else publishes, with its unit and time.
    Outside(String),
    /// Nothing is counted here: why, as a sentence.
    NotCounted(&'static str),
}

/// The cards of one side, or a sentence where there is none.
pub fn side(links: &[&Link], none: &str, below: impl Fn(&Link) -> Markup) -> Markup {
    html! {
        @if links.is_empty() { p { (none) } }
        @else { div class="grid" { @for link in links { (card(link, below(link))) } } }
    }
}

fn card(link: &Link, below: Markup) -> Markup {
    let id = format!("link-{}", link.id);
    html! {
        // No landmark: a theme can be linked twice, and two landmarks of one name help nobody.
        div class="card" {
            p class="small" {
                span class="tag" { (link.kind) } " " (link.of)
                @if let Some(about) = &link.about { ". Linked for " (about) }
                @if link.inherited { ". From the county’s plan" }
            }
            h3 id=(id) {
                @match &link.address { Some(address) => a href=(address) { (link.name) }, None => (link.name) }
            }
            (seen(&link.seen))
            p { (link.note) }
            @if let Some(table) = &link.districts { (districts(table)) }
            @for said in &link.quotes { (quote(said)) }
            @if let Some(address) = &link.address { p class="behind" { a href=(address) { "The answers behind it" span class="sr" { ": " (link.name) } } } }
            p class="small" { "Linked by " (link.officer) " on " (link.linked_on) "." }
            (below)
        }
    }
}

fn seen(seen: &Seen) -> Markup {
    html! {
        @match seen {
            Seen::Counted { everyone, here } => {
                p {
                    @if let Some((name, here)) = here { (name) ": " (figure(here)) (of(here)) br; }
                    "Everyone: " (figure(everyone)) (of(everyone))
                }
            }
            Seen::Outside(value) => p { b { (value) } },
            Seen::NotCounted(why) => p class="small" { (why) },
        }
    }
}

fn of(figure: &Figure) -> Markup {
    html! { @if let Some(share) = figure.shown() { span class="small" { " of " (grouped(share.base)) } } }
}

fn districts(table: &Breakdown) -> Markup {
    let Some(row) = table.rows.first() else { return html! {} };
    html! {
        details {
            summary { "By district" span class="sr" { ": " (row.name) } }
            table class="dense" {
                thead { tr { th scope="col" { "District" } th scope="col" class="num" { "Share (95%)" } th scope="col" { "Beside everyone else" } } }
                tbody {
                    @for (group, cell) in table.groups.iter().zip(&row.cells) {
                        tr {
                            th scope="row" { (group.name) }
                            td class="num" { (figure(&cell.figure)) }
                            td { (difference(cell.differs)) }
                        }
                    }
                }
            }
        }
    }
}

impl Link {
    /// A link to a theme, for looking at pages and for tests.
    pub fn sample(id: i64, stance: Stance) -> Self {
        let theme = crate::pages::officer::theme::Theme::sample();
        let mut districts = theme.districts;
        districts.rows.retain(|row| row.key == theme.key);
        let everyone = districts.rows.first().map_or(Figure::Hidden, |row| row.everyone);
        Self {
            id,
            inherited: false,
            stance,
            kind: "Theme",
            name: theme.about.name,
            of: "Worcestershire Children and Young People’s Plan".to_owned(),
            address: Some("/officer/c/worcestershire-cypp/themes/12".to_owned()),
            seen: Seen::Counted { everyone, here: Some(("Redditch".to_owned(), Figure::Hidden)) },
            about: None,
            districts: Some(districts),
            quotes: theme.quotes.into_iter().take(1).collect(),
            note: "Illustrative: people in villages cannot get to places.".to_owned(),
            officer: "officer".to_owned(),
            linked_on: "26 November 2026".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_card_shows_the_figure_now_the_note_and_the_way_to_the_answers() {
        let link = Link::sample(7, Stance::Supporting);
        let card = side(&[&link], "None.", |_| html! {}).into_string();
        assert!(card.contains("cannot get to places") && card.contains("Linked by officer on 26 November 2026"));
        assert!(card.matches("/officer/c/worcestershire-cypp/themes/12").count() == 2, "{card}");
        assert!(card.contains("Redditch: ") && card.contains("Do not read it as zero"), "{card}");
    }

    #[test]
    fn a_side_without_evidence_says_so() {
        assert!(side(&[], "Nothing is linked.", |_| html! {}).into_string().contains("Nothing is linked."));
    }
}
