//! Where officers link an outcome of a plan to what it rests on: what is linked, what could be, and where somebody
//! looked for what speaks against it.

use maud::{Markup, html};

use super::balance::Shown;
use super::chooser::Choices;
use super::linked::{Link, side};
use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};
use crate::pages::officer::{Desk, Section};
use crate::plan::evidence::Stance;

/// The most characters of a note and of where somebody looked.
pub const MOST: usize = 1000;

/// What is in the forms.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Typed {
    pub basis: String,
    pub stance: String,
    pub district: String,
    pub note: String,
    pub looked: String,
}

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct Linking {
    pub desk: Desk,
    pub plan_key: String,
    pub outcome: String,
    /// What the plan calls its outcomes, and the place of this one, from 1.
    pub called: &'static str,
    pub number: usize,
    pub title: String,
    pub links: Vec<Link>,
    pub balance: Shown,
    /// Who says where they looked, and when.
    pub looked_by: Option<String>,
    /// What does not fit among the links, as sentences.
    pub questions: Vec<String>,
    pub choices: Choices,
    /// Keys and names.
    pub districts: Vec<(String, String)>,
    pub typed: Typed,
    pub problems: Vec<Problem>,
}

impl Linking {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let error = if self.problems.is_empty() { "" } else { "Error: " };
        let title = format!("{error}Evidence for {} {}", self.called, self.number);
        let (plan, outcome) = (format!("/officer/plans/{}", self.plan_key), self.outcome_address());
        let steps = [
            (plan.as_str(), "Plan".to_owned()),
            (outcome.as_str(), format!("{} {}", capital(self.called), self.number)),
        ];
        let steps: Vec<(&str, &str)> = steps.iter().map(|(href, text)| (*href, text.as_str())).collect();
        self.desk.render(
            &title,
            Section::Plan,
            html! {
                (errors::summary(Words::english(), &self.problems))
                (self.desk.trail(&steps, "Evidence"))
                p class="small kicker" { "Evidence for " (self.called) " " (self.number) }
                h1 { (self.title) }
                (self.balance.note("#add"))
                @if !self.questions.is_empty() {
                    div class="note" { ul { @for question in &self.questions { li { (question) } } } }
                }
                (self.sides())
                (self.add())
                (self.none_found())
            },
        )
    }

    fn outcome_address(&self) -> String {
        format!("/officer/plans/{}/outcomes/{}", self.plan_key, self.outcome)
    }

    fn address(&self, rest: &str) -> String {
        format!("{}/evidence{rest}", self.outcome_address())
    }

    fn sides(&self) -> Markup {
        let of = |stance| self.links.iter().filter(|link| link.stance == stance).collect::<Vec<_>>();
        html! {
            section aria-labelledby="for" {
                h2 id="for" { "What speaks for it" }
                (side(&of(Stance::Supporting), "Nothing is linked yet.", |link| self.remove(link)))
            }
            section aria-labelledby="against" {
                h2 id="against" { "What speaks against it, or says that something else matters more" }
                (side(&of(Stance::Contrary), "Nothing is linked yet.", |link| self.remove(link)))
            }
        }
    }

    fn remove(&self, link: &Link) -> Markup {
        if link.inherited {
            return html! { p class="small" { "It is taken out in the county’s plan." } };
        }
        html! {
            form method="post" action=(self.address("/remove")) {
                input type="hidden" name="csrf" value=(self.desk.csrf);
                input type="hidden" name="link" value=(link.id);
                button type="submit" class="btn two tiny" { "Take it out" span class="sr" { ": " (link.name) } }
            }
        }
    }

    fn add(&self) -> Markup {
        html! {
            section aria-labelledby="add" {
                h2 id="add" { "Link evidence" }
                (self.choices.search(&self.address("")))
                form method="post" action=(self.address("")) class="edit" novalidate {
                    input type="hidden" name="csrf" value=(self.desk.csrf);
                    (self.choices.list(&self.address(""), &self.typed.basis, self.problem("basis")))
                    (self.stance())
                    div {
                        label for="district" { "What it is about" }
                        select id="district" name="district" {
                            option value="" selected[self.typed.district.is_empty()] { "The whole plan" }
                            @for (key, name) in &self.districts {
                                option value=(key) selected[*key == self.typed.district] { (name) }
                            }
                        }
                    }
                    (self.area("note", "What it shows", "In your words, for whoever reads the plan. At most 1,000 characters.", &self.typed.note))
                    div class="row" { button type="submit" class="btn" { "Link it" } }
                }
            }
        }
    }

    fn stance(&self) -> Markup {
        let problem = self.problem("supporting");
        let choices = [
            (Stance::Supporting, "It speaks for the outcome, or for its place among the others"),
            (Stance::Contrary, "It speaks against it, or says that something else matters more"),
        ];
        html! {
            div class=[problem.map(|_| "err")] {
                fieldset aria-describedby=[problem.map(|_| "supporting-error")] {
                    legend { "Which side" }
                    @if let Some(problem) = problem { (errors::message(Words::english(), problem)) }
                    @for (stance, words) in choices {
                        div class="pick" {
                            input type="radio" id=(stance.as_str()) name="stance" value=(stance.as_str())
                                checked[self.typed.stance == stance.as_str()];
                            label for=(stance.as_str()) { (words) }
                        }
                    }
                }
            }
        }
    }

    fn area(&self, name: &'static str, label: &str, hint: &str, value: &str) -> Markup {
        let problem = self.problem(name);
        html! {
            div class=[problem.map(|_| "err")] {
                label for=(name) { (label) }
                p class="hint" id={ (name) "-hint" } { (hint) }
                @if let Some(problem) = problem { (errors::message(Words::english(), problem)) }
                textarea id=(name) name=(name) rows="3" dir="auto" autocomplete="off"
                    aria-describedby=(described(name, problem)) aria-invalid=[problem.map(|_| "true")] { "\n" (value) }
            }
        }
    }

    fn none_found(&self) -> Markup {
        let hint = "For example: We read 200 answers from Wychavon in November and asked the youth cabinet.";
        html! {
            section aria-labelledby="none" {
                h2 id="none" { "Where we looked for what speaks against it and found nothing" }
                p { "Say this only where somebody looked. It is published with the plan." }
                form method="post" action=(self.address("/none-found")) class="edit" novalidate {
                    input type="hidden" name="csrf" value=(self.desk.csrf);
                    (self.area("looked", "Who looked where, and when", hint, &self.typed.looked))
                    @if let Some(by) = &self.looked_by { p class="small" { "Said by " (by) "." } }
                    div class="row" {
                        button type="submit" class="btn two" { "Save this" }
                        @if self.looked_by.is_some() {
                            button type="submit" class="btn two" name="erase" value="yes" { "Take it out" }
                        }
                    }
                }
            }
        }
    }

    fn problem(&self, field: &str) -> Option<&Problem> {
        self.problems.iter().find(|problem| problem.field == field)
    }
}

