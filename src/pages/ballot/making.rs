//! The form that a ballot is made by, for officers who publish it and for young people who propose one: what is asked,
//! what can be voted for, and how it is counted. In English, as all pages for staff and teams.

use maud::{Markup, html};

use crate::breakdown::Count;
use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};
use crate::pages::components::typed::Typed;
use crate::pages::figures::numbers::count;
use crate::pages::officer::surveys::fields::tick;

/// A theme that can be put on the paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeChoice {
    pub key: String,
    pub name: String,
    /// How many people named it; nothing for readers who see no numbers.
    pub people: Option<Count>,
    /// These are the children and young people among those who answered, and not all of them.
    pub young: bool,
}

/// A theme with the finer ones below it, each in the order of how many named it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ThemeGroup {
    pub theme: ThemeChoice,
    pub finer: Vec<ThemeChoice>,
}

/// The themes of a consultation as choices.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ThemesOnOffer {
    pub groups: Vec<ThemeGroup>,
    /// Themes of harm that people have come to, which stand apart.
    pub delicate: Vec<ThemeChoice>,
    /// They stand in the order of how many named them; otherwise in that of the alphabet.
    pub by_number: bool,
}

/// What vouchers are for, and what voting without them cannot hold off.
const VOUCHERS: &str = "Schools hand out vouchers, each good for one vote. Without, anybody may vote: a browser that has voted says so, \
                        but a class shares devices, so nobody is locked out and one person can vote again unseen";

/// The longest name that a choice has on the paper, in letters.
pub const LONGEST_CHOICE: usize = 120;

/// The field that a theme is called by on the paper.
pub fn words_field(theme: &str) -> String {
    format!("word-{theme}")
}

/// How a paper is marked: in the file, and in words.
const KINDS: [(&str, &str); 4] = [
    ("choose", "Choose up to a number of them"),
    ("approve", "Mark all that one is happy with"),
    ("rank", "Put in order, up to a number of places"),
    ("points", "Share out points"),
];

/// How votes are counted: in the file, in words, and what for.
pub const METHODS: [(&str, &str); 8] = [
    ("plurality", "Most votes (choose, or the first places of a ranking)"),
    ("approval", "Most approvals (mark all)"),
    ("borda", "Borda: points by place (put in order)"),
    ("dowdall", "Dowdall: 1, a half, a third … by place (put in order)"),
    ("instant-runoff", "Instant run-off: one winner (put in order)"),
    ("stv", "Single transferable vote: several winners (put in order)"),
    ("schulze", "Schulze: every two compared (put in order)"),
    ("points", "Points added up (share out points)"),
];

/// The fields of the form.
#[derive(Debug, Clone, Copy)]
pub struct BallotFields<'a> {
    /// Key and title of every consultation with a code frame.
    pub consultations: &'a [(String, String)],
    /// The one whose themes are offered.
    pub from: &'a str,
    pub themes: &'a ThemesOnOffer,
    /// What stands in the fields.
    pub typed: &'a [(String, String)],
    pub problems: &'a [Problem],
    /// For an officer, who also decides the address, vouchers, and what a `.blt` file gives.
    pub officer: bool,
}

