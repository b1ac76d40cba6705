//! Both databases have the same steps, and every step can be undone and done again.

use super::{receipt_hash, submission};
use crate::support::postgres;
use heard::store::{Location, Store};
use std::path::{Path, PathBuf};
use std::process::Command;

fn folder(database: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations").join(database)
}

/// The names of the steps in order.
fn steps(database: &str) -> Vec<String> {
    let entries = std::fs::read_dir(folder(database)).unwrap();
    let mut names: Vec<String> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// What a step does, as the names of tables, columns and indexes in order.
fn outline(database: &str, step: &str, way: &str) -> Vec<String> {
    let sql = std::fs::read_to_string(folder(database).join(step).join(way)).unwrap();
    let names = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().take(3).collect();
        if words.first().is_some_and(|word| word.chars().all(|c| c.is_ascii_uppercase())) {
            return words.join(" ");
        }
        words.first().copied().unwrap_or_default().to_owned()
    };
    let lines = sql.lines().filter(|line| !line.trim_start().starts_with("--")).map(names);
    lines.filter(|name| !name.is_empty() && !name.starts_with(')')).collect()
}

#[test]
fn both_databases_have_the_same_steps() {
    assert_eq!(steps("sqlite"), steps("postgres"));
    for step in steps("sqlite") {
        for way in ["up.sql", "down.sql"] {
            assert_eq!(outline("sqlite", &step, way), outline("postgres", &step, way), "{step}/{way}");
        }
    }
}

#[test]
fn every_step_can_be_undone_and_done_again() {
    let run = |url: &str| {
        let forget = "DELETE FROM __diesel_schema_migrations";
        let undone = steps("postgres").into_iter().rev().map(|step| folder("postgres").join(step).join("down.sql"));
        let undone: String = undone.map(|file| std::fs::read_to_string(file).unwrap()).collect();
        let sql = format!("{undone}; {forget};");
        Command::new("psql").args(["-X", "-q", "-v", "ON_ERROR_STOP=1", "-c", &sql, url]).output().unwrap()
    };
    let url = postgres::fresh_database();
    let location = Location::Postgres(url.clone());
    let store = Store::open(&location).unwrap();
    store.submit_blocking(submission(1, "words")).unwrap();
    drop(store);
    let output = run(&url);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let store = Store::open(&location).unwrap();
    assert!(!store.has_response(&receipt_hash(1)).unwrap());
    store.submit_blocking(submission(1, "words")).unwrap();
}

#[test]
fn several_servers_can_start_on_one_empty_database_at_once() {
    let location = Location::Postgres(postgres::fresh_database());
    std::thread::scope(|scope| {
        let started: Vec<_> = (0..4).map(|_| scope.spawn(|| Store::open(&location).map(|_| ()))).collect();
        started.into_iter().for_each(|thread| thread.join().unwrap().unwrap());
    });
}
