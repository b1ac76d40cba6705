//! What makes answers similar, and what never does.

use proptest::prelude::*;

use super::*;

const LETTER: &str = "Please save the Riverside youth club. It is the only place for us to go after school and \
                      without it we would be on the street.";

fn groups(texts: &[String]) -> Vec<SimilarGroup> {
    let sent: Vec<Sent<'_>> = texts.iter().enumerate().map(|(at, text)| Sent { person: at as i64, text }).collect();
    similar_groups(&sent, SimilarSettings::default())
}

/// A text of words that only the number has.
fn own_words(number: usize, count: usize) -> String {
    (0..count).map(|at| format!("w{number}x{at} ")).collect()
}

#[test]
fn a_text_passed_round_is_one_group_whatever_its_capitals_and_small_changes() {
    let texts = [
        LETTER.to_owned(),
        LETTER.to_uppercase(),
        LETTER.replace(". ", "!!! "),
        LETTER.replace("Riverside", "Lakeside"),
        LETTER.replace("the only place", "the one place"),
        format!("{LETTER} My brother went there every week and he says that it was the best thing in his life."),
        own_words(1, 30),
    ];
    let found = groups(&texts);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!((found[0].answers.clone(), found[0].people), (vec![0, 1, 2, 3, 4, 5], 6));
    assert_eq!((found[0].identical, found[0].words), (3, 26));
    assert!([0, 2].contains(&found[0].model), "of the words that most sent, those that shout least stand for all");
}

#[test]
fn short_answers_are_no_group_however_many_send_them() {
    let texts: Vec<String> = (0..50).map(|_| "a skate park in town".to_owned()).collect();
    assert_eq!(groups(&texts), []);
}

#[test]
fn one_person_who_says_it_often_is_not_many() {
    let sent = |person| Sent { person, text: LETTER };
    let often: Vec<Sent<'_>> = (0..20).map(|at| sent(at % 4)).collect();
    assert_eq!(similar_groups(&often, SimilarSettings::default()), []);
    let five: Vec<Sent<'_>> = (0..20).map(|at| sent(at % 5)).collect();
    assert_eq!(similar_groups(&five, SimilarSettings::default())[0].people, 5);
}

#[test]
fn what_only_hangs_together_by_others_is_parted() {
    // Each is like the next; the first and the last share nothing.
    let words: Vec<String> = (0..40).map(|at| format!("word{at}")).collect();
    let texts: Vec<String> = (0..30).map(|at| words[at..at + 10].join(" ")).collect();
    for group in groups(&texts) {
        let model = Sketch::of(&texts[group.model]).unwrap();
        for place in group.answers {
            assert!(is_similar(&model, &Sketch::of(&texts[place]).unwrap()), "{place}");
        }
    }
}

#[test]
fn answers_that_only_begin_alike_are_not_similar() {
    let starts = "I would really like it if there were more";
    let ends = ["buses home from town at night", "places where my gran can sit down", "teachers who listen to us"];
    let texts: Vec<String> = (0..15).map(|at| format!("{starts} {}", own_words(at, 12))).collect();
    assert_eq!(groups(&texts), []);
    let texts: Vec<String> = ends.iter().map(|end| format!("{starts} {end}")).cycle().take(12).collect();
    assert!(groups(&texts).iter().all(|group| group.people == 4), "four each, and four are too few");
}

#[test]
fn nothing_and_strange_texts_make_no_group() {
    let strange = ["", " ", "…", "😀😀😀 😀😀😀", "a", "\u{202e}abc", "ééé"].map(str::to_owned);
    assert_eq!(groups(&strange), []);
    assert_eq!(groups(&[]), []);
    let long = "word ".repeat(20_000);
    assert_eq!(groups(&vec![long; 6]).len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn copies_are_always_grouped_and_the_unrelated_never(copies in 5usize..30, others in 0usize..60, length in 6usize..40) {
        let mut texts: Vec<String> = (0..others).map(|at| own_words(at, length)).collect();
        texts.extend((0..copies).map(|_| own_words(1000, length)));
        let found = groups(&texts);
        prop_assert_eq!(found.len(), 1);
        prop_assert_eq!(&found[0].answers, &(others..others + copies).collect::<Vec<_>>());
    }

    #[test]
    fn the_order_of_answers_changes_only_places(seed in any::<u64>(), changes in proptest::collection::vec((0usize..25, 0usize..4), 8..40)) {
        let words: Vec<&str> = LETTER.split(' ').collect();
        let mut texts: Vec<String> = changes
            .iter()
            .map(|(at, with)| {
                let changed = words.iter().enumerate().map(|(place, word)| if place == *at { format!("new{with}") } else { (*word).to_owned() });
                changed.collect::<Vec<_>>().join(" ")
            })
            .collect();
        texts.extend((0..10).map(|at| own_words(at, 12)));
        let told = |texts: &[String]| -> Vec<(usize, usize, String, Vec<String>)> {
            let group = |group: SimilarGroup| {
                let mut members: Vec<String> = group.answers.iter().map(|place| texts[*place].clone()).collect();
                members.sort();
                (group.people, group.identical, texts[group.model].clone(), members)
            };
            groups(texts).into_iter().map(group).collect()
        };
        let before = told(&texts);
        let count = texts.len();
        let mut state = seed;
        for at in (1..count).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            texts.swap(at, (state >> 33) as usize % (at + 1));
        }
        prop_assert_eq!(before, told(&texts));
    }
}