impl BallotFields<'_> {
    /// All of them.
    pub fn render(&self) -> Markup {
        html! { (self.about()) (self.when()) (self.choices()) (self.counting()) }
    }

    fn typed(&self, name: &str) -> &str {
        self.typed.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value.as_str())
    }

    fn field<'b>(&'b self, name: &'b str, label: &'b str, hint: &'b str) -> Typed<'b> {
        let field = Typed::new(name, label, self.typed(name)).with(self.problems);
        if hint.is_empty() { field } else { field.hint(hint) }
    }

    fn about(&self) -> Markup {
        html! {
            h2 { "What is asked" }
            div class="fields" {
                (self.field("title", "Title", "Short: it stands on every page, poster and slip.").line())
                @if self.officer {
                    (self.field("key", "Short name for the address", "Lower-case letters, digits and hyphens, such as our-park. Left empty it is made from the title.").line())
                }
                (self.field("ask", "Question on the paper", "For example: Which matters most to you?").line())
                (self.field("about", "What it is about, in a sentence or two", "").area(2))
                (self.field("who", "Who asks", "For example: Worcestershire Youth Cabinet.").line())
                (self.field("why", "What will be done with the result", "People vote when they know this: who gets it, and what they must do with it.").area(2))
                (self.field("youngest", "Youngest who may vote, in years", "").number())
                (self.field("oldest", "Oldest who may vote, in years", "").number())
                @if self.officer {
                    (tick("vouchers", "yes", VOUCHERS, self.typed("vouchers") == "yes"))
                }
            }
        }
    }

    fn when(&self) -> Markup {
        html! {
            h2 { "When" }
            div class="fields" {
                (self.field("opens", "The day that voting begins", "Later than now, so that everybody can read the method first.").date())
                (self.field("opens-time", "The time that it begins", "").time())
                (self.field("closes", "The day that voting ends", "").date())
                (self.field("closes-time", "The time that it ends", "A paper that comes after it does not count.").time())
            }
        }
    }

    fn choices(&self) -> Markup {
        html! {
            h2 { "What can be voted for" }
            @if !self.consultations.is_empty() {
                div class="fields" {
                    (Typed::new("from", "Themes that people raised in", self.from).select(self.consultations))
                    div class="row" { button type="submit" class="btn two" name="do" value="themes" { "Show its themes" } }
                }
            }
            (self.not_offered())
            @if !self.themes.groups.is_empty() { (self.raised()) }
            @if !self.themes.delicate.is_empty() { (self.delicate()) }
            div class="fields" {
                (self.field("own", "Choices of your own, one a line", "").area(4))
                @if self.officer {
                    details open[!self.typed("blt").is_empty()] {
                        summary { "Take the choices of a .blt file" }
                        (self.field("blt", "The text of the file", "Its candidates become choices; its votes are left out.").area(6))
                    }
                }
            }
        }
    }

    /// Themes that were ticked and cannot be called raised by people here, so that no words of theirs are lost.
    fn not_offered(&self) -> Markup {
        let groups = self.themes.groups.iter().flat_map(|group| std::iter::once(&group.theme).chain(&group.finer));
        let offered: Vec<&str> = groups.chain(&self.themes.delicate).map(|theme| theme.key.as_str()).collect();
        let ticked = self.typed.iter().filter(|(field, _)| field == "theme").map(|(_, key)| key.as_str());
        let lost: Vec<&str> = ticked.filter(|key| !offered.contains(key)).collect();
        html! {
            @if !lost.is_empty() {
                div class="note warn" role="status" {
                    p { b { "These were ticked and are not offered here: " } "it is not shown that people raised them in this consultation. \
                        Write them under choices of your own if they should stand on the paper." }
                    ul { @for key in &lost {
                        @let words = self.typed(&words_field(key));
                        li { @if words.trim().is_empty() { (key) } @else { (words) } }
                    } }
                }
            }
        }
    }

    fn raised(&self) -> Markup {
        html! {
            fieldset {
                legend { "Themes that people raised" }
                p class="small" {
                    @if self.themes.by_number { "Those that most people named come first. " } @else { "They stand in the order of the alphabet. " }
                    @if self.themes.groups.iter().all(|group| group.theme.people.is_none()) {}
                    @else if self.themes.groups.iter().any(|group| group.theme.young) {
                        "Children and young people are counted alone where the number says so; finer themes count all who answered. "
                    } @else { "All who answered are counted, adults too where they were asked. " }
                    "Tick what should stand on the paper and say it in your own words. That people who answered raised it stays with it."
                }
                @for group in &self.themes.groups {
                    @if group.finer.is_empty() { (self.theme(&group.theme)) } @else {
                        @let open = std::iter::once(&group.theme).chain(&group.finer).any(|theme| self.is_ticked(&theme.key));
                        details open[open] {
                            summary { (group.theme.name) (people(&group.theme)) }
                            (self.theme(&group.theme))
                            @for theme in &group.finer { (self.theme(theme)) }
                        }
                    }
                }
            }
        }
    }

    fn delicate(&self) -> Markup {
        let open = self.themes.delicate.iter().any(|theme| self.is_ticked(&theme.key));
        html! {
            details open[open] {
                summary { "Themes to handle with care (" (self.themes.delicate.len()) ")" }
                div class="note warn" { p {
                    b { "Some who vote have been through this." } " Ask whether a vote is the right way to hear about it, say it so that it blames \
                    nobody and frightens nobody, and talk to whoever looks after safeguarding first. Who to talk to stands on every page of the vote."
                } }
                fieldset {
                    legend { "Themes of harm" }
                    @for theme in &self.themes.delicate { (self.theme(theme)) }
                }
            }
        }
    }

    fn is_ticked(&self, theme: &str) -> bool {
        self.typed.iter().any(|(field, value)| field == "theme" && value == theme)
    }

    fn theme(&self, theme: &ThemeChoice) -> Markup {
        let (id, words) = (format!("theme-{}", theme.key), words_field(&theme.key));
        let typed = self.typed(&words);
        let said = if typed.trim().is_empty() { theme.name.as_str() } else { typed };
        html! {
            div class="theme" {
                div class="pick" {
                    input type="checkbox" id=(id) name="theme" value=(theme.key) checked[self.is_ticked(&theme.key)];
                    label for=(id) { (theme.name) (people(theme)) }
                }
                div class="reword" {
                    label class="small" for=(words) { "On the paper" span class="sr" { ": " (theme.name) } }
                    input type="text" id=(words) name=(words) value=(said) maxlength=(LONGEST_CHOICE) autocomplete="off";
                }
            }
        }
    }

    fn counting(&self) -> Markup {
        let owned = |pairs: &[(&str, &str)]| -> Vec<(String, String)> {
            pairs.iter().map(|(value, text)| ((*value).to_owned(), (*text).to_owned())).collect()
        };
        html! {
            h2 { "How it is counted" }
            div class="fields" {
                (self.field("kind", "How a paper is marked", "").select(&owned(&KINDS)))
                (self.field("most", "How many may be marked at most, or how many points there are", "Not needed where people mark all that they are happy with.").number())
                (self.field("method", "How votes are counted", "The words in brackets say how the paper must be marked for it.").select(&owned(&METHODS)))
                (self.field("seats", "How many win", "").number())
                (self.field("seed", "Words that break a tie", "Any words, in one line. They are published now, and anybody can repeat the draw that is made from them.").line())
            }
        }
    }
}

/// How many people named a theme, after its name.
fn people(theme: &ThemeChoice) -> Markup {
    html! {
        @if let Some(people) = theme.people {
            " " span class="small" { "(" (count(people))
                @if matches!(people, Count::Shown(_)) { @if theme.young { " children and young people" } @else { " people" } } ")" }
        }
    }
}

/// The summary of what is wrong, for a desk that shows none of its own.
pub fn summary(problems: &[Problem]) -> Markup {
    errors::summary(Words::english(), problems)
}
