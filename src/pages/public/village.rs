//! A plan's place as a village of 100 children, as its figures draw it.

use maud::{Markup, html};

use super::Front;
use crate::pages::figures::village::{Villagers, each_of, shapes, together_of};
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
    /// What the number of each rests on, in the same order.
    pub footings: Vec<Stands>,
}

/// Of whom a number is, when it was so and who says so, in the plan's words.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Stands {
    pub of: Option<String>,
    /// It is of those who chose to answer a survey.
    pub survey: bool,
    pub period: Option<String>,
    pub source: Option<String>,
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
                } @else {
                    p { (say.say(if village.exclusive { "village-together" } else { "village-each" })) }
                    p { (say.say("village-differ")) }
                    @let about = |at: usize| self.stands(village, at);
                    @if village.exclusive { (together_of(&village.villagers, self.lang(), count, &none, about)) }
                    @else { (each_of(&village.villagers, self.lang(), count, &none, about)) }
                }
                @if village.ours { p class="small" { (say.say("village-ours")) } }
            }
        }
    }

    /// What one number rests on.
    fn stands(&self, village: &Drawn, at: usize) -> Markup {
        let say = self.front.words;
        let stands = village.footings.get(at).filter(|_| village.villagers[at].of_100.is_some());
        html! {
            @if let Some(stands) = stands {
                div class="small" {
                    @if let Some(of) = &stands.of { p { (say.rich("village-of", &[("who", say.theirs(of))])) } }
                    @if stands.survey { p { b { (say.say("results-chose")) } } }
                    p {
                        @match &stands.period {
                            Some(period) => (say.rich("village-when", &[("when", say.theirs(period))])),
                            None => (say.say("village-undated")),
                        }
                        " "
                        @match &stands.source {
                            Some(source) => (say.rich("plan-from", &[("source", say.theirs(source))])),
                            None => (say.say("village-unsourced")),
                        }
                    }
                }
            }
        }
    }

    /// Villages of both kinds and one without numbers, with this text in the plan's place.
    pub fn sample(text: &str) -> Vec<Drawn> {
        let one = |of_100| Villagers { label: text.to_owned(), of_100 };
        let said = || Some(text.to_owned());
        let stands = Stands { of: said(), survey: true, period: said(), source: said() };
        let footings = vec![stands, Stands::default()];
        let drawn = |exclusive, ours, villagers| {
            let (title, footings) = (text.to_owned(), footings.clone());
            Drawn { title, exclusive, ours, villagers, footings }
        };
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

    #[test]
    fn under_each_number_stands_of_whom_it_is_when_and_who_says_so() {
        let villages = VillagePage::sample("go to a good school");
        let front = Front { words: Words::english(), languages: &["en"], organisation: "A council" };
        let page = VillagePage { front, plan: "A plan", illustrative: false, villages: &villages[..2] }.render();
        let page = page.into_string();
        assert_eq!(page.matches("people who chose to answer").count(), 2, "beside the numbers of a survey: {page}");
        assert_eq!(page.matches("The plan does not say when.").count(), 1, "a line without a number rests on nothing");
        assert!(page.contains("Source: go to a good school"), "{page}");
    }
}
