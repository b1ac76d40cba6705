//! Surveys of the data folder as officers write them: `surveys/KEY/` with, beside what is served, `draft/` (what is
//! being written) and `versions/NNN/` (everything that was ever published, with who did it and when).
//!
//! Nothing published is lost: a version is whole on the disk before what is served is replaced, and a mark says which
//! version that is until all of it has been, so that after a power cut the rest follows at the next start. Leaves out
//! whether a survey may be published (`survey`) and serving it (`Shelf`).

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::Library;
use crate::finding::Finding;
use crate::survey::{Manuscript, SurveyFiles, is_key};

const DRAFT: &str = "draft";
const VERSIONS: &str = "versions";
/// Names the version that is taking the place of what is served.
const PUBLISHING: &str = "publishing";
/// Who published a version, and when.
const ABOUT: &str = "version.toml";

/// The folders inside a survey's that are not served.
pub const UNSERVED: [&str; 2] = [DRAFT, VERSIONS];

/// A survey of the data folder as it is found there.
#[derive(Debug, Clone)]
pub struct Written {
    /// The draft where there is one, else what is served.
    pub files: SurveyFiles,
    /// There is a draft.
    pub is_draft: bool,
    /// There is something that is served.
    pub is_published: bool,
}

/// A version that was published.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Counted from 1.
    #[serde(skip)]
    pub number: u32,
    /// The account of the officer; `a file` where it was found in the folder and not made by the editor.
    pub by: String,
    pub day: Date,
    /// SHA-256 of the files, which is stored with every response to it.
    pub digest: String,
}

/// The surveys of a data folder. One at a time writes.
pub struct Manuscripts {
    folder: PathBuf,
    writing: Mutex<()>,
}

impl Manuscripts {
    /// Those of this data folder.
    pub fn new(data: &Path) -> Self {
        Self { folder: data.join("surveys"), writing: Mutex::new(()) }
    }

    /// Lets nobody else write until it is dropped: for reading, changing and writing in one go.
    pub fn hold(&self) -> MutexGuard<'_, ()> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The keys of all surveys in the folder, published or not.
    pub fn keys(&self) -> Vec<String> {
        let entries = std::fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let named = entries.filter_map(|entry| entry.file_name().into_string().ok());
        let mut keys: Vec<String> = named.filter(|key| self.find(key).is_some()).collect();
        keys.sort();
        keys
    }

    /// The survey of this key, where the data folder has one.
    pub fn find(&self, key: &str) -> Option<Written> {
        if !is_key(key) {
            return None;
        }
        let folder = self.folder.join(key);
        let (draft, served) = (Library::survey_folder(&folder.join(DRAFT)), Library::survey_folder(&folder));
        let (is_draft, is_published) = (draft.is_ok(), served.is_ok());
        Some(Written { files: named(draft.or(served).ok()?), is_draft, is_published })
    }

    /// Keeps a draft. What is served stays as it is.
    ///
    /// # Errors
    /// When the folder cannot be written, or the survey not be written as TOML.
    pub fn save_draft(&self, key: &str, manuscript: &Manuscript) -> io::Result<()> {
        let files = manuscript.files().map_err(broken)?;
        self.save_files(key, &files)
    }

    fn save_files(&self, key: &str, files: &SurveyFiles) -> io::Result<()> {
        if !is_key(key) {
            return Err(io::Error::other("not a key"));
        }
        let folder = self.folder.join(key);
        replace_folder(&folder.join(DRAFT), files)
    }

    /// Throws a draft away; a survey that was never published is gone with it.
    ///
    /// # Errors
    /// When the folder cannot be written.
    pub fn drop_draft(&self, key: &str) -> io::Result<()> {
        if self.find(key).is_none_or(|written| !written.is_draft) {
            return Ok(());
        }
        let folder = self.folder.join(key);
        std::fs::remove_dir_all(folder.join(DRAFT))?;
        // Only an empty folder can be removed so.
        let _ = std::fs::remove_dir(folder);
        Ok(())
    }

    /// Puts the draft in the place of what is served, as a new version. The caller has made sure that it may be.
    ///
    /// # Errors
    /// When there is no draft, or the folder cannot be written.
    pub fn publish(&self, key: &str, by: &str, day: Date, digest: &str) -> io::Result<Version> {
        let folder = self.folder.join(key);
        let draft = Library::survey_folder(&folder.join(DRAFT)).map_err(broken)?;
        if self.versions(key).is_empty()
            && let Ok(served) = Library::survey_folder(&folder)
        {
            // What a text editor made has no version yet.
            let digest = crate::survey::digest(&served);
            keep_version(&folder, &Version { number: 1, by: "a file".to_owned(), day, digest }, &served)?;
        }
        let number = self.versions(key).first().map_or(1, |last| last.number + 1);
        let version = Version { number, by: by.to_owned(), day, digest: digest.to_owned() };
        keep_version(&folder, &version, &draft)?;
        write(&folder.join(PUBLISHING), &number.to_string())?;
        finish(&folder)?;
        std::fs::remove_dir_all(folder.join(DRAFT))?;
        Ok(version)
    }

