//! What a survey says of itself: days, languages, perspectives, who to talk to, what it feeds.

use maud::{Markup, html};

use super::fields::{Field, choices, select, tick};
use super::{Place, Tab};
use crate::finding::Finding;
use crate::survey::format::SurveyFile;
use crate::survey::{Edition, Help, Perspective};

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    pub place: Place,
    pub survey: SurveyFile,
    /// What may be named: geographies, plans, code frames.
    pub named: [Vec<String>; 3],
    /// What is wrong with it.
    pub findings: Vec<Finding>,
}

impl Settings {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let place = &self.place;
        place.render(
            "Settings",
            Tab::Settings,
            html! {
                @if !self.findings.is_empty() { section class="note warn" aria-label="To put right" { (place.findings(&self.findings)) } }
                form class="edit" method="post" action=(place.href("/settings")) {
                    (place.csrf())
                    fieldset disabled[place.read_only] {
                        legend class="sr" { "Settings" }
                        (self.about())
                        (self.perspectives())
                        (self.assessment())
                        (self.help())
                        @if !place.read_only { div class="row" { button type="submit" class="btn" { "Save" } } }
                    }
                }
                @if place.is_draft && !place.read_only {
                    form method="post" action=(place.href("/discard")) {
                        (place.csrf())
                        p { "A draft that is thrown away cannot be brought back. What is published stays." }
                        button type="submit" class="btn two" { "Throw the draft away" }
                    }
                }
            },
        )
    }

    fn about(&self) -> Markup {
        let survey = &self.survey;
        let named = |at: usize, none: Option<&str>| choices(none, self.named[at].iter().map(String::as_str));
        html! {
            section class="card" {
                h2 { "The survey" }
                (Field::new("organisation", "Who asks", &survey.organisation).line())
                div class="choose" {
                    (Field::new("opens", "First day", &survey.opens).date())
                    (Field::new("closes", "Last day", &survey.closes).hint("That day is still included").date())
                }
                (Field::new("languages", "Languages", &survey.languages.join(", "))
                    .hint("Codes with commas between, such as en, cy, pl, ro, ur. The first must be complete.").line())
                (tick("easy_read", "yes", "Offer easy read to everyone but children", survey.easy_read))
                (tick("sensitive", "yes", "The whole survey is about something that can hurt", survey.sensitive))
                div class="choose" {
                    (select("geography", "Districts of", &named(0, None), &survey.geography))
                    (select("plan", "Plan that it feeds", &named(1, Some("None")), survey.plan.as_deref().unwrap_or_default()))
                    (select("code_frame", "Themes that free text is coded by", &named(2, Some("None")), survey.code_frame.as_deref().unwrap_or_default()))
                }
            }
        }
    }

    fn perspectives(&self) -> Markup {
        let mut rows: Vec<Option<&Perspective>> = self.survey.perspective.iter().map(Some).collect();
        rows.extend([None, None]);
        let editions = [("plain", "Plain"), ("child", "A child’s: larger, with pictures")];
        let editions = editions.map(|(value, text)| (value.to_owned(), text.to_owned()));
        html! {
            section class="card" {
                h2 { "Perspectives: who people answer as" }
                p class="small" { "In the order they are offered. Empty the short name to take one out. Ages and reading age are in years and may be left empty." }
                @for (at, row) in rows.iter().enumerate() {
                    @let (least, most) = row.and_then(|row| row.ages).map_or_else(Default::default, |(least, most)| (least.to_string(), most.to_string()));
                    @let reading = row.and_then(|row| row.reading_age).map(|age| age.to_string()).unwrap_or_default();
                    @let edition = if row.is_some_and(|row| row.edition == Edition::Child) { "child" } else { "plain" };
                    @let name = |part: &str| format!("{part}|{at}");
                    fieldset {
                        legend { @if let Some(row) = row { (row.key) } @else { "Another " (at + 1) } }
                        div class="choose" {
                            (Field::new(&name("p-key"), "Short name", row.map(|row| row.key.as_str()).unwrap_or_default()).line())
                            (select(&name("p-edition"), "Edition", &editions, edition))
                            (Field::new(&name("p-least"), "Ages from", &least).line())
                            (Field::new(&name("p-most"), "to", &most).line())
                            (Field::new(&name("p-reading"), "Reading age aimed at", &reading).line())
                        }
                    }
                }
            }
        }
    }

    fn assessment(&self) -> Markup {
        let agreed = self.survey.assessment.clone().unwrap_or_default();
        html! {
            section class="card" {
                h2 { "Data protection impact assessment" }
                p class="small" { "An online service for children needs one before it opens. Leave all three empty until it is agreed." }
                (Field::new("assessment-link", "Where it can be read", &agreed.link).hint("An address that begins with https://").line())
                div class="choose" {
                    (Field::new("assessment-by", "Who agreed it", &agreed.agreed_by).line())
                    (Field::new("assessment-on", "On which day", &agreed.agreed_on).date())
                }
            }
        }
    }

    fn help(&self) -> Markup {
        let mut rows: Vec<Option<&Help>> = self.survey.help.iter().map(Some).collect();
        rows.extend([None, None]);
        html! {
            section class="card" {
                h2 { "Who to talk to, on every page" }
                p class="small" { "In this order. Empty the name to take one out." }
                @for (at, row) in rows.iter().enumerate() {
                    @let said = |text: Option<&String>| text.cloned().unwrap_or_default();
                    @let name = |part: &str| format!("{part}|{at}");
                    fieldset {
                        legend { @if let Some(row) = row { (row.name) } @else { "Another " (at + 1) } }
                        div class="choose" {
                            (Field::new(&name("h-name"), "Name", row.map(|row| row.name.as_str()).unwrap_or_default()).line())
                            (Field::new(&name("h-for"), "For whom", row.map(|row| row.whom.as_str()).unwrap_or_default()).line())
                            (Field::new(&name("h-when"), "When", &said(row.and_then(|row| row.when.as_ref()))).line())
                            (Field::new(&name("h-phone"), "Telephone", &said(row.and_then(|row| row.phone.as_ref()))).line())
                            (Field::new(&name("h-url"), "Website", &said(row.and_then(|row| row.url.as_ref()))).line())
                        }
                    }
                }
            }
        }
    }
}
