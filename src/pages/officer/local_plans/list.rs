//! Every district with its own plan, or the way to start one.

use maud::{Markup, html};

use crate::pages::officer::{Desk, Section};

/// One district.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct District {
    pub key: String,
    pub name: String,
    /// Its plan's title, how many outcomes of its own it has, and whether it is made up.
    pub plan: Option<(String, usize, bool)>,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalPlans {
    pub desk: Desk,
    pub plan_key: String,
    pub plan_title: String,
    pub districts: Vec<District>,
}

impl LocalPlans {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let plan = format!("/officer/plans/{}", self.plan_key);
        let with = self.districts.iter().filter(|district| district.plan.is_some()).count();
        let title = format!("Local plans: {with} of {} districts have one", self.districts.len());
        self.desk.render(&title, Section::Plan, html! {
            (self.desk.trail(&[(&plan, "Plan")], "Local plans"))
            p class="small kicker" { (self.plan_title) }
            h1 { (title) }
            p { "A Local Children’s Trust has a plan of its own. It takes over what the county wants for people, and adds what its district needs." }
            table class="stack" role="table" {
                caption { "Every district, with its plan or the way to start one." }
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" { "District" }
                    th scope="col" role="columnheader" { "Plan" }
                    th scope="col" role="columnheader" class="num" { "Outcomes of its own" }
                } }
                tbody role="rowgroup" {
                    @for district in &self.districts {
                        @let address = format!("{plan}/local/{}", district.key);
                        tr role="row" {
                            th scope="row" role="rowheader" { (district.name) }
                            td role="cell" data-k="Plan" {
                                @match &district.plan {
                                    Some((title, _, illustrative)) => {
                                        a href=(address) { (title) }
                                        @if *illustrative { " " span class="tag" { "Illustrative" } }
                                    }
                                    None => a href=(address) { "Start one" span class="sr" { " for " (district.name) } },
                                }
                            }
                            td class="num" role="cell" data-k="Outcomes of its own" {
                                @match &district.plan { Some((_, own, _)) => (own), None => span class="eq" { "No plan yet" } }
                            }
                        }
                    }
                }
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_district_has_its_plan_or_the_way_to_start_one() {
        let district = |key: &str, plan| District { key: key.to_owned(), name: key.to_uppercase(), plan };
        let page = LocalPlans {
            desk: Desk::sample(),
            plan_key: "p".to_owned(),
            plan_title: "A plan".to_owned(),
            districts: vec![district("a", Some(("Ours".to_owned(), 2, true))), district("b", None)],
        };
        let page = page.render().into_string();
        assert!(
            page.contains("1 of 2 districts") && page.contains("Illustrative") && page.contains("Start one"),
            "{page}"
        );
        assert!(page.contains("/officer/plans/p/local/b"), "{page}");
    }
}
