//! The patterns of personal data as people in Britain write it.
//!
//! Each pattern holds one group, called `it`, which is the part to hide: "my name is" stays readable,
//! the name does not. Leaves out which matches to believe (`personal_data`).

use std::sync::LazyLock;

use regex::Regex;

use super::PersonalDataKind as Kind;
use super::pattern::pattern;

/// One way personal data is written.
pub(super) struct Rule {
    /// What the group `it` holds.
    pub kind: Kind,
    /// The pattern with its group `it`.
    pub pattern: Regex,
}

/// Areas that British postcodes begin with.
pub(super) const POSTCODE_AREAS: &str =
    " ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh
dl dn dt dy e ec en ex fa fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m
me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn
tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze ";

/// First names common enough in Britain to be taken for one when a surname follows; ones that are
/// also everyday words are left out.
pub(super) const FIRST_NAMES: &str = " aaliyah aaron abdul abdullah abigail adam adele adrian ahmed aidan aisha aiden alan
albert alex alexander alexandra alfie ali alice alicia alina alison amanda amber amelia amir amy ana andrea andrew angela
anita anna anne annie anthony archie ariana arthur arun ava ayesha barbara bartosz beatrice ben benjamin bethany beth
bilal brian caitlin callum cameron carl caroline catherine charles charlie charlotte chloe chris christina christine
christopher claire colin connor craig daisy damian dan daniel darcy darren dave david dawn dean deborah declan denise
derek diana dominic dominik donna dorothy dylan edith edward eleanor elena elizabeth ella ellie elliot elsie emily emma
eric erin ethan eva evelyn evie fatima felix filip finlay fiona florence francesca frank fred freddie freya gabriel
gareth gary gemma geoff george georgia georgina gillian graham hamza hannah harold harriet harry harvey hassan heather
helen henry holly hugo ian ibrahim imran imogen isaac isabel isabella isabelle isla jack jacob jade jakub james jamie
jan jane janet jasmine jason jayden jean jennifer jenny jeremy jessica jim joan joanna joanne joe joel john jonathan
jordan joseph josephine josh joshua joyce judith julia julian julie kai karen kate katherine kathleen kathryn katie kayleigh
keith kelly ken kenneth kevin khadija kieran kim kirsty kyle lara laura lauren leah lee leo leon leonard lewis liam lily
linda lisa logan lola lorraine louis louise luca lucas lucy luis luke lydia maisie malcolm marcus margaret maria marie
marion martha martin martyna mary maryam mateusz matilda matthew maureen maya megan melissa michael michelle mick mike
millie mohamed mohammad mohammed molly muhammad natalia natalie nathan neil niamh nicholas nicola nicole nigel noah
nikita oliver olivia omar oscar otis owen pamela patricia patrick paul pauline peter phil philip phoebe piotr poppy priya
rachel ralph rebecca reggie rhys richard robert robin roger ronnie rory rosie roy ruby rupert russell ruth ryan samantha
samira samuel sandra sara sarah sebastian shannon sharon shirley simon sofia sophia sophie stacey stanley stephanie
stephen steve steven stuart sue suleman susan sylvia tanya tara ted teddy terence teresa theo theresa thomas tia tim
timothy toby tom tommy tony tracey tracy tyler valerie vanessa veronica victoria vikram vincent wayne wendy wiktoria
william yasmin yusuf yvonne zachary zainab zara zoe zofia ";

/// People somebody may name after the word for them.
const RELATIONS: &str = "friend|mate|bestie|best friend|brother|sister|cousin|mum|mom|dad|nan|nana|gran|grandad|uncle|\
auntie|aunt|son|daughter|girlfriend|boyfriend|husband|wife|partner|teacher|head ?teacher|tutor|social worker|\
support worker|key worker|youth worker|family worker|neighbour|doctor|childminder|foster carer|carer";

/// A capitalised word, with the joins names have.
const NAME_WORD: &str = r"[A-ZÀ-ÞŁŚŻŹĆ][\p{Ll}'’]+(?:[A-Z]\p{Ll}+)?(?:-[A-Z]\p{L}+)*";

const MONTHS: &str = "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|\
oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

const STREETS: &str = "Road|Rd|Street|St|Lane|Ln|Avenue|Ave|Close|Drive|Dr|Way|Crescent|Court|Place|Gardens|Grove|Terrace|\
Hill|Walk|Row|Square|Mews|Rise|View|Green|House|Flats|Croft|Meadow|Meadows";

fn rule(kind: Kind, text: &str) -> Rule {
    Rule { kind, pattern: pattern(text) }
}

/// Every rule; of overlapping matches the one that stands first here wins.
pub(super) static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let mut rules = structured();
    rules.extend(named());
    rules
});

