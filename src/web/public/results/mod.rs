//! `/results`: what was published, at addresses that stay, with the files to take away and feeds.
//!
//! `/results/{consultation}/{number}` is the county's report and `/results/{consultation}/{number}/{district}` a
//! district's; an ending such as `.pdf` gives the same as a file. Everything is made of what was frozen and of nothing
//! else, but for quotes that have gone since. Leaves out publishing (`web::officer::publish`).

mod feeds;
mod opened;
mod page;
mod press;
mod printed;

pub use opened::{day_of, part_of};
pub use press::Press;

use actix_web::web::{ServiceConfig, get};

/// The addresses under `/results`.
pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/results", get().to(page::list))
        .route("/results/feed.atom", get().to(feeds::atom))
        .route("/results/feed.rss", get().to(feeds::rss))
        .route("/results/{consultation}", get().to(page::newest))
        .route("/results/{consultation}/{number}", get().to(printed::county))
        .route("/results/{consultation}/{number}/{district}", get().to(printed::district));
}

/// Where a publication is for good, on a website whose addresses start like this.
pub fn address_of(website: &str, consultation: &str, number: u32) -> String {
    format!("{}/results/{consultation}/{number}", website.trim_end_matches('/'))
}
