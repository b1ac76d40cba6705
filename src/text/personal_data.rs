//! Personal data in an answer: where it stands and of what kind.
//!
//! A first reading, by pattern. It is meant to hide every contact detail written as one, and names,
//! schools and addresses that the words around them give away. It misses what is spelled out ("oh
//! seven seven"), bare first names and nicknames: an officer still reads before anything is quoted.
//! Leaves out signs of harm.

use std::ops::Range;

use super::personal_patterns::{FIRST_NAMES, POSTCODE_AREAS, RULES};
use super::{is_empty_name, is_stop_word};

/// What a span of personal data is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PersonalDataKind {
    /// A person's name.
    Name,
    /// A telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// A house and street.
    Address,
    /// A full postcode.
    Postcode,
    /// A school by name.
    School,
    /// A name on a social network or game.
    Handle,
    /// A date of birth.
    DateOfBirth,
    /// A number that identifies: National Insurance, NHS.
    Id,
}

impl PersonalDataKind {
    /// The word for the kind in files and tables.
    pub fn word(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Address => "address",
            Self::Postcode => "postcode",
            Self::School => "school",
            Self::Handle => "handle",
            Self::DateOfBirth => "dob",
            Self::Id => "id",
        }
    }
}

/// One span of personal data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonalData {
    /// Where it stands, in CHARACTERS (Unicode scalar values) from the start of the text.
    pub span: Range<usize>,
    /// What it is.
    pub kind: PersonalDataKind,
}

/// The personal data of `text`, in order, without overlaps. What hiding one span lays open is found as well:
/// in "Mr Smith@kid_07" the name first, then what follows the @.
pub fn find_personal_data(text: &str) -> Vec<PersonalData> {
    let plain: String = text.chars().map(plain_form).collect();
    let mut shown = plain.clone();
    let mut found: Vec<(Range<usize>, PersonalDataKind)> = Vec::new();
    loop {
        let before = found.len();
        find_more(&shown, &mut found);
        let Some(new) = found.get(before..).filter(|new| !new.is_empty()) else { break };
        shown = covered(&shown, new);
    }
    found.sort_by_key(|(range, _)| range.start);
    let (mut byte, mut characters) = (0, 0);
    let mut characters_before = |end: usize| {
        characters += plain.get(byte..end).map_or(0, |between| between.chars().count());
        byte = end;
        characters
    };
    let span = |(range, kind): (Range<usize>, PersonalDataKind)| {
        let start = characters_before(range.start);
        PersonalData { span: start..characters_before(range.end), kind }
    };
    found.into_iter().map(span).collect()
}

/// Adds what the rules find in `plain` beside what is found already.
fn find_more(plain: &str, found: &mut Vec<(Range<usize>, PersonalDataKind)>) {
    for rule in RULES.iter() {
        let mut from = 0;
        while let Some(captures) = plain.get(from..).and_then(|_| rule.pattern.captures_at(plain, from)) {
            let Some(it) = captures.name("it") else { break };
            // Patterns may take a character before and after; go on right behind the span itself.
            from = it.end().max(from + 1);
            while !plain.is_char_boundary(from) {
                from += 1;
            }
            let Some(range) = believed(rule.kind, plain, it.range()) else { continue };
            if found.iter().all(|(taken, _)| range.end <= taken.start || taken.end <= range.start) {
                found.push((range, rule.kind));
            }
        }
    }
}

/// The text with what is found covered as the redacted text would show it, every other byte in its place.
fn covered(plain: &str, found: &[(Range<usize>, PersonalDataKind)]) -> String {
    let mut bytes = plain.as_bytes().to_vec();
    for (range, _) in found {
        let length = range.len();
        for (at, byte) in bytes.iter_mut().skip(range.start).take(length).enumerate() {
            *byte = if at + 1 < length { b'[' } else { b']' };
        }
    }
    String::from_utf8(bytes).unwrap_or_else(|_| plain.to_owned())
}

/// The text with every span of personal data replaced by its kind in square brackets: `[name]`.
pub fn redact(text: &str) -> String {
    let found = find_personal_data(text);
    let mut spans = found.iter().peekable();
    let mut redacted = String::with_capacity(text.len());
    for (at, c) in text.chars().enumerate() {
        while spans.next_if(|it| it.span.end <= at).is_some() {}
        match spans.peek() {
            Some(it) if it.span.start == at => redacted.extend(["[", it.kind.word(), "]"]),
            Some(it) if it.span.contains(&at) => {}
            _ => redacted.push(c),
        }
    }
    redacted
}

/// A character in its plainest form, always one for one, so that offsets hold.
fn plain_form(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '’' | '‘' | 'ʼ' => '\'',
        '\u{A0}' | '\u{2007}' | '\u{202F}' | '\u{3000}' => ' ',
        '\u{2010}'..='\u{2015}' => '-',
        '。' | '․' => '.',
        other => other,
    }
}

