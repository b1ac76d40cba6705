//! A suggested order of a plan's priorities as a workbook that reckons: whoever changes a weight sees every score follow.
//!
//! The only formulas in any workbook of ours, and none holds a word that somebody typed: they point at cells. What was
//! measured stands as numbers; a part that is not known stands as words and is never counted as zero.

use std::io::{self, Write};

use rust_xlsxwriter::{Format, FormatAlign, Formula, Worksheet};

use super::crosstab::words;
use super::{begin, failed, read_me};
use crate::plan::ranking::{Part, RULE, Ranked, Term};

/// The row of the names of columns and the first of the priorities, counted from 0.
const HEADERS: u32 = 3;
const FIRST: u32 = HEADERS + 1;
/// The columns before those of the parts, and how many each part has.
const BEFORE: [&str; 8] =
    ["Place", "No.", "Priority", "Theme that stands for it", "Score", "At least", "At most", "Weight known"];
const OF_PART: [&str; 4] = ["measured", "divided by", "from 0 to 1", "adds"];
const SCORE: u16 = 4;
const KNOWN: u16 = 7;
/// Every weight, on a sheet of its own.
const WEIGHTS: &str = "Weights!$B$2:$B$5";
const NOT_KNOWN: &str = "not known";
const NOT_RANKED: &str = "not ranked";

/// A priority in its place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RankedLine<'a> {
    pub ranked: &'a Ranked,
    /// Its place in the plan, from 1.
    pub number: usize,
    /// The theme whose figures stand for it.
    pub theme: Option<&'a str>,
}

/// Writes the ranking: `title` says of what and where, `day` when, as 2026-11-26.
///
/// # Errors
/// When writing fails.
pub fn ranking<W: Write + Send>(mut out: W, title: &str, day: &str, lines: &[RankedLine<'_>]) -> io::Result<W> {
    let mut workbook = begin(title, day)?;
    let sheet = workbook.add_worksheet();
    sheet.set_name("Ranking").map_err(failed)?;
    words(sheet, (0, 0), title, &Format::new().set_bold().set_font_size(14.0))?;
    let note = "A suggestion, not a decision. Change a weight on the sheet “Weights” and every score and place follows; \
                rows stay where they are until you sort them.";
    words(sheet, (1, 0), note, &Format::new())?;
    headers(sheet)?;
    for (row, line) in (FIRST..).zip(lines) {
        Row { row, last: FIRST + lines.len() as u32 - 1, line }.write(sheet)?;
    }
    let sheet = workbook.add_worksheet();
    sheet.set_name("Weights").map_err(failed)?;
    sheet.set_column_width(0, 24.0).map_err(failed)?;
    let bold = Format::new().set_bold();
    words(sheet, (0, 0), "Part", &bold)?;
    words(sheet, (0, 1), "Weight", &bold)?;
    let terms = lines.first().map(|line| &line.ranked.terms);
    for (row, part) in (1..).zip(Part::ALL) {
        words(sheet, (row, 0), part.as_str(), &Format::new())?;
        let weight =
            terms.and_then(|terms| terms.iter().find(|term| term.part == part)).map_or(0.0, |term| term.weight);
        sheet.write_number(row, 1, weight).map_err(failed)?;
    }
    let notes = [("How the ranking is made".to_owned(), RULE.to_owned())];
    read_me(&mut workbook, &notes)?;
    workbook.save_to_writer(&mut out).map_err(failed)?;
    Ok(out)
}

fn headers(sheet: &mut Worksheet) -> io::Result<()> {
    let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    for (column, name) in (0..).zip(BEFORE) {
        sheet.set_column_width(column, if matches!(column, 2 | 3) { 40.0 } else { 9.0 }).map_err(failed)?;
        words(sheet, (HEADERS, column), name, &bold)?;
    }
    for (at, part) in Part::ALL.iter().enumerate() {
        for (column, name) in (column_of(at, 0)..).zip(OF_PART) {
            sheet.set_column_width(column, 14.0).map_err(failed)?;
            words(sheet, (HEADERS, column), &format!("{}: {name}", part.as_str()), &bold)?;
        }
    }
    sheet.set_freeze_panes(FIRST, 3).map_err(failed)?;
    Ok(())
}

/// The column of a part's cell.
fn column_of(part: usize, cell: u16) -> u16 {
    BEFORE.len() as u16 + part as u16 * OF_PART.len() as u16 + cell
}

/// A column by its letter: there are fewer than 26.
fn letter(column: u16) -> char {
    char::from(b'A' + u8::try_from(column).unwrap_or(25))
}

struct Row<'a> {
    /// Its own row and the last of all, counted from 0.
    row: u32,
    last: u32,
    line: &'a RankedLine<'a>,
}

