//! Breakdowns: a table of several ways as charts and as lines, and the pages beside it.

mod change;
mod form;
mod gap;
mod represented;
mod weighted;

pub use change::{Change, Comparison, Other, Said, Side};
pub use form::{AskForm, FilterGroup};
pub use gap::Gap;
pub use represented::{Part, Representativeness};
pub use weighted::{Weighting, WeightingParts};

use maud::{Markup, html};

use super::{Desk, Section};
use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};
use crate::pages::figures::crosstab_table::{bars, crosstab_table};
use crate::pages::figures::hidden::chose_to_answer;
use crate::pages::figures::{heat_table, small_multiples};
use crate::report::crosstab::NamedCrosstab;

/// The pages that stand beside each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    Breakdowns,
    Representativeness,
    Gap,
    Change,
}

/// A question that is ready to be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ready {
    pub href: String,
    pub text: String,
    /// Whether it is the one that was asked.
    pub current: bool,
}

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct Breakdowns {
    pub desk: Desk,
    pub form: AskForm,
    pub ready: Vec<Ready>,
    /// The table that was asked for, or why it cannot be had.
    pub table: Result<NamedCrosstab, String>,
    /// What the address asks for, after the `?`.
    pub query: String,
    /// Where themes come from, in a sentence; none where rows are no themes.
    pub frame: Option<String>,
}

impl Breakdowns {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let title = match &self.table {
            Ok(table) => table.finding(),
            Err(_) => "Error: Breakdowns".to_owned(),
        };
        self.desk.render(
            &title,
            Section::Breakdowns,
            html! {
                (self.desk.trail(&[], "Breakdowns"))
                @match &self.table {
                    Ok(table) => {
                        h1 { (table.finding()) }
                        p class="about" {
                            b { (table.title()) } ". "
                            @if let Some(frame) = &self.frame { (frame) }
                        }
                    },
                    Err(problem) => {
                        (errors::summary(Words::english(), &[Problem { field: form::ROWS, message: problem.clone() }]))
                        h1 { "Breakdowns" }
                    },
                }
                (turns(&self.desk, Turn::Breakdowns))
                (self.ready())
                (self.form.render(&self.desk.address("/breakdowns"), self.table.is_err()))
                @if let Ok(table) = &self.table { (self.figures(table)) }
            },
        )
    }

    fn ready(&self) -> Markup {
        html! {
            nav aria-label="Ready questions" {
                ul class="ready" {
                    li { b { "Ready questions:" } }
                    @for ready in &self.ready {
                        li { a href=(ready.href) aria-current=[ready.current.then_some("true")] { (ready.text) } }
                    }
                }
            }
        }
    }

    fn figures(&self, table: &NamedCrosstab) -> Markup {
        let district = table.ways.iter().position(|way| way.key == "district");
        let across = district.or((!table.ways.is_empty()).then_some(0));
        let down = across.and_then(|across| (0..table.ways.len()).find(|way| *way != across));
        html! {
            section aria-labelledby="everyone" {
                h2 id="everyone" { "Everyone" }
                (bars(table))
            }
            @if let Some(across) = across {
                section aria-labelledby="multiples" {
                    h2 id="multiples" { "One by one: " (table.ways[across].name) }
                    (small_multiples::small_multiples(table, across))
                }
                section aria-labelledby="heat" {
                    h2 id="heat" { "Side by side" }
                    (heat_table::heat_table(table, across, down))
                }
            }
            section aria-labelledby="table" {
                h2 id="table" { "Every figure" }
                @if let Some(caution) = table.caution() { div class="note warn" { p { (caution) } } }
                (self.downloads())
                (crosstab_table(table))
            }
            section aria-labelledby="reading" {
                h2 id="reading" { "How to read this" }
                @let caution = table.caution();
                ul { @for note in table.notes().into_iter().filter(|note| Some(note) != caution.as_ref()) { li { (note) } } }
                (chose_to_answer(&self.desk.organisation))
            }
        }
    }

    fn downloads(&self) -> Markup {
        let address = |kind: &str| format!("{}?{}", self.desk.address(&format!("/breakdowns.{kind}")), self.query);
        html! {
            p class="row noprint" {
                "The same table to take away: "
                a href=(address("csv")) { "CSV" }
                a href=(address("xlsx")) { "Workbook (XLSX)" }
                a href=(address("json")) { "JSON" }
            }
        }
    }

    /// Three themes by district.
    #[cfg(test)]
    pub(crate) fn sample() -> Self {
        Self {
            desk: Desk::sample(),
            form: AskForm::sample(),
            ready: vec![Ready { href: "?rows=themes".into(), text: "Themes by district".into(), current: true }],
            table: Ok(NamedCrosstab::sample()),
            query: "rows=themes&by=district".into(),
            frame: None,
        }
    }
}

/// The pages that stand beside each other, as links.
pub(super) fn turns(desk: &Desk, here: Turn) -> Markup {
    let turns = [
        (Turn::Breakdowns, "/breakdowns", "Tables"),
        (Turn::Representativeness, "/representativeness", "Who has been heard"),
        (Turn::Gap, "/gap", "Children and adults"),
        (Turn::Change, "/change", "Change"),
    ];
    html! {
        nav aria-label="Breakdowns" {
            ul class="ready tabs" {
                @for (turn, rest, text) in turns {
                    li { a href=(desk.address(rest)) aria-current=[(turn == here).then_some("page")] { (text) } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_called_by_what_its_table_says_and_offers_exactly_that_table_as_files() {
        let page = Breakdowns::sample().render().into_string();
        assert!(page.contains("<h1>Redditch: 60% name Getting about, against 25% of everyone else</h1>"), "{page}");
        for kind in ["csv", "xlsx", "json"] {
            assert!(page.contains(&format!("/breakdowns.{kind}?rows=themes&amp;by=district\"")), "{kind}");
        }
    }

    #[test]
    fn what_cannot_be_asked_is_said_above_the_form_and_the_form_keeps_what_was_asked() {
        let refused = Breakdowns { table: Err("A table has at most four ways.".into()), ..Breakdowns::sample() };
        let page = refused.render().into_string();
        assert!(page.contains("<title>Error: Breakdowns") && page.contains("at most four ways"), "{page}");
        assert!(page.contains(r#"<option value="district" selected>District</option>"#), "{page}");
        assert!(!page.contains("Every figure"));
    }

    /// Three of 80 people in Malvern Hills spoke of kindness: no page, chart or reader of it may say so.
    #[test]
    fn a_hidden_number_is_nowhere_on_the_page() {
        let page = Breakdowns::sample().render().into_string();
        let spoken: Vec<&str> = page.split("Kindness").skip(1).collect();
        let near = |part: &&str| part.chars().take(400).collect::<String>();
        assert!(spoken.iter().any(|part| near(part).contains("hidden")));
        // 3 of 80 is 4 %, which no figure of this table rounds to.
        assert!(!page.contains(">4%<") && !page.contains("<b>4%"), "{page}");
    }
}
