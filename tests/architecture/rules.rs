//! The rules of the house, each a function from one source file to the sentences it breaks.

use super::source::{Named, Source};

/// The facts from the lowest to the highest. Each may use those before it.
const FACTS: [&str; 10] =
    ["finding", "letter", "survey", "geography", "ballot", "text", "themes", "breakdown", "campaign", "plan"];
/// One outside thing each; they may use facts and never meet.
const MACHINERY: [&str; 5] = ["library", "mail", "report", "search", "store"];
/// Joins the rest and decides nothing.
const EDGE: [&str; 7] = ["commands", "config", "pages", "web", "worker", "lib", "main"];

/// What only these places may name. A place is a module, or a file or folder inside one.
const KEPT: [(&str, &[&str]); 15] = [
    ("diesel", &["src/store/"]),
    ("diesel_migrations", &["src/store/"]),
    ("libsqlite3_sys", &["src/store/"]),
    ("pq_sys", &["src/store/"]),
    ("tantivy", &["src/search/"]),
    ("lettre", &["src/mail/"]),
    ("maud", &["src/pages/"]),
    ("fluent_bundle", &["src/pages/words/"]),
    ("typst", &["src/report/pdf/"]),
    ("typst_layout", &["src/report/pdf/"]),
    ("typst_pdf", &["src/report/pdf/"]),
    ("typst_render", &["src/report/pdf/"]),
    ("actix_web", &["src/web/", "src/commands/serve"]),
    ("actix_rt", &["src/web/", "src/commands/serve"]),
    ("std::env", &["src/config"]),
];

/// What facts may not name: the world outside, the clock, chance, and logs.
const IMPURE: [&str; 12] = [
    "std::fs",
    "std::net",
    "std::process",
    "std::time::SystemTime",
    "std::time::Instant",
    "SystemTime",
    "Instant",
    "rand",
    "getrandom",
    "tracing",
    "indicatif",
    "tokio",
];

const BANNED_NAMES: [&str; 8] = ["utils", "util", "helpers", "helper", "common", "manager", "managers", "misc"];

const LONGEST_FILE: usize = 400;
const LONGEST_FUNCTION: usize = 60;
const LONGEST_TEST: usize = 100;

/// Everything this file breaks, one sentence each, beginning with where.
pub fn broken_by(source: &Source) -> Vec<String> {
    let mut broken = sizes(source);
    broken.extend(names(source));
    broken.extend(machine_paths(source));
    if source.path.starts_with("src/") {
        broken.extend(introduction(source));
        broken.extend(imports(source));
        broken.extend(kept_apart(source));
        broken.extend(purity(source));
    }
    broken.sort();
    broken
}

/// Imports point down only.
fn imports(source: &Source) -> Vec<String> {
    let module = source.module();
    let Some(allowed) = may_use(module) else {
        let remedy = "give it one in tests/architecture/rules.rs and in ARCHITECTURE.md";
        return vec![format!("{}: module `{module}` has no place among the layers; {remedy}", source.path)];
    };
    let mut broken = Vec::new();
    for Named { line, parts } in source.paths() {
        let from_root = matches!(parts.first().map(String::as_str), Some("crate" | "heard"));
        let Some(used) = parts.get(1).filter(|_| from_root) else { continue };
        let is_module = used == "*" || may_use(used).is_some();
        if is_module && used != module && !allowed.contains(&used.as_str()) {
            broken.push(format!("{}:{line}: `{module}` may not use `{used}`; imports point down only", source.path));
        }
    }
    broken
}

/// The modules that this one may use beside itself, or none where it stands in no layer.
fn may_use(module: &str) -> Option<Vec<&'static str>> {
    if let Some(place) = FACTS.iter().position(|fact| *fact == module) {
        return Some(FACTS[..place].to_vec());
    }
    if module == "pages" {
        // A report's page and its PDF are made of the same charts and sentences, which `report` holds.
        return Some([&FACTS[..], &["report"]].concat());
    }
    if module == "config" {
        // Which server letters go through is said in the words of whoever speaks to it.
        return Some([&FACTS[..], &["mail"]].concat());
    }
    if MACHINERY.contains(&module) {
        return Some(FACTS.to_vec());
    }
    EDGE.contains(&module).then(|| [&FACTS[..], &MACHINERY[..], &EDGE[..]].concat())
}

