//! Sound plans raise no alarm, whatever their numbers; one change to a sound plan raises exactly one.

use proptest::prelude::*;

use super::*;
use crate::plan::parse;

/// The numbers of a sound plan.
#[derive(Debug, Clone, Copy)]
struct Numbers {
    /// A share in per cent, to one decimal, and a lower one that is its target.
    share: f64,
    target: f64,
    /// People counted, and out of how many.
    count: u32,
    base: u32,
    /// Two shares that add up to 100.
    yes: u32,
}

/// A plan with everything that a plan can have, and no fault. Names in angle brackets stand for numbers.
const SOUND: &str = r#"
key = "sound"
title = "A sound plan"
owner = "Health Board"
geography = "worcestershire"
starts = "2026"
ends = "2028"
vision = "All is well."
source = "A council"
partners = ["Health Board", "Youth Service"]
links = [{ title = "Health Strategy", starts = "2025", ends = "2030" }]
spans = [{ place = "the cover", starts = "2026", ends = "2028" }]
success = [{ says = "Waits are short", measured_by = ["waits"], wants = "decrease" }]
[[outcome]]
key = "well"
title = "Children are well"
themes = ["mental-health"]
why = [{ says = "<share>% wait longer than they should." }]
actions = [{ says = "Open a drop-in", by = "Youth Service", due = "2026-09" }]
success = [{ says = "Fewer wait", measured_by = ["waits"], wants = "decrease" }]
[[outcome.indicator]]
key = "waits"
title = "Children who wait"
unit = "%"
direction = "decrease"
baseline = { value = <share>, period = "2025" }
target = { value = <target>, period = "2028" }
source = "NHS England"
comparators = [{ with = "England", standing = "lower", value = <above> }]
[[printed]]
measure = "waits"
says = "Children who wait"
place = "reasons for well"
unit = "%"
value = <share>
period = "2025"
[[printed]]
measure = "seen"
says = "Children seen"
place = "reasons for well"
unit = "%"
value = <counted>
count = <count>
base = <base>
period = "2025"
[[printed]]
measure = "fell"
says = "Young people out of school"
place = "account"
unit = "per 10,000"
value = <target>
from = { value = <share>, period = "2024" }
period = "2025"
[[printed]]
measure = "fell"
says = "Fewer young people out of school"
place = "account"
unit = "per 10,000"
value = <moved>
is_change = true
[account]
starts = "2023"
ends = "2025"
[[account.said]]
key = "kept"
says = "Fewer will be out of school"
achieved = [{ says = "They are fewer", claims_change = true, figures = ["fell"], target_met = true, target = "fewer" }]
[[village]]
key = "now"
title = "A village of 100 children"
period = "2025"
exclusive = true
shares = [
  { label = "walk to school", of_100 = <yes>, of = "pupils of a school", source = "A count at the gates" },
  { label = "come by bus or car", of_100 = <no>, of = "pupils of a school", source = "A count at the gates" },
]
[[consulted]]
title = "A survey"
period = "2025-05"
responses = <base>
questions_said = 1
questions = ["What matters?"]
perspectives_said = 2
perspectives = ["Child", "Parent"]
results = [{ says = "Shorter waits", share = <yes> }]
"#;

fn sound(numbers: Numbers) -> String {
    let Numbers { share, target, count, base, yes } = numbers;
    let counted = 100.0 * f64::from(count) / f64::from(base);
    let written = [
        ("<share>", format!("{share:.1}")),
        ("<target>", format!("{target:.1}")),
        ("<above>", format!("{:.1}", share + 2.5)),
        ("<moved>", format!("{:.1}", target - share)),
        ("<counted>", format!("{counted:.2}")),
        ("<count>", count.to_string()),
        ("<base>", base.to_string()),
        ("<yes>", yes.to_string()),
        ("<no>", (100 - yes).to_string()),
    ];
    written.iter().fold(SOUND.to_owned(), |text, (name, number)| text.replace(name, number))
}

/// A change to a sound plan: what stands there, what stands there instead, and where it is found.
struct Change {
    from: String,
    to: String,
    place: &'static str,
}

