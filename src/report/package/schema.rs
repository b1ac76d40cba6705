//! What a data package says of its tables: their columns, what each may hold, and how tables are tied.

use serde_json::{Value, json};

use super::{about, codebook, in_responses};
use crate::report::dataset::{Dataset, Licence, Role, Seen, Variable};

/// A table of the package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Table {
    Responses,
    Answers,
    Codings,
    Themes,
    Codebook,
}

impl Table {
    fn name(self) -> &'static str {
        match self {
            Self::Responses => "responses",
            Self::Answers => "answers",
            Self::Codings => "codings",
            Self::Themes => "themes",
            Self::Codebook => "codebook",
        }
    }

    /// Its file.
    pub(super) fn path(self) -> String {
        format!("{}.csv", self.name())
    }

    fn title(self) -> &'static str {
        match self {
            Self::Responses => "Responses: who answered and their closed answers, one row each",
            Self::Answers => "Answers in people's own words, one row each",
            Self::Codings => "Codings: one theme of one answer a row",
            Self::Themes => "Themes of every code frame",
            Self::Codebook => "Codebook: every column of responses and answers, and what its codes stand for",
        }
    }
}

/// The names of a table's columns.
pub(super) fn columns(dataset: &Dataset, table: Table) -> Vec<String> {
    let fields = fields(dataset, &Seen::new(dataset), table);
    fields.iter().filter_map(|field| field["name"].as_str().map(str::to_owned)).collect()
}

/// The whole of `datapackage.json`.
pub(super) fn package(dataset: &Dataset, resources: Vec<Value>) -> Value {
    let licence = match dataset.licence {
        Licence::Closed => json!({ "name": "other-closed", "title": about::licence(dataset) }),
        Licence::OpenGovernment => json!({
            "name": "OGL-UK-3.0",
            "title": about::licence(dataset),
            "path": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
        }),
    };
    let notes: Vec<String> =
        about::notes(dataset).into_iter().map(|(heading, text)| format!("**{heading}** {text}")).collect();
    json!({
        "profile": "tabular-data-package",
        "name": dataset.key,
        "title": dataset.heading(),
        "description": format!("{}\n\n{}", dataset.summary, notes.join("\n\n")),
        "created": format!("{}T00:00:00Z", dataset.exported_on),
        "licenses": [licence],
        "contributors": [{ "title": dataset.organisation, "role": "publisher" }],
        "resources": resources,
    })
}

/// A table without its size.
pub(super) fn resource(dataset: &Dataset, seen: &Seen, table: Table) -> Value {
    let mut schema = json!({
        "fields": fields(dataset, seen, table),
        "missingValues": [""],
        "primaryKey": primary_key(table),
    });
    let foreign = foreign_keys(table);
    if !foreign.is_empty() {
        schema["foreignKeys"] = foreign.into();
    }
    json!({
        "profile": "tabular-data-resource",
        "name": table.name(),
        "path": table.path(),
        "title": table.title(),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    })
}

fn primary_key(table: Table) -> Value {
    match table {
        Table::Responses => json!(["id"]),
        Table::Answers => json!(["response", "question"]),
        Table::Codings => json!(["response", "question", "code-frame", "theme"]),
        Table::Themes => json!(["code-frame", "theme"]),
        // A column without codes has one row, without a code; keys may not be empty.
        Table::Codebook => json!(["row"]),
    }
}

fn foreign_keys(table: Table) -> Vec<Value> {
    let key = |own: &[&str], other: Table, theirs: &[&str]| json!({ "fields": own, "reference": { "resource": other.name(), "fields": theirs } });
    match table {
        Table::Answers => vec![key(&["response"], Table::Responses, &["id"])],
        Table::Codings => vec![
            key(&["response", "question"], Table::Answers, &["response", "question"]),
            key(&["code-frame", "theme"], Table::Themes, &["code-frame", "theme"]),
        ],
        Table::Responses | Table::Themes | Table::Codebook => vec![],
    }
}

