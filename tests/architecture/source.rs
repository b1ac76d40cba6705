//! Reads Rust source as text, well enough to hold it to rules: which modules and crates it names, where
//! its functions begin and end, and which of it is only for tests. It is no parser: macros are read as
//! if they were plain code, which is the stricter reading.

use std::collections::BTreeSet;
use std::ops::Range;

/// One source file with comments and literals blanked, so that what they say is never mistaken for code.
pub struct Source {
    /// Path from the package's root, with `/` between parts.
    pub path: String,
    /// The file as written.
    pub text: String,
    /// The same length and the same lines as `text`, with comments, strings and characters as spaces.
    pub code: String,
}

/// One function: its name, first line, length in lines, and whether it is compiled for tests only.
pub struct Function {
    pub name: String,
    pub line: usize,
    pub lines: usize,
    pub is_test: bool,
}

/// One path as `crate::store::responses`, split at `::`, and the line that names it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    pub line: usize,
    pub parts: Vec<String>,
}

impl Source {
    pub fn new(path: &str, text: &str) -> Self {
        Source { path: path.to_owned(), text: text.to_owned(), code: blank(text) }
    }

    /// The top-level module this file belongs to: `store` for `src/store/write.rs`, `main` for `src/main.rs`.
    pub fn module(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside.split('/').next().unwrap_or(inside).trim_end_matches(".rs")
    }

    /// How many modules down this file stands: 1 for `src/store/mod.rs`, 2 for `src/store/write.rs`.
    fn depth(&self) -> usize {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path).trim_end_matches(".rs");
        inside.split('/').filter(|part| !matches!(*part, "mod" | "lib" | "main")).count()
    }

    pub fn line_of(&self, at: usize) -> usize {
        self.code.as_bytes()[..at].iter().filter(|byte| **byte == b'\n').count() + 1
    }

    /// Where code compiled for tests only stands.
    pub fn test_ranges(&self) -> Vec<Range<usize>> {
        let attributes = self.code.match_indices("#[cfg(test)]").map(|(at, found)| (at, at + found.len()));
        attributes.map(|(at, after)| at..self.end_of_item(after)).collect()
    }

    pub fn functions(&self) -> Vec<Function> {
        let tests = self.test_ranges();
        let mut functions = Vec::new();
        for (at, word) in words(&self.code) {
            if word != "fn" {
                continue;
            }
            let Some((_, name)) = words(&self.code[at + 2..]).next() else { continue };
            // `fn(u8) -> u8` is a type, not a function.
            if !self.code[at + 2..].trim_start().starts_with(name) {
                continue;
            }
            let first = self.line_of(at);
            let last = self.line_of(self.end_of_item(at).saturating_sub(1));
            let is_test = !self.path.starts_with("src/") || tests.iter().any(|range| range.contains(&at));
            functions.push(Function { name: name.to_owned(), line: first, lines: last + 1 - first, is_test });
        }
        functions
    }

    /// Where the item that begins at `from` ends: after the brace that closes its body, or its semicolon.
    fn end_of_item(&self, from: usize) -> usize {
        let mut braces = 0_i32;
        let mut brackets = 0_i32;
        for (offset, byte) in self.code.as_bytes()[from..].iter().enumerate() {
            match byte {
                b'(' | b'[' => brackets += 1,
                b')' | b']' => brackets -= 1,
                b'{' => braces += 1,
                b'}' => braces -= 1,
                _ => {}
            }
            let closed = *byte == b'}' && braces == 0 && brackets == 0;
            if closed || (*byte == b';' && braces == 0 && brackets == 0) {
                return from + offset + 1;
            }
        }
        self.code.len()
    }

    /// Every path the code names, `use` trees written out in full and `super` chains that reach the
    /// crate's root written as `crate`.
    pub fn paths(&self) -> BTreeSet<Named> {
        let mut named = BTreeSet::new();
        let mut after = 0;
        for (at, word) in words(&self.code) {
            if at < after {
                continue;
            }
            // `use<'a>` in a signature is not an import.
            if word == "use" && !self.code[at + 3..].starts_with('<') {
                let end = self.code[at..].find(';').map_or(self.code.len(), |found| at + found);
                self.branches(at + 3..end, &[], &mut named);
                after = end;
            } else {
                let (parts, end) = chain(&self.code, at);
                after = end;
                if parts.len() > 1 {
                    named.insert(Named { line: self.line_of(at), parts: self.written_out(parts, at) });
                }
            }
        }
        named
    }

    /// Writes out one `use` tree: `a::{b, c::{d, e}}` as `a::b`, `a::c::d`, `a::c::e`.
    fn branches(&self, range: Range<usize>, prefix: &[String], named: &mut BTreeSet<Named>) {
        let tree = &self.code[range.clone()];
        let Some(open) = tree.find('{') else {
            let mut parts = prefix.to_vec();
            let renamed = tree.split(" as ").next().unwrap_or(tree);
            parts.extend(renamed.split("::").map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()));
            if !parts.is_empty() {
                let at = range.start + (tree.len() - tree.trim_start().len());
                named.insert(Named { line: self.line_of(at), parts: self.written_out(parts, at) });
            }
            return;
        };
        let mut inner = prefix.to_vec();
        inner.extend(tree[..open].split("::").map(|part| part.trim().to_owned()).filter(|part| !part.is_empty()));
        let close = tree.rfind('}').unwrap_or(tree.len());
        let mut depth = 0_i32;
        let mut start = open + 1;
        for (offset, byte) in tree.bytes().enumerate().take(close).skip(open + 1) {
            match byte {
                b'{' => depth += 1,
                b'}' => depth -= 1,
                b',' if depth == 0 => {
                    self.branches(range.start + start..range.start + offset, &inner, named);
                    start = offset + 1;
                }
                _ => {}
            }
        }
        self.branches(range.start + start..range.start + close, &inner, named);
    }

    fn written_out(&self, parts: Vec<String>, at: usize) -> Vec<String> {
        let supers = parts.iter().skip_while(|part| *part == "self").take_while(|part| *part == "super").count();
        if supers == 0 || supers < self.depth() + self.inline_depth(at) {
            return parts;
        }
        let rest = parts.into_iter().filter(|part| part != "super" && part != "self");
        std::iter::once("crate".to_owned()).chain(rest).collect()
    }

    /// How many `mod name { … }` blocks of this file stand around this place.
    fn inline_depth(&self, at: usize) -> usize {
        let blocks = words(&self.code).filter(|(start, word)| *word == "mod" && *start < at);
        blocks.filter(|(start, _)| self.end_of_item(*start) > at).count()
    }
}

