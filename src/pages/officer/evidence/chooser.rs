//! Where officers look for evidence among everything that could be linked: a place to look in and a word, and a short list
//! to choose from.
//!
//! Works as two forms and without a script. Leaves out what is found (`web`) and the form that links it (`linking`).

use maud::{Markup, html};

use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};

/// The most characters of the words that are looked for.
pub const MOST_IN_WORDS: usize = 100;

/// Something that can be linked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// The basis as one line.
    pub value: String,
    /// Its name and, where it has one, its figure.
    pub label: String,
}

/// A place to look in: what can be linked of one kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offers {
    /// What the place is known by in an address.
    pub key: String,
    /// What it belongs to: a consultation's title, ballots, figures from elsewhere.
    pub of: String,
    pub heading: String,
    pub offers: Vec<Offer>,
}

/// What an officer might look at first. Nothing is linked by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    pub offer: Offer,
    /// Why it is suggested, as a clause.
    pub why: &'static str,
}

/// What somebody looks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asked {
    /// The key of a place; nothing for all of them.
    pub from: String,
    pub words: String,
    /// The whole list is wanted, however long.
    pub all: bool,
}

impl Asked {
    /// Whether nothing is looked for.
    pub fn is_nothing(&self) -> bool {
        self.from.is_empty() && self.words.is_empty()
    }
}

/// Something to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    pub offer: Offer,
    /// Where it is from.
    pub of: String,
    /// Why it is suggested, as a clause, where it is.
    pub why: Option<&'static str>,
}

/// What there is to look in and what was found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// What places belong to, with the key and the heading of each.
    pub places: Vec<(String, Vec<(String, String)>)>,
    pub asked: Asked,
    pub found: Vec<Choice>,
    /// How many more were found than are shown.
    pub more: usize,
}

impl Choices {
    /// The form to look with. `address` is the page's own.
    pub fn search(&self, address: &str) -> Markup {
        html! {
            form method="get" action={ (address) "#add" } class="edit" role="search" aria-label="Find evidence" {
                div {
                    label for="from" { "Where to look" }
                    select id="from" name="from" {
                        option value="" selected[self.asked.from.is_empty()] { "Everywhere" }
                        @for (of, places) in &self.places {
                            optgroup label=(of) {
                                @for (key, heading) in places {
                                    option value=(key) selected[*key == self.asked.from] { (heading) }
                                }
                            }
                        }
                    }
                }
                div {
                    label for="words" { "With these words" }
                    p class="hint" id="words-hint" { "Part of a name is enough: bus, safe, 16 to 18. Leave it empty to see all of one place." }
                    input type="search" id="words" name="words" value=(self.asked.words) autocomplete="off" maxlength=(MOST_IN_WORDS) aria-describedby="words-hint";
                }
                div class="row" { button type="submit" class="btn two" { "Show" } }
            }
        }
    }

    /// The list to choose from, as a part of the form that links; `chosen` is what stands in it already.
    pub fn list(&self, address: &str, chosen: &str, problem: Option<&Problem>) -> Markup {
        html! {
            input type="hidden" name="from" value=(self.asked.from);
            input type="hidden" name="words" value=(self.asked.words);
            div class=[problem.map(|_| "err")] {
                fieldset id=[self.found.is_empty().then_some("basis")] tabindex=[self.found.is_empty().then_some("-1")]
                    aria-describedby=(if problem.is_some() { "basis-hint basis-error" } else { "basis-hint" }) {
                    legend { (self.legend()) }
                    p class="hint" id="basis-hint" { "Shares are of everyone who answered. A theme is of those who wrote an answer; an option of those who answered its question." }
                    @if let Some(problem) = problem { (errors::message(Words::english(), problem)) }
                    @for (at, choice) in self.found.iter().enumerate() { (self.choice(at, choice, chosen)) }
                    @if self.more > 0 {
                        p { "And " (self.more) " more: add a word above, or "
                            a href={ (address) "?" (self.query()) "&all=yes#add" } { "show them all" } "." }
                    }
                }
            }
        }
    }

    fn legend(&self) -> &'static str {
        match (self.asked.is_nothing(), self.found.is_empty()) {
            (true, false) => "Likely evidence that is not linked. Nothing is linked until you do it",
            (true, true) => "Nothing is suggested: say above where to look, or a word",
            (false, false) => "What was found",
            (false, true) => "Nothing there has these words: try fewer, or look everywhere",
        }
    }

    fn choice(&self, at: usize, choice: &Choice, chosen: &str) -> Markup {
        // The first is what a message about the field leads to.
        let id = if at == 0 { "basis".to_owned() } else { format!("basis-{}", at + 1) };
        html! {
            div class="pick" {
                input type="radio" id=(id) name="basis" value=(choice.offer.value) checked[choice.offer.value == chosen];
                label for=(id) {
                    (choice.offer.label)
                    span class="small" {
                        @if self.asked.from.is_empty() { br; (choice.of) }
                        @if let Some(why) = choice.why { br; "Suggested: " (why) }
                    }
                }
            }
        }
    }

    fn query(&self) -> String {
        format!("from={}&words={}", encoded(&self.asked.from), encoded(&self.asked.words))
    }
}

/// The value of an address's field.
fn encoded(text: &str) -> String {
    let as_is = |byte: u8| byte.is_ascii_alphanumeric() || b"-_./".contains(&byte);
    text.bytes().map(|byte| if as_is(byte) { char::from(byte).to_string() } else { format!("%{byte:02X}") }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(value: &str, why: Option<&'static str>) -> Choice {
        let offer = Offer { value: value.to_owned(), label: format!("{value} <12%>") };
        Choice { offer, of: "Town & county".to_owned(), why }
    }

    #[test]
    fn nothing_is_chosen_by_itself_and_a_message_leads_to_the_first() {
        let choices =
            Choices { found: vec![choice("a", Some("the plan names it")), choice("b", None)], ..Choices::default() };
        let page = choices.list("/e", "", None).into_string();
        assert!(!page.contains("checked") && page.contains("Suggested: the plan names it"), "{page}");
        assert!(page.contains("id=\"basis\" name=\"basis\" value=\"a\"") && page.contains("id=\"basis-2\""), "{page}");
        assert!(page.contains("a &lt;12%&gt;"), "{page}");
        let page = choices.list("/e", "b", None).into_string();
        assert!(page.contains("value=\"b\" checked") && page.matches("checked").count() == 1, "{page}");
    }

    #[test]
    fn what_is_looked_for_stays_in_both_forms_and_in_the_way_to_the_rest() {
        let asked = Asked { from: "themes/t".to_owned(), words: "a&b \"c\"".to_owned(), all: false };
        let choices = Choices { asked, found: vec![choice("a", None)], more: 3, ..Choices::default() };
        let page = choices.list("/e", "", None).into_string();
        assert!(page.contains("?from=themes/t&amp;words=a%26b%20%22c%22&amp;all=yes#add"), "{page}");
        assert!(page.contains("name=\"words\" value=\"a&amp;b &quot;c&quot;\""), "{page}");
        assert!(choices.search("/e").into_string().contains("action=\"/e#add\""));
    }
}
