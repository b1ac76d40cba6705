//! What the pages of someone answering say of their own, in the language and the edition they read.
//!
//! The words are in the `.ftl` files beside this, one a language, in the notation of Project Fluent. They are
//! inside the program and read once. Leaves out the words of a survey, which come with it, and officers' pages,
//! which are in English and say theirs in code.

#[cfg(test)]
mod afterwards;
#[cfg(test)]
mod of_plans;
#[cfg(test)]
mod on_pages;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod voting;

use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use jiff::civil::Date;
use maud::{Markup, PreEscaped, Render};

use crate::survey::Edition;

/// Marks that set a part of a sentence apart from the direction of the rest.
const ISOLATES: [char; 2] = ['\u{2068}', '\u{2069}'];

/// The languages that pages speak, as ISO 639-1 codes, in the order they are offered.
pub const LANGUAGES: [&str; 5] = ["en", "cy", "pl", "ro", "ur"];

/// The files in the order of [`LANGUAGES`].
const FILES: [&str; 5] = [
    include_str!("en.ftl"),
    include_str!("cy.ftl"),
    include_str!("pl.ftl"),
    include_str!("ro.ftl"),
    include_str!("ur.ftl"),
];

/// The languages that are written from right to left, of those Heard may meet.
const RIGHT_TO_LEFT: [&str; 10] = ["ar", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ur", "yi"];

/// How the child's edition says a message: this attribute of it, where it has one.
const CHILD: &str = "child";

/// Stands where a part of a sentence is markup, while Fluent puts the sentence together. In no file, by a test.
const FIRST_PART: u32 = 0xE000;

type Bundle = FluentBundle<FluentResource>;

static BUNDLES: LazyLock<[Bundle; 5]> =
    LazyLock::new(|| std::array::from_fn(|at| read(LANGUAGES[at], FILES[at].to_owned())));

/// A language and an edition of it, to say things in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Words {
    /// The place among [`LANGUAGES`].
    language: usize,
    edition: Edition,
}

/// What stands at a named place of a message: text, or a number that the message may inflect words by.
pub type Given<'a> = (&'a str, FluentValue<'a>);

impl Words {
    /// The words in a language; in English where pages do not speak it. A region as in `en-GB` is passed over.
    pub fn of(language: &str, edition: Edition) -> Self {
        let code = language.split('-').next().unwrap_or_default();
        let language = LANGUAGES.iter().position(|known| *known == code).unwrap_or(0);
        Self { language, edition }
    }

    /// The plain edition in English.
    pub fn english() -> Self {
        Self { language: 0, edition: Edition::Plain }
    }

