//! A class answers by one code from one address: everyone gets through, is counted, and is tied to nothing.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use heard::survey::WayCode;

use super::super::support::html;
use super::super::support::http::Visitor;
use super::{START, TEXTS, Town, led, question};

/// Starts a group as an adult does and gives its code.
pub fn start(town: &Town, fields: &[(&str, &str)]) -> String {
    let adult = town.visitor();
    let form = adult.get(&format!("{START}/group"));
    let named = [&[("name", "Year 6, Tuesday"), ("headcount", "35")], fields].concat();
    let page = led(&adult.submit(&form, &named));
    page.strip_prefix(&format!("{START}/group/")).unwrap_or_else(|| panic!("{page}")).to_owned()
}

/// How many came and sent, as the database has it.
fn turnout(town: &Town, code: &str) -> (u64, u64) {
    let found = town.store().find_way_in(&WayCode::parse(code).expect("a code")).expect("it can be read");
    found.map(|found| (found.came, found.sent)).expect("the way is there")
}

/// A pupil who types the code, answers one question and skips the rest, as fast as pages come.
fn join_and_send(visitor: &Visitor, code: &str, words: &str) {
    let begins = led(&visitor.get(&format!("/join?code={code}")));
    let mut next = led(&visitor.post_form(&begins, &[]));
    while next != format!("{START}/check") {
        let wrote = next == question(TEXTS[0]);
        let field = if wrote { ("answer", words) } else { ("skip", "1") };
        next = led(&visitor.post_form(&next, &[field]));
    }
    let offer = led(&visitor.post_form(&next, &[]));
    assert_eq!(led(&visitor.post_form(&offer, &[("equality", "no")])), format!("{START}/thanks"));
}

#[test]
fn thirty_five_pupils_at_one_address_join_and_send_within_a_minute_and_nothing_says_which_answer_is_theirs() {
    let town = Town::open();
    let code = start(&town, &[("perspective", "child")]);
    let began = Instant::now();
    std::thread::scope(|scope| {
        for pupil in 0..35 {
            let (town, code) = (&town, &code);
            scope.spawn(move || join_and_send(&town.visitor(), code, &format!("words of pupil {pupil}")));
        }
    });
    assert!(began.elapsed() < Duration::from_secs(60), "{:?}", began.elapsed());
    assert_eq!(turnout(&town, &code), (35, 35));
    let responses = town.responses();
    assert_eq!(responses.len(), 35);
    assert!(responses.iter().all(|stored| stored.response.perspective == "child"));
    assert_eq!(places_that_name(&town, &code), ["ways_in.code"]);
    assert!(!town.server.log().contains(&code), "{}", town.server.log());
    let page = town.visitor().get(&format!("{START}/group/{code}"));
    for shown in ["<dt>Have begun</dt><dd>35</dd>", "<dt>Have sent their answers</dt><dd>35</dd>"] {
        assert!(page.body.contains(shown), "{}", page.body);
    }
}

#[derive(QueryableByName)]
struct Column {
    #[diesel(sql_type = diesel::sql_types::Text)]
    name: String,
}

#[derive(QueryableByName)]
struct Number {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    rows: i64,
}

/// The columns of the database in which this text stands.
fn places_that_name(town: &Town, text: &str) -> Vec<String> {
    let mut database = SqliteConnection::establish(&town.database().to_string_lossy()).expect("the database");
    database.batch_execute("PRAGMA busy_timeout = 10000").expect("a setting");
    let columns = "SELECT m.name || '.' || c.name AS name FROM sqlite_master m, pragma_table_info(m.name) c \
                   WHERE m.type = 'table' ORDER BY 1";
    let columns: Vec<Column> = diesel::sql_query(columns).load(&mut database).expect("columns");
    assert!(columns.len() > 40, "{}", columns.len());
    let mut names = |column: &Column| {
        let (table, name) = column.name.split_once('.').expect("table and column");
        let query = format!("SELECT COUNT(*) AS rows FROM \"{table}\" WHERE CAST(\"{name}\" AS TEXT) LIKE '%{text}%'");
        diesel::sql_query(query).get_result::<Number>(&mut database).expect("a count").rows > 0
    };
    columns.into_iter().filter_map(|column| names(&column).then_some(column.name)).collect()
}

/// As many of 1,200 pupils as twenty seconds hold; an hour has to hold them all, so seven must get through.
#[test]
fn of_a_whole_school_at_one_address_nobody_is_turned_away() {
    let town = Town::open();
    let code = start(&town, &[("headcount", "1200"), ("perspective", "child")]);
    let (until, sent) = (Instant::now() + Duration::from_secs(20), AtomicUsize::new(0));
    let started = AtomicUsize::new(0);
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                while Instant::now() < until && started.fetch_add(1, Ordering::Relaxed) < 1_200 {
                    join_and_send(&town.visitor(), &code, "a bus in the evening");
                    sent.fetch_add(1, Ordering::Relaxed);
                }
            });
        }
    });
    let sent = sent.into_inner() as u64;
    println!("{sent} pupils of one address joined and sent in about 20 seconds");
    assert!(sent >= 7, "{sent}");
    assert_eq!(turnout(&town, &code), (sent, sent));
    assert_eq!(town.responses().len() as u64, sent);
}