/// The words of code (identifiers and keywords) with where each begins.
pub fn words(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + code[at..].find(is_word)?;
        let end = code[start..].find(|c| !is_word(c)).map_or(code.len(), |found| start + found);
        at = end;
        Some((start, &code[start..end]))
    })
}

/// The chain of words joined by `::` that begins here, and where it ends.
fn chain(code: &str, start: usize) -> (Vec<String>, usize) {
    let mut parts = Vec::new();
    let mut at = start;
    while let Some((0, word)) = words(&code[at..]).next() {
        parts.push(word.to_owned());
        at += word.len();
        let Some(rest) = code[at..].strip_prefix("::") else { break };
        at = code.len() - rest.len();
    }
    (parts, at.max(start + 1))
}

/// Blanks comments, strings and characters, keeping every byte's place and every line break.
fn blank(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let before = code.chars().next_back();
        let end = at + literal_or_comment(rest, before).unwrap_or(0);
        if end == at {
            code.push(c);
            at += c.len_utf8();
            continue;
        }
        code.extend(text[at..end].bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
        at = end;
    }
    code
}

/// The length of the comment or literal that begins this text, if one does. `before` is the character
/// before it: after a letter an `r` or a `b` belongs to a name.
fn literal_or_comment(text: &str, before: Option<char>) -> Option<usize> {
    if text.starts_with("//") {
        return Some(text.find('\n').unwrap_or(text.len()));
    }
    if text.starts_with("/*") {
        return Some(block_comment(text));
    }
    let in_word = before.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let prefix = if in_word { 0 } else { text.len() - text.trim_start_matches(['b', 'c', 'r']).len() };
    let raw = text[..prefix].ends_with('r');
    let quoted = &text[prefix..];
    if prefix <= 2 && raw {
        let hashes = quoted.len() - quoted.trim_start_matches('#').len();
        if quoted[hashes..].starts_with('"') {
            let close = format!("\"{}", "#".repeat(hashes));
            let inside = prefix + hashes + 1;
            return Some(text[inside..].find(&close).map_or(text.len(), |found| inside + found + close.len()));
        }
    }
    if prefix <= 1 && quoted.starts_with('"') {
        return Some(prefix + closing(quoted, b'"'));
    }
    if prefix <= 1 && quoted.starts_with('\'') {
        return character(quoted).map(|length| prefix + length);
    }
    None
}

/// The length of a character literal, or none where the quote begins a lifetime.
fn character(text: &str) -> Option<usize> {
    let mut after = text[1..].chars();
    let first = after.next()?;
    if first == '\\' {
        return Some(closing(text, b'\''));
    }
    (after.next() == Some('\'')).then_some(2 + first.len_utf8())
}

/// The length of a literal up to the quote that closes it, past escaped ones.
fn closing(text: &str, quote: u8) -> usize {
    let mut escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        if byte == quote && !escaped {
            return at + 1;
        }
        escaped = byte == b'\\' && !escaped;
    }
    text.len()
}

/// The length of a block comment; Rust's may stand inside each other.
fn block_comment(text: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    while at < text.len() {
        if text[at..].starts_with("/*") {
            depth += 1;
            at += 2;
        } else if text[at..].starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    text.len()
}
