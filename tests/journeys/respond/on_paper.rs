//! The survey on paper: every edition can be printed, and none asks what is another's.

use super::super::support::html;
use super::{START, Town};

const PERSPECTIVES: [&str; 5] = ["child", "young-person", "parent-carer", "practitioner", "citizen"];

#[test]
fn every_edition_prints_as_a_sound_page_with_its_own_questions_only() {
    let town = Town::open();
    let person = town.visitor();
    let editions = person.get(&format!("{START}/paper"));
    let mut pages = Vec::new();
    for perspective in PERSPECTIVES {
        for language in ["en", "cy", "pl", "ro", "ur"] {
            let address = format!("{START}/paper/{perspective}?lang={language}");
            assert!(editions.body.contains(&format!("href=\"{address}\"")), "{address}");
            let page = person.get(&address);
            assert_eq!(page.status, 200, "{address}");
            assert!(page.body.contains(&format!("<html lang=\"{language}\"")), "{address}");
            let asks_age = page.body.contains("id=\"q-age-band\"");
            assert_eq!(asks_age, ["child", "young-person"].contains(&perspective), "{address}");
            for key in super::TEXTS {
                assert!(page.body.contains(&format!("id=\"q-{key}\"")), "{address}: {key}");
            }
            assert!(!page.body.contains("<form") && page.body.contains("0800 1111"), "{address}");
            pages.push((address, page.body));
        }
    }
    let easy = person.get(&format!("{START}/paper/citizen?lang=en&easy=1"));
    assert!(easy.body.contains("class=\"easy-read\""));
    let childs = person.get(&format!("{START}/paper/child?lang=en&easy=1"));
    assert!(childs.body.contains("class=\"child-edition\""), "a child's edition is short already");
    pages.extend([("editions".to_owned(), editions.body), ("easy".to_owned(), easy.body)]);
    let named: Vec<(&str, &str)> = pages.iter().map(|(name, body)| (name.as_str(), body.as_str())).collect();
    html::assert_sound(&named);
    assert_eq!(person.get(&format!("{START}/paper/king")).status, 404);
    assert_eq!(person.get("/c/nothing/paper").status, 404);
}

#[test]
fn who_answers_what_is_said_in_words_with_the_number_and_the_label() {
    let town = Town::open();
    let page = town.visitor().get("/c/ready-for-work/paper");
    assert_eq!(page.status, 200);
    let sheet = page.body.split("href=\"/c/ready-for-work/paper/").nth(1).and_then(|rest| rest.split('"').next());
    let sheet = sheet.expect("an edition is linked").replace("&amp;", "&");
    let text = town.visitor().get(&format!("/c/ready-for-work/paper/{sheet}")).text();
    let routing: Vec<&str> = text.match_indices("Answer this if you ticked “").map(|(at, _)| &text[at..]).collect();
    assert!(!routing.is_empty(), "{text}");
    let first: String = routing[0].chars().take(90).collect();
    assert!(first.contains("” in question "), "{first}");
}
