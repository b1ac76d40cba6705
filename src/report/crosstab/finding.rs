//! What a table says, in one line: the clearest difference there is, or what most people say where there is none.

use super::{NamedCrosstab, NamedRow};
use crate::breakdown::reading::{listed, percent, whole_percent};
use crate::breakdown::{CrosstabCell, Difference};

impl NamedCrosstab {
    /// What the table says. Everything in it is a figure that is shown.
    pub fn finding(&self) -> String {
        let Some(most) = self.most_named() else {
            return format!("{}: too few people answered for any figure to be shown", self.title());
        };
        if self.ways.is_empty() {
            return most;
        }
        if let Some(difference) = self.clearest() {
            return difference;
        }
        let ways: Vec<String> = self.ways.iter().map(|way| super::lower_first(&way.name)).collect();
        let (ways, most) = (listed(&ways), super::lower_first(&most));
        if self.is_compared() {
            format!("No clear difference by {ways}; {most}")
        } else if self.hidden() > 0 {
            format!("Too few answers can be shown to compare by {ways}; {most}")
        } else {
            format!("Nothing to compare by {ways}; {most}")
        }
    }

    /// Whether any figure was compared with everyone else: without one, no difference is not a finding.
    fn is_compared(&self) -> bool {
        self.lines().any(|line| line.cell.cell.differs != Difference::NotCompared)
    }

    /// The rows that most people name, in a sentence: all whose share reads the same as the highest one, and “most” only
    /// of more than half.
    fn most_named(&self) -> Option<String> {
        let whole = self.whole();
        let share = |row: &NamedRow| self.cell(row, &whole).cell.figure.shown().map(|share| share.share);
        let shown: Vec<(&NamedRow, f64)> = self.rows.iter().filter_map(|row| Some((row, share(row)?))).collect();
        let highest = shown.iter().map(|(_, share)| *share).max_by(f64::total_cmp)?;
        let tied = shown.iter().filter(|(_, share)| whole_percent(*share) == whole_percent(highest));
        let tied: Vec<String> = tied.map(|(row, _)| row.name.clone()).collect();
        let (verb, share) = (&self.kind.verb, percent(highest));
        // A number is private where nearly everybody named something as well as where hardly anybody did.
        let shown_of_all = if shown.len() < self.rows.len() { " that can be shown" } else { "" };
        Some(match tied.as_slice() {
            [one] if whole_percent(highest) > 50 => format!("Most {verb} {one} ({share})"),
            [one] if shown.len() == 1 => format!("{share} {verb} {one}"),
            [one] => format!("More {verb} {one} ({share}) than anything else{shown_of_all}"),
            all if all.len() == shown.len() => format!("As many {verb} {} ({share} each)", all.join(" as ")),
            all => format!("More {verb} {} ({share} each) than anything else{shown_of_all}", listed(all)),
        })
    }

    /// The largest of the clear differences: of single ways where there is one, otherwise of several.
    fn clearest(&self) -> Option<String> {
        let is_clear = |cell: &CrosstabCell| matches!(cell.cell.differs, Difference::Higher | Difference::Lower);
        let mut best: Option<(bool, f64, String)> = None;
        for line in self.lines().filter(|line| is_clear(&line.cell)) {
            let names: Vec<&str> = line.at.iter().flatten().map(|value| value.name.as_str()).collect();
            let (Some(share), Some(gap), Some(effect)) =
                (line.cell.cell.figure.shown(), line.cell.cell.gap, line.cell.effect)
            else {
                continue;
            };
            let rank = (names.len() == 1, effect.abs());
            if best.as_ref().is_none_or(|(single, size, _)| rank > (*single, *size)) {
                let others = share.share - gap;
                let said = format!(
                    "{}: {} {} {}, against {} of everyone else",
                    names.join(", "),
                    percent(share.share),
                    self.kind.verb,
                    line.row.name,
                    percent(others)
                );
                best = Some((rank.0, rank.1, said));
            }
        }
        best.map(|(_, _, said)| said)
    }
}
