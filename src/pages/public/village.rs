//! A plan's place as a village of 100 children, as its figures draw it.

use maud::{Markup, html};

use super::Front;
use crate::pages::figures::village::{Villagers, each, shapes, together};
use crate::pages::{Page, Sheet, Width};

/// One village.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawn {
    /// In the plan's words.
    pub title: String,
    /// Each child is in one group only.
    pub exclusive: bool,
    /// Drawn by us from the plan's figures.
    pub ours: bool,
    pub villagers: Vec<Villagers>,
}

/// The page. What comes from the plan is in English.
#[derive(Debug, Clone, Copy)]
pub struct VillagePage<'a> {
    pub front: Front<'a>,
    /// The publication that the figures are taken from.
    pub plan: &'a str,
    /// The plan is made up.
    pub illustrative: bool,
    pub villages: &'a [Drawn],
}

impl VillagePage<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.front.words;
        let title = say.say("village-title");
        let notice = self.illustrative.then(|| say.say("village-invented"));
        let page = Page { width: Width::Wide, sheet: Sheet::Officer, notice, ..self.front.page(title) };
        page.render(html! {
            (shapes())
            h1 { (title) }
            p { (say.say("village-why")) }
            @for (at, village) in self.villages.iter().enumerate() { (self.village(at, village)) }
            p class="small" {
                (say.say("village-rounded")) " "
                (say.rich("village-from", &[("plan", html! { cite lang=[self.lang()] { (self.plan) } })]))
            }
        })
    }

    /// English, where the page is not.
    fn lang(&self) -> Option<&'static str> {
        (self.front.words.lang() != "en").then_some("en")
    }

    fn village(&self, at: usize, village: &Drawn) -> Markup {
        let say = self.front.words;
        let id = format!("village-{}", at + 1);
        let count = |children: u32| say.say_with("village-count", &[("count", children.into())]);
        let numbered = village.villagers.iter().any(|one| one.of_100.is_some());
        let none = html! { span class="small" { (say.say("village-no-number")) } };
        html! {
            section aria-labelledby=(id) {
                h2 id=(id) lang=[self.lang()] { (village.title) }
                @if !numbered {
                    p { (say.say("village-wanted")) }
                    ul { @for one in &village.villagers { li lang=[self.lang()] { (one.label) } } }
                } @else if village.exclusive {
                    p { (say.say("village-together")) }
                    (together(&village.villagers, self.lang(), count, &none))
                } @else {
                    p { (say.say("village-each")) }
                    (each(&village.villagers, self.lang(), count, &none))
                }
                @if village.ours { p class="small" { (say.say("village-ours")) } }
            }
        }
    }

    /// Villages of both kinds and one without numbers, with this text in the plan's place.
    pub fn sample(text: &str) -> Vec<Drawn> {
        let one = |of_100| Villagers { label: text.to_owned(), of_100 };
        let drawn = |exclusive, ours, villagers| Drawn { title: text.to_owned(), exclusive, ours, villagers };
        vec![
            drawn(false, true, vec![one(Some(49.0)), one(None)]),
            drawn(true, false, vec![one(Some(49.0)), one(Some(51.0))]),
            drawn(false, false, vec![one(None)]),
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::Words;

    #[test]
    fn every_number_is_text_and_a_line_without_one_is_not_drawn_as_nobody() {
        let villages = VillagePage::sample("go to a good school");
        let front = Front { words: Words::english(), languages: &["en"], organisation: "A council" };
        let page = VillagePage { front, plan: "A plan", illustrative: false, villages: &villages };
        let page = page.render().into_string();
        assert!(page.contains("<b>49 of 100</b>") && page.contains("gives no number"), "{page}");
        assert_eq!(page.matches("class=\"people\"").count(), 3, "{page}");
    }
}
