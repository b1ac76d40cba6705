//! The paper: its question, the choices, and what is said where it would not count as it is marked.

use maud::{Markup, html};

use super::{Frame, closing};
use crate::ballot::{Marked, PaperForm, Spoilt};
use crate::pages::Words;
use crate::pages::components::choices::{Choice, Choices};
use crate::pages::components::errors::{self, Problem};
use crate::pages::components::help;
use crate::pages::components::ranking::Ranking;

/// The field of the marks; places and points add a hyphen and what they are of.
pub const MARK: &str = "mark";
/// The button that sends a blank paper on.
pub const BLANK: &str = "blank";
/// The field of somebody's age.
pub const AGE: &str = "age";
/// The field of where somebody lives.
pub const DISTRICT: &str = "district";

/// What somebody says of themselves for the turnout alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct About {
    pub age: Option<u32>,
    pub district: Option<String>,
}

impl About {
    /// As fields of a form.
    pub(super) fn fields(&self) -> Vec<(String, String)> {
        let age = self.age.map(|age| (AGE.to_owned(), age.to_string()));
        age.into_iter().chain(self.district.clone().map(|key| (DISTRICT.to_owned(), key))).collect()
    }
}

/// The page.
#[derive(Debug, Clone, Copy)]
pub struct PaperPage<'a> {
    pub frame: Frame<'a>,
    /// What was typed as marks: fields with their values.
    pub given: &'a [(String, String)],
    pub about: &'a About,
    /// Key and name of each district, where it is asked.
    pub districts: &'a [(String, String)],
    /// Why it would not count as it is; nothing where points are no numbers.
    pub problem: Option<Option<&'a Spoilt>>,
}

