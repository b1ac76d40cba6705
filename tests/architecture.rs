//! Holds the source to the house: layers, what is known where, purity of facts, sizes, names.
//!
//! It reads the source as text. The rules are in `architecture/rules.rs`. Each rule is also fed a source
//! that breaks it, so a rule that has stopped working fails here and not in silence.

#[path = "architecture/rules.rs"]
mod rules;
#[path = "architecture/source.rs"]
mod source;

use rules::broken_by;
use source::Source;
use std::path::Path;

/// Every Rust file of the package under this folder, with its path from the package's root.
fn sources_under(folder: &Path) -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut sources = Vec::new();
    let Ok(entries) = std::fs::read_dir(folder) else { return sources };
    for entry in entries {
        let path = entry.expect("a folder's entry can be read").path();
        if path.is_dir() {
            sources.extend(sources_under(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = std::fs::read_to_string(&path).expect("source is UTF-8");
            let from_root = path.strip_prefix(root).expect("found under the root").to_string_lossy().replace('\\', "/");
            sources.push(Source::new(&from_root, &text));
        }
    }
    sources
}

fn broken(path: &str, text: &str) -> String {
    broken_by(&Source::new(path, &format!("//! About.\n//! More.\n\n{text}"))).join("\n")
}

#[test]
fn the_source_keeps_to_the_house() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folders = ["src", "tests", "benches"].map(|folder| sources_under(&root.join(folder)));
    assert!(!folders[0].is_empty(), "no source was found to read");
    let broken: Vec<String> = folders.iter().flatten().flat_map(broken_by).collect();
    assert!(broken.is_empty(), "{} places break the rules of the house:\n{}", broken.len(), broken.join("\n"));
}

#[test]
fn the_modules_of_the_crate_all_have_a_place() {
    for path in ["src/weather.rs", "src/weather/mod.rs"] {
        assert!(broken(path, "").contains("has no place"), "{path}");
    }
}

#[test]
fn an_import_that_points_up_is_found_however_it_is_written() {
    let ways = [
        ("src/survey/question.rs", "use crate::themes::Theme;"),
        ("src/survey/question.rs", "use crate::{finding::Finding, themes::{Theme, Coding as Mark}};"),
        ("src/survey/question.rs", "fn a(theme: crate::themes::Theme) {}"),
        ("src/survey/question.rs", "use super::super::themes::Theme;"),
        ("src/survey/mod.rs", "use super::themes::Theme;"),
        ("src/survey/mod.rs", "use super::{text, themes::Theme};"),
        ("src/survey/mod.rs", "mod inner { use super::super::themes::Theme; }"),
        ("src/survey/mod.rs", "use crate::*;"),
        ("src/store/write.rs", "pub use crate::search::Index;"),
        ("src/search/index.rs", "use crate::store::Store;"),
        ("src/pages/theme.rs", "use crate::store::Store;"),
        ("src/config.rs", "use crate::web::routes;"),
        ("src/config.rs", "use crate::store::Store;"),
        ("src/mail/mod.rs", "use crate::store::Store;"),
        ("src/plan/mod.rs", "use heard::pages::layout;"),
    ];
    for (path, text) in ways {
        assert!(broken(path, text).contains("imports point down only"), "{path}: {text}");
    }
}

#[test]
fn an_import_that_points_down_is_no_fault() {
    let ways = [
        ("src/plan/mod.rs", "use crate::{breakdown::Share, survey::District};\nuse super::finding::Finding;"),
        ("src/survey/mod.rs", "mod inner { use super::themes::Theme; }\npub(crate) fn a() { self::b(); }"),
        ("src/store/write.rs", "use crate::survey::Response;\nuse crate::store::schema;\nuse diesel::prelude::*;"),
        ("src/config/mail.rs", "use crate::mail::Setup;"),
        ("src/web/routes.rs", "use crate::{store::Store, pages, config::Config};\nuse actix_web::{web, App};"),
        ("src/text/words.rs", "// use crate::plan::Plan;\nconst A: &str = \"crate::plan::Plan\";"),
    ];
    for (path, text) in ways {
        assert_eq!(broken(path, text), "", "{path}: {text}");
    }
}

