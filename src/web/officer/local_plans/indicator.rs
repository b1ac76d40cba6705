//! An indicator that a district adds to an outcome of its plan, whether that is its own or the county's.

use actix_web::{HttpResponse, web};

use super::own::put;
use super::{Place, keep, text};
use crate::pages::components::errors::Problem;
use crate::pages::officer::local_plans::district::{MOST_IN_A_LINE, MOST_IN_A_TEXT};
use crate::pages::officer::local_plans::indicator::{OwnIndicator, Typed};
use crate::plan::measured::read_figure;
use crate::plan::{Comparator, Direction, Indicator, Measure, Outcome, Period, Plan, Standing, Target};
use crate::web::account::SignedIn;
use crate::web::officer::desk::desk;
use crate::web::officer::evidence::plans::find_subject;
use crate::web::{Form, PageError, State, reply};

/// The most characters of a unit and the most places to compare with.
const MOST_IN_A_UNIT: usize = 40;
const MOST_OTHERS: usize = 10;
/// The fields that a message can stand at.
const FIELDS: [&str; 9] =
    ["title", "unit", "direction", "baseline", "baseline_period", "target", "target_period", "source", "others"];

/// Shows the form of a new one.
pub async fn begin(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String, String)>,
) -> Result<HttpResponse, PageError> {
    let (signed_in, (plan, district, outcome)) = (signed_in.into_inner(), keys.into_inner());
    let page = web::block(move || {
        let at = At::get(&state, &plan, &district, &outcome, None)?;
        let typed = Typed { version: at.place.written()?.version, ..Typed::default() };
        at.page(&state, &signed_in, typed, Vec::new())
    });
    Ok(reply::page(page.await??))
}

/// Shows the form of one that there is.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String, String, String)>,
) -> Result<HttpResponse, PageError> {
    let (signed_in, (plan, district, outcome, indicator)) = (signed_in.into_inner(), keys.into_inner());
    let page = web::block(move || {
        let at = At::get(&state, &plan, &district, &outcome, Some(indicator))?;
        let typed = typed(at.found()?, at.place.written()?.version);
        at.page(&state, &signed_in, typed, Vec::new())
    });
    Ok(reply::page(page.await??))
}

/// Adds one.
pub async fn add(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (signed_in, (plan, district, outcome)) = (signed_in.into_inner(), keys.into_inner());
    signed_in.check_form(&form)?;
    let done = web::block(move || {
        let at = At::get(&state, &plan, &district, &outcome, None)?;
        at.change(&state, &signed_in, &form)
    });
    Ok(reply::after_form(done.await??))
}

/// Changes one or takes it out.
pub async fn save(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    keys: web::Path<(String, String, String, String)>,
    form: Form,
) -> Result<HttpResponse, PageError> {
    let (signed_in, (plan, district, outcome, indicator)) = (signed_in.into_inner(), keys.into_inner());
    signed_in.check_form(&form)?;
    let done = web::block(move || {
        let at = At::get(&state, &plan, &district, &outcome, Some(indicator))?;
        at.found()?;
        at.change(&state, &signed_in, &form)
    });
    Ok(reply::after_form(done.await??))
}

/// Where a form stands.
struct At {
    place: Place,
    /// The outcome in the district's plan, with what that has for it.
    outcome: Outcome,
    indicator: Option<String>,
}

impl At {
    fn get(
        state: &State,
        plan: &str,
        district: &str,
        outcome: &str,
        indicator: Option<String>,
    ) -> Result<Self, PageError> {
        let place = Place::get(state, plan, district)?;
        let missing = || PageError::not_found().with_link(&place.address(), "See the district’s plan");
        let own = place.written()?.plan.find_outcome(outcome).cloned();
        let begun = || place.county.find_outcome(outcome).map(|theirs| Outcome::named(&theirs.key, &theirs.title));
        let outcome = own.or_else(begun).ok_or_else(missing)?;
        Ok(Self { place, outcome, indicator })
    }

    fn found(&self) -> Result<&Indicator, PageError> {
        let key = self.indicator.as_deref().unwrap_or_default();
        let missing = || PageError::not_found().with_link(&self.place.address(), "See the district’s plan");
        self.outcome.indicators.iter().find(|one| one.key == key).ok_or_else(missing)
    }

