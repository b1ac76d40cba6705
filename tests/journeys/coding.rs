//! Officers code answers one by one; the machine learns from them and never changes what they said.

use crate::support::http::{Form, Page, Visitor};
use crate::support::waiting::wait_for;
use crate::support::{browser, html};
use crate::town::{CONSULTATION, fresh, town};

fn coding() -> String {
    format!("{CONSULTATION}/coding")
}

/// The form that codes the page's answer.
fn form(page: &Page) -> Form {
    let start = format!("{}/", coding());
    let is_it = |form: &Form| form.action.starts_with(&start) && !form.action.ends_with("/learn");
    page.forms().into_iter().find(is_it).unwrap_or_else(|| panic!("{} asks for no answer", page.path))
}

/// The identifier of a theme by its name, from the boxes of a coding page.
fn theme(page: &Page, name: &str) -> String {
    let tree = page.tree();
    let labels = tree.named("label");
    let label = labels.iter().find(|label| label.text().trim().starts_with(name)).expect("a theme of this name");
    label.attribute("for").expect("a label of a box").trim_start_matches('t').to_owned()
}

/// The whole of the words that are asked about.
fn words(page: &Page) -> String {
    page.tree().named("blockquote").first().expect("an answer").text()
}

#[test]
fn nobody_codes_without_signing_in_or_with_a_form_from_elsewhere() {
    let town = town();
    let stranger = Visitor::new(&town.server.address);
    let officer = town.officer();
    let asked = form(&officer.get(&coding()));
    for path in [coding(), asked.action.clone()] {
        assert!(stranger.get(&path).redirects_to().unwrap().starts_with("/sign-in"), "{path}");
    }
    for path in [asked.action.clone(), format!("{}/learn", coding())] {
        assert_eq!(stranger.post_form(&path, &[("none", "yes")]).redirects_to().unwrap(), "/sign-in?next=%2Fofficer");
        assert_eq!(officer.post_form(&path, &[("none", "yes"), ("csrf", "guess")]).status, 403, "{path}");
    }
    assert_eq!(officer.get(&format!("{}/learn", coding())).status, 404);
    assert!(officer.get(&coding()).body.contains("<b class=\"pull\">0</b>"), "nothing was coded");
}

#[test]
fn an_answer_or_theme_that_is_not_there_is_refused() {
    let officer = town().officer();
    for missing in ["1", "x", "99999999999999999999999"] {
        assert_eq!(officer.get(&format!("{}/{missing}", coding())).status, 404, "{missing}");
    }
    let asked = form(&officer.get(&coding()));
    for themes in ["1", "x", "' OR 1=1"] {
        let status = officer.submit_form(&asked, &[("themes", themes), ("themes", "2")]).status;
        assert!([400, 422].contains(&status), "{themes}: {status}");
    }
}

#[test]
fn nothing_ticked_and_both_ticked_are_asked_again_with_the_ticks_kept() {
    let officer = town().officer();
    let page = officer.get(&coding());
    let asked = form(&page);
    assert!(asked.fields.iter().all(|(name, _)| name != "themes" && name != "none"), "nothing is ticked beforehand");
    let again = officer.submit_form(&asked, &[]);
    assert_eq!(again.status, 422);
    assert!(again.body.contains("Tick at least one theme") && again.body.contains("<title>Error: Coding"));
    let places = theme(&page, "Places to go");
    let both = officer.submit_form(&asked, &[("themes", &places), ("none", "yes")]);
    assert_eq!(both.status, 422);
    let kept = form(&both).fields;
    assert!(kept.contains(&("themes".to_owned(), places)) && kept.iter().any(|(name, _)| name == "none"));
    html::assert_sound(&[("coding", &page.body), ("coding refused", &both.body)]);
}

