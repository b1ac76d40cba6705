//! Shares of themes as they would be if those who answered were like the population, beside those they are.
//!
//! The unweighted share is that of all whose age is weighted, where it gives away nothing that is hidden of any age;
//! otherwise it is put together from published figures ([`super::Pooled`]). The weighted one comes from exact
//! counts, so it is rounded until no one person, whatever their weight, can move it further than one without weights
//! moves a rounded count, and it is shown only beside an unweighted one. Leaves out where population comes from.

use super::counts::Counts;
use super::suppression::{Part, may_show_sum};
use super::table::figure;
use super::{
    Asked, Columns, Count, Crosstab, Figure, Fit, Margin, Policy, Pooled, RakingSettings, Rows, Share, WeightedCell,
    Weights, wilson,
};

/// An attribute by which those who answered are to be like the population.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WeightedWay {
    /// The attribute's key.
    pub key: String,
    /// The people of each of its values in the population; 0 for a value that is left out.
    pub population: Vec<u64>,
}

/// A theme's share without weights and with them.
#[derive(Debug, Clone, PartialEq)]
pub struct WeightedRow {
    pub key: String,
    pub unweighted: Figure,
    /// Its count and base are of weighted people: the base is the effective one. Hidden in every row where weights are
    /// not used.
    pub weighted: Figure,
}

/// Why weights are not used, so that nothing weighted is shown.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Unused {
    /// They do not fit: one group is still this share of its target from it, from 0.
    NotFitting { furthest: f64 },
    /// With them those who answered tell no more than this many people would, fewer than a share may be of.
    FewLeft { effective_base: u64, least: u64 },
}

/// Every theme's share without weights and with them, and what weighting cost. Every number in it is rounded.
#[derive(Debug, Clone, PartialEq)]
pub struct Weighted {
    pub rows: Vec<WeightedRow>,
    pub fit: Fit,
    /// Why the weights are not used; none where they are.
    pub unused: Option<Unused>,
    /// How many people are weighted.
    pub base: u64,
    /// How many others wrote an answer, who are weighted to nobody and left out: those of a value without population, and
    /// those of whom a value is not known.
    pub outside: Count,
    /// How many people without weights would tell as much.
    pub effective_base: u64,
    /// The base over the effective base, from 1.
    pub design_effect: f64,
    /// How many had their weight cut to the cap.
    pub capped: Count,
    /// Weighted counts are rounded to the nearest multiple of this.
    pub rounding: u64,
}

impl Weighted {
    /// Weights those who wrote an answer and are of known value in both ways. `None` where an attribute is not there,
    /// or too few people are left to weight.
    pub fn of(columns: &Columns, ways: &[WeightedWay; 2], settings: RakingSettings, policy: Policy) -> Option<Self> {
        let places = [columns.find_attribute(&ways[0].key)?, columns.find_attribute(&ways[1].key)?];
        let counts = columns.count(&places, false);
        let cells = Cells::of(&counts, ways);
        let margin = |way: &WeightedWay| Margin {
            key: way.key.clone(),
            population: way.population.iter().map(|people| *people as f64).collect(),
        };
        let margins = [margin(&ways[0]), margin(&ways[1])];
        let weights = Weights::rake(&cells.cells, &margins, settings).ok()?;
        let Count::Shown(base) = Count::publish(weights.base, policy) else { return None };
        if weights.base < policy.least_base {
            return None;
        }
        let largest = weights.weights.iter().copied().fold(1.0, f64::max);
        let rounding = (policy.rounding.max(1) as f64 * largest).ceil() as u64;
        let effective_base = policy.round(weights.effective_base as u64).clamp(1, base);
        let unused = match weights.fit {
            Fit::NotConverged { furthest, .. } => Some(Unused::NotFitting { furthest }),
            Fit::Converged { .. } => (effective_base < policy.least_base)
                .then_some(Unused::FewLeft { effective_base, least: policy.least_base }),
        };
        let unweighted = unweighted(columns, &ways[0], policy)?;
        let row = |(theme, figure): (usize, Figure)| {
            let counted = cells.entries.iter().map(|entry| u64::from(counts.of_theme(theme)[*entry]));
            let share = weights.share(&counted.collect::<Vec<_>>(), &cells.people);
            let weighted = share
                .filter(|_| unused.is_none() && figure.shown().is_some())
                .map_or(Figure::Hidden, |share| coarse(share, (base, effective_base), rounding));
            WeightedRow { key: columns.themes()[theme].clone(), unweighted: figure, weighted }
        };
        Some(Self {
            rows: unweighted.into_iter().enumerate().map(row).collect(),
            fit: weights.fit,
            unused,
            base,
            outside: Count::publish(u64::from(counts.bases[counts.grid.whole()]).saturating_sub(weights.base), policy),
            effective_base,
            design_effect: base as f64 / effective_base as f64,
            capped: Count::publish(weights.capped, policy),
            rounding,
        })
    }
}

/// People by both ways, without those of unknown value.
struct Cells {
    cells: Vec<WeightedCell>,
    /// Where each cell stands among the counts.
    entries: Vec<usize>,
    people: Vec<u64>,
}

