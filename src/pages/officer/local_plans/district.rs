//! One district's plan: the county's outcomes with those that lead there and why, what the district adds to them, and
//! its own; or the form that starts it.

use maud::{Markup, html};

use crate::pages::Words;
use crate::pages::components::errors::{self, Problem};
use crate::pages::officer::evidence::balance::Shown;
use crate::pages::officer::{Desk, Section};

/// The most characters of a title or an owner, and of a longer text.
pub const MOST_IN_A_LINE: usize = 200;
pub const MOST_IN_A_TEXT: usize = 4000;

/// What the plan says of itself, as it stands in its form.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Head {
    pub title: String,
    pub owner: String,
    pub vision: String,
    pub starts: String,
    pub ends: String,
    /// The version that the form was filled from; 0 where there is none.
    pub version: i64,
}

/// An outcome taken over from the county's plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inherited {
    pub key: String,
    /// Its place in the county's plan, from 1.
    pub number: usize,
    pub title: String,
    /// Its place in the suggested order for the district, where it has one, and whether that is among the first.
    pub place: Option<usize>,
    pub leads: bool,
    /// Why it stands there, as whole sentences.
    pub why: String,
    /// What the district adds: reasons, areas of focus, actions, and then indicators.
    pub added: Vec<String>,
}

/// An outcome of the district's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    pub key: String,
    pub title: String,
    pub why: Vec<String>,
    pub areas: Vec<String>,
    pub actions: Vec<String>,
    /// The key of each indicator, and it in words.
    pub indicators: Vec<(String, String)>,
    pub balance: Shown,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DistrictPlan {
    pub desk: Desk,
    /// The county's plan.
    pub county_key: String,
    pub county_title: String,
    pub district: String,
    pub district_name: String,
    /// The district's plan's key and whether it is made up; none while there is none.
    pub plan: Option<(String, bool)>,
    /// Whether it can be changed here; one that is a file cannot.
    pub is_file: bool,
    pub head: Head,
    pub inherited: Vec<Inherited>,
    pub own: Vec<Own>,
    /// What a careful reader would ask, as clauses that begin small.
    pub questions: Vec<String>,
    pub problems: Vec<Problem>,
}

