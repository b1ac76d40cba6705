//! The campaign of the demo: a youth cabinet asks all winter for the plan's consultation, with places, targets, tasks, words
//! that an officer has approved and words that wait. Some of the invented answers came by its links.

use anyhow::anyhow;
use jiff::civil::{Date, Time};
use jiff::{Timestamp, ToSpan};

use crate::campaign::{About, Campaign, PALETTE, Place, Post, PostKind, PostState, ShortWord, Task, TaskKind};
use crate::library::Library;
use crate::store::{Store, StoreError, Submission};
use crate::survey::{WayCode, WayIn, WayKind};
use crate::web::campaign::begin;

/// The campaign's key, and that of the consultation it asks for.
const KEY: &str = "winter-of-listening";
const CONSULTATION: &str = "worcestershire-cypp";
/// Places: their word, name, how many young people are there, and how many are hoped for.
const PLACES: [(&str, &str, Option<u32>, Option<u32>); 6] = [
    ("redditch", "Redditch Library", None, Some(40)),
    ("hive", "The Hive, Worcester", None, Some(60)),
    ("evesham", "Evesham Youth Centre", Some(120), Some(30)),
    ("malvern", "Malvern Splash pool", None, Some(40)),
    ("kidder", "Kidderminster bus station", None, Some(30)),
    ("bromsgrove", "Bromsgrove Artrix", None, Some(25)),
];
/// Of every this many invented answers of young people one came by a link.
const ONE_IN: usize = 3;
/// How the places share them, by turns.
const TURNS: [usize; 12] = [0, 1, 1, 2, 0, 1, 3, 1, 0, 4, 1, 2];

/// The codes of the campaign's places, in their order.
pub struct Links(Vec<String>);

impl Links {
    /// Lets some invented answers of children and young people have come by the campaign's links.
    pub fn come_by(&self, submissions: &mut [Submission]) {
        let is_ours = |one: &&mut Submission| {
            let young = ["child", "young-person"].contains(&one.response.perspective.as_str());
            one.consultation == CONSULTATION && young
        };
        for (at, one) in submissions.iter_mut().filter(is_ours).step_by(ONE_IN).enumerate() {
            one.way_in = self.0.get(TURNS[at % TURNS.len()]).cloned();
        }
    }
}

/// Makes the campaign where it is not there yet.
///
/// # Errors
/// When the database cannot be used.
pub fn begin(library: &Library, store: &Store, today: Date) -> anyhow::Result<Links> {
    let Some(consultation) = library.find_consultation(CONSULTATION) else { return Ok(Links(Vec::new())) };
    let campaign = Campaign {
        key: KEY.to_owned(),
        about: About::Consultation(CONSULTATION.to_owned()),
        template: "summer-of-listening".to_owned(),
        name: "Winter of listening".to_owned(),
        team: "Worcestershire Youth Cabinet".to_owned(),
        colour: PALETTE[1].1,
        languages: consultation.languages().into_iter().map(|one| one.as_str().to_owned()).collect(),
        target: 600,
        starts: today.saturating_sub(20.days()),
        ends: consultation.closes,
    };
    if begin::keep(store, library, campaign, today).map_err(|error| anyhow!("{error}"))? {
        for (word, name, people, target) in PLACES {
            let code = save_way_in(store, name, today, consultation.closes)?;
            let word = ShortWord::parse(word).ok_or_else(|| anyhow!("{word} is no word"))?;
            let place = Place { word, campaign: KEY.into(), name: name.into(), code: Some(code), people, target };
            // As if it had stood since yesterday, so that today's first look counts it.
            store.save_place(&place, today.saturating_sub(1.days()))?;
        }
        work(store, today, consultation.closes)?;
        write(store, today)?;
    }
    let mut codes = Vec::new();
    for (word, ..) in PLACES {
        let place = ShortWord::parse(word).map(|word| store.find_place(&word)).transpose()?.flatten();
        codes.extend(place.and_then(|place| place.code));
    }
    Ok(Links(codes))
}

fn save_way_in(store: &Store, name: &str, today: Date, closes_on: Date) -> anyhow::Result<String> {
    for _ in 0..10 {
        let mut random = [0u8; 6];
        getrandom::fill(&mut random)?;
        let way = WayIn {
            code: WayCode::from_random(random),
            consultation: CONSULTATION.to_owned(),
            kind: WayKind::Link,
            name: name.to_owned(),
            perspective: None,
            headcount: None,
            shared_device: false,
            opened_on: today,
            closes_on,
        };
        if store.save_way_in(&way)? {
            return Ok(way.code.as_str().to_owned());
        }
    }
    Err(anyhow!("no code is free"))
}

