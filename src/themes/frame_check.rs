//! What is wrong with a code frame, or what a careful reader would question in it.
//!
//! Beside plain mistakes it holds phrases against the frame's own sayings: a phrase said to be near certain for
//! a theme that most sayings with these words do not carry would code answers wrongly. Stems are compared, so
//! a phrase is also questioned for what its stem means elsewhere ("likes" for "like").

use rustc_hash::{FxHashMap, FxHashSet};

use super::frame::{CodeFrame, FrameTheme, Strength};
use crate::finding::Finding;
use crate::text::{Language, Word, stem, words};

/// Fewer sayings than this tell nothing about a phrase.
const ENOUGH_SAYINGS: usize = 8;

/// The least share of the sayings with a phrase that should carry its theme, when it is strong, or usual.
const STRONG_IN: f64 = 0.4;
const USUAL_IN: f64 = 0.15;

/// Everything a careful reader would question in a frame; `file` is used in messages only.
pub(super) fn check(file: &str, frame: &CodeFrame) -> Vec<Finding> {
    let mut findings = Vec::new();
    if frame.themes.is_empty() {
        findings.push(Finding::error(file, "theme", "There is no theme. Add at least one [[theme]]."));
    }
    let keys: FxHashSet<&str> = frame.themes.iter().map(|theme| theme.key.as_str()).collect();
    let mut seen = FxHashSet::default();
    for theme in &frame.themes {
        let at = format!("theme.{}", theme.key);
        if !seen.insert(theme.key.as_str()) {
            findings.push(Finding::error(file, &at, "Two themes have this key. Change one of them."));
        }
        findings.extend(check_theme(file, &at, theme, &keys));
    }
    for key in frame.care.iter().filter(|key| !keys.contains(key.as_str())) {
        let problem = format!("\"{key}\" is no theme of this frame. Correct it or take it out.");
        findings.push(Finding::error(file, "care", problem));
    }
    findings.extend(check_circles(file, &frame.themes));
    findings
}

/// What a careful reader would question in a frame that can be used: phrases near certain for two topmost themes,
/// and phrases that the frame's own sayings speak against. Takes some time, so it is asked for by itself.
pub(super) fn question(file: &str, frame: &CodeFrame) -> Vec<Finding> {
    let mut findings = check_strong(file, frame);
    findings.extend(check_against_sayings(file, frame));
    findings
}

/// What is wrong with one theme by itself.
fn check_theme(file: &str, at: &str, theme: &FrameTheme, keys: &FxHashSet<&str>) -> Vec<Finding> {
    let mut findings = Vec::new();
    let is_key = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if theme.key.is_empty() || !theme.key.chars().all(is_key) {
        findings.push(Finding::error(file, at, "A key is lower-case letters, digits and hyphens. Change it."));
    }
    if theme.name.trim().is_empty() {
        findings.push(Finding::error(file, at, "The theme has no name. Give it one that officers would say aloud."));
    }
    if theme.definition.trim().is_empty() {
        findings.push(Finding::warning(
            file,
            at,
            "The theme has no definition, so two people may code it differently.",
        ));
    }
    match &theme.parent {
        Some(parent) if parent == &theme.key || !keys.contains(parent.as_str()) => {
            findings.push(Finding::error(
                file,
                at,
                format!("Its parent \"{parent}\" is no other theme of this frame."),
            ));
        }
        _ => {}
    }
    for (question, lean) in theme.lean.iter().filter(|(_, lean)| !(-1.0..=1.0).contains(*lean)) {
        let problem = format!("It leans by {lean} under \"{question}\". Give a number from -1 to 1.");
        findings.push(Finding::error(file, format!("{at}.lean"), problem));
    }
    if theme.phrases().next().is_none() && theme.sayings.is_empty() {
        findings.push(Finding::warning(
            file,
            at,
            "The theme has no phrases or sayings, so no answer will be coded to it.",
        ));
    }
    for saying in &theme.sayings {
        for key in CodeFrame::saying(saying).1.filter(|key| !keys.contains(key)) {
            findings.push(Finding::error(
                file,
                at,
                format!("The saying \"{saying}\" names \"{key}\", which is no theme."),
            ));
        }
    }
    let mut seen: FxHashMap<String, Strength> = FxHashMap::default();
    for (phrase, strength) in theme.phrases() {
        if phrase.trim().is_empty() {
            findings.push(Finding::error(file, at, "A phrase is empty. Take it out."));
        }
        if let Some(other) = seen.insert(phrase.to_lowercase(), strength).filter(|&other| other != strength) {
            let problem = format!("\"{phrase}\" stands as {other:?} and as {strength:?}. Keep the one that is right.");
            findings.push(Finding::warning(file, at, problem));
        }
    }
    findings
}

