//! `/officer/plans/{plan}/outcomes/{outcome}/evidence`: what an outcome rests on, linked and taken out again.

use actix_web::{HttpRequest, HttpResponse, web};

use super::Figures;
use super::cards::{Shown, cards, district_name};
use super::choosing;
use super::offers::{offers, suggestions};
use super::plans::{Linked, feeding, find_subject, geography};
use crate::pages::components::errors::Problem;
use crate::pages::officer::evidence::chooser::Asked;
use crate::pages::officer::evidence::linking::{Linking, MOST, Typed};
use crate::plan::evidence::{Basis, Evidence, NoneFound, Stance, check_evidence, weigh};
use crate::plan::{Outcome, Plan};
use crate::web::account::SignedIn;
use crate::web::officer::desk::{day_and_year, desk};
use crate::web::plans::get_whole;
use crate::web::{Form, PageError, State, reply, today};

/// Shows the page. The address can hold what the form begins with, as `?basis=…`.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String)>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    let asked = Form::parse(request.query_string()).unwrap_or_default();
    let page = web::block(move || {
        let place = Place::get(&state, &keys)?;
        let begun = Typed { basis: asked.text("basis").to_owned(), ..Typed::default() };
        page(&state, &signed_in, &place, (choosing::asked(&asked), begun), Vec::new())
    });
    Ok(reply::page(page.await??))
}

/// Links something.
pub async fn add(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let asked = choosing::asked(&form);
    let typed = Typed {
        basis: form.text("basis").to_owned(),
        stance: form.text("stance").to_owned(),
        district: form.text("district").to_owned(),
        note: form.text("note").to_owned(),
        looked: String::new(),
    };
    let done = web::block(move || {
        let place = Place::get(&state, &keys)?;
        let problems = match read(&state, &place, &typed)? {
            Err(problems) => problems,
            Ok(link) => match state.store.save_evidence(&place.plan.key, &link, &signed_in.user, today())? {
                true => return Ok::<_, PageError>(Ok(place.address())),
                false => vec![Problem {
                    field: "basis",
                    message: "This stands on that side already: choose another, or take the first out".to_owned(),
                }],
            },
        };
        Ok(Err(page(&state, &signed_in, &place, (asked, typed), problems)?))
    });
    Ok(reply::after_form(done.await??))
}

/// Takes a link out.
pub async fn remove(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    signed_in.check_form(&form)?;
    let done = web::block(move || {
        let place = Place::get(&state, &keys)?;
        // One that is gone already was taken out by somebody else, which is as good.
        if let Ok(id) = form.text("link").parse() {
            state.store.erase_evidence(&place.plan.key, id)?;
        }
        Ok::<_, PageError>(place.address())
    });
    Ok(reply::see(&done.await??))
}

/// Keeps where somebody looked for what speaks against the outcome, or takes that out.
pub async fn none_found(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let signed_in = signed_in.into_inner();
    signed_in.check_form(&form)?;
    let done = web::block(move || {
        let place = Place::get(&state, &keys)?;
        let (plan, outcome) = (&place.plan.key, &place.outcome.key);
        if form.find("erase").is_some() {
            state.store.erase_none_found(plan, outcome)?;
            return Ok::<_, PageError>(Ok(place.address()));
        }
        let typed = form.text("looked");
        let linked = Linked::list(&state.store, &place.plan)?;
        let is_against = |link: &Evidence| link.outcome == *outcome && link.stance == Stance::Contrary;
        let read = match linked.evidence.iter().any(|stored| is_against(&stored.evidence)) {
            true => Err(Problem {
                field: "looked",
                message: "Evidence against it is linked, so nobody can say that nothing was found: take that out first"
                    .to_owned(),
            }),
            false => words("looked", typed, "Say who looked where, and when"),
        };
        match read {
            Ok(looked) => {
                let none = NoneFound { outcome: outcome.clone(), looked };
                state.store.save_none_found(plan, &none, &signed_in.user, today())?;
                Ok(Ok(place.address()))
            }
            Err(problem) => {
                let typed = Typed { looked: typed.to_owned(), ..Typed::default() };
                Ok(Err(page(&state, &signed_in, &place, (Asked::default(), typed), vec![problem])?))
            }
        }
    });
    Ok(reply::after_form(done.await??))
}

/// The outcome that a page is about, in its plan.
struct Place {
    plan: Plan,
    outcome: Outcome,
    number: usize,
}

impl Place {
    fn get(state: &State, (plan, outcome): &(String, String)) -> Result<Self, PageError> {
        let plan = get_whole(state, plan)?;
        let back = format!("/officer/plans/{}", plan.key);
        let at = plan.outcomes.iter().position(|known| known.key == *outcome);
        let at = at.ok_or_else(|| PageError::not_found().with_link(&back, "Back to the plan"))?;
        Ok(Self { outcome: plan.outcomes[at].clone(), number: at + 1, plan })
    }

    fn address(&self) -> String {
        format!("/officer/plans/{}/outcomes/{}/evidence", self.plan.key, self.outcome.key)
    }
}

