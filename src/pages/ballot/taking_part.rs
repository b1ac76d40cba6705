//! Who took part in a ballot, as its result shows it: a table each by district, school and age, with what its numbers are
//! of. A small number stands hidden, and the words beside say what that means.

use maud::{Markup, html};

use super::result::{By, ResultPage, TurnoutBy};
use crate::breakdown::{Count as People, Figure};
use crate::campaign::share_words;
use crate::pages::figures::Scale;
use crate::pages::figures::bar::counted_bar;

impl ResultPage<'_> {
    /// The section; nothing where no turnout is known.
    pub(super) fn taking_part(&self) -> Markup {
        let say = self.frame.words();
        let rounding = ("rounding", self.policy.rounding.into());
        html! {
            @if !self.turnout.is_empty() {
                h2 { (say.say("vote-turnout")) }
                @for by in self.turnout { (self.by(by)) }
                p class="small" {
                    (say.say_with("vote-turnout-rounded", &[rounding])) " "
                    (say.say_with("vote-turnout-hidden", &[("hidden", say.say("number-hidden").into())]))
                }
            }
        }
    }

    fn by(&self, turnout: &TurnoutBy) -> Markup {
        let say = self.frame.words();
        let (youngest, oldest) = self.frame.ballot.ages;
        let of_residents =
            || say.say_with("vote-of-residents", &[("youngest", youngest.into()), ("oldest", oldest.into())]);
        let (caption, of) = match turnout.by {
            By::District => (say.say("vote-by-district"), of_residents()),
            By::School => (say.say("vote-by-school"), say.say("vote-of-roll").to_owned()),
            By::Age => (say.say("vote-by-age"), say.say("vote-of-age").to_owned()),
        };
        let has_share = turnout.groups.iter().any(|group| group.share.is_some());
        html! {
            table class="counted stack" role="table" {
                caption { (caption) }
                thead role="rowgroup" { tr role="row" {
                    th scope="col" role="columnheader" { (caption) }
                    th scope="col" role="columnheader" class="num" { (say.say("vote-took-part")) }
                    @if has_share { th scope="col" role="columnheader" class="num" { (of) } }
                } }
                tbody role="rowgroup" {
                    @for group in &turnout.groups {
                        tr role="row" {
                            th scope="row" role="rowheader" {
                                (group.name)
                                @if let Some(share) = &group.share { (counted_bar(share, Scale::whole())) }
                            }
                            td class="num" role="cell" data-k=(say.say("vote-took-part")) {
                                @match group.papers {
                                    People::Shown(number) => (say.say_with("number", &[("count", number.into())])),
                                    People::Hidden => (self.hidden()),
                                }
                            }
                            @if has_share { td class="num" role="cell" data-k=(of) { (self.share(group.share.as_ref())) } }
                        }
                    }
                }
            }
            @if turnout.by == By::Age { p class="small" { (self.of_screens()) } }
        }
    }

    fn share(&self, share: Option<&Figure>) -> Markup {
        let say = self.frame.words();
        html! {
            @match share {
                Some(Figure::Shown(share)) => (say.decimals(&share_words(share.share))),
                Some(Figure::Hidden) => (self.hidden()),
                None => (say.say("vote-no-roll")),
            }
        }
    }

    fn hidden(&self) -> Markup {
        let say = self.frame.words();
        html! { span class="hid" { b { (say.say("number-hidden")) } span class="sr" { (say.say("number-hidden-words")) } } }
    }

    /// Of which votes ages are known.
    fn of_screens(&self) -> String {
        let say = self.frame.words();
        match self.screens {
            Some(screens) => say.say_with("vote-age-screens", &[("papers", screens.into())]),
            None => say.say("vote-age-some").to_owned(),
        }
    }
}
