//! Words that carry grammar rather than meaning, and words that make poor names.
//!
//! Lists, each for one purpose: stop words are left out of word counts; marks and everyday words tell
//! English (other languages: `language_marks`); empty words may be counted but never name a theme by themselves. Words are
//! folded (lower case, no apostrophes), so "don't" stands here as "dont".

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

/// English function words.
const STOP: &str = "a about above after again against all also am an and any are arent as at be because been before
being below between both but by can cant cannot could couldnt did didnt do does doesnt doing dont down during each
few for from further get got had hadnt has hasnt have havent having he her here hers herself him himself his how i id
ill im ive if in into is isnt it its itself just let lets me more most my myself no nor not of off on once one only or
other our ours ourselves out over own really same she should shouldnt so some such than that thats the their theirs
them themselves then there theres these they theyre this those through to too under until up us very was wasnt we
were weve werent what when where which while who whom why will with would wouldnt you youre your yours yourself
yourselves thing things theyll theyve youve youll wed hed shed itll wont whats hes shes ur u r n";

/// Words so English that a short answer holding them is taken to be English.
const ENGLISH_MARKS: &str = "the and of is are was were be been have has had do does dont to for with that this these
those it its i im ive my our your their they we you he she not but if because about from at by which who what when
where there would could should will can cant more than so just like get want need make people kids children school
know think really also only very too some any other all because until being going been don isnt its youre theyre no
please help stop nice good love";

/// Everyday words of answers about children and places that are English and hardly anything else.
const ENGLISH_EVERYDAY: &str =
    "mum mums dad dads nan nanny gran grandad mummy daddy brother brothers sister sisters friend friends mate mates
family families kid toddler teenager teenagers teens girls boys carers school schools teacher teachers nursery
classes homework lessons exam exams lunch dinner dinners breakfast book books reading library libraries
playground swings slide swimming pool football music dance youth buses road roads car cars cycling walking
pavement crossing traffic parking house houses housing home homes bedroom street town towns council crime drugs
knife safe safety healthy doctor doctors dentist anxiety waiting lists food money cost costs cheaper expensive
bills rent poor work wages gaming playing dog dogs trees river litter rubbish bins cleaner clean green outdoors
outside weather funding staff workers worker care early years bullying bullies bullied respect listen listened
equal send waits lonely kindness kind happy happiness fun free better bigger longer cuts closed shut shops shop
sweets cake holidays sleep laughing neighbours neighbour neighbourhood hall community country friendship donkey
learning education happier warm hungry cold hug hugs loud quiet bored boring scared scary worry worried sad
pressure grown babies baby toddlers pet pets horses birds woods hill hills field fields sunny rain snow idk
dunno lol tbh nah yeah nope cos coz cuz becuase becase wanna dont thier wont alot";

/// English words that other languages have too, or nearly.
const ENGLISH_SHARED: &str =
    "class test tests college park parks club clubs bus train trains sports drama gym hospital support service
services parents parent garden village city police social local animal animals fish horse racism autism special
screen phone phones games stress mental health rich job jobs bikes bike pizza chocolate holiday weekend voice
communities cat child world hot adults";

/// Words that say nothing when they stand alone as a name, beside the stop words.
const EMPTY: &str =
    "able absolutely actual actually afterwards ago ah ahead almost already alright always amount another
