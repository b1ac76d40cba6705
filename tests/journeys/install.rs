//! Someone who installs Heard: one command to a working town, and errors that say line, field and remedy.

use std::path::{Path, PathBuf};

use crate::support::http::Visitor;
use crate::support::server::{Server, heard};

/// Writes a file in a folder of its own and gives its path.
fn file(folder: &Path, name: &str, bytes: &[u8]) -> PathBuf {
    let path = folder.join(name);
    std::fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("a folder can be made");
    std::fs::write(&path, bytes).expect("a file can be written");
    path
}

fn text(path: &Path) -> &str {
    path.to_str().expect("temporary folders have plain names")
}

/// The file of invented responses, as an officer would import it.
const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/surveys/worcestershire-cypp/illustrative.csv");

#[test]
fn one_command_makes_a_town_and_a_second_run_adds_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let data = text(folder.path());
    let first = heard(&["demo", "--no-serve", "--data", data]);
    assert_eq!(first.status, Some(0), "{first:?}");
    assert!(first.output.contains("600 illustrative responses added"), "{first:?}");
    assert!(first.output.contains("officer"), "{first:?}");
    let again = heard(&["demo", "--no-serve", "--data", data]);
    assert!(again.output.contains("0 illustrative responses added, 600 already there"), "{again:?}");
    let sign_in = |said: &str| said.lines().find(|line| line.contains("officer ")).map(str::to_owned);
    assert_eq!(sign_in(&first.output), sign_in(&again.output), "the sign-in stays the same");

    let server = Server::start(folder.path(), &[]);
    let page = Visitor::new(&server.address).get("/");
    assert_eq!(page.status, 200);
    assert!(page.body.contains("Children and Young People"), "{}", page.body);
}

#[test]
fn the_bundled_files_are_whole() {
    let said = heard(&["check"]);
    assert_eq!(said.status, Some(0), "{said:?}");
    assert!(!said.output.contains("is strong here and in"), "each such phrase was decided: {said:?}");
    assert!(said.output.contains("0 errors"), "{said:?}");
}

#[test]
fn a_broken_survey_is_refused_with_file_line_and_key() {
    let folder = tempfile::tempdir().unwrap();
    file(folder.path(), "town/survey.toml", b"key = \"town\"\norganisation = \n");
    let said = heard(&["check", text(&folder.path().join("town"))]);
    assert_eq!(said.status, Some(1), "{said:?}");
    assert!(said.output.contains("survey.toml:2: error:"), "{said:?}");

    let unknown = file(folder.path(), "thing.toml", b"colour = \"red\"\n");
    let said = heard(&["check", text(&unknown)]);
    assert_eq!(said.status, Some(1), "{said:?}");
    assert!(said.output.contains("[[district]]"), "it says what it could have been: {said:?}");

    let bytes = file(folder.path(), "latin.toml", b"name = \"Caf\xe9\"\n");
    let said = heard(&["check", text(&bytes)]);
    assert!(said.status == Some(1) && said.output.contains("UTF-8"), "{said:?}");
}

#[test]
fn a_survey_that_is_broken_in_the_data_folder_stops_the_server_with_its_reasons() {
    let folder = tempfile::tempdir().unwrap();
    file(folder.path(), "surveys/town/survey.toml", b"key = \"town\"\n");
    let said = heard(&["serve", "--listen", "127.0.0.1:0", "--data", text(folder.path())]);
    assert_eq!(said.status, Some(1), "{said:?}");
    assert!(said.errors.contains("survey.toml") && said.errors.contains("organisation"), "{said:?}");
}

#[test]
fn wrong_use_is_told_apart_from_refusal() {
    assert_eq!(heard(&["no-such-command"]).status, Some(2));
    let folder = tempfile::tempdir().unwrap();
    let said = heard(&["import", "no-such-consultation", SAMPLE, "--data", text(folder.path())]);
    assert_eq!(said.status, Some(1), "{said:?}");
    assert!(said.errors.contains("worcestershire-cypp"), "it names the consultations there are: {said:?}");
}

#[test]
fn a_bad_file_is_refused_whole_with_every_line_and_reason() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let import = |name: &str, bytes: &[u8]| {
        let path = file(folder.path(), name, bytes);
        heard(&["import", "worcestershire-cypp", text(&path), "--data", text(&data)])
    };
    let rows = "id,perspective,district,age,language,important\n1,child,redditch,9,en,friends\n";

    let wrong = import("wrong.csv", format!("{rows}2,wizard,redditch,9,en,x\n3,child,atlantis,9,en,x\n").as_bytes());
    assert_eq!(wrong.status, Some(1), "{wrong:?}");
    for part in [":3", "wizard", ":4", "atlantis"] {
        assert!(wrong.errors.contains(part) || wrong.output.contains(part), "{part}: {wrong:?}");
    }
    let ragged = import("ragged.csv", format!("{rows}2,child\n").as_bytes());
    assert!(ragged.status == Some(1) && ragged.errors.contains(":3"), "{ragged:?}");
    let windows = import("windows.csv", &[rows.as_bytes(), b"2,child,redditch,9,en,caf\xe9\n"].concat());
    assert!(windows.status == Some(1) && windows.errors.contains("UTF-8"), "{windows:?}");
    let utf16: Vec<u8> = [0xff, 0xfe].into_iter().chain(rows.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let utf16 = import("utf16.csv", &utf16);
    assert!(utf16.status == Some(1) && utf16.errors.contains("UTF-16"), "{utf16:?}");
    let long = format!("{rows}2,child,redditch,9,en,{}\n", "a".repeat(1_000_000));
    let long = import("long.csv", long.as_bytes());
    assert!(long.status == Some(1) && format!("{long:?}").contains("1000000 characters"), "{:.600}", long.errors);

    let good = import("good.csv", rows.as_bytes());
    assert_eq!(good.status, Some(0), "nothing of the refused files was kept: {good:?}");
    let again = import("good.csv", rows.as_bytes());
    assert!(again.status == Some(0) && again.output.contains("already"), "{again:?}");
}

