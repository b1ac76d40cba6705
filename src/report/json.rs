//! Everything of a consultation as JSON: one object, with its responses one to a line so that it can be
//! written and read in parts.

use std::io::{self, Write};

use serde::Serialize;

/// The layout, changed only together with the changelog.
const LAYOUT: &str = "heard export 1";

/// What stands before the responses.
#[derive(Debug, Serialize)]
pub struct Opening {
    /// The consultation's key.
    pub consultation: String,
    /// The day it was written.
    pub exported_on: String,
    /// Whether personal data was taken out.
    pub redacted: bool,
    /// Whether any of the answers was invented; those say `illustrative` as their origin.
    pub illustrative: bool,
    pub code_frames: Vec<CodeFrame>,
}

/// A code frame with its themes.
#[derive(Debug, Clone, Serialize)]
pub struct CodeFrame {
    pub key: String,
    /// The one question it is for; null for every question.
    pub question: Option<String>,
    pub version: String,
    /// `file` or `discovered`.
    pub origin: &'static str,
    /// Which version of the engine coded with it.
    pub engine: String,
    /// As text, because not every reader of JSON can hold 64 bits.
    pub seed: String,
    pub themes: Vec<Theme>,
}

impl CodeFrame {
    /// What columns and codings call it: the key, with `/` and the question where it is for one.
    pub fn label(&self) -> String {
        match &self.question {
            Some(question) => format!("{}/{question}", self.key),
            None => self.key.clone(),
        }
    }

    /// Whether people wrote it. What the machine suggests changes from run to run and has no columns.
    pub fn is_written(&self) -> bool {
        self.origin == "file"
    }
}

/// One theme of a frame.
#[derive(Debug, Clone, Serialize)]
pub struct Theme {
    pub key: String,
    pub name: String,
    pub definition: String,
    pub terms: Vec<String>,
    /// `approved` or `candidate`.
    pub status: &'static str,
    /// The key of the theme above it in the frame; null for a topmost one.
    pub parent: Option<String>,
}

/// One response.
#[derive(Debug, Serialize)]
pub struct Response {
    pub id: String,
    /// SHA-256 of the survey that was answered.
    pub digest: String,
    pub perspective: String,
    pub district: String,
    pub language: String,
    pub submitted_on: String,
    /// `web`, `import` or `illustrative`.
    pub origin: &'static str,
    /// The key of the campaign whose link it came by; absent of every other.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub campaign: Option<String>,
    pub answers: Vec<Answer>,
}

/// One answer of a response.
#[derive(Debug, Serialize)]
pub struct Answer {
    pub question: String,
    /// The words, or the key of the option chosen.
    pub answer: String,
    /// For answers in words: the language they are in, and whether they were looked through for personal data.
    #[serde(flatten)]
    pub words: Option<Words>,
    pub themes: Vec<Coding>,
    /// The code frames, named as in `themes`, in which an officer has judged it. Where none of such a frame's themes
    /// is among `themes`, the officer found that it has none.
    pub judged_in: Vec<String>,
}

/// What is known of words.
#[derive(Debug, Serialize)]
pub struct Words {
    pub language: String,
    pub screened: bool,
    /// Where personal data is in the words as they were given, in characters.
    pub redactions: Vec<Redaction>,
}

/// A stretch of personal data.
#[derive(Debug, Serialize)]
pub struct Redaction {
    pub start: usize,
    pub end: usize,
    pub kind: String,
}

/// A theme of an answer.
#[derive(Debug, Serialize)]
pub struct Coding {
    /// The frame's key, with `/` and the question where it is for one.
    pub code_frame: String,
    pub theme: String,
    /// `rule`, `machine` or `officer`.
    pub judge: &'static str,
    pub score: f32,
    pub primary: bool,
}

/// Writes an export part by part.
pub struct JsonWriter<W: Write> {
    out: W,
    is_first: bool,
}

impl<W: Write> JsonWriter<W> {
    /// Writes what stands before the responses.
    ///
    /// # Errors
    /// When writing fails.
    pub fn new(mut out: W, opening: &Opening) -> io::Result<Self> {
        let text = serde_json::to_string(opening)?;
        let inside = text.strip_prefix('{').and_then(|text| text.strip_suffix('}')).unwrap_or_default();
        write!(out, "{{\"layout\":\"{LAYOUT}\",{inside},\n\"responses\":[")?;
        Ok(Self { out, is_first: true })
    }

    /// Writes one response.
    ///
    /// # Errors
    /// When writing fails.
    pub fn write(&mut self, response: &Response) -> io::Result<()> {
        self.out.write_all(if self.is_first { b"\n" } else { b",\n" })?;
        self.is_first = false;
        Ok(serde_json::to_writer(&mut self.out, response)?)
    }

    /// Closes what is open, and gives the file back.
    ///
    /// # Errors
    /// When writing fails.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.write_all(b"\n]}\n")?;
        Ok(self.out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_in_parts_is_one_whole_object() {
        let opening = Opening {
            consultation: "town".into(),
            exported_on: "2026-11-23".into(),
            redacted: true,
            illustrative: true,
            code_frames: vec![],
        };
        let response = |id: &str| Response {
            id: id.into(),
            digest: "d".into(),
            perspective: "child".into(),
            district: "unknown".into(),
            language: "en".into(),
            submitted_on: "2026-11-20".into(),
            origin: "web",
            campaign: None,
            answers: vec![Answer {
                question: "q".into(),
                answer: "\"\n\u{0}".into(),
                words: Some(Words { language: "en".into(), screened: true, redactions: vec![] }),
                themes: vec![],
                judged_in: vec![],
            }],
        };
        for ids in [&[][..], &["a"], &["a", "b"]] {
            let mut writer = JsonWriter::new(Vec::new(), &opening).unwrap();
            ids.iter().for_each(|id| writer.write(&response(id)).unwrap());
            let read: serde_json::Value = serde_json::from_slice(&writer.finish().unwrap()).unwrap();
            assert_eq!(read["layout"], LAYOUT);
            assert_eq!(read["illustrative"], true);
            let responses = read["responses"].as_array().unwrap();
            assert_eq!(responses.len(), ids.len());
            assert!(
                responses
                    .iter()
                    .all(|it| it["answers"][0]["answer"] == "\"\n\u{0}" && it["answers"][0]["screened"] == true)
            );
        }
    }
}
