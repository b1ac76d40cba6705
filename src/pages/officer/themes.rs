//! What people talked about: themes of the code frame and those the machine suggests, the most named first.

use maud::{Markup, html};

use super::finer::folded;
use super::{Desk, Section};
use crate::breakdown::reading::comparisons_made;
use crate::breakdown::{Breakdown, Figure, PublishedRow};
use crate::pages::components::mark;
use crate::pages::figures::Scale;
use crate::pages::figures::bar::{Ink, bar, small_bar};
use crate::pages::figures::hidden::{chose_to_answer, explained, hidden};
use crate::pages::figures::numbers::{count_words, figure, people, people_in, percent, sign};

/// How many of the first themes the table by perspective shows.
const BY_PERSPECTIVE: usize = 12;

/// Something to choose in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
}

/// One set of themes.
#[derive(Debug, Clone, PartialEq)]
pub struct ThemeList {
    /// `Themes of the code frame`, for example.
    pub heading: String,
    /// Where the themes come from, in a sentence or two.
    pub about: String,
    /// The keys of those that the machine suggested and no officer has approved.
    pub candidates: Vec<String>,
    /// Rows are topmost themes, whose key is their identifier; groups are perspectives.
    pub breakdown: Breakdown,
    /// For topmost themes by their key, the shares of the finer ones below.
    pub finer: Vec<(String, Breakdown)>,
}

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct Themes {
    pub desk: Desk,
    /// The question that the figures are about, in words; `None` is every question together.
    pub question: Option<String>,
    /// What links to a theme carry on, for example `?question=keep`.
    pub carried: String,
    pub questions: Vec<Choice>,
    pub frames: Vec<Choice>,
    pub lists: Vec<ThemeList>,
}

/// The most named first, hidden ones last.
pub fn ordered(breakdown: &Breakdown) -> Vec<&PublishedRow> {
    let mut rows: Vec<&PublishedRow> = breakdown.rows.iter().collect();
    let share = |row: &PublishedRow| row.everyone.shown().map_or(-1.0, |share| share.share);
    rows.sort_by(|a, b| share(b).total_cmp(&share(a)));
    rows
}

impl Themes {
    /// The whole document.
    pub fn render(&self) -> Markup {
        self.desk.render("What people talked about", Section::Themes, html! {
            (self.desk.trail(&[], "Themes"))
            h1 { "What people talked about" }
            (self.choose())
            @if self.lists.is_empty() {
                div class="note" { p {
                    "There are no themes for this yet. They appear once answers have come in and been read by the machine."
                } }
            }
            @for (at, list) in self.lists.iter().enumerate() { (self.list(at, list)) }
            @if let Some(list) = self.lists.first() {
                (explained(list.breakdown.policy))
                (chose_to_answer(&self.desk.organisation))
            }
        })
    }

    fn choose(&self) -> Markup {
        html! {
            form class="filters choose" method="get" action=(self.desk.address("/themes")) {
                div { label for="question" { "Answers to" } (select("question", &self.questions)) }
                div { label for="frame" { "Themes from" } (select("frame", &self.frames)) }
                button type="submit" class="btn two" { "Show" }
            }
            p class="about" {
                "Answers to: " b { @match &self.question { Some(question) => (question), None => "every question together" } }
            }
        }
    }

