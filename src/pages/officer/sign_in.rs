//! Signing in.

use maud::{Markup, html};

use crate::pages::components::errors::{self, Problem};
use crate::pages::{Page, Sheet, Words};

/// What went wrong with signing in. The words are the same for an unknown name and a wrong password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    NotRecognised,
    /// Too many failures in a short time.
    Locked,
    /// The form was opened too long ago, or not here.
    Stale,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignIn {
    pub organisation: String,
    /// The name as typed before, kept when the form comes back.
    pub name: String,
    /// The page to go to afterwards.
    pub next: String,
    /// What the form sends back, to prove that it was opened here.
    pub csrf: String,
    pub refusal: Option<Refusal>,
}

impl SignIn {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let problem = self.refusal.map(|refusal| Problem { field: "name", message: words(refusal).to_owned() });
        let problems: Vec<Problem> = problem.clone().into_iter().collect();
        let described = problem.as_ref().map(|_| "name-error");
        let page = Page {
            sheet: Sheet::Officer,
            organisation: &self.organisation,
            error: problem.is_some(),
            ..Page::titled("Sign in")
        };
        page.render(html! {
            (errors::summary(Words::english(), &problems))
            h1 { "Sign in" }
            p { "For people who read and use what others have said. Nobody needs an account to answer." }
            form method="post" action="/sign-in" novalidate {
                input type="hidden" name="csrf" value=(self.csrf);
                input type="hidden" name="next" value=(self.next);
                div class=[problem.as_ref().map(|_| "err")] {
                    label for="name" { "Name" }
                    @if let Some(problem) = &problem { (errors::message(Words::english(), problem)) }
                    input type="text" id="name" name="name" value=(self.name) autocomplete="username"
                        autocapitalize="none" spellcheck="false" aria-describedby=[described]
                        aria-invalid=[problem.as_ref().map(|_| "true")];
                }
                div {
                    label for="password" { "Password" }
                    input type="password" id="password" name="password" autocomplete="current-password"
                        aria-describedby=[described] aria-invalid=[problem.as_ref().map(|_| "true")];
                }
                p class="row" { button type="submit" class="btn" { "Sign in" } }
            }
            p class="small" {
                "Forgotten it? Whoever looks after this Heard can set a new one with "
                code { "heard user add" } "."
            }
        })
    }

    /// As it is first opened.
    pub fn sample() -> Self {
        Self {
            organisation: "Worcestershire".to_owned(),
            name: String::new(),
            next: "/officer".to_owned(),
            csrf: "0f".repeat(16),
            refusal: None,
        }
    }
}

fn words(refusal: Refusal) -> &'static str {
    match refusal {
        Refusal::NotRecognised => "We do not know that name and password together. Check both and try again",
        Refusal::Locked => "Too many tries. Wait five minutes, then try again",
        Refusal::Stale => "This page was open for too long. Nothing was lost: sign in again",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_keeps_the_name_and_never_the_password() {
        let page = SignIn { name: "ali\"><script>".into(), refusal: Some(Refusal::NotRecognised), ..SignIn::sample() };
        let page = page.render().into_string();
        assert!(page.contains("Error: Sign in") && page.contains("ali&quot;&gt;&lt;script&gt;"), "{page}");
        assert!(!page.contains("<script>"));
    }
}
