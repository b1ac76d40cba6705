//! `heard check [PATH…]`: is what somebody wrote whole, and what would a careful reader question?
//!
//! Reads surveys, code frames, geographies, plans and postcodes through the same readers that the server uses, and
//! prints the reading age of every edition. Leaves out what the findings are: each reader knows its own.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::many;
use crate::ballot::{self, Ballot, BallotFiles};
use crate::config::Config;
use crate::finding::{Finding, Severity};
use crate::geography::{self, Geography};
use crate::library::ballots::BALLOT_FILE;
use crate::library::{self, Kind, Library, UNSERVED, postcodes};
use crate::survey::{Consultation, SurveyFiles};
use crate::text::reading_age::{self, EditionAge};
use crate::themes::CodeFrame;
use crate::{plan, survey};

mod plans;
mod postcode_files;

/// What to check.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A survey's folder, or a file of a survey, code frame, geography, plan or postcodes; a folder is searched for them.
    /// Without a path, every bundled file and every one in the data folder is checked
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,
}

/// What was found, and in how many surveys and files.
#[derive(Debug, Default)]
pub struct Checked {
    pub findings: Vec<Finding>,
    /// Surveys and files read.
    pub read: usize,
    /// Every edition of the surveys that are whole.
    pub editions: Vec<EditionAge>,
    /// The surveys that are whole, each with its file.
    surveys: Vec<(String, Consultation)>,
    /// The ballots that are whole, each with its file.
    ballots: Vec<(String, Ballot)>,
    /// The keys of what a survey may name: the geographies, plans and code frames read.
    keys: BTreeSet<String>,
    geographies: Vec<Geography>,
    /// The plans that are whole, each with its file.
    plans: Vec<(String, plan::Plan)>,
}

/// Checks and prints. True when nothing keeps any file from being used.
pub fn run(args: &Args, config: &Config) -> bool {
    let checked = if args.paths.is_empty() { check_all(&config.data) } else { check_paths(&args.paths, &config.data) };
    if !checked.editions.is_empty() {
        println!("{}", reading_age::heading());
        for edition in &checked.editions {
            println!("{edition}");
        }
        println!();
    }
    for finding in &checked.findings {
        println!("{finding}");
    }
    let errors = checked.findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    let warnings = checked.findings.len() - errors;
    println!("Checked {}: {}, {}.", many(checked.read, "file"), many(errors, "error"), many(warnings, "warning"));
    errors == 0 && checked.read > 0
}

/// Checks every file that is part of the program, those of a data folder, and that they fit together.
pub fn check_all(data: &Path) -> Checked {
    let mut checked = Checked::default();
    for files in Library::bundled_surveys() {
        checked.survey(&files);
    }
    for files in Library::bundled_ballots() {
        checked.ballot(&files);
    }
    for kind in Kind::ALL {
        for (name, text) in Library::bundled_analysis(kind) {
            checked.file(&name, &text);
        }
    }
    for folder in ["surveys", "analysis"].map(|folder| data.join(folder)) {
        if folder.is_dir() {
            checked.path(&folder);
        }
    }
    checked.plans_beside_each_other();
    // A sample of one county says nothing of the districts of others.
    checked.findings.extend(Library::sample_postcodes().1);
    let folder = data.join(postcodes::FOLDER);
    if folder.is_dir() {
        checked.postcode_files(&folder, &Library::postcode_files(&folder));
    }
    for finding in Library::load(Some(data)).err().unwrap_or_default() {
        if !checked.findings.contains(&finding) {
            checked.findings.push(finding);
        }
    }
    checked
}

/// Checks what is at these paths, and that a survey names only what is there: in these paths, in the data folder, or
/// part of the program.
pub fn check_paths(paths: &[PathBuf], data: &Path) -> Checked {
    let mut checked = Checked::default();
    for path in paths {
        checked.path(path);
    }
    checked.plans_beside_each_other();
    // What else is wrong in the data folder is another matter.
    let library = Library::load(Some(data)).or_else(|_| Library::load(None));
    if let Ok(library) = library {
        checked.plans_beside_the_rest(&library);
        for (file, consultation) in &checked.surveys {
            checked.findings.extend(library.missing_links(consultation, file, &checked.keys));
        }
        for (file, ballot) in &checked.ballots {
            checked.findings.extend(library.missing_of_ballot(ballot, file));
        }
    }
    checked
}

impl Checked {
    fn path(&mut self, path: &Path) {
        let name = path.display().to_string();
        if path.is_dir() {
            return self.folder(path);
        }
        if path.file_name().is_some_and(|file| file == "survey.toml" || file == BALLOT_FILE) {
            let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
            return self.folder(folder);
        }
        if is_table(path) {
            return self.postcode_files(path, &[path.to_owned()]);
        }
        match std::fs::read(path) {
            Err(error) => self.findings.push(Finding::error(&name, "", format!("cannot be read: {error}"))),
            Ok(bytes) => match String::from_utf8(bytes) {
                Ok(text) => self.file(&name, &text),
                Err(error) => {
                    let valid = error.utf8_error().valid_up_to();
                    let line = error.as_bytes()[..valid].iter().filter(|byte| **byte == b'\n').count() + 1;
                    let problem = "holds characters that are not UTF-8: save the file as UTF-8";
                    self.findings.push(Finding::error(&name, "", problem).at_line(line));
                }
            },
        }
    }

