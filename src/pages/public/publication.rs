//! A publication at its permanent address: the report of one place, what its publisher says with it, and the files to
//! take away.
//!
//! The report itself is in English and says the same as its PDF. Leaves out what a report says (`report::district`).

use jiff::civil::Date;
use maud::{Markup, html};

use super::Front;
use super::results::{feeds, when};
use crate::pages::district_report::{in_short, parts};
use crate::pages::words::{is_right_to_left, own_name};
use crate::pages::{Page, Sheet, Width, Words};
use crate::report::district::{DistrictReport, LANGUAGES};
use crate::survey::Edition;

/// What is said with a report, the same for all its places.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// The permanent address of the county's report.
    pub address: String,
    pub number: u32,
    pub published_on: Date,
    /// What it is, what is not decided yet, and what was wrong with the one it corrects, as its publisher says.
    pub about: String,
    pub undecided: String,
    pub correction: Option<String>,
    /// The number and the address of the publication that it corrects.
    pub corrects: Option<(u32, String)>,
    /// The day and the address of the publication that corrects it.
    pub corrected: Option<(Date, String)>,
    /// The address of the newest publication, where that is another one and does not correct this one.
    pub newer: Option<String>,
    pub interim: bool,
    /// How many quotes have been taken out since.
    pub quotes_gone: u32,
    /// Where what was done about it stands, once that is published.
    pub told: Option<String>,
    /// Where the plan that it feeds stands, once that is published.
    pub plan: Option<String>,
    /// Where officers read the answers.
    pub answers: String,
}

/// The page.
#[derive(Debug, Clone, Copy)]
pub struct PublicationPage<'a> {
    pub front: Front<'a>,
    pub report: DistrictReport<'a>,
    pub said: &'a Said,
}

impl PublicationPage<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.front.words;
        let results = self.report.results;
        let title = self.report.title();
        let page = Page {
            width: Width::Wide,
            sheet: Sheet::Results,
            feeds: true,
            organisation: &results.organisation,
            notice: results.illustrative.then(|| say.say("results-illustrative")),
            ..self.front.page(&title)
        };
        page.render(html! {
            a class="back" href="/results" { (say.say("results-all")) }
            div lang="en" dir="ltr" {
                p class="small" { (results.organisation) " · " (results.title) }
                h1 { (title) }
            }
            p class="small" { (when(say, self.said.number, self.said.published_on, &results.organisation)) }
            (standing(say, self.said))
            div lang="en" dir="ltr" { (in_short(&self.report)) }
            (self.places())
            (statement(say, self.said))
            @if say.lang() != "en" { p class="small" { (say.say("results-english")) } }
            div lang="en" dir="ltr" { (parts(&self.report)) }
            (onward(say, self.said))
            (self.files())
            (wrong(say, &results.organisation))
            p class="small noprint" { a href=(self.said.answers) rel="nofollow" { (say.say("results-officers")) } }
            (feeds(say))
        })
    }

    /// The address of a place's report.
    fn address(&self, key: &str) -> String {
        if key == self.report.results.geography.key {
            return self.said.address.clone();
        }
        format!("{}/{key}", self.said.address)
    }

    fn places(&self) -> Markup {
        let (say, geography) = (self.front.words, &self.report.results.geography);
        let districts = geography.districts.iter().map(|area| (area.key.as_str(), area.name.as_str()));
        let whole = say.say_with("results-whole", &[("place", geography.name.as_str().into())]);
        let places = std::iter::once((geography.key.as_str(), whole.as_str())).chain(districts);
        html! {
            nav aria-label=(say.say("results-places")) {
                ul class="places" {
                    @for (key, name) in places {
                        li { a href=(self.address(key)) aria-current=[(key == self.report.key()).then_some("page")] { (name) } }
                    }
                }
                p class="row" {
                    a class="btn two tiny" href={ (self.address(self.report.key())) "?edition=child" } { (say.say("results-for-children")) }
                    a class="btn two tiny" href={ (self.address(self.report.key())) "?view=village" } { (say.say("results-village")) }
                    a class="btn two tiny" href="#files" { (say.say("results-files")) }
                }
            }
        }
    }

    fn files(&self) -> Markup {
        let say = self.front.words;
        let files =
            [("xlsx", say.say("results-xlsx")), ("csv", say.say("results-csv")), ("json", say.say("results-json"))];
        let address = self.address(self.report.key());
        html! {
            section class="noprint" aria-labelledby="files" {
                h2 id="files" { (say.say("results-files")) }
                ul class="files" {
                    li { a href={ (address) ".pdf" } hreflang="en" { (say.say("results-pdf")) } }
                    li { (in_languages(say, &address, "poster", say.say("results-poster"))) }
                    li { (in_languages(say, &address, "children", say.say("results-children"))) }
                    @for (ending, text) in files { li { a href={ (address) "." (ending) } { (text) } } }
                }
            }
        }
    }
}

