//! What the letters to those who ask to hear say, in their language.

use crate::letter::{Block, Letter};
use crate::pages::Words;

/// Asks the owner of an address whether they want to hear. `yes` and `no` are the addresses of their answers.
pub fn confirm(say: Words, title: &str, organisation: &str, yes: &str, no: String) -> Letter {
    let given = [("title", title.into()), ("organisation", organisation.into())];
    let mut letter = Letter::new(say.lang(), &say.say_with("letter-confirm-subject", &given[..1]))
        .saying(&say.say_with("letter-confirm-words", &given))
        .linking(say.say("letter-confirm-link"), yes)
        .saying(say.say("letter-confirm-else"));
    letter.foot.push(Block::Link { words: say.say("letter-leave").to_owned(), address: no.clone() });
    letter.foot.push(Block::Words(say.say("letter-program").to_owned()));
    letter.leave = Some(no);
    letter
}

/// What somebody is told who asked to hear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told<'a> {
    /// The consultation's title.
    pub title: &'a str,
    pub organisation: &'a str,
    /// What can now be read, as a title.
    pub about: &'a str,
    /// Where.
    pub address: &'a str,
    /// Where one click takes the reader off the list.
    pub leave: String,
}

/// Tells somebody who asked that there is something to read.
pub fn told(say: Words, told: &Told<'_>) -> Letter {
    let given = [("title", told.title.into()), ("organisation", told.organisation.into())];
    let mut letter = Letter::new(say.lang(), &say.say_with("letter-told-subject", &given[..1]))
        .saying(&say.say_with("letter-told-words", &given))
        .linking(told.about, told.address);
    letter.foot.push(Block::Words(say.say("letter-told-foot").to_owned()));
    letter.foot.push(Block::Words(say.say("letter-program").to_owned()));
    letter.leave = Some(told.leave.clone());
    letter
}
