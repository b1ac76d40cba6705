//! The postcode files: a bundled sample of one county, or those an installation brings under `postcodes/` in its data
//! folder, which replace the sample.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use super::{BundledGeographies, Library};
use crate::finding::Finding;
use crate::geography::{PostcodeReader, Postcodes};

/// The files' own folder, in the data folder and under `analysis/geography/`.
pub const FOLDER: &str = "postcodes";

/// Where the postcodes of a library come from; they are read when they are first asked for.
#[derive(Default)]
pub(super) struct PostcodeFiles {
    read: OnceLock<Postcodes>,
}

impl Library {
    /// The postcodes of the data folder's files, or of the bundled sample where it has none. The first call reads them,
    /// which for the whole country takes seconds; a server asks once before it answers anyone. What cannot be read is
    /// left out: `heard check` says what.
    pub fn postcodes(&self) -> &Postcodes {
        self.postcodes.read.get_or_init(|| match self.local_postcode_files() {
            files if files.is_empty() => Self::sample_postcodes().0,
            files => Self::read_postcodes(&files).0,
        })
    }

    /// Whether the postcodes are only the bundled sample, by which most people would be told that theirs is not known.
    pub fn has_sample_postcodes_only(&self) -> bool {
        self.local_postcode_files().is_empty()
    }

    /// The bundled sample, and what is wrong with it.
    pub fn sample_postcodes() -> (Postcodes, Vec<Finding>) {
        let mut reader = PostcodeReader::default();
        let mut findings = Vec::new();
        for path in <BundledGeographies as rust_embed::RustEmbed>::iter() {
            let is_sample = path.starts_with(&format!("{FOLDER}/")) && path.ends_with(".csv");
            let Some(file) = BundledGeographies::get(&path).filter(|_| is_sample) else { continue };
            findings.extend(reader.read(&format!("analysis/geography/{path}"), &*file.data));
        }
        (reader.finish(), findings)
    }

    /// The postcodes of some files, the last file's word standing over those before, and what is wrong with them.
    pub fn read_postcodes(files: &[PathBuf]) -> (Postcodes, Vec<Finding>) {
        let mut reader = PostcodeReader::default();
        let mut findings = Vec::new();
        for path in files {
            let name = path.display().to_string();
            findings.extend(match File::open(path) {
                Ok(file) => reader.read(&name, file),
                Err(error) => vec![Finding::error(&name, "", format!("cannot be read: {error}"))],
            });
        }
        (reader.finish(), findings)
    }

    /// The postcode files of a folder, in order of their names.
    pub fn postcode_files(folder: &Path) -> Vec<PathBuf> {
        let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
        let is_table = |path: &PathBuf| path.extension().is_some_and(|it| it.eq_ignore_ascii_case("csv"));
        let mut files: Vec<PathBuf> = entries.filter(is_table).collect();
        files.sort();
        files
    }

    fn local_postcode_files(&self) -> Vec<PathBuf> {
        self.local.as_ref().map(|local| Self::postcode_files(&local.join(FOLDER))).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::geography::PostcodeProblem;
    use crate::survey::District;

    #[test]
    fn an_installations_own_files_replace_the_sample() {
        let data = tempfile::tempdir().unwrap();
        let bundled = Library::load(Some(data.path())).map_err(|findings| format!("{findings:?}")).unwrap();
        let county = bundled.find_geography("worcestershire").unwrap();
        assert!(bundled.has_sample_postcodes_only());
        let bromsgrove = Ok(District::Area("bromsgrove".to_owned()));
        assert_eq!(bundled.postcodes().find(county, "b45 8bs"), bromsgrove);

        std::fs::create_dir(data.path().join(FOLDER)).unwrap();
        let file = data.path().join(FOLDER).join("NSPL_AUG_2026_UK.csv");
        std::fs::write(file, "pcds,doterm,lad26cd\nWR5 1TG,,E07000237\n").unwrap();
        let own = Library::load(Some(data.path())).map_err(|findings| format!("{findings:?}")).unwrap();
        assert!(!own.has_sample_postcodes_only());
        assert_eq!(own.postcodes().find(county, "wr5 1tg"), Ok(District::Area("worcester".to_owned())));
        assert_eq!(own.postcodes().find(county, "b45 8bs"), Err(PostcodeProblem::NotKnown));
    }
}