#[test]
fn skipping_goes_to_another_answer_and_keeps_nothing() {
    let officer = town().officer();
    let page = officer.get(&coding());
    let skip = page
        .tree()
        .named("a")
        .iter()
        .find(|link| link.text() == "Skip")
        .map(|link| link.attribute("href").unwrap().to_owned());
    let next = officer.get(&skip.expect("a way past"));
    assert_ne!(form(&next).action, form(&page).action);
    assert!(next.body.contains("<b class=\"pull\">0</b>"));
}

#[test]
fn two_officers_who_code_at_once_are_given_different_answers() {
    let town = fresh();
    let (ann, ben) = (town.officer(), town.another_officer("ben"));
    let (mut anns, mut bens) = (ann.get(&coding()), ben.get(&coding()));
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..4 {
        for page in [&anns, &bens] {
            assert!(seen.insert(form(page).action), "nobody is given what another officer has or had");
        }
        assert_eq!(form(&ann.get(&coding())).action, form(&anns).action, "opening the page again changes nothing");
        let saved = [(&ann, &anns), (&ben, &bens)].map(|(who, page)| who.submit_form(&form(page), &[("none", "yes")]));
        let [one, other] = saved;
        (anns, bens) = (ann.follow(one), ben.follow(other));
    }
    let skipped = form(&anns).action;
    let after = skipped.rsplit('/').next().unwrap();
    ann.get(&format!("{}?after={after}", coding()));
    ben.submit_form(&form(&bens), &[("none", "yes")]);
    assert_eq!(form(&ben.get(&coding())).action, skipped, "what one officer skipped another is given");
}

#[test]
fn a_suggestion_says_in_which_part_of_the_answer_it_was_found() {
    let town = town();
    let officer = town.officer();
    let mut page = officer.get(&coding());
    let shows = |page: &Page| page.body.contains("-part\">In: “<mark>");
    for _ in 0..40 {
        if shows(&page) {
            break;
        }
        let asked = form(&page).action;
        page = officer.get(&format!("{}?after={}", coding(), asked.rsplit('/').next().unwrap()));
    }
    assert!(shows(&page), "some answer has a part that stands out");
    let tree = page.tree();
    let said = words(&page);
    for part in tree.named("mark") {
        assert!(said.contains(part.text().trim()) && !part.text().contains("[name]"), "{} in {said}", part.text());
    }
    for described in tree.named("input").iter().filter_map(|input| input.attribute("aria-describedby")) {
        assert!(tree.by_id(described).is_some(), "{described}");
    }
    html::assert_sound(&[("coding with a part", &page.body)]);
    let browser = browser::open();
    browser.goto(&town.server.at(&format!("/sign-in?next={}", page.path)));
    browser.fill("#name", "officer");
    browser.fill("#password", &town.password);
    browser.follow("main .btn");
    for width in [1280, 320] {
        browser.viewport(width, 900);
        assert!(browser.count(".pick mark") > 0 && !browser.scrolls_sideways(), "a part at {width}");
        browser.assert_no_barriers();
    }
}

