//! Answers that hold nothing to code: empty, or only saying that there is nothing to say.
//!
//! They are set aside and counted, never dropped: how many had nothing to say is itself a finding. Only
//! whole answers count: "idk make them talk to each other" begins like one and says something. Leaves out
//! answers in words we cannot place (`themes`).

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use super::words::without_accents;
use super::{Word, words};

/// Whether an answer has something to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Content {
    /// No letter and no digit: blank, or only punctuation.
    Empty,
    /// Only says that there is nothing to say, or that the person does not know.
    Nothing,
    /// Something to read. Emoji count: they were meant.
    Something,
}

/// Whole answers that say there is nothing to say, or that the person does not know or will not tell, parted
/// by commas, fillers left out. Spellings are children's too.
/// "All good" is praise, which some code frames have a theme for.
const NOTHING: &str = "nothing, nothin, nothink, nothng, nuthing, nuthin, nuffin, nuffink, nufink, nowt, none,
no, nope, nop, nah, naa, naw, nil, na, n a, nm, nvm, not applicable, non applicable, doesn't apply, does not apply,
no idea, no idear, no comment, no comments, no answer, no opinion, no thoughts, no view, no views, no response, did not answer, not answered, no
reply, not sure, im not sure, i am not sure, not sure yet, not really sure, unsure, i don't have any, not sure i
don't have any, don't know, do not know, dont no, dnt know, dnt no, don't kno, dont knw, dk, idk, idek, idfk, dunno,
dono, donno, dunnow, i don't know, i do not know, i dont no, i dnt know, i don't kno, i dunno, i dono, i dunno know,
i don't know yet, i don't know what to say, don't know what to say, i don't know what to put, don't know what to
put, i don't know what to write, don't know what to write, i wouldn't know, wouldn't know, i wouldn't know these
days, i have no idea, i've no idea, ive got no idea, not a clue, no clue, i haven't a clue, haven't a clue, haven't
got a clue, nothing comes to mind, nothing springs to mind, nothing i can think of, nothing that i can think of,
none i can think of, none that i can think of, can't think of anything, i can't think of anything, can't think, i
can't think, can't think of any, i can't think of any, can't think of one, i can't think of one, cant remember, i
can't remember, i forgot, forgot, i forget, nothing to add, nothing more to add, nothing else to add, nothing else,
nothing more, no more, nothing to say, i have nothing to say, i've nothing to say, ive got nothing to say, nothing
to report, nothing at all, nothing specific, nothing in particular, nothing particular, nothing much, not much, not
a lot, nothing yet, nothing new, nothing for me, nothing comes up, there is nothing, there's nothing, i have
nothing, i have none, i don't have one, i haven't got any, i haven't got one, no changes, no change, no suggestions,
no suggestion, none needed, no improvement, no improvements, nothing needed, no problems, no problem, no issues, no
challenges, no concerns, prefer not to say, prefer not to answer, i prefer not to say, i would prefer not to say, id
rather not say, i would rather not say, rather not say, i don't want to say, don't want to say, i don't wanna say,
don't wanna say, dont want to answer, i don't want to answer, i don't want to answer this, i don't want to tell you,
im not telling you, not telling you, not telling, not saying, im not saying, none of your business, none of ur
business, non of your business, no thanks, no thank you, no ta, thank you, pass, skip, skip this, skip this one,
skip it, next, next one, next question, move on, blank, left blank, test, testing, test test, just testing, yes,
yep, yeah, yea, y, n, x, xx, xxx, ok, okay, k, kk, hi, hello, huh, what, same, same again, as above, see above, same
as above, same as before, same as last time, same as mine, same as my friend, same as my friend said, same as
previous, same answer, same answer as above, as before, as previous, see previous, see previous answer, see previous
answers, see previous response, see previous responses, see previous comment, see previous comments, see last
answer, as previously stated, already said, i already said, already answered, said above, ditto, lmao, rofl, blah,
blah blah, blah blah blah, bla bla, bla bla bla, whatever, meh, don't care, i don't care, dont really care, idc,
couldn't care less, don't mind, i don't mind, not bothered, im not bothered, cba, i cba, can't be bothered, i can't
be bothered, no preference, i don't understand, don't understand, i don't understand this, i don't understand the
question, don't understand the question, i don't get it, don't get it, what does this mean, what does that mean";

