//! The pages that come after answering, with everything that can stand on them, for [`super::on_pages`]: what came of a
//! consultation, asking to hear of it, and the letters that follow.

use super::{LANGUAGES, Words};
use crate::breakdown::{Figure, Share};
use crate::letter::AddressProblem;
use crate::pages::letter;
use crate::pages::public::Front;
use crate::pages::public::hear::{self, About, Hear, Step};
use crate::pages::public::invited;
use crate::pages::public::you_said::{self, YouSaid};
use crate::plan::Status;
use crate::plan::progress::{Deed, Entry, ForChildren};
use crate::survey::Consultation;

const ABOUT: About<'static> = About { key: "x", title: "XX", lang: None, organisation: "XX" };

fn hear_with(front: Front<'_>, refused: bool) -> Hear<'_> {
    let address_problem = refused.then_some(AddressProblem::NoAddress);
    let (typed, query) = ("x", "");
    Hear { front, about: ABOUT, sends: true, typed, age: None, address_problem, age_problem: refused, query }
}

fn hear_page(front: Front<'_>, refused: bool) -> String {
    hear_with(front, refused).render().into_string()
}

fn letter(words: Words, asks: bool) -> String {
    let leave = "https://x/leave".to_owned();
    let told =
        letter::Told { title: "XX", organisation: "XX", about: "XX", address: "https://x", leave: leave.clone() };
    letter::render(&match asks {
        true => letter::confirm(words, "XX", "XX", "https://x", leave),
        false => letter::told(words, &told),
    })
    .into_string()
}

/// What came of a consultation, with everything that an entry can have.
pub(super) fn what_came_of_it(survey: &Consultation, front: Front<'_>) -> Vec<(&'static str, String)> {
    let day = jiff::civil::date(2026, 11, 26);
    let deed = |on, status| Deed { says: "XX".into(), owner: "XX".into(), on, status };
    let share = Share { count: 40, base: 1_000, share: 0.04, low: 0.03, high: 0.05 };
    let entry = Entry {
        key: "xx".into(),
        consultation: "small".into(),
        outcome: Some("x".into()),
        asked: "XX".into(),
        said: "XX".into(),
        figures: vec![("XX".into(), Figure::Shown(share)), ("XX".into(), Figure::Hidden)],
        decided: "XX".into(),
        deeds: vec![
            deed(Some(day), Status::Planned),
            deed(Some(day), Status::UnderWay),
            deed(Some(day), Status::Done),
            deed(None, Status::Dropped),
        ],
        not_done: Some("XX".into()),
        for_children: Some(ForChildren { asked: "XX".into(), said: "XX".into(), did: "XX".into() }),
    };
    let page = YouSaid {
        front,
        consultation: survey,
        entries: std::slice::from_ref(&entry),
        published_on: day,
        plan: Some("/plans/x"),
        outcomes: &[("x".into(), "XX".into())],
        results: Some("/results/small/1"),
        illustrative: true,
    };
    vec![
        ("what came of it", page.render().into_string()),
        ("all that came of it", you_said::list(front, &[(survey, day)]).into_string()),
        ("nothing came of it yet", you_said::list(front, &[]).into_string()),
    ]
}

/// Asking to hear, and the letters that follow.
pub(super) fn hearing(words: Words) -> Vec<(&'static str, String)> {
    let front = Front { words, languages: &LANGUAGES, organisation: "XX" };
    let step = |step| hear::step(front, ABOUT, step, "x").into_string();
    vec![
        ("hear", hear_page(front, false)),
        ("hear, to be put right", hear_page(front, true)),
        ("hear, no letters", Hear { sends: false, ..hear_with(front, false) }.render().into_string()),
        ("hear, younger", hear::grown_up(front, ABOUT).into_string()),
        ("hear, look in your mail", hear::asked(front, ABOUT).into_string()),
        ("hear, confirm", step(Step::AskConfirm)),
        ("hear, confirmed", step(Step::Confirmed)),
        ("hear, leave", step(Step::AskLeave)),
        ("hear, left", step(Step::Left)),
        ("hear, gone", step(Step::Gone)),
        ("no more invitations", invited::leave(front, Some("x")).into_string()),
        ("invited no more", invited::leave(front, None).into_string()),
        ("a letter that asks", letter(words, true)),
        ("a letter that tells", letter(words, false)),
    ]
}
