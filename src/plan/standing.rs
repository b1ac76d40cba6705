//! Whether an indicator is on its way from where it stood to where it should be, by one stated rule.
//!
//! Leaves out who measured and when it was entered (`store`), and charts (`pages`).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::check::half_of_last_digit;
use super::indicator::{Direction, Indicator, Target};
use super::period::Period;

/// The rule as a sentence for people.
pub const RULE: &str = "We draw a straight line from where things stood to where they should be. An indicator is on \
                        track when its newest figure is on that line or better. Once the time of the target has \
                        come, the first figure for it or later says whether the target was met or missed.";

/// How an indicator stood in a period after the plan was written.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Measurement {
    pub period: Period,
    /// Finite; in the indicator's unit.
    pub value: f64,
    /// Who publishes the figure.
    pub source: Option<String>,
}

/// What a measurement says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Track {
    /// At the target or better before its time.
    Reached,
    /// On the line or better.
    OnTrack,
    /// On the wrong side of the line.
    NotOnTrack,
    /// At the target or better when its time had come.
    Met,
    /// On the wrong side of the target when its time had come.
    Missed,
    CannotSay(Why),
}

/// Why nothing can be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    NoBaseline,
    BaselineUndated,
    NoTarget,
    TargetInWords,
    TargetUndated,
    TargetNotLater,
    NoDirection,
    TargetAgainstDirection,
    NotMeasured,
    MeasuredBefore,
    /// The time of the target has passed, and no figure for it is entered.
    Passed,
}

/// One measurement beside the line.
#[derive(Debug, Clone, PartialEq)]
pub struct Followed {
    pub measurement: Measurement,
    /// Where the line is at the end of the measurement's period; none where there is no line.
    pub expected: Option<f64>,
    /// How much of the way from baseline to target is gone: 0 at the baseline, 1 at the target, below 0 when things
    /// got worse. None where there is no line, or no way to go.
    pub way: Option<f64>,
    pub track: Track,
}

/// The straight line from baseline to target.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Line {
    from: f64,
    to: f64,
    starts: Date,
    ends: Date,
    direction: Direction,
}

/// Every measurement beside the line, the earliest first. `starts` is when the plan starts, where what counts from
/// nothing begins.
///
/// The line runs from the baseline, at the last day of its period, to the target, at the last day of its own; after
/// that it stays at the target. A measurement is held against it at the last day of its period. Where more is better it
/// is on track at or above the line, where less is better at or below, and where things should stay as they are on it.
/// A measurement that rounds to the line, in the digits it is given with, is on it.
pub fn follow(indicator: &Indicator, starts: Option<Period>, measurements: &[Measurement]) -> Vec<Followed> {
    let line = Line::of(indicator, starts);
    let mut ordered: Vec<&Measurement> = measurements.iter().collect();
    ordered.sort_by_key(|measurement| (measurement.period.ends(), measurement.period.starts()));
    let beside = |measurement: &Measurement| {
        let (expected, way, track) = match &line {
            Err(why) => (None, None, Track::CannotSay(*why)),
            Ok(line) => line.judge(measurement),
        };
        Followed { measurement: measurement.clone(), expected, way, track }
    };
    ordered.into_iter().map(beside).collect()
}

/// What the measurements say by [`RULE`]: the first at the end of the target's period or later says whether it was met
/// or missed; until there is one, the newest says whether it is on track.
pub fn latest(indicator: &Indicator, starts: Option<Period>, measurements: &[Measurement]) -> Track {
    let followed = follow(indicator, starts, measurements);
    let at_the_end = followed.iter().find(|one| matches!(one.track, Track::Met | Track::Missed));
    match (at_the_end.or(followed.last()), Line::of(indicator, starts)) {
        (Some(decides), _) => decides.track,
        (None, Err(why)) => Track::CannotSay(why),
        (None, Ok(_)) => Track::CannotSay(Why::NotMeasured),
    }
}

