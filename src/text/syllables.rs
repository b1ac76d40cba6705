//! How many syllables an English word has when it is read aloud, by its spelling.
//!
//! Groups of vowels are counted, letters that are not spoken are taken off and vowels that stand beside one another
//! but are spoken apart are added; words that spelling misleads about are in a list. Leaves out other languages.

use super::words::without_accents;

/// Words that the rules get wrong and that people ask and write; with their syllables.
const EXCEPTIONS: &[(&str, usize)] = &[
    ("anyone", 3),
    ("area", 3),
    ("areas", 3),
    ("aunt", 1),
    ("being", 2),
    ("business", 2),
    ("businesses", 3),
    ("clothes", 1),
    ("colonel", 2),
    ("create", 2),
    ("created", 3),
    ("creates", 2),
    ("creating", 3),
    ("creative", 3),
    ("diet", 2),
    ("doesnt", 2),
    ("evening", 2),
    ("every", 2),
    ("everybody", 4),
    ("everyday", 3),
    ("everyone", 3),
    ("everything", 3),
    ("everywhere", 3),
    ("family", 3),
    ("foreign", 2),
    ("forever", 3),
    ("goes", 1),
    ("gloucester", 2),
    ("idea", 3),
    ("ideas", 3),
    ("infants", 2),
    ("leicester", 2),
    ("leominster", 2),
    ("malvern", 2),
    ("maybe", 2),
    ("mr", 2),
    ("mrs", 2),
    ("museum", 3),
    ("people", 2),
    ("peoples", 2),
    ("poem", 2),
    ("poems", 2),
    ("poet", 2),
    ("quiet", 2),
    ("quieter", 3),
    ("real", 1),
    ("really", 2),
    ("recipe", 3),
    ("recipes", 3),
    ("science", 2),
    ("shoes", 1),
    ("society", 4),
    ("something", 2),
    ("sometimes", 2),
    ("somewhere", 2),
    ("someone", 2),
    ("somebody", 3),
    ("theatre", 3),
    ("usual", 3),
    ("variety", 4),
    ("wednesday", 2),
    ("worcester", 2),
    ("worcestershire", 3),
];

/// Ends before which a silent e stays silent: `home-less`, `some-where`.
const AFTER_SILENT_E: &[&str] = &[
    "ly", "less", "ful", "fully", "ment", "ments", "ness", "ty", "where", "thing", "one", "time", "times", "body",
    "some", "work", "wife",
];

/// The syllables of a folded word (see `Word::folded`): at least one. A number has those of its words (`12`: one), read
/// digit by digit from seven digits on; letters without a vowel are read one by one (`nhs`: three).
pub(super) fn syllables(word: &str) -> usize {
    if let Some((_, count)) = EXCEPTIONS.iter().find(|(exception, _)| *exception == word) {
        return *count;
    }
    if !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit()) {
        return of_number(word);
    }
    let word = without_accents(word);
    let letters: Vec<char> = word.chars().collect();
    let groups = vowel_groups(&letters);
    if groups == 0 {
        return letters.len().max(1);
    }
    let spoken = groups + spoken_apart(&word, &letters) + without_vowel(&word);
    spoken.saturating_sub(silent(&word, &letters)).max(1)
}

