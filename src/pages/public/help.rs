//! Who to talk to.

use maud::{Markup, html};

use super::Front;
use crate::pages::components::help;
use crate::pages::{Corner, Page};
use crate::survey::SaidHelp;

/// Everyone there is to talk to.
#[derive(Debug, Clone, Copy)]
pub struct HelpPage<'a> {
    pub front: Front<'a>,
    pub help: &'a [SaidHelp],
}

impl HelpPage<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let say = self.front.words;
        let title = say.say("foot-talk");
        let page = Page { corner: Corner::Exit, ..self.front.page(title) };
        page.render(html! {
            h1 { (title) }
            p { (say.rich("help-danger", &[("phone", help::phone("999"))])) }
            p { (say.say("help-not-read")) }
            h2 { (say.say("help-people")) }
            (help::cards(say, self.help))
        })
    }
}
