//! Renders every page of someone answering in every language and looks for English that was left on it.

use std::collections::BTreeMap;

use super::afterwards::{hearing, what_came_of_it};
use super::of_plans::of_plans;
use super::tests::english;
use super::voting::voting;
use super::{LANGUAGES, Words};
use crate::breakdown::{Count, Policy};
use crate::geography::PostcodeProblem;
use crate::pages::components::choices::Choice;
use crate::pages::error::ErrorPage;
use crate::pages::officer::poster::Poster;
use crate::pages::public::Front;
use crate::pages::public::accessibility::Accessibility;
use crate::pages::public::complain::Complain;
use crate::pages::public::help::HelpPage;
use crate::pages::public::home::Home;
use crate::pages::public::join::Join;
use crate::pages::public::privacy::Privacy;
use crate::pages::public::receipt::{Kept, ReceiptForm, erased};
use crate::pages::public::village::VillagePage;
use crate::pages::respond::Frame;
use crate::pages::respond::check::{Check, Row};
use crate::pages::respond::come_back::ComeBack;
use crate::pages::respond::equality::{Offer, Send};
use crate::pages::respond::field::offered;
use crate::pages::respond::gone::Gone;
use crate::pages::respond::group::{GroupPage, GroupStart};
use crate::pages::respond::later::Later;
use crate::pages::respond::lost::Lost;
use crate::pages::respond::paper::{Paper, PaperChoice, PaperQuestion};
use crate::pages::respond::question::{QuestionPage, Trouble};
use crate::pages::respond::safety::Safety;
use crate::pages::respond::shut::Shut;
use crate::pages::respond::start::Start;
use crate::pages::respond::thanks::{self, Thanks};
use crate::pages::respond::who::Who;
use crate::survey::{
    AnswerProblem, Consultation, DraftToken, Edition, Language, NameProblem, Openness, Question, QuestionWords, Reader,
    SurveyFiles, WayCode, WayIn, WayKind, Worded, parse,
};

const SURVEY: &str = r#"
key = "small"
organisation = "XX"
opens = "2026-11-02"
closes = "2026-12-19"
geography = "worcestershire"
languages = ["en", "cy", "pl", "ro", "ur"]
sample = "sample.jsonl"
help = [{ name = "XX", for = "XX", when = "XX", phone = "0800 1111", url = "https://example.org" }]
perspective = [{ key = "child", edition = "child" }, { key = "citizen" }]
easy_read = true
question = [
    { key = "district", kind = "district", postcode = true },
    { key = "keep", kind = "long-text" },
    { key = "line", kind = "short-text" },
    { key = "many", kind = "many-of", options = ["a", "b"], none = "c", at_most = 2 },
    { key = "all", kind = "many-of", options = ["a", "b"] },
    { key = "order", kind = "ranking", options = ["a", "b", "c", "d"] },
    { key = "days", kind = "number", least = 1, most = 9, when = [{ question = "many", any = ["a", "c"] }, { question = "keep", answered = true }] },
    { key = "more", kind = "short-text", when = [{ question = "days", least = 2, most = 3 }] },
    { key = "read", kind = "information" },
    { key = "sex", kind = "one-of", options = ["a", "b"], section = "equality" },
]
"#;

const WORDS: &str = r#"
[consultation]
title = "XX"
summary = "XX"
who_asks = "XX"
why = "XX"
how_long = "XX"
what_happens = "XX"
undecided = "XX"
[perspective]
child = { name = "XX", plural = "XX", choose = "XX", hint = "XX" }
citizen = { name = "XX", plural = "XX", choose = "XX" }
[question]
district = { any = { ask = "XX", hint = "XX" } }
keep = { any = { ask = "XX" } }
line = { any = { ask = "XX" } }
many = { any = { ask = "XX", options = { a = { label = "XX" }, b = { label = "XX" }, c = { label = "XX" } } } }
all = { any = { ask = "XX", options = { a = { label = "XX" }, b = { label = "XX" } } } }
order = { any = { ask = "XX", options = { a = { label = "XX" }, b = { label = "XX" }, c = { label = "XX" }, d = { label = "XX" } } } }
days = { any = { ask = "XX" } }
more = { any = { ask = "XX" } }
read = { any = { ask = "XX", body = ["XX"] } }
sex = { any = { ask = "XX", options = { a = { label = "XX" }, b = { label = "XX" } } } }
"#;

