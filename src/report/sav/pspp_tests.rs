//! What PSPP makes of a system file: the same variables, labels and values as were written.

use std::process::Command;

use super::tests::write;
use crate::report::json::Response;
use crate::report::sample;

/// Runs PSPP on a file of these responses; gives what it printed as CSV, and the values as it saved them.
fn pspp(responses: &[Response], commands: &str) -> (String, Vec<csv::StringRecord>) {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    std::fs::write(at("a.sav"), write(responses).0).unwrap();
    let save = "SAVE TRANSLATE /OUTFILE='values.csv' /TYPE=CSV /FIELDNAMES /CELLS=VALUES.";
    std::fs::write(at("a.sps"), format!("GET FILE='a.sav'.\n{commands}\n{save}\n")).unwrap();
    let arguments = ["--no-statrc", "-O", "format=csv", "-o", "printed.csv", "a.sps"];
    let run = Command::new("pspp").args(arguments).current_dir(folder.path()).env("LC_ALL", "C.UTF-8").output();
    let run = run.expect("PSPP is not here: make test-tools installs it");
    let printed = std::fs::read_to_string(at("printed.csv")).unwrap_or_default();
    let said = [run.stdout, run.stderr].map(|said| String::from_utf8_lossy(&said).into_owned()).concat();
    assert!(run.status.success() && !said.contains("warning") && !said.contains("error"), "{said}{printed}");
    let values = std::fs::read(at("values.csv")).unwrap();
    let values = csv::ReaderBuilder::new().has_headers(false).from_reader(values.as_slice()).into_records();
    (printed, values.map(Result::unwrap).collect())
}

fn column<'a>(rows: &'a [csv::StringRecord], name: &str) -> Vec<&'a str> {
    let place = rows[0].iter().position(|header| header == name).unwrap_or_else(|| panic!("{name} in {:?}", rows[0]));
    rows[1..].iter().map(|row| &row[place]).collect()
}

#[test]
fn pspp_reads_every_variable_with_its_labels() {
    let urdu = "بسیں بہت دیر سے آتی ہیں اور شام کو کوئی بس نہیں ہوتی۔ ".repeat(12).trim_end().to_owned();
    let said = "He said \"later buses 🚌\",\n\nand 'more' of them; =1+1";
    assert!(urdu.len() > 600);
    let responses = [
        sample::response(
            "heard-1",
            &[
                ("age-band", "16-17"),
                ("had-experience", "yes"),
                ("what-kind", "school-placement;online"),
                ("how-many-days", "300"),
                ("better", &urdu),
                ("matters-most", "near-home"),
            ],
        ),
        sample::response("=2", &[("had-experience", "no"), ("age-band", "21-30"), ("change", said)]),
        sample::response("3", &[("had-experience", "yes"), ("change", "judged")]),
    ];
    let commands = "DISPLAY DICTIONARY.\nMRSETS /DISPLAY NAME=ALL.\nDISPLAY DOCUMENTS.\n\
                    FREQUENCIES /VARIABLES=age_band had_experience what_kind_online theme_written_bus.";
    let (printed, rows) = pspp(&responses, commands);
    assert_eq!(column(&rows, "id"), ["heard-1", "=2", "3"]);
    assert_eq!(column(&rows, "better"), [urdu.as_str(), "", ""]);
    assert_eq!(column(&rows, "change"), ["", said, "judged"]);
    assert_eq!(column(&rows, "submitted_on"), ["11/20/2026"; 3]);
    assert_eq!(column(&rows, "age_band"), ["2", "5", "-9"], "the fifth code is one of an earlier edition");
    assert_eq!(column(&rows, "had_experience"), ["1", "2", "1"]);
    assert_eq!(column(&rows, "what_kind_online"), ["1", "-1", "-9"], "not asked, and passed over");
    assert_eq!(column(&rows, "what_kind_volunteering"), ["0", "-1", "-9"]);
    assert_eq!(column(&rows, "how_many_days"), ["300", "-9", "-9"]);
    assert_eq!(column(&rows, "theme_written_bus"), ["0", "1", "0"]);
    assert_eq!(column(&rows, "judged_written"), ["0", "0", "1"]);
    assert_eq!(column(&rows, "matters_most_1"), ["2", "-9", "-9"]);
    assert_eq!(column(&rows, "matters_most_2"), ["-9"; 3]);
    for word in ["Nominal", "Ordinal", "Scale", "Wyre Forest", "16 or 17", "21-30", "Young person", "Not asked"] {
        assert!(printed.contains(word), "{word} in {printed}");
    }
    let asked = sample::consultation();
    for question in ["age-band", "better", "what-kind"] {
        let heading = asked.heading(question);
        assert!(printed.contains(&heading.replace('"', "\"\"")), "{heading} in {printed}");
    }
    assert!(printed.contains("=Buses, \"\"late\"\""), "a theme's name is the label of its variable: {printed}");
    assert!(printed.contains("$what_kind") && printed.contains("People who chose to answer"), "{printed}");
    assert!(printed.contains("Expressed,1") && printed.contains("Not expressed,2"), "{printed}");
}

#[test]
fn pspp_reads_every_naughty_string_as_it_was_written() {
    let all = sample::naughty();
    let responses: Vec<Response> =
        all.iter().enumerate().map(|(at, text)| sample::response(&at.to_string(), &[("change", text)])).collect();
    let (_, rows) = pspp(&responses, "");
    let read = column(&rows, "change");
    let wrong: Vec<_> = all.iter().zip(&read).filter(|(text, read)| text.trim_end_matches(' ') != **read).collect();
    assert!(read.len() == all.len() && wrong.is_empty(), "{wrong:?}");
    assert!(all.iter().any(|text| text.ends_with(' ')), "the format keeps no spaces there");
}