/// The same in other languages spoken in homes in England and Wales. A word that means something in
/// English too stands here only where nobody would answer with it.
const NOTHING_ELSEWHERE: &str = "dim byd, dim, dim syniad, ddim yn gwybod, dw i ddim yn gwybod, dwi ddim yn gwybod,
dwim yn gwybod, wn i ddim, dwn im, dim ots, na dim, dim sylw, nic, nie wiem, niewiem, nie mam, nie, nic takiego,
nie mam zdania, brak, bez komentarza, nie dotyczy, nie mam pojęcia, nimic, nu, nu știu, nu stiu, nu am, nu am idee,
nada, não, não sei, nao sei, nenhum, nenhuma, sem comentários, no sé, nose, ninguno, ninguna, rien, je ne sais pas,
je sais pas, jsp, aucun, aucune, aucune idée, sans commentaire, non, niente, non so, non lo so, boh, nichts,
weiß nicht, ich weiß nicht, weiß ich nicht, keine ahnung, nein, niets, weet ik niet, geen idee, nežinau, nieko, nezinu,
nekas, nav, bilmiyorum, bilmem, hiçbir şey, hiç, yok, hayır, nem tudom, semmi, neviem, nič, nevím, hindi ko alam, ewan,
wala, nuk e di, asgjë, ma garanayo, waxba, ma aqaan, nizanim, tiştek,
pata nahi, pata nahin, mujhe nahi pata, mujhe nahin pata, kuch nahi, kuch nahin, kuj nahi, pata nai, malum nahi,
не знаю, ничего, нет, незнаю, нічого, ні, не знам, нищо, няма,
پتا نہیں, پتہ نہیں, مجھے نہیں پتا, مجھے نہیں معلوم, مجھے معلوم نہیں, معلوم نہیں, کچھ نہیں, کچھ بھی نہیں, نہیں,
لا أعرف, لا اعرف, لا أدري, لا شيء, لا شئ, لا يوجد, لا, نمی‌دانم, نمیدانم, نمی دانم, هیچ, هیچی, نه, نازانم, هیچ شتێک,
ਪਤਾ ਨਹੀਂ, ਮੈਨੂੰ ਪਤਾ ਨਹੀਂ, ਮੈਨੂੰ ਨਹੀਂ ਪਤਾ, ਕੁਝ ਨਹੀਂ, ਕੁੱਝ ਨਹੀਂ, ਕੁਝ ਵੀ ਨਹੀਂ, ਨਹੀਂ,
पता नहीं, मुझे नहीं पता, मुझे पता नहीं, मालूम नहीं, कुछ नहीं, नहीं, थाहा छैन, केही छैन, माहित नाही, काही नाही,
জানি না, আমি জানি না, কিছু না, কিছুই না, না, ખબર નથી, મને ખબર નથી, કંઈ નહીં, કશું નહીં, ના,
தெரியாது, தெரியவில்லை, ஒன்றுமில்லை, ஒன்றும் இல்லை, இல்லை, അറിയില്ല, ഒന്നുമില്ല, δεν ξέρω, τίποτα, όχι,
不知道, 没有, 無, 无, 唔知, わからない, 分からない, 없음, 몰라요";

/// Words that change nothing in such an answer.
const FILLERS: &[&str] = &[
    "really",
    "rly",
    "sorry",
    "honestly",
    "um",
    "umm",
    "er",
    "erm",
    "hmm",
    "hm",
    "well",
    "currently",
    "tbh",
    "ngl",
    "please",
    "pls",
    "plz",
    "lol",
    "haha",
    "x",
    "xx",
    "xxx",
    "atm",
    "rn",
    "just",
    "literally",
    "actually",
    "basically",
    "probably",
    "maybe",
    "mate",
    "bro",
    "bruv",
    "miss",
    "sir",
    "thanks",
    "thx",
    "cheers",
    "so",
    "like",
    "ha",
];

/// Runs of words that change nothing either.
const FILLING: &[&str] =
    &["at the moment", "right now", "for now", "i think", "to be honest", "im afraid", "as yet", "thank you"];

static NOTHING_SET: LazyLock<FxHashSet<String>> =
    LazyLock::new(|| [NOTHING, NOTHING_ELSEWHERE].into_iter().flat_map(|list| list.split(',')).map(key).collect());

/// The longest answer, in words, that can say nothing.
const LONGEST: usize = 9;

