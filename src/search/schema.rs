//! What the index keeps of an answer: its words twice (as written, and stemmed), its identifiers, its place.

use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, NumericOptions, STRING, Schema, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager};

use super::analyser::WordTokenizer;
use super::stemming::Stemming;

/// Counted up whenever the same answer would be indexed otherwise (another schema, tokenizer or stemmer);
/// an index of another format is rebuilt.
pub(super) const FORMAT: u32 = 1;

/// Parts the four keys of a place. No key can hold it.
const BETWEEN_KEYS: char = '\u{1f}';

/// The fields of the index.
#[derive(Clone)]
pub(super) struct Fields {
    pub answer_id: Field,
    pub response_id: Field,
    /// Day of the response, in days since 1970.
    pub day: Field,
    pub consultation: Field,
    /// Consultation, question, perspective and district in one: so that one look and one addition a match
    /// is enough for all filter counts.
    pub place: Field,
    /// Words as written (folded), with positions: for exact words, phrases and beginnings of words.
    pub written: Field,
    /// Stems, one field a language; each answer is in exactly one of them.
    pub stems: Vec<(Stemming, Field)>,
}

impl Fields {
    /// The field of stems for a language tag.
    pub fn stems_of(&self, language: &str) -> Option<Field> {
        let wanted = Stemming::of(language);
        self.stems.iter().find(|(stemming, _)| *stemming == wanted).map(|(_, field)| *field)
    }
}

/// The schema and its fields, always the same for a [`FORMAT`].
pub(super) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let answer_id = builder.add_i64_field("answer_id", FAST);
    let response_id = builder.add_i64_field("response_id", NumericOptions::default() | INDEXED);
    let day = builder.add_i64_field("day", FAST);
    let consultation = builder.add_text_field("consultation", STRING);
    let place = builder.add_text_field("place", TextOptions::default().set_fast("raw"));
    let written = builder.add_text_field("written", text_options("written", IndexRecordOption::WithFreqsAndPositions));
    let stems = Stemming::every()
        .map(|stemming| {
            let name = format!("stems_{}", stemming.tag());
            let field = builder.add_text_field(&name, text_options(&name, IndexRecordOption::WithFreqs));
            (stemming, field)
        })
        .collect();
    (builder.build(), Fields { answer_id, response_id, day, consultation, place, written, stems })
}

fn text_options(tokenizer: &str, record: IndexRecordOption) -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer(tokenizer)
        .set_index_option(record)
        .set_fieldnorms(record == IndexRecordOption::WithFreqs);
    TextOptions::default().set_indexing_options(indexing)
}

/// The tokenizers that the schema names.
pub(super) fn tokenizers() -> TokenizerManager {
    let tokenizers = TokenizerManager::new();
    // The index asks for this one for its numbers too.
    tokenizers.register("default", tantivy::tokenizer::RawTokenizer::default());
    tokenizers.register("raw", tantivy::tokenizer::RawTokenizer::default());
    tokenizers.register("written", TextAnalyzer::from(WordTokenizer::written()));
    for stemming in Stemming::every() {
        tokenizers.register(&format!("stems_{}", stemming.tag()), TextAnalyzer::from(WordTokenizer::stems(stemming)));
    }
    tokenizers
}

/// Where an answer stands: the keys that filters and counts go by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    pub consultation: String,
    pub question: String,
    pub perspective: String,
    pub district: String,
}

impl Place {
    /// The form the index keeps.
    pub fn to_text(consultation: &str, question: &str, perspective: &str, district: &str) -> String {
        [consultation, question, perspective, district].join(&BETWEEN_KEYS.to_string())
    }

    /// Reads the form the index keeps.
    pub fn parse(text: &str) -> Option<Self> {
        let mut keys = text.split(BETWEEN_KEYS).map(str::to_owned);
        let place = Self {
            consultation: keys.next()?,
            question: keys.next()?,
            perspective: keys.next()?,
            district: keys.next()?,
        };
        keys.next().is_none().then_some(place)
    }
}
