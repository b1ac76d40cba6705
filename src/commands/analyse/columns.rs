//! Which columns of a table hold people's own words.

use rustc_hash::FxHashSet;

use crate::commands::table_file::Table;

/// A column of free text has at least so many words a cell.
const WORDS: f64 = 2.5;

/// Of its filled cells at least this share differ: choices from a list repeat.
const DIFFERING: f64 = 0.35;

/// Rows looked at.
const SAMPLE: usize = 5_000;

/// The columns that read like free text, but for those `taken` for something else: several words a cell,
/// seldom the same, mostly letters.
pub(super) fn free_text(table: &Table, taken: &[usize]) -> Vec<(usize, String)> {
    let columns = table.headers.iter().enumerate();
    columns
        .filter(|(place, _)| !taken.contains(place) && is_free_text(table, *place))
        .map(|(place, name)| (place, name.clone()))
        .collect()
}

fn is_free_text(table: &Table, place: usize) -> bool {
    let filled: Vec<&str> = table.column(place).map(str::trim).filter(|cell| !cell.is_empty()).take(SAMPLE).collect();
    if filled.is_empty() {
        return false;
    }
    let count = filled.len() as f64;
    let words = filled.iter().map(|cell| crate::text::words(cell).len()).sum::<usize>() as f64 / count;
    let spaced = filled.iter().filter(|cell| cell.contains(char::is_whitespace)).count() as f64 / count;
    let (mut letters, mut digits) = (0usize, 0usize);
    for c in filled.iter().flat_map(|cell| cell.chars()) {
        letters += usize::from(c.is_alphabetic());
        digits += usize::from(c.is_numeric());
    }
    let differing = filled.iter().collect::<FxHashSet<_>>().len();
    words >= WORDS && spaced >= 0.5 && letters > 4 * digits && differing as f64 >= DIFFERING * count
}

/// How many different values a column has, blank ones aside.
pub(super) fn distinct(table: &Table, place: usize) -> usize {
    table.column(place).map(str::trim).filter(|cell| !cell.is_empty()).collect::<FxHashSet<_>>().len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_people_are_told_from_codes_dates_and_choices() {
        let text = "id,date,area,age,improve,when\n\
            A1,2026-01-02,Malvern Hills,12,more buses to town please,2 Jan 2026 10:30\n\
            A2,2026-01-03,Malvern Hills,13,open the pool again,3 Jan 2026 11:00\n\
            A3,2026-01-04,Malvern Hills,14,somewhere dry to sit,4 Jan 2026 12:15\n\
            A4,2026-01-05,Malvern Hills,15,,\n";
        let table = Table::parse("a.csv", text.as_bytes()).unwrap();
        assert_eq!(free_text(&table, &[]), [(4, "improve".to_owned())]);
        assert_eq!(free_text(&table, &[4]), []);
        assert_eq!(distinct(&table, 2), 1);
    }
}