/// A calendar in which nothing speaks against anything else: what is over is done, but for one thing.
fn work(store: &Store, today: Date, closes: Date) -> Result<(), StoreError> {
    let day = |days: i64| today.saturating_add(days.days());
    let mut plan = vec![
        task(day(-21), "List every pool, library and youth club, one district each", "Everybody", true),
        task(day(-12), "Print a poster for each place, with a link of its own", "Year 10 reps", true),
        event(day(-6), 16, "Stall at the lights switch-on", "Redditch, Kingfisher Square", "Redditch reps", true),
        task(day(-1), "Ask the pool in Malvern whether the poster still hangs", "", false),
        event(
            day(3),
            18,
            "Youth club evening with the live page on the wall",
            "Evesham Youth Centre",
            "Year 10 reps",
            false,
        ),
        task(day(6), "Look at who has not been heard from, and choose where to go next", "", false),
        event(day(9), 12, "Lunch stall", "Worcester Sixth Form College", "College reps", false),
    ];
    plan.retain(|one| one.on <= closes);
    plan.push(task(closes, "Ask once more everywhere: it is the last day", "Everybody", false));
    plan.push(task(closes.saturating_add(8.days()), "Write what happens next, and have it approved", "", false));
    erase_tasks(store, KEY)?;
    store.save_tasks(KEY, &plan)
}

/// Takes away what a template put into the calendar of the demo's campaign.
pub(super) fn erase_tasks(store: &Store, campaign: &str) -> Result<(), StoreError> {
    for task in store.list_tasks(campaign, 100)? {
        store.erase_task(campaign, task.id)?;
    }
    Ok(())
}

/// An event at half past an hour.
pub(super) fn event(on: Date, hour: i8, what: &str, place: &str, who: &str, done: bool) -> Task {
    let begins = Time::new(hour, 30, 0, 0).ok();
    Task { kind: TaskKind::Event, place: place.to_owned(), begins, ..task(on, what, who, done) }
}

/// Something to do by a day.
pub(super) fn task(on: Date, what: &str, who: &str, done: bool) -> Task {
    let (what, who, place) = (what.to_owned(), who.to_owned(), String::new());
    Task { id: 0, kind: TaskKind::Task, what, who, place, on, begins: None, done }
}

/// Words that a member wrote so many days ago.
pub(super) fn post(campaign: &str, today: Date, kind: PostKind, days: i64, title: &str, words: &str) -> Post {
    Post {
        id: 0,
        campaign: campaign.to_owned(),
        kind,
        title: title.to_owned(),
        words: words.to_owned(),
        written_by: "member".to_owned(),
        written_on: today.saturating_sub(days.days()),
        state: PostState::Waiting,
        remark: String::new(),
        decided: None,
    }
}

/// Keeps words that the officer approved on the day they were written.
pub(super) fn approved(store: &Store, one: &Post) -> anyhow::Result<()> {
    let id = store.save_post(one)?;
    let days = i64::from((crate::web::today() - one.written_on).get_days().max(0));
    let at = Timestamp::now().as_second() - days * 86_400;
    store.decide_post(id, (PostState::Waiting, PostState::Approved), "", "officer", at)?;
    Ok(())
}

/// Words that the public reads, and words that wait.
fn write(store: &Store, today: Date) -> anyhow::Result<()> {
    let post = |kind, days, title, words| post(KEY, today, kind, days, title, words);
    let page = "All winter we come to where you are. Tell us what growing up here is like.\n\nWe are the youth cabinet. Adults \
                are writing a plan for everybody under 20 in the county. Half of us are never asked, so we go and ask.";
    approved(store, &post(PostKind::Page, 20, "Find the quiet half", page))?;
    // Posters in Romanian say the team's own words; those in other languages what the consultation calls itself.
    let romanian = "Toată iarna venim acolo unde ești. Spune-ne cum e să crești aici.";
    approved(store, &post(PostKind::Posters("ro"), 18, "Găsește jumătatea tăcută", romanian))?;
    let news = "Thank you to everybody who stopped at our stall. Next we are at Evesham Youth Centre with the big number on \
                the wall.";
    approved(store, &post(PostKind::News, 6, "We were at the lights switch-on", news))?;
    let waits = "We have heard least from the villages around Malvern. If your bus home is late anyway, scan the poster at \
                 the pool. Ask for Callum Fletcher if the code does not work.";
    store.save_post(&post(PostKind::News, 1, "Malvern, where are you?", waits))?;
    Ok(())
}
