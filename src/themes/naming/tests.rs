//! Names of themes of known answers.

use super::*;

fn vectors() -> Vectors {
    let table: &'static [u8] = include_bytes!("../../../analysis/vectors/static256.i8");
    Vectors::from_bytes(table, include_str!("../../../analysis/vectors/vocab.txt")).unwrap()
}

/// The names of groups of answers.
fn names_of(groups: &[&[&str]]) -> Vec<ThemeName> {
    let answers: Vec<&str> = groups.iter().flat_map(|group| group.iter().copied()).collect();
    let labels = groups.iter().zip(0u32..).flat_map(|(group, label)| vec![Some(label); group.len()]);
    let vectors = vectors();
    let labels: Vec<Option<u32>> = labels.collect();
    name_themes(&answers, &Corpus::new(&answers, &vectors), &labels, groups.len(), &vectors)
}

const TRANSPORT: &[&str] = &[
    "the bus is late",
    "no train on a Sunday",
    "taxis cost too much",
    "a tram would help",
    "the last bus goes at six",
    "trains are full",
];

const DOGS: &[&str] =
    &["dogs off the lead", "our dog is scared", "a cat in the road", "feed the horses", "walk the dog"];

#[test]
fn answers_that_each_use_another_word_are_named_by_their_subject() {
    let names = names_of(&[TRANSPORT, DOGS]);
    assert_eq!((names[0].name.as_str(), names[1].name.as_str()), ("Public transport", "Animals and pets"));
    assert!(names[0].description.starts_with("Answers about public transport; "), "{}", names[0].description);
}

#[test]
fn a_phrase_that_no_subject_stands_for_names_its_theme() {
    let ordinance = ["pass the kelp rota", "a kelp rota is needed", "no to the kelp rota", "the Kelp Rota helps"];
    assert_eq!(names_of(&[&ordinance, TRANSPORT])[0].name, "Kelp rota");
}

#[test]
fn a_heap_of_answers_does_not_pretend_to_be_a_theme() {
    let heap = ["purple", "why though", "twelve spoons", "my left elbow", "it fell over", "ask again", "windows"];
    let names = names_of(&[&heap, TRANSPORT, DOGS]);
    assert!(names[0].is_heap && !names[1].is_heap && !names[2].is_heap, "{names:?}");
}

#[test]
fn no_theme_is_named_after_a_person() {
    let teacher =
        ["Mr Penhallowick shouts", "Mr Penhallowick is unfair", "I like Mr Penhallowick", "Penhallowick again"];
    let name = &names_of(&[&teacher, TRANSPORT])[0];
    assert!(!format!("{name:?}").to_lowercase().contains("penhallowick"), "{name:?}");
}

#[test]
fn themes_of_one_name_are_told_apart() {
    let named = |detail: Option<&str>| ThemeName {
        name: "Buses".to_owned(),
        detail: detail.map(str::to_owned),
        ..ThemeName::nameless()
    };
    let mut names = [named(Some("Trains")), named(Some("Cost of living")), named(Some("Cost of living")), named(None)];
    tell_apart(&mut names);
    let told = names.map(|it| it.name);
    assert_eq!(told, ["Buses", "Buses: cost of living", "Buses: cost of living (2)", "Buses (2)"]);
}

#[test]
fn answers_leave_a_heap_for_the_theme_whose_name_speaks_for_them() {
    let heap = ["purple", "twelve spoons", "my left elbow", "it fell over", "a bus for the village", "windows"];
    let answers: Vec<&str> = [TRANSPORT, DOGS, &heap].concat();
    let labels = [vec![Some(0); TRANSPORT.len()], vec![Some(1); DOGS.len()], vec![Some(2); heap.len()]].concat();
    let (vectors, naming) = (vectors(), Naming::read(&answers));
    let names = naming.name(&Corpus::new(&answers, &vectors), &labels, 3, &vectors);
    let codings = labels.iter().enumerate().map(|(answer, label)| crate::themes::Coding {
        answer,
        theme: label.unwrap() as usize,
        score: 0.5,
        is_primary: true,
    });
    let corpus = Corpus::new(&answers, &vectors);
    let read: Vec<usize> = (0..answers.len()).collect();
    let all = Answers { texts: &answers, read: &read, corpus: &corpus, vectors: &vectors };
    let regrouped = naming.regroup(&all, &names, 0, codings.collect(), 2);
    assert_eq!(regrouped.new_themes, 0);
    let theme_of = |wanted: &str| regrouped.codings.iter().find(|it| answers[it.answer] == wanted).unwrap().theme;
    assert_eq!((theme_of("a bus for the village"), theme_of("purple"), theme_of("trains are full")), (0, 3, 0));
}

#[test]
fn a_theme_of_several_subjects_is_parted_into_them() {
    let heap: Vec<&str> = [TRANSPORT, DOGS, &["purple", "twelve spoons", "windows", "my left elbow"]].concat();
    let (vectors, naming) = (vectors(), Naming::read(&heap));
    let corpus = Corpus::new(&heap, &vectors);
    let read: Vec<usize> = (0..heap.len()).collect();
    let all = Answers { texts: &heap, read: &read, corpus: &corpus, vectors: &vectors };
    let codings = |theme: usize| -> Vec<crate::themes::Coding> {
        read.iter().map(|&answer| crate::themes::Coding { answer, theme, score: 0.5, is_primary: true }).collect()
    };
    let heaps = [ThemeName::nameless()];
    let regrouped = naming.regroup(&all, &heaps, 0, codings(0), 3);
    let themes = |places: std::ops::Range<usize>| -> FxHashSet<usize> {
        regrouped.codings.get(places).into_iter().flatten().map(|it| it.theme).collect()
    };
    let (travel, dogs, rest) = (TRANSPORT.len(), TRANSPORT.len() + DOGS.len(), heap.len());
    assert_eq!(regrouped.new_themes, 2);
    assert_eq!((themes(0..travel).len(), themes(travel..dogs).len()), (1, 1));
    assert_ne!(themes(0..travel), themes(travel..dogs));
    assert_eq!(themes(dogs..rest), FxHashSet::from_iter([1]), "what says nothing is left over");
    // A theme that was known before keeps its answers, whatever it is called.
    let kept = naming.regroup(&all, &heaps, 1, codings(0), 3);
    assert!(kept.codings.iter().all(|it| it.theme == 0));
}

#[test]
fn themes_of_one_name_are_one_unless_something_tells_them_apart() {
    let named = |name: &str, detail: Option<&str>| ThemeName {
        name: name.to_owned(),
        detail: detail.map(str::to_owned),
        is_heap: false,
        ..ThemeName::nameless()
    };
    let names = [named("Buses", None), named("Trains", None), named("Buses", Some("cost")), named("Buses", None)];
    assert_eq!(namesakes(&names, 0), [0, 1, 2, 0]);
    assert_eq!(namesakes(&names, 4), [0, 1, 2, 3], "the known stay apart");
}

#[test]
fn doubling_every_answer_changes_no_name() {
    let double = |group: &[&'static str]| -> Vec<&str> { group.iter().flat_map(|&text| [text, text]).collect() };
    let once: Vec<String> = names_of(&[TRANSPORT, DOGS]).into_iter().map(|name| name.name).collect();
    let twice: Vec<String> = names_of(&[&double(TRANSPORT), &double(DOGS)]).into_iter().map(|name| name.name).collect();
    assert_eq!(once, twice);
}