fn described(name: &str, problem: Option<&Problem>) -> String {
    if problem.is_some() { format!("{name}-hint {name}-error") } else { format!("{name}-hint") }
}

/// A word as a heading begins with it.
pub fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::super::chooser::{Choice, Offer};
    use super::*;

    fn sample() -> Linking {
        let offer = Offer { value: "theme/c/bullying".to_owned(), label: "Bullying (12%)".to_owned() };
        Linking {
            desk: Desk::sample(),
            plan_key: "p".to_owned(),
            outcome: "safe".to_owned(),
            called: "priority",
            number: 2,
            title: "Children are safe".to_owned(),
            links: vec![Link::sample(1, Stance::Supporting), Link::sample(2, Stance::Contrary)],
            balance: Shown::BothSides,
            looked_by: None,
            questions: Vec::new(),
            choices: Choices {
                found: vec![Choice { offer, of: "Themes".to_owned(), why: Some("the plan names it") }],
                ..Choices::default()
            },
            districts: vec![("redditch".to_owned(), "Redditch".to_owned())],
            typed: Typed::default(),
            problems: Vec::new(),
        }
    }

    #[test]
    fn both_sides_stand_apart_and_each_link_can_be_taken_out() {
        let page = sample().render().into_string();
        let (before, after) = page.split_once("id=\"against\"").unwrap();
        assert!(before.contains("link-1") && !before.contains("link-2") && after.contains("link-2"), "{page}");
        assert_eq!(page.matches("name=\"link\"").count(), 2);
    }

    #[test]
    fn a_suggestion_is_offered_and_never_chosen_and_what_is_missing_is_said_at_it() {
        let page = sample().render().into_string();
        assert!(
            page.contains("value=\"theme/c/bullying\"") && !page.contains("value=\"theme/c/bullying\" checked"),
            "{page}"
        );
        let problems = vec![Problem { field: "basis", message: "Choose the evidence".to_owned() }];
        let page = Linking { problems, ..sample() }.render().into_string();
        assert!(page.contains("href=\"#basis\"") && page.contains("id=\"basis-error\""), "{page}");
    }

    #[test]
    fn what_was_typed_comes_back_with_what_is_wrong() {
        let problems = vec![Problem { field: "note", message: "Say what it shows".to_owned() }];
        let typed = Typed { note: "<b>".to_owned(), district: "redditch".to_owned(), ..Typed::default() };
        let page = Linking { problems, typed, ..sample() }.render().into_string();
        assert!(page.contains("<title>Error: Evidence for priority 2") && page.contains("&lt;b&gt;"), "{page}");
        assert!(page.contains("href=\"#note\"") && page.contains("<option value=\"redditch\" selected"), "{page}");
    }
}
