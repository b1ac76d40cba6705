//! The files Heard works from: surveys, code frames, geographies, plans and word vectors.
//!
//! Every bundled file is part of the program, so it runs with nothing beside it. Files in the data folder
//! (`surveys/KEY/`, `analysis/code-frames/`, `analysis/geography/`, `analysis/plans/`) come before bundled
//! ones of the same key; its postcode files (`postcodes/`) replace the bundled sample. Leaves out what the files mean: the facts read them.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use rust_embed::RustEmbed;

use crate::ballot::Ballot;
use crate::finding::Finding;
use crate::geography::{self, Geography};
use crate::plan::{self, Plan};
use crate::survey::{self, Consultation, SurveyFiles};
use crate::text::Vectors;
use crate::themes::{CodeFrame, Lexicon, PlaceNames};

pub mod ballots;
mod manuscripts;
pub mod postcodes;
mod shelf;

pub use manuscripts::{Manuscripts, UNSERVED, Version, Written};
pub use shelf::Shelf;

#[derive(RustEmbed)]
#[folder = "surveys"]
struct BundledSurveys;

#[derive(RustEmbed)]
#[folder = "analysis/geography"]
struct BundledGeographies;

#[derive(RustEmbed)]
#[folder = "analysis/plans"]
struct BundledPlans;

#[derive(RustEmbed)]
#[folder = "analysis/code-frames"]
struct BundledCodeFrames;

/// The kinds of file that stand under `analysis/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Geography,
    Plan,
    CodeFrame,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Geography, Self::Plan, Self::CodeFrame];

    /// Its folder of `analysis/`.
    fn folder(self) -> &'static str {
        match self {
            Self::Geography => "geography",
            Self::Plan => "plans",
            Self::CodeFrame => "code-frames",
        }
    }
}

/// Everything that was read, known to be whole.
pub struct Library {
    consultations: BTreeMap<String, Arc<Consultation>>,
    ballots: BTreeMap<String, Arc<Ballot>>,
    geographies: BTreeMap<String, Arc<Geography>>,
    plans: BTreeMap<String, Arc<Plan>>,
    code_frames: BTreeMap<String, Arc<CodeFrame>>,
    postcodes: Arc<postcodes::PostcodeFiles>,
    /// Code frames made ready so far.
    lexicons: Arc<Mutex<BTreeMap<String, Arc<Lexicon>>>>,
    local: Option<PathBuf>,
}

impl Library {
    /// Reads the bundled files and those under `local`, usually the data folder.
    ///
    /// # Errors
    /// Every finding that keeps a file from being used.
    pub fn load(local: Option<&Path>) -> Result<Self, Vec<Finding>> {
        let mut library = Self {
            consultations: BTreeMap::new(),
            ballots: BTreeMap::new(),
            geographies: BTreeMap::new(),
            plans: BTreeMap::new(),
            code_frames: BTreeMap::new(),
            postcodes: Arc::default(),
            lexicons: Arc::default(),
            local: local.map(Path::to_owned),
        };
        let mut findings = Vec::new();
        let mut take = |result: Result<(), Vec<Finding>>| findings.extend(result.err().unwrap_or_default());
        for (name, text) in library.analysis_files(Kind::Geography) {
            take(geography::parse(&name, &text).map(|read| {
                library.geographies.insert(read.key.clone(), Arc::new(read));
            }));
        }
        let mut plan_files = BTreeMap::new();
        for (name, text) in library.analysis_files(Kind::Plan) {
            take(plan::parse(&name, &text).map(|read| {
                plan_files.insert(read.key.clone(), name);
                library.plans.insert(read.key.clone(), Arc::new(read));
            }));
        }
        for (name, text) in library.analysis_files(Kind::CodeFrame) {
            take(CodeFrame::read(&name, &text).map(|(read, _)| {
                library.code_frames.insert(key_of(&name), Arc::new(read));
            }));
        }
        Manuscripts::finish_all(local);
        for files in library.survey_folders() {
            take(survey::parse(&files).map(|(read, _)| {
                library.consultations.insert(read.key.clone(), Arc::new(read));
            }));
        }
        for consultation in library.consultations.values() {
            let file = format!("surveys/{}/survey.toml", consultation.key);
            findings.extend(library.missing_links(consultation, &file, &BTreeSet::new()));
        }
        findings.extend(library.missing_themes(&plan_files));
        let plans = plan_files.iter().filter_map(|(key, file)| Some((file.as_str(), &**library.plans.get(key)?)));
        findings.extend(plan::check_inherited(&plans.collect::<Vec<_>>()));
        findings.extend(library.load_ballots());
        if findings.is_empty() { Ok(library) } else { Err(findings) }
    }

