//! `/officer/c/{consultation}/replies`: what came of a consultation is written, published, and the consultation closed.

use actix_web::web::{self, ServiceConfig, get, post, resource};
use actix_web::{HttpRequest, HttpResponse};
use jiff::civil::Date;

use super::desk::{desk, when};
use super::figures_on_offer::figures_on_offer;
use super::opening::open;
use super::subject::Subject;
use crate::finding::{Finding, Severity};
use crate::pages::Words;
use crate::pages::components::errors::Problem;
use crate::pages::officer::replies::{Listed, Replies, STILL_OPEN};
use crate::pages::officer::reply_entry::{DEED_FIELDS, FIGURE, OfferedGroup, ReplyEntry, TypedEntry};
use crate::plan::Status;
use crate::plan::progress::{Deed, Entry, ForChildren, check_closure, check_entry};
use crate::survey::{Consultation, Openness};
use crate::web::account::SignedIn;
use crate::web::plans::get_whole;
use crate::web::public::tell_those_who_asked;
use crate::web::{Form, PageError, State, reply, today};

/// The most characters of a name and of any other field.
const MOST_IN_A_KEY: usize = 60;
const MOST: usize = 3_000;
/// The name that the form of a new entry has in its address, so that no entry may be called so.
const NEW: &str = "new";
/// Addresses that are no entry's.
const TAKEN: [&str; 3] = [NEW, "publish", "close"];

/// The addresses below `/officer`.
pub fn routes(config: &mut ServiceConfig) {
    config
        .route("/c/{consultation}/replies", get().to(show))
        .route("/c/{consultation}/replies/publish", post().to(publish))
        .route("/c/{consultation}/replies/close", post().to(close))
        .service(resource("/c/{consultation}/replies/{entry}").route(get().to(show_one)).route(post().to(save)))
        .route("/c/{consultation}/replies/{entry}/remove", post().to(remove));
}

type At = web::Path<String>;
type AtEntry = web::Path<(String, String)>;

async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    at: At,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let render =
        |opening: &super::opening::Opening| page(&opening.state, &opening.signed_in, &opening.subject, Vec::new());
    open(state, signed_in, at.into_inner(), &request, render).await
}

fn page(state: &State, signed_in: &SignedIn, subject: &Subject, problems: Vec<Problem>) -> Result<String, PageError> {
    let key = &subject.consultation.key;
    let entries = state.store.list_entries(key)?;
    let published = state.store.find_reply(key)?;
    let is_changed =
        published.as_ref().is_some_and(|known| !known.entries.iter().eq(entries.iter().map(|one| &one.entry)));
    let listed = entries.into_iter().map(|stored| {
        let found = check_entry("", &stored.entry, today());
        let of = |severity: Severity| -> Vec<String> {
            found.iter().filter(|one| one.severity == severity).map(in_words).collect()
        };
        Listed {
            errors: of(Severity::Error),
            warnings: of(Severity::Warning),
            key: stored.entry.key,
            asked: stored.entry.asked,
            said: stored.entry.said,
            saved: (stored.officer, stored.saved_on),
        }
    });
    let page = Replies {
        desk: desk(state, signed_in, Some(subject))?,
        entries: listed.collect(),
        published: published.map(|known| (known.version, known.officer, known.published_on)),
        is_changed,
        closed: state.store.find_closed(key)?.map(|closed| (closed.officer, closed.closed_on)),
        still: still(&subject.consultation),
        problems,
    };
    Ok(page.render().into_string())
}

/// When a consultation takes answers, where it is not over.
fn still(consultation: &Consultation) -> Option<String> {
    (consultation.openness(today()) != Openness::Closed).then(|| when(consultation, today()))
}

/// A finding of an entry as a sentence without its full stop.
fn in_words(finding: &Finding) -> String {
    let part = finding.key.splitn(3, '.').nth(2).unwrap_or_default();
    let name = match part {
        "asked" => "What you asked",
        "said" => "What people said",
        "decided" => "What was decided",
        "deeds" => "What was done",
        "deeds.owner" => "Who answers for what was done",
        "deeds.on" => "When it was done",
        "not_done" => "Why nothing will be done",
        "for_children" => "For children",
        "figures" => "How many said so",
        _ => "The reply",
    };
    format!("{name}: {}", finding.problem)
}

async fn publish(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    at: At,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let see = format!("/officer/c/{}/replies", at.as_str());
    let done = web::block(move || {
        let subject = Subject::get(&state, &at)?;
        let entries: Vec<Entry> =
            state.store.list_entries(&subject.consultation.key)?.into_iter().map(|stored| stored.entry).collect();
        let unfit = entries
            .iter()
            .any(|entry| check_entry("", entry, today()).iter().any(|finding| finding.severity == Severity::Error));
        let problem = match (entries.is_empty(), unfit) {
            (true, _) => Some("Write an entry first"),
            (_, true) => Some("Put right what keeps entries from being published"),
            _ => None,
        };
        if let Some(message) = problem {
            let problems = vec![Problem { field: "main", message: message.to_owned() }];
            return page(&state, &signed_in, &subject, problems).map(Some);
        }
        let key = &subject.consultation.key;
        state.store.publish_reply(key, &entries, &signed_in.user, today())?;
        let about = Words::english().say("said-title");
        tell_those_who_asked(&state, &subject.consultation, about, &format!("/you-said/{key}"))?;
        Ok::<_, PageError>(None)
    });
    Ok(reply::after_form(done.await??.map_or(Ok(see), Err)))
}

