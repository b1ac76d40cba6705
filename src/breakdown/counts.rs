//! People counted by theme and several ways at once: every cell, every margin, over every base.
//!
//! Whoever names a theme in two answers counts once unless answers are told apart by their question. Leaves out what
//! may be shown ([`super::Crosstab`]): these are raw counts and stay inside `breakdown`.

use rayon::prelude::*;

use super::columns::Columns;
use super::grid::{Grid, MOST_WAYS};
use super::marks::Tallies;

/// Responses counted by one thread at a time.
const PART: usize = 1 << 15;

/// Raw counts of a table with all its margins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Counts {
    pub grid: Grid,
    /// 1 when answers to all questions are taken together; otherwise one more than there are questions, the first
    /// being all questions, where a person counts once.
    pub layers: usize,
    /// By layer and entry: people who wrote an answer.
    pub bases: Vec<u32>,
    /// By theme, layer and entry: people who named it.
    pub counts: Vec<u32>,
}

/// Counts while they are made: themes stand together by cell.
struct Counting {
    bases: Vec<u32>,
    tallies: Tallies,
}

impl Columns {
    /// Counts people by the values of these attributes, and by question if asked to. Where anybody's value is
    /// not known, that is the last value, so that the cells of a way add up to its margin. Ways past the fourth are left out.
    pub(super) fn count(&self, attributes: &[usize], by_question: bool) -> Counts {
        let attributes = &attributes[..attributes.len().min(MOST_WAYS)];
        let sizes: Vec<usize> = attributes.iter().map(|at| self.told_apart(*at)).collect();
        let grid = Grid::new(&sizes);
        let layers = if by_question { self.questions.len() + 1 } else { 1 };
        let rows = self.counted.len();
        let parts: Vec<(Vec<u32>, Vec<u32>)> = (0..rows.div_ceil(PART))
            .into_par_iter()
            .fold(
                || Counting::new(layers * grid.entries(), self.themes.len()),
                |mut counting, part| {
                    self.count_part(&mut counting, &grid, attributes, by_question, part);
                    counting
                },
            )
            .map(|counting| (counting.bases, counting.tallies.into_counts()))
            .collect();
        let cells = layers * grid.entries();
        let mut whole = (vec![0; cells], vec![0; cells * self.themes.len()]);
        for (bases, counts) in parts {
            whole.0.iter_mut().zip(&bases).for_each(|(sum, number)| *sum += number);
            whole.1.iter_mut().zip(&counts).for_each(|(sum, number)| *sum += number);
        }
        Counts::by_theme(whole.0, &whole.1, grid, layers, self.themes.len())
    }

    /// Counts responses by the values of these attributes and, as the last way, of the attribute whose values are
    /// options; whoever has none is left out. There are no themes in it.
    pub(super) fn count_options(&self, options: usize, attributes: &[usize]) -> Counts {
        let attributes = &attributes[..attributes.len().min(MOST_WAYS - 1)];
        let known = self.attributes[options].values.len();
        let sizes = attributes.iter().map(|at| self.told_apart(*at)).chain([known]);
        let grid = Grid::new(&sizes.collect::<Vec<_>>());
        let mut bases = vec![0; grid.entries()];
        for row in (0..self.counted.len()).filter(|row| self.counted[*row]) {
            let option = self.values[options].at(row);
            if option < known {
                let place = |sum: usize, (way, at): (usize, &usize)| sum + self.values[*at].at(row) * grid.stride(way);
                let entry = attributes.iter().enumerate().fold(option, place);
                bases[entry] += 1;
            }
        }
        grid.fill_margins(&mut bases);
        Counts { grid, layers: 1, bases, counts: Vec::new() }
    }

    fn count_part(&self, counting: &mut Counting, grid: &Grid, attributes: &[usize], by_question: bool, part: usize) {
        let rows = part * PART..((part + 1) * PART).min(self.counted.len());
        let mut entries = vec![0u32; rows.len()];
        for (way, attribute) in attributes.iter().enumerate() {
            self.values[*attribute].add_to(rows.clone(), grid.stride(way) as u32, &mut entries);
        }
        let layer = grid.entries();
        for (row, entry) in rows.zip(entries) {
            let answers = self.answers_of(row);
            // An erased response may hold a value that nobody else has, and so stands nowhere.
            if !self.counted[row] || answers.is_empty() {
                continue;
            }
            let entry = entry as usize;
            counting.add(entry, self.named.at(row));
            if !by_question {
                continue;
            }
            for answer in answers {
                counting.add((self.asked.at(answer) + 1) * layer + entry, self.coded.at(answer));
            }
        }
    }
}

impl Counting {
    fn new(cells: usize, themes: usize) -> Self {
        Self { bases: vec![0; cells], tallies: Tallies::new(cells, themes) }
    }