    /// Every consultation, by key.
    pub fn consultations(&self) -> impl Iterator<Item = &Arc<Consultation>> {
        self.consultations.values()
    }

    /// Every plan, by key.
    pub fn plans(&self) -> impl Iterator<Item = &Arc<Plan>> {
        self.plans.values()
    }

    /// The consultation with this key.
    pub fn find_consultation(&self, key: &str) -> Option<&Arc<Consultation>> {
        self.consultations.get(key)
    }

    /// The geography with this key.
    pub fn find_geography(&self, key: &str) -> Option<&Arc<Geography>> {
        self.geographies.get(key)
    }

    /// The plan with this key.
    pub fn find_plan(&self, key: &str) -> Option<&Arc<Plan>> {
        self.plans.get(key)
    }

    /// The code frame with this key.
    pub fn find_code_frame(&self, key: &str) -> Option<&Arc<CodeFrame>> {
        self.code_frames.get(key)
    }

    /// The keys of the districts that a consultation offers, in the geography's order.
    pub fn district_keys(&self, consultation: &Consultation) -> Vec<String> {
        let geography = self.geographies.get(&consultation.geography);
        geography.map(|geography| geography.districts.iter().map(|area| area.key.clone()).collect()).unwrap_or_default()
    }

    /// The invented responses bundled with a survey: the file's name and contents.
    pub fn sample(&self, consultation: &Consultation) -> Option<(String, Cow<'static, [u8]>)> {
        let name = format!("{}/{}", consultation.key, consultation.sample.as_ref()?);
        let local = self.local.as_ref().map(|local| local.join("surveys").join(&name));
        if let Some(bytes) = local.and_then(|path| std::fs::read(path).ok()) {
            return Some((format!("surveys/{name}"), Cow::Owned(bytes)));
        }
        let bundled = BundledSurveys::get(&name)?;
        Some((format!("surveys/{name}"), bundled.data))
    }

    /// The bundled files of a survey by path inside its folder, so that a copy can be made and changed.
    pub fn bundled_survey(key: &str) -> Vec<(String, Vec<u8>)> {
        let inside = |path: &str| path.strip_prefix(key).and_then(|rest| rest.strip_prefix('/')).map(str::to_owned);
        let files = BundledSurveys::iter().filter_map(|path| Some((inside(&path)?, BundledSurveys::get(&path)?)));
        files.map(|(path, file)| (path, file.data.into_owned())).collect()
    }

    /// Every bundled file of a kind that `heard check` reads: name and contents.
    pub fn bundled_analysis(kind: Kind) -> Vec<(String, String)> {
        fn all<Folder: RustEmbed>(kind: Kind) -> Vec<(String, String)> {
            let name = |path: &str| format!("analysis/{}/{path}", kind.folder());
            let files = Folder::iter().filter(|path| path.ends_with(".toml"));
            let mut files: Vec<(String, String)> =
                files.filter_map(|path| Some((name(&path), text(&Folder::get(&path)?.data)))).collect();
            files.sort();
            files
        }
        match kind {
            Kind::Geography => all::<BundledGeographies>(kind),
            Kind::Plan => all::<BundledPlans>(kind),
            Kind::CodeFrame => all::<BundledCodeFrames>(kind),
        }
    }

    /// Every bundled survey's files.
    pub fn bundled_surveys() -> Vec<SurveyFiles> {
        let mut keys: Vec<String> = BundledSurveys::iter()
            .filter_map(|path| path.strip_suffix("/survey.toml").map(str::to_owned))
            .filter(|key| !key.contains('/'))
            .collect();
        keys.sort();
        keys.iter().map(|key| survey_files(&format!("surveys/{key}"), Self::bundled_survey(key))).collect()
    }

