//! An adult starts a session for a class or club, and runs it: the code to show, what to say, how many took part.

use maud::{Markup, html};

use super::Frame;
use crate::breakdown::{Count, Policy};
use crate::pages::components::errors::{self, Problem};
use crate::pages::components::{help, qr};
use crate::pages::layout::language_links;
use crate::pages::{Corner, Page, Words};
use crate::survey::{MOST_IN_A_GROUP, MOST_IN_A_NAME, NameProblem, WayIn};

/// The fields of the form.
pub const NAME: &str = "name";
/// How many people.
pub const HEADCOUNT: &str = "headcount";
/// The perspective that all answer as; [`EACH`] where each says for themselves.
pub const PERSPECTIVE: &str = "perspective";
/// Whether they take turns on one device.
pub const DEVICE: &str = "device";
/// The value of [`PERSPECTIVE`] that fixes none.
pub const EACH: &str = "each";
/// The value of [`DEVICE`] for one device that they share.
pub const SHARED: &str = "shared";
/// The value of [`DEVICE`] for devices of their own.
const OWN: &str = "own";

/// The page where a group is started.
#[derive(Debug, Clone, Copy)]
pub struct GroupStart<'a> {
    pub frame: Frame<'a>,
    pub name: &'a str,
    pub headcount: &'a str,
    /// The perspective that was picked; none is each for themselves.
    pub perspective: Option<&'a str>,
    pub shared: bool,
    pub name_problem: Option<NameProblem>,
    /// What was sent is no number of people.
    pub headcount_problem: bool,
}

impl GroupStart<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let (frame, say) = (self.frame, self.frame.words());
        let title = say.say("group-title");
        let problems = self.problems();
        let page = Page { error: !problems.is_empty(), corner: Corner::Empty, ..frame.page(title) };
        let find = |field| problems.iter().find(|problem| problem.field == field);
        page.render(html! {
            a class="back" href=(frame.href("")) { (say.say("back")) }
            (language_links(say, &frame.languages()))
            (errors::summary(say, &problems))
            h1 { (title) }
            p lang=[frame.other(frame.survey())] { (frame.survey().words.title) ". " (frame.survey().words.how_long) }
            p { (say.say("group-intro")) }
            form method="post" action=(frame.href("/group")) novalidate {
                div class="fields" {
                    (field(say, NAME, ["group-name", "group-name-hint"], self.name, find(NAME)))
                    (field(say, HEADCOUNT, ["group-headcount", "group-headcount-hint"], self.headcount, find(HEADCOUNT)))
                }
                (self.perspectives())
                (self.devices())
                div class="row" { button type="submit" class="btn" { (say.say("group-start")) } }
            }
        })
    }

    fn problems(&self) -> Vec<Problem> {
        let say = self.frame.words();
        let name = self.name_problem.map(|problem| match problem {
            NameProblem::Missing => say.say("group-name-missing").to_owned(),
            NameProblem::TooLong => say.say_with("group-name-long", &[("most", (MOST_IN_A_NAME as u32).into())]),
        });
        let given = [("most", MOST_IN_A_GROUP.into())];
        let headcount = self.headcount_problem.then(|| say.say_with("group-headcount-wrong", &given));
        let named = [(NAME, name), (HEADCOUNT, headcount)];
        named.into_iter().filter_map(|(field, message)| Some(Problem { field, message: message? })).collect()
    }

    fn perspectives(&self) -> Markup {
        let say = self.frame.words();
        html! {
            fieldset aria-describedby="perspective-hint" {
                legend { (say.say("group-perspective")) }
                p class="hint" id="perspective-hint" { (say.say("group-perspective-hint")) }
                (pick(PERSPECTIVE, EACH, html! { (say.say("group-each")) }, self.perspective.is_none(), None))
                @for one in &self.frame.consultation.perspectives {
                    @if let Some(worded) = self.frame.perspective(&one.key) {
                        (pick(PERSPECTIVE, &one.key, html! { span lang=[self.frame.other(worded)] { (worded.words.plural) } },
                            self.perspective == Some(&one.key), None))
                    }
                }
            }
        }
    }

    fn devices(&self) -> Markup {
        let say = self.frame.words();
        html! {
            fieldset {
                legend { (say.say("group-device")) }
                (pick(DEVICE, OWN, html! { (say.say("group-own")) }, !self.shared, None))
                (pick(DEVICE, SHARED, html! { (say.say("group-shared")) }, self.shared, Some(say.say("group-shared-hint"))))
            }
        }
    }
}

fn field(say: Words, name: &'static str, words: [&str; 2], given: &str, problem: Option<&Problem>) -> Markup {
    let described = if problem.is_some() { format!("{name}-hint {name}-error") } else { format!("{name}-hint") };
    let number = name == HEADCOUNT;
    html! {
        div class=[problem.map(|_| "err")] {
            label for=(name) { (say.say(words[0])) }
            p class="hint" id={ (name) "-hint" } { (say.say(words[1])) }
            @if let Some(problem) = problem { (errors::message(say, problem)) }
            input type="text" id=(name) name=(name) value=(given) class=[number.then_some("short")] dir="auto"
                inputmode=[number.then_some("numeric")] autocomplete="off" aria-describedby=(described)
                aria-invalid=[problem.map(|_| "true")];
        }
    }
}

