//! An answer to code, to look at and to test with: about buses, with two suggestions.

use super::Desk;
use super::coding::{Asked, Coding, Given, Progress, Theme, Turn};
use crate::pages::figures::quote::{Piece, Quote, Speaker};

impl Coding {
    /// An answer about buses with two suggestions, after twelve answers.
    pub fn sample() -> Self {
        let words = "Last bus leaves before the club ends, so I never stay to the end.";
        Self {
            desk: Desk::sample(),
            turn: Turn::Answer(Box::new(Asked {
                action: "/officer/c/worcestershire-cypp/coding/90".to_owned(),
                question: "What makes life hard?".to_owned(),
                quote: Quote {
                    pieces: vec![Piece::Words(words.to_owned())],
                    speaker: Some(Speaker { key: "young-person".to_owned(), name: "Young person".to_owned() }),
                    district: None,
                    language: None,
                    change: None,
                    may_tell_of_harm: false,
                },
                themes: themes(),
                none: false,
                in_turn: true,
                theme: None,
                passed_over: "/officer/c/worcestershire-cypp/coding?after=90".to_owned(),
                judged_by: None,
                problem: None,
            })),
            progress: Some(Progress {
                answers: 2_431,
                coded: 12,
                taught: 10,
                is_learning: false,
                learn: "/officer/c/worcestershire-cypp/coding/learn".to_owned(),
                in_turn: 12,
                suggested: 21,
                kept: 17,
                added: 1,
            }),
        }
    }
}

fn themes() -> Vec<Theme> {
    let theme = |id: i64, name: &str, given: Option<Given>, finer: Vec<Theme>| Theme {
        id,
        name: name.to_owned(),
        definition: format!("What people say about {}.", name.to_lowercase()),
        given,
        part: match id {
            30 => vec![Piece::Words("Last bus leaves before the club ends".to_owned())],
            _ => Vec::new(),
        },
        ticked: false,
        finer,
    };
    let plain = |id, name| theme(id, name, None, Vec::new());
    vec![
        theme(10, "Places to go", Some(Given::Possible), vec![plain(11, "Youth clubs"), plain(12, "Parks and play")]),
        theme(20, "Schools and teaching", None, vec![plain(21, "Lessons"), plain(22, "School buildings")]),
        theme(
            30,
            "Getting about",
            Some(Given::Likely),
            vec![theme(31, "Bus times", Some(Given::Likely), Vec::new()), plain(32, "Fares")],
        ),
        theme(40, "Feeling safe", None, vec![plain(41, "Street lights")]),
    ]
}
