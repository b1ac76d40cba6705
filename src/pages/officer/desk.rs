//! What every officer's page shares: the way between pages, who is signed in, and the label of invented data.

use maud::{Markup, html};

use crate::pages::{Corner, Current, NavLink, Page, Sheet, Width};

/// Said above every page that shows invented responses.
const ILLUSTRATIVE: &str = "Illustrative: some or all of these responses were invented to show how Heard works";

/// Where an officer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Section {
    Overview,
    Answers,
    Search,
    Themes,
    Breakdowns,
    Words,
    Similar,
    Coding,
    Questionnaires,
    Links,
    Replies,
    Publish,
    Plan,
    Surveys,
    Ballots,
    Mail,
    Elsewhere,
}

/// A page of a group: what it is, its address after the consultation's own, and what it is called.
type GroupPage = (Section, &'static str, &'static str);

/// The pages of a consultation by what an officer is doing. The name of a group leads to its first page.
const GROUPS: &[(&str, &[GroupPage])] = &[
    ("Who answered", &[(Section::Overview, "", "Who answered")]),
    (
        "Answers",
        &[
            (Section::Answers, "/answers", "What was picked"),
            (Section::Search, "/search", "Search"),
            (Section::Words, "/words", "Words"),
            (Section::Similar, "/similar", "Similar answers"),
        ],
    ),
    ("Themes", &[(Section::Themes, "/themes", "Themes"), (Section::Coding, "/coding", "Coding")]),
    ("Breakdowns", &[(Section::Breakdowns, "/breakdowns", "Breakdowns")]),
    ("Publish", &[(Section::Publish, "/publish", "Results"), (Section::Replies, "/replies", "You said, we did")]),
    (
        "Collecting",
        &[
            (Section::Links, "/links", "Links and groups"),
            (Section::Questionnaires, "/questionnaires", "Questionnaires"),
        ],
    ),
];

/// One link of the way between pages.
struct Link {
    href: String,
    text: &'static str,
    state: Current,
}

fn nav_links(links: &[Link]) -> Vec<NavLink<'_>> {
    links.iter().map(|link| NavLink { href: &link.href, text: link.text, current: link.state }).collect()
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
        self.render_with(Sheet::Officer, title, section, main)
    }

    /// The whole document with another sheet, for what is shown as others will see it.
    pub fn render_with(&self, sheet: Sheet, title: &str, section: Section, main: Markup) -> Markup {
        let (groups, pages) = self.links(section);
        let (nav, below) = (nav_links(&groups), nav_links(&pages));
        let page = Page {
            organisation: &self.organisation,
            width: Width::Wide,
            sheet,
            nav: &nav,
            below: &below,
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

    /// The way between the groups of pages, and between the pages of the group that this one is in.
    fn links(&self, section: Section) -> (Vec<Link>, Vec<Link>) {
        let link = |href: String, text: &'static str, state: Current| Link { href, text, state };
        let is = |here: Section| if here == section { Current::Page } else { Current::No };
        let surveys = link("/officer/surveys".to_owned(), "Surveys", is(Section::Surveys));
        let Some(subject) = &self.subject else {
            let all = [
                link("/officer".to_owned(), "Consultations", Current::No),
                surveys,
                link("/officer/ballots".to_owned(), "Ballots", is(Section::Ballots)),
                link("/officer/plans".to_owned(), "Plans", is(Section::Plan)),
                link("/campaigns".to_owned(), "Campaigns", Current::No),
                link("/officer/mail".to_owned(), "Letters", is(Section::Mail)),
            ];
            return (all.into(), Vec::new());
        };
        let (mut groups, mut pages) = (Vec::new(), Vec::new());
        for (name, group) in GROUPS {
            let is_here = group.iter().any(|(here, ..)| *here == section);
            let state = match (is_here, group.len()) {
                (false, _) => Current::No,
                (true, 1) => Current::Page,
                (true, _) => Current::Within,
            };
            groups.extend(group.first().map(|(_, rest, _)| link(self.address(rest), name, state)));
            if state == Current::Within {
                pages = group.iter().map(|(here, rest, text)| link(self.address(rest), text, is(*here))).collect();
            }
        }
        if let Some(plan) = &subject.plan {
            groups.push(link(format!("/officer/plans/{plan}"), "Plan", is(Section::Plan)));
        }
        groups.push(surveys);
        (groups, pages)
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
        assert_eq!(page.matches("aria-current=\"page\"").count(), 1, "{page}");
        assert_eq!(page.matches("aria-current=\"true\"").count(), 1, "the group that it is in: {page}");
    }

    #[test]
    fn every_page_of_a_consultation_is_in_a_group_and_two_steps_away() {
        let page = Desk::sample().render("Search", Section::Search, html! {}).into_string();
        for (_, group) in GROUPS {
            assert!(page.contains(&format!("/officer/c/worcestershire-cypp{}\"", group[0].1)), "{}", group[0].2);
        }
        for beside in ["What was picked", "Words", "Similar answers"] {
            assert!(page.contains(&format!(">{beside}</a>")), "{beside}");
        }
        assert!(!page.contains(">Coding</a>"), "{page}");
    }
}
