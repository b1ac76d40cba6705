//! What an answer waves aside: "not bothered about buses", "no problem with the school".
//!
//! Negation seldom changes what an answer is about: "no buses" and "not bullied any more" are about buses and
//! bullying, and people code them so. Only where somebody says that a thing is no matter to them is it not what
//! they speak of. Leaves out whether something is praised or complained of.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

use super::pattern::pattern;

static DISMISSED: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?ix)
        \b(?:
            (?:not|never|isn.?t|aren.?t|wasn.?t) \s+ (?:really\s+|that\s+|too\s+|so\s+|particularly\s+)?
                (?:bothered|fussed|worried|concerned|interested) \s+ (?:about|by|in|with)
            | (?:don.?t|do\s+not|doesn.?t|couldn.?t|could\s+not) \s+ (?:really\s+|much\s+)? (?:care|mind) (?:\s+less)? (?:\s+about)?
            | (?:no|never\s+(?:had\s+)?any|not\s+had\s+any|without\s+any) \s+ (?:real\s+)?
                (?:problems?|trouble|issues?|complaints?|worries) \s+ (?:with|about)
            | nothing \s+ (?:wrong|the\s+matter) \s+ with
            | nothing \s+ to \s+ do \s+ with
            | (?:it.?s|it\s+is|this\s+is|that.?s|that\s+is) \s+ not \s+ (?:about|because\s+of|to\s+do\s+with)
            | never \s+ mind (?:\s+the)?
            | forget \s+ (?:about\s+)? the
        )
        [^.,;!?\n]*?
        (?: $ | [.,;!?\n] | \b(?:but|because|it.?s\s+the|just|only|what|we|i)\b )",
    )
});

/// The stretches of `text` (in bytes) that say something is no matter, in order.
pub fn dismissed(text: &str) -> Vec<Range<usize>> {
    DISMISSED.find_iter(text).map(|found| found.range()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        dismissed(text).into_iter().map(|range| &text[range]).collect()
    }

    #[test]
    fn what_is_no_matter_ends_where_the_matter_begins() {
        assert_eq!(parts("I'm not bothered about the buses, it's the trains"), ["not bothered about the buses,"]);
        assert_eq!(parts("no problem with school but home is hard"), ["no problem with school but"]);
        assert_eq!(parts("Don’t care about Brexit. Care about my nan"), ["Don’t care about Brexit."]);
    }

    #[test]
    fn saying_no_is_not_waving_aside() {
        for text in ["no buses", "I used to be bullied but not any more", "not enough parks", "nobody cares about us"] {
            assert!(parts(text).is_empty(), "{text}");
        }
    }
}
