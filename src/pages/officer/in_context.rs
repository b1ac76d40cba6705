//! Words in context: every place where a word or phrase was used, one under the other, with what stands around it.

use maud::{Markup, html};

use super::themes::{Choice, select};
use super::{Desk, Section};
use crate::breakdown::{Count, Policy};
use crate::pages::components::mark;
use crate::pages::figures::numbers::count_words;
use crate::pages::figures::quote::{Piece, Speaker, caution, words};

/// One place where the words stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What stands before, as much as there is room for, personal data covered.
    pub left: Vec<Piece>,
    pub hit: String,
    pub right: Vec<Piece>,
    /// Whether something before or after is left out.
    pub is_cut: (bool, bool),
    /// Where more of the answer can be read.
    pub answer: String,
    pub speaker: Speaker,
    pub district: Option<String>,
    /// ISO 639-1 code of the answer's language when it is not English.
    pub language: Option<String>,
    /// Whether the answer may tell of harm, here or further on, which is then said beside it.
    pub may_tell_of_harm: bool,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InContext {
    pub desk: Desk,
    /// What was typed.
    pub words: String,
    /// Whether only the first of the words were used.
    pub is_long: bool,
    /// What can be chosen: order, question, perspective, district, each by its field and heading.
    pub lists: Vec<(&'static str, &'static str, Vec<Choice>)>,
    pub places: Count,
    pub people: Count,
    pub lines: Vec<Line>,
    /// The number of the first line, from 1.
    pub first: usize,
    /// Addresses of the pages before and after.
    pub earlier: Option<String>,
    pub later: Option<String>,
    /// How many answers were looked through, where there are more that have the words.
    pub looked_through: Option<usize>,
    pub policy: Policy,
}

impl InContext {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let title = match self.words.trim() {
            "" => "Words in context".to_owned(),
            words => format!("{} – Words in context", words.chars().take(60).collect::<String>()),
        };
        let key_words = self.desk.address("/words");
        self.desk.render(
            &title,
            Section::Words,
            html! {
                (self.desk.trail(&[(&key_words, "Words")], "In context"))
                h1 { "Words in context" }
                (self.form())
                @if self.is_long { p class="note" { "That was long, so only the first words of it were used." } }
                @if self.words.trim().is_empty() { p { "Type a word to see every place where people used it." } }
                @else if self.lines.is_empty() { (self.nothing()) }
                @else { (self.found()) }
            },
        )
    }

    fn form(&self) -> Markup {
        html! {
            form role="search" method="get" action=(self.desk.address("/words/in-context")) {
                p { label for="words" { "A word, or words that stand together" } }
                div class="seek" {
                    input type="search" id="words" name="words" value=(self.words) autocomplete="off" aria-describedby="words-hint";
                }
                p class="hint" id="words-hint" {
                    "In any form: " i { "youth club" } " also finds " i { "youth clubs" } ", and only where the two stand together."
                }
                div class="filters choose" {
                    @for (field, heading, choices) in &self.lists { div { label for=(field) { (heading) } (select(field, choices)) } }
                    button type="submit" class="btn" { "Show" }
                }
            }
        }
    }

    fn nothing(&self) -> Markup {
        let search = self.desk.address("/search");
        html! {
            h2 { "Nothing found" }
            p {
                "Nobody used these words together, as far as the answers have been read. Try one of the words alone, choose "
                "every perspective, district and question, or " a href=(search) { "search for them anywhere in an answer" } "."
            }
        }
    }

    fn found(&self) -> Markup {
        html! {
            h2 { (self.counted()) }
            @if let Some(answers) = self.looked_through {
                p class="note" { "More answers have these words. The " (answers) " best were looked through: narrow it down to see the others." }
            }
            @if self.lines.iter().any(|line| line.may_tell_of_harm) {
                div class="note warn" { p { b { "Some of these answers may tell of harm." } " It is said beside them." } }
            }
            table class="kwic" role="table" {
                caption { "Lines " (self.first) " to " (self.first + self.lines.len() - 1) ", one for each place. “…” stands where an answer goes on; \
                     follow the word to read more of it." }
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" class="l" { "Before" }
                    th scope="col" role="columnheader" { "Words, and after" }
                    th scope="col" role="columnheader" { "Who" }
                } }
                tbody role="rowgroup" { @for line in &self.lines { (shown(line)) } }
            }
            nav class="row" aria-label="Pages" {
                @if let Some(earlier) = &self.earlier { a rel="prev" href=(earlier) { "← Earlier" } }
                @if let Some(later) = &self.later { a rel="next" href=(later) { "Later →" } }
            }
            p class="small" {
                "Names, numbers, addresses and schools that Heard recognises are covered. It does not recognise all: read \
                 before you quote."
            }
        }
    }

    fn counted(&self) -> Markup {
        let threshold = self.policy.threshold;
        html! {
            @match self.places {
                Count::Shown(_) => { "About " (count_words(self.places, threshold)) " places" }
                Count::Hidden => { "Fewer than " (threshold) " places" }
            }
            ", "
            @match self.people {
                Count::Shown(_) => { "about " (count_words(self.people, threshold)) " people" }
                Count::Hidden => { "fewer than " (threshold) " people" }
            }
        }
    }

    /// Three lines of many.
    pub fn sample() -> Self {
        let choice = |value: &str, label: &str, chosen| Choice { value: value.into(), label: label.into(), chosen };
        let said = |text: &str| vec![Piece::Words(text.to_owned())];
        let line = |left: Vec<Piece>, hit: &str, right: Vec<Piece>, is_cut| Line {
            left,
            hit: hit.to_owned(),
            right,
            is_cut,
            answer: "/officer/c/worcestershire-cypp/search?words=%22the+bus%22".to_owned(),
            speaker: Speaker { key: "young-person".to_owned(), name: "Young person".to_owned() },
            district: Some("Wychavon".to_owned()),
            language: None,
            may_tell_of_harm: false,
        };
        let covered = vec![Piece::Words(" with ".to_owned()), Piece::Covered("name".to_owned())];
        Self {
            desk: Desk::sample(),
            words: "bus".to_owned(),
            is_long: false,
            lists: vec![
                (
                    "order",
                    "In order of",
                    vec![choice("right", "The words after", true), choice("left", "The words before", false)],
                ),
                ("question", "Answers to", vec![choice("", "Every question together", true)]),
            ],
            places: Count::Shown(45),
            people: Count::Shown(40),
            lines: vec![
                line(said("There is no "), "bus", Vec::new(), (false, false)),
                line(
                    said("we all go home on the last "),
                    "bus",
                    said(" before the youth club even ends, which"),
                    (true, true),
                ),
                line(said("I missed the "), "Buses", covered, (false, false)),
            ],
            first: 1,
            earlier: None,
            later: Some("?words=bus&page=2".to_owned()),
            looked_through: None,
            policy: Policy::default(),
        }
    }
}

