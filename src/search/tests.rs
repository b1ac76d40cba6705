//! The index as its users see it: finding, counting, replacing, erasing, and surviving damage.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use super::*;

fn document(answer_id: i64, question: &str, perspective: &str, district: &str, text: &str) -> Document {
    Document {
        answer_id,
        response_id: answer_id / 10,
        consultation: "plan".into(),
        question: question.into(),
        perspective: perspective.into(),
        district: district.into(),
        language: "en".into(),
        submitted_on: Date::constant(2026, 9, 1).saturating_add(jiff::Span::new().days(answer_id / 20)),
        text: text.into(),
    }
}

fn town() -> Vec<Document> {
    vec![
        document(10, "important", "child", "redditch", "My family and my dog. The buses are late"),
        document(11, "issues", "child", "redditch", "Litter in the park, and I can't go swimming"),
        document(20, "important", "parent", "redditch", "A bus fare that families can pay"),
        document(30, "issues", "child", "wychavon", "No youth club, no bus, nothing for the young"),
        document(40, "issues", "practitioner", "outside", "Waiting lists. Club for youth is closed"),
    ]
}

fn index_of(documents: &[Document]) -> (TempDir, Index) {
    let dir = tempfile::tempdir().unwrap();
    let index = Index::open(&dir.path().join("index")).unwrap();
    index.write(documents, &[], "1").unwrap();
    (dir, index)
}

fn query(words: &str) -> Query {
    Query { consultation: "plan".into(), words: words.into(), limit: 10, ..Query::default() }
}

fn found(index: &Index, words: &str) -> Vec<i64> {
    let mut answers = index.search(&query(words)).unwrap().answers;
    answers.sort_unstable();
    answers
}

fn counts(of: &[(&str, usize)]) -> Vec<(String, usize)> {
    of.iter().map(|(key, count)| (String::from(*key), *count)).collect()
}

#[test]
fn words_are_found_in_every_form_and_all_must_occur() {
    let (_dir, index) = index_of(&town());
    assert_eq!(found(&index, "BUS"), [10, 20, 30]);
    assert_eq!(found(&index, "family bus"), [10, 20]);
    assert_eq!(found(&index, "litter OR waiting"), [11, 40]);
    assert_eq!(found(&index, "bus -family"), [30]);
    assert_eq!(found(&index, "-bus"), [11, 40]);
    assert_eq!(found(&index, "cant swim"), [11]);
    assert_eq!(found(&index, "zebra"), [0_i64; 0]);
}

#[test]
fn exact_words_and_beginnings_are_not_stemmed() {
    let (_dir, index) = index_of(&town());
    assert_eq!(found(&index, "\"youth club\""), [30]);
    assert_eq!(found(&index, "youth club"), [30, 40]);
    assert_eq!(found(&index, "\"buses\""), [10]);
    assert_eq!(found(&index, "fam*"), [10, 20]);
    assert_eq!(found(&index, "swi* -litter"), [0_i64; 0]);
}

#[test]
fn the_better_match_comes_first_and_equal_ones_newest_first() {
    let texts = ["bus and a long list of other things that matter too", "bus bus bus", "park", "park"];
    let documents: Vec<_> =
        (1..).zip(texts).map(|(id, text)| document(id * 10, "important", "child", "redditch", text)).collect();
    let (_dir, index) = index_of(&documents);
    assert_eq!(index.search(&query("bus")).unwrap().answers, [20, 10]);
    assert_eq!(index.search(&query("park")).unwrap().answers, [40, 30]);
    assert_eq!(index.search(&query("")).unwrap().answers, [40, 30, 20, 10]);
    let second = Query { offset: 1, limit: 2, ..query("") };
    let page = index.search(&second).unwrap();
    assert_eq!((page.total, page.answers), (4, vec![30, 20]));
}

#[test]
fn each_filter_counts_past_itself_and_lists_values_without_matches() {
    let (_dir, index) = index_of(&town());
    let filtered = Query { perspectives: vec!["child".into()], ..query("bus") };
    let all = index.search(&filtered).unwrap();
    assert_eq!(all.total, 2);
    assert_eq!(all.by_perspective, counts(&[("child", 2), ("parent", 1), ("practitioner", 0)]));
    assert_eq!(all.by_district, counts(&[("outside", 0), ("redditch", 1), ("wychavon", 1)]));
    assert_eq!(all.by_question, counts(&[("important", 1), ("issues", 1)]));
    let both = Query { districts: vec!["redditch".into(), "wychavon".into()], ..filtered };
    assert_eq!(index.search(&both).unwrap().answers.len(), 2);
}

#[test]
fn counts_agree_with_searching_under_each_value() {
    let (_dir, index) = index_of(&town());
    for words in ["", "bus", "club OR park", "-bus"] {
        let all = index.search(&query(words)).unwrap();
        for (district, count) in &all.by_district {
            let one = Query { districts: vec![district.clone()], ..query(words) };
            assert_eq!(index.search(&one).unwrap().total, *count, "{words} in {district}");
        }
        assert_eq!(all.by_question.iter().map(|(_, count)| count).sum::<usize>(), all.total);
    }
}