#[test]
fn the_part_of_a_quote_that_carries_its_theme_is_marked() {
    let town = town();
    let officer = town.officer();
    let list = officer.get(&format!("{CONSULTATION}/themes"));
    let start = format!("href=\"{CONSULTATION}/themes/");
    let themes = list.body.split(&start).skip(1).filter_map(|rest| rest.split('"').next());
    let pages = themes.take(60).map(|theme| officer.get(&format!("{CONSULTATION}/themes/{theme}")));
    let marked: Vec<Page> = pages.filter(|page| page.body.contains("<mark class=\"part\">")).take(12).collect();
    let outcome = officer.get(&format!("{}/outcomes/healthy-lifestyle", crate::town::PLAN));
    assert!(marked.len() > 3 && outcome.body.contains("<mark class=\"part\">"), "{}", marked.len());
    for page in marked.iter().chain([&outcome]) {
        assert!(page.body.contains("The underlined part is where"), "{}", page.path);
        for quote in page.tree().named("blockquote") {
            let parts = quote.named("mark");
            assert!(parts.len() <= 1, "{}", quote.text());
            let whole = quote.named("p").first().map(|said| said.text().len()).unwrap_or_default();
            assert!(parts.iter().all(|part| part.text().len() < whole), "a part is not the whole");
        }
    }
    html::assert_sound(&[("theme", &marked[0].body), ("outcome", &outcome.body)]);
    let browser = browser::open();
    browser.goto(&town.server.at(&format!("/sign-in?next={}", marked[0].path)));
    browser.fill("#name", "officer");
    browser.fill("#password", &town.password);
    browser.follow("main .btn");
    for (name, path) in [("theme", &marked[0].path), ("outcome", &outcome.path)] {
        browser.goto(&town.server.at(path));
        for width in [1280, 320] {
            browser.viewport(width, 900);
            assert!(browser.count("mark.part") > 0 && !browser.scrolls_sideways(), "{name} at {width}");
            let line = browser
                .script("return getComputedStyle(document.querySelector('mark.part')).textDecorationLine", vec![]);
            assert_eq!(line, "underline", "not by colour alone");
            browser.assert_no_barriers();
            browser.script("document.querySelector('mark.part').scrollIntoView({ block: 'center' });", vec![]);
        }
    }
}

#[test]
fn the_machine_learns_from_twelve_answers_and_what_officers_said_stays() {
    let town = fresh();
    let officer = town.officer();
    let mut page = officer.get(&coding());
    let (playing, mut coded) = (theme(&page, "Places to go"), Vec::new());
    for number in 0..12 {
        let asked = form(&page);
        let answer = (asked.action.clone(), words(&page));
        let saved = match number % 3 {
            0 => officer.submit_form(&asked, &[("none", "yes")]),
            _ => officer.submit_form(&asked, &[("themes", &playing)]),
        };
        coded.push((answer, number % 3 == 0));
        page = officer.follow(saved);
        assert_eq!(page.status, 200);
    }
    let learnt = wait_for(60, || {
        let page = officer.get(&coding());
        (page.body.contains("of them have taught") || page.body.contains("All of them have taught")).then_some(page)
    });
    let page = learnt.expect("the machine learns from a batch");
    assert!(page.body.contains("<b class=\"pull\">12</b>") && page.body.contains("came in turn"), "{}", page.body);
    let page = officer.follow(officer.submit_form(&form(&page), &[("none", "yes")]));
    let ask = page.forms().into_iter().find(|form| form.action.ends_with("/learn")).expect("one at least is new to it");
    assert_eq!(officer.submit_form(&ask, &[]).redirects_to().unwrap(), coding());
    let all = wait_for(60, || officer.get(&coding()).body.contains("All of them have taught").then_some(()));
    assert!(all.is_some(), "it learns when it is asked to");
    let themes = officer.get(&format!("{CONSULTATION}/themes"));
    assert!(themes.body.contains("taught by 13 judged answers"), "{}", themes.body);
    for ((action, said), is_none) in coded {
        let page = officer.get(&action);
        assert_eq!(words(&page), said);
        assert!(page.body.contains("<b>officer</b> coded this answer"));
        let fields = form(&page).fields;
        let ticked: Vec<&str> =
            fields.iter().filter(|(name, _)| name == "themes").map(|(_, value)| value.as_str()).collect();
        assert_eq!(ticked.is_empty(), is_none, "{said}");
        assert_eq!(fields.iter().any(|(name, _)| name == "none"), is_none);
        assert!(is_none || ticked == [playing.as_str()], "{ticked:?}");
    }
}

