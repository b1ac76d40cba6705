//! Whether a page is sound: html-validate for the markup, and our own rules for what checkers miss in
//! forms (legends, labels, hints and errors that belong to their control).

use super::markup::{self, Element};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::io::Write;
use std::process::{Command, Stdio};

/// The classes of words that help with, or say what is wrong with, one control or group.
const HINTS: [&str; 3] = ["hint", "form-hint", "govuk-hint"];
const ERRORS: [&str; 3] = ["msg", "error-message", "govuk-error-message"];

/// Fails with the whole list when any of these pages (name, HTML) breaks html-validate or our own rules.
pub fn assert_sound(pages: &[(&str, &str)]) {
    let mut faults = validate(pages);
    for (name, html) in pages {
        faults.extend(our_faults(html).into_iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(faults.is_empty(), "{} faults in {} pages:\n{}", faults.len(), pages.len(), faults.join("\n"));
}

/// What html-validate finds wrong, one sentence each. One node process reads all the pages.
pub fn validate(pages: &[(&str, &str)]) -> Vec<String> {
    let pages: Vec<Value> = pages.iter().map(|(name, html)| json!({ "name": name, "html": html })).collect();
    let mut node = Command::new("node")
        .arg("tests/support/validate.cjs")
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("node is not installed: run `make test`, or apt-get install nodejs npm");
    let mut stdin = node.stdin.take().expect("its input is piped");
    let writer = std::thread::spawn(move || stdin.write_all(Value::from(pages).to_string().as_bytes()));
    let output = node.wait_with_output().expect("node ends");
    let complaint = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "html-validate is not installed: run `make test`, or npm ci\n{complaint}");
    writer.join().expect("the writer does not panic").expect("node reads all pages");
    let faults: Vec<Value> = serde_json::from_slice(&output.stdout).expect("validate.cjs writes JSON");
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let sentence = |fault: &Value| {
        let place = format!("{}:{}:{}", text(&fault["page"]), fault["line"], fault["column"]);
        format!("{place}: {} ({})", text(&fault["message"]), text(&fault["rule"]))
    };
    faults.iter().map(sentence).collect()
}

/// What our own rules find wrong in a page, one sentence each.
pub fn our_faults(html: &str) -> Vec<String> {
    let page = match markup::parse(html) {
        Ok(page) => page,
        Err(problem) => return vec![problem],
    };
    [of_the_page(&page), of_ids(&page), of_groups(&page), of_labels(&page), of_hints(&page), of_errors(&page)].concat()
}

fn of_the_page(page: &Element) -> Vec<String> {
    let mut faults = Vec::new();
    let headings = page.named("h1");
    if headings.len() != 1 || headings.iter().any(|heading| heading.text().is_empty()) {
        faults.push(format!("a page has one h1 with words in it, this has {}", headings.len()));
    }
    let title = page.named("title").first().map(|title| title.text()).unwrap_or_default();
    if title.is_empty() {
        faults.push("the page has no title".to_owned());
    }
    let has_errors = summary(page).is_some();
    if has_errors != title.starts_with("Error: ") {
        faults.push(format!("a title begins \"Error: \" when the page has errors, and only then: \"{title}\""));
    }
    let language = page.named("html").first().and_then(|html| html.attribute("lang")).unwrap_or_default();
    if language.is_empty() {
        faults.push("<html> names no language".to_owned());
    }
    if page.named("main").len() != 1 {
        faults.push("a page has one <main>".to_owned());
    }
    faults
}

/// The list of what to change, at the top of a page with errors.
fn summary(page: &Element) -> Option<&Element> {
    page.all().into_iter().find(|element| element.attribute("role") == Some("alert"))
}

/// Every id is used once, and every reference to one leads somewhere.
fn of_ids(page: &Element) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
    for element in page.all() {
        if let Some(id) = element.attribute("id") {
            *seen.entry(id).or_default() += 1;
        }
    }
    faults.extend(seen.iter().filter(|(_, times)| **times > 1).map(|(id, _)| format!("two elements have id \"{id}\"")));
    for element in page.all() {
        for name in ["aria-describedby", "aria-labelledby", "aria-controls", "for"] {
            for id in element.attribute(name).unwrap_or_default().split_whitespace() {
                if !seen.contains_key(id) {
                    faults.push(format!("{name}=\"{id}\" on <{}> leads nowhere", element.name));
                }
            }
        }
        let target = element.attribute("href").and_then(|href| href.strip_prefix('#'));
        if let Some(id) = target.filter(|id| !id.is_empty() && !seen.contains_key(id)) {
            faults.push(format!("the link \"{}\" leads to #{id}, which is not there", element.text()));
        }
    }
    faults
}

