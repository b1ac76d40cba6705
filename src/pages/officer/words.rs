//! Key words: the words and phrases that set a district or a perspective apart from everyone else.

use maud::{Markup, html};

use super::themes::{Choice, select};
use super::{Desk, Section};
use crate::breakdown::reading::comparisons_made;
use crate::breakdown::{Figure, GroupKeyWords, KeyWord, KeyWords};
use crate::pages::components::mark;
use crate::pages::figures::Scale;
use crate::pages::figures::bar::{Ink, bar};
use crate::pages::figures::hidden::chose_to_answer;
use crate::pages::figures::numbers::{count_words, figure, grouped, listed, percent};
use crate::text::is_empty_name;

/// How many of a group's words stand in its table, those that name something; the rest are listed under it.
const IN_TABLE: usize = 12;
/// How many of a group's words stand in the overview.
const IN_SHORT: usize = 4;

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct Words {
    pub desk: Desk,
    /// The question that the words answer, by its key and in words; `None` is every question together.
    pub question: Option<(String, String)>,
    pub questions: Vec<Choice>,
    /// Whether the groups are perspectives; otherwise they are districts.
    pub by_perspective: bool,
    /// What can be compared, for the form.
    pub ways: Vec<Choice>,
    /// The key of the group of people who are in no district or did not say.
    pub elsewhere: String,
    pub words: KeyWords,
}

impl Words {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let (with, without): (Vec<&GroupKeyWords>, Vec<&GroupKeyWords>) =
            self.words.groups.iter().partition(|group| !group.more.is_empty() || !group.less.is_empty());
        let scale = self.scale();
        self.desk.render("Words that set groups apart", Section::Words, html! {
            (self.desk.trail(&[], "Words"))
            h1 { "Words that set groups apart" }
            (self.choose())
            @if with.is_empty() { (self.nothing()) }
            @else {
                (in_short(&with))
                @for group in with { (self.group(group, scale)) }
                @if !without.is_empty() {
                    p { "No word is clearly said more or less, or too few people answered to tell: " (names(&without)) "." }
                }
            }
            (self.how_to_read())
            (chose_to_answer(&self.desk.organisation))
        })
    }

    fn scale(&self) -> Scale {
        let shares = self.words.groups.iter().flat_map(|group| &group.more).map(|word| Figure::Shown(word.share));
        let shares: Vec<Figure> = shares.collect();
        Scale::fitting(&shares)
    }

    fn choose(&self) -> Markup {
        html! {
            form class="filters choose" method="get" action=(self.desk.address("/words")) {
                div { label for="by" { "Compare" } (select("by", &self.ways)) }
                div { label for="question" { "Answers to" } (select("question", &self.questions)) }
                button type="submit" class="btn two" { "Show" }
            }
            p class="about" {
                "Answers to: " b { @match &self.question { Some((_, words)) => (words), None => "every question together" } }
                ". " @if self.by_perspective { "Each perspective" } @else { "Each district" } " beside everyone else."
            }
        }
    }

    fn nothing(&self) -> Markup {
        html! {
            div class="note" { p {
                "No word or phrase is clearly said more by one group than by everyone else. "
                @if self.words.words == 0 { "Too few people have written an answer to tell." }
                @else {
                    "Of " (grouped(self.words.words as u64)) " words and phrases that enough people used, none differs by "
                    "more than chance would make some differ."
                }
            } }
        }
    }

    fn group(&self, group: &GroupKeyWords, scale: Scale) -> Markup {
        let id = format!("group-{}", group.group.key);
        let (topics, ways): (Vec<&KeyWord>, Vec<&KeyWord>) =
            group.more.iter().partition(|word| !is_way_of_speaking(word));
        let (shown, more) = topics.split_at(topics.len().min(IN_TABLE));
        let less: Vec<&KeyWord> = group.less.iter().collect();
        html! {
            section aria-labelledby=(id) {
                h2 id=(id) {
                    @if self.by_perspective { (mark::mark(&group.group.key)) }
                    (group.group.name)
                }
                @if !shown.is_empty() { (self.table(group, shown, scale)) }
                (self.more(group, "Also said more than by everyone else", more))
                (self.more(group, "Ways of speaking that mark them", &ways))
                (self.more(group, "Said less than by everyone else", &less))
            }
        }
    }

    /// Words in little room, each with its share beside everyone else's.
    fn more(&self, group: &GroupKeyWords, heading: &str, words: &[&KeyWord]) -> Markup {
        html! {
            @if !words.is_empty() {
                h3 { (heading) }
                ul class="chips" {
                    @for word in words {
                        li {
                            a href=(self.in_context(group, word)) { (word.name) }
                            " " (percent(word.share.share)) " beside " (beside(word, self.words.policy.threshold))
                        }
                    }
                }
            }
        }
    }

    fn table(&self, group: &GroupKeyWords, shown: &[&KeyWord], scale: Scale) -> Markup {
        let threshold = self.words.policy.threshold;
        html! {
            table class="stack" role="table" {
                caption {
                    "What " (count_words(group.group.base, threshold)) " people here said more than everyone else, of "
                    (count_words(self.words.everyone, threshold))
                    " who wrote an answer. The surest first. Dashed line: everyone else."
                }
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" { "Word or phrase" }
                    th scope="col" role="columnheader" class="num" { "People here" }
                    th scope="col" role="columnheader" class="num" { "Share (95%)" }
                    th scope="col" role="columnheader" { (scale.axis()) }
                    th scope="col" role="columnheader" class="num" { "Everyone else" }
                    th scope="col" role="columnheader" class="num" { "Times as many" }
                    th scope="col" role="columnheader" class="num" { "Sureness" }
                } }
                tbody role="rowgroup" { @for word in shown { (self.line(group, word, scale)) } }
            }
        }
    }

    fn line(&self, group: &GroupKeyWords, word: &KeyWord, scale: Scale) -> Markup {
        html! {
            tr role="row" {
                th scope="row" role="rowheader" { a href=(self.in_context(group, word)) { (word.name) } }
                td class="num" role="cell" data-k="People here" { (grouped(word.share.count)) }
                td class="num nw" role="cell" data-k="Share" { (figure(&Figure::Shown(word.share))) }
                td role="cell" { (bar(&Figure::Shown(word.share), Some(&word.others), Ink::Plain, scale)) }
                td class="num nw" role="cell" data-k="Everyone else" { (self.others(word)) }
                td class="num nw" role="cell" data-k="Times as many" { (times(word)) }
                td class="num nw" role="cell" data-k="Sureness" { (format!("{:.0}", word.log_likelihood)) }
            }
        }
    }

    fn others(&self, word: &KeyWord) -> Markup {
        match &word.others {
            Figure::Shown(share) => html! {
                (percent(share.share)) " " span class="small" { "(" (grouped(share.count)) " of " (grouped(share.base)) ")" }
            },
            Figure::Hidden => html! {
                span class="small" { "under " (self.words.policy.threshold) " of " (grouped(word.others_base)) }
            },
        }
    }

    /// Where the group's lines with this word are. A word that the group says less leads to everyone's.
    fn in_context(&self, group: &GroupKeyWords, word: &KeyWord) -> String {
        let words: String = word.name.chars().map(|c| if c.is_alphanumeric() { c } else { '+' }).collect();
        let key = &group.group.key;
        let narrowed = match (word.log_ratio > 0.0, self.by_perspective) {
            (false, _) => String::new(),
            (true, true) => format!("&perspective={key}"),
            (true, false) if *key == self.elsewhere => String::new(),
            (true, false) => format!("&district={key}"),
        };
        let question = self.question.as_ref().map(|(key, _)| format!("&question={key}")).unwrap_or_default();
        self.desk.address(&format!("/words/in-context?words={words}{narrowed}{question}"))
    }

    fn how_to_read(&self) -> Markup {
        let policy = self.words.policy;
        html! {
            section aria-labelledby="how" {
                h2 id="how" { "How to read this" }
                ul {
                    li {
                        "Every person counts once for a word, however often they use it and in whatever form: "
                        i { "bus" } " and " i { "buses" } " are one word. Words of grammar are left out, and so is "
                        "everything that is covered."
                    }
                    li {
                        "A word is shown only where at least " (policy.threshold) " different people of the group used it, of "
                        (policy.least_base) " or more. Numbers are rounded to the nearest " (policy.rounding)
                        " and everything else follows from them. Where fewer than " (policy.threshold)
                        " others used it, they are taken to be " (policy.threshold) ", so the true difference is larger."
                    }
                    li {
                        b { "Times as many" } " is the group’s share over everyone else’s, with its log ratio: 1 is twice as "
                        "many, 2 four times. Words nearer than 0.5 to no difference are left out."
                    }
                    li {
                        b { "Sureness" } " is the log-likelihood (G²). Words are here when a difference like theirs would be "
                        "rare by chance, allowing for " (comparisons_made(self.words.comparisons))
                        " (5% false discovery rate)."
                    }
                    li {
                        "A text that many people sent makes its words stand out: see "
                        a href=(self.desk.address("/similar")) { "similar answers" } "."
                    }
                    li { "A word is not an opinion. Follow its link to read how people used it." }
                }
            }
        }
    }
}

