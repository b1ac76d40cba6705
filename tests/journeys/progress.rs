//! A new officer records a year's progress of a plan and publishes it, with a second officer who signs it off.

use crate::support::http::{Form, Page, Visitor};
use crate::support::{browser, html};
use crate::town::{PLAN, Town, fresh};
use heard::plan::published::Published;

const PUBLIC: &str = "/plans/worcestershire-cypp-2014";
const INDICATOR: &str = "second-child-protection-plan";

/// The form of a page that holds this field with this value.
fn form_with(page: &Page, field: &str, value: &str) -> Form {
    let is_it = |form: &Form| form.fields.iter().any(|(name, held)| name == field && held == value);
    let found = page.forms().into_iter().find(is_it);
    found.unwrap_or_else(|| panic!("{} has no form with {field}={value}:\n{}", page.path, page.text()))
}

/// Sends a form with a file, as browsers do.
fn upload(officer: &Visitor, path: &str, csrf: &str, source: &str, (name, bytes): (&str, &[u8])) -> (u16, String) {
    let field = |head: &str, body: &[u8]| {
        [format!("--edge\r\nContent-Disposition: form-data; {head}\r\n\r\n").as_bytes(), body, b"\r\n"].concat()
    };
    let file = field(&format!("name=\"file\"; filename=\"{name}\"\r\nContent-Type: text/csv"), bytes);
    let typed = [("csrf", csrf), ("pasted", ""), ("source", source)];
    let typed = typed.map(|(name, value)| field(&format!("name=\"{name}\""), value.as_bytes()));
    let body = [typed.concat(), file, b"--edge--\r\n".to_vec()];
    let sent = officer.client().post(officer.whole(path));
    let sent = sent.header("Content-Type", "multipart/form-data; boundary=edge").body(body.concat()).send();
    let reply = sent.expect("an answer");
    let status = reply.status().as_u16();
    let location = reply.headers().get("location").map(|to| to.to_str().expect("text").to_owned());
    (status, location.unwrap_or_else(|| reply.text().expect("text")))
}

fn csrf(page: &Page) -> String {
    let found = page.form().fields.into_iter().find(|(name, _)| name == "csrf");
    found.expect("a form of ours").1
}

#[test]
fn a_bad_file_is_refused_by_line_and_field_and_a_good_one_is_taken_once() {
    let town = fresh();
    let officer = town.officer();
    let import = format!("{PLAN}/progress/import");
    let page = officer.get(&import);
    let bad = format!(
        "indicator,period,value,source\n{INDICATOR},2013/14,19.5,Us\nno-such,2013/14,1,Us\n{INDICATOR},2013/15,1,Us\n\
         {INDICATOR},2014/15,<script>alert(1)</script>,Us\n{INDICATOR},2013/14,19,Us\n"
    );
    let (status, body) = upload(&officer, &import, &csrf(&page), "", ("bad.csv", bad.as_bytes()));
    assert_eq!(status, 422);
    for part in [
        "bad.csv, line 3: indicator",
        "bad.csv, line 4: period",
        "bad.csv, line 5: value",
        "bad.csv, line 6: period",
        "Nothing was imported",
    ] {
        assert!(body.contains(part), "{part}\n{body}");
    }
    assert!(!body.contains("<script>alert"), "{body}");
    let one = format!("{PLAN}/progress/{INDICATOR}");
    assert!(officer.get(&one).text().contains("Nothing has been entered yet"), "nothing is half imported");
    let good = format!("indicator,period,value,source\n{INDICATOR},2013/14,19.5,Us\n{INDICATOR},2012,21%,\n");
    let good = ("good.csv", good.as_bytes());
    let (status, body) = upload(&officer, &import, &csrf(&page), "", good);
    assert!(status == 422 && body.contains("good.csv, line 3: source: say where the figure comes from"), "{body}");
    let bare = format!("indicator,period,value\n{INDICATOR},2012,21\n");
    let (status, body) = upload(&officer, &import, &csrf(&page), "", ("bare.csv", bare.as_bytes()));
    assert!(status == 422 && body.contains("write one source for all rows"), "{body}");
    let (status, to) = upload(&officer, &import, &csrf(&page), "The county’s <return>", good);
    assert_eq!((status, to.as_str()), (303, format!("{import}?added=2&changed=0&same=0").as_str()));
    let pasted = officer.get(&to);
    assert!(pasted.text().contains("2 added"), "{}", pasted.text());
    assert!(
        officer.get(&one).text().contains("The county’s <return>"),
        "the source of the file stands beside its figure"
    );
    let (status, to) = upload(&officer, &import, &csrf(&page), "The county’s <return>", good);
    assert_eq!((status, to.as_str()), (303, format!("{import}?added=0&changed=0&same=2").as_str()));
    let (status, body) = upload(&officer, &import, &csrf(&page), "Us", ("book.xlsx", b"PK\x03\x04 no workbook"));
    assert!(status == 422 && body.contains("book.xlsx"), "{body}");
    assert_eq!(upload(&officer, &import, "guess", "Us", good).0, 403);
    let stranger = Visitor::new(&town.server.address);
    assert!(stranger.get(&import).redirects_to().is_some_and(|to| to.starts_with("/sign-in")));
}

