//! How good found themes and codings are, measured on answers that people have coded.
//!
//! `cargo bench --bench quality -- FOLDER [SET…]` reads `FOLDER/SET.tsv` (`text`, `labels` parted by `|`) and
//! prints every figure on discovery and on learning beside its target; then the bundled code frame on the coded
//! answers under `tests/data/responses`, with nothing coded, and taught. `SET` may be `learning` alone.

#[path = "quality/discovery.rs"]
mod discovery;
#[path = "quality/learning.rs"]
mod learning;

use heard::text::Vectors;

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn main() -> Outcome {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let vectors = Vectors::from_bytes(
        std::fs::read("analysis/vectors/static256.i8")?,
        &std::fs::read_to_string("analysis/vectors/vocab.txt")?,
    )?;
    let Some((folder, sets)) = wanted.split_first() else {
        println!("Nothing measured: give a folder of coded answers.");
        return Ok(());
    };
    if sets != ["learning"] {
        discovery::measure(folder, sets, &vectors)?;
    }
    learning::measure(folder, &vectors)
}
