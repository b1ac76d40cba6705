//! Who answered: by perspective, by district beside the people who live there, and over time.

use maud::{Markup, html};

use super::{Desk, Section};
use crate::breakdown::{Breakdown, Count, Figure, Policy, PublishedRow};
use crate::pages::components::mark;
use crate::pages::figures::Scale;
use crate::pages::figures::bar::{beside_population, count_bar, counted_bar};
use crate::pages::figures::hidden::explained;
use crate::pages::figures::numbers::{count, count_words, figure, grouped, people_in, percent};

/// How many responses came in a week.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Week {
    /// Its first day, for example `2 November`.
    pub begins: String,
    pub responses: Count,
}

/// People of an age who live in each district, beside the breakdown's rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Population {
    /// Whom the breakdown counts, for example `Children and young people who answered`.
    pub counted: String,
    /// What is compared with, for example `aged 0 to 19`.
    pub ages: String,
    /// When they were counted, for example `at 30 June 2023`.
    pub source: String,
    /// Where they come from, with the lines that licences ask for.
    pub credit: String,
    /// District key and people, as published.
    pub people: Vec<(String, u64)>,
}

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct Overview {
    pub desk: Desk,
    /// When it takes answers, for example `Open until 19 December 2026`.
    pub when: String,
    /// Rows are perspectives; there are no groups.
    pub perspectives: Breakdown,
    /// Rows are districts, of people who said one; there are no groups.
    pub districts: Breakdown,
    /// Rows are "somewhere else" and "not sure or did not say", of everyone.
    pub elsewhere: Breakdown,
    pub population: Population,
    /// Oldest first.
    pub weeks: Vec<Week>,
}

/// Whether a district's share of those who answered fits its share of the people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Heard {
    More,
    Less,
    AboutRight,
}