/// What was typed as a link, or everything that is wrong with it.
fn read(state: &State, place: &Place, typed: &Typed) -> Result<Result<Evidence, Vec<Problem>>, PageError> {
    let geography = geography(state, &place.plan)?;
    let figures = Figures::count(state, feeding(state, &place.plan))?;
    let offered = offers(state, &figures, &place.plan, &place.outcome);
    // Only what the list offers: an address that somebody made could name anything.
    let is_offered = offered.iter().flat_map(|group| &group.offers).any(|offer| offer.value == typed.basis);
    let problem = |field, message: &str| Problem { field, message: message.to_owned() };
    let mut problems = Vec::new();
    let basis = Basis::parse(&typed.basis).filter(|_| is_offered);
    if basis.is_none() {
        problems.push(problem("basis", "Choose the evidence"));
    }
    if basis.as_ref().is_some_and(|basis| figures.lacks_result(basis)) {
        problems
            .push(problem("basis", "This ballot has no published result yet: link it once it has, or choose another"));
    }
    let stance = Stance::parse(&typed.stance);
    if stance.is_none() {
        problems.push(problem("supporting", "Choose which side it is on"));
    }
    let district = Some(typed.district.clone()).filter(|key| geography.districts.iter().any(|area| area.key == *key));
    let note =
        words("note", &typed.note, "Say what it shows").map_err(|found| problems.push(found)).unwrap_or_default();
    Ok(match (basis, stance, problems.is_empty()) {
        (Some(basis), Some(stance), true) => {
            Ok(Evidence { outcome: place.outcome.key.clone(), district, basis, stance, note })
        }
        _ => Err(problems),
    })
}

fn words(field: &'static str, typed: &str, missing: &str) -> Result<String, Problem> {
    let words = typed.trim();
    match words.chars().count() {
        0 => Err(Problem { field, message: missing.to_owned() }),
        length if length > MOST => Err(Problem {
            field,
            message: format!("Make it shorter: at most {MOST} characters, and this has {length}"),
        }),
        _ => Ok(words.to_owned()),
    }
}

fn page(
    state: &State,
    signed_in: &SignedIn,
    place: &Place,
    (asked, mut typed): (Asked, Typed),
    problems: Vec<Problem>,
) -> Result<String, PageError> {
    let Place { plan, outcome, number } = place;
    let (geography, subject) = (geography(state, plan)?, find_subject(state, plan));
    let figures = Figures::count(state, feeding(state, plan))?;
    let linked = Linked::list(&state.store, plan)?;
    let (evidence, none_found) = linked.facts();
    let weighed = weigh(plan, &evidence, &none_found, plan.district.as_deref(), |basis| figures.figure(basis, None));
    let balance = weighed.into_iter().nth(number - 1).map(|weighed| weighed.balance.into());
    let looked = linked.none_found.iter().find(|stored| stored.none_found.outcome == outcome.key);
    if let (Some(looked), true) = (looked, typed.looked.is_empty()) {
        typed.looked.clone_from(&looked.none_found.looked);
    }
    let suggested =
        subject.as_ref().map(|subject| suggestions(&figures, &subject.consultation.key, plan, outcome, &evidence));
    let page = Linking {
        desk: desk(state, signed_in, subject.as_ref())?,
        plan_key: plan.key.clone(),
        outcome: outcome.key.clone(),
        called: plan.calls.as_str(),
        number: *number,
        title: outcome.title.clone(),
        links: cards(&figures, &geography, &linked, outcome, Shown::All)?,
        balance: balance.unwrap_or(crate::pages::officer::evidence::balance::Shown::Unsupported),
        looked_by: looked.map(|stored| format!("{}, {}", stored.officer, day_and_year(stored.noted_on))),
        questions: questions(&figures, &geography, plan, outcome, &evidence),
        choices: choosing::choose(
            &offers(state, &figures, plan, outcome),
            &suggested.unwrap_or_default(),
            asked,
            &typed.basis,
        ),
        districts: geography.districts.iter().map(|area| (area.key.clone(), area.name.clone())).collect(),
        typed,
        problems,
    };
    Ok(page.render().into_string())
}

/// What does not fit among the links of an outcome, as sentences.
fn questions(
    figures: &Figures<'_>,
    geography: &crate::geography::Geography,
    plan: &Plan,
    outcome: &Outcome,
    evidence: &[Evidence],
) -> Vec<String> {
    let theirs: Vec<Evidence> = evidence.iter().filter(|link| link.outcome == outcome.key).cloned().collect();
    let said = check_evidence("", plan, &theirs).into_iter().filter_map(|finding| {
        let at: usize = finding.key.split('.').nth(1)?.parse().ok()?;
        let link = theirs.get(at.checked_sub(1)?)?;
        let about = link.district.as_deref().map(|key| format!(" ({})", district_name(geography, key)));
        Some(format!("{}{} {}.", figures.named(&link.basis).name, about.unwrap_or_default(), finding.problem))
    });
    said.collect()
}
