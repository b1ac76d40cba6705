//! Puts a consultation's results together: one count of everything, for all reports and for publications.
//!
//! Leaves out what results say (`report::district`) and whether they may be published (`publishing`).

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::breakdown::{
    Based, Breakdown, ClosedAnswers, Counting, Group, OptionsTable, Policy, Row, Withheld, hide_alike, is_counted,
    subtotals,
};
use crate::library::Library;
use crate::report::district::{ApprovedQuote, ClosedQuestion, QuestionThemes, Results};
use crate::store::{ResponseCount, Store, StoreError, StoredTheme, ThemeStatus};
use crate::survey::{Consultation, Openness, Question, QuestionKind, Section};
use crate::web::today;

use super::breakdowns::asked_ages::asked_ages;
use super::counts::{By, FrameCounts, group_of, groups};
use super::subject::Subject;

/// How many responses are read from the store at a time.
const PART: usize = 2_000;

/// The perspectives that are compared with the population of their ages.
const YOUNG: [&str; 2] = ["child", "young-person"];

/// Results with what they rest on.
pub struct Counted {
    pub results: Results,
    /// How many people every group that is told apart has, exactly: the bases of all tables, by a name that an officer
    /// knows them by. Kept to see whether the results may be published anew, and never shown.
    pub people: BTreeMap<String, u64>,
}

/// Counts everything once and lets `breakdown` say what may be shown. `address` is where more can be read.
///
/// # Errors
/// When the database fails.
pub fn count(
    store: &Store,
    library: &Library,
    subject: &Subject,
    policy: Policy,
    quotes: Vec<ApprovedQuote>,
    address: Option<String>,
) -> Result<Counted, StoreError> {
    let consultation = &subject.consultation;
    let words = consultation.default_words();
    let responses = store.count_responses(&consultation.key)?;
    let mut based = Bases::default();
    based.note("Everyone who answered", None, subject, responses.iter().map(|one| (one.district.as_str(), one.people)));
    let answers = read_answers(store, consultation)?;
    let of = |perspective: &str, district: &str| group_of(subject, By::District, perspective, district);
    based.of_routed = answers.withheld(&groups(subject, By::District), of, policy);
    let (frame, mut themes, theme_keys) = themes(store, library, subject, policy, &mut based)?;
    let mut closed = closed(&answers, subject, policy, &mut based);
    let answered = Answered::count(subject, &responses);
    let mut who = answered.publish(policy);
    // One base of a group for the whole publication: shown everywhere, or nowhere.
    let of_words = themes.iter_mut().map(|one| &mut one.table);
    let tables = [&mut who].into_iter().chain(of_words).chain(closed.iter_mut().map(|one| &mut one.table));
    let based_on = tables.zip(&based.of_tables).zip(&based.withheld);
    let based_on = based_on.map(|((table, bases), withheld)| Based { table, bases, withheld: *withheld });
    let mut tables: Vec<Based> = based_on.collect();
    hide_alike(&mut tables, policy);
    let young = answered.young(subject, &who, policy);
    let plan = consultation.plan.as_deref().and_then(|key| library.find_plan(key));
    let to = plan.map_or_else(String::new, |plan| format!(" What they said goes into “{}”.", plan.title));
    let mut next = vec![format!("{} reads what people said.{to}", consultation.organisation)];
    next.extend([&words.what_happens, &words.undecided].into_iter().filter(|said| !said.is_empty()).cloned());
    let results = Results {
        title: words.title.clone(),
        organisation: consultation.organisation.clone(),
        days: (consultation.opens, consultation.closes),
        counted_on: today(),
        geography: Arc::clone(&subject.geography),
        policy,
        interim: consultation.openness(today()) != Openness::Closed,
        corrected: None,
        publication: None,
        illustrative: store.has_illustrative(&consultation.key)?,
        answered: who,
        young,
        young_ages: asked_ages(consultation),
        themes,
        theme_keys,
        closed,
        quotes,
        frame,
        next,
        address,
    };
    Ok(Counted { results, people: based.people })
}

