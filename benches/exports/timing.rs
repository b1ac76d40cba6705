//! How long something takes, and how much memory it took.

use std::path::Path;
use std::time::Instant;

use crate::Outcome;

/// Runs something and says how long it took.
pub fn measure(name: &str, run: impl FnOnce() -> Outcome<()>) -> Outcome<()> {
    let (began, cpu) = (Instant::now(), processor_seconds());
    run()?;
    let (wall, cpu) = (began.elapsed().as_secs_f64(), processor_seconds() - cpu);
    println!("{name}: {wall:.2} s, {cpu:.2} s of processor time");
    Ok(())
}

/// Processor time of every thread so far, as Linux counts it.
fn processor_seconds() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap_or_default().split_whitespace().collect();
    let ticks = |place: usize| fields.get(place).and_then(|field| field.parse::<f64>().ok()).unwrap_or_default();
    (ticks(11) + ticks(12)) / 100.0
}

/// The most memory so far, in MB.
pub fn peak() -> u64 {
    let status = std::fs::read_to_string(Path::new("/proc/self/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()).and_then(|kb| kb.parse::<u64>().ok()).unwrap_or_default() >> 10
}