impl Overview {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let title = self.desk.subject.as_ref().map_or("Who answered", |subject| subject.title.as_str());
        self.desk.render(
            title,
            Section::Overview,
            html! {
                (self.desk.trail(&[], title))
                h1 { (title) }
                (self.summary())
                (self.by_perspective())
                (self.by_district())
                (self.over_time())
            },
        )
    }

    fn policy(&self) -> Policy {
        self.perspectives.policy
    }

    fn summary(&self) -> Markup {
        html! {
            div class="say ask trust" {
                p {
                    b class="pull" { (count_words(self.perspectives.everyone, self.policy().threshold)) }
                    span class="small" { "people have answered" }
                }
                div {
                    h2 { "Before you read on" }
                    p {
                        "They chose to answer. They are not a sample of everyone in " (self.desk.organisation)
                        ", and nothing here is weighted. " (self.when) "."
                    }
                    p {
                        a class="btn tiny" href=(self.desk.address("/themes")) { "What they talked about" }
                        " "
                        a class="btn two tiny" href=(self.desk.address("/search")) { "Search in answers" }
                        " "
                        a class="btn two tiny" href=(self.desk.address("/data-protection")) { "Data protection" }
                    }
                }
            }
        }
    }

    fn by_perspective(&self) -> Markup {
        let scale = Scale::fitting(self.perspectives.rows.iter().map(|row| &row.everyone));
        html! {
            section aria-labelledby="perspectives" {
                h2 id="perspectives" { "Who they are" }
                table class="stack" role="table" {
                    caption { "Everyone who answered, by the standpoint they chose." }
                    thead role="rowgroup" { tr role="row" {
                        th scope="col" role="columnheader" { "Perspective" }
                        th scope="col" role="columnheader" class="num" { "People" }
                        th scope="col" role="columnheader" class="num" { "Of all who answered" }
                        th scope="col" role="columnheader" { (scale.axis()) }
                    } }
                    tbody role="rowgroup" {
                        @for row in &self.perspectives.rows {
                            tr role="row" {
                                th scope="row" role="rowheader" { (mark::mark(&row.key)) (row.name) }
                                td class="num" role="cell" data-k="People" { (people_in(&row.everyone)) }
                                td class="num" role="cell" data-k="Of all who answered" { (share_alone(&row.everyone)) }
                                td role="cell" { (counted_bar(&row.everyone, scale)) }
                            }
                        }
                        tr class="tot" role="row" {
                            th scope="row" role="rowheader" { "Everyone" }
                            td class="num" role="cell" data-k="People" { (count(self.perspectives.everyone)) }
                            td class="num" role="cell" {} td role="cell" {}
                        }
                    }
                }
                (explained(self.policy()))
            }
        }
    }

    fn by_district(&self) -> Markup {
        let all: u64 = self.population.people.iter().map(|(_, people)| people).sum();
        let scale = Scale::fitting(self.districts.rows.iter().map(|row| &row.everyone));
        html! {
            section aria-labelledby="districts" {
                h2 id="districts" { "Where they are, and who is missing" }
                table class="stack" role="table" {
                    caption {
                        (self.population.counted) " (" (count_words(self.districts.everyone, self.policy().threshold))
                        "), beside everyone " (self.population.ages) " (" (grouped(all)) ", " (self.population.source)
                        "). Dot and line: those who answered, with the 95% interval. Upright line: all "
                        (self.population.ages) "."
                    }
                    thead role="rowgroup" { tr role="row" {
                        th scope="col" role="columnheader" { "District" }
                        th scope="col" role="columnheader" class="num" { "People who answered" }
                        th scope="col" role="columnheader" class="num" { "Their share (95%)" }
                        th scope="col" role="columnheader" class="num" { "All " (self.population.ages) }
                        th scope="col" role="columnheader" class="num" { "Share of all" }
                        th scope="col" role="columnheader" { (scale.axis()) }
                        th scope="col" role="columnheader" { "So" }
                    } }
                    tbody role="rowgroup" {
                        @for row in &self.districts.rows { (self.district(row, all, scale)) }
                    }
                }
                p class="small" {
                    "“Heard less” means that the share of all " (self.population.ages) " lies above the whole interval, \
                     “heard more” below it. With " (self.districts.rows.len())
                    " districts, chance alone can do that once. "
                    @for row in self.elsewhere.rows.iter().filter(|row| row.key != "inside") {
                        (row.name) ", of everyone who answered: "
                        @match &row.everyone {
                            Figure::Shown(share) => { (grouped(share.count)) ". " }
                            Figure::Hidden => { "fewer than " (self.policy().threshold) ", or hidden to keep another number private. " }
                        }
                    }
                }
                p class="small" { (self.population.credit) }
            }
        }
    }

    fn district(&self, row: &PublishedRow, all: u64, scale: Scale) -> Markup {
        let people = self.population.people.iter().find(|(key, _)| *key == row.key).map(|(_, people)| *people);
        let of_all = people.filter(|_| all > 0).map(|people| people as f64 / all as f64);
        html! {
            tr role="row" {
                th scope="row" role="rowheader" { (row.name) }
                td class="num" role="cell" data-k="People who answered" { (people_in(&row.everyone)) }
                td class="num nw" role="cell" data-k="Their share" { (figure(&row.everyone)) }
                td class="num" role="cell" data-k={ "All " (self.population.ages) } {
                    @match people { Some(people) => (grouped(people)), None => "not known" }
                }
                td class="num" role="cell" data-k="Share of all" {
                    @match of_all { Some(share) => (percent(share)), None => "not known" }
                }
                td role="cell" { @if let Some(share) = of_all { (beside_population(&row.everyone, share, scale)) } }
                td role="cell" {
                    @match of_all.and_then(|share| heard(&row.everyone, share)) {
                        Some(Heard::Less) => b { "Heard less" },
                        Some(Heard::More) => "Heard more",
                        Some(Heard::AboutRight) => span class="eq" { "About right" },
                        None => span class="eq" { "Not compared" },
                    }
                }
            }
        }
    }

    fn over_time(&self) -> Markup {
        let most = self.weeks.iter().filter_map(|week| shown(week.responses)).max().unwrap_or(0);
        html! {
            section aria-labelledby="time" {
                h2 id="time" { "When they answered" }
                @if self.weeks.is_empty() { p { "Nobody has answered yet." } }
                @else {
                    table class="stack" role="table" {
                        caption { "People who answered in each week, which begins on a Monday." }
                        thead role="rowgroup" { tr role="row" {
                            th scope="col" role="columnheader" { "Week of" }
                            th scope="col" role="columnheader" class="num" { "People" }
                            th scope="col" role="columnheader" { span class="sr" { "Chart" } }
                        } }
                        tbody role="rowgroup" {
                            @for week in &self.weeks {
                                tr role="row" {
                                    th scope="row" role="rowheader" { (week.begins) }
                                    td class="num" role="cell" data-k="People" { (count(week.responses)) }
                                    td role="cell" {
                                        @if let Some(number) = shown(week.responses) { (count_bar(number, most)) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// Six hundred invented responses, one district quieter than its size.
    pub fn sample() -> Self {
        use crate::breakdown::Row;
        let policy = Policy::default();
        let rows = |parts: &[(&str, &str, u64)]| -> Vec<Row> {
            let row = |(key, name, total): &(&str, &str, u64)| Row {
                key: (*key).to_owned(),
                name: (*name).to_owned(),
                counts: Vec::new(),
                total: *total,
            };
            parts.iter().map(row).collect()
        };
        let perspectives = [
            ("child", "Children", 132),
            ("young-person", "Young people", 180),
            ("parent-carer", "Parents and carers", 144),
            ("practitioner", "Practitioners", 84),
            ("citizen", "Citizens", 60),
        ];
        let districts = [
            ("bromsgrove", "Bromsgrove", 49),
            ("malvern-hills", "Malvern Hills", 37),
            ("redditch", "Redditch", 31),
            ("worcester", "Worcester", 54),
            ("wychavon", "Wychavon", 67),
            ("wyre-forest", "Wyre Forest", 63),
        ];
        let people = [21_540, 15_120, 20_890, 22_800, 27_620, 20_170];
        let weeks = [("2 November", 143), ("9 November", 212), ("16 November", 8), ("23 November", 237)];
        Self {
            desk: Desk::sample(),
            when: "Open until 19 December 2026".to_owned(),
            perspectives: Breakdown::of_options(600, &[], &rows(&perspectives), policy),
            districts: Breakdown::of_options(301, &[], &rows(&districts), policy),
            elsewhere: Breakdown::of_options(
                600,
                &[],
                &rows(&[("outside", "Somewhere else", 12), ("unknown", "Not sure or did not say", 11)]),
                policy,
            ),
            population: Population {
                counted: "Children and young people who answered".to_owned(),
                ages: "aged 0 to 19".to_owned(),
                source: "at 30 June 2023".to_owned(),
                credit: "Made up for this sample.".to_owned(),
                people: districts.iter().zip(people).map(|((key, ..), people)| ((*key).to_owned(), people)).collect(),
            },
            weeks: weeks
                .iter()
                .map(|(begins, responses)| Week {
                    begins: (*begins).to_owned(),
                    responses: Count::publish(*responses, policy),
                })
                .collect(),
        }
    }
}

/// A share of a whole whose parts are known, so without an interval.
fn share_alone(figure: &Figure) -> Markup {
    match figure {
        Figure::Shown(share) => html! { (percent(share.share)) },
        Figure::Hidden => people_in(figure),
    }
}

fn heard(figure: &Figure, of_all: f64) -> Option<Heard> {
    let share = figure.shown()?;
    Some(match of_all {
        people if people > share.high => Heard::Less,
        people if people < share.low => Heard::More,
        _ => Heard::AboutRight,
    })
}

fn shown(count: Count) -> Option<u64> {
    match count {
        Count::Shown(number) => Some(number),
        Count::Hidden => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quiet_district_is_named_and_a_small_week_is_hidden() {
        let page = Overview::sample().render().into_string();
        assert_eq!(page.matches("<b>Heard less</b>").count(), 1, "{page}");
        let week = page.split("16 November").nth(1).unwrap_or_default();
        assert!(week[..200].contains("hidden"), "{week}");
    }

    #[test]
    fn nobody_yet_is_said_and_not_drawn() {
        let empty = Overview { weeks: Vec::new(), ..Overview::sample() };
        assert!(empty.render().into_string().contains("Nobody has answered yet."));
    }
}
