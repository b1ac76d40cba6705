//! Puts together what the store keeps apart: a response, its words as they may be seen, and their themes.

use std::collections::{BTreeMap, HashMap, HashSet};

use jiff::civil::Date;

use crate::commands::import::{JUDGED_PREFIX, THEME_PREFIX};
use crate::report::json;
use crate::store::{FrameOrigin, RedactedAnswer, Store, StoreError, StoredCoding, StoredResponse};

/// The code frames of a consultation and their themes.
pub(super) struct Themes {
    frames: Vec<json::CodeFrame>,
    /// Each theme's frame, as columns name it, and its key.
    names: Vec<(String, String)>,
    /// The places in `names` of those that have a column: the themes of frames that people wrote. What the
    /// machine suggests changes from run to run and is in JSON only.
    in_columns: Vec<usize>,
    /// The place in `names` of each theme.
    places: HashMap<i64, usize>,
    /// What columns call each frame that people wrote, by its identifier, in the frames' order.
    judged: Vec<(i64, String)>,
}

impl Themes {
    /// Reads every code frame of a consultation.
    pub(super) fn load(store: &Store, consultation: &str) -> Result<Self, StoreError> {
        let mut all = Self {
            frames: Vec::new(),
            names: Vec::new(),
            in_columns: Vec::new(),
            places: HashMap::new(),
            judged: Vec::new(),
        };
        for frame in store.list_code_frames(consultation)? {
            let label = match &frame.question {
                Some(question) => format!("{}/{question}", frame.key),
                None => frame.key.clone(),
            };
            if frame.origin == FrameOrigin::File {
                all.judged.push((frame.id, label.clone()));
            }
            let mut themes = Vec::new();
            for theme in store.list_themes(frame.id)? {
                if frame.origin == FrameOrigin::File {
                    all.in_columns.push(all.names.len());
                }
                all.places.insert(theme.id, all.names.len());
                all.names.push((label.clone(), theme.key.clone()));
                themes.push(json::Theme {
                    key: theme.key,
                    name: theme.name,
                    definition: theme.definition,
                    terms: theme.terms,
                    status: theme.status.as_str(),
                    parent: theme.parent,
                });
            }
            all.frames.push(json::CodeFrame {
                key: frame.key,
                question: frame.question,
                version: frame.version,
                origin: frame.origin.as_str(),
                engine: frame.engine,
                seed: frame.seed.to_string(),
                themes,
            });
        }
        Ok(all)
    }

    /// The names of the columns that say 1 where a response expresses a theme and 0 where it does not; then, for each
    /// frame, of the one that says how many of its answers an officer has judged.
    pub(super) fn columns(&self) -> impl Iterator<Item = String> {
        let named = self.in_columns.iter().filter_map(|place| self.names.get(*place));
        let themes = named.map(|(frame, theme)| format!("{THEME_PREFIX}{frame}:{theme}"));
        themes.chain(self.judged.iter().map(|(_, frame)| format!("{JUDGED_PREFIX}{frame}")))
    }

    /// What stands before the responses in JSON.
    pub(super) fn opening(&self, consultation: &str, redacted: bool, today: Date) -> json::Opening {
        let exported_on = today.to_string();
        json::Opening { consultation: consultation.to_owned(), exported_on, redacted, code_frames: self.frames.clone() }
    }
}

/// A response with everything that is exported of it.
pub(super) struct Gathered {
    pub(super) response: json::Response,
    /// The places of its themes.
    themes: HashSet<usize>,
    /// Answers that are hidden because nothing has looked through them for personal data yet.
    pub(super) unchecked: usize,
}

impl Gathered {
    /// The cells of its row of CSV.
    pub(super) fn row(&self, questions: &[&str], themes: &Themes) -> Vec<String> {
        let it = &self.response;
        let standing = [&it.id, &it.perspective, &it.district, &it.language, &it.submitted_on];
        let mut cells: Vec<String> = standing.into_iter().cloned().collect();
        cells.push(it.origin.to_owned());
        let answers: HashMap<&str, &str> =
            it.answers.iter().map(|answer| (answer.question.as_str(), answer.answer.as_str())).collect();
        cells.extend(questions.iter().map(|key| answers.get(key).copied().unwrap_or_default().to_owned()));
        cells.extend(themes.in_columns.iter().map(|place| u8::from(self.themes.contains(place)).to_string()));
        let judged = |frame: &String| it.answers.iter().filter(|answer| answer.judged_in.contains(frame)).count();
        cells.extend(themes.judged.iter().map(|(_, frame)| judged(frame).to_string()));
        cells
    }
}