/// Themes that are, by their parents, above themselves.
fn check_circles(file: &str, themes: &[FrameTheme]) -> Vec<Finding> {
    let above: FxHashMap<&str, &str> =
        themes.iter().filter_map(|theme| Some((theme.key.as_str(), theme.parent.as_deref()?))).collect();
    let is_circle = |theme: &&FrameTheme| {
        let mut at = above.get(theme.key.as_str());
        for _ in 0..themes.len() {
            match at {
                Some(&key) if key == theme.key => return theme.parent.as_deref() != Some(theme.key.as_str()),
                Some(key) => at = above.get(key),
                None => return false,
            }
        }
        false
    };
    let problem = "Its parents go in a circle and come back to it. Leave the parent of one of them out.";
    let circles = themes.iter().filter(is_circle);
    circles.map(|theme| Finding::error(file, format!("theme.{}", theme.key), problem)).collect()
}

/// Phrases near certain for more than one topmost theme where the frame does not say that this is meant, and phrases
/// said to be so that are not.
fn check_strong(file: &str, frame: &CodeFrame) -> Vec<Finding> {
    let meant: FxHashSet<String> = frame.both.iter().map(|phrase| phrase.to_lowercase()).collect();
    let mut shared: FxHashSet<String> = FxHashSet::default();
    let mut owner: FxHashMap<String, (usize, &str)> = FxHashMap::default();
    let mut findings = Vec::new();
    for (theme, top) in frame.themes.iter().zip(frame.tops()) {
        for phrase in &theme.strong {
            let folded = phrase.to_lowercase();
            // A finer theme shares phrases with the one above it.
            let other = owner.insert(folded.clone(), (top, &theme.key)).filter(|&(other, _)| other != top);
            let Some((_, other)) = other else { continue };
            if !meant.contains(&folded) {
                let problem = format!(
                    "\"{phrase}\" is strong here and in \"{other}\". Keep it strong where it belongs, or name it in \
                     `both` if an answer with it speaks of both."
                );
                findings.push(Finding::warning(file, format!("theme.{}", theme.key), problem));
            }
            shared.insert(folded);
        }
    }
    for phrase in frame.both.iter().filter(|phrase| !shared.contains(&phrase.to_lowercase())) {
        let problem = format!("\"{phrase}\" is not strong in two topmost themes. Take it out.");
        findings.push(Finding::warning(file, "both", problem));
    }
    findings
}

