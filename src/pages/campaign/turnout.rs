//! Who has been heard from beside the target and who lives here, and where to go next.

use maud::{Markup, html};

use super::targets::off_target;
use super::{TeamDesk, TeamSection};
use crate::breakdown::{Count, Figure, Heard, Policy, PublishedTurnout, Turnout};
use crate::campaign::{Advice, Deed, OffTarget, share_words};
use crate::pages::figures::hidden::{chose_to_answer, explained};
use crate::pages::figures::numbers::{count, count_words, figure, grouped};

/// A table of one way that people are parted by.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// In addresses: `district`.
    pub id: &'static str,
    pub title: String,
    pub caption: String,
    /// What was asked of those who are counted.
    pub deed: Deed,
    pub turnout: Turnout,
    /// For each group, how it is heard beside its number; empty where that is not known of any.
    pub heard: Vec<Heard>,
    /// What the share is of: `of those who live there`.
    pub of: &'static str,
}

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct TurnoutPage {
    pub desk: TeamDesk,
    pub team: String,
    /// Whom the whole number is of: `children and young people`.
    pub whom: String,
    pub people: Count,
    pub target: u64,
    /// Of them, how many came by the campaign's own links, where that is counted.
    pub by_links: Option<Count>,
    /// `27 days left.`, or that it is over.
    pub days: String,
    /// Which days are counted: `Counted from 6 November up to the end of 25 November`.
    pub counted: String,
    /// Numbers move only as enough more people are in them; not those of a published result.
    pub held: bool,
    pub tables: Vec<Table>,
    pub advice: Vec<Advice>,
    pub policy: Policy,
    /// The name of the whole geography.
    pub area: String,
    /// Where population comes from.
    pub credit: String,
    /// Where a ballot's own turnout is shown, for a campaign about a ballot.
    pub ballot: Option<String>,
    /// Words of the public page wait for an officer, or there are none yet.
    pub unapproved: bool,
    /// Targets of groups that do not come to the whole.
    pub off: Vec<OffTarget>,
    /// Nobody can take part any more, or the last day is over.
    pub over: bool,
    /// What came of it as the public reads it, and the published result of its ballot.
    pub results: Vec<(String, &'static str)>,
}

impl TurnoutPage {
    /// The finding as a heading.
    fn finding(&self) -> String {
        let Count::Shown(people) = self.people else { return "Just begun: too few to show a number yet".to_owned() };
        match people * 100 / self.target.max(1) {
            0..=39 => "On the way. Go where it is quiet".to_owned(),
            40..=59 => "Halfway there. Now find the quiet half".to_owned(),
            60..=99 => "Nearly there. Find those still missing".to_owned(),
            _ => "Target reached. Is everybody in it?".to_owned(),
        }
    }

    /// The whole document.
    pub fn render(&self) -> Markup {
        let finding = self.finding();
        let main = html! {
            (self.desk.kicker())
            h1 { (finding) }
            (self.whole())
            @if !self.over { (off_target(&self.off)) }
            @if self.unapproved {
                div class="note" { p { "No officer has approved words for the public yet, so posters say “draft”. "
                    a href=(self.desk.address("/posts")) { "Write the campaign’s page" } "." } }
            }
            @if !self.over { (self.next()) }
            @for table in &self.tables { (self.table(table)) }
            (explained(self.policy))
            @if !self.tables.is_empty() && self.by_links.is_some() { (chose_to_answer(&self.area)) }
            @if !self.credit.is_empty() { p class="small" { (self.credit) } }
        };
        self.desk.render(&finding, TeamSection::Turnout, &[], main)
    }

    fn whole(&self) -> Markup {
        html! {
            div class="say ask trust" {
                p {
                    b class="pull" { (count(self.people)) }
                    span class="small" { "of " (grouped(self.target)) " hoped for" }
                }
                div {
                    p {
                        b { (self.days) } " " (self.whom) " who "
                        @if let Some(by_links) = self.by_links {
                            "answered, whichever way they came; " (count_words(by_links, self.policy.threshold)) " of them by your links. "
                        } @else { "voted, on screens and by hand. " }
                        (self.counted)
                        @if self.held {
                            ", a whole day at a time. A number stays until " (self.policy.threshold) " more people are in it, so that nobody can tell "
                            @if self.by_links.is_some() { "which answer came from whom." } @else { "who voted when." }
                        } @else { "." }
                    }
                    @if let Some(ballot) = &self.ballot {
                        p { a href=(ballot) { "The ballot" } "." @if !self.over { " Who is ahead stays hidden until voting closes." } }
                    }
                    @for (address, name) in &self.results { p { a href=(address) { (name) } } }
                    p class="row" {
                        a class="btn two tiny" href=(self.desk.address("/live")) { "Show it in a room" }
                        a class="btn two tiny" href=(self.desk.address("/targets")) { "Change dates and targets" }
                    }
                }
            }
        }
    }

    fn next(&self) -> Markup {
        html! {
            section aria-labelledby="next" {
                h2 id="next" { "Where to go next" }
                @if self.advice.is_empty() { p { "Nobody is missing more than the rest. Keep every poster up until the last day." } }
                div class="grid" {
                    @for advice in &self.advice {
                        div class="card" {
                            h3 { (advice.name) }
                            p { b { (advice.known) "." } " " (advice.try_this) }
                            p { a href={ (self.desk.address("/team")) "?what=" (crate::pages::campaign::query(&advice.name)) "#add" } {
                                "Take this one" span class="sr" { ": " (advice.name) } } }
                        }
                    }
                }
            }
        }
    }

    fn table(&self, table: &Table) -> Markup {
        let groups = &table.turnout.groups;
        let shown = |group: &PublishedTurnout| if let Count::Shown(number) = group.papers { number } else { 0 };
        let most = groups.iter().map(|group| shown(group).max(group.target.unwrap_or(0))).max().unwrap_or(0);
        let (has_target, has_share) =
            (groups.iter().any(|one| one.target.is_some()), groups.iter().any(|one| one.share.is_some()));
        let did = if table.deed == Deed::Vote { "Voted" } else { "Answered" };
        html! {
            section aria-labelledby=(table.id) {
                h2 id=(table.id) { (table.title) }
                table class="stack" role="table" {
                    caption { (table.caption) }
                    thead role="rowgroup" { tr role="row" {
                        th scope="col" role="columnheader" { "Who" }
                        th scope="col" role="columnheader" { span class="sr" { "Chart" } }
                        th scope="col" role="columnheader" class="num" { (did) }
                        @if has_target {
                            th scope="col" role="columnheader" class="num" { "Hoped for" }
                            th scope="col" role="columnheader" class="num" { "Still to find" }
                        }
                        @if has_share { th scope="col" role="columnheader" { "Share " (table.of) } }
                        @if !table.heard.is_empty() { th scope="col" role="columnheader" { "Beside their number" } }
                    } }
                    tbody role="rowgroup" {
                        @for (at, group) in groups.iter().enumerate() {
                            tr role="row" {
                                th scope="row" role="rowheader" { (group.name) }
                                td role="cell" { (bar(group, most)) }
                                td role="cell" class="num" data-k=(did) { (count(group.papers)) }
                                @if has_target {
                                    td role="cell" class="num" data-k="Hoped for" { @if let Some(target) = group.target { (grouped(target)) } @else { "no target" } }
                                    td role="cell" class="num" data-k="Still to find" { (still(group)) }
                                }
                                @if has_share { td role="cell" data-k="Share" { @if let Some(share) = &group.share { (share_of(share)) } @else { span class="small" { "not known of how many" } } } }
                                @if let Some(heard) = table.heard.get(at) { td role="cell" data-k="Beside their number" { (beside(*heard)) } }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn still(group: &PublishedTurnout) -> Markup {
    match (group.papers, group.target) {
        (Count::Shown(people), Some(target)) if people >= target => html! { span class="hi" { "✓ reached" } },
        (Count::Shown(people), Some(target)) => html! { "about " (grouped(target - people)) },
        (Count::Hidden, Some(_)) => count(Count::Hidden),
        (_, None) => html! { "no target" },
    }
}

/// A share with its interval, written as the advice writes it.
fn share_of(share: &Figure) -> Markup {
    match share {
        Figure::Shown(shown) if shown.share > 0.0 && shown.share < 0.01 => html! {
            b { (share_words(shown.share)) } " "
            span class="small" { (format!("({:.1} to {:.1})", shown.low * 100.0, shown.high * 100.0)) }
        },
        _ => figure(share),
    }
}

fn beside(heard: Heard) -> Markup {
    match heard {
        Heard::Less => html! { span class="lo" { "▼ Heard less" } },
        Heard::More => html! { span class="hi" { "▲ Heard more" } },
        Heard::Alike => html! { span class="eq" { "≈ About right" } },
        Heard::Hidden => count(Count::Hidden),
        Heard::NotCompared => html! { span class="eq" { "Not compared" } },
    }
}

/// A bar of those who answered with an upright line at the target.
fn bar(group: &PublishedTurnout, most: u64) -> Markup {
    let at = |number: u64| format!("{:.1}%", if most == 0 { 0.0 } else { number as f64 * 100.0 / most as f64 });
    html! {
        svg class="bar" aria-hidden="true" {
            @if let Count::Shown(people) = group.papers { rect class="all" y="5" height="16" width=(at(people)) rx="2" {} }
            @if let Some(target) = group.target { line class="goal" x1=(at(target)) x2=(at(target)) y1="1" y2="25" {} }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ballot::TurnoutGroup;

    fn page(papers: [u64; 3]) -> TurnoutPage {
        let policy = Policy::default();
        let group = |(at, papers): (usize, u64)| TurnoutGroup {
            key: format!("d{at}"),
            name: format!("District {at}"),
            papers,
            entitled: Some(5_000),
            target: Some(100),
        };
        let groups: Vec<TurnoutGroup> = papers.into_iter().enumerate().map(group).collect();
        let table = Table {
            id: "district",
            title: "By district".into(),
            caption: "Children".into(),
            deed: Deed::Answer,
            turnout: Turnout::publish(&groups, policy),
            heard: vec![Heard::Less, Heard::Hidden, Heard::Alike],
            of: "of those who live there",
        };
        TurnoutPage {
            desk: TeamDesk::sample(),
            team: "A".into(),
            whom: "Children and young people".into(),
            people: Count::publish(papers.iter().sum(), policy),
            target: 600,
            by_links: Some(Count::Hidden),
            days: "27 days left.".into(),
            counted: "Counted from 6 November up to the end of 25 November".into(),
            held: true,
            tables: vec![table],
            advice: vec![],
            policy,
            area: "Worcestershire".into(),
            credit: String::new(),
            ballot: None,
            unapproved: true,
            off: vec![],
            over: false,
            results: vec![],
        }
    }

    #[test]
    fn a_small_number_is_nowhere_on_the_page_nor_can_be_worked_out_from_it() {
        let html = page([203, 7, 148]).render().into_string();
        let row = html.split("District 1").nth(1).unwrap().split("</tr>").next().unwrap();
        assert!(row.contains("hidden") && !row.contains("about 93") && !row.contains("class=\"all\""), "{row}");
        assert!(html.contains(">205<") || html.contains("205"), "{html}");
        assert!(!html.contains("203") && !html.contains("148") && !html.contains("358"), "{html}");
        assert!(html.contains("A number stays until 10 more people are in it"), "{html}");
        let result = TurnoutPage { held: false, by_links: None, ..page([203, 7, 148]) }.render().into_string();
        assert!(!result.contains("A number stays"), "{result}");
    }

    #[test]
    fn a_campaign_that_is_over_sends_nobody_out_and_leads_to_its_result() {
        let ballot = Some("/b/a".to_owned());
        let running = TurnoutPage { ballot: ballot.clone(), ..page([20, 20, 20]) }.render().into_string();
        assert!(running.contains("stays hidden until voting closes") && running.contains("Where to go next"));
        let results = vec![("/b/a/result".to_owned(), "The result of the ballot")];
        let over = TurnoutPage { over: true, ballot, results, ..page([20, 20, 20]) }.render().into_string();
        assert!(!over.contains("until voting closes") && !over.contains("Where to go next"), "{over}");
        assert!(over.contains("href=\"/b/a/result\""), "{over}");
    }

    #[test]
    fn a_share_below_one_in_a_hundred_is_not_called_nothing() {
        let html = page([20, 20, 20]).render().into_string();
        assert!(html.contains("0.4%") && !html.contains(">0%<"), "{html}");
    }

    #[test]
    fn the_heading_says_how_far_the_campaign_is() {
        for (papers, said) in [
            ([2, 2, 2], "Just begun"),
            ([100, 60, 40], "On the way"),
            ([100, 100, 90], "Halfway"),
            ([300, 200, 110], "reached"),
        ] {
            let html = page(papers).render().into_string();
            assert!(html.contains(said), "{papers:?}");
        }
    }
}