    fn list(&self, at: usize, list: &ThemeList) -> Markup {
        let id = format!("list-{at}");
        let rows = self.lists.iter().flat_map(|list| &list.breakdown.rows);
        let scale = Scale::fitting(rows.map(|row| &row.everyone));
        let threshold = list.breakdown.policy.threshold;
        html! {
            section aria-labelledby=(id) {
                h2 id=(id) { (list.heading) }
                p { (list.about) }
                @if list.breakdown.rows.is_empty() { p { "None yet." } }
                @else {
                    table class="stack" role="table" {
                        caption {
                            "People who named each theme at least once, of "
                            (count_words(list.breakdown.everyone, threshold))
                            " who wrote an answer. The thin line is the 95% interval: asked again of people like these, \
                             the share would usually land inside it."
                        }
                        thead role="rowgroup" { tr role="row" {
                            th scope="col" role="columnheader" { "Theme" }
                            th scope="col" role="columnheader" { (scale.axis()) }
                            th scope="col" role="columnheader" class="num" { "Share (95%)" }
                            th scope="col" role="columnheader" class="num" { "People" }
                        } }
                        tbody role="rowgroup" {
                            @for row in ordered(&list.breakdown) {
                                (self.line(row, list.candidates.contains(&row.key), scale))
                                @if let Some((_, shares)) = list.finer.iter().find(|(above, _)| *above == row.key) {
                                    tr role="row" class="below" {
                                        td role="cell" colspan="4" { (folded(&row.name, shares, |key| self.theme(key))) }
                                    }
                                }
                            }
                        }
                    }
                    (self.by_perspective(at, list))
                }
            }
        }
    }

    fn theme(&self, key: &str) -> String {
        self.desk.address(&format!("/themes/{key}{}", self.carried))
    }

    fn line(&self, row: &PublishedRow, candidate: bool, scale: Scale) -> Markup {
        let ink = if candidate { Ink::Candidate } else { Ink::Plain };
        html! {
            tr role="row" {
                th scope="row" role="rowheader" {
                    a href=(self.theme(&row.key)) { (row.name) }
                    @if candidate { " " span class="tag cand" { "Candidate" } }
                }
                td role="cell" { (bar(&row.everyone, None, ink, scale)) }
                td class="num nw" role="cell" data-k="Share" { (figure(&row.everyone)) }
                td class="num" role="cell" data-k="People" { (people_in(&row.everyone)) }
            }
        }
    }

