//! What posters, cards and slides of a campaign say: its approved words in its own language, and what the consultation
//! or the ballot says of itself in every other. A draft says what was sent to be approved.

use super::drive::{Asked, Drive};
use crate::campaign::{Deed, MOST_ON_A_POSTER, POSTERS, Place, Post, PostKind, PostState, Template};
use crate::pages::Words;
use crate::report::pdf::CampaignSet;
use crate::store::{Store, StoreError};
use crate::survey::{Edition, Language};
use crate::web::today;

/// Whom a set can name to talk to: more is not read on a slide.
const MOST_HELP: usize = 3;

/// An address as people type it: without what browsers add by themselves.
pub fn shown(address: &str) -> String {
    address.split("://").last().unwrap_or(address).to_owned()
}

/// What a campaign is called where its team looks: the approved title, or else its name.
///
/// # Errors
/// When the database fails.
pub fn title(store: &Store, drive: &Drive) -> Result<String, StoreError> {
    let posts = store.list_posts(&drive.campaign.key)?;
    Ok(Drive::approved(&posts, PostKind::Page).map_or(drive.campaign.name.clone(), |post| post.title.clone()))
}

/// The languages that a set can be had in: those that the campaign chose, its own first, and others that it has approved
/// words of its own for.
pub fn languages(drive: &Drive, posts: &[Post]) -> Vec<String> {
    let mut languages = drive.campaign.languages.clone();
    for (code, _) in POSTERS {
        if !languages.iter().any(|known| known == code) && own_words(posts, code).is_some() {
            languages.push(code.to_owned());
        }
    }
    languages
}

/// The campaign's own approved words for posters in a language.
fn own_words<'a>(posts: &'a [Post], lang: &str) -> Option<&'a Post> {
    PostKind::posters(lang).and_then(|kind| Drive::approved(posts, kind))
}

/// Which of a campaign's words a set bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// Those that an officer has approved.
    Approved,
    /// Those that wait for an officer where any do, for the team to look at: each sheet is stamped as a draft.
    Sent,
    /// The same, and of the texts that wait the one with this identifier.
    Text(i64),
}

/// Words of a kind that wait for an officer, of several those written last; of those of one day any.
pub fn waiting(posts: &[Post], kind: PostKind) -> Option<&Post> {
    posts.iter().find(|post| post.kind == kind && post.state == PostState::Waiting)
}

/// The words of a kind that a sheet bears: a draft those that were sent to be approved, where any were.
fn borne(posts: &[Post], kind: PostKind, which: Which, is_draft: bool) -> Option<&Post> {
    let asked = posts.iter().find(|post| which == Which::Text(post.id) && post.kind == kind);
    let asked = asked.filter(|post| post.state == PostState::Waiting);
    asked.or_else(|| waiting(posts, kind).filter(|_| is_draft)).or_else(|| Drive::approved(posts, kind))
}

/// The words of a place's set in a language. All sheets of a campaign that nobody has approved are drafts.
///
/// # Errors
/// When the database fails.
pub fn of_place(
    store: &Store,
    drive: &Drive,
    place: &Place,
    lang: &str,
    website: &str,
    which: Which,
) -> Result<CampaignSet, StoreError> {
    let (campaign, say) = (&drive.campaign, Words::of(lang, Edition::Plain));
    let posts = store.list_posts(&campaign.key)?;
    let is_draft = which != Which::Approved || Drive::approved(&posts, PostKind::Page).is_none();
    let latest = |kind| borne(&posts, kind, which, is_draft);
    let page = latest(PostKind::Page);
    let own = campaign.languages.first().map(String::as_str) == Some(lang);
    let language = Language(lang.to_owned());
    let asked = drive.asked.words(&language);
    // Once there is a title, the team's own name for the campaign is for the team alone.
    let called = page.map_or(&campaign.name, |post| &post.title);
    let own_language = campaign.languages.first().filter(|_| page.is_some()).map_or("en", String::as_str);
    let own_words = PostKind::posters(lang).and_then(latest).filter(|_| !own);
    let (title, goal, title_language) = match (own, page.filter(|_| own).or(own_words), &asked) {
        (_, Some(post), _) => (post.title.clone(), lead(post), lang),
        (true, None, _) => (campaign.name.clone(), goal_of(&campaign.template), "en"),
        (false, _, Some(worded)) => {
            (worded.words.title.clone(), worded.words.summary.clone(), worded.language.as_str())
        }
        (false, _, None) => (called.clone(), String::new(), own_language),
    };
    // Where the consultation does not speak the language, nothing is said in another.
    let said = asked.as_ref().filter(|worded| own_words.is_none() || worded.language.as_str() == lang);
    let how_long = said.map(|worded| first_sentence(&worded.words.how_long)).unwrap_or_default();
    let address = format!("{website}/go/{}", place.word.as_str());
    Ok(CampaignSet {
        // What the team calls it stays on every sheet, so that people know one campaign in all its languages.
        own_title: (!own && *called != title).then(|| called.clone()),
        title,
        team: campaign.team.clone(),
        organisation: drive.asked.organisation().to_owned(),
        own_language: own_language.to_owned(),
        language: say.lang().to_owned(),
        title_language: title_language.to_owned(),
        day: today(),
        goal: cut(&goal),
        call: say.say(call(&drive.asked)).to_owned(),
        until: say.say_with("open-until", &[("day", say.day(drive.asked.closes()).into())]),
        no_name: no_name(&drive.asked, say),
        how: say.say("campaign-scan").to_owned(),
        points: points(drive.deed(), say, how_long),
        points_title: say.say("campaign-points").to_owned(),
        talk_title: say.say("foot-talk").to_owned(),
        talk: help(&drive.asked, lang),
        shown_address: shown(&address),
        address,
        place: place.name.clone(),
        colour: campaign.colour.to_text(),
        tint: campaign.colour.tint().to_text(),
        draft: is_draft.then(|| say.say("campaign-draft").to_owned()),
    })
}

