//! Heard as people meet it: the real program, real databases and a real browser.
//!
//! One test binary, so that one browser and one PostgreSQL serve every journey. A journey is a module
//! named for the person who makes it.

#[path = "../support/mod.rs"]
mod support;

mod ballots;
mod barriers;
mod coding;
mod durability;
mod editor;
mod evidence;
mod install;
mod links;
mod local_plans;
mod machinery;
mod officer;
mod questionnaires;
mod plan;
mod publications;
mod respond;
mod search;
mod store;
mod town;
mod words;