    /// What was published, the last first.
    pub fn versions(&self, key: &str) -> Vec<Version> {
        let folder = self.folder.join(key).join(VERSIONS);
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let version = |path: PathBuf| {
            let number = path.file_name()?.to_str()?.parse().ok()?;
            let about: Version = toml::from_str(&std::fs::read_to_string(path.join(ABOUT)).ok()?).ok()?;
            Some(Version { number, ..about })
        };
        let mut versions: Vec<Version> = entries.filter_map(|entry| version(entry.path())).collect();
        versions.sort_by_key(|version| std::cmp::Reverse(version.number));
        versions
    }

    /// The files of a version.
    pub fn find_version(&self, key: &str, number: u32) -> Option<SurveyFiles> {
        is_key(key).then(|| Library::survey_folder(&version_folder(&self.folder.join(key), number)).ok().map(named))?
    }

    /// Makes a version the draft, so that it can be looked at and published again.
    ///
    /// # Errors
    /// When there is no such version, or the folder cannot be written.
    pub fn go_back(&self, key: &str, number: u32) -> io::Result<()> {
        let files = self.find_version(key, number).ok_or_else(|| io::Error::other("no such version"))?;
        self.save_files(key, &files)
    }

    /// Ends what a power cut left half published.
    pub(super) fn finish_all(data: Option<&Path>) {
        let folder = data.map(|data| data.join("surveys"));
        for entry in folder.and_then(|folder| std::fs::read_dir(folder).ok()).into_iter().flatten().flatten() {
            if let Err(error) = finish(&entry.path()) {
                tracing::error!(%error, survey = ?entry.file_name(), "a survey is half published");
            }
        }
    }
}

/// Files under names without the folder that they stand in.
fn named(files: SurveyFiles) -> SurveyFiles {
    let wording = |(language, (_, text)): (String, (String, String))| {
        let name = format!("wording/{language}.toml");
        (language, (name, text))
    };
    SurveyFiles {
        survey: ("survey.toml".to_owned(), files.survey.1),
        wordings: files.wordings.into_iter().map(wording).collect(),
    }
}

fn version_folder(folder: &Path, number: u32) -> PathBuf {
    folder.join(VERSIONS).join(format!("{number:03}"))
}

/// Writes a version beside its place first, so that there is never half of one.
fn keep_version(folder: &Path, version: &Version, files: &SurveyFiles) -> io::Result<()> {
    let about = toml::to_string_pretty(version).map_err(io::Error::other)?;
    let whole = version_folder(folder, version.number);
    let begun = whole.with_extension("new");
    write_folder(&begun, files)?;
    write(&begun.join(ABOUT), &about)?;
    std::fs::rename(begun, whole)
}

/// Puts the version that is marked in the place of what is served. Doing it again is safe.
fn finish(folder: &Path) -> io::Result<()> {
    let mark = folder.join(PUBLISHING);
    let Ok(number) = std::fs::read_to_string(&mark) else { return Ok(()) };
    let number = number.trim().parse().map_err(io::Error::other)?;
    let files = Library::survey_folder(&version_folder(folder, number)).map_err(broken)?;
    let wording = folder.join("wording");
    for entry in std::fs::read_dir(&wording).into_iter().flatten().flatten() {
        let language = entry.path().file_stem().and_then(|stem| stem.to_str().map(str::to_owned)).unwrap_or_default();
        if !files.wordings.contains_key(&language) {
            std::fs::remove_file(entry.path())?;
        }
    }
    write_folder(folder, &files)?;
    std::fs::remove_file(mark)
}

/// A folder of these files alone, in place of the one there.
fn replace_folder(folder: &Path, files: &SurveyFiles) -> io::Result<()> {
    let (begun, old) = (folder.with_extension("new"), folder.with_extension("old"));
    for left in [&begun, &old] {
        if left.is_dir() {
            std::fs::remove_dir_all(left)?;
        }
    }
    write_folder(&begun, files)?;
    if folder.is_dir() {
        std::fs::rename(folder, &old)?;
    }
    std::fs::rename(begun, folder)?;
    if old.is_dir() { std::fs::remove_dir_all(old) } else { Ok(()) }
}

fn write_folder(folder: &Path, files: &SurveyFiles) -> io::Result<()> {
    std::fs::create_dir_all(folder.join("wording"))?;
    for (language, (_, text)) in &files.wordings {
        write(&folder.join("wording").join(format!("{language}.toml")), text)?;
    }
    write(&folder.join("survey.toml"), &files.survey.1)
}

fn broken(finding: Finding) -> io::Error {
    io::Error::other(finding.to_string())
}

