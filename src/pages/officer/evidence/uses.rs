//! Which outcomes of a plan a theme or a question is used for: the way from an answer forward to what is done about it.

use maud::{Markup, html};

/// One outcome that uses it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Use {
    /// The outcome's page.
    pub address: String,
    pub title: String,
    /// How it is used, as a clause: `linked as speaking for it`.
    pub how: &'static str,
    /// What an officer says that it shows.
    pub note: Option<String>,
}

/// All uses, in the plan that its consultation feeds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Uses {
    pub plan_title: String,
    /// The plan's page.
    pub plan: String,
    pub uses: Vec<Use>,
}

impl Uses {
    /// As a section of the page of a theme or question.
    pub fn section(&self) -> Markup {
        html! {
            section aria-labelledby="uses" {
                h2 id="uses" { "What is done about it" }
                @if self.uses.is_empty() {
                    p {
                        "Nobody has linked this to an outcome of the plan, "
                        a href=(self.plan) { (self.plan_title) } ". Open an outcome there to link it."
                    }
                } @else {
                    ul {
                        @for one in &self.uses {
                            li {
                                a href=(one.address) { (one.title) } ": " (one.how) "."
                                @if let Some(note) = &one.note { " " span class="small" { (note) } }
                            }
                        }
                    }
                    p class="small" { "In the plan: " a href=(self.plan) { (self.plan_title) } "." }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nobody_uses_is_said_and_what_is_used_leads_on() {
        let none = Uses { plan_title: "A plan".to_owned(), plan: "/p".to_owned(), uses: Vec::new() };
        assert!(none.section().into_string().contains("Nobody has linked this"));
        let one = Use {
            address: "/p/outcomes/safe".to_owned(),
            title: "Safe".to_owned(),
            how: "linked as speaking against it",
            note: None,
        };
        let page = Uses { uses: vec![one], ..none }.section().into_string();
        assert!(page.contains("/p/outcomes/safe") && page.contains("speaking against it."), "{page}");
    }
}
