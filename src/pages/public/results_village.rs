//! A publication as 100 people who stand for everybody who answered: what they talked about, each theme a picture.
//!
//! Published shares only; what is kept private is said and has no picture.

use maud::{Markup, html};

use super::Front;
use super::publication::{Said, standing};
use crate::pages::figures::village::{Villagers, each, shapes};
use crate::pages::{Page, Sheet, Width};
use crate::report::district::DistrictReport;

/// The page.
#[derive(Debug, Clone, Copy)]
pub struct ResultsVillage<'a> {
    pub front: Front<'a>,
    pub report: DistrictReport<'a>,
    pub said: &'a Said,
    /// The address of this place's report.
    pub address: &'a str,
}

impl ResultsVillage<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let (say, results) = (self.front.words, self.report.results);
        let title = say.say_with("results-village-title", &[("place", self.report.place().into())]);
        let page = Page {
            width: Width::Wide,
            sheet: Sheet::Officer,
            organisation: &results.organisation,
            query: "view=village",
            notice: results.illustrative.then(|| say.say("results-illustrative")),
            ..self.front.page(&title)
        };
        let shares = self.report.shares_of_themes().into_iter();
        let villager =
            |(label, share): (String, Option<f64>)| Villagers { label, of_100: share.map(|share| share * 100.0) };
        // What fewer than one of 200 named would be nobody of 100, and would look like it.
        let is_somebody = |one: &Villagers| one.of_100.is_none_or(|share| share >= 0.5);
        let people: Vec<Villagers> = shares.map(villager).filter(is_somebody).collect();
        let count = |count: u32| say.say_with("village-count", &[("count", count.into())]);
        let hidden = html! { span class="small" { (say.say("results-village-hidden")) } };
        let lang = (say.lang() != "en").then_some("en");
        page.render(html! {
            (shapes())
            a class="back" href=(self.address) { (say.say("results-everyone")) }
            h1 { (title) }
            (standing(say, self.said))
            p { (say.say("results-village-why")) }
            @if people.iter().all(|one| one.of_100.is_none()) { p { (hidden) } }
            @else { (each(&people, lang, count, &hidden)) }
            p class="small" { (say.say("results-chose")) }
        })
    }
}