/// What can be said on a day: where the time of the target has passed and no figure says whether it was met, what was on
/// track when it was last measured may have been missed since.
pub fn on_day(indicator: &Indicator, starts: Option<Period>, measurements: &[Measurement], today: Date) -> Track {
    let latest = latest(indicator, starts, measurements);
    match unanswered(indicator, starts, measurements, today) {
        Some(_) if !matches!(latest, Track::CannotSay(_)) => Track::CannotSay(Why::Passed),
        _ => latest,
    }
}

/// The period of the target where that has passed and no figure says whether it was met. None where nothing could be said
/// of it anyway.
pub fn unanswered(
    indicator: &Indicator,
    starts: Option<Period>,
    measurements: &[Measurement],
    today: Date,
) -> Option<Period> {
    let line = Line::of(indicator, starts).ok()?;
    let is_answered = matches!(latest(indicator, starts, measurements), Track::Met | Track::Missed);
    let period = indicator.target.as_ref().and_then(Target::period)?;
    (line.ends < today && !is_answered).then_some(period)
}

impl Line {
    fn of(indicator: &Indicator, starts: Option<Period>) -> Result<Self, Why> {
        let (from, begins) = match (&indicator.baseline, indicator.from_nothing) {
            (Some(baseline), _) => (baseline.value, baseline.period.ok_or(Why::BaselineUndated)?.ends()),
            (None, true) => (0.0, starts.ok_or(Why::BaselineUndated)?.starts()),
            (None, false) => return Err(Why::NoBaseline),
        };
        let target = indicator.target.as_ref().ok_or(Why::NoTarget)?;
        if matches!(target, Target::Words { .. }) {
            return Err(Why::TargetInWords);
        }
        let to = indicator.aim().ok_or(Why::NoBaseline)?;
        let ends = target.period().ok_or(Why::TargetUndated)?.ends();
        if ends <= begins {
            return Err(Why::TargetNotLater);
        }
        let direction = indicator.direction.ok_or(Why::NoDirection)?;
        let is_against = match direction {
            Direction::Increase => to < from,
            Direction::Decrease => to > from,
            Direction::Maintain => to != from,
        };
        if is_against {
            Err(Why::TargetAgainstDirection)
        } else {
            Ok(Self { from, to, starts: begins, ends, direction })
        }
    }

    /// Where the line is on a day.
    fn at(&self, day: Date) -> f64 {
        let days = |from: Date, to: Date| f64::from(to.since(from).map_or(0, |span| span.get_days()));
        let share = days(self.starts, day) / days(self.starts, self.ends);
        self.from + (self.to - self.from) * share.clamp(0.0, 1.0)
    }

