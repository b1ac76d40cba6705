//! Who has been heard from beside who lives there, where to go next, and what weighting would make of it.

use maud::{Markup, html};

use super::super::{Desk, Section};
use super::{Turn, WeightingParts, turns};
use crate::breakdown::{Count, Figure, Heard, Represented, Share};
use crate::pages::figures::Scale;
use crate::pages::figures::bar::beside_population;
use crate::pages::figures::hidden::{explained, hidden};
use crate::pages::figures::numbers::{count, grouped, listed, percent};

/// One way of comparing who answered with the population.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// `By district`, for example.
    pub heading: String,
    /// What a group is: `District`.
    pub group: String,
    /// Who is counted and who is compared with, in a sentence.
    pub about: String,
    pub table: crate::breakdown::Representativeness,
    /// What each group is called, in the table's order.
    pub names: Vec<String>,
    /// Which groups are left out of the comparison though people of them are known, and why, in a sentence or two.
    pub left_out: Option<String>,
}

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct Representativeness {
    pub desk: Desk,
    pub parts: Vec<Part>,
    pub weighting: WeightingParts,
    /// When people were counted and whom figures come from.
    pub credit: String,
}

impl Part {
    fn name<'a>(&'a self, key: &'a str) -> &'a str {
        let at = self.table.groups.iter().position(|group| group.key == key);
        at.and_then(|at| self.names.get(at)).map_or(key, String::as_str)
    }

    fn unheard(&self) -> impl Iterator<Item = (&Represented, &str)> {
        let find = |key: &String| self.table.groups.iter().find(|group| group.key == *key);
        self.table.unheard.iter().filter_map(move |key| Some((find(key)?, self.name(key))))
    }
}

impl Representativeness {
    /// What the page says: who is heard too little.
    pub fn finding(&self) -> String {
        let first = self.parts.iter().find(|part| !part.table.unheard.is_empty());
        match first {
            Some(part) => {
                let names: Vec<String> = part.unheard().take(3).map(|(_, name)| name.to_owned()).collect();
                format!("Heard from less than their number: {}", listed(&names))
            }
            None if self.parts.iter().all(|part| part.table.responses == Count::Hidden) => {
                "Too few have answered to say who has been heard".to_owned()
            }
            None => "Everybody is heard at least about as much as their number".to_owned(),
        }
    }

    /// The whole document.
    pub fn render(&self) -> Markup {
        let finding = self.finding();
        let policy = self.parts.first().map(|part| part.table.policy);
        self.desk.render(
            &finding,
            Section::Breakdowns,
            html! {
                (self.desk.trail(&[(&self.desk.address("/breakdowns"), "Breakdowns")], "Who has been heard"))
                h1 { (finding) }
                (turns(&self.desk, Turn::Representativeness))
                (self.next())
                @for (at, part) in self.parts.iter().enumerate() { (part_section(at, part)) }
                (self.weighting.render())
                @if let Some(policy) = policy { (explained(policy)) }
                p class="small" { (self.credit) }
            },
        )
    }

