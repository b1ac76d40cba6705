//! Places with their short links, and what can be printed, shared and shown for each.

use maud::{Markup, html};

use super::desk::{input, line};
use super::posts::{dir, poster_fields, words_of};
use super::{TeamDesk, TeamSection};
use crate::campaign::PostKind;
use crate::pages::components::errors::Problem;
use crate::pages::components::qr;
use crate::pages::figures::numbers::grouped;
use crate::pages::words::own_name;

/// One place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharePlace {
    pub word: String,
    pub name: String,
    /// The whole short address.
    pub address: String,
    /// The same as people say and type it.
    pub shown: String,
    /// How many are there, and how many of them are hoped for.
    pub people: Option<u32>,
    pub target: Option<u32>,
}

/// A thing that can be had: its name in an address, what it is called, and its pictures: how that file ends and what it is
/// called.
pub type Thing = (&'static str, &'static str, (&'static str, &'static str));

/// What posters in a language say that is not the campaign's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnWords {
    pub kind: PostKind,
    /// The title that an officer has approved and that posters bear.
    pub approved: Option<String>,
    /// Words wait for an officer.
    pub waits: bool,
    /// What was written last.
    pub title: String,
    pub words: String,
}

/// What is typed of a new place.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    pub name: String,
    pub word: String,
    pub people: String,
    pub target: String,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Share {
    pub desk: TeamDesk,
    pub places: Vec<SharePlace>,
    /// The place that was just changed, as it is now.
    pub changed: Option<SharePlace>,
    pub things: Vec<Thing>,
    /// The languages that sets can be had in, and the one that is looked at.
    pub languages: Vec<String>,
    pub lang: String,
    /// The campaign's own words in that language; nothing in the campaign's own.
    pub words: Option<OwnWords>,
    /// Further languages that words of its own can be written in.
    pub more: Vec<&'static str>,
    /// The words on posters are not approved, so that each is stamped as a draft.
    pub draft: bool,
    /// An officer has approved what posters say, and whoever looks may not change it.
    pub fixed: bool,
    /// Links count who comes by them, which those to a ballot do not.
    pub counts: bool,
    /// No address is set that people can type.
    pub unset_address: bool,
    pub typed: Typed,
    pub problems: Vec<Problem>,
}

