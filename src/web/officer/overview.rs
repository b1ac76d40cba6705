//! `GET /officer/c/{consultation}`: who answered.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse, web};
use jiff::ToSpan;
use jiff::civil::Date;

use super::breakdowns::asked_ages::asked_ages;
use super::desk::{day, desk, when};
use super::opening::{Opening, open};
use super::subject::{ELSEWHERE, Subject};
use crate::breakdown::{Breakdown, Count, Policy, Row, population_by_age};
use crate::pages::officer::overview::{Overview, Population, Week};
use crate::store::ResponseCount;
use crate::survey::District;
use crate::web::account::SignedIn;
use crate::web::{PageError, State, today};

/// The perspectives that are compared with the population of the ages that are asked. A survey with neither compares
/// everyone.
const YOUNG: [&str; 2] = ["child", "young-person"];

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    open(state, signed_in, key.into_inner(), &request, |opening| Ok(page(opening)?.render().into_string())).await
}

fn page(opening: &Opening) -> Result<Overview, PageError> {
    let Opening { state, signed_in, subject, .. } = opening;
    let responses = state.store.count_responses(&subject.consultation.key)?;
    Ok(Overview {
        desk: desk(state, signed_in, Some(subject))?,
        when: when(&subject.consultation, today()),
        perspectives: perspectives(subject, &responses, state.config.policy),
        districts: districts(subject, &responses, state.config.policy),
        elsewhere: elsewhere(subject, &responses, state.config.policy),
        population: population(subject),
        weeks: weeks(&responses, state.config.policy),
    })
}

fn row(key: &str, name: &str, total: u64) -> Row {
    Row { key: key.to_owned(), name: name.to_owned(), counts: Vec::new(), total }
}

fn people(responses: &[ResponseCount], of: impl Fn(&ResponseCount) -> bool) -> u64 {
    responses.iter().filter(|count| of(count)).map(|count| count.people).sum()
}

fn perspectives(subject: &Subject, responses: &[ResponseCount], policy: Policy) -> Breakdown {
    let row = |perspective: &crate::survey::Perspective| {
        let total = people(responses, |count| count.perspective == perspective.key);
        row(&perspective.key, subject.perspective_plural(&perspective.key), total)
    };
    let rows: Vec<Row> = subject.consultation.perspectives.iter().map(row).collect();
    Breakdown::of_options(people(responses, |_| true), &[], &rows, policy)
}

fn is_compared(subject: &Subject, count: &ResponseCount) -> bool {
    let has_young = YOUNG.iter().any(|key| subject.consultation.find_perspective(key).is_some());
    !has_young || YOUNG.contains(&count.perspective.as_str())
}

fn districts(subject: &Subject, responses: &[ResponseCount], policy: Policy) -> Breakdown {
    let counted = |count: &ResponseCount, key: &str| {
        is_compared(subject, count) && subject.district_group(&count.district) == key
    };
    let areas = &subject.geography.districts;
    let rows: Vec<Row> = areas
        .iter()
        .map(|area| row(&area.key, &area.name, people(responses, |count| counted(count, &area.key))))
        .collect();
    Breakdown::of_options(rows.iter().map(|row| row.total).sum(), &[], &rows, policy)
}

fn elsewhere(subject: &Subject, responses: &[ResponseCount], policy: Policy) -> Breakdown {
    let of = |outside: bool| {
        people(responses, |count| {
            let is_outside = District::parse(&count.district) == District::Outside;
            subject.district_group(&count.district) == ELSEWHERE && is_outside == outside
        })
    };
    let rows = [
        row("outside", "Somewhere else", of(true)),
        row("unknown", "Not sure or did not say", of(false)),
        row("inside", "In a district", people(responses, |count| subject.district_group(&count.district) != ELSEWHERE)),
    ];
    Breakdown::of_options(people(responses, |_| true), &[], &rows, policy)
}

fn population(subject: &Subject) -> Population {
    let has_young = YOUNG.iter().any(|key| subject.consultation.find_perspective(key).is_some());
    let counted = if has_young {
        "Children and young people who answered and said a district"
    } else {
        "Everyone who answered and said a district"
    };
    // The same people as on the page of who has been heard from.
    let (low, high) = asked_ages(&subject.consultation);
    let people = population_by_age(&subject.geography, &[(low, high)]).into_iter().flatten();
    Population {
        counted: counted.to_owned(),
        ages: format!("aged {low} to {high}"),
        source: format!("at {}", subject.geography.as_at.strftime("%-d %B %Y")),
        credit: format!("{} {}.", subject.geography.source, subject.geography.attributions.join(". ")),
        people: subject.geography.districts.iter().map(|area| area.key.clone()).zip(people).collect(),
    }
}

/// Every week from the first response to the last, also those without any.
fn weeks(responses: &[ResponseCount], policy: Policy) -> Vec<Week> {
    let mut by_week: BTreeMap<Date, u64> = BTreeMap::new();
    for count in responses {
        *by_week.entry(monday(count.submitted_on)).or_default() += count.people;
    }
    let (Some(first), Some(last)) = (by_week.keys().next().copied(), by_week.keys().last().copied()) else {
        return Vec::new();
    };
    let mut days = vec![first];
    while let Some(next) = days.last().and_then(|day| day.checked_add(7.days()).ok()).filter(|day| *day <= last) {
        days.push(next);
    }
    let numbers: Vec<u64> = days.iter().map(|day| by_week.get(day).copied().unwrap_or(0)).collect();
    let published = Count::publish_parts(&numbers, policy);
    days.into_iter().zip(published).map(|(first, responses)| Week { begins: day(first), responses }).collect()
}

fn monday(date: Date) -> Date {
    let since = i64::from(date.weekday().to_monday_zero_offset());
    date.checked_sub(since.days()).unwrap_or(date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn count(day: i8, people: u64) -> ResponseCount {
        let text = "child".to_owned();
        ResponseCount { perspective: text, district: "redditch".into(), submitted_on: date(2026, 11, day), people }
    }

    #[test]
    fn a_week_without_responses_is_shown_between_the_others() {
        let weeks = weeks(&[count(2, 30), count(8, 20), count(17, 40)], Policy::default());
        let begins: Vec<&str> = weeks.iter().map(|week| week.begins.as_str()).collect();
        assert_eq!(begins, ["2 November", "9 November", "16 November"]);
        assert_eq!(weeks[1].responses, Count::Hidden);
    }

    #[test]
    fn no_responses_are_no_weeks() {
        assert_eq!(weeks(&[], Policy::default()), []);
    }
}
