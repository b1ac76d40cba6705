//! `/officer/plans/{plan}/publish`: the next version of a plan on its way through writing, review and sign-off.

use actix_web::{HttpResponse, web};
use jiff::civil::Date;
use sha2::{Digest, Sha256};

use super::desk::desk;
use super::evidence::plans::find_subject;
use crate::finding::Finding;
use crate::pages::Words;
use crate::pages::components::errors::Problem;
use crate::pages::officer::publishing::{Publishing, Step, TypedDraft, Version};
use crate::pages::public::Front;
use crate::pages::public::plan_version::PlanVersion;
use crate::plan::Plan;
use crate::plan::progress::{Draft, Publication};
use crate::plan::published::{Published, changes};
use crate::store::{PlanComment, PlanDraft, PlanStage, PlanStep};
use crate::web::account::SignedIn;
use crate::web::plans::{get_whole, is_illustrative, links, name_places, propose_now, weighed};
use crate::web::{Form, PageError, State, reply, today};

/// The most characters of what is undecided, of a comment, and of a name with a role.
const MOST_UNDECIDED: usize = 2_000;
const MOST_IN_A_COMMENT: usize = 5_000;
const MOST_IN_A_NAME: usize = 200;

/// What a form asks for, tried: where to go next, or the fields that are wrong with what was typed.
enum Tried {
    See,
    Wrong(Vec<Problem>, Option<TypedDraft>),
}

/// Shows where the next version stands.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    at: web::Path<String>,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || page(&state, &signed_in, &at, Vec::new(), None));
    Ok(reply::page(page.await??))
}

/// Shows what will be published, as it will look.
pub async fn preview(state: web::Data<State>, at: web::Path<String>) -> Result<HttpResponse, PageError> {
    let page = web::block(move || {
        let plan = get_whole(&state, &at)?;
        let draft = state.store.find_plan_draft(&plan.key)?;
        let mut document = match draft.as_ref().and_then(|draft| draft.document.clone()) {
            Some(document) => document,
            None => proposal(&state, plan, draft.as_ref())?,
        };
        name_places(&state.library(), &mut document);
        let illustrative = is_illustrative(&state, &document)?;
        let front = Front { words: Words::english(), languages: &[], organisation: &state.config.organisation };
        let page = PlanVersion { front, version: &document, changes: &[], newest: None, illustrative };
        Ok::<_, PageError>(page.render().into_string())
    });
    Ok(reply::page(page.await??))
}

/// Takes the step that the form asks for.
pub async fn take(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    at: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let see = format!("/officer/plans/{}/publish", at.as_str());
    let done = web::block(move || {
        let plan = get_whole(&state, &at)?;
        match step(&state, &signed_in, &plan, &form)? {
            Tried::See => Ok::<_, PageError>(None),
            Tried::Wrong(problems, typed) => page(&state, &signed_in, &at, problems, typed).map(Some),
        }
    });
    Ok(reply::after_form(done.await??.map_or(Ok(see), Err)))
}

fn step(state: &State, signed_in: &SignedIn, plan: &Plan, form: &Form) -> Result<Tried, PageError> {
    let (store, officer) = (&state.store, signed_in.user.as_str());
    let known = store.find_plan_draft(&plan.key)?;
    Ok(match form.text("step") {
        "save" => return save(state, officer, plan, form),
        "back" => {
            let draft = known.map(|known| Draft { signed_off: None, ..known.draft }).unwrap_or_default();
            store.save_plan_draft(&plan.key, &draft, officer, today())?;
            Tried::See
        }
        "review" => {
            let document = proposal(state, plan.clone(), known.as_ref())?;
            if lacks(&document).is_empty() {
                // A version that nobody has written on yet is sent as the one before left it, and so is begun here.
                if known.is_none() {
                    store.save_plan_draft(&plan.key, &document.draft, officer, today())?;
                }
                match store.send_plan_for_review(&plan.key, &document, officer, today())? {
                    PlanStep::Taken => Tried::See,
                    _ => changed(),
                }
            } else {
                wrong("lacks", "Put right what keeps it from being published, then send it for review")
            }
        }
        "comment" => comment(state, officer, plan, form)?,
        "sign" => sign(state, officer, plan, form, known)?,
        "publish" => {
            // What is missing was asked as it was frozen; the signature came after, so everything is asked again.
            let document = known.and_then(|known| known.document).ok_or_else(PageError::unreadable_form)?;
            let (links, draft) = (links(&document), document.draft.clone());
            match Publication::new("", &document.plan, draft, &weighed(&document, &links)) {
                Ok(_) => match store.publish_plan(&plan.key, officer, today())? {
                    Some(_) => Tried::See,
                    None => changed(),
                },
                Err(_) => changed(),
            }
        }
        _ => return Err(PageError::unreadable_form()),
    })
}

