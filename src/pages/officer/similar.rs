//! Similar answers: near-identical words that different people sent, group by group.

use maud::{Markup, html};

use super::themes::{Choice, select};
use super::{Desk, Section};
use crate::breakdown::{Count, Policy};
use crate::pages::components::mark;
use crate::pages::figures::numbers::{count, count_words, grouped};
use crate::pages::figures::quote::{Piece, caution, words};

/// One group of similar answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The answer that stands for all, personal data covered.
    pub pieces: Vec<Piece>,
    /// ISO 639-1 code of its language when it is not English.
    pub language: Option<String>,
    /// How many words it has.
    pub words: usize,
    pub people: Count,
    /// Whether everyone sent exactly these words.
    pub is_one_text: bool,
    /// People who sent exactly these words, and those who changed something.
    pub exactly: Count,
    pub changed: Count,
    /// Other ways it was put, with what differs as hits.
    pub others: Vec<Vec<Piece>>,
    /// Questions that it was given in answer to.
    pub questions: Vec<String>,
    /// People by perspective (its key and the word for many) and by district, as far as may be told.
    pub perspectives: Vec<(String, String, Count)>,
    pub districts: Vec<(String, Count)>,
    /// A search that finds those that begin with the same words.
    pub search: Option<String>,
    /// Whether any of the answers may tell of harm.
    pub may_tell_of_harm: bool,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Similar {
    pub desk: Desk,
    /// The question that the answers are to, in words; `None` is every question together.
    pub question: Option<String>,
    pub questions: Vec<Choice>,
    /// The largest first.
    pub groups: Vec<Group>,
    /// How many groups there are, with those that are not shown.
    pub found: usize,
    /// People in any of the groups, and everyone who wrote an answer.
    pub people: Count,
    pub everyone: Count,
    /// What a group is: at least this many words from at least this many people.
    pub least_words: usize,
    pub least_people: usize,
    pub policy: Policy,
}

impl Similar {
    /// The whole document.
    pub fn render(&self) -> Markup {
        self.desk.render("Similar answers", Section::Similar, html! {
            (self.desk.trail(&[], "Similar answers"))
            h1 { "Similar answers" }
            p {
                "Near-identical words that different people sent: a class that wrote together, or a text that was passed "
                "round. They are counted here to be seen, and everywhere else like any other answer. None is left out."
            }
            (self.choose())
            @if self.groups.is_empty() { (self.nothing()) }
            @else {
                div class="note" { p { b { "In short. " } (self.in_short()) } }
                @for (at, group) in self.groups.iter().enumerate() { (self.group(at, group)) }
                @if self.found > self.groups.len() {
                    p { "And " (grouped((self.found - self.groups.len()) as u64)) " smaller groups." }
                }
            }
            (self.how_to_read())
        })
    }

    fn choose(&self) -> Markup {
        html! {
            form class="filters choose" method="get" action=(self.desk.address("/similar")) {
                div { label for="question" { "Answers to" } (select("question", &self.questions)) }
                button type="submit" class="btn two" { "Show" }
            }
            p class="about" {
                "Answers to: " b { @match &self.question { Some(words) => (words), None => "every question together" } }
            }
        }
    }

    fn nothing(&self) -> Markup {
        html! {
            div class="note" { p {
                "No " (self.least_people) " people sent nearly the same " (self.least_words) " words or more. "
                "What people wrote here, they wrote by themselves."
            } }
        }
    }

    fn in_short(&self) -> Markup {
        let groups = if self.found == 1 {
            "one text".to_owned()
        } else {
            format!("one of {} texts", grouped(self.found as u64))
        };
        html! {
            @match self.people {
                Count::Shown(_) => { "About " (count_words(self.people, 0)) }
                Count::Hidden => { "Fewer than " (self.policy.threshold) }
            }
            " of " (count_words(self.everyone, self.policy.threshold)) " people who wrote an answer sent " (groups)
            " in nearly the same words."
        }
    }

    fn group(&self, at: usize, group: &Group) -> Markup {
        let id = format!("group-{}", at + 1);
        html! {
            section aria-labelledby=(id) {
                h2 id=(id) {
                    @match group.people {
                        Count::Shown(_) => { "About " (count_words(group.people, 0)) " people" }
                        Count::Hidden => { "Fewer than " (self.policy.threshold) " people" }
                    }
                    " sent " @if !group.is_one_text { "nearly " } "the same " (grouped(group.words as u64)) " words"
                }
                (caution(group.may_tell_of_harm))
                blockquote class="say mine" { p lang=[group.language.as_ref()] { "“" (words(&group.pieces)) "”" } }
                p class="small" { "In answer to: " (group.questions.join("; ")) }
                @if !group.is_one_text {
                    p { "Exactly these words: " (count(group.exactly)) " people. With something changed or added: " (count(group.changed)) "." }
                }
                @if let Count::Shown(_) = group.people { (from(group)) }
                @if !group.others.is_empty() {
                    details {
                        summary { "Other ways it was put, with the changes marked" }
                        ul class="plain" { @for other in &group.others { li class="hit" { p class="said" { (words(other)) } } } }
                    }
                }
                @if let Some(search) = &group.search {
                    p class="row" { a class="btn two tiny" href=(search) { "Search answers that begin so" } }
                }
            }
        }
    }

