//! How far the actions of a plan have got: who answers for each, by when, and whether that day has passed.
//!
//! A plan gives its actions no key, so that an action is known by its outcome and its words: a plan that words it
//! anew has a new action, which begins anew. Leaves out who changed what and when (`store`).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::outcome::{Action, Plan, Status};
use super::period::Period;

/// An action as it stands now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionNow {
    /// Its outcome's key.
    pub outcome: String,
    /// See [`key_of`].
    pub key: String,
    /// What will be done, in the plan's words.
    pub says: String,
    /// Who answers for it; none where nobody is named.
    pub owner: Option<String>,
    /// The last day on which it is not late.
    pub due: Option<Date>,
    /// None where nobody has said.
    pub status: Option<Status>,
    /// None where it stands as the plan gives it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changed: Option<Changed>,
}

/// That how an action stands was changed after the plan was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    pub on: Date,
    /// Where whoever changed it learnt that; none where nobody wrote it down.
    pub source: Option<String>,
}

impl ActionNow {
    /// As the plan itself gives it: due on the last day of the period that it names.
    pub fn begin(outcome: &str, action: &Action) -> Self {
        Self {
            outcome: outcome.to_owned(),
            key: key_of(outcome, &action.says),
            says: action.says.clone(),
            owner: action.by.clone(),
            due: action.due.map(|due| due.ends()),
            status: action.status,
            changed: None,
        }
    }

    /// Whether its day has passed and it is neither done nor dropped.
    pub fn is_overdue(&self, today: Date) -> bool {
        !matches!(self.status, Some(Status::Done | Status::Dropped)) && self.due.is_some_and(|due| due < today)
    }
}

/// Every action of a plan as the plan gives it, in its order.
pub fn begin(plan: &Plan) -> Vec<ActionNow> {
    let of = |outcome: &super::Outcome| -> Vec<ActionNow> {
        outcome.actions.iter().map(|action| ActionNow::begin(&outcome.key, action)).collect()
    };
    plan.outcomes.iter().flat_map(of).collect()
}

/// A plan with its actions as they stand now: with who answers for each and by when as officers have entered it since.
pub fn as_they_stand(plan: &Plan, now: &[ActionNow]) -> Plan {
    let mut plan = plan.clone();
    for outcome in &mut plan.outcomes {
        for action in &mut outcome.actions {
            let key = key_of(&outcome.key, &action.says);
            let Some(now) = now.iter().find(|known| known.key == key && known.changed.is_some()) else { continue };
            action.by.clone_from(&now.owner);
            action.due = now.due.map(|due| Period::Month { year: due.year(), month: due.month() });
            action.status = now.status;
        }
    }
    plan
}

/// What an action is known by: sixteen hexadecimal digits of its outcome and its words.
pub fn key_of(outcome: &str, says: &str) -> String {
    let digest = Sha256::new().chain_update(outcome).chain_update([0]).chain_update(says.trim()).finalize();
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_is_late_on_the_day_after_its_period_until_it_is_done_or_dropped() {
        let due = Some("2015-03".parse().unwrap());
        let action = Action { says: "Run a bus".into(), by: None, due, status: Some(Status::Planned) };
        let now = ActionNow::begin("join-in", &action);
        let day = |text: &str| text.parse::<Date>().unwrap();
        assert!(!now.is_overdue(day("2015-03-31")) && now.is_overdue(day("2015-04-01")));
        for status in [Status::Done, Status::Dropped] {
            assert!(!ActionNow { status: Some(status), ..now.clone() }.is_overdue(day("2030-01-01")));
        }
        assert!(!ActionNow { due: None, ..now }.is_overdue(day("2030-01-01")), "nothing is late that has no day");
    }

    #[test]
    fn a_plan_with_its_actions_as_they_stand_has_what_officers_entered_and_nothing_else() {
        let text = include_str!("../../analysis/plans/worcestershire-cypp-2014.toml");
        let plan = super::super::parse("plan.toml", text).unwrap();
        let mut now = begin(&plan);
        assert_eq!(as_they_stand(&plan, &now), plan);
        now[0].due = Some("2015-03-31".parse().unwrap());
        now[0].changed = Some(Changed { on: "2015-01-01".parse().unwrap(), source: None });
        let actions: Vec<Action> =
            as_they_stand(&plan, &now).outcomes.into_iter().flat_map(|one| one.actions).collect();
        assert_eq!(actions[0].due, Some("2015-03".parse().unwrap()));
        assert!(actions[1..].iter().all(|action| action.due.is_none()), "the others have no date");
    }

    #[test]
    fn the_same_words_under_two_outcomes_are_two_actions() {
        assert_ne!(key_of("a", "Run a bus"), key_of("b", "Run a bus"));
        assert_ne!(key_of("a", "bRun"), key_of("ab", "Run"));
        assert_eq!(key_of("a", "Run a bus").len(), 16);
    }
}
