//! `/campaigns/new`: a template, then the campaign.

use actix_web::http::StatusCode;
use actix_web::{HttpRequest, HttpResponse, web};
use jiff::ToSpan;
use jiff::civil::Date;

use super::drive::{Asked, Drive, desk, people};
use super::places::personal;
use crate::campaign::{About, Campaign, Colour, PALETTE, ShortWord, Target, Task, Template, parted};
use crate::library::Library;
use crate::pages::campaign::begin::{Begin, Choose, Subject, Typed};
use crate::pages::components::errors::Problem;
use crate::pages::figures::numbers::grouped;
use crate::store::{Role, Store};
use crate::survey::{NameProblem, read_name};
use crate::web::account::SignedIn;
use crate::web::account::rights::{Right, may};
use crate::web::{Form, PageError, State, reply, today};

/// Words that an address under `/campaigns` has already.
const TAKEN: [&str; 2] = ["ballots", "new"];
/// The most people that anybody can hope for.
pub(super) const MOST_PEOPLE: u32 = 10_000_000;
/// The longest that a campaign lasts, in days.
const MOST_DAYS: i32 = 400;

/// What is read of a form, as far as it can be.
pub(super) struct Read {
    pub name: String,
    pub team: String,
    pub starts: Date,
    pub ends: Date,
    /// Nothing where it was left empty.
    pub target: Option<u32>,
    pub colour: Colour,
}

/// Shows the templates, or the form of one.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let asked = Form::parse(request.query_string()).unwrap_or_default();
    let Some(template) = Template::find(asked.text("template")) else {
        let page = Choose { desk: desk(&state, &signed_in, None)? };
        return Ok(reply::page(page.render().into_string()));
    };
    let starts = today();
    let subjects = subjects(&state);
    let typed = Typed {
        // Where there are several, whoever begins says which: one that was chosen for them would be the wrong one unseen.
        about: if let [only] = subjects.as_slice() { only.value.clone() } else { String::new() },
        starts: starts.to_string(),
        ends: starts.saturating_add((template.days - 1).days()).to_string(),
        colour: PALETTE[0].1.to_text(),
        ..Typed::default()
    };
    let page = Begin { desk: desk(&state, &signed_in, None)?, template, subjects, typed, problems: Vec::new() };
    Ok(reply::page(page.render().into_string()))
}

/// Starts a campaign, with its calendar and its targets.
pub async fn save(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    request: HttpRequest,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let asked = Form::parse(request.query_string()).unwrap_or_default();
    let template = Template::find(asked.text("template")).ok_or_else(PageError::not_found)?;
    let about = form.text("about").split_once(':').and_then(|(kind, key)| About::parse(kind, key));
    let subject = about.and_then(|about| Asked::find(&state.library(), &about).map(|asked| (about, asked)));
    let mut problems = Vec::new();
    if subject.is_none() {
        problems.push(Problem { field: "about", message: "Choose what people should take part in".to_owned() });
    }
    let read = read(&form, &mut problems);
    if let Some(read) = &read {
        problems.extend(too_early(read.starts, None, signed_in.role, today()));
        problems.extend(personal("team", &read.team, signed_in.role));
        problems.extend(subject.as_ref().and_then(|(_, asked)| too_late(read.ends, asked)));
    }
    let (Some((about, asked)), Some(read), true) = (subject, read, problems.is_empty()) else {
        let (subjects, typed) = (subjects(&state), typed(&form));
        let page = Begin { desk: desk(&state, &signed_in, None)?, template, subjects, typed, problems };
        return Ok(reply::page_with(StatusCode::UNPROCESSABLE_ENTITY, page.render().into_string()));
    };
    let key = web::block(move || start(&state, template, about, &asked, read)).await??;
    Ok(reply::see(&format!("/campaigns/{key}/posts/page")))
}

/// Keeps a new campaign under a key that nobody has, with what its template brings.
fn start(state: &State, template: &Template, about: About, asked: &Asked, read: Read) -> Result<String, PageError> {
    let mut campaign = Campaign {
        key: String::new(),
        about,
        template: template.key.to_owned(),
        name: read.name,
        team: read.team,
        colour: read.colour,
        languages: asked.languages(),
        target: read.target.unwrap_or_default(),
        starts: read.starts,
        ends: read.ends,
    };
    for again in 0..1_000 {
        let word = ShortWord::of_name(&campaign.name, again).or_else(|| ShortWord::of_name("campaign", again));
        let Some(word) = word.filter(|word| !TAKEN.contains(&word.as_str())) else { continue };
        campaign.key = word.as_str().to_owned();
        if keep(&state.store, &state.library(), campaign.clone(), today())? {
            return Ok(campaign.key);
        }
    }
    Err(PageError::busy())
}

