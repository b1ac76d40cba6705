//! How fast similar answers are found, and how many of those that were planted.
//!
//! `cargo bench --bench duplicates -- [ANSWERS]…` makes that many answers (10⁴, 10⁵ and 10⁶ by default) from a
//! seed: words drawn as they are in a language (the second half as often as the first, the third a third as often,
//! of 8,000 words), 3 to 60 of them. One in fifty belongs to a text that was passed round, 20 to 60 words long:
//! half of those exactly so, the others with a word or two changed or a sentence added. It prints seconds, answers
//! a second, and the share of the planted answers that were grouped, and of the grouped that were planted.
//! `-- FILE.tsv` reads the first column of a file instead, and prints the groups.

use std::time::Instant;

use heard::text::{Sent, SimilarSettings, similar_groups};

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

    /// A rank among `count` words, each as often as one over its rank.
    fn word(&mut self, count: usize) -> usize {
        let fraction = (self.next() >> 11) as f64 / (1u64 << 53) as f64;
        (((count as f64).ln() * fraction).exp() as usize).min(count) - 1
    }
}

fn sentence(chance: &mut Chance, length: usize) -> Vec<usize> {
    (0..length).map(|_| chance.word(8000)).collect()
}

/// The answers, and whether each is one of a text that was passed round.
fn generated(count: usize) -> (Vec<String>, Vec<bool>) {
    let mut chance = Chance(7);
    let texts = (count / 5000).max(1);
    let passed_round: Vec<Vec<usize>> = (0..texts)
        .map(|_| {
            let length = 20 + chance.below(41);
            sentence(&mut chance, length)
        })
        .collect();
    let (mut answers, mut planted) = (Vec::with_capacity(count), Vec::with_capacity(count));
    for at in 0..count {
        let length = 3 + chance.below(58).min(chance.below(58));
        let is_planted = at % 50 == 0;
        let mut words = match is_planted {
            true => passed_round[chance.below(texts)].clone(),
            false => sentence(&mut chance, length),
        };
        if is_planted && chance.below(2) == 0 {
            for _ in 0..chance.below(3) {
                let place = chance.below(words.len());
                words[place] = 9000 + chance.below(1000);
            }
            if chance.below(3) == 0 {
                words.extend(sentence(&mut chance, length));
            }
        }
        answers.push(words.iter().map(|word| format!("w{word} ")).collect());
        planted.push(is_planted);
    }
    (answers, planted)
}

/// The most memory that the program has held so far, in megabytes; 0 where the system does not say.
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()).and_then(|number| number.parse::<u64>().ok()).unwrap_or(0)
        / 1024
}

fn sent(answers: &[String]) -> Vec<Sent<'_>> {
    answers.iter().enumerate().map(|(at, text)| Sent { person: at as i64, text }).collect()
}

fn of_file(file: &str) -> Result<(), Box<dyn std::error::Error>> {
    let whole = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let answers: Vec<String> =
        whole.lines().skip(1).map(|line| line.split('\t').next().unwrap_or(line).to_owned()).collect();
    let start = Instant::now();
    let groups = similar_groups(&sent(&answers), SimilarSettings { least_people: 2, ..SimilarSettings::default() });
    let took = start.elapsed().as_secs_f64();
    println!("{}: {} answers, {} groups of two or more in {took:.3} s", file, answers.len(), groups.len());
    for group in &groups {
        println!("{} people, {} exactly, {} words", group.people, group.identical, group.words);
        let mut texts: Vec<&String> = group.answers.iter().map(|place| &answers[*place]).collect();
        texts.sort();
        texts.dedup();
        texts.iter().take(4).for_each(|text| println!("    {text:.160}"));
    }
    Ok(())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    if let Some(file) = words.iter().find(|word| word.ends_with(".tsv")) {
        return of_file(file);
    }
    let mut counts: Vec<usize> = words.iter().map(|word| word.parse()).collect::<Result<_, _>>()?;
    if counts.is_empty() {
        counts = vec![10_000, 100_000, 1_000_000];
    }
    println!(
        "{:>9} {:>8} {:>11} {:>7} {:>8} {:>8} {:>9}",
        "answers", "seconds", "a second", "groups", "found", "true", "most MB"
    );
    for count in counts {
        let (answers, planted) = generated(count);
        let before = most_memory();
        let sent = sent(&answers);
        let start = Instant::now();
        let groups = similar_groups(&sent, SimilarSettings::default());
        let took = start.elapsed().as_secs_f64();
        let grouped: Vec<usize> = groups.iter().flat_map(|group| group.answers.iter().copied()).collect();
        let right = grouped.iter().filter(|place| planted[**place]).count();
        let all = planted.iter().filter(|is_planted| **is_planted).count();
        println!(
            "{count:>9} {took:>8.3} {:>11.0} {:>7} {:>7.1}% {:>7.1}% {:>9}",
            count as f64 / took,
            groups.len(),
            right as f64 * 100.0 / all as f64,
            right as f64 * 100.0 / grouped.len().max(1) as f64,
            most_memory() - before,
        );
    }
    Ok(())
}