/// Each outside thing is known in one place.
fn kept_apart(source: &Source) -> Vec<String> {
    let mut broken = Vec::new();
    for Named { line, parts } in source.paths() {
        let path = parts.join("::");
        for (thing, places) in KEPT {
            let named = path == thing || path.strip_prefix(thing).is_some_and(|rest| rest.starts_with("::"));
            if named && !places.iter().any(|place| source.path.starts_with(place)) {
                broken.push(format!("{}:{line}: `{thing}` belongs in {} only", source.path, places.join(" and ")));
            }
        }
    }
    broken
}

/// Facts know no clock, no chance, no files and no logs. Their tests may.
fn purity(source: &Source) -> Vec<String> {
    if !FACTS.contains(&source.module()) {
        return Vec::new();
    }
    let tests: Vec<_> = source
        .test_ranges()
        .into_iter()
        .map(|range| source.line_of(range.start)..=source.line_of(range.end - 1))
        .collect();
    let mut broken = Vec::new();
    for Named { line, parts } in source.paths() {
        let path = parts.join("::");
        let impure = IMPURE
            .iter()
            .find(|banned| path == **banned || path.strip_prefix(**banned).is_some_and(|rest| rest.starts_with("::")));
        let asks_the_time = parts.last().is_some_and(|last| last == "now");
        if (impure.is_some() || asks_the_time) && !tests.iter().any(|range| range.contains(&line)) {
            broken.push(format!("{}:{line}: facts are pure and may not name `{path}`", source.path));
        }
    }
    for name in ["println", "eprintln", "print", "eprint"] {
        for (at, _) in super::source::words(&source.code).filter(|(_, word)| *word == name) {
            let line = source.line_of(at);
            if source.code[at + name.len()..].starts_with('!') && !tests.iter().any(|range| range.contains(&line)) {
                broken.push(format!("{}:{line}: facts are pure and may not print", source.path));
            }
        }
    }
    broken
}

/// A file and a function can be read in one sitting.
fn sizes(source: &Source) -> Vec<String> {
    let mut broken = Vec::new();
    let lines = source.text.lines().count();
    if lines > LONGEST_FILE {
        broken.push(format!("{}: {lines} lines, more than {LONGEST_FILE}; split it by meaning", source.path));
    }
    for function in source.functions() {
        let longest = if function.is_test { LONGEST_TEST } else { LONGEST_FUNCTION };
        if function.lines > longest {
            let found = format!("function `{}` has {} lines, more than {longest}", function.name, function.lines);
            broken.push(format!("{}:{}: {found}", source.path, function.line));
        }
    }
    broken
}

/// No file or module has a name that says nothing.
fn names(source: &Source) -> Vec<String> {
    let mut broken = Vec::new();
    for part in source.path.trim_end_matches(".rs").split('/') {
        if BANNED_NAMES.contains(&part) {
            broken.push(format!("{}: `{part}` says nothing of what is inside; name it for that", source.path));
        }
    }
    let mut words = super::source::words(&source.code);
    while let Some((at, word)) = words.next() {
        let name = if word == "mod" { words.next().map(|(_, name)| name) } else { None };
        if let Some(name) = name.filter(|name| BANNED_NAMES.contains(name)) {
            broken.push(format!("{}:{}: module `{name}` says nothing", source.path, source.line_of(at)));
        }
    }
    broken
}

/// Every module says first what it is for. A file of fewer than three lines is a place kept for one.
fn introduction(source: &Source) -> Vec<String> {
    let kept_place = source.text.lines().count() < 3;
    if kept_place || source.text.starts_with("//!") {
        return Vec::new();
    }
    vec![format!("{}:1: begin with `//!` and what this module is for and leaves out", source.path)]
}

/// Nothing names a folder of the machine it was written on.
fn machine_paths(source: &Source) -> Vec<String> {
    let checkout = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).parent();
    let own = checkout.and_then(|folder| folder.to_str()).map(|folder| format!("{folder}/"));
    let shared = ["/", "/tmp/", "/usr/", "/opt/", "/srv/", "/var/"];
    let own = own.filter(|folder| !shared.contains(&folder.as_str()));
    let homes = ["home", "root", "Users"].map(|folder| format!("/{folder}/"));
    let folders: Vec<String> = homes.into_iter().chain(own).collect();
    let mut broken = Vec::new();
    for (line, text) in source.text.lines().enumerate() {
        for folder in folders.iter().filter(|folder| text.contains(folder.as_str())) {
            broken.push(format!("{}:{}: names `{folder}`, a folder of one machine", source.path, line + 1));
        }
    }
    broken
}
