//! What a table says, in one line: the clearest difference there is, or what most people say where there is none.

use super::{NamedCrosstab, NamedRow};
use crate::breakdown::reading::{listed, percent};
use crate::breakdown::{CrosstabCell, Difference};

impl NamedCrosstab {
    /// What the table says. Everything in it is a figure that is shown.
    pub fn finding(&self) -> String {
        let Some(most) = self.most_named() else {
            return format!("{}: too few people answered for any figure to be shown", self.title());
        };
        if self.ways.is_empty() {
            return format!("Most {} {most}", self.kind.verb);
        }
        match self.clearest() {
            Some(difference) => difference,
            None => {
                let ways: Vec<String> = self.ways.iter().map(|way| super::lower_first(&way.name)).collect();
                format!("No clear difference by {}; most {} {most}", listed(&ways), self.kind.verb)
            }
        }
    }

    /// The row that most people name, with its share.
    fn most_named(&self) -> Option<String> {
        let whole = self.whole();
        let share = |row: &NamedRow| self.cell(row, &whole).cell.figure.shown().map(|share| share.share);
        let shown = self.rows.iter().filter_map(|row| Some((row, share(row)?)));
        let (row, share) = shown.max_by(|(_, one), (_, other)| one.total_cmp(other))?;
        Some(format!("{} ({})", row.name, percent(share)))
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
