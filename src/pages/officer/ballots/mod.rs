//! Ballots as officers see them: the list, one ballot with its places, vouchers and tallies, settling a tally, the count
//! before it is published, and making a ballot from themes.
//!
//! Before the close no page here has a result: turnout is all there is.

pub mod list;
pub mod making;
pub mod overview;
pub mod publishing;
pub mod record;
pub mod settling;
pub mod tally_links;
pub mod vouchers;

/// Where the page of a ballot is; `rest` is empty or begins with a slash.
pub fn address(ballot: &str, rest: &str) -> String {
    format!("/officer/b/{ballot}{rest}")
}
