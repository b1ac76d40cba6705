//! PDFs are tagged, say what they should, hide what they must, and are the same for the same input.

use super::*;
use crate::report::district::DistrictReport;
use crate::report::district::sample::results;
use std::io::Read;

/// The PDF with its compressed streams opened, as text with a character for each byte.
fn opened(bytes: &[u8]) -> String {
    let mut text: Vec<u8> = Vec::new();
    let mut rest = bytes;
    while let Some(at) = find(rest, b"stream\n") {
        let (before, after) = rest.split_at(at + 7);
        text.extend_from_slice(before);
        let end = find(after, b"endstream").unwrap();
        let mut inflated = Vec::new();
        // What is no deflate stream, such as metadata, stays as it is.
        match flate2::read::ZlibDecoder::new(&after[..end]).read_to_end(&mut inflated) {
            Ok(_) => text.extend(inflated),
            Err(_) => text.extend_from_slice(&after[..end]),
        }
        rest = &after[end + 9..];
    }
    text.extend_from_slice(rest);
    text.iter().map(|byte| char::from(*byte)).collect()
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

fn pages(pdf: &str) -> usize {
    pdf.split("/Type/Page").skip(1).filter(|rest| !rest.starts_with('s')).count()
}

/// What is printed on the pages of a district's PDF.
fn printed(report: &DistrictReport<'_>, variant: Variant) -> String {
    let (template, about, data) = super::district::parts(report, variant, "en");
    super::setting::words(template, &about, &data).unwrap().join(" ")
}

fn every_kind() -> Vec<(&'static str, Vec<u8>)> {
    let results = results(1);
    let report = DistrictReport::of_district(&results, "redditch").unwrap();
    let of = |variant| district(&report, variant).unwrap();
    vec![
        ("report", of(Variant::Report)),
        ("poster", of(Variant::Poster(Paper::A4))),
        ("poster-a3", of(Variant::Poster(Paper::A3))),
        ("children", of(Variant::Children)),
        ("plan", plan(&samples::plan()).unwrap()),
        ("leaflet", leaflet(&samples::leaflet(Paper::A4)).unwrap()),
        ("leaflet-a3", leaflet(&samples::leaflet(Paper::A3)).unwrap()),
        ("slides", slides(&samples::slides()).unwrap()),
    ]
}

#[test]
fn every_document_is_tagged_titled_and_says_that_it_is_accessible() {
    for (name, bytes) in every_kind() {
        let pdf = opened(&bytes);
        for part in ["/StructTreeRoot", "/MarkInfo", "/Lang", "/Title", "/DisplayDocTitle true", "pdfuaid:part"] {
            assert!(pdf.contains(part), "{name} has no {part}");
        }
        assert!(pdf.contains("/H1"), "{name} has no heading");
    }
}

#[test]
fn tables_have_headers_and_pictures_have_words() {
    let results = results(1);
    let report = DistrictReport::of_county(&results);
    let pdf = opened(&district(&report, Variant::Report).unwrap());
    for part in ["/TH", "/TD", "/Scope", "/Row", "/Figure", "/Alt", "/Caption"] {
        assert!(pdf.contains(part), "no {part}");
    }
    assert!(opened(&district(&report, Variant::Children).unwrap()).contains("/Alt"));
    assert!(opened(&leaflet(&samples::leaflet(Paper::A4)).unwrap()).contains("/Alt"));
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let once = every_kind();
    for ((name, first), (_, second)) in once.iter().zip(every_kind()) {
        assert!(*first == second, "{name} differs from run to run");
    }
}

#[test]
fn posters_and_leaflets_have_one_page_and_every_slide_has_its_own() {
    let many = |name: &str, bytes: &[u8]| {
        let pdf = opened(bytes);
        let pages = pages(&pdf);
        assert!(pages > 0, "{name}: pages cannot be counted");
        pages
    };
    for (name, bytes) in every_kind() {
        match name {
            "poster" | "poster-a3" | "leaflet" | "leaflet-a3" => assert_eq!(many(name, &bytes), 1, "{name}"),
            "slides" => assert_eq!(many(name, &bytes), 1 + samples::slides().slides.len()),
            _ => assert!(many(name, &bytes) >= 2, "{name}"),
        }
    }
    for scale in [1, 50] {
        let results = results(scale);
        for report in DistrictReport::all(&results) {
            for paper in [Paper::A4, Paper::A3] {
                assert_eq!(
                    many(report.key(), &district(&report, Variant::Poster(paper)).unwrap()),
                    1,
                    "{}",
                    report.key()
                );
            }
        }
    }
}

#[test]
fn findings_figures_and_words_of_every_script_are_printed() {
    let results = results(1);
    let report = DistrictReport::of_county(&results);
    let words = printed(&report, Variant::Report);
    let together = words.replace([' ', '\n'], "");
    let wanted = [
        "About550peopleinWorcestershireanswered",
        "cameupmostoften(42%ofabout550people)",
        "Ŵylathŷ",
        "zdążęnazajęcia",
        "joacășișcoli",
        "#settext(red)*notbold*$x^2$",
        "thosewhoanswered",
    ];
    for part in wanted {
        assert!(together.contains(part), "{part} is not in {together}");
    }
}

#[test]
fn a_publication_says_in_print_what_it_is_what_it_corrects_and_what_is_not_decided() {
    let mut results = results(1);
    let said = |words: &str, results: &crate::report::district::Results, variant| {
        let printed = printed(&DistrictReport::of_district(results, "redditch").unwrap(), variant);
        printed.replace([' ', '\n'], "").contains(&words.replace(' ', ""))
    };
    assert!(!said("Publication 2", &results, Variant::Report));
    results.publication = Some(crate::report::district::Publication {
        number: 2,
        published_on: jiff::civil::date(2026, 12, 20),
        about: "All that came in by post, *too*".to_owned(),
        undecided: "Where the new bus goes".to_owned(),
        corrects: Some(1),
        correction: Some("One school was counted twice".to_owned()),
    });
    let everywhere = ["Publication 2, published on 20 December 2026", "This corrects publication 1."];
    for variant in [Variant::Report, Variant::Poster(Paper::A4), Variant::Children] {
        assert!(everywhere.iter().all(|words| said(words, &results, variant)), "{variant:?}");
    }
    for words in
        ["What this is", "by post, *too*", "What is not decided yet", "Where the new bus goes", "counted twice"]
    {
        assert!(said(words, &results, Variant::Report), "{words}");
    }
    let poster = DistrictReport::of_county(&results);
    let poster = district(&poster, Variant::Poster(Paper::A4)).unwrap();
    assert_eq!(pages(&opened(&poster)), 1);
}

#[test]
fn invented_answers_are_called_so_in_every_variant() {
    let mut results = results(1);
    for is_invented in [true, false] {
        results.illustrative = is_invented;
        for report in DistrictReport::all(&results) {
            for variant in [Variant::Report, Variant::Poster(Paper::A4), Variant::Children] {
                assert_eq!(printed(&report, variant).contains("were invented"), is_invented, "{}", report.key());
            }
        }
    }
}

#[test]
fn a_hidden_figure_is_printed_as_private_and_its_number_is_nowhere() {
    let mut results = results(1);
    // A share that no other figure has, hidden: nothing of it may be left.
    let report = DistrictReport::of_district(&results, "redditch").unwrap();
    let before = printed(&report, Variant::Report).matches("kept private").count();
    for themes in &mut results.themes {
        let row = themes.table.rows.iter_mut().find(|row| row.key == "4").unwrap();
        row.cells[2].figure = crate::breakdown::Figure::Hidden;
        row.cells[2].differs = crate::breakdown::Difference::NotCompared;
        row.cells[2].gap = None;
    }
    let report = DistrictReport::of_district(&results, "redditch").unwrap();
    let after = printed(&report, Variant::Report);
    assert!(after.matches("kept private").count() > before, "{after}");
    for variant in [Variant::Report, Variant::Poster(Paper::A4), Variant::Children] {
        let (_, _, data) = super::district::parts(&report, variant, "en");
        let lines = data["themes"][0]["bars"]["lines"].as_array().cloned().unwrap_or_default();
        let hidden = lines.iter().find(|line| line["name"] == "Feeling safe");
        assert!(hidden.is_none_or(|line| line["share"].is_null()), "{data}");
        assert!(!data.to_string().contains("Feeling safe” (43%)"), "{data}");
    }
}

#[test]
fn a_picture_or_a_script_without_glyphs_does_not_stop_a_report() {
    let results = results(1);
    let report = DistrictReport::of_county(&results);
    assert!(report.quotes().iter().any(|quote| quote.words.contains('中')));
    assert!(district(&report, Variant::Report).is_ok());
}

#[test]
fn posters_and_childrens_editions_speak_every_language_on_one_page_each_and_say_what_the_english_ones_do() {
    let results = results(1);
    let said = [
        ("cy", "Da gwybod", "Yr hyn a godwyd amlaf"),
        ("pl", "Warto wiedzieć", "Co pojawiało się najczęściej"),
        ("ro", "Bine de știut", "Ce a apărut cel mai des"),
        ("ur", "جاننے", "سامنے"),
    ];
    for (language, child, poster) in said {
        for report in DistrictReport::all(&results) {
            for (variant, words) in [(Variant::Children, child), (Variant::Poster(Paper::A4), poster)] {
                let (template, about, data) = super::district::parts(&report, variant, language);
                let printed = super::setting::words(template, &about, &data).unwrap().join(" ");
                assert_eq!(about.language, language);
                for english in
                    ["Good to know", "What came up most", "What happens next", "were invented", "dashed mark"]
                {
                    assert!(!printed.contains(english), "{language} {}: {english}: {printed}", report.key());
                }
                // Letters of Arabic script are printed in another order and form than they are written in.
                assert!(language == "ur" || printed.replace(' ', "").contains(&words.replace(' ', "")), "{printed}");
                assert!(
                    !printed.contains('\u{25a0}') || printed.matches('\u{25a0}').count() <= 1,
                    "{language}: {printed}"
                );
            }
        }
        let report = DistrictReport::of_district(&results, "redditch").unwrap();
        let poster = opened(&district_in(&report, Variant::Poster(Paper::A4), language).unwrap());
        assert_eq!(pages(&poster), 1, "{language}");
        let child = opened(&district_in(&report, Variant::Children, language).unwrap());
        assert!(child.contains(&format!("/Lang({language}")) && child.contains("/Lang(en"), "{language}");
    }
}

#[test]
fn a_plan_says_where_its_newest_figures_and_the_state_of_its_actions_come_from() {
    let plan = samples::plan();
    let about = super::setting::About::new(&plan.title, &plan.owner, &plan.language, plan.day);
    let words = super::setting::words("plan.typ", &about, &plan).unwrap().join(" ");
    for part in ["30.5% (2013/14)", "source not recorded", "Source: The board’s minutes"] {
        assert!(words.contains(part), "{part}: {words}");
    }
}

mod samples {
    use super::*;
    use jiff::civil::date;

    pub(super) fn plan() -> PlanDocument {
        let indicator = |title: &str, baseline: Option<&str>| PlanIndicator {
            title: title.into(),
            direction: Some("Lower is better".into()),
            baseline: baseline.map(str::to_owned),
            now: baseline.map(|_| "30.5% (2013/14)".to_owned()),
            now_source: baseline.map(|_| "source not recorded".to_owned()),
            target: Some("29.0% (2016/17)".into()),
            source: Some("Public Health England".into()),
        };
        let action = |what: &str, owner: Option<&str>| PlanAction {
            what: what.into(),
            owner: owner.map(str::to_owned),
            by: None,
            status: owner.map(|_| "done".to_owned()),
            source: owner.map(|_| "Source: The board’s minutes".to_owned()),
        };
        let outcome = |title: &str| PlanOutcome {
            title: title.into(),
            why: vec![
                "About 1 in 3 children leave primary school overweight (National Child Measurement Programme).".into(),
            ],
            evidence: vec!["“Food, sport and a healthy body”: 15% of about 550 people.".into()],
            areas_of_focus: vec!["Eating well".into(), "Being active".into()],
            actions: vec![
                action("Open school fields after hours", Some("District councils")),
                action("Free swimming", None),
            ],
            success: vec!["More children are active every day.".into()],
            indicators: vec![
                indicator("Year 6 pupils with excess weight", Some("31.9% (2012/13)")),
                indicator("Inactive", None),
            ],
        };
        PlanDocument {
            title: "Worcestershire’s Children and Young People’s Plan 2014 to 2017".into(),
            owner: "Worcestershire Children’s Trust".into(),
            language: "en".into(),
            day: date(2026, 12, 20),
            period: "2014 to 2017".into(),
            notice: Some("Illustrative: figures were invented.".into()),
            undecided: vec!["Which areas come first.".into(), "It will be decided on 1 February 2027.".into()],
            vision: vec!["Children and young people are healthy, feel safe and reach their full potential.".into()],
            outcomes: vec![outcome("Children have a healthy lifestyle"), outcome("Children are safe")],
            notes: vec!["Taken from the published plan. Prose is restated.".into()],
        }
    }

    pub(super) fn leaflet(paper: Paper) -> Leaflet {
        let module = |x: usize, y: usize| (x * 7 + y * 3 + x * y).is_multiple_of(3);
        let address = "heard.example/join";
        Leaflet {
            title: "What matters to you in Worcestershire?".into(),
            organisation: "Worcestershire County Council".into(),
            language: "en".into(),
            day: date(2026, 12, 20),
            lines: vec![
                "Five questions. About six minutes.".into(),
                "Children, young people, parents and carers: tell us what should change.".into(),
                "No name needed. You can skip any question.".into(),
            ],
            address: address.into(),
            code: Some((0..25).map(|y| (0..25).map(|x| module(x, y)).collect()).collect()),
            code_label: format!("QR code of {address}"),
            foot: "Open until 19 December 2026. Nobody reads answers straight away: if you need help now, call Childline on 0800 1111.".into(),
            paper,
        }
    }

    pub(super) fn slides() -> SlideShow {
        let slide = |title: &str| Slide {
            title: title.into(),
            lines: vec!["48% of people in Wychavon named buses, walking and cycling".into(), "29% everywhere".into()],
            foot: "About 125 people in Wychavon chose to answer.".into(),
        };
        SlideShow {
            title: "What people in Wychavon said".into(),
            organisation: "Worcestershire County Council".into(),
            language: "en".into(),
            day: date(2026, 12, 20),
            lead: "Worcestershire Children and Young People’s Plan, November 2026".into(),
            slides: vec![slide("Getting around came up most"), slide("Wychavon named it more often than others")],
        }
    }
}
