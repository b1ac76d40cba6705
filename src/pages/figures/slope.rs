//! A slope chart: each thing as a line from its share before to its share after. It repeats a table.

use maud::{Markup, html};

use super::numbers::percent;
use crate::breakdown::{Difference, Gap};

/// The size of the drawing, in its own units.
const WIDTH: f64 = 760.0;
const HEIGHT: f64 = 400.0;
/// Where the lines begin and end.
const LEFT: f64 = 70.0;
const RIGHT: f64 = 390.0;
const TOP: f64 = 20.0;
/// The least room between two names.
const ROOM: f64 = 18.0;

/// The lines of the gaps, whose first share is the later one and whose second the earlier. Clear changes are drawn
/// thick, others thin and dashed. `alt` says what is drawn.
pub fn slope(gaps: &[&Gap], alt: &str, name: impl Fn(&str) -> String) -> Markup {
    let highest = gaps.iter().map(|gap| gap.first.share.max(gap.second.share)).fold(0.05, f64::max);
    let y = |share: f64| HEIGHT - 20.0 - share / highest * (HEIGHT - TOP - 30.0);
    let names = spread(gaps.iter().map(|gap| y(gap.first.share)).collect());
    html! {
        svg class="slope" viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-labelledby="slope-title" {
            title id="slope-title" { (alt) }
            line class="gl" x1=(LEFT) x2=(LEFT) y1=(TOP - 10.0) y2=(HEIGHT) {}
            line class="gl" x1=(RIGHT) x2=(RIGHT) y1=(TOP - 10.0) y2=(HEIGHT) {}
            @for (gap, name_at) in gaps.iter().zip(&names) {
                @let (from, to) = (y(gap.second.share), y(gap.first.share));
                line class=(class(gap.differs)) x1=(LEFT) y1=(format!("{from:.1}")) x2=(RIGHT) y2=(format!("{to:.1}")) {}
                circle class="all" cx=(LEFT) cy=(format!("{from:.1}")) r="4" {}
                circle class="all" cx=(RIGHT) cy=(format!("{to:.1}")) r="4" {}
                line class="gl" x1=(RIGHT + 5.0) y1=(format!("{to:.1}")) x2=(RIGHT + 16.0) y2=(format!("{:.1}", name_at)) {}
                text x=(RIGHT + 20.0) y=(format!("{:.1}", name_at + 4.0)) {
                    (percent(gap.first.share)) " " (name(&gap.key)) " " (sign(gap.differs))
                }
            }
            @for (gap, at) in gaps.iter().zip(spread(gaps.iter().map(|gap| y(gap.second.share)).collect())) {
                text x=(LEFT - 12.0) y=(format!("{:.1}", at + 4.0)) text-anchor="end" { (percent(gap.second.share)) }
            }
        }
    }
}

fn class(differs: Difference) -> &'static str {
    match differs {
        Difference::Higher => "up",
        Difference::Lower => "down",
        Difference::NotClear | Difference::NotCompared => "flat",
    }
}

fn sign(differs: Difference) -> &'static str {
    match differs {
        Difference::Higher => "▲",
        Difference::Lower => "▼",
        Difference::NotClear | Difference::NotCompared => "",
    }
}

/// Places for names as near to these as can be, none on another, in the order given.
fn spread(wanted: Vec<f64>) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|one, other| wanted[*one].total_cmp(&wanted[*other]));
    let mut placed = wanted.clone();
    let mut last = f64::NEG_INFINITY;
    for at in &order {
        placed[*at] = wanted[*at].max(last + ROOM);
        last = placed[*at];
    }
    // What ran over the end goes back up.
    let mut next = HEIGHT - 8.0 + ROOM;
    for at in order.iter().rev() {
        placed[*at] = placed[*at].min(next - ROOM);
        next = placed[*at];
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_keep_their_order_and_none_lies_on_another() {
        let places = spread(vec![100.0, 101.0, 99.0, 391.0, 390.0]);
        assert!(places[2] < places[0] && places[0] < places[1] && places[4] < places[3], "{places:?}");
        let mut sorted = places.clone();
        sorted.sort_by(f64::total_cmp);
        assert!(sorted.windows(2).all(|pair| pair[1] - pair[0] >= ROOM - 1e-9), "{sorted:?}");
        assert!(sorted.iter().all(|place| *place <= HEIGHT), "{sorted:?}");
    }
}
