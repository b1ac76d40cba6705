//! Who to talk to: on every page of a consultation, in the order its survey gives.

use maud::{Markup, html};

use crate::pages::Words;
use crate::pages::words::is_right_to_left;
use crate::survey::{Edition, SaidHelp};

/// How many of the first entries the child's edition shows; the rest are one link away.
const FOR_A_CHILD: usize = 2;

/// A number to ring, as a link where it can be one.
pub fn phone(number: &str) -> Markup {
    let digits: String = number.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
    html! { a class="tel" href={ "tel:" (digits) } { (number) } }
}

/// Who to talk to beside a question.
pub fn beside(words: Words, help: &[SaidHelp]) -> Markup {
    match (help, words.edition()) {
        ([], _) => html! {},
        (_, Edition::Child) => for_a_child(words, help),
        (_, Edition::Plain | Edition::EasyRead) => html! {
            section class="talk" aria-labelledby="talk" {
                h2 id="talk" { (words.say("talk-heading")) }
                ul class="plain" {
                    @for entry in help {
                        @let (own, lang, dir) = speech(words, entry);
                        li lang=[lang] dir=[dir] {
                            @if let Some(number) = &entry.phone { (phone(number)) " " }
                            (own.say_with("talk-entry", &[("name", entry.name.as_str().into()), ("whom", entry.whom.as_str().into())]))
                            @if let Some(when) = &entry.when { " " (when) (stop(own)) }
                        }
                    }
                }
            }
        },
    }
}

/// The words to put an entry in, and its language and direction where they are not those of the page: a sentence is in
/// one language from end to end.
fn speech(words: Words, entry: &SaidHelp) -> (Words, Option<&str>, Option<&'static str>) {
    let own = entry.language.as_str();
    if own == words.lang() {
        return (words, None, None);
    }
    let dir = if is_right_to_left(own) { "rtl" } else { "ltr" };
    (Words::of(own, words.edition()), Some(own), Some(dir))
}

/// The mark that ends a sentence.
fn stop(words: Words) -> &'static str {
    if words.lang() == "ur" { "۔" } else { "." }
}

/// Said right after a question that may have stirred up something bad.
pub fn after_sensitive(words: Words, help: &[SaidHelp]) -> Markup {
    html! {
        div class="note" role="note" {
            p {
                (words.say("after-sensitive")) " "
                @if let Some((entry, number)) = help.iter().find_map(|one| Some((one, one.phone.as_ref()?))) {
                    @let (_, lang, _) = speech(words, entry);
                    (phone(number)) " " bdi lang=[lang] { (entry.name) } ". "
                }
                a href="#talk" { (words.say("talk-heading")) }
            }
        }
    }
}

fn for_a_child(words: Words, help: &[SaidHelp]) -> Markup {
    html! {
        section class="say talk" aria-labelledby="talk" {
            h2 id="talk" { (words.say("talk-heading")) }
            p { (words.say("talk-child")) }
            ul class="plain" {
                @for entry in help.iter().take(FOR_A_CHILD) {
                    @let (_, lang, dir) = speech(words, entry);
                    li lang=[lang] dir=[dir] {
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
pub fn cards(words: Words, help: &[SaidHelp]) -> Markup {
    html! {
        div class="grid" {
            @for entry in help {
                @let (own, lang, dir) = speech(words, entry);
                div class="card" lang=[lang] dir=[dir] {
                    h3 { (entry.name) }
                    p { (own.say_with("talk-for", &[("whom", entry.whom.as_str().into())])) @if let Some(when) = &entry.when { br; (when) (stop(own)) } }
                    @if let Some(number) = &entry.phone { p { (phone(number)) } }
                    @if let Some(url) = entry.url.as_deref().filter(|url| url.starts_with("https://")) {
                        p { a href=(url) rel="noreferrer" { (url.trim_start_matches("https://").trim_start_matches("www.")) } }
                    }
                }
            }
        }
    }
}
