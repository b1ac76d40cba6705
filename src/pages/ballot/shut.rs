//! A ballot that takes no paper: not yet, no more, or because somebody else's turn comes first.

use maud::{Markup, html};

use super::Frame;
use super::start::explained;
use crate::pages::layout::language_links;
use crate::survey::Openness;

/// Why no paper is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    Time(Openness),
    /// It closed and its result is published.
    Published,
    /// A paper was sent after it closed.
    Late,
    /// Somebody voted on this browser.
    Voted,
    /// Something was changed that may not change.
    Halted,
}

/// The page.
#[derive(Debug, Clone, Copy)]
pub struct Shut<'a> {
    pub frame: Frame<'a>,
    pub why: Why,
}

impl Shut<'_> {
    /// The whole page.
    pub fn render(&self) -> Markup {
        let (frame, say) = (self.frame, self.frame.words());
        let lang = frame.about().and_then(|about| frame.other(about));
        frame.page(frame.title()).render(html! {
            a class="back" href="/" { (say.say("back")) }
            (language_links(say, &frame.languages()))
            div class="say ask" {
                h1 lang=[lang] { (frame.title()) }
                @match self.why {
                    Why::Time(Openness::NotYetOpen) => {
                        // What is asked, before anybody can answer: people talk about it until then.
                        @if let Some(about) = frame.about() { p lang=[lang] { (about.words.summary) } }
                        p { b { (frame.moment("vote-opens", frame.ballot.opens)) } " " (frame.moment("vote-until", frame.ballot.closes)) }
                    }
                    Why::Time(_) => p { b { (frame.moment("vote-closed", frame.ballot.closes)) } " " (say.say("vote-soon")) },
                    Why::Published => {
                        p { b { (frame.moment("vote-closed", frame.ballot.closes)) } }
                        p class="row" { a class="btn" href=(frame.href("/result")) { (say.say("vote-see-result")) } }
                    }
                    Why::Late => {
                        p { b { (say.say("vote-late")) } }
                        p { (frame.moment("vote-closed", frame.ballot.closes)) " " (say.say("vote-late-words")) }
                        p { (say.say("vote-thanks-result")) br; a href=(frame.href("/result")) { (frame.href("/result")) } }
                    }
                    Why::Voted => {
                        p { b { (say.say("vote-voted")) } }
                        p { (say.say("vote-voted-words")) }
                        (next_person(frame))
                    }
                    Why::Halted => {
                        p { b { (say.say("vote-halted")) } }
                        p { (say.say("vote-halted-words")) }
                    }
                }
            }
            (explained(frame))
        })
    }
}

/// The button that lets somebody else vote on the same device.
pub(super) fn next_person(frame: Frame<'_>) -> Markup {
    html! {
        form class="row" method="post" action=(frame.href("/next")) {
            button type="submit" class="btn" { (frame.words().say("next-person")) }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::ballot::{Ballot, BallotFiles, parse};
    use crate::survey::Edition;

    fn make_your_mark() -> Ballot {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("surveys/make-your-mark");
        let read = |name: &str| (name.to_owned(), std::fs::read_to_string(folder.join(name)).unwrap());
        let wording = |language: &str| (language.to_owned(), read(&format!("wording/{language}.toml")));
        let wordings = ["en", "cy", "pl", "ro", "ur"].map(wording).into();
        parse(&BallotFiles { ballot: read("ballot.toml"), wordings }).unwrap().0
    }

    #[test]
    fn before_it_opens_a_ballot_shows_its_question_its_choices_how_they_are_counted_and_when() {
        let ballot = make_your_mark();
        let frame = Frame { ballot: &ballot, lang: "en", edition: Edition::Plain };
        let page = Shut { frame, why: Why::Time(Openness::NotYetOpen) }.render().into_string();
        let opens = "Voting begins on";
        for said in ["Which issue matters most to you?", "Cheaper buses that come", "The most votes win", opens] {
            assert!(page.contains(said), "{said}: {page}");
        }
        assert!(!page.contains("<form"), "nothing can be sent yet");
    }

    #[test]
    fn in_welsh_a_day_is_softened_after_the_word_that_softens_it_and_one_page_speaks_one_way() {
        let ballot = make_your_mark();
        let frame = Frame { ballot: &ballot, lang: "cy", edition: Edition::Plain };
        for why in [Why::Time(Openness::NotYetOpen), Why::Time(Openness::Closed), Why::Late] {
            let page = Shut { frame, why }.render().into_string();
            assert!(page.contains(" ar ddydd ") && !page.contains(" ar dydd "), "{page}");
            assert!(!page.contains(" i ti?") && !page.contains("gêm"), "{page}");
        }
    }

    #[test]
    fn every_choice_has_its_second_line_and_help_its_words_in_every_language() {
        let ballot = make_your_mark();
        for lang in ["en", "cy", "pl", "ro", "ur"] {
            let paper = Frame { ballot: &ballot, lang, edition: Edition::Plain }.paper().unwrap();
            assert_eq!(paper.language.as_str(), lang);
            let missing = ballot.keys().into_iter().find(|key| paper.words.options[key].hint.is_none());
            assert_eq!(missing, None, "{lang}");
            let help = Frame { ballot: &ballot, lang, edition: Edition::Plain }.help();
            assert!(help.iter().all(|one| one.language.as_str() == lang), "who to talk to in {lang}: {help:?}");
        }
    }
}
