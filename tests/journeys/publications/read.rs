//! From approving quotes to a published page with everything that people take away, and the feeds that tell of it.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on should end")]

use std::io::Cursor;

use crate::support::http::{Page, Visitor};
use crate::support::{browser, html};
use crate::town::{Town, fresh, town};
use calamine::{Data, Reader, Xlsx};
use quick_xml::events::Event;

const DESK: &str = "/officer/c/bullying";
const PAGE: &str = "/results/bullying/1";
/// What the demo has published.
const DEMO: &str = "/results/worcestershire-cypp/1";

/// Approves the first two quotes that the page suggests, and publishes.
fn publish(town: &Town) -> Visitor {
    let officer = town.officer();
    let page = officer.get(&format!("{DESK}/quotes"));
    let ids: Vec<String> = page
        .tree()
        .all()
        .into_iter()
        .filter(|field| field.attribute("name") == Some("approve"))
        .filter_map(|field| field.attribute("value").map(str::to_owned))
        .take(2)
        .collect();
    assert_eq!(ids.len(), 2, "{}", page.text());
    let saved = officer.submit(&page, &[("approve", &ids[0]), ("approve", &ids[1])]);
    let shown = officer.follow(saved);
    assert!(shown.text().contains("2 quotes are approved in all"), "{}", shown.text());
    let preview = officer.get(&format!("{DESK}/publish/wychavon"));
    assert!(preview.status == 200 && preview.text().contains("Nothing of it is published yet"), "{}", preview.text());
    let form = officer.get(&format!("{DESK}/publish"));
    assert!(form.text().contains("2 quotes will go out"), "{}", form.text());
    html::assert_sound(&[("quotes", &shown.body), ("preview", &preview.body), ("publish", &form.body)]);
    let unsure = officer.submit(&form, &[("about", "On bullying"), ("undecided", "All of it")]);
    assert!(unsure.status == 422 && unsure.text().contains("interim figures, or wait"), "{}", unsure.text());
    assert_eq!(Visitor::new(&town.server.address).get(PAGE).status, 404);
    let said = [("about", "On bullying, <script>alert(1)</script>"), ("undecided", "All of it"), ("interim", "yes")];
    assert_eq!(officer.submit(&form, &said).redirects_to(), Some(PAGE.to_owned()));
    officer
}

fn bytes(visitor: &Visitor, path: &str) -> Vec<u8> {
    let answer = visitor.client().get(visitor.whole(path)).send().unwrap();
    assert_eq!(answer.status(), 200, "{path}");
    answer.bytes().unwrap().to_vec()
}

#[test]
fn what_is_published_is_read_taken_away_and_the_same_in_every_format() {
    let town = fresh();
    publish(&town);
    let anybody = Visitor::new(&town.server.address);
    assert_eq!(anybody.get("/results/bullying").redirects_to(), Some(PAGE.to_owned()));
    for place in ["", "/wychavon"] {
        let page = anybody.get(&format!("{PAGE}{place}"));
        assert_eq!(page.status, 200, "{place}");
        assert!(!page.body.contains("<script"), "{place}");
        for said in ["were invented", "people who chose to answer", "still coming in", "Is something wrong?"] {
            assert!(page.body.contains(said), "{place}: {said}");
        }
        html::assert_sound(&[(place, &page.body)]);
        let json: serde_json::Value = serde_json::from_str(&anybody.get(&format!("{PAGE}{place}.json")).body).unwrap();
        assert_eq!(json["publication"]["address"], format!("{}{PAGE}{place}", town.server.address));
        let (mut tables, tables_of_csv) = (0, anybody.get(&format!("{PAGE}{place}.csv")).body);
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes(&anybody, &format!("{PAGE}{place}.xlsx")))).unwrap();
        for (at, table) in json["tables"].as_array().unwrap().iter().enumerate() {
            let sheet = book.worksheet_range_at(at).unwrap().unwrap();
            assert_eq!(sheet.get_value((0, 0)), Some(&Data::from(table["title"].as_str().unwrap())));
            for figure in table["figures"].as_array().unwrap() {
                same_everywhere(figure, &sheet, &tables_of_csv);
                tables += 1;
            }
        }
        assert!(tables > 50, "{place}: {tables}");
        let title = json["title"].as_str().unwrap();
        for (ending, title) in [
            ("pdf", title.to_owned()),
            ("poster.pdf", title.to_owned()),
            ("children.pdf", format!("What people in {} told us", json["place"]["name"].as_str().unwrap())),
            ("children.pl.pdf", format!("Co powiedzieli nam ludzie w {}", json["place"]["name"].as_str().unwrap())),
            ("poster.cy.pdf", format!("{}: yr hyn a ddywedodd pobl", json["place"]["name"].as_str().unwrap())),
        ] {
            let pdf = bytes(&anybody, &format!("{PAGE}{place}.{ending}"));
            assert!(pdf.starts_with(b"%PDF-"), "{ending}");
            assert!(String::from_utf8_lossy(&pdf).contains(&format!(">{title}<")), "{place}.{ending}: {title}");
        }
    }
}

