//! How long exports take: CSV of many responses beside the bare writing of as many bytes, then every format at once.
//!
//! Each response has an age band and five answers of about forty words, looked through for personal data (one answer
//! in ten has some) and coded to a frame of forty themes (an answer has one or two). All of it comes through the
//! store, on SQLite. Wall time is noisy where others use the machine, so processor time stands beside it.
//!
//! `cargo bench --bench exports -- [RESPONSES]` (100,000 by default)

use std::io::Write;
use std::path::Path;
use std::time::Instant;

use heard::commands::export::{Format, Wanted, export};
use heard::library::Library;
use heard::report::dataset::Licence;
use heard::report::xlsx::Style;
use heard::store::{
    FrameOrigin, Location, MachineJudge, NewCodeFrame, NewCoding, NewTheme, Redaction, Store, Submission, ThemeStatus,
};
use heard::survey::{Answer, District, Language, Origin, Response};

type Outcome<T> = Result<T, Box<dyn std::error::Error>>;

const CONSULTATION: &str = "worcestershire-cypp";
const WORDS: &str = "Later buses from the villages would help most of all, because after school there is nothing to do here \
    and the last one leaves at ten to four, so nobody I know can stay for football, music or drama.";
const QUESTIONS: [&str; 5] = ["important", "challenges", "improve", "monarch", "keep"];
const THEMES: usize = 40;
const BATCH: usize = 20_000;

fn main() -> Outcome<()> {
    let given = std::env::args().skip(1).find_map(|argument| argument.parse().ok());
    let responses: usize = given.unwrap_or(100_000);
    let folder = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let store = Store::open(&Location::Sqlite(folder.path().join("heard.sqlite")))?;
    let library = Library::load(None).map_err(|findings| format!("{findings:?}"))?;
    let consultation = library.find_consultation(CONSULTATION).ok_or("the bundled survey is not there")?;
    fill(&store, &consultation.digest, responses)?;
    let districts = library.district_keys(consultation).into_iter().map(|key| (key.clone(), key));
    let wanted = Wanted {
        consultation,
        districts: districts.collect(),
        unredacted: false,
        style: Style::Labels,
        licence: Licence::Closed,
    };
    println!("{responses} responses, {} answers in words:", responses * QUESTIONS.len());
    let path = folder.path().join("out.csv");
    for _ in 0..5 {
        measure("csv", || Ok(export(&store, &wanted, &[(Format::Csv, path.clone())]).map(|_| ())?))?;
    }
    let bytes = std::fs::read(&path)?;
    let bare = format!("bare writing of its {} MB, on the disk", bytes.len() >> 20);
    measure(&bare, || {
        let mut file = std::fs::File::create(folder.path().join("bare"))?;
        file.write_all(&bytes)?;
        Ok(file.sync_all()?)
    })?;
    drop(bytes);
    for (name, format) in
        [("json", Format::Json), ("sav", Format::Sav), ("package", Format::Package), ("xlsx", Format::Xlsx)]
    {
        let path = folder.path().join(format!("out.{name}"));
        measure(name, || Ok(export(&store, &wanted, &[(format, path.clone())]).map(|_| ())?))?;
        println!("  {} MB", std::fs::metadata(&path)?.len() >> 20);
    }
    let all = [Format::Csv, Format::Json, Format::Sav, Format::Package, Format::Xlsx];
    let files: Vec<_> =
        all.iter().zip(0..).map(|(format, at)| (*format, folder.path().join(format!("all.{at}")))).collect();
    measure("all five at once", || Ok(export(&store, &wanted, &files).map(|_| ())?))?;
    println!("most memory: {} MB", peak(Path::new("/proc/self/status")));
    Ok(())
}

fn fill(store: &Store, digest: &str, responses: usize) -> Outcome<()> {
    for first in (0..responses).step_by(BATCH) {
        let batch = first..(first + BATCH).min(responses);
        store.submit_many(batch.map(|number| submission(number, digest)).collect())?;
    }
    let (mut after, mut screened, mut codings) = (0, Vec::new(), Vec::new());
    loop {
        let part = store.list_text_answers(CONSULTATION, None, after, BATCH)?;
        let Some(last) = part.last() else { break };
        after = last.id;
        for answer in part {
            let number = screened.len();
            let name = Redaction { characters: 0..5, kind: "name".to_owned() };
            screened.push((answer.id, if number.is_multiple_of(10) { vec![name] } else { vec![] }));
            let coding = |theme: usize, primary| NewCoding {
                answer_id: answer.id,
                theme: theme % THEMES,
                judge: MachineJudge::Machine,
                score: 0.5,
                primary,
            };
            codings.push(coding(number, true));
            codings.extend(number.is_multiple_of(2).then(|| coding(number * 7 + 1, false)));
        }
    }
    store.save_screened(screened)?;
    let theme = |number: usize| NewTheme {
        key: format!("theme-{number}"),
        name: format!("Theme {number}"),
        definition: String::new(),
        terms: vec![],
        status: ThemeStatus::Approved,
        parent: None,
    };
    let frame = NewCodeFrame {
        consultation: CONSULTATION.to_owned(),
        key: "bench".to_owned(),
        question: None,
        version: "1".to_owned(),
        origin: FrameOrigin::File,
        engine: "bench".to_owned(),
        seed: 1,
        themes: (0..THEMES).map(theme).collect(),
    };
    store.save_code_frame(frame, codings)?;
    Ok(())
}

fn submission(number: usize, digest: &str) -> Submission {
    let words = QUESTIONS.map(|key| (key.to_owned(), Answer::Text(format!("{number} {WORDS}"))));
    let age = ("age-band".to_owned(), Answer::Choice("8-11".to_owned()));
    Submission {
        consultation: CONSULTATION.to_owned(),
        digest: digest.to_owned(),
        response: Response {
            perspective: "child".to_owned(),
            district: District::Area("redditch".to_owned()),
            language: Language::english(),
            submitted_on: jiff::civil::date(2026, 11, 23),
            origin: Origin::Import,
            answers: std::iter::once(age).chain(words).collect(),
        },
        receipt_hash: None,
        draft_hash: None,
        import_id: Some(number.to_string()),
        way_in: None,
    }
}

fn measure(name: &str, run: impl FnOnce() -> Outcome<()>) -> Outcome<()> {
    let (began, cpu) = (Instant::now(), processor_seconds());
    run()?;
    let (wall, cpu) = (began.elapsed().as_secs_f64(), processor_seconds() - cpu);
    println!("{name}: {wall:.2} s, {cpu:.2} s of processor time");
    Ok(())
}

/// Processor time of every thread so far, as Linux counts it.
fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |place: usize| fields.get(place).and_then(|field| field.parse::<f64>().ok()).unwrap_or_default();
    (ticks(11) + ticks(12)) / 100.0
}

/// The most memory so far, in MB.
fn peak(status: &Path) -> u64 {
    let status = std::fs::read_to_string(status).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or_default() >> 10
}