fn survey() -> Consultation {
    let wording = |code: &str| (code.to_owned(), (format!("wording/{code}.toml"), WORDS.to_owned()));
    let wordings: BTreeMap<_, _> = LANGUAGES.into_iter().map(wording).collect();
    parse(&SurveyFiles { survey: ("survey.toml".into(), SURVEY.into()), wordings }).expect("a whole survey").0
}

/// A question with its words and what a child can pick.
fn asked<'a>(
    frame: Frame<'a>,
    language: &'a Language,
    key: &str,
) -> (&'a Question, Worded<'a, QuestionWords>, Vec<Choice>) {
    let survey = frame.consultation;
    let reader = Reader { language, perspective: "child", age_band: None, easy_read: false };
    let child = survey.find_perspective("child").expect("a perspective");
    let (question, words) = (survey.find_question(key), survey.find_words(reader, key));
    let (question, words) = question.zip(words).expect("a question with words");
    let districts = [("wyre".to_owned(), "XX".to_owned())];
    (question, words, offered(frame.words(), question, words.words, child, 0, &districts))
}

fn question_page(frame: Frame<'_>, key: &str, changing: bool, problem: Option<Trouble<'_>>) -> String {
    let language = Language(frame.lang.to_owned());
    let (question, words, offered) = asked(frame, &language, key);
    let page = QuestionPage {
        frame,
        perspective: "child",
        question,
        words,
        progress: (1, 2),
        offered: &offered,
        given: "",
        after_sensitive: true,
        changing,
        problem,
    };
    page.render().into_string()
}

fn check_page(frame: Frame<'_>, goes_on: bool) -> String {
    let language = Language(frame.lang.to_owned());
    let row = |key: &str, given: &str| {
        let (question, words, offered) = asked(frame, &language, key);
        Row::new(question, words.words, given, &offered, "/".into())
    };
    let rows = [row("district", "outside"), row("keep", "XX"), row("keep", "")];
    let page = Check {
        frame,
        perspective: "child",
        rows: &rows,
        back: "/",
        goes_on,
        correcting: goes_on,
        after_sensitive: true,
    };
    page.render().into_string()
}

fn paper_page(frame: Frame<'_>) -> String {
    let language = Language(frame.lang.to_owned());
    let on_paper = |question: &Question| {
        let (question, words, offered) = asked(frame, &language, &question.key);
        PaperQuestion { question, words, offered }
    };
    let questions: Vec<PaperQuestion<'_>> = frame.consultation.questions.iter().map(on_paper).collect();
    Paper { frame, perspective: "child", questions: &questions }.render().into_string()
}

/// The pages of questions, each with a name.
fn asking(frame: Frame<'_>) -> Vec<(&'static str, String)> {
    let not_an_option = AnswerProblem::NotAnOption { given: "XX".into(), options: Vec::new() };
    let too_long = AnswerProblem::TooLong { characters: 12_345, most: 10_000 };
    let ask = |key: &str, problem: Option<Trouble<'_>>| question_page(frame, key, false, problem);
    let unfit = |key: &str, problem: AnswerProblem| question_page(frame, key, false, Some(Trouble::Unfit(&problem)));
    vec![
        ("district", unfit("district", not_an_option)),
        ("text", ask("keep", None)),
        ("too long", question_page(frame, "keep", true, Some(Trouble::Unfit(&too_long)))),
        ("not stored", question_page(frame, "keep", true, Some(Trouble::NotStored))),
        ("line", ask("line", None)),
        ("many", unfit("many", AnswerProblem::TooMany { picked: 4, most: 2 })),
        ("too few", unfit("many", AnswerProblem::TooFew { picked: 1, least: 2 })),
        ("none beside", unfit("many", AnswerProblem::NoneBesideOthers { none: "c".into() })),
        ("all", ask("all", None)),
        ("ranking", unfit("order", AnswerProblem::RankedTwice { option: "a".into() })),
        ("number", unfit("days", AnswerProblem::NotANumber { least: 1, most: 9 })),
        ("postcode", ask("district", Some(Trouble::Postcode(PostcodeProblem::FirstPartOnly)))),
        ("a page to read", ask("read", None)),
        ("about oneself", ask("sex", None)),
    ]
}

