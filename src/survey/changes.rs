//! What may still be changed in a survey once people can answer it.
//!
//! Answers given before and after a change are counted together, so nothing may change that decides what an answer
//! means, who is asked, or what people were promised. Words are compared as somebody reads them: an edition may be
//! added where it changes nothing that anybody was shown. Leaves out whether the new survey is whole (`parse`).

use jiff::civil::Date;

use super::{Consultation, Language, Openness, Perspective, Question, QuestionWords, Reader};
use crate::finding::Finding;

/// The file that settings and questions stand in, as findings name it.
const SURVEY: &str = "survey.toml";

/// What of a change cannot be published, as errors that say why, and what a careful reader would question, as
/// warnings. Nothing before the old survey's first day.
pub fn changes(old: &Consultation, new: &Consultation, today: Date) -> Vec<Finding> {
    if old.openness(today) == Openness::NotYetOpen {
        return Vec::new();
    }
    let mut found = Vec::new();
    settings(old, new, today, &mut found);
    perspectives(old, new, &mut found);
    questions(old, new, &mut found);
    words(old, new, &mut found);
    found
}

fn refuse(found: &mut Vec<Finding>, place: impl Into<String>, why: impl Into<String>) {
    found.push(Finding::error(SURVEY, place, why));
}

fn settings(old: &Consultation, new: &Consultation, today: Date, found: &mut Vec<Finding>) {
    if old.key != new.key {
        refuse(found, "key", "links and answers are kept under the key: it cannot change");
    }
    if old.opens != new.opens {
        refuse(found, "opens", format!("it opened on {}, and people have answered since", old.opens));
    }
    if new.closes < old.closes {
        refuse(
            found,
            "closes",
            format!("people were told that they have until {}: it can only close later", old.closes),
        );
    }
    if new.closes > old.closes && old.openness(today) == Openness::Closed {
        let problem = format!("it closed on {}: publishing this takes answers again", old.closes);
        found.push(Finding::warning(SURVEY, "closes", problem));
    }
    if old.geography != new.geography {
        refuse(found, "geography", "people have picked districts of the geography it had");
    }
    if old.organisation != new.organisation {
        refuse(found, "organisation", "people have given their answers to the organisation that asked");
    }
    if old.easy_read && !new.easy_read {
        refuse(found, "easy_read", "somebody may be answering in easy read now");
    }
    if old.default_language() != new.default_language() {
        refuse(found, "languages", "the first language stands in wherever another lacks words: it stays the first");
    }
    for language in old.languages().into_iter().filter(|language| !new.languages().contains(language)) {
        let why = format!(
            "somebody may be answering in \"{}\" now: a language can be added, not taken out",
            language.as_str()
        );
        refuse(found, "languages", why);
    }
}

fn perspectives(old: &Consultation, new: &Consultation, found: &mut Vec<Finding>) {
    for perspective in &old.perspectives {
        let place = format!("perspective.{}", perspective.key);
        match new.find_perspective(&perspective.key) {
            None => refuse(found, place, "people have answered as this: it cannot be taken out"),
            Some(now) if now.ages != perspective.ages => {
                refuse(found, format!("{place}.ages"), "they decide which age bands are offered");
            }
            Some(now) if now.edition != perspective.edition => {
                refuse(found, format!("{place}.edition"), "those before were shown the other edition");
            }
            Some(_) => {}
        }
    }
    for added in new.perspectives.iter().filter(|one| old.find_perspective(&one.key).is_none()) {
        let why = "nobody before could answer as this: they picked another, and the two cannot be told apart";
        refuse(found, format!("perspective.{}", added.key), why);
    }
    let order = |from: &Consultation, of: &Consultation| {
        keys_in(from.perspectives.iter().map(|one| &one.key), |key| of.find_perspective(key).is_some())
    };
    if order(old, new) != order(new, old) {
        refuse(found, "perspective", "what is offered first is picked more often: the order stays");
    }
}

fn questions(old: &Consultation, new: &Consultation, found: &mut Vec<Finding>) {
    for question in &old.questions {
        match new.find_question(&question.key) {
            None => {
                let why = "it has answers: it cannot be taken out. Close this survey and make another";
                refuse(found, format!("question.{}", question.key), why);
            }
            Some(now) => one_question(question, now, found),
        }
    }
    for added in new.questions.iter().filter(|one| old.find_question(&one.key).is_none()) {
        let why = "those who have answered were not asked it, and it changes what comes before the questions after \
                   it: ask it in another survey";
        refuse(found, format!("question.{}", added.key), why);
    }
    let order = |from: &Consultation, of: &Consultation| {
        keys_in(from.questions.iter().map(|one| &one.key), |key| of.find_question(key).is_some())
    };
    if order(old, new) != order(new, old) {
        refuse(found, "question", "an answer depends on what was asked before it: the order stays");
    }
}

