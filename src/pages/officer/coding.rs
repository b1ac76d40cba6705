//! Coding: one answer, the themes to tick, and how far the officers and the machine have come.
//!
//! Themes are grouped under the topmost ones, those the machine gave first; nothing is ticked for an officer who
//! sees an answer for the first time. Works without scripts. Leaves out what is learnt from it (`worker`).

use maud::{Markup, html};

use super::{Desk, Section};
use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};
use crate::pages::figures::numbers::grouped;
use crate::pages::figures::quote::{Piece, Quote, quote, words};

/// From this score on a theme the machine gave is called likely.
const LIKELY: f32 = 0.7;

/// With fewer answers than this, how often the machine was right is not worth going by.
const ENOUGH: u64 = 20;

/// Who gave a theme to an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Given {
    /// By the machine, less sure.
    Possible,
    /// By the machine, fairly sure.
    Likely,
    ByOfficer,
}

impl Given {
    /// By the machine, which is so sure, from 0 to 1. Shown as two bands: a number would promise too much.
    pub fn by_machine(score: f32) -> Self {
        if score >= LIKELY { Self::Likely } else { Self::Possible }
    }

    fn word(self) -> &'static str {
        match self {
            Self::Likely => "likely",
            Self::Possible => "possible",
            Self::ByOfficer => "by an officer",
        }
    }
}

/// A theme to tick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    pub id: i64,
    pub name: String,
    pub definition: String,
    /// Who gave it to the answer as things stand.
    pub given: Option<Given>,
    /// The part of the answer that carries a given theme; empty where no part stands out.
    pub part: Vec<Piece>,
    pub ticked: bool,
    /// The themes below a topmost one.
    pub finer: Vec<Theme>,
}

impl Theme {
    /// Whether it or one below it is given or ticked.
    fn is_first(&self) -> bool {
        let is_so = |theme: &Theme| theme.given.is_some() || theme.ticked;
        is_so(self) || self.finer.iter().any(is_so)
    }
}

/// The answer that is asked about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Where the form is sent.
    pub action: String,
    /// The question it answers, in words.
    pub question: String,
    pub quote: Quote,
    /// The topmost themes, in the frame's order.
    pub themes: Vec<Theme>,
    /// Whether "None of these" is ticked.
    pub none: bool,
    /// Whether it came in turn, rather than by being looked at.
    pub in_turn: bool,
    /// The theme whose page the officer came from.
    pub theme: Option<i64>,
    /// Where to go without saving.
    pub passed_over: String,
    /// The officer who judged it before.
    pub judged_by: Option<String>,
    pub problem: Option<Problem>,
}

/// What there is to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Turn {
    Answer(Box<Asked>),
    /// Officers have coded every answer that can be shown.
    AllDone,
    /// The consultation has no code frame, or nothing has been read yet.
    NoFrame,
}

/// How far coding has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Answers in words.
    pub answers: u64,
    /// Answers that officers have coded.
    pub coded: u64,
    /// How many of those the machine has learnt from.
    pub taught: u64,
    /// Whether the machine has been asked to learn and has not finished.
    pub is_learning: bool,
    /// Where learning is asked for.
    pub learn: String,
    /// Coded answers that came in turn; the next three are about these.
    pub in_turn: u64,
    /// Topmost themes that the machine had given before officers saw them.
    pub suggested: u64,
    pub kept: u64,
    pub added: u64,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Coding {
    pub desk: Desk,
    pub turn: Turn,
    pub progress: Option<Progress>,
}