    /// Reads the files of a survey's folder on disk.
    ///
    /// # Errors
    /// A finding when the folder or a file cannot be read as text.
    pub fn survey_folder(folder: &Path) -> Result<SurveyFiles, Finding> {
        let name = folder.display().to_string();
        let mut files = Vec::new();
        for (inside, path) in [("", folder.to_owned()), ("wording/", folder.join("wording"))] {
            for (file, bytes) in toml_files(&path) {
                files.push((format!("{inside}{file}"), bytes));
            }
        }
        if !files.iter().any(|(path, _)| path == "survey.toml") {
            return Err(Finding::error(&name, "", "has no survey.toml: name a survey's folder"));
        }
        Ok(survey_files(&name, files))
    }

    /// The word vectors that the text engine compares answers by.
    pub fn vectors() -> &'static Vectors {
        static VECTORS: std::sync::LazyLock<Vectors> = std::sync::LazyLock::new(|| {
            let table = include_bytes!("../analysis/vectors/static256.i8");
            let vocabulary = include_str!("../analysis/vectors/vocab.txt");
            #[expect(clippy::expect_used, reason = "the table is part of the program, and a test reads it")]
            Vectors::from_bytes(table, vocabulary).expect("the bundled vectors are whole")
        });
        &VECTORS
    }

    /// The places that bundled geographies name.
    pub fn bundled_places() -> PlaceNames {
        let read =
            |(name, text): (String, String)| geography::parse(&name, &text).map(|it| it.places).unwrap_or_default();
        PlaceNames::of(&Self::bundled_analysis(Kind::Geography).into_iter().flat_map(read).collect::<Vec<_>>())
    }

    /// The places that every geography names.
    pub fn places(&self) -> PlaceNames {
        let places: Vec<_> = self.geographies.values().flat_map(|it| it.places.iter().cloned()).collect();
        PlaceNames::of(&places)
    }

    /// The code frame with this key, made ready once and kept; it knows the places of every geography by name.
    pub fn find_lexicon(&self, key: &str) -> Option<Arc<Lexicon>> {
        let frame = self.find_code_frame(key)?;
        // Nothing is half done in there when a thread panics.
        let mut known = self.lexicons.lock().unwrap_or_else(PoisonError::into_inner);
        let lexicon = known
            .entry(key.to_owned())
            .or_insert_with(|| Arc::new(Lexicon::new(frame, Self::vectors()).knowing(self.places())));
        Some(Arc::clone(lexicon))
    }

    fn analysis_files(&self, kind: Kind) -> Vec<(String, String)> {
        let mut files = Self::bundled_analysis(kind);
        if let Some(local) = &self.local {
            let folder = local.join("analysis").join(kind.folder());
            let named = |(name, bytes): (String, Vec<u8>)| (folder.join(name).display().to_string(), text(&bytes));
            files.extend(toml_files(&folder).into_iter().map(named));
        }
        files
    }

    fn survey_folders(&self) -> Vec<SurveyFiles> {
        let mut surveys = Self::bundled_surveys();
        let folder = self.local.as_ref().map(|local| local.join("surveys"));
        let entries = folder.and_then(|folder| std::fs::read_dir(folder).ok()).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
        paths.sort();
        surveys.extend(paths.iter().filter_map(|path| Self::survey_folder(path).ok()));
        surveys
    }

    /// What a consultation names that is nowhere: not bundled, not in the data folder and not among `also`. `file` is
    /// its survey's file, as findings should give it.
    pub fn missing_links(&self, consultation: &Consultation, file: &str, also: &BTreeSet<String>) -> Vec<Finding> {
        let links = [
            ("geography", Some(&consultation.geography), self.geographies.keys().collect::<Vec<_>>()),
            ("plan", consultation.plan.as_ref(), self.plans.keys().collect()),
            ("code_frame", consultation.code_frame.as_ref(), self.code_frames.keys().collect()),
        ];
        let missing = links.into_iter().filter_map(|(key, named, known)| {
            let named = named.filter(|named| !known.contains(named) && !also.contains(*named))?;
            Some(Finding::error(file, key, format!("\"{named}\" is not there; there are: {known:?}")))
        });
        missing.collect()
    }

    /// What outcomes of a plan name and the code frame of a consultation that feeds it does not have. A frame or plan
    /// that is not there is a missing link. `files` holds each plan's file by its key.
    fn missing_themes(&self, files: &BTreeMap<String, String>) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut pairs = BTreeSet::new();
        for consultation in self.consultations.values() {
            let (Some(plan), Some(frame)) = (&consultation.plan, &consultation.code_frame) else { continue };
            if !pairs.insert((plan, frame)) {
                continue;
            }
            let (Some(plan), Some(file)) = (self.plans.get(plan), files.get(plan)) else { continue };
            let Some(frame) = self.code_frames.get(frame) else { continue };
            let known: Vec<&str> = frame.themes.iter().map(|theme| theme.key.as_str()).collect();
            findings.extend(plan::check_themes(file, plan, &known));
        }
        findings
    }
}

