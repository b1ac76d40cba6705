//! Names that SPSS takes, made of Heard's.

use std::collections::HashSet;

use super::cut;

/// The most bytes of a variable's name.
const LONGEST: usize = 64;

/// Words that mean something to SPSS and cannot name a variable.
const RESERVED: [&str; 13] = ["ALL", "AND", "BY", "EQ", "GE", "GT", "LE", "LT", "NE", "NOT", "OR", "TO", "WITH"];

/// Gives out names, each once. Capitals make no difference.
#[derive(Debug, Default)]
pub(super) struct Names {
    given: HashSet<String>,
}

impl Names {
    /// The name as SPSS takes it: a letter, then letters, digits and `_`; with a number behind it where it was given
    /// out before.
    pub(super) fn give(&mut self, name: &str) -> String {
        let taken = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
        let mut plain: String = name.chars().map(taken).collect();
        let is_reserved = RESERVED.iter().any(|word| word.eq_ignore_ascii_case(&plain));
        if is_reserved || !plain.starts_with(|c: char| c.is_ascii_alphabetic()) {
            plain.insert_str(0, "v_");
        }
        let plain = cut(&plain, LONGEST).trim_end_matches('_').to_owned();
        let numbered = |number: usize| match number {
            1 => plain.clone(),
            _ => {
                let behind = format!("_{number}");
                format!("{}{behind}", cut(&plain, LONGEST - behind.len()))
            }
        };
        let free = (1..).map(numbered).find(|name| !self.given.contains(&name.to_ascii_lowercase()));
        let name = free.unwrap_or(plain);
        self.given.insert(name.to_ascii_lowercase());
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_taken_by_spss_and_each_is_given_once() {
        let mut names = Names::default();
        let given = ["would-like", "Would_Like", "8-11", "by", "théâtre-", "theme:written:bus"];
        let given = given.map(|name| names.give(name));
        assert_eq!(given, ["would_like", "Would_Like_2", "v_8_11", "v_by", "th__tre", "theme_written_bus"]);
        let long = "a".repeat(70);
        assert_eq!(names.give(&long), "a".repeat(64));
        assert_eq!(names.give(&long), format!("{}_2", "a".repeat(62)));
    }
}
