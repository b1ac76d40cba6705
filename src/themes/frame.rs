//! A code frame: a set of themes with names, definitions and the phrases people use for them.
//!
//! Read from a file an officer can open and change. Leaves out how its phrases are matched (`lexicon`)
//! and who may change it.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::frame_check::{check, question};
use crate::finding::{Finding, Severity, read_toml};

/// How sure a phrase is to mean its theme.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    /// Only adds to other phrases.
    Hint,
    /// More likely than not.
    Usual,
    /// Near certain.
    Strong,
}

/// One theme of a code frame.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FrameTheme {
    /// Lower-case letters, digits and hyphens, unique in the frame.
    pub key: String,
    /// What officers call it.
    pub name: String,
    /// What it means, in a sentence.
    #[serde(default)]
    pub definition: String,
    /// What belongs to it, for people.
    #[serde(default)]
    pub include: String,
    /// What does not, and where it belongs instead.
    #[serde(default)]
    pub exclude: String,
    /// The key of the theme this one is part of, if any.
    #[serde(default)]
    pub parent: Option<String>,
    /// For questions (by key) under which people mean it more often, or less, than elsewhere: what is added to
    /// its score, from −1 to 1. `elsewhere` is for all other questions.
    #[serde(default)]
    pub lean: BTreeMap<String, f32>,
    /// Phrases near certain to mean it.
    #[serde(default)]
    pub strong: Vec<String>,
    /// Phrases more likely than not to mean it.
    #[serde(default)]
    pub usual: Vec<String>,
    /// Phrases that only add to others.
    #[serde(default)]
    pub hint: Vec<String>,
    /// Made-up short answers; after ` | ` the keys of other themes the saying also carries, by commas.
    #[serde(default)]
    pub sayings: Vec<String>,
}

impl FrameTheme {
    /// Its phrases with their strength, strong ones first.
    pub fn phrases(&self) -> impl Iterator<Item = (&str, Strength)> {
        let strong = self.strong.iter().map(|phrase| (phrase.as_str(), Strength::Strong));
        let usual = self.usual.iter().map(|phrase| (phrase.as_str(), Strength::Usual));
        strong.chain(usual).chain(self.hint.iter().map(|phrase| (phrase.as_str(), Strength::Hint)))
    }
}

/// A code frame known to be whole.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CodeFrame {
    /// What officers call the frame; empty where the file does not say.
    #[serde(default)]
    pub title: String,
    /// Which version of it this is; empty where the file does not say.
    #[serde(default)]
    pub version: String,
    /// Phrases that are near certain for more than one topmost theme on purpose: an answer with one speaks of all of
    /// them.
    #[serde(default)]
    pub both: Vec<String>,
    /// Keys of themes of harm that people have come to. Where themes are made into choices they stand apart, with a
    /// caution.
    #[serde(default)]
    pub care: Vec<String>,
    /// Its themes, at least one.
    #[serde(rename = "theme", default)]
    pub themes: Vec<FrameTheme>,
}

impl CodeFrame {
    /// Reads a code frame with everything a careful reader would question; `file` is used in messages only.
    ///
    /// # Errors
    /// All findings, where one of them keeps the frame from being used.
    pub fn read(file: &str, text: &str) -> Result<(Self, Vec<Finding>), Vec<Finding>> {
        let frame: Self = read_toml(file, text).map_err(|finding| vec![finding])?;
        let findings = check(file, &frame);
        match findings.iter().any(|finding| finding.severity == Severity::Error) {
            true => Err(findings),
            false => Ok((frame, findings)),
        }
    }

    /// What a careful reader would question in the frame; `file` is used in messages only.
    pub fn question(&self, file: &str) -> Vec<Finding> {
        question(file, self)
    }

    /// The place of the topmost theme above each theme; a theme without a parent is its own. A circle of
    /// parents, which checking refuses, ends where it began.
    pub(super) fn tops(&self) -> Vec<usize> {
        self.nearest(|theme| theme.parent.is_none())
    }

    /// For every theme the place of the nearest theme at or above it for which `is_named` holds; where there is
    /// none, its own place.
    fn nearest(&self, is_named: impl Fn(&FrameTheme) -> bool) -> Vec<usize> {
        let places: FxHashMap<&str, usize> =
            self.themes.iter().enumerate().map(|(place, theme)| (theme.key.as_str(), place)).collect();
        let climb = |start: usize| {
            let mut at = start;
            for _ in 0..self.themes.len() {
                let Some(theme) = self.themes.get(at) else { break };
                if is_named(theme) {
                    return at;
                }
                let Some(&above) = theme.parent.as_ref().and_then(|parent| places.get(parent.as_str())) else { break };
                at = above;
            }
            start
        };
        (0..self.themes.len()).map(climb).collect()
    }

