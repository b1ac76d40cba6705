//! One person who answers a consultation from its start page to its thanks, finding each next step on the
//! page as it came: the form's address, what it carries, and what it asks.
//!
//! It looks for tags and attributes as Heard writes them. A full reader of HTML would take so much of the
//! processor that the driver measured itself.

use super::client::{Answer, Client};
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::{Duration, Instant};

const MOST_STEPS: usize = 60;
const BEGINNINGS: [&str; 6] = [
    "Most of all I would like",
    "What matters to us is",
    "It would help to have",
    "My friends and I want",
    "We keep asking for",
    "Please think about",
];
const SUBJECTS: [&str; 8] = [
    "later buses from the villages",
    "somewhere warm to meet after school",
    "shorter waits to talk to someone",
    "safe paths for cycling to town",
    "a youth club that opens at weekends",
    "cheaper swimming and football",
    "more things to do in the holidays",
    "help with reading and with homework",
];

/// How long each request took, under its name, in the order they were made.
pub type Times = Vec<(String, Duration)>;

/// A source of choices that gives the same ones for the same seed (xorshift64*).
pub struct Choices(u64);

impl Choices {
    pub fn new(seed: u64) -> Self {
        Choices(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from(self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 33).unwrap_or(0) % limit.max(1)
    }

    fn sentence(&mut self) -> String {
        let (first, second) = (self.below(SUBJECTS.len()), self.below(SUBJECTS.len()));
        let beginning = BEGINNINGS[self.below(BEGINNINGS.len())];
        format!(
            "{beginning} {}, and {} as well. Nothing like it is near where I live.",
            SUBJECTS[first], SUBJECTS[second]
        )
    }
}

/// A form as it stands on a page, with an answer chosen for what it asks.
pub struct Form {
    pub action: String,
    pub fields: Vec<(String, String)>,
}

/// Answers every question once, as a new person; what each request took, or what went wrong where.
pub fn respond(server: SocketAddr, start: &str, choices: &mut Choices) -> Result<Times, String> {
    let mut client = Client::connect(server).map_err(|problem| format!("connecting: {problem}"))?;
    let mut times = Times::new();
    let mut path = start.to_owned();
    let mut form: Option<Form> = None;
    for _ in 0..MOST_STEPS {
        let began = Instant::now();
        let (method, answer) = match &form {
            Some(form) => ("POST", client.post(&form.action, &form.fields)),
            None => ("GET", client.get(&path)),
        };
        let asked = form.as_ref().map_or(path.clone(), |form| form.action.clone());
        let answer = answer.map_err(|problem| format!("{method} {asked}: {problem}"))?;
        times.push((format!("{method} {}", asked.split('?').next().unwrap_or_default()), began.elapsed()));
        if let Some(location) = redirect(&answer) {
            path = location;
            form = None;
            continue;
        }
        let page = String::from_utf8_lossy(&answer.body);
        if answer.status != 200 {
            return Err(format!("{method} {asked}: status {}", answer.status));
        }
        if path.split('?').next().is_some_and(|path| path.ends_with("/thanks")) {
            return Ok(times);
        }
        form = find_form(&page, &path, choices);
        if form.is_none() {
            path = find_next(&page, start).ok_or(format!("{method} {asked}: no form and no way on"))?;
        }
    }
    Err(format!("no thanks after {MOST_STEPS} requests, the last to {path}"))
}

fn redirect(answer: &Answer) -> Option<String> {
    let location = answer.location.as_deref().filter(|_| (300..400).contains(&answer.status))?;
    let after_host = location.split_once("://").and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]));
    // What stands after # is the browser's business.
    after_host.unwrap_or(location).split('#').next().map(str::to_owned)
}

/// The first form of the main part that is posted, filled in.
pub fn find_form(page: &str, path: &str, choices: &mut Choices) -> Option<Form> {
    let main = main_part(page);
    let mut rest = main;
    while let Some(at) = rest.find("<form") {
        let inside = rest[at..].split("</form>").next()?;
        rest = &rest[at + inside.len()..];
        let tag = inside.split('>').next()?;
        if attribute(tag, "method").is_some_and(|method| method.eq_ignore_ascii_case("post")) {
            let action = attribute(tag, "action").filter(|action| !action.is_empty());
            return Some(Form { action: action.unwrap_or_else(|| path.to_owned()), fields: fill(inside, choices) });
        }
    }
    None
}

/// What the form sends: hidden fields as they are, one choice of each group, words in every box.
fn fill(form: &str, choices: &mut Choices) -> Vec<(String, String)> {
    let mut fields = Vec::new();
    let mut groups: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for tag in form.split('<').skip(1).map(|part| part.split('>').next().unwrap_or(part)) {
        let Some(name) = attribute(tag, "name") else { continue };
        let value = || attribute(tag, "value").unwrap_or_default();
        if tag.starts_with("textarea") {
            fields.push((name, choices.sentence()));
        } else if tag.starts_with("input") {
            match attribute(tag, "type").as_deref() {
                Some("hidden") => fields.push((name, value())),
                Some("radio") => groups.entry(name).or_default().push(value()),
                Some("checkbox" | "submit" | "file") => {}
                _ => fields.push((name, choices.sentence())),
            }
        }
    }
    for (name, values) in groups {
        let chosen = choices.below(values.len());
        fields.push((name, values[chosen].clone()));
    }
    fields
}

/// A link of the main part that leads further into the consultation, where a page has no form.
fn find_next(page: &str, start: &str) -> Option<String> {
    let main = main_part(page);
    let links = main.split("<a ").skip(1).filter_map(|link| attribute(link.split('>').next()?, "href"));
    links.into_iter().find(|link| link.starts_with(start) && link.len() > start.len())
}

fn main_part(page: &str) -> &str {
    let main = page.find("<main").map_or(page, |at| &page[at..]);
    main.split("</main>").next().unwrap_or(main)
}

/// An attribute of a tag, written as Heard writes them: between double quotes.
pub fn attribute(tag: &str, name: &str) -> Option<String> {
    let wanted = format!(" {name}=\"");
    let value = tag[tag.find(&wanted)? + wanted.len()..].split('"').next()?;
    Some(value.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&"))
}
