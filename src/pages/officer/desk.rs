//! What every officer's page shares: the way between pages, who is signed in, and the label of invented data.

use maud::{Markup, html};

use crate::pages::{Corner, NavLink, Page, Sheet, Width};

/// Said above every page that shows invented responses.
const ILLUSTRATIVE: &str = "Illustrative: some or all of these responses were invented to show how Heard works";

/// Where an officer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    Overview,
    Answers,
    Search,
    Themes,
    Words,
    Similar,
    Coding,
    Questionnaires,
    Links,
    Publish,
    Plan,
    Surveys,
    Ballots,
    Elsewhere,
}

/// The consultation that an officer is looking at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subject {
    pub key: String,
    pub title: String,
    /// The plan it feeds.
    pub plan: Option<String>,
    /// Whether any of its responses are invented.
    pub illustrative: bool,
}

/// What every officer's page shares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Desk {
    /// The account that is signed in.
    pub user: String,
    /// What the session's forms send back.
    pub csrf: String,
    pub organisation: String,
    /// `None` on pages about no one consultation.
    pub subject: Option<Subject>,
}

impl Desk {
    /// The whole document.
    pub fn render(&self, title: &str, section: Section, main: Markup) -> Markup {
        let links = self.links(section);
        let nav: Vec<NavLink<'_>> =
            links.iter().map(|(href, text, current)| NavLink { href, text, current: *current }).collect();
        let page = Page {
            organisation: &self.organisation,
            width: Width::Wide,
            sheet: Sheet::Officer,
            nav: &nav,
            corner: Corner::SignedIn { name: &self.user, csrf: &self.csrf },
            notice: self.subject.as_ref().filter(|subject| subject.illustrative).map(|_| ILLUSTRATIVE),
            ..Page::titled(title)
        };
        page.render(main)
    }

    /// Where this page stands, as links from the list of consultations down.
    pub fn trail(&self, steps: &[(&str, &str)], here: &str) -> Markup {
        html! {
            nav class="small trail-of" aria-label="Where you are" {
                a href="/officer" { "Consultations" }
                " / "
                @if let Some(subject) = &self.subject {
                    @if here != subject.title { a href={ "/officer/c/" (subject.key) } { (subject.title) } " / " }
                }
                @for (href, text) in steps { a href=(href) { (text) } " / " }
                (here)
            }
        }
    }

    /// The address of a page about the consultation, or of the list where there is none.
    pub fn address(&self, rest: &str) -> String {
        match &self.subject {
            Some(subject) => format!("/officer/c/{}{rest}", subject.key),
            None => "/officer".to_owned(),
        }
    }

    fn links(&self, section: Section) -> Vec<(String, &'static str, bool)> {
        let surveys = ("/officer/surveys".to_owned(), "Surveys", section == Section::Surveys);
        let Some(subject) = &self.subject else {
            let ballots = ("/officer/ballots".to_owned(), "Ballots", section == Section::Ballots);
            return vec![("/officer".to_owned(), "Consultations", false), surveys, ballots];
        };
        let mut links = vec![
            (self.address(""), "Who answered", section == Section::Overview),
            (self.address("/answers"), "Answers", section == Section::Answers),
            (self.address("/search"), "Search", section == Section::Search),
            (self.address("/themes"), "Themes", section == Section::Themes),
            (self.address("/words"), "Words", section == Section::Words),
            (self.address("/similar"), "Similar answers", section == Section::Similar),
            (self.address("/coding"), "Coding", section == Section::Coding),
            (self.address("/questionnaires"), "Questionnaires", section == Section::Questionnaires),
            (self.address("/links"), "Links", section == Section::Links),
            (self.address("/publish"), "Publish", section == Section::Publish),
        ];
        if let Some(plan) = &subject.plan {
            links.push((format!("/officer/plans/{plan}"), "Plan", section == Section::Plan));
        }
        links.push(surveys);
        links
    }

    /// A desk with an illustrative consultation on it, for looking at pages and for tests.
    pub fn sample() -> Self {
        Self {
            user: "officer".to_owned(),
            csrf: "0f".repeat(16),
            organisation: "Worcestershire".to_owned(),
            subject: Some(Subject {
                key: "worcestershire-cypp".to_owned(),
                title: "Worcestershire Children and Young People’s Plan".to_owned(),
                plan: Some("worcestershire-cypp-2014".to_owned()),
                illustrative: true,
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn invented_responses_are_labelled_on_every_page() {
        let page = Desk::sample().render("Themes", Section::Themes, html! {}).into_string();
        assert!(page.contains("were invented"), "{page}");
        let mut real = Desk::sample();
        real.subject = real.subject.map(|subject| Subject { illustrative: false, ..subject });
        assert!(!real.render("Themes", Section::Themes, html! {}).into_string().contains("invented"));
    }

    #[test]
    fn one_link_says_where_the_officer_is() {
        let page = Desk::sample().render("Themes", Section::Themes, html! {}).into_string();
        assert_eq!(page.matches("aria-current").count(), 1, "{page}");
    }
}