impl Cells {
    fn of(counts: &Counts, ways: &[WeightedWay; 2]) -> Self {
        let (mut cells, mut entries, mut people) = (Vec::new(), Vec::new(), Vec::new());
        let known = |way: usize| 0..ways[way].population.len().min(counts.grid.sizes()[way]);
        for first in known(0) {
            for second in known(1) {
                let entry = counts.grid.moved(counts.grid.moved(counts.grid.whole(), 0, first), 1, second);
                let number = u64::from(counts.bases[entry]);
                // Whoever has no population to stand for counts neither with weights nor in what they are shares of.
                if ways[0].population[first] > 0 && ways[1].population[second] > 0 {
                    cells.push(WeightedCell { groups: vec![first, second], people: number });
                    entries.push(entry);
                    people.push(number);
                }
            }
        }
        Self { cells, entries, people }
    }
}

/// Each theme's share of all people of the values that have population, or what is published of those values, put
/// together.
fn unweighted(columns: &Columns, way: &WeightedWay, policy: Policy) -> Option<Vec<Figure>> {
    let asked = Asked { rows: Rows::Themes, by: vec![way.key.clone()], by_question: false, only: Vec::new() };
    let table = Crosstab::of(columns, &asked, policy).ok()?;
    let counts = columns.count(&[columns.find_attribute(&way.key)?], false);
    let values = counts.grid.sizes()[0];
    let within: Vec<bool> = (0..values).map(|at| way.population.get(at).is_some_and(|people| *people > 0)).collect();
    let entry = |value: usize| counts.grid.moved(counts.grid.whole(), 0, value);
    let base = |value: usize| u64::from(counts.bases[entry(value)]);
    let shown_base = |value: usize| table.base(None, &[Some(value)]).unwrap_or(Count::Hidden);
    let sum = |of: &dyn Fn(usize) -> u64| (0..values).filter(|at| within[*at]).map(of).sum::<u64>();
    let (all, everyone) = (sum(&base), base(values));
    let bases: Vec<Part> = (0..values).map(|at| Part::base(base(at), policy)).collect();
    let hidden: Vec<bool> = (0..values).map(|at| shown_base(at) == Count::Hidden).collect();
    let [of_all, of_everyone] = [all, everyone].map(|base| Part::base(base, policy));
    let base_may = all >= policy.least_base && may_show_sum(&hidden, &bases, &within, &of_all, &of_everyone);
    let share = |row: usize| {
        let shown = |at: usize| table.cell(row, None, &[Some(at)]).map_or(Figure::Hidden, |cell| cell.cell.figure);
        let named = |value: usize| u64::from(counts.of_theme(row)[entry(value)]);
        let (many, total) = (sum(&named), named(values));
        let parts: Vec<Part> = (0..values).map(|at| Part::count(named(at), base(at), policy)).collect();
        let hidden: Vec<bool> = (0..values).map(|at| shown(at) == Figure::Hidden).collect();
        let is_seen = table.cell(row, None, &[None]).is_some_and(|cell| cell.cell.figure != Figure::Hidden);
        let [of_all, of_everyone] =
            [(many, all), (total, everyone)].map(|(count, base)| Part::count(count, base, policy));
        if base_may
            && is_seen
            && !policy.is_small(many, all)
            && may_show_sum(&hidden, &parts, &within, &of_all, &of_everyone)
        {
            return figure(many, all, false, policy);
        }
        let groups: Vec<_> = (0..values).filter(|at| within[*at]).map(|at| (shown_base(at), shown(at))).collect();
        Pooled::of(&groups).figure
    };
    Some((0..table.rows.len()).map(share).collect())
}

/// A weighted share, rounded, with the interval that the effective base gives it.
fn coarse(share: f64, (base, effective): (u64, u64), rounding: u64) -> Figure {
    let weighted = (share * base as f64 / rounding as f64).round() * rounding as f64;
    let share = (weighted / base as f64).clamp(0.0, 1.0);
    let count = ((share * effective as f64).round() as u64).min(effective);
    let (low, high) = wilson(count, effective);
    Figure::Shown(Share { count, base: effective, share, low: low.min(share), high: high.max(share) })
}

#[cfg(test)]
mod tests {
    use super::super::{Attribute, ColumnResponse};
    use super::*;

    /// 300 of the north and 100 of the south, as many young as old; the south alone asks for buses.
    fn columns() -> Columns {
        let attribute = |key: &str, values: [&str; 2]| Attribute {
            key: key.to_owned(),
            values: values.map(str::to_owned).to_vec(),
        };
        let attributes = vec![attribute("age", ["young", "old"]), attribute("district", ["north", "south"])];
        let mut columns = Columns::new(vec!["buses".to_owned()], vec!["q".to_owned()], attributes);
        for person in 0..400 {
            let south = person >= 300;
            // One in ten of the north as well, so that nothing is hidden.
            let themes = if south && person % 10 != 0 || person % 10 == 1 { vec![0] } else { Vec::new() };
            let values = vec![Some(person % 2), Some(usize::from(south))];
            columns.push(&ColumnResponse { values, answers: vec![(0, themes)] }).unwrap();
        }
        columns
    }

