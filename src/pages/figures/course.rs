//! How an indicator has gone: from where it stood, by what was measured, towards its target, beside other places; as a
//! line and as the table that says the same.
//!
//! The table says everything; the line repeats it. Leaves out the rule that says whether it is on track, which is
//! [`crate::plan::standing`]'s.

use jiff::civil::Date;
use maud::{Markup, html};

use crate::plan::published::{aim, stood};
use crate::plan::standing::{Followed, Measurement, Track, follow, latest};
use crate::plan::{Indicator, Period, Target};

/// The height of the drawing, and the rows of pixels that its lowest and highest number stand on.
const HEIGHT: u32 = 184;
const LOWEST: f64 = 136.0;
const HIGHEST: f64 = 28.0;

/// The line and the table of an indicator. `id` is the page's own for it; `starts` is when the plan starts.
pub fn course(id: &str, indicator: &Indicator, starts: Option<Period>, measurements: &[Measurement]) -> Markup {
    let followed = follow(indicator, starts, measurements);
    html! {
        p { (track(latest(indicator, starts, measurements))) }
        @if let Some(drawing) = Drawing::of(indicator, starts, &followed) { (drawing.render(id, indicator, &followed)) }
        (table(indicator, &followed))
    }
}

/// What the rule says, marked so that it is told apart without colour.
pub fn track(track: Track) -> Markup {
    let (class, sign) = match track {
        Track::Reached | Track::OnTrack => ("tag go", "✓ "),
        Track::NotOnTrack => ("tag late", "✗ "),
        Track::CannotSay(_) => return html! { span class="eq wraps" { "? " (track.as_sentence()) "." } },
    };
    html! { span class=(class) { (sign) (track.as_sentence()) } }
}

fn table(indicator: &Indicator, followed: &[Followed]) -> Markup {
    let line = followed.iter().any(|one| one.expected.is_some());
    let nothing = || html! { span class="eq" { "None given" } };
    html! {
        table class="stack dense" role="table" {
            caption { (indicator.title) ", in " (indicator.unit) "." }
            thead role="rowgroup" { tr role="row" {
                th scope="col" role="columnheader" { "When" }
                th scope="col" role="columnheader" { "Figure" }
                @if line { th scope="col" role="columnheader" { "On the line" } }
                th scope="col" role="columnheader" { "Source" }
            } }
            tbody role="rowgroup" {
                tr role="row" {
                    th scope="row" role="rowheader" { "Where things stood" }
                    td role="cell" data-k="Figure" { @match stood(indicator) { Some(text) => (text), None => (nothing()) } }
                    @if line { td role="cell" {} }
                    td role="cell" data-k="Source" { (indicator.source.as_deref().unwrap_or_default()) }
                }
                @for one in followed {
                    tr role="row" {
                        th scope="row" role="rowheader" { (one.measurement.period) }
                        td role="cell" data-k="Figure" { b { (indicator.write(one.measurement.value)) } }
                        @if line { td role="cell" data-k="On the line" {
                            @if let Some(expected) = one.expected { (indicator.write(tenth(expected))) }
                        } }
                        td role="cell" data-k="Source" { (one.measurement.source.as_deref().unwrap_or("not given")) }
                    }
                }
                tr role="row" {
                    th scope="row" role="rowheader" { "Where they should be" }
                    td role="cell" data-k="Figure" { @match aim(indicator) { Some(text) => (text), None => (nothing()) } }
                    @if line { td role="cell" {} }
                    td role="cell" data-k="Source" { "The plan" }
                }
            }
        }
        @if !indicator.comparators.is_empty() {
            p class="small" {
                "Beside others when the plan was written: "
                (indicator.comparators.iter().map(|one| beside(indicator, one)).collect::<Vec<_>>().join("; ")) "."
            }
        }
    }
}

fn beside(indicator: &Indicator, other: &crate::plan::Comparator) -> String {
    let period = other.period.map_or_else(String::new, |period| format!(" ({period})"));
    match other.value {
        Some(value) => format!("{} {}{period}", other.with, indicator.write(value)),
        None => format!("{} {}{period}", other.standing.as_words(), other.with),
    }
}