impl Row<'_> {
    fn write(&self, sheet: &mut Worksheet) -> io::Result<()> {
        let ranked = self.line.ranked;
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        sheet.write_number(self.row, 1, self.line.number as f64).map_err(failed)?;
        words(sheet, (self.row, 2), &ranked.title, &wrapped)?;
        words(sheet, (self.row, 3), self.line.theme.unwrap_or_default(), &wrapped)?;
        for (at, term) in ranked.terms.iter().enumerate() {
            self.part(sheet, at, term)?;
        }
        self.score(sheet)
    }

    fn at(&self, column: u16) -> String {
        format!("{}{}", letter(column), self.row + 1)
    }

    fn all(&self, column: u16) -> String {
        format!("${0}${1}:${0}${2}", letter(column), FIRST + 1, self.last + 1)
    }

    fn formula(&self, sheet: &mut Worksheet, column: u16, formula: &str, result: Option<f64>) -> io::Result<()> {
        let result = result.map_or_else(|| NOT_KNOWN.to_owned(), |result| result.to_string());
        let format = Format::new().set_num_format("0.000");
        let formula = Formula::new(formula).set_result(result);
        sheet.write_formula_with_format(self.row, column, formula, &format).map_err(failed)?;
        Ok(())
    }

    fn part(&self, sheet: &mut Worksheet, at: usize, term: &Term) -> io::Result<()> {
        let [measured, divisor, part, adds] = [0, 1, 2, 3].map(|cell| column_of(at, cell));
        match term.raw {
            Ok(raw) => {
                let format = Format::new().set_num_format("0.000");
                sheet.write_number_with_format(self.row, measured, raw, &format).map_err(failed)?;
            }
            Err(why) => words(sheet, (self.row, measured), why.as_sentence(), &Format::new())?,
        }
        let column = self.all(measured);
        if term.part == Part::Indicator {
            sheet.write_number(self.row, divisor, 1.0).map_err(failed)?;
        } else {
            let largest = format!("=IF(MAX({column})>0,MAX({column}),\"nothing\")");
            let result = term.divisor.map_or_else(|| "nothing".to_owned(), |divisor| divisor.to_string());
            let format = Format::new().set_num_format("0.000");
            let formula = Formula::new(largest).set_result(result);
            sheet.write_formula_with_format(self.row, divisor, formula, &format).map_err(failed)?;
        }
        let (raw, by) = (self.at(measured), self.at(divisor));
        let share = format!("=IF(ISNUMBER({raw}),IF(ISNUMBER({by}),MAX(0,MIN(1,{raw}/{by})),0),\"{NOT_KNOWN}\")");
        self.formula(sheet, part, &share, term.normalised)?;
        let share = self.at(part);
        let product = format!("=IF(ISNUMBER({share}),{share}*Weights!$B${},\"{NOT_KNOWN}\")", at + 2);
        self.formula(sheet, adds, &product, term.product())
    }

    fn score(&self, sheet: &mut Worksheet) -> io::Result<()> {
        let ranked = self.line.ranked;
        let parts = 0..Part::ALL.len();
        let adds: Vec<String> = parts.clone().map(|at| self.at(column_of(at, 3))).collect();
        let sum = format!("SUM({})", adds.join(","));
        let known: Vec<String> =
            parts.map(|at| format!("IF(ISNUMBER({}),Weights!$B${},0)", self.at(column_of(at, 2)), at + 2)).collect();
        let (own, score) = (self.at(KNOWN), self.at(SCORE));
        let weight: f64 = ranked.terms.iter().filter(|term| term.normalised.is_some()).map(|term| term.weight).sum();
        self.formula(sheet, KNOWN, &format!("={}", known.join("+")), Some(weight))?;
        let enough = |weight: &str| format!("({weight}>=SUM({WEIGHTS})/2)");
        let ranks = format!("=IF(AND({own}>0,{}),{sum}/{own},\"{NOT_RANKED}\")", enough(&own));
        let result = ranked.place.and(ranked.score).map_or_else(|| NOT_RANKED.to_owned(), |score| score.to_string());
        let format = Format::new().set_num_format("0.000");
        let ranks = Formula::new(ranks).set_result(result);
        sheet.write_formula_with_format(self.row, SCORE, ranks, &format).map_err(failed)?;
        let of_all = |what: &str| format!("=IF(SUM({WEIGHTS})>0,({what})/SUM({WEIGHTS}),\"{NOT_KNOWN}\")");
        self.formula(sheet, SCORE + 1, &of_all(&sum), Some(ranked.least))?;
        self.formula(sheet, SCORE + 2, &of_all(&format!("{sum}+SUM({WEIGHTS})-{own}")), Some(ranked.most))?;
        let (scores, weights) = (self.all(SCORE), self.all(KNOWN));
        let higher = format!("SUMPRODUCT({}*ISNUMBER({scores})*({scores}>{score}))", enough(&weights));
        let place = format!("=IF(AND(ISNUMBER({score}),{}),1+{higher},\"none\")", enough(&own));
        let result = ranked.place.map_or_else(|| "none".to_owned(), |place| place.to_string());
        sheet.write_formula(self.row, 0, Formula::new(place).set_result(result)).map_err(failed)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader, Xlsx};

    use super::*;
    use crate::breakdown::{Figure, Share};
    use crate::plan::ranking::{Signals, Weights, rank};

    fn lines() -> Vec<Ranked> {
        let figure = |share| Some(Figure::Shown(Share { count: 40, base: 100, share, low: 0.0, high: 1.0 }));
        let signals = |key: &str, title: &str, here, children| Signals {
            key: key.to_owned(),
            title: title.to_owned(),
            here,
            everyone: figure(0.2),
            children,
            adults: figure(0.1),
            way: None,
        };
        let known = [
            signals("a", "=HYPERLINK(\"x\")", figure(0.3), figure(0.2)),
            signals("b", "B", figure(0.6), figure(0.3)),
            signals("c", "C", Some(Figure::Hidden), Some(Figure::Hidden)),
        ];
        rank(&known, &Weights::default()).unwrap()
    }

    #[test]
    fn the_workbook_reckons_from_its_weights_and_runs_nothing_that_was_typed() {
        let ranked = lines();
        let line = |(at, ranked)| RankedLine { ranked, number: at + 1, theme: Some("+1") };
        let lines: Vec<RankedLine<'_>> = ranked.iter().enumerate().map(line).collect();
        let bytes = ranking(Vec::new(), "A ranking", "2026-11-26", &lines).unwrap();
        let mut read: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
        let values = read.worksheet_range("Ranking").unwrap();
        let value = |row: u32, column: u32| values.get_value((row, column)).cloned().unwrap_or_default();
        assert_eq!(value(FIRST, 2), Data::String("B".into()), "the highest first");
        assert_eq!(value(FIRST + 1, 2), Data::String("=HYPERLINK(\"x\")".into()));
        assert_eq!(value(FIRST + 2, 0).to_string(), "none", "too little is known");
        assert_eq!(value(FIRST + 2, 8).to_string(), "Too few people for a figure. Do not read it as zero");
        let score: f64 = value(FIRST, 4).to_string().parse().unwrap();
        assert!((score - ranked[0].score.unwrap()).abs() < 1e-9, "{score}");
        let formulas = read.worksheet_formula("Ranking").unwrap();
        let ours = |text: &str| !text.contains("HYPERLINK") && !text.contains("+1\"");
        assert!(formulas.cells().all(|(_, _, text)| ours(text)));
        let used = formulas.cells().filter(|(_, _, text)| text.contains("Weights!$B$")).count();
        assert_eq!(used, 3 * 9, "four parts, and five cells of the score");
        assert_eq!(value(FIRST + 2, 4).to_string(), NOT_RANKED, "no place and no score");
        let weights = read.worksheet_range("Weights").unwrap();
        assert_eq!(weights.get_value((1, 1)), Some(&Data::Float(2.0)));
    }
}
