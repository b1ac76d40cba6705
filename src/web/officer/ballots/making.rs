//! Making a ballot from a form: choices from the themes of a consultation, of the officer's own, or of a `.blt` file.
//! It is published at once, and can be made again until it opens.

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};

use crate::ballot::format::{BallotFile, FormFile};
use crate::ballot::{Ballot, BallotFiles, BallotWording, Blt, Candidate, parse};
use crate::library::Library;
use crate::pages::officer::ballots::address;
use crate::pages::officer::ballots::making::{Making, ThemeChoice};
use crate::survey::{
    ConsultationWords, Edition, Openness, OptionWords, Perspective, PerspectiveWords, QuestionWords, Source, is_key,
};
use crate::web::account::{Right, SignedIn};
use crate::web::officer::desk::desk;
use crate::web::officer::surveys::typed::{clean, free_key, key_from};
use crate::web::{Form, PageError, State, now, reply};

/// What stands in the form as it is opened.
const FIRST: [(&str, &str); 7] = [
    ("kind", "choose"),
    ("most", "1"),
    ("method", "plurality"),
    ("seats", "1"),
    ("youngest", "11"),
    ("oldest", "18"),
    ("summary", ""),
];

/// Shows the form.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let asked = Form::parse(request.query_string()).unwrap_or_default();
    let page = web::block(move || {
        let typed = FIRST.map(|(field, value)| (field.to_owned(), value.to_owned())).to_vec();
        page(&state, &signed_in, asked.text("from"), typed, Vec::new(), Vec::new())
    });
    Ok(reply::page(page.await??))
}

/// Makes it.
pub async fn make(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    signed_in.check_right(Right::EditSurveys)?;
    let made = web::block(move || {
        let _alone = state.manuscripts.hold();
        match ballot_of(&state, &form) {
            Ok((files, ballot)) => {
                Library::write_ballot(&state.config.data, &ballot.key, &files).map_err(PageError::broken)?;
                let leads = address(&ballot.key, "");
                state.shelf.take_in_ballot(ballot);
                Ok::<_, PageError>(Ok(leads))
            }
            Err(problems) => {
                let typed = form.fields().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
                let ticked = form.list("theme").map(str::to_owned).collect();
                page(&state, &signed_in, form.text("from"), typed, ticked, problems).map(Err)
            }
        }
    });
    Ok(match made.await?? {
        Ok(leads) => reply::see(&leads),
        Err(page) => reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page),
    })
}

fn page(
    state: &State,
    signed_in: &SignedIn,
    from: &str,
    typed: Vec<(String, String)>,
    ticked: Vec<String>,
    problems: Vec<String>,
) -> Result<String, PageError> {
    let library = state.library();
    let with_frame = library.consultations().filter(|consultation| consultation.code_frame.is_some());
    let consultations: Vec<(String, String)> =
        with_frame.map(|one| (one.key.clone(), one.default_words().title.clone())).collect();
    let from =
        consultations.iter().map(|(key, _)| key).find(|key| *key == from).or(consultations.first().map(|(key, _)| key));
    let from = from.cloned().unwrap_or_default();
    let frame = library.find_consultation(&from).and_then(|one| one.code_frame.clone());
    let frame = frame.and_then(|key| library.find_code_frame(&key).cloned());
    let themes = frame.iter().flat_map(|frame| &frame.themes);
    let themes = themes.map(|theme| ThemeChoice { key: theme.key.clone(), name: theme.name.clone() }).collect();
    let page = Making { desk: desk(state, signed_in, None)?, consultations, from, themes, typed, ticked, problems };
    Ok(page.render().into_string())
}