anybody anyone anything anyway anywhere around ask asked asking asks away back bad basically became become becomes
begin behind believe best better beyond big bit bits bring brought came careful case cause certain certainly change
changed changes clear clearly close come comes coming common complete completely concern consider continue couple
currently day days deal decent definitely different difficult do done dunno each easier easily easy either else end
enough especially etc even ever every everybody everyone everything everywhere exactly example except expect extra
fact fair fairly far feel feeling feels felt find finding first five follow following found four front full fully
gave general generally gets getting give given gives giving go goes going gone gonna good gotta great guess half
happen happened happening happens happy hard hardly hate held hello help helped helpful helping hes hey hi high hold
hope hour hours however huge idea important include included including instead involved issue issues keep keeping
keeps kept kind kinds knew know knowing known knows large last late later least leave leaving left less level liked
like likes likely literally little live lol long longer look looked looking looks lose lot lots love loved loves low
made main mainly make makes making many matter matters may maybe mean means mention might mine minute minutes moment
month months mostly move moved much must near nearly necessary need needed needing needs neither never new next nice
nobody none normal nothing now number numbers obviously often oh ok okay old older ones open options order part parts
particular particularly past people perhaps person place places plan plans please plenty plus point points poor
possible possibly potential potentially pretty probably problem problems proper properly provide provided providing
put puts putting quick quickly quite rather reach read real reason reasonable reasons receive received recent recently
regarding regular regularly remain right said saw say saying says second see seeing seem seemed seems seen sense sent
set sets seven several sharp show showed shown side similar simple simply since six small someone something sometimes
somewhere soon sorry sort speak specific start started starting stay still stop stopped straight stuff suggest support
supposed sure take taken takes taking talk talked talking tell telling ten term terms thank thanks thats thing think
thinking thought three throughout till time times today together told tonight took total totally towards tried true
truly try trying turn turned twelve twice two type types understand unless unlike use used useful uses using usual
usually various want wanted wanting wants way ways week weeks well went whatever whenever wherever whether whole
whos wish within without wonder wonderful word words work worked working works worse worst worth yeah year years yep
yes yesterday yet young younger zero january february march april june july august september october november december
monday tuesday wednesday thursday friday saturday sunday seven eight nine eleven hundred thousand million overall
currently potential impact ensure highlight highlights approach aspect aspects address addressing allow allowed allows
create creating crucial despite due effect effective effectively essential focus given hinder lead leading leads
maintain offer offers pose poses potential present promote reduce related remains require required requires result
resulting role serve significant significantly situation step strike strong vital towards involve involving limit
among amongst across according additionally additional ultimately furthermore therefore thus hence otherwise moreover
particularly undermine undermining affect affecting affected contribute contributing address posing consider
considering considered implement implementing implemented theyd whod thered wouldve couldve
shouldve somebody somebodys nobodys everyones anyones wrong round tells honestly ever agen bothered bother deserve
deserves becoming become call calls hang hire sack whoever fill own grown missing massive weird normally rid cut drop
dropped enjoy enjoyed enjoying lend met decide decided wear per tbh ngl idk lol omg asap fyi nan unreadable";

fn set(list: &'static str) -> FxHashSet<&'static str> {
    list.split_whitespace().collect()
}

static STOP_SET: LazyLock<FxHashSet<&str>> = LazyLock::new(|| set(STOP));
static ENGLISH_SET: LazyLock<FxHashSet<&str>> = LazyLock::new(|| set(ENGLISH_MARKS));
static EVERYDAY_SET: LazyLock<FxHashSet<&str>> = LazyLock::new(|| set(ENGLISH_EVERYDAY));
static SHARED_SET: LazyLock<FxHashSet<&str>> = LazyLock::new(|| set(ENGLISH_SHARED));
static EMPTY_SET: LazyLock<FxHashSet<&str>> = LazyLock::new(|| set(EMPTY));

/// Whether a folded word is an English function word.
pub fn is_stop_word(folded: &str) -> bool {
    STOP_SET.contains(folded)
}

/// Whether a folded word says nothing when it stands alone as a name: a stop word, a number, or one
/// like "told", "year", "really".
pub fn is_empty_name(folded: &str) -> bool {
    is_stop_word(folded)
        || EMPTY_SET.contains(folded)
        || folded.chars().all(|c| c.is_ascii_digit())
        || (folded.len() > 5 && folded.ends_with("ly") && !LY_NOUNS.contains(&folded))
}

/// Words that end like adverbs and name something all the same.
const LY_NOUNS: &[&str] =
    &["family", "bully", "assembly", "supply", "elderly", "butterfly", "friendly", "disorderly", "monopoly"];

/// Whether a folded word is English and hardly anything else.
pub(super) fn is_plainly_english(folded: &str) -> bool {
    is_stop_word(folded) || ENGLISH_SET.contains(folded) || EVERYDAY_SET.contains(folded)
}

/// Whether a folded word is of those that English answers are mostly made of.
pub(super) fn is_common_english(folded: &str) -> bool {
    is_plainly_english(folded) || SHARED_SET.contains(folded) || EMPTY_SET.contains(folded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_hold_folded_words() {
        for word in STOP_SET
            .iter()
            .chain(EMPTY_SET.iter())
            .chain(ENGLISH_SET.iter())
            .chain(EVERYDAY_SET.iter())
            .chain(SHARED_SET.iter())
        {
            assert!(word.chars().all(|c| c.is_ascii_lowercase()), "{word}");
        }
        assert!(is_stop_word("dont") && is_empty_name("told") && is_empty_name("2024") && !is_empty_name("bus"));
    }
}
