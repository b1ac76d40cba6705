//! What children say that adults do not, and the reverse.

use std::collections::BTreeMap;

use maud::{Markup, html};

use super::super::{Desk, Section};
use super::{Turn, turns};
use crate::breakdown::{Count, Difference, Policy, Sides};
use crate::pages::figures::diverging::{Pair, diverging};
use crate::pages::figures::hidden::{chose_to_answer, explained};
use crate::pages::figures::numbers::{count, listed, percent};

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
        if sides.gaps.comparisons == 0 {
            return format!("Children and adults cannot be compared: {}", self.why_not(sides));
        }
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

    /// Why nothing at all could be compared.
    fn why_not(&self, sides: &Sides) -> String {
        let private = |side: usize| sides.bases[side] == Count::Hidden;
        match (private(0), private(1)) {
            (true, true) => "how many of each answered is kept private".to_owned(),
            (true, false) => "how many children answered is kept private".to_owned(),
            (false, true) => "how many adults answered is kept private".to_owned(),
            (false, false) => "no theme has a number of both that can be shown".to_owned(),
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
                b { "Children" } " are " (listed(&self.who[0])) ": " (self.people(sides, 0)) " "
                b { "Adults" } " are " (listed(&self.who[1])) ": " (self.people(sides, 1))
            }
            section aria-labelledby="gaps" {
                h2 id="gaps" { "Theme by theme" }
                @if gaps.is_empty() { p { "Nothing was compared: " (self.why_not(sides)) ". That is not the same as no difference." } }
                @else { (diverging(&gaps, PAIR, sides.gaps.comparisons, |key| self.name(key), |key| self.remark(sides, key))) }
                @if !sides.unpaired.is_empty() {
                    p { b { "Not compared" } ", because the numbers of more than a third of the people of one side, or of all, are kept private:" }
                    ul {
                        @for (why, names) in self.unpaired(sides) { li { (listed(&names)) " (" (why) ")" } }
                    }
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

    /// How many people of a side are counted over, and who is not among them.
    fn people(&self, sides: &Sides, side: usize) -> Markup {
        let without = self.groups_of(&sides.private[side]);
        html! {
            (count(sides.bases[side]))
            @if sides.bases[side] != Count::Hidden {
                " who wrote an answer"
                @if !without.is_empty() { ", without " (listed(&without)) ", whose number is kept private" }
            }
            "."
        }
    }

    /// What could not be compared, by what is kept private: `adults: Parents and carers`.
    fn unpaired(&self, sides: &Sides) -> BTreeMap<String, Vec<String>> {
        let mut by_reason: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for one in &sides.unpaired {
            let of_side = |(who, hidden): (&str, &Vec<String>)| {
                (!hidden.is_empty()).then(|| format!("of {who}: {}", listed(&self.groups_of(hidden))))
            };
            let reasons: Vec<String> =
                ["children", "adults"].into_iter().zip(&one.hidden).filter_map(of_side).collect();
            by_reason.entry(reasons.join("; ")).or_default().push(self.name(&one.row));
        }
        by_reason
    }

    fn groups_of(&self, keys: &[String]) -> Vec<String> {
        keys.iter().map(|key| self.groups.get(key).cloned().unwrap_or_else(|| key.clone())).collect()
    }

    fn remark(&self, sides: &Sides, key: &str) -> Option<String> {
        let left_out = sides.left_out.iter().filter(|one| one.row == key);
        let names = self.groups_of(&left_out.map(|one| one.group.clone()).collect::<Vec<_>>());
        (!names.is_empty()).then(|| format!("without {} (kept private)", listed(&names)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breakdown::{Gaps, Unpaired};

    fn page(bases: [Count; 2], unpaired: Vec<Unpaired>) -> Gap {
        let sides = Sides {
            gaps: Gaps::default(),
            left_out: Vec::new(),
            unpaired,
            private: bases.map(|base| if base == Count::Hidden { vec!["parent".to_owned()] } else { Vec::new() }),
            bases,
        };
        let named = |pairs: &[(&str, &str)]| pairs.iter().map(|(key, name)| ((*key).into(), (*name).into())).collect();
        Gap {
            desk: Desk::sample(),
            sides: Some(sides),
            names: named(&[("health", "Health, food and sport")]),
            groups: named(&[("parent", "Parents and carers"), ("child", "Children")]),
            who: [vec!["Children".to_owned()], vec!["Parents and carers".to_owned()]],
            policy: Policy::default(),
        }
    }

    #[test]
    fn where_nothing_was_compared_the_title_says_so_and_why_and_nobody_is_zero() {
        let page = page([Count::Shown(255), Count::Hidden], Vec::new());
        assert_eq!(page.finding(), "Children and adults cannot be compared: how many adults answered is kept private");
        let html = page.render().into_string();
        assert!(html.contains("255 who wrote an answer.") && html.contains(">hidden<"), "{html}");
        assert!(!html.contains(">0 ") && !html.contains(": 0 ") && !html.contains("No clear difference"), "{html}");
    }

    #[test]
    fn what_was_not_compared_names_whose_number_is_kept_private_and_does_not_say_few() {
        let hidden = [Vec::new(), vec!["parent".to_owned()]];
        let page = page([Count::Shown(255), Count::Shown(135)], vec![Unpaired { row: "health".into(), hidden }]);
        let html = page.render().into_string();
        assert!(html.contains("Health, food and sport (of adults: Parents and carers)"), "{html}");
        assert!(!html.contains("too few people name them"), "{html}");
    }
}