    /// The code of the language that is spoken, such as `ur`.
    pub fn lang(self) -> &'static str {
        LANGUAGES[self.language]
    }

    /// The same language in another edition.
    pub fn in_edition(self, edition: Edition) -> Self {
        Self { edition, ..self }
    }

    /// Which edition is spoken.
    pub fn edition(self) -> Edition {
        self.edition
    }

    /// A message that has no named places. One that the language lacks is said in English.
    pub fn say(self, key: &str) -> &'static str {
        match self.write(key, None) {
            Cow::Borrowed(text) => text,
            // Only a message with named places is put together; a test holds that none is said like this.
            Cow::Owned(text) => {
                debug_assert!(text.is_empty(), "{key} has named places, or there is no such message");
                ""
            }
        }
    }

    /// A message with something at its named places. Numbers are grouped as the language groups them.
    pub fn say_with(self, key: &str, given: &[Given<'_>]) -> String {
        let said = self.write(key, Some(&given.iter().cloned().collect())).into_owned();
        // A Polish day ends with the stop of a short form, which ends a sentence too.
        if self.lang() == "pl" { said.replace(" r..", " r.") } else { said }
    }

    /// A number that is written with a decimal point, or a share of one, as the language writes it.
    pub fn decimals(self, number: &str) -> String {
        if matches!(self.lang(), "pl" | "ro") { number.replace('.', ",") } else { number.to_owned() }
    }

    /// Things one after the other, apart by the comma of the language.
    pub fn listed<T: AsRef<str>>(self, things: &[T]) -> String {
        let comma = if self.lang() == "ur" { "، " } else { ", " };
        things.iter().map(AsRef::as_ref).collect::<Vec<_>>().join(comma)
    }

    /// A message with markup at its named places, as a link inside a sentence.
    pub fn rich(self, key: &str, parts: &[(&str, Markup)]) -> Markup {
        let mark = |at: usize| char::from_u32(FIRST_PART + at as u32).unwrap_or_default();
        let given: FluentArgs<'_> =
            parts.iter().enumerate().map(|(at, (name, _))| (*name, FluentValue::from(mark(at).to_string()))).collect();
        let mut markup = self.write(key, Some(&given)).as_ref().render().into_string();
        for (at, (_, part)) in parts.iter().enumerate() {
            markup = markup.replace(mark(at), &part.0);
        }
        PreEscaped(markup)
    }

    /// What somebody wrote in English, marked so where the page is in another language.
    pub fn theirs(self, text: &str) -> Markup {
        if self.language == 0 {
            maud::html! { (text) }
        } else {
            maud::html! { span lang="en" dir="ltr" { (text) } }
        }
    }

    /// A day without its name, for example `19 December 2026`.
    pub fn short_day(self, date: Date) -> String {
        format!("{} {} {}", date.day(), self.say(&format!("month-{}", date.month())), date.year())
    }

    /// A day with its name, for example `Saturday 19 December 2026`.
    pub fn day(self, date: Date) -> String {
        let weekday = self.say(&format!("weekday-{}", date.weekday().to_monday_one_offset()));
        let month = self.say(&format!("month-{}", date.month()));
        let given = [
            ("weekday", weekday.into()),
            ("day", date.day().to_string().into()),
            ("month", month.into()),
            // As text: a year is not grouped as a number of things is.
            ("year", date.year().to_string().into()),
        ];
        // Set apart one by one, these would be put in the order of numbers from left to right in Urdu. They are our own
        // words and digits and need no setting apart.
        self.say_with("date", &given).replace(ISOLATES, "")
    }

    fn write(self, key: &str, given: Option<&FluentArgs<'_>>) -> Cow<'static, str> {
        let languages = [self.language, 0];
        let found = languages.iter().find_map(|language| find(&BUNDLES[*language], key, self.edition, given));
        debug_assert!(found.is_some(), "no message is called {key}");
        found.unwrap_or_else(|| Cow::Owned(key.to_owned()))
    }
}

/// Whether a language is written from right to left.
pub fn is_right_to_left(language: &str) -> bool {
    RIGHT_TO_LEFT.contains(&language.split('-').next().unwrap_or_default())
}

/// How a language calls itself; its code where pages do not speak it.
pub fn own_name(language: &str) -> &str {
    match LANGUAGES.contains(&language) {
        true => Words::of(language, Edition::Plain).say("language-name"),
        false => language,
    }
}

fn find(
    bundle: &'static Bundle,
    key: &str,
    edition: Edition,
    given: Option<&FluentArgs<'_>>,
) -> Option<Cow<'static, str>> {
    let message = bundle.get_message(key)?;
    let childs = (edition == Edition::Child).then(|| message.get_attribute(CHILD)).flatten();
    let pattern = childs.map_or_else(|| message.value(), |attribute| Some(attribute.value()))?;
    // What cannot be put in shows as its name; a test holds that every language has the same places.
    Some(bundle.format_pattern(pattern, given, &mut Vec::new()))
}

/// Reads a file. A broken message is left out and said in English; a test holds that there is none.
fn read(language: &str, file: String) -> Bundle {
    let mut bundle = Bundle::new_concurrent(language.parse().into_iter().collect());
    let resource = FluentResource::try_new(file).unwrap_or_else(|(whole, _)| whole);
    bundle.add_resource_overriding(resource);
    // Marks around what is put in keep Latin names and numbers in order among letters from right to left.
    bundle.set_use_isolating(is_right_to_left(language));
    bundle.set_formatter(Some(match language {
        "pl" => |value, _| group(value, '\u{a0}', 5),
        "ro" => |value, _| group(value, '.', 5),
        _ => |value, _| group(value, ',', 4),
    }));
    bundle
}

/// A whole number of at least so many digits with a separator between thousands.
fn group(value: &FluentValue<'_>, separator: char, least: usize) -> Option<String> {
    let FluentValue::Number(number) = value else { return None };
    let digits = number.as_string();
    if digits.len() < least || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let mut grouped = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    Some(grouped)
}
