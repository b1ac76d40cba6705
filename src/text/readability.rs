//! The age at which somebody reads English text with ease, and which sentences are hardest to read.
//!
//! The formula is Flesch and Kincaid's grade (J. P. Kincaid and others, *Derivation of New Readability Formulas for
//! Navy Enlisted Personnel*, 1975), a school grade of the United States, and five years. It knows only how long
//! sentences are and how many syllables words have; on a few sentences it says little, so a whole edition is measured
//! together and the margin says how much hangs on which sentences there are. Leaves out other languages, for which it
//! was not made, and whether anybody understands: only trying it with people tells that.

use super::syllables::syllables;
use super::words::words;

/// Years from a grade to the age of those in it: the first grade is for ages six and seven.
const AGE_OF_GRADE_0: f64 = 5.0;
/// Words that a line needs to be a sentence: shorter ones, such as most options, tell of words but not of sentences.
const SHORTEST_SENTENCE: usize = 3;
/// Words under which a measure is rough: the formula was made from passages of a hundred words or more.
pub const FEW_WORDS: usize = 100;
/// A word of so many syllables is long.
const LONG_WORD: usize = 3;
const MOST_HARD_SENTENCES: usize = 3;

/// How hard some texts are to read, taken together.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// In years; 0 without any words. Below six it says no more than that the text is very simple.
    pub reading_age: f64,
    /// Years by which another choice of such sentences could differ: 1.96 standard errors by the jackknife, which leaves
    /// out each sentence in turn. Infinite with fewer than two sentences.
    pub margin: f64,
    pub words: usize,
    /// Sentences of at least three words.
    pub sentences: usize,
    /// The hardest sentences, the hardest first; at most three.
    pub hardest: Vec<HardSentence>,
}

/// A sentence that is hard beside the others.
#[derive(Debug, Clone, PartialEq)]
pub struct HardSentence {
    pub text: String,
    pub words: usize,
    /// By the same formula, for comparison with other sentences: of one alone it means little.
    pub reading_age: f64,
    /// Its words of three syllables or more, as written, each once.
    pub long_words: Vec<String>,
}

/// Sums over some sentences.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Counts {
    words: usize,
    syllables: usize,
    sentences: usize,
    /// Words that stand in sentences, and not in shorter lines.
    in_sentences: usize,
}

impl Counts {
    fn of(line: &str) -> Self {
        let words = words(line);
        let is_sentence = words.len() >= SHORTEST_SENTENCE;
        Self {
            words: words.len(),
            syllables: words.iter().map(|word| syllables(&word.folded())).sum(),
            sentences: usize::from(is_sentence),
            in_sentences: if is_sentence { words.len() } else { 0 },
        }
    }

    fn add(self, other: Self) -> Self {
        Self {
            words: self.words + other.words,
            syllables: self.syllables + other.syllables,
            sentences: self.sentences + other.sentences,
            in_sentences: self.in_sentences + other.in_sentences,
        }
    }

    fn without(self, part: Self) -> Self {
        Self {
            words: self.words - part.words,
            syllables: self.syllables - part.syllables,
            sentences: self.sentences - part.sentences,
            in_sentences: self.in_sentences - part.in_sentences,
        }
    }

    fn reading_age(self) -> Option<f64> {
        if self.words == 0 {
            return None;
        }
        let words_a_sentence = match self.sentences {
            0 => self.words as f64,
            sentences => self.in_sentences as f64 / sentences as f64,
        };
        Some(grade(words_a_sentence, self.syllables as f64 / self.words as f64) + AGE_OF_GRADE_0)
    }
}

/// Flesch and Kincaid's grade.
fn grade(words_a_sentence: f64, syllables_a_word: f64) -> f64 {
    0.39 * words_a_sentence + 11.8 * syllables_a_word - 15.59
}

/// Measures English texts together. Each text ends its last sentence, with a full stop or without.
pub fn measure(texts: &[&str]) -> Measure {
    let lines: Vec<(&str, Counts)> =
        texts.iter().flat_map(|text| sentences(text)).map(|line| (line, Counts::of(line))).collect();
    let all = lines.iter().fold(Counts::default(), |sum, (_, counts)| sum.add(*counts));
    let mut hard: Vec<(f64, &str, usize)> = lines
        .iter()
        // "20 to 25" is no sentence that could be made easier.
        .filter(|(_, counts)| counts.words > SHORTEST_SENTENCE)
        .filter_map(|(line, counts)| Some((counts.reading_age()?, *line, counts.words)))
        .collect();
    hard.sort_by(|a, b| b.0.total_cmp(&a.0));
    hard.dedup_by_key(|(_, line, _)| *line);
    let hardest = hard.into_iter().take(MOST_HARD_SENTENCES);
    Measure {
        reading_age: all.reading_age().unwrap_or(0.0),
        margin: margin(all, &lines),
        words: all.words,
        sentences: all.sentences,
        hardest: hardest
            .map(|(reading_age, line, words)| HardSentence {
                text: line.to_owned(),
                words,
                reading_age,
                long_words: long_words(line),
            })
            .collect(),
    }
}

fn margin(all: Counts, lines: &[(&str, Counts)]) -> f64 {
    let ages: Vec<f64> = lines.iter().filter_map(|(_, counts)| all.without(*counts).reading_age()).collect();
    let count = ages.len() as f64;
    if ages.len() < 2 || all.sentences < 2 {
        return f64::INFINITY;
    }
    let mean = ages.iter().sum::<f64>() / count;
    let squares: f64 = ages.iter().map(|age| (age - mean) * (age - mean)).sum();
    1.96 * ((count - 1.0) / count * squares).sqrt()
}

