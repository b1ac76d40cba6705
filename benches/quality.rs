//! How good found themes and codings are, measured on answers that people have coded.
//!
//! `cargo bench --bench quality -- FOLDER [SET…]` reads `FOLDER/SET.tsv` (`text`, `labels` parted by `|`) and
//! prints every figure on discovery beside its target. With `responses=FILE.jsonl` it measures the bundled code
//! frame on coded responses, nothing learnt.

#[path = "quality/discovery.rs"]
mod discovery;

use heard::text::Vectors;
use heard::themes::{CodeFrame, Lexicon};

type Outcome = Result<(), Box<dyn std::error::Error>>;

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
    discovery::measure(folder, sets, &vectors)
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
