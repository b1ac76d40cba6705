//! Spelling as it comes: words nobody knows are read as the known word they were most likely meant to be.
//!
//! A child's "freinds" and "techer" should count where "friends" and "teacher" do. A word that is known stays
//! as it is, however unlikely; an unknown one becomes the known word that is one slip away (two for long
//! words), the most usual of equals; the ways children write by ear stand in a list. Only for reading: what a
//! person wrote is stored and shown as they wrote it. Leaves out languages other than English.

use rustc_hash::FxHashMap;

/// Shorter words have too many neighbours to be guessed.
const SHORTEST: usize = 5;

/// Words this long may have two slips.
const LONG: usize = 8;

/// Written by ear or in a hurry, further from the word than a slip.
const BY_EAR: &[(&str, &str)] = &[
    ("skool", "school"),
    ("scool", "school"),
    ("shcool", "school"),
    ("skl", "school"),
    ("coledge", "college"),
    ("nite", "night"),
    ("nites", "nights"),
    ("thru", "through"),
    ("cos", "because"),
    ("coz", "because"),
    ("cuz", "because"),
    ("bcos", "because"),
    ("bcoz", "because"),
    ("becos", "because"),
    ("becoz", "because"),
    ("wiv", "with"),
    ("nuffin", "nothing"),
    ("nuthing", "nothing"),
    ("sumfin", "something"),
    ("sumthing", "something"),
    ("evryfing", "everything"),
    ("wen", "when"),
    ("wot", "what"),
    ("wher", "where"),
    ("thay", "they"),
    ("ppl", "people"),
    ("pepol", "people"),
    ("peopel", "people"),
    ("freind", "friend"),
    ("frend", "friend"),
    ("frends", "friends"),
    ("m8s", "mates"),
    ("bestie", "best friend"),
    ("fone", "phone"),
    ("fones", "phones"),
    ("foto", "photo"),
    ("footy", "football"),
    ("footie", "football"),
    ("fotball", "football"),
    ("futball", "football"),
    ("swiming", "swimming"),
    ("swimin", "swimming"),
    ("shoping", "shopping"),
    ("runing", "running"),
    ("bullyed", "bullied"),
    ("bulled", "bullied"),
    ("bulling", "bullying"),
    ("bulliying", "bullying"),
    ("bullys", "bullies"),
    ("buly", "bully"),
    ("nasy", "nasty"),
    ("hostpital", "hospital"),
    ("hospitle", "hospital"),
    ("docter", "doctor"),
    ("denist", "dentist"),
    ("dentits", "dentist"),
    ("libary", "library"),
    ("libry", "library"),
    ("librey", "library"),
    ("mony", "money"),
    ("munny", "money"),
    ("rubish", "rubbish"),
    ("peple", "people"),
    ("famly", "family"),
    ("famerly", "family"),
    ("bruther", "brother"),
    ("muvver", "mother"),
    ("sista", "sister"),
    ("anxity", "anxiety"),
    ("anxius", "anxious"),
    ("depresed", "depressed"),
    ("lonley", "lonely"),
    ("stresed", "stressed"),
    ("woried", "worried"),
    ("wory", "worry"),
    ("scarry", "scary"),
    ("safty", "safety"),
    ("exersise", "exercise"),
    ("helthy", "healthy"),
    ("enviroment", "environment"),
    ("goverment", "government"),
    ("enuff", "enough"),
    ("enuf", "enough"),
    ("plaground", "playground"),
    ("playgrownd", "playground"),
    ("trampolin", "trampoline"),
    ("bussis", "buses"),
    ("expencive", "expensive"),
    ("expesive", "expensive"),
    ("definately", "definitely"),
    ("vapeing", "vaping"),
    ("homwork", "homework"),
    ("homewrk", "homework"),
    ("teecher", "teacher"),
    ("teechers", "teachers"),
    ("lern", "learn"),
    ("lerning", "learning"),
    ("dinna", "dinner"),
    ("holerday", "holiday"),
];

/// Words that are known, and how usual each is.
#[derive(Debug, Clone, Default)]
pub struct Spelling {
    usual: FxHashMap<String, u32>,
    /// What is left of each usual word when one letter is taken out, and the words it is left of.
    near: FxHashMap<String, Vec<String>>,
}

