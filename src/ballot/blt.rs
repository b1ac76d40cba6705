//! `.blt` files: the plain text that election programs exchange rankings in.
//!
//! ```text
//! 4 2              candidates and seats
//! -3               the third candidate has withdrawn
//! 42 1 2 4 0       42 papers with this ranking
//! (17) 2 0         a paper may have a name instead of a number; it counts once
//! 0                the end of the papers
//! "Memphis"        the candidates' names in order, then the title
//! "Knoxville"
//! ```
//! A `#` begins a note up to the end of the line. A quotation mark in a name is written `\"`, and `\\` is a backslash.
//! A paper that ranks nobody is blank: it is counted as spoilt. A ranking with a gap (`-`) is closed up; equal places
//! (`2=3`) and a candidate twice spoil the paper.
//! [`Blt::to_text`] writes papers sorted, so that what was written by Heard is read and written byte for byte the same.

use super::count::Election;
use super::definition::MOST_CANDIDATES;
use super::method::Method;
use super::paper::Marks;
use super::papers::Papers;
use super::tie::Seed;

/// A `.blt` file as it was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blt {
    pub title: String,
    /// The candidates' names, in order.
    pub names: Vec<String>,
    pub seats: usize,
    /// By place, ascending.
    pub withdrawn: Vec<usize>,
    pub papers: Papers,
    /// Papers that do not count, by why.
    pub blank: u64,
    /// Papers with a candidate twice or with equal places.
    pub unclear: u64,
}

/// What is wrong with a `.blt` file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct BltProblem {
    /// Counted from 1.
    pub line: usize,
    pub problem: String,
}

impl Blt {
    /// Reads a file.
    ///
    /// # Errors
    /// The line that is not as it should be, and what is.
    pub fn parse(text: &str) -> Result<Self, BltProblem> {
        Reader { words: words(text)?, at: 0 }.read()
    }

    /// Writes it, with papers in the order of their marks.
    pub fn to_text(&self) -> String {
        let mut text = format!("{} {}\n", self.names.len(), self.seats);
        if !self.withdrawn.is_empty() {
            let places: Vec<String> = self.withdrawn.iter().map(|place| format!("-{}", place + 1)).collect();
            text.push_str(&format!("{}\n", places.join(" ")));
        }
        if self.blank > 0 {
            text.push_str(&format!("{} 0\n", self.blank));
        }
        for (marks, number) in self.papers.iter() {
            text.push_str(&number.to_string());
            marks.iter().for_each(|mark| text.push_str(&format!(" {}", mark + 1)));
            text.push_str(" 0\n");
        }
        text.push_str("0\n");
        for name in self.names.iter().chain([&self.title]) {
            text.push_str(&quoted(name));
            text.push('\n');
        }
        text
    }

    /// What is counted by this method; in place of keys the draw takes the names.
    pub fn election<'a>(&'a self, method: Method, seats: usize, seed: Option<&'a Seed>) -> Election<'a> {
        Election {
            keys: &self.names,
            withdrawn: &self.withdrawn,
            papers: &self.papers,
            tallied: None,
            method,
            seats,
            seed,
        }
    }
}

fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""))
}

/// A number, a mark or a name, and the line it is on.
struct Word {
    line: usize,
    text: String,
    /// It stood in quotation marks.
    is_name: bool,
}

fn words(text: &str) -> Result<Vec<Word>, BltProblem> {
    let mut words = Vec::new();
    for (line, whole) in (1..).zip(text.lines()) {
        let whole = if line == 1 { whole.trim_start_matches('\u{feff}') } else { whole };
        let mut rest = whole.trim_start();
        while !rest.is_empty() && !rest.starts_with('#') {
            let (word, after) = match rest.strip_prefix('"') {
                Some(name) => {
                    let (name, after) = read_name(name).ok_or_else(|| BltProblem {
                        line,
                        problem: "a name begins with a quotation mark and does not end with one".to_owned(),
                    })?;
                    (Word { line, text: name, is_name: true }, after)
                }
                None => {
                    let end = rest.find(|c: char| c.is_whitespace() || c == '"' || c == '#').unwrap_or(rest.len());
                    (Word { line, text: rest[..end].to_owned(), is_name: false }, &rest[end..])
                }
            };
            words.push(word);
            rest = after.trim_start();
        }
    }
    Ok(words)
}

/// A name up to its closing quotation mark, and what stands after it.
fn read_name(text: &str) -> Option<(String, &str)> {
    let mut name = String::new();
    let mut letters = text.char_indices();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return Some((name, &text[at + 1..])),
            '\\' if text[at + 1..].starts_with(['"', '\\']) => name.extend(letters.next().map(|(_, letter)| letter)),
            _ => name.push(letter),
        }
    }
    None
}

struct Reader {
    words: Vec<Word>,
    at: usize,
}

