//! What every page shares: the head, the top with its way out, the main part, the foot.
//!
//! Leaves out what a page says. Every page works without JavaScript and asks nobody else for anything: there is
//! one sheet for all pages, a second for officers' and, in the head, one small picture for the tab.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::sheet;
use super::words::{Words, is_right_to_left, own_name};
use crate::survey::Edition;

/// The tab's picture, inside the page so that it costs no request: the speech mark with one square corner.
const ICON: &str = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 40'%3E%3Cpath \
                    fill='%235a1d5c' d='M20 2a17 17 0 1 1-8.5 31.7L3 38V20A17 17 0 0 1 20 2z'/%3E%3C/svg%3E";

/// How wide the main part is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Width {
    /// One column for reading and answering.
    #[default]
    Reading,
    /// Room for tables, charts and maps.
    Wide,
}

/// A link of the navigation at the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NavLink<'a> {
    pub href: &'a str,
    pub text: &'a str,
    /// Whether it leads to the page it stands on.
    pub current: bool,
}

/// What stands in the far corner of the top.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Corner<'a> {
    #[default]
    Empty,
    /// The quick way out for someone who must not be seen answering. The top then stays in view.
    Exit,
    /// Who is signed in, and the button to sign out with the form's token against forgery.
    SignedIn { name: &'a str, csrf: &'a str },
}

/// How a page comes to its sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sheet {
    /// By its address.
    #[default]
    Linked,
    /// It stands in the page itself, for pages that someone comes to first: on a slow connection the first words are
    /// there one journey to the server and back earlier. The next page's sheet is fetched meanwhile.
    Inside,
    /// By its address, and with it what officers' pages and others with figures need.
    Officer,
    /// By its address, and with it what charts of published results need.
    Results,
}

/// The frame of a page. Begin with [`Page::titled`] and set what differs.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// What the page is about, in the words of its `h1` or shorter; the tab adds "Heard".
    pub title: &'a str,
    /// The page's language as an ISO 639-1 code; its direction follows from it.
    pub lang: &'a str,
    /// Named beside the mark; empty leaves it out.
    pub organisation: &'a str,
    pub edition: Edition,
    pub width: Width,
    pub nav: &'a [NavLink<'a>],
    pub corner: Corner<'a>,
    pub sheet: Sheet,
    /// The form was sent back: the title begins with "Error: ".
    pub error: bool,
    /// Said in a strip above everything, for example that what is shown is invented.
    pub notice: Option<&'a str>,
    /// The languages that the page can be read in, offered in the foot where there is more than one.
    pub languages: &'a [&'a str],
    /// What the page's own address says after its `?`, such as `edition=child`: another language of it keeps that.
    pub query: &'a str,
    /// Whether readers of feeds are told where those of published results are.
    pub feeds: bool,
}

impl<'a> Page<'a> {
    /// A plain English page for reading, with nothing in the top but the mark.
    pub fn titled(title: &'a str) -> Self {
        Self {
            title,
            lang: "en",
            organisation: "",
            edition: Edition::Plain,
            width: Width::Reading,
            nav: &[],
            corner: Corner::Empty,
            sheet: Sheet::Linked,
            error: false,
            notice: None,
            languages: &[],
            query: "",
            feeds: false,
        }
    }

    /// What the frame says of its own.
    fn words(&self) -> Words {
        Words::of(self.lang, self.edition)
    }

