//! How an indicator has gone: from where it stood, by what was measured, towards its target, beside other places; as a
//! line and as the table that says the same.
//!
//! The table says everything; the line repeats it. Leaves out the rule that says whether it is on track, which is
//! [`crate::plan::standing`]'s.

use jiff::civil::Date;
use maud::{Markup, html};

use super::going::{period, sentence, track};
use crate::pages::Words;
use crate::plan::standing::{Followed, Measurement, Track, Why, follow, on_day};
use crate::plan::{Comparator, Indicator, Period, Standing, Target};

/// The height of the drawing, and the rows of pixels that its lowest and highest number stand on.
const HEIGHT: u32 = 184;
const LOWEST: f64 = 136.0;
const HIGHEST: f64 = 28.0;
/// The most digits after the point that a number between others is shown with.
const MOST_DIGITS: usize = 4;

/// What the courses of one page share.
#[derive(Debug, Clone, Copy)]
pub struct Told {
    pub say: Words,
    /// When the plan starts.
    pub starts: Option<Period>,
    /// The day on which it is told; what is past is past by this day.
    pub today: Date,
}

/// The line and the table of an indicator. `id` is the page's own for it.
pub fn course(told: Told, id: &str, indicator: &Indicator, measurements: &[Measurement]) -> Markup {
    let followed = follow(indicator, told.starts, measurements);
    html! {
        (verdict(told, indicator, measurements))
        @if let Some(drawing) = Drawing::of(indicator, told.starts, &followed) { (drawing.render(told.say, id, indicator, &followed)) }
        (table(told.say, indicator, &followed))
    }
}

/// What can be said of an indicator, and what could when it was last measured where its time has passed since.
pub fn verdict(told: Told, indicator: &Indicator, measurements: &[Measurement]) -> Markup {
    let (say, followed) = (told.say, follow(indicator, told.starts, measurements));
    let now = on_day(indicator, told.starts, measurements, told.today);
    html! {
        p { (track(say, now)) }
        @if let (Track::CannotSay(Why::Passed), Some(last)) = (now, followed.last()) {
            p { (say.say_with("plan-last", &[("period", period(say, last.measurement.period).into()), ("said", sentence(say, last.track).into())])) }
        }
    }
}

/// A figure of an indicator as it stands in a sentence: with its unit, which is the plan's.
fn amount(say: Words, indicator: &Indicator, value: f64) -> Markup {
    let written = indicator.write(value);
    if indicator.unit == "%" {
        html! { (written) }
    } else {
        say.theirs(&written)
    }
}

/// Where an indicator stood.
fn stood(say: Words, indicator: &Indicator) -> Option<Markup> {
    let measure = indicator.baseline?;
    Some(html! { (amount(say, indicator, measure.value)) (when(say, measure.period)) })
}

/// Where it should get to.
fn aim(say: Words, indicator: &Indicator) -> Option<Markup> {
    let target = indicator.target.as_ref()?;
    let words = match target {
        Target::Number(measure) => amount(say, indicator, measure.value),
        Target::Change { percent, .. } => {
            let key = if *percent < 0.0 { "plan-less" } else { "plan-more" };
            html! { (say.say_with(key, &[("percent", percent.abs().to_string().into())])) }
        }
        Target::Words { words, .. } => say.theirs(words),
    };
    Some(html! { (words) (when(say, target.period())) })
}

fn when(say: Words, of: Option<Period>) -> Markup {
    html! { @if let Some(of) = of { " (" (period(say, of)) ")" } }
}

