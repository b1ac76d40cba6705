//! A suggested order of a plan's priorities for a district, with every weight to change and every line of arithmetic.

use maud::{Markup, html};

use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};
use crate::pages::officer::{Desk, Section};
use crate::plan::ranking::{Part, RULE, Ranked, Term};

/// One priority in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub ranked: Ranked,
    /// Its place in the plan, from 1.
    pub number: usize,
    /// The theme whose figures stand for it, and the themes that could have.
    pub theme: Option<Theme>,
    pub others: Vec<Theme>,
    /// How many pieces of evidence speak against it.
    pub contrary: usize,
    /// Its indicators whose figures say how much of the way to the target is gone, from 0 to 1.
    pub ways: Vec<(String, f64)>,
}

/// A theme that speaks to a priority.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    pub name: String,
    /// Officers linked it; otherwise the plan names it.
    pub linked: bool,
}

/// The field of a weight, what is typed in it, and which part it weighs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Weight {
    pub field: &'static str,
    pub typed: String,
    pub part: Part,
}

/// The page.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    pub desk: Desk,
    pub plan_key: String,
    /// What the plan calls its outcomes.
    pub called: &'static str,
    /// The district that is ranked, by its key and name; none for the whole.
    pub district: Option<(String, String)>,
    pub districts: Vec<(String, String)>,
    pub weights: Vec<Weight>,
    /// Empty where the weights make no ranking.
    pub lines: Vec<Line>,
    /// What the address says after its `?`, so that files hold the same ranking.
    pub query: String,
    pub problems: Vec<Problem>,
}