    fn by_perspective(&self, at: usize, list: &ThemeList) -> Markup {
        if list.breakdown.groups.is_empty() || !list.candidates.is_empty() {
            return html! {};
        }
        let id = format!("perspectives-{at}");
        let rows = ordered(&list.breakdown);
        html! {
            h3 id=(id) { "By perspective" }
            table class="sm stack" role="table" aria-labelledby=(id) {
                caption {
                    "Share of each perspective naming the theme. Dashed line: everyone. All bars run from 0 to 100%. \
                     ▲ ▼ clearly more or less than everyone else, allowing for "
                    (comparisons_made(list.breakdown.comparisons)) "."
                    @if rows.len() > BY_PERSPECTIVE { " The " (BY_PERSPECTIVE) " most named themes." }
                }
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" { "Theme" }
                    @for group in &list.breakdown.groups {
                        th scope="col" role="columnheader" {
                            (mark::mark(&group.key)) (group.name) br;
                            span class="small" { (people(group.base)) }
                        }
                    }
                } }
                tbody role="rowgroup" {
                    @for row in rows.iter().take(BY_PERSPECTIVE) {
                        tr role="row" {
                            th scope="row" role="rowheader" { (row.name) }
                            @for (group, cell) in list.breakdown.groups.iter().zip(&row.cells) {
                                td role="cell" {
                                    (mark::mark(&group.key))
                                    @match &cell.figure {
                                        Figure::Shown(share) => {
                                            span class="v" { (percent(share.share)) " " (clear_sign(sign(cell.differs))) }
                                            (small_bar(share, Some(&row.everyone), &group.key, Scale::whole()))
                                        }
                                        Figure::Hidden => (hidden()),
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// A code frame of four themes and two suggestions.
    pub fn sample() -> Self {
        use crate::breakdown::{Group, Policy, Row};
        let group = |key: &str, name: &str, base| Group { key: key.to_owned(), name: name.to_owned(), base };
        let groups = [
            group("child", "Children", 132),
            group("young-person", "Young people", 180),
            group("parent-carer", "Parents and carers", 144),
            group("practitioner", "Practitioners", 84),
            group("citizen", "Citizens", 60),
        ];
        let row = |key: &str, name: &str, counts: [u64; 5]| Row {
            key: key.to_owned(),
            name: name.to_owned(),
            counts: counts.to_vec(),
            total: counts.iter().sum(),
        };
        let frame = [
            row("12", "Getting about", [14, 43, 20, 11, 8]),
            row("11", "Schools and teaching", [53, 87, 72, 40, 17]),
            row("14", "Kindness", [2, 1, 0, 3, 1]),
            row("13", "Mental health", [12, 41, 25, 30, 11]),
        ];
        let below =
            |key: &str, name: &str, total| Row { key: key.into(), name: name.into(), counts: Vec::new(), total };
        let finer = [below("121", "Fares", 31), below("122", "Bus times", 64), below("123", "Lifts", 4)];
        let suggested = [row("21", "Bullying", [15, 14, 6, 3, 2]), row("22", "Exam pressure", [1, 31, 2, 2, 0])];
        let choice = |value: &str, label: &str, chosen| Choice { value: value.into(), label: label.into(), chosen };
        Self {
            desk: Desk::sample(),
            question: None,
            carried: String::new(),
            questions: vec![
                choice("", "Every question together", true),
                choice("challenges", "What makes life hard?", false),
            ],
            frames: vec![
                choice("", "Code frame and suggestions", true),
                choice("children-and-young-people", "Code frame: Children and young people", false),
                choice("suggested", "The machine’s suggestions", false),
            ],
            lists: vec![
                ThemeList {
                    heading: "Themes of the code frame".to_owned(),
                    about: "Children and young people, version 1. Officers wrote it; the machine applied it."
                        .to_owned(),
                    candidates: Vec::new(),
                    breakdown: Breakdown::new(600, &groups, &frame, Policy::default()),
                    finer: vec![("12".to_owned(), Breakdown::new(600, &[], &finer, Policy::default()))],
                },
                ThemeList {
                    heading: "Suggested by the machine".to_owned(),
                    about: "Nobody has approved these, so they stay out of plans and public pages.".to_owned(),
                    candidates: vec!["21".to_owned(), "22".to_owned()],
                    breakdown: Breakdown::new(600, &groups, &suggested, Policy::default()),
                    finer: Vec::new(),
                },
            ],
        }
    }
}

/// A list to choose one thing from.
pub(super) fn select(name: &str, choices: &[Choice]) -> Markup {
    html! {
        select id=(name) name=(name) {
            @for choice in choices { option value=(choice.value) selected[choice.chosen] { (choice.label) } }
        }
    }
}

/// Only clear differences carry a sign where there is no room for words.
fn clear_sign(sign: &str) -> Markup {
    match sign {
        "▲" => html! { span class="hi" { "▲" span class="sr" { " clearly more than everyone else" } } },
        "▼" => html! { span class="lo" { "▼" span class="sr" { " clearly less than everyone else" } } },
        _ => html! {},
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn themes_stand_most_named_first_and_hidden_ones_last() {
        let sample = Themes::sample();
        let names: Vec<&str> = ordered(&sample.lists[0].breakdown).iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["Schools and teaching", "Mental health", "Getting about", "Kindness"]);
    }

    #[test]
    fn finer_themes_are_folded_below_theirs_and_a_small_one_is_hidden() {
        let page = Themes::sample().render().into_string();
        let below = page.split("3 finer themes").nth(1).unwrap().split("</details>").next().unwrap();
        let places = ["Bus times", "Fares", "Lifts"].map(|name| below.find(name).unwrap());
        assert!(places.is_sorted(), "{below}");
        assert!(below[places[2]..].contains("hidden"), "{below}");
    }

    #[test]
    fn suggestions_are_marked_as_candidates_and_approved_themes_are_not() {
        let page = Themes::sample().render().into_string();
        assert_eq!(page.matches(r#"class="tag cand""#).count(), 2, "{page}");
    }

    #[test]
    fn no_themes_yet_is_said() {
        let none = Themes { lists: Vec::new(), ..Themes::sample() };
        assert!(none.render().into_string().contains("There are no themes for this yet"));
    }
}