/// Keeps a campaign with the targets and the calendar that its template brings; a target of 0 is worked out from how many
/// people it is for. Nothing in the calendar is before `today`. Says no where its key is taken, and then keeps nothing.
///
/// # Errors
/// When the database fails, or the template or what it is about is not there.
pub fn keep(store: &Store, library: &Library, campaign: Campaign, today: Date) -> Result<bool, PageError> {
    let gone = || PageError::broken("what a campaign is about is not there");
    let template = Template::find(&campaign.template).ok_or_else(gone)?;
    let mut drive = Drive::of(library, campaign).ok_or_else(gone)?;
    if drive.campaign.target == 0 {
        let target = template.target_of(people(&drive.asked, &drive.geography).unwrap_or(0));
        drive.campaign.target = u32::try_from(target).unwrap_or(MOST_PEOPLE);
    }
    let campaign = &drive.campaign;
    if !store.save_campaign(campaign)? {
        return Ok(false);
    }
    store.change_campaign(campaign, &targets(&drive, template))?;
    store.save_tasks(&campaign.key, &tasks(&drive, template, today))?;
    Ok(true)
}

fn targets(drive: &Drive, template: &Template) -> Vec<Target> {
    let mut targets = Vec::new();
    for ways in template.ways {
        let groups = drive.groups(*ways);
        let sizes: Vec<u64> = groups.iter().map(|group| group.people.unwrap_or(0)).collect();
        // Nothing is hoped for of groups whose number nobody knows until the team says so.
        for (group, part) in groups.iter().zip(parted(u64::from(drive.campaign.target), &sizes)) {
            if let (true, Ok(target)) = (part > 0, u32::try_from(part)) {
                targets.push(Target { ways: *ways, group: group.key.clone(), target });
            }
        }
    }
    targets
}

fn tasks(drive: &Drive, template: &Template, today: Date) -> Vec<Task> {
    // Voting opens and closes when the ballot says so, whenever its campaign runs.
    let (first, last) = match &drive.asked {
        Asked::Ballot(ballot) => (ballot.opens.date(), ballot.closes.date()),
        Asked::Consultation(_) => (drive.campaign.starts, drive.last_day()),
    };
    let task = |(on, wish): (Date, &crate::campaign::Wish)| Task {
        id: 0,
        kind: wish.kind,
        what: wish.what.to_owned(),
        who: String::new(),
        place: String::new(),
        on,
        begins: None,
        done: false,
    };
    template.schedule(first, last, today).into_iter().map(task).collect()
}

/// What is wrong with a first day that somebody of this role chose, where `now` is the one it was. What has been counted
/// stays counted from the same day: whoever could move it would see who answered on one day, and on the next. Officers
/// may, who read answers anyway.
pub(super) fn too_early(chosen: Date, now: Option<Date>, role: Role, today: Date) -> Option<Problem> {
    if may(role, Right::ChangeApproved) || now == Some(chosen) {
        return None;
    }
    let message = match now {
        Some(now) if now <= today => "The campaign has begun, so its first day stays. An officer can change it",
        _ if chosen < today => "Choose a first day that is not before today: a campaign counts from its first day on",
        _ => return None,
    };
    Some(Problem { field: "starts", message: message.to_owned() })
}

/// What is wrong with a last day on which nobody can take part any more.
pub(super) fn too_late(chosen: Date, asked: &Asked) -> Option<Problem> {
    let closes = asked.closes();
    let message = format!(
        "Choose {} as the last day, or a day before it: “{}” closes then, and nobody can take part afterwards",
        closes.strftime("%-d %B %Y"),
        asked.title(),
    );
    (chosen > closes).then_some(Problem { field: "ends", message })
}

/// What can be campaigned for: everything that has not closed.
fn subjects(state: &State) -> Vec<Subject> {
    let (library, today) = (state.library(), today());
    let abouts = library.consultations().map(|one| About::Consultation(one.key.clone()));
    let abouts: Vec<About> = abouts.chain(library.ballots().map(|one| About::Ballot(one.key.clone()))).collect();
    let subject = |about: About| {
        let asked = Asked::find(&library, &about).filter(|asked| asked.closes() >= today)?;
        let (kind, key) = about.parts();
        let until = asked.closes().strftime("%-d %B %Y");
        let when = match kind {
            "ballot" => format!("A ballot. Closes on {until}"),
            _ => format!("Closes on {until}"),
        };
        Some(Subject { value: format!("{kind}:{key}"), title: asked.title(), when })
    };
    abouts.into_iter().filter_map(subject).collect()
}