fn fields(dataset: &Dataset, seen: &Seen, table: Table) -> Vec<Value> {
    match table {
        Table::Responses => {
            let places = dataset.variables.iter().enumerate().filter(|(_, variable)| in_responses(variable));
            places.map(|(place, variable)| of_variable(dataset, seen, place, variable)).collect()
        }
        Table::Answers => vec![
            needed("response", "The response that it belongs to"),
            needed("question", "The question that it answers, by its key"),
            needed("answer", "The words, an apostrophe before what a spreadsheet might run"),
            text("language", "The language the words are in"),
            yes("screened", "Whether it was looked through for personal data"),
            text("judged-in", "The code frames in which an officer has judged it, ; between them"),
        ],
        Table::Codings => vec![
            needed("response", "The response"),
            needed("question", "The question"),
            needed("code-frame", "The code frame"),
            needed("theme", "The theme, by its key"),
            one_of("judge", "Who said so", &["rule", "machine", "officer"]),
            with(
                json!({ "name": "score", "type": "number", "title": "How sure the judge is" }),
                "constraints",
                json!({ "required": true, "minimum": 0, "maximum": 1 }),
            ),
            yes("primary", "Whether it is the one best theme of the answer"),
        ],
        Table::Themes => vec![
            needed("code-frame", "The code frame, with / and the question where it is for one"),
            needed("theme", "The theme's key"),
            needed("name", "What it is called"),
            text("definition", "What it is"),
            text("terms", "Words that speak for it, ; between them"),
            one_of("status", "Whether people agreed to it", &["approved", "candidate"]),
            text("parent", "The theme above it in the frame"),
            one_of("origin", "Who made the frame: people or the machine", &["file", "discovered"]),
            text("version", "The frame's version"),
            text("engine", "What coded with it"),
        ],
        Table::Codebook => {
            let titles = ["The column", "What it means", "What it holds", "A code", "What the code stands for"];
            let fields = codebook::HEADERS.iter().zip(titles).map(|(name, title)| text(name, title));
            let row = json!({ "name": "row", "type": "integer", "title": "The row's number" });
            std::iter::once(row).chain(fields).collect()
        }
    }
}

fn text(name: &str, title: &str) -> Value {
    json!({ "name": name, "type": "string", "title": title })
}

fn needed(name: &str, title: &str) -> Value {
    with(text(name, title), "constraints", json!({ "required": true }))
}

fn one_of(name: &str, title: &str, keys: &[&str]) -> Value {
    with(text(name, title), "constraints", json!({ "required": true, "enum": keys }))
}

fn yes(name: &str, title: &str) -> Value {
    let field = json!({ "name": name, "type": "boolean", "title": title, "trueValues": ["1"], "falseValues": ["0"] });
    with(field, "constraints", json!({ "required": true }))
}

fn of_variable(dataset: &Dataset, seen: &Seen, place: usize, variable: &Variable) -> Value {
    let field = |kind: &str| json!({ "name": variable.name, "type": kind, "title": variable.label });
    let keys: Vec<String> = seen.options(dataset, place).into_iter().map(|option| option.key).collect();
    match variable.role {
        Role::Id => with(field("string"), "constraints", json!({ "required": true, "unique": true })),
        Role::Day => with(field("date"), "constraints", json!({ "required": true })),
        Role::OneOf | Role::Scale => with(field("string"), "constraints", json!({ "enum": keys })),
        Role::ManyOf | Role::Ranking { .. } => {
            // A key is lower-case letters, digits and hyphens, so it needs no escape in a pattern.
            let one = format!("({})", keys.join("|"));
            with(field("string"), "constraints", json!({ "pattern": format!("^{one}(;{one})*$") }))
        }
        Role::Number { least, most } => {
            with(field("integer"), "constraints", json!({ "minimum": least, "maximum": most }))
        }
        Role::Code | Role::Words | Role::Theme | Role::Judged => field("string"),
    }
}

fn with(mut field: Value, key: &str, value: Value) -> Value {
    field[key] = value;
    field
}
