//! How long someone on a slow phone waits for the first words of a page, beside a bare page on the same connection.
//!
//! Chromium is held to slow 3G as WebPageTest defines it (400 ms there and back, 400 kbit/s each way) and to a fourth
//! of this processor. The first visit has nothing kept; the question page comes after it, as it does for everyone.
//! Every figure is the middle one of several tries, each in a browser that has forgotten everything.
//!
//! `cargo bench --bench paint -- [TRIES]` (needs Chromium; `make test` fetches it)

#[path = "../tests/support/mod.rs"]
mod support;

use support::browser::{self, Browser};
use support::server::{Server, heard};

const START: &str = "/c/worcestershire-cypp";
/// 400 kbit/s in bytes a second.
const BYTES: u32 = 50_000;
const THERE_AND_BACK: u32 = 400;

fn main() {
    let tries = std::env::args().filter_map(|argument| argument.parse().ok()).next().unwrap_or(5_usize);
    let folder = tempfile::tempdir().expect("a temporary folder");
    let data = folder.path().to_str().expect("a plain path");
    let made = heard(&["demo", "--no-serve", "--data", data]);
    assert_eq!(made.status, Some(0), "{made:?}");
    let server = Server::start(folder.path(), &[]);
    let (mut start, mut who, mut question, mut bare) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for _ in 0..tries {
        let browser = browser::open();
        browser.slow(THERE_AND_BACK, BYTES, 4);
        browser.goto(&server.at("/health"));
        bare.push(painted(&browser));
        browser.goto(&server.at(START));
        start.push(painted(&browser));
        browser.follow("main form .btn");
        who.push(painted(&browser));
        browser.click("input[value=child]");
        browser.follow("main form .btn");
        browser.follow("main form .two");
        browser.follow("main form .two");
        question.push(painted(&browser));
        browser.slow(0, 0, 1);
    }
    println!(
        "first contentful paint, ms, middle of {tries} (slow 3G: {THERE_AND_BACK} ms, {BYTES} bytes/s, a fourth of the processor)"
    );
    for (name, times) in [
        ("bare text", bare),
        ("start page, nothing kept", start),
        ("who are you?", who),
        ("question with a box", question),
    ] {
        println!("{name:<26} {:>6.0}", middle(times));
    }
}

/// When the first words stood on the page, in milliseconds from asking for it; a page of nothing but text is counted
/// by when it was loaded.
fn painted(browser: &Browser) -> f64 {
    let script = "const paint = performance.getEntriesByName('first-contentful-paint')[0]; \
                  return paint ? paint.startTime : performance.timing.loadEventEnd - performance.timing.navigationStart;";
    browser.script(script, vec![]).as_f64().unwrap_or(f64::NAN)
}

fn middle(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}