/// Adds words and themes to responses.
pub(super) fn gather(
    store: &Store,
    responses: Vec<StoredResponse>,
    themes: &Themes,
    unredacted: bool,
) -> Result<Vec<Gathered>, StoreError> {
    let ids: Vec<i64> = responses.iter().flat_map(|response| response.answer_ids.iter().copied()).collect();
    let words: HashMap<i64, RedactedAnswer> =
        store.get_answers(&ids)?.into_iter().map(|answer| (answer.id(), answer)).collect();
    let mut codings: BTreeMap<i64, Vec<StoredCoding>> = BTreeMap::new();
    for coding in store.codings_of(&ids)? {
        codings.entry(coding.answer_id).or_default().push(coding);
    }
    let mut judged: HashMap<i64, Vec<i64>> = HashMap::new();
    for (answer, frame) in store.judged_among(&ids)? {
        judged.entry(answer).or_default().push(frame);
    }
    let known = Known { words, codings, judged };
    let gathered = responses.into_iter().map(|stored| one(stored, &known, themes, unredacted));
    Ok(gathered.collect())
}

/// What is known of answers, by their identifiers.
struct Known {
    words: HashMap<i64, RedactedAnswer>,
    codings: BTreeMap<i64, Vec<StoredCoding>>,
    /// The frames that officers have judged each in.
    judged: HashMap<i64, Vec<i64>>,
}

fn one(stored: StoredResponse, known: &Known, themes: &Themes, unredacted: bool) -> Gathered {
    let id = stored.export_id();
    let (mut expressed, mut unchecked) = (HashSet::new(), 0);
    let mut answers = Vec::with_capacity(stored.answer_ids.len());
    for (answer_id, (question, answer)) in stored.answer_ids.iter().zip(&stored.response.answers) {
        let words = known.words.get(answer_id);
        let text = match words {
            Some(words) if !unredacted => {
                unchecked += usize::from(!words.is_screened());
                words.text()
            }
            _ => answer.to_text().into_owned(),
        };
        let mut named = Vec::new();
        for coding in known.codings.get(answer_id).into_iter().flatten() {
            let Some(place) = themes.places.get(&coding.theme_id) else { continue };
            let Some((frame, theme)) = themes.names.get(*place) else { continue };
            expressed.insert(*place);
            named.push(json::Coding {
                code_frame: frame.clone(),
                theme: theme.clone(),
                judge: coding.judge.as_str(),
                score: coding.score,
                primary: coding.primary,
            });
        }
        let judged = known.judged.get(answer_id);
        let is_judged = |id: &i64| judged.is_some_and(|frames| frames.contains(id));
        let judged_in = themes.judged.iter().filter(|(id, _)| is_judged(id)).map(|(_, frame)| frame.clone());
        answers.push(json::Answer {
            question: question.clone(),
            answer: text,
            words: words.map(known_of),
            themes: named,
            judged_in: judged_in.collect(),
        });
    }
    let response = json::Response {
        id,
        digest: stored.digest,
        perspective: stored.response.perspective,
        district: stored.response.district.as_str().to_owned(),
        language: stored.response.language.0,
        submitted_on: stored.response.submitted_on.to_string(),
        origin: stored.response.origin.as_str(),
        answers,
    };
    Gathered { response, themes: expressed, unchecked }
}

fn known_of(words: &RedactedAnswer) -> json::Words {
    let redactions = words.redactions().iter().map(|one| json::Redaction {
        start: one.characters.start,
        end: one.characters.end,
        kind: one.kind.clone(),
    });
    json::Words {
        language: words.language().to_owned(),
        screened: words.is_screened(),
        redactions: redactions.collect(),
    }
}
