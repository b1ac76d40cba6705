//! Slips to cut out, one for each voucher of a ballot: a code to point a phone at, the same code as people type it, what
//! is voted on and where.

use jiff::civil::Date;
use qrcodegen::{QrCode, QrCodeEcc};
use serde::Serialize;

use super::PdfError;
use super::setting::{About, set};

/// Slips on one sheet of A4: two beside each other in five rows, large enough to be read at arm's length.
pub const SLIPS_ON_A_SHEET: usize = 10;
/// Modules of white around a code that cameras need.
const MARGIN: i32 = 4;

/// One slip.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// As people type it: `7K4M-2QXP-9TBC-HJ3W`.
    pub code: String,
    /// The whole address that the QR code holds.
    pub address: String,
}

/// The slips of one place, all in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SlipSheets {
    /// What is voted on.
    pub title: String,
    /// Who holds the ballot; the author.
    pub organisation: String,
    /// ISO 639-1 code of the slips' language.
    pub language: String,
    /// The day that they are made.
    pub day: Date,
    /// `Voting ends on 27 November at 18:00.`
    pub until: String,
    /// What the code is called: `Your voting code`
    pub label: String,
    /// `Scan this with a phone, or go to`
    pub how: String,
    /// `It works once.`
    pub once: String,
    /// The address that people type, without what a browser adds of its own.
    pub shown_address: String,
    /// For whoever cuts: the place and how many there are.
    pub foot: String,
    pub slips: Vec<Slip>,
}

#[derive(Serialize)]
struct Data<'a> {
    until: &'a str,
    label: &'a str,
    how: &'a str,
    once: &'a str,
    /// The address in one or two lines.
    address: Vec<&'a str>,
    foot: &'a str,
    per_sheet: usize,
    slips: Vec<Drawn<'a>>,
}

#[derive(Serialize)]
struct Drawn<'a> {
    /// The code in two lines.
    lines: [&'a str; 2],
    code: &'a str,
    /// The QR code as SVG.
    picture: String,
}

/// The PDF of a place's slips, [`SLIPS_ON_A_SHEET`] on each page.
///
/// # Errors
/// When it cannot be set or would not be accessible, and for an address too long for a QR code.
pub fn slips(sheets: &SlipSheets) -> Result<Vec<u8>, PdfError> {
    let drawn = sheets.slips.iter().map(drawn).collect::<Result<Vec<_>, _>>()?;
    let address = match sheets.shown_address.find("/b/") {
        Some(at) => vec![&sheets.shown_address[..at], &sheets.shown_address[at..]],
        None => vec![sheets.shown_address.as_str()],
    };
    let data = Data {
        until: &sheets.until,
        label: &sheets.label,
        how: &sheets.how,
        once: &sheets.once,
        address,
        foot: &sheets.foot,
        per_sheet: SLIPS_ON_A_SHEET,
        slips: drawn,
    };
    set("slips.typ", &About::new(&sheets.title, &sheets.organisation, &sheets.language, sheets.day), &data)
}

fn drawn(slip: &Slip) -> Result<Drawn<'_>, PdfError> {
    // Two groups of four with the dash that leads on, then the other two.
    let middle = slip.code.char_indices().filter(|(_, letter)| *letter == '-').nth(1).map_or(0, |(at, _)| at + 1);
    let (first, second) = slip.code.split_at(middle);
    Ok(Drawn { lines: [first, second], code: &slip.code, picture: picture(&slip.address)? })
}

/// A QR code as one drawing, every run of dark modules a stroke of one path: far quicker to set than so many boxes.
fn picture(address: &str) -> Result<String, PdfError> {
    let code = QrCode::encode_text(address, QrCodeEcc::Medium);
    let code = code.map_err(|_| PdfError::Template("the address is too long for a QR code".to_owned()))?;
    let side = code.size() + 2 * MARGIN;
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|&x| code.get_module(x, y)).count() as i32;
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", x + MARGIN, y + MARGIN));
            }
            x += run.max(1);
        }
    }
    Ok(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{side}\" height=\"{side}\" viewBox=\"0 0 {side} {side}\">\
         <path d=\"{path}\"/></svg>"
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheets(language: &str, slips: usize, title: &str) -> SlipSheets {
        let slip = |number: usize| Slip {
            code: format!("{number:04}-2QXP-9TBC-HJ3W"),
            address: format!("https://heard.worcestershire.example/b/make-your-mark/v/{number:04}2QXP9TBCHJ3W"),
        };
        SlipSheets {
            title: title.into(),
            organisation: "Worcestershire Youth Cabinet".into(),
            language: language.into(),
            day: jiff::civil::date(2026, 11, 26),
            until: "Voting ends on Friday 27 November at 18:00.".into(),
            label: "Your voting code".into(),
            how: "Scan this with a phone, or go to".into(),
            once: "It works once.".into(),
            shown_address: "heard.worcestershire.example/b/make-your-mark".into(),
            foot: "Riverside High: 30 slips".into(),
            slips: (0..slips).map(slip).collect(),
        }
    }

    fn pages(pdf: &[u8]) -> usize {
        let text = String::from_utf8_lossy(pdf);
        text.matches("/Type /Page\n").count().max(text.matches("/Type/Page/").count())
    }

    #[test]
    fn slips_are_accessible_in_each_language_and_a_long_title_stays_on_its_slip() {
        for language in ["en", "cy", "pl", "ro", "ur"] {
            assert!(slips(&sheets(language, 3, "Make Your Mark")).unwrap().starts_with(b"%PDF-"), "{language}");
        }
        let long = "What should the council of children and young people do first with the money of the coming year?";
        let pdf = slips(&sheets("en", SLIPS_ON_A_SHEET, long)).unwrap();
        assert!(pages(&pdf) <= 1, "{}", pages(&pdf));
    }

    #[test]
    fn a_code_is_parted_in_the_middle_and_none_of_it_is_lost() {
        let slip = &sheets("en", 1, "A").slips[0];
        assert_eq!(drawn(slip).unwrap().lines, ["0000-2QXP-", "9TBC-HJ3W"]);
        let far = Slip { code: "A".into(), address: "a".repeat(5_000) };
        assert!(drawn(&far).is_err());
    }
}