/// To a tenth, as a figure between two others is shown.
fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// What is drawn, in days and numbers of the indicator's unit.
struct Drawing {
    from: Date,
    to: Date,
    low: f64,
    high: f64,
    baseline: Option<(Date, f64)>,
    target: Option<(Date, f64)>,
    /// The straight line between them, where the rule has one.
    has_line: bool,
    /// Other places by name.
    others: Vec<(String, f64)>,
}

impl Drawing {
    /// None where fewer than two numbers have a place in time.
    fn of(indicator: &Indicator, starts: Option<Period>, followed: &[Followed]) -> Option<Self> {
        let from_nothing = starts.filter(|_| indicator.from_nothing).map(|starts| (starts.starts(), 0.0));
        let stood = indicator.baseline.and_then(|measure| Some((measure.period?.ends(), measure.value)));
        let baseline = stood.or(from_nothing);
        let by = indicator.target.as_ref().and_then(Target::period);
        let target = indicator.aim().zip(by).map(|(value, by)| (by.ends(), value));
        let measured = followed.iter().map(|one| (one.measurement.period.ends(), one.measurement.value));
        let points: Vec<(Date, f64)> = baseline.into_iter().chain(measured).chain(target).collect();
        if points.len() < 2 {
            return None;
        }
        let others: Vec<(String, f64)> =
            indicator.comparators.iter().filter_map(|one| Some((one.with.clone(), one.value?))).collect();
        let values = || points.iter().map(|(_, value)| *value).chain(others.iter().map(|(_, value)| *value));
        Some(Self {
            from: points.iter().map(|(day, _)| *day).min()?,
            to: points.iter().map(|(day, _)| *day).max()?,
            low: values().fold(f64::INFINITY, f64::min),
            high: values().fold(f64::NEG_INFINITY, f64::max),
            has_line: followed.iter().any(|one| one.expected.is_some()) && target.is_some(),
            baseline,
            target,
            others,
        })
    }

    /// How far along a day is, in percent of the width.
    fn across(&self, day: Date) -> f64 {
        let days = |from: Date, to: Date| f64::from((to - from).get_days());
        let whole = days(self.from, self.to);
        if whole <= 0.0 { 50.0 } else { 3.0 + 94.0 * (days(self.from, day) / whole).clamp(0.0, 1.0) }
    }

    fn x(&self, day: Date) -> String {
        format!("{:.1}%", self.across(day))
    }

    /// How far down a number is, in pixels.
    fn y(&self, value: f64) -> f64 {
        let share = if self.high > self.low { (value - self.low) / (self.high - self.low) } else { 0.5 };
        (LOWEST + (HIGHEST - LOWEST) * share).round()
    }