fn change(from: impl Into<String>, to: impl Into<String>, place: &'static str) -> Change {
    Change { from: from.into(), to: to.into(), place }
}

/// Changes to outcomes, indicators and actions.
fn of_outcomes(Numbers { share, target, .. }: Numbers, by: u32) -> Vec<Change> {
    let aim = || format!("value = {target:.1}, period = \"2028\"");
    let above = format!("value = {:.1}, period = \"2028\"", share + f64::from(by));
    let shows = "measured_by = [\"waits\"], wants = \"decrease\"";
    let target = "outcome.well.indicator.waits.target";
    vec![
        change(aim(), above, target),
        change(aim(), format!("value = {share:.1}, period = \"2028\""), target),
        change(aim(), aim().replace(", period = \"2028\"", ""), target),
        change(format!("target = {{ {} }}", aim()), "", target),
        change(aim(), format!("value = -{by}, period = \"2028\""), target),
        change("source = \"NHS England\"\n", "", "indicator"),
        change(format!("\"lower\", value = {:.1}", share + 2.5), "\"lower\"", "comparators"),
        change("\"lower\"", "\"higher\"", "outcome.well.indicator.waits.comparators"),
        change(format!("\"Fewer wait\", {shows}"), "\"Fewer wait\"", "outcome.well.success"),
        change(
            format!("\"Fewer wait\", {shows}"),
            format!("\"More wait\", {}", shows.replace("decrease", "increase")),
            "outcome.well.success",
        ),
        change(format!("\"Waits are short\", {shows}"), "\"Waits are short\"", "success"),
        change("themes = [\"mental-health\"]\n", "", "outcome.well.themes"),
        change("by = \"Youth Service\"", "by = \"Parish Clerk\"", "partners"),
        change(", by = \"Youth Service\"", "", "actions"),
        change(", due = \"2026-09\"", "", "actions"),
    ]
}

/// Changes to figures in the text and to the account of earlier years.
fn of_figures(Numbers { share, target, count, base, .. }: Numbers, by: u32) -> Vec<Change> {
    let twice = |share: f64| format!("value = {share:.1}\nperiod = \"2025\"\n[[printed]]\nmeasure = \"seen\"");
    let moved = |moved: f64| format!("value = {moved:.1}\nis_change");
    let achieved = "account.said.kept.achieved";
    let more = f64::from(by);
    vec![
        change(twice(share), twice(share + more), "printed.waits.value"),
        change(format!("count = {count}"), format!("count = {}", count + base), "printed.seen.value"),
        change(format!("count = {count}\n"), format!("count = {count}.5\n"), "printed.seen.count"),
        change(moved(target - share), moved(target - share - more), "printed.fell.value"),
        change("says = \"Fewer will be out of school\"\n", "", "account.said.kept.says"),
        change(", target = \"fewer\"", "", achieved),
        change(", figures = [\"fell\"]", "", achieved),
        change("period = \"2024\"", "period = \"2022\"", achieved),
    ]
}

/// Changes to the village, the consultation and the plan as a whole.
fn of_the_rest(Numbers { yes, .. }: Numbers, by: u32) -> Vec<Change> {
    let cover = |starts: u32| format!("\"the cover\", starts = \"{starts}\"");
    let village = "village.now.shares";
    vec![
        change(format!("of_100 = {yes},"), format!("of_100 = {},", yes + by), village),
        change(format!("of_100 = {yes}, "), "", village),
        change(", of = \"pupils of a school\"", "", village),
        change("to school\", of_100", "to school\", measure = \"waits\", of_100", village),
        change("questions_said = 1", format!("questions_said = {}", 1 + by), "consulted.questions"),
        change("perspectives_said = 2", format!("perspectives_said = {}", 2 + by), "consulted.perspectives"),
        change("period = \"2025-05\"\n", "", "consulted.period"),
        change(format!("share = {yes} }}"), format!("share = {} }}", 100 + by), "consulted.results"),
        change(format!(", share = {yes} }}"), " }", "consulted.results"),
        change(cover(2026), cover(2028 + by), "spans"),
        change(cover(2026), cover(2025), "spans"),
        change("ends = \"2030\"", "ends = \"2027\"", "links"),
        change("owner = \"Health Board\"", "owner = \"Everyone\"", "owner"),
    ]
}