fn wrong(field: &'static str, message: &str) -> Tried {
    Tried::Wrong(vec![Problem { field, message: message.to_owned() }], None)
}

/// Somebody else took a step at the same time.
fn changed() -> Tried {
    wrong("versions", "Somebody else has changed it meanwhile: read it again and decide anew")
}

fn comment(state: &State, officer: &str, plan: &Plan, form: &Form) -> Result<Tried, PageError> {
    let says = form.text("says").trim().to_owned();
    if says.is_empty() {
        return Ok(wrong("says", "Write what you want to say"));
    }
    if says.chars().count() > MOST_IN_A_COMMENT {
        return Ok(wrong("says", "Make it shorter: at most 5,000 characters"));
    }
    let comment = PlanComment { officer: officer.to_owned(), says, said_on: today() };
    state.store.save_plan_comment(&plan.key, &comment)?;
    Ok(Tried::See)
}

fn sign(state: &State, officer: &str, plan: &Plan, form: &Form, known: Option<PlanDraft>) -> Result<Tried, PageError> {
    let by = form.text("by").trim().to_owned();
    let Some(document) = known.and_then(|known| known.document) else { return Ok(changed()) };
    if by.is_empty() || by.chars().count() > MOST_IN_A_NAME {
        return Ok(wrong("by", "Write your name and role, in at most 200 characters"));
    }
    if form.text("digest") != digest(&document) {
        return Ok(changed());
    }
    Ok(match state.store.sign_plan_off(&plan.key, &document, officer, (by, today()))? {
        PlanStep::Taken => Tried::See,
        PlanStep::OwnWork => wrong("sign", "You wrote this version: somebody else must sign it off"),
        PlanStep::Changed => changed(),
    })
}

fn save(state: &State, officer: &str, plan: &Plan, form: &Form) -> Result<Tried, PageError> {
    let text = |name: &str| form.text(name).trim().to_owned();
    let typed = TypedDraft {
        opened: text("opened"),
        closed: text("closed"),
        decides_on: text("decides_on"),
        undecided: text("undecided"),
    };
    let mut problems = Vec::new();
    let mut day = |field, text: &str| -> Option<Date> {
        let read = text.parse().ok();
        if read.is_none() && !text.is_empty() {
            problems.push(Problem { field, message: "Write the day as 2026-11-26".to_owned() });
        }
        read
    };
    let draft = Draft {
        opened: day("opened", &typed.opened),
        closed: day("closed", &typed.closed),
        decides_on: day("decides_on", &typed.decides_on),
        undecided: typed.undecided.clone(),
        signed_off: None,
    };
    if typed.undecided.chars().count() > MOST_UNDECIDED {
        problems.push(Problem { field: "undecided", message: "Make it shorter: at most 2,000 characters".to_owned() });
    }
    if !problems.is_empty() {
        return Ok(Tried::Wrong(problems, Some(typed)));
    }
    state.store.save_plan_draft(&plan.key, &draft, officer, today())?;
    Ok(Tried::See)
}

/// What would be published as things stand now.
fn proposal(state: &State, plan: Plan, known: Option<&PlanDraft>) -> Result<Published, PageError> {
    let draft = match known {
        Some(known) => known.draft.clone(),
        None => begun(state, &plan)?,
    };
    propose_now(state, plan, draft)
}

/// What a new version begins with: what the one before said, or the days of the consultation that feeds the plan.
fn begun(state: &State, plan: &Plan) -> Result<Draft, PageError> {
    if let Some(before) = state.store.find_plan_version(&plan.key, None)? {
        return Ok(Draft { signed_off: None, ..before.draft });
    }
    let subject = find_subject(state, plan);
    let days = subject.map(|subject| (subject.consultation.opens, subject.consultation.closes));
    Ok(Draft { opened: days.map(|days| days.0), closed: days.map(|days| days.1), ..Draft::default() })
}

/// What keeps a version from being published, but for the signature that comes last.
fn lacks(document: &Published) -> Vec<Finding> {
    let links = links(document);
    let found = Publication::new("", &document.plan, document.draft.clone(), &weighed(document, &links));
    found.err().unwrap_or_default().into_iter().filter(|finding| finding.key != "signed_off").collect()
}