impl PaperPage<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let (frame, say) = (self.frame, self.frame.words());
        let heading = frame.paper().map(|paper| paper.words.ask.clone()).unwrap_or_default();
        let problem = self.problem.map(|spoilt| Problem { field: self.first_field(), message: self.why(spoilt) });
        let is_empty = matches!(self.problem, Some(Some(Spoilt::Empty)));
        let title = heading.clone();
        let page = crate::pages::Page { error: problem.is_some(), ..frame.page(&title) };
        page.render(html! {
            (errors::summary(say, problem.as_slice()))
            form method="post" action=(frame.href("/check")) novalidate {
                (self.marks(&heading, problem.as_ref()))
                (self.about())
                div class="row" {
                    button type="submit" class="btn" { (say.say("continue")) }
                    @if is_empty { button type="submit" class="btn two" name=(BLANK) value="1" { (say.say("vote-blank")) } }
                }
                (closing(frame))
                (frame.turning_buttons())
            }
            (help::beside(say, &frame.help()))
        })
    }

    fn marks(&self, heading: &str, problem: Option<&Problem>) -> Markup {
        let frame = self.frame;
        let (say, paper) = (frame.words(), frame.paper());
        let hint = paper.and_then(|paper| paper.words.hint.as_deref());
        let lang = paper.and_then(|paper| frame.other(paper));
        let choices: Vec<Choice> = frame
            .standing()
            .map(|candidate| {
                let option = paper.and_then(|paper| paper.words.options.get(&candidate.key));
                let hint = option.and_then(|option| option.hint.clone());
                Choice { hint, ..Choice::new(&candidate.key, frame.name(&candidate.key)) }
            })
            .collect();
        let picked: Vec<&str> = self.values(MARK).collect();
        let choose = |several: bool, rule: Option<String>| {
            let rule = rule.as_deref();
            let picked = &picked;
            Choices { say, name: MARK, heading, hint, rule, choices: &choices, picked, several, problem, lang }.render()
        };
        match frame.ballot.form {
            PaperForm::Choose { at_most: 1 } => choose(false, None),
            PaperForm::Choose { at_most } => {
                choose(true, Some(say.say_with("vote-mark-up-to", &[("most", at_most.into())])))
            }
            PaperForm::Approve => choose(true, Some(say.say("vote-mark-any").to_owned())),
            PaperForm::Rank { at_most } => {
                let most = at_most.min(choices.len());
                let ranked: Vec<&str> =
                    (1..=most).map(|at| self.values(&format!("{MARK}-{at}")).next().unwrap_or_default()).collect();
                let places: Vec<String> = (1..=most).map(|at| place(say, at)).collect();
                let rule = say.say_with("rank-rule", &[("places", most.into())]);
                Ranking {
                    say,
                    name: MARK,
                    heading,
                    hint,
                    rule: &rule,
                    choices: &choices,
                    ranked: &ranked,
                    places: &places,
                    empty: say.say("rank-empty"),
                    problem,
                    lang,
                }
                .render()
            }
            PaperForm::Points { budget } => self.points(heading, hint, lang, budget, &choices, problem),
        }
    }

    fn points(
        &self,
        heading: &str,
        hint: Option<&str>,
        lang: Option<&str>,
        budget: u16,
        choices: &[Choice],
        problem: Option<&Problem>,
    ) -> Markup {
        let say = self.frame.words();
        html! {
            div class=[problem.map(|_| "err")] {
                fieldset aria-describedby="mark-rule" {
                    legend class="say ask" lang=[lang] { h1 { (heading) } }
                    @if let Some(hint) = hint { p class="hint" lang=[lang] { (hint) } }
                    p class="hint" id="mark-rule" { (say.say_with("vote-points-rule", &[("budget", budget.into())])) }
                    @if let Some(problem) = problem { (errors::message(say, problem)) }
                    div class="places" {
                        @for (at, choice) in choices.iter().enumerate() {
                            @let id = if at == 0 { MARK.to_owned() } else { format!("{MARK}-{}", choice.value) };
                            @let name = format!("{MARK}-{}", choice.value);
                            div {
                                label for=(id) lang=[lang] { (choice.label) }
                                input class="short" type="text" inputmode="numeric" id=(id) name=(name) maxlength="6" autocomplete="off"
                                    value=(self.values(&name).next().unwrap_or_default());
                            }
                        }
                    }
                }
            }
        }
    }

    /// Age, and where no voucher says it, the district.
    fn about(&self) -> Markup {
        let say = self.frame.words();
        let (youngest, oldest) = self.frame.ballot.ages;
        let age = self.about.age;
        html! {
            div class="fields" {
                p class="hint" id="about-hint" { (say.say("vote-about")) }
                div {
                    label for=(AGE) { (say.say("vote-age")) }
                    select class="short" id=(AGE) name=(AGE) aria-describedby="about-hint" {
                        option value="" { (say.say("vote-not-say")) }
                        @for year in youngest..=oldest { option value=(year) selected[age == Some(year)] { (year) } }
                    }
                }
                @if !self.districts.is_empty() {
                    div {
                        label for=(DISTRICT) { (say.say("vote-district")) }
                        select id=(DISTRICT) name=(DISTRICT) aria-describedby="about-hint" {
                            option value="" { (say.say("vote-not-say")) }
                            @for (key, name) in self.districts {
                                option value=(key) selected[self.about.district.as_ref() == Some(key)] { (name) }
                            }
                        }
                    }
                }
            }
        }
    }

    fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.given.iter().filter(move |(field, _)| field == name).map(|(_, value)| value.as_str())
    }

    fn first_field(&self) -> &'static str {
        MARK
    }

    /// What to do about it.
    fn why(&self, spoilt: Option<&Spoilt>) -> String {
        let say = self.frame.words();
        match spoilt {
            None => say.say("vote-spoilt-number").to_owned(),
            Some(Spoilt::Empty) => say.say("vote-spoilt-empty").to_owned(),
            Some(Spoilt::TooMany { marked, at_most }) => {
                say.say_with("vote-spoilt-many", &[("marked", (*marked).into()), ("most", (*at_most).into())])
            }
            Some(Spoilt::MarkedTwice(key)) => {
                let name = self.frame.ballot.find_candidate(key).map_or("", |(_, one)| self.frame.name(&one.key));
                say.say_with("vote-spoilt-twice", &[("name", name.into())])
            }
            Some(Spoilt::OverBudget { given, budget }) => {
                say.say_with("vote-spoilt-points", &[("given", (*given).into()), ("budget", (*budget).into())])
            }
            Some(_) => say.say("vote-spoilt-other").to_owned(),
        }
    }
}

fn place(say: Words, at: usize) -> String {
    match at {
        1 => say.say("rank-first").to_owned(),
        2 => say.say("rank-second").to_owned(),
        3 => say.say("rank-third").to_owned(),
        other => say.say_with("rank-place", &[("place", other.into())]),
    }
}

/// Marks as fields of a form, named as the paper names them.
pub(super) fn marks(marked: &Marked) -> Vec<(String, String)> {
    match marked {
        Marked::Chosen(keys) => keys.iter().map(|key| (MARK.to_owned(), key.clone())).collect(),
        Marked::Ranked(ranks) => ranks.iter().map(|(key, rank)| (format!("{MARK}-{rank}"), key.clone())).collect(),
        Marked::Points(points) => {
            points.iter().map(|(key, points)| (format!("{MARK}-{key}"), points.to_string())).collect()
        }
    }
}

/// Fields that go on with a form and are not shown.
pub(super) fn carried(fields: &[(String, String)]) -> Markup {
    html! { @for (name, value) in fields { input type="hidden" name=(name) value=(value); } }
}
