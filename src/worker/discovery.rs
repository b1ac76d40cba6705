//! Finds candidate themes: ideas in the answers to a question, and in all answers together, that the code frame
//! does not explain. An officer may approve them later; until then they are marked as the machine's.
//!
//! Can be run at any time; it replaces what it found before. Leaves out coding to the frame itself, which
//! follows each submission.

use crate::library::Library;
use crate::store::{
    FrameOrigin, MachineJudge, NewCodeFrame, NewCoding, NewTheme, Store, StoreError, StoredAnswer, ThemeStatus,
};
use crate::survey::Consultation;
use crate::themes::{Analysis, AnalysisSettings, DiscoverySettings, ENGINE_VERSION, Lexicon, analyse};

/// The key that candidate themes are kept under, beside a code frame's own.
pub const CANDIDATES: &str = "candidates";
/// The same every time, so that the same answers give the same themes.
const SEED: u64 = 1;
/// How many answers are read from the database at once.
const PART: usize = 10_000;

/// Finds candidate themes for each text question and for all together. Calls `step` after each.
/// Gives how many were found.
///
/// # Errors
/// When the database fails; questions done before keep their themes.
pub fn find_themes(
    store: &Store,
    library: &Library,
    consultation: &Consultation,
    step: impl Fn(),
) -> Result<usize, StoreError> {
    let frame = consultation.code_frame.as_ref().and_then(|key| library.find_code_frame(key));
    let lexicon = frame.map(|frame| Lexicon::new(frame, Library::vectors()));
    let questions = consultation.text_questions().map(|question| Some(question.key.as_str()));
    let mut found = 0;
    for question in questions.chain([None]) {
        let answers = answers_of(store, &consultation.key, question)?;
        let texts: Vec<&str> = answers.iter().map(|answer| answer.body.as_str()).collect();
        let discovery = DiscoverySettings { seed: SEED, ..DiscoverySettings::default() };
        let settings = AnalysisSettings { discovery, frame: lexicon.as_ref() };
        let analysis = analyse(&texts, Library::vectors(), &settings, &|_| {});
        let (frame, codings) = candidates(&consultation.key, question, &analysis, &answers);
        found += frame.themes.len();
        store.save_code_frame(frame, codings)?;
        step();
    }
    Ok(found)
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

/// The themes that the frame did not name, and their codings.
fn candidates(
    consultation: &str,
    question: Option<&str>,
    analysis: &Analysis,
    answers: &[StoredAnswer],
) -> (NewCodeFrame, Vec<NewCoding>) {
    let mut places = vec![None; analysis.themes.len()];
    let mut themes = Vec::new();
    for (at, theme) in analysis.themes.iter().enumerate().filter(|(_, theme)| !theme.is_from_frame) {
        places[at] = Some(themes.len());
        themes.push(NewTheme {
            key: theme.key.clone(),
            name: theme.name.clone(),
            definition: theme.description.clone(),
            terms: theme.terms.clone(),
            status: ThemeStatus::Candidate,
            parent: None,
        });
    }
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
