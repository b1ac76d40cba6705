//! A survey as people will see it: every page of an edition under one another, and one at a time to try the routing.
//!
//! The pages are the respondents' own. On show, their identifiers are made unique, their headings step back behind
//! the page's own, and their forms lead nowhere or only to the next page on trial: nothing is stored.

use maud::{Markup, PreEscaped, html};

use super::fields::select;
use super::{Place, Tab};
use crate::finding::Finding;
use crate::pages::respond::question::FORM;
use crate::survey::Edition;

/// What is looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Keys and names.
    pub perspectives: Vec<(String, String)>,
    pub perspective: String,
    pub languages: Vec<String>,
    pub language: String,
    /// Keys of the age bands that the wording may depend on.
    pub bands: Vec<String>,
    pub band: String,
    /// The survey has easy read, and whether it was chosen.
    pub easy: Option<bool>,
    pub edition: Edition,
}

/// One page on show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// What the page is, and when it is asked.
    pub name: String,
    pub routing: String,
    /// The whole page as people are sent it; its main part is shown.
    pub page: String,
}

/// The page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    pub place: Place,
    pub choice: Option<Choice>,
    pub shown: Vec<Shown>,
    /// Why it cannot be shown yet.
    pub findings: Vec<Finding>,
}

impl Preview {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let place = &self.place;
        place.render(
            "Preview",
            Tab::Preview,
            html! {
                @if let Some(choice) = &self.choice {
                    (choose(place, choice))
                    p { "Every page in this edition, one under another. Words in [brackets] are not written yet. Buttons do nothing here; "
                        a href=(attempt(place, choice)) { "try it" } " to walk through it." }
                    @for (at, shown) in self.shown.iter().enumerate() {
                        section aria-labelledby={ "shown-" (at) } {
                            h2 id={ "shown-" (at) } { (shown.name) }
                            @if !shown.routing.is_empty() { p class="small" { (shown.routing) } }
                            (on_show(choice, &on_display(&shown.page, &format!("p{at}-"))))
                        }
                    }
                } @else {
                    p { "It cannot be shown until this is put right:" }
                    (place.findings(&self.findings))
                }
            },
        )
    }
}

/// One page of a walk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attempt {
    pub place: Place,
    pub choice: Choice,
    /// The whole page, of which the main part is shown; none once the walk is over.
    pub page: Option<String>,
    /// What the next page's address carries.
    pub carried: Vec<(String, String)>,
    /// Questions asked so far, and what was said to them.
    pub said: Vec<(String, String)>,
    /// Questions of this perspective that the walk so far does not ask.
    pub not_asked: Vec<String>,
}

impl Attempt {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let place = &self.place;
        let form = html! {
            form id={ (ON_TRIAL) (FORM) } method="get" action=(place.href("/try")) novalidate {
                @for (name, value) in &self.carried { input type="hidden" name=(name) value=(value); }
            }
        };
        let form = form.into_string();
        let form = form.trim_end_matches("</form>");
        let refused = self.page.as_ref().is_some_and(|page| page.contains("role=\"alert\""));
        place.render(
            if refused { "Error: Try it" } else { "Try it" },
            Tab::Preview,
            html! {
                (choose(place, &self.choice))
                p { "Nothing you pick or write here is kept. " a href=(attempt(place, &self.choice)) { "Begin again" } }
                @match &self.page {
                    Some(page) => {
                        h2 { "The next page" }
                        (on_show(&self.choice, &on_trial(page, form)))
                    },
                    None => p class="note" { b { "The end." } " People now come to “check your answers” and send it." },
                }
                @if !self.said.is_empty() {
                    h2 { "So far" }
                    dl { @for (ask, said) in &self.said { div class="ans" { dt { (ask) } dd { @if said.is_empty() { "Skipped" } @else { (said) } } } } }
                }
                @if !self.not_asked.is_empty() {
                    h2 { "Not asked on this way" }
                    ul { @for ask in &self.not_asked { li { (ask) } } }
                }
            },
        )
    }
}

fn attempt(place: &Place, choice: &Choice) -> String {
    let easy = if choice.easy == Some(true) { "&easy=1" } else { "" };
    place.href(&format!("/try?perspective={}&lang={}{easy}", choice.perspective, choice.language))
}

fn choose(place: &Place, choice: &Choice) -> Markup {
    let same = |keys: &[String]| keys.iter().map(|key| (key.clone(), key.clone())).collect::<Vec<_>>();
    let mut bands = vec![(String::new(), "Not known".to_owned())];
    bands.extend(same(&choice.bands));
    let easy = [("", "No"), ("1", "Yes")].map(|(value, text)| (value.to_owned(), text.to_owned()));
    html! {
        form class="edit" method="get" action=(place.href("/preview")) {
            div class="choose" {
                (select("perspective", "As", &choice.perspectives, &choice.perspective))
                (select("lang", "In", &same(&choice.languages), &choice.language))
                @if !choice.bands.is_empty() { (select("age", "Age band", &bands, &choice.band)) }
                @if let Some(chosen) = choice.easy { (select("easy", "Easy read", &easy, if chosen { "1" } else { "" })) }
                div { button type="submit" class="btn two" { "Show" } }
            }
        }
    }
}