#[test]
fn an_officer_corrects_a_quote_from_its_theme() {
    let town = fresh();
    let officer = town.officer();
    let themes = officer.get(&format!("{CONSULTATION}/themes"));
    let start = format!("href=\"{CONSULTATION}/themes/");
    let key = themes.body.split(&start).nth(1).and_then(|rest| rest.split('"').next()).expect("a theme");
    let theme = officer.get(&format!("{CONSULTATION}/themes/{key}"));
    let links = theme.tree();
    let links = links.named("a");
    let change = links.iter().find(|link| link.text() == "Change themes").expect("a way to change a quote's themes");
    let page = officer.get(change.attribute("href").unwrap());
    let asked = form(&page);
    let ticked: Vec<&str> =
        asked.fields.iter().filter(|(name, _)| name == "themes").map(|(_, value)| value.as_str()).collect();
    assert!(ticked.contains(&key), "it has the theme now: {ticked:?}");
    html::assert_sound(&[("change", &page.body)]);
    let said = words(&page);
    let said = said.split('”').next().unwrap();
    let kept: Form =
        Form { fields: asked.fields.iter().filter(|(name, _)| name != "themes").cloned().collect(), ..asked };
    let saved = officer.submit_form(&kept, &[("none", "yes")]);
    assert_eq!(saved.redirects_to().unwrap(), format!("{CONSULTATION}/themes/{key}"));
    assert!(!officer.follow(saved).text().contains(said), "the theme has lost it");
    assert!(!officer.get(&coding()).body.contains("came in turn"), "it says nothing of how often the machine is right");
}

#[test]
fn themes_are_listed_topmost_first_with_the_finer_ones_folded_below() {
    let officer = town().officer();
    let page = officer.get(&format!("{CONSULTATION}/themes?frame=file"));
    let tree = page.tree();
    let tables = tree.named("table");
    let rows = tables
        .first()
        .expect("a table")
        .named("th")
        .iter()
        .filter(|cell| cell.attribute("scope") == Some("row"))
        .count();
    assert_eq!(rows, 25, "never all of them flat");
    assert_eq!(tree.named("details").len(), 25);
    let first = page.body.split("<details>").nth(1).and_then(|rest| rest.split("href=\"").nth(1)).unwrap();
    let finer = officer.get(first.split('"').next().unwrap());
    assert_eq!(finer.status, 200);
    assert_eq!(
        finer
            .tree()
            .named("nav")
            .iter()
            .flat_map(|nav| nav.named("a"))
            .filter(|link| link.attribute("href").is_some_and(|href| href.contains("/themes/")))
            .count(),
        1,
        "its trail leads up"
    );
    let above = page
        .body
        .split(&format!("href=\"{CONSULTATION}/themes/"))
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap();
    assert!(officer.get(&format!("{CONSULTATION}/themes/{above}")).body.contains("Finer themes"));
}

#[test]
fn an_answer_is_coded_in_a_browser_without_scripts_at_both_widths() {
    let town = fresh();
    let browser = browser::open();
    browser.javascript(false);
    browser.goto(&town.server.at(&format!("/sign-in?next={}", coding())));
    browser.fill("#name", "officer");
    browser.fill("#password", &town.password);
    browser.follow("main .btn");
    assert!(browser.address().ends_with(&coding()), "{}", browser.address());
    for width in [1280, 320] {
        browser.viewport(width, 900);
        let before = browser.text("blockquote");
        assert!(!browser.scrolls_sideways(), "coding at {width}");
        browser.assert_no_barriers();
        browser.follow(".save button");
        assert!(browser.title().starts_with("Error: "), "{}", browser.title());
        browser.assert_no_barriers();
        browser.script("document.getElementById('none').scrollIntoView({ block: 'center' });", vec![]);
        browser.click("#none");
        browser.follow(".save button");
        assert!(browser.address().contains("/coding?after="), "{}", browser.address());
        assert_ne!(browser.text("blockquote"), before);
        let address = browser.address();
        browser.follow(".save a");
        assert_ne!(browser.address(), address);
    }
    assert_eq!(browser.text(".pull"), "2");
    browser.javascript(true);
}
