//! People counted by theme and several ways at once: every cell, every margin, over every base.
//!
//! Whoever names a theme in two answers counts once unless answers are told apart by their question. Leaves out what
//! may be shown ([`super::Crosstab`]): these are raw counts and stay inside `breakdown`.

use rayon::prelude::*;

use super::columns::Columns;
use super::grid::{Grid, MOST_WAYS};

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

/// Counts while they are made: cells stand together by theme, for a person's themes are counted one after another.
struct Counting {
    bases: Vec<u32>,
    counts: Vec<u32>,
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
        let parts: Vec<Counting> = (0..rows.div_ceil(PART))
            .into_par_iter()
            .fold(
                || Counting::new(layers * grid.entries(), self.themes.len()),
                |mut counting, part| {
                    self.count_part(&mut counting, &grid, attributes, by_question, part);
                    counting
                },
            )
            .collect();
        let mut whole = Counting::new(layers * grid.entries(), self.themes.len());
        for part in parts {
            whole.bases.iter_mut().zip(&part.bases).for_each(|(sum, number)| *sum += number);
            whole.counts.iter_mut().zip(&part.counts).for_each(|(sum, number)| *sum += number);
        }
        whole.into_counts(grid, layers, self.themes.len())
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
        let (width, layer) = (self.themes.len(), grid.entries());
        let Counting { bases, counts } = counting;
        for (row, entry) in rows.zip(entries) {
            let answers = self.answers_of(row);
            // An erased response may hold a value that nobody else has, and so stands nowhere.
            if !self.counted[row] || answers.is_empty() {
                continue;
            }
            let entry = entry as usize;
            bases[entry] += 1;
            let cell = &mut counts[entry * width..(entry + 1) * width];
            let named = &self.named[self.people[row] as usize..self.people[row + 1] as usize];
            named.iter().for_each(|theme| cell[usize::from(*theme)] += 1);
            if !by_question {
                continue;
            }
            for answer in answers {
                let entry = (self.asked.at(answer) + 1) * layer + entry;
                bases[entry] += 1;
                let cell = &mut counts[entry * width..(entry + 1) * width];
                let codings = &self.codings[self.coded[answer] as usize..self.coded[answer + 1] as usize];
                codings.iter().for_each(|theme| cell[usize::from(*theme)] += 1);
            }
        }
    }
}

impl Counting {
    fn new(entries: usize, themes: usize) -> Self {
        Self { bases: vec![0; entries], counts: vec![0; entries * themes] }
    }

    /// Turns the counts to stand by theme, and fills the margins.
    fn into_counts(self, grid: Grid, layers: usize, themes: usize) -> Counts {
        let (entries, finest) = (grid.entries(), grid.finest());
        let mut counts = vec![0; self.counts.len()];
        for (at, cell) in self.counts.chunks_exact(themes.max(1)).enumerate() {
            if grid.place(at % entries).level == finest {
                cell.iter().enumerate().for_each(|(theme, count)| counts[theme * layers * entries + at] = *count);
            }
        }
        let mut bases = self.bases;
        bases.chunks_exact_mut(entries).chain(counts.chunks_exact_mut(entries)).for_each(|one| grid.fill_margins(one));
        Counts { grid, layers, bases, counts }
    }
}

impl Counts {
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
