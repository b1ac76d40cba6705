//! The page for the wall of a youth club: one big number, a bar, who is still missing, and the way to take part. It asks
//! for itself anew by a header and works without scripts.

use maud::{Markup, html};

use crate::breakdown::Count;
use crate::campaign::{Deed, LIVE_MINUTES, Live};
use crate::pages::components::qr;
use crate::pages::figures::numbers::grouped;
use crate::pages::{Page, Sheet, Width};

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LivePage {
    pub key: String,
    pub title: String,
    pub live: Live,
    /// What those who are counted did.
    pub deed: Deed,
    /// `27 days left.`
    pub days: String,
    /// Names of those not heard from enough, as far as published figures tell.
    pub missing: Vec<String>,
    /// The whole address of the campaign's page, and the same as people type it.
    pub address: String,
    pub shown: String,
    /// It stands still until it is asked for again.
    pub still: bool,
    pub illustrative: bool,
}

/// Why there is no number to show in a room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shut {
    /// No officer has approved the campaign's page, so its address leads nowhere.
    Unapproved,
    /// Nobody can take part any more.
    Over {
        /// How many took part, as the desk shows it.
        people: Count,
        /// The whole address of what came of it, and the same as people type it.
        address: String,
        shown: String,
        /// Where results can be read, with words.
        results: Vec<(String, &'static str)>,
    },
}

/// What stands in the place of the number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShutPage {
    pub key: String,
    pub title: String,
    pub deed: Deed,
    pub why: Shut,
    pub illustrative: bool,
}

/// A page that is read from the back of a room.
fn wall(title: &str, illustrative: bool, main: Markup) -> Markup {
    let page = Page {
        width: Width::Wide,
        sheet: Sheet::Officer,
        notice: illustrative.then_some("Illustrative: these responses were invented to show how Heard works"),
        ..Page::titled(title)
    };
    page.render(html! { div class="live" { h1 { (title) } (main) } })
}

impl ShutPage {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let campaign = format!("/campaigns/{}", self.key);
        wall(
            &self.title,
            self.illustrative,
            html! {
                @match &self.why {
                    Shut::Unapproved => {
                        p class="live-words" { "Not approved yet." }
                        p { "The public cannot open this campaign before an officer has approved its page, so there is no code to \
                             show in a room." }
                        p { a href={ (campaign) "/posts" } { "See what waits for an officer" } }
                    }
                    Shut::Over { people, address, shown, results } => {
                        div class="live-now" {
                            div {
                                p class="live-words" { "The campaign is over. " (self.took_part(*people)) }
                                ul { @for (address, text) in results { li { a href=(address) { (text) } } } }
                            }
                            div class="live-way" { (qr::qr(address, &format!("QR code of {shown}"))) p { b { (shown) } } }
                        }
                    }
                }
                p class="small" { a href=(campaign) { "Back to the campaign" } }
            },
        )
    }

    fn took_part(&self, people: Count) -> String {
        match (people, self.deed) {
            (Count::Hidden, _) => "Too few took part to show a number.".to_owned(),
            (Count::Shown(people), Deed::Vote) => format!("{} voted.", grouped(people)),
            (Count::Shown(people), Deed::Answer) => format!("{} were heard.", grouped(people)),
        }
    }
}