/// How many people the groups of each table have, exactly.
#[derive(Default)]
struct Bases {
    /// By a name that an officer knows them by, everybody of a table among them.
    people: BTreeMap<String, u64>,
    /// By table, in the order of [`By::District`]'s groups.
    of_tables: Vec<Vec<u64>>,
    /// By table, whether anything of it is withheld.
    withheld: Vec<bool>,
    /// What is withheld of each question that is asked because of an earlier answer.
    of_routed: BTreeMap<String, Withheld>,
}

impl Bases {
    /// Adds the people of the next table, altogether and in each district; a table of one question with its key.
    fn note<'a>(
        &mut self,
        table: &str,
        question: Option<&str>,
        subject: &Subject,
        counts: impl Iterator<Item = (&'a str, u64)>,
    ) {
        self.withheld.push(question.and_then(|key| self.of_routed.get(key)).is_some_and(Withheld::is_any));
        let groups = groups(subject, By::District);
        let mut bases = vec![0; groups.len()];
        for (district, many) in counts {
            let key = subject.district_group(district);
            let at = groups.iter().position(|(group, _)| *group == key);
            let name = at.map_or(district, |at| groups[at].1.as_str());
            *self.people.entry(table.to_owned()).or_default() += many;
            *self.people.entry(format!("{table}: {name}")).or_default() += many;
            if let Some(at) = at {
                bases[at] += many;
            }
        }
        self.of_tables.push(bases);
    }
}

/// Perspectives by district, as counted.
struct Answered {
    everyone: u64,
    groups: Vec<Group>,
    rows: Vec<Row>,
}

impl Answered {
    fn count(subject: &Subject, responses: &[ResponseCount]) -> Self {
        let groups = groups(subject, By::District);
        let people = |group: Option<&str>, perspective: Option<&str>| -> u64 {
            let is_theirs = |count: &&ResponseCount| {
                group.is_none_or(|group| subject.district_group(&count.district) == group)
                    && perspective.is_none_or(|perspective| count.perspective == perspective)
            };
            responses.iter().filter(is_theirs).map(|count| count.people).sum()
        };
        let row = |perspective: &crate::survey::Perspective| Row {
            key: perspective.key.clone(),
            name: subject.perspective_plural(&perspective.key).to_owned(),
            counts: groups.iter().map(|(group, _)| people(Some(group), Some(&perspective.key))).collect(),
            total: people(None, Some(&perspective.key)),
        };
        let rows = subject.consultation.perspectives.iter().map(row).collect();
        let group = |(key, name): &(String, String)| Group {
            key: key.clone(),
            name: name.clone(),
            base: people(Some(key), None),
        };
        Self { everyone: people(None, None), rows, groups: groups.iter().map(group).collect() }
    }

    fn publish(&self, policy: Policy) -> Breakdown {
        Breakdown::of_options(self.everyone, &self.groups, &self.rows, policy)
    }

    /// Children and young people by district, beside what is published of perspectives; none where they are not asked
    /// apart.
    fn young(&self, subject: &Subject, published: &Breakdown, policy: Policy) -> Option<Breakdown> {
        let is_young = |row: &usize| YOUNG.contains(&self.rows[*row].key.as_str());
        let young: Vec<usize> = (0..self.rows.len()).filter(is_young).collect();
        let table = OptionsTable { everyone: self.everyone, groups: &self.groups, rows: &self.rows, published };
        // Whoever lives elsewhere is the last group, and beside no population.
        let districts = subject.geography.districts.len();
        (!young.is_empty()).then(|| subtotals(&table, &young, districts, policy))
    }
}

/// Where themes come from, the approved topmost ones of every question together and of each, and their keys by row.
type Themes = (String, Vec<QuestionThemes>, BTreeMap<String, String>);