impl Share {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let main = html! {
            (self.desk.kicker())
            @if let Some(place) = &self.changed { (self.told(place)) }
            h1 { "Posters and links" }
            @if self.counts {
                p { "Each place has a link of its own, so you see where people come from. No answer says which link it came by: \
                     it keeps the name of the campaign and nothing nearer." }
            } @else {
                p { "Each place has a link and posters of its own, which lead to the ballot. Links count nobody here: votes are \
                     counted by the school that they come from." }
            }
            @if self.draft {
                div class="note" { p { "Posters say “draft” until an officer approves the campaign’s page: look at them, but print none. \
                    Words that you have sent stand on them already. "
                    a href=(self.desk.address("/posts")) { "See what waits" } "." } }
            }
            @if self.unset_address {
                div class="note warn" { p { "The address that people type is not set, so links and QR codes hold the one you \
                    opened this page by. Ask an officer to set it before you print any." } }
            }
            @if self.places.is_empty() { p { "There is no place yet." @if !self.fixed { " Add the first below: a school, a library, a youth club." } } }
            @else { (self.sets()) }
            @if self.fixed {
                div class="note" id="places" tabindex="-1" { p { "An officer has approved this campaign and its places. Ask an officer to add a place, or to change or remove one." } }
            } @else {
                @if self.draft && !self.desk.officer {
                    div class="note" { p { b { "Add every place before an officer approves the campaign." } " From then on officers alone \
                        add, change or remove places, because their names stand on posters." } }
                }
                (self.add())
            }
        };
        self.desk.render("Posters and links", TeamSection::Share, &self.problems, main)
    }

    /// What a place is now that it was changed.
    fn told(&self, place: &SharePlace) -> Markup {
        let number = |number: Option<u32>| number.map_or("not said".to_owned(), |number| grouped(u64::from(number)));
        html! {
            div class="note" role="status" {
                p {
                    b { "Saved: " (place.name) "." }
                    @if self.counts { " How many are there: " (number(place.people)) ". How many you hope for: " (number(place.target)) "." }
                    " Posters that were printed before keep what they said; the link is the same."
                }
            }
        }
    }

    fn sets(&self) -> Markup {
        let all = self.desk.address(&format!("/set.zip?lang={}", self.lang));
        html! {
            @if self.languages.len() > 1 {
                nav class="langs" aria-label="The language of posters" {
                    @for lang in &self.languages {
                        a href={ "?lang=" (lang) } lang=(lang) aria-current=[(*lang == self.lang).then_some("true")] { (own_name(lang)) }
                    }
                }
            }
            (self.own_words())
            p class="row" { a class="btn" href=(all) download { "Everything for every place (ZIP)" } }
            div class="grid" id=[(!self.fixed).then_some("places")] tabindex="-1" {
                @for place in &self.places {
                    section class="card" aria-labelledby={ "place-" (place.word) } {
                        h2 id={ "place-" (place.word) } { (place.name) }
                        (qr::qr(&place.address, &format!("QR code for {}", place.name)))
                        p { a href=(place.address) { (place.shown) } }
                        ul class="plain" {
                            @for (file, name, pictures) in &self.things { li { (name) ": " (self.links(place, file, *pictures)) } }
                        }
                        p { a href=(self.file(place, "set.zip")) download { "All of these (ZIP)" span class="sr" { " for " (place.name) } } }
                        @if !self.fixed { (self.change(place)) }
                    }
                }
            }
        }
    }

    /// What posters in this language say, and the form for words of the campaign's own.
    fn own_words(&self) -> Markup {
        let Some(own) = &self.words else { return html! {} };
        let lang = own.kind.language();
        html! {
            section aria-labelledby="own-words" {
                h2 id="own-words" { (words_of(own.kind).0) }
                @match &own.approved {
                    Some(title) => p { "They say your own words: " b lang=[lang] dir=[dir(own.kind)] { (title) } },
                    None => p { "They say what it is called in this language. You can write words of your own." },
                }
                @if own.waits { p { span class="tag" { "Waits for an officer" } " Until then posters stay as they are. "
                    @if let Some(place) = self.places.first() {
                        a href={ (self.file(place, "poster-a4.pdf")) "&words=sent" } { "See your words on a poster" } " (a draft: not for print)." } } }
                details {
                    summary { "Your own words" }
                    form method="post" action=(self.desk.address(&format!("/posts/{}", own.kind.as_str()))) novalidate class="edit" {
                        (self.desk.token())
                        (poster_fields(own.kind, &own.title, &own.words, &[]))
                        div class="row" { button type="submit" class="btn" { "Send it to an officer" } }
                    }
                }
            }
            @if !self.more.is_empty() {
                p class="small" { "Words of your own make posters in further languages:"
                    @for code in &self.more { " " a href=(self.desk.address(&format!("/posts/posters-{code}"))) lang=(code) { (own_name(code)) } } }
            }
        }
    }

    /// Changes of a place, or its end.
    fn change(&self, place: &SharePlace) -> Markup {
        let id = format!("name-of-{}", place.word);
        let number = |field: &str, label, value: Option<u32>| {
            let id = format!("{field}-of-{}", place.word);
            html! {
                div class="typed" {
                    label for=(id) { (label) span class="sr" { ": " (place.name) } }
                    input type="text" inputmode="numeric" class="short" id=(id) name=(field) value=[value] autocomplete="off";
                }
            }
        };
        html! {
            details {
                summary { "Change or remove" span class="sr" { " " (place.name) } }
                form method="post" action=(self.desk.address(&format!("/places/{}", place.word))) novalidate class="edit" {
                    (self.desk.token())
                    div class="typed" {
                        label for=(id) { "Name" span class="sr" { " of " (place.name) } }
                        p class="hint" id={ (id) "-hint" } { "Its link stays. It can be removed while nobody has come by it" }
                        input type="text" id=(id) name="name" value=(place.name) autocomplete="off" aria-describedby={ (id) "-hint" };
                    }
                    @if self.counts {
                        (number("people", "How many are there (optional)", place.people))
                        (number("target", "How many you hope for (optional)", place.target))
                    }
                    div class="row" {
                        button type="submit" class="btn tiny" name="do" value="change" { "Save" span class="sr" { " " (place.name) } }
                        button type="submit" class="btn two tiny" name="do" value="remove" { "Remove" span class="sr" { " " (place.name) } }
                    }
                }
            }
        }
    }

    fn links(&self, place: &SharePlace, file: &str, (ends, pictures): (&str, &str)) -> Markup {
        html! {
            a href=(self.file(place, &format!("{file}.pdf"))) { "PDF" span class="sr" { " for " (place.name) } }
            ", "
            a href=(self.file(place, &format!("{file}.{ends}"))) { (pictures) span class="sr" { " for " (place.name) } }
        }
    }

    fn file(&self, place: &SharePlace, file: &str) -> String {
        self.desk.address(&format!("/places/{}/{file}?lang={}", place.word, self.lang))
    }

    fn add(&self) -> Markup {
        let text = |name, label, hint, value: &str| {
            line(name, label, hint, &self.problems, |described, wrong| {
                input("text", name, value, described.as_deref(), wrong)
            })
        };
        html! {
            section aria-labelledby="add" {
                h2 id="add" { "Add a place" }
                form method="post" action=(self.desk.address("/share")) novalidate class="edit" {
                    (self.desk.token())
                    (text("name", "Name", "For example Redditch Library", &self.typed.name))
                    (text("word", "Word for its link (optional)", "Short enough to say aloud. Letters, numbers and hyphens", &self.typed.word))
                    @if self.counts {
                    (text("people", "How many children and young people are there (optional)", "For a school its roll", &self.typed.people))
                    (text("target", "How many you hope for (optional)", "", &self.typed.target))
                    }
                    div class="row" { button type="submit" class="btn" { "Add it" } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_its_own_set_in_the_language_that_is_looked_at() {
        let place = SharePlace {
            word: "library".into(),
            name: "Library <1>".into(),
            address: "https://h.example/go/library".into(),
            shown: "h.example/go/library".into(),
            people: Some(1_200),
            target: None,
        };
        let page = Share {
            desk: TeamDesk::sample(),
            changed: Some(place.clone()),
            places: vec![place],
            things: vec![
                ("poster-a4", "Poster A4", ("png", "picture")),
                ("slides", "Slides", ("zip", "pictures (ZIP)")),
            ],
            languages: vec!["en".into(), "pl".into()],
            lang: "pl".into(),
            words: Some(OwnWords {
                kind: PostKind::Posters("pl"),
                approved: Some("Znajdź <cichą> połowę".into()),
                waits: true,
                title: "Znajdź".into(),
                words: String::new(),
            }),
            more: vec!["ro"],
            draft: true,
            fixed: false,
            counts: true,
            unset_address: false,
            typed: Typed::default(),
            problems: vec![],
        };
        let html = page.render().into_string();
        assert!(html.contains("/campaigns/winter/places/library/poster-a4.pdf?lang=pl"), "{html}");
        assert!(html.contains("action=\"/campaigns/winter/places/library\"") && html.contains("Add a place"), "{html}");
        assert!(html.contains("/campaigns/winter/places/library/slides.zip?lang=pl"), "{html}");
        assert!(html.contains("How many are there: 1,200. How many you hope for: not said."), "{html}");
        assert!(html.contains("From then on officers alone"), "approval must not come as a surprise: {html}");
        assert!(html.contains("slides.zip?lang=pl") && html.contains("poster-a4.pdf?lang=pl&amp;words=sent"), "{html}");
        assert!(html.contains("Znajdź &lt;cichą&gt; połowę") && html.contains("Waits for an officer"), "{html}");
        assert!(html.contains("action=\"/campaigns/winter/posts/posters-pl\""), "{html}");
        assert!(html.contains("href=\"/campaigns/winter/posts/posters-ro\""), "{html}");
        assert!(html.contains("/campaigns/winter/set.zip?lang=pl") && html.contains("Library &lt;1&gt;"), "{html}");
    }

    #[test]
    fn after_approval_a_member_is_told_to_ask_an_officer() {
        let page = Share {
            desk: TeamDesk::sample(),
            places: vec![],
            changed: None,
            things: vec![],
            languages: vec!["en".into()],
            lang: "en".into(),
            words: None,
            more: vec![],
            draft: false,
            fixed: true,
            counts: true,
            unset_address: false,
            typed: Typed::default(),
            problems: vec![],
        };
        let html = page.render().into_string();
        assert!(html.contains("Ask an officer") && !html.contains("Add a place"), "{html}");
    }
}