fn beside(word: &KeyWord, threshold: u64) -> String {
    match &word.others {
        Figure::Shown(share) => percent(share.share),
        Figure::Hidden => format!("under {threshold} people"),
    }
}

fn times(word: &KeyWord) -> Markup {
    let at_least = if word.others == Figure::Hidden { "at least " } else { "" };
    html! {
        (at_least) b { (format!("{:.1}", word.log_ratio.exp2())) }
        " " span class="small" { "(" (format!("{:.1}", word.log_ratio)) ")" }
    }
}

/// Whether a word or phrase says how somebody speaks rather than of what: `actually`, `two years`.
fn is_way_of_speaking(word: &KeyWord) -> bool {
    word.name.split([' ', '-']).all(|word| is_empty_name(&word.replace('\'', "")))
}

fn in_short(groups: &[&GroupKeyWords]) -> Markup {
    html! {
        nav class="note" aria-label="In short" {
            p { b { "In short" } }
            ul class="plain" {
                @for group in groups {
                    @let topics: Vec<&KeyWord> = group.more.iter().filter(|word| !is_way_of_speaking(word)).take(IN_SHORT).collect();
                    li {
                        a href={ "#group-" (group.group.key) } { (group.group.name) } ": "
                        @if topics.is_empty() { "no subject of their own" }
                        @for (at, word) in topics.iter().enumerate() {
                            @if at > 0 { ", " }
                            i { (word.name) }
                        }
                    }
                }
            }
        }
    }
}

fn names(groups: &[&GroupKeyWords]) -> String {
    listed(&groups.iter().map(|group| group.group.name.clone()).collect::<Vec<_>>())
}
