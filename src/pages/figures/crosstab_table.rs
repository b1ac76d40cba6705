//! A table of several ways: its rows as bars of everyone, and every figure of it line by line.

use maud::{Markup, html};

use super::Scale;
use super::bar::{Ink, bar};
use super::numbers::{count, count_words, difference, figure, grouped, listed, people, people_in, percent, signed};
use crate::breakdown::reading::whole_percent;
use crate::breakdown::{CrosstabCell, Difference, Figure};
use crate::report::crosstab::{Line, NamedCrosstab};

/// The most lines that a table is drawn with whole. A longer one is drawn part by part.
pub const MOST_LINES: usize = 60;
/// The most rows that the part of one value shows of it as a whole.
const ROWS_OF_A_PART: usize = 12;
/// The most clear differences that it shows within.
const DIFFERENCES: usize = 12;

/// A value of each way, or all of them.
type Place = Vec<Option<usize>>;

/// The rows over everyone, as bars with their intervals.
pub fn bars(table: &NamedCrosstab) -> Markup {
    let whole = table.whole();
    let figures: Vec<Figure> = table.rows.iter().map(|row| table.cell(row, &whole).cell.figure).collect();
    let scale = Scale::fitting(&figures);
    html! {
        table class="stack" role="table" {
            caption {
                "Shares of " (count_words(table.base(&whole), table.table.policy.threshold)) " " (table.kind.counted)
                ", with the 95% interval as a thin line."
            }
            thead role="rowgroup" { tr role="row" {
                th scope="col" role="columnheader" { (table.kind.heading) }
                th scope="col" role="columnheader" { (scale.axis()) }
                th scope="col" role="columnheader" class="num" { "Share (95%)" }
                th scope="col" role="columnheader" class="num" { "People" }
            } }
            tbody role="rowgroup" {
                @for (row, shown) in table.rows.iter().zip(&figures) {
                    tr role="row" {
                        th scope="row" role="rowheader" { (row.name) }
                        td role="cell" { (bar(shown, None, Ink::Plain, scale)) }
                        td class="num nw" role="cell" data-k="Share" { (figure(shown)) }
                        td class="num" role="cell" data-k="People" { (people_in(shown)) }
                    }
                }
            }
        }
    }
}

/// Every figure, a line each: count, base, share, interval, and how it compares with everyone else. Of more than
/// [`MOST_LINES`], a part for each value of the first way, with what is said of it as a whole and the clear differences
/// within; the files hold the rest.
pub fn crosstab_table(table: &NamedCrosstab) -> Markup {
    let length = table.length();
    if length <= MOST_LINES || table.ways.is_empty() {
        let caption = html! { (table.title()) ". " (grouped(length as u64)) " figures, the margins among them." };
        return lines(table, 0, &caption, table.lines());
    }
    let places = table.places();
    let parts = std::iter::once(None).chain((0..table.ways[0].values.len()).map(Some));
    html! {
        p {
            "The whole table has " (grouped(length as u64)) " figures, " (grouped(table.hidden() as u64))
            " of them hidden. That is too many to read here: below is what stands out for each "
            (table.ways[0].name.to_lowercase()) ". The CSV and the workbook above hold every figure."
        }
        @for value in parts {
            @let at = first_at(table, value);
            @if table.is_asked(&at) { (part(table, &places, &at)) }
        }
    }
}

fn first_at(table: &NamedCrosstab, value: Option<usize>) -> Place {
    value.map_or_else(|| table.whole(), |value| table.only_at(0, value))
}