/// The range to hide, where the match is to be believed.
fn believed(kind: PersonalDataKind, text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let it = text.get(range.clone())?;
    match kind {
        PersonalDataKind::Postcode => is_postcode(it).then_some(range),
        PersonalDataKind::Id => is_number_of_a_person(it).then_some(range),
        PersonalDataKind::School => school_range(it, range),
        PersonalDataKind::Name => name_range(it, text, range),
        _ => Some(range),
    }
}

/// Whether what looks like a postcode begins with a postcode area and is not "2nd".
fn is_postcode(it: &str) -> bool {
    let folded = it.to_lowercase();
    let area: String = folded.chars().take_while(|c| c.is_alphabetic()).collect();
    let is_ordinal = ["1st", "2nd", "3rd"].iter().any(|end| folded.ends_with(end)) || folded.ends_with("th");
    !is_ordinal && POSTCODE_AREAS.split_whitespace().any(|known| known == area)
}

/// Whether a number could be a National Insurance number (by its prefix) or is an NHS number (by its
/// check digit, modulus 11).
fn is_number_of_a_person(it: &str) -> bool {
    let marks: String = it.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_uppercase();
    if marks.starts_with(|c: char| c.is_alphabetic()) {
        return !["BG", "GB", "NK", "KN", "TN", "NT", "ZZ"].iter().any(|prefix| marks.starts_with(prefix));
    }
    let digits: Vec<u32> = marks.chars().filter_map(|c| c.to_digit(10)).collect();
    let Some((check, first)) = digits.split_last() else { return false };
    let sum: u32 = first.iter().zip((2..=10).rev()).map(|(digit, weight)| digit * weight).sum();
    digits.len() == 10 && (11 - sum % 11) % 11 == *check
}

/// Words before "School" that name none.
const GENERIC_SCHOOL: &str = " the a an only my our your their his her this that every any all each no some more better old new
local state private public high primary middle first secondary junior infant infants nursery grammar special faith sunday
forest boarding free big small good bad love hate and at in to i we after before outside whole home village catholic
church sixth form school college academy community art drama music dance night summer make stop build open close keep
save fix pre which what another different same other rural mainstream specialist sen further local-authority virtual families family parents pupils staff kids children going get
getting start starting being near nearby from of for on by with about between leave leaving finish and but or is it its ";

/// The school's name without leading words that are not part of it.
fn school_range(it: &str, range: Range<usize>) -> Option<Range<usize>> {
    let is_generic = |word: &str| {
        let folded = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
        folded.is_empty() || GENERIC_SCHOOL.split_whitespace().any(|generic| generic == folded)
    };
    let mut start = 0;
    for word in it.split(' ') {
        if !is_generic(word) {
            let last = it.rsplit(' ').next().unwrap_or_default();
            let names_itself = start + word.len() < it.len() || word.chars().all(char::is_uppercase);
            return (names_itself || word != last).then_some(range.start + start..range.end);
        }
        start += word.len() + 1;
    }
    None
}

/// Words in capitals that are not people, beside stop words and empty words.
const NOT_PEOPLE: &str = " god jesus christmas easter english maths science british england wales worcester worcestershire
redditch malvern bromsgrove kidderminster evesham droitwich pershore wyre council nhs school mum dad nan nanny gran grandad
sir miss teacher lego minecraft roblox fortnite tiktok youtube instagram snapchat disney king queen prince princess santa
ofsted camhs senco send mp pe it ict covid youth park the hive young people day club united city bus train monarch
everyone anyone tower hill road street castle broadway ban make stop give more free no all ";

/// A name without words that are not of it: "Mr Smith Said" loses its last word, "called Saturday" is none.
fn name_range(it: &str, text: &str, range: Range<usize>) -> Option<Range<usize>> {
    let folded: Vec<String> = it.split_whitespace().map(|word| word.to_lowercase().replace('\'', "")).collect();
    let is_known = |word: &str| FIRST_NAMES.split_whitespace().any(|known| known == word);
    let is_other = |word: &str| {
        is_stop_word(word)
            || (is_empty_name(word) && !is_known(word))
            || NOT_PEOPLE.split_whitespace().any(|w| w == word)
    };
    let first = folded.first()?;
    // A title is no name; the rule for titles finds the name after it.
    if TITLES.contains(&first.trim_end_matches('.')) {
        return None;
    }
    let before = text.get(..range.start).unwrap_or_default().trim_end().to_lowercase();
    // "my friend Hope": after such a cue a capital is enough for a word that is otherwise everyday.
    let is_introduced = it.starts_with(char::is_uppercase) && INTRODUCING.iter().any(|cue| before.ends_with(cue));
    if is_other(first) && (!is_introduced || is_stop_word(first)) {
        return None;
    }
    // The last rule has no cue before it: it needs a first name that is known.
    let has_cue = CUES.iter().any(|cue| before.ends_with(cue)) || before.ends_with([':', ',']);
    if !has_cue && !is_known(first) {
        return None;
    }
    let kept = folded.iter().skip(1).take_while(|word| !is_other(word)).count() + 1;
    if !has_cue && kept < 2 {
        return None;
    }
    let length = it.split(' ').take(kept).map(|word| word.len() + 1).sum::<usize>().saturating_sub(1);
    Some(range.start..range.start + length.min(it.len()))
}

