//! How good discovered themes are, beside the targets: agreement with people, recovery of their codes, steadiness,
//! and what stays when answers arrive.
//!
//! Every figure is of the default settings. Seeds are 0 to 4; a figure is their mean, with the least and the most.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use heard::text::{Content, Vectors, content_of};
use heard::themes::{Analysis, AnalysisSettings, DiscoverySettings, Known, analyse, analyse_again, rand_index};

use crate::Outcome;

/// A set that people have coded, and what is to be reached on it.
struct Set {
    name: &'static str,
    /// Themes asked for where the number is given; all codes of single-code answers otherwise.
    count: Option<usize>,
    /// Figure and target, where there is one: those not named have none.
    targets: &'static [(&'static str, f64)],
}

const SETS: &[Set] = &[
    Set {
        name: "nhs_feedback_neas",
        count: Some(30),
        targets: &[
            ("AUTO NMI", 0.36),
            ("AUTO recovery with clauses", 0.41),
            ("AUTO steadiness between seeds", 0.75),
            ("earlier answers kept", 0.99),
        ],
    },
    Set {
        name: "gambling_gen",
        count: None,
        targets: &[
            ("AUTO NMI", 0.94),
            ("BAL NMI", 0.94),
            ("AUTO steadiness between seeds", 0.90),
            ("earlier answers kept", 0.99),
        ],
    },
    Set { name: "banking77", count: None, targets: &[("BAL NMI", 0.76), ("earlier answers kept", 0.99)] },
    Set { name: "clinc150", count: None, targets: &[("BAL NMI", 0.84), ("earlier answers kept", 0.99)] },
];

/// What was measured in themes.md on sets that do not come with the data.
const NOT_GIVEN: &str = "anes 1-6, tweet, stackoverflow, searchsnippets, biomedical, googlenews, proctoring";

const SEEDS: u64 = 5;

/// Measures the sets that the folder holds (all of them, or those named) and prints one table.
///
/// # Errors
/// When a file cannot be read.
pub fn measure(folder: &str, named: &[String], vectors: &Vectors) -> Outcome {
    println!("{:<18} {:<52} {:>7} {:>15} {:>7}", "set", "figure", "value", "least to most", "target");
    for set in SETS.iter().filter(|set| named.is_empty() || named.iter().any(|name| name == set.name)) {
        let file = format!("{folder}/{}.tsv", set.name);
        if !std::path::Path::new(&file).exists() {
            println!("{:<18} not in this folder", set.name);
            continue;
        }
        let coded = Coded::read(&file)?;
        agreement_with_people(set, &coded, vectors);
        steadiness_of_parts(set, &coded, vectors);
        when_answers_arrive(set, &coded, vectors);
    }
    println!("Not measured, for their texts are not given: {NOT_GIVEN}.");
    Ok(())
}

/// Texts, and the human codes of each.
struct Coded {
    texts: Vec<String>,
    codes: Vec<Vec<String>>,
}

impl Coded {
    fn read(file: &str) -> Result<Self, Box<dyn std::error::Error>> {
        let whole = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
        let row = |line: &str| {
            let mut cells = line.split('\t');
            let text = cells.next().unwrap_or_default().to_owned();
            let codes = cells.next().unwrap_or_default().split('|').filter(|code| !code.is_empty());
            (text, codes.map(str::to_owned).collect())
        };
        let (texts, codes) = whole.lines().skip(1).map(row).unzip();
        Ok(Self { texts, codes })
    }

    fn texts(&self) -> Vec<&str> {
        self.texts.iter().map(String::as_str).collect()
    }
}

/// One line of the table.
fn print(set: &Set, figure: &str, values: &[f64]) {
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    let (least, most) = values.iter().fold((f64::MAX, f64::MIN), |(a, b), &value| (a.min(value), b.max(value)));
    let spread = if values.len() > 1 { format!("{least:.3} to {most:.3}") } else { String::new() };
    let target = set.targets.iter().find(|(name, _)| *name == figure).map(|&(_, target)| target);
    let verdict = target.map_or(String::new(), |target| {
        format!("{target:>7.2} {}", if mean >= target { "reached" } else { "not reached" })
    });
    println!("{:<18} {figure:<52} {mean:>7.3} {spread:>15} {verdict}", set.name);
}

/// The primary theme of each answer; answers set aside are one theme more for each reason.
fn primaries(analysis: &Analysis, texts: &[&str]) -> Vec<u32> {
    let mut labels: Vec<u32> = texts.iter().map(|text| aside(text, analysis.themes.len())).collect();
    for coding in analysis.codings.iter().filter(|coding| coding.is_primary) {
        labels[coding.answer] = coding.theme as u32;
    }
    labels
}

/// The place after all themes that stands for the reason an answer was set aside.
fn aside(text: &str, themes: usize) -> u32 {
    let reason = match content_of(text) {
        Content::Empty => 0,
        Content::Nothing => 1,
        Content::Something => 2,
    };
    (themes + reason) as u32
}

