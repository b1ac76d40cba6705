//! The scale that the bars of a table share. It starts at zero.

use maud::{Markup, html};

use crate::breakdown::Figure;
use crate::breakdown::reading::scale_end;

/// A scale from zero to an end that every figure fits under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    /// Where it ends, in percent.
    end: u32,
}

impl Scale {
    /// The shortest scale on which these figures and their intervals fit.
    pub fn fitting<'a>(figures: impl IntoIterator<Item = &'a Figure>) -> Self {
        Self { end: scale_end(figures) }
    }

    /// From zero to `end` percent.
    pub fn ending_at(end: u32) -> Self {
        Self { end: end.max(1) }
    }

    /// From 0 to 100 %.
    pub fn whole() -> Self {
        Self { end: 100 }
    }

    /// How far along the scale a share lies, as an SVG length: `63.9%`.
    pub fn at(self, share: f64) -> String {
        format!("{:.1}%", (share * 10_000.0 / f64::from(self.end)).clamp(0.0, 100.0))
    }

    /// In words, for a caption: `0 to 40%`.
    pub fn words(self) -> String {
        format!("0 to {}%", self.end)
    }

    /// The numbers at the head of the column that holds the bars.
    pub fn axis(self) -> Markup {
        html! {
            svg class="bar ax" aria-hidden="true" {
                text x="0%" y="20" text-anchor="start" { "0%" }
                text x="50%" y="20" text-anchor="middle" { (self.end / 2) "%" }
                text x="100%" y="20" text-anchor="end" { (self.end) "%" }
            }
            span class="sr" { "Chart" }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breakdown::Share;

    #[test]
    fn a_scale_ends_at_the_next_round_number() {
        let figure = |high| Figure::Shown(Share { count: 20, base: 100, share: 0.2, low: 0.1, high });
        assert_eq!(Scale::fitting([&figure(0.36), &Figure::Hidden]).words(), "0 to 40%");
        assert_eq!(Scale::fitting([&figure(0.99)]), Scale::whole());
        assert_eq!(Scale::fitting([&Figure::Hidden]).words(), "0 to 10%");
        assert_eq!(Scale::fitting([&figure(0.4)]).at(0.2), "50.0%");
    }
}
