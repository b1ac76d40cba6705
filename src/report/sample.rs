//! A small export for the tests of every format: the Ready for Work survey, which has every kind of question.

use std::borrow::Cow;

use super::dataset::{CAMPAIGN, Dataset, JUDGED_PREFIX, Record, THEME_PREFIX};
use super::json::{Answer, CodeFrame, Coding, Response, Theme, Words};
use crate::survey::Consultation;

pub fn consultation() -> Consultation {
    crate::survey::sample::ready_for_work()
}

pub fn dataset() -> Dataset {
    let frame = |key: &str, origin| CodeFrame {
        key: key.into(),
        question: None,
        version: "1".into(),
        origin,
        engine: "test".into(),
        seed: "7".into(),
        themes: [("bus", "=Buses, \"late\""), ("park", "Parks")].map(|(key, name)| theme(key, name)).into(),
    };
    let frames = vec![frame("written", "file"), frame("found", "discovered")];
    let districts = [("redditch", "Redditch"), ("wyre-forest", "Wyre Forest")];
    let districts = districts.map(|(key, name)| (key.to_owned(), name.to_owned()));
    Dataset::describe(&consultation(), &districts, frames, "2026-11-26".into(), true)
}

fn theme(key: &str, name: &str) -> Theme {
    let (key, name) = (key.to_owned(), name.to_owned());
    Theme { key, name, definition: String::new(), terms: vec![], status: "approved", parent: None }
}

/// Someone of redditch who said these things; words are coded `bus` where they have "bus" in them, and were judged by
/// an officer where they have "judged" in them.
pub fn response(id: &str, said: &[(&str, &str)]) -> Response {
    let consultation = consultation();
    let answers = said.iter().map(|(question, answer)| {
        let is_text = consultation.find_question(question).is_some_and(|question| question.is_text());
        let is_coded = is_text && answer.contains("bus");
        let coding = |frame: &str| Coding {
            code_frame: frame.into(),
            theme: "bus".into(),
            judge: "machine",
            score: 0.75,
            primary: true,
        };
        Answer {
            question: (*question).to_owned(),
            answer: (*answer).to_owned(),
            words: is_text.then(|| Words { language: "en".into(), screened: true, redactions: vec![] }),
            themes: if is_coded { vec![coding("written"), coding("found")] } else { vec![] },
            judged_in: if answer.contains("judged") { vec!["written".into()] } else { vec![] },
        }
    });
    Response {
        id: id.into(),
        digest: "d".into(),
        perspective: "young-person".into(),
        district: "redditch".into(),
        language: "en".into(),
        submitted_on: "2026-11-20".into(),
        origin: "web",
        campaign: None,
        answers: answers.collect(),
    }
}

/// The row of a response; who said `no` to having had work experience was not asked what kind it was.
pub fn record<'a>(dataset: &Dataset, response: &'a Response) -> Record<'a> {
    let said = |key: &str| response.answers.iter().find(|answer| answer.question == key);
    let has = |theme: &str| {
        let mut all = response.answers.iter().flat_map(|answer| &answer.themes);
        all.any(|coding| format!("{}:{}", coding.code_frame, coding.theme) == theme)
    };
    let cell = |name: &str| -> Cow<'a, str> {
        match name {
            "id" => response.id.as_str().into(),
            "perspective" => response.perspective.as_str().into(),
            "district" => response.district.as_str().into(),
            "language" => response.language.as_str().into(),
            "submitted-on" => response.submitted_on.as_str().into(),
            "origin" => response.origin.into(),
            CAMPAIGN => response.campaign.as_deref().unwrap_or_default().into(),
            name if name.starts_with(THEME_PREFIX) => u8::from(has(&name[THEME_PREFIX.len()..])).to_string().into(),
            name if name.starts_with(JUDGED_PREFIX) => {
                response.answers.iter().filter(|answer| !answer.judged_in.is_empty()).count().to_string().into()
            }
            name => said(name).map_or("", |answer| answer.answer.as_str()).into(),
        }
    };
    let was_asked = |name: &str| name != "what-kind" || said("had-experience").is_none_or(|it| it.answer == "yes");
    let names = dataset.variables.iter().map(|variable| variable.name.as_str());
    Record { response, cells: names.clone().map(cell).collect(), asked: names.map(was_asked).collect() }
}

/// Every naughty string, as it can be an answer: not blank, line ends of one kind, no U+0000.
pub fn naughty() -> Vec<String> {
    use base64::Engine;
    let text = include_str!("../../tests/data/naughty/blns.base64.json");
    let encoded: Vec<String> = serde_json::from_str(text).unwrap();
    let decode = |text: String| {
        let bytes = base64::engine::general_purpose::STANDARD.decode(text).unwrap();
        String::from_utf8_lossy(&bytes).replace("\r\n", "\n").replace('\0', "\u{fffd}")
    };
    let all: Vec<String> = encoded.into_iter().map(decode).collect();
    assert!(all.len() >= 515, "{}", all.len());
    all.into_iter().filter(|text| !text.trim().is_empty()).collect()
}
