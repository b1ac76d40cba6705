//! `GET /officer/c/{consultation}/representativeness`: who has been heard from beside who lives there.

use actix_web::{HttpRequest, HttpResponse, web};

use super::super::desk::desk;
use super::super::opening::{Opening, open};
use super::super::subject::Subject;
use super::columns::Counted;
use super::named::{Names, rows};
use super::shape::{Content, DISTRICT, PERSPECTIVE, QUESTION};
use crate::breakdown::{
    RakingSettings, Representativeness as Represented, Side, Weighted, WeightedWay, population_by_age,
};
use crate::pages::officer::breakdowns::{Part, Representativeness, Weighting, WeightingParts};
use crate::survey::{Options, QuestionKind, band};
use crate::web::account::SignedIn;
use crate::web::{PageError, State};

/// Whoever answers from a perspective up to this age is a child or young person: some plans go on to 25.
pub const OLDEST: u32 = 25;
/// Population is known by single years up to this age.
const KNOWN_TO: u32 = 19;

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
        weighting: WeightingParts { weighting: weighting(opening, &counted), names },
        credit: format!(
            "Population at {}. {} {}.",
            geography.as_at.strftime("%-d %B %Y"),
            geography.source,
            geography.attributions.join(". ")
        ),
    })
}

/// The places of the perspectives of children among those of the survey.
pub fn children(subject: &Subject) -> Vec<usize> {
    let perspectives = subject.consultation.perspectives.iter().enumerate();
    perspectives.filter(|(_, one)| Side::of(one, OLDEST) == Side::Children).map(|(at, _)| at).collect()
}

/// The ages that children are asked at, both ends included and as far as population is known of them; all such ages
/// where the survey asks no children.
fn ages(subject: &Subject) -> (u32, u32) {
    let known = children(subject).into_iter().filter_map(|at| subject.consultation.perspectives[at].ages);
    let (low, high) = known.fold((KNOWN_TO, 0), |(low, high), (from, to)| (low.min(from), high.max(to)));
    if low > high { (0, KNOWN_TO) } else { (low, high.min(KNOWN_TO)) }
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
    let (low, high) = ages(subject);
    let population: Vec<u64> = population_by_age(&subject.geography, &[(low, high)]).into_iter().flatten().collect();
    let children = children(subject);
    let among = (!children.is_empty()).then_some((PERSPECTIVE, children.as_slice()));
    let who = if children.is_empty() { "Everyone who answered" } else { "Children and young people who answered" };
    let about = format!("{who} and said a district, beside the people aged {low} to {high} who live there.");
    part(opening, counted, (DISTRICT, among), &population, ["By district".into(), "District".into(), about])
}

/// The ages of each band, both ends included; none where population is not known of all of them.
type Bands = Vec<Option<(u32, u32)>>;

/// The age from which the survey is written to be read by oneself; 0 where it does not say.
fn readers(subject: &Subject) -> u32 {
    let asked = subject.consultation.perspectives.iter().filter(|one| one.ages.is_some());
    asked.filter_map(|one| one.reading_age).map(u32::from).min().unwrap_or(0)
}

/// The age question's attribute and its bands.
fn bands(subject: &Subject) -> Option<(String, Bands)> {
    let is_band = |kind: &QuestionKind| matches!(kind, QuestionKind::AgeBand(_));
    let question = subject.consultation.questions.iter().find(|question| is_band(&question.kind))?;
    let keys = question.options().map(Options::keys).unwrap_or_default();
    let known = |key: &String| band(key).filter(|(_, high)| *high <= KNOWN_TO);
    Some((format!("{QUESTION}{}", question.key), keys.iter().map(known).collect()))
}

/// The people of each district in each band; 0 where it is not known.
fn by_band(subject: &Subject, bands: &[Option<(u32, u32)>]) -> Vec<Vec<u64>> {
    let known: Vec<(u32, u32)> = bands.iter().flatten().copied().collect();
    let spread = |people: Vec<u64>| {
        let mut people = people.into_iter();
        bands.iter().map(|band| band.and_then(|_| people.next()).unwrap_or(0)).collect()
    };
    population_by_age(&subject.geography, &known).into_iter().map(spread).collect()
}

fn by_age(opening: &Opening, counted: &Counted) -> Option<Part> {
    let (key, mut bands) = bands(&opening.subject)?;
    // Whoever is too young to read it was not asked, and does not count as not heard.
    let readers = readers(&opening.subject);
    let is_young = |band: &Option<(u32, u32)>| band.is_some_and(|(low, _)| low < readers);
    let young: Vec<bool> = bands.iter().map(is_young).collect();
    bands.iter_mut().filter(|band| is_young(band)).for_each(|band| *band = None);
    let districts = by_band(&opening.subject, &bands);
    let population: Vec<u64> = (0..bands.len()).map(|at| districts.iter().map(|people| people[at]).sum()).collect();
    let about = format!(
        "Everyone who said their age, beside the people of that age in {}. Population is known by single years up to {KNOWN_TO}.",
        opening.subject.geography.name
    );
    let made = part(opening, counted, (&key, None), &population, ["By age".into(), "Age".into(), about])?;
    let names: Vec<String> =
        made.names.iter().zip(young).filter(|(_, young)| *young).map(|(name, _)| name.clone()).collect();
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
    let readers = readers(&opening.subject);
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
    let Some((key, bands)) = bands(subject) else {
        return Weighting::Impossible(
            "This survey does not ask people’s age, so answers cannot be weighted.".to_owned(),
        );
    };
    let districts = by_band(subject, &bands);
    let by_age = (0..bands.len()).map(|at| districts.iter().map(|people| people[at]).sum()).collect();
    let ways = [
        WeightedWay { key, population: by_age },
        WeightedWay {
            key: DISTRICT.to_owned(),
            population: districts.iter().map(|people| people.iter().sum()).collect(),
        },
    ];
    let settings = RakingSettings::default();
    match Weighted::of(&counted.columns, &ways, settings, opening.state.config.policy) {
        Some(weighted) => Weighting::Made(Box::new(weighted)),
        None => Weighting::Impossible(
            "Too few people of a known age and district wrote an answer for weights to mean anything.".to_owned(),
        ),
    }
}