fn is_vowel(letter: char) -> bool {
    matches!(letter, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
}

/// Runs of vowels. The u of qu and the y that begins a word are consonants.
fn vowel_groups(letters: &[char]) -> usize {
    let (mut groups, mut before_is_vowel, mut before) = (0, false, ' ');
    for letter in letters.iter().copied() {
        let vowel = is_vowel(letter) && !(letter == 'y' && before == ' ') && !(letter == 'u' && before == 'q');
        groups += usize::from(vowel && !before_is_vowel);
        (before_is_vowel, before) = (vowel, letter);
    }
    groups
}

/// Vowels in one run that are spoken as two: `ra-di-o`, `play-ing`, `hap-pi-er`.
fn spoken_apart(word: &str, letters: &[char]) -> usize {
    // The letters were made from the word, which has no accents left but may have letters of other scripts.
    let starts = word.char_indices().map(|(start, _)| start);
    let mut more = 0;
    let mut before = ' ';
    for (pair, start) in letters.windows(2).zip(starts.skip(1)) {
        let &[first, second] = pair else { continue };
        let rest = word.get(start..).unwrap_or_default();
        more += usize::from(is_apart(before, first, second, rest));
        before = first;
    }
    more
}

/// Whether two letters are vowels of two syllables, with the letter before them and the word from the second on.
fn is_apart(before: char, first: char, second: char, rest: &str) -> bool {
    let ends = |ends: &[&str]| ends.contains(&rest);
    match (first, second) {
        // One syllable in ac-tion, spe-cial, be-hav-iour, two in ra-di-o and cur-i-ous.
        ('i', 'o') => !matches!(before, 't' | 's' | 'c' | 'g' | 'x' | 'l' | 'n') && !ends(&["our", "ours"]),
        ('i', 'a') => {
            !matches!(before, 't' | 'c' | 's' | 'l') && !rest.starts_with("age")
                || ends(&["ate", "ated", "ates", "ating", "ation", "ations"])
        }
        ('i', 'u' | 'i') => true,
        ('i', 'e') => {
            before != ' ' && ends(&["er", "est", "ers", "ety"]) || ends(&["ent"]) && !matches!(before, 'c' | 't')
        }
        ('e', 'o') => !matches!(before, 'g' | 'p'),
        ('e' | 'o' | 'u' | 'y', 'i') if ends(&["ing", "ings"]) => true,
        ('u', 'a') => !matches!(before, 'q' | 'g') && ends(&["al", "ally", "ate", "ated", "ation", "ary"]),
        ('u', 'o') => ends(&["ous"]),
        ('e', 'a') => ends(&["ate", "ating", "ated"]),
        ('y', 'a' | 'e' | 'i' | 'o' | 'u') => is_vowel(before) && !ends(&["ed", "e"]),
        _ => false,
    }
}

/// Syllables that no vowel is written for: `rhyth-m`, `did-n't`.
fn without_vowel(word: &str) -> usize {
    usize::from(["sm", "thm", "dnt", "snt"].iter().any(|end| word.ends_with(end)))
}

/// Vowel runs that are not spoken: the e of `home`, `homes`, `played`, `homeless`, the a of `magically`.
fn silent(word: &str, letters: &[char]) -> usize {
    let at = |back: usize| letters.len().checked_sub(back).and_then(|at| letters.get(at)).copied().unwrap_or(' ');
    let is_lone_e = |back: usize| at(back) == 'e' && !is_vowel(at(back + 1)) && at(back + 1) != ' ';
    // Spoken in ta-ble and cen-tre, not in while, there or belle.
    let is_table = |back: usize| {
        matches!(at(back + 1), 'l' | 'r') && !is_vowel(at(back + 2)) && !matches!(at(back + 2), 'l' | 'r' | ' ')
    };
    let at_end = if is_lone_e(1) {
        !is_table(1)
    } else if is_lone_e(2) && at(1) == 's' {
        let hisses = matches!(at(3), 's' | 'x' | 'z' | 'c' | 'g') || at(3) == 'h' && matches!(at(4), 'c' | 's');
        !hisses && !is_table(2)
    } else {
        is_lone_e(2) && at(1) == 'd' && !matches!(at(3), 't' | 'd') && !is_table(2)
    };
    let inside = AFTER_SILENT_E.iter().filter_map(|end| word.strip_suffix(end)).any(|start| {
        let mut back = start.chars().rev();
        let (last, consonant, before) = (back.next(), back.next(), back.next());
        let (Some('e'), Some(consonant), Some(before)) = (last, consonant, before) else { return false };
        !is_vowel(consonant) && (consonant != 'l' || is_vowel(before))
    });
    usize::from(at_end) + usize::from(inside) + usize::from(word.ends_with("ically"))
}

/// Syllables of a whole number read aloud.
fn of_number(digits: &str) -> usize {
    const ONES: [usize; 20] = [2, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 3, 1, 2, 2, 2, 2, 3, 2, 2];
    fn below_thousand(number: usize) -> usize {
        let one = |number: usize| ONES.get(number).copied().unwrap_or(2);
        let hundreds = if number >= 100 { one(number / 100) + 2 + usize::from(!number.is_multiple_of(100)) } else { 0 };
        hundreds
            + match number % 100 {
                0 => 0,
                small @ 1..20 => one(small),
                tens => 2 + usize::from(tens / 10 == 7) + if tens % 10 == 0 { 0 } else { one(tens % 10) },
            }
    }
    match digits.parse::<usize>() {
        Ok(0) => 2,
        Ok(number) if number < 1_000_000 && digits.len() < 7 => {
            let thousands = if number >= 1000 { below_thousand(number / 1000) + 2 } else { 0 };
            thousands + below_thousand(number % 1000)
        }
        _ => digits.bytes().map(|digit| ONES.get(usize::from(digit - b'0')).copied().unwrap_or(1)).sum(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_the_syllables_that_dictionaries_part_them_into() {
        for (count, words) in [
            (1, "the home homes played school queen bus what change safe like grown live their world you"),
            (2, "children table centre little people county playing doing wanted busy places houses dying didnt seven"),
            (2, "homeless safely movement business rhythm changes reading worker parent council being somewhere"),
            (3, "important area radio happier teenager idea employer library recycle"),
            (4, "information education january society community vulnerable responsible"),
            (5, "university opportunity personality"),
        ] {
            for word in words.split(' ') {
                assert_eq!(syllables(word), count, "{word}");
            }
        }
        assert_eq!([syllables("responsibility"), syllables("nhs")], [6, 3]);
    }

    #[test]
    fn numbers_have_the_syllables_they_are_read_with() {
        for (number, count) in [
            ("0", 2),
            ("7", 2),
            ("11", 3),
            ("16", 2),
            ("17", 3),
            ("20", 2),
            ("25", 3),
            ("70", 3),
            ("77", 5),
            ("100", 3),
        ] {
            assert_eq!(syllables(number), count, "{number}");
        }
        assert_eq!([syllables("1914"), syllables("2000"), syllables("08001111")], [9, 3, 11]);
    }

    #[test]
    fn anything_has_at_least_one() {
        for word in ["", "e", "’", "ਪਾਰਕ", "é", "aaaa", "99999999999999999999999999"] {
            assert!(syllables(word) >= 1, "{word}");
        }
    }
}
