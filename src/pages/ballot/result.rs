//! The published result: who won, how it was counted, who took part, and how anybody can count again.

use jiff::civil::Date;
use maud::{Markup, html};

use super::rounds::Telling;
use super::{Frame, method_words};
use crate::ballot::{AuditNotes, Count};
use crate::breakdown::{Count as People, Figure, Policy};
use crate::pages::figures::numbers::percent;
use crate::pages::layout::language_links;
use crate::pages::public::campaign::{Led, led};
use crate::pages::{Page, Sheet};

/// Turnout of one group, as it was published.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupTurnout {
    pub name: String,
    pub papers: People,
    /// Of those entitled, where that is known of this group.
    pub share: Option<Figure>,
}

/// Turnout by one thing.
#[derive(Debug, Clone, PartialEq)]
pub struct TurnoutBy {
    pub by: By,
    pub groups: Vec<GroupTurnout>,
}

/// What turnout is shown by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum By {
    District,
    School,
    Age,
}

/// The page.
#[derive(Debug, Clone, Copy)]
pub struct ResultPage<'a> {
    pub frame: Frame<'a>,
    pub count: &'a Count,
    /// The candidates' names, in the order of the paper.
    pub names: &'a [String],
    /// All papers that came in, and of them those that do not count.
    pub received: u64,
    pub spoilt: u64,
    /// How many of them were counted by hand, where any were.
    pub by_hand: Option<u64>,
    /// How many were sent from screens, where that tells nothing of a place whose number is hidden.
    pub screens: Option<u64>,
    pub published_on: Option<Date>,
    /// By which turnout was rounded.
    pub policy: Policy,
    pub turnout: &'a [TurnoutBy],
    /// The papers can be had as a `.blt` file.
    pub has_blt: bool,
    /// What was out of the ordinary on the way to the count.
    pub notes: &'a AuditNotes,
    pub next: &'a Next,
    /// Campaigns for this ballot that an officer has approved.
    pub campaigns: &'a [Led],
}

/// Where the result leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// The ballot feeds no plan.
    Nothing,
    /// It feeds one that is not published.
    NoPlanYet,
    /// It feeds one that is.
    Plan {
        /// Where its progress is told.
        progress: String,
        /// The outcomes that have this result among their evidence: where they are, and what they want.
        outcomes: Vec<(String, String)>,
    },
}

