//! Who to talk to: on every page of a consultation, in the order its survey gives.

use maud::{Markup, html};

use crate::pages::Words;
use crate::survey::{Edition, Help};

/// How many of the first entries the child's edition shows; the rest are one link away.
const FOR_A_CHILD: usize = 2;

/// A number to ring, as a link where it can be one.
pub fn phone(number: &str) -> Markup {
    let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    html! { a class="tel" href={ "tel:" (digits) } { (number) } }
}

/// Who to talk to beside a question.
pub fn beside(words: Words, help: &[Help]) -> Markup {
    match (help, words.edition()) {
        ([], _) => html! {},
        (_, Edition::Child) => for_a_child(words, help),
        (_, Edition::Plain | Edition::EasyRead) => html! {
            section class="talk" aria-labelledby="talk" {
                h2 id="talk" { (words.say("talk-heading")) }
                ul class="plain" {
                    @for entry in help {
                        li {
                            @if let Some(number) = &entry.phone { (phone(number)) " " }
                            (words.say_with("talk-entry", &[("name", entry.name.as_str().into()), ("whom", entry.whom.as_str().into())]))
                            @if let Some(when) = &entry.when { " " (when) "." }
                        }
                    }
                }
            }
        },
    }
}

/// Said right after a question that may have stirred up something bad.
pub fn after_sensitive(words: Words, help: &[Help]) -> Markup {
    html! {
        div class="note" role="note" {
            p {
                (words.say("after-sensitive")) " "
                @if let Some((entry, number)) = help.iter().find_map(|one| Some((one, one.phone.as_ref()?))) {
                    (phone(number)) " " (entry.name) ". "
                }
                a href="#talk" { (words.say("talk-heading")) }
            }
        }
    }
}

fn for_a_child(words: Words, help: &[Help]) -> Markup {
    html! {
        section class="say talk" aria-labelledby="talk" {
            h2 id="talk" { (words.say("talk-heading")) }
            p { (words.say("talk-child")) }
            ul class="plain" {
                @for entry in help.iter().take(FOR_A_CHILD) {
                    li {
                        @if let Some(number) = &entry.phone { (phone(number)) " " }
                        b { (entry.name) }
                        @if let Some(when) = &entry.when { br; (when) }
                    }
                }
            }
        }
    }
}

/// Who to talk to, a card each.
pub fn cards(words: Words, help: &[Help]) -> Markup {
    html! {
        div class="grid" {
            @for entry in help {
                div class="card" {
                    h3 { (entry.name) }
                    p { (words.say_with("talk-for", &[("whom", entry.whom.as_str().into())])) @if let Some(when) = &entry.when { br; (when) "." } }
                    @if let Some(number) = &entry.phone { p { (phone(number)) } }
                    @if let Some(url) = entry.url.as_deref().filter(|url| url.starts_with("https://")) {
                        p { a href=(url) rel="noreferrer" { (url.trim_start_matches("https://").trim_start_matches("www.")) } }
                    }
                }
            }
        }
    }
}
