//! A slope chart: each thing as a line from its share before to its share after. It repeats a table. There are two
//! drawings of it, of which a style sheet shows the one that there is room for.

use maud::{Markup, html};

use super::numbers::{listed, percent};
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

/// The gaps as a chart, whose first share is the later one and whose second the earlier: lines between two axes where
/// there is room, and one short line below each name where there is not. `held` says when each was.
pub fn slope(gaps: &[&Gap], held: [&str; 2], name: impl Fn(&str) -> String) -> Markup {
    html! {
        figure class="roomy" {
            (lines(gaps, &alt(gaps, held, &name), &name))
            figcaption {
                "Left: " (held[0]) ". Right: " (held[1]) ". Thick: a clear change, ▲ up or ▼ down (dashed). Thin: no clear \
                 change. From 0%."
            }
        }
        figure class="snug" {
            (pairs(gaps, &name))
            figcaption {
                "Ring: " (held[0]) ". Dot: " (held[1]) ". Thick: a clear change, ▲ up or ▼ down (dashed). Thin: no clear \
                 change. Each line begins at 0% and ends at " (percent(highest(gaps))) "."
            }
        }
    }
}

/// What the lines show, for whoever cannot see them: how many there are and every clear change among them.
fn alt(gaps: &[&Gap], held: [&str; 2], name: impl Fn(&str) -> String) -> String {
    let clear = |differs: Difference| {
        let of = gaps.iter().filter(|gap| gap.differs == differs);
        let said =
            |gap: &&Gap| format!("{} ({} to {})", name(&gap.key), percent(gap.second.share), percent(gap.first.share));
        of.map(said).collect::<Vec<_>>()
    };
    let (up, down) = (clear(Difference::Higher), clear(Difference::Lower));
    let mut alt = format!("{} themes as lines from {} to {}.", gaps.len(), held[0], held[1]);
    for (words, names) in [("up", &up), ("down", &down)] {
        if !names.is_empty() {
            alt.push_str(&format!(" Clearly {words}: {}.", listed(names)));
        }
    }
    if up.is_empty() && down.is_empty() {
        alt.push_str(" None changed clearly.");
    }
    alt + " The same figures are in the table below."
}

/// The largest share of all, and no less than one in twenty.
fn highest(gaps: &[&Gap]) -> f64 {
    gaps.iter().map(|gap| gap.first.share.max(gap.second.share)).fold(0.05, f64::max)
}

fn lines(gaps: &[&Gap], alt: &str, name: impl Fn(&str) -> String) -> Markup {
    let highest = highest(gaps);
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
                line class="lead" x1=(RIGHT + 5.0) y1=(format!("{to:.1}")) x2=(RIGHT + 16.0) y2=(format!("{:.1}", name_at)) {}
                text x=(RIGHT + 20.0) y=(format!("{:.1}", name_at + 4.0)) {
                    (percent(gap.first.share)) " " (name(&gap.key)) " " (sign(gap.differs))
                }
            }
            @for (gap, at) in gaps.iter().zip(spread(gaps.iter().map(|gap| y(gap.second.share)).collect())) {
                line class="lead" x1=(LEFT - 5.0) y1=(format!("{:.1}", y(gap.second.share))) x2=(LEFT - 16.0) y2=(format!("{at:.1}")) {}
                text x=(LEFT - 20.0) y=(format!("{:.1}", at + 4.0)) text-anchor="end" { (percent(gap.second.share)) }
            }
        }
    }
}

/// A line for each thing, below its name and its two shares in words.
fn pairs(gaps: &[&Gap], name: impl Fn(&str) -> String) -> Markup {
    let highest = highest(gaps);
    // Rings and dots need room at both ends.
    let x = |share: f64| format!("{:.1}%", 3.0 + share / highest * 94.0);
    html! {
        ul class="pairs" {
            @for gap in gaps {
                @let (from, to) = (x(gap.second.share), x(gap.first.share));
                li {
                    b { (name(&gap.key)) } " " (percent(gap.second.share)) " to " (percent(gap.first.share)) " " (sign(gap.differs))
                    svg class="slope" aria-hidden="true" {
                        line class="gl" x1="0" x2="100%" y1="12" y2="12" {}
                        line class=(class(gap.differs)) x1=(from) x2=(to) y1="12" y2="12" {}
                        circle class="ring" cx=(from) cy="12" r="6" {}
                        circle class="all" cx=(to) cy="12" r="6" {}
                    }
                }
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
    use crate::breakdown::{Figure, Gaps, Share, wilson};

    fn gaps() -> Gaps {
        let figure = |count: u64| {
            let (low, high) = wilson(count, 200);
            Figure::Shown(Share { count, base: 200, share: count as f64 / 200.0, low, high })
        };
        let pair = |key: &str, first, second| (key.to_owned(), figure(first), figure(second));
        Gaps::between(&[pair("buses", 100, 40), pair("parks", 40, 100), pair("shops", 50, 50)])
    }

    #[test]
    fn both_drawings_say_every_share_and_the_alternative_every_clear_change() {
        let gaps = gaps();
        let all: Vec<&Gap> = gaps.more.iter().chain(&gaps.less).collect();
        let page = slope(&all, ["2024", "2026"], str::to_owned).into_string();
        assert!(page.contains("Clearly up: buses (20% to 50%). Clearly down: parks (50% to 20%)."), "{page}");
        assert_eq!(page.matches("class=\"lead\"").count(), 2 * all.len(), "each number is led to its dot: {page}");
        let narrow = page.split(r#"class="snug""#).nth(1).unwrap();
        for said in ["<b>buses</b> 20% to 50% ▲", "<b>parks</b> 50% to 20% ▼", "<b>shops</b> 25% to 25% <svg"] {
            assert!(narrow.contains(said), "{said}: {narrow}");
        }
    }

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
