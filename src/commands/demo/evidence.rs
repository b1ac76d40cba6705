//! What the town's officer has linked to the outcomes of the consultation's plan: both sides, answers of several
//! consultations, a ballot and an outside figure. Every note says that it is illustrative.
//!
//! Leaves the other outcomes without evidence, so that the plan's page shows how that stands out.

use anyhow::Context;
use jiff::civil::Date;

use crate::library::Library;
use crate::plan::evidence::{Basis, Evidence, NoneFound, Stance, of_indicator};
use crate::store::Store;

const PLAN: &str = "worcestershire-cypp-2014";
const CONSULTATION: &str = "worcestershire-cypp";
const OFFICER: &str = "officer";

/// Links the evidence; adds nothing that stands already.
///
/// # Errors
/// When the database fails.
pub fn link(library: &Library, store: &Store, today: Date) -> anyhow::Result<()> {
    use Stance::{Contrary, Supporting};
    let Some(plan) = library.find_plan(PLAN) else { return Ok(()) };
    let indicator = plan.indicators().map(|(_, indicator)| indicator).find(|one| one.key == "self-harm-admissions");
    let outside = indicator.and_then(|indicator| of_indicator(plan, indicator));
    let of = |outcome: &str, basis: Option<Basis>, stance, note: &str| {
        let note = format!("Illustrative: {note}");
        basis.map(|basis| Evidence { outcome: outcome.to_owned(), district: None, basis, stance, note })
    };
    let links = [
        of(
            "healthy-lifestyle",
            theme("mental-health"),
            Supporting,
            "people of every age spoke of worry and of waiting for help.",
        ),
        of(
            "healthy-lifestyle",
            outside,
            Supporting,
            "the county's own figure that admissions for self-harm are to come down from.",
        ),
        of("healthy-lifestyle", theme("schools-teaching"), Contrary, "more people spoke of school than of health."),
        of("full-potential-in-education", theme("schools-teaching"), Supporting, "what most people spoke of."),
        of(
            "full-potential-in-education",
            theme("exam-pressure"),
            Supporting,
            "young people say that exams come before learning.",
        ),
        of(
            "protected-from-abuse-and-neglect",
            theme("bullying"),
            Supporting,
            "children named it far more than adults did.",
        ),
        of(
            "protected-from-abuse-and-neglect",
            option("bullying", "ever", "yes"),
            Supporting,
            "how many say that they were bullied, when they are asked.",
        ),
        of(
            "protected-from-abuse-and-neglect",
            ballot("make-your-mark", "bullying"),
            Supporting,
            "it stands on young people's own ballot.",
        ),
        of(
            "protected-from-abuse-and-neglect",
            option("bullying", "know-how", "yes"),
            Contrary,
            "many know how to report bullying already, so that more of the same may not help.",
        ),
    ];
    let mut linked = 0;
    for link in links.into_iter().flatten() {
        linked += usize::from(store.save_evidence(PLAN, &link, OFFICER, today).context("cannot link evidence")?);
    }
    let looked = NoneFound {
        outcome: "full-potential-in-education".to_owned(),
        looked: "Illustrative: an officer read every answer about school for somebody who said that it matters less."
            .to_owned(),
    };
    if !store.list_none_found(PLAN)?.iter().any(|none| none.none_found.outcome == looked.outcome) {
        store.save_none_found(PLAN, &looked, OFFICER, today)?;
    }
    println!("{PLAN}: {linked} illustrative pieces of evidence linked");
    Ok(())
}

fn theme(theme: &str) -> Option<Basis> {
    Some(Basis::Theme { consultation: CONSULTATION.to_owned(), theme: theme.to_owned() })
}

fn option(consultation: &str, question: &str, option: &str) -> Option<Basis> {
    Some(Basis::Option {
        consultation: consultation.to_owned(),
        question: question.to_owned(),
        option: option.to_owned(),
    })
}

fn ballot(ballot: &str, choice: &str) -> Option<Basis> {
    Some(Basis::Ballot { ballot: ballot.to_owned(), choice: choice.to_owned() })
}