/// A figure of the JSON stands on the sheet and in the CSV with the same numbers.
fn same_everywhere(figure: &serde_json::Value, sheet: &calamine::Range<Data>, csv: &str) {
    let (row, group) = (figure["row"].as_str().unwrap(), figure["group"].as_str().unwrap());
    let is_it = |cells: &&[Data]| cells[0] == *row && cells[1] == *group;
    let cells = sheet.rows().find(is_it).unwrap_or_else(|| panic!("{row} of {group} is not on the sheet"));
    if figure["kept_private"] == true {
        assert!(cells[2..7].iter().all(|cell| *cell == *"kept private"), "{cells:?}");
        assert!(figure.get("people").is_none());
        return;
    }
    let (people, of) = (figure["people"].as_f64().unwrap(), figure["of"].as_f64().unwrap());
    assert_eq!((&cells[2], &cells[3]), (&Data::Float(people), &Data::Float(of)), "{row} of {group}");
    let numbers = format!(",{people},{of},{:.4},", figure["share"].as_f64().unwrap());
    assert!(csv.lines().any(|line| line.contains(group) && line.contains(&numbers)), "{row} of {group}: {numbers}");
}

#[test]
fn an_address_is_one_and_what_was_read_once_is_not_sent_again() {
    let town = town();
    let anybody = Visitor::new(&town.server.address);
    for path in
        ["/results/worcestershire-cypp/01", "/results/worcestershire-cypp/99", "/results/nothing/1", "/results/nothing"]
    {
        assert_eq!(anybody.get(path).status, 404, "{path}");
    }
    for path in ["/narnia", ".exe", ".pdf.pdf", "/wychavon.html", "/worcestershire"] {
        assert_eq!(anybody.get(&format!("{DEMO}{path}")).status, 404, "{path}");
    }
    for path in ["", "/redditch", ".json", ".csv", "/redditch.pdf"] {
        let address = anybody.whole(&format!("{DEMO}{path}"));
        let tag = anybody.client().get(&address).send().unwrap().headers()["etag"].clone();
        let again = anybody.client().get(&address).header("if-none-match", tag.clone()).send().unwrap();
        let whole = path == ".json";
        // Without an address of its own, the JSON says the one it was asked by.
        assert_eq!(again.status().as_u16(), if whole { 200 } else { 304 }, "{path}");
        let other = anybody.client().get(&address).header("if-none-match", "W/\"other\"").send().unwrap();
        assert_eq!(other.status(), 200, "{path}");
    }
    let page = anybody.get(DEMO);
    assert!(page.body.len() < 120_000, "a page for a phone has {} bytes", page.body.len());
}

