//! What every page of a team shares: the way between pages, who is signed in, and the label of invented data.

use maud::{Markup, html};

use crate::pages::components::errors::{self, Problem};
use crate::pages::{Corner, Current, NavLink, Page, Sheet, Width, Words};

/// Said above every page that shows invented responses.
const ILLUSTRATIVE: &str = "Illustrative: some or all of these responses were invented to show how Heard works";

/// Where somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TeamSection {
    All,
    Turnout,
    Share,
    Team,
    Posts,
    Invitations,
    Approve,
}

/// What every page of a team shares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamDesk {
    /// The account that is signed in.
    pub user: String,
    /// What the session's forms send back.
    pub csrf: String,
    pub organisation: String,
    /// The key and the name of the campaign that the page is about.
    pub campaign: Option<(String, String)>,
    /// Whether it shows invented responses.
    pub illustrative: bool,
    /// Whether the account may approve what the public sees, and has pages of its own to go back to.
    pub officer: bool,
}

impl TeamDesk {
    /// The whole document.
    pub fn render(&self, title: &str, section: TeamSection, problems: &[Problem], main: Markup) -> Markup {
        let links = self.links(section);
        let nav: Vec<NavLink<'_>> = links
            .iter()
            .map(|(href, text, current)| NavLink {
                href,
                text,
                current: if *current { Current::Page } else { Current::No },
            })
            .collect();
        let page = Page {
            organisation: &self.organisation,
            width: Width::Wide,
            sheet: Sheet::Officer,
            nav: &nav,
            corner: Corner::SignedIn { name: &self.user, csrf: &self.csrf },
            notice: self.illustrative.then_some(ILLUSTRATIVE),
            error: !problems.is_empty(),
            ..Page::titled(title)
        };
        page.render(html! { (errors::summary(Words::english(), problems)) (main) })
    }

    /// The address of a page of the campaign.
    pub fn address(&self, rest: &str) -> String {
        match &self.campaign {
            Some((key, _)) => format!("/campaigns/{key}{rest}"),
            None => "/campaigns".to_owned(),
        }
    }

    /// The name of the campaign, small above the heading.
    pub fn kicker(&self) -> Markup {
        html! { @if let Some((_, name)) = &self.campaign { p class="small kicker" { a href="/campaigns" { "Campaigns" } " / " (name) } } }
    }

    /// The hidden field of every form.
    pub fn token(&self) -> Markup {
        html! { input type="hidden" name="csrf" value=(self.csrf); }
    }

    fn links(&self, section: TeamSection) -> Vec<(String, &'static str, bool)> {
        let mut links = Vec::new();
        if self.campaign.is_none() {
            links.push(("/campaigns".to_owned(), "Campaigns", section == TeamSection::All));
        } else {
            links.push((self.address(""), "Who we heard", section == TeamSection::Turnout));
            links.push((self.address("/share"), "Posters and links", section == TeamSection::Share));
            links.push((self.address("/team"), "To do", section == TeamSection::Team));
            links.push((self.address("/posts"), "For the public", section == TeamSection::Posts));
            links.push((self.address("/invitations"), "Invitations", section == TeamSection::Invitations));
        }
        if self.officer {
            links.push(("/officer/campaigns".to_owned(), "Approve", section == TeamSection::Approve));
            links.push(("/officer".to_owned(), "Consultations", false));
        }
        links
    }

    /// A desk for looking at pages and for tests.
    pub fn sample() -> Self {
        Self {
            user: "member".to_owned(),
            csrf: "0f".repeat(16),
            organisation: "Worcestershire".to_owned(),
            campaign: Some(("winter".to_owned(), "Winter of listening".to_owned())),
            illustrative: true,
            officer: false,
        }
    }
}

/// One line of a form: its label, a hint, what is wrong with it, and the field, which `field` draws from the identifiers
/// that describe it and whether it is wrong.
pub fn line(
    name: &'static str,
    label: &str,
    hint: &str,
    problems: &[Problem],
    field: impl FnOnce(Option<String>, bool) -> Markup,
) -> Markup {
    let problem = problems.iter().find(|problem| problem.field == name);
    let hint_id = (!hint.is_empty()).then(|| format!("{name}-hint"));
    let error_id = problem.map(|_| format!("{name}-error"));
    let ids: Vec<String> = hint_id.iter().chain(&error_id).cloned().collect();
    let described = (!ids.is_empty()).then(|| ids.join(" "));
    html! {
        div class={ "typed" @if problem.is_some() { " err" } } {
            label for=(name) { (label) }
            @if let Some(id) = &hint_id { p class="hint" id=(id) { (hint) } }
            @if let Some(problem) = problem { (errors::message(Words::english(), problem)) }
            (field(described, problem.is_some()))
        }
    }
}

/// A field of one line of text, or of another kind such as `date`.
pub fn input(kind: &str, name: &str, value: &str, described: Option<&str>, wrong: bool) -> Markup {
    let class = (kind != "text").then_some("short");
    html! {
        input type=(kind) id=(name) name=(name) value=(value) class=[class] autocomplete="off" aria-describedby=[described]
            aria-invalid=[wrong.then_some("true")];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_is_led_to_no_page_of_officers() {
        let page = |officer| {
            let desk = TeamDesk { officer, ..TeamDesk::sample() };
            desk.render("A", TeamSection::Turnout, &[], html! {}).into_string()
        };
        assert!(!page(false).contains("/officer\"") && page(true).contains("/officer/campaigns"));
        assert_eq!(page(true).matches("aria-current").count(), 1);
    }

    #[test]
    fn what_is_wrong_is_said_first_and_beside_its_field() {
        let problems = [Problem { field: "name", message: "Write a name".into() }];
        let field = line("name", "Name", "Short", &problems, |described, wrong| {
            input("text", "name", "<b>", described.as_deref(), wrong)
        });
        let page = TeamDesk::sample().render("A", TeamSection::Share, &problems, field).into_string();
        assert!(page.contains("<title>Error: A") && page.contains("href=\"#name\""), "{page}");
        assert!(page.contains("aria-describedby=\"name-hint name-error\"") && page.contains("&lt;b&gt;"), "{page}");
    }
}
