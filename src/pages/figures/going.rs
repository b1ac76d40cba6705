//! How a plan is going, in the words of whoever reads it: what the rule says of an indicator and of all of them, and who
//! does what by when.
//!
//! The same for officers and for everybody. Leaves out the rule itself, which is [`crate::plan::standing`]'s, and the
//! line of an indicator (`course`).

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use maud::{Markup, html};

use crate::pages::Words;
use crate::plan::actions::ActionNow;
use crate::plan::standing::{Measurement, Track, Why, on_day};
use crate::plan::{Indicator, Period, Plan, Status};

/// A stretch of time as people write it.
pub fn period(say: Words, period: Period) -> String {
    let years = |first: i16| format!("{first}/{:02}", (first + 1) % 100);
    match period {
        Period::Month { year, month } => format!("{} {year}", say.say(&format!("month-{month}"))),
        Period::Calendar { year } => year.to_string(),
        Period::Financial { first } => years(first),
        Period::Academic { first } => say.say_with("plan-academic", &[("years", years(first).into())]),
    }
}

/// What the rule says of an indicator, as a sentence without its full stop.
pub fn sentence(say: Words, track: Track) -> &'static str {
    say.say(match track {
        Track::Reached => "plan-reached",
        Track::OnTrack => "plan-on-track",
        Track::NotOnTrack => "plan-not-on-track",
        Track::Met => "plan-met",
        Track::Missed => "plan-missed",
        Track::CannotSay(why) => match why {
            Why::NoBaseline => "plan-no-baseline",
            Why::BaselineUndated => "plan-baseline-undated",
            Why::NoTarget => "plan-no-target",
            Why::TargetInWords => "plan-target-in-words",
            Why::TargetUndated => "plan-target-undated",
            Why::TargetNotLater => "plan-target-not-later",
            Why::NoDirection => "plan-no-direction",
            Why::TargetAgainstDirection => "plan-target-against",
            Why::NotMeasured => "plan-not-measured",
            Why::MeasuredBefore => "plan-measured-before",
            Why::Passed => "plan-passed",
        },
    })
}

/// What the rule says, marked so that it is told apart without colour.
pub fn track(say: Words, track: Track) -> Markup {
    let (class, sign) = match track {
        Track::Reached | Track::OnTrack | Track::Met => ("tag go", "✓ "),
        Track::NotOnTrack | Track::Missed => ("tag late", "✗ "),
        Track::CannotSay(_) => return html! { span class="eq wraps" { "? " (sentence(say, track)) "." } },
    };
    html! { span class=(class) { (sign) (sentence(say, track)) } }
}

/// What can be said of every indicator of a plan on a day; one that stands under several outcomes counts once.
pub fn tracks(plan: &Plan, figures: &BTreeMap<String, Vec<Measurement>>, today: Date) -> Vec<Track> {
    let of = |indicator: &Indicator| figures.get(&indicator.key).map(Vec::as_slice).unwrap_or_default();
    let mut known = BTreeSet::new();
    let each = plan.indicators().filter(|(_, indicator)| known.insert(indicator.key.as_str()));
    each.map(|(_, indicator)| on_day(indicator, plan.starts, of(indicator), today)).collect()
}

/// How a plan is going, in a sentence without its full stop.
pub fn finding(say: Words, tracks: &[Track]) -> String {
    let count = |wanted: fn(&Track) -> bool| tracks.iter().filter(|track| wanted(track)).count();
    let well = count(|track| matches!(track, Track::Reached | Track::OnTrack | Track::Met));
    let badly = count(|track| matches!(track, Track::NotOnTrack | Track::Missed));
    let of = tracks.len();
    match (of, well + badly) {
        (0, _) => say.say("plan-finding-none").to_owned(),
        (_, 0) => say.say_with("plan-finding-cannot", &[("of", of.into())]),
        _ => say.say_with("plan-finding", &[("of", of.into()), ("well", well.into()), ("badly", badly.into())]),
    }
}

