//! What officers type into the editor's fields, read into what the format holds.

use crate::survey::format::{ConditionFile, QuestionFile};
use crate::survey::is_key;
use crate::web::PageError;

use super::bench::unfit;

/// The most letters of a key that is made from words.
const LONGEST_MADE: usize = 40;

/// Words without blanks around them and with plain line ends.
pub fn clean(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n").trim().to_owned()
}

/// The same, or nothing where nothing was said.
pub fn optional(text: &str) -> Option<String> {
    Some(clean(text)).filter(|text| !text.is_empty())
}

/// A key made from words: `Very useful!` becomes `very-useful`. Empty where they have no plain letter or digit.
pub fn key_from(words: &str) -> String {
    let mut key = String::new();
    for letter in words.to_lowercase().chars() {
        match letter {
            'a'..='z' | '0'..='9' => key.push(letter),
            '’' | '\'' => {}
            _ if !key.is_empty() && !key.ends_with('-') => key.push('-'),
            _ => {}
        }
        if key.len() >= LONGEST_MADE {
            break;
        }
    }
    key.trim_end_matches('-').to_owned()
}

/// A key that none of these is: `key`, or `key-2` and on.
pub fn free_key(key: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut numbered = (2..).map(|number: u32| format!("{key}-{number}"));
    if is_taken(key) { numbered.find(|key| !is_taken(key)).unwrap_or_default() } else { key.to_owned() }
}

/// Lines of options: `key | words`, or one of the two. Words of their own are given where there are some.
pub fn option_lines(text: &str) -> Result<Vec<(String, Option<String>)>, PageError> {
    let mut options: Vec<(String, Option<String>)> = Vec::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (key, words) = match line.split_once('|') {
            Some((key, words)) => (key.trim().to_owned(), optional(words)),
            None if is_key(line) => (line.to_owned(), None),
            None => (free_key(&key_from(line), |key| options.iter().any(|(known, _)| known == key)), optional(line)),
        };
        if !is_key(&key) && crate::survey::band(&key).is_none() {
            let remedy =
                "write a short name of lower-case letters, digits and hyphens before the words, with | between";
            return Err(unfit(&format!("“{line}”: {remedy}.")));
        }
        options.push((key, words));
    }
    Ok(options)
}

/// A whole number, or nothing where the field is empty.
pub fn number<T: std::str::FromStr>(label: &str, text: &str) -> Result<Option<T>, PageError> {
    let text = text.trim();
    if text.is_empty() {
        return Ok(None);
    }
    text.parse().map(Some).map_err(|_| unfit(&format!("{label}: “{text}” is not a whole number that fits.")))
}

/// A condition as it is written in its field.
pub fn condition_text(condition: &ConditionFile) -> String {
    match (condition.answered, condition.least, condition.most) {
        (true, ..) => "answered".to_owned(),
        (_, Some(least), Some(most)) => format!("{least} to {most}"),
        (_, Some(least), None) => format!("{least} or more"),
        (_, None, Some(most)) => format!("up to {most}"),
        _ => condition.any.join(", "),
    }
}

/// The condition that a field means, for an earlier question.
pub fn condition(earlier: &QuestionFile, text: &str) -> Result<ConditionFile, PageError> {
    let text = text.trim();
    let named = ConditionFile { question: earlier.key.clone(), ..ConditionFile::default() };
    if text.eq_ignore_ascii_case("answered") {
        return Ok(ConditionFile { answered: true, ..named });
    }
    if earlier.kind == "number" {
        let (least, most) = if let Some(least) = text.strip_suffix("or more") {
            (number("The number", least)?, None)
        } else if let Some(most) = text.strip_prefix("up to") {
            (None, number("The number", most)?)
        } else if let Some((least, most)) = text.split_once("to") {
            (number("The number", least)?, number("The number", most)?)
        } else {
            let only = number("The number", text)?;
            (only, only)
        };
        return Ok(ConditionFile { least, most, ..named });
    }
    let any = text.split(',').filter_map(optional).collect();
    Ok(ConditionFile { any, ..named })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_made_from_words_and_differs_from_those_there() {
        assert_eq!(key_from("  Very useful! (I’m sure)"), "very-useful-im-sure");
        assert_eq!(key_from("پارک"), "");
        assert_eq!(free_key("a", |key| ["a", "a-2"].contains(&key)), "a-3");
    }

    #[test]
    fn options_are_read_from_words_keys_or_both() {
        let read = option_lines("yes | Yes, I did\r\nno\n\nI’m not sure\n8-11 | 8 to 11").unwrap();
        let expected = [
            ("yes", Some("Yes, I did")),
            ("no", None),
            ("im-not-sure", Some("I’m not sure")),
            ("8-11", Some("8 to 11")),
        ];
        assert_eq!(read, expected.map(|(key, words)| (key.to_owned(), words.map(str::to_owned))));
        assert!(option_lines("Yes! | Yes").is_err() && option_lines("ہاں").is_err());
    }

    #[test]
    fn a_condition_is_read_as_it_is_written() {
        let earlier = |kind: &str| QuestionFile { key: "q".into(), kind: kind.into(), ..QuestionFile::default() };
        for (kind, text) in [
            ("one-of", "yes, not-sure"),
            ("long-text", "answered"),
            ("number", "10 to 20"),
            ("number", "3 or more"),
            ("number", "up to 5"),
        ] {
            assert_eq!(condition_text(&condition(&earlier(kind), text).unwrap()), text);
        }
        assert!(condition(&earlier("number"), "many").is_err());
    }
}