fn analysed(texts: &[&str], count: Option<usize>, seed: u64, vectors: &Vectors) -> Analysis {
    let discovery = DiscoverySettings { count, seed, ..DiscoverySettings::default() };
    analyse(texts, vectors, &AnalysisSettings { discovery, ..AnalysisSettings::default() }, &|_| {})
}

/// NMI, ARI, recovery and steadiness between seeds, without and with the number of themes given.
fn agreement_with_people(set: &Set, coded: &Coded, vectors: &Vectors) {
    let texts = coded.texts();
    let single: BTreeSet<&String> = coded.codes.iter().filter(|codes| codes.len() == 1).flatten().collect();
    let known = set.count.unwrap_or(single.len());
    for (way, count) in [("AUTO", None), ("BAL", Some(known))] {
        let analyses: Vec<Analysis> = (0..SEEDS).map(|seed| analysed(&texts, count, seed, vectors)).collect();
        let labels: Vec<Vec<u32>> = analyses.iter().map(|analysis| primaries(analysis, &texts)).collect();
        let themes: Vec<f64> = analyses.iter().map(|analysis| analysis.themes.len() as f64).collect();
        print(set, &format!("{way} themes found (people have {})", single.len()), &themes);
        let with_people: Vec<(f64, f64)> = labels.iter().map(|labels| like_people(&coded.codes, labels)).collect();
        print(set, &format!("{way} NMI"), &with_people.iter().map(|&(nmi, _)| nmi).collect::<Vec<_>>());
        print(set, &format!("{way} ARI"), &with_people.iter().map(|&(_, ari)| ari).collect::<Vec<_>>());
        let applied: Vec<Vec<Vec<u32>>> = analyses.iter().map(|analysis| themes_of(analysis, texts.len())).collect();
        let recovered = |leave_out: &str| -> Vec<f64> {
            applied.iter().map(|applied| recovery(&coded.codes, applied, leave_out)).collect()
        };
        print(set, &format!("{way} recovery with clauses"), &recovered(""));
        if set.name.starts_with("nhs") {
            // A fifth of these rows hold one and the same sentence, which the form wrote where nobody answered.
            print(
                set,
                &format!("{way} recovery, without \"Labelling not possible\""),
                &recovered("Labelling not possible"),
            );
            let one = |(applied, labels): (&Vec<Vec<u32>>, &Vec<u32>)| {
                let or_aside = applied
                    .iter()
                    .zip(labels)
                    .map(|(themes, &aside)| if themes.is_empty() { vec![aside] } else { themes.clone() });
                recovery(&coded.codes, &or_aside.collect::<Vec<_>>(), "")
            };
            let with_aside: Vec<f64> = applied.iter().zip(&labels).map(one).collect();
            print(set, &format!("{way} recovery, answers set aside as groups"), &with_aside);
        }
        print(set, &format!("{way} steadiness between seeds"), &pairwise(&labels));
    }
}

