//! A person's browser without the screen: keeps cookies, sends forms with the hidden fields they carry,
//! and follows a redirect only when asked, so that a test sees each answer as it was sent.

use super::markup::{self, Element};
use reqwest::blocking::{Client, Response};
use reqwest::header::HeaderMap;
use reqwest::redirect::Policy;

/// One person: their cookies stay between requests, and apart from everyone else's.
pub struct Visitor {
    client: Client,
    address: String,
}

/// An answer as it was sent.
pub struct Page {
    pub status: u16,
    /// The path asked for, with its query.
    pub path: String,
    pub headers: HeaderMap,
    pub body: String,
}

/// A form with what it would send if nothing were changed.
#[derive(Debug, Clone)]
pub struct Form {
    pub action: String,
    pub method: String,
    /// Hidden fields, ticked choices and words already there.
    pub fields: Vec<(String, String)>,
}

impl Visitor {
    /// A new person at this server (`http://127.0.0.1:PORT`).
    pub fn new(address: &str) -> Self {
        let client = Client::builder().cookie_store(true).redirect(Policy::none()).no_proxy();
        let client = client.timeout(std::time::Duration::from_secs(60)).build().expect("a client can be made");
        Visitor { client, address: address.trim_end_matches('/').to_owned() }
    }

    pub fn get(&self, path: &str) -> Page {
        self.page(path, self.client.get(self.whole(path)).send())
    }

    /// Sends these fields and nothing else, as `application/x-www-form-urlencoded`.
    pub fn post_form(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.page(path, self.client.post(self.whole(path)).form(fields).send())
    }

    /// Sends a form of a page as a browser would: what it carries, with `changes` in place of the fields
    /// of those names (a name given twice is sent twice).
    pub fn submit(&self, page: &Page, changes: &[(&str, &str)]) -> Page {
        self.submit_form(&page.form(), changes)
    }

    /// Sends this form, where a page has several. Any path its action gives is taken from the server's root.
    pub fn submit_form(&self, form: &Form, changes: &[(&str, &str)]) -> Page {
        let kept = form.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()));
        let mut fields: Vec<(&str, &str)> =
            kept.filter(|(name, _)| changes.iter().all(|(changed, _)| changed != name)).collect();
        fields.extend(changes);
        if form.method == "post" {
            return self.post_form(&form.action, &fields);
        }
        let whole = self.whole(&form.action);
        let request =
            self.client.get(reqwest::Url::parse_with_params(&whole, &fields).expect("an action is an address"));
        self.page(&form.action, request.send())
    }

    /// The page a redirect leads to, through as many as ten; any other page as it is.
    pub fn follow(&self, mut page: Page) -> Page {
        for _ in 0..10 {
            let Some(next) = page.redirects_to() else { return page };
            page = self.get(&next);
        }
        panic!("ten redirects in a row, the last to {}", page.path);
    }

    /// The client itself, for headers and bodies a page cannot send.
    pub fn client(&self) -> &Client {
        &self.client
    }

    /// The whole address of a path; a whole address of this server is left as it is.
    pub fn whole(&self, path: &str) -> String {
        if path.starts_with(&self.address) { path.to_owned() } else { format!("{}{path}", self.address) }
    }

    fn page(&self, path: &str, response: reqwest::Result<Response>) -> Page {
        let response = response.unwrap_or_else(|problem| panic!("{path}: {problem}"));
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = response.text().unwrap_or_else(|problem| panic!("{path}: {problem}"));
        let path = path.strip_prefix(&self.address).unwrap_or(path).to_owned();
        Page { status, path, headers, body }
    }
}

impl Page {
    /// The page as a tree; a page that is not well formed fails the test.
    pub fn tree(&self) -> Element {
        markup::parse(&self.body).unwrap_or_else(|problem| panic!("{}: {problem}\n{}", self.path, self.body))
    }

    /// A header's value, or nothing.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).and_then(|value| value.to_str().ok())
    }

    /// Where a redirect leads, as a path.
    pub fn redirects_to(&self) -> Option<String> {
        let location = self.header("location").filter(|_| (300..400).contains(&self.status))?;
        let after_host = location.split_once("://").map(|(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]));
        Some(after_host.unwrap_or(location).to_owned())
    }

    /// The words people read in the main part of the page.
    pub fn text(&self) -> String {
        let tree = self.tree();
        let main = tree.named("main").first().map(|main| main.text());
        main.unwrap_or_else(|| tree.text())
    }

    /// The first form in the main part, which sends what the page asks for.
    pub fn form(&self) -> Form {
        let tree = self.tree();
        let forms = tree.named("main").first().map_or_else(|| tree.named("form"), |main| main.named("form"));
        let form = forms.first().unwrap_or_else(|| panic!("{} has no form:\n{}", self.path, self.body));
        Form::read(form, &self.path)
    }

    /// Every form of the page.
    pub fn forms(&self) -> Vec<Form> {
        self.tree().named("form").into_iter().map(|form| Form::read(form, &self.path)).collect()
    }
}

impl Form {
    /// Reads a form found on the page at `path`, which it is sent to when it names no action.
    pub fn read(form: &Element, path: &str) -> Form {
        let action = form.attribute("action").filter(|action| !action.is_empty()).unwrap_or(path).to_owned();
        let method = form.attribute("method").unwrap_or("get").to_ascii_lowercase();
        let fields = form.all().into_iter().filter_map(carried).collect();
        Form { action, method, fields }
    }
}

/// What a control sends when nobody touches it.
fn carried(control: &Element) -> Option<(String, String)> {
    let name = control.attribute("name").filter(|_| control.attribute("disabled").is_none())?.to_owned();
    let value = control.attribute("value");
    let sent = match (control.name.as_str(), control.attribute("type").unwrap_or("text")) {
        ("input", "radio" | "checkbox") => control.attribute("checked").map(|_| value.unwrap_or("on").to_owned()),
        ("input", "submit" | "button" | "reset" | "image" | "file") => None,
        ("input", _) => Some(value.unwrap_or_default().to_owned()),
        // A line break just after the tag is not part of the words.
        ("textarea", _) => Some(control.raw_text().trim_start_matches('\n').to_owned()),
        ("select", _) => {
            let options = control.named("option");
            let chosen = options.iter().find(|option| option.attribute("selected").is_some()).or(options.first());
            chosen.map(|option| option.attribute("value").map_or_else(|| option.text(), str::to_owned))
        }
        _ => None,
    };
    sent.map(|value| (name, value))
}
