//! Diverging bars: how much more one group says a thing than another, to one side, and the reverse to the other.

use maud::{Markup, html};

use super::crosstab_table::points_between;
use super::numbers::{percent, signed};
use crate::breakdown::reading::comparisons_made;
use crate::breakdown::{Difference, Gap};

/// Where scales of differences may end, in points.
const ENDS: [f64; 6] = [0.1, 0.2, 0.3, 0.4, 0.6, 1.0];

/// What is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair<'a> {
    /// The column heading of those whose greater share points to the end of the line.
    pub first: &'a str,
    /// The column heading of the others.
    pub second: &'a str,
    /// What a clear difference is called to the end of the line: `Children more`.
    pub more: &'a str,
    /// The same to its beginning.
    pub less: &'a str,
}

/// The gaps as a table with a bar each from the middle and its interval. `name` gives a row's name by its key; `remark`
/// what stands below it.
pub fn diverging(
    gaps: &[&Gap],
    pair: Pair<'_>,
    comparisons: usize,
    name: impl Fn(&str) -> String,
    remark: impl Fn(&str) -> Option<String>,
) -> Markup {
    let widest = gaps.iter().map(|gap| gap.low.abs().max(gap.high.abs())).fold(0.0, f64::max);
    let end = ENDS.into_iter().find(|end| widest <= *end).unwrap_or(1.0);
    html! {
        table class="stack" role="table" {
            caption {
                "A bar to the right: a greater share of “" (pair.first) "”. To the left: of “" (pair.second) "”. Thin line: the 95% \
                 interval of the difference. Allowing for " (comparisons_made(comparisons)) "."
            }
            thead role="rowgroup" { tr role="row" {
                th scope="col" role="columnheader" { "Theme" }
                th scope="col" role="columnheader" class="num" { (pair.first) }
                th scope="col" role="columnheader" class="num" { (pair.second) }
                th scope="col" role="columnheader" { (axis(end)) }
                th scope="col" role="columnheader" { "Difference (95%)" }
            } }
            tbody role="rowgroup" {
                @for gap in gaps {
                    tr role="row" {
                        th scope="row" role="rowheader" {
                            (name(&gap.key))
                            @if let Some(remark) = remark(&gap.key) { br; span class="small" { (remark) } }
                        }
                        td class="num" role="cell" data-k=(pair.first) { (share(&gap.first)) }
                        td class="num" role="cell" data-k=(pair.second) { (share(&gap.second)) }
                        td role="cell" class="spread" { (bar(gap, end)) }
                        td role="cell" data-k="Difference" {
                            b { (points_between(gap.first.share, gap.second.share)) } " "
                            span class="small" { "(" (signed(gap.low * 100.0, 0)) " to " (signed(gap.high * 100.0, 0)) "), effect " (signed(gap.effect, 2)) }
                            br; (differs(gap.differs, pair))
                        }
                    }
                }
            }
        }
    }
}

fn share(share: &crate::breakdown::Share) -> Markup {
    html! { (percent(share.share)) " " span class="small" { "of " (super::numbers::grouped(share.base)) } }
}

/// Who says it more, with a sign.
fn differs(differs: Difference, pair: Pair<'_>) -> Markup {
    match differs {
        Difference::Higher => html! { span class="hi" { "▶ " (pair.more) } },
        Difference::Lower => html! { span class="lo" { "◀ " (pair.less) } },
        Difference::NotClear | Difference::NotCompared => html! { span class="eq" { "≈ No clear difference" } },
    }
}

fn at(difference: f64, end: f64) -> String {
    format!("{:.1}%", (50.0 + difference / end * 50.0).clamp(0.0, 100.0))
}

fn axis(end: f64) -> Markup {
    let words = format!("{:.0}", end * 100.0);
    html! {
        svg class="bar ax" aria-hidden="true" {
            text x="0%" y="20" text-anchor="start" { "◀ " (words) }
            text x="50%" y="20" text-anchor="middle" { "0" }
            text x="100%" y="20" text-anchor="end" { (words) " ▶" }
        }
        span class="sr" { "Chart" }
    }
}

fn bar(gap: &Gap, end: f64) -> Markup {
    let width = format!("{:.1}%", (gap.difference.abs() / end * 50.0).min(50.0));
    let start = if gap.difference < 0.0 { at(gap.difference, end) } else { "50%".to_owned() };
    let ink = if gap.difference < 0.0 { "less" } else { "all" };
    html! {
        svg class="bar" aria-hidden="true" {
            rect class=(ink) x=(start) y="5" height="16" width=(width) {}
            line class="gl axis" x1="50%" x2="50%" y1="0" y2="26" {}
            line class="wk halo" x1=(at(gap.low, end)) x2=(at(gap.high, end)) y1="13" y2="13" {}
            line class="wk" x1=(at(gap.low, end)) x2=(at(gap.high, end)) y1="13" y2="13" {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breakdown::{Figure, Gaps, Share};

    fn figure(count: u64) -> Figure {
        let (low, high) = crate::breakdown::wilson(count, 200);
        Figure::Shown(Share { count, base: 200, share: count as f64 / 200.0, low, high })
    }

    #[test]
    fn a_bar_points_to_who_says_it_more_and_the_table_says_so_in_words() {
        let gaps = Gaps::between(&[("a".into(), figure(100), figure(40)), ("b".into(), figure(40), figure(100))]);
        let pair = Pair { first: "Children", second: "Adults", more: "Children more", less: "Adults more" };
        let all: Vec<&Gap> = gaps.more.iter().chain(&gaps.less).collect();
        let page = diverging(&all, pair, 2, str::to_owned, |_| None).into_string();
        let lines: Vec<&str> = page.split("<tr").skip(2).collect();
        assert!(lines[0].contains("Children more") && lines[0].contains(r#"x="50%""#), "{}", lines[0]);
        assert!(lines[1].contains("Adults more") && lines[1].contains("−30 points"), "{}", lines[1]);
    }
}