impl Coding {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let asked = if let Turn::Answer(asked) = &self.turn { Some(asked) } else { None };
        let problems: Vec<Problem> = asked.iter().filter_map(|asked| asked.problem.clone()).collect();
        let title = if problems.is_empty() { "Coding" } else { "Error: Coding" };
        let main = html! {
            (errors::summary(Words::english(), &problems))
            (self.desk.trail(&[], "Coding"))
            @match &self.turn {
                Turn::Answer(asked) => {
                    h1 { "Which themes does this answer have?" }
                    div class="coding" {
                        div { (self.asked(asked)) }
                        @if let Some(progress) = &self.progress { (self.so_far(progress)) }
                    }
                }
                Turn::AllDone => {
                    h1 { "Every answer is coded" }
                    p { "Officers have coded every answer that can be shown. New ones appear here as they come in." }
                    @if let Some(progress) = &self.progress { (self.so_far(progress)) }
                }
                Turn::NoFrame => {
                    h1 { "Nothing to code with yet" }
                    p { "Answers are coded with a code frame. This consultation names none, or no answer has been read so far." }
                }
            }
        };
        self.desk.render(title, Section::Coding, main)
    }

    fn asked(&self, asked: &Asked) -> Markup {
        let (mut first, others): (Vec<&Theme>, Vec<&Theme>) = asked.themes.iter().partition(|theme| theme.is_first());
        first.sort_by_key(|theme| std::cmp::Reverse(theme.given));
        html! {
            p class="kicker small" { "Asked: " b { (asked.question) } }
            (quote(&asked.quote))
            @if let Some(officer) = &asked.judged_by {
                p class="note" { b { (officer) } " coded this answer. What you save replaces that." }
            }
            form method="post" action=(asked.action) {
                input type="hidden" name="csrf" value=(self.desk.csrf);
                @if asked.in_turn { input type="hidden" name="in-turn" value="yes"; }
                @if let Some(theme) = asked.theme { input type="hidden" name="theme" value=(theme); }
                (suggested(asked, &first))
                section aria-labelledby="others" {
                    h2 id="others" { @if first.is_empty() { "Themes" } @else { "Other themes" } }
                    p class="small" { "A finer theme brings the one above it along." }
                    div class="themes" { @for theme in &others { (topmost(theme)) } }
                }
                div class="save" {
                    button type="submit" class="btn" { @if asked.in_turn { "Save and next" } @else { "Save" } }
                    a class="btn two" href=(asked.passed_over) { @if asked.in_turn { "Skip" } @else { "Cancel" } }
                }
            }
        }
    }

    fn so_far(&self, progress: &Progress) -> Markup {
        html! {
            section class="card" aria-labelledby="so-far" {
                h2 id="so-far" { "So far" }
                p {
                    b class="pull" { (grouped(progress.coded)) }
                    "of " (grouped(progress.answers)) (answers(progress.answers)) " coded by officers. Theirs is the \
                     last word: the machine never changes it."
                }
                (taught(progress))
                @if progress.is_learning {
                    p { "The machine is learning now. Go on coding; it needs no waiting for." }
                } @else if progress.coded > progress.taught {
                    form method="post" action=(progress.learn) {
                        input type="hidden" name="csrf" value=(self.desk.csrf);
                        p { button type="submit" class="btn two tiny" { "Learn now" } }
                    }
                }
                @if let Some(agreement) = agreement(progress) { p { (agreement) } }
                p class="small" {
                    "Seven of ten answers are drawn at random. The others are those from which the machine has most to \
                     learn about themes that few coded answers have."
                }
            }
        }
    }
}

fn suggested(asked: &Asked, first: &[&Theme]) -> Markup {
    let heading = if asked.in_turn { "The machine suggests" } else { "Its themes now" };
    html! {
        section aria-labelledby="suggested" {
            h2 id="suggested" { (heading) }
            @if first.is_empty() && asked.in_turn { p { "No theme: it found nothing in this answer that it knows." } }
            @if first.is_empty() && !asked.in_turn { p { "None." } }
            div class="themes" { @for theme in first { (topmost(theme)) } }
            div class={ "pick" @if asked.problem.is_some() { " wrong" } } {
                input type="checkbox" id="none" name="none" value="yes" checked[asked.none]
                    aria-describedby=[asked.problem.as_ref().map(|_| "none-error")];
                label for="none" { "None of these, nor any other theme" }
            }
            @if let Some(problem) = &asked.problem { (errors::message(Words::english(), problem)) }
        }
    }
}

/// A topmost theme to tick, the finer ones below it behind a fold.
fn topmost(theme: &Theme) -> Markup {
    let is_open = theme.finer.iter().any(|finer| finer.given.is_some() || finer.ticked);
    html! {
        fieldset {
            legend class="sr" { (theme.name) }
            (tick(theme))
            @if !theme.finer.is_empty() || !theme.definition.is_empty() {
                details open[is_open] {
                    summary {
                        @match theme.finer.len() {
                            0 => "Meaning",
                            1 => "Meaning, 1 finer theme",
                            more => { "Meaning, " (more) " finer themes" }
                        }
                        span class="sr" { " of " (theme.name) }
                    }
                    @if !theme.definition.is_empty() { p class="small" { (theme.definition) } }
                    @for finer in &theme.finer { (tick(finer)) }
                }
            }
        }
    }
}

