//! Findings as sentences. They claim no more than the figures do: a difference is only called one where it is clear,
//! and what is hidden is never called none, nor less than what is shown: a number is kept private where nearly everybody
//! named something as well as where hardly anybody did.

use super::wording::{capital, people, quoted};
use super::{ClosedQuestion, DistrictReport};
use crate::breakdown::reading::{grouped, in_words, listed, percent, whole_percent};
use crate::breakdown::{Breakdown, Count, Difference, Figure, PublishedRow};

/// How many themes a sentence names at most.
const NAMED: usize = 3;

/// Said where no share of a place may be shown for want of people.
fn too_few(place: &str) -> String {
    format!("Too few people in {place} answered this for shares to be shown")
}

/// Said where no share of a table is shown for this place: too few people, or enough of them and every number private.
fn nothing_shown(report: &DistrictReport<'_>, table: &Breakdown) -> String {
    match report.base(table) {
        Count::Shown(base) if base >= table.policy.least_base => {
            format!(
                "What people in {} said here cannot be shown: every number would give a small one away",
                report.place()
            )
        }
        Count::Shown(_) => too_few(report.place()),
        // A base can be kept private for what it tells of another number; which of the two it is is not said.
        Count::Hidden => format!("{}, or they would give a small number away", too_few(report.place())),
    }
}

/// What stands before a sentence on the highest of what is shown: nothing where all is, and otherwise that it is of
/// that alone. `things` are what the rows are called.
fn of_what_is_shown(report: &DistrictReport<'_>, table: &Breakdown, things: &str) -> String {
    let is_all = table.rows.iter().all(|row| report.figure(row).shown().is_some());
    if is_all { String::new() } else { format!("Of the {things} that can be shown, ") }
}

impl DistrictReport<'_> {
    /// The title of the report.
    pub fn title(&self) -> String {
        format!("{}: what people said", self.place())
    }

    /// The report in a sentence or two, with its base.
    pub fn headline(&self) -> String {
        let base = self.base(&self.results.answered);
        let answered = format!("{} in {} answered", capital(&people(base)), self.place());
        match self.overall().map(|themes| self.top(&themes.table)) {
            Some(top) if !top.is_empty() => {
                let names: Vec<String> =
                    top.iter().map(|(name, share)| format!("{} ({share})", quoted(name))).collect();
                let themes = self.overall().map(|themes| of_what_is_shown(self, &themes.table, "themes"));
                let lead = match themes.as_deref() {
                    None | Some("") => "What came up most",
                    Some(_) => "Of the themes that can be shown, these came up most",
                };
                format!("{answered}. {lead}: {}.", listed(&names))
            }
            Some(_) => format!(
                "{answered}. {}.",
                self.overall().map_or_else(String::new, |themes| nothing_shown(self, &themes.table))
            ),
            None => format!("{answered}. {}.", too_few(self.place())),
        }
    }

    /// How this place differs from everyone else, as a title and a sentence for each clear difference, the widest first.
    pub fn differences(&self) -> (String, Vec<String>) {
        let Some(themes) = self.overall() else { return (too_few(self.place()), Vec::new()) };
        if self.is_county() { between_districts(self, &themes.table) } else { self.against_others(&themes.table) }
    }

    fn against_others(&self, table: &Breakdown) -> (String, Vec<String>) {
        let mut clear: Vec<(f64, &PublishedRow)> = Vec::new();
        for row in &table.rows {
            let Some(cell) = self.cell(row) else { continue };
            if let (Difference::Higher | Difference::Lower, Some(gap)) = (cell.differs, cell.gap) {
                clear.push((gap, row));
            }
        }
        clear.sort_by(|(a, _), (b, _)| b.abs().total_cmp(&a.abs()));
        let names = |more: bool| -> Vec<String> {
            let theirs = clear.iter().filter(|(gap, _)| (*gap > 0.0) == more);
            theirs.take(NAMED).map(|(_, row)| quoted(&row.name)).collect()
        };
        let place = self.place();
        let title = match (names(true).as_slice(), names(false).as_slice()) {
            ([], []) => format!("Nothing clearly sets {place} apart from everyone else who answered"),
            (more, []) => format!("{place} named {} more often than everyone else", listed(more)),
            ([], fewer) => format!("{place} named {} less often than everyone else", listed(fewer)),
            (more, fewer) => {
                format!(
                    "{place} named {} more often than everyone else, and {} less often",
                    listed(more),
                    listed(fewer)
                )
            }
        };
        let sentence = |(gap, row): &(f64, &PublishedRow)| {
            let share = self.figure(row).shown().map_or(0.0, |share| share.share);
            let others = (share - gap).clamp(0.0, 1.0);
            let word = if *gap > 0.0 { "more" } else { "less" };
            // Of the whole percent that stand beside it, so that whoever subtracts them finds the same.
            let points = match whole_percent(share).abs_diff(whole_percent(others)) {
                0 => "less than a point".to_owned(),
                1 => "1 point".to_owned(),
                many => format!("{many} points"),
            };
            format!(
                "{}: {} in {place}, {} of everyone else; {points} {word}.",
                row.name,
                percent(share),
                percent(others)
            )
        };
        (title, clear.iter().map(sentence).collect())
    }

    /// The names and shares of the themes that came up most, as many as a sentence holds.
    fn top<'t>(&self, table: &'t Breakdown) -> Vec<(&'t str, String)> {
        let shown = self.ordered(table).into_iter().filter_map(|row| Some((row, *self.figure(row).shown()?)));
        shown.take(NAMED).map(|(row, share)| (row.name.as_str(), percent(share.share))).collect()
    }
}

