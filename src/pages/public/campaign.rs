//! A campaign as everybody sees it: what an officer approved of what its team wrote, how far it is, the way to take part;
//! and, once it is over, what came of it.

use maud::{Markup, html};

use super::Front;
use crate::breakdown::Count;
use crate::campaign::Post;
use crate::pages::words::is_right_to_left;
use crate::pages::{Page, Width, Words};

/// Something that leads on: its address and the key of its words.
pub type Way = (String, &'static str);

/// A campaign that the public may see, as other pages lead to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Led {
    /// In addresses.
    pub key: String,
    pub title: String,
    pub team: String,
    /// ISO 639-1 code of the language of its title.
    pub language: String,
}

/// The ways to campaigns; nothing where there are none.
pub fn led(say: Words, campaigns: &[Led]) -> Markup {
    html! {
        @for one in campaigns {
            p {
                a href={ "/campaign/" (one.key) } lang=[(one.language != say.lang()).then_some(&one.language)] { (one.title) }
                " · " (say.say_with("campaign-by", &[("team", one.team.as_str().into())]))
            }
        }
    }
}

/// The page.
#[derive(Debug, Clone)]
pub struct CampaignPage<'a> {
    pub front: Front<'a>,
    /// In addresses.
    pub key: &'a str,
    pub team: &'a str,
    /// ISO 639-1 code of the language that its posts are in.
    pub written_in: &'a str,
    /// The approved page.
    pub page: &'a Post,
    pub news: Vec<&'a Post>,
    /// The approved words about what came of it.
    pub results: Option<&'a Post>,
    pub people: Count,
    pub target: u64,
    /// The last day on which one can take part, while one can.
    pub until: Option<jiff::civil::Date>,
    /// Where one takes part, while that is open, and the key of the words on the button.
    pub take_part: Option<Way>,
    /// What won in its ballot, the first of it first; only on the page about what came of it.
    pub chosen: Vec<String>,
    /// What happens next: results and the plan's progress, where such pages are.
    pub next: Vec<Way>,
    /// The campaign's last day is over, or nobody can take part any more.
    pub over: bool,
    /// This is the page about what came of it.
    pub about_results: bool,
    pub illustrative: bool,
}

impl CampaignPage<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.front.words;
        let results = self.results.filter(|_| self.about_results);
        let title = results.map_or(self.page.title.as_str(), |post| post.title.as_str());
        let notice = self.illustrative.then(|| say.say("trial"));
        let lang = self.other();
        let page = Page { width: Width::Reading, notice, ..self.front.page(title) };
        page.render(html! {
            @if self.about_results { a class="back" href={ "/campaign/" (self.key) } { (say.say("back")) } }
            p class="small" { (say.say_with("campaign-by", &[("team", self.team.into())])) }
            h1 lang=[lang] dir=[lang.map(direction)] { (title) }
            @if let Some(post) = results { (words(post, lang)) (self.happens_next()) }
            @else if self.about_results { p { (say.say("campaign-results-soon")) } (self.happens_next()) }
            @else { (self.running(lang)) }
        })
    }

    fn running(&self, lang: Option<&str>) -> Markup {
        let say = self.front.words;
        html! {
            (words(self.page, lang))
            @if let Some((address, text)) = &self.take_part {
                p class="row" { a class="btn" href=(address) { (say.say(text)) } }
                p class="small" {
                    @if let Some(day) = self.until { (say.say_with("open-until", &[("day", say.day(day).into())])) " " }
                    (say.say("home-no-name"))
                }
            }
            @if self.over {
                p { (say.say("campaign-over")) }
                p class="row" { a class="btn" href={ "/campaign/" (self.key) "/results" } { (say.say("campaign-results")) } }
            }
            section aria-labelledby="far" {
                h2 id="far" { (say.say("campaign-so-far")) }
                (self.so_far())
            }
            @if !self.news.is_empty() {
                section aria-labelledby="news" {
                    h2 id="news" { (say.say("campaign-news")) }
                    @for post in &self.news {
                        article class="card" {
                            h3 lang=[lang] dir=[lang.map(direction)] { (post.title) }
                            @if let Some(day) = decided_on(post) { p class="small" { (say.day(day)) } }
                            (words(post, lang))
                        }
                    }
                }
            }
            p class="small" { a href={ "/campaign/" (self.key) "/feed.atom" } { (say.say("campaign-feed")) } }
        }
    }

    fn so_far(&self) -> Markup {
        let say = self.front.words;
        let Count::Shown(people) = self.people else { return html! { p { (say.say("campaign-few")) } } };
        let percent = (people * 100 / self.target.max(1)).min(100);
        let said = say.say_with("campaign-of", &[("count", people.into()), ("target", self.target.into())]);
        html! {
            svg class="bar far-bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" {
                rect class="can" width="100" height="8" {}
                rect class="all" width=(percent) height="8" {}
            }
            p { (said) @if !self.over { " " (say.say("campaign-counted")) } }
        }
    }

    fn happens_next(&self) -> Markup {
        let say = self.front.words;
        html! {
            @if !self.chosen.is_empty() {
                section aria-labelledby="chosen" class="say ask trust" {
                    h2 id="chosen" { (say.say("vote-won")) }
                    ol { @for name in &self.chosen { li { (name) } } }
                }
            }
            @if !self.next.is_empty() {
                section aria-labelledby="next" {
                    h2 id="next" { (say.say("campaign-next")) }
                    ul { @for (address, text) in &self.next { li { a href=(address) { (say.say(text)) } } } }
                }
            }
            section aria-labelledby="far" { h2 id="far" { (say.say("campaign-so-far")) } (self.so_far()) }
        }
    }

    /// The language of what the team wrote, where it is not the page's own.
    fn other(&self) -> Option<&str> {
        (self.written_in != self.front.words.lang()).then_some(self.written_in)
    }
}

/// Which way a language is written.
fn direction(lang: &str) -> &'static str {
    if is_right_to_left(lang) { "rtl" } else { "ltr" }
}

fn words(post: &Post, lang: Option<&str>) -> Markup {
    html! { div lang=[lang] dir=[lang.map(direction)] { @for paragraph in post.paragraphs() { p { (paragraph) } } } }
}

fn decided_on(post: &Post) -> Option<jiff::civil::Date> {
    let (_, at) = post.decided.as_ref()?;
    jiff::Timestamp::from_second(*at).ok().map(|at| jiff::tz::TimeZone::UTC.to_datetime(at).date())
}