async fn close(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    at: At,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let see = format!("/officer/c/{}/replies", at.as_str());
    let done = web::block(move || {
        let subject = Subject::get(&state, &at)?;
        let key = &subject.consultation.key;
        // What people were told is what was published, whatever is being written beside it.
        let told = state.store.find_reply(key)?.map(|reply| reply.entries).unwrap_or_default();
        if let Err(findings) = check_closure("", key, &told, today()) {
            let problem = |finding: &Finding| Problem { field: "main", message: in_words(finding) };
            let mut problems: Vec<Problem> = findings.iter().map(problem).collect();
            problems.dedup();
            return page(&state, &signed_in, &subject, problems).map(Some);
        }
        if let Some(still) = still(&subject.consultation).filter(|_| form.text(STILL_OPEN) != "yes") {
            let message = format!("{still}: wait until it is over, or say that you close it off although it is open");
            return page(&state, &signed_in, &subject, vec![Problem { field: STILL_OPEN, message }]).map(Some);
        }
        state.store.close_consultation(key, &signed_in.user, today())?;
        Ok::<_, PageError>(None)
    });
    Ok(reply::after_form(done.await??.map_or(Ok(see), Err)))
}

async fn remove(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    at: AtEntry,
    form: Form,
) -> Result<HttpResponse, PageError> {
    signed_in.check_form(&form)?;
    let see = format!("/officer/c/{}/replies", at.0);
    web::block(move || state.store.erase_entry(&at.0, &at.1)).await??;
    Ok(reply::see(&see))
}

async fn show_one(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    at: AtEntry,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let (consultation, key) = at.into_inner();
    open(state, signed_in, consultation, &request, move |opening| {
        let (state, subject) = (&opening.state, &opening.subject);
        let offered = figures_on_offer(state, subject)?;
        let typed = match find(state, subject, &key)? {
            Some(entry) => typed_of(&entry, &offered),
            None if key == NEW => TypedEntry::default(),
            None => return Err(PageError::not_found()),
        };
        entry_page(state, &opening.signed_in, subject, key == NEW, typed, offered, Vec::new())
    })
    .await
}

fn find(state: &State, subject: &Subject, key: &str) -> Result<Option<Entry>, PageError> {
    let entries = state.store.list_entries(&subject.consultation.key)?;
    Ok(entries.into_iter().map(|stored| stored.entry).find(|entry| entry.key == key))
}

async fn save(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    at: AtEntry,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let see = format!("/officer/c/{}/replies", at.0);
    let done = web::block(move || {
        let subject = Subject::get(&state, &at.0)?;
        let offered = figures_on_offer(&state, &subject)?;
        let known = find(&state, &subject, &at.1)?;
        if known.is_none() && at.1 != NEW {
            return Err(PageError::not_found());
        }
        let mut typed = read(&form);
        let mut problems = Vec::new();
        if known.is_none() {
            let is_taken = find(&state, &subject, &typed.key)?.is_some() || TAKEN.contains(&typed.key.as_str());
            problems.extend(check_key(&typed.key, is_taken));
        } else {
            typed.key = at.1.clone();
        }
        match entry_of(&subject, &typed, &offered, known.as_ref(), &mut problems) {
            Some(entry) if problems.is_empty() => {
                state.store.save_entry(&entry, &signed_in.user, today())?;
                Ok::<_, PageError>(None)
            }
            _ => entry_page(&state, &signed_in, &subject, known.is_none(), typed, offered, problems).map(Some),
        }
    });
    Ok(reply::after_form(done.await??.map_or(Ok(see), Err)))
}

fn check_key(key: &str, is_taken: bool) -> Option<Problem> {
    let is_plain = !key.is_empty()
        && key.len() <= MOST_IN_A_KEY
        && key.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    let message = match (is_plain, is_taken) {
        (false, _) => "Give it a short name of small letters, digits and hyphens, such as later-buses",
        (true, true) => "Another entry has this name: choose another one",
        (true, false) => return None,
    };
    Some(Problem { field: "key", message: message.to_owned() })
}

fn read(form: &Form) -> TypedEntry {
    let text = |name: &str| form.text(name).trim().to_owned();
    TypedEntry {
        key: text("key"),
        outcome: text("outcome"),
        asked: text("asked"),
        said: text("said"),
        figures: form.list(FIGURE).map(str::to_owned).collect(),
        decided: text("decided"),
        deeds: DEED_FIELDS.iter().map(|names| names.map(text)).collect(),
        not_done: text("not_done"),
        child_asked: text("child_asked"),
        child_said: text("child_said"),
        child_did: text("child_did"),
    }
}

