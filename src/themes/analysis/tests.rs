//! Analyses of real answers, and of answers nobody expects.

use rustc_hash::FxHashMap;

use super::*;
use crate::themes::{CodeFrame, Coding};

fn vectors() -> Vectors {
    let table: &'static [u8] = include_bytes!("../../../analysis/vectors/static256.i8");
    Vectors::from_bytes(table, include_str!("../../../analysis/vectors/vocab.txt")).unwrap()
}

fn plain(answers: &[&str]) -> Analysis {
    analyse(answers, &vectors(), &AnalysisSettings::default(), &|_| {})
}

/// Texts of the bundled consultation answers, each with its human codes.
fn consultation() -> Vec<(&'static str, Vec<&'static str>)> {
    let file = include_str!("../../../tests/data/text/gambling_gen.tsv");
    file.lines().skip(1).filter_map(|line| line.split_once('\t')).map(|(t, c)| (t, c.split('|').collect())).collect()
}

#[test]
fn odd_sets_of_answers_are_no_trouble() {
    let long = "the bus never comes and ".repeat(4_200);
    let sets: Vec<Vec<&str>> = vec![
        vec![],
        vec!["", " ", "."],
        vec!["More buses"],
        vec!["nothing", "n/a"],
        vec!["More buses please"; 40],
        vec!["😀", "🎉🎉", "❤️"],
        vec!["مزيد من الحدائق", "پارک چاہیے", "יותר אוטובוסים", "עוד פארקים"],
        vec![long.as_str(), "parks", "the bus"],
    ];
    for answers in sets {
        let analysis = plain(&answers);
        let primaries = analysis.codings.iter().filter(|coding| coding.is_primary).count();
        let aside = analysis.set_aside.empty + analysis.set_aside.nothing + analysis.set_aside.unreadable;
        assert_eq!(primaries + aside, answers.len(), "{:?}", answers.first());
    }
}

#[test]
fn like_answers_are_one_theme_with_a_name() {
    let analysis = plain(&["More buses please"; 40]);
    assert_eq!(analysis.themes.len(), 1);
    assert_eq!((analysis.themes[0].answers, analysis.themes[0].name.as_str()), (40, "Buses"));
}

#[test]
fn every_coded_answer_has_one_primary_theme_and_its_themes_exist() {
    let answers: Vec<&str> = consultation().iter().map(|(text, _)| *text).collect();
    let analysis = plain(&answers);
    let mut primaries: FxHashMap<usize, usize> = FxHashMap::default();
    for Coding { answer, theme, score, is_primary } in &analysis.codings {
        *primaries.entry(*answer).or_default() += usize::from(*is_primary);
        assert!(*theme < analysis.themes.len() && (0.0..=1.0).contains(score));
    }
    assert!(primaries.values().all(|&count| count == 1));
    for theme in &analysis.themes {
        assert!(!theme.name.is_empty() && theme.quotes.len() <= 3 && theme.answers > 0, "{theme:?}");
    }
}

#[test]
fn answers_people_coded_alike_come_together() {
    let coded = consultation();
    let answers: Vec<&str> = coded.iter().map(|(text, _)| *text).collect();
    let analysis = plain(&answers);
    let mut themes_of: FxHashMap<&str, FxHashMap<usize, usize>> = FxHashMap::default();
    for coding in analysis.codings.iter().filter(|coding| coding.is_primary) {
        if let [code] = coded[coding.answer].1[..] {
            *themes_of.entry(code).or_default().entry(coding.theme).or_default() += 1;
        }
    }
    let (mut together, mut all) = (0, 0);
    for themes in themes_of.values() {
        together += themes.values().max().unwrap();
        all += themes.values().sum::<usize>();
    }
    assert!(together * 10 >= all * 9, "{together} of {all} stand with the rest of their code");
}

#[test]
fn threads_change_nothing_and_the_seed_decides() {
    let answers: Vec<&str> = consultation().iter().map(|(text, _)| *text).take(400).collect();
    let with = |threads: usize, seed: u64| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        let discovery = DiscoverySettings { seed, ..DiscoverySettings::default() };
        pool.install(|| {
            analyse(&answers, &vectors(), &AnalysisSettings { discovery, ..AnalysisSettings::default() }, &|_| {})
        })
    };
    let one = with(1, 3);
    assert_eq!(one, with(3, 3));
    assert_ne!(one.codings, with(1, 4).codings);
}

#[test]
fn a_count_asked_for_is_kept_to() {
    let answers: Vec<&str> = consultation().iter().map(|(text, _)| *text).take(300).collect();
    let discovery = DiscoverySettings { count: Some(5), ..DiscoverySettings::default() };
    let analysis =
        analyse(&answers, &vectors(), &AnalysisSettings { discovery, ..AnalysisSettings::default() }, &|_| {});
    assert_eq!(analysis.themes.len(), 5);
}

#[test]
fn a_code_frame_keeps_its_names_and_the_rest_are_candidates() {
    let text = "[[theme]]\nkey='transport'\nname='Getting about'\nstrong=['bus', 'train']\n";
    let vectors = vectors();
    let lexicon = Lexicon::new(&CodeFrame::read("f.toml", text).unwrap().0, &vectors);
    let mut answers = vec!["the bus is late", "no train", "buses cost too much"];
    answers.extend(["more dogs in the park", "a dog park", "let dogs swim"]);
    let settings = AnalysisSettings { frame: Some(&lexicon), ..AnalysisSettings::default() };
    let analysis = analyse(&answers, &vectors, &settings, &|_| {});
    assert_eq!((analysis.themes[0].key.as_str(), analysis.themes[0].answers), ("transport", 3));
    assert!(analysis.themes[1..].iter().all(|theme| !theme.is_from_frame) && analysis.themes.len() > 1);
}

#[test]
fn a_theme_is_not_named_after_a_person() {
    let answers = ["My teacher Mr Penhallowick shouts", "Mr Penhallowick is unfair", "Mr Penhallowick teaches maths"];
    let analysis = plain(&answers);
    for theme in &analysis.themes {
        assert!(!format!("{} {:?}", theme.name, theme.terms).contains("Penhallowick"), "{theme:?}");
    }
}
