//! One theme: in short, by district as table, map and tiles, by perspective, and in people's words.

use maud::{Markup, html};

use super::evidence::uses::Uses;
use super::in_short::in_short;
use super::{Desk, Section, finer};
use crate::breakdown::reading::Shades;
use crate::breakdown::{Breakdown, Figure, PublishedRow};
use crate::pages::figures::district_map::{Outlines, district_map, shades_key};
use crate::pages::figures::hidden::{chose_to_answer, explained};
use crate::pages::figures::quote::{Quote, about_marks, has_marks, quote};
use crate::pages::figures::shares_table::{Groups, shares_table};
use crate::pages::figures::tiles::tiles;

/// What a theme is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    pub name: String,
    /// Whether an officer has approved it.
    pub approved: bool,
    pub definition: String,
    pub includes: Option<String>,
    pub leaves_out: Option<String>,
    /// Words that mark it, for a theme without a written definition.
    pub terms: Vec<String>,
    /// Its code frame and version, and how answers came by it.
    pub frame: String,
}

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    pub desk: Desk,
    pub about: About,
    /// The row's key in both breakdowns.
    pub key: String,
    /// The key and name of the topmost theme above a finer one.
    pub above: Option<(String, String)>,
    /// The themes beside it by district, so that differences allow for them all: the topmost ones, or those below
    /// the same.
    pub districts: Breakdown,
    /// The same themes by perspective.
    pub perspectives: Breakdown,
    /// The shares of the finer themes below it.
    pub finer: Breakdown,
    /// What links to other themes carry on, for example `?question=keep`.
    pub carried: String,
    /// The question that the figures are about, in words; `None` is every question together.
    pub question: Option<String>,
    pub outlines: Option<Outlines>,
    pub quotes: Vec<Quote>,
    /// Where every answer of the theme can be searched.
    pub search: Option<String>,
    /// The outcomes that use it; `None` where the consultation feeds no plan.
    pub uses: Option<Uses>,
}

impl Theme {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let themes = self.desk.address("/themes");
        let address = |key: &str| self.desk.address(&format!("/themes/{key}{}", self.carried));
        let mut steps = vec![(themes.as_str(), "Themes")];
        let above = self.above.as_ref().map(|(key, name)| (address(key), name));
        steps.extend(above.as_ref().map(|(href, name)| (href.as_str(), name.as_str())));
        let rows = self.districts.find_row(&self.key).zip(self.perspectives.find_row(&self.key));
        self.desk.render(
            &self.about.name,
            Section::Themes,
            html! {
                (self.desk.trail(&steps, &self.about.name))
                h1 { (self.about.name) }
                (self.definition())
                @match rows {
                    Some((districts, perspectives)) => {
                        div class="note" { p {
                            b { "In short. " }
                            (in_short(&self.districts, districts, &self.perspectives, perspectives).join(" "))
                        } }
                        (finer::section(&self.about.name, &self.finer, address))
                        (self.by_district(districts))
                        (self.as_maps(districts))
                        (self.by_perspective(perspectives))
                    }
                    None => div class="note" { p { "Nobody has answered yet, so there is nothing to count." } },
                }
                (self.in_their_words())
                @if let Some(uses) = &self.uses { (uses.section()) }
            },
        )
    }

    fn definition(&self) -> Markup {
        html! {
            p {
                @if self.about.approved { span class="tag done" { "Approved" } }
                @else { span class="tag cand" { "Candidate" } }
                " " (self.about.definition)
                @if let Some(includes) = &self.about.includes { " " b { "Includes" } " " (includes) "." }
                @if let Some(leaves_out) = &self.about.leaves_out { " " b { "Leaves out" } " " (leaves_out) "." }
            }
            p class="small" {
                (self.about.frame)
                @if !self.about.terms.is_empty() { " Marked by: " (self.about.terms.join(", ")) "." }
                @if !self.about.approved {
                    " The machine suggested this theme and nobody has approved it: keep it out of plans until someone has."
                }
            }
            p class="small" {
                "Answers to: " b { @match &self.question { Some(question) => (question), None => "every question together" } }
            }
        }
    }

    fn by_district(&self, row: &PublishedRow) -> Markup {
        html! {
            section aria-labelledby="districts" {
                h2 id="districts" { "By district" }
                (shares_table(&self.districts, row, Groups::Districts, "named this theme"))
                (explained(self.districts.policy))
                (chose_to_answer(&self.desk.organisation))
            }
        }
    }

    fn as_maps(&self, row: &PublishedRow) -> Markup {
        let Some(outlines) = &self.outlines else { return html! {} };
        let hidden = row.cells.iter().any(|cell| cell.figure == Figure::Hidden);
        html! {
            section aria-labelledby="maps" {
                h2 id="maps" { "The same figures as maps" }
                (shades_key(&Shades::fitting(row), hidden))
                div class="grid" {
                    (district_map(&self.districts, row, outlines))
                    (tiles(&self.districts, row, outlines))
                }
            }
        }
    }

    fn by_perspective(&self, row: &PublishedRow) -> Markup {
        html! {
            section aria-labelledby="perspectives" {
                h2 id="perspectives" { "Who says it" }
                (shares_table(&self.perspectives, row, Groups::Perspectives, "named this theme"))
            }
        }
    }

    fn in_their_words(&self) -> Markup {
        html! {
            section aria-labelledby="words" {
                h2 id="words" { "In people’s words" }
                @if self.quotes.is_empty() { p { "No answer that may be shown. Those that may tell of harm are not quoted here: look for them in the search." } }
                @else {
                    p class="small" {
                        "Chosen by the machine: those nearest to the theme’s middle, a short one, and one unlike the \
                         rest; none that may tell of harm. "
                        @if has_marks(&self.quotes) { (about_marks()) }
                        "District and standpoint are left out where fewer than "
                        (self.districts.policy.threshold)
                        " people share them. Personal data that Heard recognises is covered; read before you quote."
                    }
                    div class="grid" { @for said in &self.quotes { (quote(said)) } }
                }
                @if let Some(search) = &self.search {
                    p class="row" { a class="btn two tiny" href=(search) { "Search answers like these" } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_of_the_map_is_in_the_table_before_it() {
        let page = Theme::sample().render().into_string();
        let (before, map) = page.split_once("The same figures as maps").unwrap();
        let printed: Vec<&str> =
            map.split(r#"class="v""#).skip(1).filter_map(|part| part.split(['>', ' ']).nth(3)).collect();
        assert_eq!(printed.len(), 6, "{printed:?}");
        for share in printed.iter().filter(|share| share.ends_with('%')) {
            assert!(before.contains(&format!("<b>{share}</b>")), "{share}");
        }
    }

    #[test]
    fn a_hidden_district_has_no_number_anywhere() {
        let page = Theme::sample().render().into_string();
        let map = page.split("The same figures as maps").nth(1).unwrap();
        assert!(map.contains(">Redditch</text>"), "{map}");
        let after = map.split(">Redditch</text>").nth(1).unwrap();
        assert!(after[..80].contains("hidden"), "{after}");
    }

    #[test]
    fn what_is_marked_is_explained_and_only_where_something_is() {
        let mut theme = Theme::sample();
        assert!(theme.render().into_string().contains("The underlined part"));
        theme.quotes.remove(0);
        let page = theme.render().into_string();
        assert!(!page.contains("underlined") && !page.contains("<mark"), "{page}");
    }

    #[test]
    fn a_candidate_says_that_nobody_approved_it() {
        let mut theme = Theme::sample();
        theme.about.approved = false;
        assert!(theme.render().into_string().contains("nobody has approved it"));
    }
}
