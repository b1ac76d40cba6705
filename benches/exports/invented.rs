//! Invented responses in a store, for benches of what is made of them.
//!
//! Each has an age band and five answers of about forty words, looked through for personal data (one answer in ten has
//! some) and coded to a frame of forty themes (an answer has one or two). Districts and perspectives take turns.

use heard::store::{
    FrameOrigin, MachineJudge, NewCodeFrame, NewCoding, NewTheme, Redaction, Store, Submission, ThemeStatus,
};
use heard::survey::{Answer, District, Language, Origin, Response};

use crate::Outcome;

pub const CONSULTATION: &str = "worcestershire-cypp";
pub const QUESTIONS: [&str; 5] = ["important", "challenges", "improve", "monarch", "keep"];
const WORDS: &str = "Later buses from the villages would help most of all, because after school there is nothing to do here \
    and the last one leaves at ten to four, so nobody I know can stay for football, music or drama.";
const THEMES: usize = 40;
const BATCH: usize = 20_000;
const DISTRICTS: [&str; 6] = ["bromsgrove", "malvern-hills", "redditch", "worcester", "wychavon", "wyre-forest"];
const PERSPECTIVES: [&str; 5] = ["child", "young-person", "parent-carer", "practitioner", "citizen"];

/// Fills the store with so many responses.
pub fn fill(store: &Store, digest: &str, responses: usize) -> Outcome<()> {
    for first in (0..responses).step_by(BATCH) {
        let batch = first..(first + BATCH).min(responses);
        store.submit_many(batch.map(|number| submission(number, digest)).collect())?;
    }
    let (mut after, mut screened, mut codings) = (0, Vec::new(), Vec::new());
    loop {
        let part = store.list_text_answers(CONSULTATION, None, after, BATCH)?;
        let Some(last) = part.last() else { break };
        after = last.id;
        for answer in part {
            let number = screened.len();
            let name = Redaction { characters: 0..5, kind: "name".to_owned() };
            screened.push((answer.id, if number.is_multiple_of(10) { vec![name] } else { vec![] }));
            let coding = |theme: usize, primary| NewCoding {
                answer_id: answer.id,
                theme: theme % THEMES,
                judge: MachineJudge::Machine,
                score: 0.5,
                primary,
            };
            codings.push(coding(number, true));
            codings.extend(number.is_multiple_of(2).then(|| coding(number * 7 + 1, false)));
        }
    }
    store.save_screened(screened)?;
    let theme = |number: usize| NewTheme {
        key: format!("theme-{number}"),
        name: format!("Theme {number}"),
        definition: String::new(),
        terms: vec![],
        status: ThemeStatus::Approved,
        parent: None,
    };
    let frame = NewCodeFrame {
        consultation: CONSULTATION.to_owned(),
        key: "children-and-young-people".to_owned(),
        question: None,
        version: "1".to_owned(),
        origin: FrameOrigin::File,
        engine: "bench".to_owned(),
        seed: 1,
        themes: (0..THEMES).map(theme).collect(),
    };
    store.save_code_frame(frame, codings)?;
    Ok(())
}

fn submission(number: usize, digest: &str) -> Submission {
    let words = QUESTIONS.map(|key| (key.to_owned(), Answer::Text(format!("{number} {WORDS}"))));
    let age = ("age-band".to_owned(), Answer::Choice("8-11".to_owned()));
    Submission {
        consultation: CONSULTATION.to_owned(),
        digest: digest.to_owned(),
        response: Response {
            perspective: PERSPECTIVES[number % PERSPECTIVES.len()].to_owned(),
            district: District::Area(DISTRICTS[number / 7 % DISTRICTS.len()].to_owned()),
            language: Language::english(),
            submitted_on: jiff::civil::date(2026, 11, 23),
            origin: Origin::Import,
            answers: std::iter::once(age).chain(words).collect(),
        },
        receipt_hash: None,
        draft_hash: None,
        import_id: Some(number.to_string()),
        way_in: None,
    }
}
