//! What children say that adults do not, and the reverse.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::super::{Desk, Section};
use super::{Turn, turns};
use crate::breakdown::{Difference, Policy, Sides};
use crate::pages::figures::diverging::{Pair, diverging};
use crate::pages::figures::hidden::{chose_to_answer, explained};
use crate::pages::figures::numbers::{grouped, listed, percent};

/// Who is compared.
const PAIR: Pair<'static> = Pair { first: "Children", second: "Adults", more: "Children more", less: "Adults more" };

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap {
    pub desk: Desk,
    /// `None` where the survey asks only children or only adults.
    pub sides: Option<Sides>,
    /// What themes are called, by key.
    pub names: BTreeMap<String, String>,
    /// What perspectives are called, by key.
    pub groups: BTreeMap<String, String>,
    /// The perspectives of children and of adults, by name.
    pub who: [Vec<String>; 2],
    pub policy: Policy,
}

impl Gap {
    /// What the page says.
    pub fn finding(&self) -> String {
        let Some(sides) = &self.sides else { return "This survey does not ask both children and adults".to_owned() };
        let first = |gaps: &[crate::breakdown::Gap], differs| gaps.iter().find(|gap| gap.differs == differs).cloned();
        let more = first(&sides.gaps.more, Difference::Higher);
        let less = first(&sides.gaps.less, Difference::Lower);
        let says = |who: &str, gap: &crate::breakdown::Gap, mine: f64, theirs: f64, others: &str| {
            format!(
                "{who} name {} more: {} against {} of {others}",
                self.name(&gap.key),
                percent(mine),
                percent(theirs)
            )
        };
        match (more, less) {
            (Some(gap), Some(less)) if less.effect.abs() > gap.effect.abs() => {
                says("Adults", &less, less.second.share, less.first.share, "children")
            }
            (Some(gap), _) => says("Children", &gap, gap.first.share, gap.second.share, "adults"),
            (None, Some(less)) => says("Adults", &less, less.second.share, less.first.share, "children"),
            (None, None) => "No clear difference between what children and adults name".to_owned(),
        }
    }

    /// The whole document.
    pub fn render(&self) -> Markup {
        let finding = self.finding();
        self.desk.render(
            &finding,
            Section::Breakdowns,
            html! {
                (self.desk.trail(&[(&self.desk.address("/breakdowns"), "Breakdowns")], "Children and adults"))
                h1 { (finding) }
                (turns(&self.desk, Turn::Gap))
                @match &self.sides {
                    Some(sides) => (self.compared(sides)),
                    None => p { "There is nothing to compare: everybody it asks is on one side." },
                }
            },
        )
    }

    fn compared(&self, sides: &Sides) -> Markup {
        let gaps: Vec<&crate::breakdown::Gap> = sides.gaps.more.iter().chain(sides.gaps.less.iter().rev()).collect();
        html! {
            p {
                b { "Children" } " are " (listed(&self.who[0])) ": " (grouped(sides.bases[0])) " who wrote an answer. "
                b { "Adults" } " are " (listed(&self.who[1])) ": " (grouped(sides.bases[1])) "."
            }
            section aria-labelledby="gaps" {
                h2 id="gaps" { "Theme by theme" }
                @if gaps.is_empty() { p { "Too few people answered for any theme to be compared." } }
                @else { (diverging(&gaps, PAIR, sides.gaps.comparisons, |key| self.name(key), |key| self.remark(sides, key))) }
                @if !sides.gaps.hidden.is_empty() {
                    @let names: Vec<String> = sides.gaps.hidden.iter().map(|key| self.name(key)).collect();
                    p { b { "Not compared, because too few people name them on one side: " } (listed(&names)) "." }
                }
            }
            (explained(self.policy))
            p class="small" {
                "Each side is put together from the perspectives whose figures are shown; one that is hidden is left out of \
                 the count and of the people counted over, and named. Effect is Cohen’s h: 0.2 is small, 0.5 middling, 0.8 \
                 large."
            }
            (chose_to_answer(&self.desk.organisation))
        }
    }

    fn name(&self, key: &str) -> String {
        self.names.get(key).cloned().unwrap_or_else(|| key.to_owned())
    }

    fn remark(&self, sides: &Sides, key: &str) -> Option<String> {
        let left_out = sides.left_out.iter().filter(|one| one.row == key);
        let names: Vec<String> =
            left_out.map(|one| self.groups.get(&one.group).cloned().unwrap_or_else(|| one.group.clone())).collect();
        (!names.is_empty()).then(|| format!("without {} (kept private)", listed(&names)))
    }
}