/// The ballot that a form describes, or everything to put right.
fn ballot_of(state: &State, form: &Form) -> Result<(BallotFiles, Ballot), Vec<String>> {
    let library = state.library();
    let title = clean(form.text("title"));
    if title.is_empty() {
        return Err(vec!["Give it a title".to_owned()]);
    }
    let key = match clean(form.text("key")) {
        typed if typed.is_empty() => free_key(&key_from(&title), |key| library.find_ballot(key).is_some()),
        typed => typed,
    };
    let begun = library.find_ballot(&key).is_some_and(|ballot| ballot.openness(now()) != Openness::NotYetOpen);
    if !is_key(&key) || begun || library.find_consultation(&key).is_some() {
        return Err(vec!["Give it another short name: this one is taken, or is not one".to_owned()]);
    }
    let consultation = library.find_consultation(form.text("from"));
    let frame = consultation.and_then(|one| library.find_code_frame(one.code_frame.as_deref()?));
    let named = |theme: &str| frame?.themes.iter().find(|one| one.key == theme);
    let mut choices: Vec<(Option<String>, String)> =
        form.list("theme").filter_map(named).map(|theme| (Some(theme.key.clone()), theme.name.clone())).collect();
    choices.extend(form.text("own").lines().map(clean).filter(|line| !line.is_empty()).map(|line| (None, line)));
    if !form.text("blt").trim().is_empty() {
        match Blt::parse(form.text("blt")) {
            Ok(blt) => choices.extend(blt.names.into_iter().map(|name| (None, clean(&name)))),
            Err(problem) => return Err(vec![format!("The .blt file, {problem}")]),
        }
    }
    let geography = consultation.map(|one| one.geography.clone());
    let (file, wording) = written(
        state,
        form,
        &key,
        &title,
        choices,
        geography,
        frame.and(consultation.and_then(|one| one.code_frame.clone())),
    );
    let file = BallotFile { plan: consultation.and_then(|one| one.plan.clone()), ..file };
    let text = |problem: toml::ser::Error| vec![problem.to_string()];
    let files = BallotFiles {
        ballot: ("ballot.toml".to_owned(), toml::to_string_pretty(&file).map_err(text)?),
        wordings: BTreeMap::from([(
            "en".to_owned(),
            ("wording/en.toml".to_owned(), toml::to_string_pretty(&wording).map_err(text)?),
        )]),
    };
    let (ballot, _) = parse(&files)
        .map_err(|findings| findings.iter().map(|one| format!("{}: {}", one.key, one.problem)).collect::<Vec<_>>())?;
    if ballot.openness(now()) != Openness::NotYetOpen {
        return Err(vec!["Let it open later than now, so that everybody can read the method first".to_owned()]);
    }
    let missing = library.missing_of_ballot(&ballot, "ballot.toml");
    if missing.is_empty() { Ok((files, ballot)) } else { Err(missing.iter().map(ToString::to_string).collect()) }
}

/// The files of a ballot, in English.
fn written(
    state: &State,
    form: &Form,
    key: &str,
    title: &str,
    choices: Vec<(Option<String>, String)>,
    geography: Option<String>,
    code_frame: Option<String>,
) -> (BallotFile, BallotWording) {
    let library = state.library();
    let number = |field: &str| form.text(field).trim().parse::<usize>().ok();
    let mut options: BTreeMap<String, OptionWords> = BTreeMap::new();
    let mut candidates = Vec::new();
    for (theme, label) in choices {
        let key = free_key(&key_from(&label), |key| options.contains_key(key));
        options.insert(key.clone(), OptionWords { label, ..Default::default() });
        candidates.push(Candidate { key, source: Source::Ours, note: None, from_theme: theme, withdrawn: false });
    }
    let kind = form.text("kind").to_owned();
    let most = number("most");
    let paper = FormFile {
        at_most: most.filter(|_| matches!(kind.as_str(), "choose" | "rank")),
        budget: most.filter(|_| kind == "points").and_then(|most| u16::try_from(most).ok()),
        kind,
    };
    let age = |field: &str, or: u32| form.text(field).trim().parse().unwrap_or(or);
    let ages = (age("youngest", 11), age("oldest", 18));
    let first_geography = library.named()[0].first().copied().unwrap_or_default().to_owned();
    let perspective =
        Perspective { key: "young-person".to_owned(), edition: Edition::Plain, ages: Some(ages), reading_age: None };
    let file = BallotFile {
        key: key.to_owned(),
        organisation: state.config.organisation.clone(),
        opens: clean(form.text("opens")),
        closes: clean(form.text("closes")),
        geography: geography.unwrap_or(first_geography),
        plan: None,
        code_frame,
        languages: vec!["en".to_owned()],
        ages,
        vouchers: form.text("vouchers") == "yes",
        illustrative: false,
        method: form.text("method").to_owned(),
        seats: number("seats").unwrap_or(0),
        seed: clean(form.text("seed")),
        easy_read: false,
        paper,
        help: library.consultations().next().map(|one| one.help.clone()).unwrap_or_default(),
        perspective: vec![perspective],
        candidate: candidates,
    };
    (file, wording(form, title, options))
}

fn wording(form: &Form, title: &str, options: BTreeMap<String, OptionWords>) -> BallotWording {
    let said = |field: &str, or: &str| match clean(form.text(field)) {
        typed if typed.is_empty() => or.to_owned(),
        typed => typed,
    };
    let consultation = ConsultationWords {
        title: title.to_owned(),
        summary: said("summary", title),
        who_asks: said("who", "Young people who stand for others."),
        why: said("why", "What wins goes to those who decide. They say what they do about it."),
        how_long: "One minute.".to_owned(),
        what_happens: "When voting has ended the votes are counted, and anybody can count them again.".to_owned(),
        undecided: "Nothing is decided before the votes are counted.".to_owned(),
    };
    let perspective = PerspectiveWords {
        name: "Young person".to_owned(),
        plural: "Young people".to_owned(),
        choose: "I am a young person".to_owned(),
        hint: None,
    };
    let paper = QuestionWords { ask: said("ask", "What do you choose?"), hint: None, body: Vec::new(), options };
    BallotWording {
        consultation: Some(consultation),
        perspective: BTreeMap::from([("young-person".to_owned(), perspective)]),
        paper: BTreeMap::from([("any".to_owned(), paper)]),
    }
}
