//! `/officer/surveys/KEY/settings`: what a survey says of itself, shown and kept; and throwing a draft away.

use actix_web::{HttpRequest, HttpResponse, web};

use super::bench::{self, Bench, unfit};
use super::typed::{clean, number, optional};
use crate::pages::officer::surveys::settings::Settings;
use crate::survey::{AssessmentFile, Edition, Help, Perspective, is_key};
use crate::web::account::SignedIn;
use crate::web::{Form, PageError, State};

/// Shows the settings.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    bench::show(state, signed_in, key.into_inner(), &request, |bench| Ok(page(bench)?.render().into_string())).await
}

/// Keeps the settings.
pub async fn save(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    bench::change(state, signed_in, key.into_inner(), form, |bench, form| {
        let languages: Vec<String> = form.text("languages").split(',').filter_map(optional).collect();
        if let Some(odd) = languages.iter().find(|language| !is_key(language)) {
            return Err(unfit(&format!("“{odd}” is not a language’s code: write two letters, such as cy.")));
        }
        let (perspective, help) = (perspectives(form)?, help(form));
        let survey = &mut bench.manuscript.survey;
        survey.organisation = clean(form.text("organisation"));
        survey.opens = clean(form.text("opens"));
        survey.closes = clean(form.text("closes"));
        survey.languages = languages;
        survey.easy_read = form.find("easy_read").is_some();
        survey.sensitive = form.find("sensitive").is_some();
        survey.geography = clean(form.text("geography"));
        survey.plan = optional(form.text("plan"));
        survey.code_frame = optional(form.text("code_frame"));
        survey.perspective = perspective;
        survey.assessment = assessment(form);
        survey.help = help;
        bench.manuscript.fit_languages();
        bench.save()?;
        Ok(bench.href("/settings?saved"))
    })
    .await
}

/// Throws the draft away.
pub async fn discard(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    bench::change(state, signed_in, key.into_inner(), form, |bench, _| {
        bench.state.manuscripts.drop_draft(&bench.key).map_err(PageError::broken)?;
        Ok(if bench.is_published { bench.href("") } else { "/officer/surveys".to_owned() })
    })
    .await
}

/// What is said of the assessment; none where nothing is.
fn assessment(form: &Form) -> Option<AssessmentFile> {
    let field = |part: &str| clean(form.text(&format!("assessment-{part}")));
    let file = AssessmentFile { link: field("link"), agreed_by: field("by"), agreed_on: field("on") };
    (file != AssessmentFile::default()).then_some(file)
}

fn perspectives(form: &Form) -> Result<Vec<Perspective>, PageError> {
    let mut perspectives = Vec::new();
    for at in 0.. {
        let Some(key) = form.find(&format!("p-key|{at}")) else { break };
        let Some(key) = optional(key) else { continue };
        if !is_key(&key) {
            return Err(unfit(&format!("“{key}”: a short name has lower-case letters, digits and hyphens.")));
        }
        let field = |part: &str| form.text(&format!("{part}|{at}"));
        let ages = (number("Ages from", field("p-least"))?, number("Ages to", field("p-most"))?);
        perspectives.push(Perspective {
            key,
            edition: if field("p-edition") == "child" { Edition::Child } else { Edition::Plain },
            ages: match ages {
                (None, None) => None,
                (least, most) => Some((least.unwrap_or(0), most.unwrap_or(120))),
            },
            reading_age: number("Reading age", field("p-reading"))?,
        });
    }
    Ok(perspectives)
}

fn help(form: &Form) -> Vec<Help> {
    let row = |at: usize| {
        let field = |part: &str| form.text(&format!("{part}|{at}"));
        let help = Help {
            name: clean(field("h-name")),
            whom: clean(field("h-for")),
            when: optional(field("h-when")),
            phone: optional(field("h-phone")),
            url: optional(field("h-url")),
        };
        form.find(&format!("h-name|{at}")).map(|_| help)
    };
    (0..).map_while(row).filter(|help| !help.name.is_empty()).collect()
}

fn page(bench: &Bench) -> Result<Settings, PageError> {
    let owned = |keys: Vec<&str>| keys.into_iter().map(str::to_owned).collect();
    let is_setting = |finding: &crate::finding::Finding| {
        finding.file.ends_with("survey.toml") && !finding.key.starts_with("question")
    };
    Ok(Settings {
        place: bench.place()?,
        survey: bench.manuscript.survey.clone(),
        named: bench.state.library().named().map(owned),
        findings: bench.parsed().1.into_iter().filter(is_setting).collect(),
    })
}