#[test]
fn consultations_are_kept_apart() {
    let (_dir, index) = index_of(&town());
    let other = Document { consultation: "other".into(), ..document(90, "parks", "child", "redditch", "bus") };
    index.write(&[other], &[], "2").unwrap();
    assert_eq!(found(&index, "bus"), [10, 20, 30]);
    assert_eq!(found(&index, ""), [10, 11, 20, 30, 40]);
    let elsewhere = index.search(&Query { consultation: "other".into(), ..query("bus") }).unwrap();
    assert_eq!((elsewhere.answers, elsewhere.by_question), (vec![90], counts(&[("parks", 1)])));
    assert_eq!(index.search(&Query { consultation: "none".into(), ..query("bus") }).unwrap(), Found::default());
}

#[test]
fn every_language_is_stemmed_its_own_way() {
    let written = [("en", "swimming pools"), ("de", "Die Häuser sind alt"), ("pl", "Więcej autobusów"), ("ur", "پارک")];
    let documents: Vec<_> = (1..)
        .zip(written)
        .map(|(id, (language, text))| Document {
            language: language.into(),
            ..document(id * 10, "important", "child", "redditch", text)
        })
        .collect();
    let (_dir, index) = index_of(&documents);
    assert_eq!(found(&index, "pool"), [10]);
    assert_eq!(found(&index, "Haus"), [20]);
    assert_eq!(found(&index, "autobusów"), [30]);
    assert_eq!(found(&index, "autobusow"), [30], "accents make no difference");
    assert_eq!(found(&index, "پارک"), [40]);
}

#[test]
fn writing_again_replaces_and_erasing_removes() {
    let (dir, index) = index_of(&town());
    index.write(&town(), &[], "2").unwrap();
    assert_eq!(index.answers(), 5, "repeating a write changes nothing");
    let changed = document(20, "important", "parent", "redditch", "Trains");
    index.write(&[changed], &[1], "3").unwrap();
    assert_eq!(found(&index, "bus"), [30]);
    assert_eq!(found(&index, "train"), [20]);
    assert_eq!(found(&index, "dog"), [0_i64; 0], "both answers of the erased response are gone");
    assert_eq!(found(&index, ""), [20, 30, 40]);
    index.settle().unwrap();
    // Opening again clears away files of merged segments: nothing on disk may still tell the erased words.
    drop(Index::open(&dir.path().join("index")).unwrap());
    let holds_word = fs::read_dir(dir.path().join("index")).unwrap().any(|entry| {
        let bytes = fs::read(entry.unwrap().path()).unwrap();
        bytes.windows(6).any(|window| window == b"litter")
    });
    assert!(!holds_word);
}

#[test]
fn the_position_is_the_one_of_the_last_commit() {
    let dir = tempfile::tempdir().unwrap();
    let index = Index::open(dir.path()).unwrap();
    assert_eq!(index.position(), None);
    index.write(&town(), &[], "7:12").unwrap();
    index.write(&[], &[], "7:13").unwrap();
    drop(index);
    let index = Index::open(dir.path()).unwrap();
    assert_eq!(index.position().as_deref(), Some("7:13"));
    assert_eq!(found(&index, "bus"), [10, 20, 30]);
}

#[test]
fn a_second_heard_is_told_so_and_nothing_is_moved() {
    let (dir, index) = index_of(&town());
    let path = dir.path().join("index");
    assert!(matches!(Index::open(&path), Err(SearchError::InUse(_))));
    assert!(matches!(place_beside(&path), Err(SearchError::InUse(_))));
    let fresh = tempfile::tempdir().unwrap();
    assert!(matches!(swap(fresh.path(), &path), Err(SearchError::InUse(_))));
    assert_eq!(found(&index, "bus"), [10, 20, 30]);
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
}

#[test]
fn a_path_that_cannot_be_a_folder_is_an_error_and_not_damage() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("index");
    fs::write(&file, "not a folder").unwrap();
    assert!(matches!(Index::open(&file), Err(SearchError::Unreachable { .. })));
    assert_eq!(fs::read_to_string(&file).unwrap(), "not a folder");
}

#[test]
fn a_file_that_may_not_be_read_is_no_damage() {
    use std::io::{Error, ErrorKind};
    use tantivy::TantivyError::IoError;
    let is_damage = |kind| super::error::is_damage(&IoError(Error::from(kind).into()));
    assert!(!is_damage(ErrorKind::PermissionDenied) && !is_damage(ErrorKind::StorageFull));
    assert!(is_damage(ErrorKind::UnexpectedEof));
}

type Damage = fn(&Path);

