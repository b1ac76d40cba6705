//! `heard evaluate` on small coded files: what it writes, and what it refuses.

use std::path::PathBuf;

use super::*;
use crate::library::Library;

fn args(folder: &std::path::Path) -> Args {
    Args {
        train: Some(folder.join("train.csv")),
        test: None,
        text: "text".into(),
        themes: "themes".into(),
        question: None,
        respondent: Some("who".into()),
        id: None,
        code_frame: None,
        sizes: vec![0, 20],
        seed: 1,
        out: folder.join("out"),
    }
}

fn coded(rows: usize) -> String {
    let buses = ["the bus is always late", "no buses in the evening", "bus fares cost too much", "more buses please"];
    let parks = ["the swings are broken", "a bigger park please", "more slides in the park", "our park has no benches"];
    let mut text = "who,text,themes\n".to_owned();
    for row in 0..rows {
        let (words, theme) = match row % 3 {
            0 => (buses[row / 3 % 4], "bus"),
            1 => (parks[row / 3 % 4], "park"),
            _ => ("the bus to the park", "bus;park"),
        };
        text.push_str(&format!("{},{words} number {},{theme}\n", row / 2, row % 7));
    }
    text
}

fn read(folder: &std::path::Path, name: &str) -> String {
    std::fs::read_to_string(folder.join("out").join(name)).unwrap()
}

#[test]
fn what_was_coded_is_learnt_and_the_files_keep_their_promise() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("train.csv"), coded(90)).unwrap();
    run(&args(folder.path()), Library::vectors()).unwrap();
    let scores = read(folder.path(), "scores.csv");
    let mut lines = scores.lines();
    assert_eq!(lines.next(), Some("theme,support,precision,recall,f1,low,high"));
    let keys: Vec<&str> = lines.clone().filter_map(|line| line.split(',').next()).collect();
    assert_eq!(keys, ["bus", "park", "micro", "macro"]);
    let micro: f64 = lines.nth(2).unwrap().split(',').nth(4).unwrap().parse().unwrap();
    assert!(micro > 0.9, "{scores}");
    let predictions = read(folder.path(), "predictions.csv");
    assert_eq!(predictions.lines().next(), Some("id,theme,score,applied"));
    assert_eq!(predictions.lines().count(), 1 + 90 * 2);
    let curve = read(folder.path(), "curve.csv");
    assert!(curve.starts_with("size,micro_f1,macro_f1\n0,0.0000,0.0000\n20,"), "{curve}");
    assert!(read(folder.path(), "report.html").contains("five folds"));
    let before = predictions;
    run(&args(folder.path()), Library::vectors()).unwrap();
    assert_eq!(before, read(folder.path(), "predictions.csv"));
}

#[test]
fn a_frame_speaks_where_nothing_was_coded_and_finer_themes_count_for_those_above() {
    let folder = tempfile::tempdir().unwrap();
    let frame = "[[theme]]\nkey='travel'\nname='Travel'\ndefinition='Getting about.'\nsayings=['getting about']\n\
        [[theme]]\nkey='bus'\nname='Buses'\ndefinition='Buses.'\nparent='travel'\nstrong=['bus']\nsayings=['the bus is late', 'no bus in the evening']\n\
        [[theme]]\nkey='park'\nname='Parks'\ndefinition='Parks.'\nstrong=['park']\nsayings=['a bigger park', 'swings in the park']\n";
    std::fs::write(folder.path().join("frame.toml"), frame).unwrap();
    std::fs::write(folder.path().join("test.csv"), "who,text,themes\n1,the bus is late,travel\n2,a bigger park,park\n")
        .unwrap();
    let asked = Args {
        train: None,
        test: Some(folder.path().join("test.csv")),
        code_frame: Some(folder.path().join("frame.toml")),
        sizes: vec![],
        ..args(folder.path())
    };
    run(&asked, Library::vectors()).unwrap();
    let predictions = read(folder.path(), "predictions.csv");
    let applied: Vec<&str> = predictions.lines().filter(|line| line.ends_with(",1")).collect();
    assert_eq!(applied.len(), 2, "{predictions}");
    assert!(applied[0].starts_with("1,travel,") && applied[1].starts_with("2,park,"), "{predictions}");
    assert!(!folder.path().join("out/curve.csv").exists());
}

#[test]
fn what_stands_in_the_way_is_said_with_its_remedy() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("train.csv"), coded(9)).unwrap();
    let refused = |asked: Args| run(&asked, Library::vectors()).unwrap_err().to_string();
    let asked = args(folder.path());
    assert!(refused(Args { text: "words".into(), ..asked.clone() }).contains("no column called \"words\""));
    assert!(refused(Args { train: None, ..asked.clone() }).contains("nothing to learn from"));
    assert!(refused(Args { train: Some(PathBuf::from("nowhere.csv")), ..asked.clone() }).contains("nowhere.csv"));
    std::fs::write(folder.path().join("train.csv"), "who,text,themes\n1,a,\n").unwrap();
    assert!(refused(asked).contains("No row has a theme"));
}