impl Ranking {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let place = self.district.as_ref().map_or("the whole county", |(_, name)| name.as_str());
        let plan = format!("/officer/plans/{}", self.plan_key);
        let error = if self.problems.is_empty() { "" } else { "Error: " };
        self.desk.render(&format!("{error}A suggested order for {place}"), Section::Plan, html! {
            (errors::summary(Words::english(), &self.problems))
            (self.desk.trail(&[(&plan, "Plan")], "Suggested order"))
            h1 { "A suggested order for " (place) }
            div class="note" { p {
                b { "A suggestion, not a decision. " } "Every part of it is below. Change what you think should count for \
                more or less; the address keeps your weights, so that you can send it to somebody."
            } }
            (self.form())
            @if !self.lines.is_empty() {
                (self.order())
                p class="noprint" {
                    "This ranking with its arithmetic and weights: "
                    a href={ (plan) "/ranking.xlsx?" (self.query) } { "workbook that reckons (Excel)" } ", "
                    a href={ (plan) "/ranking.csv?" (self.query) } { "table (CSV)" } "."
                }
                (self.arithmetic())
                (self.rule())
            }
        })
    }

    fn form(&self) -> Markup {
        html! {
            form method="get" action={ "/officer/plans/" (self.plan_key) "/ranking" } class="filters" {
                div class="choose" {
                    div {
                        label for="district" { "District" }
                        select id="district" name="district" {
                            option value="" selected[self.district.is_none()] { "The whole county" }
                            @for (key, name) in &self.districts {
                                option value=(key) selected[self.district.as_ref().is_some_and(|(chosen, _)| chosen == key)] { (name) }
                            }
                        }
                    }
                    @for weight in &self.weights { (self.weight(weight)) }
                }
                div class="row" {
                    button type="submit" class="btn" { "Rank again" }
                    a href={ "/officer/plans/" (self.plan_key) "/ranking"
                        @if let Some((key, _)) = &self.district { "?district=" (key) } } { "The first weights" }
                }
            }
        }
    }

    fn weight(&self, weight: &Weight) -> Markup {
        let problem = self.problems.iter().find(|problem| problem.field == weight.field);
        html! {
            div class=[problem.map(|_| "err")] {
                label for=(weight.field) { "Weight of " i { (weight.part.as_str()) } }
                @if let Some(problem) = problem { (errors::message(Words::english(), problem)) }
                input type="text" inputmode="decimal" id=(weight.field) name=(weight.field) value=(weight.typed)
                    autocomplete="off" aria-invalid=[problem.map(|_| "true")]
                    aria-describedby=[problem.map(|_| format!("{}-error", weight.field))];
            }
        }
    }

    fn order(&self) -> Markup {
        html! {
            table class="stack" role="table" {
                caption { "Each " (self.called) " in its place. A score is from 0 to 1; where a part is not known, the score that is shown leaves it out, and beside it stands the least and the most that it could be." }
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" class="num" { "Place" }
                    th scope="col" role="columnheader" { (super::linking::capital(self.called)) }
                    th scope="col" role="columnheader" class="num" { "Score" }
                    th scope="col" role="columnheader" class="num" { "Could be" }
                    th scope="col" role="columnheader" { "Not known" }
                } }
                tbody role="rowgroup" {
                    @for line in &self.lines {
                        tr role="row" {
                            td class="num" role="cell" data-k="Place" { (place(&line.ranked)) }
                            th scope="row" role="rowheader" { a href={ "#sum-" (line.number) } { (line.number) ". " (line.ranked.title) } }
                            td class="num" role="cell" data-k="Score" { (score(&line.ranked)) }
                            td class="num nw" role="cell" data-k="Could be" { (range(&line.ranked)) }
                            td role="cell" data-k="Not known" { (missing(&line.ranked)) }
                        }
                    }
                }
            }
        }
    }

    fn arithmetic(&self) -> Markup {
        html! {
            section aria-labelledby="arithmetic" {
                h2 id="arithmetic" { "The arithmetic" }
                @for line in &self.lines { (self.sum(line)) }
            }
        }
    }

    fn sum(&self, line: &Line) -> Markup {
        let ranked = &line.ranked;
        let known: f64 = ranked.terms.iter().filter(|term| term.normalised.is_some()).map(|term| term.weight).sum();
        let sum: f64 = ranked.terms.iter().filter_map(Term::product).sum();
        let address = format!("/officer/plans/{}/outcomes/{}", self.plan_key, ranked.key);
        html! {
            h3 id={ "sum-" (line.number) } { (line.number) ". " (ranked.title) }
            p { (rests_on(line)) " " a href=(address) { "What it rests on" span class="sr" { ": " (ranked.title) } } }
            table class="stack dense" role="table" {
                caption { "Parts of the score of " (self.called) " " (line.number) "." }
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" { "Part" }
                    @for heading in ["Measured", "Divided by", "From 0 to 1", "Weight", "Adds"] {
                        th scope="col" role="columnheader" class="num" { (heading) }
                    }
                } }
                tbody role="rowgroup" {
                    @for term in &ranked.terms { (row(term)) }
                }
            }
            p {
                @match ranked.score {
                    Some(score) => {
                        "Sum of what is added " (number(sum)) " ÷ sum of the weights of known parts " (number(known)) " = " b { (number(score)) } "."
                        @if ranked.place.is_none() { " Too little of the weight is known for a place." }
                    }
                    None => "No part that counts is known, so it has no score and no place.",
                }
            }
        }
    }

    fn rule(&self) -> Markup {
        html! {
            section aria-labelledby="rule" {
                h2 id="rule" { "How the ranking is made" }
                p { (RULE) }
                ul {
                    li { "Only themes count, since they are of the same people: everyone who wrote an answer. Options of closed questions, ballots and outside figures stand on the " (self.called) "’s page beside them." }
                    li { "Themes that the plan names as speaking to it count as those that officers linked for it do; one that is linked against it does not." }
                    li { "Where several themes speak for it, the one that most people named, here or where that is hidden everywhere, stands for it. Shares of several themes cannot be added: one person can name two." }
                    li { "Children and adults are those of the whole county: in one district too few of either would answer." }
                    li { "Where several indicators have figures, the mean of how far each has gone stands for them." }
                    li { "A difference or a gap below 0 counts as 0. Evidence against is counted beside and takes nothing away: read it." }
                    li { "Figures are the rounded ones that every page shows. One that is hidden is not known here either, and never counts as zero." }
                }
            }
        }
    }
}

fn place(ranked: &Ranked) -> Markup {
    match ranked.place {
        Some(place) => html! { (place) },
        None => html! { span class="eq" { "None" } },
    }
}

fn score(ranked: &Ranked) -> Markup {
    match ranked.score.filter(|_| ranked.place.is_some()) {
        Some(score) => html! { b { (number(score)) } },
        None => html! { span class="eq" { "Not ranked" } },
    }
}

fn range(ranked: &Ranked) -> Markup {
    let (least, most) = (number(ranked.least), number(ranked.most));
    html! { @if least == most { (least) } @else { (least) " to " (most) } }
}

fn missing(ranked: &Ranked) -> Markup {
    let missing: Vec<_> = ranked.missing().collect();
    html! {
        @if missing.is_empty() { "Nothing" }
        @for (part, why) in missing { b { (part.as_str()) } ": " (why.as_sentence()) ". " }
    }
}

