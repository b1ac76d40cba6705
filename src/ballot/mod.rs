//! Votes: what may be voted for, papers, how they are counted, tallies by hand, turnout and vouchers.
//!
//! A [`Ballot`] is read once from its folder and is then known to be whole. [`count`] gives a [`Count`] whose rounds
//! explain themselves; [`Audit`] is the file from which anybody can count again. Everything is pure: the same papers,
//! in whatever order, with the same seed give the same result. Leaves out where papers and vouchers are kept (`store`),
//! how a paper looks (`pages`), and figures about people that are published (`breakdown`).

mod audit;
mod audit_notes;
#[cfg(test)]
mod audit_tests;
mod blt;
#[cfg(test)]
mod blt_tests;
mod changes;
mod count;
mod definition;
mod explain;
pub mod format;
mod lines;
mod method;
mod methods;
#[cfg(test)]
mod oracle_tests;
mod paper;
mod papers;
mod parse;
#[cfg(test)]
mod parse_tests;
mod proposal;
mod sheet;
mod tally;
mod tie;
mod turnout;
mod votes;
mod voucher;
mod written;
#[cfg(test)]
mod vectors_tests;

pub use audit::{
    Audit, AuditBallot, AuditByHand, AuditCandidate, AuditPapers, AuditPlace, AuditProblem, AuditResult, Recount,
};
pub use audit_notes::{AuditNotes, AuditOpened, AuditWhy};
pub use blt::{Blt, BltProblem};
pub use changes::{Fixed, Refusal, may_change};
pub use count::{Count, CountProblem, Election, Held, Outcome, Pairs, Round, Standing, Step, Tallied, Why, ranks};
pub use definition::{Ballot, BallotWording, Candidate, MOST_CANDIDATES, MOST_POINTS, PaperForm};
pub use explain::{explain, explain_result};
pub use lines::{LineDifference, compare_lines};
pub use method::Method;
pub use methods::count;
pub use paper::{Marked, Marks, Paper, Spoilt};
pub use papers::{Builder, Papers};
pub use parse::{BallotFiles, parse};
pub use proposal::{Proposal, ProposalState};
pub use sheet::{LineProblem, MOST_ON_A_SHEET, Sheet, SheetDifference, SheetField};
pub use tally::{AgreedTally, Checked, NotAgreed, TallyDifference, TallyFault, TallyField, Typing};
pub use tie::{Seed, Tie, TieAbout};
pub use turnout::{BrowserMark, TurnoutGroup, entitled_in, is_same_person};
pub use votes::Votes;
pub use voucher::{VOUCHER_BYTES, Voucher};
pub use written::Cast;