    fn judge(&self, measurement: &Measurement) -> (Option<f64>, Option<f64>, Track) {
        let day = measurement.period.ends();
        let way = (self.to != self.from).then(|| (measurement.value - self.from) / (self.to - self.from));
        if day <= self.starts {
            return (None, way, Track::CannotSay(Why::MeasuredBefore));
        }
        let expected = self.at(day);
        let slack = half_of_last_digit(measurement.value);
        let is_past = |line: f64, slack: f64| match self.direction {
            Direction::Increase => measurement.value >= line - slack,
            Direction::Decrease => measurement.value <= line + slack,
            Direction::Maintain => (measurement.value - line).abs() <= slack,
        };
        let track = if day >= self.ends {
            if is_past(self.to, slack) { Track::Met } else { Track::Missed }
        } else if self.direction != Direction::Maintain && is_past(self.to, 0.0) {
            Track::Reached
        } else if is_past(expected, slack) {
            Track::OnTrack
        } else {
            Track::NotOnTrack
        };
        (Some(expected), way, track)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::Measure;

    fn period(text: &str) -> Period {
        text.parse().unwrap()
    }

    /// From 20% at the end of 2020 to 10% at the end of 2024: 2.5 a year down.
    fn falling() -> Indicator {
        let measure = |value, text| Measure { value, period: Some(period(text)) };
        Indicator {
            key: "waits".to_owned(),
            measures: None,
            title: "Waits".to_owned(),
            unit: "%".to_owned(),
            direction: Some(Direction::Decrease),
            baseline: Some(measure(20.0, "2020")),
            target: Some(Target::Number(measure(10.0, "2024"))),
            source: None,
            comparators: Vec::new(),
            from_nothing: false,
            gap_of: None,
            to_be_set: false,
            note: None,
        }
    }

    fn measured(value: f64, text: &str) -> Measurement {
        Measurement { period: period(text), value, source: None }
    }

    fn track(indicator: &Indicator, value: f64, text: &str) -> Track {
        latest(indicator, None, &[measured(value, text)])
    }

    /// The same the other way up: from 10% to 20%.
    fn rising() -> Indicator {
        let measure = |value, text| Measure { value, period: Some(period(text)) };
        let target = Some(Target::Number(measure(20.0, "2024")));
        Indicator { baseline: Some(measure(10.0, "2020")), target, direction: Some(Direction::Increase), ..falling() }
    }

    #[test]
    fn a_figure_is_held_against_the_line_in_the_direction_that_is_better() {
        let halfway = follow(&falling(), None, &[measured(15.2, "2022")]).remove(0);
        assert!((halfway.expected.unwrap() - 15.0).abs() < 0.01 && (halfway.way.unwrap() - 0.48).abs() < 1e-9);
        assert_eq!(halfway.track, Track::NotOnTrack);
        let cases = [
            (falling(), 14.0, "2022", Track::OnTrack),
            (falling(), 10.0, "2022", Track::Reached),
            (falling(), 9.0, "2021", Track::Reached),
            (falling(), 10.2, "2026", Track::Missed),
            (falling(), 10.0, "2024", Track::Met),
            (falling(), 21.0, "2021", Track::NotOnTrack),
            (rising(), 14.2, "2022", Track::NotOnTrack),
            (rising(), 16.0, "2022", Track::OnTrack),
            (rising(), 20.0, "2022", Track::Reached),
            (rising(), 9.0, "2021", Track::NotOnTrack),
        ];
        for (indicator, value, text, expected) in cases {
            assert_eq!(track(&indicator, value, text), expected, "{value} in {text}");
        }
    }

    #[test]
    fn a_figure_that_rounds_to_the_line_is_on_it() {
        // The line is at 17.5 a little before the end of 2021, and at 17.4996 on its last day.
        assert_eq!(track(&falling(), 17.5, "2021"), Track::OnTrack);
        assert_eq!(track(&falling(), 18.0, "2021"), Track::OnTrack, "given in whole numbers");
        assert_eq!(track(&falling(), 17.6, "2021"), Track::NotOnTrack);
    }

    #[test]
    fn the_newest_period_decides_whatever_the_order() {
        let both = [measured(10.0, "2023"), measured(19.0, "2021-06")];
        assert_eq!(latest(&falling(), None, &both), Track::Reached);
        let values: Vec<f64> = follow(&falling(), None, &both).iter().map(|f| f.measurement.value).collect();
        assert_eq!(values, [19.0, 10.0]);
    }

    #[test]
    fn the_first_figure_when_the_time_of_the_target_has_come_says_whether_it_was_met() {
        let later = [measured(11.0, "2024"), measured(9.0, "2025")];
        assert_eq!(latest(&falling(), None, &later), Track::Missed, "what came later does not undo it");
        let met = [measured(14.0, "2022"), measured(9.9, "2024"), measured(12.0, "2025")];
        assert_eq!(latest(&falling(), None, &met), Track::Met);
        assert_eq!(track(&falling(), 10.2, "2024"), Track::Missed);
        let day = |text: &str| text.parse::<Date>().unwrap();
        let on_track = [measured(14.0, "2022")];
        let of = |figures: &[Measurement], today| unanswered(&falling(), None, figures, day(today));
        assert_eq!(of(&on_track, "2024-12-31"), None, "its time has not passed");
        assert_eq!(of(&on_track, "2025-01-01"), Some(period("2024")));
        assert_eq!(of(&[], "2025-01-01"), Some(period("2024")));
        assert_eq!(of(&later, "2026-01-01"), None, "it was answered");
        assert_eq!(on_day(&falling(), None, &on_track, day("2025-01-01")), Track::CannotSay(Why::Passed));
        assert_eq!(on_day(&falling(), None, &on_track, day("2024-12-31")), Track::OnTrack);
        assert_eq!(on_day(&falling(), None, &later, day("2026-01-01")), Track::Missed);
        assert_eq!(on_day(&falling(), None, &[], day("2026-01-01")), Track::CannotSay(Why::NotMeasured));
        let untold = Indicator { baseline: None, ..falling() };
        assert_eq!(unanswered(&untold, None, &on_track, day("2026-01-01")), None);
    }

    #[test]
    fn what_should_stay_is_on_track_while_it_stays() {
        let kept = Indicator { direction: Some(Direction::Maintain), ..falling() };
        let measure = |value, text| Measure { value, period: Some(period(text)) };
        let kept = Indicator { target: Some(Target::Number(measure(20.0, "2024"))), ..kept };
        assert_eq!(track(&kept, 20.0, "2022"), Track::OnTrack);
        assert_eq!(track(&kept, 18.3, "2022"), Track::NotOnTrack);
    }

    #[test]
    fn what_counts_from_nothing_begins_when_the_plan_does() {
        let places = Indicator { baseline: None, from_nothing: true, ..rising() };
        let starts = Some(period("2022"));
        assert_eq!(latest(&places, starts, &[measured(7.0, "2022")]), Track::OnTrack);
        assert_eq!(latest(&places, starts, &[measured(5.0, "2022")]), Track::NotOnTrack);
        assert_eq!(latest(&places, None, &[measured(7.0, "2022")]), Track::CannotSay(Why::BaselineUndated));
    }

    #[test]
    fn nothing_is_said_without_a_line() {
        let undated = |value| Some(Target::Number(Measure { value, period: None }));
        let words = Some(Target::Words { words: "as neighbours".to_owned(), period: Some(period("2024")) });
        let change = |percent| Some(Target::Change { percent, period: Some(period("2024")) });
        let dated = |value, text| Some(Target::Number(Measure { value, period: Some(period(text)) }));
        let cases = [
            (Indicator { baseline: None, ..falling() }, Why::NoBaseline),
            (Indicator { baseline: Some(Measure { value: 20.0, period: None }), ..falling() }, Why::BaselineUndated),
            (Indicator { target: None, ..falling() }, Why::NoTarget),
            (Indicator { target: words, ..falling() }, Why::TargetInWords),
            (Indicator { target: undated(10.0), ..falling() }, Why::TargetUndated),
            (Indicator { target: dated(10.0, "2019"), ..falling() }, Why::TargetNotLater),
            (Indicator { direction: None, ..falling() }, Why::NoDirection),
            (Indicator { target: dated(33.0, "2024"), ..falling() }, Why::TargetAgainstDirection),
            (Indicator { target: change(10.0), ..falling() }, Why::TargetAgainstDirection),
        ];
        for (indicator, why) in cases {
            assert_eq!(track(&indicator, 12.0, "2022"), Track::CannotSay(why));
        }
        assert_eq!(track(&falling(), 12.0, "2020"), Track::CannotSay(Why::MeasuredBefore));
        assert_eq!(latest(&falling(), None, &[]), Track::CannotSay(Why::NotMeasured));
        assert_eq!(track(&Indicator { target: change(-50.0), ..falling() }, 15.0, "2022"), Track::OnTrack);
    }
}
