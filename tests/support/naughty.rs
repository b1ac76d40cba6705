//! The Big List of Naughty Strings, read once for every test that sends it through something.

use std::collections::BTreeSet;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// How long the published file lets a line of base64 grow before it goes on in the next.
const WHOLE_LINE: usize = 76;

/// Every string once, blank ones included. The file breaks long strings and does not say where: every line stands alone
/// and joined to what a full line may go on with. A line cut inside a character holds U+FFFD there, as a browser would
/// send it.
pub fn strings() -> Vec<String> {
    let lines: Vec<String> =
        serde_json::from_str(include_str!("../data/naughty/blns.base64.json")).expect("a list of strings");
    let mut whole = vec![String::new()];
    for line in &lines {
        whole.last_mut().expect("one at least").push_str(line);
        if line.len() < WHOLE_LINE || line.ends_with('=') {
            whole.push(String::new());
        }
    }
    let decode = |text: &String| String::from_utf8_lossy(&STANDARD.decode(text).expect("base64")).into_owned();
    let strings: BTreeSet<String> = lines.iter().chain(&whole).map(decode).collect();
    assert!(strings.len() > 515, "{}", strings.len());
    strings.into_iter().collect()
}
