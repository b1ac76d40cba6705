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

/// Who may vote where no voucher is needed, and what that cannot hold off.
pub const OPEN_VOTING: &str = "anybody, without a code. A browser that has voted says so, and “next person” lets a class share it, so \
                               one person can vote again: nothing can tell. Vouchers can";

/// Where the page of a ballot is; `rest` is empty or begins with a slash.
pub fn address(ballot: &str, rest: &str) -> String {
    format!("/officer/b/{ballot}{rest}")
}