/// A group begins with its legend, and choices of one name stand in a group.
fn of_groups(page: &Element) -> Vec<String> {
    let mut faults = Vec::new();
    for group in page.named("fieldset") {
        let legend = group.elements().next().filter(|first| first.name == "legend");
        if legend.is_none_or(|legend| legend.text().is_empty()) {
            faults.push("a fieldset does not begin with a legend that has words".to_owned());
        }
    }
    let grouped: Vec<*const Element> =
        page.named("fieldset").iter().flat_map(|group| group.all()).map(std::ptr::from_ref).collect();
    let mut loose: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for control in page.named("input") {
        let kind = control.attribute("type").unwrap_or("text");
        if matches!(kind, "radio" | "checkbox") && !grouped.contains(&std::ptr::from_ref(control)) {
            *loose.entry((kind, control.attribute("name").unwrap_or_default())).or_default() += 1;
        }
    }
    for ((kind, name), times) in loose {
        if kind == "radio" || times > 1 {
            faults.push(format!("choices \"{name}\" stand in no fieldset"));
        }
    }
    faults
}

/// Every control has one label with words, its own within its group.
fn of_labels(page: &Element) -> Vec<String> {
    let mut faults = Vec::new();
    let labels = page.named("label");
    let mut taken: BTreeMap<&str, usize> = BTreeMap::new();
    for id in labels.iter().filter_map(|label| label.attribute("for")) {
        *taken.entry(id).or_default() += 1;
    }
    faults.extend(taken.iter().filter(|(_, times)| **times > 1).map(|(id, _)| format!("two labels are for \"{id}\"")));
    for form in page.named("form") {
        let mut words: BTreeMap<(usize, String), usize> = BTreeMap::new();
        for control in form.all().into_iter().filter(|element| is_control(element)) {
            let label = name_of(page, &labels, control);
            if label.is_empty() {
                let name = control.attribute("name").unwrap_or("without a name");
                faults.push(format!("<{}> \"{name}\" has no label", control.name));
                continue;
            }
            let group = form.named("fieldset").iter().rposition(|group| contains(group, control));
            *words.entry((group.map_or(0, |at| at + 1), label)).or_default() += 1;
        }
        let twice = words.into_iter().filter(|(_, times)| *times > 1);
        faults.extend(twice.map(|((_, label), _)| format!("two controls of one group are called \"{label}\"")));
    }
    faults
}

/// Whether people put something in it.
fn is_control(element: &Element) -> bool {
    let kind = element.attribute("type").unwrap_or("text");
    match element.name.as_str() {
        "input" => !matches!(kind, "hidden" | "submit" | "button" | "reset" | "image"),
        "select" | "textarea" => true,
        _ => false,
    }
}

/// What a control is called: by its label, or by an ARIA name. A placeholder is no name.
fn name_of(page: &Element, labels: &[&Element], control: &Element) -> String {
    let id = control.attribute("id");
    let label = labels.iter().find(|label| {
        let points = label.attribute("for").is_some_and(|wanted| Some(wanted) == id);
        points || contains(label, control)
    });
    if let Some(label) = label {
        return label.text();
    }
    let named_by = control.attribute("aria-labelledby").unwrap_or_default().split_whitespace();
    let words: Vec<String> = named_by.filter_map(|id| page.by_id(id)).map(Element::text).collect();
    let own = control.attribute("aria-label").unwrap_or_default();
    [words.join(" "), own.to_owned()].concat().trim().to_owned()
}

/// A hint inside a form is tied to its control or group, so that it is read out with it.
fn of_hints(page: &Element) -> Vec<String> {
    let hints = page.named("form").into_iter().flat_map(Element::all);
    let hints = hints.filter(|element| HINTS.iter().any(|class| element.has_class(class)));
    let untied = hints.filter(|hint| !is_described_by(page, hint));
    untied.map(|hint| format!("the hint \"{}\" belongs to no control", hint.text())).collect()
}

/// An error is tied to its control or group, and the summary links to every one.
fn of_errors(page: &Element) -> Vec<String> {
    let mut faults = Vec::new();
    let forms: Vec<&Element> = page.named("form");
    let inside = forms.iter().flat_map(|form| form.all());
    let errors: Vec<&Element> = inside.filter(|element| ERRORS.iter().any(|class| element.has_class(class))).collect();
    for error in &errors {
        if !is_described_by(page, error) {
            faults.push(format!("the error \"{}\" belongs to no control", error.text()));
        }
    }
    let links = summary(page).map(|summary| summary.named("a").len());
    match links {
        Some(0) => faults.push("the error summary links to no control".to_owned()),
        Some(links) if links < errors.len() => {
            faults.push(format!("the error summary has {links} links for {} errors", errors.len()));
        }
        None if !errors.is_empty() => faults.push("there are errors and no error summary".to_owned()),
        _ => {}
    }
    faults
}

fn is_described_by(page: &Element, words: &Element) -> bool {
    let Some(id) = words.attribute("id") else { return false };
    page.all().iter().any(|element| {
        element.attribute("aria-describedby").is_some_and(|ids| ids.split_whitespace().any(|own| own == id))
    })
}

fn contains(element: &Element, inside: &Element) -> bool {
    element.all().into_iter().any(|other| std::ptr::eq(other, inside))
}