/// What is said at one value of the first way, or at all of them: each row of it as a whole, then the clear differences
/// where more ways are told apart.
fn part(table: &NamedCrosstab, places: &[Place], at: &Place) -> Markup {
    let name = at[0].map_or("Everyone", |value| table.ways[0].values[value].name.as_str());
    let inside: Vec<&Place> = places.iter().filter(|place| place[0] == at[0] && *place != at).collect();
    let mut within: Vec<Line<'_>> =
        table.rows.iter().flat_map(|row| inside.iter().map(|place| table.line(row, place))).collect();
    let (figures, hidden) = (within.len(), within.iter().filter(|line| is_hidden(line)).count());
    within.retain(is_clear);
    within.sort_by(|one, other| size(other).total_cmp(&size(one)));
    let clear = within.len();
    within.truncate(DIFFERENCES);
    let wholes = wholes(table, at);
    let something_stands_out = wholes.first().is_some_and(is_clear);
    let shown = table.rows.iter().map(|row| table.line(row, at));
    let shown = shown.filter_map(|line| Some((line.row.name.as_str(), line.cell.cell.figure.shown()?.share)));
    let first = shown.reduce(|most, one| if one.1 > most.1 { one } else { most });
    let further = listed(&table.ways[1..].iter().map(|way| way.name.to_lowercase()).collect::<Vec<_>>());
    html! {
        details class="part" open[at[0].is_none()] {
            summary {
                b { (name) } ": " (people(table.base(at)))
                @if let Some((row, share)) = first { "; " (percent(share)) " " (table.kind.verb) " " (row) }
                @if figures > 0 { "; " (differences(clear)) " by " (further) }
            }
            (lines(table, table.ways.len(), &html! {
                (name) " as a whole"
                @if something_stands_out { ": what is clearly higher or lower there first" }
                "."
                @if table.rows.len() > ROWS_OF_A_PART { " The first " (ROWS_OF_A_PART) " of " (table.rows.len()) " rows." }
            }, wholes.into_iter()))
            @if !within.is_empty() {
                (lines(table, 1, &html! {
                    (name) ", by " (further) ": what is clearly higher or lower, the largest first."
                    @if clear > DIFFERENCES { " The first " (DIFFERENCES) " of " (grouped(clear as u64)) "." }
                }, within.into_iter()))
            }
            @if figures > 0 {
                p class="small" {
                    (name) ", by " (further) ": " (grouped(figures as u64)) " figures, " (grouped(hidden as u64)) " of them hidden."
                    @if clear == 0 { " None that is shown differs clearly from everyone else." }
                }
            }
        }
    }
}

/// The rows that the part shows of one value as a whole: what clearly differs there, the largest first, then the others
/// in the table's order.
fn wholes<'a>(table: &'a NamedCrosstab, at: &Place) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'_>> = table.rows.iter().map(|row| table.line(row, at)).collect();
    let standing_out = |line: &Line<'_>| if is_clear(line) { size(line) } else { 0.0 };
    lines.sort_by(|one, other| standing_out(other).total_cmp(&standing_out(one)));
    lines.truncate(ROWS_OF_A_PART);
    lines
}

fn is_clear(line: &Line<'_>) -> bool {
    matches!(line.cell.cell.differs, Difference::Higher | Difference::Lower)
}

/// How large a difference is, whichever way it goes.
fn size(line: &Line<'_>) -> f64 {
    line.cell.effect.unwrap_or_default().abs()
}

fn is_hidden(line: &Line<'_>) -> bool {
    line.cell.cell.figure.shown().is_none()
}

fn differences(clear: usize) -> String {
    match clear {
        0 => "no clear difference".to_owned(),
        1 => "one clear difference".to_owned(),
        many => format!("{} clear differences", grouped(many as u64)),
    }
}

/// Lines as a table. The first `known` ways are named by what stands above it and have no column.
fn lines<'a>(
    table: &'a NamedCrosstab,
    known: usize,
    caption: &Markup,
    lines: impl Iterator<Item = Line<'a>>,
) -> Markup {
    let ways = &table.ways[known..];
    html! {
        table class="stack dense" role="table" {
            caption { (caption) }
            thead role="rowgroup" { tr role="row" {
                th scope="col" role="columnheader" { (table.kind.heading) }
                @for way in ways { th scope="col" role="columnheader" { (way.name) } }
                th scope="col" role="columnheader" class="num" { "People" }
                th scope="col" role="columnheader" class="num" { "Of" }
                th scope="col" role="columnheader" class="num" { "Share (95%)" }
                @if !table.ways.is_empty() { th scope="col" role="columnheader" { "Against everyone else" } }
            } }
            tbody role="rowgroup" {
                @for line in lines {
                    tr role="row" class=[(!ways.is_empty() && line.at.iter().all(Option::is_none)).then_some("tot")] {
                        th scope="row" role="rowheader" { (line.row.name) }
                        @for (way, name) in ways.iter().zip(table.place_names(&line).into_iter().skip(known)) {
                            td role="cell" data-k=(way.name) { (name) }
                        }
                        td class="num" role="cell" data-k="People" { (people_in(&line.cell.cell.figure)) }
                        td class="num" role="cell" data-k="Of" { (count(line.base)) }
                        td class="num nw" role="cell" data-k="Share" { (figure(&line.cell.cell.figure)) }
                        @if !table.ways.is_empty() { td role="cell" { (against(&line.cell)) } }
                    }
                }
            }
        }
    }
}