fn rests_on(line: &Line) -> Markup {
    html! {
        @match &line.theme {
            Some(theme) => {
                "Figures of the theme " b { (theme.name) }
                @if !line.others.is_empty() { ", the most named of " (line.others.len() + 1) }
                @if theme.linked { ", linked as evidence for it." } @else { ", which the plan names as speaking to it." }
                @if !line.others.is_empty() {
                    " Beside it: "
                    @for (at, other) in line.others.iter().enumerate() {
                        @if at > 0 { "; " } (other.name) @if other.linked { " (linked)" } @else { " (named by the plan)" }
                    }
                    "."
                }
                @if !theme.linked && !line.others.iter().any(|other| other.linked) { " Nobody has linked a theme for it." }
            }
            None => "No theme speaks for it. That is not evidence that it does not matter.",
        }
        @if !line.ways.is_empty() {
            " Of the way to the target is gone: "
            @for (at, (indicator, way)) in line.ways.iter().enumerate() { @if at > 0 { "; " } (indicator) " " (number(*way)) }
            "."
        }
        @if line.contrary > 0 {
            " " (line.contrary) @if line.contrary == 1 { " piece" } @else { " pieces" } " of evidence against it."
        }
    }
}

fn row(term: &Term) -> Markup {
    html! {
        tr role="row" {
            th scope="row" role="rowheader" { (term.part.as_str()) }
            @match term.raw {
                Ok(raw) => {
                    td class="num" role="cell" data-k="Measured" { (number(raw)) }
                    td class="num" role="cell" data-k="Divided by" { @match term.divisor { Some(by) => (number(by)), None => "nothing: none is above 0" } }
                    td class="num" role="cell" data-k="From 0 to 1" { (number(term.normalised.unwrap_or(0.0))) }
                }
                Err(why) => {
                    td class="num" role="cell" data-k="Measured" colspan="3" { (why.as_sentence()) }
                }
            }
            td class="num" role="cell" data-k="Weight" { (number(term.weight)) }
            td class="num" role="cell" data-k="Adds" { @match term.product() { Some(adds) => b { (number(adds)) }, None => "not known" } }
        }
    }
}

/// A number of the arithmetic, in thousandths, with a true minus sign.
pub fn number(number: f64) -> String {
    let text = format!("{number:.3}");
    let text = text.strip_suffix(".000").unwrap_or(&text);
    match text.strip_prefix('-') {
        Some("0") | Some("0.000") => "0".to_owned(),
        Some(rest) => format!("−{rest}"),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_term_and_every_weight_is_shown() {
        let page = Ranking::sample().render().into_string();
        for part in Part::ALL {
            assert!(page.contains(&format!("Weight of <i>{}</i>", part.as_str())), "{page}");
            assert!(page.matches(&format!("role=\"rowheader\">{}", part.as_str())).count() == 2, "{page}");
        }
        assert!(page.contains("Sum of what is added 3 ÷ sum of the weights of known parts 3 = <b>1</b>"), "{page}");
    }

    #[test]
    fn it_says_which_themes_were_linked_and_which_the_plan_names() {
        let page = Ranking::sample().render().into_string();
        let (first, second) = page.split_once("id=\"sum-2\"").unwrap();
        assert!(first.contains("linked as evidence for it. Beside it: Places to go (named by the plan)."), "{first}");
        assert!(!first.contains("Nobody has linked a theme") && second.contains("Nobody has linked a theme for it."));
        assert!(second.contains("which the plan names as speaking to it"), "{second}");
    }

    #[test]
    fn a_hidden_part_is_named_and_the_range_is_given() {
        let page = Ranking::sample().render().into_string();
        assert!(
            page.contains("Too few people for a figure. Do not read it as zero") && page.contains("0 to 1"),
            "{page}"
        );
        assert!(!page.contains("data-k=\"Measured\">0<"), "{page}");
    }

    #[test]
    fn bad_weights_show_no_ranking_and_what_to_do() {
        let problems = vec![Problem { field: "share", message: "Write a number".to_owned() }];
        let page = Ranking { lines: Vec::new(), problems, ..Ranking::sample() }.render().into_string();
        assert!(page.contains("Error: ") && page.contains("href=\"#share\"") && !page.contains("The arithmetic"));
    }

    #[test]
    fn numbers_of_the_arithmetic_are_read_as_people_write_them() {
        let cases = [(0.2766, "0.277"), (2.0, "2"), (-0.05, "−0.050"), (-0.0001, "0"), (0.0, "0"), (1.5, "1.500")];
        for (value, text) in cases {
            assert_eq!(number(value), text);
        }
    }
}
