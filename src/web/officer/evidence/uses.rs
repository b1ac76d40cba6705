//! Which outcomes of the plan that a consultation feeds use a theme or a question.

use super::plans::Linked;
use crate::pages::officer::evidence::uses::{Use, Uses};
use crate::plan::evidence::{Basis, Stance};
use crate::survey::Consultation;
use crate::web::{PageError, State};

/// The uses of what `is_it` knows, and of a theme by its key where a plan's file names it; none where the consultation
/// feeds no plan.
///
/// # Errors
/// When the database fails.
pub fn uses(
    state: &State,
    consultation: &Consultation,
    theme: Option<&str>,
    is_it: impl Fn(&Basis) -> bool,
) -> Result<Option<Uses>, PageError> {
    let library = state.library();
    let Some(plan) = consultation.plan.as_deref().and_then(|key| library.find_plan(key)) else { return Ok(None) };
    let linked = Linked::list(&state.store, plan)?;
    let address = |outcome: &str| format!("/officer/plans/{}/outcomes/{outcome}", plan.key);
    let mut uses = Vec::new();
    for outcome in &plan.outcomes {
        let theirs = linked.evidence.iter().map(|stored| &stored.evidence).filter(|link| link.outcome == outcome.key);
        let mut theirs = theirs.filter(|link| is_it(&link.basis)).peekable();
        let is_named = theme.is_some_and(|theme| outcome.themes.iter().any(|key| key == theme));
        if theirs.peek().is_none() && is_named {
            let how = "the plan names it, and nobody has linked it";
            uses.push(Use { address: address(&outcome.key), title: outcome.title.clone(), how, note: None });
        }
        for link in theirs {
            let how = match link.stance {
                Stance::Supporting => "linked as speaking for it",
                Stance::Contrary => "linked as speaking against it",
            };
            let note = Some(link.note.clone());
            uses.push(Use { address: address(&outcome.key), title: outcome.title.clone(), how, note });
        }
    }
    Ok(Some(Uses { plan_title: plan.title.clone(), plan: format!("/officer/plans/{}", plan.key), uses }))
}