/// The entry that was typed. A figure that is no longer on offer is kept as it was.
fn entry_of(
    subject: &Subject,
    typed: &TypedEntry,
    offered: &[OfferedGroup],
    known: Option<&Entry>,
    problems: &mut Vec<Problem>,
) -> Option<Entry> {
    let long = [
        ("asked", &typed.asked),
        ("said", &typed.said),
        ("decided", &typed.decided),
        ("not_done", &typed.not_done),
        ("child_asked", &typed.child_asked),
        ("child_said", &typed.child_said),
        ("child_did", &typed.child_did),
    ];
    for (field, text) in long {
        if text.chars().count() > MOST {
            problems.push(Problem { field, message: format!("Make it shorter: at most {MOST} characters") });
        }
    }
    let deeds = deeds_of(typed, problems);
    let chosen = offered.iter().flat_map(|group| &group.figures);
    let chosen = chosen.filter(|one| typed.figures.contains(&one.key) && one.figure.shown().is_some());
    let gone = known.iter().flat_map(|entry| &entry.figures);
    let gone = gone.filter(|(label, _)| offered.iter().flat_map(|group| &group.figures).all(|one| one.label != *label));
    let some = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    let child = [&typed.child_asked, &typed.child_said, &typed.child_did];
    let for_children = child.iter().any(|text| !text.is_empty()).then(|| ForChildren {
        asked: typed.child_asked.clone(),
        said: typed.child_said.clone(),
        did: typed.child_did.clone(),
    });
    Some(Entry {
        key: typed.key.clone(),
        consultation: subject.consultation.key.clone(),
        outcome: some(&typed.outcome),
        asked: typed.asked.clone(),
        said: typed.said.clone(),
        figures: chosen.map(|one| (one.label.clone(), one.figure)).chain(gone.cloned()).collect(),
        decided: typed.decided.clone(),
        deeds,
        not_done: some(&typed.not_done),
        for_children,
    })
}

/// What was done, of those that say anything.
fn deeds_of(typed: &TypedEntry, problems: &mut Vec<Problem>) -> Vec<Deed> {
    let mut deeds = Vec::new();
    for (names, [says, owner, on, status]) in DEED_FIELDS.iter().zip(&typed.deeds) {
        if [says, owner, on, status].iter().all(|text| text.is_empty()) {
            continue;
        }
        let day: Option<Date> = on.parse().ok();
        if day.is_none() && !on.is_empty() {
            problems.push(Problem { field: names[2], message: "Write the day as 2026-11-26".to_owned() });
        }
        if says.chars().count() + owner.chars().count() > MOST {
            problems.push(Problem { field: names[0], message: format!("Make it shorter: at most {MOST} characters") });
        }
        let Some(status) = Status::parse(status) else {
            problems.push(Problem { field: names[3], message: "Choose how far it has got".to_owned() });
            continue;
        };
        deeds.push(Deed { says: says.clone(), owner: owner.clone(), on: day, status });
    }
    deeds
}

fn typed_of(entry: &Entry, offered: &[OfferedGroup]) -> TypedEntry {
    let is_chosen = |label: &str| entry.figures.iter().any(|(known, _)| known == label);
    let chosen = offered.iter().flat_map(|group| &group.figures).filter(|one| is_chosen(&one.label));
    let deed = |deed: &Deed| {
        let on = deed.on.map(|on| on.to_string()).unwrap_or_default();
        [deed.says.clone(), deed.owner.clone(), on, deed.status.as_str().to_owned()]
    };
    let child = entry.for_children.clone().unwrap_or_default();
    TypedEntry {
        key: entry.key.clone(),
        outcome: entry.outcome.clone().unwrap_or_default(),
        asked: entry.asked.clone(),
        said: entry.said.clone(),
        figures: chosen.map(|one| one.key.clone()).collect(),
        decided: entry.decided.clone(),
        deeds: entry.deeds.iter().map(deed).collect(),
        not_done: entry.not_done.clone().unwrap_or_default(),
        child_asked: child.asked,
        child_said: child.said,
        child_did: child.did,
    }
}

fn entry_page(
    state: &State,
    signed_in: &SignedIn,
    subject: &Subject,
    is_new: bool,
    typed: TypedEntry,
    offered: Vec<OfferedGroup>,
    problems: Vec<Problem>,
) -> Result<String, PageError> {
    let plan = subject.consultation.plan.as_deref().and_then(|plan| get_whole(state, plan).ok());
    let outcomes = plan.map(|plan| plan.outcomes).unwrap_or_default();
    let page = ReplyEntry {
        desk: desk(state, signed_in, Some(subject))?,
        is_new,
        typed,
        outcomes: outcomes.into_iter().map(|outcome| (outcome.key, outcome.title)).collect(),
        offered,
        problems,
    };
    Ok(page.render().into_string())
}
