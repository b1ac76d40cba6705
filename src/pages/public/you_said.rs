//! "You said, we did": what was asked, what people said, what was decided and what was done, for everybody and for
//! children. The frame is in the reader's language; what officers wrote is in theirs.

use jiff::civil::Date;
use maud::{Markup, html};

use super::Front;
use super::results::feeds_at;
use crate::breakdown::Figure;
use crate::breakdown::reading::percent;
use crate::pages::respond::{Frame, trial_notice};
use crate::pages::{Page, Words};
use crate::plan::Status;
use crate::plan::progress::{Deed, Entry};
use crate::survey::{Consultation, Edition};

/// The language that officers write in.
const WRITTEN_IN: &str = "en";

/// What came of one consultation.
#[derive(Debug, Clone, Copy)]
pub struct YouSaid<'a> {
    pub front: Front<'a>,
    pub consultation: &'a Consultation,
    pub entries: &'a [Entry],
    pub published_on: Date,
    /// Where the plan that it feeds is, where that is published.
    pub plan: Option<&'a str>,
    /// The plan's outcomes that have pages: key and title.
    pub outcomes: &'a [(String, String)],
    /// Where the newest published results are, where there are any.
    pub results: Option<&'a str>,
    /// It rests on answers that were invented.
    pub illustrative: bool,
}

impl YouSaid<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.front.words;
        let (query, other, its_name) = match say.edition() {
            Edition::Child => ("edition=child", Edition::Plain, "said-full"),
            Edition::Plain | Edition::EasyRead => ("", Edition::Child, "said-easy"),
        };
        let address = format!("/you-said/{}", self.consultation.key);
        let other_address = if other == Edition::Child { format!("{address}?edition=child") } else { address };
        let notice = self.illustrative.then(|| trial_notice(self.consultation, say)).flatten();
        let page = Page { query, notice, ..self.front.page(say.say("said-title")) };
        let frame = Frame { consultation: self.consultation, lang: say.lang(), edition: say.edition() };
        let worded = frame.survey();
        page.render(html! {
            p class="small" lang=[frame.other(worded)] { (worded.words.title) }
            h1 { (say.say("said-title")) }
            p { a href=(other_address) { (say.in_edition(other).say(its_name)) } }
            @for entry in self.entries {
                @match (say.edition(), &entry.for_children) {
                    (Edition::Child, Some(_)) => (self.for_children(entry)),
                    _ => (self.entry(entry)),
                }
            }
            p class="small" { (say.say("said-chose")) }
            @if let Some(results) = self.results { (to_results(say, results)) }
            @if let Some(plan) = self.plan { p { a href=(plan) { (say.say("said-plan")) } } }
            p class="small" { (say.say_with("said-published", &[("day", say.day(self.published_on).into())])) }
            p { a href="/you-said" { (say.say("said-all")) } }
        })
    }

    /// The language of what officers wrote, where that is another than the page's.
    fn written(&self) -> Option<&'static str> {
        (self.front.words.lang() != WRITTEN_IN).then_some(WRITTEN_IN)
    }

    fn for_children(&self, entry: &Entry) -> Markup {
        let (say, lang) = (self.front.words, self.written());
        let Some(child) = &entry.for_children else { return html! {} };
        html! {
            div {
                div class="say ask" { h2 id={ "e-" (entry.key) } { (say.say("said-asked")) } p lang=[lang] { (child.asked) } }
                div class="say mine" { h3 { (say.say("said-said")) } p lang=[lang] { (child.said) } }
                div class="say ask" { h3 { (say.say(done_or_not(&entry.deeds))) } p lang=[lang] { (child.did) } }
            }
        }
    }

    fn entry(&self, entry: &Entry) -> Markup {
        let (say, lang) = (self.front.words, self.written());
        html! {
            div {
                div class="say ask" { h2 id={ "e-" (entry.key) } { (say.say("said-asked")) } p lang=[lang] { (entry.asked) } }
                div class="say mine" {
                    h3 { (say.say("said-said")) }
                    p lang=[lang] { (entry.said) }
                    @if !entry.figures.is_empty() {
                        ul { @for (label, figure) in &entry.figures { li { (counted(say, label, figure)) } } }
                    }
                }
                div class="say ask" {
                    h3 { (say.say("said-decided")) }
                    p lang=[lang] { (entry.decided) }
                    @for (heading, is_it) in HOW_FAR {
                        @if entry.deeds.iter().any(|deed| is_it(deed.status)) {
                            h3 { (say.say(heading)) }
                            ul { @for deed in entry.deeds.iter().filter(|deed| is_it(deed.status)) { li {
                                span lang=[lang] { (deed.says) } " "
                                b { (how_far(say, deed)) } " "
                                span class="small" { (say.rich("said-owner", &[("owner", html! { span lang=[lang] { (deed.owner) } })])) }
                            } } }
                        }
                    }
                    @if let Some(why) = &entry.not_done { h3 { (say.say("said-not")) } p lang=[lang] { (why) } }
                    (self.in_the_plan(entry))
                }
            }
        }
    }

    /// The way to what the plan says of it.
    fn in_the_plan(&self, entry: &Entry) -> Markup {
        let outcome = self.outcomes.iter().find(|(key, _)| entry.outcome.as_ref() == Some(key));
        html! {
            @if let (Some(plan), Some((key, title))) = (self.plan, outcome) {
                p { (self.front.words.say("said-in-plan")) " " a href={ (plan) "/" (key) } { (self.front.words.theirs(title)) } }
            }
        }
    }
}

/// The way to the results, for children to those that are written for them.
fn to_results(say: Words, results: &str) -> Markup {
    let edition = if say.edition() == Edition::Child { "?edition=child" } else { "" };
    html! { p { a href={ (results) (edition) } { (say.say("said-results")) } } }
}