/// A file that is there in every language: in the reader's first, and then in the others by their own names.
fn in_languages(say: Words, address: &str, kind: &str, text: &str) -> Markup {
    let file = |code: &str| match code {
        "en" => format!("{address}.{kind}.pdf"),
        code => format!("{address}.{kind}.{code}.pdf"),
    };
    let others = LANGUAGES.iter().map(|words| words.code).filter(|code| *code != say.lang());
    html! {
        a href=(file(say.lang())) hreflang=(say.lang()) { (text) }
        @for code in others {
            " · " a href=(file(code)) hreflang=(code) lang=(code) dir=(if is_right_to_left(code) { "rtl" } else { "ltr" }) {
                (own_name(code)) span class="sr" lang=(say.lang()) { " (" (text) ")" }
            }
        }
    }
}

/// Whether it still stands: interim, corrected, a correction, followed by newer ones, with quotes gone.
pub fn standing(say: Words, said: &Said) -> Markup {
    let link = |address: &str, text: &str| html! { a href=(address) { (text) } };
    html! {
        @if let Some((day, address)) = &said.corrected {
            div class="note warn" { p {
                b { (say.say_with("results-corrected", &[("day", say.day(*day).into())])) } " "
                (link(address, say.say("results-corrected-link")))
            } }
        }
        @if let Some((number, address)) = &said.corrects {
            div class="note" {
                p {
                    (say.rich("results-corrects", &[("link", link(address, &say.say_with("results-number", &[("number", (*number).into())])))]))
                }
                @if let Some(correction) = &said.correction { p lang="en" dir="ltr" { (correction) } }
            }
        }
        @if let Some(address) = &said.newer {
            div class="note" { p { (say.say("results-newer")) " " (link(address, say.say("results-newer-link"))) } }
        }
        @if said.interim { div class="note" { p { b { (say.say("results-interim")) } } } }
        @if said.quotes_gone > 0 {
            p class="small" { (say.say_with("results-quotes-gone", &[("count", said.quotes_gone.into())])) }
        }
    }
}

/// The ways on: to what was done about it, and to the plan.
pub fn onward(say: Words, said: &Said) -> Markup {
    let child = if say.edition() == Edition::Child { "?edition=child" } else { "" };
    html! {
        @if said.told.is_some() || said.plan.is_some() {
            section aria-labelledby="onward" {
                h2 id="onward" { (say.say("results-onward")) }
                ul {
                    @if let Some(told) = &said.told { li { a href={ (told) (child) } { (say.say("said-title")) } } }
                    @if let Some(plan) = &said.plan { li { a href=(plan) { (say.say("said-plan")) } } }
                }
            }
        }
    }
}

/// What its publisher says with it.
fn statement(say: Words, said: &Said) -> Markup {
    html! {
        div class="grid" {
            section class="card" {
                h2 { (say.say("results-about")) }
                p lang="en" dir="ltr" { (said.about) }
            }
            section class="card" {
                h2 { (say.say("results-undecided")) }
                p lang="en" dir="ltr" { (said.undecided) }
            }
        }
    }
}

