//! What is withheld of a question that is asked because of an earlier answer, or of some perspectives only.
//!
//! Its base is another count of whoever gave that answer: beside the earlier question's figures it could tell a number
//! that is hidden there. So each place of it, everyone first and then each group, is shown only where the earlier
//! question's table stays as open as it was to somebody who knows that at least so many gave that answer. The earlier
//! question's own figures never change for it, so that they are the same wherever they stand.
//! Leaves out questions asked by district, and conditions that rest on words. See docs/decisions/0036.

use std::collections::BTreeMap;

use super::options::Options;
use super::suppression::Range;
use super::{Breakdown, ClosedAnswers, Count, Counting, Group, Policy, Row};
use crate::survey::{Consultation, Question, QuestionKind, Test};

/// The "question" who somebody is, whose options are the perspectives.
pub(super) const PERSPECTIVE: &str = "";

/// The most groups whose sums are all looked at; a question with more that are shown is withheld of every group.
const MOST_SHOWN: usize = 10;

/// Which places of a question's figures are withheld.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Withheld {
    /// Everything: no number of it is shown.
    pub everywhere: bool,
    /// By group, in the order of the groups.
    pub groups: Vec<bool>,
}

/// Who is asked the questions of a consultation.
#[derive(Debug, Clone, Default)]
pub(super) struct Routing {
    /// Routed questions in the order of the survey, each with all that its people must have said.
    routed: Vec<(String, Vec<Route>)>,
    /// The options of every question, and of [`PERSPECTIVE`], and whether one person can give several.
    options: BTreeMap<String, (Vec<String>, bool)>,
}

/// What somebody must have said to be asked a question.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Route {
    question: String,
    /// The options of which they gave one; none where it is a number that they gave.
    among: Option<Vec<String>>,
}

/// An earlier question as a reader sees it.
enum Earlier {
    /// Whose options add up.
    Options(Vec<String>, Options),
    /// With one answer that anybody gave: every figure of it is that of everybody.
    Alone,
    /// Who answered it, by place, and of one person several options or a number.
    Other { everyone: u64, groups: Vec<Group>, rows: Vec<Row> },
}

impl Withheld {
    /// Whether anything is withheld.
    pub fn is_any(&self) -> bool {
        self.everywhere || self.groups.contains(&true)
    }
}

impl Routing {
    /// Reads it off a survey.
    pub fn of(consultation: &Consultation) -> Self {
        let mut routing = Self::default();
        let perspectives = consultation.perspectives.iter().map(|perspective| perspective.key.clone());
        routing.options.insert(PERSPECTIVE.to_owned(), (perspectives.collect(), false));
        for question in &consultation.questions {
            let several = matches!(question.kind, QuestionKind::ManyOf { .. } | QuestionKind::Ranking { .. });
            let options = question.options().map(|options| options.keys().to_vec()).unwrap_or_default();
            routing.options.insert(question.key.clone(), (options, several));
            let routes = routing.routes(question);
            if !routes.is_empty() {
                routing.routed.push((question.key.clone(), routes));
            }
        }
        routing
    }

    /// All that the people of a question must have said: what it asks, and what the questions that it rests on ask.
    fn routes(&self, question: &Question) -> Vec<Route> {
        let of = |among: &Vec<String>| Route { question: PERSPECTIVE.to_owned(), among: Some(among.clone()) };
        let mut routes: Vec<Route> = question.perspectives.iter().map(of).collect();
        for condition in &question.when {
            let question = condition.question.clone();
            match &condition.test {
                Test::Any(options) => routes.push(Route { question, among: Some(options.clone()) }),
                Test::Between(..) => routes.push(Route { question, among: None }),
                Test::Answered => {}
            }
            let above = self.routed.iter().find(|(key, _)| *key == condition.question);
            routes.extend(above.into_iter().flat_map(|(_, routes)| routes.iter().cloned()));
        }
        routes.dedup();
        routes
    }
}

impl ClosedAnswers {
    /// Whether a question is asked because of what somebody said, of an earlier question or of who they are.
    pub fn is_routed(&self, question: &str) -> bool {
        self.routing.routed.iter().any(|(key, _)| key == question)
    }

    /// What is withheld by these groups of each routed question, by key, beside everything else that is shown by them.
    pub fn withheld(
        &self,
        groups: &[(String, String)],
        group_of: impl Fn(&str, &str) -> String,
        policy: Policy,
    ) -> BTreeMap<String, Withheld> {
        let mut beside = Beside { closed: self, groups, group_of: &group_of, policy, seen: BTreeMap::new() };
        let mut all: BTreeMap<String, Withheld> = BTreeMap::new();
        // Earlier ones first: what they tell together is more than what each does.
        for (key, routes) in &self.routing.routed {
            let found = beside.withheld(key, routes, &all);
            all.insert(key.clone(), found);
        }
        all
    }

