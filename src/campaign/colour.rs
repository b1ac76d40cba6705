//! A campaign's colour, and whether words on it and in it can be read. Contrast is that of WCAG 2.2, 1.4.3.

/// The least contrast that text has with what is behind it, and a colour with white.
pub const LEAST_CONTRAST: f64 = 4.5;

/// Colours to choose from, each with the name people see. White words can be read on every one.
pub const PALETTE: [(&str, Colour); 6] = [
    ("Plum", Colour { red: 0x5a, green: 0x1d, blue: 0x5c }),
    ("Sea", Colour { red: 0x0b, green: 0x5c, blue: 0x74 }),
    ("Leaf", Colour { red: 0x1f, green: 0x61, blue: 0x38 }),
    ("Brick", Colour { red: 0xa8, green: 0x32, blue: 0x1f }),
    ("Night", Colour { red: 0x1f, green: 0x2a, blue: 0x6b }),
    ("Berry", Colour { red: 0xa0, green: 0x1a, blue: 0x58 }),
];

/// A colour of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

impl Colour {
    const WHITE: Self = Self { red: 255, green: 255, blue: 255 };

    /// Reads `#5a1d5c`, in capitals or not.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let part = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        // A sign is read as part of a number, and is none of a colour.
        digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then_some(())?;
        Some(Self { red: part(0)?, green: part(2)?, blue: part(4)? })
    }

    /// As style sheets and templates have it: `#5a1d5c`.
    pub fn to_text(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }

    /// The contrast of two colours, from 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// Whether white words on it, and words in it on white, can be read.
    pub fn is_readable(self) -> bool {
        self.contrast(Self::WHITE) >= LEAST_CONTRAST
    }

    /// Much lighter, for grounds behind dark words: nine parts of white to one of the colour.
    pub fn tint(self) -> Self {
        let lighter = |part: u8| u8::try_from((u32::from(part) + 9 * 255) / 10).unwrap_or(u8::MAX);
        Self { red: lighter(self.red), green: lighter(self.green), blue: lighter(self.blue) }
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let share = f64::from(part) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { libm::pow((share + 0.055) / 1.055, 2.4) }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_standard() {
        let black = Colour::parse("#000000").unwrap();
        assert!((black.contrast(Colour::WHITE) - 21.0).abs() < 1e-9);
        let grey = Colour::parse("#767676").unwrap();
        assert!((grey.contrast(Colour::WHITE) - 4.54).abs() < 0.01, "{}", grey.contrast(Colour::WHITE));
        assert!(grey.is_readable() && !Colour::parse("#777777").unwrap().is_readable());
    }

    #[test]
    fn every_colour_of_the_palette_can_be_read_both_ways_and_so_can_ink_on_its_tint() {
        let ink = Colour::parse("#261d2b").unwrap();
        for (name, colour) in PALETTE {
            assert!(colour.is_readable(), "{name}");
            assert!(ink.contrast(colour.tint()) >= 7.0 && colour.contrast(colour.tint()) >= LEAST_CONTRAST, "{name}");
        }
    }

    #[test]
    fn only_a_colour_is_read_as_one() {
        assert_eq!(Colour::parse(" #5A1D5C ").map(Colour::to_text).as_deref(), Some("#5a1d5c"));
        for other in ["5a1d5c", "#5a1d5", "#5a1d5cc", "#gggggg", "#+1+1+1", "red", "#ééé", "", "#123;}"] {
            assert_eq!(Colour::parse(other), None, "{other}");
        }
    }
}
