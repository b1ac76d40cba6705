//! The front door: what is being asked now, what was asked, and the shapes that people are shown by.

use maud::{Markup, html};

use super::Front;
use super::campaign::{Led, led};
use crate::ballot::Ballot;
use crate::pages::ballot;
use crate::pages::components::{mark, scene};
use crate::pages::respond::{Frame, trial_notice};
use crate::pages::{Page, Sheet, Width, Words};
use crate::survey::{Consultation, Openness};

/// The front door.
#[derive(Debug, Clone, Copy)]
pub struct Home<'a> {
    pub front: Front<'a>,
    /// Every consultation with whether it takes responses today, those that do first.
    pub consultations: &'a [(&'a Consultation, Openness)],
    /// Every ballot that takes papers now, then those whose result is published.
    pub ballots: &'a [(&'a Ballot, Openness)],
    /// Campaigns that run and that an officer has approved.
    pub campaigns: &'a [Led],
}

impl Home<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.front.words;
        let first = self.consultations.first().filter(|(_, openness)| *openness == Openness::Open);
        let rest = if first.is_some() { self.consultations.get(1..).unwrap_or_default() } else { self.consultations };
        let notice = self.consultations.iter().find_map(|(consultation, _)| trial_notice(consultation, say));
        let page = Page {
            width: Width::Wide,
            sheet: Sheet::Inside,
            feeds: true,
            notice,
            ..self.front.page(say.say("home-title"))
        };
        page.render(html! {
            @if let Some((consultation, _)) = first { (hero(say, consultation)) }
            @else { h1 { (say.say("home-title")) } p { (say.say("home-nothing")) } }
            @if !rest.is_empty() {
                section aria-labelledby="more" {
                    h2 id="more" { (say.say(if first.is_some() { "home-also" } else { "home-before-and-after" })) }
                    div class="grid" { @for (consultation, openness) in rest { (card(say, consultation, *openness)) } }
                }
            }
            @if !self.ballots.is_empty() {
                section aria-labelledby="votes" {
                    h2 id="votes" { (say.say("home-votes")) }
                    div class="grid" { @for (ballot, openness) in self.ballots { (self.vote(ballot, *openness)) } }
                }
            }
            (led(say, self.campaigns))
            p { a href="/join" { (say.say("join-link")) } }
            p { a href="/you-said" { (say.say("said-title")) } }
            p { a href="/results" { (say.say("foot-results")) } }
            (how(say))
            @if let Some((consultation, _)) = self.consultations.first() { (who(say, consultation)) }
        })
    }
}

impl Home<'_> {
    fn vote(&self, ballot: &Ballot, openness: Openness) -> Markup {
        let say = self.front.words;
        let of = |ballot| ballot::Frame { ballot, lang: say.lang(), edition: say.edition() };
        let frame = of(ballot);
        let about = frame.about();
        let lang = about.and_then(|about| frame.other(about));
        // Two of one name are told apart by their years.
        let alike = self.ballots.iter().filter(|(other, _)| of(*other).title() == frame.title()).count() > 1;
        let title = html! { (frame.title()) @if alike { " " (ballot.closes.year()) } };
        html! {
            section class="card" {
                @if openness == Openness::Open {
                    p { span class="tag go" { (say.say("tag-open")) } }
                    h3 { a href=(frame.href("")) lang=[lang] { (title) } }
                    @if let Some(about) = about { p lang=[lang] { (about.words.summary) } }
                    p class="small" { (frame.moment("vote-until", ballot.closes)) }
                } @else {
                    p { span class="tag" { (say.say("tag-closed")) } }
                    h3 lang=[lang] { (title) }
                    p { a href=(frame.href("/result")) { (say.say("vote-see-result")) span class="sr" { ": " (title) } } }
                    p class="small" { (frame.moment("vote-closed", ballot.closes)) }
                }
            }
        }
    }
}

fn hero(say: Words, consultation: &Consultation) -> Markup {
    let frame = Frame { consultation, lang: say.lang(), edition: say.edition() };
    let worded = frame.survey();
    let (words, lang) = (worded.words, frame.other(worded));
    let perspectives: Vec<&str> = consultation.perspectives.iter().map(|one| one.key.as_str()).collect();
    html! {
        div class="say ask hero" {
            div {
                h1 lang=[lang] { (words.title) }
                p lang=[lang] { (words.summary) }
                p class="row" { a class="btn" href={ "/c/" (consultation.key) } { (say.say("home-button")) } }
                p class="small" { (consultation.organisation) ". " (say.say_with("open-until", &[("day", say.day(consultation.closes).into())])) " "
                    span lang=[lang] { (words.how_long) } " " (say.say("home-no-name")) }
            }
            (scene::gathering(&perspectives))
        }
    }
}

fn card(say: Words, consultation: &Consultation, openness: Openness) -> Markup {
    let frame = Frame { consultation, lang: say.lang(), edition: say.edition() };
    let worded = frame.survey();
    let (words, lang) = (worded.words, frame.other(worded));
    let (tag, when, day) = match openness {
        Openness::Open => ("tag-open", "card-until", consultation.closes),
        Openness::NotYetOpen => ("tag-soon", "card-opens", consultation.opens),
        Openness::Closed => ("tag-closed", "card-closed", consultation.closes),
    };
    let when = say.say_with(when, &[("day", say.day(day).into())]);
    html! {
        section class="card" {
            p { span class={ "tag" @if openness == Openness::Open { " go" } } { (say.say(tag)) } }
            h3 { a href={ "/c/" (consultation.key) } lang=[lang] { (words.title) } }
            p lang=[lang] { (words.summary) }
            p class="small" { (when) " " span lang=[lang] { (words.how_long) } }
        }
    }
}

fn how(say: Words) -> Markup {
    html! {
        section aria-labelledby="how" {
            h2 id="how" { (say.say("how-title")) }
            div class="grid" {
                div class="say" { h3 { (say.say("how-ask")) } p { (say.say("how-ask-words")) } }
                div class="say mine" { h3 { (say.say("how-say")) } p { (say.say("how-say-words")) } }
                div class="say ask" { h3 { (say.say("how-read")) } p { (say.say("how-read-words")) } }
            }
        }
    }
}

fn who(say: Words, consultation: &Consultation) -> Markup {
    let frame = Frame { consultation, lang: say.lang(), edition: say.edition() };
    html! {
        section aria-labelledby="who" {
            h2 id="who" { (say.say("talking-title")) }
            p { (say.say("talking-words")) }
            ul class="chips" {
                @for (key, worded) in consultation.perspectives.iter().filter_map(|one| Some((&one.key, frame.perspective(&one.key)?))) {
                    li { (mark::mark(key)) span lang=[frame.other(worded)] { (worded.words.plural) } }
                }
            }
        }
    }
}