fn long_words(line: &str) -> Vec<String> {
    let mut long: Vec<String> = Vec::new();
    for word in words(line) {
        let is_number = word.surface.bytes().all(|byte| byte.is_ascii_digit());
        let is_new = !long.iter().any(|known| known == word.surface);
        if is_new && !is_number && syllables(&word.folded()) >= LONG_WORD {
            long.push(word.surface.to_owned());
        }
    }
    long
}

/// What ends in a full stop and is no end of a sentence, besides single letters (`e.g.`).
const SHORTENED: [&str; 9] = ["mr", "mrs", "ms", "dr", "st", "no", "eg", "ie", "vs"];

/// The sentences of a text, without the spaces around them: each ends at `.`, `?`, `!` or `…` before a space, at a line's
/// end, or at the end of the text.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let end = at + c.len_utf8();
        let closes = |c: char| matches!(c, '”' | '’' | '"' | ')' | '.' | '?' | '!');
        let before_space = text
            .get(end..)
            .is_some_and(|rest| rest.trim_start_matches(closes).chars().next().is_none_or(char::is_whitespace));
        let ends = match c {
            '\n' | '\r' => true,
            '?' | '!' | '…' => before_space,
            '.' => before_space && !is_shortened(text.get(start..at).unwrap_or_default()),
            _ => false,
        };
        if ends {
            // What closes a quotation belongs to the sentence it closes.
            let mut end = end;
            while let Some((next, close)) = chars.next_if(|(_, next)| c != '\n' && closes(*next)) {
                end = next + close.len_utf8();
            }
            found.push(text.get(start..end).unwrap_or_default().trim());
            start = end;
        }
    }
    found.push(text.get(start..).unwrap_or_default().trim());
    found.retain(|line| !line.is_empty());
    found
}

/// Whether a full stop after this shortens a word.
fn is_shortened(before: &str) -> bool {
    let word = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    let is_letter = word.chars().count() == 1 && word.chars().all(char::is_alphabetic) && word != "i";
    is_letter || SHORTENED.contains(&word.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_near(value: f64, expected: f64) -> bool {
        (value - expected).abs() < 0.05
    }

    #[test]
    fn published_examples_come_out_as_published() {
        // Wikipedia, "Flesch–Kincaid readability tests": 13 words and 24 syllables, grade 11.3.
        let platypus = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.";
        assert_eq!(Counts::of(platypus), Counts { words: 13, syllables: 24, sentences: 1, in_sentences: 13 });
        assert!(is_near(measure(&[platypus]).reading_age, 11.3 + 5.0));
        // The same article: "Green Eggs and Ham", 5.7 words a sentence, 1.02 syllables a word, grade −1.3; and the least
        // there can be, −3.4.
        assert!(is_near(grade(5.7, 1.02), -1.3));
        assert!(is_near(grade(1.0, 1.0), -3.4));
    }

    #[test]
    fn simple_words_in_short_sentences_are_read_younger() {
        let child = measure(&["What makes you feel safe? You can write a word or a lot."]);
        let officer =
            measure(&["Which strategic priorities should inform the commissioning of preventative services?"]);
        assert!(child.reading_age < 7.0, "{child:?}");
        assert!(officer.reading_age > 16.0, "{officer:?}");
        assert_eq!(officer.hardest[0].long_words[..2], ["strategic", "priorities"]);
    }

    #[test]
    fn the_hardest_sentence_comes_first_and_long_words_are_named() {
        let texts = ["Where do you live?", "We like it here. Tell the participating organisations about it."];
        let measured = measure(&texts);
        assert_eq!((measured.sentences, measured.words), (3, 14));
        assert_eq!(measured.hardest[0].text, "Tell the participating organisations about it.");
        assert_eq!(measured.hardest[0].long_words, ["participating", "organisations"]);
        assert_eq!(measured.hardest.len(), 3);
    }

    #[test]
    fn options_tell_of_words_and_not_of_sentences() {
        let question = "How much do you like the place where you live now?";
        let short = measure(&[question, "A lot", "A bit", "Not much"]);
        assert_eq!((short.sentences, short.words), (1, 17));
        assert!(is_near(short.reading_age, grade(11.0, 1.0) + AGE_OF_GRADE_0), "{short:?}");
    }

    #[test]
    fn sentences_end_where_readers_end_them() {
        for (text, expected) in [
            ("One here. Two here? “Three here!” Four", vec!["One here.", "Two here?", "“Three here!”", "Four"]),
            ("At 4.30pm, e.g. in school, ask Mr. Hill.", vec!["At 4.30pm, e.g. in school, ask Mr. Hill."]),
            ("Wait... What?!", vec!["Wait...", "What?!"]),
            ("A line\r\nand one more\n", vec!["A line", "and one more"]),
            ("It is you and I. Go on.", vec!["It is you and I.", "Go on."]),
            ("", vec![]),
        ] {
            assert_eq!(sentences(text), expected, "{text}");
        }
    }

    #[test]
    fn the_margin_narrows_with_more_sentences_and_nothing_is_measured_of_nothing() {
        let some = ["Where do you live?", "What would make the county a better place for families?", "Tell us more."];
        let more: Vec<&str> = some.iter().cycle().take(30).copied().collect();
        assert!(measure(&more).margin < measure(&some).margin / 2.0);
        assert_eq!(measure(&some[..1]).margin, f64::INFINITY);
        let nothing = measure(&["", " … "]);
        assert_eq!((nothing.reading_age, nothing.words, nothing.hardest.len()), (0.0, 0, 0));
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_measured(text in "\\PC{0,200}") {
            let measured = measure(&[&text]);
            proptest::prop_assert!(measured.reading_age.is_finite());
        }
    }
}
