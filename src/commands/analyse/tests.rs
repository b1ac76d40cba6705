//! The command from file to files.

use std::path::Path;

use super::*;

fn vectors() -> Vectors {
    let table: &'static [u8] = include_bytes!("../../../analysis/vectors/static256.i8");
    Vectors::from_bytes(table, include_str!("../../../analysis/vectors/vocab.txt")).unwrap()
}

fn args(file: &Path, out: &Path) -> Args {
    Args {
        file: file.to_owned(),
        text: vec![],
        by: vec![],
        id: None,
        code_frame: None,
        finer: false,
        count: None,
        seed: 0,
        out: out.to_owned(),
    }
}

/// Sixty answers to two questions in two areas, one with personal data, one blank, one with nothing to say.
fn table() -> String {
    let mut text = "ref,area,improve,keep\n".to_owned();
    for row in 0..60 {
        let area = if row % 2 == 0 { "North" } else { "South" };
        let improve = match row % 3 {
            0 => format!("more buses to town in the evening {row}"),
            1 => "a youth club that is open at weekends".to_owned(),
            _ => "litter in the park and dog mess".to_owned(),
        };
        let keep = match row {
            0 => "ring me on 07700 900461 about the swimming pool",
            1 => "",
            2 => "nothing",
            row if row % 2 == 0 => "the swimming pool and its slide",
            _ => "our library and its story time",
        };
        let keep = if row < 3 { keep.to_owned() } else { format!("{keep} {row}") };
        text.push_str(&format!("R{row},{area},{improve},{keep}\n"));
    }
    text
}

fn records(path: &Path) -> (String, Vec<Vec<String>>) {
    let mut reader = csv::Reader::from_path(path).unwrap();
    let header = reader.headers().unwrap().iter().collect::<Vec<_>>().join(",");
    (header, reader.records().map(|record| record.unwrap().iter().map(str::to_owned).collect()).collect())
}

#[test]
fn the_files_keep_their_promise() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("answers.csv");
    std::fs::write(&file, table()).unwrap();
    let out = folder.path().join("out");
    let mut args = args(&file, &out);
    (args.by, args.id) = (vec!["area".into()], Some("ref".into()));
    run(&args, &vectors()).unwrap();
    let (header, themes) = records(&out.join("themes.csv"));
    assert_eq!(header, "theme,name,terms,answers,share,quote_ids");
    assert!(!themes.is_empty());
    let (header, codings) = records(&out.join("codings.csv"));
    assert_eq!(header, "id,question,theme,score,primary");
    for (id, question, is_coded) in [("R0", "keep", true), ("R1", "keep", false), ("R2", "keep", false)] {
        let rows: Vec<_> = codings.iter().filter(|row| row[0] == id && row[1] == question && row[4] == "1").collect();
        assert_eq!(rows.len(), 1, "{id}");
        assert_eq!(rows[0][2].is_empty(), !is_coded, "{id}");
    }
    assert_eq!(codings.iter().filter(|row| row[4] == "1").count(), 120);
    let (header, breakdown) = records(&out.join("breakdown.csv"));
    assert_eq!(header, "question,theme,by,value,answers,base,share,low,high,differs,suppressed");
    assert!(breakdown.iter().all(|row| (row[10] == "1") == row[4].is_empty()));
    assert!(breakdown.iter().any(|row| row[2] == "area" && row[3] == "North"));
    let report = std::fs::read_to_string(out.join("report.html")).unwrap();
    assert!(!report.contains("07700"), "a quote was not redacted");
}

#[test]
fn running_it_again_changes_no_byte() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("answers.csv");
    std::fs::write(&file, table()).unwrap();
    let outs = [folder.path().join("one"), folder.path().join("two")];
    outs.iter().for_each(|out| run(&args(&file, out), &vectors()).unwrap());
    for name in ["report.html", "themes.csv", "codings.csv", "breakdown.csv"] {
        assert_eq!(std::fs::read(outs[0].join(name)).unwrap(), std::fs::read(outs[1].join(name)).unwrap(), "{name}");
    }
}

#[test]
fn what_stands_in_the_way_is_named_with_a_remedy() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("codes.csv");
    std::fs::write(&file, "id,code\n1,a\n2,b\n").unwrap();
    let said = |args: &Args| run(args, &vectors()).unwrap_err().to_string();
    let args = args(&file, folder.path());
    assert!(said(&args).contains("Name one with --text"));
    assert!(said(&Args { text: vec!["words".into()], ..args.clone() }).contains("no column called \"words\""));
    assert!(said(&Args { file: folder.path().join("none.csv"), ..args }).contains("Check the name"));
}
