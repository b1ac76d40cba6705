//! What an outcome rests on, on its own page: linked evidence for and against, for everyone or one district.

use maud::{Markup, html};

use super::balance::Shown;
use super::linked::{Link, side};
use crate::plan::evidence::Stance;

/// The linked evidence of an outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct RestsOn {
    /// The outcome's own address.
    pub address: String,
    /// The district that is looked at, by its key and name; none for everyone.
    pub district: Option<(String, String)>,
    pub districts: Vec<(String, String)>,
    pub balance: Shown,
    /// What does not fit among the links, as sentences without full stops.
    pub questions: Vec<String>,
    pub links: Vec<Link>,
    /// How many links are about one district and are not shown for everyone.
    pub elsewhere: usize,
}

impl RestsOn {
    /// The sections, with the way to change what is linked.
    pub fn sections(&self) -> Markup {
        let of = |stance| self.links.iter().filter(|link| link.stance == stance).collect::<Vec<_>>();
        let here = self.district.as_ref().map(|(_, name)| name);
        let is_here = |link: &&&Link| link.about.is_none() || link.about.as_ref() == here;
        let contrary = of(Stance::Contrary);
        let (against, other): (Vec<&Link>, Vec<&Link>) = contrary.iter().partition(|link| is_here(link));
        let nothing = |_: &Link| html! {};
        html! {
            (self.balance.note(&format!("{}/evidence", self.address)))
            @if !self.questions.is_empty() {
                div class="note" { ul { @for question in &self.questions { li { (question) "." } } } }
            }
            (self.choose())
            section aria-labelledby="supporting" {
                h2 id="supporting" { "What speaks for it" (self.place()) }
                (side(&of(Stance::Supporting), "Nothing is linked.", nothing))
            }
            section aria-labelledby="contrary" {
                h2 id="contrary" { "What speaks against it" (self.place()) }
                (side(&against, self.none_against(), nothing))
            }
            @if !other.is_empty() {
                section aria-labelledby="contrary-elsewhere" {
                    h2 id="contrary-elsewhere" { @if here.is_some() { "What speaks against it in other districts" } @else { "What speaks against it in one district" } }
                    p class="small" { "It is of people there. It counts here as well: nobody says that nothing was found." }
                    (side(&other, "", nothing))
                }
            }
            @if self.elsewhere > 0 {
                p class="small" {
                    (self.elsewhere) " more " @if self.elsewhere == 1 { "is" } @else { "are" }
                    " linked for one district. Choose the district to see it."
                }
            }
        }
    }

    fn place(&self) -> Markup {
        html! { @if let Some((_, name)) = &self.district { " in " (name) } }
    }

    fn none_against(&self) -> &str {
        if let Shown::NoneFound(looked) = &self.balance { looked } else { "Nothing is linked." }
    }

    fn choose(&self) -> Markup {
        html! {
            form class="filters choose" method="get" action=(self.address) {
                div {
                    label for="district" { "Evidence as it is for" }
                    select id="district" name="district" {
                        option value="" selected[self.district.is_none()] { "Everyone" }
                        @for (key, name) in &self.districts {
                            option value=(key) selected[self.district.as_ref().is_some_and(|(chosen, _)| chosen == key)] { (name) }
                        }
                    }
                }
                button type="submit" class="btn two" { "Show" }
            }
        }
    }

    /// Evidence on both sides, seen from one district.
    pub fn sample() -> Self {
        Self {
            address: "/officer/plans/p/outcomes/join-in".to_owned(),
            district: Some(("redditch".to_owned(), "Redditch".to_owned())),
            districts: vec![("redditch".to_owned(), "Redditch".to_owned())],
            balance: Shown::BothSides,
            questions: vec!["“Getting about” stands on both sides".to_owned()],
            links: vec![Link::sample(1, Stance::Supporting), Link::sample(2, Stance::Contrary)],
            elsewhere: 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_stand_apart_with_the_district_they_are_seen_from() {
        let page = RestsOn::sample().sections().into_string();
        let (before, after) = page.split_once("id=\"contrary\"").unwrap();
        assert!(before.contains("link-1") && before.contains("What speaks for it in Redditch"), "{page}");
        assert!(after.contains("link-2") && !before.contains("link-2") && after.contains("1 more is linked"), "{page}");
    }

    #[test]
    fn what_speaks_against_it_in_another_district_is_not_said_of_this_one() {
        let elsewhere = Link { about: Some("Wychavon".to_owned()), ..Link::sample(3, Stance::Contrary) };
        let here = Link { about: Some("Redditch".to_owned()), ..Link::sample(2, Stance::Contrary) };
        let page = RestsOn { links: vec![here, elsewhere], ..RestsOn::sample() }.sections().into_string();
        let (before, after) = page.split_once("id=\"contrary-elsewhere\"").unwrap();
        assert!(before.contains("link-2") && !before.contains("link-3") && after.contains("link-3"), "{page}");
        assert!(page.contains("stands on both sides."), "{page}");
    }

    #[test]
    fn where_somebody_looked_stands_in_the_place_of_what_speaks_against_it() {
        let looked = Shown::NoneFound("We read every answer.".to_owned());
        let page = RestsOn { balance: looked, links: Vec::new(), ..RestsOn::sample() }.sections().into_string();
        let (_, after) = page.split_once("id=\"contrary\"").unwrap();
        assert!(after.contains("We read every answer."), "{page}");
    }
}
