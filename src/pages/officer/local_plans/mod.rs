//! Plans of districts: which district has one, what one takes over from the county's plan and adds, and the forms in
//! which officers write it.
//!
//! Leaves out how a local plan is put together with the county's (`plan`).

pub mod district;
pub mod indicator;
pub mod list;
pub mod own;
