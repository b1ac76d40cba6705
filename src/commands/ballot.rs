//! `heard ballot count FILE`: counts a `.blt` file or an audit file again, without a server or database.
//!
//! Prints every round in words. Of an audit file it says whether the published result is reproduced: exit status 0
//! when it is, 1 when not. With another method, other seats or another seed it counts and compares with nothing.
//! Leaves out the rules of counting, which are `ballot`'s.

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use crate::ballot::{Audit, Blt, Count, Method, Papers, Seed, count, explain, explain_result};

/// What to do about ballots.
#[derive(Debug, clap::Args)]
pub struct Args {
    #[command(subcommand)]
    pub command: Command,
}

/// What to do about ballots.
#[derive(Debug, clap::Subcommand)]
pub enum Command {
    /// Count a .blt file or an audit file, and say whether a published result is reproduced
    Count(CountArgs),
}

/// What to count and how.
#[derive(Debug, clap::Args)]
pub struct CountArgs {
    /// A .blt file, or the audit file (JSON) of a ballot
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// plurality, approval, borda, dowdall, instant-runoff (irv), stv, schulze or points; a .blt file is counted by
    /// stv otherwise, an audit file as it says
    #[arg(long, value_name = "METHOD", value_parser = read_method)]
    pub method: Option<Method>,
    /// How many win; otherwise as the file says
    #[arg(long, value_name = "N")]
    pub seats: Option<usize>,
    /// The published text that breaks ties; otherwise as the file says, and a .blt file has none
    #[arg(long, value_name = "TEXT")]
    pub seed: Option<String>,
}

fn read_method(text: &str) -> Result<Method, String> {
    Method::parse(text).ok_or_else(|| {
        let known: Vec<&str> = Method::ALL.into_iter().map(Method::as_str).collect();
        format!("use one of {}", known.join(", "))
    })
}

/// Counts and prints.
///
/// # Errors
/// When the file cannot be read or counted, or the published result is not reproduced.
pub fn run(args: &Args) -> anyhow::Result<()> {
    let Command::Count(args) = &args.command;
    let text = read(&args.file)?;
    let told = if text.trim_start().starts_with('{') { count_audit(args, &text)? } else { count_blt(args, &text)? };
    println!("{}", told.text);
    if told.differences.is_empty() {
        return Ok(());
    }
    bail!("the published result is not reproduced: {}", told.differences.join("; "));
}

/// What came of counting a file.
struct Told {
    text: String,
    /// Where the published result is another.
    differences: Vec<String>,
}

fn read(file: &Path) -> anyhow::Result<String> {
    let bytes = std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    String::from_utf8(bytes).with_context(|| format!("{} is not text in UTF-8", file.display()))
}

fn read_seed(args: &CountArgs) -> anyhow::Result<Option<Seed>> {
    let seed = args.seed.as_deref().map(|text| Seed::new(text).context("--seed is one line of text"));
    seed.transpose()
}

fn count_blt(args: &CountArgs, text: &str) -> anyhow::Result<Told> {
    let blt = Blt::parse(text).with_context(|| format!("{} is not a .blt file", args.file.display()))?;
    let (method, seats) = (args.method.unwrap_or(Method::Stv), args.seats.unwrap_or(blt.seats));
    let seed = read_seed(args)?;
    let counted = count(&blt.election(method, seats, seed.as_ref()))?;
    let mut lines = vec![heading(&blt.title, method, seats, &blt.papers, counted.papers)];
    if blt.blank + blt.unclear > 0 {
        let (blank, unclear) = (blt.blank, blt.unclear);
        lines.push(format!("{} papers do not count: {blank} rank nobody, {unclear} are unclear.", blank + unclear));
    }
    lines.extend(rounds(&counted, &blt.names));
    Ok(Told { text: lines.join("\n"), differences: Vec::new() })
}