    /// The whole document around the main part.
    pub fn render(&self, main: Markup) -> Markup {
        let body = match (self.edition, self.width) {
            (Edition::Child, _) => Some("child-edition"),
            (Edition::EasyRead, _) => Some("easy-read"),
            (Edition::Plain, Width::Wide) => Some("wide"),
            (Edition::Plain, Width::Reading) => None,
        };
        let words = self.words();
        html! {
            (DOCTYPE)
            html lang=(self.lang) dir=[is_right_to_left(self.lang).then_some("rtl")] {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width,initial-scale=1";
                    title { @if self.error { (words.say("error-prefix")) " " } (self.title) " – Heard" }
                    link rel="icon" href=(ICON);
                    @if self.sheet == Sheet::Inside {
                        style { (PreEscaped(sheet::SHEET.as_str())) }
                        link rel="prefetch" href=(sheet::path()) as="style";
                    } @else { link rel="stylesheet" href=(sheet::path()); }
                    @if self.sheet == Sheet::Officer { link rel="stylesheet" href=(sheet::officer_path()); }
                    @if self.sheet == Sheet::Results { link rel="stylesheet" href=(sheet::results_path()); }
                    @if self.feeds {
                        link rel="alternate" type="application/atom+xml" title=(words.say("results-title")) href="/results/feed.atom";
                        link rel="alternate" type="application/rss+xml" title=(words.say("results-title")) href="/results/feed.rss";
                    }
                    @if self.corner == Corner::Exit {
                        script src=(sheet::script_path()) defer data-listen=(words.say("listen")) data-stop=(words.say("listen-stop")) {}
                    }
                }
                body class=[body] {
                    a class="skip" href="#main" { (words.say("skip-link")) }
                    @if let Some(notice) = self.notice {
                        aside class="banner" aria-label=(words.say("about-page")) { (notice) }
                    }
                    (self.top())
                    div class="wrap" { main id="main" tabindex="-1" { (main) } }
                    (self.foot())
                }
            }
        }
    }

    fn top(&self) -> Markup {
        let class = if self.corner == Corner::Exit { "top stick" } else { "top" };
        let words = self.words();
        html! {
            header class=(class) {
                @if self.corner == Corner::Exit { a class="skip" href="/leave" rel="nofollow" { (words.say("exit")) } }
                div class="wrap" {
                    a class="brand" href="/" { (mark()) "Heard" }
                    @if !self.organisation.is_empty() { span class="org" { (self.organisation) } }
                    @if !self.nav.is_empty() {
                        nav aria-label=(words.say("main-navigation")) {
                            @for link in self.nav {
                                a href=(link.href) aria-current=[link.current.then_some("page")] { (link.text) }
                            }
                        }
                    }
                    @match self.corner {
                        Corner::Empty => {}
                        Corner::Exit => a class="exit push" href="/leave" rel="nofollow" { (words.say("exit")) },
                        Corner::SignedIn { name, csrf } => {
                            form class="who push" method="post" action="/sign-out" {
                                span { (name) }
                                input type="hidden" name="csrf" value=(csrf);
                                button type="submit" class="btn two tiny" { "Sign out" }
                            }
                        }
                    }
                }
            }
        }
    }

    fn foot(&self) -> Markup {
        let words = self.words();
        let links = [
            ("/results", words.say("foot-results")),
            ("/help", words.say("foot-talk")),
            (notice(self.edition), words.say("foot-information")),
            ("/receipt", words.say("foot-receipt")),
            ("/complain", words.say("foot-complain")),
            ("/accessibility", words.say("foot-accessibility")),
        ];
        html! {
            footer class="foot" {
                div class="wrap" {
                    ul { @for (href, text) in links { li { a href=(href) { (text) } } } }
                    (language_links_with(words, self.languages, self.query))
                }
            }
        }
    }
}

/// Heard's own mark: a speech mark that holds an ear.
fn mark() -> Markup {
    html! {
        svg viewBox="0 0 40 40" width="36" height="36" aria-hidden="true" {
            path class="all" d="M20 2a17 17 0 1 1-8.5 31.7L3 38V20A17 17 0 0 1 20 2z" {}
            g class="in" {
                path d="M12.5 19a7.5 7.5 0 1 1 13 5.2c-2.2 2.3-2.7 5.3-6 5.3" {}
                path d="M17 19.5a3.2 3.2 0 1 1 5 2.6" {}
            }
        }
    }
}

/// Where the page about people's information is, in the edition for whoever reads this one: the child's is in easy
/// words, so easy read leads to it too.
pub fn notice(edition: Edition) -> &'static str {
    match edition {
        Edition::Plain => "/privacy",
        Edition::Child | Edition::EasyRead => "/privacy?edition=child",
    }
}

/// The same page in each language, as links. Nothing where there is no choice.
pub fn language_links(words: Words, languages: &[&str]) -> Markup {
    language_links_with(words, languages, "")
}

/// The same where the page's own address has something after its `?`.
fn language_links_with(words: Words, languages: &[&str], query: &str) -> Markup {
    if languages.len() < 2 {
        return html! {};
    }
    let kept = if query.is_empty() { String::new() } else { format!("{query}&") };
    html! {
        nav class="langs" aria-label=(words.say("language-choose")) {
            @for language in languages {
                a href={ "?" (kept) "lang=" (language) } lang=(language) hreflang=(language)
                    aria-current=[(*language == words.lang()).then_some("true")] { (own_name(language)) }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_error_is_said_first_in_the_title() {
        let page = Page { error: true, ..Page::titled("Where?") }.render(html! {}).into_string();
        assert!(page.contains("<title>Error: Where? – Heard</title>"), "{page}");
    }

    #[test]
    fn urdu_runs_from_right_to_left_and_english_says_nothing_of_it() {
        let urdu = Page { lang: "ur", ..Page::titled("") }.render(html! {}).into_string();
        assert!(urdu.contains(r#"<html lang="ur" dir="rtl">"#), "{urdu}");
        assert!(Page::titled("").render(html! {}).into_string().contains(r#"<html lang="en">"#));
    }

    #[test]
    fn another_language_of_a_page_keeps_the_rest_of_its_address() {
        let page = Page { languages: &["en", "ur"], query: "edition=child", ..Page::titled("") };
        let page = page.render(html! {}).into_string();
        assert!(page.contains(r#"href="?edition=child&amp;lang=ur""#), "{page}");
        let page = Page { languages: &["en", "ur"], ..Page::titled("") }.render(html! {}).into_string();
        assert!(page.contains(r#"href="?lang=ur""#), "{page}");
    }

    #[test]
    fn what_a_page_is_given_is_written_as_words_and_never_as_markup() {
        let page = Page { organisation: "<script>", notice: Some("<b>"), ..Page::titled("</title><script>") };
        let page = page.render(html! {}).into_string();
        assert!(!page.contains("<script>") && !page.contains("<b>"), "{page}");
    }
}
