//! Reads printed slips back as a phone does: the pages of a PDF are painted, cut along their lines, and the code of each
//! slip is decoded from its picture.

use std::process::Command;

/// Dots to the inch: about what a phone's camera sees of a slip that it is held over.
const DPI: usize = 200;
/// Where the cuts go, in millimetres: from the left and the top of a sheet, and the size of a slip.
const LEFT: usize = 10;
const TOP: usize = 9;
const WIDE: usize = 95;
const HIGH: usize = 55;
/// Slips beside and under each other on a sheet.
const ACROSS: usize = 2;
const DOWN: usize = 5;

/// What the codes of the slips of a PDF hold, sheet by sheet, along the rows.
pub fn codes_of_slips(pdf: &[u8]) -> Vec<Vec<String>> {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("sheet.pdf");
    std::fs::write(&file, pdf).expect("a file");
    let dots = DPI.to_string();
    let painted =
        Command::new("pdftoppm").args(["-gray", "-r", &dots]).arg(&file).arg(folder.path().join("page")).status();
    assert!(painted.expect("pdftoppm is needed: install poppler-utils").success(), "the PDF cannot be painted");
    let entries = std::fs::read_dir(folder.path()).expect("a folder");
    let mut pages: Vec<_> = entries.map(|entry| entry.expect("a file").path()).collect();
    pages.retain(|path| path.extension().is_some_and(|end| end == "pgm"));
    pages.sort();
    pages.iter().map(|page| codes(&std::fs::read(page).expect("a picture"))).collect()
}

/// What the codes of a sheet hold, which is a grey picture (PGM).
fn codes(picture: &[u8]) -> Vec<String> {
    // `P5 WIDTH HEIGHT 255` and then a byte a dot.
    let mut parts = picture.splitn(4, |byte| byte.is_ascii_whitespace());
    let mut number = || std::str::from_utf8(parts.next().expect("a part")).expect("a number").parse::<usize>();
    assert!(number().is_err(), "begins with P5");
    let (width, height) = (number().expect("a width"), number().expect("a height"));
    let grey = &picture[picture.len() - width * height..];
    let dots = |millimetres: usize| millimetres * DPI * 10 / 254;
    let slip = |at: usize| {
        let (left, top) = (dots(LEFT + at % ACROSS * WIDE), dots(TOP + at / ACROSS * HIGH));
        let grey = |x: usize, y: usize| grey[(top + y) * width + left + x];
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(dots(WIDE), dots(HIGH), grey);
        let found = image.detect_grids();
        assert!(found.len() <= 1, "one code a slip");
        found.first().map(|grid| grid.decode().expect("a code that can be read").1)
    };
    (0..ACROSS * DOWN).filter_map(slip).collect()
}