impl DistrictPlan {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let (plan, list) = (format!("/officer/plans/{}", self.county_key), self.address(None));
        let error = if self.problems.is_empty() { "" } else { "Error: " };
        let heading = match &self.plan {
            Some(_) if self.problems.is_empty() => self.head.title.clone(),
            Some(_) => format!("The plan of {}", self.district_name),
            None => format!("Start a plan for {}", self.district_name),
        };
        self.desk.render(&format!("{error}{heading}"), Section::Plan, html! {
            (errors::summary(Words::english(), &self.problems))
            (self.desk.trail(&[(&plan, "Plan"), (&list, "Local plans")], &self.district_name))
            p class="small kicker" { (self.district_name) ", under " (self.county_title) }
            h1 { (heading) }
            @if let Some((key, illustrative)) = &self.plan {
                @if *illustrative { div class="note" { p { "This plan is illustrative: nobody published it." } } }
                div class="say ask" { h2 { "Vision" } p { (self.head.vision) } }
                p { a href={ "/officer/plans/" (key) } { "The whole plan on one page" } }
            }
            @if self.plan.is_none() { (self.form()) }
            (self.taken_over())
            @if self.plan.is_some() { (self.its_own()) (self.asked()) }
            @if self.plan.is_some() && !self.is_file {
                section aria-labelledby="head" { h2 id="head" { "What the plan says of itself" } (self.form()) }
            }
            @if self.is_file { p class="small" { "This plan is a file in the data folder or bundled with Heard. It is changed there." } }
        })
    }

    /// The address of the list of local plans, or of something in this district's.
    fn address(&self, rest: Option<&str>) -> String {
        let list = format!("/officer/plans/{}/local", self.county_key);
        rest.map_or_else(|| list.clone(), |rest| format!("{list}/{}{rest}", self.district))
    }

    fn form(&self) -> Markup {
        let times =
            "A year (2027), a month (2027-04), a year from April (2027/28) or a school year (2027/28 academic).";
        let lines = [
            ("title", "Title", None, &self.head.title),
            ("owner", "Who answers for it", None, &self.head.owner),
            ("starts", "From", Some(times), &self.head.starts),
            ("ends", "Until", Some(times), &self.head.ends),
        ];
        html! {
            form method="post" action=(self.address(Some(""))) class="edit" novalidate {
                input type="hidden" name="csrf" value=(self.desk.csrf);
                input type="hidden" name="version" value=(self.head.version);
                @for (name, label, hint, value) in lines {
                    (field(&self.problems, name, label, hint, |described, invalid| html! {
                        input type="text" id=(name) name=(name) value=(value) dir="auto" autocomplete="off"
                            aria-describedby=[described] aria-invalid=[invalid];
                    }))
                }
                (field(&self.problems, "vision", "What it wants to come true", None, |described, invalid| html! {
                    textarea id="vision" name="vision" rows="3" dir="auto" autocomplete="off"
                        aria-describedby=[described] aria-invalid=[invalid] { "\n" (self.head.vision) }
                }))
                div class="row" { button type="submit" class="btn" { @if self.plan.is_some() { "Save" } @else { "Start the plan" } } }
            }
        }
    }

    fn taken_over(&self) -> Markup {
        let ranking = format!("/officer/plans/{}/ranking?district={}", self.county_key, self.district);
        let may_add = self.plan.is_some() && !self.is_file;
        html! {
            section aria-labelledby="taken-over" {
                h2 id="taken-over" { "What it takes over from the county" }
                p { "All of it. What leads here is a suggestion from what people said, by weights that you can change: " a href=(ranking) { "the arithmetic" } "." }
                table class="stack" role="table" {
                    caption { "The county’s outcomes, those that lead in " (self.district_name) " first." }
                    thead role="rowgroup" { tr role="row" {
                        th scope="col" role="columnheader" class="num" { "Place here" }
                        th scope="col" role="columnheader" { "Outcome" }
                        th scope="col" role="columnheader" { "Why it stands there" }
                        th scope="col" role="columnheader" { "What " (self.district_name) " adds" }
                    } }
                    tbody role="rowgroup" {
                        @for outcome in &self.inherited {
                            tr role="row" {
                                td class="num" role="cell" data-k="Place here" {
                                    @match outcome.place { Some(place) => (place), None => span class="eq" { "None" } }
                                }
                                th scope="row" role="rowheader" {
                                    @if outcome.leads { span class="tag go" { "Leads here" } " " }
                                    a href={ "/officer/plans/" (self.county_key) "/outcomes/" (outcome.key) "?district=" (self.district) } {
                                        (outcome.number) ". " (outcome.title)
                                    }
                                }
                                td role="cell" data-k="Why" { (outcome.why) }
                                td role="cell" data-k="Adds" {
                                    @if outcome.added.is_empty() { span class="eq" { "Nothing yet" } }
                                    @else { (outcome.added.join("; ")) }
                                    @if may_add {
                                        " " a href=(self.address(Some(&format!("/outcomes/{}", outcome.key)))) {
                                            "Add to it" span class="sr" { ": " (outcome.title) }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    fn its_own(&self) -> Markup {
        let key = self.plan.as_ref().map(|(key, _)| key.as_str()).unwrap_or_default();
        html! {
            section aria-labelledby="own" {
                h2 id="own" { "What " (self.district_name) " wants besides" }
                @if self.own.is_empty() { p { "No outcome of its own yet." } }
                @for outcome in &self.own {
                    div class="card" {
                        h3 { a href={ "/officer/plans/" (key) "/outcomes/" (outcome.key) } { (outcome.title) } }
                        p { (outcome.balance.tag()) " " a href={ "/officer/plans/" (key) "/outcomes/" (outcome.key) "/evidence" } { "Evidence" span class="sr" { " for " (outcome.title) } } }
                        @for (heading, lines) in [("Why", &outcome.why), ("Areas of focus", &outcome.areas), ("What will be done", &outcome.actions)] {
                            @if !lines.is_empty() { h4 { (heading) } ul { @for line in lines { li { (line) } } } }
                        }
                        @if !outcome.indicators.is_empty() || !self.is_file { (self.known_by(outcome)) }
                        @if !self.is_file {
                            p { a href=(self.address(Some(&format!("/outcomes/{}", outcome.key)))) { "Change it" span class="sr" { ": " (outcome.title) } } }
                        }
                    }
                }
                @if !self.is_file { p { a class="btn two" href=(self.address(Some("/outcomes"))) { "Add an outcome" } } }
            }
        }
    }

    /// The indicators of an outcome of its own, with the way to change them and to add one.
    fn known_by(&self, outcome: &Own) -> Markup {
        let address = self.address(Some(&format!("/outcomes/{}/indicators", outcome.key)));
        html! {
            h4 { "How we will know" }
            @if outcome.indicators.is_empty() { p { "No indicator yet, so nobody could tell whether it worked." } }
            @else {
                ul { @for (key, words) in &outcome.indicators { li {
                    (words)
                    @if !self.is_file { " " a href={ (address) "/" (key) } { "Change" span class="sr" { ": " (words) } } }
                } } }
            }
            @if !self.is_file { p { a href=(address) { "Add an indicator" span class="sr" { " to " (outcome.title) } } } }
        }
    }

    fn asked(&self) -> Markup {
        html! {
            @if !self.questions.is_empty() {
                section aria-labelledby="asked" {
                    h2 id="asked" { "What a careful reader would ask" }
                    ul { @for question in &self.questions { li { (question) "." } } }
                }
            }
        }
    }
}

/// One field with its label, hint and message; `input` takes what describes it and whether it is wrong.
pub(super) fn field(
    problems: &[Problem],
    name: &str,
    label: &str,
    hint: Option<&str>,
    input: impl Fn(Option<String>, Option<&'static str>) -> Markup,
) -> Markup {
    let problem = problems.iter().find(|problem| problem.field == name);
    let described: Vec<String> =
        hint.map(|_| format!("{name}-hint")).into_iter().chain(problem.map(|_| format!("{name}-error"))).collect();
    let described = (!described.is_empty()).then(|| described.join(" "));
    html! {
        div class=[problem.map(|_| "err")] {
            label for=(name) { (label) }
            @if let Some(hint) = hint { p class="hint" id={ (name) "-hint" } { (hint) } }
            @if let Some(problem) = problem { (errors::message(Words::english(), problem)) }
            (input(described, problem.map(|_| "true")))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(plan: Option<(String, bool)>) -> DistrictPlan {
        DistrictPlan {
            desk: Desk::sample(),
            county_key: "p".to_owned(),
            county_title: "The county’s plan".to_owned(),
            district: "wychavon".to_owned(),
            district_name: "Wychavon".to_owned(),
            plan,
            is_file: false,
            head: Head { title: "Ours".to_owned(), vision: "All is well.".to_owned(), ..Head::default() },
            inherited: vec![Inherited {
                key: "safe".to_owned(),
                number: 2,
                title: "Safe".to_owned(),
                place: Some(1),
                leads: true,
                why: "28% of those who wrote an answer here named Bullying.".to_owned(),
                added: Vec::new(),
            }],
            own: vec![Own {
                key: "bus".to_owned(),
                title: "A bus".to_owned(),
                why: vec!["It is far".to_owned()],
                areas: Vec::new(),
                actions: Vec::new(),
                indicators: vec![("early".to_owned(), "Members who leave early: stood at 30%".to_owned())],
                balance: Shown::Unsupported,
            }],
            questions: Vec::new(),
            problems: Vec::new(),
        }
    }

    #[test]
    fn what_leads_here_says_why_and_own_outcomes_show_whether_they_rest_on_anything() {
        let page = sample(Some(("local".to_owned(), false))).render().into_string();
        assert!(page.contains("Leads here") && page.contains("named Bullying"), "{page}");
        assert!(page.contains("No evidence") && page.contains("/officer/plans/local/outcomes/bus/evidence"), "{page}");
    }

    #[test]
    fn a_district_without_a_plan_can_start_one_and_a_file_is_not_changed_here() {
        let page = sample(None).render().into_string();
        assert!(page.contains("Start the plan") && !page.contains("id=\"own\""), "{page}");
        let file = DistrictPlan { is_file: true, ..sample(Some(("local".to_owned(), true))) }.render().into_string();
        assert!(!file.contains("method=\"post\" action=\"/officer/plans") && file.contains("illustrative"), "{file}");
    }
}