#[test]
fn few_people_are_hidden_from_the_adult_too_and_a_retry_is_counted_once() {
    let town = Town::open();
    let code = start(&town, &[]);
    for pupil in 0..3 {
        let visitor = town.visitor();
        assert_eq!(led(&visitor.post_form(&format!("{START}/in/{code}"), &[])), format!("{START}/who"));
        if pupil == 0 {
            visitor.post_form(&format!("{START}/who"), &[("perspective", "citizen")]);
            super::answer_all(&visitor, "benches");
            let check = visitor.get(&format!("{START}/check"));
            visitor.submit(&check, &[]);
            visitor.post_form(&format!("{START}/submit"), &[]);
            visitor.post_form(&format!("{START}/submit"), &[]);
        }
    }
    assert_eq!(turnout(&town, &code), (3, 1));
    let page = town.visitor().get(&format!("{START}/group/{code}"));
    let text = page.text();
    assert_eq!(text.matches("hidden: a small number, kept private. Do not read it as zero.").count(), 2, "{text}");
    assert!(page.body.contains("<dt>In the group</dt><dd>35</dd>"), "{text}");
}

#[test]
fn a_code_is_read_as_people_type_it_and_what_is_none_says_what_to_do() {
    let town = Town::open();
    let code = start(&town, &[]);
    let visitor = town.visitor();
    let spaced = format!("{}+{}", code[..3].to_lowercase(), code[3..].replace('0', "o").replace('1', "l"));
    let begins = led(&visitor.get(&format!("/join?code={spaced}")));
    assert_eq!(begins, format!("{START}/in/{code}"));
    let first = visitor.get(&begins);
    assert!(first.text().contains("Year 6, Tuesday") && first.text().contains("We never note who"), "{}", first.text());
    let free = if code == "000000" { "000001" } else { "000000" };
    for typed in ["", "x", "<script>x</script>", free] {
        let page = visitor.get(&format!("/join?code={typed}"));
        assert!(page.status == 422 && page.body.contains("<title>Error: "), "{typed}: {}", page.status);
        assert!(!page.body.contains("<script>"), "{typed}");
    }
    assert_eq!(led(&visitor.get(&format!("{START}/in/{free}"))), format!("/join?code={free}"));
    assert_eq!(led(&visitor.get(&format!("{START}/in/nonsense!"))), "/join");
    assert_eq!(led(&visitor.get(&format!("/c/bullying/in/{code}"))), format!("/join?code={code}"));
    assert_eq!(visitor.get(&format!("{START}/group/{free}")).status, 404);
    assert_eq!(visitor.get(&format!("/c/bullying/group/{code}")).status, 404);
}

#[test]
fn a_group_needs_a_name_and_a_number_and_keeps_what_was_typed() {
    let town = Town::open();
    let adult = town.visitor();
    let form = adult.get(&format!("{START}/group"));
    let sent = |name: &str, headcount: &str| {
        adult.submit(&form, &[("name", name), ("headcount", headcount), ("device", "shared"), ("perspective", "child")])
    };
    let refused = [sent("", ""), sent(&"é".repeat(61), "28"), sent("<b>6</b>", "many"), sent("6", "3001")];
    for page in &refused {
        assert!(page.status == 422 && page.body.contains("<title>Error: "), "{}", page.status);
        assert!(page.body.contains("id=\"device-shared\" value=\"shared\" checked"), "{}", page.body);
        assert!(page.body.contains("id=\"perspective-child\" value=\"child\" checked"), "{}", page.body);
    }
    assert!(refused[2].body.contains("value=\"&lt;b&gt;6&lt;/b&gt;\"") && refused[2].body.contains("value=\"many\""));
    let code = start(&town, &[]);
    let group = adult.get(&format!("{START}/group/{code}"));
    let others = [adult.get("/join"), adult.get("/join?code=x"), adult.get(&format!("{START}/in/{code}"))];
    let pages = [&form, &refused[0], &group, &others[0], &others[1], &others[2]];
    let named: Vec<(&str, &str)> = pages.iter().map(|page| (page.path.as_str(), page.body.as_str())).collect();
    html::assert_sound(&named);
}

#[test]
fn a_consultation_that_is_shut_starts_no_group_and_lets_nobody_in() {
    use jiff::ToSpan;
    let town = Town::with("", |today| (today.saturating_sub(9.days()), today.saturating_sub(1.days())));
    let adult = town.visitor();
    assert_eq!(adult.get(&format!("{START}/group")).status, 403);
    assert_eq!(adult.post_form(&format!("{START}/group"), &[("name", "6"), ("headcount", "3")]).status, 403);
    assert_eq!(led(&adult.post_form(&format!("{START}/in/000000"), &[])), START);
}

#[test]
fn a_group_that_has_ended_says_so_and_where_to_go() {
    use jiff::ToSpan;
    let town = Town::open();
    let code = start(&town, &[]);
    let today = heard::web::today();
    let mut way = town.store().find_way_in(&WayCode::parse(&code).expect("a code")).unwrap().expect("a way").way;
    way.code = WayCode::from_random([9; 6]);
    way.closes_on = today.saturating_sub(1.days());
    assert!(town.store().save_way_in(&way).unwrap());
    let address = format!("{START}/in/{}", way.code.as_str());
    for page in [town.visitor().get(&address), town.visitor().post_form(&address, &[])] {
        assert!(page.status == 410 && page.text().contains("This code has ended"), "{}", page.text());
        assert!(page.body.contains(&format!("href=\"{START}\"")), "{}", page.body);
    }
}
