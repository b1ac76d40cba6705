//! A poster for one place, on one sheet of A4: what is asked, the QR code, the address and the code to type. It is read
//! by those who answer, so it speaks their language.

use maud::{Markup, html};

use crate::pages::layout::language_links;
use crate::pages::respond::{Frame, group};
use crate::pages::{Corner, Page, Sheet};
use crate::survey::WayIn;

/// The page.
#[derive(Debug, Clone, Copy)]
pub struct Poster<'a> {
    pub frame: Frame<'a>,
    pub way: &'a WayIn,
    /// The start of every address that people type, as `https://heard.example`.
    pub website: &'a str,
    /// Where the officer came from.
    pub back: &'a str,
}

impl Poster<'_> {
    /// The whole document.
    pub fn render(&self) -> Markup {
        let (frame, say) = (self.frame, self.frame.words());
        let worded = frame.survey();
        let (words, lang) = (worded.words, frame.other(worded));
        let page = Page { corner: Corner::Empty, sheet: Sheet::Officer, ..frame.page(&words.title) };
        page.render(html! {
            a class="back" href=(self.back) { (say.say("back")) }
            (language_links(say, &frame.languages()))
            div class="poster" {
                p class="small" { (frame.consultation.organisation) }
                h1 lang=[lang] { (words.title) }
                p class="pull" { (say.say("home-button")) }
                p lang=[lang] { (words.summary) }
                (group::show(say, self.way, self.website))
                p { (say.say_with("open-until", &[("day", say.day(self.way.closes_on).into())])) " "
                    span lang=[lang] { (words.how_long) } " " (say.say("home-no-name")) }
                p class="small" { (self.way.name) }
            }
        })
    }
}