/// The adjusted Rand index of every pair.
fn pairwise(labels: &[Vec<u32>]) -> Vec<f64> {
    let pairs = (0..labels.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
    pairs.map(|(a, b)| rand_index(&labels[a], &labels[b], &vec![1.0; labels[a].len()])).collect()
}

/// Themes of five parts, each without another fifth of the answers: how alike they are on the answers that two share.
fn steadiness_of_parts(set: &Set, coded: &Coded, vectors: &Vectors) {
    let texts = coded.texts();
    // The files are in orders of their own, so the fifths are drawn by a step that shares no factor with their length.
    let fifth = |place: usize| (place * 7919 % texts.len()) * 5 / texts.len();
    let part = |left_out: usize| -> BTreeMap<usize, u32> {
        let places: Vec<usize> = (0..texts.len()).filter(|&place| fifth(place) != left_out).collect();
        let given: Vec<&str> = places.iter().map(|&place| texts[place]).collect();
        places.into_iter().zip(primaries(&analysed(&given, None, 0, vectors), &given)).collect()
    };
    let parts: Vec<BTreeMap<usize, u32>> = (0..5).map(part).collect();
    let pairs = (0..parts.len()).flat_map(|a| (0..a).map(move |b| (a, b)));
    let alike = pairs.map(|(a, b)| {
        let shared = parts[a].iter().filter_map(|(place, &label)| Some((label, *parts[b].get(place)?)));
        let (left, right): (Vec<u32>, Vec<u32>) = shared.unzip();
        rand_index(&left, &right, &vec![1.0; left.len()])
    });
    print(set, "AUTO steadiness between parts of 80 %", &alike.collect::<Vec<f64>>());
}

/// Four fifths first, then all: what of the first stays, anew and anchored; and whether an idea that nobody had
/// before is proposed.
fn when_answers_arrive(set: &Set, coded: &Coded, vectors: &Vectors) {
    let (early, late): (Vec<usize>, Vec<usize>) = (0..coded.texts.len()).partition(|at| at % 5 != 0);
    let at = |places: &[usize]| -> Vec<&str> { places.iter().map(|&place| coded.texts[place].as_str()).collect() };
    let (first, all) = (at(&early), at(&[early.clone(), late].concat()));
    let before = analysed(&first, None, 0, vectors);
    let old = primaries(&before, &first);
    let kept = |after: &Analysis| rand_index(&old, &primaries(after, &all)[..old.len()], &vec![1.0; old.len()]);
    print(set, "earlier answers kept, found anew", &[kept(&analysed(&all, None, 0, vectors))]);
    let after = again(&before, &first, &all, vectors);
    print(set, "earlier answers kept", &[kept(&after)]);
    let brought = after.themes.len().saturating_sub(before.themes.len());
    print(set, "new themes proposed, of more of the same", &[brought as f64]);
    let (proposed, tried) = unheard(coded, vectors);
    print(set, &format!("unheard codes proposed as themes, of {tried}"), &[proposed]);
}

fn again(before: &Analysis, first: &[&str], all: &[&str], vectors: &Vectors) -> Analysis {
    let mut labels = vec![None; all.len()];
    for coding in before.codings.iter().filter(|coding| coding.is_primary && coding.answer < first.len()) {
        labels[coding.answer] = Some(coding.theme);
    }
    let known = Known { themes: before.themes.clone(), labels };
    let go_on = |_| ControlFlow::Continue(());
    analyse_again(all, &known, vectors, &AnalysisSettings::default(), &go_on).unwrap_or_default()
}

/// Codes left out of the first answers and then given with a fifth of the others: of how many most answers came
/// into a new theme.
fn unheard(coded: &Coded, vectors: &Vectors) -> (f64, usize) {
    let mut of_code: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, codes) in coded.codes.iter().enumerate() {
        if let [code] = codes.as_slice() {
            of_code.entry(code).or_default().push(place);
        }
    }
    let enough = coded.texts.len() / 200;
    let large: Vec<&Vec<usize>> = of_code.values().filter(|places| places.len() >= enough.max(20)).collect();
    let every = large.len().div_ceil(10).max(1);
    let (mut proposed, mut tried) = (0.0, 0);
    for theirs in large.into_iter().step_by(every) {
        let unheard = theirs.first().and_then(|&place| coded.codes[place].first());
        // Nor is it spoken of among other things.
        let is_other = |place: &usize| !coded.codes[*place].iter().any(|code| Some(code) == unheard);
        let others: Vec<usize> = (0..coded.texts.len()).filter(is_other).collect();
        let (early, late): (Vec<usize>, Vec<usize>) = others.into_iter().partition(|place| place % 5 != 0);
        let text = |&place: &usize| coded.texts[place].as_str();
        let first: Vec<&str> = early.iter().map(text).collect();
        let mut all: Vec<&str> = first.iter().copied().chain(late.iter().map(text)).collect();
        let from = all.len();
        all.extend(theirs.iter().map(text));
        let before = analysed(&first, None, 0, vectors);
        let after = again(&before, &first, &all, vectors);
        let is_new = |theme: usize| before.themes.iter().all(|known| known.key != after.themes[theme].key);
        let theirs_new = after.codings.iter().filter(|it| it.is_primary && it.answer >= from && is_new(it.theme));
        proposed += f64::from(u8::from(theirs_new.count() * 2 > theirs.len()));
        tried += 1;
    }
    (proposed, tried)
}

/// Every theme of each answer.
fn themes_of(analysis: &Analysis, answers: usize) -> Vec<Vec<u32>> {
    let mut applied = vec![Vec::new(); answers];
    analysis.codings.iter().for_each(|coding| applied[coding.answer].push(coding.theme as u32));
    applied
}

/// Normalised mutual information (arithmetic mean) and adjusted Rand index on answers with one code.
fn like_people(codes: &[Vec<String>], labels: &[u32]) -> (f64, f64) {
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

/// For every code of at least 10 answers the best F1 that any theme has, weighted by the code's size.
fn recovery(codes: &[Vec<String>], applied: &[Vec<u32>], leave_out: &str) -> f64 {
    let mut sizes: BTreeMap<u32, f64> = BTreeMap::new();
    let mut members: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (place, (codes, themes)) in codes.iter().zip(applied).enumerate() {
        themes.iter().for_each(|&theme| *sizes.entry(theme).or_default() += 1.0);
        codes.iter().for_each(|code| members.entry(code).or_default().push(place));
    }
    members.remove(leave_out);
    let (mut sum, mut weight) = (0.0, 0.0);
    for places in members.values().filter(|places| places.len() >= 10) {
        let mut both: BTreeMap<u32, f64> = BTreeMap::new();
        places.iter().flat_map(|&place| &applied[place]).for_each(|&theme| *both.entry(theme).or_default() += 1.0);
        let support = places.len() as f64;
        let best = both.iter().map(|(theme, tp)| 2.0 * tp / (support + sizes[theme])).fold(0.0, f64::max);
        sum += best * support;
        weight += support;
    }
    sum / weight
}