fn table(say: Words, indicator: &Indicator, followed: &[Followed]) -> Markup {
    let line = followed.iter().any(|one| one.expected.is_some());
    let nothing = || html! { span class="eq" { (say.say("plan-none-given")) } };
    let [heading, figure, on_line, source] =
        ["plan-when", "plan-figure", "plan-on-line", "plan-source"].map(|key| say.say(key));
    let row = |name: &str, value: Markup, expected: Markup, from: Markup| {
        html! { tr role="row" {
            th scope="row" role="rowheader" { (name) }
            td role="cell" data-k=(figure) { (value) }
            @if line { td role="cell" data-k=(on_line) { (expected) } }
            td role="cell" data-k=(source) { (from) }
        } }
    };
    let printed = indicator.source.as_deref().map(|source| say.theirs(source)).unwrap_or_default();
    html! {
        table class="stack dense" role="table" {
            caption { (say.rich("plan-of-unit", &[("title", say.theirs(&indicator.title)), ("unit", say.theirs(&indicator.unit))])) }
            thead role="rowgroup" { tr role="row" {
                th scope="col" role="columnheader" { (heading) }
                th scope="col" role="columnheader" { (figure) }
                @if line { th scope="col" role="columnheader" { (on_line) } }
                th scope="col" role="columnheader" { (source) }
            } }
            tbody role="rowgroup" {
                (row(say.say("plan-stood"), stood(say, indicator).unwrap_or_else(nothing), html! {}, printed))
                @let digits = decimals(indicator, followed).max(1);
                @for one in followed {
                    @let value = html! { b { (amount(say, indicator, one.measurement.value)) } };
                    @let expected = one.expected.map(|expected| amount(say, indicator, rounded(expected, digits))).unwrap_or_default();
                    @let from = one.measurement.source.as_deref().map_or_else(|| html! { (say.say("plan-not-given")) }, |source| say.theirs(source));
                    (row(&period(say, one.measurement.period), value, expected, from))
                }
                (row(say.say("plan-should"), aim(say, indicator).unwrap_or_else(nothing), html! {}, html! { (say.say("plan-the-plan")) }))
            }
        }
        @if !indicator.comparators.is_empty() {
            p class="small" {
                (say.say("plan-beside"))
                @for (at, other) in indicator.comparators.iter().enumerate() {
                    @if at > 0 { ";" } " " (beside(say, indicator, other))
                }
                "."
            }
        }
    }
}

fn beside(say: Words, indicator: &Indicator, other: &Comparator) -> Markup {
    let with = say.theirs(&other.with);
    let key = match other.standing {
        Standing::Higher => "plan-higher",
        Standing::Lower => "plan-lower",
        Standing::Level => "plan-level",
    };
    html! {
        @match other.value {
            Some(value) => { (with) " " (amount(say, indicator, value)) }
            None => (say.rich(key, &[("other", with)])),
        }
        (when(say, other.period))
    }
}

/// How many digits after the point the most exact number of an indicator has, as its sources give them.
fn decimals(indicator: &Indicator, followed: &[Followed]) -> usize {
    let plans = indicator.baseline.iter().map(|measure| measure.value).chain(indicator.aim());
    let all = plans.chain(followed.iter().map(|one| one.measurement.value));
    let of = |value: f64| value.to_string().split_once('.').map_or(0, |(_, digits)| digits.len());
    all.map(of).max().unwrap_or(0).min(MOST_DIGITS)
}

/// A number between others in as many digits as they have.
fn rounded(value: f64, digits: usize) -> f64 {
    format!("{value:.digits$}").parse().unwrap_or(value)
}

