//! The front door: what is being asked now, what was asked, and the shapes that people are shown by.

use maud::{Markup, html};

use crate::pages::components::{mark, scene};
use crate::pages::respond::{day, trial_notice};
use crate::pages::{Page, Width};
use crate::survey::{Consultation, Openness};

/// The front door.
#[derive(Debug, Clone, Copy)]
pub struct Home<'a> {
    pub organisation: &'a str,
    /// Every consultation with whether it takes responses today, those that do first.
    pub consultations: &'a [(&'a Consultation, Openness)],
}

impl Home<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let first = self.consultations.first().filter(|(_, openness)| *openness == Openness::Open);
        let rest = if first.is_some() { self.consultations.get(1..).unwrap_or_default() } else { self.consultations };
        let notice = self.consultations.iter().find_map(|(consultation, _)| trial_notice(consultation));
        let page =
            Page { organisation: self.organisation, width: Width::Wide, notice, ..Page::titled("Have your say") };
        page.render(html! {
            @if let Some((consultation, _)) = first { (hero(consultation)) }
            @else { h1 { "Have your say" } p { "Nothing is being asked today." } }
            @if !rest.is_empty() {
                section aria-labelledby="more" {
                    h2 id="more" { (if first.is_some() { "Also" } else { "Before and after" }) }
                    div class="grid" { @for (consultation, openness) in rest { (card(consultation, *openness)) } }
                }
            }
            (how())
            @if let Some((consultation, _)) = self.consultations.first() { (who(consultation)) }
        })
    }
}

fn hero(consultation: &Consultation) -> Markup {
    let words = &consultation.default_words();
    let perspectives: Vec<&str> = consultation.perspectives.iter().map(|one| one.key.as_str()).collect();
    html! {
        div class="say ask hero" {
            div {
                h1 { (words.title) }
                p { (words.summary) }
                p class="row" { a class="btn" href={ "/c/" (consultation.key) } { "Have your say" } }
                p class="small" { (consultation.organisation) ". Open until " (day(consultation.closes)) ". " (words.how_long) " No name needed." }
            }
            (scene::gathering(&perspectives))
        }
    }
}

fn card(consultation: &Consultation, openness: Openness) -> Markup {
    let words = &consultation.default_words();
    let (tag, when) = match openness {
        Openness::Open => ("Open", format!("Until {}.", day(consultation.closes))),
        Openness::NotYetOpen => ("Soon", format!("Opens on {}.", day(consultation.opens))),
        Openness::Closed => ("Closed", format!("Closed on {}.", day(consultation.closes))),
    };
    html! {
        section class="card" {
            p { span class={ "tag" @if openness == Openness::Open { " go" } } { (tag) } }
            h3 { a href={ "/c/" (consultation.key) } { (words.title) } }
            p { (words.summary) }
            p class="small" { (when) " " (words.how_long) }
        }
    }
}

fn how() -> Markup {
    html! {
        section aria-labelledby="how" {
            h2 id="how" { "How it works" }
            div class="grid" {
                div class="say" { h3 { "We ask" } p { "A few questions, put in words for you. Skip any you like. You do not give your name." } }
                div class="say mine" { h3 { "You say" } p { "One word or lots, in your own words. You get a code, so you can see or erase your answers later." } }
                div class="say ask" { h3 { "We read" } p { "What people say is counted by subject and place. Small numbers are kept private, so that nobody can be picked out." } }
            }
        }
    }
}

fn who(consultation: &Consultation) -> Markup {
    html! {
        section aria-labelledby="who" {
            h2 id="who" { "Who is talking" }
            p { "Each shape stands for people who answer from where they stand. You will see them next to what people said." }
            ul class="chips" {
                @for (key, words) in consultation.perspectives.iter().filter_map(|one| Some((&one.key, consultation.perspective_words(&one.key)?))) {
                    li { (mark::mark(key)) (words.plural) }
                }
            }
        }
    }
}
