//! Every plan that officers can open: the county's, those of districts, and earlier ones.

use maud::{Markup, html};

use super::{Desk, Section};

/// One plan in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub key: String,
    pub title: String,
    /// The time it is for, where it says.
    pub time: Option<String>,
    /// The district that it is of; none for the whole.
    pub district: Option<String>,
    pub illustrative: bool,
    /// How many things a careful reader would ask of it.
    pub questions: usize,
    /// Where its next version stands, where one is begun.
    pub next: Option<&'static str>,
    /// Its newest published version and the day that was published.
    pub published: Option<(i32, String)>,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plans {
    pub desk: Desk,
    pub entries: Vec<Entry>,
}

impl Plans {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let published = self.entries.iter().filter(|entry| entry.published.is_some()).count();
        let title = format!("Plans: {published} of {} are published", self.entries.len());
        self.desk.render(
            &title,
            Section::Plan,
            html! {
                (self.desk.trail(&[], "Plans"))
                h1 { (title) }
                table class="stack" role="table" {
                    caption { "Every plan, with what a careful reader would ask of it and how far its publication is." }
                    thead role="rowgroup" { tr role="row" {
                        @for heading in ["Plan", "Time", "Of"] { th scope="col" role="columnheader" { (heading) } }
                        th scope="col" role="columnheader" class="num" { "Questions" }
                        th scope="col" role="columnheader" { "State" }
                    } }
                    tbody role="rowgroup" { @for entry in &self.entries { (row(entry)) } }
                }
                p { a href="/plans" { "The list that anybody may see" } }
            },
        )
    }

    /// A plan that is published, and one of a district that nobody has begun to publish.
    pub fn sample() -> Self {
        let plan = Entry {
            key: "worcestershire-cypp-2014".to_owned(),
            title: "Children and Young People’s Plan".to_owned(),
            time: Some("2014 to 2017".to_owned()),
            district: None,
            illustrative: false,
            questions: 12,
            next: Some("The next version is being reviewed"),
            published: Some((2, "26 November 2026".to_owned())),
        };
        let local = Entry {
            key: "wychavon-local-2014".to_owned(),
            title: "A local plan".to_owned(),
            time: None,
            district: Some("Wychavon".to_owned()),
            illustrative: true,
            questions: 0,
            next: None,
            published: None,
        };
        Self { desk: Desk { subject: None, ..Desk::sample() }, entries: vec![plan, local] }
    }
}

fn row(entry: &Entry) -> Markup {
    let address = format!("/officer/plans/{}", entry.key);
    html! {
        tr role="row" {
            th scope="row" role="rowheader" {
                a href=(address) { (entry.title) }
                @if entry.illustrative { " " span class="tag" { "Illustrative" } }
            }
            td role="cell" data-k="Time" {
                @match &entry.time { Some(time) => (time), None => span class="eq" { "No dates given" } }
            }
            td role="cell" data-k="Of" { (entry.district.as_deref().unwrap_or("The whole")) }
            td class="num" role="cell" data-k="Questions" {
                @if entry.questions == 0 { "None" } @else {
                    a href={ (address) "#questions" } { (entry.questions) span class="sr" { " questions about " (entry.title) } }
                }
            }
            td role="cell" data-k="State" {
                a href={ (address) "/publish" } {
                    @match &entry.published {
                        Some((version, on)) => { "Published: version " (version) ", " (on) },
                        None => "Not published",
                    }
                    span class="sr" { ": " (entry.title) }
                }
                @if let Some(next) = entry.next { ". " (next) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_plan_leads_to_its_page_and_says_how_far_its_publication_is() {
        let page = Plans::sample().render().into_string();
        assert!(page.contains("Plans: 1 of 2 are published"), "{page}");
        for part in [
            "href=\"/officer/plans/worcestershire-cypp-2014\"",
            "href=\"/officer/plans/wychavon-local-2014\"",
            "version 2, 26 November 2026",
            "The next version is being reviewed",
            "Not published",
            "No dates given",
        ] {
            assert!(page.contains(part), "{part}: {page}");
        }
    }
}
