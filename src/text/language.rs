//! Which language an answer is written in, with care for short answers.
//!
//! Most answers are shorter than any language detector expects. A wrong language does harm (wrong
//! stems, wrong translator asked for), an undetermined one none: so a language is named only on
//! good grounds. Grounds are function words and letters of a language's own (`language_marks`), and for
//! longer texts what letter sequences say (`whatlang`). Leaves out which languages a survey is offered in
//! (`survey`).

use whatlang::{Info, Lang, Script, detect, detect_script};

use super::language_score::{Score, Table, best_two, english_weight, pieces_of};
use super::words;

/// The language of one answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Language {
    /// Too short or too mixed to say, or a language that has no name here.
    #[default]
    Undetermined,
    /// One language, on good grounds.
    Known(Lang),
}

/// From so many letters on, sequences of letters say something of the language.
const LETTERS_FOR_SEQUENCES: usize = 18;

/// From so many words on, sequences of letters may name a language whose function words are not known here.
const WORDS_FOR_SEQUENCES: usize = 5;

/// What a language must score to be named: two of its words, or one with letters of its own.
const ENOUGH: f32 = 1.5;

/// How far the language must lead over the next.
const LEAD: f32 = 0.5;

/// The least score a word: a few foreign words in a long English answer make it no foreign one.
const LEAST_A_WORD: f32 = 0.2;

/// Below so many words English must score more a word: "moment", "person" and "december" are not only English.
const FEW_WORDS: f32 = 5.0;

/// The least score a word of so few.
const LEAST_OF_FEW: f32 = 0.34;

/// Languages that sequences of letters may name though no marks of them are known here. Others are so rare in
/// England and Wales that they are more likely a neighbour misread.
const BY_SEQUENCES_ALONE: &[Lang] = &[
    Lang::Dan,
    Lang::Swe,
    Lang::Nob,
    Lang::Fin,
    Lang::Est,
    Lang::Hrv,
    Lang::Slv,
    Lang::Cat,
    Lang::Vie,
    Lang::Ind,
    Lang::Afr,
    Lang::Yid,
    Lang::Heb,
];

/// How much of the letters must be in one script.
const ONE_SCRIPT: f64 = 0.6;

impl Language {
    /// English, the language most answers are in.
    pub const ENGLISH: Self = Self::Known(Lang::Eng);

    /// The language of `text`, or [`Language::Undetermined`] where there are no good grounds.
    ///
    /// A script that one language owns settles the matter. Otherwise each language scores its function words
    /// (1; a half for one letter, or where English has the word too) and words with letters of its own (a half;
    /// −1 for letters it does not have), and letter sequences add up to 1 in a text long enough. In Latin
    /// letters the best must score 1.5, lead by a half and not be outdone by common English words.
    pub fn of(text: &str) -> Self {
        let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
        if letters < 2 {
            return Self::Undetermined;
        }
        let Some(script) = detect_script(text) else { return Self::Undetermined };
        let guess = detect(text).filter(|_| letters >= LETTERS_FOR_SEQUENCES);
        match (script, Table::of(script)) {
            _ if !is_mostly(text, script) => Self::Undetermined,
            (Script::Latin, Some(table)) => of_latin(text, table, guess),
            (_, Some(table)) => of_shared_script(text, table, guess),
            (_, None) => detect(text).map_or(Self::Undetermined, |found| Self::Known(found.lang())),
        }
    }

    /// The two-letter ISO 639-1 code; `und` for undetermined.
    pub fn code(self) -> &'static str {
        match self {
            Self::Undetermined => "und",
            Self::Known(lang) => short_code(lang),
        }
    }

    /// The language of a tag such as `en`, `en-GB` or `pol`; [`Language::Undetermined`] for one that is not known.
    pub fn of_tag(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
        let primary = match primary.as_str() {
            "no" | "nn" => "nb",
            other => other,
        };
        let is_it = |lang: &&Lang| short_code(**lang) == primary || lang.code() == primary;
        Lang::all().iter().find(is_it).map_or(Self::Undetermined, |lang| Self::Known(*lang))
    }

    /// The name as an officer would say it, in English.
    pub fn name(self) -> &'static str {
        match self {
            Self::Undetermined => "not determined",
            Self::Known(lang) => lang.eng_name(),
        }
    }

    /// Whether to read the answer as English: it is, or nothing says it is not.
    pub fn is_read_as_english(self) -> bool {
        matches!(self, Self::Undetermined | Self::Known(Lang::Eng))
    }
}

