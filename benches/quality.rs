//! How good found themes are, measured on answers that people have coded.
//!
//! `cargo bench --bench quality -- FOLDER [SET…]` reads `FOLDER/SET.tsv` (`text`, `labels` parted by `|`) and
//! prints NMI and ARI against the human codes of answers with exactly one, without and with the number of
//! codes given, and the recovery of every human code by the best matching theme (weighted F1). With
//! `responses=FILE.jsonl` it measures the bundled code frame on coded responses, nothing learnt.

use std::collections::BTreeMap;
use std::time::Instant;

use heard::text::Vectors;
use heard::themes::{AnalysisSettings, CodeFrame, Corpus, DiscoverySettings, Lexicon, Watch, analyse, discover};

type Outcome = Result<(), Box<dyn std::error::Error>>;

const SETS: &[&str] = &["nhs_feedback_neas", "gambling_gen", "banking77", "clinc150"];

fn main() -> Outcome {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let vectors = Vectors::from_bytes(
        std::fs::read("analysis/vectors/static256.i8")?,
        &std::fs::read_to_string("analysis/vectors/vocab.txt")?,
    )?;
    if let Some(file) = wanted.iter().find_map(|word| word.strip_prefix("responses=")) {
        return measure_frame(file, &vectors);
    }
    let Some((folder, sets)) = wanted.split_first() else {
        println!("Nothing measured: give a folder of coded answers.");
        return Ok(());
    };
    let sets: Vec<&str> = if sets.is_empty() { SETS.to_vec() } else { sets.iter().map(String::as_str).collect() };
    for set in sets {
        measure_set(&format!("{folder}/{set}.tsv"), set, &vectors)?;
    }
    Ok(())
}

/// Texts, and the human codes of each.
type Coded = (Vec<String>, Vec<Vec<String>>);

/// Texts with their human codes.
fn read(file: &str) -> Result<Coded, Box<dyn std::error::Error>> {
    let whole = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let rows = whole.lines().skip(1).map(|line| {
        let mut cells = line.split('\t');
        (cells.next().unwrap_or_default(), cells.next().unwrap_or_default())
    });
    Ok(rows
        .map(|(text, codes)| (text.to_owned(), codes.split('|').filter(|c| !c.is_empty()).map(str::to_owned).collect()))
        .unzip())
}

fn measure_set(file: &str, set: &str, vectors: &Vectors) -> Outcome {
    let (texts, codes) = read(file)?;
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let start = Instant::now();
    let corpus = Corpus::new(&texts, vectors);
    let read_in = start.elapsed().as_secs_f64();
    let distinct: std::collections::BTreeSet<&String> = codes.iter().filter(|c| c.len() == 1).flatten().collect();
    let known = if set.starts_with("nhs") { distinct.len().min(30) } else { distinct.len() };
    for (way, count) in [("AUTO", None), ("BAL", Some(known))] {
        for seed in 0..3 {
            let start = Instant::now();
            let found = discover(
                &corpus,
                DiscoverySettings { count, seed, ..Default::default() },
                Watch::new(&|_| std::ops::ControlFlow::Continue(())),
            )?;
            let took = start.elapsed().as_secs_f64();
            let (nmi, ari) = agreement(&codes, &found.labels);
            let whole: Vec<Vec<usize>> = found.labels.iter().map(|&label| vec![label as usize]).collect();
            println!(
                "{set} {way} seed {seed}: themes {} NMI {nmi:.3} ARI {ari:.3} recovery {:.3} (read {read_in:.1} s, found {took:.1} s)",
                found.count,
                recovery(&codes, &whole)
            );
        }
    }
    let seeds: Vec<Vec<u32>> = (0..5u64)
        .map(|seed| {
            discover(
                &corpus,
                DiscoverySettings { seed: seed + 10, ..Default::default() },
                Watch::new(&|_| std::ops::ControlFlow::Continue(())),
            )
            .map(|it| {
                print!("[{} {:.2}] ", it.count, it.agreement.unwrap_or(9.0));
                it.labels
            })
        })
        .collect::<Result<_, _>>()?;
    let even = vec![1.0f32; texts.len()];
    let mut pairs = Vec::new();
    for a in 0..5 {
        for b in 0..a {
            pairs.push(heard::themes::agreement(&seeds[a], &seeds[b], &even));
        }
    }
    println!("seed ARI {:.3}", pairs.iter().sum::<f64>() / pairs.len() as f64);
    let settings = AnalysisSettings::default();
    let analysis = analyse(&texts, vectors, &settings, &|_| {});
    let mut applied: Vec<Vec<usize>> = vec![Vec::new(); texts.len()];
    analysis.codings.iter().for_each(|coding| applied[coding.answer].push(coding.theme));
    let with_aside: Vec<Vec<usize>> =
        applied.iter().map(|t| if t.is_empty() { vec![usize::MAX] } else { t.clone() }).collect();
    println!(
        "  aside as a group: recovery {:.3}, aside {}",
        recovery(&codes, &with_aside),
        applied.iter().filter(|t| t.is_empty()).count()
    );
    let primary: Vec<u32> =
        applied.iter().map(|themes| themes.first().map_or(u32::MAX, |&theme| theme as u32)).collect();
    let (nmi, ari) = agreement(&codes, &primary);
    println!(
        "{set} analysis: themes {} NMI {nmi:.3} ARI {ari:.3} recovery with clauses {:.3}, {:.2} themes an answer",
        analysis.themes.len(),
        recovery(&codes, &applied),
        analysis.codings.len() as f64 / texts.len() as f64
    );
    if std::env::var_os("NAMES").is_some() {
        for theme in &analysis.themes {
            println!("  {:5} {}", theme.answers, theme.name);
        }
    }
    Ok(())
}

