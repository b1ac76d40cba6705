//! What a careful reader would question in a village of 100 children.

use super::Findings;
use crate::plan::indicator::write;
use crate::plan::outcome::Plan;
use crate::plan::village::{ROUNDED, Village, VillageShare};

pub(super) fn check_villages(plan: &Plan, findings: &mut Findings) {
    for village in &plan.villages {
        let mut warn = |problem: String| findings.warn(format!("village.{}.shares", village.key), problem);
        check_village(village, &mut warn);
        for share in &village.shares {
            check_share(plan, share, &mut warn);
        }
    }
}

fn check_village(village: &Village, warn: &mut impl FnMut(String)) {
    if village.shares.is_empty() {
        warn("nothing is said of its 100 children: give shares, or leave the village out".to_owned());
    }
    let bare = village.shares.iter().filter(|share| share.of_100.is_none()).count();
    if bare > 0 {
        let problem = format!("{bare} of {} lines give no number of the 100 children", village.shares.len());
        warn(format!("{problem}: nobody could tell whether it came true"));
    }
    let sum: f64 = village.shares.iter().filter_map(|share| share.of_100).sum();
    if village.exclusive && sum > 100.0 {
        warn(format!("each child is counted once, yet the shares come to {sum} of 100: check them"));
    }
}

fn check_share(plan: &Plan, share: &VillageShare, warn: &mut impl FnMut(String)) {
    let Some(of_100) = share.of_100 else { return };
    let label = &share.label;
    if !(0.0..=100.0).contains(&of_100) {
        warn(format!("{of_100} of 100 children {label}: check the figure"));
    }
    if share.of.is_none() {
        warn(format!(
            "it is not said of whom the {of_100} who {label} are: all children of the place, or those asked?"
        ));
    }
    let Some(measure) = &share.measure else {
        if share.source.is_none() {
            warn(format!("it is not said where the {of_100} who {label} come from: name the figure"));
        }
        return;
    };
    let printed = plan.printed.iter().filter(|printed| printed.measure == *measure && !printed.is_change);
    let printed = printed.map(|printed| (printed.value, printed.unit.as_str()));
    let baselines = plan.indicators().filter(|(_, indicator)| indicator.measure() == measure);
    let baselines = baselines.filter_map(|(_, indicator)| Some((indicator.baseline?.value, indicator.unit.as_str())));
    let figures: Vec<(f64, &str)> = printed.chain(baselines).collect();
    let of_whole: Vec<(f64, &str)> = figures.iter().copied().filter(|(_, unit)| *unit == "%").collect();
    match (figures.first(), of_whole.first()) {
        (Some((value, unit)), None) => {
            warn(format!("the {of_100} who {label} rest on {}, which is not a share of 100", write(*value, unit)));
        }
        (_, Some((value, _))) if !of_whole.iter().any(|(value, _)| (value - of_100).abs() <= ROUNDED) => {
            warn(format!("{of_100} of 100 children {label}, but the plan gives {value}%: check both"));
        }
        _ => {}
    }
}