/// How to say that something is wrong, and what then happens.
pub fn wrong(say: Words, organisation: &str) -> Markup {
    let link = html! { a href="/complain" { (say.say("foot-complain")) } };
    html! {
        section aria-labelledby="wrong" {
            h2 id="wrong" { (say.say("results-wrong")) }
            p { (say.rich("results-wrong-words", &[("organisation", html! { (organisation) }), ("link", link)])) }
            p { (say.say("results-wrong-then")) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::public::results_for_children::ChildrensPage;
    use crate::pages::public::results_village::ResultsVillage;
    use crate::report::district::sample::results;
    use crate::survey::Edition;

    fn said() -> Said {
        Said {
            address: "/results/town/1".into(),
            number: 1,
            published_on: jiff::civil::date(2026, 12, 20),
            about: "<script>alert(1)</script>".into(),
            undecided: "All of it".into(),
            correction: None,
            corrects: None,
            corrected: None,
            newer: None,
            interim: false,
            quotes_gone: 0,
            told: Some("/you-said/town".to_owned()),
            plan: Some("/plans/town".to_owned()),
            answers: "/officer/c/town/themes".to_owned(),
        }
    }

    fn page(said: &Said, language: &str) -> String {
        let results = results(1);
        let report = DistrictReport::of_district(&results, "redditch").unwrap();
        let words = Words::of(language, Edition::Plain);
        let front = Front { words, languages: &["en", "cy", "ur"], organisation: "Town" };
        PublicationPage { front, report, said }.render().into_string()
    }

    #[test]
    fn what_an_officer_writes_is_words_and_a_place_has_its_own_files() {
        let page = page(&said(), "en");
        assert!(!page.contains("<script"), "{page}");
        for ending in ["pdf", "poster.pdf", "children.pdf", "xlsx", "csv", "json"] {
            assert!(page.contains(&format!("href=\"/results/town/1/redditch.{ending}\"")), "{ending}");
        }
        assert!(page.contains("href=\"/results/town/1\"") && page.contains("aria-current=\"page\">Redditch"), "{page}");
    }

    #[test]
    fn of_100_people_every_share_is_text_and_what_is_kept_private_has_no_picture() {
        let results = results(1);
        for report in DistrictReport::all(&results) {
            let front = Front { words: Words::english(), languages: &["en"], organisation: "Town" };
            let page = ResultsVillage { front, report, said: &said(), address: "/results/town/1" };
            let page = page.render().into_string();
            let shown = report.shares_of_themes().iter().filter(|(_, share)| share.is_some()).count();
            assert_eq!(page.matches("class=\"people\"").count(), shown, "{}", report.place());
            assert_eq!(page.matches(" of 100</b>").count(), shown, "{page}");
            assert!(!page.contains("<b>0 of 100") && page.contains("kept private"), "{page}");
        }
    }

    #[test]
    fn posters_and_childrens_editions_are_offered_in_every_language_the_readers_first() {
        let page = page(&said(), "cy");
        for kind in ["poster", "children"] {
            let own = page.find(&format!("href=\"/results/town/1/redditch.{kind}.cy.pdf\"")).expect("the reader's own");
            for other in ["", ".pl", ".ro", ".ur"] {
                let other = format!("href=\"/results/town/1/redditch.{kind}{other}.pdf\"");
                assert!(page.find(&other).is_some_and(|at| at > own), "{other}: {page}");
            }
        }
    }

    #[test]
    fn the_childrens_page_speaks_the_readers_language_and_marks_what_is_english() {
        let results = results(1);
        let (report, said) = (DistrictReport::of_district(&results, "wychavon").unwrap(), said());
        for (language, words) in
            [("cy", "Da gwybod"), ("pl", "Warto wiedzieć"), ("ro", "Bine de știut"), ("ur", "جاننے کی باتیں")]
        {
            let front = Front { words: Words::of(language, Edition::Child), languages: &[], organisation: "Town" };
            let page = ChildrensPage { front, report, said: &said, address: "/results/town/1/wychavon" }.render();
            let page = page.into_string();
            let (_, main) = page.split_once("<main").unwrap();
            assert!(
                main.contains(words) && !main.contains("Good to know") && !main.contains("every 10 people"),
                "{main}"
            );
            let theme = "<span lang=\"en\" dir=\"ltr\">“Getting around: buses, walking and cycling”</span>";
            assert!(main.contains(theme), "{main}");
            assert!(main.contains(&format!("wychavon.children.{language}.pdf")), "{main}");
        }
    }

    #[test]
    fn an_old_page_says_first_that_it_was_corrected_and_where_to() {
        let corrected = Some((jiff::civil::date(2027, 1, 3), "/results/town/2".to_owned()));
        let page = page(&Said { corrected, quotes_gone: 1, interim: true, ..said() }, "en");
        let at = |words: &str| page.find(words).unwrap_or_else(|| panic!("{words}: {page}"));
        assert!(at("corrected on Sunday 3 January 2027") < at("people in Redditch answered"));
        assert!(page.contains("href=\"/results/town/2\"") && page.contains("One quote has been taken out"));
        assert!(page.contains("answers were still coming in"));
    }

    #[test]
    fn around_the_report_a_page_speaks_the_readers_language_and_says_that_the_report_does_not() {
        let page = page(&said(), "cy");
        assert!(page.contains("<html lang=\"cy\"") && page.contains("Saesneg yw iaith"), "{page}");
        assert!(page.contains("<div lang=\"en\" dir=\"ltr\">"));
    }

    #[test]
    fn children_are_told_in_tens_of_people_and_a_hidden_number_is_not_none() {
        let results = results(1);
        let said = said();
        for report in DistrictReport::all(&results) {
            let words = Words::of("en", Edition::Child);
            let front = Front { words, languages: &[], organisation: "Town" };
            let page = ChildrensPage { front, report, said: &said, address: "/results/town/1" }.render().into_string();
            let (_, main) = page.split_once("<main").unwrap();
            assert!(!page.contains("About 0 in") && !page.contains("%<") && !page.contains("% "), "{page}");
            assert_eq!(
                main.matches("class=\"in\"").count() + main.matches("class=\"out\"").count(),
                10 * report.told("en").in_tens().len()
            );
        }
    }
}
