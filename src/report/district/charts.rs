//! The charts of a report, each with the finding as its title.

use super::chart::{Bars, Heat, HeatGroup, HeatRow, Line, Map, MapArea};
use super::findings;
use super::wording::{people, quoted};
use super::{DistrictReport, QuestionThemes, ThemeChart, places};
use crate::breakdown::reading::{Shades, comparisons_made, grouped, interval, percent, scale_end};
use crate::breakdown::{Count, Difference, Figure, PublishedRow};

/// How many themes a question's chart shows.
const THEMES: usize = 8;
/// How many themes of every question together are shown, in bars and in the heat table.
const THEMES_OVERALL: usize = 12;
/// How many options of a closed question are shown.
const OPTIONS: usize = 12;

impl DistrictReport<'_> {
    /// Who answered: perspectives by their share.
    pub fn who(&self) -> Bars {
        let table = &self.results.answered;
        let lines = self.lines(table.rows.iter().collect(), false, |_| None);
        Bars {
            title: findings::who(self),
            about: format!("Of {} in {} who answered.", people(self.base(table)), self.place()),
            of: "Who they are",
            scale_end: scale_of(&lines),
            beside: self.beside(),
            is_compared: false,
            lines,
        }
    }

    /// Children and young people who answered against those who live there, district by district.
    pub fn against_population(&self) -> Option<Bars> {
        let table = self.results.young.as_ref()?;
        let geography = &self.results.geography;
        let line = |(place, row): (usize, &PublishedRow)| Line {
            id: None,
            name: row.name.clone(),
            figure: row.everyone,
            beside: self.share_living_in(&row.key),
            differs: Difference::NotCompared,
            base: None,
            is_here: self.district == Some(place),
        };
        let lines: Vec<Line> = table.rows.iter().enumerate().map(line).collect();
        let most = lines.iter().filter_map(|line| line.beside).fold(0.0, f64::max);
        let end = [10, 20, 40, 60, 80, 100].into_iter().find(|end| most * 100.0 <= f64::from(*end)).unwrap_or(100);
        Some(Bars {
            title: findings::against_population(self, table),
            about: format!(
                "Share of the {}children and young people who answered and said a district. The upright mark is the \
                 district’s share of everyone {} in {} ({}).",
                match table.everyone {
                    Count::Shown(number) => format!("{} ", grouped(number)),
                    Count::Hidden => String::new(),
                },
                self.young_ages(),
                geography.name,
                geography.as_at.strftime("%-d %B %Y"),
            ),
            of: "District",
            scale_end: scale_of(&lines).max(end),
            beside: Some(format!("Share of people {} in {}", self.young_ages(), geography.name)),
            is_compared: false,
            lines,
        })
    }

    /// The themes that came up most: of every question together first, then question by question.
    pub fn themes(&self) -> Vec<ThemeChart> {
        let of = |(place, themes): (usize, &QuestionThemes)| {
            let many = if themes.question.is_none() { THEMES_OVERALL } else { THEMES };
            ThemeChart {
                id: self.id_of_themes(place, themes),
                heading: themes.question.clone().unwrap_or_else(|| "Every question together".to_owned()),
                bars: self.theme_bars(place, themes, many),
            }
        };
        self.results.themes.iter().enumerate().map(of).collect()
    }

    /// The `many` themes that came up most in one question or in all; `place` is that of the table among them, from 0.
    pub fn theme_bars(&self, place: usize, themes: &QuestionThemes, many: usize) -> Bars {
        let table = &themes.table;
        let mut rows = self.ordered(table);
        let left_out = rows.split_off(many.min(rows.len()));
        let hidden = left_out.iter().filter(|row| self.figure(row).shown().is_none()).count();
        let rest = left_out_in_words(left_out.len() - hidden, hidden);
        let lines = self.lines(rows, true, |row| Some(self.id_of_theme(place, themes, &row.key)));
        Bars {
            title: findings::themes(self, table),
            about: format!(
                "People who named each theme at least once, of {} in {} who wrote an answer.{rest}",
                people(self.base(table)),
                self.place(),
            ),
            of: "Theme",
            scale_end: scale_of(&lines),
            beside: self.beside(),
            is_compared: !self.is_county(),
            lines,
        }
    }

    /// What people picked in each question with options.
    pub fn closed(&self) -> Vec<ThemeChart> {
        let of = |(place, closed): (usize, &super::ClosedQuestion)| {
            let id = self.id_of_closed(place, closed);
            let mut rows = self.ordered(&closed.table);
            rows.truncate(OPTIONS);
            let lines = self.lines(rows, true, |row| Some(places::within(&id, &row.key)));
            let bars = Bars {
                title: findings::closed(self, closed),
                about: format!(
                    "People who {}, of {} in {} who answered the question.",
                    closed.named,
                    people(self.base(&closed.table)),
                    self.place(),
                ),
                of: "Answer",
                scale_end: scale_of(&lines),
                beside: self.beside(),
                is_compared: !self.is_county(),
                lines,
            };
            ThemeChart { id, heading: closed.ask.clone(), bars }
        };
        self.results.closed.iter().enumerate().map(of).collect()
    }

    /// Themes by district, all on one set of shades.
    pub fn heat(&self) -> Option<Heat> {
        let table = &self.overall()?.table;
        let districts = self.results.geography.districts.len();
        let mut rows: Vec<&PublishedRow> = table.rows.iter().collect();
        let share = |row: &PublishedRow| row.everyone.shown().map_or(-1.0, |share| share.share);
        rows.sort_by(|a, b| share(b).total_cmp(&share(a)));
        rows.truncate(THEMES_OVERALL);
        let groups = table.groups.iter().take(districts).enumerate().map(|(place, group)| HeatGroup {
            name: group.name.clone(),
            base: group.base,
            is_here: self.district == Some(place),
        });
        let row = |row: &&PublishedRow| HeatRow {
            name: row.name.clone(),
            cells: row.cells.iter().take(districts).map(|cell| (cell.figure, cell.differs)).collect(),
            everyone: row.everyone,
        };
        let shades = Shades::of(rows.iter().flat_map(|row| row.cells.iter().take(districts)).map(|cell| &cell.figure));
        Some(Heat {
            title: findings::heat(self, table),
            about: format!(
                "Share of people in each district who named the theme, of those there who wrote an answer. ▲ and ▼ are \
                 clearly higher or lower than everyone else, allowing for {} (5% false discovery rate).",
                comparisons_made(table.comparisons)
            ),
            groups: groups.collect(),
            rows: rows.iter().map(row).collect(),
            shades,
        })
    }

    /// The theme that most sets places apart, or else came up most, on a map.
    pub fn map(&self) -> Option<Map> {
        let table = &self.overall()?.table;
        let row = findings::telling_row(self, table)?;
        let geography = &self.results.geography;
        let area = |(place, area): (usize, &crate::geography::Area)| {
            let cell = table.groups.iter().zip(&row.cells).find(|(group, _)| group.key == area.key);
            MapArea {
                key: area.key.clone(),
                name: area.name.clone(),
                corners: area.corners().iter().map(|point| (point.x, point.y)).collect(),
                label: (area.label.x, area.label.y),
                tile: (area.tile.column, area.tile.row),
                figure: cell.map_or(Figure::Hidden, |(_, cell)| cell.figure),
                differs: cell.map_or(Difference::NotCompared, |(_, cell)| cell.differs),
                is_here: self.district == Some(place),
            }
        };
        let areas: Vec<MapArea> = geography.districts.iter().enumerate().map(area).collect();
        let view = geography.view_box;
        Some(Map {
            title: findings::map(table, row, geography.districts.len()),
            about: format!(
                "Share of people in each district who named {}. Left: where districts are; big, empty areas look \
                 louder than they are. Right: every district the same size.",
                quoted(&row.name)
            ),
            alt: alt_of_map(&row.name, &areas),
            shades: Shades::of(areas.iter().map(|area| &area.figure)),
            areas,
            view_box: (view.left, view.top, view.width, view.height),
            credit: format!("{}.", geography.attributions.join(". ")),
        })
    }

    fn lines(
        &self,
        rows: Vec<&PublishedRow>,
        is_compared: bool,
        id: impl Fn(&PublishedRow) -> Option<String>,
    ) -> Vec<Line> {
        let line = |row: &PublishedRow| Line {
            id: id(row),
            name: row.name.clone(),
            figure: self.figure(row),
            beside: match self.district {
                Some(_) => row.everyone.shown().map(|share| share.share),
                None => None,
            },
            differs: match self.cell(row) {
                Some(cell) if is_compared => cell.differs,
                _ => Difference::NotCompared,
            },
            base: None,
            is_here: false,
        };
        rows.into_iter().map(line).collect()
    }

    fn beside(&self) -> Option<String> {
        (!self.is_county()).then(|| format!("Everyone in {}", self.results.geography.name))
    }

    /// How the bars of every chart are read.
    pub fn how_to_read(&self) -> String {
        let mark = match self.beside() {
            Some(everyone) => {
                format!(" The upright dashed mark is {}, to compare with.", everyone.replacen('E', "e", 1))
            }
            None => String::new(),
        };
        format!(
            "How to read the bars: the thin line is the 95% interval, inside which the share would usually land if people \
             like these were asked again.{mark} One person can name several themes."
        )
    }
}

