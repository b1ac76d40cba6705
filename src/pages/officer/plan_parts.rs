//! What a plan has beside its outcomes: values, partners, other plans, what came of the one before it, and the village
//! of 100 children as a table.
//!
//! Leaves out the outcomes (`plan`).

use maud::{Markup, html};

use crate::pages::figures::village::{Villagers, each, shapes, together};

/// The parts. Those that a plan does not have are empty and are not shown.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Parts {
    pub values: Vec<String>,
    pub partners: Vec<String>,
    /// Other plans, each with its time and what this one has to do with it.
    pub links: Vec<String>,
    /// `2011 to 2014`, with what was said and what was achieved.
    pub account: Option<(String, Vec<Said>)>,
    pub villages: Vec<Village>,
}

/// One thing that was said, and what is held to have come of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub said: String,
    pub achieved: Vec<String>,
}

/// A village of 100 children.
#[derive(Debug, Clone, PartialEq)]
pub struct Village {
    pub title: String,
    /// Drawn by us and not by the plan.
    pub ours: bool,
    /// How many of the 100, where the plan gives a number, and what is true of them.
    pub shares: Vec<Villagers>,
    /// Each child is in one group only.
    pub exclusive: bool,
    /// The page that anybody may see it on; none where there is none.
    pub address: Option<String>,
}

/// The sections.
pub fn parts(parts: &Parts) -> Markup {
    let lists = [
        ("values", "What it holds to", &parts.values),
        ("partners", "Who takes part", &parts.partners),
        ("links", "Other plans it names", &parts.links),
    ];
    html! {
        @if let Some((time, said)) = &parts.account { (account(time, said)) }
        @if !parts.villages.is_empty() { (shapes()) }
        @for (at, one) in parts.villages.iter().enumerate() { (village(at, one)) }
        @for (id, heading, lines) in lists.iter().filter(|(_, _, lines)| !lines.is_empty()) {
            section aria-labelledby=(id) {
                h2 id=(id) { (heading) }
                ul { @for line in *lines { li { (line) } } }
            }
        }
    }
}

fn account(time: &str, said: &[Said]) -> Markup {
    html! {
        section aria-labelledby="account" {
            h2 id="account" { "What came of the plan of " (time) }
            @for one in said {
                h3 { "We said: " (one.said) }
                p { "We achieved:" }
                ul { @for achieved in &one.achieved { li { (achieved) } } }
            }
        }
    }
}

/// The picture, where there is any number to draw.
fn picture(village: &Village) -> Markup {
    let numbered: Vec<Villagers> = village.shares.iter().filter(|one| one.of_100.is_some()).cloned().collect();
    let count = |children: u32| format!("{children} of 100");
    html! {
        @if !numbered.is_empty() {
            @if village.exclusive { (together(&numbered, None, count, &html! {})) } @else { (each(&numbered, None, count, &html! {})) }
        }
        @if let Some(address) = &village.address { p class="noprint" { a href=(address) { "The page that anybody may see" } } }
    }
}

fn village(at: usize, village: &Village) -> Markup {
    let id = format!("village-{}", at + 1);
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (village.title) }
            @if village.ours { p class="small" { "Drawn by us from the plan’s own figures. The plan does not print it so." } }
            (picture(village))
            table class="stack" role="table" {
                caption { "Of 100 children, how many." }
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" { "What is true of them" }
                    th scope="col" role="columnheader" class="num" { "Of 100 children" }
                } }
                tbody role="rowgroup" {
                    @for Villagers { of_100, label } in &village.shares {
                        tr role="row" {
                            th scope="row" role="rowheader" { (label) }
                            td class="num" role="cell" data-k="Of 100 children" {
                                @match of_100 {
                                    Some(number) => (number),
                                    None => span class="eq" { "No number given" },
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_plan_does_not_have_is_not_shown() {
        assert_eq!(parts(&Parts::default()).into_string(), "");
    }

    #[test]
    fn a_line_of_the_village_without_a_number_is_not_nought() {
        let one = |label: &str, of_100| Villagers { label: label.to_owned(), of_100 };
        let shares = vec![one("have been bullied", Some(47.0)), one("are heard", None)];
        let title = "A village".to_owned();
        let village = Village { title, ours: true, shares, exclusive: false, address: None };
        let page = parts(&Parts { villages: vec![village], ..Parts::default() }).into_string();
        assert!(page.contains(">47<") && page.contains("No number given") && page.contains("Drawn by us"), "{page}");
    }
}
