//! The codebook: every column and every code with the words for it, one row each.

use super::dataset::{Dataset, Role, Seen};

/// What the rows say.
pub(super) const HEADERS: [&str; 5] = ["variable", "label", "holds", "code", "stands-for"];

/// The rows: a column without codes has one, others one for each code. The last cell of a theme is its definition.
pub(super) fn rows(dataset: &Dataset, seen: &Seen) -> Vec<[String; 5]> {
    let mut rows = Vec::new();
    for (place, variable) in dataset.variables.iter().enumerate() {
        let row = |code: &str, stands_for: &str| {
            let cells = [&variable.name, &variable.label, &holds(variable.role), code, stands_for];
            cells.map(str::to_owned)
        };
        match variable.options.is_empty() {
            true => rows.push(row("", &variable.note)),
            false => rows.extend(seen.options(dataset, place).iter().map(|option| row(&option.key, &option.label))),
        }
    }
    rows
}

/// What a column holds, in words.
fn holds(role: Role) -> String {
    match role {
        Role::Id => "a name, each once".to_owned(),
        Role::Day => "a day".to_owned(),
        Role::Code => "a code".to_owned(),
        Role::OneOf => "one code".to_owned(),
        Role::Scale => "one code; codes are steps in order".to_owned(),
        Role::ManyOf => "any codes, ; between them".to_owned(),
        Role::Ranking { places } => format!("up to {places} codes, the first one first, ; between them"),
        Role::Number { least, most } => format!("a whole number from {least} to {most}"),
        Role::Words => "words".to_owned(),
        Role::Theme => "1 expressed, 0 not".to_owned(),
        Role::Judged => "a count".to_owned(),
    }
}
