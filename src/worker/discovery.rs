//! Finds candidate themes: ideas in the answers to a question, and in all answers together, that the code frame
//! does not explain. An officer may approve them later; until then they are marked as the machine's.
//!
//! Can be run at any time. Themes found before keep their key, name and answers, also where an officer has
//! decided on them; further answers go to them, and new themes come only from what nothing explains. Leaves out
//! coding to the frame itself, which follows each submission.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use crate::library::Library;
use crate::store::{
    FrameOrigin, Judge, MachineJudge, NewCodeFrame, NewCoding, NewTheme, Store, StoreError, StoredAnswer, StoredTheme,
    ThemeStatus,
};
use crate::survey::Consultation;
use crate::themes::{Analysis, AnalysisSettings, DiscoverySettings, ENGINE_VERSION, Known, Step, Theme};
use crate::themes::{Cancelled, analyse_again};

/// The key that candidate themes are kept under, beside a code frame's own.
pub const CANDIDATES: &str = "candidates";
/// The same every time, so that the same answers give the same themes.
const SEED: u64 = 1;
/// How many answers are read from the database at once.
const PART: usize = 10_000;

/// Finds candidate themes for each text question and for all together. `progress` is told the share done, from 0
/// to 1, and says whether to go on. Gives how many candidates there are, `None` when it was stopped.
///
/// # Errors
/// When the database fails. Then, and when stopped, questions done before keep their new themes and the others
/// those they had.
pub fn find_themes(
    store: &Store,
    library: &Library,
    consultation: &Consultation,
    progress: &(dyn Fn(f64) -> ControlFlow<()> + Sync),
) -> Result<Option<usize>, StoreError> {
    let lexicon = consultation.code_frame.as_ref().and_then(|key| library.find_lexicon(key));
    let mut questions: Vec<Option<&str>> =
        consultation.text_questions().map(|question| Some(question.key.as_str())).collect();
    questions.push(None);
    let mut found = 0;
    for (at, &question) in questions.iter().enumerate() {
        let answers = answers_of(store, &consultation.key, question)?;
        let earlier = themes_before(store, &consultation.key, question)?;
        let known = known_of(store, &earlier, &answers)?;
        let texts: Vec<&str> = answers.iter().map(|answer| answer.body.as_str()).collect();
        let discovery = DiscoverySettings { seed: SEED, ..DiscoverySettings::default() };
        let people: Vec<String> = answers.iter().map(|answer| answer.response_id.to_string()).collect();
        let around: Vec<(&str, &str)> =
            answers.iter().zip(&people).map(|(answer, person)| (answer.question.as_str(), person.as_str())).collect();
        let settings = AnalysisSettings { discovery, frame: lexicon.as_deref(), around: &around };
        let share = |step: Step| progress((at as f64 + share_done(step)) / questions.len() as f64);
        let Ok::<Analysis, Cancelled>(analysis) = analyse_again(&texts, &known, Library::vectors(), &settings, &share)
        else {
            return Ok(None);
        };
        let (frame, codings) = candidates(&consultation.key, question, &analysis, &earlier, &answers);
        found += frame.themes.iter().filter(|theme| theme.status == ThemeStatus::Candidate).count();
        store.save_code_frame(frame, codings)?;
    }
    // Nothing is left to stop.
    let _ = progress(1.0);
    Ok(Some(found))
}

/// How much of one analysis is done at a step, from 0 to 1.
fn share_done(step: Step) -> f64 {
    match step {
        Step::Reading => 0.0,
        Step::Finding(share) => 0.05 + 0.8 * share,
        Step::Coding => 0.85,
        Step::Naming => 0.9,
    }
}

/// The candidate themes of a question as they stand, decided on or not.
fn themes_before(store: &Store, consultation: &str, question: Option<&str>) -> Result<Vec<StoredTheme>, StoreError> {
    let frames = store.list_code_frames(consultation)?;
    let frame = frames.iter().find(|frame| frame.key == CANDIDATES && frame.question.as_deref() == question);
    frame.map_or_else(|| Ok(Vec::new()), |frame| store.list_themes(frame.id))
}

