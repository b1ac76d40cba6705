//! What an officer can link to an outcome, with its figure beside it, and what they might look at first.

use std::sync::Arc;

use super::super::answers::option_name;
use super::figures::{Counted, Figures, title};
use super::plans::find_subject;
use crate::breakdown::Figure;
use crate::breakdown::reading::percent;
use crate::pages::officer::evidence::chooser::{Offer, Offers, Suggestion};
use crate::plan::evidence::{Basis, Evidence, of_indicator, unused};
use crate::plan::{Indicator, Outcome, Plan};
use crate::survey::Section;
use crate::web::State;
use crate::web::ballot::figures::called;

/// How many themes that no outcome uses are suggested.
const UNUSED: usize = 3;

/// Everything that can be linked to an outcome of a plan: the answers of its own consultation first, then of the others,
/// ballots, and figures from elsewhere.
pub fn offers(state: &State, figures: &Figures<'_>, plan: &Plan, outcome: &Outcome) -> Vec<Offers> {
    let own = find_subject(state, plan).map(|subject| subject.consultation.key.clone());
    let is_other = |counted: &&Counted| Some(&counted.subject.consultation.key) != own.as_ref();
    let mut consultations: Vec<&Counted> = figures.consultations().collect();
    consultations.sort_by_key(is_other);
    let of_one = |counted: &&Counted| {
        let mut groups = vec![themes(figures, counted)];
        groups.extend(options(figures, counted));
        groups
    };
    let outside = |key: &str, heading: &str, indicators: &mut dyn Iterator<Item = &Indicator>| Offers {
        key: key.to_owned(),
        of: "Figures from elsewhere".to_owned(),
        heading: heading.to_owned(),
        offers: indicators.filter_map(|indicator| offer_of_indicator(plan, indicator)).collect(),
    };
    let mut all: Vec<Offers> = consultations.iter().flat_map(of_one).collect();
    all.extend(ballots(state, figures, plan));
    all.push(outside("outside/here", "Of this part of the plan", &mut outcome.indicators.iter()));
    let others = plan.indicators().filter(|(of, _)| of.is_none_or(|of| of.key != outcome.key));
    all.push(outside("outside/other", "Elsewhere in the plan", &mut others.map(|(_, indicator)| indicator)));
    all.retain(|group| !group.offers.is_empty());
    all
}

/// Likely evidence that is not linked to the outcome: themes that the plan names for it, then those that most people
/// named and no outcome uses.
pub fn suggestions(
    figures: &Figures<'_>,
    subject: &str,
    plan: &Plan,
    outcome: &Outcome,
    evidence: &[Evidence],
) -> Vec<Suggestion> {
    let basis = |theme: &str| Basis::Theme { consultation: subject.to_owned(), theme: theme.to_owned() };
    let is_linked = |basis: &Basis| evidence.iter().any(|link| link.outcome == outcome.key && link.basis == *basis);
    let offered = |theme: &str, why| {
        let basis = basis(theme);
        (figures.knows(&basis) && !is_linked(&basis)).then(|| Suggestion { offer: offer(figures, &basis), why })
    };
    let named = outcome.themes.iter().filter_map(|theme| offered(theme, "the plan names it for this"));
    let mut all: Vec<Suggestion> = named.collect();
    let nobodys = unused_themes(figures, subject, plan, evidence);
    let few = nobodys.iter().filter(|(_, figure)| figure.shown().is_some()).take(UNUSED);
    all.extend(few.filter_map(|(theme, _)| offered(theme, "many people named it, and no part of the plan uses it")));
    all
}

/// The keys of the topmost themes that no outcome names and no evidence links, the most named first, with the share of
/// everyone who did.
pub fn unused_themes(
    figures: &Figures<'_>,
    subject: &str,
    plan: &Plan,
    evidence: &[Evidence],
) -> Vec<(String, Figure)> {
    let Some((_, counts)) = figures.find(subject).and_then(|counted| counted.frame.as_ref()) else { return Vec::new() };
    let breakdown = counts.shares(&counts.topmost(), figures.policy());
    let key_of = |id: &str| {
        let theme = counts.themes.iter().find(|theme| theme.id.to_string() == id);
        theme.map_or_else(String::new, |theme| theme.key.clone())
    };
    let rows = unused(&breakdown, plan, evidence, key_of);
    rows.into_iter().map(|row| (key_of(&row.key), row.everyone)).collect()
}