fn counted(say: Words, label: &str, figure: &Figure) -> Markup {
    let what = counted_of(say, label);
    match figure {
        Figure::Shown(share) => {
            let base = say.say_with("said-people", &[("count", share.base.into())]);
            say.rich(
                "said-share",
                &[("what", what), ("share", html! { b { (percent(share.share)) } }), ("base", html! { (base) })],
            )
        }
        Figure::Hidden => say.rich("said-hidden", &[("what", what)]),
    }
}

/// What a figure is of: that people named a theme is said in the page's language, the theme in that of officers.
fn counted_of(say: Words, label: &str) -> Markup {
    match label.strip_prefix("Named “").and_then(|rest| rest.rsplit_once('”')) {
        // Behind the theme stands a district, where the figure is of one.
        Some((theme, place)) => html! {
            (say.rich("said-named", &[("theme", say.theirs(&format!("“{theme}”")))])) (place)
        },
        None => say.theirs(label),
    }
}

/// The message of a heading, and which deeds stand under it.
type Stands = (&'static str, fn(Status) -> bool);

/// What was done, what is being done or will be, and what was given up: each under its own heading, as nothing that is
/// planned has been done.
const HOW_FAR: [Stands; 3] = [
    ("said-did", |status| status == Status::Done),
    ("said-will", |status| matches!(status, Status::Planned | Status::UnderWay)),
    ("said-stopped", |status| status == Status::Dropped),
];

/// The heading over what children are told was done: where nothing is done yet it does not say that anything was.
fn done_or_not(deeds: &[Deed]) -> &'static str {
    let is_coming = deeds.iter().any(|deed| matches!(deed.status, Status::Planned | Status::UnderWay));
    if is_coming && deeds.iter().all(|deed| deed.status != Status::Done) { "said-will" } else { "said-did" }
}

/// How far something done has got, and when.
fn how_far(say: Words, deed: &Deed) -> String {
    let key = match (deed.status, deed.on) {
        (Status::Planned, Some(_)) => "said-planned",
        (Status::UnderWay, Some(_)) => "said-under-way",
        (Status::Done, Some(_)) => "said-done",
        _ => return say.say("said-dropped").to_owned(),
    };
    deed.on.map_or_else(String::new, |on| say.say_with(key, &[("day", say.day(on).into())]))
}

/// Every consultation that people were told the end of: it and the day.
pub fn list(front: Front<'_>, told: &[(&Consultation, Date)]) -> Markup {
    let say = front.words;
    let edition = if say.edition() == Edition::Child { "?edition=child" } else { "" };
    front.page(say.say("said-title")).render(html! {
        h1 { (say.say("said-title")) }
        p { (say.say("said-words")) }
        @if told.is_empty() { p { (say.say("said-none")) } }
        @for (consultation, on) in told {
            @let frame = Frame { consultation, lang: say.lang(), edition: say.edition() };
            @let worded = frame.survey();
            section class="card" {
                h2 { a href={ "/you-said/" (consultation.key) (edition) } lang=[frame.other(worded)] { (worded.words.title) } }
                p class="small" { (say.say_with("said-published", &[("day", say.day(*on).into())])) }
                p { a href={ "/you-said/" (consultation.key) "?edition=child" } { (say.in_edition(Edition::Child).say("said-easy")) } }
            }
        }
        p { a href="/plans" { (say.say("said-plans")) } }
        (feeds_at(say, "/you-said/feed"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn that_people_named_a_theme_is_said_in_the_language_of_the_page() {
        let said = |lang| counted_of(Words::of(lang, Edition::Plain), "Named “Buses”, Redditch").into_string();
        let plain = |html: String| html.replace(['\u{2068}', '\u{2069}'], "");
        assert_eq!(plain(said("en")), "Named “Buses”, Redditch");
        assert_eq!(plain(said("cy")), "Soniwyd am <span lang=\"en\" dir=\"ltr\">“Buses”</span>, Redditch");
        let other = counted_of(Words::of("cy", Edition::Plain), "Do you feel safe? “Yes”").into_string();
        assert_eq!(other, "<span lang=\"en\" dir=\"ltr\">Do you feel safe? “Yes”</span>");
    }

    #[test]
    fn what_is_planned_does_not_stand_under_what_was_done() {
        let deed = |says: &str, status| Deed { says: says.into(), owner: "Us".into(), on: None, status };
        let under = |deeds: Vec<Deed>| -> Vec<&str> {
            HOW_FAR
                .iter()
                .filter(|(_, is_it)| deeds.iter().any(|deed| is_it(deed.status)))
                .map(|(key, _)| *key)
                .collect()
        };
        let [planned, begun, done, dropped] =
            [Status::Planned, Status::UnderWay, Status::Done, Status::Dropped].map(|status| deed("Light", status));
        assert_eq!(under(vec![planned.clone(), begun.clone()]), ["said-will"]);
        assert_eq!(under(vec![done.clone(), dropped.clone()]), ["said-did", "said-stopped"]);
        assert_eq!(done_or_not(std::slice::from_ref(&planned)), "said-will");
        assert_eq!(done_or_not(&[planned, done]), "said-did");
        assert_eq!((done_or_not(&[]), done_or_not(&[dropped])), ("said-did", "said-did"));
    }

    #[test]
    fn children_are_led_on_to_the_results_that_are_written_for_them() {
        let link = |edition| to_results(Words::of("en", edition), "/results/town/1").into_string();
        assert!(link(Edition::Child).contains("href=\"/results/town/1?edition=child\""));
        assert!(link(Edition::Plain).contains("href=\"/results/town/1\""));
    }
}
