//! Code frames, discovery, naming and coding of themes.
//!
//! [`analyse`] is the way in: answers to one question go in, themes and codings come out. The same
//! answers, code frame and seed give the same result, whatever the number of threads. Leaves out who
//! answered and how themes differ between groups (`breakdown`), and learning from officers' codings.

mod agreement;
mod analysis;
mod anchor;
mod assign;
mod coding;
mod consensus;
mod corpus;
mod discovered;
mod discovery;
mod evaluation;
mod distinct;
mod features;
mod frame;
mod frame_check;
mod kmeans;
mod learning;
mod levels;
mod lexicon;
mod matrix;
mod named;
mod naming;
mod places;
mod prior;
mod quotes;
mod refine;
mod reliability;
mod seeded;
mod shown;
mod smoothing;
mod tree;
mod watch;

pub use agreement::{Agreement, Measure, agreement};
pub use analysis::{Analysis, AnalysisSettings, Progress, SetAside, Step, analyse, analyse_again, analyse_while};
pub use anchor::Known;
pub use coding::Coding;
pub use consensus::rand_index;
pub use corpus::Corpus;
pub use discovery::{Discovery, DiscoverySettings, discover};
pub use evaluation::{Asked, Coded, Evaluation, Prediction, evaluate, theme_places};
pub use frame::{CodeFrame, FrameTheme, Strength};
pub use learning::{Coder, InContext, Judged, MOST_LEARNT_FROM, next_to_code};
pub use levels::Branch;
pub use lexicon::{Lexicon, part_with_terms};
pub use naming::{ThemeName, name_themes};
pub use places::PlaceNames;
pub use quotes::choose_quotes;
pub use reliability::{Scale, cohens_kappa, fleiss_kappa, krippendorff_alpha};
pub use watch::{Cancelled, Watch};

/// Which version of the engine made a coding; changes whenever the same input could give another result.
pub const ENGINE_VERSION: &str = "themes-3";

/// The label of an answer that has no theme yet.
const FREE: u32 = u32::MAX;

/// One theme found in or used on a set of answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Theme {
    /// What codings call it: the code frame's key, or made from the name (`bus-fares`), unique in an analysis.
    pub key: String,
    /// What an officer would call it, in sentence case.
    pub name: String,
    /// What it means: the code frame's definition, or how the machine describes a theme it found.
    pub description: String,
    /// The words and phrases that mark it most, best first.
    pub terms: Vec<String>,
    /// How many answers are coded with it.
    pub answers: usize,
    /// Places (in the answers given, from 0) of up to three answers that show it: central, short, different.
    pub quotes: Vec<usize>,
    /// Whether a code frame named it; otherwise it is a candidate that no officer has approved.
    pub is_from_frame: bool,
}
