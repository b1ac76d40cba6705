//! A paper as one line of text, as it is kept: the same for everybody who marked the same way, so that papers can be
//! counted without keeping one row for each.
//!
//! Leaves out where the line is kept (`store`).

use std::collections::BTreeMap;

use super::audit::{unwritten, written};
use super::definition::Ballot;
use super::paper::{Marked, Paper, Spoilt};
use super::papers::Papers;

/// Stands before why a paper is spoilt. No key of a candidate begins like this.
const SPOILT: char = '!';

/// A paper that was cast: one that counts, or one that does not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cast {
    Valid(Paper),
    /// Sent knowingly, or typed from a sheet.
    Spoilt(Spoilt),
}

impl Ballot {
    /// The line of a paper.
    pub fn write(&self, cast: &Cast) -> String {
        match cast {
            Cast::Valid(paper) => written(&self.keys(), self.form.marks(), paper.marks()).join(" "),
            Cast::Spoilt(why) => format!("{SPOILT}{}", why.key()),
        }
    }

    /// What somebody marked, read back from a line; nothing for a spoilt paper.
    pub fn read_line(&self, line: &str) -> Option<Marked> {
        let marks: Vec<String> = line.split(' ').filter(|mark| !mark.is_empty()).map(str::to_owned).collect();
        (!line.starts_with(SPOILT)).then(|| unwritten(self.form.marks(), &marks).ok()).flatten()
    }

    /// Collects lines with how many there are of each: the papers that count, and the others by why.
    ///
    /// # Errors
    /// A line that is no paper of this ballot.
    pub fn collect(
        &self,
        lines: impl IntoIterator<Item = (String, u64)>,
    ) -> Result<(Papers, BTreeMap<Spoilt, u64>), String> {
        let mut papers = Papers::builder(self.form.marks());
        let mut spoilt = BTreeMap::new();
        for (line, number) in lines {
            match line.strip_prefix(SPOILT) {
                Some("unclear") => *spoilt.entry(Spoilt::Unclear).or_default() += number,
                Some(_) => *spoilt.entry(Spoilt::Empty).or_default() += number,
                None => {
                    let paper = self.read_line(&line).and_then(|marked| self.read_paper(&marked).ok());
                    papers.add(&paper.ok_or(line)?, number);
                }
            }
        }
        Ok((papers.finish(), spoilt))
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse_tests::{ballot, small_ballot};
    use super::*;

    #[test]
    fn a_line_is_read_back_as_the_paper_it_was_and_says_nothing_but_the_marks() {
        let ranked = small_ballot();
        let paper = ranked.read_paper(&Marked::Ranked(vec![("park".into(), 1), ("bus".into(), 4)])).unwrap();
        let line = ranked.write(&Cast::Valid(paper));
        assert_eq!(line, "park bus");
        let (papers, spoilt) = ranked.collect([(line, 3), ("!empty".into(), 2), ("!unclear".into(), 1)]).unwrap();
        assert_eq!((papers.total(), spoilt[&Spoilt::Empty], spoilt[&Spoilt::Unclear]), (3, 2, 1));
        assert_eq!(ranked.collect([("zoo".to_owned(), 1)]).unwrap_err(), "zoo");
        let change = |text: &str| {
            text.replace("kind = \"rank\"\nat_most = 3", "kind = \"points\"\nbudget = 5").replace("borda", "points")
        };
        let points = ballot(&change, &str::to_owned);
        let paper = points.read_paper(&Marked::Points(vec![("bus".into(), 3), ("park".into(), 2)])).unwrap();
        let line = points.write(&Cast::Valid(paper.clone()));
        assert_eq!(points.read_paper(&points.read_line(&line).unwrap()), Ok(paper));
    }
}