/// Phrases that the frame's own sayings speak against.
fn check_against_sayings(file: &str, frame: &CodeFrame) -> Vec<Finding> {
    let tops = frame.tops();
    let places: FxHashMap<&str, usize> =
        frame.themes.iter().enumerate().map(|(place, theme)| (theme.key.as_str(), place)).collect();
    // For every run of stems, up to four, the topmost themes of each saying that has it.
    let mut said: FxHashMap<Vec<String>, Vec<FxHashSet<usize>>> = FxHashMap::default();
    for (place, theme) in frame.themes.iter().enumerate() {
        for saying in &theme.sayings {
            let (text, others) = CodeFrame::saying(saying);
            let carried = others.filter_map(|key| places.get(key)).chain([&place]);
            let carried: FxHashSet<usize> = carried.filter_map(|&at| tops.get(at).copied()).collect();
            let stems = stems(text);
            let runs: FxHashSet<&[String]> = (1..=4).flat_map(|length| stems.windows(length)).collect();
            for run in runs {
                said.entry(run.to_vec()).or_default().push(carried.clone());
            }
        }
    }
    let mut findings = Vec::new();
    for (place, theme) in frame.themes.iter().enumerate() {
        for (phrase, strength) in theme.phrases() {
            let least = match strength {
                Strength::Strong => STRONG_IN,
                Strength::Usual => USUAL_IN,
                Strength::Hint => continue,
            };
            let Some(sayings) = said.get(&stems(phrase)).filter(|all| all.len() >= ENOUGH_SAYINGS) else { continue };
            let carrying = sayings.iter().filter(|all| tops.get(place).is_some_and(|top| all.contains(top))).count();
            if (carrying as f64) < least * sayings.len() as f64 {
                let problem = format!(
                    "\"{phrase}\" stands as {strength:?}, but of {} sayings with these words only {carrying} carry the theme. Make it weaker or take it out.",
                    sayings.len()
                );
                findings.push(Finding::warning(file, format!("theme.{}", theme.key), problem));
            }
        }
    }
    findings
}

/// The stems of a phrase.
fn stems(text: &str) -> Vec<String> {
    words(text).iter().map(|word: &Word<'_>| stem(Language::ENGLISH, &word.folded()).into_owned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parents_in_a_circle_are_refused() {
        let theme = |key: &str, parent: &str| {
            format!("[[theme]]\nkey='{key}'\nname='N'\ndefinition='d'\nparent='{parent}'\nsayings=['x']\n")
        };
        let text = [theme("a", "b"), theme("b", "c"), theme("c", "a")].concat();
        let findings = CodeFrame::read("f.toml", &text).unwrap_err();
        assert_eq!(findings.iter().filter(|finding| finding.problem.contains("circle")).count(), 3, "{findings:?}");
    }

    #[test]
    fn a_phrase_strong_in_two_topmost_themes_is_questioned_unless_the_frame_means_it() {
        let text = "[[theme]]\nkey='a'\nname='A'\ndefinition='d'\nstrong=['bus', 'Park']\n\
                    [[theme]]\nkey='b'\nname='B'\ndefinition='d'\nstrong=['Bus', 'park']\n\
                    [[theme]]\nkey='c'\nname='C'\ndefinition='d'\nparent='b'\nstrong=['bus', 'lake']\n";
        let asked = |both: &str| {
            let findings = CodeFrame::read("f.toml", &format!("both = [{both}]\n{text}")).unwrap().0.question("f.toml");
            findings.into_iter().map(|finding| (finding.key, finding.problem)).collect::<Vec<_>>()
        };
        let found = asked("'park'");
        assert!(matches!(found.as_slice(), [(key, said)] if key == "theme.b" && said.contains("\"Bus\"")), "{found:?}");
        assert_eq!(asked("'BUS', 'park'"), []);
        let found = asked("'bus', 'park', 'lake'");
        assert!(matches!(found.as_slice(), [(key, said)] if key == "both" && said.contains("\"lake\"")), "{found:?}");
    }

    #[test]
    fn a_phrase_the_sayings_speak_against_is_questioned() {
        let sayings: Vec<String> = (0..9).map(|n| format!("'I like the park {n}'")).collect();
        let text = format!(
            "[[theme]]\nkey='phones'\nname='Phones'\ndefinition='d'\nstrong=['likes']\n\
             [[theme]]\nkey='parks'\nname='Parks'\ndefinition='d'\nstrong=['park']\nsayings=[{}]\n",
            sayings.join(",")
        );
        let findings = CodeFrame::read("f.toml", &text).unwrap().0.question("f.toml");
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert!(findings[0].problem.contains("\"likes\"") && findings[0].key == "theme.phones");
    }
}
