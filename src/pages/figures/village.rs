//! Shares drawn as people of a village of 100. Every number stands as text beside its picture, filled and empty figures
//! differ in shape and not in colour alone, and a picture is a few rectangles filled with a pattern.
//!
//! A share that is hidden or not given has no picture: an empty village would look like zero.

use maud::{Markup, html};

use crate::plan::whole_children;

/// One share with the words that complete "… of the 100".
#[derive(Debug, Clone, PartialEq)]
pub struct Villagers {
    pub label: String,
    /// From 0 to 100; none where it is hidden or not given.
    pub of_100: Option<f64>,
}

/// What the pictures are drawn with; once a page, before any of them.
pub fn shapes() -> Markup {
    html! {
        svg class="defs" width="0" height="0" aria-hidden="true" focusable="false" {
            defs {
                (person("villager", "all"))
                (person("nobody", "off"))
            }
        }
    }
}

fn person(id: &str, class: &str) -> Markup {
    html! {
        pattern id=(id) width="10" height="15" patternUnits="userSpaceOnUse" {
            g class=(class) { circle cx="5" cy="4" r="2.7" {} path d="M1.4 14v-3a3.6 3.6 0 0 1 7.2 0v3z" {} }
        }
    }
}

/// Shares of which one person can have several: each is a village of its own, in which those of the share are filled.
/// `count` writes how many of 100; `none` stands where there is no number.
pub fn each(villagers: &[Villagers], lang: Option<&str>, count: impl Fn(u32) -> String, none: &Markup) -> Markup {
    each_of(villagers, lang, count, none, |_| html! {})
}

/// The same with what each number rests on under it; `about` is given the place among `villagers`.
pub fn each_of(
    villagers: &[Villagers],
    lang: Option<&str>,
    count: impl Fn(u32) -> String,
    none: &Markup,
    about: impl Fn(usize) -> Markup,
) -> Markup {
    html! {
        ul class="waf plain" {
            @for (at, one) in villagers.iter().enumerate() {
                li {
                    @match one.of_100.map(|share| whole_children(&[share])[0].min(100)) {
                        Some(children) => {
                            svg class="people" viewBox="0 0 100 150" aria-hidden="true" focusable="false" {
                                rect class="nobody" width="100" height="150" {}
                                (filled(children))
                            }
                            b { (count(children)) } " "
                        }
                        None => { (none) " " }
                    }
                    span lang=[lang] { (one.label) }
                    (about(at))
                }
            }
        }
    }
}

/// Shares of which everybody has one: all 100 people, each in the group of theirs. Where every share is given they are
/// taken as parts of the whole, so that people come to 100 whatever was rounded before.
pub fn together(villagers: &[Villagers], lang: Option<&str>, count: impl Fn(u32) -> String, none: &Markup) -> Markup {
    together_of(villagers, lang, count, none, |_| html! {})
}

/// The same with what each number rests on under it; `about` is given the place among `villagers`.
pub fn together_of(
    villagers: &[Villagers],
    lang: Option<&str>,
    count: impl Fn(u32) -> String,
    none: &Markup,
    about: impl Fn(usize) -> Markup,
) -> Markup {
    let shares: Vec<f64> = villagers.iter().map(|one| one.of_100.unwrap_or(0.0)).collect();
    let sum: f64 = shares.iter().sum();
    let is_whole = villagers.iter().all(|one| one.of_100.is_some()) && sum > 0.0;
    let shares: Vec<f64> = shares.iter().map(|share| if is_whole { share * 100.0 / sum } else { *share }).collect();
    html! {
        ul class="waf plain" {
            @for (at, (one, children)) in villagers.iter().zip(whole_children(&shares)).enumerate() {
                li {
                    @match one.of_100 {
                        Some(_) => {
                            @let rows = children.div_ceil(10).max(1);
                            svg class="people" viewBox={ "0 0 100 " (rows * 15) } aria-hidden="true" focusable="false" { (filled(children)) }
                            b { (count(children)) } " "
                        }
                        None => { (none) " " }
                    }
                    span lang=[lang] { (one.label) }
                    (about(at))
                }
            }
        }
    }
}

/// The first people, in rows of ten.
fn filled(children: u32) -> Markup {
    let (rows, rest) = (children / 10, children % 10);
    html! {
        @for (y, width, height) in [(0, 100, rows * 15), (rows * 15, rest * 10, 15)] {
            @if width > 0 && height > 0 {
                rect class="blank" y=(y) width=(width) height=(height) {}
                rect class="villagers" y=(y) width=(width) height=(height) {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(label: &str, of_100: Option<f64>) -> Villagers {
        Villagers { label: label.to_owned(), of_100 }
    }

    fn people(markup: &str) -> u32 {
        let rects = markup.split("class=\"villagers\"").skip(1);
        let number = |rect: &str, name: &str| -> u32 {
            rect.split_once(&format!("{name}=\"")).unwrap().1.split('"').next().unwrap().parse().unwrap()
        };
        rects.map(|rect| number(rect, "width") / 10 * (number(rect, "height") / 15)).sum()
    }

    #[test]
    fn every_share_fills_as_many_people_as_its_text_says() {
        for children in [0, 1, 9, 10, 49, 84, 100] {
            let page = each(&[of("x", Some(f64::from(children)))], None, |n| format!("{n} of 100"), &html! {});
            let page = page.into_string();
            assert_eq!(people(&page), children, "{page}");
            assert!(page.contains(&format!("<b>{children} of 100</b>")), "{page}");
        }
    }

    #[test]
    fn everybody_together_is_100_whatever_was_rounded() {
        let all = [of("a", Some(33.4)), of("b", Some(33.4)), of("c", Some(35.2))];
        assert_eq!(people(&together(&all, None, |n| n.to_string(), &html! {}).into_string()), 100);
    }

    #[test]
    fn what_is_hidden_has_no_picture_and_is_said() {
        let none = html! { "hidden, not zero" };
        for page in [
            each(&[of("x", None)], None, |n| n.to_string(), &none),
            together(&[of("x", None), of("y", Some(60.0))], None, |n| n.to_string(), &none),
        ] {
            let page = page.into_string();
            let item = page.split("</li>").next().unwrap();
            assert!(item.contains("hidden, not zero") && !item.contains("<svg"), "{page}");
        }
    }
}
