//! `/campaigns/{campaign}/team`: what is to be done, and the calendar.

use actix_web::http::StatusCode;
use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use actix_web::{HttpRequest, HttpResponse, web};
use jiff::civil::{Date, Time};

use super::drive::{Drive, desk};
use super::places::personal;
use crate::campaign::{Task, TaskKind, calendar as file_of};
use crate::pages::campaign::team::{Entry, Team, Typed};
use crate::pages::components::errors::Problem;
use crate::web::account::SignedIn;
use crate::web::{Form, PageError, State, address, reply, today};

/// The most tasks and events of a campaign.
const MOST: usize = 300;
/// The most characters of what is to be done, and of who and where.
const MOST_WHAT: usize = 120;
const MOST_WHO: usize = 60;

/// Shows the list; what to add may be said in the address.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let asked = Form::parse(request.query_string()).unwrap_or_default();
    let what: String = asked.text("what").chars().take(MOST_WHO).collect();
    let what = if what.is_empty() { what } else { format!("Find people: {what}") };
    let typed = Typed { what, on: today().to_string(), ..Typed::default() };
    let page = web::block(move || page(&state, &signed_in, &key, typed, Vec::new()));
    Ok(reply::page(page.await??))
}

/// Adds a task or an event.
pub async fn add(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let done = web::block(move || {
        let drive = Drive::get(&state, &key)?;
        let mut problems = Vec::new();
        let task = read(&form, &mut problems);
        problems.extend(task.as_ref().and_then(|task| personal("who", &task.who, signed_in.role)));
        if state.store.list_tasks(&key, MOST)?.len() >= MOST {
            problems.push(Problem { field: "what", message: format!("A campaign has at most {MOST} entries") });
        }
        let Some(task) = task.filter(|_| problems.is_empty()) else {
            return page(&state, &signed_in, &key, typed(&form), problems).map(Err);
        };
        state.store.save_tasks(&drive.campaign.key, &[task])?;
        Ok::<_, PageError>(Ok(format!("/campaigns/{key}/team")))
    });
    Ok(reply::after_form(done.await??))
}

/// Says who does a task, that it is done, or takes it away.
pub async fn change(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    path: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let (key, task) = path.into_inner();
    let id = i64::from_str_radix(&task, 16).map_err(|_| PageError::not_found())?;
    let address = format!("/campaigns/{key}/team");
    let changed = web::block(move || {
        let who: String = form.text("who").trim().chars().filter(|c| !c.is_control()).take(MOST_WHO).collect();
        // Whoever takes an entry away or only says that it is done leaves nothing new to be found by.
        let known = state.store.list_tasks(&key, MOST)?.into_iter().find(|task| task.id == id);
        let is_new = known.as_ref().is_some_and(|known| known.who != who) && form.text("do") != "erase";
        if let Some(problem) = personal("list", &who, signed_in.role).filter(|_| is_new) {
            let typed = Typed { on: today().to_string(), ..Typed::default() };
            return page(&state, &signed_in, &key, typed, vec![problem]).map(Err);
        }
        let Some(known) = known else { return Ok(Ok(false)) };
        let changed = match form.text("do") {
            "erase" => state.store.erase_task(&key, id),
            "done" => state.store.change_task(&key, id, &who, true),
            "again" => state.store.change_task(&key, id, &who, false),
            _ => state.store.change_task(&key, id, &who, known.done),
        };
        Ok::<_, PageError>(Ok(changed?))
    });
    match changed.await?? {
        Ok(true) => Ok(reply::see(&address)),
        Ok(false) => Err(PageError::not_found().with_link(&address, "Back to the list")),
        Err(page) => Ok(reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page)),
    }
}

/// The calendar as a file.
pub async fn calendar(
    state: web::Data<State>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let website = address::website(&state, &request);
    let file = web::block(move || {
        let drive = Drive::get(&state, &key)?;
        let tasks = state.store.list_tasks(&key, MOST)?;
        let stamp = jiff::Timestamp::now().strftime("%Y%m%dT%H%M%SZ").to_string();
        Ok::<_, PageError>(file_of(&drive.campaign.name, &website, &stamp, &tasks))
    });
    let file = file.await??;
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/calendar; charset=utf-8"))
        .insert_header((CONTENT_DISPOSITION, "attachment; filename=\"campaign.ics\""))
        .body(file))
}

fn typed(form: &Form) -> Typed {
    let text = |field: &str| form.text(field).chars().take(500).collect::<String>();
    Typed {
        event: form.text("kind") == TaskKind::Event.as_str(),
        what: text("what"),
        who: text("who"),
        place: text("place"),
        on: text("on"),
        begins: text("begins"),
    }
}

fn read(form: &Form, problems: &mut Vec<Problem>) -> Option<Task> {
    let mut wrong = |field, message: String| problems.push(Problem { field, message });
    let line = |field: &str| form.text(field).split_whitespace().collect::<Vec<_>>().join(" ");
    let (what, who, place) = (line("what"), line("who"), line("place"));
    match what.chars().count() {
        0 => wrong("what", "Write what is to be done or what happens".into()),
        many if many > MOST_WHAT => wrong("what", format!("Make it shorter: at most {MOST_WHAT} characters")),
        _ => {}
    }
    for (field, text) in [("who", &who), ("place", &place)] {
        if text.chars().count() > MOST_WHO {
            wrong(field, format!("Make it shorter: at most {MOST_WHO} characters"));
        }
    }
    let on: Option<Date> = form.text("on").trim().parse().ok();
    if on.is_none() {
        wrong("on", "Write the day, for example 2026-12-01".into());
    }
    let typed = form.text("begins").trim();
    let begins: Option<Time> = typed.parse().ok();
    if !typed.is_empty() && begins.is_none() {
        wrong("begins", "Write the time like 16:30, or leave it empty".into());
    }
    let event = form.text("kind") == TaskKind::Event.as_str();
    let kind = if event { TaskKind::Event } else { TaskKind::Task };
    let (place, begins) = if event { (place, begins) } else { (String::new(), None) };
    Some(Task { id: 0, kind, what, who, place, on: on?, begins, done: false })
}

fn page(
    state: &State,
    signed_in: &SignedIn,
    key: &str,
    typed: Typed,
    problems: Vec<Problem>,
) -> Result<String, PageError> {
    let drive = Drive::get(state, key)?;
    let today = today();
    let entry = |task: Task| {
        let day = task.on.strftime("%A %-d %B").to_string();
        let by = if task.kind == TaskKind::Task { "By " } else { "" };
        let time = task.begins.map(|time| format!(", {}", time.strftime("%H:%M"))).unwrap_or_default();
        Entry {
            id: format!("{:x}", task.id),
            kind: task.kind,
            what: task.what,
            who: task.who,
            place: task.place,
            when: format!("{by}{day}{time}"),
            done: task.done,
            late: !task.done && task.on < today,
        }
    };
    let entries = state.store.list_tasks(key, MOST)?.into_iter().map(entry).collect();
    Ok(Team { desk: desk(state, signed_in, Some(&drive))?, entries, typed, problems }.render().into_string())
}
