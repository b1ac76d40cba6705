//! The sentences that every chart shares: bases, themes by name, lists.

use crate::breakdown::Count;
use crate::breakdown::reading::grouped;

/// How many people, as a sentence counts them: `about 85 people`.
pub(super) fn people(count: Count) -> String {
    match count {
        Count::Shown(number) => format!("about {} people", grouped(number)),
        Count::Hidden => "a number of people that is kept private".to_owned(),
    }
}

/// A name in quotation marks, so that a theme is told from the sentence around it.
pub(super) fn quoted(name: &str) -> String {
    format!("“{name}”")
}

/// With a capital letter first.
pub(super) fn capital(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}