/// The pages of a consultation, each with a name.
fn answering(frame: Frame<'_>) -> Vec<(&'static str, String)> {
    let shut = |openness| Shut { frame, openness, words: Some("XX") }.render().into_string();
    let thanks = |receipt, next_person| Thanks { frame, receipt, next_person, hears: true }.render().into_string();
    let around = vec![
        ("start", Start { frame, begun: false, way: None }.render().into_string()),
        ("safety", Safety { frame, begun: true }.render().into_string()),
        ("begun", Start { frame, begun: true, way: None }.render().into_string()),
        ("who", Who { frame, picked: None, changing: false, missing: true }.render().into_string()),
        ("check", check_page(frame, false)),
        ("check that goes on", check_page(frame, true)),
        ("offer", Offer { frame, wanted: None, missing: true, count: 3, back: "/" }.render().into_string()),
        ("send", Send { frame, back: "/" }.render().into_string()),
        ("thanks", thanks(Some("XXXX-XXXX"), false)),
        ("thanks again", thanks(None, false)),
        ("next person", thanks(Some("XXXX-XXXX"), true)),
        ("later", Later { frame, code: "PXXX-XXXX", goes_on: "/" }.render().into_string()),
        ("paper", paper_page(frame)),
        ("editions of paper", PaperChoice { frame }.render().into_string()),
        ("gone", Gone { frame }.render().into_string()),
        ("lost", Lost { frame, words: Some("XX") }.render().into_string()),
        ("early", shut(Openness::NotYetOpen)),
        ("late", shut(Openness::Closed)),
    ];
    around.into_iter().chain(asking(frame)).collect()
}

/// The pages of coming in with a class, a group or from a place, each with a name.
fn coming_in(frame: Frame<'_>) -> Vec<(&'static str, String)> {
    let (name, headcount, perspective) = ("XX", "XX", Some("child"));
    let form = |shared, name_problem, headcount_problem| {
        let page = GroupStart { frame, name, headcount, perspective, shared, name_problem, headcount_problem };
        page.render().into_string()
    };
    let day = jiff::civil::date(2026, 11, 26);
    let way = WayIn {
        code: WayCode::from_random([1; 6]),
        consultation: "small".into(),
        kind: WayKind::Group,
        name: "XX".into(),
        perspective: None,
        headcount: Some(28),
        shared_device: true,
        opened_on: day,
        closes_on: day,
    };
    let group = |ended, came| {
        let (website, sent, policy) = ("https://heard.example", Count::Hidden, Policy::default());
        GroupPage { frame, way: &way, website, came, sent, policy, ended }.render().into_string()
    };
    vec![
        ("by a way", Start { frame, begun: false, way: Some(&way) }.render().into_string()),
        ("a group", form(false, None, false)),
        ("a group without a name", form(true, Some(NameProblem::Missing), true)),
        ("a group with a long name", form(true, Some(NameProblem::TooLong), false)),
        ("a code", group(false, Count::Shown(1_030))),
        ("a code that has ended", group(true, Count::Hidden)),
        ("a poster", Poster { frame, way: &way, website: "https://heard.example", back: "/" }.render().into_string()),
    ]
}

