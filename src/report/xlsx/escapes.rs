//! Characters that XML cannot hold, as workbooks have them: `_x0001_` (ECMA-376, ST_Xstring).

use std::borrow::Cow;

/// A text as it is written: what looks like an escape gets one for its first character. The characters that need one
/// get theirs from the library, which for texts written in place does no more.
pub(super) fn escaped(text: &str) -> Cow<'_, str> {
    let looks_like_one = |(at, _): &(usize, &str)| character(&text[*at..]).is_some();
    let mut places = text.match_indices("_x").filter(looks_like_one).peekable();
    if places.peek().is_none() {
        return text.into();
    }
    let (mut out, mut from) = (String::with_capacity(text.len() + ESCAPE), 0);
    for (at, _) in places {
        out.push_str(&text[from..at]);
        out.push_str("_x005F");
        from = at;
    }
    out.push_str(&text[from..]);
    out.into()
}

/// The text that a workbook means, which not every reader of workbooks makes out.
pub fn unescaped(text: &str) -> String {
    let (mut out, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find("_x") {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        match character(escape) {
            Some(c) => {
                out.push(c);
                rest = &escape[ESCAPE..];
            }
            None => {
                out.push_str("_x");
                rest = &escape[2..];
            }
        }
    }
    out + rest
}

/// The bytes of an escape.
const ESCAPE: usize = "_x0001_".len();

fn character(escape: &str) -> Option<char> {
    let digits = escape.get(..ESCAPE)?.strip_prefix("_x")?.strip_suffix('_')?;
    let is_number = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    u32::from_str_radix(digits, 16).ok().filter(|_| is_number).and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_become_characters_and_nothing_else_changes() {
        assert_eq!(unescaped("a_x0001_b_x000D_"), "a\u{1}b\r");
        assert_eq!(unescaped("_x005F_x0001_"), "_x0001_", "what looked like an escape stays itself");
        for text in ["_x0001_", "a_x005F_x0001_", "_x_x000A__x000D_", "plain _x", "ب_xD800_"] {
            assert_eq!(unescaped(&escaped(text)), text);
        }
        for text in ["", "_x", "_x001", "_x00é1_", "_x+001_", "snake_xyz", "_xD800_", "ب_x"] {
            assert_eq!(unescaped(text), text);
        }
    }
}
