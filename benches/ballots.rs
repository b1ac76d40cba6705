//! How fast papers are counted, by every method.
//!
//! `cargo bench --bench ballots -- [PAPERS] [METHOD]` makes that many papers (1,100,000 unless said) with 12
//! candidates from a seed: rankings of all places drawn anew for every paper, some liked more than others, so that
//! nearly all are different, which is the worst there is. It prints the seconds to collect them into a multiset and to
//! count, in all and of the processor, and the most memory held. With a method's name only that one is counted, so
//! that the memory is its own. Target: 5 s and 1,000 MB a method, then 1 s.

use std::time::Instant;

use heard::ballot::{Ballot, BallotFiles, Election, Marked, Marks, Method, Papers, Seed, count, parse};

const CANDIDATES: usize = 12;
const SEATS: usize = 3;

/// Numbers from a seed (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, below: usize) -> usize {
        (self.next() % below.max(1) as u64) as usize
    }
}

/// A ballot with this form of paper.
fn ballot(form: &str, method: Method) -> Ballot {
    let candidates: String = (0..CANDIDATES).map(|at| format!("[[candidate]]\nkey = \"c{at}\"\n")).collect();
    let options: String = (0..CANDIDATES).map(|at| format!("c{at} = {{ label = \"{at}\" }}\n")).collect();
    let seats = if method == Method::InstantRunoff { 1 } else { SEATS };
    let file = format!(
        "key = \"b\"\norganisation = \"o\"\nopens = \"2026-11-02T09:00\"\ncloses = \"2026-11-03T09:00\"\n\
         geography = \"g\"\nlanguages = [\"en\"]\nages = [11, 18]\nmethod = \"{}\"\nseats = {seats}\nseed = \"s\"\n\
         [paper]\n{form}\n[[perspective]]\nkey = \"p\"\n{candidates}",
        method.as_str()
    );
    let words = format!(
        "[consultation]\ntitle = \"t\"\nsummary = \"s\"\nwho_asks = \"w\"\nwhy = \"y\"\nhow_long = \"h\"\n\
         what_happens = \"n\"\nundecided = \"u\"\n[perspective.p]\nname = \"n\"\nplural = \"p\"\nchoose = \"c\"\n\
         [paper.any]\nask = \"a\"\n[paper.any.options]\n{options}"
    );
    let wordings = [("en".to_owned(), ("en.toml".to_owned(), words))].into();
    let read = parse(&BallotFiles { ballot: ("ballot.toml".to_owned(), file), wordings });
    read.unwrap_or_else(|findings| panic!("{findings:?}")).0
}

/// Marks of one paper: candidates early in the list are liked a little more.
fn marked(chance: &mut Chance, keys: &[String], marks: Marks) -> Marked {
    let mut order: Vec<usize> = (0..keys.len()).collect();
    for at in 0..order.len() {
        let rest = order.len() - at;
        let other = at + chance.below(rest).min(chance.below(rest + 3));
        order.swap(at, other);
    }
    let length = 1 + chance.below(keys.len() * 2).min(keys.len() - 1);
    let some = order.iter().take(length).map(|at| keys[*at].clone());
    match marks {
        Marks::Ranked => Marked::Ranked(some.zip(1..).collect()),
        Marks::Chosen => Marked::Chosen(some.collect()),
        Marks::Points => Marked::Points(some.take(5).map(|key| (key, 1 + chance.below(20) as u32)).collect()),
    }
}

/// A number of `/proc/self/status` in megabytes; 0 where the system does not say.
fn memory(name: &str) -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name));
    let number = line.and_then(|line| line.split_whitespace().next()).and_then(|number| number.parse::<u64>().ok());
    number.unwrap_or(0) / 1024
}

/// Seconds of the processor that this program has used; 0 where the system does not say.
fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after = stat.rsplit(')').next().unwrap_or_default();
    after.split_whitespace().nth(11).and_then(|ticks| ticks.parse::<f64>().ok()).unwrap_or(0.0) / 100.0
}

fn collect(number: usize, method: Method, form: &str) -> Papers {
    let ballot = ballot(form, method);
    let (keys, mut chance) = (ballot.keys(), Chance(11));
    let mut builder = Papers::builder(ballot.form.marks());
    for _ in 0..number {
        match ballot.read_paper(&marked(&mut chance, &keys, ballot.form.marks())) {
            Ok(paper) => builder.add(&paper, 1),
            Err(spoilt) => panic!("{spoilt}"),
        }
    }
    let (start, used) = (Instant::now(), processor_seconds());
    let papers = builder.finish();
    let (took, used) = (start.elapsed().as_secs_f64(), processor_seconds() - used);
    print!("{:>15} {:>9} {took:>8.2} {used:>8.2}", method.as_str(), papers.different());
    papers
}

fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let number = words.iter().find_map(|word| word.parse().ok()).unwrap_or(1_100_000);
    let only = words.iter().find_map(|word| Method::parse(word));
    println!(
        "{number} papers, {CANDIDATES} candidates; seconds in all and of the processor, for collecting and counting"
    );
    println!(
        "{:>15} {:>9} {:>8} {:>8} {:>8} {:>8} {:>8}",
        "method", "different", "collect", "cpu", "count", "cpu", "most MB"
    );
    let seed = Seed::new("s");
    let rank = format!("kind = \"rank\"\nat_most = {CANDIDATES}");
    for method in Method::ALL.into_iter().filter(|method| only.is_none_or(|only| only == *method)) {
        let form = match method {
            Method::Approval => "kind = \"approve\"",
            Method::Points => "kind = \"points\"\nbudget = 100",
            _ => &rank,
        };
        let papers = collect(number, method, form);
        let keys: Vec<String> = (0..CANDIDATES).map(|at| format!("c{at}")).collect();
        let seats = if method == Method::InstantRunoff { 1 } else { SEATS };
        let election = Election {
            keys: &keys,
            withdrawn: &[],
            papers: &papers,
            tallied: None,
            method,
            seats,
            seed: seed.as_ref(),
        };
        let (start, used) = (Instant::now(), processor_seconds());
        let counted = count(&election);
        let (took, used) = (start.elapsed().as_secs_f64(), processor_seconds() - used);
        assert!(counted.is_ok_and(|counted| counted.winners.len() == seats), "{method} elected too few");
        println!(" {took:>8.2} {used:>8.2} {:>8}", memory("VmHWM:"));
    }
}
