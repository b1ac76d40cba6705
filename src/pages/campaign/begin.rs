//! Beginning a campaign: first a template, then what it is about, whose it is, when, and in which colour.

use maud::{Markup, html};

use super::desk::{input, line};
use super::{TeamDesk, TeamSection};
use crate::campaign::{PALETTE, Template, templates};
use crate::pages::components::errors::Problem;

/// What can be campaigned for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    /// `consultation:KEY` or `ballot:KEY`.
    pub value: String,
    pub title: String,
    /// `Open until 19 December 2026`.
    pub when: String,
}

/// What is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Typed {
    pub about: String,
    pub name: String,
    pub team: String,
    pub starts: String,
    pub ends: String,
    pub target: String,
    pub colour: String,
    /// A colour that is none of those offered.
    pub own_colour: String,
}

/// Choosing a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choose {
    pub desk: TeamDesk,
}

/// Filling it in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Begin {
    pub desk: TeamDesk,
    pub template: &'static Template,
    pub subjects: Vec<Subject>,
    pub typed: Typed,
    pub problems: Vec<Problem>,
}

impl Choose {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let main = html! {
            h1 { "Start a campaign" }
            p { "Choose how it begins. It brings a calendar and targets, and you can change every word of it." }
            div class="grid" {
                @for template in templates() {
                    section class="card" aria-labelledby=(template.key) {
                        h2 id=(template.key) { (template.name) }
                        p { (template.about) }
                        p class="small" { (template.days) " days, " (template.wishes.len()) " things in the calendar" }
                        p class="row" {
                            a class="btn two" href={ "/campaigns/new?template=" (template.key) } { "Begin" span class="sr" { " with " (template.name) } }
                        }
                    }
                }
            }
        };
        self.desk.render("Start a campaign", TeamSection::All, &[], main)
    }
}

impl Begin {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let main = html! {
            p class="small kicker" { a href="/campaigns/new" { "Start a campaign" } " / " (self.template.name) }
            h1 { (self.template.name) }
            form method="post" action={ "/campaigns/new?template=" (self.template.key) } novalidate class="edit" {
                (self.desk.token())
                (self.subject())
                (self.text("name", "What the campaign is called", "Short and loud: it goes on posters once an officer has approved it", &self.typed.name))
                (self.text("team", "Who runs it", "For example Worcestershire Youth Cabinet. Never a person’s name", &self.typed.team))
                (self.kind("date", "starts", "First day", "", &self.typed.starts))
                (self.kind("date", "ends", "Last day", "", &self.typed.ends))
                (self.kind("text", "target", "How many people you hope for",
                    "Leave it empty and it is worked out from how many children and young people live here", &self.typed.target))
                (colours(&self.typed, &self.problems))
                div class="row" { button type="submit" class="btn" { "Start it" } }
            }
        };
        self.desk.render(&format!("Start: {}", self.template.name), TeamSection::All, &self.problems, main)
    }

    fn subject(&self) -> Markup {
        let problem = self.problems.iter().find(|problem| problem.field == "about");
        html! {
            fieldset class=[problem.map(|_| "err")] aria-describedby=[problem.map(|_| "about-error")] {
                legend { "What do you want people to take part in?" }
                @if let Some(problem) = problem { (super::desk_message(problem)) }
                @for (at, subject) in self.subjects.iter().enumerate() {
                    @let id = if at == 0 { "about".to_owned() } else { format!("about-{at}") };
                    div class="pick" {
                        input type="radio" name="about" id=(id) value=(subject.value) checked[subject.value == self.typed.about];
                        label for=(id) { (subject.title) }
                        span class="small" { (subject.when) }
                    }
                }
            }
        }
    }

    fn text(&self, name: &'static str, label: &str, hint: &str, value: &str) -> Markup {
        self.kind("text", name, label, hint, value)
    }

    fn kind(&self, kind: &str, name: &'static str, label: &str, hint: &str, value: &str) -> Markup {
        line(name, label, hint, &self.problems, |described, wrong| {
            input(kind, name, value, described.as_deref(), wrong)
        })
    }
}

/// The choice of a colour, or one's own.
pub fn colours(typed: &Typed, problems: &[Problem]) -> Markup {
    html! {
        fieldset {
            legend { "Colour" }
            @for (at, (name, colour)) in PALETTE.iter().enumerate() {
                @let (id, value) = (format!("colour-{at}"), colour.to_text());
                div class="pick" {
                    input type="radio" name="colour" id=(id) value=(value) checked[value == typed.colour];
                    label for=(id) { (name) }
                    svg class="swatch" viewBox="0 0 48 24" aria-hidden="true" { rect width="48" height="24" rx="4" fill=(value) {} }
                }
            }
        }
        (line("own_colour", "Or a colour of your own",
            "Written like #0b5c74. It must be dark enough for white words on it", problems,
            |described, wrong| input("text", "own_colour", &typed.own_colour, described.as_deref(), wrong)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_is_offered_and_what_was_typed_is_kept() {
        let choose = Choose { desk: TeamDesk { campaign: None, ..TeamDesk::sample() } }.render().into_string();
        for template in templates() {
            assert!(choose.contains(template.name), "{choose}");
        }
        let typed = Typed { name: "<i>".into(), colour: PALETTE[1].1.to_text(), ..Typed::default() };
        let problems = vec![Problem { field: "about", message: "Choose one".into() }];
        let subjects = vec![Subject { value: "ballot:a".into(), title: "A".into(), when: "Open".into() }];
        let page = Begin { desk: TeamDesk::sample(), template: &templates()[0], subjects, typed, problems };
        let page = page.render().into_string();
        assert!(
            page.contains("&lt;i&gt;") && page.contains("href=\"#about\"") && page.contains("id=\"about\""),
            "{page}"
        );
        assert_eq!(page.matches(" checked").count(), 1, "{page}");
    }
}
