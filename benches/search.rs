//! Search over a million invented answers: how fast the index is built beside a bare one, and how long
//! searches take with every filter count.
//!
//! `cargo bench --bench search -- [ANSWERS]` (1,000,000 by default). Words are drawn by Zipf's law from the
//! vocabulary in `analysis/vectors`, so lengths and frequencies are lifelike and phrases are not.

use std::ops::ControlFlow;
use std::path::Path;
use std::time::{Duration, Instant};

use heard::search::{Document, Index, Query};
use heard::store::{Location, Store, Submission};
use heard::survey::{Answer, District, Language, Origin, Response};
use heard::worker::{Frames, catch_up};
use tantivy::indexer::UserOperation;
use tantivy::schema::{FAST, INDEXED, NumericOptions, STRING, Schema, TEXT, TextOptions};
use tantivy::{IndexWriter, TantivyDocument};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

const BATCH: usize = 10_000;
const QUERIES: usize = 300;

fn main() -> Outcome<()> {
    let given = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    let answers: usize = given.unwrap_or(1_000_000);
    let vocabulary = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/analysis/vectors/vocab.txt"))?;
    let words = Words::new(&vocabulary);
    let dir = tempfile::tempdir()?;

    let bare = bare_rate(&dir.path().join("bare"), &words, answers)?;
    println!("bare index, one plain field: {bare:.0} answers a second");
    let (index, rate) = build(&dir.path().join("index"), &words, answers)?;
    println!("Heard's index: {rate:.0} answers a second, {:.2} of bare", rate / bare);
    println!("size on disk: {} MB", size(&dir.path().join("index"))? >> 20);
    let segments = std::fs::read_dir(dir.path().join("index"))?.flatten();
    let segments = segments.filter(|entry| entry.path().extension().is_some_and(|end| end == "term")).count();
    println!("segments: {segments}");

    let mut all = Vec::new();
    for (name, ask) in KINDS {
        let mut times = Vec::new();
        let mut chance = Chance(7);
        for _ in 0..QUERIES {
            let query = ask(&words, &mut chance);
            let started = Instant::now();
            let found = index.search(&query)?;
            times.push(started.elapsed());
            std::hint::black_box(found);
        }
        all.extend_from_slice(&times);
        report(name, &mut times);
    }
    report("all of these together", &mut all);
    commits(&index, &words)?;
    from_database(dir.path(), &words, answers / 5)
}

/// A small generator, the same on every machine.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }
}

/// Words by frequency.
struct Words {
    list: Vec<String>,
    /// For each of many equal chances, the word.
    drawn: Vec<u32>,
}

impl Words {
    fn new(vocabulary: &str) -> Self {
        let is_word = |word: &&str| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase());
        let list: Vec<String> = vocabulary.lines().filter(is_word).map(str::to_owned).collect();
        let mut drawn = Vec::new();
        for rank in 0..list.len() {
            let times = (200_000.0 / (rank as f64 + 3.0)).ceil() as usize;
            drawn.extend(std::iter::repeat_n(rank as u32, times));
        }
        Self { list, drawn }
    }

    fn draw(&self, chance: &mut Chance) -> &str {
        &self.list[self.drawn[chance.below(self.drawn.len())] as usize]
    }

    /// A word that is neither filler nor rare.
    fn topic(&self, chance: &mut Chance) -> &str {
        &self.list[300 + chance.below(3_000)]
    }

    fn documents(&self, from: usize, to: usize) -> Vec<Document> {
        (from..to).map(|number| self.document(number)).collect()
    }

    fn document(&self, number: usize) -> Document {
        let mut chance = Chance(number as u64);
        let length = 4 + chance.below(32);
        let mut text = String::new();
        for _ in 0..length {
            text.push_str(self.draw(&mut chance));
            text.push(' ');
        }
        Document {
            answer_id: number as i64,
            response_id: (number / 4) as i64,
            consultation: "plan".into(),
            question: format!("question-{}", number % 5),
            perspective: format!("perspective-{}", number / 4 % 5),
            district: format!("district-{}", number / 20 % 8),
            language: "en".into(),
            submitted_on: jiff::civil::date(2026, 9, 1 + (number % 28) as i8),
            text,
        }
    }
}

/// The limit: tantivy with one text field, nothing stemmed, nothing of ours.
fn bare_rate(dir: &Path, words: &Words, answers: usize) -> Outcome<f64> {
    std::fs::create_dir(dir)?;
    let mut schema = Schema::builder();
    let id = schema.add_i64_field("id", FAST);
    let response = schema.add_i64_field("response", NumericOptions::default() | INDEXED);
    let keys = TextOptions::default().set_fast("raw") | STRING;
    let filters = ["question", "perspective", "district"].map(|name| schema.add_text_field(name, keys.clone()));
    let text = schema.add_text_field("text", TEXT);
    let index = tantivy::Index::create_in_dir(dir, schema.build())?;
    let mut writer: IndexWriter = index.writer_with_num_threads(2, 256 << 20)?;
    let mut spent = Duration::ZERO;
    for from in (0..answers).step_by(BATCH) {
        let documents = words.documents(from, (from + BATCH).min(answers));
        let started = Instant::now();
        for turn in documents.chunks(256) {
            let adds: Vec<_> = turn
                .iter()
                .map(|given| {
                    let mut document = TantivyDocument::default();
                    document.add_i64(id, given.answer_id);
                    document.add_i64(response, given.response_id);
                    for (field, key) in filters.iter().zip([&given.question, &given.perspective, &given.district]) {
                        document.add_text(*field, key);
                    }
                    document.add_text(text, &given.text);
                    UserOperation::Add(document)
                })
                .collect();
            writer.run(adds)?;
        }
        spent += started.elapsed();
    }
    let started = Instant::now();
    writer.commit()?;
    spent += started.elapsed();
    writer.wait_merging_threads()?;
    Ok(answers as f64 / spent.as_secs_f64())
}