/// The language of a text in Latin letters, where English is to be expected.
fn of_latin(text: &str, table: &Table, guess: Option<Info>) -> Language {
    let pieces = pieces_of(text);
    let count = pieces.len().max(1) as f32;
    let english: f32 = pieces.iter().map(|piece| english_weight(piece)).sum();
    let scores = table.scores(&pieces, guess.as_ref());
    let [best, next] = best_two(&scores);
    let is_guess_english = guess.as_ref().is_some_and(|found| found.lang() == Lang::Eng);
    // A word or two of another language beside as many English ones leave it open.
    let doubt = if best.score >= 1.0 && !is_guess_english { LEAD } else { 0.0 };
    if english > 0.0 && english >= best.score + doubt {
        let least = if count < FEW_WORDS { LEAST_OF_FEW } else { LEAST_A_WORD };
        return match english >= least * count || is_guess_english {
            true => Language::ENGLISH,
            false => Language::Undetermined,
        };
    }
    let leads = best.score >= 1.5 * english && best.score - next.score >= LEAD;
    if best.words >= 1.0 && best.score >= ENOUGH && leads && best.score >= LEAST_A_WORD * count {
        return best.language(table);
    }
    match guess {
        Some(found) if is_guess_english && found.is_reliable() && best.score < ENOUGH => Language::ENGLISH,
        Some(found) => by_sequences(&found, table, &scores, pieces.len(), english),
        None => Language::Undetermined,
    }
}

/// The language of a text in a script that several languages share and English does not.
fn of_shared_script(text: &str, table: &Table, guess: Option<Info>) -> Language {
    let pieces = pieces_of(text);
    let scores = table.scores(&pieces, guess.as_ref());
    let [best, next] = best_two(&scores);
    if table.rows.iter().all(|row| row.lang.is_none()) {
        // One language owns the script but for neighbours told by their marks.
        return match best.score > 0.0 {
            true => Language::Undetermined,
            false => detect(text).map_or(Language::Undetermined, |found| Language::Known(found.lang())),
        };
    }
    if best.score >= LEAD && best.score - next.score >= if best.score >= 2.0 { LEAD } else { 1.0 } {
        return best.language(table);
    }
    guess.map_or(Language::Undetermined, |found| by_sequences(&found, table, &scores, pieces.len(), 0.0))
}

/// What sequences of letters say, where nothing speaks against it: reliable, of some length, not outdone by
/// another language's marks, and not without any mark of the language where its marks are known.
fn by_sequences(found: &Info, table: &Table, scores: &[Score], words: usize, english: f32) -> Language {
    let [best, _] = best_two(scores);
    let own = table.rows.iter().position(|row| row.lang == Some(found.lang())).and_then(|row| scores.get(row));
    let speaks_against = match own {
        Some(own) => own.score < best.score || own.marks <= 0.0,
        None => best.score >= ENOUGH || !BY_SEQUENCES_ALONE.contains(&found.lang()),
    };
    match found.is_reliable() && words >= WORDS_FOR_SEQUENCES && !speaks_against && english < 0.15 * words as f32 {
        true => Language::Known(found.lang()),
        false => Language::Undetermined,
    }
}

/// Whether most letters are of `script`; signs that whatlang counts to no script do not speak against it.
fn is_mostly(text: &str, script: Script) -> bool {
    let mut other = 0usize;
    let mut all = 0usize;
    for word in words(text) {
        let length = word.surface.chars().count();
        all += length;
        other += if detect_script(word.surface).is_some_and(|own| !goes_with(own, script)) { length } else { 0 };
    }
    (all - other) as f64 >= ONE_SCRIPT * all as f64
}

/// Japanese is written in three scripts at once.
fn goes_with(own: Script, script: Script) -> bool {
    let is_japanese = |script| matches!(script, Script::Mandarin | Script::Hiragana | Script::Katakana);
    own == script || (is_japanese(own) && is_japanese(script))
}

/// ISO 639-1 codes after ISO 639-3 codes.
const SHORT_CODES: &str =
    "eng:en cym:cy pol:pl ron:ro pan:pa urd:ur por:pt spa:es ara:ar ben:bn guj:gu ita:it fra:fr deu:de tur:tr
lit:lt lav:lv hun:hu bul:bg rus:ru ukr:uk ell:el nld:nl tam:ta hin:hi pes:fa cmn:zh slk:sk ces:cs nep:ne
mal:ml jpn:ja kor:ko heb:he dan:da swe:sv nob:nb fin:fi hye:hy kat:ka amh:am mar:mr kan:kn tel:te ori:or
sin:si mya:my khm:km tha:th vie:vi ind:id jav:jv tgl:tl afr:af cat:ca slv:sl hrv:hr srp:sr mkd:mk bel:be
est:et uzb:uz aze:az tuk:tk yid:yi aka:ak zul:zu sna:sn epo:eo lat:la";