    /// Where a label begins so that it stays inside the drawing.
    fn anchor(&self, day: Date) -> &'static str {
        match self.across(day) {
            across if across < 25.0 => "start",
            across if across > 75.0 => "end",
            _ => "middle",
        }
    }

    fn render(&self, id: &str, indicator: &Indicator, followed: &[Followed]) -> Markup {
        let title = format!("{id}-drawn");
        let measured: Vec<(Date, f64)> =
            followed.iter().map(|one| (one.measurement.period.ends(), one.measurement.value)).collect();
        let path: Vec<(Date, f64)> = self.baseline.into_iter().chain(measured.iter().copied()).collect();
        html! {
            figure {
                svg class="course" role="img" aria-labelledby=(title) width="100%" height=(HEIGHT) {
                    title id=(title) { (described(indicator, followed)) }
                    @for (at, (_, value)) in self.others.iter().enumerate() {
                        line class="gl" x1="0" x2="100%" y1=(self.y(*value)) y2=(self.y(*value)) {}
                        text class="other" x="50%" y=(self.y(*value) - 3.0) text-anchor="middle" { (letter(at)) }
                    }
                    @if let (Some(begins), Some(ends)) = (self.baseline, self.target.filter(|_| self.has_line)) {
                        line class="mid" x1=(self.x(begins.0)) y1=(self.y(begins.1)) x2=(self.x(ends.0)) y2=(self.y(ends.1)) {}
                    }
                    @for pair in path.windows(2) {
                        line class="wk" x1=(self.x(pair[0].0)) y1=(self.y(pair[0].1)) x2=(self.x(pair[1].0)) y2=(self.y(pair[1].1)) {}
                    }
                    @if let Some((day, value)) = self.baseline {
                        circle class="off" cx=(self.x(day)) cy=(self.y(value)) r="6" {}
                        (self.label(indicator, day, value, -12.0))
                    }
                    @for (day, value) in &measured { circle class="all" cx=(self.x(*day)) cy=(self.y(*value)) r="6" {} }
                    @if let Some((day, value)) = measured.last() { (self.label(indicator, *day, *value, 21.0)) }
                    @if let Some((day, value)) = self.target {
                        line class="goal" x1=(self.x(day)) x2=(self.x(day)) y1=(self.y(value) - 10.0) y2=(self.y(value) + 10.0) {}
                        (self.label(indicator, day, value, -12.0))
                    }
                    text class="when" x="0" y=(HEIGHT - 4) text-anchor="start" { (self.from.year()) }
                    @if self.to.year() != self.from.year() { text class="when" x="100%" y=(HEIGHT - 4) text-anchor="end" { (self.to.year()) } }
                }
                figcaption {
                    "Ring: where things stood. Dots: figures since. Upright line: the target."
                    @if self.has_line { " Dashed: the straight line between them." }
                    @for (at, (name, value)) in self.others.iter().enumerate() {
                        " " b { (letter(at)) } " " (name) " " (indicator.write(*value)) "."
                    }
                }
            }
        }
    }

    /// A number beside its point: this many pixels below it, or above where that is less than nothing. What is newest
    /// stands below and the others above, so that figures which are near each other do not cover each other.
    fn label(&self, indicator: &Indicator, day: Date, value: f64, below: f64) -> Markup {
        let down = self.y(value) + below;
        html! { text x=(self.x(day)) y=(down) text-anchor=(self.anchor(day)) { (indicator.write(value)) } }
    }
}

fn letter(at: usize) -> char {
    char::from(b'A' + u8::try_from(at % 26).unwrap_or(0))
}

/// The drawing in a sentence.
fn described(indicator: &Indicator, followed: &[Followed]) -> String {
    let now =
        followed.last().map(|one| format!("{} ({})", indicator.write(one.measurement.value), one.measurement.period));
    let parts = [
        stood(indicator).map(|text| format!("stood at {text}")),
        now.map(|text| format!("now {text}")),
        aim(indicator).map(|text| format!("should be {text}")),
    ];
    format!("{}: {}", indicator.title, parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: &str = include_str!("../../../analysis/plans/worcestershire-cypp-2014.toml");

    fn indicator(title: &str) -> Indicator {
        let plan = crate::plan::parse("plan.toml", PLAN).unwrap();
        plan.indicators().find(|(_, one)| one.title.contains(title)).unwrap().1.clone()
    }

    fn measured(value: f64, period: &str) -> Measurement {
        Measurement { period: period.parse().unwrap(), value, source: Some("<b>Us</b>".to_owned()) }
    }

    #[test]
    fn what_is_measured_stands_in_the_table_the_drawing_and_its_name() {
        let weight = indicator("excess weight");
        let page = course("w", &weight, None, &[measured(30.5, "2013/14")]).into_string();
        assert_eq!(page.matches("30.5%").count(), 3, "{page}");
        assert!(page.contains("31.9%") && page.contains("role=\"img\"") && page.contains("&lt;b&gt;Us"), "{page}");
    }

    #[test]
    fn an_indicator_without_numbers_has_a_table_and_says_why_nothing_can_be_said() {
        let level = indicator("level 3");
        let page = course("l", &level, None, &[]).into_string();
        assert!(!page.contains("<svg") && page.contains("We cannot say") && page.contains("None given"), "{page}");
    }

    #[test]
    fn every_indicator_of_the_plan_is_drawn_within_its_frame() {
        let plan = crate::plan::parse("plan.toml", PLAN).unwrap();
        for (_, one) in plan.indicators() {
            let page = course("x", one, plan.starts, &[measured(5.0, "2015"), measured(-3.0, "2040")]).into_string();
            assert!(!page.contains("NaN") && !page.contains("inf"), "{page}");
        }
    }
}
