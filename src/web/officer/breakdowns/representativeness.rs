//! `GET /officer/c/{consultation}/representativeness`: who has been heard from beside who lives there.

use actix_web::{HttpRequest, HttpResponse, web};

use super::super::desk::desk;
use super::super::opening::{Opening, open};
use super::super::subject::Subject;
use super::asked_ages::{AskedBands, KNOWN_TO, OLDEST, asked_ages, readers};
use super::columns::Counted;
use super::named::{Names, rows};
use super::shape::{Content, DISTRICT, PERSPECTIVE, QUESTION};
use crate::breakdown::{RakingSettings, Representativeness as Represented, Side, Weighted, population_by_age};
use crate::pages::officer::breakdowns::{Part, Representativeness, Weighting, WeightingParts};
use crate::survey::{Options, Question};
use crate::web::account::SignedIn;
use crate::web::{PageError, State};

/// Shows the page.
pub async fn show(
    state: web::Data<State>,
    signed_in: web::ReqData<SignedIn>,
    key: web::Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, PageError> {
    open(state, signed_in, key.into_inner(), &request, |opening| Ok(page(opening)?.render().into_string())).await
}

fn page(opening: &Opening) -> Result<Representativeness, PageError> {
    let Opening { state, signed_in, subject, .. } = opening;
    let counted = state.columns.get(state, subject, Content::Themes)?;
    let parts = [by_district(opening, &counted), by_age(opening, &counted), by_perspective(opening, &counted)];
    let names = rows(subject, &counted, false).into_iter().map(|row| (row.key, row.name)).collect();
    let geography = &subject.geography;
    Ok(Representativeness {
        desk: desk(state, signed_in, Some(subject))?,
        parts: parts.into_iter().flatten().collect(),
        weighting: WeightingParts {
            weighting: weighting(opening, &counted),
            names,
            ages: AskedBands::of(&subject.consultation).and_then(|asked| asked.ages()),
            bands: bands(subject),
        },
        credit: format!(
            "Population at {}. {} {}.",
            geography.as_at.strftime("%-d %B %Y"),
            geography.source,
            geography.attributions.join(". ")
        ),
    })
}

/// The ages that can be said which are weighted, and those that are not, by name.
fn bands(subject: &Subject) -> [Vec<String>; 2] {
    let Some(asked) = AskedBands::of(&subject.consultation) else { return Default::default() };
    let names = Names::without_campaigns(subject);
    let key = asked.key.strip_prefix(QUESTION).unwrap_or(&asked.key);
    let options =
        subject.consultation.find_question(key).and_then(Question::options).map(Options::keys).unwrap_or_default();
    let of = |weighted: bool| {
        let those = options.iter().zip(&asked.bands).filter(move |(_, ages)| ages.is_some() == weighted);
        those.map(|(band, _)| names.value(&asked.key, band)).collect()
    };
    [of(true), of(false)]
}

/// The places of the perspectives of children among those of the survey.
pub fn children(subject: &Subject) -> Vec<usize> {
    let perspectives = subject.consultation.perspectives.iter().enumerate();
    perspectives.filter(|(_, one)| Side::of(one, OLDEST) == Side::Children).map(|(at, _)| at).collect()
}

fn part(
    opening: &Opening,
    counted: &Counted,
    (key, among): (&str, Option<(&str, &[usize])>),
    population: &[u64],
    words: [String; 3],
) -> Option<Part> {
    let table = Represented::among(&counted.columns, key, among, population, opening.state.config.policy)?;
    let names = Names::without_campaigns(&opening.subject);
    let names = table.groups.iter().map(|group| names.value(key, &group.key)).collect();
    let [heading, group, about] = words;
    Some(Part { heading, group, about, table, names, left_out: None })
}

fn by_district(opening: &Opening, counted: &Counted) -> Option<Part> {
    let subject = &opening.subject;
    let (low, high) = asked_ages(&subject.consultation);
    let population: Vec<u64> = population_by_age(&subject.geography, &[(low, high)]).into_iter().flatten().collect();
    let children = children(subject);
    let among = (!children.is_empty()).then_some((PERSPECTIVE, children.as_slice()));
    let who = if children.is_empty() { "Everyone who answered" } else { "Children and young people who answered" };
    let about = format!("{who} and said a district, beside the people aged {low} to {high} who live there.");
    part(opening, counted, (DISTRICT, among), &population, ["By district".into(), "District".into(), about])
}

fn by_age(opening: &Opening, counted: &Counted) -> Option<Part> {
    // Whoever is too young to read it was not asked, and does not count as not heard.
    let asked = AskedBands::of(&opening.subject.consultation)?;
    let population = asked.population_of_all(&opening.subject.geography);
    let about = format!(
        "Everyone who said their age, beside the people of that age in {}. Population is known by single years up to {KNOWN_TO}.",
        opening.subject.geography.name
    );
    let made = part(opening, counted, (&asked.key, None), &population, ["By age".into(), "Age".into(), about])?;
    let names: Vec<String> =
        made.names.iter().zip(&asked.too_young).filter(|(_, young)| **young).map(|(name, _)| name.clone()).collect();
    let readers = readers(&opening.subject.consultation);
    let left_out = (!names.is_empty()).then(|| {
        format!(
            "{} is not compared: the survey is written for readers from about {readers} years on, and most people of that \
             age are younger. Ask them with somebody who reads to them, and ask their parents.",
            names.join(", ")
        )
    });
    Some(Part { left_out, ..made })
}

fn by_perspective(opening: &Opening, counted: &Counted) -> Option<Part> {
    let geography = &opening.subject.geography;
    let readers = readers(&opening.subject.consultation);
    let people = |perspective: &crate::survey::Perspective| match perspective.ages {
        Some((low, high)) if high <= OLDEST => {
            population_by_age(geography, &[(low.max(readers), high.min(KNOWN_TO))]).into_iter().flatten().sum()
        }
        _ => 0,
    };
    let population: Vec<u64> = opening.subject.consultation.perspectives.iter().map(people).collect();
    let about = format!(
        "Everyone who answered, by standpoint. Of children and young people the population is compared, from the age at \
         which they are asked to read it ({readers}) up to {KNOWN_TO}; how \
         many parents, practitioners or citizens there are to be heard is not known."
    );
    part(opening, counted, (PERSPECTIVE, None), &population, ["By perspective".into(), "Perspective".into(), about])
}

fn weighting(opening: &Opening, counted: &Counted) -> Weighting {
    let subject = &opening.subject;
    let Some(asked) = AskedBands::of(&subject.consultation) else {
        return Weighting::Impossible(
            "This survey does not ask people’s age, so answers cannot be weighted.".to_owned(),
        );
    };
    let ways = asked.weighted_ways(&subject.geography);
    let settings = RakingSettings::default();
    match Weighted::of(&counted.columns, &ways, settings, opening.state.config.policy) {
        Some(weighted) => Weighting::Made(Box::new(weighted)),
        None => Weighting::Impossible(
            "Too few people of a known age and district wrote an answer for weights to mean anything.".to_owned(),
        ),
    }
}