/// The pages of nobody in particular, each with a name.
fn around(survey: &Consultation, words: Words) -> Vec<(&'static str, String)> {
    let front = Front { words, languages: &LANGUAGES, organisation: "XX" };
    let organisations = &["XX".to_owned()][..];
    let question = survey.find_question("keep").expect("a question");
    let language = Language(words.lang().to_owned());
    let reader = Reader { language: &language, perspective: "child", age_band: None, easy_read: false };
    let asked = survey.find_words(reader, "keep").expect("words").words;
    let rows = [Row::new(question, asked, "", &[], String::new())];
    let kept = |sure| {
        Kept {
            front,
            consultation: "XX",
            sent: "XX",
            receipt: "XXXX",
            rows: &rows,
            who: Some("XX"),
            change_until: Some("XX"),
            sure,
        }
        .render()
        .into_string()
    };
    let home = |consultations: &[(&Consultation, Openness)]| {
        Home { front, consultations, ballots: &[], campaigns: &[] }.render().into_string()
    };
    let back = |typed| ComeBack { front, typed }.render().into_string();
    let receipt = |typed| ReceiptForm { front, typed }.render().into_string();
    let drawn = VillagePage::sample("XX");
    let village = VillagePage { front, plan: "XX", illustrative: true, villages: &drawn }.render().into_string();
    vec![
        ("village", village),
        ("home", home(&[(survey, Openness::Open), (survey, Openness::NotYetOpen), (survey, Openness::Closed)])),
        ("home with nothing open", home(&[(survey, Openness::Closed)])),
        ("home with nothing", home(&[])),
        ("help", HelpPage { front, help: &survey.help_in(front.words.lang()) }.render().into_string()),
        ("privacy", Privacy { front, organisations }.render().into_string()),
        ("privacy of nobody", Privacy { front, organisations: &[] }.render().into_string()),
        ("complain", Complain { front, organisations }.render().into_string()),
        ("complain of nobody", Complain { front, organisations: &[] }.render().into_string()),
        ("accessibility", Accessibility { front }.render().into_string()),
        ("join", Join { front, typed: None }.render().into_string()),
        ("join unknown", Join { front, typed: Some("XX") }.render().into_string()),
        ("receipt", receipt(None)),
        ("receipt missing", receipt(Some(""))),
        ("receipt unknown", receipt(Some("XX"))),
        ("receipt of a place", receipt(Some(&DraftToken::from_random([7; 16]).to_place_code()))),
        ("come back", back(None)),
        ("come back unknown", back(Some("XX"))),
        ("come back receipt", back(Some(&DraftToken::from_random([7; 16]).receipt().to_text()))),
        ("kept", kept(false)),
        ("sure", kept(true)),
        ("erased", erased(front).into_string()),
        ("error", ErrorPage::sample().render(words).into_string()),
    ]
}

#[test]
fn no_page_in_another_language_has_english_words_of_ours() {
    let (survey, english) = (survey(), english());
    assert!(english.len() > 150, "{}", english.len());
    for lang in LANGUAGES {
        for edition in [Edition::Child, Edition::Plain, Edition::EasyRead] {
            let frame = Frame { consultation: &survey, lang, edition };
            let words = frame.words();
            let front = Front { words, languages: &LANGUAGES, organisation: "XX" };
            let public = around(&survey, words).into_iter().chain(what_came_of_it(&survey, front));
            let public = public.chain(hearing(words)).chain(of_plans(front)).chain(voting(lang, edition));
            for (name, page) in answering(frame).into_iter().chain(coming_in(frame)).chain(public) {
                let found: Vec<&String> = english.iter().filter(|text| page.contains(text.as_str())).collect();
                assert_eq!(found.is_empty(), lang != "en", "{lang}, {name}, {edition:?}: {found:?}");
                let direction = if lang == "ur" { r#"lang="ur" dir="rtl""# } else { &format!("lang=\"{lang}\"") };
                assert!(page.contains(&format!("<html {direction}>")), "{lang}: {name}");
            }
            let file = thanks::file(&frame, "XXXX", Some("https://heard.example"));
            assert!(file.contains("https://heard.example/receipt"), "{file}");
            assert_eq!(english.iter().any(|text| file.contains(text.as_str())), lang == "en", "{file}");
        }
    }
}

#[test]
fn every_other_language_has_a_button_in_the_form_and_the_main_button_stands_before_it() {
    let survey = survey();
    let frame = Frame { consultation: &survey, lang: "ur", edition: Edition::Child };
    for (name, page) in answering(frame).into_iter().filter(|(name, _)| ["who", "district", "text"].contains(name)) {
        assert_eq!(page.matches(r#"name="language""#).count(), LANGUAGES.len() - 1, "{name}");
        assert!(page.find(r#"class="btn""#) < page.find(r#"name="language""#), "{name}");
        assert!(page.contains(r#"value="pl" lang="pl">Polski</button>"#), "{name}");
    }
}

#[test]
fn a_survey_in_one_language_offers_no_choice() {
    let one = SURVEY.replace(r#"["en", "cy", "pl", "ro", "ur"]"#, r#"["en"]"#);
    let wordings = BTreeMap::from([("en".to_owned(), ("wording/en.toml".to_owned(), WORDS.to_owned()))]);
    let survey = parse(&SurveyFiles { survey: ("survey.toml".into(), one), wordings }).expect("a whole survey").0;
    let frame = Frame { consultation: &survey, lang: "en", edition: Edition::Plain };
    for (name, page) in answering(frame) {
        assert!(!page.contains(r#"name="language""#), "{name}");
    }
}