impl ResultPage<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let (frame, say) = (self.frame, self.frame.words());
        let telling = Telling { say, count: self.count, names: self.names };
        let winners = telling.all(&self.count.winners);
        let heading = match self.count.winners.len() {
            0 => say.say("vote-nobody").to_owned(),
            1 => match telling.half_of_some() {
                Some((_, votes, counting, _)) => {
                    let counting = say.decimals(&counting.to_string());
                    let of = [("votes", telling.votes(votes).into()), ("counting", counting.into())];
                    say.say_with("vote-wins-half", &[("name", winners.into()), of[0].clone(), of[1].clone()])
                }
                None => say.say_with("vote-wins", &[("name", winners.into())]),
            },
            _ => say.say_with("vote-chosen", &[("names", winners.into())]),
        };
        let own = frame.paper().and_then(|paper| frame.other(paper));
        // Ballots are held again under one name: the year tells them apart.
        let year = frame.ballot.closes.year().to_string();
        let named = frame.title();
        let called = if named.contains(&year) { named.to_owned() } else { format!("{named}, {year}") };
        let title = format!("{called}: {heading}");
        // The page is for showing around; nobody needs to hide it.
        let page = Page { corner: crate::pages::Corner::Empty, sheet: Sheet::Officer, ..frame.page(&title) };
        page.render(html! {
            a class="back" href=(frame.href("")) { (say.say("back")) }
            (language_links(say, &frame.languages()))
            div class="say ask" {
                p class="small" { (say.say_with("vote-result-of", &[("title", called.into())])) }
                h1 lang=[own] { (heading) }
                (self.half(&telling))
                (self.papers())
                p class="small" { (frame.moment("vote-closed", frame.ballot.closes)) }
            }
            (self.table(&telling))
            h2 { (say.say("vote-rounds")) }
            p { (method_words(say, self.count.method)) }
            p { (say.say_with("vote-seats", &[("seats", self.count.seats.into())])) }
            (telling.rounds())
            (telling.pairs())
            p { (say.say_with("vote-tie", &[("seed", frame.ballot.seed.as_str().into())])) }
            (self.notes())
            (self.taking_part())
            (self.happens())
            (led(say, self.campaigns))
            (self.recount())
        })
    }

    /// What more than half of the votes that still count is of all papers.
    fn half(&self, telling: &Telling<'_>) -> Markup {
        let Some((winner, votes, _, exhausted)) = telling.half_of_some() else { return html! {} };
        let papers = self.count.papers;
        let given = [
            ("papers", papers.into()),
            ("exhausted", telling.votes(exhausted).into()),
            ("votes", telling.votes(votes).into()),
            ("share", percent(votes.to_f64() / papers.max(1) as f64).into()),
            ("name", telling.name(winner).into()),
        ];
        html! { p { (self.frame.words().say_with("vote-half-of", &given)) } }
    }

    fn papers(&self) -> Markup {
        let say = self.frame.words();
        let valid = self.received - self.spoilt.min(self.received);
        let given = [("received", self.received.into()), ("valid", valid.into()), ("spoilt", self.spoilt.into())];
        html! {
            p { (say.say_with("vote-received", &given))
                @if let Some(number) = self.by_hand { " " (say.say_with("vote-by-hand", &[("number", number.into())])) } }
            @if !self.frame.ballot.vouchers { p {
                @match self.screens {
                    Some(screens) => (say.say_with("vote-open-came", &[("papers", screens.into())])),
                    None => (say.say("vote-open-some")),
                }
            } }
            @if let Some(day) = self.published_on {
                p class="small" { (say.say_with("vote-approved", &[("day", say.day(day).into())])) }
            }
        }
    }

    /// What the count rests on that is out of the ordinary.
    fn notes(&self) -> Markup {
        let say = self.frame.words();
        let opened: Vec<&str> = self.notes.opened_again.iter().map(|opened| opened.place.as_str()).collect();
        let whys = [("vote-left-out", &self.notes.left_out), ("vote-beyond-roll", &self.notes.beyond_roll)];
        // An officer's words are English.
        let english = (self.frame.lang != "en").then_some("en");
        html! {
            @if !self.notes.opened_again.is_empty() {
                p { (say.say_with("vote-opened-again", &[("places", say.listed(&opened).into())])) }
            }
            @for (key, why) in whys.into_iter().filter_map(|(key, why)| Some((key, why.as_ref()?))) {
                p { (say.say_with(key, &[("places", say.listed(&why.places).into())])) }
                blockquote lang=[english] dir="auto" { (why.why) }
            }
        }
    }

    fn table(&self, telling: &Telling<'_>) -> Markup {
        let say = self.frame.words();
        let unit = telling.unit_of_all();
        html! {
            table class="counted stack" role="table" {
                caption { (say.say("vote-all")) }
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" { (say.say("vote-choice")) }
                    th scope="col" role="columnheader" class="num" { (say.say("vote-rank")) }
                    th scope="col" role="columnheader" class="num" { (unit) }
                } }
                tbody role="rowgroup" {
                    @for standing in &self.count.order {
                        tr id=[self.id(standing.candidate)] role="row" {
                            th scope="row" role="rowheader" {
                                (telling.name(standing.candidate))
                                @if standing.won { " " span class="tag go" { (say.say("vote-won")) } }
                            }
                            td class="num" role="cell" data-k=(say.say("vote-rank")) { (standing.rank) }
                            td class="num" role="cell" data-k=(unit) { (telling.votes(standing.votes)) }
                        }
                    }
                }
            }
            @if telling.is_of_rounds() { p class="small" { (say.say("vote-rounds-differ")) } }
        }
    }

    /// What a choice is found by on the page, so that evidence can lead to it.
    fn id(&self, candidate: usize) -> Option<String> {
        self.frame.ballot.candidates.get(candidate).map(|candidate| format!("choice-{}", candidate.key))
    }

    fn happens(&self) -> Markup {
        let (frame, say) = (self.frame, self.frame.words());
        let about = frame.about();
        let lang = about.and_then(|about| frame.other(about));
        let english = (frame.lang != "en").then_some("en");
        html! {
            h2 { (say.say("vote-happens")) }
            @if let Some(about) = about { p lang=[lang] { (about.words.why) } }
            @match self.next {
                Next::Nothing => {}
                Next::NoPlanYet => p { (say.say("vote-happens-goes")) " " (say.say("vote-happens-later")) },
                Next::Plan { progress, outcomes } => {
                    @if !outcomes.is_empty() {
                        p { (say.say("vote-happens-evidence")) }
                        // A plan speaks the language of whoever wrote it.
                        ul { @for (address, title) in outcomes { li { a href=(address) lang=[english] { (title) } } } }
                    }
                    p { (say.say("vote-happens-plan")) br; a href=(progress) { (say.say("vote-plan")) } }
                }
            }
        }
    }

    fn recount(&self) -> Markup {
        let (frame, say) = (self.frame, self.frame.words());
        let file = format!("{}.audit.json", frame.ballot.key);
        let command = html! { code dir="ltr" { "heard ballot count " (file) } };
        html! {
            h2 { (say.say("vote-recount")) }
            p { (say.rich("vote-recount-words", &[("command", command)])) }
            ul {
                li { a href=(frame.href("/result.audit.json")) download=(file) { (say.say("vote-audit-file")) } }
                @if self.has_blt { li { a href=(frame.href("/result.blt")) download={ (frame.ballot.key) ".blt" } { (say.say("vote-blt-file")) } } }
                li { a href=(frame.href("/result.json")) { (say.say("vote-json-file")) } }
            }
            p class="small" { (say.say_with("vote-fixed", &[("digest", frame.ballot.digest.as_str().into())])) }
        }
    }
}
