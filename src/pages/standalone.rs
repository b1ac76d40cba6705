//! A page that stands by itself: its style is inside it and it asks nothing of any other place, so it can be
//! mailed or filed. What commands write for people.

use maud::{DOCTYPE, Markup, PreEscaped, html};

/// What charts, tables and quotes look like.
pub(super) const CHARTS: &str = include_str!("standalone/charts.css");

/// The whole page around `body`; `foot` says what made it.
pub(super) fn standalone(title: &str, body: &Markup, foot: &str) -> String {
    let page = html! {
        (DOCTYPE)
        html lang="en-GB" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width,initial-scale=1";
                title { (title) " – Heard" }
                style { (PreEscaped(include_str!("standalone/report.css"))) (PreEscaped(CHARTS)) }
            }
            body {
                a class="skip" href="#main" { "Skip to main content" }
                header class="top" { div class="wrap" { p class="brand" { (logo()) "Heard" } } }
                div class="wrap" { main id="main" tabindex="-1" { (body) } }
                footer class="foot" { div class="wrap" { p { (foot) } } }
            }
        }
    };
    page.into_string()
}

/// The mark: speech holding an ear.
fn logo() -> Markup {
    html! {
        svg viewBox="0 0 40 40" aria-hidden="true" {
            path fill="var(--accent)" d="M20 2a17 17 0 1 1-8.5 31.7L3 38V20A17 17 0 0 1 20 2z" {}
            g fill="none" stroke="var(--card)" stroke-width="3.2" stroke-linecap="round" {
                path d="M12.5 19a7.5 7.5 0 1 1 13 5.2c-2.2 2.3-2.7 5.3-6 5.3" {}
                path d="M17 19.5a3.2 3.2 0 1 1 5 2.6" {}
            }
        }
    }
}
