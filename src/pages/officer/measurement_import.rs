//! Many figures at once, from a file or pasted from a spreadsheet.

use maud::{Markup, html};

use super::{Desk, Section};
use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};
use crate::pages::components::typed::Typed;
use crate::plan::Plan;

/// The field of the file, and of what is pasted.
pub const FILE: &str = "file";
pub const PASTED: &str = "pasted";
/// The field of the source of every row that names none.
pub const SOURCE: &str = "source";

/// What came of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Came {
    pub added: usize,
    pub changed: usize,
    pub same: usize,
}

/// The page.
#[derive(Debug, Clone)]
pub struct MeasurementImport<'a> {
    pub desk: Desk,
    pub plan: &'a Plan,
    pub pasted: String,
    /// Where every figure comes from that has no source of its own.
    pub source: String,
    /// Every reason why nothing was imported, with file, line and column.
    pub refused: Vec<String>,
    pub came: Option<Came>,
}

impl MeasurementImport<'_> {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let title = if self.refused.is_empty() { "Import figures" } else { "Error: Import figures" };
        let plan = format!("/officer/plans/{}", self.plan.key);
        self.desk.render(title, Section::Plan, html! {
            (self.desk.trail(&[(&plan, "Plan"), (&format!("{plan}/progress"), "Progress")], "Import"))
            (self.refusal())
            p class="small kicker" { (self.plan.title) }
            h1 { "Import figures" }
            @if let Some(came) = self.came {
                div class="note" role="status" { p {
                    b { (came.added) " added, " (came.changed) " corrected, " (came.same) " there already." } " "
                    a href={ (plan) "/progress" } { "See the progress" }
                } }
            }
            p {
                "The columns are " b { "indicator" } ", " b { "period" } ", " b { "value" } " and " b { "source" }
                ". Every figure needs its source: in its row, or below for all rows that have none. All rows are taken or none, "
                "and importing a file again adds nothing twice."
            }
            form method="post" enctype="multipart/form-data" novalidate class="edit" {
                input type="hidden" name="csrf" value=(self.desk.csrf);
                div {
                    label for=(FILE) { "A CSV or XLSX file" }
                    p class="hint" id="file-hint" { "Of a workbook the first sheet is read. At most 256 kB as XLSX." }
                    input type="file" id=(FILE) name=(FILE) accept=".csv,.tsv,.txt,.xlsx" aria-describedby="file-hint";
                }
                (Typed::new(PASTED, "Or paste rows here", &self.pasted).hint("With the names of the columns in the first row.").area(8))
                (Typed::new(SOURCE, "Source of rows that name none", &self.source)
                    .hint("Who publishes the figures, and where. A row’s own source comes before this.").line())
                div class="row" { button class="btn" type="submit" { "Import" } }
            }
            details {
                summary { "The keys of this plan’s indicators" }
                table class="stack" role="table" {
                    caption { "Write the key or the whole title." }
                    thead role="rowgroup" { tr role="row" {
                        @for heading in ["Key", "Indicator", "In"] { th scope="col" role="columnheader" { (heading) } }
                    } }
                    tbody role="rowgroup" {
                        @for (_, indicator) in self.plan.indicators() {
                            tr role="row" {
                                th scope="row" role="rowheader" { code { (indicator.key) } }
                                td role="cell" data-k="Indicator" { (indicator.title) }
                                td role="cell" data-k="In" { (indicator.unit) }
                            }
                        }
                    }
                }
            }
        })
    }

    fn refusal(&self) -> Markup {
        let problem = |message: &String| Problem { field: PASTED, message: message.clone() };
        let problems: Vec<Problem> = self.refused.iter().map(problem).collect();
        html! {
            (errors::summary(Words::english(), &problems))
            @if !problems.is_empty() { p { b { "Nothing was imported." } " Put right what is named above, and import again." } }
        }
    }
}
