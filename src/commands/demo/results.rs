//! Published results of the demo's town, so that there is something to read, take away and follow from the first minute.
//!
//! Quotes are approved and results published as an officer would; a town that has published keeps what it has.

use crate::commands::report::subject;
use crate::config::Config;
use crate::library::Library;
use crate::store::{ApprovedWords, QuoteFilter, RedactedAnswer, Store};
use crate::web::officer::counts::FrameCounts;
use crate::web::officer::publishing::{Statement, prepare};
use crate::web::officer::quote_choices::themes_to_quote;
use crate::web::officer::subject::Subject;
use crate::web::today;

/// The consultation whose results are published.
const CONSULTATION: &str = "worcestershire-cypp";
/// Who approves and publishes.
const OFFICER: &str = "officer";
/// How many of a theme's answers are looked through for them.
const LOOKED_AT: usize = 400;

/// What is quoted. Read and chosen by people, as every quote must be: other invented answers tell of harm, and no such
/// words are ever published.
const QUOTES: [&str; 21] = [
    "Open youth clubs again!! my brother had one and by the time I was old enough it was shut",
    "free dinners in the holidays as well as at school",
    "proper broadband for villages it's 2025 or whatever",
    "Somewhere indoors w/ food and sofas",
    "the park by the river its decent in summer",
    "The libraries are a credit to the county",
    "the sensory room at the library",
    "school breakfast club its free",
    "Village shows, YFC, carnival floats",
    "Paddling pool in the park in the summer",
    "the lolipop man he high fives everyone",
    "After school clubs cost £6 each and me and my sister have to take turns",
    "people park on the pavement and I cant get past and I have to go on the road",
    "our school is getting too full becase of all the new houses we have lunch in the corridor",
    "Cost of insurance and lessons. £42 an hour for a lesson.",
    "The hills, live music, proper friends",
    "good mental health, decent mates, something to get up for",
    "make it fair for girls in sport",
    "More firms taking on school leavers, and a proper careers person you can go and see face to face",
    "apprenticeships that pay enough to actually live on",
    "Admissions team that picks up the telephone.",
];

/// Approves quotes and publishes, unless something has been published.
pub(super) fn publish(config: &Config, library: &Library, store: &Store) -> anyhow::Result<()> {
    let there_already = !store.list_publications(Some(CONSULTATION), 1)?.is_empty();
    if there_already || library.find_consultation(CONSULTATION).is_none() {
        return Ok(());
    }
    let subject = subject(library, CONSULTATION)?;
    approve(config, store, &subject)?;
    let ready = prepare(store, library, &subject, config.policy)?;
    if !ready.may_follow(false) {
        return Ok(());
    }
    let statement = Statement {
        about:
            "What people have told us so far about growing up in Worcestershire, for each district. Every answer here \
                is invented, to show what a publication looks like."
                .to_owned(),
        undecided:
            "Nothing is decided yet. What comes up most is weighed when the consultation has closed, and you can \
                    still have your say until then."
                .to_owned(),
        correction: None,
    };
    if let Some(number) = ready.publish(store, CONSULTATION, statement, OFFICER, config.public_url.as_deref())? {
        println!("{CONSULTATION}: illustrative results published as publication {number}");
    }
    Ok(())
}

/// Approves the quotes that were chosen, each for the first theme that it speaks of.
fn approve(config: &Config, store: &Store, subject: &Subject) -> anyhow::Result<()> {
    let Some(frame) = subject.find_frame(store)? else { return Ok(()) };
    let counts = FrameCounts::count(store, &subject.consultation.key, frame.id, None)?;
    let mut approved: Vec<ApprovedWords> = Vec::new();
    for theme in themes_to_quote(&counts, config.policy) {
        let best = store.list_quote_answers(theme.id, &QuoteFilter::default(), LOOKED_AT)?;
        let ids: Vec<i64> = best.into_iter().map(|(id, _)| id).collect();
        for answer in store.get_answers(&ids)?.into_iter().filter(RedactedAnswer::is_screened) {
            let words = answer.text();
            if !QUOTES.contains(&words.as_str()) || approved.iter().any(|known| known.words == words) {
                continue;
            }
            let (theme, approved_by) = (theme.name.clone(), OFFICER.to_owned());
            let (answer_id, approved_on) = (answer.id(), today());
            approved.push(ApprovedWords { answer_id, theme, words, approved_by, approved_on });
        }
    }
    store.save_approved_quotes(&subject.consultation.key, approved, Vec::new())?;
    Ok(())
}