fn tick(theme: &Theme) -> Markup {
    let id = format!("t{}", theme.id);
    html! {
        div class="pick" {
            input type="checkbox" id=(id) name="themes" value=(theme.id) checked[theme.ticked]
                aria-describedby=[(!theme.part.is_empty()).then(|| format!("{id}-part"))];
            label for=(id) {
                (theme.name)
                @if let Some(given) = theme.given {
                    " " span class={ "tag" @if given == Given::ByOfficer { " done" } @else { " cand" } } { (given.word()) }
                }
            }
            @if !theme.part.is_empty() {
                span class="hint" id={ (id) "-part" } { "In: “" mark { (words(&theme.part)) } "”" }
            }
        }
    }
}

fn taught(progress: &Progress) -> Markup {
    html! {
        p {
            @match (progress.taught, progress.coded) {
                (0, _) => "None has taught the machine yet: it goes by the code frame alone.",
                (taught, coded) if taught == coded => "All of them have taught the machine.",
                (1, _) => "1 of them has taught the machine.",
                (taught, _) => { (grouped(taught)) " of them have taught the machine." }
            }
            " It learns by itself after every 10."
        }
    }
}

/// How often the machine was right before officers saw the answers, in a sentence with its base.
fn agreement(progress: &Progress) -> Option<String> {
    if progress.in_turn == 0 {
        return None;
    }
    let themes = |number: u64| if number == 1 { "1 theme".to_owned() } else { format!("{} themes", grouped(number)) };
    let seen = format!("{}{}", grouped(progress.in_turn), answers(progress.in_turn));
    let gave = match progress.suggested {
        0 => format!("The machine had given no theme to the {seen} that came in turn."),
        suggested => format!(
            "To the {seen} that came in turn the machine had given {}, before anyone corrected it. Officers kept {}.",
            themes(suggested),
            if progress.kept == suggested { "all of them".to_owned() } else { grouped(progress.kept) },
        ),
    };
    let added = if progress.added == 0 {
        " They added none.".to_owned()
    } else {
        format!(" They added {} that it had missed.", themes(progress.added))
    };
    let few = if progress.in_turn < ENOUGH { " That is too little to judge it by." } else { "" };
    Some(format!("{gave}{added}{few}"))
}

fn answers(number: u64) -> &'static str {
    if number == 1 { " answer" } else { " answers" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_machine_gave_comes_first_with_words_for_how_sure_and_nothing_ticked() {
        let page = Coding::sample().render().into_string();
        let (first, others) = page.split_once("Other themes").unwrap();
        assert!(first.contains("likely") && first.contains("possible") && !others.contains("likely"), "{page}");
        assert!(first.find("likely") < first.find("possible"), "the surer ones first");
        assert!(!page.contains(" checked"), "{page}");
        assert!(!page.contains("0.9"), "bands, not decimals");
    }

    #[test]
    fn a_suggestion_shows_the_part_of_the_answer_it_was_found_in() {
        let page = Coding::sample().render().into_string();
        assert_eq!(page.matches("<mark>").count(), 1);
        let id = page.split("aria-describedby=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        let part = page.split(&format!("id=\"{id}\">")).nth(1).unwrap();
        assert!(part.starts_with("In: “<mark>Last bus leaves before the club ends</mark>”"), "{part}");
    }

    #[test]
    fn every_theme_can_be_ticked_once() {
        let page = Coding::sample().render().into_string();
        let Turn::Answer(asked) = Coding::sample().turn else { panic!("the sample asks") };
        for theme in asked.themes.iter().flat_map(|theme| theme.finer.iter().chain([theme])) {
            assert_eq!(page.matches(&format!("value=\"{}\"", theme.id)).count(), 1, "{}", theme.name);
        }
    }

    #[test]
    fn agreement_is_a_sentence_with_its_base_and_says_when_there_is_too_little() {
        let progress = Coding::sample().progress.unwrap();
        let said = agreement(&progress).unwrap();
        assert_eq!(
            said,
            "To the 12 answers that came in turn the machine had given 21 themes, before anyone corrected it. Officers \
             kept 17. They added 1 theme that it had missed. That is too little to judge it by."
        );
        let many = Progress { in_turn: 40, suggested: 9, kept: 9, added: 0, ..progress.clone() };
        assert!(agreement(&many).unwrap().ends_with("Officers kept all of them. They added none."));
        assert_eq!(agreement(&Progress { in_turn: 0, ..progress }), None);
    }

    #[test]
    fn a_mistake_is_said_at_the_top_and_beside_its_box() {
        let mut sample = Coding::sample();
        let Turn::Answer(asked) = &mut sample.turn else { panic!("the sample asks") };
        asked.problem = Some(Problem { field: "none", message: "Tick at least one theme".to_owned() });
        let page = sample.render().into_string();
        assert!(page.contains("<title>Error: ") && page.contains("href=\"#none\"") && page.contains("none-error"));
    }
}