fn one_question(old: &Question, new: &Question, found: &mut Vec<Finding>) {
    let place = |part: &str| format!("question.{}.{part}", old.key);
    let asks_otherwise = std::mem::discriminant(&old.kind) != std::mem::discriminant(&new.kind);
    if asks_otherwise {
        refuse(found, place("kind"), "answers of one kind cannot be counted with those of another");
    } else if old.options() != new.options() {
        let why = "options, their order and their pictures decide what is picked: those before had others";
        refuse(found, place("options"), why);
    } else if old.kind != new.kind {
        refuse(found, place("kind"), "its limits decide what can be answered: those before had others");
    }
    if old.when != new.when {
        refuse(found, place("when"), "who is asked would change, and with it whom its figures stand for");
    }
    if old.perspectives != new.perspectives {
        refuse(found, place("perspectives"), "who is asked would change, and with it whom its figures stand for");
    }
    if old.section != new.section {
        refuse(found, place("section"), "it would be asked at another point, and others would come to it");
    }
}

/// Compares what every possible reader of a language that was offered before is shown.
fn words(old: &Consultation, new: &Consultation, found: &mut Vec<Finding>) {
    for language in old.languages() {
        let file = format!("wording/{}.toml", language.as_str());
        start_page(old, new, language, &file, found);
        for perspective in &old.perspectives {
            chosen(old, new, language, perspective, &file, found);
            for reader in readers(old, language, perspective) {
                for question in &old.questions {
                    if let Some((place, why)) = as_read(old, new, reader, question) {
                        let finding = Finding::error(&file, place, why);
                        if !found.contains(&finding) {
                            found.push(finding);
                        }
                    }
                }
            }
        }
    }
}

/// The promises of the start page may be put better; that they were other ones before is worth a second look.
fn start_page(old: &Consultation, new: &Consultation, language: &Language, file: &str, found: &mut Vec<Finding>) {
    let (before, after) = (old.words(language).words, new.words(language).words);
    let promises = [
        ("what_happens", &before.what_happens, &after.what_happens),
        ("undecided", &before.undecided, &after.undecided),
        ("who_asks", &before.who_asks, &after.who_asks),
    ];
    for (part, _, _) in promises.into_iter().filter(|(_, before, after)| before != after) {
        let problem = "those who have answered were told otherwise: change it only to say the same more plainly";
        found.push(Finding::warning(file, format!("consultation.{part}"), problem));
    }
}

fn chosen(
    old: &Consultation,
    new: &Consultation,
    language: &Language,
    perspective: &Perspective,
    file: &str,
    found: &mut Vec<Finding>,
) {
    let before = old.find_perspective_words(language, &perspective.key);
    let after = new.find_perspective_words(language, &perspective.key);
    let (Some(before), Some(after)) = (before, after) else { return };
    if before.language == after.language && before.words.choose != after.words.choose {
        let place = format!("perspective.{}.choose", perspective.key);
        found.push(Finding::error(file, place, "those before picked it under other words"));
    }
}

/// Everybody who reads a perspective's words in a language: of each age band, with easy read and without.
fn readers<'a>(survey: &'a Consultation, language: &'a Language, perspective: &'a Perspective) -> Vec<Reader<'a>> {
    let plain = Reader { language, perspective: &perspective.key, age_band: None, easy_read: false };
    let bands = survey.age_question().and_then(Question::options).map(|options| options.keys()).unwrap_or_default();
    let mut readers = vec![plain];
    readers.extend(bands.iter().map(|band| Reader { age_band: Some(band), ..plain }));
    if survey.easy_read {
        let easy: Vec<Reader<'a>> = readers.iter().map(|reader| Reader { easy_read: true, ..*reader }).collect();
        readers.extend(easy);
    }
    readers
}

/// What a reader would be shown otherwise than before, as its place and why that harms.
fn as_read(
    old: &Consultation,
    new: &Consultation,
    reader: Reader<'_>,
    question: &Question,
) -> Option<(String, &'static str)> {
    if !question.is_asked_of(reader.perspective) {
        return None;
    }
    let before = old.find_words(reader, &question.key)?;
    let plain = Reader { easy_read: false, ..reader };
    // Whoever wanted easy read and got the plain words had no words of their own yet.
    let had_no_easy_words = reader.easy_read && old.find_words(plain, &question.key) == Some(before);
    let after = new.find_words(reader, &question.key)?;
    // A translation takes the place of the first language.
    if had_no_easy_words || before.language != after.language {
        return None;
    }
    let edition = if reader.easy_read { "easy-read" } else { reader.perspective };
    let (part, why) = differing(before.words, after.words)?;
    Some((format!("question.{}.{edition}.{part}", question.key), why))
}

fn differing(before: &QuestionWords, after: &QuestionWords) -> Option<(&'static str, &'static str)> {
    if before.ask != after.ask {
        return Some(("ask", "another wording is another question: those before answered the old one"));
    }
    if before.body != after.body {
        return Some(("body", "those before read something else before they answered"));
    }
    let labels = |words: &QuestionWords| -> Vec<(String, String)> {
        words.options.iter().map(|(key, option)| (key.clone(), option.label.clone())).collect()
    };
    let is_same = labels(before) == labels(after);
    (!is_same).then_some(("options", "those before picked under other words"))
}

fn keys_in<'a>(keys: impl Iterator<Item = &'a String>, known: impl Fn(&str) -> bool) -> Vec<String> {
    keys.filter(|key| known(key)).cloned().collect()
}

#[cfg(test)]
#[path = "changes_tests.rs"]
mod tests;
