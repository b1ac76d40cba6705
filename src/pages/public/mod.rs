//! Pages that anybody may see at any time: what is being asked, who to talk to, their information, their receipt.

pub mod accessibility;
pub mod campaign;
pub mod complain;
pub mod hear;
pub mod help;
pub mod home;
pub mod invited;
pub mod join;
pub mod plan;
pub mod plan_parts;
pub mod plan_version;
pub mod privacy;
pub mod publication;
pub mod receipt;
pub mod you_said;
pub mod results;
pub mod results_for_children;
pub mod results_village;
pub mod village;

use super::{Page, Words};

/// What every public page is told.
#[derive(Debug, Clone, Copy)]
pub struct Front<'a> {
    /// The language and the edition it is read in.
    pub words: Words,
    /// The languages it can be read in.
    pub languages: &'a [&'a str],
    /// Who runs this website.
    pub organisation: &'a str,
}

impl<'a> Front<'a> {
    /// The page around it.
    pub fn page(&self, title: &'a str) -> Page<'a> {
        Page {
            lang: self.words.lang(),
            languages: self.languages,
            organisation: self.organisation,
            edition: self.words.edition(),
            ..Page::titled(title)
        }
    }
}
