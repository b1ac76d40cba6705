//! Whether somebody may be telling of harm: to themselves, or by another to them or to one of theirs.
//!
//! A net with holes, cast wide: it keeps such words from being quoted by a machine and puts a caution beside them, and
//! takes no one's place in reading. English first, and the plainest sentences of the other languages that Heard asks
//! in. Leaves out what is then done: an officer passes it on.

use std::sync::LazyLock;

use regex::Regex;

use super::pattern::pattern;

static HARM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"(?ix)
        # Done to the one who writes, or to one of theirs.
        \b(?: hits? | beats? | beat(?:en|ing) | hitting | punch(?:es|ed|ing)? | kick(?:s|ed|ing)? | slap(?:s|ped|ping)?
            | smack(?:s|ed|ing)? | hurt(?:s|ing)? | chok(?:es|ed|ing) | strangl(?:es|ed|ing) | abus(?:es|ed|ing)
            | rap(?:es|ed|ing) | touch(?:es|ed|ing)? | threaten(?:s|ed|ing)? | groom(?:s|ed|ing) | attack(?:s|ed|ing)? )
            \s+ (?: me | us | my \s+ (?:mum|mummy|mom|mam|mother|dad|sister|brother|son|daughter|kids?|child|children) ) \b
        | \b(?: i | we | i.?m | i.?ve | my \s+ (?:mum|mother|sister|brother|son|daughter|child) ) \s+
            (?: (?:am|was|were|is|get|gets|got|getting|being|been|have|has|keep|still|always|often|sometimes) \s+ ){1,3}
            (?: hit | beaten | punched | slapped | smacked | hurt | abused | raped | assaulted | molested | groomed
                | threatened | touched | strangled | exploited | neglected | blackmailed ) \b
        | \b(?: hit | hits | hurt | beaten | abused | unsafe | neglected ) \s+ (?:at|in \s+ my) \s+ (?:own\s+)? (?:home|house) \b
        | \b(?: not | don.?t \s+ feel | never \s+ feel | didn.?t \s+ feel ) \s+ safe \s+ (?:at|in \s+ my) \s+ (?:own\s+)? (?:home|house) \b
        | \b(?: scared | afraid | frightened | terrified ) \s+ (?: to \s+ go \s+ home | at \s+ home
            | of \s+ (?: him | my \s+ (?:own\s+)? (?:step)?(?:mum|mummy|mother|dad|daddy|father|brother|uncle|partner|husband|boyfriend) ) ) \b
        | \bprivate \s+ parts \b
        | \b(?:makes?|made|forces?|forced) \s+ me \s+ (?:to\s+)? (?: do \s+ (?:things|stuff|sex\w*) | touch | have \s+ sex | carry | sell | deal )
        # To themselves.
        | \b(?: cut(?:s|ting)? | harm(?:s|ed|ing)? | hurt(?:s|ing)? | kill(?:s|ed|ing)? | burn(?:s|ed|ing)? | starv(?:e|es|ed|ing) ) \s+
            (?:my|him|her|them)sel(?:f|ves) \b
        | \b i (?:.?ve|.?m)? \s+ (?:\w+\s+){0,2} self[\s-]*harm(?:s|ed|ing)? \b
        | \b(?: want(?:ed|s)? \s+ to | wanna | going \s+ to | gonna | wish \s+ i \s+ (?:could|was|were|would) ) \s+
            (?: die | dead | be \s+ dead | end \s+ (?:it|my \s+ life) ) \b
        | \b(?: don.?t | do \s+ not | didn.?t ) \s+ want \s+ to \s+ (?: live | be \s+ alive | be \s+ here \s+ any \s* more | exist ) \b
        | \bsuicid(?:e|al) \b | \btak(?:e|ing) \s+ my \s+ (?:own\s+)? life \b | \bbetter \s+ off \s+ (?:dead|without \s+ me) \b
        # Welsh, Polish, Romanian, Urdu.
        | \bfy \s+ nharo \b | \beisiau \s+ marw \b | \bhunan[\s-]*niwed\w* \b
        | \b(?:mnie|nas) \s+ bij[eą] \b | \bbij[eą] \s+ (?:mnie|nas|mamę) \b | \bchcę \s+ umrzeć \b | \b(?:tnę|zabić) \s+ się \b
        | \bmă \s+ (?:bat|bate|lovește|loveste|tai|sinucid) \b | \bvreau \s+ să \s+ mor \b
        | مجھے \s+ مارت | مرنا \s+ چاہت | خودکشی",
    )
});

/// Whether the words may tell of harm. Wrong both ways at times: never a reason to leave an answer unread.
pub fn may_tell_of_harm(text: &str) -> bool {
    HARM.is_match(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_may_tell_of_harm_are_found_however_they_are_put() {
        for text in [
            "i get hit at home and at school",
            "Mum’s boyfriend hits my mum",
            "I’ve been hurt and nobody listens",
            "he touched me",
            "I don’t feel safe at home",
            "scared to go home",
            "sometimes I want to die",
            "I cut myself",
            "i still self-harm",
            "mae Dad yn fy nharo",
            "tata mnie bije",
            "tata mă bate",
            "مجھے مارتا ہے",
        ] {
            assert!(may_tell_of_harm(text), "{text}");
        }
    }

    #[test]
    fn what_people_say_of_buses_parks_and_bullying_in_general_is_not_taken_for_it() {
        for text in [
            "more buses so I can get home",
            "stop bullying at school",
            "self harm support in schools",
            "the cuts hit families at the worst time",
            "I feel safe at home and in the park",
            "better lighting, I am scared of the dark underpass",
            "keep in touch with my friends",
        ] {
            assert!(!may_tell_of_harm(text), "{text}");
        }
    }
}
