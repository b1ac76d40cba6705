//! The marked paper once more, before it is put in the box.

use maud::{Markup, html};

use super::paper::{About, BLANK, carried, marks};
use super::{Frame, closing};
use crate::ballot::Marked;

/// The page.
#[derive(Debug, Clone, Copy)]
pub struct Check<'a> {
    pub frame: Frame<'a>,
    /// What is marked; nothing for a paper that is sent blank knowingly.
    pub marked: Option<&'a Marked>,
    pub about: &'a About,
}

impl Check<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let (frame, say) = (self.frame, self.frame.words());
        let lang = frame.paper().and_then(|paper| frame.other(paper));
        frame.page(say.say("vote-check-title")).render(html! {
            div class="say ask" {
                h1 { (say.say("vote-check-title")) }
                @match self.marked {
                    None => p { b { (say.say("vote-check-blank")) } },
                    Some(Marked::Chosen(keys)) => ul { @for key in keys { li lang=[lang] { b { (frame.name(key)) } } } },
                    Some(Marked::Ranked(ranks)) => ol { @for (key, _) in ranks { li lang=[lang] { b { (frame.name(key)) } } } },
                    Some(Marked::Points(points)) => ul {
                        @for (key, points) in points {
                            li { (say.say_with("vote-points-given", &[("points", (*points).into()), ("name", frame.name(key).into())])) }
                        }
                    },
                }
                p { (say.say("vote-check-once")) }
                (closing(frame))
            }
            form method="post" action=(frame.href("/send")) {
                (carried(&self.fields()))
                div class="row" {
                    button type="submit" class="btn" { (say.say("vote-send")) }
                    button type="submit" class="btn two" formaction=(frame.href("/paper")) { (say.say("vote-change")) }
                }
            }
        })
    }

    fn fields(&self) -> Vec<(String, String)> {
        let mut fields = self.marked.map(marks).unwrap_or_else(|| vec![(BLANK.to_owned(), "1".to_owned())]);
        fields.extend(self.about.fields());
        fields
    }
}
