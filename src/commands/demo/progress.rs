//! What the town's officers have done with the plan since: a year's figures, a published version signed off by a
//! second account, and "you said, we did" with words for children.
//!
//! Figures that the plan itself prints for an earlier year are the plan's; every other one says that it is invented.
//! Running it again adds nothing twice.

use anyhow::{Context, anyhow};
use jiff::ToSpan;
use jiff::civil::Date;

use crate::breakdown::{Figure, Policy};
use crate::library::Library;
use crate::plan::evidence::{Balance, Basis, Evidence, NoneFound, Stance};
use crate::plan::progress::{Deed, Draft, Entry, ForChildren, Publication};
use crate::plan::{Plan, Status, actions};
use crate::store::{ActionChange, NewMeasurement, PlanComment, Store};
use crate::survey::Consultation;
use crate::web::ballot::figures::{published_choices, said_of_choice};
use crate::web::officer::answers;
use crate::web::officer::counts::{By, FrameCounts};
use crate::web::officer::subject::Subject;
use crate::web::plans::{find_whole, links, propose, weighed};

const PLAN: &str = "worcestershire-cypp-2014";
const CONSULTATION: &str = "worcestershire-cypp";
/// The accounts that write and that sign off.
const WRITER: &str = "officer";
const SIGNER: &str = "administrator";

const INVENTED: &str = "Illustrative: invented to show how progress is followed";
const ACCOUNT: &str = "The plan’s own account of 2011 to 2014";

/// Indicator, period, figure and source.
const FIGURES: [(&str, &str, f64, &str); 9] = [
    ("self-harm-admissions", "2013/14", 391.0, INVENTED),
    ("excess-weight-year-6-gap", "2013/14 academic", 7.4, INVENTED),
    ("alcohol-admissions-under-18", "2013/14", 54.5, INVENTED),
    ("good-level-of-development", "2013/14 academic", 55.0, INVENTED),
    ("key-stage-2-level-4", "2013/14 academic", 73.0, INVENTED),
    ("gcse-5-a-c", "2013/14 academic", 64.2, INVENTED),
    ("social-care-referrals", "2013/14", 286.0, INVENTED),
    ("not-in-employment-education-training", "2013-03", 5.2, ACCOUNT),
    ("not-in-employment-education-training", "2013/14", 4.8, INVENTED),
];

/// Makes all of it.
///
/// # Errors
/// When the database fails, or the plan cannot be published, which is a defect.
pub fn show(library: &Library, store: &Store, policy: Policy, today: Date) -> anyhow::Result<()> {
    let Some(plan) = find_whole(library, PLAN) else { return Ok(()) };
    let Some(consultation) = library.find_consultation(CONSULTATION) else { return Ok(()) };
    if store.list_measurements(PLAN)?.0.is_empty() {
        enter_figures(store, &plan, today)?;
    }
    if store.find_plan_version(PLAN, None)?.is_none() && store.find_plan_draft(PLAN)?.is_none() {
        link_the_rest(library, store, &plan, today)?;
        publish(library, store, policy, plan, consultation, today)?;
    }
    if store.list_entries(CONSULTATION)?.is_empty() {
        let entries = entries(library, store, policy, today)?;
        for entry in &entries {
            store.save_entry(entry, WRITER, today)?;
        }
        store.publish_reply(CONSULTATION, &entries, WRITER, today)?;
        println!("{CONSULTATION}: “you said, we did” is published, illustrative");
    }
    Ok(())
}

fn enter_figures(store: &Store, plan: &Plan, today: Date) -> anyhow::Result<()> {
    let new = FIGURES.iter().filter(|(key, ..)| plan.indicators().any(|(_, one)| one.key == *key));
    let new = new.map(|(key, period, value, source)| {
        let period = period.parse().with_context(|| format!("{period} is no period"))?;
        let (indicator, source) = ((*key).to_owned(), Some((*source).to_owned()));
        Ok(NewMeasurement { indicator, period, value: Some(*value), source })
    });
    let kept = store.save_measurements(PLAN, new.collect::<anyhow::Result<_>>()?, WRITER, today)?;
    let states = [
        (0, Some("Health and Well-being Board"), -400, Status::Done),
        (1, Some("Public Health"), -30, Status::UnderWay),
        (2, Some("Health and Well-being Board"), 120, Status::UnderWay),
        (3, None, 200, Status::Planned),
    ];
    for (action, (_, owner, days, status)) in actions::begin(plan).iter().zip(states) {
        let change = ActionChange {
            action: action.key.clone(),
            owner: owner.map(|owner| format!("{owner} (illustrative)")),
            due: Some(today.saturating_add(days.days())),
            status: Some(status),
            source: Some(INVENTED.to_owned()),
            officer: WRITER.to_owned(),
            changed_on: today,
        };
        store.save_action(PLAN, &change)?;
    }
    println!("{PLAN}: {} figures of a year’s progress, illustrative but for what the plan prints", kept.added);
    Ok(())
}