/// Things with a shape of their own: addresses of every sort, numbers, dates.
fn structured() -> Vec<Rule> {
    let date = format!(
        r"\d{{1,2}}\s?[/.\-]\s?\d{{1,2}}\s?[/.\-]\s?\d{{2,4}}|\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?\s+(?:{MONTHS})\.?,?(?:\s+\d{{2,4}})?|(?:{MONTHS})\s+\d{{1,2}}(?:st|nd|rd|th)?,?(?:\s+\d{{4}})?"
    );
    vec![
        rule(Kind::Email, r"(?i)(?P<it>[\w.+%\-]+\s?@\s?[\w\-]+(?:\.[\w\-]+)+)"),
        rule(
            Kind::Email,
            r"(?i)\b(?P<it>[\w.+\-]+\s*(?:\s|[(\[])at(?:\s|[)\]])\s*[\w\-]+(?:\s*(?:\s|[(\[])dot(?:\s|[)\]])\s*\w+)+)",
        ),
        rule(
            Kind::Handle,
            r"(?i)\b(?:insta(?:gram)?|snap(?:chat)?|tik ?tok|discord|twitter|roblox|xbox|psn|gamertag|username|user name|handle)(?:\s+(?:is|name|username|tag|account|id|it's|its))*\s*[:=\-]?\s*(?P<it>@?[a-z][\w.]*[\d_][\w.]*)",
        ),
        rule(
            Kind::Handle,
            r"(?i)\b(?:insta(?:gram)?|snap(?:chat)?|tik ?tok|discord)\s*[:=]\s*(?P<it>@?[a-z][\w.]{3,29})",
        ),
        rule(Kind::Handle, r"(?:^|[^\w@/.])(?P<it>@[A-Za-z_][\w.]{1,28}\w)"),
        rule(Kind::Phone, r"(?:^|[^\w+])(?P<it>(?:\+\s?4\s?4|00\s?4\s?4|\(?0)(?:[\s().\-]{0,2}\d){9,11})(?:$|\D)"),
        rule(Kind::Id, r"(?i)\b(?P<it>[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]\s?\d\s?\d\s?\d\s?\d\s?\d\s?\d\s?[A-D])\b"),
        rule(Kind::Id, r"(?:^|\D)(?P<it>\d{3}[ \-]?\d{3}[ \-]?\d{4})(?:$|\D)"),
        rule(
            Kind::DateOfBirth,
            &format!(
                r"(?i)\b(?:born|dob|d\.o\.b\.?|date of birth|birth ?date|birthday)(?:\s+(?:is|on|was|in|the))*\s*[:,\-]?\s*(?P<it>{date})\b"
            ),
        ),
        rule(
            Kind::Address,
            &format!(
                r"\b(?P<it>(?:[Ff]lat\s+\d+\w?,?\s+)?\d{{1,4}}[A-Za-z]?,?\s+(?:[A-Z][\w'’]*\s+){{1,3}}(?:{STREETS})\b)"
            ),
        ),
        rule(
            Kind::Address,
            &format!(
                r"(?i)\b(?:live|living|lives|address is|moved)\s+(?:at|on|in|to)?\s*(?P<it>(?:flat\s+\d+\w?,?\s+)?\d{{1,4}}[a-z]?,?\s+(?:[a-z'’]+\s+){{1,3}}(?:{STREETS})\b)"
            ),
        ),
        rule(Kind::Postcode, r"(?i)\b(?P<it>[A-Z]{1,2}\d[A-Z\d]?\s{0,2}\d[ABD-HJLNP-UW-Z]{2})\b"),
    ]
}

/// Schools and people, told by the words around them.
fn named() -> Vec<Rule> {
    const SORT: &str = r"(?:C\.? ?(?:of|OF) ?E\.?|CofE|CE|RC|Catholic|First|Middle|High|Primary|Junior|Infants?|Secondary|Nursery|Pre|Grammar|Special|Community|Church|Academy|Sixth|Form)";
    const SORT_FOLDED: &str =
        "(?:first|middle|high|primary|junior|infants?|secondary|nursery|grammar|special|community|sixth|form|catholic)";
    vec![
        rule(
            Kind::School,
            &format!(
                r"\b(?P<it>(?:(?:St\.?|[A-Z][\w'’&\-]*)\s+){{1,4}}(?:{SORT}[\s\-]+)*(?:School|Academy|College|Primary|High|Nursery|Preschool|Sixth Form))\b"
            ),
        ),
        rule(
            Kind::School,
            &format!(
                r"\b(?i:go to|goes to|went to|attends?|at)\s+(?P<it>(?:[a-z'’]+\s+){{1,2}}(?:{SORT_FOLDED}\s+)*(?:school|academy|college|primary))\b"
            ),
        ),
        rule(Kind::School, r"\b(?i:my school|my school is|school called|(?:go|goes) to)\s+(?P<it>[A-Z]{3,5})\b"),
        rule(
            Kind::Name,
            &format!(
                r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Sir|Prof|mr|mrs|ms|MR|MRS|MS|MISS)\.?\s+(?P<it>(?:[A-Z]['’])?{NAME_WORD}(?:\s+{NAME_WORD})?)"
            ),
        ),
        rule(Kind::Name, r"\b(?:mr|mrs|ms)\.?\s+(?P<it>[a-z]{3,}(?:['’-][a-z]+)*)"),
        rule(
            Kind::Name,
            &format!(
                r"\b(?i:my name is|my names|my name's|my full name is|name:)\s+(?P<it>{NAME_WORD}(?:\s+{NAME_WORD}){{0,2}})"
            ),
        ),
        rule(Kind::Name, r"\b(?i:my name is|my name's)\s+(?P<it>[a-z]{2,}(?:\s+[a-z]{3,})?)"),
        rule(
            Kind::Name,
            &format!(
                r"\b(?:I'm|I’m|Im|I am|i'm|i’m|im|i am|This is|this is|From|from|Love|love|Signed|signed)\s+(?P<it>{NAME_WORD}\s+{NAME_WORD})"
            ),
        ),
        rule(
            Kind::Name,
            &format!(r"\b(?i:called|named|is called|whose name is)\s+(?P<it>{NAME_WORD}(?:\s+{NAME_WORD})?)"),
        ),
        rule(
            Kind::Name,
            &format!(
                r"\b(?i:(?:my|our|his|her|their|the|a|best)\s+(?:{RELATIONS})s?),?\s+(?P<it>{NAME_WORD}(?:\s+{NAME_WORD})?)"
            ),
        ),
        rule(Kind::Name, &format!(r"\b(?P<it>{NAME_WORD}\s+{NAME_WORD}(?:-{NAME_WORD})?)")),
    ]
}