#[test]
fn a_years_progress_is_recorded_corrected_and_shown_with_why_nothing_can_be_said_of_the_rest() {
    let town = fresh();
    let officer = town.officer();
    let one = format!("{PLAN}/progress/{INDICATOR}");
    let page = officer.get(&one);
    assert!(page.text().contains("nothing has been measured yet"), "{}", page.text());
    let refused = officer.submit(&page, &[("period", "soon"), ("value", "many"), ("source", "kept")]);
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("kept") && refused.text().contains("is not a period"), "{}", refused.text());
    assert_eq!(officer.submit(&page, &[("period", "2013/14"), ("value", "25"), ("source", "Us")]).status, 303);
    assert!(officer.get(&one).text().contains("Not on track"));
    officer.submit(&page, &[("period", "2013/14"), ("value", "17"), ("source", "Us <b>")]);
    let page = officer.get(&one);
    let text = page.text();
    assert!(text.contains("On track") && text.contains("Us <b>") && text.contains("25%"), "{text}");
    let gone = officer.submit_form(&form_with(&page, "period", "2013/14"), &[]);
    assert_eq!(gone.status, 303);
    assert!(officer.get(&one).text().contains("taken out"));
    let unsourced = officer.submit(&page, &[("period", "2013/14"), ("value", "17"), ("source", " ")]);
    assert!(unsourced.status == 422 && unsourced.text().contains("say where the figure comes from"));
    officer.submit(&page, &[("period", "2013/14"), ("value", "17"), ("source", "Us")]);
    let whole = officer.get(&format!("{PLAN}/progress"));
    let text = whole.text();
    for part in [
        "straight line",
        "We cannot say: the plan does not say where things stood",
        "action is overdue",
        "on track, reached or met",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    let public = Visitor::new(&town.server.address).get(&format!("{PUBLIC}/progress"));
    assert!(public.status == 200 && public.text().contains("17%"), "{}", public.text());
    let action = whole.body.split(&format!("href=\"{PLAN}/actions/")).nth(1).and_then(|rest| rest.split('"').next());
    let action = format!("{PLAN}/actions/{}", action.expect("an action"));
    let page = officer.get(&action);
    let refused = officer.submit(&page, &[("due", "tomorrow")]);
    assert!(refused.status == 422 && refused.text().contains("Write the day"), "{}", refused.text());
    let typed = [("owner", "Ann’s team"), ("due", "2030-01-01"), ("status", "done")];
    let refused = officer.submit(&page, &typed);
    assert!(refused.status == 422 && refused.text().contains("Say where you learnt how far it has got"), "{typed:?}");
    let told = [&typed[..], &[("source", "The board’s <minutes>")]].concat();
    assert_eq!(officer.submit(&page, &told).status, 303);
    let page = officer.get(&action);
    let text = page.text();
    for part in ["1 January 2030", "Ann’s team", "Source: The board’s <minutes>"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert_eq!(
        officer.submit(&page, &[("owner", "Ben’s team"), ("due", "2030-01-01"), ("status", "done")]).status,
        303
    );
    let public = Visitor::new(&town.server.address).get(&format!("{PUBLIC}/progress"));
    assert!(
        public.text().contains("Ben’s team") && public.text().contains("Source: The board’s <minutes>"),
        "it is kept"
    );
    html::assert_sound(&[
        ("progress", &whole.body),
        ("one", &officer.get(&one).body),
        ("action", &page.body),
        ("public", &public.body),
    ]);
    looked_at(
        &town,
        &[format!("{PLAN}/progress"), one, format!("{PLAN}/progress/import"), action, format!("{PUBLIC}/progress")],
    );
}

#[test]
fn a_plan_is_published_by_two_officers_and_reads_back_from_its_file() {
    let town = fresh();
    let (writer, second) = (town.officer(), town.another_officer("second"));
    let publish = format!("{PLAN}/publish");
    let page = writer.get(&publish);
    let begun = form_with(&page, "step", "save");
    let said = begun.fields.iter().find(|(name, _)| name == "undecided").map(|(_, said)| said.as_str());
    assert!(said.is_some_and(|said| said.contains("which of these outcomes get money first")), "{begun:?}");
    assert_eq!(writer.submit_form(&begun, &[("undecided", ""), ("decides_on", "")]).status, 303);
    let page = writer.get(&publish);
    assert!(page.text().contains("2 things keep it from being published"), "{}", page.text());
    assert!(page.text().contains("What is undecided: nothing, before"), "{}", page.text());
    let refused = writer.submit_form(&form_with(&page, "step", "review"), &[]);
    assert!(refused.status == 422 && refused.text().contains("say what people can change"), "{}", refused.text());
    let days = [("opened", "2026-11-02"), ("closed", "2026-12-19"), ("decides_on", "2027-02-01")];
    let typed = [&days[..], &[("undecided", "Which <b>outcome</b> comes first")]].concat();
    assert_eq!(writer.submit_form(&form_with(&page, "step", "save"), &typed).status, 303);
    let page = writer.get(&publish);
    assert!(page.text().contains("Nothing keeps it from being published"), "{}", page.text());
    assert_eq!(writer.submit_form(&form_with(&page, "step", "review"), &[]).status, 303);
    let page = writer.get(&publish);
    assert!(page.text().contains("You wrote this version, so somebody else must sign it off"), "{}", page.text());
    let others = second.get(&publish);
    let sign = form_with(&others, "step", "sign");
    let own = Form {
        fields: sign
            .fields
            .iter()
            .map(|(name, value)| match name.as_str() {
                "csrf" => (name.clone(), csrf(&page)),
                _ => (name.clone(), value.clone()),
            })
            .collect(),
        ..sign.clone()
    };
    let forged = writer.submit_form(&own, &[("by", "Me, myself")]);
    assert!(forged.status == 422 && forged.text().contains("somebody else must sign it off"), "{}", forged.text());
    second.submit_form(&form_with(&others, "step", "comment"), &[("says", "Fine <script>")]);
    assert!(second.get(&format!("{publish}/preview")).text().contains("Which <b>outcome</b> comes first"));
    assert_eq!(second.submit_form(&sign, &[("by", "A. Second, director")]).status, 303);
    let page = writer.get(&publish);
    assert!(
        page.text().contains("Signed off by A. Second, director") && page.text().contains("Fine <script>"),
        "{}",
        page.text()
    );
    assert_eq!(writer.submit_form(&form_with(&page, "step", "publish"), &[]).status, 303);

    let reader = Visitor::new(&town.server.address);
    let plan = reader.get(PUBLIC);
    assert!(
        plan.text().contains("Version 2") && plan.text().contains("Signed off by A. Second, director"),
        "{}",
        plan.text()
    );
    let file = reader.get(&format!("{PUBLIC}.json"));
    let version: Published = serde_json::from_str(&file.body).expect("a version");
    let bundled = include_str!("../../analysis/plans/worcestershire-cypp-2014.toml");
    assert_eq!(version.plan, heard::plan::parse("plan.toml", bundled).expect("a plan"));
    assert_eq!((version.version, version.evidence.is_empty()), (2, false));
    let pdf = reader.client().get(reader.whole(&format!("{PUBLIC}.pdf"))).send().expect("an answer");
    let bytes = pdf.bytes().expect("a body");
    assert!(bytes.starts_with(b"%PDF-") && bytes.len() > 20_000, "{}", bytes.len());
    let changed = reader.get(&format!("{PUBLIC}/versions/2"));
    assert!(changed.text().contains("What is undecided: “Which <b>outcome</b> comes first”"), "{}", changed.text());
    let first = reader.get(&format!("{PUBLIC}/versions/1"));
    assert!(first.status == 200 && first.body.contains("There is a newer version"), "{}", first.text());
    let outcome = reader.get(&format!("{PUBLIC}/healthy-lifestyle"));
    assert!(outcome.text().contains("What speaks against it"), "{}", outcome.text());
    html::assert_sound(&[
        ("plan", &plan.body),
        ("version", &changed.body),
        ("outcome", &outcome.body),
        ("publishing", &page.body),
        ("plans", &reader.get("/plans").body),
    ]);
    let paths = ["", "/healthy-lifestyle", "/versions/2"].map(|rest| format!("{PUBLIC}{rest}"));
    looked_at(&town, &[&paths[..], &["/plans".to_owned(), publish.clone()]].concat());

    // The third begins as the second was, and can be sent for review without a word changed.
    let third = form_with(&writer.get(&publish), "step", "review");
    assert_eq!(writer.submit_form(&third, &[]).status, 303);
    assert!(writer.get(&publish).text().contains("You wrote this version"), "{}", writer.get(&publish).text());
}

#[test]
fn a_plan_that_rests_on_nothing_is_not_published_and_one_never_published_is_not_there() {
    let town = crate::town::town();
    let officer = town.officer();
    let page = officer.get("/officer/plans/worcestershire-children-2017/publish");
    assert!(page.text().contains("rests on nothing"), "{}", page.text());
    let refused = officer.submit_form(&form_with(&page, "step", "review"), &[]);
    assert_eq!(refused.status, 422);
    let reader = Visitor::new(&town.server.address);
    for path in ["", ".json", ".pdf", "/progress", "/versions/1", "/healthy-lifestyle"] {
        assert_eq!(reader.get(&format!("/plans/worcestershire-children-2017{path}")).status, 404, "{path}");
    }
    for path in ["/versions/9", "/versions/x", "/no-such-outcome"] {
        assert_eq!(reader.get(&format!("{PUBLIC}{path}")).status, 404, "{path}");
    }
}

/// Pages in a browser at both widths, signed in.
pub fn looked_at(town: &Town, paths: &[String]) {
    let browser = browser::open();
    browser.goto(&town.server.at("/sign-in"));
    browser.fill("#name", "officer");
    browser.fill("#password", &town.password);
    browser.follow("main .btn");
    for width in [320, 1280] {
        browser.viewport(width, 900);
        for path in paths {
            browser.goto(&town.server.at(path));
            assert!(!browser.scrolls_sideways(), "{path} at {width}");
            browser.assert_no_barriers();
        }
    }
}

#[test]
fn a_plan_that_rests_on_invented_answers_says_so_in_its_list_its_versions_and_its_file() {
    let town = crate::town::town();
    let reader = Visitor::new(&town.server.address);
    let words = "Illustrative: this plan, or figures in it, were invented to show how Heard works";
    for path in ["/plans".to_owned(), PUBLIC.to_owned(), format!("{PUBLIC}/versions/1")] {
        let page = reader.get(&path);
        assert!(page.body.contains(words), "{path}: {}", page.body);
    }
    let file: serde_json::Value = serde_json::from_str(&reader.get(&format!("{PUBLIC}.json")).body).expect("data");
    assert_eq!(file["illustrative"], true);
    let notes = file["notes"].to_string();
    assert!(notes.contains(words) && notes.contains("people who chose to answer"), "{notes}");
    for one in file["evidence"].as_array().expect("evidence") {
        assert!(one["link"]["district"].is_null() || one["place"].is_string(), "a district has its name: {one}");
    }
}