/// Whether `text` has something to say.
pub fn content_of(text: &str) -> Content {
    let is_pictured = text.chars().any(is_pictorial);
    if !text.chars().any(char::is_alphanumeric) {
        return if is_pictured { Content::Something } else { Content::Empty };
    }
    if text.len() > 200 {
        return Content::Something;
    }
    let said = key(text);
    if said.split(' ').count() > LONGEST {
        return Content::Something;
    }
    let said_plainly = without_fillers(&said);
    let is_nothing = |said: &str| NOTHING_SET.contains(said) || said.split(' ').all(is_mash);
    match said_plainly.is_empty() {
        true if is_pictured => Content::Something,
        true => Content::Nothing,
        false if is_nothing(&said) || is_nothing(&said_plainly) => Content::Nothing,
        false => Content::Something,
    }
}

/// The words of a text, folded, accents off Latin letters, with a space between.
fn key(text: &str) -> String {
    words(text).iter().map(|word| without_accents(&Word::folded(word))).collect::<Vec<_>>().join(" ")
}

fn without_fillers(said: &str) -> String {
    let kept: Vec<&str> = said.split(' ').filter(|word| !FILLERS.contains(word)).collect();
    let mut kept = format!(" {} ", kept.join(" "));
    for filling in FILLING {
        kept = kept.replace(&format!(" {filling} "), " ");
    }
    kept.trim().to_owned()
}

/// Whether a word is laughter, one letter held down, or fingers drawn along the keyboard.
fn is_mash(word: &str) -> bool {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < 4 || !word.is_ascii() {
        return false;
    }
    let is_laughter = letters.iter().all(|c| matches!(c, 'h' | 'a')) || letters.iter().all(|c| matches!(c, 'l' | 'o'));
    // "zzzz" says that something is boring or that the person is tired.
    let is_held = letters.iter().all(|c| *c == letters[0]) && letters[0] != 'z' && letters[0].is_ascii_alphabetic();
    let is_drawn = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].iter().any(|row| row.contains(word));
    is_laughter || is_held || is_drawn
}

/// Whether a character is a picture rather than punctuation: emoji and the symbols around them.
fn is_pictorial(c: char) -> bool {
    matches!(c as u32, 0x2600..=0x27BF | 0x1F000..=0x1FAFF | 0x2B50)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_and_punctuation_are_empty() {
        for text in ["", " \n", ".", "-", "???", "…"] {
            assert_eq!(content_of(text), Content::Empty, "{text:?}");
        }
    }

    #[test]
    fn ways_of_saying_nothing_are_nothing() {
        for text in
            ["Nothing", "N/A", "n/a.", "Don't know", "don’t know!!", "no", "IDK", "Not sure really", "Nothing, sorry"]
        {
            assert_eq!(content_of(text), Content::Nothing, "{text:?}");
        }
    }

    #[test]
    fn children_and_other_languages_say_nothing_too() {
        for text in [
            "dunno lol",
            "idk tbh",
            "nothing really x",
            "nothink",
            "i dont no",
            "no thank you",
            "skip",
            "I don't want to say",
            "same as above",
            "nothing at the moment sorry",
            "asdfghjk",
            "hahahaha",
            "nie wiem",
            "nic",
            "nu știu",
            "nu stiu",
            "Nada",
            "não sei",
            "dim byd",
            "ਪਤਾ ਨਹੀਂ",
            "پتا نہیں",
            "لا أعرف",
            "не знаю",
            "不知道",
        ] {
            assert_eq!(content_of(text), Content::Nothing, "{text:?}");
        }
    }

    /// Of the illustrative answers none that people coded is set aside, and most of those that say nothing are.
    #[test]
    fn no_coded_answer_is_set_aside() {
        let mut set_aside = 0;
        for line in include_str!("../../tests/data/responses/worcestershire-illustrative.jsonl").lines() {
            let response: serde_json::Value = serde_json::from_str(line).unwrap();
            for (question, answer) in response["answers"].as_object().unwrap() {
                let is_coded = !response["themes"][question].as_array().unwrap().is_empty();
                let is_nothing = content_of(answer.as_str().unwrap()) != Content::Something;
                assert!(!(is_coded && is_nothing), "{answer}");
                set_aside += usize::from(is_nothing);
            }
        }
        assert!(set_aside >= 25, "{set_aside} of 55 answers without a theme");
    }

    #[test]
    fn an_answer_that_only_begins_so_has_something_to_say() {
        for text in ["Nothing to do in our village", "No buses", "I don't know anyone here", "😀", "不错", "good"]
            .into_iter()
            .chain(["idk make them talk to each other", "more sleep zzzz", "Love", "no homework", "nothing for teens"])
        {
            assert_eq!(content_of(text), Content::Something, "{text:?}");
        }
    }
}