/// Writes beside and renames, so that there is never half a file, and waits for the disk.
pub(super) fn write(path: &Path, text: &str) -> io::Result<()> {
    let begun = path.with_extension("part");
    let mut file = std::fs::File::create(&begun)?;
    io::Write::write_all(&mut file, text.as_bytes())?;
    file.sync_all()?;
    std::fs::rename(begun, path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::survey::{Consultation, parse};

    const DAY: Date = Date::constant(2026, 11, 20);

    fn bundled() -> Manuscript {
        Manuscript::read(&Library::bundled_surveys()[0]).unwrap()
    }

    /// What a survey says and asks, without what names its files.
    fn told(survey: &Consultation) -> String {
        let mut survey = survey.clone();
        survey.digest.clear();
        format!("{survey:?}")
    }

    #[test]
    fn every_bundled_survey_is_the_same_after_it_was_written_by_the_editor() {
        let data = tempfile::tempdir().unwrap();
        let manuscripts = Manuscripts::new(data.path());
        for files in Library::bundled_surveys() {
            let (before, _) = parse(&files).unwrap();
            manuscripts.save_draft(&before.key, &Manuscript::read(&files).unwrap()).unwrap();
            let found = manuscripts.find(&before.key).unwrap();
            let (after, _) = parse(&found.files).unwrap();
            assert!(found.is_draft && !found.is_published);
            assert_eq!(told(&after), told(&before));
        }
        assert_eq!(manuscripts.keys().len(), Library::bundled_surveys().len());
    }

    #[test]
    fn a_draft_is_served_only_once_it_is_published_and_versions_stay() {
        let data = tempfile::tempdir().unwrap();
        let manuscripts = Manuscripts::new(data.path());
        let mut manuscript = bundled();
        let key = manuscript.survey.key.clone();
        manuscript.survey.organisation = "First".to_owned();
        manuscripts.save_draft(&key, &manuscript).unwrap();
        let served =
            || Library::load(Some(data.path())).ok().unwrap().find_consultation(&key).unwrap().organisation.clone();
        assert_ne!(served(), "First");
        assert_eq!(manuscripts.publish(&key, "officer", DAY, "d1").unwrap().number, 1);
        assert_eq!(served(), "First");
        manuscript.survey.organisation = "Second".to_owned();
        manuscripts.save_draft(&key, &manuscript).unwrap();
        assert_eq!(served(), "First");
        let second = manuscripts.publish(&key, "other", DAY, "d2").unwrap();
        assert_eq!((second.number, served().as_str()), (2, "Second"));
        let kept: Vec<(u32, String)> = manuscripts.versions(&key).into_iter().map(|one| (one.number, one.by)).collect();
        assert_eq!(kept, [(2, "other".to_owned()), (1, "officer".to_owned())]);
        manuscripts.go_back(&key, 1).unwrap();
        assert!(manuscripts.find(&key).unwrap().files.survey.1.contains("First"));
        assert_eq!(served(), "Second");
        manuscripts.drop_draft(&key).unwrap();
        assert!(manuscripts.find(&key).is_some_and(|written| !written.is_draft && written.is_published));
    }

    #[test]
    fn what_a_text_editor_made_becomes_the_first_version() {
        let data = tempfile::tempdir().unwrap();
        let manuscripts = Manuscripts::new(data.path());
        let files = bundled().files().unwrap();
        let key = bundled().survey.key;
        write_folder(&data.path().join("surveys").join(&key), &files).unwrap();
        manuscripts.save_draft(&key, &bundled()).unwrap();
        manuscripts.publish(&key, "officer", DAY, "d").unwrap();
        let by: Vec<String> = manuscripts.versions(&key).into_iter().map(|one| one.by).collect();
        assert_eq!(by, ["officer", "a file"]);
    }

    #[test]
    fn half_a_publication_is_finished_at_the_next_start() {
        let data = tempfile::tempdir().unwrap();
        let manuscripts = Manuscripts::new(data.path());
        let mut manuscript = bundled();
        let key = manuscript.survey.key.clone();
        manuscripts.save_draft(&key, &manuscript).unwrap();
        manuscripts.publish(&key, "officer", DAY, "d").unwrap();
        manuscript.survey.organisation = "Half".to_owned();
        manuscript.survey.languages.truncate(1);
        manuscript.fit_languages();
        let folder = data.path().join("surveys").join(&key);
        let version = Version { number: 2, by: "officer".to_owned(), day: DAY, digest: String::new() };
        keep_version(&folder, &version, &manuscript.files().unwrap()).unwrap();
        write(&folder.join(PUBLISHING), "2").unwrap();
        let library = Library::load(Some(data.path())).ok().unwrap();
        let served = library.find_consultation(&key).unwrap();
        assert_eq!((served.organisation.as_str(), served.languages().len()), ("Half", 1));
        assert!(!folder.join(PUBLISHING).exists());
    }

    #[test]
    fn no_key_leads_out_of_the_folder() {
        let data = tempfile::tempdir().unwrap();
        let manuscripts = Manuscripts::new(data.path());
        for key in ["..", "../x", "a/b", "", "A", "%2e%2e"] {
            assert!(manuscripts.find(key).is_none() && manuscripts.save_draft(key, &bundled()).is_err(), "{key}");
        }
    }
}