/// Which answer had which of the earlier themes: the best one the machine saw, else one that an officer gave.
fn known_of(store: &Store, earlier: &[StoredTheme], answers: &[StoredAnswer]) -> Result<Known, StoreError> {
    if earlier.is_empty() {
        return Ok(Known::default());
    }
    let place_of: BTreeMap<i64, usize> = earlier.iter().enumerate().map(|(place, theme)| (theme.id, place)).collect();
    let ids: Vec<i64> = answers.iter().map(|answer| answer.id).collect();
    let mut label_of: BTreeMap<i64, usize> = BTreeMap::new();
    for coding in store.codings_of(&ids)? {
        let Some(&place) = place_of.get(&coding.theme_id) else { continue };
        if coding.primary {
            label_of.insert(coding.answer_id, place);
        } else if coding.judge == Judge::Officer {
            label_of.entry(coding.answer_id).or_insert(place);
        }
    }
    let themes = earlier.iter().map(|theme| Theme {
        key: theme.key.clone(),
        name: theme.name.clone(),
        description: theme.definition.clone(),
        terms: theme.terms.clone(),
        answers: 0,
        quotes: Vec::new(),
        is_from_frame: false,
    });
    Ok(Known { themes: themes.collect(), labels: ids.iter().map(|id| label_of.get(id).copied()).collect() })
}

/// Every answer, in an order that depends on nothing but the words: identifiers are random.
fn answers_of(store: &Store, consultation: &str, question: Option<&str>) -> Result<Vec<StoredAnswer>, StoreError> {
    let mut answers = Vec::new();
    let mut after = 0;
    loop {
        let part = store.list_text_answers(consultation, question, after, PART)?;
        let Some(last) = part.last() else { break };
        after = last.id;
        answers.extend(part);
    }
    answers.sort_by(|a, b| (&a.body, &a.question, a.id).cmp(&(&b.body, &b.question, b.id)));
    Ok(answers)
}

/// The themes that the frame did not name, and their codings. What an officer decided on stays, whether or not an
/// answer still has it.
fn candidates(
    consultation: &str,
    question: Option<&str>,
    analysis: &Analysis,
    earlier: &[StoredTheme],
    answers: &[StoredAnswer],
) -> (NewCodeFrame, Vec<NewCoding>) {
    let mut places = vec![None; analysis.themes.len()];
    let mut themes = Vec::new();
    for (at, theme) in analysis.themes.iter().enumerate().filter(|(_, theme)| !theme.is_from_frame) {
        let before = earlier.iter().find(|before| before.key == theme.key);
        places[at] = Some(themes.len());
        themes.push(NewTheme {
            key: theme.key.clone(),
            name: theme.name.clone(),
            definition: theme.description.clone(),
            terms: theme.terms.clone(),
            status: before.map_or(ThemeStatus::Candidate, |before| before.status),
            parent: None,
        });
    }
    let listed: BTreeSet<String> = themes.iter().map(|theme| theme.key.clone()).collect();
    let decided = earlier.iter().filter(|theme| theme.status != ThemeStatus::Candidate && !listed.contains(&theme.key));
    themes.extend(decided.map(|theme| NewTheme {
        key: theme.key.clone(),
        name: theme.name.clone(),
        definition: theme.definition.clone(),
        terms: theme.terms.clone(),
        status: theme.status,
        parent: None,
    }));
    let codings = analysis.codings.iter().filter_map(|coding| {
        Some(NewCoding {
            answer_id: answers.get(coding.answer)?.id,
            theme: places.get(coding.theme).copied().flatten()?,
            judge: MachineJudge::Machine,
            score: coding.score,
            primary: coding.is_primary,
        })
    });
    let codings = codings.collect();
    let frame = NewCodeFrame {
        consultation: consultation.to_owned(),
        key: CANDIDATES.to_owned(),
        question: question.map(str::to_owned),
        version: format!("{ENGINE_VERSION} seed {SEED}"),
        origin: FrameOrigin::Discovered,
        engine: ENGINE_VERSION.to_owned(),
        seed: SEED,
        themes,
    };
    (frame, codings)
}