/// Links what is still missing before the plan may be published.
fn link_the_rest(library: &Library, store: &Store, plan: &Plan, today: Date) -> anyhow::Result<()> {
    let version = propose(library, store, plan.clone(), Draft::default(), |_| Ok((String::new(), None)));
    let version = version.map_err(|error| anyhow!("{error}"))?;
    let known = links(&version);
    let Some(frame) = library.find_consultation(CONSULTATION).and_then(|one| one.code_frame.clone()) else {
        return Ok(());
    };
    let frame = library.find_code_frame(&frame);
    for weighed in weighed(&version, &known) {
        let outcome = weighed.outcome;
        let theme = outcome
            .themes
            .iter()
            .find(|key| frame.is_some_and(|frame| frame.themes.iter().any(|one| one.key == **key)));
        if let (Balance::Unsupported | Balance::OnlyContrary, Some(theme)) = (weighed.balance, theme) {
            let link = Evidence {
                outcome: outcome.key.clone(),
                district: None,
                basis: Basis::Theme { consultation: CONSULTATION.to_owned(), theme: theme.clone() },
                stance: Stance::Supporting,
                note: "Illustrative: people raised it in their own words.".to_owned(),
            };
            store.save_evidence(PLAN, &link, WRITER, today)?;
        }
        if weighed.contrary.is_empty() && !matches!(weighed.balance, Balance::NoneFound(_)) {
            let looked = "Illustrative: an officer searched every answer for somebody who said that it matters less.";
            let none = NoneFound { outcome: outcome.key.clone(), looked: looked.to_owned() };
            store.save_none_found(PLAN, &none, WRITER, today)?;
        }
    }
    Ok(())
}

fn publish(
    library: &Library,
    store: &Store,
    policy: Policy,
    plan: Plan,
    consultation: &Consultation,
    today: Date,
) -> anyhow::Result<()> {
    let draft = Draft {
        opened: Some(consultation.opens),
        closed: Some(consultation.closes),
        decides_on: Some(consultation.closes.saturating_add(60.days())),
        undecided:
            "Illustrative: which of these outcomes get money first, and what each district adds to them. What the \
                    outcomes are is decided."
                .to_owned(),
        signed_off: None,
    };
    store.save_plan_draft(PLAN, &draft, WRITER, today)?;
    let named = |link: &Evidence| taken_from(library, store, policy, &link.basis);
    let document = propose(library, store, plan, draft, |link| named(link).map_err(crate::web::PageError::broken));
    let document = document.map_err(|error| anyhow!("{error}"))?;
    store.send_plan_for_review(PLAN, &document, WRITER, today)?;
    let says = "Illustrative: read against the plan’s own figures. The questions that a careful reader would ask stay open \
                on the plan’s page.";
    store
        .save_plan_comment(PLAN, &PlanComment { officer: SIGNER.to_owned(), says: says.to_owned(), said_on: today })?;
    let signed = ("A second officer (illustrative)".to_owned(), today);
    let document = store.find_plan_draft(PLAN)?.and_then(|held| held.document).context("nothing is being reviewed")?;
    store.sign_plan_off(PLAN, &document, SIGNER, signed.clone())?;
    let links = links(&document);
    let draft = Draft { signed_off: Some(signed), ..document.draft.clone() };
    let found = Publication::new(PLAN, &document.plan, draft, &weighed(&document, &links)).err().unwrap_or_default();
    if !found.is_empty() {
        let found: Vec<String> = found.iter().map(ToString::to_string).collect();
        return Err(anyhow!("the town’s plan cannot be published: {}", found.join("; ")));
    }
    if let Some(version) = store.publish_plan(PLAN, WRITER, today)? {
        println!("{PLAN}: version {version} is published");
    }
    Ok(())
}

fn subject(library: &Library, consultation: &str) -> Option<Subject> {
    let consultation = library.find_consultation(consultation)?;
    let geography = library.find_geography(&consultation.geography)?;
    Some(Subject { consultation: consultation.clone(), geography: geography.clone() })
}