fn build(dir: &Path, words: &Words, answers: usize) -> Outcome<(Index, f64)> {
    let index = Index::open(dir)?;
    let mut rebuild = index.rebuild()?;
    let mut spent = Duration::ZERO;
    for from in (0..answers).step_by(BATCH) {
        let documents = words.documents(from, (from + BATCH).min(answers));
        let started = Instant::now();
        rebuild.add(&documents)?;
        spent += started.elapsed();
    }
    let started = Instant::now();
    rebuild.finish("0")?;
    spent += started.elapsed();
    index.settle()?;
    Ok((Index::open(dir)?, answers as f64 / spent.as_secs_f64()))
}

fn size(dir: &Path) -> Outcome<u64> {
    std::fs::read_dir(dir)?.map(|entry| Ok(entry?.metadata()?.len())).sum()
}

type Ask = fn(&Words, &mut Chance) -> Query;

/// What people ask, each kind as often as the others.
const KINDS: [(&str, Ask); 8] = [
    ("a word", |words, chance| asked(words.topic(chance).to_owned())),
    ("a common word", |words, chance| asked(format!("\"{}\"", words.list[chance.below(40)]))),
    ("two words", |words, chance| asked(format!("{} {}", words.topic(chance), words.draw(chance)))),
    ("any of four words", |words, chance| asked([(); 4].map(|()| words.topic(chance).to_owned()).join(" OR "))),
    ("exact words", |words, chance| asked(format!("\"{} {}\"", words.draw(chance), words.draw(chance)))),
    ("the beginning of a word", |words, chance| asked(format!("{}*", words.topic(chance).get(..3).unwrap_or("the")))),
    ("a word under filters", |words, chance| Query {
        questions: vec![format!("question-{}", chance.below(5))],
        districts: vec![format!("district-{}", chance.below(8))],
        ..asked(words.topic(chance).to_owned())
    }),
    ("a word but not another", |words, chance| asked(format!("{} -{}", words.topic(chance), words.draw(chance)))),
];

fn asked(words: String) -> Query {
    Query { consultation: "plan".into(), words, limit: 20, ..Query::default() }
}

fn report(name: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1_000.0;
    println!("{name}: p50 {:.2} ms, p99 {:.2} ms, most {:.2} ms", at(0.5), at(0.99), at(1.0));
}

/// One response at a time, as the worker writes them on a quiet evening; and looking at everything.
fn commits(index: &Index, words: &Words) -> Outcome<()> {
    let mut nothing_asked = Vec::new();
    for _ in 0..30 {
        let started = Instant::now();
        index.search(&asked(String::new()))?;
        nothing_asked.push(started.elapsed());
    }
    report("nothing asked, every answer counted", &mut nothing_asked);
    let mut times = Vec::new();
    for number in 0..50 {
        let from = 100_000_000 + number * 4;
        let documents = words.documents(from, from + 4);
        let started = Instant::now();
        index.write(&documents, &[], "1")?;
        times.push(started.elapsed());
    }
    report("one response written until it can be found", &mut times);
    Ok(())
}

/// The index built from a database, as `heard reindex` does, when every answer has been read before. SQLite.
fn from_database(dir: &Path, words: &Words, answers: usize) -> Outcome<()> {
    let store = Store::open(&Location::Sqlite(dir.join("heard.sqlite")))?;
    let submissions = (0..answers / 4).map(|number| submission(words, number)).collect();
    store.submit_many(submissions)?;
    for (what, name) in
        [("reading every answer and indexing it", "first"), ("indexing answers that were read", "second")]
    {
        let index = Index::open(&dir.join(name))?;
        let started = Instant::now();
        catch_up(&store, &index, &Frames::none(), &mut |_| ControlFlow::Continue(()))?;
        let rate = index.answers() as f64 / started.elapsed().as_secs_f64();
        println!("{what}, from SQLite: {rate:.0} answers a second ({} answers)", index.answers());
    }
    Ok(())
}

fn submission(words: &Words, number: usize) -> Submission {
    let answers = words.documents(number * 4, number * 4 + 4).into_iter().enumerate();
    let answers = answers.map(|(at, document)| (format!("question-{at}"), Answer::Text(document.text)));
    let response = Response {
        perspective: format!("perspective-{}", number % 5),
        district: District::Area(format!("district-{}", number % 8)),
        language: Language::english(),
        submitted_on: jiff::civil::date(2026, 9, 1),
        origin: Origin::Import,
        answers: answers.collect(),
    };
    let (digest, import_id) = ("1".to_owned(), Some(number.to_string()));
    let (receipt_hash, draft_hash, way_in) = (None, None, None);
    Submission { consultation: "plan".into(), digest, response, receipt_hash, draft_hash, import_id, way_in }
}
