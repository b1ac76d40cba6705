//! What differs between two answers in nearly the same words.

/// The most comparisons made; of longer answers nothing is said.
const MOST_COMPARED: usize = 1_000_000;

/// For every word of `other`, whether it is changed or added beside `model`: whether it is outside the longest run
/// of words, in the same order, that both have (a longest common subsequence). Words are compared as they are given,
/// so give them folded. Of answers too long to compare no word counts as changed.
pub fn changed_words(model: &[String], other: &[String]) -> Vec<bool> {
    let mut changed = vec![true; other.len()];
    let width = other.len() + 1;
    if model.len().saturating_mul(other.len()) > MOST_COMPARED {
        return vec![false; other.len()];
    }
    // In each place how many words the rests of both share.
    let mut shared = vec![0u32; (model.len() + 1) * width];
    let at = |shared: &[u32], row: usize, column: usize| shared.get(row * width + column).copied().unwrap_or(0);
    for (row, word) in model.iter().enumerate().rev() {
        for (column, other) in other.iter().enumerate().rev() {
            let best = match word == other {
                true => at(&shared, row + 1, column + 1) + 1,
                false => at(&shared, row + 1, column).max(at(&shared, row, column + 1)),
            };
            if let Some(place) = shared.get_mut(row * width + column) {
                *place = best;
            }
        }
    }
    let (mut row, mut column) = (0, 0);
    while let (Some(word), Some(same)) = (model.get(row), other.get(column)) {
        if word == same {
            if let Some(is_changed) = changed.get_mut(column) {
                *is_changed = false;
            }
            (row, column) = (row + 1, column + 1);
        } else if at(&shared, row + 1, column) >= at(&shared, row, column + 1) {
            row += 1;
        } else {
            column += 1;
        }
    }
    changed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(model: &str, other: &str) -> String {
        let words = |text: &str| text.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let other = words(other);
        let changed = changed_words(&words(model), &other);
        let marked = other.iter().zip(changed).map(|(word, is)| if is { format!("[{word}]") } else { word.clone() });
        marked.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn changed_and_added_words_are_marked_and_nothing_else() {
        assert_eq!(marked("keep the club open", "keep our club open please"), "keep [our] club open [please]");
        assert_eq!(marked("keep the club", "keep the club"), "keep the club");
        assert_eq!(marked("", "all new"), "[all] [new]");
        assert_eq!(marked("gone", ""), "");
        assert_eq!(marked("a b c", "c a b"), "[c] a b");
    }

    #[test]
    fn what_is_too_long_to_compare_is_not_marked() {
        let long = vec!["word".to_owned(); 2000];
        assert!(changed_words(&long, &long).iter().all(|is_changed| !is_changed));
    }
}