fn themes(
    store: &Store,
    library: &Library,
    subject: &Subject,
    policy: Policy,
    based: &mut Bases,
) -> Result<Themes, StoreError> {
    let consultation = &subject.consultation;
    let Some(frame) = subject.find_frame(store)? else {
        let unread = "Answers in people’s own words have not been read for themes yet.";
        return Ok((unread.to_owned(), Vec::new(), BTreeMap::new()));
    };
    let questions: Vec<&str> = consultation.text_questions().map(|question| question.key.as_str()).collect();
    let mut asked = vec![None];
    // With one question, every question together is that one.
    asked.extend(questions.iter().copied().map(Some).filter(|_| questions.len() > 1));
    let (mut themes, mut keys) = (Vec::new(), BTreeMap::new());
    for question in asked {
        let counts = FrameCounts::count(store, &consultation.key, frame.id, question)?;
        let is_approved = |theme: &&StoredTheme| theme.status == ThemeStatus::Approved;
        let topmost: Vec<&StoredTheme> = counts.topmost().into_iter().filter(is_approved).collect();
        keys.extend(topmost.iter().map(|theme| (theme.id.to_string(), theme.key.clone())));
        let key = question.map(str::to_owned);
        let withheld = question.and_then(|key| based.of_routed.get(key)).cloned().unwrap_or_default();
        let question = question.map(|key| consultation.heading(key).to_owned());
        let table = question.as_deref().unwrap_or("Everyone who wrote an answer");
        based.note(table, key.as_deref(), subject, counts.people.by_district());
        let table = counts.breakdown_beside(&topmost, subject, By::District, policy, &withheld);
        themes.push(QuestionThemes { question, key, table });
    }
    let title = library.find_code_frame(&frame.key).map(|known| known.title.clone()).filter(|title| !title.is_empty());
    let about = format!(
        "Themes are those of the code frame “{}”, version {}, written by people. Officers and a machine applied them to \
         answers; a machine misses irony and what is only hinted at.",
        title.unwrap_or_else(|| frame.key.clone()),
        frame.version
    );
    Ok((about, themes, keys))
}

/// Reads every response once.
fn read_answers(store: &Store, consultation: &Consultation) -> Result<ClosedAnswers, StoreError> {
    let mut answers = ClosedAnswers::default();
    let mut after = 0;
    loop {
        let part = store.list_responses(&consultation.key, after, PART)?;
        let Some(last) = part.last() else { return Ok(answers) };
        after = last.id;
        part.iter().for_each(|stored| answers.add(consultation, &stored.response));
    }
}

/// What was picked in each question with options, but for those about the person.
fn closed(answers: &ClosedAnswers, subject: &Subject, policy: Policy, based: &mut Bases) -> Vec<ClosedQuestion> {
    let consultation = &subject.consultation;
    let is_asked = |question: &&Question| {
        let about_the_person =
            question.section == Section::Equality || matches!(question.kind, QuestionKind::AgeBand(_));
        is_counted(question) && question.options().is_some() && !about_the_person
    };
    let asked: Vec<&Question> = consultation.questions.iter().filter(is_asked).collect();
    let groups = groups(subject, By::District);
    for question in &asked {
        let (heading, people) = (consultation.heading(&question.key), answers.answered(&question.key));
        based.note(heading, Some(&question.key), subject, people);
    }
    let count = |question: &Question| {
        let is_ranking = matches!(question.kind, QuestionKind::Ranking { .. });
        let (counting, named) =
            if is_ranking { (Counting::First, "put it first") } else { (Counting::Picked, "picked it") };
        let words = consultation.officer_words(&question.key);
        let name = |option: &str| {
            let label = words.and_then(|words| words.options.get(option)).map(|words| words.label.clone());
            label.unwrap_or_else(|| option.to_owned())
        };
        let of = |perspective: &str, district: &str| group_of(subject, By::District, perspective, district);
        let table = answers.table_beside(question, counting, name, &groups, of, (policy, &based.of_routed));
        let ask = consultation.heading(&question.key).to_owned();
        ClosedQuestion { ask, key: Some(question.key.clone()), named: named.to_owned(), table }
    };
    asked.into_iter().map(count).collect()
}
