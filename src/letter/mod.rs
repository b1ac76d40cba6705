//! A letter that Heard sends by electronic mail: to which address, and what it says.
//!
//! Addresses and subjects are cleaned as they are made, so that nothing written here can become a header of its own.
//! Leaves out how a letter looks (`pages/letter`), how it travels (`mail`) and where it waits (`store`).

mod address;
mod fate;

use serde::{Deserialize, Serialize};

pub use address::{AddressProblem, LONGEST_ADDRESS, MailAddress};
pub use fate::{Dispatch, LetterKind, LetterState};

/// The most letters of a subject: mail programs show fewer.
pub const LONGEST_SUBJECT: usize = 150;

/// One part of a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Words(String),
    /// What stands apart, with the address it leads to.
    Link { words: String, address: String },
}

/// A file that goes with a letter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Enclosure {
    /// Letters, digits, full stops and hyphens.
    pub name: String,
    /// What is in it, as `application/pdf`.
    pub kind: String,
    /// The file itself in base64.
    pub content: String,
}

/// What a letter says. Made with [`Letter::new`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// The language it is written in, as an ISO 639-1 code.
    pub lang: String,
    subject: String,
    /// What it says, in order.
    pub blocks: Vec<Block>,
    /// Said smaller at its end: who sends it and why, and how to hear no more.
    pub foot: Vec<Block>,
    /// Where one click takes the reader off the list, for mail programs that offer it beside the letter.
    pub leave: Option<String>,
    #[serde(default)]
    pub enclosures: Vec<Enclosure>,
}

impl Letter {
    /// An empty letter. Of the subject only one line remains, of at most [`LONGEST_SUBJECT`] letters.
    pub fn new(lang: &str, subject: &str) -> Self {
        Self {
            lang: lang.to_owned(),
            subject: one_line(subject).chars().take(LONGEST_SUBJECT).collect(),
            blocks: Vec::new(),
            foot: Vec::new(),
            leave: None,
            enclosures: Vec::new(),
        }
    }

    /// One line, at most [`LONGEST_SUBJECT`] letters.
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The same letter and another paragraph for each of `text`, which are parted by empty lines.
    pub fn saying(mut self, text: &str) -> Self {
        self.blocks.extend(paragraphs(text).map(Block::Words));
        self
    }

    /// The same letter and a link.
    pub fn linking(mut self, words: &str, address: &str) -> Self {
        self.blocks.push(Block::Link { words: words.to_owned(), address: address.to_owned() });
        self
    }

    /// The letter as plain text, lines ended by a line feed.
    pub fn plain(&self) -> String {
        let said = |blocks: &[Block]| blocks.iter().map(plain).collect::<Vec<_>>().join("\n\n");
        match self.foot.is_empty() {
            true => format!("{}\n", said(&self.blocks)),
            // Mail programs know this line as the end of what is said.
            false => format!("{}\n\n-- \n{}\n", said(&self.blocks), said(&self.foot)),
        }
    }
}

fn plain(block: &Block) -> String {
    match block {
        Block::Words(words) => words.clone(),
        Block::Link { words, address } => format!("{words}:\n{address}"),
    }
}

/// Text without line ends and other control characters, and no more than one space at a time.
pub fn one_line(text: &str) -> String {
    let spaced: String = text.chars().map(|letter| if breaks_lines(letter) { ' ' } else { letter }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Control characters, the line ends that only Unicode knows, and marks that turn the reading direction of what follows.
fn breaks_lines(letter: char) -> bool {
    letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let parts: Vec<String> = text
        .split("\n\n")
        .map(|part| part.lines().map(one_line).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"))
        .filter(|part| !part.is_empty())
        .collect();
    parts.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_subject_is_one_short_line_whatever_it_was() {
        let letter = Letter::new("en", "Hello\r\nBcc: everyone@example.org\u{2028}\u{202e}x\0 \t y");
        assert_eq!(letter.subject(), "Hello Bcc: everyone@example.org x y");
        assert_eq!(Letter::new("en", &"é".repeat(400)).subject().chars().count(), LONGEST_SUBJECT);
    }

    #[test]
    fn a_letter_reads_as_plain_text_with_its_links_whole_and_its_foot_apart() {
        let mut letter = Letter::new("en", "x").saying("One.\r\ntwo\r\n\r\nThree.").linking("See it", "https://a/b");
        letter.foot.push(Block::Words("From us.".to_owned()));
        assert_eq!(letter.plain(), "One.\ntwo\n\nThree.\n\nSee it:\nhttps://a/b\n\n-- \nFrom us.\n");
    }
}
