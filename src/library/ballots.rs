//! The ballots among the files: folders of `surveys/` with a `ballot.toml` in place of a survey.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::manuscripts::write;
use super::{BundledSurveys, Library, text, toml_files};
use crate::ballot::{Ballot, BallotFiles, parse};
use crate::finding::Finding;

/// The file that makes a folder a ballot's.
pub const BALLOT_FILE: &str = "ballot.toml";

impl Library {
    /// Every ballot, by key.
    pub fn ballots(&self) -> impl Iterator<Item = &Arc<Ballot>> {
        self.ballots.values()
    }

    /// The ballot with this key.
    pub fn find_ballot(&self, key: &str) -> Option<&Arc<Ballot>> {
        self.ballots.get(key)
    }

    /// The files of the ballot with this key: those of the data folder, or else the bundled ones.
    pub fn files_of_ballot(&self, key: &str) -> Option<BallotFiles> {
        let own = self.local.as_ref().map(|local| local.join("surveys").join(key));
        let own = own.and_then(|folder| Self::ballot_folder(&folder).ok());
        let is_it = |files: &BallotFiles| parse(files).is_ok_and(|(ballot, _)| ballot.key == key);
        own.into_iter().chain(Self::bundled_ballots()).find(is_it)
    }

    /// Writes a ballot into its folder of a data folder, the file that makes it one last.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn write_ballot(data: &Path, key: &str, files: &BallotFiles) -> std::io::Result<()> {
        let folder = data.join("surveys").join(key);
        std::fs::create_dir_all(folder.join("wording"))?;
        for (language, (_, text)) in &files.wordings {
            write(&folder.join("wording").join(format!("{language}.toml")), text)?;
        }
        write(&folder.join(BALLOT_FILE), &files.ballot.1)
    }

    /// Every bundled ballot's files.
    pub fn bundled_ballots() -> Vec<BallotFiles> {
        let folder = |path: &str| path.strip_suffix(BALLOT_FILE)?.strip_suffix('/').map(str::to_owned);
        let mut keys: Vec<String> = BundledSurveys::iter().filter_map(|path| folder(&path)).collect();
        keys.retain(|key| !key.contains('/'));
        keys.sort();
        keys.iter().map(|key| ballot_files(&format!("surveys/{key}"), Self::bundled_survey(key))).collect()
    }

    /// Reads the files of a ballot's folder on disk.
    ///
    /// # Errors
    /// A finding when there is no ballot in it.
    pub fn ballot_folder(folder: &Path) -> Result<BallotFiles, Finding> {
        let name = folder.display().to_string();
        let mut files = Vec::new();
        for (inside, path) in [("", folder.to_owned()), ("wording/", folder.join("wording"))] {
            files.extend(toml_files(&path).into_iter().map(|(file, bytes)| (format!("{inside}{file}"), bytes)));
        }
        if !files.iter().any(|(path, _)| path == BALLOT_FILE) {
            return Err(Finding::error(&name, "", "has no ballot.toml: name a ballot's folder"));
        }
        Ok(ballot_files(&name, files))
    }

    /// Reads the bundled ballots and those of the data folder, which come before bundled ones of the same key.
    pub(super) fn load_ballots(&mut self) -> Vec<Finding> {
        let folder = self.local.as_ref().map(|local| local.join("surveys"));
        let entries = folder.and_then(|folder| std::fs::read_dir(folder).ok()).into_iter().flatten().flatten();
        let mut paths: Vec<_> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
        paths.sort();
        let own = paths.iter().filter_map(|path| Self::ballot_folder(path).ok());
        let (mut findings, mut files) = (Vec::new(), BTreeMap::new());
        for ballot in Self::bundled_ballots().into_iter().chain(own) {
            match parse(&ballot) {
                Ok((read, _)) => {
                    files.insert(read.key.clone(), ballot.ballot.0);
                    self.ballots.insert(read.key.clone(), Arc::new(read));
                }
                Err(wrong) => findings.extend(wrong),
            }
        }
        for (key, ballot) in &self.ballots {
            let file = files.get(key).map(String::as_str).unwrap_or_default();
            findings.extend(self.missing_of_ballot(ballot, file));
        }
        findings
    }

    /// What a ballot names that is nowhere. `file` is its `ballot.toml`, as findings should give it.
    pub fn missing_of_ballot(&self, ballot: &Ballot, file: &str) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut missing = |key: &str, named: &str| {
            findings.push(Finding::error(file, key, format!("\"{named}\" is not there")));
        };
        if !self.geographies.contains_key(&ballot.geography) {
            missing("geography", &ballot.geography);
        }
        if let Some(plan) = ballot.plan.as_ref().filter(|plan| !self.plans.contains_key(*plan)) {
            missing("plan", plan);
        }
        let Some(key) = &ballot.code_frame else { return findings };
        let Some(frame) = self.code_frames.get(key) else {
            missing("code_frame", key);
            return findings;
        };
        for candidate in &ballot.candidates {
            let known = |theme: &&String| frame.themes.iter().any(|one| one.key == **theme);
            if let Some(theme) = candidate.from_theme.as_ref().filter(|theme| !known(theme)) {
                let place = format!("candidate.{}.from_theme", candidate.key);
                findings.push(Finding::error(file, place, format!("\"{theme}\" is no theme of {key}")));
            }
        }
        findings
    }
}

fn ballot_files(folder: &str, files: Vec<(String, Vec<u8>)>) -> BallotFiles {
    let mut ballot = BallotFiles { ballot: (format!("{folder}/{BALLOT_FILE}"), String::new()), ..Default::default() };
    for (path, bytes) in files {
        if path == BALLOT_FILE {
            ballot.ballot.1 = text(&bytes);
        } else if let Some(language) = path.strip_prefix("wording/").and_then(|name| name.strip_suffix(".toml")) {
            ballot.wordings.insert(language.to_owned(), (format!("{folder}/{path}"), text(&bytes)));
        }
    }
    ballot
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ballot::Method;

    #[test]
    fn the_bundled_ballot_is_whole_and_names_only_what_is_there() {
        let library = Library::load(None).map_err(|findings| format!("{findings:?}")).unwrap();
        let ballot = library.find_ballot("make-your-mark").unwrap();
        assert_eq!(ballot.method, Method::Plurality);
        assert!(ballot.candidates.len() >= 10);
        for files in Library::bundled_ballots() {
            assert_eq!(parse(&files).unwrap().1, [], "{}", files.ballot.0);
        }
        let mut lost = Ballot::clone(ballot);
        lost.candidates[0].from_theme = Some("flying-cars".into());
        lost.geography = "narnia".into();
        let keys: Vec<String> =
            library.missing_of_ballot(&lost, "ballot.toml").into_iter().map(|finding| finding.key).collect();
        assert_eq!(keys, ["geography".to_owned(), format!("candidate.{}.from_theme", lost.candidates[0].key)]);
    }
}