/// Ways in which files get torn.
const DAMAGES: [(&str, Damage); 6] = [
    ("deleted", |path| fs::remove_file(path).unwrap()),
    ("emptied", |path| fs::write(path, "").unwrap()),
    ("cut to five bytes", |path| cut(path, 5)),
    ("cut in half", |path| cut(path, fs::metadata(path).unwrap().len() / 2)),
    ("zeroed", |path| fs::write(path, vec![0; fs::metadata(path).unwrap().len() as usize]).unwrap()),
    ("flipped in the middle", |path| {
        let mut bytes = fs::read(path).unwrap();
        let middle = bytes.len() / 2;
        if let Some(byte) = bytes.get_mut(middle) {
            *byte ^= 0xff;
        }
        fs::write(path, bytes).unwrap();
    }),
];

fn cut(path: &Path, length: u64) {
    let file = fs::OpenOptions::new().write(true).open(path).unwrap();
    if file.metadata().unwrap().len() > length {
        file.set_len(length).unwrap();
    }
}

#[test]
fn any_torn_file_leads_to_the_same_answers_after_building_anew() {
    let (sound, index) = index_of(&town());
    drop(index);
    let sound = sound.path().join("index");
    let names: Vec<_> = fs::read_dir(&sound).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert!(names.len() > 5, "{names:?}");
    for name in names.iter().filter(|name| !name.to_string_lossy().ends_with(".lock")) {
        for (how, damage) in DAMAGES {
            let dir = tempfile::tempdir().unwrap();
            let path = dir.path().join("index");
            fs::create_dir(&path).unwrap();
            for name in &names {
                fs::copy(sound.join(name), path.join(name)).unwrap();
            }
            damage(&path.join(name));
            let index = Index::open(&path).unwrap();
            let what = format!("{} {how}", name.display());
            // A wrong byte in the list of files may touch only a file that is no longer in use.
            if index.position().is_some() && what == ".managed.json flipped in the middle" {
                assert_eq!(found(&index, "bus"), [10, 20, 30], "{what}");
                continue;
            }
            assert_eq!(index.position(), None, "{what}");
            assert!(dir.path().join("index.broken-1").is_dir(), "{what}");
            let mut rebuild = index.rebuild().unwrap();
            rebuild.add(&town()).unwrap();
            rebuild.finish("9").unwrap();
            assert_eq!(found(&index, "bus"), [10, 20, 30], "{what}");
            assert_eq!(index.position().as_deref(), Some("9"), "{what}");
            assert!(!dir.path().join("index.broken-1").exists(), "{what}");
        }
    }
}

#[test]
fn an_index_of_another_make_is_set_aside_under_a_free_number() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("index");
    fs::create_dir_all(dir.path().join("index.broken-1")).unwrap();
    fs::create_dir(&path).unwrap();
    let mut schema = tantivy::schema::Schema::builder();
    schema.add_text_field("body", tantivy::schema::TEXT);
    tantivy::Index::create_in_dir(&path, schema.build()).unwrap();
    assert_eq!(Index::open(&path).unwrap().position(), None);
    assert!(dir.path().join("index.broken-2").is_dir());
}

#[test]
fn a_rebuild_that_is_given_up_changes_nothing() {
    let (_dir, index) = index_of(&town());
    let mut rebuild = index.rebuild().unwrap();
    rebuild.add(&town()).unwrap();
    drop(rebuild);
    assert_eq!(found(&index, "bus"), [10, 20, 30]);
    index.write(&[document(50, "issues", "child", "redditch", "bus")], &[], "2").unwrap();
    assert_eq!(found(&index, "bus"), [10, 20, 30, 50]);
}

#[test]
fn an_index_built_beside_takes_the_place_of_the_old_one() {
    let (dir, index) = index_of(&town());
    drop(index);
    let live = dir.path().join("index");
    let fresh = place_beside(&live).unwrap();
    let index = Index::open(&fresh).unwrap();
    let mut rebuild = index.rebuild().unwrap();
    rebuild.add(&town()[..1]).unwrap();
    rebuild.finish("2").unwrap();
    index.settle().unwrap();
    swap(&fresh, &live).unwrap();
    let index = Index::open(&live).unwrap();
    assert_eq!((found(&index, "bus"), index.position().as_deref()), (vec![10], Some("2")));
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
}

#[test]
fn nothing_typed_can_break_a_search() {
    let (_dir, index) = index_of(&town());
    let attacks = [
        "can't",
        "((((",
        "\"",
        "a* b* c*",
        "*",
        "text:[* TO *]",
        "bus~2",
        "answer_id:10",
        "- -",
        "NOT",
        "\u{202e}\u{0}",
    ];
    for attack in attacks {
        assert!(index.search(&query(attack)).unwrap().total <= 5, "{attack}");
    }
    let long = index.search(&query(&"bus ".repeat(10_000))).unwrap();
    assert!(long.cut && long.total == 3);
}
