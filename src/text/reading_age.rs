//! The reading age of every edition of a survey, beside the age it is meant for.
//!
//! An edition is all that one perspective reads in one language: how it is chosen, questions, hints, options. The start
//! page, which everyone reads, is measured by itself. Leaves out the formula (`text::readability`), and other languages
//! than English, for which it was not made.

use std::fmt;

use super::readability::{FEW_WORDS, Measure, measure};
use crate::finding::Finding;
use crate::survey::{Consultation, ConsultationWords, Edition, Language, OptionWords, Reader, Worded};

/// The reading ages aimed at, in years, where a survey names none.
const TARGET: u8 = 9;
/// The same for a child's edition.
pub const TARGET_OF_CHILDREN: u8 = 7;
const TARGET_OF_EASY_READ: u8 = 8;

/// One edition, and how hard it is to read.
#[derive(Debug, Clone, PartialEq)]
pub struct EditionAge {
    /// For example `worcestershire-cypp, child, en`.
    pub name: String,
    /// The reading age aimed at, in years.
    pub target: u8,
    /// `None` for a language other than English.
    pub measured: Option<Measure>,
}

impl EditionAge {
    /// Measures the texts of an edition in a language.
    pub fn of(name: String, language: &Language, texts: &[&str], target: u8) -> Self {
        let measured = (*language == Language::english()).then(|| measure(texts));
        Self { name, target, measured }
    }

    /// A warning where the edition is harder to read than was aimed at; `file` and `key` say where its words are.
    pub fn finding(&self, file: &str, key: &str) -> Option<Finding> {
        let measured = self.measured.as_ref().filter(|measured| measured.reading_age > f64::from(self.target))?;
        let mut problem = format!(
            "has a reading age of {}, above the {} aimed at{}",
            years(measured.reading_age),
            self.target,
            if measured.reading_age - measured.margin <= f64::from(self.target) { ", if only just" } else { "" }
        );
        for (place, hard) in measured.hardest.iter().enumerate() {
            problem.push_str(if place == 0 { ": hardest are " } else { ", " });
            problem.push_str(&format!("\"{}\"", hard.text));
            if !hard.long_words.is_empty() {
                problem.push_str(&format!(" (long words: {})", hard.long_words.join(", ")));
            }
        }
        Some(Finding::warning(file, key, problem))
    }
}

/// One line of the table.
impl fmt::Display for EditionAge {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:<44} {:>6}  ", self.name, self.target)?;
        let Some(measured) = &self.measured else { return f.write_str("not measured: formulas are for English") };
        let margin = if measured.margin.is_finite() { years(measured.margin) } else { "?".to_owned() };
        write!(f, "{:>11}  {margin:>4}  {:>5}", years(measured.reading_age), measured.words)?;
        if measured.words < FEW_WORDS {
            f.write_str("  rough: few words")?;
        }
        Ok(())
    }
}

/// The heading of the table.
pub fn heading() -> String {
    format!("{:<44} {:>6}  {:>11}  {:>4}  {:>5}", "Edition", "target", "reading age", "±", "words")
}

/// Every edition of a survey, and a warning for each that is harder to read than was aimed at. `file` is its
/// survey.toml, as findings should give it.
pub fn editions(file: &str, consultation: &Consultation) -> (Vec<EditionAge>, Vec<Finding>) {
    let folder = file.strip_suffix("survey.toml").unwrap_or(file);
    let (mut editions, mut findings) = (Vec::new(), Vec::new());
    let mut take = |part: &str, key: &str, language: &Language, texts: &[&str], target: u8| {
        let name = format!("{}, {part}, {}", consultation.key, language.as_str());
        let edition = EditionAge::of(name, language, texts, target);
        findings.extend(edition.finding(&format!("{folder}wording/{}.toml", language.as_str()), key));
        editions.push(edition);
    };
    for language in consultation.languages() {
        take("start page", "consultation", language, &start_page(consultation, language), TARGET);
        for perspective in &consultation.perspectives {
            let target = perspective.reading_age.unwrap_or(match perspective.edition {
                Edition::Child => TARGET_OF_CHILDREN,
                Edition::Plain | Edition::EasyRead => TARGET,
            });
            let key = format!("perspective.{}", perspective.key);
            let reader = Reader { language, perspective: &perspective.key, age_band: None, easy_read: false };
            take(&perspective.key, &key, language, &texts(consultation, reader), target);
            if consultation.easy_read && perspective.edition == Edition::Plain {
                let texts = texts(consultation, Reader { easy_read: true, ..reader });
                take(
                    &format!("{}, easy read", perspective.key),
                    &key,
                    language,
                    &texts,
                    TARGET_OF_EASY_READ.min(target),
                );
            }
        }
    }
    (editions, findings)
}

/// What everyone reads before they say who they are.
fn start_page<'a>(consultation: &'a Consultation, language: &Language) -> [&'a str; 7] {
    let ConsultationWords { title, summary, who_asks, why, how_long, what_happens, undecided } =
        consultation.words(language).words;
    [title, summary, who_asks, why, how_long, what_happens, undecided]
}

/// All that someone reads in a language, besides what the start page says to everyone.
fn texts<'a>(consultation: &'a Consultation, reader: Reader<'_>) -> Vec<&'a str> {
    let words = consultation.find_perspective_words(reader.language, reader.perspective).map(|worded| worded.words);
    let mut texts: Vec<&str> =
        words.into_iter().flat_map(|words| [Some(words.choose.as_str()), words.hint.as_deref()]).flatten().collect();
    for question in consultation.questions.iter().filter(|question| question.is_asked_of(reader.perspective)) {
        let Some(Worded { words, .. }) = consultation.find_words(reader, &question.key) else { continue };
        texts.push(&words.ask);
        texts.extend(words.hint.as_deref());
        texts.extend(words.body.iter().map(String::as_str));
        let of_option = |it: &'a OptionWords| [Some(it.label.as_str()), it.hint.as_deref()];
        texts.extend(words.options.values().flat_map(of_option).flatten());
    }
    texts
}

/// Years to one decimal.
fn years(years: f64) -> String {
    format!("{years:.1}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_edition_above_its_target_is_a_warning_that_names_the_hardest_words() {
        let texts =
            ["Which strategic priorities should inform our commissioning?", "Tell us.", "What do you like here?"];
        let edition = EditionAge::of("x, child, en".to_owned(), &Language::english(), &texts, 7);
        let finding = edition.finding("wording/en.toml", "perspective.child").unwrap();
        let said = finding.to_string();
        assert!(said.starts_with("wording/en.toml: perspective.child: warning: has a reading age of "), "{said}");
        assert!(said.contains("(long words: strategic, priorities, commissioning)"), "{said}");
        assert!(edition.to_string().ends_with("rough: few words"), "{edition}");
        let easy = EditionAge::of("x, child, en".to_owned(), &Language::english(), &["Where do you live?"], 7);
        assert_eq!(easy.finding("wording/en.toml", ""), None);
    }

    #[test]
    fn another_language_is_not_measured() {
        let edition = EditionAge::of("x, child, cy".to_owned(), &Language("cy".to_owned()), &["Ble wyt ti'n byw?"], 7);
        assert!(edition.to_string().ends_with("not measured: formulas are for English"), "{edition}");
        assert_eq!(edition.finding("wording/cy.toml", ""), None);
    }
}
