//! Whether postcode files can be read, and whether their districts are those of the geographies.

use std::path::{Path, PathBuf};

use super::Checked;
use crate::finding::Finding;
use crate::geography::{self, Postcodes};
use crate::library::{Kind, Library};

impl Checked {
    /// Checks files that were found at a place.
    pub(super) fn postcode_files(&mut self, place: &Path, files: &[PathBuf]) {
        let place = place.display().to_string();
        if files.is_empty() {
            let problem = "no .csv file is in this folder: put postcode files here as they are published";
            return self.findings.push(Finding::error(&place, "", problem));
        }
        let (table, findings) = Library::read_postcodes(files);
        self.read += files.len();
        self.findings.extend(findings);
        if !table.is_empty() {
            self.districts_of(&place, &table);
        }
    }

    /// Says which districts of the geographies the postcodes leave out.
    fn districts_of(&mut self, place: &str, table: &Postcodes) {
        if self.geographies.is_empty() {
            let bundled = Library::bundled_analysis(Kind::Geography);
            self.geographies.extend(bundled.iter().filter_map(|(name, text)| geography::parse(name, text).ok()));
        }
        for geography in &self.geographies {
            let missing = table.without_postcodes(geography);
            if missing.len() == geography.districts.len() {
                let problem = format!(
                    "no postcode is in {}: bring files that cover it, or its districts have other codes in these",
                    geography.name
                );
                self.findings.push(Finding::warning(place, &geography.key, problem));
            } else if !missing.is_empty() {
                let problem =
                    format!("no postcode in use is in {}: districts may have got other codes", missing.join(", "));
                self.findings.push(Finding::warning(place, &geography.key, problem));
            }
        }
    }
}
