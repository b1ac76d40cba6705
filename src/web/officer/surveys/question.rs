//! `/officer/surveys/KEY/question/QUESTION`: one question, shown and kept.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, web};

use super::bench::{self, Bench, unfit};
use super::typed::{clean, condition, condition_text, number, option_lines, optional};
use crate::pages::components::picture;
use crate::pages::officer::surveys::question::{Earlier, QuestionForm};
use crate::survey::format::{ConditionFile, QuestionFile};
use crate::survey::{KINDS, QuestionWords, Section, Source};
use crate::web::account::SignedIn;
use crate::web::{Form, PageError, State};

/// Shows a question.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let (key, question) = keys.into_inner();
    bench::show(state, signed_in, key, &request, move |bench| Ok(page(bench, &question)?.render().into_string())).await
}

/// Keeps a question.
pub async fn save(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (key, question) = keys.into_inner();
    bench::change(state, signed_in, key, form, move |bench, form| {
        let old = bench.manuscript.find_question(&question).ok_or_else(bench::missing)?.clone();
        let (options, apart) = (option_lines(form.text("options"))?, option_lines(form.text("apart"))?);
        let mut new = read(bench, &old, form)?;
        let keys = |lines: &[(String, Option<String>)]| lines.iter().map(|(key, _)| key.clone()).collect::<Vec<_>>();
        if takes_options(&new.kind) {
            new.apart = keys(&apart);
            new.options = keys(&options).into_iter().filter(|key| !new.apart.contains(key)).collect();
            // Files may list what is set apart among the others too: then it stays there, so that nothing changes.
            new.options
                .extend(old.apart.iter().filter(|key| old.options.contains(key) && new.apart.contains(key)).cloned());
        }
        bench.manuscript.put_question(new);
        label(bench, &question, options.into_iter().chain(apart));
        bench.save()?;
        Ok(bench.href(&format!("/question/{question}?saved")))
    })
    .await
}

fn takes_options(kind: &str) -> bool {
    ["one-of", "many-of", "scale", "ranking", "age-band"].contains(&kind)
}

/// What the form says besides its options.
fn read(bench: &Bench, old: &QuestionFile, form: &Form) -> Result<QuestionFile, PageError> {
    let kind = form.text("kind");
    if !KINDS.contains(&kind) {
        return Err(PageError::unreadable_form());
    }
    let is = |kinds: &[&str]| kinds.contains(&kind);
    let all: Vec<String> = bench.manuscript.survey.perspective.iter().map(|one| one.key.clone()).collect();
    let ticked: Vec<String> =
        form.list("perspectives").filter(|key| all.iter().any(|one| one == key)).map(str::to_owned).collect();
    let pictures =
        if is(&["one-of", "many-of", "ranking"]) { pictures(form.text("pictures"))? } else { BTreeMap::new() };
    Ok(QuestionFile {
        key: old.key.clone(),
        kind: kind.to_owned(),
        options: Vec::new(),
        apart: Vec::new(),
        none: optional(form.text("none")).filter(|_| is(&["many-of"])),
        at_least: number("Pick at least", form.text("at_least"))?.filter(|_| is(&["many-of"])),
        at_most: number("Pick at most", form.text("at_most"))?.filter(|_| is(&["many-of", "ranking"])),
        least: number("The least number", form.text("least"))?.filter(|_| is(&["number"])),
        most: number("The greatest number", form.text("most"))?.filter(|_| is(&["number"])),
        order: optional(form.text("order")).filter(|order| order == "random" && is(&["one-of", "many-of", "ranking"])),
        postcode: form.find("postcode").is_some() && is(&["district"]),
        perspectives: (ticked.len() != all.len()).then_some(ticked),
        section: if form.text("section") == "equality" { Section::Equality } else { Section::Main },
        sensitive: form.find("sensitive").is_some(),
        source: if form.text("source") == "published" { Source::Published } else { Source::Ours },
        note: optional(form.text("note")),
        when: conditions(bench, &old.key, form)?,
        pictures,
    })
}

fn pictures(text: &str) -> Result<BTreeMap<String, String>, PageError> {
    let line = |line: &str| {
        let (key, name) = line.split_once('=').ok_or_else(|| unfit(&format!("“{line}”: write option = picture.")))?;
        Ok((clean(key), clean(name)))
    };
    text.lines().filter(|line| !line.trim().is_empty()).map(line).collect()
}

fn conditions(bench: &Bench, question: &str, form: &Form) -> Result<Vec<ConditionFile>, PageError> {
    let earlier = earlier(bench, question);
    let mut conditions = Vec::new();
    for at in 0.. {
        let Some(named) = form.find(&format!("when-question|{at}")) else { break };
        let Some(asked) = earlier.iter().find(|other| other.key == named) else { continue };
        let mut condition = condition(asked, form.text(&format!("when-answer|{at}")))?;
        if !asked.options.is_empty() {
            condition.any = meant(bench, asked, &condition.any)?;
        }
        conditions.push(condition);
    }
    Ok(conditions)
}