impl Spelling {
    /// Guesses among these words (folded); a word that comes more often is preferred.
    pub fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut usual: FxHashMap<String, u32> = FxHashMap::default();
        for word in words.filter(|word| word.bytes().all(|byte| byte.is_ascii_lowercase())) {
            *usual.entry(word.to_owned()).or_default() += 1;
        }
        let mut near: FxHashMap<String, Vec<String>> = FxHashMap::default();
        let mut known: Vec<&String> = usual.keys().filter(|word| word.len() + 1 >= SHORTEST).collect();
        known.sort_unstable();
        for word in known {
            for left in without_one(word).chain([word.clone()]) {
                near.entry(left).or_default().push(word.clone());
            }
        }
        Self { usual, near }
    }

    /// The word (folded) that was most likely meant, where it is not the word itself. `is_known` says whether
    /// it is a word in its own right.
    pub fn meant(&self, word: &str, is_known: impl Fn(&str) -> bool) -> Option<&str> {
        if let Some((_, meant)) = BY_EAR.iter().find(|(written, _)| *written == word) {
            return Some(meant).copied();
        }
        let is_plain = word.bytes().all(|byte| byte.is_ascii_lowercase());
        if word.len() < SHORTEST || !is_plain || self.usual.contains_key(word) || is_known(word) {
            return None;
        }
        let most = if word.len() >= LONG { 2 } else { 1 };
        let keys = without_one(word).chain([word.to_owned()]);
        let candidates = keys.filter_map(|key| self.near.get(&key)).flatten();
        let judged = candidates.filter_map(|candidate| {
            let slips = slips(word, candidate, most)?;
            let is_other_start = word.chars().next() != candidate.chars().next();
            Some((slips + usize::from(is_other_start), candidate))
        });
        let usual = |candidate: &String| std::cmp::Reverse(self.usual.get(candidate).copied());
        let best = judged.filter(|(slips, _)| *slips <= most);
        best.min_by_key(|(slips, candidate)| (*slips, usual(candidate), *candidate)).map(|(_, it)| it.as_str())
    }
}

/// The word with each letter taken out in turn.
fn without_one(word: &str) -> impl Iterator<Item = String> + '_ {
    word.char_indices().map(|(at, letter)| {
        let mut left = String::with_capacity(word.len());
        left.push_str(&word[..at]);
        left.push_str(&word[at + letter.len_utf8()..]);
        left
    })
}

/// How many slips (a letter more, less, other, or two swapped) part two words; `None` when more than `most`.
/// Optimal string alignment over a band.
fn slips(left: &str, right: &str, most: usize) -> Option<usize> {
    let (left, right) = (left.as_bytes(), right.as_bytes());
    if left.len().abs_diff(right.len()) > most {
        return None;
    }
    let mut rows: Vec<Vec<usize>> = vec![(0..=right.len()).collect()];
    for (i, a) in left.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in right.iter().enumerate() {
            let above = rows[i][j + 1] + 1;
            let mut least = above.min(row[j] + 1).min(rows[i][j] + usize::from(a != b));
            if i > 0 && j > 0 && *a == right[j - 1] && left[i - 1] == *b {
                least = least.min(rows[i - 1][j - 1] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    Some(rows[left.len()][right.len()]).filter(|&slips| slips <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meant(word: &str) -> Option<String> {
        let spelling =
            Spelling::of(["friends", "friends", "teacher", "swimming", "park", "because", "beach"].into_iter());
        spelling.meant(word, |word| word == "teaches").map(str::to_owned)
    }

    #[test]
    fn a_slip_is_mended_and_a_word_in_its_own_right_is_not() {
        assert_eq!(meant("freinds").as_deref(), Some("friends"));
        assert_eq!(meant("techer").as_deref(), Some("teacher"));
        assert_eq!(meant("becuase").as_deref(), Some("because"));
        assert_eq!(meant("teaches"), None);
        assert_eq!(meant("friends"), None);
    }

    #[test]
    fn what_children_write_by_ear_is_known() {
        assert_eq!(meant("skool").as_deref(), Some("school"));
        assert_eq!(meant("wiv").as_deref(), Some("with"));
    }

    #[test]
    fn short_words_and_far_ones_are_left() {
        assert_eq!(meant("prk"), None);
        assert_eq!(meant("elephant"), None);
        assert_eq!(meant("bench"), Some("beach".into()));
    }
}