/// How a figure compares with everyone else: how much, how large that is, and only then whether chance alone would do
/// it. Empty for the whole, which nobody else stands beside.
pub fn against(cell: &CrosstabCell) -> Markup {
    let (Some(gap), Some(effect), Some(p)) = (cell.cell.gap, cell.effect, cell.p) else { return html! {} };
    html! {
        (difference(cell.cell.differs))
        " " span class="small" { (points(gap)) ", effect " (signed(effect, 2)) ", " (p_words(p)) }
    }
}

/// A difference between two shares in points: `+19 points`.
pub fn points(gap: f64) -> String {
    let whole = (gap * 100.0).round();
    format!("{} {}", signed(whole, 0), if whole.abs() == 1.0 { "point" } else { "points" })
}

/// The difference between two shares that stand beside it, in points: of the whole percent that are read there, so that
/// whoever subtracts them finds the same.
pub fn points_between(first: f64, second: f64) -> String {
    points((f64::from(whole_percent(first)) - f64::from(whole_percent(second))) / 100.0)
}

/// An adjusted p value: `p 0.032`, or `p under 0.001`.
pub fn p_words(p: f64) -> String {
    if p < 0.001 { "p under 0.001".to_owned() } else { format!("p {p:.3}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_a_difference_stands_before_its_p() {
        let page = crosstab_table(&NamedCrosstab::sample()).into_string();
        let (size, p) = (page.find("points").unwrap(), page.find("p under").unwrap());
        assert!(size < p, "{page}");
    }

    #[test]
    fn a_hidden_figure_of_the_table_has_no_number_on_its_line() {
        let page = crosstab_table(&NamedCrosstab::sample()).into_string();
        let line = page.split("<tr").find(|line| line.contains("Kindness") && line.contains("Malvern Hills")).unwrap();
        assert!(line.contains("Do not read it as zero") && !line.contains('%'), "{line}");
    }

    /// The sample with many more rows than a page draws whole.
    fn long() -> NamedCrosstab {
        let mut table = NamedCrosstab::sample();
        let row = table.rows[0].clone();
        table
            .rows
            .extend((0..60).map(|at| crate::report::crosstab::NamedRow { name: format!("Row {at}"), ..row.clone() }));
        table
    }

    #[test]
    fn a_long_table_is_drawn_part_by_part_with_a_summary_and_says_what_it_leaves_to_the_files() {
        let table = long();
        assert!(table.length() > MOST_LINES);
        let page = crosstab_table(&table).into_string();
        assert_eq!(page.matches("<details").count(), 4, "everyone and three districts");
        assert!(page.contains("The whole table has 252 figures") && page.contains("hold every figure"), "{page}");
        assert!(page.contains("<b>Redditch</b>: 100 people; 60% name Getting about"), "{page}");
        assert!(page.contains("The first 12 of 63 rows."), "{page}");
        assert!(page.matches("<tr").count() < 4 * 14, "no part shows every row");
    }

    #[test]
    fn what_stands_out_in_a_part_comes_before_what_is_common() {
        let table = long();
        let mut places = table.places().into_iter().filter(|place| place.iter().flatten().count() == 1);
        let at = places.find(|at| table.rows.iter().any(|row| is_clear(&table.line(row, at)))).unwrap();
        let shown = wholes(&table, &at);
        let clear = table.rows.iter().filter(|row| is_clear(&table.line(row, &at))).count();
        assert_eq!(shown.len(), ROWS_OF_A_PART);
        assert!(shown[..clear.min(ROWS_OF_A_PART)].iter().all(is_clear));
        assert!(crosstab_table(&table).into_string().contains("what is clearly higher or lower there first"));
    }

    #[test]
    fn points_and_p_are_written_as_people_read_them() {
        assert_eq!([points(0.19), points(-0.014), points(0.0)], ["+19 points", "−1 point", "0 points"]);
        assert_eq!([points_between(0.366, 0.284), points_between(0.284, 0.366)], ["+9 points", "−9 points"]);
        assert_eq!([p_words(0.0004), p_words(0.0321)], ["p under 0.001", "p 0.032"]);
    }
}