/// A page's main part in its edition's looks and language.
fn on_show(choice: &Choice, page: &str) -> Markup {
    let class = match choice.edition {
        Edition::Child => "shown child-edition",
        Edition::EasyRead => "shown easy-read",
        Edition::Plain => "shown",
    };
    let rtl = crate::pages::words::is_right_to_left(&choice.language).then_some("rtl");
    html! { div class=(class) lang=(choice.language) dir=[rtl] { (PreEscaped(page)) } }
}

/// What stands before the identifiers of a page on trial.
const ON_TRIAL: &str = "trial-";

/// A page's main part among others: identifiers of its own, a lower heading, and no form. What people wrote cannot be
/// touched: in it, quotation marks and angle brackets are escaped.
fn on_display(page: &str, own: &str) -> String {
    let mut page = identified(&lowered(main_part(page)), own, &["name"]);
    while let Some(at) = page.find("<form ") {
        let end = page[at..].find('>').map_or(page.len(), |end| at + end + 1);
        page.replace_range(at..end, "<div>");
    }
    page.replace("</form>", "</div>").replace(&format!(" form=\"{own}{FORM}\""), "")
}

/// The same with its form leading to the next page on trial.
fn on_trial(page: &str, form: &str) -> String {
    let page = identified(&lowered(main_part(page)), ON_TRIAL, &[]);
    let (Some(at), Some(last)) = (page.find("<form "), page.find("</form>")) else { return page };
    let end = page[at..].find('>').map_or(page.len(), |end| at + end + 1);
    format!("{}{form}{}{}", &page[..at], &page[end..last], &page[last..])
}

/// What stands between the top of a page and its foot.
fn main_part(page: &str) -> &str {
    let inside = page.split_once("<main id=\"main\" tabindex=\"-1\">").map_or(page, |(_, after)| after);
    inside.split_once("</main>").map_or(inside, |(before, _)| before)
}

fn lowered(page: &str) -> String {
    let page = page.replace("<h1>", "<h3 class=\"h1\">").replace("<h1 ", "<h3 class=\"h1\" ").replace("</h1>", "</h3>");
    // A landmark that stands on every page would stand here many times.
    let page = page.replace("<section class=\"talk\" aria-labelledby=\"talk\"", "<div class=\"talk\"");
    let page = page.replace("<section class=\"say talk\" aria-labelledby=\"talk\"", "<div class=\"say talk\"");
    let page = page.replace("</section>", "</div>");
    page.replace("<h2 ", "<h4 ").replace("<h2>", "<h4>").replace("</h2>", "</h4>").replace(" autofocus", "")
}

/// Puts `own` before every identifier and every mention of one, and before the values of the attributes `more`. The way
/// to the page's own main part stays as it is.
fn identified(page: &str, own: &str, more: &[&str]) -> String {
    let mut parts = page.split('"');
    let mut out = parts.next().unwrap_or_default().to_owned();
    let mut value = true;
    for part in parts {
        let names = |attribute: &str| out.ends_with(&format!(" {attribute}="));
        let is_id = ["id", "for", "form", "aria-labelledby", "aria-describedby"].into_iter().any(names);
        let is_id = is_id || more.iter().any(|attribute| names(attribute));
        let is_link = names("href") && part.starts_with('#') && part != "#main";
        let said = if value && is_id {
            part.split(' ').map(|id| format!("{own}{id}")).collect::<Vec<_>>().join(" ")
        } else if value && is_link {
            format!("#{own}{}", &part[1..])
        } else {
            part.to_owned()
        };
        out.push('"');
        out.push_str(&said);
        value = !value;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<form method=\"post\" action=\"/c/x/q/y\" novalidate><h1><label for=\"answer\">A &quot;id=&quot;?</label></h1>\
                        <p id=\"hint\">H</p><input id=\"answer\" aria-describedby=\"hint after\"><a href=\"#talk\">T</a></form>";

    #[test]
    fn on_display_every_identifier_is_its_own_and_there_is_no_form() {
        let page = on_display(PAGE, "p1-");
        assert!(
            page.contains("id=\"p1-answer\" aria-describedby=\"p1-hint p1-after\"")
                && page.contains("for=\"p1-answer\"")
        );
        assert!(page.contains("href=\"#p1-talk\"") && page.contains("A &quot;id=&quot;?"), "{page}");
        assert!(!page.contains("<form") && !page.contains("<h1") && page.contains("<h3 class=\"h1\">"), "{page}");
    }

    #[test]
    fn on_trial_its_form_leads_to_the_next_page_and_stores_nothing() {
        let page = on_trial(PAGE, "<form method=\"get\" action=\"/try\">");
        assert!(page.starts_with("<form method=\"get\" action=\"/try\"><h3") && page.ends_with("</form>"), "{page}");
        assert!(!page.contains("post") && !page.contains("/c/x"), "{page}");
    }
}
