//! Heard: surveys and consultations with text analysis, from a child's answer to a plan's priority.
//!
//! The modules stand in reading order. Facts come first: they are pure and know nothing of what
//! stands after them. Machinery wraps one outside thing each. The edge joins the rest and decides
//! nothing. `tests/architecture.rs` holds the source to this order; ARCHITECTURE.md explains it.

// Facts
pub mod ballot;
pub mod breakdown;
pub mod campaign;
pub mod finding;
pub mod geography;
pub mod letter;
pub mod plan;
pub mod survey;
pub mod text;
pub mod themes;

// Machinery
pub mod library;
pub mod mail;
pub mod report;
pub mod search;
pub mod store;

// Edge
pub mod commands;
pub mod config;
pub mod pages;
pub mod web;
pub mod worker;