fn scale_of(lines: &[Line]) -> u32 {
    scale_end(lines.iter().map(|line| &line.figure))
}

fn alt_of_map(theme: &str, areas: &[MapArea]) -> String {
    let said = |area: &MapArea| match &area.figure {
        Figure::Shown(share) => format!("{} {} ({})", area.name, percent(share.share), interval(share)),
        Figure::Hidden => format!("{} kept private", area.name),
    };
    let said: Vec<String> = areas.iter().map(said).collect();
    format!("Map of the share of people who named {} in each district: {}.", quoted(theme), said.join(", "))
}

/// What a chart leaves out: rows that came up less, and rows whose numbers are private, of which nothing may be said.
pub(super) fn left_out_in_words(less: usize, hidden: usize) -> String {
    let themes = |count: usize| if count == 1 { "one theme".to_owned() } else { format!("{count} themes") };
    let left_out = match (less, hidden) {
        (0, 0) => return String::new(),
        (less, 0) => format!("{} that came up less", themes(less)),
        (0, hidden) => format!(
            "{} whose numbers are private, because they are small or would give a small one away",
            themes(hidden)
        ),
        (less, hidden) => {
            format!("{} that came up less and {} whose numbers are private", themes(less), themes(hidden))
        }
    };
    format!(" Left out: {left_out}.")
}