/// How it works, a short sentence each.
fn points(deed: Deed, say: Words, how_long: String) -> Vec<String> {
    let second = if deed == Deed::Vote { "vote-secret-title" } else { "campaign-point-skip" };
    let points = ["home-no-name", second, "campaign-point-next"].map(|key| say.say(key).to_owned());
    points.into_iter().chain(Some(how_long).filter(|text| !text.is_empty())).collect()
}

/// The first lines of a text.
fn lead(post: &Post) -> String {
    post.paragraphs().next().unwrap_or_default().to_owned()
}

/// What a campaign says before its team has written anything.
fn goal_of(template: &str) -> String {
    Template::find(template).map_or("", |template| template.goal).to_owned()
}

/// The key of what people are asked to do.
pub fn call(asked: &Asked) -> &'static str {
    match asked {
        Asked::Consultation(_) => "home-button",
        Asked::Ballot(_) => "campaign-vote",
    }
}

/// That no name is needed, and where a vote needs a voucher that it is on the slip: a poster that leads somebody to a
/// page which asks for a code must have told them of it.
fn no_name(asked: &Asked, say: Words) -> String {
    let no_name = say.say("home-no-name");
    match asked {
        Asked::Ballot(ballot) if ballot.vouchers => format!("{} {no_name}", say.say("campaign-slip")),
        _ => no_name.to_owned(),
    }
}

/// Names and numbers.
fn help(asked: &Asked, lang: &str) -> Vec<(String, String)> {
    let lines: Vec<(String, Option<String>)> = match asked {
        Asked::Consultation(one) => one.help_in(lang).into_iter().map(|help| (help.name, help.phone)).collect(),
        Asked::Ballot(one) => one.help_in(lang).into_iter().map(|help| (help.name, help.phone)).collect(),
    };
    lines.into_iter().filter_map(|(name, phone)| Some((name, phone?))).take(MOST_HELP).collect()
}

/// The first sentence, which is as much as is read from the back of a hall. Urdu ends one with a mark of its own.
fn first_sentence(text: &str) -> String {
    let ends = [". ", "۔ ", "? ", "! "].into_iter().filter_map(|mark| Some(text.find(mark)? + mark.len() - 1));
    ends.min().map_or(text, |end| &text[..end]).trim().to_owned()
}

/// Whole words of the beginning.
fn cut(text: &str) -> String {
    if text.chars().count() <= MOST_ON_A_POSTER {
        return text.to_owned();
    }
    let start: String = text.chars().take(MOST_ON_A_POSTER).collect();
    format!("{} …", start.rsplit_once(' ').map_or(start.as_str(), |(whole, _)| whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slide_says_the_first_sentence_of_how_long_it_takes() {
        assert_eq!(first_sentence("About six minutes. You can skip any question."), "About six minutes.");
        assert_eq!(first_sentence("تقریباً چھ منٹ۔ آپ کوئی بھی سوال چھوڑ سکتے ہیں۔"), "تقریباً چھ منٹ۔");
        assert_eq!(first_sentence("One minute."), "One minute.");
    }

    #[test]
    fn a_set_tells_of_the_slip_where_a_vote_needs_one_in_every_language() {
        use crate::ballot::{BallotFiles, parse};
        let text = include_str!("../../../surveys/make-your-mark/ballot.toml");
        let text = text.replace(r#"["en", "cy", "pl", "ro", "ur"]"#, r#"["en"]"#);
        let words = ("en.toml".to_owned(), include_str!("../../../surveys/make-your-mark/wording/en.toml").to_owned());
        let files = BallotFiles { ballot: ("ballot.toml".into(), text), wordings: [("en".into(), words)].into() };
        let mut ballot = parse(&files).unwrap().0;
        for (lang, slip) in [("en", "slip"), ("cy", "slip"), ("pl", "kartkę"), ("ro", "biletul"), ("ur", "پرچی")] {
            let say = Words::of(lang, Edition::Plain);
            ballot.vouchers = true;
            assert!(no_name(&Asked::Ballot(ballot.clone().into()), say).contains(slip), "{lang}");
            ballot.vouchers = false;
            assert_eq!(no_name(&Asked::Ballot(ballot.clone().into()), say), say.say("home-no-name"));
        }
    }

    #[test]
    fn a_long_goal_ends_with_a_whole_word() {
        let long = "listen ".repeat(60);
        assert!(cut(&long).ends_with("listen …") && cut(&long).chars().count() <= MOST_ON_A_POSTER + 2);
        assert_eq!((cut("short"), shown("https://h.example/go/a")), ("short".into(), "h.example/go/a".into()));
    }
}
