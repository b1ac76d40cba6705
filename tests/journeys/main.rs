//! Heard as people meet it: the real program, real databases and a real browser.
//!
//! One test binary, so that one browser and one PostgreSQL serve every journey. A journey is a module
//! named for the person who makes it.

#[path = "../support/mod.rs"]
mod support;

mod ballot_campaign;
mod ballots;
mod barriers;
mod breakdown_ways;
mod breakdowns;
mod campaign;
mod campaign_approval;
mod campaign_words;
mod coding;
mod durability;
mod editor;
mod evidence;
mod install;
mod invitations;
mod links;
mod local_plans;
mod machinery;
mod mail;
mod officer;
mod questionnaires;
mod plan;
mod plan_chain;
mod polls;
mod progress;
mod proposals;
mod replies;
mod publications;
mod respond;
mod rights;
mod search;
mod slips;
mod store;
mod tallies;
mod town;
mod words;