fn survey_files(folder: &str, files: Vec<(String, Vec<u8>)>) -> SurveyFiles {
    let mut survey =
        SurveyFiles { survey: (format!("{folder}/survey.toml"), String::new()), wordings: BTreeMap::new() };
    for (path, bytes) in files {
        if path == "survey.toml" {
            survey.survey.1 = text(&bytes);
        } else if let Some(language) = path.strip_prefix("wording/").and_then(|name| name.strip_suffix(".toml")) {
            survey.wordings.insert(language.to_owned(), (format!("{folder}/{path}"), text(&bytes)));
        }
    }
    survey
}

fn toml_files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<(String, Vec<u8>)> = entries
        .filter(|entry| entry.path().extension().is_some_and(|extension| extension == "toml"))
        .filter_map(|entry| Some((entry.file_name().into_string().ok()?, std::fs::read(entry.path()).ok()?)))
        .collect();
    files.sort();
    files
}

/// The key of a code frame: it is known by the name of its file.
pub fn key_of(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.strip_suffix(".toml").unwrap_or(file).to_owned()
}

/// Bytes as text; what is not UTF-8 becomes U+FFFD, which the readers then refuse with its place.
fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_bundled_file_is_whole_and_linked() {
        let library = Library::load(None).map_err(|findings| format!("{findings:?}")).unwrap();
        let consultation = library.find_consultation("worcestershire-cypp").unwrap();
        assert_eq!(library.district_keys(consultation).len(), 6);
        assert!(library.sample(consultation).is_some());
        assert!(library.find_plan(consultation.plan.as_ref().unwrap()).is_some());
    }

    #[test]
    fn a_plan_that_names_a_theme_its_code_frame_lacks_is_refused_with_the_place() {
        let data = tempfile::tempdir().unwrap();
        let mut bundled = Library::bundled_analysis(Kind::Plan).into_iter();
        let (name, text) = bundled.find(|(name, _)| name.contains("worcestershire-cypp-2014")).unwrap();
        let path = data.path().join(&name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text.replace("\"information-access\"", "\"flying-cars\"")).unwrap();
        let findings = Library::load(Some(data.path())).err().unwrap();
        let found: Vec<String> = findings.iter().map(ToString::to_string).collect();
        assert!(
            matches!(found.as_slice(), [one] if one.contains("flying-cars") && one.contains("themes")),
            "{found:?}"
        );
    }

    #[test]
    fn a_survey_in_the_data_folder_comes_before_the_bundled_one() {
        let data = tempfile::tempdir().unwrap();
        for (path, bytes) in Library::bundled_survey("worcestershire-cypp") {
            let path = data.path().join("surveys/worcestershire-cypp").join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            let text = String::from_utf8_lossy(&bytes).replace("Worcestershire County Council", "Another council");
            std::fs::write(path, text).unwrap();
        }
        let library = Library::load(Some(data.path())).map_err(|findings| format!("{findings:?}")).unwrap();
        assert_eq!(library.find_consultation("worcestershire-cypp").unwrap().organisation, "Another council");
    }
}