    /// The people of one question, altogether and by group, and its options as rows.
    pub(super) fn counted(
        &self,
        question: &str,
        counting: Counting,
        groups: &[(String, String)],
        group_of: impl Fn(&str, &str) -> String,
    ) -> (u64, Vec<Group>, Vec<Row>) {
        let mut answered: BTreeMap<String, u64> = BTreeMap::new();
        let mut counts: BTreeMap<(&str, String), u64> = BTreeMap::new();
        let (mut everyone, mut totals) = (0, BTreeMap::<&str, u64>::new());
        for ((perspective, district), counted) in self.of(question) {
            let group = group_of(perspective, district);
            everyone += counted.answered;
            *answered.entry(group.clone()).or_default() += counted.answered;
            let picked = if counting == Counting::First { &counted.first } else { &counted.picked };
            for (option, people) in picked {
                *totals.entry(option).or_default() += people;
                *counts.entry((option, group.clone())).or_default() += people;
            }
        }
        let group = |(key, name): &(String, String)| Group {
            key: key.clone(),
            name: name.clone(),
            base: answered.get(key).copied().unwrap_or(0),
        };
        let options = self.routing.options.get(question).map(|(options, _)| options.as_slice()).unwrap_or_default();
        let row = |option: &String| Row {
            key: option.clone(),
            name: option.clone(),
            counts: groups
                .iter()
                .map(|(group, _)| counts.get(&(option.as_str(), group.clone())).copied().unwrap_or(0))
                .collect(),
            total: totals.get(option.as_str()).copied().unwrap_or(0),
        };
        (everyone, groups.iter().map(group).collect(), options.iter().map(row).collect())
    }
}

/// The earlier questions as they are seen by some groups, with all that later ones have told of them.
struct Beside<'a, F> {
    closed: &'a ClosedAnswers,
    groups: &'a [(String, String)],
    group_of: &'a F,
    policy: Policy,
    seen: BTreeMap<String, Earlier>,
}

impl<F: Fn(&str, &str) -> String> Beside<'_, F> {
    fn withheld(&mut self, key: &str, routes: &[Route], all: &BTreeMap<String, Withheld>) -> Withheld {
        let (everyone, groups, rows) = self.closed.counted(key, Counting::Picked, self.groups, self.group_of);
        // What is hidden as small tells nothing.
        let tells = |base: u64| (base >= self.policy.threshold).then(|| self.policy.seen(base).least);
        let told: Vec<Option<u64>> = groups.iter().map(|group| tells(group.base)).collect();
        let may_tell = |beside: &mut Self, places: &[Option<usize>], least: Option<u64>| {
            least.is_none_or(|least| routes.iter().all(|route| beside.may_tell(places, least, route, all)))
        };
        let least = tells(everyone);
        if !may_tell(self, &[None], least) {
            return Withheld { everywhere: true, groups: vec![true; groups.len()] };
        }
        let told = told.into_iter().enumerate();
        let mut withheld: Vec<bool> = told.map(|(at, least)| !may_tell(self, &[Some(at)], least)).collect();
        // Everybody less the groups that are shown is what those that are not have together, be they withheld, small, or
        // hidden for a small one's sake.
        let several = self.closed.routing.options.get(key).is_none_or(|(keys, several)| *several || keys.is_empty());
        let table = Breakdown::build(everyone, &groups, &rows, self.policy, (!several, &withheld));
        let is_hidden = |at: &usize| table.groups[*at].base == Count::Hidden;
        let (hidden, shown): (Vec<usize>, Vec<usize>) = (0..groups.len()).partition(is_hidden);
        let all = self.policy.seen(everyone).least;
        let bases: Vec<_> = shown.iter().map(|at| (*at, self.policy.seen(groups[*at].base))).collect();
        let tells_together = |places: &[Option<usize>], least: u64| !may_tell(self, places, Some(least));
        if shown.len() > MOST_SHOWN || left_together(all, &hidden, &bases, tells_together) {
            withheld.fill(true);
        }
        Withheld { everywhere: false, groups: withheld }
    }

    /// Whether it may be told that there are at least so many people in some places together, beside an earlier question
    /// that they must have answered.
    fn may_tell(
        &mut self,
        places: &[Option<usize>],
        least: u64,
        route: &Route,
        all: &BTreeMap<String, Withheld>,
    ) -> bool {
        let above = all.get(route.question.as_str());
        let is_unseen = |place: &Option<usize>| {
            above.is_some_and(|above| above.everywhere || place.is_some_and(|at| above.groups[at]))
        };
        // Of an earlier question that is withheld here nothing is seen; what it rests on is asked in its own turn.
        if places.iter().any(is_unseen) {
            return true;
        }
        let by_perspective = route.question == PERSPECTIVE && self.is_by_perspective();
        let hidden = above.map(|above| above.groups.clone()).unwrap_or_default();
        let (closed, policy) = (self.closed, self.policy);
        let seen_by = if by_perspective { &[] } else { self.groups };
        let earlier = self
            .seen
            .entry(route.question.clone())
            .or_insert_with(|| Earlier::of(closed, &route.question, seen_by, self.group_of, policy, &hidden));
        let among = |key: &str| route.among.as_ref().is_some_and(|among| among.iter().any(|one| one == key));
        if !by_perspective {
            return earlier.learn(among, places, least, policy);
        }
        // Groups that are perspectives are rows of that table, where everybody stands in one column.
        let groups = self.groups;
        let is_there = |at: &Option<usize>, key: &str| at.is_none_or(|at| groups[at].0 == key);
        earlier.learn(|key| among(key) && places.iter().any(|at| is_there(at, key)), &[None], least, policy)
    }

    /// Whether the groups are who people are.
    fn is_by_perspective(&self) -> bool {
        let known = self.closed.routing.options.get(PERSPECTIVE);
        !self.groups.is_empty() && self.groups.iter().all(|(key, _)| known.is_some_and(|(keys, _)| keys.contains(key)))
    }
}