    fn next(&self) -> Markup {
        let unheard =
            || self.parts.iter().flat_map(|part| part.unheard().map(move |(group, name)| (part, group, name)));
        html! {
            section aria-labelledby="next" {
                h2 id="next" { "Where to go next" }
                @if unheard().next().is_none() { p { "No group stands out. Keep going where you are." } }
                @else {
                    p { "The groups with the most people first. If nobody else answered, this many more would make up for it." }
                    ul {
                        @for (part, group, name) in unheard() {
                            li {
                                b { (name) } " (" (part.group.to_lowercase()) "): "
                                (percent(group.expected)) " of the people, "
                                @match group.achieved {
                                    Some(achieved) => { (percent(achieved.share)) " of the answers. " },
                                    None => "a number of answers that is too small to show, or kept private for one that is. ",
                                }
                                @if let Some(more) = part.table.wanting(group) {
                                    @if group.heard == Heard::Hidden { "Up to about " } @else { "About " }
                                    (grouped(more)) " more."
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn part_section(at: usize, part: &Part) -> Markup {
    let id = format!("part-{at}");
    let figures: Vec<Figure> = part.table.groups.iter().map(|group| achieved(group, part.table.responses)).collect();
    let widest = part.table.groups.iter().map(|group| (group.expected * 100.0).ceil() as u32).max().unwrap_or(0);
    let scale =
        Scale::ending_at(crate::breakdown::reading::scale_end(&figures).max(widest.next_multiple_of(10)).min(100));
    html! {
        section aria-labelledby=(id) {
            h2 id=(id) { (part.heading) }
            p { (part.about) }
            @if let Some(why) = &part.left_out { p class="note" { (why) } }
            table class="stack" role="table" {
                caption {
                    "Dot and thin line: share of the answers with its 95% interval. Upright line: share of the people. "
                    (scale.words()) "."
                }
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" { (part.group) }
                    th scope="col" role="columnheader" class="num" { "Answered" }
                    th scope="col" role="columnheader" class="num" { "Of the answers" }
                    th scope="col" role="columnheader" class="num" { "Of the people" }
                    th scope="col" role="columnheader" { (scale.axis()) }
                    th scope="col" role="columnheader" { "Heard" }
                } }
                tbody role="rowgroup" {
                    @for ((group, figure), name) in part.table.groups.iter().zip(&figures).zip(&part.names) {
                        tr role="row" {
                            th scope="row" role="rowheader" { (name) }
                            td role="cell" class="num" data-k="Answered" { (count(group.responses)) }
                            td role="cell" class="num" data-k="Of the answers" { (of_answers(group, figure)) }
                            td role="cell" class="num" data-k="Of the people" { (of_people(group)) }
                            td role="cell" { @if group.expected > 0.0 { (beside_population(figure, group.expected, scale)) } }
                            td role="cell" { (heard(group)) }
                        }
                    }
                }
            }
        }
    }
}

fn of_answers(group: &Represented, figure: &Figure) -> Markup {
    match figure {
        Figure::Shown(share) => html! { (percent(share.share)) },
        Figure::Hidden if group.heard == Heard::NotCompared => html! { span class="eq" { "not compared" } },
        Figure::Hidden => hidden(),
    }
}

fn of_people(group: &Represented) -> Markup {
    match group.population {
        0 => html! { span class="eq" { "not compared" } },
        people if group.expected == 0.0 => html! { span class="small" { (grouped(people)) } },
        people => html! { (percent(group.expected)) br; span class="small" { (grouped(people)) } },
    }
}

/// A group's share of the answers as a figure.
fn achieved(group: &Represented, all: Count) -> Figure {
    match (group.achieved, group.responses, all) {
        (Some(achieved), Count::Shown(count), Count::Shown(base)) => Figure::Shown(Share {
            count: count.min(base),
            base,
            share: achieved.share,
            low: achieved.low * group.expected,
            high: achieved.high * group.expected,
        }),
        _ => Figure::Hidden,
    }
}

fn heard(group: &Represented) -> Markup {
    let times = group.achieved.map(|achieved| format!(" ({:.1} times its number)", achieved.ratio));
    match group.heard {
        Heard::More => html! { span class="hi" { "▲ More" } span class="small" { (times.unwrap_or_default()) } },
        Heard::Less => html! { span class="lo" { "▼ Less" } span class="small" { (times.unwrap_or_default()) } },
        Heard::Alike => html! { span class="eq" { "≈ As much as its number" } },
        Heard::Hidden => html! { span class="lo" { "▼ Hardly, or kept private" } },
        Heard::NotCompared => html! { span class="eq" { "Not compared" } },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breakdown::{Achieved, Policy};
    use crate::pages::officer::breakdowns::Weighting;

    fn page(responses: [u64; 3]) -> Representativeness {
        let groups: Vec<Achieved> = ["Redditch", "Wychavon", "Malvern Hills"]
            .iter()
            .zip(responses)
            .map(|(key, responses)| Achieved { key: (*key).to_owned(), responses, population: 1000 })
            .collect();
        let part = Part {
            heading: "By district".into(),
            group: "District".into(),
            about: "Children.".into(),
            table: crate::breakdown::Representativeness::of(&groups, Policy::default()),
            names: groups.iter().map(|group| group.key.clone()).collect(),
            left_out: None,
        };
        let none = WeightingParts {
            weighting: Weighting::Impossible("Age is not asked.".into()),
            names: Vec::new(),
            ages: None,
            bands: Default::default(),
        };
        Representativeness { desk: Desk::sample(), parts: vec![part], weighting: none, credit: "ONS.".into() }
    }

    #[test]
    fn who_is_heard_too_little_is_the_title_and_how_many_more_would_do_is_said() {
        let page = page([200, 200, 40]);
        assert_eq!(page.finding(), "Heard from less than their number: Malvern Hills");
        let html = page.render().into_string();
        assert!(html.contains("33% of the people, 9% of the answers. About 160 more."), "{html}");
    }

    #[test]
    fn a_group_that_is_left_out_is_named_with_the_reason_and_is_no_place_to_go_next() {
        let mut page = page([200, 200, 190]);
        let achieved = |key: &str, responses, population| Achieved { key: key.into(), responses, population };
        let groups = [achieved("0-7", 20, 0), achieved("8-11", 200, 1000), achieved("12-15", 200, 1000)];
        page.parts[0].table = crate::breakdown::Representativeness::of(&groups, Policy::default());
        page.parts[0].names = ["7 or younger", "8 to 11", "12 to 15"].map(str::to_owned).to_vec();
        page.parts[0].left_out = Some("7 or younger is not compared: too young.".into());
        let html = page.render().into_string();
        assert!(html.contains("7 or younger is not compared: too young.") && html.contains("Not compared"), "{html}");
        assert!(!html.contains("<b>7 or younger</b>"), "{html}");
    }

    #[test]
    fn a_hidden_group_is_named_without_any_number_of_its_answers() {
        let html = page([200, 200, 3]).render().into_string();
        assert!(html.contains("too small to show") && !html.contains(">3<") && !html.contains("1%"), "{html}");
    }
}