fn pick(name: &str, value: &str, label: Markup, picked: bool, hint: Option<&str>) -> Markup {
    let id = format!("{name}-{value}");
    let hint_id = hint.map(|_| format!("{id}-hint"));
    html! {
        div class="pick" {
            input type="radio" name=(name) id=(id) value=(value) checked[picked] aria-describedby=[hint_id.as_ref()];
            label for=(id) { (label) }
            @if let Some(hint) = hint { span class="hint" id=[hint_id.as_ref()] { (hint) } }
        }
    }
}

/// The page that runs a session; the adult comes back to it by its address.
#[derive(Debug, Clone, Copy)]
pub struct GroupPage<'a> {
    pub frame: Frame<'a>,
    pub way: &'a WayIn,
    /// The start of every address that people type, as `https://heard.example`.
    pub website: &'a str,
    pub came: Count,
    pub sent: Count,
    pub policy: Policy,
    /// The code works no longer.
    pub ended: bool,
}

impl GroupPage<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let (frame, say) = (self.frame, self.frame.words());
        let title = say.say_with("group-ready", &[("name", self.way.name.as_str().into())]);
        let page = Page { corner: Corner::Empty, ..frame.page(&title) };
        page.render(html! {
            (language_links(say, &frame.languages()))
            h1 { (title) }
            p lang=[frame.other(frame.survey())] { (frame.survey().words.title) }
            @if self.ended { div class="note warn" { p { b { (say.say("error-way-ended")) } } } }
            @else { (show(say, self.way, self.website)) (self.until()) }
            (self.turnout())
            (self.run())
            (say_to_them(say))
            (safety(say))
            (help::beside(say, &frame.help()))
        })
    }

    fn until(&self) -> Markup {
        let say = self.frame.words();
        let own = format!("{}{}", self.website, self.frame.href(&format!("/group/{}", self.way.code.as_str())));
        html! {
            p { (say.say_with("group-until", &[("day", say.day(self.way.closes_on).into())])) }
            p class="noprint" { (say.rich("group-return", &[("address", html! { a href=(own) dir="ltr" { (plain(&own)) } })])) }
        }
    }

    fn turnout(&self) -> Markup {
        let say = self.frame.words();
        let given = [("threshold", self.policy.threshold.into()), ("rounding", self.policy.rounding.into())];
        html! {
            section aria-labelledby="turnout" class="noprint" {
                h2 id="turnout" { (say.say("group-turnout")) }
                dl {
                    @if let Some(headcount) = self.way.headcount {
                        div class="ans" { dt { (say.say("group-in")) } dd { (say.say_with("number", &[("count", headcount.into())])) } }
                    }
                    div class="ans" { dt { (say.say("group-came")) } dd { (number(say, self.came)) } }
                    div class="ans" { dt { (say.say("group-sent")) } dd { (number(say, self.sent)) } }
                }
                p class="small" { (say.say_with("group-rounded", &given)) }
            }
        }
    }

    fn run(&self) -> Markup {
        let (frame, say) = (self.frame, self.frame.words());
        html! {
            h2 { (say.say("group-run")) }
            ol {
                li { span lang=[frame.other(frame.survey())] { (frame.survey().words.how_long) } " " (say.say("group-time")) }
                li { (say.say("group-read")) }
                li { (say.say("group-look")) }
                @if self.way.shared_device { li { (say.say("group-pass")) } }
            }
        }
    }
}

/// The code, large enough for a board, with where to type it and its QR code.
pub fn show(say: Words, way: &WayIn, website: &str) -> Markup {
    let scanned = format!("{website}/join?code={}", way.code.as_str());
    let typed = html! { b dir="ltr" { (plain(website)) "/join" } };
    let label = say.say_with("qr-alt", &[("address", plain(&scanned).into())]);
    html! {
        div class="board" {
            div {
                p { (say.rich("group-go", &[("address", typed)])) }
                p class="code huge" { @for part in way.code.to_text().split(' ') { span { (part) } " " } }
            }
            div { p { (say.say("group-scan")) } (qr::qr(&scanned, &label)) }
        }
    }
}

/// An address as people read and type it.
fn plain(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, rest)| rest)
}

fn number(say: Words, count: Count) -> Markup {
    match count {
        Count::Shown(number) => html! { (say.say_with("number", &[("count", number.into())])) },
        Count::Hidden => html! {
            span class="hid" { b { (say.say("number-hidden")) span class="sr" { (say.say("number-hidden-words")) } } }
        },
    }
}

fn say_to_them(say: Words) -> Markup {
    let sentences = ["group-say-free", "group-say-test", "group-say-who", "group-say-code"];
    html! {
        h2 { (say.say("group-say")) }
        @for key in sentences { blockquote class="say" { p { (say.say(key)) } } }
    }
}

fn safety(say: Words) -> Markup {
    html! {
        h2 { (say.say("group-safe")) }
        p { (say.say("group-safe-words")) }
        p { (say.say("group-safe-do")) }
        p { (say.rich("help-danger", &[("phone", help::phone("999"))])) }
    }
}