/// Whether everybody less some of the groups that are shown, whichever they are, tells of those that are left together:
/// `tells` is asked of each such set, where it is more than what each of them tells alone.
fn left_together(
    all: u64,
    hidden: &[usize],
    shown: &[(usize, Range)],
    mut tells: impl FnMut(&[Option<usize>], u64) -> bool,
) -> bool {
    (0..1_u32 << shown.len()).any(|taken| {
        let is_taken = |at: usize| taken & (1 << at) != 0;
        let (mut places, mut least, mut alone): (Vec<Option<usize>>, u64, u64) =
            (hidden.iter().copied().map(Some).collect(), all, 0);
        for (at, (group, base)) in shown.iter().enumerate() {
            if is_taken(at) {
                least = least.saturating_sub(base.most);
            } else {
                places.push(Some(*group));
                alone += base.least;
            }
        }
        !places.is_empty() && least > alone && tells(&places, least)
    })
}

impl Earlier {
    fn of(
        closed: &ClosedAnswers,
        question: &str,
        groups: &[(String, String)],
        group_of: impl Fn(&str, &str) -> String,
        policy: Policy,
        withheld: &[bool],
    ) -> Self {
        let (everyone, groups, mut rows) = closed.counted(question, Counting::Picked, groups, group_of);
        let (mut keys, several) = closed.routing.options.get(question).cloned().unwrap_or_default();
        if question == PERSPECTIVE {
            // Where nobody answered from a perspective there is nobody to protect.
            rows.retain(|row| row.total > 0);
            keys = rows.iter().map(|row| row.key.clone()).collect();
        }
        if keys.len() == 1 {
            return Self::Alone;
        }
        if several || keys.is_empty() {
            return Self::Other { everyone, groups, rows };
        }
        let bases: Vec<u64> = groups.iter().map(|group| group.base).collect();
        Self::Options(keys, Options::protect(everyone, &bases, &rows, policy, withheld))
    }

    /// Whether all that is hidden stays as open to somebody who knows that at least so many in some places together are
    /// among these.
    fn learn(&mut self, among: impl Fn(&str) -> bool, places: &[Option<usize>], least: u64, policy: Policy) -> bool {
        match self {
            Self::Options(keys, options) => {
                let rows: Vec<usize> = (0..keys.len()).filter(|at| among(&keys[*at])).collect();
                options.learn(&rows, places, least)
            }
            Self::Alone => true,
            Self::Other { everyone, groups, rows } => places.iter().all(|place| {
                let people = place.map_or(*everyone, |at| groups[at].base);
                let given = |row: &Row| place.map_or(row.total, |at| row.counts[at]);
                // Whoever is not asked must be many too, and no option that leads to it hidden.
                let mut leading = rows.iter().filter(|row| among(&row.key));
                people.saturating_sub(least) >= policy.threshold
                    && leading.all(|row| !policy.is_small(given(row), people))
            }),
        }
    }
}

impl Breakdown {
    /// Makes the table of a question of which something is withheld: of rows that may overlap, or of options, which do not.
    pub fn beside_others(
        everyone: u64,
        groups: &[Group],
        rows: &[Row],
        policy: Policy,
        are_options: bool,
        withheld: &Withheld,
    ) -> Self {
        if !withheld.everywhere {
            return Self::build(everyone, groups, rows, policy, (are_options, &withheld.groups));
        }
        // As of nobody: everything is hidden, which is never zero.
        let groups: Vec<Group> = groups.iter().map(|group| Group { base: 0, ..group.clone() }).collect();
        let rows: Vec<Row> =
            rows.iter().map(|row| Row { counts: vec![0; groups.len()], total: 0, ..row.clone() }).collect();
        Self { everyone: Count::Hidden, ..Self::build(0, &groups, &rows, policy, (are_options, &[])) }
    }
}

#[cfg(test)]
#[path = "routed_tests.rs"]
mod tests;
