//! What weighting makes of the themes, and what it costs.

use maud::{Markup, html};

use crate::breakdown::{Count, Figure, Fit, Unused, Weighted, WeightedRow};
use crate::pages::figures::crosstab_table::points;
use crate::pages::figures::numbers::{count_words, figure, grouped, listed};

/// Weights, or why there are none.
#[derive(Debug, Clone, PartialEq)]
pub enum Weighting {
    Made(Box<Weighted>),
    /// Why not, in a sentence.
    Impossible(String),
}

/// Weights with the themes they are shown for.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightingParts {
    pub weighting: Weighting,
    /// Key and name of each theme that is shown.
    pub names: Vec<(String, String)>,
    /// The youngest and the oldest of the people that answers are weighted to, in years.
    pub ages: Option<(u32, u32)>,
    /// The ages that people can say whose people are weighted to the population of those ages, and those who are left out,
    /// by name.
    pub bands: [Vec<String>; 2],
}

impl WeightingParts {
    /// The section.
    pub(super) fn render(&self) -> Markup {
        html! {
            section aria-labelledby="weighting" {
                h2 id="weighting" { "If those who answered were like the population" }
                @match &self.weighting {
                    Weighting::Impossible(why) => p { (why) },
                    Weighting::Made(weighted) => {
                        @match weighted.unused {
                            Some(why) => { (not_used(why)) (self.about(weighted)) },
                            None => { (self.about(weighted)) (self.table(weighted)) },
                        }
                    },
                }
            }
        }
    }

    /// What weighting is, and what it costs.
    fn about(&self, weighted: &Weighted) -> Markup {
        html! {
            p {
                "Answers of children and young people are weighted by age and district (raking), so that each age and each \
                 district counts as much as it has people. No weight is more than five times the mean."
                @if let Some((youngest, oldest)) = self.ages {
                    " The people are those aged " (youngest) " to " (oldest) ": the ages that the survey is written for and asks, as \
                     far as population is known by single years."
                }
            }
            ul {
                li {
                    b { "Weighted: " } (grouped(weighted.base)) " people who wrote an answer and said a district and an age that is \
                     weighted"
                    @if !self.bands[0].is_empty() { " (" (listed(&self.bands[0])) ")" }
                    ". Each stands for people of their own age."
                }
                li {
                    b { "Left out: " } (others(weighted.outside)) " who wrote an answer: adults, and whoever said no age or no \
                     district"
                    @if !self.bands[1].is_empty() {
                        ", or an age that is set beside no population (" (listed(&self.bands[1])) ")"
                    }
                    ". They have no weight and are in no share of this part."
                }
                @if let (Fit::Converged { rounds }, None) = (weighted.fit, weighted.unused) {
                    li {
                        b { "With weights they tell as much as " (grouped(weighted.effective_base)) " people" }
                        " (the effective base): the design effect is " (format!("{:.2}", weighted.design_effect)) "."
                    }
                    li {
                        "The weights fit: every age and district counts as much as it has people, after "
                        (rounds) @if rounds == 1 { " round." } @else { " rounds." }
                    }
                    li { "Weights cut to the cap: of " (count_words(weighted.capped, 10)) " people." }
                }
            }
            p class="small" {
                "An age or district that hardly anybody answered for cannot be made up for by weights: nobody can speak for \
                 it. Weights mend who answered, never why they answered."
            }
        }
    }

    fn table(&self, weighted: &Weighted) -> Markup {
        let mut rows: Vec<(&str, &WeightedRow)> = Vec::new();
        for (key, name) in &self.names {
            rows.extend(weighted.rows.iter().find(|row| row.key == *key).map(|row| (name.as_str(), row)));
        }
        let share = |row: &WeightedRow| row.unweighted.shown().map_or(-1.0, |share| share.share);
        rows.sort_by(|(_, one), (_, other)| share(other).total_cmp(&share(one)));
        html! {
            table class="stack" role="table" {
                caption {
                    "Themes without weights and with them. Weighted shares are rounded to "
                    (weighted.rounding) " weighted people, so that nobody’s weight can be told; their interval is that of \
                     the effective base. “Of” counts whoever wrote an answer and said an age that is weighted, with a district \
                     or without, in fives; where the number of one age would be told, it is left out of that row’s share and \
                     of its “of”. So it can be more or fewer than those who are weighted."
                }
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" { "Theme" }
                    th scope="col" role="columnheader" class="num" { "As they answered (95%)" }
                    th scope="col" role="columnheader" class="num" { "Of" }
                    th scope="col" role="columnheader" class="num" { "Weighted (95%)" }
                    th scope="col" role="columnheader" class="num" { "What weighting changes" }
                } }
                tbody role="rowgroup" {
                    @for (name, row) in rows {
                        tr role="row" {
                            th scope="row" role="rowheader" { (name) }
                            td role="cell" class="num nw" data-k="As they answered" { (figure(&row.unweighted)) }
                            td role="cell" class="num" data-k="Of" { (base(&row.unweighted)) }
                            td role="cell" class="num nw" data-k="Weighted" { (figure(&row.weighted)) }
                            td role="cell" class="num" data-k="Weighting changes" { (change(row)) }
                        }
                    }
                }
            }
        }
    }
}