/// Who answered, in a sentence.
pub(super) fn who(report: &DistrictReport<'_>) -> String {
    let table = &report.results.answered;
    let most = report.ordered(table).into_iter().find_map(|row| Some((row, *report.figure(row).shown()?)));
    match (most, report.base(table)) {
        (Some((row, share)), Count::Shown(_)) => format!(
            "{} of the people in {} who answered are {}",
            capital(&in_words(share.share)),
            report.place(),
            row.name.to_lowercase()
        ),
        (_, base) => format!("{} in {} answered", capital(&people(base)), report.place()),
    }
}

/// The place's share of young people who answered against its share of those who live there.
pub(super) fn against_population(report: &DistrictReport<'_>, table: &Breakdown) -> String {
    let geography = &report.results.geography;
    let Some(area) = report.area() else {
        return format!(
            "Children and young people who answered, against those who live in each district of {}",
            geography.name
        );
    };
    let lives = report.share_living_in(&area.key).unwrap_or(0.0);
    match table.find_row(&area.key).map(|row| row.everyone) {
        Some(Figure::Shown(share)) => format!(
            "{} has {} of the county’s people {}, and {} of the children and young people who answered",
            area.name,
            percent(lives),
            report.young_ages(),
            percent(share.share)
        ),
        _ => too_few(&area.name),
    }
}

/// The names whose share reads the same as the highest one of this place, with that share; none where all are hidden.
fn leading<'t>(report: &DistrictReport<'_>, table: &'t Breakdown) -> Option<(Vec<&'t str>, String)> {
    let shown = |row: &PublishedRow| report.figure(row).shown().map(|share| whole_percent(share.share));
    let ordered = report.ordered(table);
    let highest = shown(ordered.first()?)?;
    let tied = ordered.into_iter().filter(|row| shown(row) == Some(highest));
    Some((tied.map(|row| row.name.as_str()).collect(), format!("{highest}%")))
}

/// The leading names in quotation marks, and their share: each one's where they are several.
fn led(names: &[&str], share: &str) -> (String, String) {
    let quoted: Vec<String> = names.iter().map(|name| quoted(name)).collect();
    (listed(&quoted), if names.len() > 1 { format!("{share} each") } else { share.to_owned() })
}

/// What came up most often, with its share and base.
pub(super) fn themes(report: &DistrictReport<'_>, table: &Breakdown) -> String {
    let (Some((names, share)), Count::Shown(base)) = (leading(report, table), report.base(table)) else {
        return nothing_shown(report, table);
    };
    let of = of_what_is_shown(report, table, "themes");
    let (first, share) = led(&names, &share);
    let top = report.top(table);
    let rest: Vec<String> = top.iter().skip(names.len()).map(|(name, _)| quoted(name)).collect();
    let then = if rest.is_empty() { String::new() } else { format!(", then {}", listed(&rest)) };
    format!("{of}{first} came up most often ({share} of about {} people){then}", grouped(base))
}

/// What was picked most often, with its share and base.
pub(super) fn closed(report: &DistrictReport<'_>, closed: &ClosedQuestion) -> String {
    let table = &closed.table;
    let (Some((names, share)), Count::Shown(base)) = (leading(report, table), report.base(table)) else {
        return nothing_shown(report, table);
    };
    let of = of_what_is_shown(report, table, "answers");
    let were = if names.len() > 1 { "were" } else { "was" };
    let (first, share) = led(&names, &share);
    let done = closed.named.replacen(" it", "", 1);
    format!("{of}{first} {were} {done} most often ({share} of about {} people)", grouped(base))
}