    #[inline]
    fn add(&mut self, cell: usize, themes: &[u64]) {
        self.bases[cell] += 1;
        self.tallies.add(cell, themes);
    }
}

impl Counts {
    /// Turns counts by cell and theme to stand by theme, and fills the margins.
    fn by_theme(mut bases: Vec<u32>, cells: &[u32], grid: Grid, layers: usize, themes: usize) -> Self {
        let (entries, finest) = (grid.entries(), grid.finest());
        let mut counts = vec![0; cells.len()];
        for (at, cell) in cells.chunks_exact(themes.max(1)).enumerate() {
            if grid.place(at % entries).level == finest {
                cell.iter().enumerate().for_each(|(theme, count)| counts[theme * layers * entries + at] = *count);
            }
        }
        bases.chunks_exact_mut(entries).chain(counts.chunks_exact_mut(entries)).for_each(|one| grid.fill_margins(one));
        Self { grid, layers, bases, counts }
    }

    /// By layer and entry: people who named this theme.
    pub fn of_theme(&self, theme: usize) -> &[u32] {
        let length = self.bases.len();
        &self.counts[theme * length..(theme + 1) * length]
    }
}

#[cfg(test)]
mod tests {
    use super::super::columns::{Attribute, ColumnProblem, ColumnResponse};
    use super::*;

    fn columns() -> Columns {
        let keys = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect::<Vec<_>>();
        let district = Attribute { key: "district".into(), values: keys(&["north", "south"]) };
        Columns::new(keys(&["buses", "parks"]), keys(&["best", "worst"]), vec![district])
    }

    fn response(district: Option<usize>, answers: &[(usize, &[usize])]) -> ColumnResponse {
        let answers = answers.iter().map(|(question, themes)| (*question, themes.to_vec())).collect();
        ColumnResponse { values: vec![district], answers }
    }

    #[test]
    fn a_person_counts_once_over_all_questions_and_once_in_each() {
        let mut columns = columns();
        columns.push(&response(Some(0), &[(0, &[0]), (1, &[0, 1])])).unwrap();
        columns.push(&response(Some(1), &[(1, &[1, 1])])).unwrap();
        columns.push(&response(None, &[(0, &[])])).unwrap();
        columns.push(&response(Some(0), &[])).unwrap();
        let counts = columns.count(&[0], true);
        // North, south, not known, all: over all questions, then each.
        assert_eq!(counts.bases, [1, 1, 1, 3, 1, 0, 1, 2, 1, 1, 0, 2]);
        assert_eq!(counts.of_theme(0), [1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1]);
        assert_eq!(counts.of_theme(1), [1, 1, 0, 2, 0, 0, 0, 0, 1, 1, 0, 2]);
    }

    #[test]
    fn an_erased_response_counts_no_longer_and_a_wrong_one_changes_nothing() {
        let mut columns = columns();
        let first = columns.push(&response(Some(0), &[(0, &[0])])).unwrap();
        columns.push(&response(Some(0), &[(0, &[0]), (0, &[0])])).unwrap();
        assert_eq!(columns.push(&response(Some(2), &[])), Err(ColumnProblem::Unknown));
        assert_eq!(columns.push(&response(Some(0), &[(0, &[2])])), Err(ColumnProblem::Unknown));
        assert_eq!(columns.push(&ColumnResponse::default()), Err(ColumnProblem::Attributes));
        columns.erase(first);
        assert_eq!(columns.responses(), 1);
        let counts = columns.count(&[], true);
        assert_eq!((counts.bases, counts.counts), (vec![1, 1, 0], vec![1, 1, 0, 0, 0, 0]));
    }

    proptest::proptest! {
        #[test]
        fn counts_are_those_of_counting_one_by_one(
            people in proptest::collection::vec((0usize..3, 0usize..2, 0usize..2, proptest::bool::ANY), 0..60),
        ) {
            let mut columns = columns();
            for (district, question, theme, _) in &people {
                columns.push(&response((*district < 2).then_some(*district), &[(*question, &[*theme])])).unwrap();
            }
            let counts = columns.count(&[0], true);
            // "Not known" is a value where it is so of anybody; the last of each layer is the whole.
            let districts = 2 + usize::from(people.iter().any(|one| one.0 == 2));
            for district in 0..districts {
                for question in 0..2 {
                    for theme in 0..2 {
                        let alike = |one: &&(usize, usize, usize, bool)| (one.0, one.1, one.2) == (district, question, theme);
                        let expected = people.iter().filter(alike).count() as u32;
                        proptest::prop_assert_eq!(counts.of_theme(theme)[(question + 1) * (districts + 1) + district], expected);
                    }
                }
            }
        }
    }
}