fn numbers() -> impl Strategy<Value = Numbers> {
    (400_u32..800, 20_u32..300, 30_u32..900, 10_u32..35).prop_flat_map(|(tenths, less, base, yes)| {
        let (share, target) = (f64::from(tenths) / 10.0, f64::from(tenths - less) / 10.0);
        (1..=base).prop_map(move |count| Numbers { share, target, count, base, yes })
    })
}

fn places(text: &str) -> Vec<String> {
    let plan = parse("p.toml", text).unwrap_or_else(|findings| panic!("{findings:?}\n{text}"));
    check("p.toml", &plan).into_iter().map(|finding| finding.key).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn a_sound_plan_raises_no_alarm_whatever_its_numbers(numbers in numbers()) {
        prop_assert_eq!(places(&sound(numbers)), Vec::<String>::new());
    }

    #[test]
    fn one_change_to_a_sound_plan_raises_exactly_one(numbers in numbers(), by in 1_u32..9) {
        let text = sound(numbers);
        let changes = [of_outcomes, of_figures, of_the_rest].map(|changes| changes(numbers, by));
        for Change { from, to, place } in changes.into_iter().flatten() {
            prop_assert!(text.contains(&from), "{} stands in the plan", from);
            let found = places(&text.replacen(&from, &to, 1));
            prop_assert_eq!(&found, &[place], "{} -> {}", from, to);
        }
    }
}

/// What every small plan begins with.
const HEAD: &str = r#"
key = "p"
title = "A plan"
owner = "A council"
geography = "worcestershire"
starts = "2026"
ends = "2028"
vision = "All is well."
source = "A council"
"#;

/// A page whose indicators are those of the plan as a whole.
const PAGE: &str = r#"
kind = "page"
[[outcome]]
key = "a"
title = "Safe"
themes = ["bullying"]
measured_by = ["felt-safe"]
actions = [{ says = "Light the paths", by = "Highways", due = "2027" }]
[[indicator]]
key = "felt-safe"
title = "Children who feel safe"
unit = "%"
direction = "increase"
baseline = { value = 71, period = "2025" }
target = { value = 80, period = "2028" }
source = "School survey"
"#;

/// A strategy with a target that is a share of the baseline.
const STRATEGY: &str = r#"
kind = "strategy"
calls = "objective"
[[outcome]]
key = "a"
title = "Fewer are excluded"
themes = ["schools-teaching"]
actions = [{ says = "Train mentors", by = "Schools", due = "2027", status = "under-way" }]
[[outcome.indicator]]
key = "exclusions"
title = "Permanent exclusions"
unit = "exclusions"
direction = "decrease"
baseline = { value = 113, period = "2024/25 academic" }
target = { change = -30, period = "2027/28 academic" }
source = "School census"
"#;

/// A local plan that counts from nothing, and adds to an outcome without an action.
const LOCAL: &str = r#"
district = "wychavon"
inherits = "county"
[[outcome]]
key = "a"
title = "Safe"
themes = ["transport"]
[[outcome.indicator]]
key = "buses"
title = "Buses after nine"
unit = "a week"
direction = "increase"
from_nothing = true
target = { value = 4, period = "2028" }
source = "Timetable"
"#;

#[test]
fn a_sound_plan_may_be_small() {
    for body in [PAGE, STRATEGY, LOCAL] {
        assert_eq!(places(&format!("{HEAD}{body}")), Vec::<String>::new(), "{body}");
    }
}

#[test]
fn an_indicator_that_no_outcome_uses_stands_out() {
    let unused = PAGE.replacen("measured_by = [\"felt-safe\"]\n", "", 1);
    assert_eq!(places(&format!("{HEAD}{unused}")), ["outcome.a.indicator", "indicator.felt-safe"]);
}