#[test]
fn feeds_have_all_that_they_must_and_whole_addresses() {
    let town = town();
    let anybody = Visitor::new(&town.server.address);
    let atom = anybody.get("/results/feed.atom");
    assert_eq!(atom.header("content-type"), Some("application/atom+xml; charset=utf-8"));
    let found = elements(&atom.body);
    let of = |path: &str| found.iter().filter(|(at, _)| at == path).map(|(_, text)| text.as_str()).collect::<Vec<_>>();
    for needed in [
        "id",
        "title",
        "updated",
        "author/name",
        "entry/id",
        "entry/title",
        "entry/updated",
        "entry/summary",
        "entry/author/name",
    ] {
        assert!(!of(&format!("feed/{needed}")).is_empty(), "{needed}: {}", atom.body);
    }
    let identity = of("feed/entry/id")[0].strip_prefix("urn:uuid:").unwrap().to_owned();
    assert_eq!((identity.len(), identity.matches('-').count()), (36, 4), "{identity}");
    assert!(of("feed/updated")[0].parse::<jiff::Timestamp>().is_ok() && of("feed/entry/updated")[0].ends_with('Z'));
    let website = &town.server.address;
    assert!(atom.body.contains(&format!("href=\"{website}/results/feed.atom\"")), "{}", atom.body);
    assert!(atom.body.contains(&format!("href=\"{website}{DEMO}\"")), "{}", atom.body);
    let rss = anybody.get("/results/feed.rss");
    assert_eq!(rss.header("content-type"), Some("application/rss+xml; charset=utf-8"));
    let found = elements(&rss.body);
    let of = |path: &str| found.iter().filter(|(at, _)| at == path).map(|(_, text)| text.as_str()).collect::<Vec<_>>();
    for needed in
        ["title", "link", "description", "item/title", "item/link", "item/description", "item/guid", "item/pubDate"]
    {
        assert!(!of(&format!("rss/channel/{needed}")).is_empty(), "{needed}: {}", rss.body);
    }
    assert_eq!(of("rss/channel/item/link")[0], format!("{website}{DEMO}"));
    assert_eq!(of("rss/channel/item/guid")[0], format!("urn:uuid:{identity}"), "one name in both");
    for page in ["/", "/results", DEMO] {
        let body = anybody.get(page).body;
        assert_eq!(body.matches("rel=\"alternate\" type=\"application/").count(), 2, "{page}");
        assert!(body.contains("href=\"/results\""), "{page}");
    }
}

/// The words of every element, by the path of its names. What is not well formed fails.
pub fn elements(xml: &str) -> Vec<(String, String)> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut path, mut found): (Vec<String>, Vec<(String, String)>) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                path.push(start.name().as_ref().to_owned());
                found.push((path.join("/"), String::new()));
            }
            Event::End(_) => {
                path.pop();
            }
            Event::Text(text) => {
                if let Some((_, said)) = found.iter_mut().rev().find(|(at, _)| *at == path.join("/")) {
                    said.push_str(text.as_ref());
                }
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(path.is_empty(), "{path:?} is left open");
    found
}

#[test]
fn results_have_no_barriers_on_a_phone_or_a_desk_in_any_language_and_children_have_their_own() {
    let town = town();
    let anybody = Visitor::new(&town.server.address);
    let child = anybody.get(&format!("{DEMO}/wychavon?edition=child"));
    assert!(child.text().contains("in every 10 people") && child.text().contains("Nobody’s name is in here"));
    let welsh = Visitor::new(&town.server.address).get(&format!("{DEMO}/wychavon?edition=child&lang=cy"));
    assert!(welsh.text().contains("o bob 10 o bobl") && welsh.body.contains("/wychavon.children.cy.pdf"));
    let urdu = anybody.get(&format!("{DEMO}/wychavon?lang=ur"));
    assert!(
        urdu.body.contains("dir=\"rtl\"") && urdu.text().contains("شائع") && urdu.text().contains("What came up most")
    );
    let pages: Vec<Page> =
        ["/results", "/results?lang=pl", &format!("{DEMO}?edition=child")].map(|path| anybody.get(path)).into();
    let shown: Vec<(&str, &str)> = pages.iter().map(|page| (page.path.as_str(), page.body.as_str())).collect();
    html::assert_sound(&[&shown[..], &[("child", &child.body), ("welsh", &welsh.body), ("urdu", &urdu.body)]].concat());
    let browser = browser::open();
    for width in [320, 1280] {
        browser.viewport(width, 900);
        for path in [
            "/results",
            DEMO,
            &format!("{DEMO}/redditch"),
            &format!("{DEMO}?edition=child"),
            &format!("{DEMO}?edition=child&lang=ur"),
            &format!("{DEMO}?lang=ur"),
        ] {
            browser.goto(&town.server.at(path));
            assert!(!browser.scrolls_sideways(), "{path} at {width}");
            browser.assert_no_barriers();
        }
    }
    officers_pages(&browser, town);
}

fn officers_pages(browser: &browser::Browser, town: &Town) {
    browser.goto(&town.server.at("/sign-in"));
    browser.fill("#name", "officer");
    browser.fill("#password", &town.password);
    browser.follow("main .btn");
    for width in [320, 1280] {
        browser.viewport(width, 900);
        for path in [
            "/officer/c/ready-for-work/quotes",
            "/officer/c/ready-for-work/publish",
            "/officer/c/worcestershire-cypp/publish",
            "/officer/c/ready-for-work/publish/worcestershire",
        ] {
            browser.goto(&town.server.at(path));
            assert!(!browser.scrolls_sideways(), "{path} at {width}");
            browser.assert_no_barriers();
        }
    }
}