    /// A survey's folder, or a folder of such folders and files.
    fn folder(&mut self, folder: &Path) {
        if folder.join("survey.toml").is_file() {
            match Library::survey_folder(folder) {
                Ok(files) => self.survey(&files),
                Err(finding) => self.findings.push(finding),
            }
            return;
        }
        if folder.join(BALLOT_FILE).is_file() {
            match Library::ballot_folder(folder) {
                Ok(files) => self.ballot(&files),
                Err(finding) => self.findings.push(finding),
            }
            return;
        }
        if folder.ends_with(postcodes::FOLDER) {
            return self.postcode_files(folder, &Library::postcode_files(folder));
        }
        let before = self.read;
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
        let mut paths: Vec<PathBuf> = entries.map(|entry| entry.path()).collect();
        paths.sort();
        // What officers have not published yet, and what they published before, is not what is served.
        let kept = |path: &Path| UNSERVED.iter().any(|folder| path.ends_with(folder));
        for path in paths.into_iter().filter(|path| !kept(path)) {
            if path.is_dir() || path.extension().is_some_and(|extension| extension == "toml") {
                self.path(&path);
            }
        }
        let is_draft = UNSERVED.iter().any(|inside| folder.join(inside).is_dir());
        if self.read == before && self.findings.is_empty() && !is_draft {
            let problem = "no survey, code frame, geography or plan is in this folder";
            self.findings.push(Finding::error(&folder.display().to_string(), "", problem));
        }
    }

    fn survey(&mut self, files: &SurveyFiles) {
        self.read += 1 + files.wordings.len();
        self.findings.extend(match survey::parse(files) {
            Ok((read, mut warnings)) => {
                let (editions, above) = reading_age::editions(&files.survey.0, &read);
                self.editions.extend(editions);
                warnings.extend(above);
                self.surveys.push((files.survey.0.clone(), read));
                warnings
            }
            Err(findings) => findings,
        });
    }

    fn ballot(&mut self, files: &BallotFiles) {
        self.read += 1 + files.wordings.len();
        self.findings.extend(match ballot::parse(files) {
            Ok((read, warnings)) => {
                self.ballots.push((files.ballot.0.clone(), read));
                warnings
            }
            Err(findings) => findings,
        });
    }

    /// A single file, of the kind that its top-level keys show.
    fn file(&mut self, name: &str, text: &str) {
        self.read += 1;
        let table: toml::Table = match crate::finding::read_toml(name, text) {
            Ok(table) => table,
            Err(finding) => return self.findings.push(finding),
        };
        let keys = &mut self.keys;
        // A geography lists its districts; the plan of one district names it.
        let findings = if table.get("district").is_some_and(toml::Value::is_array) {
            match geography::parse(name, text) {
                Err(findings) => findings,
                Ok(read) => {
                    keys.insert(read.key.clone());
                    self.geographies.push(read);
                    Vec::new()
                }
            }
        } else if table.contains_key("outcome") || table.contains_key("inherits") {
            plan::parse(name, text).map_or_else(
                |findings| findings,
                |read| {
                    keys.insert(read.key.clone());
                    let findings = plan::check(name, &read);
                    self.plans.push((name.to_owned(), read));
                    findings
                },
            )
        } else if table.contains_key("theme") {
            keys.insert(library::key_of(name));
            CodeFrame::read(name, text).map_or_else(
                |findings| findings,
                |(frame, warnings)| warnings.into_iter().chain(frame.question(name)).collect(),
            )
        } else {
            let problem = "is not a file Heard knows: a geography has [[district]], a plan [[outcome]], a code frame \
                           [[theme]]; check wording through its survey's folder";
            vec![Finding::error(name, "", problem)]
        };
        self.findings.extend(findings);
    }
}

