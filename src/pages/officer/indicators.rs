//! A plan's indicators: where things stood, where they should be, and which way is better.

use maud::{Markup, html};

/// One indicator, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Indicator {
    pub title: String,
    /// `Lower is better`, for example.
    pub direction: String,
    /// Value and period; `None` where the plan sets none.
    pub baseline: Option<Value>,
    pub target: Option<Value>,
    /// Where the numbers come from.
    pub source: Option<String>,
    /// Others that it can be held against.
    pub comparators: Vec<String>,
    /// What does not fit, for whoever would rely on it.
    pub note: Option<String>,
}

/// A value and when it held or should hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value {
    /// With its unit: `3.4%`.
    pub value: String,
    pub period: String,
}

/// The table of an outcome's indicators.
pub fn table(indicators: &[Indicator]) -> Markup {
    if indicators.is_empty() {
        return html! { div class="note" { p { "The plan names no indicator for this, so nobody could tell whether it worked." } } };
    }
    let compared = indicators.iter().any(|indicator| !indicator.comparators.is_empty());
    html! {
        table class="stack" role="table" {
            caption { "Where things stood when the plan was written, and where it wants them to be." }
            thead role="rowgroup" { tr role="row" {
                th scope="col" role="columnheader" { "Indicator" }
                th scope="col" role="columnheader" { "Baseline" }
                th scope="col" role="columnheader" { "Target" }
                @if compared { th scope="col" role="columnheader" { "Compared with" } }
            } }
            tbody role="rowgroup" {
                @for indicator in indicators {
                    tr role="row" {
                        th scope="row" role="rowheader" {
                            (indicator.title) br;
                            span class="small" {
                                (indicator.direction) "."
                                @if let Some(source) = &indicator.source { " " (source) "." }
                                @if let Some(note) = &indicator.note { " Note: " (note) }
                            }
                        }
                        td role="cell" data-k="Baseline" { (value(indicator.baseline.as_ref())) }
                        td role="cell" data-k="Target" { b { (value(indicator.target.as_ref())) } }
                        @if compared { td role="cell" data-k="Compared with" { (others(&indicator.comparators)) } }
                    }
                }
            }
        }
    }
}

fn value(value: Option<&Value>) -> Markup {
    match value {
        Some(value) => html! { (value.value) " " span class="small" { (value.period) } },
        None => html! { span class="eq" { "To be set" } },
    }
}

fn others(comparators: &[String]) -> Markup {
    match comparators {
        [] => html! { span class="eq" { "No others" } },
        some => html! { (some.join("; ")) },
    }
}