    fn ways(north: u64, south: u64) -> [WeightedWay; 2] {
        let way = |key: &str, population: Vec<u64>| WeightedWay { key: key.to_owned(), population };
        [way("age", vec![500, 500]), way("district", vec![north, south])]
    }

    #[test]
    fn a_district_that_is_heard_too_little_weighs_more_and_what_that_costs_is_said() {
        let found = Weighted::of(&columns(), &ways(500, 500), RakingSettings::default(), Policy::default()).unwrap();
        assert!(matches!(found.fit, Fit::Converged { .. }));
        let [unweighted, weighted] =
            [found.rows[0].unweighted, found.rows[0].weighted].map(|figure| *figure.shown().unwrap());
        // 30 of 300 and 90 of 100: 30 % as they came, 50 % if both were heard alike.
        assert!((unweighted.share - 0.3).abs() < 0.02 && (weighted.share - 0.5).abs() < 0.02, "{found:?}");
        // Weights of 2/3 and 2: Kish's 1 + the squared variation is 4/3.
        assert_eq!((found.base, found.effective_base, found.rounding), (400, 300, 10));
        assert!((found.design_effect - 4.0 / 3.0).abs() < 0.01);
    }

    #[test]
    fn weights_of_one_change_nothing_but_rounding() {
        let found = Weighted::of(&columns(), &ways(750, 250), RakingSettings::default(), Policy::default()).unwrap();
        assert_eq!((found.rounding, found.effective_base), (5, 400));
        let share = |figure: Figure| figure.shown().unwrap().share;
        assert!((share(found.rows[0].unweighted) - share(found.rows[0].weighted)).abs() < 0.02);
    }

    #[test]
    fn weights_that_the_cap_keeps_from_fitting_are_said_not_to_fit() {
        let settings = RakingSettings { cap: 1.1, ..RakingSettings::default() };
        let found = Weighted::of(&columns(), &ways(100, 900), settings, Policy::default()).unwrap();
        assert!(matches!(found.fit, Fit::NotConverged { .. }), "{found:?}");
        assert!(matches!(found.unused, Some(Unused::NotFitting { furthest }) if furthest > 0.0), "{found:?}");
        let row = &found.rows[0];
        assert!(
            row.unweighted.shown().is_some() && row.weighted == Figure::Hidden,
            "nothing weighted is shown: {row:?}"
        );
        assert_eq!(found.capped, Count::Shown(100));
    }

    #[test]
    fn weights_that_leave_too_few_to_tell_anything_are_not_used() {
        // Nine in ten of the people live where few answered: 400 tell as much as fewer than a share may be of.
        let policy = Policy { least_base: 200, ..Policy::default() };
        let found = Weighted::of(&columns(), &ways(50, 950), RakingSettings::default(), policy).unwrap();
        assert!(matches!(found.fit, Fit::Converged { .. }), "{found:?}");
        assert!(matches!(found.unused, Some(Unused::FewLeft { least: 200, .. })), "{found:?}");
        assert!(found.rows.iter().all(|row| row.weighted == Figure::Hidden), "{found:?}");
    }

    /// Of 100 young, 100 in between and 100 old as many name a theme as given.
    fn shares_of(named: [usize; 3], population: [u64; 3]) -> Figure {
        let age = ["young", "middle", "old"].map(str::to_owned).to_vec();
        let attributes = vec![Attribute { key: "age".to_owned(), values: age }];
        let mut columns = Columns::new(vec!["buses".to_owned()], vec!["q".to_owned()], attributes);
        for person in 0..300 {
            let themes = if person / 3 < named[person % 3] { vec![0] } else { Vec::new() };
            columns.push(&ColumnResponse { values: vec![Some(person % 3)], answers: vec![(0, themes)] }).unwrap();
        }
        let way = WeightedWay { key: "age".to_owned(), population: population.to_vec() };
        unweighted(&columns, &way, Policy::default()).unwrap()[0]
    }

    #[test]
    fn a_theme_that_two_ages_hardly_name_still_has_a_share_of_all_of_them() {
        let figure = shares_of([5, 40, 6], [10, 10, 10]);
        assert_eq!(figure.shown().map(|share| (share.count, share.base)), Some((50, 300)));
    }

    #[test]
    fn a_sum_that_would_tell_a_hidden_age_is_put_together_from_what_is_shown() {
        // 105 of everybody and 105 of the first two would tell that hardly any of the old name it.
        let figure = shares_of([42, 62, 0], [10, 10, 0]);
        assert_eq!(figure.shown().map(|share| (share.count, share.base)), Some((100, 200)));
    }

    #[test]
    fn too_few_people_are_not_weighted() {
        let columns = Columns::new(vec!["a".to_owned()], vec!["q".to_owned()], columns().attributes().to_vec());
        assert_eq!(Weighted::of(&columns, &ways(5, 5), RakingSettings::default(), Policy::default()), None);
    }
}
