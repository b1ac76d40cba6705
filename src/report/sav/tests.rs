//! The bytes of a system file, read by a small reader of our own that knows only what the format says.

use std::io::Cursor;

use super::*;
use crate::report::sample;

/// Writes these responses; gives the file and how many texts were cut.
pub(super) fn write(responses: &[crate::report::json::Response]) -> (Vec<u8>, usize) {
    let dataset = sample::dataset();
    let mut writer = SavWriter::new(&dataset, Cursor::new(Vec::new()));
    responses.iter().for_each(|response| writer.write(&sample::record(&dataset, response)).unwrap());
    writer.finish(Vec::new()).unwrap()
}

fn int(bytes: &[u8], at: usize) -> usize {
    i32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
}

/// A record: its type, the subtype of an extension, and its bytes.
type Record<'a> = ((usize, usize), &'a [u8]);

/// Splits the dictionary into records; what is left is the data.
fn records(file: &[u8]) -> (Vec<Record<'_>>, &[u8]) {
    let (mut at, mut found) = (176, Vec::new());
    loop {
        let kind = int(file, at);
        let (subtype, length) = match kind {
            2 => {
                let label = if int(file, at + 8) == 1 { 4 + int(file, at + 32).next_multiple_of(4) } else { 0 };
                (0, 32 + label + 8 * int(file, at + 12))
            }
            3 => {
                let mut end = at + 8;
                for _ in 0..int(file, at + 4) {
                    end += 8 + (1 + usize::from(file[end + 8])).next_multiple_of(8);
                }
                (0, end - at)
            }
            4 => (0, 8 + 4 * int(file, at + 4)),
            6 => (0, 8 + 80 * int(file, at + 4)),
            7 => (int(file, at + 4), 16 + int(file, at + 8) * int(file, at + 12)),
            999 => return (found, &file[at + 8..]),
            other => panic!("record of type {other} at {at}"),
        };
        found.push(((kind, subtype), &file[at..at + length]));
        at += length;
    }
}

#[test]
fn the_file_says_what_it_holds_before_the_data() {
    let long = "ب".repeat(400);
    let said = [("age-band", "16-17"), ("had-experience", "yes"), ("what-kind", "online;volunteering")];
    let said: Vec<_> = said.into_iter().chain([("better", long.as_str())]).collect();
    let (file, cut) = write(&[sample::response("a", &said)]);
    assert_eq!(cut, 0);
    assert_eq!(&file[..4], b"$FL2");
    assert_eq!((int(&file, 64), int(&file, 72), int(&file, 80)), (2, 1, 1), "layout, compression, rows");
    assert_eq!(&file[92..101], b"26 Nov 26");
    assert_eq!(&file[101..109], b"00:00:00");
    let (records, data) = records(&file);
    let of = |kind: (usize, usize)| records.iter().filter(move |(found, _)| *found == kind).map(|(_, bytes)| *bytes);
    assert_eq!(int(&file, 68), of((2, 0)).count(), "values in a row");
    let widths: Vec<usize> = of((2, 0)).map(|variable| int(variable, 4)).filter(|width| *width == 255).collect();
    assert_eq!(widths.len(), 3, "800 bytes are three parts of 255 and one of 44");
    let text = |kind| String::from_utf8(of(kind).next().unwrap()[16..].to_vec()).unwrap();
    let names = text((7, 13));
    let short = names.split('\t').find_map(|pair| pair.strip_suffix("=better")).unwrap();
    assert_eq!(text((7, 14)), format!("{short}=00800\0\t"));
    assert!(names.contains("=what_kind_online\t") && names.contains("=theme_written_bus\t"), "{names}");
    assert!(text((7, 7)).starts_with("$what_kind=D1 1 ") && text((7, 7)).ends_with('\n'), "{}", text((7, 7)));
    assert_eq!(text((7, 20)), "UTF-8");
    assert!(!data.is_empty() && data.len() % 8 == 0);
    let labels: Vec<u8> = of((3, 0)).flatten().copied().collect();
    for label in ["16 or 17", "Wyre Forest", "Not asked", "No answer", "Expressed"] {
        assert!(labels.windows(label.len()).any(|bytes| bytes == label.as_bytes()), "{label}");
    }
}

#[test]
fn without_responses_it_is_still_a_whole_file() {
    let (file, _) = write(&[]);
    assert_eq!(int(&file, 80), 0);
    assert_eq!(records(&file).1, [252, 0, 0, 0, 0, 0, 0, 0]);
}

#[test]
fn what_cannot_be_held_is_cut_between_characters_and_counted() {
    let (file, cut) = write(&[sample::response("a", &[("change", &"🦀".repeat(10_000))])]);
    assert_eq!(cut, 1);
    let crabs = "🦀".as_bytes();
    // 32,764 bytes are whole crabs; each run of 255 bytes begins anywhere in one.
    let (_, data) = records(&file);
    assert!(data.windows(4).filter(|bytes| *bytes == crabs).count() > 3_000);
}