    fn page(
        &self,
        state: &State,
        signed_in: &SignedIn,
        typed: Typed,
        problems: Vec<Problem>,
    ) -> Result<String, PageError> {
        let place = &self.place;
        let page = OwnIndicator {
            desk: desk(state, signed_in, find_subject(state, &place.county).as_ref())?,
            county_key: place.county.key.clone(),
            district: place.district.clone(),
            district_name: place.name.clone(),
            outcome: (self.outcome.key.clone(), self.outcome.title.clone()),
            indicator: self.indicator.clone(),
            typed,
            problems,
        };
        Ok(page.render().into_string())
    }

    fn change(&self, state: &State, signed_in: &SignedIn, form: &Form) -> Result<Result<String, String>, PageError> {
        let place = &self.place;
        let field = |name: &str| form.text(name).to_owned();
        let typed = Typed {
            title: field("title"),
            unit: field("unit"),
            direction: field("direction"),
            baseline: field("baseline"),
            baseline_period: field("baseline_period"),
            target: field("target"),
            target_period: field("target_period"),
            source: field("source"),
            others: field("others"),
            version: form.text("version").parse().unwrap_or(0),
        };
        let mut plan = place.written()?.plan.clone();
        let mut outcome = self.outcome.clone();
        let read = match (&self.indicator, form.find("erase").is_some()) {
            (Some(key), true) => {
                outcome.indicators.retain(|one| one.key != *key);
                Ok(())
            }
            (key, _) => self.read(&plan, &typed).map(|read| match key {
                Some(key) => {
                    outcome.indicators.iter_mut().filter(|one| one.key == *key).for_each(|one| *one = read.clone())
                }
                None => outcome.indicators.push(read),
            }),
        };
        let problems = match read {
            Ok(()) => {
                put(&mut plan, outcome);
                keep(state, signed_in, &place.county, &plan, typed.version, &FIELDS)?
            }
            Err(problems) => problems,
        };
        if problems.is_empty() {
            return Ok(Ok(place.address()));
        }
        Ok(Err(self.page(state, signed_in, typed, problems)?))
    }

    /// The indicator in the form, or all that is wrong with it.
    fn read(&self, plan: &Plan, typed: &Typed) -> Result<Indicator, Vec<Problem>> {
        let known = self.found().ok().cloned();
        let mut read = Reader::default();
        let title = read.text("title", &typed.title, MOST_IN_A_LINE, "Write what is counted");
        let unit = read.text("unit", &typed.unit, MOST_IN_A_UNIT, "Write in what it is counted, for example %");
        let direction = read.direction(&typed.direction);
        let key = known.as_ref().map(|known| known.key.clone());
        let begun = known.unwrap_or_else(|| Indicator::named(String::new(), String::new(), String::new()));
        let key = key.unwrap_or_else(|| plan.free_indicator_key(&self.place.county, &title));
        let mut indicator = Indicator { key, title, unit, direction, baseline: None, target: None, ..begun };
        indicator.baseline =
            read.measure(&indicator, ["baseline", "baseline_period"], [&typed.baseline, &typed.baseline_period]);
        let target = read.measure(&indicator, ["target", "target_period"], [&typed.target, &typed.target_period]);
        indicator.target = target.map(Target::Number);
        indicator.source = read.source(&typed.source);
        indicator.comparators = read.others(&indicator, &typed.others);
        // What is given now is no longer to be set, and what has a baseline does not begin at nothing.
        indicator.to_be_set &= indicator.baseline.is_none() || indicator.target.is_none();
        indicator.from_nothing &= indicator.baseline.is_none();
        if read.problems.is_empty() { Ok(indicator) } else { Err(read.problems) }
    }
}

/// Reads the form, and gathers what is wrong with it.
#[derive(Default)]
struct Reader {
    problems: Vec<Problem>,
}

impl Reader {
    fn refuse(&mut self, field: &'static str, message: impl Into<String>) {
        self.problems.push(Problem { field, message: message.into() });
    }

    fn text(&mut self, field: &'static str, typed: &str, most: usize, missing: &str) -> String {
        text(field, typed, most, missing).map_err(|problem| self.problems.push(problem)).unwrap_or_default()
    }