/// Words of respect before a name.
const TITLES: &[&str] = &["mr", "mrs", "ms", "mx", "dr", "prof"];

/// Cues that only a name follows when a capital does.
const INTRODUCING: &[&str] =
    &[" called", " named", " friend", " mate", " bestie", " brother", " sister", " cousin", " name is"];

/// What stands before a name that was given away by it.
const CUES: &[&str] = &[
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "dr",
    "sir",
    "prof",
    "mr.",
    "mrs.",
    "ms.",
    "dr.",
    "name is",
    "names",
    "name's",
    "name:",
    "i'm",
    "im",
    "i am",
    "this is",
    "from",
    "love",
    "signed",
    "called",
    "named",
    "friend",
    "friends",
    "mate",
    "mates",
    "bestie",
    "brother",
    "sister",
    "cousin",
    "mum",
    "mom",
    "dad",
    "nan",
    "nana",
    "gran",
    "grandad",
    "uncle",
    "auntie",
    "aunt",
    "son",
    "daughter",
    "girlfriend",
    "boyfriend",
    "husband",
    "wife",
    "partner",
    "teacher",
    "headteacher",
    "tutor",
    "worker",
    "neighbour",
    "doctor",
    "childminder",
    "carer",
];

#[cfg(test)]
mod tests {
    use super::*;

    /// Kind and words of everything found, with the words cut out by character offsets.
    fn found(text: &str) -> Vec<(&'static str, String)> {
        let letters: Vec<char> = text.chars().collect();
        find_personal_data(text).into_iter().map(|it| (it.kind.word(), letters[it.span].iter().collect())).collect()
    }

    fn one(text: &str) -> (&'static str, String) {
        let all = found(text);
        assert_eq!(all.len(), 1, "{text}: {all:?}");
        all[0].clone()
    }

    #[test]
    fn numbers_and_addresses_of_every_sort_are_found() {
        assert_eq!(one("ring +44 7700 900123"), ("phone", "+44 7700 900123".into()));
        assert_eq!(one("email me é kid@example.org."), ("email", "kid@example.org".into()));
        assert_eq!(one("wr11aa"), ("postcode", "wr11aa".into()));
        assert_eq!(one("my dob is 3rd April 2012 ok"), ("dob", "3rd April 2012".into()));
        assert_eq!(one("943 476 5919"), ("id", "943 476 5919".into()));
    }

    #[test]
    fn offsets_are_in_characters() {
        let it = &find_personal_data("😀😀 a@b.uk")[0];
        assert_eq!(it.span, 3..9);
    }

    #[test]
    fn names_and_schools_are_found_by_the_words_around_them() {
        assert_eq!(one("my teacher Mr Smith shouts"), ("name", "Smith".into()));
        assert_eq!(one("My name is Otis Marlowe and I like it"), ("name", "Otis Marlowe".into()));
        assert_eq!(one("my friend Hope gave me hope"), ("name", "Hope".into()));
        assert_eq!(one("I go to Example High School in Redditch"), ("school", "Example High School".into()));
    }

    #[test]
    fn everyday_words_are_left_alone() {
        for text in [
            "More Schools please",
            "Stop Brexit Now",
            "I'm Really Sad",
            "my friend is nice",
            "the High School",
            "2nd set",
        ] {
            assert_eq!(found(text), [], "{text}");
        }
    }

    #[test]
    fn redacting_what_is_redacted_changes_nothing() {
        let text = "I'm Otis Marlowe, 12 Made Up Lane WR1 1AA, ring 07700 900461, Mr Smith at Example High School, snap: kid_07";
        let once = redact(text);
        assert!(!once.contains("Marlowe") && !once.contains("07700"), "{once}");
        assert_eq!(redact(&once), once);
        assert_eq!(redact("Mr Smith@kid_07"), "Mr [name][handle]");
    }

    /// The share of bundled cases found, by kind; items written as such must all be found.
    #[test]
    fn every_written_out_case_is_found_and_the_guards_hold() {
        let cases = include_str!("../../tests/data/pii/uk_free_text_cases.csv");
        for (line, case) in cases.lines().enumerate().skip(1) {
            let cells: Vec<&str> = case.splitn(3, ',').collect();
            let [text, expected, _note] = cells[..] else { panic!("line {line}") };
            let kinds: Vec<&str> = find_personal_data(text).iter().map(|it| it.kind.word()).collect();
            let expected: Vec<&str> = match expected {
                "nino" | "nhs_number" => vec!["id"],
                "none" | "safeguarding" => vec![],
                "review" | "name" => continue,
                other => {
                    other.split('+').rev().map(|kind| if kind == "postcode" { "postcode" } else { kind }).collect()
                }
            };
            let mut sorted = (kinds.clone(), expected.clone());
            sorted.0.sort_unstable();
            sorted.1.sort_unstable();
            assert_eq!(sorted.0, sorted.1, "line {}: {text}", line + 1);
        }
    }
}