/// Whether districts agree on what came up most often, of what can be shown of them.
pub(super) fn heat(report: &DistrictReport<'_>, table: &Breakdown) -> String {
    let districts = report.results.geography.districts.len();
    let tops: Vec<Vec<&str>> =
        (0..districts).map(|place| tops_of(table, place)).filter(|tops| !tops.is_empty()).collect();
    let count = |name: &str| tops.iter().filter(|top| top.contains(&name)).count();
    let is_tied = |name: &str| tops.iter().any(|top| top.len() > 1 && top.contains(&name));
    let Some(name) = tops.iter().flatten().copied().max_by_key(|name| count(name)) else {
        return match table.groups.iter().take(districts).any(|group| matches!(group.base, Count::Shown(_))) {
            true => "No theme can be shown district by district: every number would give a small one away".to_owned(),
            false => too_few(&report.results.geography.name),
        };
    };
    let cells = || table.rows.iter().flat_map(|row| row.cells.iter().take(districts));
    let (of, capitals) = match cells().all(|cell| cell.figure.shown().is_some()) {
        true => ("", true),
        false => ("Of the themes that can be shown, ", false),
    };
    let often = if is_tied(name) { "most often, or as often as any other," } else { "most often" };
    let rest = match districts - tops.len() {
        0 => String::new(),
        1 => "; one district has no theme that can be shown".to_owned(),
        some => format!("; {some} districts have no theme that can be shown"),
    };
    let begin = |words: &str| if capitals { capital(words) } else { words.to_owned() };
    match count(name) {
        all if all == districts => format!("{of}{} came up {often} in every district", quoted(name)),
        some if some > 1 => format!("{of}{} came up {often} in {some} of {districts} districts{rest}", quoted(name)),
        _ if tops.len() == 1 => format!("Only one district has a theme that can be shown: {}", quoted(name)),
        _ if tops.iter().all(|top| top.len() == 1) => {
            format!("{of}{}{rest}", begin("each district has one of its own that came up most often"))
        }
        _ => format!("{of}{}{rest}", begin("districts do not share what came up most often")),
    }
}

/// The themes of a district whose share reads the same as its highest one.
fn tops_of(table: &Breakdown, place: usize) -> Vec<&str> {
    let share = |row: &PublishedRow| Some(whole_percent(row.cells.get(place)?.figure.shown()?.share));
    let Some(highest) = table.rows.iter().filter_map(share).max() else { return Vec::new() };
    table.rows.iter().filter(|row| share(row) == Some(highest)).map(|row| row.name.as_str()).collect()
}

/// The row that most sets this place apart, or any place from the rest; where none does clearly, the highest one.
pub(super) fn telling_row<'t>(report: &DistrictReport<'_>, table: &'t Breakdown) -> Option<&'t PublishedRow> {
    let is_clear = |differs| matches!(differs, Difference::Higher | Difference::Lower);
    let widest = |row: &PublishedRow| -> f64 {
        let cells: Vec<_> = match report.district {
            Some(place) => row.cells.get(place).into_iter().collect(),
            None => row.cells.iter().take(report.results.geography.districts.len()).collect(),
        };
        let clear = cells.into_iter().filter(|cell| is_clear(cell.differs));
        clear.filter_map(|cell| cell.gap).map(f64::abs).fold(0.0, f64::max)
    };
    let ordered = report.ordered(table);
    let shown = || ordered.iter().copied().filter(|row| row.everyone.shown().is_some());
    let clearest = shown().filter(|row| widest(row) > 0.0).max_by(|a, b| widest(a).total_cmp(&widest(b)));
    clearest.or_else(|| shown().next())
}

/// Where a theme was clearly named more or less often.
pub(super) fn map(table: &Breakdown, row: &PublishedRow, districts: usize) -> String {
    let of = |wanted: Difference| -> Vec<String> {
        let theirs = table.groups.iter().zip(&row.cells).take(districts).filter(|(_, cell)| cell.differs == wanted);
        let share = |cell: &crate::breakdown::Cell| cell.figure.shown().map(|share| percent(share.share));
        theirs.filter_map(|(group, cell)| Some(format!("{} ({})", group.name, share(cell)?))).collect()
    };
    let name = quoted(&row.name);
    match (of(Difference::Higher).as_slice(), of(Difference::Lower).as_slice()) {
        ([], []) => format!("{name}: no district is clearly different from the rest"),
        (more, []) => format!("{name} came up more often in {}", listed(more)),
        ([], fewer) => format!("{name} came up less often in {}", listed(fewer)),
        (more, fewer) => format!("{name} came up more often in {}, and less often in {}", listed(more), listed(fewer)),
    }
}

/// What sets districts apart from each other.
fn between_districts(report: &DistrictReport<'_>, table: &Breakdown) -> (String, Vec<String>) {
    let districts = report.results.geography.districts.len();
    let is_clear = |cell: &&crate::breakdown::Cell| matches!(cell.differs, Difference::Higher | Difference::Lower);
    let differing = |row: &&PublishedRow| row.cells.iter().take(districts).any(|cell| is_clear(&cell));
    let rows: Vec<&PublishedRow> = report.ordered(table).into_iter().filter(differing).collect();
    let names: Vec<String> = rows.iter().take(NAMED).map(|row| quoted(&row.name)).collect();
    let title = if names.is_empty() {
        "Districts do not clearly differ in what they named".to_owned()
    } else {
        format!("Districts clearly differ on {}", listed(&names))
    };
    (title, rows.iter().map(|row| format!("{}.", map(table, row, districts))).collect())
}
