//! The data of a system file, in its simple compression: eight codes, then what they do not say by themselves.

use std::io::{self, Write};

use super::fields::SYSTEM_MISSING;

/// Added to small whole numbers so that a byte holds them.
pub(super) const BIAS: f64 = 100.0;
const LARGEST_CODE: f64 = 251.0;
const END: u8 = 252;
const AS_IT_IS: u8 = 253;
const SPACES: u8 = 254;
const MISSING: u8 = 255;

/// Bytes of text in each part of a very long one.
pub(super) const PART: usize = 255;
/// How much of a very long text's width is counted for each part.
pub(super) const COUNTED: usize = 252;

/// Writes values one after the other.
pub(super) struct Cases<W: Write> {
    out: W,
    codes: Vec<u8>,
    values: Vec<u8>,
}

/// The widths of the variables that hold a text of this width: one, or for more than 255 bytes several.
pub(super) fn parts(width: usize) -> Vec<usize> {
    if width <= PART {
        return vec![width];
    }
    let parts = width.div_ceil(COUNTED);
    let last = width - (parts - 1) * COUNTED;
    std::iter::repeat_n(PART, parts - 1).chain([last]).collect()
}

/// How many values of eight bytes hold a text of this width.
pub(super) fn eights(width: usize) -> usize {
    width.div_ceil(8)
}

impl<W: Write> Cases<W> {
    pub(super) fn new(out: W) -> Self {
        Self { out, codes: Vec::with_capacity(8), values: Vec::with_capacity(64) }
    }

    pub(super) fn number(&mut self, value: f64) -> io::Result<()> {
        let code = value + BIAS;
        if value == SYSTEM_MISSING {
            self.code(MISSING)
        } else if value.fract() == 0.0 && (1.0..=LARGEST_CODE).contains(&code) {
            self.code(code as u8)
        } else {
            self.values.extend(value.to_le_bytes());
            self.code(AS_IT_IS)
        }
    }

    /// Writes a text, spaces behind it up to its width.
    pub(super) fn text(&mut self, text: &[u8], width: usize) -> io::Result<()> {
        let mut rest = text;
        for part in parts(width) {
            // The last part is wider than what can be left, because its width makes up for the others' count.
            let (own, others) = rest.split_at(rest.len().min(PART));
            rest = others;
            for place in 0..eights(part) {
                let eight = own.get(place * 8..).unwrap_or_default();
                self.eight(&eight[..eight.len().min(8)])?;
            }
        }
        Ok(())
    }

    fn eight(&mut self, text: &[u8]) -> io::Result<()> {
        if text.iter().all(|byte| *byte == b' ') {
            return self.code(SPACES);
        }
        self.values.extend(text);
        self.values.extend(std::iter::repeat_n(b' ', 8 - text.len()));
        self.code(AS_IT_IS)
    }

    fn code(&mut self, code: u8) -> io::Result<()> {
        self.codes.push(code);
        if self.codes.len() == 8 { self.flush() } else { Ok(()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        self.codes.resize(8, 0);
        self.out.write_all(&self.codes)?;
        self.out.write_all(&self.values)?;
        self.codes.clear();
        self.values.clear();
        Ok(())
    }

    /// Marks the end.
    pub(super) fn finish(mut self) -> io::Result<W> {
        self.code(END)?;
        if !self.codes.is_empty() {
            self.flush()?;
        }
        self.out.flush()?;
        Ok(self.out)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl FnOnce(&mut Cases<Vec<u8>>)) -> Vec<u8> {
        let mut cases = Cases::new(Vec::new());
        write(&mut cases);
        cases.finish().unwrap()
    }

    #[test]
    fn small_numbers_are_one_byte_and_others_eight() {
        let bytes = written(|cases| {
            for value in [1.0, -9.0, SYSTEM_MISSING, 151.0, 152.0, -100.0] {
                cases.number(value).unwrap();
            }
        });
        assert_eq!(bytes[..8], [101, 91, 255, 251, 253, 253, 252, 0]);
        assert_eq!(bytes[8..16], 152.0_f64.to_le_bytes());
        assert_eq!(bytes[16..], (-100.0_f64).to_le_bytes());
    }

    #[test]
    fn a_text_fills_its_width_with_spaces() {
        let bytes = written(|cases| cases.text(b"nine char", 20).unwrap());
        assert_eq!(bytes, [&[253, 253, 254, 252, 0, 0, 0, 0][..], b"nine char       "].concat());
    }

    #[test]
    fn a_very_long_text_has_255_bytes_in_each_part() {
        assert_eq!(parts(255), [255]);
        assert_eq!(parts(256), [255, 4]);
        assert_eq!(parts(600), [255, 255, 96]);
        let text: Vec<u8> = (0..600).map(|at| b'a' + (at % 26) as u8).collect();
        let bytes = written(|cases| cases.text(&text, 600).unwrap());
        // Codes stand before each eight values; without them the parts are 256, 256 and 96 bytes.
        let mut values: Vec<u8> = Vec::new();
        let mut rest = bytes.as_slice();
        while rest.len() > 8 {
            let (codes, after) = rest.split_at(8);
            rest = after;
            for code in codes.iter().take_while(|code| **code != 252) {
                match code {
                    253 => {
                        values.extend(&rest[..8]);
                        rest = &rest[8..];
                    }
                    _ => values.extend(b"        "),
                }
            }
        }
        assert_eq!(values.len(), 256 + 256 + 96);
        assert_eq!([&values[..255], &values[256..511], &values[512..602]].concat(), text);
        assert!(values[255] == b' ' && values[511] == b' ' && values[602..].iter().all(|byte| *byte == b' '));
    }
}
