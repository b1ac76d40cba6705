//! Search in answers: the words, the filters with how many answers each would give, and what was found.

use maud::{Markup, html};

use super::{Desk, Section};
use crate::breakdown::{Count, Policy};
use crate::pages::components::mark;
use crate::pages::figures::numbers::count_words;
use crate::pages::figures::quote::{Piece, Quote, Speaker, caution, words};

/// One value of a filter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub value: String,
    pub label: String,
    pub chosen: bool,
    /// Answers it would give under the words and the other filters.
    pub answers: Count,
}

/// One filter: the form's field and what can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filter {
    /// The field: `question`, `perspective` or `district`.
    pub field: &'static str,
    pub heading: &'static str,
    pub choices: Vec<Choice>,
}

/// One answer that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// The words, shortened around what was searched for.
    pub quote: Quote,
    /// The question as officers know it.
    pub question: String,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Search {
    pub desk: Desk,
    /// What was typed.
    pub words: String,
    /// Whether only the first part of it was used, because it was too long.
    pub cut: bool,
    pub filters: Vec<Filter>,
    pub total: Count,
    pub hits: Vec<Hit>,
    /// The number of the first hit, from 1.
    pub first: usize,
    /// Addresses of the pages before and after.
    pub earlier: Option<String>,
    pub later: Option<String>,
    /// Whether the index is still being built, so that answers may be missing.
    pub is_behind: bool,
    pub policy: Policy,
}

impl Search {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let title = match self.words.trim() {
            "" => "Search in answers".to_owned(),
            words => format!("{} – Search in answers", words.chars().take(60).collect::<String>()),
        };
        self.desk.render(
            &title,
            Section::Search,
            html! {
                (self.desk.trail(&[], "Search"))
                h1 { "Search in answers" }
                form role="search" method="get" action=(self.desk.address("/search")) {
                    p { label for="words" { "Words to look for" } }
                    div class="seek" {
                        input type="search" id="words" name="words" value=(self.words) autocomplete="off"
                            aria-describedby="words-hint";
                        button type="submit" class="btn" { "Search" }
                    }
                    p class="hint" id="words-hint" {
                        "All the words, in any order and form: " i { "bus" } " also finds " i { "buses" } ". "
                        "“Two words” in quotation marks stay together, " i { "-bus" } " leaves out, " i { "OR" }
                        " takes either. Nothing typed shows every answer."
                    }
                    div class="side" {
                        (self.filters())
                        section aria-labelledby="found" { (self.found()) }
                    }
                }
            },
        )
    }

    fn filters(&self) -> Markup {
        let any = self.filters.iter().flat_map(|filter| &filter.choices).any(|choice| choice.chosen);
        html! {
            div class="filters" {
                details open[any] {
                    summary { b { "Narrow it down" } }
                    @for filter in &self.filters {
                        fieldset {
                            legend { (filter.heading) }
                            @for (at, choice) in filter.choices.iter().enumerate() { (self.choice(filter, at, choice)) }
                        }
                    }
                    p class="small" { "The number beside each is how many answers it would give, rounded." }
                    p { button type="submit" class="btn two tiny" { "Show these" } }
                    @if any || !self.words.is_empty() {
                        p { a href=(self.desk.address("/search")) { "Start again" } }
                    }
                }
            }
        }
    }

    fn choice(&self, filter: &Filter, at: usize, choice: &Choice) -> Markup {
        let id = format!("{}-{}", filter.field, at + 1);
        html! {
            div class="pick" {
                input type="checkbox" id=(id) name=(filter.field) value=(choice.value) checked[choice.chosen];
                label for=(id) {
                    @if filter.field == "perspective" { (mark::mark(&choice.value)) }
                    (choice.label)
                    " " span class="n" { (self.answers(choice.answers)) }
                }
            }
        }
    }

    fn answers(&self, answers: Count) -> Markup {
        match answers {
            Count::Shown(_) => html! { (count_words(answers, self.policy.threshold)) span class="sr" { " answers" } },
            Count::Hidden => html! { "under " (self.policy.threshold) span class="sr" { " answers" } },
        }
    }

    fn found(&self) -> Markup {
        html! {
            h2 id="found" {
                @if self.hits.is_empty() { "Nothing found" }
                @else {
                    @match self.total {
                        Count::Shown(number) => { "About " (count_words(Count::Shown(number), 0)) " answers" }
                        Count::Hidden => { "Fewer than " (self.policy.threshold) " answers" }
                    }
                }
            }
            @if self.is_behind { p class="note" { "The index is being brought up to date. Some answers may be missing for a minute." } }
            @if self.cut { p class="note" { "That was long, so only the first part of it was used." } }
            @if self.hits.is_empty() { (self.nothing()) }
            @else {
                ol class="plain" start=(self.first) {
                    @for hit in &self.hits { (found(hit)) }
                }
                nav class="row" aria-label="Pages" {
                    @if let Some(earlier) = &self.earlier { a rel="prev" href=(earlier) { "← Earlier" } }
                    span { (self.first) " to " (self.first + self.hits.len() - 1) }
                    @if let Some(later) = &self.later { a rel="next" href=(later) { "Later →" } }
                }
                p class="small" {
                    "Names, numbers, addresses and schools that Heard recognises are covered. It does not recognise all: \
                     read before you quote."
                }
            }
        }
    }

    fn nothing(&self) -> Markup {
        html! {
            p { "No answer has all of this. You could:" }
            ul {
                li { "take a word away, or join words with OR" }
                li { "check the spelling, though people misspell too: try the start of a word with a star, as in " i { "librar*" } }
                li { "untick a filter" }
                li { "look at " a href=(self.desk.address("/themes")) { "what people talked about" } " instead" }
            }
        }
    }

    /// A search that found two answers of many.
    pub fn sample() -> Self {
        let policy = Policy::default();
        let words = |text: &str| Piece::Words(text.to_owned());
        let (hit_word, phone) = (Piece::Hit("bus".to_owned()), Piece::Covered("phone".to_owned()));
        Self {
            desk: Desk::sample(),
            words: "bus".to_owned(),
            cut: false,
            filters: sample_filters(policy),
            total: Count::publish(41, policy),
            hits: vec![
                sample_hit(
                    vec![words("The last "), hit_word.clone(), words(" leaves before the club ends.")],
                    "Wychavon",
                ),
                sample_hit(vec![words("Ring me on "), phone, words(" about the "), hit_word], "Redditch"),
            ],
            first: 1,
            earlier: None,
            later: Some("?words=bus&page=2".to_owned()),
            is_behind: false,
            policy,
        }
    }
}

