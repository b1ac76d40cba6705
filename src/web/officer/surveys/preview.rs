//! `/officer/surveys/KEY/preview`: every page of an edition, made by the respondents' own pages.

use actix_web::{HttpRequest, HttpResponse, web};

use super::bench::{self, Bench};
use super::questions::asked;
use crate::finding::Finding;
use crate::pages::components::choices::Choice as Option_;
use crate::pages::officer::surveys::preview::{Choice, Preview, Shown};
use crate::pages::respond::question::QuestionPage;
use crate::pages::respond::start::Start;
use crate::pages::respond::who::Who;
use crate::pages::respond::{Frame, field};
use crate::survey::{self, Consultation, Draft, Edition, Language, Perspective, Question, QuestionWords, Section};
use crate::web::account::SignedIn;
use crate::web::respond::district_names;
use crate::web::{PageError, State, today};

/// Shows the pages.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    bench::show(state, signed_in, key.into_inner(), &request, |bench| {
        let place = bench.place()?;
        let page = match Sight::of(bench) {
            Err(findings) => Preview { place, choice: None, shown: Vec::new(), findings },
            Ok(sight) => {
                let shown = sight.pages(bench);
                Preview { place, choice: Some(sight.choice), shown, findings: Vec::new() }
            }
        };
        Ok(page.render().into_string())
    })
    .await
}

/// A survey as one reader sees it.
pub(super) struct Sight {
    pub consultation: Consultation,
    pub perspective: Perspective,
    pub draft: Draft,
    pub choice: Choice,
}

impl Sight {
    /// The survey on the bench, with stand-ins for what is not written yet, for the reader that the address names.
    ///
    /// # Errors
    /// What keeps it from being shown.
    pub fn of(bench: &Bench) -> Result<Self, Vec<Finding>> {
        let filled = bench.manuscript.filled(&today().to_string());
        let (consultation, _) = survey::parse(&filled.files().map_err(|finding| vec![finding])?)?;
        let asked = &bench.asked;
        let perspective =
            consultation.find_perspective(asked.text("perspective")).or(consultation.perspectives.first());
        let Some(perspective) = perspective.cloned() else { return Err(Vec::new()) };
        let languages: Vec<String> = consultation.languages().iter().map(|one| one.as_str().to_owned()).collect();
        // The buttons of a page on trial send the language and the edition under their own names.
        let wanted = asked.find("language").unwrap_or(asked.text("lang"));
        let language = languages.iter().find(|one| *one == wanted).unwrap_or(&languages[0]).clone();
        let easy = match asked.text("easy-read") {
            "yes" => true,
            "no" => false,
            _ => !asked.text("easy").is_empty(),
        };
        let can_be_easy = consultation.easy_read && perspective.edition == Edition::Plain;
        let mut draft = Draft::new(Language(language.clone()));
        draft.perspective = Some(perspective.key.clone());
        draft.easy_read = easy && can_be_easy;
        let ages = consultation.age_question().filter(|question| question.is_asked_of(&perspective.key));
        let bands: Vec<String> = ages
            .map(|question| question.offered(&perspective, 0))
            .unwrap_or_default()
            .into_iter()
            .map(str::to_owned)
            .collect();
        let band = bands.iter().find(|band| *band == asked.text("age")).cloned().unwrap_or_default();
        if let Some(question) = ages.filter(|_| !band.is_empty()) {
            draft.answers.insert(question.key.clone(), band.clone());
        }
        let choice = Choice {
            perspectives: names(&consultation),
            perspective: perspective.key.clone(),
            languages,
            language,
            bands,
            band,
            easy: can_be_easy.then_some(draft.easy_read),
            edition: if draft.easy_read { Edition::EasyRead } else { perspective.edition },
        };
        Ok(Self { consultation, perspective, draft, choice })
    }

    /// What the respondents' pages share.
    pub fn frame(&self) -> Frame<'_> {
        Frame { consultation: &self.consultation, lang: &self.choice.language, edition: self.choice.edition }
    }

    /// What can be picked.
    pub fn offered(&self, bench: &Bench, question: &Question, words: &QuestionWords) -> Vec<Option_> {
        let districts =
            if question.is_district() { district_names(&bench.state, &self.consultation) } else { Vec::new() };
        field::offered(self.frame().words(), question, words, &self.perspective, 0, &districts)
    }

    fn pages(&self, bench: &Bench) -> Vec<Shown> {
        let frame = self.frame();
        let shown = |name: &str, routing: String, page: String| Shown { name: name.to_owned(), routing, page };
        let who = Who { frame, picked: None, changing: false, missing: false };
        let mut pages = vec![
            shown("Start", String::new(), Start { frame, begun: false, way: None }.render().into_string()),
            shown("Who are you?", String::new(), who.render().into_string()),
        ];
        let key = self.perspective.key.as_str();
        let asked_of: Vec<&Question> = self.consultation.questions.iter().filter(|one| one.is_asked_of(key)).collect();
        let mut sensitive = false;
        for question in &asked_of {
            let of_section = |other: &&&Question| other.section == question.section && other.takes_answer();
            let before = asked_of.iter().take_while(|other| other.key != question.key).filter(of_section).count();
            let of = asked_of.iter().filter(of_section).count().max(1);
            let reader = self.consultation.reader(&self.draft);
            let Some(words) = self.consultation.find_words(reader, &question.key) else { continue };
            let page = QuestionPage {
                frame,
                perspective: key,
                question,
                words,
                progress: ((before + 1).min(of), of),
                offered: &self.offered(bench, question, words.words),
                given: "",
                after_sensitive: sensitive,
                changing: false,
                problem: None,
            };
            sensitive = question.sensitive;
            let routing = bench.manuscript.find_question(&question.key).map(asked).unwrap_or_default();
            let part = if question.section == Section::Equality { ", after “check your answers”" } else { "" };
            pages.push(shown(
                &format!("{}{part}", question.key),
                format!("Asked of {routing}"),
                page.render().into_string(),
            ));
        }
        pages
    }
}

fn names(consultation: &Consultation) -> Vec<(String, String)> {
    let name =
        |key: &str| consultation.perspective_words(key).map_or_else(|| key.to_owned(), |words| words.name.clone());
    consultation.perspectives.iter().map(|one| (one.key.clone(), name(&one.key))).collect()
}