fn is_table(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("csv"))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A copy of the bundled survey that names this geography, in a folder of its own.
    fn survey_naming(folder: &Path, geography: &str) {
        for (path, bytes) in Library::bundled_survey("worcestershire-cypp") {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            std::fs::write(
                path,
                text.replace("geography = \"worcestershire\"", &format!("geography = \"{geography}\"")),
            )
            .unwrap();
        }
    }

    fn errors(checked: &Checked) -> Vec<String> {
        let errors = checked.findings.iter().filter(|finding| finding.severity == Severity::Error);
        errors.map(ToString::to_string).collect()
    }

    #[test]
    fn a_survey_that_names_a_geography_nobody_has_is_told_so() {
        let folder = tempfile::tempdir().unwrap();
        let (survey, data) = (folder.path().join("survey"), folder.path().join("data"));
        survey_naming(&survey, "worcestershire");
        assert_eq!(errors(&check_paths(std::slice::from_ref(&survey), &data)), Vec::<String>::new());
        survey_naming(&survey, "narnia");
        let found = errors(&check_paths(std::slice::from_ref(&survey), &data));
        assert!(matches!(found.as_slice(), [one] if one.contains("narnia") && one.contains("geography")), "{found:?}");
    }

    #[test]
    fn a_local_plan_alone_is_held_against_the_countys_plan_of_the_library() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("local.toml");
        let bundled = include_str!("../../analysis/plans/wychavon-local-2014.toml");
        let asked = |text: String| {
            std::fs::write(&file, text).unwrap();
            let found = check_paths(std::slice::from_ref(&file), folder.path()).findings;
            found.into_iter().map(|finding| finding.to_string()).collect::<Vec<_>>().join("\n")
        };
        let late =
            bundled.replace("starts = \"2014\"", "starts = \"2018\"").replace("ends = \"2017\"", "ends = \"2020\"");
        let late = asked(late);
        assert!(late.contains("begins (2018) after the plan whose outcomes it takes over has ended (2017)"), "{late}");
        assert!(!asked(bundled.to_owned()).contains("whose outcomes it takes over"));
        let lost = asked(bundled.replace("worcestershire-cypp-2014", "no-such-plan"));
        assert!(lost.contains("there is no plan \"no-such-plan\""), "{lost}");
    }

    #[test]
    fn without_a_path_the_data_folder_is_checked_too() {
        let data = tempfile::tempdir().unwrap();
        survey_naming(&data.path().join("surveys/worcestershire-cypp"), "worcestershire");
        assert_eq!(errors(&check_all(data.path())), Vec::<String>::new());
        survey_naming(&data.path().join("surveys/worcestershire-cypp"), "narnia");
        assert!(errors(&check_all(data.path())).iter().any(|error| error.contains("narnia")));
    }

    #[test]
    fn the_bundled_childs_edition_is_read_youngest_and_meets_its_target() {
        for files in Library::bundled_surveys() {
            let (consultation, _) = survey::parse(&files).unwrap();
            let (editions, _) = reading_age::editions("surveys/x/survey.toml", &consultation);
            assert!(editions.len() > consultation.perspectives.len());
            let is_childs = |edition: &&EditionAge| edition.target == reading_age::TARGET_OF_CHILDREN;
            for child in editions.iter().filter(is_childs) {
                let Some(measured) = &child.measured else { continue };
                assert!(measured.reading_age <= 7.0, "{child:?}");
                assert!(measured.words > 50, "{child:?}");
            }
        }
    }

    #[test]
    fn the_page_of_reading_ages_says_what_is_measured_and_no_edition_is_above_its_target() {
        let page = include_str!("../../docs/reading-ages.md");
        let mut measured = Vec::new();
        for files in Library::bundled_surveys() {
            let (consultation, _) = survey::parse(&files).unwrap();
            let (editions, above) = reading_age::editions("surveys/x/survey.toml", &consultation);
            assert!(above.is_empty(), "{above:?}");
            measured.extend(editions.iter().filter(|one| one.measured.is_some()).map(ToString::to_string));
        }
        let mut shown: Vec<&str> = page.lines().filter(|line| line.contains(", en ")).collect();
        measured.sort_unstable();
        shown.sort_unstable();
        assert!(!measured.is_empty() && page.contains(&reading_age::heading()));
        assert_eq!(shown, measured);
    }

    #[test]
    fn postcodes_in_the_data_folder_are_checked_against_the_geographies() {
        let data = tempfile::tempdir().unwrap();
        let folder = data.path().join(postcodes::FOLDER);
        std::fs::create_dir(&folder).unwrap();
        let said = |checked: Checked| checked.findings.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
        assert!(said(check_all(data.path())).contains("no .csv file"));
        let file = folder.join("NSPL.csv");
        std::fs::write(&file, "pcds,doterm,lad26cd\nWR5 1TG,,E07000237\nWR5,,E07000237\nDY10 1AA,,E06000999\n")
            .unwrap();
        for checked in [
            check_all(data.path()),
            check_paths(std::slice::from_ref(&file), data.path()),
            check_paths(&[folder], data.path()),
        ] {
            assert_eq!(errors(&checked), Vec::<String>::new());
            let said = said(checked);
            assert!(said.contains("NSPL.csv:3: postcode: warning: is not a postcode"), "{said}");
            assert!(
                said.contains("no postcode in use is in Bromsgrove, Malvern Hills, Redditch, Wychavon, Wyre Forest"),
                "{said}"
            );
        }
        std::fs::write(&file, "name,age\nA,9\n").unwrap();
        assert!(errors(&check_all(data.path())).iter().any(|error| error.contains("no layout")));
    }
}
