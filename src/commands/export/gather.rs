//! Puts together what the store keeps apart: a response, its words as they may be seen, and their themes.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::report::dataset::{Dataset, JUDGED_PREFIX, Record, THEME_PREFIX};
use crate::report::json;
use crate::store::{ExportAnswer, ExportResponse, FrameOrigin, Store, StoreError};
use crate::survey::{Consultation, asked};

/// How many columns stand before those of the questions.
const STANDING: usize = 7;

/// The code frames of a consultation and their themes.
pub(super) struct Themes {
    pub(super) frames: Vec<json::CodeFrame>,
    themes: FxHashMap<i64, Named>,
    /// What columns call each frame that people wrote, by its identifier, in the frames' order.
    judged: Vec<(i64, String)>,
}

/// A theme as codings name it.
struct Named {
    frame: String,
    theme: String,
    /// The name of its column, if it has one.
    column: Option<String>,
}

impl Themes {
    /// Reads every code frame of a consultation.
    pub(super) fn load(store: &Store, consultation: &str) -> Result<Self, StoreError> {
        let mut all = Self { frames: Vec::new(), themes: FxHashMap::default(), judged: Vec::new() };
        for stored in store.list_code_frames(consultation)? {
            let mut frame = json::CodeFrame {
                key: stored.key,
                question: stored.question,
                version: stored.version,
                origin: stored.origin.as_str(),
                engine: stored.engine,
                seed: stored.seed.to_string(),
                themes: Vec::new(),
            };
            let (label, is_written) = (frame.label(), stored.origin == FrameOrigin::File);
            if is_written {
                all.judged.push((stored.id, label.clone()));
            }
            for theme in store.list_themes(stored.id)? {
                let column = is_written.then(|| format!("{THEME_PREFIX}{label}:{}", theme.key));
                all.themes.insert(theme.id, Named { frame: label.clone(), theme: theme.key.clone(), column });
                frame.themes.push(json::Theme {
                    key: theme.key,
                    name: theme.name,
                    definition: theme.definition,
                    terms: theme.terms,
                    status: theme.status.as_str(),
                    parent: theme.parent,
                });
            }
            all.frames.push(frame);
        }
        Ok(all)
    }
}

/// What is exported, and how much of it any of the formats needs.
pub(super) struct Gathering<'a> {
    pub(super) consultation: &'a Consultation,
    pub(super) themes: &'a Themes,
    pub(super) unredacted: bool,
    /// Whether codings are wanted one by one, or only in columns.
    pub(super) codings: bool,
    /// Whether it matters what somebody was asked.
    pub(super) asked: bool,
    places: FxHashMap<String, usize>,
    /// The columns of themes that have one, by the theme's identifier.
    theme_columns: FxHashMap<i64, usize>,
    columns: usize,
    /// The columns of themes and of what was judged, from the first to the last.
    first_theme: usize,
    first_judged: usize,
}

/// A response with everything that is exported of it.
pub(super) struct Gathered {
    response: json::Response,
    /// The columns of the themes that it expresses.
    expressed: Vec<usize>,
    /// How many answers were judged in each frame that people wrote, in digits.
    judged: Vec<String>,
    /// For each column, whether its question was asked; empty where that does not matter.
    asked: Vec<bool>,
    /// Answers that are hidden because nothing has looked through them for personal data yet.
    pub(super) unchecked: usize,
}

impl<'a> Gathering<'a> {
    pub(super) fn new(consultation: &'a Consultation, themes: &'a Themes, dataset: &Dataset, unredacted: bool) -> Self {
        let names = dataset.names();
        let places: FxHashMap<String, usize> = names.iter().cloned().zip(0..).collect();
        let column = |(id, named): (&i64, &Named)| Some((*id, *places.get(named.column.as_ref()?)?));
        let theme_columns = themes.themes.iter().filter_map(column).collect();
        let first = |prefix: &str| names.iter().position(|name| name.starts_with(prefix)).unwrap_or(names.len());
        Self {
            consultation,
            themes,
            unredacted,
            codings: true,
            asked: true,
            columns: names.len(),
            first_theme: first(THEME_PREFIX).min(first(JUDGED_PREFIX)),
            first_judged: first(JUDGED_PREFIX),
            places,
            theme_columns,
        }
    }