fn count_audit(args: &CountArgs, text: &str) -> anyhow::Result<Told> {
    let file = args.file.display();
    let audit = Audit::parse(text).with_context(|| format!("{file} is not an audit file"))?;
    let seed = read_seed(args)?;
    let recount = audit
        .recount(args.method, args.seats, seed.as_ref())
        .with_context(|| format!("{file} cannot be counted as it stands"))?;
    let papers = &audit.papers;
    let spoilt: u64 = papers.spoilt.values().sum();
    let counted = &recount.count;
    let mut lines = vec![
        format!("{}: {}, {} to win.", audit.ballot.title, counted.method, counted.seats),
        format!("{} papers came in: {} valid and {spoilt} spoilt.", papers.received, papers.valid),
    ];
    if let Some(by_hand) = &audit.by_hand {
        let valid: u64 = by_hand.places.iter().map(|place| place.valid).sum();
        let received: u64 = by_hand.places.iter().map(|place| place.received).sum();
        lines.push(format!("{received} more were counted by hand, {valid} of them valid."));
    }
    let notes = &audit.notes;
    if !notes.opened_again.is_empty() {
        let places = notes.opened_places();
        lines.push(format!("Typed again after two people had agreed on the votes on paper: {places}."));
    }
    if let Some(beyond) = &notes.beyond_roll {
        let places = beyond.places.join(", ");
        lines.push(format!("More papers than people who may vote: {places}. Why it was published: {}", beyond.why));
    }
    if let Some(left_out) = &notes.left_out {
        let places = left_out.places.join(", ");
        lines.push(format!(
            "Votes on paper that are not in the count: {places}. Why they were left out: {}",
            left_out.why
        ));
    }
    lines.push(format!("Seed for ties: {}", args.seed.as_deref().unwrap_or(&audit.ballot.seed)));
    lines.extend(rounds(counted, &recount.names));
    let as_published = args.method.is_none() && args.seats.is_none() && args.seed.is_none();
    let differences = if as_published { recount.differences } else { Vec::new() };
    lines.push(match (as_published, differences.is_empty()) {
        (false, _) => "Counted otherwise than published, so the published result is not compared.".to_owned(),
        (true, true) => "The published result is reproduced.".to_owned(),
        (true, false) => "The published result is NOT reproduced.".to_owned(),
    });
    Ok(Told { text: lines.join("\n"), differences })
}

fn heading(title: &str, method: Method, seats: usize, papers: &Papers, counted: u64) -> String {
    let different = papers.different();
    let title = if title.is_empty() { "Untitled" } else { title };
    format!("{title}: {method}, {seats} to win. {counted} papers count, {different} different ones.")
}

fn rounds(counted: &Count, names: &[String]) -> Vec<String> {
    let mut lines = Vec::new();
    for (number, sentences) in (1..).zip(explain(counted, names)) {
        lines.push(format!("\nRound {number}"));
        lines.extend(sentences.into_iter().map(|sentence| format!("  {sentence}")));
    }
    lines.push(format!("\n{}", explain_result(counted, names)));
    lines.extend(counted.order.iter().map(|standing| {
        let name = names.get(standing.candidate).map_or("?", String::as_str);
        let won = if standing.won { "  elected" } else { "" };
        format!("  {:>3}  {:>12}  {name}{won}", standing.rank, standing.votes.to_string())
    }));
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(name: &str, text: &str, change: impl Fn(&mut CountArgs)) -> anyhow::Result<Told> {
        let mut args = CountArgs { file: name.into(), method: None, seats: None, seed: None };
        change(&mut args);
        if text.starts_with('{') { count_audit(&args, text) } else { count_blt(&args, text) }
    }

    #[test]
    fn a_blt_file_is_counted_by_the_method_asked_for() {
        let text = include_str!("../../tests/data/ballots/tennessee.blt");
        let by = |method| told("t.blt", text, |args| args.method = Some(method)).unwrap().text;
        assert!(by(Method::Plurality).contains("Elected: Memphis."));
        assert!(by(Method::InstantRunoff).contains("Elected: Knoxville."));
        assert!(by(Method::Schulze).contains("Elected: Nashville."));
        assert!(by(Method::Borda).contains("    1           194  Nashville  elected"), "{}", by(Method::Borda));
        assert!(told("t.blt", text, |args| args.method = Some(Method::Points)).is_err());
        let error = told("t.blt", "2 1\n3 1 3 0", |_| {}).err().unwrap();
        assert_eq!(format!("{error:#}").matches("line 2").count(), 1, "{error:#}");
    }

    #[test]
    fn an_audit_file_is_reproduced_or_not() {
        let audit = include_str!("../../tests/data/ballots/audit.json");
        let right = told("a.json", audit, |_| {}).unwrap();
        assert!(right.text.ends_with("The published result is reproduced."), "{}", right.text);
        assert!(right.differences.is_empty());
        let forged = audit.replacen("\"winners\": [\n      \"bus\"", "\"winners\": [\n      \"park\"", 1);
        assert_ne!(forged, audit);
        let wrong = told("a.json", &forged, |_| {}).unwrap();
        assert!(wrong.text.contains("NOT reproduced") && wrong.differences.len() == 1, "{:?}", wrong.differences);
        let otherwise = told("a.json", audit, |args| args.method = Some(Method::Borda)).unwrap();
        assert!(otherwise.text.ends_with("is not compared."), "{}", otherwise.text);
        let shorter = audit.replacen("\"valid\": 9", "\"valid\": 8", 1);
        assert!(told("a.json", &shorter, |_| {}).is_err());
    }
}