    /// The frame with its topmost themes only, each with the phrases and sayings of all that is finer.
    pub fn topmost(&self) -> Self {
        let tops = self.themes.iter().filter(|theme| theme.parent.is_none());
        self.rolled_up(&tops.map(|theme| theme.key.clone()).collect::<Vec<_>>())
    }

    /// The frame with these themes only, each with the phrases and sayings of all that is finer: what codings
    /// that know only these themes are measured against. Themes that are neither named nor below a named one
    /// are left out; so are parents.
    pub fn rolled_up(&self, named: &[String]) -> Self {
        let is_named = |theme: &FrameTheme| named.contains(&theme.key);
        let nearest = self.nearest(is_named);
        let mut themes: Vec<FrameTheme> = Vec::new();
        let mut place_of: FxHashMap<usize, usize> = FxHashMap::default();
        for (place, theme) in self.themes.iter().enumerate().filter(|(_, theme)| is_named(theme)) {
            place_of.insert(place, themes.len());
            themes.push(FrameTheme { parent: None, ..theme.clone() });
        }
        for (place, theme) in self.themes.iter().enumerate().filter(|(_, theme)| !is_named(theme)) {
            let target = nearest.get(place).and_then(|above| place_of.get(above)).copied();
            let Some(target) = target.and_then(|target| themes.get_mut(target)) else { continue };
            target.strong.extend(theme.strong.iter().cloned());
            target.usual.extend(theme.usual.iter().cloned());
            target.hint.extend(theme.hint.iter().cloned());
            target.sayings.extend(theme.sayings.iter().cloned());
        }
        // Sayings may name themes that are gone; what is above them is meant.
        let above: FxHashMap<&str, &str> = self
            .themes
            .iter()
            .zip(&nearest)
            .filter_map(|(theme, &above)| Some((theme.key.as_str(), self.themes.get(above)?.key.as_str())))
            .collect();
        let mean = |saying: &str| {
            let (words, others) = Self::saying(saying);
            let mut keys: Vec<&str> = others
                .filter_map(|key| above.get(key).copied())
                .filter(|key| named.iter().any(|it| it == key))
                .collect();
            keys.dedup();
            if keys.is_empty() { words.to_owned() } else { format!("{words} | {}", keys.join(",")) }
        };
        for theme in &mut themes {
            theme.sayings.iter_mut().for_each(|saying| *saying = mean(saying));
        }
        Self {
            title: self.title.clone(),
            version: self.version.clone(),
            both: self.both.clone(),
            care: self.care.iter().filter(|key| named.contains(key)).cloned().collect(),
            themes,
        }
    }

    /// The saying's words and the keys of its other themes.
    pub(super) fn saying(saying: &str) -> (&str, impl Iterator<Item = &str>) {
        let (words, others) = saying.split_once(" | ").unwrap_or((saying, ""));
        (words.trim(), others.split(',').map(str::trim).filter(|key| !key.is_empty()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_frame_can_be_used() {
        let text = include_str!("../../analysis/code-frames/children-and-young-people.toml");
        let (frame, findings) = CodeFrame::read("frame.toml", text).unwrap();
        assert_eq!(frame.themes.iter().filter(|theme| theme.parent.is_none()).count(), 25);
        assert!(findings.iter().all(|finding| finding.severity == Severity::Warning));
    }

    #[test]
    fn what_keeps_a_frame_from_being_used_is_named() {
        let problems = |text: &str| {
            let findings = CodeFrame::read("f.toml", text).unwrap_err();
            findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
        };
        assert!(problems("").contains("There is no theme"));
        let two = "[[theme]]\nkey='a'\nname='A'\n[[theme]]\nkey='a'\nname=''\nsayings=['x | b']\nparent='a'\n";
        let said = problems(two);
        for part in ["Two themes have this key", "has no name", "\"b\", which is no theme", "no other theme"] {
            assert!(said.contains(part), "{part}: {said}");
        }
        assert!(problems("[[theme]]\nkey='a'\nname='A'\nsterk=[]\n").contains("sterk"));
    }
}