#[test]
fn formulas_are_inert_in_the_export_and_come_back_as_they_were() {
    let folder = tempfile::tempdir().unwrap();
    let words = ["=HYPERLINK(\"http://evil.example\")", "+1", "-2+3", "@SUM(A1)", "'quoted"];
    let mut rows = String::from("id,perspective,district,important\n");
    for (at, word) in words.iter().enumerate() {
        rows.push_str(&format!("{at},citizen,redditch,\"{}\"\n", word.replace('"', "\"\"")));
    }
    let path = file(folder.path(), "formulas.csv", rows.as_bytes());
    let (data, out) = (folder.path().join("data"), folder.path().join("out"));
    let data = text(&data);
    assert_eq!(heard(&["import", "worcestershire-cypp", text(&path), "--data", data]).status, Some(0));
    let out_text = text(&out);
    let said = heard(&[
        "export",
        "worcestershire-cypp",
        "--format",
        "csv,json",
        "--out",
        out_text,
        "--unredacted",
        "--data",
        data,
    ]);
    assert_eq!(said.status, Some(0), "{said:?}");
    let exported = std::fs::read_dir(&out).unwrap().flatten().map(|entry| entry.path());
    let csv = exported.into_iter().find(|path| path.extension().is_some_and(|extension| extension == "csv")).unwrap();
    let mut reader = csv::Reader::from_path(&csv).unwrap();
    for record in reader.records().map(Result::unwrap) {
        for cell in record.iter() {
            assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
        }
    }
    let second = folder.path().join("second");
    let back = heard(&["import", "worcestershire-cypp", text(&csv), "--data", text(&second)]);
    assert_eq!(back.status, Some(0), "{back:?}");
    let out_again = folder.path().join("out-again");
    let format = ["export", "worcestershire-cypp", "--format", "json", "--unredacted", "--out"];
    assert_eq!(heard(&[&format[..], &[text(&out_again), "--data", text(&second)]].concat()).status, Some(0));
    let json = std::fs::read_dir(&out_again).unwrap().flatten().next().unwrap().path();
    let json: serde_json::Value = serde_json::from_slice(&std::fs::read(json).unwrap()).unwrap();
    let all = json.to_string();
    for word in words {
        assert!(all.contains(&serde_json::to_string(word).unwrap()), "{word} came back changed: {all:.800}");
    }
}

#[test]
fn themes_come_from_any_table_and_the_same_seed_gives_the_same_bytes() {
    let folder = tempfile::tempdir().unwrap();
    let run = |name: &str| {
        let out = folder.path().join(name);
        let said = heard(&[
            "analyse",
            SAMPLE,
            "--text",
            "improve",
            "--by",
            "district",
            "--id",
            "id",
            "--seed",
            "7",
            "--out",
            text(&out),
        ]);
        assert_eq!(said.status, Some(0), "{said:?}");
        out
    };
    let (first, second) = (run("first"), run("second"));
    for (name, header) in [
        ("themes.csv", "theme,name,terms,answers,share,quote_ids"),
        ("codings.csv", "id,question,theme,score,primary"),
        ("breakdown.csv", "question,theme,by,value,answers,base,share,low,high,differs,suppressed"),
    ] {
        let one = std::fs::read_to_string(first.join(name)).unwrap();
        assert_eq!(one.lines().next(), Some(header));
        assert!(one.lines().count() > 5, "{name} holds rows");
        assert_eq!(one, std::fs::read_to_string(second.join(name)).unwrap(), "{name}");
    }
    assert!(first.join("report.html").is_file());
    let codings = std::fs::read_to_string(first.join("codings.csv")).unwrap();
    let mut primary = std::collections::BTreeMap::<&str, u32>::new();
    for line in codings.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        *primary.entry(cells[0]).or_default() += u32::from(cells[cells.len() - 1] == "1");
    }
    assert!(primary.values().all(|count| *count == 1), "every answer has exactly one row with primary 1");
}

#[test]
fn analyse_says_what_it_cannot_read() {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("out");
    let analyse = |name: &str, bytes: &[u8], more: &[&str]| {
        let path = file(folder.path(), name, bytes);
        heard(&[&["analyse", text(&path), "--out", text(&out)], more].concat())
    };
    let missing = analyse("a.csv", b"id,words\n1,hello there everyone\n", &["--text", "wrods"]);
    assert!(
        missing.status == Some(1) && missing.errors.contains("wrods") && missing.errors.contains("words"),
        "{missing:?}"
    );
    let empty = analyse("b.csv", b"", &[]);
    assert_eq!(empty.status, Some(1), "{empty:?}");
    let ragged = analyse("c.csv", b"id,words\n1,a b c\n2\n", &["--text", "words"]);
    assert!(ragged.status == Some(1) && ragged.errors.contains(":3"), "{ragged:?}");
    let one = analyse("d.csv", b"id,words\n1,more buses please\n", &["--text", "words"]);
    assert_eq!(one.status, Some(0), "one answer gives a sensible result: {one:?}");
}