fn shown(line: &Line) -> Markup {
    let (before, after) = line.is_cut;
    html! {
        tr role="row" {
            td role="cell" class="l" lang=[line.language.as_ref()] { @if before { "… " } (words(&line.left)) }
            td role="cell" lang=[line.language.as_ref()] {
                a href=(line.answer) aria-label={ (line.hit) ": more of the answer" } { mark { (line.hit) } }
                (words(&line.right)) @if after { " …" }
            }
            td role="cell" class="small" {
                (mark::mark(&line.speaker.key)) (line.speaker.name)
                @if let Some(district) = &line.district { ", " (district) }
                (caution(line.may_tell_of_harm))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_shows_what_is_covered_as_covered_and_where_the_answer_goes_on() {
        let page = InContext::sample().render().into_string();
        assert!(page.contains("name hidden") && page.contains("… we all go home"), "{page}");
        assert_eq!(page.matches("<mark>").count(), 3);
    }

    #[test]
    fn an_answer_that_may_tell_of_harm_carries_a_caution_before_the_lines_and_beside_its_own() {
        let mut page = InContext::sample();
        assert!(!page.render().into_string().contains("tell of harm"));
        page.lines[1].may_tell_of_harm = true;
        let html = page.render().into_string();
        let (before, table) = html.split_once("<table").unwrap();
        assert!(before.contains("Some of these answers may tell of harm."), "{before}");
        assert_eq!(table.matches("This may tell of harm.").count(), 1);
        let row = table.split("<tr").find(|row| row.contains("we all go home")).unwrap();
        assert!(row.contains("This may tell of harm.") && row.contains("Do not quote it"), "{row}");
    }

    #[test]
    fn few_places_are_told_as_fewer_than_ten() {
        let few = InContext { places: Count::Hidden, people: Count::Hidden, ..InContext::sample() };
        assert!(few.render().into_string().contains("Fewer than 10 places, fewer than 10 people"));
    }

    #[test]
    fn nothing_typed_and_nothing_found_say_what_to_do() {
        let none = InContext { lines: Vec::new(), ..InContext::sample() };
        assert!(none.render().into_string().contains("Nobody used these words together"));
        let empty = InContext { words: " ".to_owned(), ..none };
        assert!(empty.render().into_string().contains("Type a word"));
    }

    #[test]
    fn what_was_typed_comes_back_as_words() {
        let typed = InContext { words: "\"><script>alert(1)</script>".to_owned(), ..InContext::sample() };
        assert!(!typed.render().into_string().contains("<script>"));
    }
}