    fn how_to_read(&self) -> Markup {
        let policy = self.policy;
        html! {
            section aria-labelledby="how" {
                h2 id="how" { "How to read this" }
                ul {
                    li {
                        "Answers are similar when at least half of the pairs of neighbouring words that either has are in both "
                        "(three quarters, for short ones), or when one is the other with something added. Capitals and "
                        "punctuation make no difference, and what is covered counts as covered."
                    }
                    li {
                        "A group needs at least " (self.least_people) " different people and " (self.least_words) " words: many "
                        "people ask for a plain thing in the same few words without knowing of each other."
                    }
                    li {
                        "Sending the same words is no fault: someone who signs a letter means it. It does say that these "
                        "answers came by one way, so weigh them as one voice and as many, and ask who was not reached."
                    }
                    li {
                        "Numbers of people are rounded to the nearest " (policy.rounding) ", and under " (policy.threshold)
                        " they are hidden. Perspectives and districts that are not named are those of fewer, or of nobody."
                    }
                }
            }
        }
    }

    /// A letter in two ways and a small group.
    pub fn sample() -> Self {
        let said = |text: &str| vec![Piece::Words(text.to_owned())];
        let letter = "Please keep the youth club open. It is the only warm place for us to go after school.";
        let group = Group {
            pieces: said(letter),
            language: None,
            words: 18,
            people: Count::Shown(40),
            is_one_text: false,
            exactly: Count::Shown(30),
            changed: Count::Shown(10),
            others: vec![said("Please keep our youth club open! It is the only warm place to go after school.")],
            questions: vec!["What would make life better?".to_owned()],
            perspectives: vec![
                ("young-person".to_owned(), "Young people".to_owned(), Count::Shown(30)),
                ("child".to_owned(), "Children".to_owned(), Count::Shown(10)),
            ],
            districts: vec![("Redditch".to_owned(), Count::Shown(40))],
            search: Some("/officer/c/worcestershire-cypp/search?words=%22please+keep%22".to_owned()),
            may_tell_of_harm: false,
        };
        let small = Group { people: Count::Hidden, is_one_text: true, words: 9, others: Vec::new(), ..group.clone() };
        Self {
            desk: Desk::sample(),
            question: None,
            questions: vec![Choice { value: String::new(), label: "Every question together".to_owned(), chosen: true }],
            groups: vec![group, small],
            found: 2,
            people: Count::Shown(45),
            everyone: Count::Shown(600),
            least_words: 6,
            least_people: 5,
            policy: Policy::default(),
        }
    }
}

/// Who sent them and from where.
fn from(group: &Group) -> Markup {
    html! {
        ul class="chips" {
            @for (key, name, people) in &group.perspectives { li { (mark::mark(key)) (name) " " b { (count(*people)) } } }
            @for (name, people) in &group.districts { li { (name) " " b { (count(*people)) } } }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_group_says_how_many_sent_how_many_words() {
        let page = Similar::sample().render().into_string();
        assert!(page.contains("About 40 people sent nearly the same 18 words"), "{page}");
        assert!(page.contains("one of 2 texts"), "{page}");
    }

    #[test]
    fn words_that_may_tell_of_harm_carry_a_caution_before_they_are_read() {
        let mut page = Similar::sample();
        assert!(!page.render().into_string().contains("tell of harm"));
        page.groups[1].may_tell_of_harm = true;
        let html = page.render().into_string();
        let (before, group) = html.split_once("id=\"group-2\"").unwrap();
        let caution = group.find("This may tell of harm.").unwrap();
        assert!(!before.contains("tell of harm") && caution < group.find("<blockquote").unwrap(), "{group}");
    }

    #[test]
    fn a_small_group_tells_neither_its_number_nor_who_and_where() {
        let page = Similar::sample().render().into_string();
        let small = page.split("Fewer than 10 people sent the same 9 words").nth(1).unwrap_or_default();
        let small = small.split("</section>").next().unwrap_or_default();
        assert!(!small.is_empty() && !small.contains("Redditch") && !small.contains("chips"), "{small}");
    }

    #[test]
    fn no_group_says_that_people_wrote_by_themselves() {
        let none = Similar { groups: Vec::new(), found: 0, ..Similar::sample() };
        assert!(none.render().into_string().contains("No 5 people sent nearly the same 6 words"));
    }
}