impl Reader {
    fn read(mut self) -> Result<Blt, BltProblem> {
        let candidates = self.number("the number of candidates")?;
        if !(1..=MOST_CANDIDATES as u64).contains(&candidates) {
            return Err(self.wrong(format!("there are {candidates} candidates: from 1 to {MOST_CANDIDATES} can stand")));
        }
        let candidates = candidates as usize;
        let seats = self.number("the number of seats")?;
        if seats == 0 || seats > MOST_CANDIDATES as u64 {
            return Err(self.wrong(format!("there are {seats} seats: at least one must win")));
        }
        let withdrawn = self.withdrawn(candidates)?;
        let mut papers = Papers::builder(Marks::Ranked);
        let (mut blank, mut unclear) = (0, 0);
        loop {
            let number = self.next("the number of papers, or 0 after the last")?;
            let by_name = number.starts_with('(') && number.ends_with(')');
            let number = if by_name { 1 } else { self.read_number(&number)? };
            if number == 0 {
                break;
            }
            match self.ranking(candidates)? {
                None => unclear += number,
                Some(marks) if marks.is_empty() => blank += number,
                Some(marks) => papers.add_marks(&marks, number),
            }
        }
        let mut names = Vec::new();
        for place in 1..=candidates {
            names.push(self.name(&format!("the name of candidate {place} in quotation marks"))?);
        }
        let title = if self.at < self.words.len() { self.name("the title in quotation marks")? } else { String::new() };
        if self.at < self.words.len() {
            self.at += 1;
            return Err(self.wrong("nothing stands after the title".to_owned()));
        }
        Ok(Blt { title, names, seats: seats as usize, withdrawn, papers: papers.finish(), blank, unclear })
    }

    fn withdrawn(&mut self, candidates: usize) -> Result<Vec<usize>, BltProblem> {
        let mut withdrawn = Vec::new();
        while let Some(place) = self.words.get(self.at).and_then(|word| word.text.strip_prefix('-')) {
            let place = place.to_owned();
            self.at += 1;
            withdrawn.push(self.place(&place, candidates)?);
        }
        withdrawn.sort_unstable();
        withdrawn.dedup();
        Ok(withdrawn)
    }

    /// The marks up to the 0 that ends them; none where nobody can say what was meant.
    fn ranking(&mut self, candidates: usize) -> Result<Option<Vec<u16>>, BltProblem> {
        let (mut marks, mut is_clear): (Vec<u16>, bool) = (Vec::new(), true);
        loop {
            let word = self.next("a candidate's number, or 0 after the last")?;
            match word.as_str() {
                "0" => return Ok(is_clear.then_some(marks)),
                "-" => continue,
                _ => {}
            }
            is_clear &= !word.contains('=');
            for part in word.split('=') {
                let mark = self.place(part, candidates)? as u16;
                is_clear &= !marks.contains(&mark);
                marks.push(mark);
            }
        }
    }

    fn place(&self, text: &str, candidates: usize) -> Result<usize, BltProblem> {
        let place = self.read_number(text)?;
        if !(1..=candidates as u64).contains(&place) {
            return Err(self.wrong(format!("there is no candidate {place}: they are numbered from 1 to {candidates}")));
        }
        Ok(place as usize - 1)
    }

    fn number(&mut self, what: &str) -> Result<u64, BltProblem> {
        let word = self.next(what)?;
        self.read_number(&word)
    }

    fn read_number(&self, text: &str) -> Result<u64, BltProblem> {
        // Ten figures are more papers than there are people, and their sum always fits.
        let is_number = (1..=10).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = if is_number { text.parse().ok() } else { None };
        number.ok_or_else(|| self.wrong(format!("\"{text}\" is not a whole number")))
    }

    fn next(&mut self, what: &str) -> Result<String, BltProblem> {
        self.at += 1;
        match self.words.get(self.at - 1) {
            Some(word) if !word.is_name => Ok(word.text.clone()),
            Some(word) => Err(self.wrong(format!("\"{}\" stands where {what} should", word.text))),
            None => Err(self.wrong(format!("the file ends where {what} should stand"))),
        }
    }

    fn name(&mut self, what: &str) -> Result<String, BltProblem> {
        self.at += 1;
        match self.words.get(self.at - 1) {
            Some(word) if word.is_name => Ok(word.text.clone()),
            Some(word) => Err(self.wrong(format!("{} stands where {what} should", word.text))),
            None => Err(self.wrong(format!("the file ends where {what} should stand"))),
        }
    }

    /// A problem with the word that was read last.
    fn wrong(&self, problem: String) -> BltProblem {
        let line = self.words.get(self.at.saturating_sub(1)).or(self.words.last()).map_or(1, |word| word.line);
        BltProblem { line, problem }
    }
}
