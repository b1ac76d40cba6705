//! Our own checks are tried on forms that are known to shut people out: what a machine can find, they find.

use std::collections::BTreeMap;

use super::support::{browser, html};

/// Forms whose fault lies in how they look or behave, which no check of markup can tell.
const FOR_PEOPLE: [&str; 2] = [
    // The space comes from a sheet that is not part of the example.
    "Left aligned form labels with too much white space",
    // What happens on a change comes from a script that is not part of the example.
    "Form control that changes context without warning",
];

fn page(example: &str) -> String {
    let error = if example.contains("role=\"alert\"") { "Error: " } else { "" };
    format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{error}A form</title></head>\
         <body><main><h1>A form</h1>{example}</main></body></html>"
    )
}

#[test]
fn every_barrier_of_a_form_that_a_machine_can_find_is_found() {
    let examples = include_str!("../data/barriers/forms.json");
    let examples: BTreeMap<String, String> = serde_json::from_str(examples).expect("names and examples");
    assert_eq!(examples.len(), 19);
    let browser = browser::open();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (mut missed, mut by_axe) = (Vec::new(), 0);
    for (at, (name, example)) in examples.iter().enumerate() {
        let own = html::our_faults(&page(example));
        let file = folder.path().join(format!("{at}.html"));
        std::fs::write(&file, page(example)).expect("a page is written");
        browser.goto(&format!("file://{}", file.display()));
        let axe = browser.axe();
        by_axe += usize::from(!axe.is_empty());
        println!("{name}: ours {own:?}, axe {:?}", axe.iter().map(|one| &one.rule).collect::<Vec<_>>());
        if own.is_empty() && axe.is_empty() {
            missed.push(name.as_str());
        }
    }
    missed.sort_unstable();
    println!("found {} of {}, axe alone {by_axe}", examples.len() - missed.len(), examples.len());
    let mut expected = FOR_PEOPLE.to_vec();
    expected.sort_unstable();
    assert_eq!(missed, expected);
}