/// What a form has in its fields, to be shown again.
pub(super) fn typed(form: &Form) -> Typed {
    let text = |field: &str| form.text(field).chars().take(500).collect::<String>();
    Typed {
        about: text("about"),
        name: text("name"),
        team: text("team"),
        starts: text("starts"),
        ends: text("ends"),
        target: text("target"),
        colour: text("colour"),
        own_colour: text("own_colour"),
    }
}

/// Reads a form, and says what is wrong with it.
pub(super) fn read(form: &Form, problems: &mut Vec<Problem>) -> Option<Read> {
    let mut wrong = |field: &'static str, message: &str| {
        problems.push(Problem { field, message: message.to_owned() });
        None::<()>
    };
    let mut name = |field: &'static str, what: &str| match read_name(form.text(field)) {
        Ok(name) => Some(name),
        Err(NameProblem::Missing) => wrong(field, &format!("Write {what}")).map(|()| String::new()),
        Err(NameProblem::TooLong) => {
            wrong(field, &format!("Make {what} shorter: at most 60 characters")).map(|()| String::new())
        }
    };
    let (called, team) = (name("name", "what the campaign is called"), name("team", "who runs it"));
    let mut day = |field: &'static str, what: &str| match form.text(field).trim().parse::<Date>() {
        Ok(day) if (2000..=2200).contains(&day.year()) => Some(day),
        _ => wrong(field, &format!("Write {what} as a day, for example 2026-12-01")).map(|()| Date::ZERO),
    };
    let (starts, ends) = (day("starts", "the first day"), day("ends", "the last day"));
    if let (Some(starts), Some(ends)) = (starts, ends)
        && !(0..=MOST_DAYS).contains(&(ends - starts).get_days())
    {
        wrong("ends", "Choose a last day that is not before the first, and within a year of it");
    }
    let typed: String = form.text("target").trim().replace([',', ' '], "");
    let target = match typed.parse::<u32>() {
        _ if typed.is_empty() => None,
        Ok(target) if (1..=MOST_PEOPLE).contains(&target) => Some(target),
        _ => {
            let most = grouped(u64::from(MOST_PEOPLE));
            wrong("target", &format!("Write how many people as a number from 1 to {most}, for example 600")).map(|()| 0)
        }
    };
    let own = form.text("own_colour").trim();
    let chosen = if own.is_empty() { form.text("colour") } else { own };
    let colour = match Colour::parse(chosen) {
        Some(colour) if colour.is_readable() => Some(colour),
        Some(_) => {
            wrong("own_colour", "Choose a darker colour: white words cannot be read on this one").map(|()| PALETTE[0].1)
        }
        None => wrong("own_colour", "Write the colour like #0b5c74, or leave it empty and choose one above")
            .map(|()| PALETTE[0].1),
    };
    Some(Read { name: called?, team: team?, starts: starts?, ends: ends?, target, colour: colour? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_of(fields: &str) -> (bool, Vec<&'static str>) {
        let mut problems = Vec::new();
        let read = read(&Form::parse(fields).unwrap(), &mut problems);
        (read.is_some(), problems.iter().map(|problem| problem.field).collect())
    }

    #[test]
    fn a_member_moves_no_first_day_that_is_over() {
        let (today, day) = (jiff::civil::date(2026, 11, 26), |day| jiff::civil::date(2026, 11, day));
        let wrong = |chosen, now, role| too_early(day(chosen), now, role, today).is_some();
        assert!(wrong(25, None, Role::Member) && !wrong(26, None, Role::Member) && !wrong(1, None, Role::Officer));
        assert!(wrong(27, Some(day(26)), Role::Member) && wrong(3, Some(day(2)), Role::Member));
        assert!(!wrong(2, Some(day(2)), Role::Member) && !wrong(29, Some(day(28)), Role::Member));
        assert!(wrong(25, Some(day(28)), Role::Member) && !wrong(25, Some(day(20)), Role::Officer));
    }

    #[test]
    fn what_is_wrong_is_found_all_at_once() {
        let good = "name=A&team=B&starts=2026-11-01&ends=2026-11-14&target=1,200&colour=%235a1d5c";
        assert_eq!(read_of(good), (true, vec![]));
        let fields = read_of("starts=2026-11-40&ends=&target=many&own_colour=%23ffff00").1;
        assert_eq!(fields, ["name", "team", "starts", "ends", "target", "own_colour"]);
        let mut problems = Vec::new();
        read(&Form::parse(&good.replace("1,200", "20,000,000")).unwrap(), &mut problems);
        assert!(problems[0].message.contains("from 1 to 10,000,000"), "{problems:?}");
        let backwards = good.replace("2026-11-14", "2026-10-14");
        assert_eq!(read_of(&backwards).1, ["ends"]);
    }
}