    fn direction(&mut self, typed: &str) -> Option<Direction> {
        let all = [Direction::Increase, Direction::Decrease, Direction::Maintain];
        let found = all.into_iter().find(|one| one.as_str() == typed);
        if found.is_none() {
            self.refuse("direction", "Choose which way is better");
        }
        found
    }

    /// A figure and its time: both, or neither.
    fn measure(&mut self, indicator: &Indicator, fields: [&'static str; 2], typed: [&str; 2]) -> Option<Measure> {
        let [figure, time] = typed.map(str::trim);
        if figure.is_empty() && time.is_empty() {
            return None;
        }
        if figure.is_empty() {
            self.refuse(fields[0], "Write the figure too, or leave out when it is");
            return None;
        }
        let value = read_figure(figure, indicator).map_err(|problem| self.refuse(fields[0], problem)).ok();
        let period = self.period(fields[1], time);
        if time.is_empty() {
            self.refuse(fields[1], "Say when: without a time nobody can say whether it is on track");
        }
        Some(Measure { value: value?, period })
    }

    fn period(&mut self, field: &'static str, typed: &str) -> Option<Period> {
        let typed = typed.trim();
        let read = (!typed.is_empty()).then(|| typed.parse::<Period>()).transpose();
        read.map_err(|problem| self.refuse(field, problem.to_string())).ok().flatten()
    }

    fn source(&mut self, typed: &str) -> Option<String> {
        let typed = typed.trim();
        if typed.chars().count() > MOST_IN_A_LINE {
            self.refuse("source", format!("Make it shorter: at most {MOST_IN_A_LINE} characters"));
        }
        (!typed.is_empty()).then(|| typed.to_owned())
    }

    /// Other places, one a line; on which side of their figure things stand follows from the baseline.
    fn others(&mut self, indicator: &Indicator, typed: &str) -> Vec<Comparator> {
        let lines: Vec<&str> = typed.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        if lines.len() > MOST_OTHERS || typed.chars().count() > MOST_IN_A_TEXT {
            self.refuse("others", format!("Make it shorter: at most {MOST_OTHERS} places"));
            return Vec::new();
        }
        let mut others = Vec::new();
        for line in lines {
            let mut parts = line.splitn(3, ';').map(str::trim);
            let (with, figure) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
            let period = self.period("others", parts.next().unwrap_or_default());
            if with.is_empty() || figure.is_empty() {
                self.refuse("others", format!("“{line}” needs a place and, after a semicolon, its figure"));
                continue;
            }
            match read_figure(figure, indicator) {
                Ok(value) => {
                    let standing = standing(indicator.baseline.map(|baseline| baseline.value), value);
                    others.push(Comparator { with: with.to_owned(), standing, value: Some(value), period });
                }
                Err(problem) => self.refuse("others", problem),
            }
        }
        others
    }
}

fn standing(baseline: Option<f64>, other: f64) -> Standing {
    match baseline {
        Some(baseline) if baseline > other => Standing::Higher,
        Some(baseline) if baseline < other => Standing::Lower,
        _ => Standing::Level,
    }
}

/// What the form of an indicator begins with. A target that is no number is a file's and stands in none of its fields.
fn typed(indicator: &Indicator, version: i64) -> Typed {
    let period = |period: Option<Period>| period.map_or_else(String::new, |period| period.as_text());
    let (target, target_period) = match &indicator.target {
        Some(Target::Number(measure)) => (measure.value.to_string(), period(measure.period)),
        _ => (String::new(), String::new()),
    };
    let other = |other: &Comparator| {
        let parts = [
            Some(other.with.clone()),
            other.value.map(|value| value.to_string()),
            other.period.map(|one| one.as_text()),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join("; ")
    };
    Typed {
        title: indicator.title.clone(),
        unit: indicator.unit.clone(),
        direction: indicator.direction.map_or_else(String::new, |direction| direction.as_str().to_owned()),
        baseline: indicator.baseline.map_or_else(String::new, |measure| measure.value.to_string()),
        baseline_period: indicator.baseline.map_or_else(String::new, |measure| period(measure.period)),
        target,
        target_period,
        source: indicator.source.clone().unwrap_or_default(),
        others: indicator.comparators.iter().map(other).collect::<Vec<_>>().join("\n"),
        version,
    }
}