/// What stands for a document in a form, so that nobody signs what they have not seen.
fn digest(document: &Published) -> String {
    let text = serde_json::to_vec(document).unwrap_or_default();
    Sha256::digest(text).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

fn page(
    state: &State,
    signed_in: &SignedIn,
    key: &str,
    problems: Vec<Problem>,
    typed: Option<TypedDraft>,
) -> Result<String, PageError> {
    let plan = get_whole(state, key)?;
    let known = state.store.find_plan_draft(&plan.key)?;
    let document = match known.as_ref().and_then(|known| known.document.clone()) {
        Some(document) => document,
        None => proposal(state, plan.clone(), known.as_ref())?,
    };
    let versions = versions(state, &plan.key)?;
    let newest = state.store.find_plan_version(&plan.key, None)?;
    let next = versions.first().map_or(0, |version| version.number) + 1;
    let comments = state.store.list_plan_comments(&plan.key, next)?;
    let text = |day: Option<Date>| day.map(|day| day.to_string()).unwrap_or_default();
    let draft = &document.draft;
    let as_kept = || TypedDraft {
        opened: text(draft.opened),
        closed: text(draft.closed),
        decides_on: text(draft.decides_on),
        undecided: draft.undecided.clone(),
    };
    let district = written_at(state, &plan)?;
    let page = Publishing {
        desk: desk(state, signed_in, find_subject(state, &plan).as_ref())?,
        plan: plan.key.clone(),
        title: plan.title.clone(),
        step: match known.as_ref().map(|known| known.stage) {
            Some(PlanStage::Review) => Step::Review,
            Some(PlanStage::SignedOff) => Step::SignedOff,
            _ => Step::Writing,
        },
        typed: typed.unwrap_or_else(as_kept),
        missing: lacks(&document).iter().map(|finding| lack(&document, finding, district.as_deref())).collect(),
        changes: newest.map(|newest| changes(&newest, &document)).unwrap_or_default(),
        comments: comments.into_iter().map(|one| (one.said_on, one.officer, one.says)).collect(),
        own_work: known.as_ref().is_some_and(|known| known.writers.contains(&signed_in.user)),
        signed_off: draft.signed_off.clone(),
        digest: digest(&document),
        versions,
        problems,
    };
    Ok(page.render().into_string())
}

/// Where a plan that a district wrote in Heard is changed; none for one that is a file.
fn written_at(state: &State, plan: &Plan) -> Result<Option<String>, PageError> {
    let written = state.store.find_local_plan(&plan.key)?;
    Ok(written.map(|written| format!("/officer/plans/{}/local/{}", written.county, written.district)))
}

/// What is missing as a sentence, and where it is put right; `district` is [`written_at`].
fn lack(document: &Published, finding: &Finding, district: Option<&str>) -> (String, String) {
    let outcome = finding.key.strip_prefix("outcome.").and_then(|rest| rest.strip_suffix(".evidence"));
    let key = &document.plan.key;
    match outcome.and_then(|outcome| document.plan.find_outcome(outcome)) {
        Some(outcome) => (
            format!("“{}”: {}.", outcome.title, finding.problem),
            format!("/officer/plans/{key}/outcomes/{}/evidence", outcome.key),
        ),
        None => {
            let field = matches!(finding.key.as_str(), "opened" | "closed" | "decides_on" | "undecided");
            let name = match finding.key.as_str() {
                "opened" => "First day",
                "closed" => "Last day",
                "decides_on" => "Decision",
                "undecided" => "The statement",
                "starts" | "ends" if district.is_none() => "The plan’s file",
                _ => "The plan",
            };
            let link = match district {
                _ if field => format!("#{}", finding.key),
                Some(district) if finding.key == "outcome" => format!("{district}/outcomes"),
                Some(district) => format!("{district}#{}", finding.key),
                None => String::new(),
            };
            (format!("{name}: {}.", finding.problem), link)
        }
    }
}

/// The published versions, the newest first, each with what it changed.
fn versions(state: &State, plan: &str) -> Result<Vec<Version>, PageError> {
    let mut versions = Vec::new();
    for known in state.store.list_plan_versions(plan)? {
        let this = state.store.find_plan_version(plan, Some(known.version))?;
        let before = state.store.find_plan_version(plan, Some(known.version - 1))?;
        let changes = before.zip(this).map(|(before, this)| changes(&before, &this)).unwrap_or_default();
        versions.push(Version { number: known.version, on: known.published_on, officer: known.officer, changes });
    }
    Ok(versions)
}