    /// Puts a response together.
    pub(super) fn gather(&self, stored: ExportResponse) -> Gathered {
        let (mut expressed, mut unchecked) = (Vec::new(), 0);
        let mut judged = vec![0_usize; self.themes.judged.len()];
        let mut answers = Vec::with_capacity(stored.answers.len());
        let asked = if self.asked { self.asked_of(&stored) } else { Vec::new() };
        for mut answer in stored.answers {
            let named =
                || answer.codings.iter().filter_map(|coding| Some((coding, self.themes.themes.get(&coding.theme_id)?)));
            expressed.extend(answer.codings.iter().filter_map(|coding| self.theme_columns.get(&coding.theme_id)));
            let mut judged_in = Vec::new();
            for ((id, frame), count) in self.themes.judged.iter().zip(&mut judged) {
                if answer.judged_in.contains(id) {
                    *count += 1;
                    judged_in.push(frame.clone());
                }
            }
            unchecked += usize::from(!self.unredacted && answer.is_unchecked());
            let codings = named().filter(|_| self.codings).map(|(coding, named)| json::Coding {
                code_frame: named.frame.clone(),
                theme: named.theme.clone(),
                judge: coding.judge.as_str(),
                score: coding.score,
                primary: coding.primary,
            });
            let (themes, words) = (codings.collect(), answer.is_text().then(|| known_of(&answer, &stored.language)));
            answers.push(json::Answer {
                question: std::mem::take(&mut answer.question),
                words,
                themes,
                judged_in,
                answer: answer.into_words(self.unredacted),
            });
        }
        let response = json::Response {
            id: stored.export_id,
            digest: stored.digest,
            perspective: stored.perspective,
            district: stored.district,
            language: stored.language,
            submitted_on: stored.submitted_on,
            origin: stored.origin.as_str(),
            campaign: stored.campaign,
            answers,
        };
        let judged = judged.iter().map(ToString::to_string).collect();
        Gathered { response, expressed, judged, asked, unchecked }
    }

    /// For each column, whether its question was asked. Whoever answered a question was asked it, whatever the survey
    /// says now.
    fn asked_of(&self, stored: &ExportResponse) -> Vec<bool> {
        let said = |key: &str| {
            if self.consultation.find_question(key).is_some_and(|question| question.is_district()) {
                return stored.district.clone();
            }
            let answer = stored.answers.iter().find(|answer| answer.question == key);
            answer.map_or_else(String::new, |answer| answer.unredacted().to_owned())
        };
        let mut all = vec![true; self.columns];
        all[STANDING.min(self.columns)..self.first_theme].fill(false);
        let now = asked(self.consultation, &stored.perspective, said).into_iter().map(|question| &question.key);
        for key in now.chain(stored.answers.iter().map(|answer| &answer.question)) {
            if let Some(place) = self.places.get(key) {
                all[*place] = true;
            }
        }
        all
    }

    /// The row of a response.
    pub(super) fn record<'g>(&self, gathered: &'g Gathered) -> Record<'g> {
        let it = &gathered.response;
        let mut cells = vec![Cow::Borrowed(""); self.columns];
        let standing = [&it.id, &it.perspective, &it.district, &it.language, &it.submitted_on].map(String::as_str);
        let campaign = it.campaign.as_deref().unwrap_or_default();
        for (cell, text) in cells.iter_mut().zip(standing.into_iter().chain([it.origin, campaign])) {
            *cell = text.into();
        }
        for answer in &it.answers {
            // What an earlier edition asked and this one does not has no column.
            if let Some(place) = self.places.get(&answer.question) {
                cells[*place] = answer.answer.as_str().into();
            }
        }
        cells[self.first_theme..self.first_judged].fill("0".into());
        gathered.expressed.iter().for_each(|place| cells[*place] = "1".into());
        for (cell, count) in cells[self.first_judged..].iter_mut().zip(&gathered.judged) {
            *cell = count.as_str().into();
        }
        Record { response: it, cells, asked: gathered.asked.clone() }
    }
}

fn known_of(answer: &ExportAnswer, pages: &str) -> json::Words {
    let redactions = answer.redactions.iter().map(|one| json::Redaction {
        start: one.characters.start,
        end: one.characters.end,
        kind: one.kind.clone(),
    });
    json::Words {
        language: answer.language().unwrap_or(pages).to_owned(),
        screened: !answer.is_unchecked(),
        redactions: redactions.collect(),
    }
}