impl LivePage {
    /// The whole document.
    pub fn render(&self) -> Markup {
        wall(
            &self.title,
            self.illustrative,
            html! {
                    div class="live-now" {
                        div {
                            p class={ "live-number" @if self.is_long() { " long" } } { (self.number()) }
                            p class="live-words" { (self.words()) }
                            (self.bar())
                            p class="live-words" { (self.days) }
                            @if !self.missing.is_empty() {
                                p class="live-words" { "Not heard from enough yet: " b { (crate::pages::figures::numbers::listed(&self.missing)) } }
                            }
                        }
                        div class="live-way" {
                            (qr::qr(&self.address, &format!("QR code of {}", self.shown)))
                            p { b { (self.shown) } }
                        }
                    }
                    p class="small" {
                        "The number moves in steps of " (grouped(self.live.step)) " and is counted every " (LIVE_MINUTES)
                        " minutes, so that nobody sees one " @if self.deed == Deed::Vote { "vote" } @else { "answer" } " arrive. "
                        @if self.still { "This page stands still. " a href={ "/campaigns/" (self.key) "/live" } { "Let it renew itself" } }
                        @else { "This page renews itself each minute. " a href={ "/campaigns/" (self.key) "/live?still=1" } { "Make it stand still" } }
                        ". " a href={ "/campaigns/" (self.key) } { "Back to the campaign" } "."
                    }
            },
        )
    }

    fn number(&self) -> Markup {
        match self.live.at_least {
            Count::Shown(people) => html! { (grouped(people)) "+" },
            Count::Hidden => html! { "Just begun" },
        }
    }

    /// Whether the number has a thousand or more and needs smaller digits to stay on one line.
    fn is_long(&self) -> bool {
        matches!(self.live.at_least, Count::Hidden)
            || matches!(self.live.at_least, Count::Shown(people) if people >= 1_000)
    }

    fn words(&self) -> String {
        let target = grouped(self.live.target);
        match self.live.at_least {
            Count::Shown(_) if self.deed == Deed::Vote => format!("have voted. We hope for {target}."),
            Count::Shown(_) => format!("have been heard. We hope for {target}."),
            Count::Hidden => format!("The first number shows at {}. We hope for {target}.", grouped(self.live.step)),
        }
    }

    fn bar(&self) -> Markup {
        let percent = self.live.percent();
        let label = percent.map_or("Too few yet to draw".to_owned(), |percent| format!("{percent}% of the way"));
        html! {
            svg class="live-bar" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label=(label) {
                rect class="track" width="100" height="6" rx="1" {}
                @if let Some(percent) = percent { rect class="all" width=(percent) height="6" rx="1" {} }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::breakdown::Policy;

    fn page(people: u64) -> String {
        let page = LivePage {
            key: "winter".into(),
            title: "Winter".into(),
            live: Live::of(people, 600, Policy::default()),
            deed: Deed::Answer,
            days: "9 days left.".into(),
            missing: vec!["Malvern Hills".into()],
            address: "https://h.example/campaign/winter".into(),
            shown: "h.example/campaign/winter".into(),
            still: false,
            illustrative: false,
        };
        page.render().into_string()
    }

    #[test]
    fn a_room_is_shown_no_code_that_leads_nowhere_and_the_result_once_it_is_over() {
        let shut = |why| {
            let (key, title) = ("winter".to_owned(), "Winter".to_owned());
            ShutPage { key, title, deed: Deed::Vote, why, illustrative: false }.render().into_string()
        };
        let unapproved = shut(Shut::Unapproved);
        assert!(unapproved.contains("Not approved yet") && !unapproved.contains("<svg class=\"qr\""), "{unapproved}");
        let (address, shown) = ("https://h.example/campaign/winter/results".to_owned(), "h.example".to_owned());
        let results = vec![("/b/winter/result".to_owned(), "The result of the ballot")];
        let over = |people| {
            let (address, shown, results) = (address.clone(), shown.clone(), results.clone());
            shut(Shut::Over { people, address, shown, results })
        };
        let many = over(Count::Shown(1_200));
        assert!(many.contains("The campaign is over. 1,200 voted.") && many.contains("/b/winter/result"), "{many}");
        assert!(!many.contains("We hope for") && over(Count::Hidden).contains("Too few took part to show a number"));
    }

    #[test]
    fn few_are_never_shown_and_one_more_changes_nothing() {
        assert!(page(7).contains("Just begun") && !page(7).contains("class=\"all\" width"));
        assert_eq!(page(303), page(304));
        assert!(page(304).contains("300+"));
    }
}