fn themes(figures: &Figures<'_>, counted: &Counted) -> Offers {
    let consultation = &counted.subject.consultation.key;
    let mut offers: Vec<(Option<Figure>, Offer)> = Vec::new();
    for theme in counted.frame.iter().flat_map(|(_, counts)| &counts.themes) {
        let basis = Basis::Theme { consultation: consultation.clone(), theme: theme.key.clone() };
        offers.push((figures.figure(&basis, None), offer(figures, &basis)));
    }
    let share =
        |figure: &Option<Figure>| figure.and_then(|figure| figure.shown().map(|share| share.share)).unwrap_or(-1.0);
    offers.sort_by(|(a, _), (b, _)| share(b).total_cmp(&share(a)));
    Offers {
        key: format!("themes/{consultation}"),
        of: title(&counted.subject),
        heading: "Themes in people’s own words".to_owned(),
        offers: offers.into_iter().map(|(_, offer)| offer).collect(),
    }
}

/// One group a question. Equality questions say who people are and are evidence of nothing.
fn options(figures: &Figures<'_>, counted: &Counted) -> Vec<Offers> {
    let consultation = &counted.subject.consultation;
    let asked = consultation.questions.iter().filter(|question| question.section != Section::Equality);
    let closed = asked.filter_map(|question| Some((question, question.options()?)));
    let of_question = |(question, options): (&crate::survey::Question, _)| {
        let options: &crate::survey::Options = options;
        let offers = options.keys().iter().map(|option| {
            let basis = Basis::Option {
                consultation: consultation.key.clone(),
                question: question.key.clone(),
                option: option.clone(),
            };
            let name = option_name(&counted.subject, question, option);
            Offer { value: basis.as_text(), label: with_figure(&name, figures.figure(&basis, None)) }
        });
        Offers {
            key: format!("question/{}/{}", consultation.key, question.key),
            of: title(&counted.subject),
            heading: consultation.heading(&question.key).to_owned(),
            offers: offers.collect(),
        }
    };
    closed.map(of_question).collect()
}

fn ballots(state: &State, figures: &Figures<'_>, plan: &Plan) -> Vec<Offers> {
    let library = state.library();
    let feeds = |fed: &str| fed == plan.key || Some(fed) == plan.inherits.as_deref();
    let theirs = library.ballots().filter(|ballot| ballot.plan.as_deref().is_some_and(feeds)).map(Arc::clone);
    let of_ballot = |ballot: Arc<crate::ballot::Ballot>| Offers {
        key: format!("ballot/{}", ballot.key),
        of: "Ballots".to_owned(),
        heading: called(&ballot),
        offers: ballot
            .keys()
            .into_iter()
            .map(|choice| {
                let basis = Basis::Ballot { ballot: ballot.key.clone(), choice };
                let offer = offer(figures, &basis);
                let no_result = if figures.lacks_result(&basis) { " (no result yet)" } else { "" };
                Offer { label: format!("{}{no_result}", offer.label), ..offer }
            })
            .collect(),
    };
    theirs.map(of_ballot).collect()
}

/// An indicator's baseline as a figure from elsewhere; none where the plan does not say when it was so.
fn offer_of_indicator(plan: &Plan, indicator: &Indicator) -> Option<Offer> {
    let (basis, baseline) = (of_indicator(plan, indicator)?, indicator.baseline?);
    let label = format!("{}: {} ({})", indicator.title, indicator.write(baseline.value), baseline.period?);
    Some(Offer { value: basis.as_text(), label })
}

fn offer(figures: &Figures<'_>, basis: &Basis) -> Offer {
    Offer { value: basis.as_text(), label: with_figure(&figures.named(basis).name, figures.figure(basis, None)) }
}

fn with_figure(name: &str, figure: Option<Figure>) -> String {
    match figure {
        Some(Figure::Shown(share)) => format!("{name} ({})", percent(share.share)),
        Some(Figure::Hidden) => format!("{name} (figure hidden to keep small numbers private)"),
        None => name.to_owned(),
    }
}