/// How many indicators are where, and why nothing can be said of the others.
pub fn counts(say: Words, tracks: &[Track]) -> Markup {
    let mut said: BTreeMap<(u8, &'static str), usize> = BTreeMap::new();
    for track in tracks {
        let order = match track {
            Track::Met => 0,
            Track::Reached => 1,
            Track::OnTrack => 2,
            Track::NotOnTrack => 3,
            Track::Missed => 4,
            Track::CannotSay(_) => 5,
        };
        *said.entry((order, sentence(say, *track))).or_default() += 1;
    }
    let indicators = say.say("plan-indicators");
    html! {
        table class="stack" role="table" {
            caption { (say.say("plan-counts")) }
            thead role="rowgroup" { tr role="row" {
                th scope="col" role="columnheader" { (say.say("plan-can-be-said")) }
                th scope="col" role="columnheader" class="num" { (indicators) }
            } }
            tbody role="rowgroup" {
                @for ((_, sentence), count) in &said {
                    tr role="row" {
                        th scope="row" role="rowheader" { (sentence) }
                        td role="cell" class="num" data-k=(indicators) { (count) }
                    }
                }
            }
        }
    }
}

/// A table of actions with who answers for each, by when, and how far it has got. `named` writes an action; `caption`
/// says what the table is and in which order.
pub fn actions<'a>(
    say: Words,
    caption: &str,
    actions: impl Iterator<Item = &'a ActionNow>,
    today: Date,
    named: impl Fn(&ActionNow) -> Markup,
) -> Markup {
    let [action_word, who, by, how_far] =
        ["plan-action", "plan-who", "plan-by", "plan-how-far"].map(|key| say.say(key));
    html! {
        table class="stack" role="table" {
            caption { (caption) }
            thead role="rowgroup" { tr role="row" {
                @for heading in [action_word, who, by, how_far] { th scope="col" role="columnheader" { (heading) } }
            } }
            tbody role="rowgroup" {
                @for action in actions {
                    tr role="row" {
                        th scope="row" role="rowheader" { (named(action)) }
                        td role="cell" data-k=(who) { (owner(say, action)) }
                        td role="cell" data-k=(by) {
                            (due(say, action))
                            @if action.is_overdue(today) { " " span class="tag late" { (say.say("plan-overdue")) } }
                        }
                        td role="cell" data-k=(how_far) { (status(say, action.status)) (source(say, action)) }
                    }
                }
            }
        }
    }
}

/// Who answers for an action.
pub fn owner(say: Words, action: &ActionNow) -> Markup {
    match &action.owner {
        Some(owner) => say.theirs(owner),
        None => html! { span class="eq" { (say.say("plan-nobody")) } },
    }
}

/// By when an action is due.
pub fn due(say: Words, action: &ActionNow) -> Markup {
    match action.due {
        Some(due) => html! { (say.short_day(due)) },
        None => html! { span class="eq" { (say.say("plan-no-date")) } },
    }
}

/// How far an action has got.
pub fn status(say: Words, status: Option<Status>) -> Markup {
    let words = |key: &'static str| html! { (say.say(key)) };
    match status {
        Some(Status::Done) => html! { span class="tag go" { "✓ " (say.say("plan-done")) } },
        Some(Status::Planned) => words("plan-planned"),
        Some(Status::UnderWay) => words("plan-under-way"),
        Some(Status::Dropped) => words("plan-dropped"),
        None => html! { span class="eq" { (say.say("plan-unsaid")) } },
    }
}

/// Where it was learnt how far an action has got, where that was changed after the plan was written.
pub fn source(say: Words, action: &ActionNow) -> Markup {
    let Some(changed) = action.status.and(action.changed.as_ref()) else { return html! {} };
    html! {
        p class="small" { @match &changed.source {
            Some(source) => (say.rich("plan-from", &[("source", say.theirs(source))])),
            None => (say.say("plan-not-given")),
        } }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_indicator_under_two_outcomes_counts_once() {
        let text = include_str!("../../../analysis/plans/worcestershire-cypp-2014.toml");
        let plan = crate::plan::parse("worcestershire-cypp-2014", text).unwrap();
        let keys: BTreeSet<&str> = plan.indicators().map(|(_, indicator)| indicator.key.as_str()).collect();
        assert_eq!(plan.indicators().count() - keys.len(), 3, "three stand under two outcomes");
        let tracks = tracks(&plan, &BTreeMap::new(), jiff::civil::date(2026, 11, 26));
        assert_eq!(tracks.len(), keys.len());
    }

    #[test]
    fn the_state_of_an_action_has_its_source_once_somebody_changed_it() {
        let of = |status, changed| {
            let action = crate::plan::Action { says: "Run a bus".into(), by: None, due: None, status };
            let now = ActionNow { changed, ..ActionNow::begin("a", &action) };
            source(Words::english(), &now).into_string()
        };
        let changed = |source: Option<&str>| {
            let on = jiff::civil::date(2026, 11, 26);
            Some(crate::plan::actions::Changed { on, source: source.map(str::to_owned) })
        };
        assert!(of(Some(Status::Done), changed(Some("The <board>"))).contains("Source: The &lt;board&gt;"));
        assert!(of(Some(Status::Done), changed(None)).contains("source not recorded"));
        assert_eq!(of(Some(Status::Done), None), "", "as the plan gives it");
        assert_eq!(of(None, changed(None)), "", "nobody has said how far it has got");
    }
}