/// What evidence is called, and its figure for everyone.
fn taken_from(
    library: &Library,
    store: &Store,
    policy: Policy,
    basis: &Basis,
) -> anyhow::Result<(String, Option<Figure>)> {
    Ok(match basis {
        Basis::Theme { consultation, theme } => {
            let Some(subject) = subject(library, consultation) else { return Ok((theme.clone(), None)) };
            let title = &subject.consultation.default_words().title;
            match theme_figure(store, &subject, theme, policy)? {
                Some((name, figure)) => (format!("{name} ({title})"), Some(figure)),
                None => (theme.clone(), None),
            }
        }
        Basis::Option { consultation, question, option } => {
            let Some(subject) = subject(library, consultation) else { return Ok((option.clone(), None)) };
            let Some(asked) = subject.consultation.find_question(question) else { return Ok((option.clone(), None)) };
            let closed = answers::read(store, &subject).map_err(|error| anyhow!("{error}"))?;
            let table = answers::table_by(&subject, &closed, asked, By::District, policy);
            let heading = subject.consultation.heading(question);
            match table.find_row(option) {
                Some(row) => (format!("{heading}: {}", row.name), Some(row.everyone)),
                None => (option.clone(), None),
            }
        }
        Basis::Ballot { ballot, choice } => {
            let Some(held) = library.find_ballot(ballot) else { return Ok((choice.clone(), None)) };
            let choices = published_choices(store, held).map_err(|error| anyhow!("{error}"))?;
            let found = choices.iter().find(|known| known.key == *choice);
            let said = said_of_choice(held, found);
            (format!("{} ({said})", held.name(choice)), found.and_then(|found| found.share))
        }
        Basis::Outside { title, publisher, .. } => {
            (format!("{title}: {}, {publisher}", basis.outside_figure().unwrap_or_default()), None)
        }
    })
}

/// A theme's name and its share of everyone who wrote an answer.
fn theme_figure(
    store: &Store,
    subject: &Subject,
    key: &str,
    policy: Policy,
) -> anyhow::Result<Option<(String, Figure)>> {
    let Some(frame) = subject.find_frame(store)? else { return Ok(None) };
    let counts = FrameCounts::count(store, &subject.consultation.key, frame.id, None)?;
    let Some(theme) = counts.themes.iter().find(|theme| theme.key == key) else { return Ok(None) };
    let table = counts.breakdown(&counts.beside(theme), subject, By::District, policy);
    Ok(table.find_row(&theme.id.to_string()).map(|row| (row.name.clone(), row.everyone)))
}

fn deed(says: &str, owner: &str, on: Date, status: Status) -> Deed {
    Deed { says: says.to_owned(), owner: format!("{owner} (illustrative)"), on: Some(on), status }
}

fn child(asked: &str, said: &str, did: &str) -> Option<ForChildren> {
    Some(ForChildren { asked: asked.to_owned(), said: said.to_owned(), did: did.to_owned() })
}

/// Two entries: one of what is done, and one of what will not be.
fn entries(library: &Library, store: &Store, policy: Policy, today: Date) -> anyhow::Result<Vec<Entry>> {
    let subject = subject(library, CONSULTATION);
    let figures = |theme: &str| -> anyhow::Result<Vec<(String, Figure)>> {
        let Some(subject) = &subject else { return Ok(Vec::new()) };
        let found = theme_figure(store, subject, theme, policy)?;
        Ok(found.map(|(name, figure)| (format!("Named “{name}”"), figure)).into_iter().collect())
    };
    Ok(vec![
        Entry {
            key: "someone-to-talk-to".to_owned(),
            consultation: CONSULTATION.to_owned(),
            outcome: Some("healthy-lifestyle".to_owned()),
            asked: "What matters most to children and young people where you live?".to_owned(),
            said: "Illustrative: that worry, sadness and long waits for help come up at every age. Some said that they would \
                   rather talk to somebody at school than at a clinic; others wanted nobody at school to know."
                .to_owned(),
            figures: figures("mental-health")?,
            decided: "Illustrative: to bring somebody to talk to into every secondary school, and to keep a way to ask for \
                      help that goes round school, because people want both."
                .to_owned(),
            deeds: vec![
                deed("A list of who can help, on one page, in every school", "Public Health", today.saturating_sub(3.days()), Status::Done),
                deed("A counsellor in each secondary school", "Children’s Services", today.saturating_add(200.days()), Status::UnderWay),
            ],
            not_done: None,
            for_children: child(
                "We asked what matters most to you.",
                "Many of you said that you worry a lot, or feel sad. You want someone kind to talk to. You do not want to wait.",
                "There is now a page in each school that says who can help. Next, each big school will have a person whose job is to listen.",
            ),
        },
        Entry {
            key: "later-buses".to_owned(),
            consultation: CONSULTATION.to_owned(),
            outcome: None,
            asked: "What would you change first?".to_owned(),
            said: "Illustrative: that the last bus leaves before clubs end, above all from villages.".to_owned(),
            figures: figures("transport")?,
            decided: "Illustrative: not to run later buses this year.".to_owned(),
            deeds: Vec::new(),
            not_done: Some(
                "Illustrative: the routes are let until next summer and cannot be changed before. Later buses will be asked \
                 for when they are let again."
                    .to_owned(),
            ),
            for_children: child(
                "We asked what you would change first.",
                "You said that the last bus goes too early, so you miss the end of your club.",
                "We cannot change the buses this year. The bus company has a promise with us until next summer. We will ask for later buses then.",
            ),
        },
    ])
}
