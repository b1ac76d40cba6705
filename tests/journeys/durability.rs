//! What was acknowledged is there after the power goes: the server is killed without warning while people answer.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::ToSpan;

use crate::respond;
use crate::support::http::Visitor;
use crate::support::postgres;
use crate::support::server::Server;
use crate::support::waiting::wait_for;

/// How many people answer at the same moment.
const PEOPLE: usize = 8;

/// Answers one whole survey; the receipt, once the thanks page was received.
fn answer(address: &str, words: &str) -> Option<String> {
    let visitor = Visitor::new(address);
    // A connection that the kill cuts makes the visitor panic; that person was told nothing.
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        respond::begin(&visitor, "child");
        respond::answer_all(&visitor, words);
        respond::send(&visitor)
    }))
    .ok()
}

/// Whether the receipt opens a response.
fn is_stored(address: &str, receipt: &str) -> bool {
    let page = Visitor::new(address).post_form("/receipt", &[("code", receipt)]);
    page.status == 200 && page.text().contains("killed while answering")
}

fn kill_while_people_answer(trials: usize, more: &[&str]) {
    let folder = tempfile::tempdir().expect("a folder");
    let today = heard::web::today();
    respond::copy_surveys(folder.path(), today.saturating_sub(3.days()), today.saturating_add(3.days()));
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
