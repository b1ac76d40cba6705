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

/// An invitation to a school or a club.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invites<'a> {
    pub subject: &'a str,
    /// As the team wrote it and an officer approved it.
    pub words: &'a str,
    /// The name of the place whose link it holds.
    pub place: Option<&'a str>,
    /// Where people take part.
    pub address: &'a str,
    pub team: &'a str,
    pub organisation: &'a str,
    /// People are asked to vote, not to answer.
    pub votes: bool,
    /// A poster, slides and a card go with it.
    pub encloses: bool,
    /// Where one click ends invitations.
    pub leave: String,
}

/// Invites, in the words of the team; what stands around them is in English, as for officers.
pub fn invitation(invites: &Invites<'_>) -> Letter {
    let deed = if invites.votes { "Vote" } else { "Take part" };
    let link = match invites.place {
        Some(place) => format!("{deed} from {place}"),
        None => deed.to_owned(),
    };
    let mut letter = Letter::new("en", invites.subject).saying(invites.words).linking(&link, invites.address);
    if invites.encloses {
        letter = letter.saying(
            "With this letter are a poster, slides for an assembly, and a card for your own pages. They lead to \
                 the same address. Please put the poster up where people pass.",
        );
    }
    let from = format!("{} wrote this, and {} sends it.", invites.team, invites.organisation);
    letter.foot.push(Block::Words(from));
    let wrong = "Are you the wrong person? Please pass this on to whoever looks after it where you are.";
    letter.foot.push(Block::Words(wrong.to_owned()));
    let words = "Send us no more invitations".to_owned();
    letter.foot.push(Block::Link { words, address: invites.leave.clone() });
    letter.leave = Some(invites.leave.clone());
    letter
}
