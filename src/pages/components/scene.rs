//! Pictures with faces, for the child's edition and the home page. They say nothing that the words do not.

use maud::{Markup, html};

use super::mark;

/// The way through the questions: a path over the hills with a stop for each, the walker at the present one,
/// and a flag at the end. It shows where one is and never how much one wrote.
///
/// `at` is the present question counted from 1, of `total`. `walker` and `others` are perspective keys.
pub fn trail(at: usize, total: usize, walker: &str, others: &[&str]) -> Markup {
    let total = total.max(1);
    let stop = |place: usize| point(place as f64 / (total + 1) as f64);
    let (x, y) = stop(at.min(total));
    let sun = 64.0 - 40.0 * at.min(total) as f64 / total as f64;
    html! {
        svg class="scene trail" viewBox="0 6 400 98" aria-hidden="true" {
            circle class="sun" cx="340" cy=(number(sun)) r="17" {}
            (hills())
            @for (place, other) in others.iter().take(4).enumerate() {
                (friend(other, 112.0 + 54.0 * place as f64, [52.0, 37.0, 40.0, 48.0][place], 1.05))
            }
            path class="way" d="M8 96C110 100 200 74 392 86" {}
            @for place in 1..=total {
                @let (x, y) = stop(place);
                circle class=(if place < at { "stop been" } else { "stop" }) cx=(number(x)) cy=(number(y)) r="8" {}
                @if place < at {
                    path class="tick" d={ "M" (number(x - 3.5)) " " (number(y)) "l3 3 5-6" } {}
                }
            }
            path class="flag" d="M386 86V54l13 6-13 6" {}
            (friend(walker, x - 16.0, y - 30.0, 1.6))
        }
    }
}

/// Everybody on the hills, the first with a crown: they were all asked.
pub fn gathering(perspectives: &[&str]) -> Markup {
    let places = [(27.0, 58.0, 1.8), (108.0, 62.0, 1.5), (188.0, 48.0, 1.7), (262.0, 66.0, 1.5), (318.0, 74.0, 1.6)];
    html! {
        svg class="scene" viewBox="0 18 400 96" aria-hidden="true" {
            circle class="sun" cx="356" cy="44" r="18" {}
            (hills())
            @for (place, (perspective, (x, y, size))) in perspectives.iter().zip(places).enumerate() {
                (friend(perspective, x, y, size))
                @if place == 0 { (crown(x + 10.0 * size, y + 3.0 * size)) }
            }
        }
    }
}

/// Where the path is, at a part of its length from 0 to 1: the curve of `trail`'s way.
fn point(part: f64) -> (f64, f64) {
    let rest = 1.0 - part;
    let along = |a: f64, b: f64, c: f64, d: f64| {
        a * rest.powi(3) + 3.0 * b * part * rest.powi(2) + 3.0 * c * part.powi(2) * rest + d * part.powi(3)
    };
    (along(8.0, 110.0, 200.0, 392.0), along(96.0, 100.0, 74.0, 86.0))
}

fn hills() -> Markup {
    html! {
        path class="far" d="M0 118C30 62 78 66 112 76S176 40 226 62s92 4 174 26v30H0z" {}
        path class="near" d="M0 120c70-38 130-34 200-22s130 18 200-4v32H0z" {}
    }
}

/// A perspective's shape with a face, its corner at `x`, `y`, 20 units times `size` wide.
fn friend(perspective: &str, x: f64, y: f64, size: f64) -> Markup {
    let down = if perspective == "young-person" { 2.5 } else { 0.0 };
    html! {
        g transform={ "translate(" (number(x)) " " (number(y)) ") scale(" (number(size)) ")" } {
            g class=(mark::class(perspective)) { (mark::shape(perspective)) }
            g class="face" transform=[(down > 0.0).then(|| format!("translate(0 {down})"))] {
                circle cx="7.2" cy="9.5" r="1.2" {}
                circle cx="12.8" cy="9.5" r="1.2" {}
                path d="M7 12.8q3 2.4 6 0" {}
            }
        }
    }
}

/// A crown that stands on `y` with its middle at `x`.
fn crown(x: f64, y: f64) -> Markup {
    html! {
        g class="crown" transform={ "translate(" (number(x - 12.0)) " " (number(y - 20.0)) ")" } {
            path d="M1 3l4.5 9L12 0l6.5 12L23 3l1 17H0z" {}
            circle cx="1" cy="2" r="2" {}
            circle cx="12" cy="-1" r="2" {}
            circle cx="23" cy="2" r="2" {}
        }
    }
}

/// A coordinate with one decimal at most: what is smaller cannot be seen and weighs the page down.
fn number(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_stop_before_the_present_one_is_ticked_and_no_other() {
        let trail = trail(4, 7, "child", &["citizen"]).into_string();
        assert_eq!(trail.matches("stop been").count(), 3);
        assert_eq!(trail.matches("\"tick\"").count(), 3);
        assert_eq!(trail.matches("class=\"stop").count(), 7);
    }

    #[test]
    fn a_survey_without_questions_still_has_a_path() {
        assert!(trail(0, 0, "child", &[]).into_string().contains("flag"));
    }
}
