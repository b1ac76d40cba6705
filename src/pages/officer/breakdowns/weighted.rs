//! What weighting makes of the themes, and what it costs.

use maud::{Markup, html};

use crate::breakdown::{Figure, Fit, Weighted, WeightedRow};
use crate::pages::figures::crosstab_table::points;
use crate::pages::figures::numbers::{count_words, figure, grouped};

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
}

impl WeightingParts {
    /// The section.
    pub(super) fn render(&self) -> Markup {
        html! {
            section aria-labelledby="weighting" {
                h2 id="weighting" { "If those who answered were like the population" }
                @match &self.weighting {
                    Weighting::Impossible(why) => p { (why) },
                    Weighting::Made(weighted) => { (about(weighted)) (self.table(weighted)) },
                }
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
                     the effective base."
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

fn base(figure: &Figure) -> String {
    figure.shown().map_or_else(|| "kept private".to_owned(), |share| format!("{} people", grouped(share.base)))
}

fn change(row: &WeightedRow) -> String {
    match (row.unweighted.shown(), row.weighted.shown()) {
        (Some(before), Some(after)) => points(after.share - before.share),
        _ => "kept private".to_owned(),
    }
}

/// What weighting is, whether it fits, and what it costs.
fn about(weighted: &Weighted) -> Markup {
    html! {
        p {
            "Answers of children and young people are weighted by age and district (raking), so that each age and each \
             district counts as much as it has people. No weight is more than five times the mean."
        }
        ul {
            li { b { "Without weights: " } (grouped(weighted.base)) " people who wrote an answer and whose age and district are known." }
            li {
                b { "With weights they tell as much as " (grouped(weighted.effective_base)) " people" }
                " (the effective base): the design effect is " (format!("{:.2}", weighted.design_effect)) "."
            }
            li {
                @match weighted.fit {
                    Fit::Converged { rounds } => {
                        "The weights fit: every age and district counts as much as it has people, after "
                        (rounds) @if rounds == 1 { " round." } @else { " rounds." }
                    },
                    Fit::NotConverged { rounds, furthest } => {
                        b { "The weights do not fit. " }
                        "After " (rounds) " rounds one group is still " (format!("{:.0}", (furthest * 100.0).ceil()))
                        "% from its number, because weights are capped or too few answered there. Read the weighted \
                         shares as a direction and not as figures."
                    },
                }
            }
            li { "Weights cut to the cap: of " (count_words(weighted.capped, 10)) " people." }
        }
        p class="small" {
            "An age or district that hardly anybody answered for cannot be made up for by weights: nobody can speak for \
             it. Weights mend who answered, never why they answered."
        }
    }
}