fn sample_filters(policy: Policy) -> Vec<Filter> {
    let choice = |(value, label, answers): (&str, &str, u64)| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
        chosen: value == "young-person",
        answers: Count::publish(answers, policy),
    };
    let perspectives = [("child", "Children", 12), ("young-person", "Young people", 41), ("citizen", "Citizens", 3)];
    let districts = [("redditch", "Redditch", 4), ("wychavon", "Wychavon", 23)];
    vec![
        Filter { field: "perspective", heading: "Perspective", choices: perspectives.map(choice).to_vec() },
        Filter { field: "district", heading: "District", choices: districts.map(choice).to_vec() },
    ]
}

fn sample_hit(pieces: Vec<Piece>, district: &str) -> Hit {
    Hit {
        quote: Quote {
            pieces,
            speaker: Some(Speaker { key: "young-person".to_owned(), name: "Young person".to_owned() }),
            district: Some(district.to_owned()),
            language: None,
            change: None,
            may_tell_of_harm: false,
        },
        question: "What makes life hard for you?".to_owned(),
    }
}

fn found(hit: &Hit) -> Markup {
    html! {
        li class="hit" {
            p class="said" lang=[hit.quote.language.as_ref()] { (words(&hit.quote.pieces)) }
            (caution(hit.quote.may_tell_of_harm))
            p class="small" {
                @if let Some(speaker) = &hit.quote.speaker { (mark::mark(&speaker.key)) (speaker.name) }
                @if let Some(district) = &hit.quote.district { ", " (district) }
                " · " (hit.question)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_under_the_threshold_is_not_told() {
        let page = Search::sample().render().into_string();
        let redditch = page.split("Redditch").nth(1).unwrap_or_default();
        assert!(redditch[..80].contains("under 10"), "{redditch}");
    }

    #[test]
    fn finding_nothing_says_what_to_try() {
        let none = Search { hits: Vec::new(), total: Count::Hidden, ..Search::sample() };
        let page = none.render().into_string();
        assert!(page.contains("Nothing found") && page.contains("take a word away"), "{page}");
    }

    #[test]
    fn what_was_typed_comes_back_as_words() {
        let typed = Search { words: "\"><script>alert(1)</script>".to_owned(), ..Search::sample() };
        assert!(!typed.render().into_string().contains("<script>"));
    }
}