#[test]
fn an_outside_thing_named_in_the_wrong_place_is_found() {
    let ways = [
        ("src/web/routes.rs", "use diesel::prelude::*;", "diesel"),
        ("src/store/read.rs", "use tantivy::Index;", "tantivy"),
        ("src/worker/post.rs", "use lettre::Message;", "lettre"),
        ("src/web/public/home.rs", "fn a() -> maud::Markup { maud::html! {} }", "maud"),
        ("src/commands/check.rs", "use actix_web::HttpServer;", "actix_web"),
        ("src/store/mod.rs", "fn a() { let _ = std::env::var(\"X\"); }", "std::env"),
        ("src/store/mod.rs", "use std::{env, fs};", "std::env"),
    ];
    for (path, text, thing) in ways {
        assert!(broken(path, text).contains(&format!("`{thing}` belongs in")), "{path}: {text}");
    }
    assert_eq!(broken("src/commands/serve.rs", "use actix_web::HttpServer;"), "");
}

#[test]
fn a_fact_that_reads_the_clock_files_chance_or_logs_is_found_unless_in_its_tests() {
    let ways = [
        "fn a() { std::fs::read(\"x\"); }",
        "use std::{collections::BTreeMap, fs::File};",
        "use std::time::{Duration, Instant};",
        "fn a() { jiff::Zoned::now(); }",
        "use tracing::info;",
        "use rand::Rng;",
        "fn a() { println!(\"x\"); }",
    ];
    for text in ways {
        assert!(broken("src/themes/discovery.rs", text).contains("facts are pure"), "{text}");
        let in_tests = format!("#[cfg(test)]\nmod tests {{\n{text}\n}}\n");
        assert_eq!(broken("src/themes/discovery.rs", &in_tests), "", "{text}");
        assert_eq!(broken("src/worker.rs", text), "", "{text}");
    }
}

#[test]
fn a_long_file_and_a_long_function_are_found_and_braces_in_literals_do_not_mislead() {
    assert!(broken("src/worker.rs", &"//\n".repeat(400)).contains("403 lines, more than 400"));
    let tricks =
        "let a = \"}\"; let b = '}'; let c = r#\"}\"}\"#; /* } /* } */ } */ let d = b'}'; let e: &'a str; // }\n";
    let long = format!(
        "fn short() {{}}\nfn long<'a>(x: [u8; 3])\nwhere\n    T: Copy,\n{{\n{}}}\nfn after() {{}}\n",
        tricks.repeat(56)
    );
    let found = broken("src/worker.rs", &long);
    assert_eq!(found, "src/worker.rs:5: function `long` has 61 lines, more than 60");
    let fits = long.replacen(tricks, "", 1);
    assert_eq!(broken("src/worker.rs", &fits), "");
    let in_tests = format!("#[cfg(test)]\nmod tests {{\n{}}}\n", long);
    assert_eq!(broken("src/worker.rs", &in_tests), "", "a test may have 100 lines");
    let longer = in_tests.replacen(tricks, &tricks.repeat(41), 1);
    assert!(broken("src/worker.rs", &longer).contains("`long` has 101 lines, more than 100"));
}

#[test]
fn a_name_that_says_nothing_is_found() {
    for path in ["src/store/utils.rs", "src/web/helpers/date.rs", "tests/common/mod.rs"] {
        assert!(broken(path, "").contains("says nothing"), "{path}");
    }
    assert!(broken("src/store/mod.rs", "mod manager;").contains("module `manager` says nothing"));
}

#[test]
fn a_module_that_does_not_say_what_it_is_for_is_found() {
    let found = broken_by(&Source::new("src/worker.rs", "use std::fmt;\n\nfn a() {}\n"));
    assert_eq!(found, ["src/worker.rs:1: begin with `//!` and what this module is for and leaves out"]);
}

#[test]
fn a_folder_of_one_machine_is_found() {
    let text = format!("const A: &str = \"/{}/anna/heard\";", "home");
    assert!(broken("src/worker.rs", &text).contains("a folder of one machine"));
    assert!(
        broken("tests/journeys/respond.rs", &format!("// see /{}/.cargo", "root")).contains("a folder of one machine")
    );
}