/// Normalised mutual information (arithmetic mean) and adjusted Rand index on answers with one code.
fn agreement(codes: &[Vec<String>], labels: &[u32]) -> (f64, f64) {
    let mut joint: BTreeMap<(&str, u32), f64> = BTreeMap::new();
    let (mut left, mut right): (BTreeMap<&str, f64>, BTreeMap<u32, f64>) = Default::default();
    let mut n = 0.0;
    for (codes, &label) in codes.iter().zip(labels).filter(|(codes, _)| codes.len() == 1) {
        *joint.entry((&codes[0], label)).or_default() += 1.0;
        *left.entry(&codes[0]).or_default() += 1.0;
        *right.entry(label).or_default() += 1.0;
        n += 1.0;
    }
    let entropy = |counts: &mut dyn Iterator<Item = f64>| counts.map(|c| -c / n * (c / n).ln()).sum::<f64>();
    let mutual: f64 = joint.iter().map(|(&(a, b), &c)| c / n * (n * c / (left[a] * right[&b])).ln()).sum();
    let nmi = 2.0 * mutual / (entropy(&mut left.values().copied()) + entropy(&mut right.values().copied()));
    let pairs = |c: f64| c * (c - 1.0) / 2.0;
    let (together, a, b) = (
        joint.values().map(|&c| pairs(c)).sum::<f64>(),
        left.values().map(|&c| pairs(c)).sum::<f64>(),
        right.values().map(|&c| pairs(c)).sum::<f64>(),
    );
    let expected = a * b / pairs(n);
    (nmi, (together - expected) / ((a + b) / 2.0 - expected))
}

/// For every code of at least 10 answers the best F1 any theme has, weighted by the code's size.
fn recovery(codes: &[Vec<String>], applied: &[Vec<usize>]) -> f64 {
    let mut sizes: BTreeMap<usize, f64> = BTreeMap::new();
    let mut members: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, (codes, themes)) in codes.iter().zip(applied).enumerate() {
        themes.iter().for_each(|&theme| *sizes.entry(theme).or_default() += 1.0);
        codes.iter().for_each(|code| members.entry(code).or_default().push(place));
    }
    let (mut sum, mut weight) = (0.0, 0.0);
    for places in members.values().filter(|places| places.len() >= 10) {
        let mut both: BTreeMap<usize, f64> = BTreeMap::new();
        places.iter().flat_map(|&place| &applied[place]).for_each(|&theme| *both.entry(theme).or_default() += 1.0);
        let support = places.len() as f64;
        let best = both.iter().map(|(theme, tp)| 2.0 * tp / (support + sizes[theme])).fold(0.0, f64::max);
        if std::env::var_os("DETAIL").is_some() {
            println!("      {support:5} {best:.3} {}", codes_name(codes, places[0], places));
        }
        sum += best * support;
        weight += support;
    }
    sum / weight
}

/// Micro and macro F1 of the bundled code frame on coded responses.
fn measure_frame(file: &str, vectors: &Vectors) -> Outcome {
    let path = "analysis/code-frames/children-and-young-people.toml";
    let (frame, _) = CodeFrame::read(path, &std::fs::read_to_string(path)?).map_err(|all| format!("{all:?}"))?;
    let lexicon = Lexicon::new(&frame, vectors);
    let keys: Vec<String> = lexicon.themes().into_iter().map(|theme| theme.key).collect();
    let mut counts = vec![(0.0, 0.0, 0.0); keys.len()];
    let (mut answers, mut explained) = (0.0, 0.0);
    for line in std::fs::read_to_string(file)?.lines() {
        let response: serde_json::Value = serde_json::from_str(line)?;
        for (question, answer) in response["answers"].as_object().into_iter().flatten() {
            let gold: Vec<&str> =
                response["themes"][question].as_array().into_iter().flatten().filter_map(|key| key.as_str()).collect();
            let coded = lexicon.code(0, answer.as_str().unwrap_or_default(), vectors);
            answers += 1.0;
            explained += f64::from(u8::from(!coded.is_empty()));
            for (theme, key) in keys.iter().enumerate() {
                let (is_gold, is_coded) = (gold.contains(&key.as_str()), coded.iter().any(|it| it.theme == theme));
                counts[theme].0 += f64::from(u8::from(is_gold && is_coded));
                counts[theme].1 += f64::from(u8::from(is_gold));
                counts[theme].2 += f64::from(u8::from(is_coded));
            }
        }
    }
    let f1 = |(tp, gold, coded): (f64, f64, f64)| if gold + coded > 0.0 { 2.0 * tp / (gold + coded) } else { 0.0 };
    let sum = counts.iter().fold((0.0, 0.0, 0.0), |s, c| (s.0 + c.0, s.1 + c.1, s.2 + c.2));
    let macro_f1 = counts.iter().map(|&c| f1(c)).sum::<f64>() / counts.len() as f64;
    println!(
        "frame, nothing learnt: micro F1 {:.3} macro F1 {macro_f1:.3}; {:.2} themes an answer (people {:.2}); explains {:.3}",
        f1(sum),
        sum.2 / answers,
        sum.1 / answers,
        explained / answers
    );
    Ok(())
}

fn codes_name(codes: &[Vec<String>], _: usize, places: &[usize]) -> String {
    let mut all: Vec<&String> = codes[places[0]].iter().collect();
    all.retain(|c| places.iter().all(|&p| codes[p].contains(c)));
    format!("{all:?}")
}
