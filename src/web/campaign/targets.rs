//! `/campaigns/{campaign}/targets`: dates, colour, languages, and whom the campaign hopes to reach.

use actix_web::{HttpResponse, web};

use super::begin::{MOST_PEOPLE, read, too_early, too_late, typed};
use super::drive::{Drive, desk};
use super::places::{APPROVED, may_word, personal};
use crate::campaign::{Target, Ways, off_target};
use crate::pages::campaign::begin::Typed;
use crate::pages::campaign::targets::{TargetField, Targets};
use crate::pages::components::errors::Problem;
use crate::pages::figures::numbers::grouped;
use crate::web::account::SignedIn;
use crate::web::{Form, PageError, State, reply, today};

/// Shows the form.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let page = web::block(move || {
        let drive = Drive::get(&state, &key)?;
        let campaign = &drive.campaign;
        let typed = Typed {
            about: String::new(),
            name: campaign.name.clone(),
            team: campaign.team.clone(),
            starts: campaign.starts.to_string(),
            ends: campaign.ends.to_string(),
            target: campaign.target.to_string(),
            colour: campaign.colour.to_text(),
            own_colour: String::new(),
        };
        let targets = state.store.list_targets(&campaign.key)?;
        let value = |ways: Ways, group: &str| {
            let found = targets.iter().find(|target| target.ways == ways && target.group == group);
            found.map(|target| target.target.to_string()).unwrap_or_default()
        };
        let languages = campaign.languages.clone();
        page(&state, &signed_in, &drive, typed, &languages, &value, Vec::new())
    });
    Ok(reply::page(page.await??))
}

/// Keeps what was typed.
pub async fn save(
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
        let read = read(&form, &mut problems);
        let early = read.as_ref();
        let early = early.and_then(|read| too_early(read.starts, Some(drive.campaign.starts), signed_in.role, today()));
        problems.extend(early);
        problems.extend(read.as_ref().and_then(|read| too_late(read.ends, &drive.asked)));
        // Who runs it stands on the public page and on every poster.
        if let Some(read) = read.as_ref().filter(|read| read.team != drive.campaign.team) {
            problems.extend(personal("team", &read.team, signed_in.role));
            if !may_word(&state.store, &key, signed_in.role)? {
                problems.push(Problem { field: "team", message: APPROVED.to_owned() });
            }
        }
        let chosen = |code: &String| form.list("language").any(|picked| picked == code);
        let own = drive.campaign.languages.first().cloned();
        // The language that its posts are written in stays the first.
        let languages: Vec<String> =
            drive.asked.languages().into_iter().filter(|code| chosen(code) || Some(code) == own.as_ref()).collect();
        let value = |ways: Ways, group: &str| form.text(&field(ways, group)).chars().take(20).collect::<String>();
        let targets = targets(&drive, &value, &mut problems);
        let (Some(read), true) = (read, problems.is_empty()) else {
            return page(&state, &signed_in, &drive, typed(&form), &languages, &value, problems).map(Err);
        };
        let mut campaign = drive.campaign.clone();
        campaign.target = read.target.unwrap_or(campaign.target);
        (campaign.name, campaign.team, campaign.colour) = (read.name, read.team, read.colour);
        (campaign.starts, campaign.ends) = (read.starts, read.ends);
        campaign.languages =
            own.iter().cloned().chain(languages.into_iter().filter(|code| Some(code) != own.as_ref())).collect();
        state.store.change_campaign(&campaign, &targets)?;
        Ok::<_, PageError>(Ok(format!("/campaigns/{}", campaign.key)))
    });
    Ok(reply::after_form(done.await??))
}

fn field(ways: Ways, group: &str) -> String {
    format!("{}-{group}", ways.as_str())
}

fn targets(drive: &Drive, value: &dyn Fn(Ways, &str) -> String, problems: &mut Vec<Problem>) -> Vec<Target> {
    let mut targets = Vec::new();
    for ways in Ways::ALL {
        for group in drive.groups(ways) {
            let typed = value(ways, &group.key).trim().replace([',', ' '], "");
            match typed.parse::<u32>() {
                _ if typed.is_empty() => {}
                Ok(target) if (1..=MOST_PEOPLE).contains(&target) => {
                    targets.push(Target { ways, group: group.key, target });
                }
                _ => {
                    let most = grouped(u64::from(MOST_PEOPLE));
                    let message =
                        format!("Write the target of {} as a number from 1 to {most}, or leave it empty", group.name);
                    problems.push(Problem { field: "target", message });
                }
            }
        }
    }
    targets
}

fn page(
    state: &State,
    signed_in: &SignedIn,
    drive: &Drive,
    typed: Typed,
    chosen: &[String],
    value: &dyn Fn(Ways, &str) -> String,
    problems: Vec<Problem>,
) -> Result<String, PageError> {
    let mut groups = Vec::new();
    for ways in Ways::ALL {
        let target = |group: super::drive::GroupOf| TargetField {
            field: field(ways, &group.key),
            value: value(ways, &group.key),
            people: group.people.map(|people| format!("{} live here", grouped(people))),
            name: group.name,
        };
        let fields: Vec<TargetField> = drive.groups(ways).into_iter().map(target).collect();
        let heading = match ways {
            Ways::District => "By district",
            Ways::Age => "By age",
            Ways::Perspective => "By who they are",
        };
        if !fields.is_empty() {
            groups.push((heading, fields));
        }
    }
    let languages = drive.asked.languages().into_iter().map(|code| (code.clone(), chosen.contains(&code))).collect();
    let desk = desk(state, signed_in, Some(drive))?;
    let off = off_target(drive.campaign.target, &state.store.list_targets(&drive.campaign.key)?);
    Ok(Targets { desk, typed, languages, groups, problems, off }.render().into_string())
}
