//! An officer tells people what came of what they said; children read it in their own words; the consultation is closed.

use crate::progress::looked_at;
use crate::support::html;
use crate::support::http::Visitor;
use crate::town::{CONSULTATION, fresh};

const PUBLIC: &str = "/you-said/worcestershire-cypp";

#[test]
fn an_entry_is_published_once_it_says_everything_and_children_read_theirs() {
    let town = fresh();
    let officer = town.officer();
    let reader = Visitor::new(&town.server.address);
    assert_eq!(reader.get("/you-said/bullying").status, 404, "nothing is published of it");
    let form = officer.get(&format!("{CONSULTATION}/replies/new"));
    let refused = officer.submit(&form, &[("key", "Not a key"), ("asked", "<b>kept</b>")]);
    assert!(refused.status == 422 && refused.text().contains("<b>kept</b>"), "{}", refused.text());
    let typed = [
        ("key", "safer-parks"),
        ("outcome", "healthy-lifestyle"),
        ("asked", "What makes a park <i>safe</i>?"),
        ("said", "Lights."),
        ("figure", "theme/mental-health"),
        ("decided", "To light two parks."),
        ("deed1", "Lights in two parks"),
        ("owner1", "Parks team"),
        ("on1", "2027-05-01"),
        ("status1", "planned"),
    ];
    assert_eq!(officer.submit(&form, &typed).status, 303);
    let list = officer.get(&format!("{CONSULTATION}/replies"));
    assert!(list.text().contains("there is no version that children can read"), "{}", list.text());
    let publish = |page: &crate::support::http::Page| {
        let action = format!("{CONSULTATION}/replies/publish");
        officer.submit_form(&page.forms().into_iter().find(|form| form.action == action).expect("a form"), &[])
    };
    let refused = publish(&list);
    assert_eq!(refused.status, 422, "{}", refused.text());
    assert!(!reader.get(PUBLIC).text().contains("Lights in two parks"), "nothing is published of it yet");
    let entry = officer.get(&format!("{CONSULTATION}/replies/safer-parks"));
    let child = [
        ("child_asked", "What makes a park safe?"),
        ("child_said", "More light."),
        ("child_did", "We will put up lights."),
    ];
    assert_eq!(officer.submit(&entry, &child).status, 303);
    assert_eq!(publish(&officer.get(&format!("{CONSULTATION}/replies"))).status, 303);
    let page = reader.get(PUBLIC);
    for part in [
        "What makes a park <i>safe</i>?",
        "Lights in two parks",
        "Planned for Saturday 1 May 2027",
        "Parks team",
        "Named “",
        "did not stand",
    ] {
        let found = page.text().contains(part);
        assert_eq!(found, part != "did not stand", "{part}\n{}", page.text());
    }
    let child = reader.get(&format!("{PUBLIC}?edition=child"));
    assert!(
        child.text().contains("We will put up lights.") && !child.text().contains("Parks team"),
        "{}",
        child.text()
    );
    let urdu = reader.get(&format!("{PUBLIC}?lang=ur"));
    assert!(urdu.body.contains("dir=\"rtl\"") && urdu.body.contains("lang=\"en\""), "{}", urdu.text());
    let close = list.forms().into_iter().find(|form| form.action.ends_with("/close")).expect("a form");
    let asked = officer.submit_form(&close, &[]);
    assert!(asked.status == 422 && asked.text().contains("wait until it is over, or say that"), "{}", asked.text());
    assert!(asked.body.contains("href=\"#still_open\""), "{}", asked.body);
    assert!(!officer.get(&list.path).text().contains("was closed off"), "nobody closes off unasked what is open");
    assert_eq!(officer.submit_form(&close, &[("still_open", "yes")]).status, 303);
    let closed = officer.get(&format!("{CONSULTATION}/replies"));
    assert!(closed.text().contains("was closed off"), "{}", closed.text());
    assert!(closed.text().contains("people can still answer"), "{}", closed.text());
    html::assert_sound(&[
        ("list", &closed.body),
        ("entry", &entry.body),
        ("page", &page.body),
        ("child", &child.body),
        ("all", &Visitor::new(&town.server.address).get("/you-said").body),
    ]);
    let officers = ["", "/new", "/safer-parks"].map(|rest| format!("{CONSULTATION}/replies{rest}"));
    let public = [PUBLIC.to_owned(), format!("{PUBLIC}?edition=child"), "/you-said".to_owned()];
    looked_at(&town, &[&officers[..], &public[..]].concat());
}

#[test]
fn a_consultation_that_nobody_was_told_about_cannot_be_closed_off() {
    let town = crate::town::town();
    let officer = town.officer();
    let page = officer.get("/officer/c/bullying/replies");
    let close = page.forms().into_iter().find(|form| form.action.ends_with("/close")).expect("a form");
    let refused = officer.submit_form(&close, &[]);
    assert!(refused.status == 422 && refused.text().contains("nothing says what came of it"), "{}", refused.text());
}

#[test]
fn each_plan_and_each_reply_that_is_published_stands_in_a_feed() {
    let visitor = Visitor::new(&crate::town::town().server.address);
    for (page, of) in [("/plans", "/plans/worcestershire-cypp-2014/versions/1"), ("/you-said", "/you-said/")] {
        let shown = visitor.get(page);
        for ending in ["atom", "rss"] {
            let address = format!("{page}/feed.{ending}");
            assert!(shown.body.contains(&format!("href=\"{address}\"")), "{page} leads to {address}");
            let feed = visitor.get(&address);
            assert!(feed.status == 200 && feed.body.starts_with("<?xml"), "{address}: {}", feed.body);
            assert!(feed.body.contains(of) && feed.body.contains("urn:uuid:"), "{address}: {}", feed.body);
        }
    }
}
