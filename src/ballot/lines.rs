//! Papers that two people typed one a line: where one person's lines are to be looked at again.
//!
//! People type a heap in its order, so lines are laid side by side by a longest common subsequence: a line that is typed
//! otherwise, one too many and one that is missing are told apart, and one paper too many does not mark all that are like
//! it. Where the two did not type in one order, lines are compared by how often each paper stands there. What the other
//! person typed is in none of it.

use std::collections::BTreeMap;

use super::definition::Ballot;
use super::sheet::Sheet;

/// The most lines that are laid side by side; more are compared by number.
const MOST_LINES: usize = 3_000;

/// A line of one person's, counted from 1, that is to be looked at again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineDifference {
    /// The other person typed another paper there, or this paper more or less often.
    Other(usize),
    /// The other person has no paper there.
    Extra(usize),
    /// The other person has a paper more after this line; 0 is before the first.
    Missing(usize),
    /// The other person typed papers that are nowhere here.
    Elsewhere,
}

/// Where the papers that one person typed differ from those of another.
pub fn compare_lines(ballot: &Ballot, own: &str, other: &str) -> Vec<LineDifference> {
    let (own, other) = (papers(ballot, own), papers(ballot, other));
    let by_number = by_number(&own, &other);
    if own.len().max(other.len()) > MOST_LINES {
        return by_number;
    }
    let in_order = in_order(&own, &other);
    if in_order.len() <= by_number.len() { in_order } else { by_number }
}

/// Each paper with its line, blank lines passed over.
fn papers(ballot: &Ballot, typed: &str) -> Vec<(usize, String)> {
    let lines = (1..).zip(typed.lines()).filter(|(_, line)| !line.trim().is_empty());
    let read = |line: &str| {
        let mut sheet = Sheet::default();
        match sheet.add_papers(ballot, line) {
            Ok(()) => sheet.fields.into_keys().next().unwrap_or_default(),
            Err(_) => line.trim().to_owned(),
        }
    };
    lines.map(|(at, line)| (at, read(line))).collect()
}

fn by_number(own: &[(usize, String)], other: &[(usize, String)]) -> Vec<LineDifference> {
    let mut often: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    own.iter().for_each(|(_, paper)| often.entry(paper).or_default().0 += 1);
    other.iter().for_each(|(_, paper)| often.entry(paper).or_default().1 += 1);
    let differs = |paper: &str| often.get(paper).is_some_and(|(own, other)| own != other);
    let lines = own.iter().filter(|(_, paper)| differs(paper)).map(|(line, _)| LineDifference::Other(*line));
    let elsewhere = often.values().any(|(own, other)| *own == 0 && *other > 0);
    lines.chain(elsewhere.then_some(LineDifference::Elsewhere)).collect()
}

/// What stands between the lines that both have in one order.
fn in_order(own: &[(usize, String)], other: &[(usize, String)]) -> Vec<LineDifference> {
    let mut found = Vec::new();
    let (mut from, mut others_from, mut last) = (0, 0, 0);
    let pairs = longest_common(own, other).into_iter().chain([(own.len(), other.len())]);
    for (at, others_at) in pairs {
        let (mine, theirs) = (&own[from..at], others_at - others_from);
        for (place, (line, _)) in mine.iter().enumerate() {
            found.push(if place < theirs { LineDifference::Other(*line) } else { LineDifference::Extra(*line) });
            last = *line;
        }
        found.extend((mine.len()..theirs).map(|_| LineDifference::Missing(last)));
        if let Some((line, _)) = own.get(at) {
            last = *line;
        }
        (from, others_from) = (at + 1, others_at + 1);
    }
    found
}

/// The places of a longest common subsequence, in order.
fn longest_common(own: &[(usize, String)], other: &[(usize, String)]) -> Vec<(usize, usize)> {
    let same = |at: usize, others_at: usize| own[at].1 == other[others_at].1;
    let width = other.len() + 1;
    // How long the longest is from here to both ends.
    let mut longest = vec![0u16; (own.len() + 1) * width];
    for at in (0..own.len()).rev() {
        for others_at in (0..other.len()).rev() {
            longest[at * width + others_at] = match same(at, others_at) {
                true => longest[(at + 1) * width + others_at + 1] + 1,
                false => longest[(at + 1) * width + others_at].max(longest[at * width + others_at + 1]),
            };
        }
    }
    let (mut at, mut others_at, mut pairs) = (0, 0, Vec::new());
    while at < own.len() && others_at < other.len() {
        if same(at, others_at) {
            pairs.push((at, others_at));
            (at, others_at) = (at + 1, others_at + 1);
        } else if longest[(at + 1) * width + others_at] >= longest[at * width + others_at + 1] {
            at += 1;
        } else {
            others_at += 1;
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::super::parse_tests::small_ballot;
    use super::LineDifference::{Elsewhere, Extra, Missing, Other};
    use super::*;

    #[test]
    fn one_paper_too_many_is_one_line_however_many_are_like_it() {
        let ballot = small_ballot();
        let compare = |own: &str, other: &str| compare_lines(&ballot, own, other);
        let twelve = "1 2\n".repeat(12);
        assert_eq!(compare(&format!("{twelve}1 2\n3"), &format!("{twelve}3")), [Extra(13)]);
        assert_eq!(compare(&format!("{twelve}3"), &format!("{twelve}1 2\n3")), [Missing(12)]);
        assert_eq!(compare("3 1\n2\n\n3 1", "3,1\n2\n1 3"), [Other(4)]);
        assert_eq!(compare("1\n2", "3\n1\n2"), [Missing(0)]);
        assert_eq!(compare("1\n2\n3", "1\n2\n3"), []);
    }

    #[test]
    fn papers_in_another_order_are_compared_by_how_often_they_stand_there() {
        let ballot = small_ballot();
        assert_eq!(compare_lines(&ballot, "3 1\n2\n1", "3 2\n1\n2"), [Other(1), Elsewhere]);
        assert_eq!(compare_lines(&ballot, "1\n2\n3", "3\n1\n2"), []);
    }
}
