//! What was acknowledged is there after the power goes: the server is killed without warning while people answer.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use crate::support::http::Visitor;
use crate::support::postgres;
use crate::support::server::Server;
use crate::support::waiting::wait_for;

/// How many people answer at the same moment.
const PEOPLE: usize = 8;

/// Answers one whole survey; the receipt, once the thanks page was received.
fn answer(address: &str, words: &str) -> Option<String> {
    let address = address.to_owned();
    let words = words.to_owned();
    // A connection that the kill cuts makes the visitor panic; that person was told nothing.
    std::panic::catch_unwind(move || {
        let visitor = Visitor::new(&address);
        let start = visitor.get("/c/worcestershire-cypp");
        let mut page = visitor.follow(visitor.submit(&start, &[]));
        for _ in 0..20 {
            if let Some(receipt) = receipt_on(&page.body) {
                return Some(receipt);
            }
            let tree = page.tree();
            let radio =
                tree.all().into_iter().find(|control| control.attribute("type") == Some("radio")).and_then(|control| {
                    Some((control.attribute("name")?.to_owned(), control.attribute("value")?.to_owned()))
                });
            let area = tree.named("textarea").first().and_then(|area| area.attribute("name")).map(str::to_owned);
            let field = radio.or(area.map(|name| (name, words.clone())));
            let changes: Vec<(&str, &str)> =
                field.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
            page = visitor.follow(visitor.submit(&page, &changes));
            if page.status >= 500 {
                return None;
            }
        }
        None
    })
    .ok()
    .flatten()
}

/// The receipt on a thanks page: seven groups of the receipt's alphabet.
fn receipt_on(html: &str) -> Option<String> {
    let pattern = regex::Regex::new(r"\b(?:[0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{2}\b").expect("a pattern");
    pattern.find(html).map(|found| found.as_str().to_owned())
}

/// Whether the receipt opens a response.
fn is_stored(address: &str, receipt: &str) -> bool {
    let visitor = Visitor::new(address);
    let page = visitor.follow(visitor.submit(&visitor.get("/receipt"), &[("receipt", receipt)]));
    page.status == 200 && page.body.contains("killed while answering")
}

fn kill_while_people_answer(trials: usize, more: &[&str]) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut server = Server::start(folder.path(), more);
    let receipts = Arc::new(Mutex::new(Vec::<String>::new()));
    for trial in 0..trials {
        let (before, stop) = (receipts.lock().expect("no panic").len(), Arc::new(AtomicBool::new(false)));
        let people: Vec<_> = (0..PEOPLE)
            .map(|person| {
                let (address, receipts, stop) = (server.address.clone(), Arc::clone(&receipts), Arc::clone(&stop));
                std::thread::spawn(move || {
                    while !stop.load(Ordering::Relaxed) {
                        match answer(&address, &format!("killed while answering {trial} {person}")) {
                            Some(receipt) => receipts.lock().expect("no panic").push(receipt),
                            None => return,
                        }
                    }
                })
            })
            .collect();
        // At least a few responses are acknowledged in every trial; then a moment that differs each time.
        let enough = wait_for(60, || (receipts.lock().expect("no panic").len() >= before + PEOPLE).then_some(()));
        assert!(enough.is_some(), "people can answer in trial {trial}:\n{}", server.log());
        std::thread::sleep(Duration::from_millis((trial as u64 * 7) % 23));
        server.kill_9();
        stop.store(true, Ordering::Relaxed);
        people.into_iter().for_each(|person| person.join().expect("a person ends quietly"));
        server.restart();
    }
    let receipts = receipts.lock().expect("no panic");
    let lost: Vec<&String> = receipts.iter().filter(|receipt| !is_stored(&server.address, receipt)).collect();
    assert!(lost.is_empty(), "{} of {} acknowledged responses are gone", lost.len(), receipts.len());
    let distinct: BTreeSet<&String> = receipts.iter().collect();
    assert_eq!(distinct.len(), receipts.len(), "every receipt is one person's own");
    assert!(receipts.len() >= trials * PEOPLE);
}

#[test]
fn twenty_kills_lose_nothing_that_was_acknowledged() {
    kill_while_people_answer(20, &[]);
}

#[test]
fn kills_lose_nothing_on_postgresql_either() {
    kill_while_people_answer(5, &["--database", &postgres::fresh_database()]);
}
