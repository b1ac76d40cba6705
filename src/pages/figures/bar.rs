//! Bars with their intervals, and marks on an interval. Each repeats a figure written beside it.

use maud::{Markup, html};

use super::Scale;
use crate::breakdown::{Figure, Share};
use crate::pages::components::mark;

/// How a bar is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// What everyone, or a group, said.
    Plain,
    /// A candidate theme: dashed, since nobody has approved it.
    Candidate,
}

/// A bar from zero with its 95 % interval, pale inside the bar and dark outside, and a dashed line where
/// everyone stands. Nothing is drawn for a hidden figure.
pub fn bar(figure: &Figure, everyone: Option<&Figure>, ink: Ink, scale: Scale) -> Markup {
    let Some(share) = figure.shown() else { return html! {} };
    let (low, middle, high) = (scale.at(share.low), scale.at(share.share), scale.at(share.high));
    let (fill, inside) = match ink {
        Ink::Plain => ("all", "wk b"),
        Ink::Candidate => ("can", "wk"),
    };
    html! {
        svg class="bar" aria-hidden="true" {
            rect class=(fill) y="5" height="16" width=(middle) rx="2" {}
            (everyone_line(everyone, scale))
            line class=(inside) x1=(low) x2=(middle) y1="13" y2="13" {}
            line class=(inside) x1=(low) x2=(low) y1="9" y2="17" {}
            line class="wk" x1=(middle) x2=(high) y1="13" y2="13" {}
            line class="wk" x1=(high) x2=(high) y1="9" y2="17" {}
        }
    }
}

/// A perspective's mark on its interval. Nothing is drawn for a hidden figure.
pub fn marked_interval(figure: &Figure, everyone: Option<&Figure>, perspective: &str, scale: Scale) -> Markup {
    let Some(share) = figure.shown() else { return html! {} };
    html! {
        svg class="bar" aria-hidden="true" {
            line class="gl" x1="0" x2="100%" y1="13" y2="13" {}
            (everyone_line(everyone, scale))
            line class="wk" x1=(scale.at(share.low)) x2=(scale.at(share.high)) y1="13" y2="13" {}
            svg class=(mark::class(perspective)) x=(scale.at(share.share)) y="13" overflow="visible" {
                g transform="translate(-9 -9) scale(.9)" { (mark::shape(perspective)) }
            }
        }
    }
}

/// A small bar in a perspective's colour with no interval, for a table whose figures are written in each cell.
pub fn small_bar(share: &Share, everyone: Option<&Figure>, perspective: &str, scale: Scale) -> Markup {
    html! {
        svg class="bar" aria-hidden="true" {
            rect class=(mark::class(perspective)) y="2" height="10" width=(scale.at(share.share)) rx="2" {}
            @if let Some(whole) = everyone.and_then(Figure::shown) {
                line class="mid" x1=(scale.at(whole.share)) x2=(scale.at(whole.share)) y1="-1" y2="15" {}
            }
        }
    }
}

/// A bar with no interval, for what is counted and not estimated. Nothing is drawn for a hidden figure.
pub fn counted_bar(figure: &Figure, scale: Scale) -> Markup {
    let Some(share) = figure.shown() else { return html! {} };
    html! {
        svg class="bar" aria-hidden="true" {
            rect class="all" y="5" height="16" width=(scale.at(share.share)) rx="2" {}
        }
    }
}

/// A bar of a number among others, the longest filling the width.
pub fn count_bar(number: u64, most: u64) -> Markup {
    let width = if most == 0 { 0.0 } else { number as f64 * 100.0 / most as f64 };
    html! {
        svg class="bar" aria-hidden="true" { rect class="all" y="5" height="16" width=(format!("{width:.1}%")) rx="2" {} }
    }
}

/// The share of everyone of an age beside the share of those who answered: a bar, its interval, and a ring.
pub fn beside_population(figure: &Figure, population: f64, scale: Scale) -> Markup {
    html! {
        svg class="bar" aria-hidden="true" {
            line class="gl" x1="0" x2="100%" y1="13" y2="13" {}
            @if let Some(share) = figure.shown() {
                line class="wk" x1=(scale.at(share.low)) x2=(scale.at(share.high)) y1="13" y2="13" {}
                circle class="all" cx=(scale.at(share.share)) cy="13" r="7" {}
            }
            line class="pop" x1=(scale.at(population)) x2=(scale.at(population)) y1="2" y2="24" {}
        }
    }
}

fn everyone_line(everyone: Option<&Figure>, scale: Scale) -> Markup {
    let Some(whole) = everyone.and_then(Figure::shown) else { return html! {} };
    let at = scale.at(whole.share);
    html! { line class="mid" x1=(at) x2=(at) y1="0" y2="26" {} }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hidden_figure_has_no_bar_and_no_mark() {
        let drawn = [
            bar(&Figure::Hidden, None, Ink::Plain, Scale::whole()),
            marked_interval(&Figure::Hidden, None, "child", Scale::whole()),
        ];
        assert!(drawn.iter().all(|markup| markup.0.is_empty()), "{drawn:?}");
    }

    #[test]
    fn a_candidate_is_drawn_unlike_an_approved_theme() {
        let figure = Figure::Shown(Share { count: 20, base: 100, share: 0.2, low: 0.13, high: 0.29 });
        let of = |ink| bar(&figure, None, ink, Scale::whole()).into_string();
        assert!(of(Ink::Candidate).contains(r#"class="can""#) && of(Ink::Plain).contains(r#"class="all""#));
    }
}
