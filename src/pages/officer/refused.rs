//! Said to someone signed in who may not do what they asked.

use maud::{Markup, html};

use super::{Desk, Section};

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    pub desk: Desk,
    /// Why, and what to do, as a sentence.
    pub reason: String,
}

impl Refused {
    /// The whole document.
    pub fn render(&self) -> Markup {
        self.desk.render(
            "Not for this account",
            Section::Elsewhere,
            html! {
                h1 { "Not for this account" }
                p { (self.reason) }
                p { a href="/officer" { "Back to your consultations" } }
            },
        )
    }

    /// A refusal for a role.
    pub fn sample() -> Self {
        let reason = "Your account cannot open this page. Ask whoever looks after accounts.".to_owned();
        Self { desk: Desk { subject: None, ..Desk::sample() }, reason }
    }
}