/// The options that an officer means by their short names or by their words.
fn meant(bench: &Bench, asked: &QuestionFile, typed: &[String]) -> Result<Vec<String>, PageError> {
    let wording = bench.manuscript.wordings.get(bench.manuscript.default_language());
    let editions = || wording.and_then(|wording| wording.question.get(&asked.key)).into_iter().flatten();
    let keys = || asked.options.iter().chain(&asked.apart).chain(&asked.none);
    let find = |typed: &String| {
        let said = |words: &str| words.trim().to_lowercase() == typed.to_lowercase();
        let by_words = || editions().flat_map(|(_, words)| &words.options).find(|(_, option)| said(&option.label));
        keys().find(|key| *key == typed).or_else(|| by_words().map(|(key, _)| key)).cloned()
    };
    let whole = find(&typed.join(", ")).map(|key| vec![key]);
    let each = || typed.iter().map(|one| find(one).ok_or(one)).collect::<Result<Vec<String>, _>>();
    whole.map_or_else(each, Ok).map_err(|odd| {
        let all = keys().map(String::as_str).collect::<Vec<_>>().join(", ");
        unfit(&format!("“{odd}” is not an answer to “{}”. Its answers are: {all}.", asked.key))
    })
}

/// The questions before this one, which its conditions may name.
fn earlier<'a>(bench: &'a Bench, question: &str) -> Vec<&'a QuestionFile> {
    let before = bench.manuscript.survey.question.iter().take_while(|other| other.key != question);
    before.filter(|other| other.kind != "information").collect()
}

/// Words typed beside options go into the default language: the edition that officers read, and any that has none.
fn label(bench: &mut Bench, question: &str, typed: impl Iterator<Item = (String, Option<String>)>) {
    let language = bench.manuscript.default_language().to_owned();
    let shown = shown_edition(bench, question);
    let wording = bench.manuscript.wordings.entry(language).or_default();
    let editions = wording.question.entry(question.to_owned()).or_default();
    for (key, words) in typed.filter_map(|(key, words)| Some((key, words?))) {
        editions.entry(shown.clone()).or_default();
        for (edition, said) in &mut *editions {
            let option = said.options.entry(key.clone()).or_default();
            if *edition == shown || option.label.trim().is_empty() {
                option.label.clone_from(&words);
            }
        }
    }
    editions.retain(|_, words| *words != QuestionWords::default());
}

/// The edition whose words stand beside a question's options.
fn shown_edition(bench: &Bench, question: &str) -> String {
    let editions = bench.manuscript.editions(bench.manuscript.default_language(), question);
    let any = editions.iter().find(|edition| *edition == "any").or(editions.first());
    any.cloned().unwrap_or_else(|| "any".to_owned())
}

fn page(bench: &Bench, key: &str) -> Result<QuestionForm, PageError> {
    let manuscript = &bench.manuscript;
    let question = manuscript.find_question(key).ok_or_else(bench::missing)?.clone();
    let wording = manuscript.wordings.get(manuscript.default_language());
    let words = wording.and_then(|wording| wording.question.get(key)?.get(&shown_edition(bench, key)));
    let line = |option: &String| match words.and_then(|words| words.options.get(option)) {
        Some(words) if !words.label.is_empty() => format!("{option} | {}", words.label),
        _ => option.clone(),
    };
    let (place, name) = (format!("question.{key}"), |perspective: &str| {
        let words = wording.and_then(|wording| wording.perspective.get(perspective));
        words
            .map(|words| words.plural.clone())
            .filter(|plural| !plural.is_empty())
            .unwrap_or_else(|| perspective.to_owned())
    });
    let of_this = |key: &str| key == place || key.starts_with(&format!("{place}."));
    let earlier = earlier(bench, key).into_iter().map(|other| Earlier {
        key: other.key.clone(),
        ask: manuscript.ask(&other.key).unwrap_or_default().to_owned(),
        answers: answers(other),
    });
    let options = question.options.iter().filter(|option| !question.apart.contains(option));
    Ok(QuestionForm {
        place: bench.place()?,
        ask: manuscript.ask(key).map(str::to_owned),
        options: options.map(line).collect::<Vec<_>>().join("\n"),
        apart: question.apart.iter().map(line).collect::<Vec<_>>().join("\n"),
        when: question.when.iter().map(|one| (one.question.clone(), condition_text(one))).collect(),
        earlier: earlier.collect(),
        perspectives: manuscript.survey.perspective.iter().map(|one| (one.key.clone(), name(&one.key))).collect(),
        pictures: picture::NAMES.to_vec(),
        findings: bench.parsed().1.into_iter().filter(|finding| of_this(&finding.key)).collect(),
        question,
    })
}

/// What a condition may say of a question.
fn answers(question: &QuestionFile) -> String {
    match question.kind.as_str() {
        "number" => "10 to 20, 10 or more, up to 20".to_owned(),
        "district" => "keys of districts, outside, unknown, or answered".to_owned(),
        kind if takes_options(kind) => format!("{}, or answered", crate::survey::option_keys(question).join(", ")),
        _ => "answered".to_owned(),
    }
}