/// From where to where numbers are drawn: all of them, and at least a twentieth of the largest, so that a change of
/// hundredths is not drawn like one of the whole.
fn reach(values: impl Iterator<Item = f64> + Clone, digits: usize) -> (f64, f64) {
    let low = values.clone().fold(f64::INFINITY, f64::min);
    let high = values.clone().fold(f64::NEG_INFINITY, f64::max);
    let missing = values.map(f64::abs).fold(0.0, f64::max) / 20.0 - (high - low);
    if missing <= 0.0 {
        return (low, high);
    }
    let below = rounded(low - missing / 2.0, digits).min(low);
    (if low >= 0.0 { below.max(0.0) } else { below }, rounded(high + missing / 2.0, digits).max(high))
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
        let values = points.iter().map(|(_, value)| *value).chain(others.iter().map(|(_, value)| *value));
        let (low, high) = reach(values, decimals(indicator, followed));
        Some(Self {
            from: points.iter().map(|(day, _)| *day).min()?,
            to: points.iter().map(|(day, _)| *day).max()?,
            low,
            high,
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

    fn render(&self, say: Words, id: &str, indicator: &Indicator, followed: &[Followed]) -> Markup {
        let title = format!("{id}-drawn");
        let measured: Vec<(Date, f64)> =
            followed.iter().map(|one| (one.measurement.period.ends(), one.measurement.value)).collect();
        let [at_baseline, at_newest, at_target] = self.sides(measured.last().map(|(_, value)| *value));
        let path: Vec<(Date, f64)> = self.baseline.into_iter().chain(measured.iter().copied()).collect();
        html! {
            figure {
                svg class="course" direction="ltr" role="img" aria-labelledby=(title) width="100%" height=(HEIGHT) {
                    title id=(title) { (described(say, indicator, followed)) }
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
                        (self.label(indicator, day, value, at_baseline))
                    }
                    @for (day, value) in &measured { circle class="all" cx=(self.x(*day)) cy=(self.y(*value)) r="6" {} }
                    @if let Some((day, value)) = measured.last() { (self.label(indicator, *day, *value, at_newest)) }
                    @if let Some((day, value)) = self.target {
                        line class="goal" x1=(self.x(day)) x2=(self.x(day)) y1=(self.y(value) - 10.0) y2=(self.y(value) + 10.0) {}
                        (self.label(indicator, day, value, at_target))
                    }
                    text class="when" x="0" y=(HEIGHT - 4) text-anchor="start" { (self.from.year()) }
                    @if self.to.year() != self.from.year() { text class="when" x="100%" y=(HEIGHT - 4) text-anchor="end" { (self.to.year()) } }
                }
                figcaption {
                    (say.say("plan-drawn"))
                    @if self.has_line { " " (say.say("plan-dashed")) }
                    @if self.high > self.low {
                        @let [low, high] = [self.low, self.high].map(|end| amount(say, indicator, end));
                        " " (say.rich("plan-reach", &[("low", low), ("high", high)]))
                    }
                    @for (at, (name, value)) in self.others.iter().enumerate() {
                        " " b { (letter(at)) } " " (say.theirs(name)) " " (amount(say, indicator, *value)) "."
                    }
                }
            }
        }
    }

    /// How far below their points the numbers of baseline, newest figure and target stand: newest and target turn away
    /// from each other, and the baseline from a newest figure at its height, so that on a narrow page none covers another.
    fn sides(&self, newest: Option<f64>) -> [f64; 3] {
        const ABOVE: f64 = -12.0;
        const BELOW: f64 = 21.0;
        let height = |point: Option<(Date, f64)>| point.map(|(_, value)| self.y(value));
        let Some(newest) = newest.map(|value| self.y(value)) else { return [ABOVE, ABOVE, ABOVE] };
        if height(self.target).is_none_or(|target| newest > target) {
            return [ABOVE, BELOW, ABOVE];
        }
        let is_level = height(self.baseline).is_some_and(|baseline| (baseline - newest).abs() < BELOW - ABOVE);
        [if is_level { BELOW } else { ABOVE }, ABOVE, BELOW]
    }

    /// A number beside its point: this many pixels below it, or above where that is less than nothing.
    fn label(&self, indicator: &Indicator, day: Date, value: f64, below: f64) -> Markup {
        let down = self.y(value) + below;
        html! { text x=(self.x(day)) y=(down) text-anchor=(self.anchor(day)) { (indicator.write(value)) } }
    }
}

fn letter(at: usize) -> char {
    char::from(b'A' + u8::try_from(at % 26).unwrap_or(0))
}

/// The drawing in a sentence.
fn described(say: Words, indicator: &Indicator, followed: &[Followed]) -> String {
    let dated = |value: f64, of: Option<Period>| match of {
        Some(of) => format!("{} ({})", indicator.write(value), period(say, of)),
        None => indicator.write(value),
    };
    let stood = indicator.baseline.map(|measure| ("plan-drawn-stood", dated(measure.value, measure.period)));
    let now = followed.last().map(|one| ("plan-drawn-now", dated(one.measurement.value, Some(one.measurement.period))));
    let by = indicator.target.as_ref().and_then(Target::period);
    let should = indicator.aim().map(|value| ("plan-drawn-should", dated(value, by)));
    let parts = [stood, now, should].into_iter().flatten();
    let parts: Vec<String> = parts.map(|(key, figure)| say.say_with(key, &[("figure", figure.into())])).collect();
    format!("{}: {}", indicator.title, parts.join(", "))
}

#[cfg(test)]
#[path = "course_tests.rs"]
mod tests;
