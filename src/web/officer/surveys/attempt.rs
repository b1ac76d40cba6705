//! `/officer/surveys/KEY/try`: walking through a survey. What was said so far stands in the address and nowhere else.

use actix_web::{HttpRequest, HttpResponse, web};

use super::bench::{self, Bench};
use super::preview::Sight;
use crate::pages::officer::surveys::preview::{Attempt, Preview};
use crate::pages::respond::check::{Row, Said};
use crate::pages::respond::question::{BACK, QuestionPage, SKIP, Trouble};
use crate::survey::{Answer, AnswerProblem, Journey, Question, Section, Step};
use crate::web::account::SignedIn;
use crate::web::respond::given;
use crate::web::{PageError, State};

/// Before a question's key in the name of what was said to it.
const SAID: &str = "said-";
/// The field that names the question being answered.
const AT: &str = "at";

/// Shows the next page of the walk.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    bench::show(state, signed_in, key.into_inner(), &request, |bench| {
        let place = bench.place()?;
        Ok(match Sight::of(bench) {
            Err(findings) => Preview { place, choice: None, shown: Vec::new(), findings }.render().into_string(),
            Ok(mut sight) => {
                let problem = take(bench, &mut sight);
                page(bench, sight, problem.as_ref())?.render().into_string()
            }
        })
    })
    .await
}

/// Reads what the address carries into the draft, and the answer just given; gives what is wrong with that one.
fn take(bench: &Bench, sight: &mut Sight) -> Option<(String, String, AnswerProblem)> {
    let districts = bench.state.library().district_keys(&sight.consultation);
    for question in &sight.consultation.questions {
        if let Some(said) = bench.asked.find(&format!("{SAID}{}", question.key)) {
            sight.draft.answers.insert(question.key.clone(), said.to_owned());
        }
    }
    sight.draft.checked = true;
    sight.draft.equality = Some(true);
    let question = sight.consultation.find_question(bench.asked.text(AT))?;
    // A button that only changes the language or the edition answers nothing.
    if ["language", "easy-read"].iter().any(|turn| bench.asked.find(turn).is_some()) {
        return None;
    }
    // Going back forgets what was said to the question before, so that it is the next one again.
    if bench.asked.find(BACK).is_some() {
        let before = Journey::new(&sight.consultation, &sight.draft).previous(Step::Question(question));
        if let Some(Step::Question(before)) = before {
            sight.draft.answers.remove(&before.key);
        }
        return None;
    }
    let given = if bench.asked.find(SKIP).is_some() { String::new() } else { given(question, &bench.asked) };
    match Answer::parse(question, &given, &districts) {
        Ok(answer) => {
            let stored = answer.map(|answer| answer.to_text().into_owned()).unwrap_or_default();
            sight.draft.answers.insert(question.key.clone(), stored);
            None
        }
        Err(problem) => Some((question.key.clone(), given, problem)),
    }
}

fn page(bench: &Bench, sight: Sight, problem: Option<&(String, String, AnswerProblem)>) -> Result<Attempt, PageError> {
    let journey = Journey::new(&sight.consultation, &sight.draft);
    let all = || [Section::Main, Section::Equality].into_iter().flat_map(|section| journey.questions(section));
    let next = all().find(|question| !sight.draft.answers.contains_key(&question.key));
    let asked: Vec<&Question> = all().filter(|question| sight.draft.answers.contains_key(&question.key)).collect();
    let page = next.and_then(|question| question_page(bench, &sight, &journey, question, problem));
    let mut carried = vec![
        ("perspective".to_owned(), sight.choice.perspective.clone()),
        ("lang".to_owned(), sight.choice.language.clone()),
    ];
    carried.extend(sight.draft.easy_read.then(|| ("easy".to_owned(), "1".to_owned())));
    carried.extend(next.map(|question| (AT.to_owned(), question.key.clone())));
    carried.extend(sight.draft.answers.iter().map(|(key, said)| (format!("{SAID}{key}"), said.clone())));
    let key = sight.perspective.key.as_str();
    let is_met = |question: &Question| all().any(|other| other.key == question.key);
    let passed = sight.consultation.questions.iter().filter(|one| one.is_asked_of(key) && !is_met(one));
    let not_asked = passed.map(|question| sight.consultation.heading(&question.key).to_owned()).collect();
    let said =
        asked.into_iter().filter(|question| question.takes_answer()).map(|question| said(bench, &sight, question));
    let said = said.collect();
    Ok(Attempt { place: bench.place()?, page, carried, said, not_asked, choice: sight.choice.clone() })
}

fn question_page(
    bench: &Bench,
    sight: &Sight,
    journey: &Journey<'_>,
    question: &Question,
    problem: Option<&(String, String, AnswerProblem)>,
) -> Option<String> {
    let words = sight.consultation.find_words(sight.consultation.reader(&sight.draft), &question.key)?;
    let problem = problem.filter(|(key, ..)| *key == question.key);
    let previous = journey.previous(Step::Question(question));
    let page = QuestionPage {
        frame: sight.frame(),
        perspective: &sight.perspective.key,
        question,
        words,
        progress: journey.progress(question).unwrap_or((1, 1)),
        offered: &sight.offered(bench, question, words.words),
        given: problem.map(|(_, given, _)| given.as_str()).unwrap_or_default(),
        after_sensitive: matches!(previous, Some(Step::Question(before)) if before.sensitive),
        changing: false,
        problem: problem.map(|(.., problem)| Trouble::Unfit(problem)),
    };
    Some(page.render().into_string())
}

/// A question as it was read, and what was said to it in its words.
fn said(bench: &Bench, sight: &Sight, question: &Question) -> (String, String) {
    let given = sight.draft.said(&question.key);
    let Some(words) = sight.consultation.find_words(sight.consultation.reader(&sight.draft), &question.key) else {
        return (question.key.clone(), given.to_owned());
    };
    let row = Row::new(question, words.words, given, &sight.offered(bench, question, words.words), String::new());
    let said = match row.answer {
        None => String::new(),
        Some(Said::Picked(words) | Said::Words(words)) => words,
        Some(Said::Several(words) | Said::Ranked(words)) => words.join(", "),
    };
    (row.ask, said)
}
