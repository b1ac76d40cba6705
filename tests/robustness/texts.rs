//! Texts to try: arbitrary Unicode, and pieces that are hard to read put together in any order.

use proptest::prelude::*;

/// Pieces that have parted, joined, hidden or broken words somewhere.
const PIECES: &[&str] = &[
    "a",
    "I",
    "the ",
    "park",
    " bus ",
    "don't",
    "don’t",
    "l'école",
    "'",
    "’",
    "-",
    "–",
    " - ",
    "...",
    "…",
    "!",
    "?",
    ";",
    ",",
    "&",
    " / ",
    "//",
    "\n",
    "\r\n",
    "\t",
    "\u{0}",
    "\u{A0}",
    "\u{3000}",
    "\u{200B}",
    "\u{200C}",
    "\u{200D}",
    "\u{202E}",
    "\u{2066}",
    "\u{FEFF}",
    "\u{FFFD}",
    "\u{10FFFF}",
    "\u{301}",
    "\u{489}",
    "Z\u{351}\u{36B}",
    "é",
    "e\u{301}",
    "ß",
    "ẞ",
    "İ",
    "ı",
    "ﬁ",
    "ǅ",
    "Å",
    "ＢＵＳ",
    "①",
    "½",
    "٣",
    "Ⅷ",
    "😀",
    "👩‍👩‍👧‍👦",
    "🇬🇧",
    "👍🏽",
    "公園",
    "ひらがな",
    "한국어",
    "ไทย",
    "सड़क",
    "ਪਾਰਕ",
    "پارک",
    "بچوں ",
    "שלום",
    "Παρκ",
    "ΣΊΣΥΦΟΣ",
    "парк ",
    "їжак",
    "żółw",
    "_",
    ".",
    ":",
    "·",
    "but",
    " because ",
    " and ",
    "nothing",
    "idk",
    "n/a",
    "Mr Smith",
    "Mrs ",
    "my teacher ",
    "my friend ",
    "Mum ",
    "Otis",
    "Marlowe ",
    "Hope",
    "I'm ",
    "sister",
    "my name is Otis Marlowe",
    "07700 900123",
    "+44 ",
    "a@b.uk",
    "@kid_07",
    "WR1 1AA",
    "12 Made Up Lane",
    "Example High School",
    "3rd April 2012",
    "943 476 5919",
    "QQ123456C",
    "snap: ",
    "[name]",
    "[",
    "]",
    "called ",
    "from ",
    "love ",
    "0",
    "123",
    "://",
    "www.",
    "<script>",
    "%00",
    "\\",
    "\"",
    "$",
    "🏳️‍🌈",
];

/// Arbitrary text, or hard pieces in any order.
pub fn any_text() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..24).prop_map(|pieces| pieces.concat());
    prop_oneof![1 => any::<String>(), 1 => "\\PC{0,60}", 3 => pieces]
}

/// A word in one script or another, as likely as not no real one.
pub fn any_word() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-z]{0,14}",
        "[a-zàâäåæçéèêëíîïñóôöøœúùûüßăâîșțąćęłńśźżőűğışý]{0,14}",
        "[а-яёіїєґўъ]{0,14}",
        "[ء-يٹڈڑںےپچگکی\u{64B}-\u{652}]{0,14}",
        "[α-ωάέήίόύώς]{0,14}",
        "[அ-ஹா-்]{0,14}",
        "\\PC{0,8}",
    ]
}

/// The Big List of Naughty Strings.
pub fn naughty() -> Vec<String> {
    let encoded: Vec<String> = serde_json::from_str(include_str!("../data/naughty/blns.base64.json")).unwrap();
    encoded.iter().map(|text| String::from_utf8_lossy(&decoded(text)).into_owned()).collect()
}

/// Base64 as RFC 4648 has it, padding left out.
fn decoded(text: &str) -> Vec<u8> {
    let place = |byte: u8| match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' => 62,
        _ => 63,
    };
    let bits: Vec<u8> = text.bytes().filter(|byte| *byte != b'=').map(place).collect();
    bits.chunks(4)
        .flat_map(|four| {
            let joined = four.iter().fold(0u32, |joined, six| joined << 6 | u32::from(*six)) << (6 * (4 - four.len()));
            joined.to_be_bytes()[1..four.len()].to_vec()
        })
        .collect()
}

#[test]
fn base64_is_read() {
    assert_eq!(decoded("TmF1Z2h0eQ=="), b"Naughty");
    assert_eq!(decoded("8J+YgA=="), "😀".as_bytes());
}
