//! The first page of a ballot: what is voted on, how it is counted, and the way in.

use maud::{Markup, html};

use super::{Frame, method_words};
use crate::pages::components::errors::{self, Problem};
use crate::pages::components::scene;
use crate::pages::layout::language_links;
use crate::pages::{Page, Sheet};

/// The field that a voucher's code is typed into.
pub const CODE: &str = "code";

/// The start page of a ballot that is open.
#[derive(Debug, Clone, Copy)]
pub struct Start<'a> {
    pub frame: Frame<'a>,
    /// A voucher was scanned: its code need not be typed.
    pub held: bool,
    /// What was typed and is no voucher that works, with the message that says so.
    pub refused: Option<(&'a str, &'static str)>,
}

impl Start<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let (frame, say) = (self.frame, self.frame.words());
        let about = frame.about();
        let lang = about.and_then(|about| frame.other(about));
        let perspectives: Vec<&str> = frame.ballot.perspectives.iter().map(|one| one.key.as_str()).collect();
        let problem = self.refused.map(|(_, key)| Problem { field: CODE, message: say.say(key).to_owned() });
        let page = Page { sheet: Sheet::Inside, error: problem.is_some(), ..frame.page(frame.title()) };
        page.render(html! {
            a class="back" href="/" { (say.say("back")) }
            (language_links(say, &frame.languages()))
            (errors::summary(say, problem.as_slice()))
            div class="say ask" {
                h1 lang=[lang] { (frame.title()) }
                @if let Some(about) = about { p lang=[lang] { (about.words.summary) } }
                (self.begin(problem.as_ref()))
                p class="small" { (frame.moment("vote-until", frame.ballot.closes)) " "
                    @if let Some(about) = about { span lang=[lang] { (about.words.how_long) } } }
            }
            (scene::gathering(&perspectives))
            (explained(frame))
        })
    }

    fn begin(&self, problem: Option<&Problem>) -> Markup {
        let say = self.frame.words();
        let typed = self.refused.map(|(typed, _)| typed);
        let described = if problem.is_some() { "code-hint code-error" } else { "code-hint" };
        html! {
            form method="post" action=(self.frame.href("")) novalidate {
                @if self.held { p { b { (say.say("vote-code-held")) } } }
                @else if self.frame.ballot.vouchers {
                    div class=[problem.map(|_| "err")] {
                        label for=(CODE) { (say.say("vote-code")) }
                        p class="hint" id="code-hint" { (say.say("vote-code-hint")) }
                        @if let Some(problem) = problem { (errors::message(say, problem)) }
                        input type="text" id=(CODE) name=(CODE) value=[typed] autocomplete="off" autocapitalize="characters"
                            spellcheck="false" maxlength="60" dir="ltr" aria-describedby=(described)
                            aria-invalid=[problem.map(|_| "true")];
                    }
                }
                div class="row" { button type="submit" class="btn" { (say.say("vote-start")) } }
            }
        }
    }
}

/// What is voted on and how it is counted, as everybody can read it before the first vote.
pub(super) fn explained(frame: Frame<'_>) -> Markup {
    let (ballot, say) = (frame.ballot, frame.words());
    let about = frame.about();
    let lang = about.and_then(|about| frame.other(about));
    let paper = frame.paper();
    let own = paper.and_then(|paper| frame.other(paper));
    let seed = ballot.seed.as_str();
    let (youngest, oldest) = ballot.ages;
    let all_raised = frame.standing().all(|candidate| candidate.from_theme.is_some());
    html! {
        h2 { (say.say("vote-secret-title")) }
        p { (say.say(if ballot.vouchers { "vote-secret" } else { "vote-secret-open" })) }
        @if !ballot.vouchers { p { (say.say("vote-open-once")) } }
        p { (say.say_with("vote-who", &[("youngest", youngest.into()), ("oldest", oldest.into())])) }
        @if let Some(about) = about {
            h2 { (say.say("start-who")) }
            p lang=[lang] { (about.words.who_asks) }
            h2 { (say.say("start-why")) }
            p lang=[lang] { (about.words.why) }
        }
        h2 { (say.say("vote-choices")) }
        @if let Some(paper) = paper { p lang=[own] { b { (paper.words.ask) } } }
        @if all_raised { p { (say.say("vote-raised-all")) } }
        ul {
            @for candidate in frame.standing() {
                li {
                    span lang=[own] { (frame.name(&candidate.key)) }
                    @if candidate.from_theme.is_some() && !all_raised { " " span class="small" { "(" (say.say("vote-raised")) ")" } }
                }
            }
        }
        h2 { (say.say("vote-counted")) }
        p { (say.say_with("vote-seats", &[("seats", ballot.seats.into())])) }
        p { (method_words(say, ballot.method)) }
        p { (say.say_with("vote-tie", &[("seed", seed.into())])) }
        p class="small" { (say.say_with("vote-fixed", &[("digest", ballot.digest.as_str().into())])) }
        @if let Some(about) = about {
            h2 { (say.say("happens-title")) }
            p lang=[lang] { (about.words.what_happens) }
        }
    }
}
