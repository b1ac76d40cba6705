//! The shape and colour that stand for a perspective. Always beside the word, never instead of it.

use maud::{Markup, html};

/// The colour class of a perspective; those a survey adds of its own share one.
pub fn class(perspective: &str) -> &'static str {
    match perspective {
        "child" => "child",
        "young-person" => "young",
        "parent-carer" => "parent",
        "practitioner" => "practitioner",
        "citizen" => "citizen",
        _ => "other",
    }
}

/// The outline of a perspective's shape, as markup inside `viewBox="0 0 20 20"`.
pub fn shape(perspective: &str) -> Markup {
    let path = match perspective {
        "child" => return html! { circle cx="10" cy="10" r="8.5" {} },
        "young-person" => "M10 1 19.5 18.5H.5z",
        "parent-carer" => "M2 2h16v16H2z",
        "practitioner" => "M6.5 1h7v5.5H19v7h-5.5V19h-7v-5.5H1v-7h5.5z",
        "citizen" => "M10 0 20 10 10 20 0 10z",
        _ => "M5.5 2h9L19 10l-4.5 8h-9L1 10z",
    };
    html! { path d=(path) {} }
}

/// The small mark that goes before the perspective's name.
pub fn mark(perspective: &str) -> Markup {
    html! {
        svg class={ "mk " (class(perspective)) } viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" { (shape(perspective)) }
    }
}