fn others(outside: Count) -> String {
    match outside {
        Count::Shown(people) => format!("{} others", grouped(people)),
        Count::Hidden => "a number kept private of others".to_owned(),
    }
}

fn base(figure: &Figure) -> String {
    figure.shown().map_or_else(|| "kept private".to_owned(), |share| format!("{} people", grouped(share.base)))
}

fn change(row: &WeightedRow) -> String {
    match (row.unweighted.shown(), row.weighted.shown()) {
        (Some(before), Some(after)) => points(after.share - before.share),
        _ => "kept private".to_owned(),
    }
}

/// Said in place of every weighted figure where weights are not used.
fn not_used(why: Unused) -> Markup {
    html! {
        div class="note warn" {
            p {
                b { "Weighting is not used here. " }
                @match why {
                    Unused::NotFitting { furthest } => {
                        "The weights do not fit: one age or district is still " (percent_off(furthest)) " from its number, \
                         because no weight may be more than five times the mean or hardly anybody answered there. "
                    },
                    Unused::FewLeft { effective_base, least } => {
                        "With weights, those who answered would tell only as much as " (grouped(effective_base)) " people, \
                         fewer than the " (least) " that any share must be of. "
                    },
                }
                "No weighted share is given, and none should be worked out: read the shares as they were answered, and say \
                 who is missing."
            }
        }
    }
}

/// How far a group is from its number, in whole percent and never less than it is.
fn percent_off(furthest: f64) -> String {
    format!("{:.0}%", (furthest * 100.0).ceil())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breakdown::{Share, wilson};

    fn page(unused: Option<Unused>) -> String {
        let share = |count: u64| {
            let (low, high) = wilson(count, 200);
            Figure::Shown(Share { count, base: 200, share: count as f64 / 200.0, low, high })
        };
        let row = WeightedRow {
            key: "buses".into(),
            unweighted: share(60),
            weighted: if unused.is_none() { share(75) } else { Figure::Hidden },
        };
        let weighted = Weighted {
            rows: vec![row],
            fit: match unused {
                Some(Unused::NotFitting { furthest }) => Fit::NotConverged { rounds: 100, furthest },
                _ => Fit::Converged { rounds: 4 },
            },
            unused,
            base: 200,
            outside: Count::Shown(95),
            effective_base: 120,
            design_effect: 1.67,
            capped: Count::Hidden,
            rounding: 10,
        };
        let names = vec![("buses".to_owned(), "Getting about".to_owned())];
        let bands = [vec!["8 to 11".to_owned(), "12 to 19".to_owned()], vec!["7 or younger".to_owned()]];
        let weighting = Weighting::Made(Box::new(weighted));
        WeightingParts { weighting, names, ages: Some((8, 19)), bands }.render().into_string()
    }

    #[test]
    fn weights_that_fit_show_what_they_change_beside_the_share_without_them() {
        let page = page(None);
        assert!(page.contains("30%") && page.contains("38%") && page.contains("+8 points"), "{page}");
        assert!(page.contains("8 to 11 and 12 to 19") && page.contains("95 others who wrote"), "{page}");
        assert!(page.contains("no population (7 or younger)"), "{page}");
        assert!(!page.contains("not used") && page.contains("those aged 8 to 19"), "{page}");
    }

    #[test]
    fn weights_that_do_not_fit_change_nothing_and_it_is_said_plainly() {
        let whys = [
            (Unused::NotFitting { furthest: 0.213 }, "still 22% from its number"),
            (Unused::FewLeft { effective_base: 20, least: 30 }, "as much as 20 people"),
        ];
        for (why, said) in whys {
            let page = page(Some(why));
            assert!(page.contains("Weighting is not used here.") && page.contains(said), "{page}");
            for never in ["point", "What weighting changes", "<table", "38%"] {
                assert!(!page.contains(never), "{never}: {page}");
            }
        }
    }
}
