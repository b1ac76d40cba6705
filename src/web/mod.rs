//! What answers requests: one file a page or action, by audience.
//!
//! Each handler reads the request, asks the facts and the store, and gives a page its values. Leaves out how a
//! page looks (`pages`), what an answer may be (`survey`) and where anything is kept (`store`).

pub mod account;
pub mod address;
pub mod campaign;
pub mod ballot;
pub mod cookie;
pub mod county_plan;
pub mod error;
pub mod form;
pub mod headers;
pub mod language;
pub mod officer;
pub mod plans;
pub mod public;
pub mod reply;
pub mod respond;
pub mod routes;
pub mod state;
pub mod upload;

pub use campaign::Walls;
pub use error::PageError;
pub use form::Form;
pub use officer::{KeptColumns, Turns, Unprinted, Views, make_vouchers};
pub use public::Press;
pub use routes::routes;
pub use state::{State, now, today};
pub use upload::Upload;
