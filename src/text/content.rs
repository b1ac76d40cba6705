//! Answers that hold nothing to code: empty, or only saying that there is nothing to say.
//!
//! They are set aside and counted, never dropped: how many had nothing to say is itself a finding.
//! Leaves out answers in words we cannot place (`themes`).

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::{Word, words};

/// Whether an answer has something to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Content {
    /// No letter and no digit: blank, or only punctuation.
    Empty,
    /// Only says that there is nothing to say, or that the person does not know.
    Nothing,
    /// Something to read. Emoji count: they were meant.
    Something,
}

/// Whole answers, folded, that say there is nothing to say, once fillers are taken out.
const NOTHING: &[&str] = &[
    "nothing",
    "none",
    "no",
    "nope",
    "nah",
    "nil",
    "na",
    "n a",
    "not applicable",
    "non applicable",
    "not sure",
    "unsure",
    "no idea",
    "no comment",
    "no comments",
    "no answer",
    "no opinion",
    "no thoughts",
    "dont know",
    "do not know",
    "dk",
    "idk",
    "dunno",
    "i dont know",
    "i do not know",
    "i dunno",
    "i have no idea",
    "ive no idea",
    "not a clue",
    "no clue",
    "i havent a clue",
    "havent a clue",
    "nothing comes to mind",
    "nothing springs to mind",
    "nothing i can think of",
    "nothing that i can think of",
    "none i can think of",
    "none that i can think of",
    "cant think of anything",
    "i cant think of anything",
    "cant think",
    "i cant think",
    "cant think of any",
    "nothing to add",
    "nothing more to add",
    "nothing else to add",
    "nothing else",
    "nothing more",
    "no more",
    "nothing to say",
    "i have nothing to say",
    "nothing at all",
    "nothing specific",
    "nothing in particular",
    "nothing particular",
    "not much",
    "no changes",
    "no suggestions",
    "no suggestion",
    "none needed",
    "no improvement",
    "no improvements",
    "nothing needed",
    "prefer not to say",
    "id rather not say",
    "rather not say",
    "no thanks",
    "no thank you",
    "no reply",
    "pass",
    "skip",
    "blank",
    "test",
    "testing",
    "yes",
    "yep",
    "yeah",
    "y",
    "n",
    "x",
    "xx",
    "xxx",
    "same",
    "same again",
    "as above",
    "see above",
    "same as above",
    "ditto",
    "lol",
    "haha",
    "hahaha",
    "asdf",
    "asdfgh",
    "qwerty",
    "blah",
    "blah blah",
    "blah blah blah",
    "whatever",
    "dont care",
    "i dont care",
    "dont mind",
    "i dont mind",
    "no preference",
    "no change",
    "dim byd",
    "dim",
    "dim syniad",
    "nic",
    "nie wiem",
    "nimic",
    "nu stiu",
    "nada",
    "nao sei",
    "non",
    "rien",
    "nichts",
];

/// Words that change nothing in such an answer.
const FILLERS: &[&str] =
    &["really", "sorry", "honestly", "um", "umm", "er", "erm", "hmm", "well", "currently", "tbh", "please"];

static NOTHING_SET: LazyLock<FxHashSet<&str>> = LazyLock::new(|| NOTHING.iter().copied().collect());

/// The longest answer, in words, that can say nothing.
const LONGEST: usize = 9;

/// Whether `text` has something to say.
pub fn content_of(text: &str) -> Content {
    if !text.chars().any(char::is_alphanumeric) {
        return match text.chars().any(is_pictorial) {
            true => Content::Something,
            false => Content::Empty,
        };
    }
    if text.len() > 200 {
        return Content::Something;
    }
    let all: Vec<String> = words(text).iter().map(Word::folded).collect();
    if all.len() > LONGEST {
        return Content::Something;
    }
    let said: Vec<&str> = all.iter().map(String::as_str).filter(|word| !FILLERS.contains(word)).collect();
    match said.is_empty() || NOTHING_SET.contains(said.join(" ").as_str()) {
        true if text.chars().any(is_pictorial) && said.is_empty() => Content::Something,
        true => Content::Nothing,
        false => Content::Something,
    }
}

/// Whether a character is a picture rather than punctuation: emoji and the symbols around them.
fn is_pictorial(c: char) -> bool {
    matches!(c as u32, 0x2600..=0x27BF | 0x1F000..=0x1FAFF | 0x2B50)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_and_punctuation_are_empty() {
        for text in ["", " \n", ".", "-", "???", "…"] {
            assert_eq!(content_of(text), Content::Empty, "{text:?}");
        }
    }

    #[test]
    fn ways_of_saying_nothing_are_nothing() {
        for text in
            ["Nothing", "N/A", "n/a.", "Don't know", "don’t know!!", "no", "IDK", "Not sure really", "Nothing, sorry"]
        {
            assert_eq!(content_of(text), Content::Nothing, "{text:?}");
        }
    }

    #[test]
    fn an_answer_that_only_begins_so_has_something_to_say() {
        for text in ["Nothing to do in our village", "No buses", "I don't know anyone here", "😀", "不错", "good"] {
            assert_eq!(content_of(text), Content::Something, "{text:?}");
        }
    }
}
