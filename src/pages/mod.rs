//! All HTML: what each page says and how it is marked up.
//!
//! A page is a plain struct of values with a `render`, and a `sample` for looking at it and for tests. Pages know
//! the facts and what a report says, and nothing else: not the store, not the request, not the clock. Leaves out who may see a page and
//! what stands in it (that is `web`). The words of a page are together at the top of its file.

pub mod analysis_report;
pub mod campaign;
pub mod evaluation_report;
pub mod ballot;
pub mod components;
pub mod district_report;
pub mod error;
pub mod figures;
pub mod layout;
pub mod letter;
pub mod officer;
pub mod public;
pub mod respond;
pub mod sheet;
mod standalone;
pub mod words;

pub use layout::{Corner, Current, NavLink, Page, Sheet, Width};
pub use words::Words;