/// The two-letter code of a language.
fn short_code(lang: Lang) -> &'static str {
    let of_pair = |pair: &'static str| pair.split_once(':').filter(|(long, _)| *long == lang.code());
    SHORT_CODES.split_whitespace().find_map(of_pair).map_or(lang.code(), |(_, short)| short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_english_answers_are_english_or_left_undetermined() {
        for text in ["More buses please", "the park", "my mum and my dog", "football", "Ban Marmite", "pool"] {
            assert!(Language::of(text).is_read_as_english(), "{text}: {}", Language::of(text).name());
        }
        assert_eq!(Language::of("there is nothing to do when it rains").code(), "en");
    }

    #[test]
    fn other_scripts_and_longer_answers_are_named() {
        assert_eq!(Language::of("Chciałabym, żeby autobus jeździł też wieczorem i w niedzielę").code(), "pl");
        assert_eq!(Language::of("Hoffwn i gael mwy o bethau i'w gwneud ar ôl ysgol yn y pentref").code(), "cy");
        assert_eq!(Language::of("ਸਾਨੂੰ ਹੋਰ ਪਾਰਕ ਚਾਹੀਦੇ ਹਨ").code(), "pa");
    }

    #[test]
    fn a_tag_names_the_language_that_it_was_made_from() {
        for lang in Lang::all() {
            let language = Language::Known(*lang);
            assert_eq!(Language::of_tag(language.code()), language);
        }
        assert_eq!(Language::of_tag("en-GB"), Language::ENGLISH);
        assert_eq!([Language::of_tag("und"), Language::of_tag("")], [Language::Undetermined; 2]);
    }

    #[test]
    fn a_few_words_are_named_where_they_can_only_be_one_language() {
        let answers = [
            ("pl", "Moja babcia i mój pies"),
            ("pl", "więcej boisk dla dzieci"),
            ("ro", "Vreau mai multe locuri de joaca pentru copii"),
            ("ro", "Să am prieteni aici"),
            ("cy", "Y côr a'r bobl ynddo"),
            ("cy", "mwy o fysiau yn y pentref"),
            ("pt", "não há nada para os jovens"),
            ("es", "no hay nada para los jóvenes"),
            ("fr", "il n'y a rien pour les jeunes"),
            ("it", "non c'è niente per i giovani"),
            ("lt", "daugiau vietų vaikams ir šeimoms"),
            ("tr", "çocuklar için daha çok park"),
            ("hu", "több játszótér kell a gyerekeknek"),
            ("ru", "у детей нет места, где играть"),
            ("uk", "дітям немає де гратися"),
            ("bg", "няма къде да играят децата"),
            ("ur", "ہمارے بچوں کے لیے پارک نہیں ہے"),
            ("ur", "hamare bachon ke liye koi jagah nahi hai"),
            ("ar", "لا يوجد مكان للأطفال في المدينة"),
            ("fa", "برای بچه‌ها جایی نیست"),
            ("pa", "ਬੱਚਿਆਂ ਲਈ ਪਾਰਕ"),
            ("bn", "বাচ্চাদের জন্য খেলার মাঠ"),
            ("hi", "बच्चों के लिए पार्क नहीं है"),
        ];
        for (code, text) in answers {
            assert_eq!(Language::of(text).code(), code, "{text}");
        }
    }

    #[test]
    fn a_language_without_a_name_here_and_mixed_scripts_are_left_open() {
        for text in [
            "waxaan rabaa in carruurta ay ciyaaraan",
            "fëmijët nuk kanë ku të luajnë",
            "ماشومان د لوبو ځای نه لري",
            "park پارک play کھیل",
        ] {
            assert_eq!(Language::of(text), Language::Undetermined, "{text}");
        }
    }

    /// The illustrative answers: none is given a wrong language. A response in another language may hold
    /// answers in English.
    #[test]
    fn the_languages_of_the_illustrative_answers_are_told() {
        let (mut english, mut other) = (0, 0);
        for line in include_str!("../../tests/data/responses/worcestershire-illustrative.jsonl").lines() {
            let response: serde_json::Value = serde_json::from_str(line).unwrap();
            let expected = response["language"].as_str().unwrap();
            for answer in response["answers"].as_object().unwrap().values() {
                let code = Language::of(answer.as_str().unwrap()).code();
                assert!(code == expected || code == "en" || code == "und", "{code}: {answer}");
                english += usize::from(code == "en");
                other += usize::from(code != "en" && code == expected);
            }
        }
        assert_eq!(other, 14, "answers in other languages");
        assert!(english >= 2_200, "{english} of 2,348 answers in English");
    }

    #[test]
    fn every_language_has_a_short_code() {
        for lang in Lang::all() {
            assert_eq!(Language::Known(*lang).code().len(), 2, "{lang:?}");
        }
    }

    #[test]
    fn what_is_not_words_has_no_language() {
        for text in ["", "…", "😀😀", "7", "?"] {
            assert_eq!(Language::of(text), Language::Undetermined, "{text}");
        }
    }
}
