//! A campaign with what it is about: whom it is for, in which groups, in which languages, and how it is called.

use std::sync::Arc;

use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};

use crate::ballot::{Ballot, entitled_in};
use crate::campaign::{About, Campaign, Deed, Post, PostKind, PostState, Ways};
use crate::geography::Geography;
use crate::library::Library;
use crate::pages::campaign::TeamDesk;
use crate::store::{Store, StoreError};
use crate::survey::{Consultation, ConsultationWords, Language, Openness, Worded};
use crate::web::account::SignedIn;
use crate::web::account::rights::{Right, may};
use crate::web::{PageError, State, now, today};

/// Young are those who answer as somebody not older than this.
const OLDEST_YOUNG: u32 = 25;
/// The oldest age that population is held for.
pub(super) const OLDEST_KNOWN: u32 = 19;

/// What a campaign asks people to take part in.
pub enum Asked {
    Consultation(Arc<Consultation>),
    Ballot(Arc<Ballot>),
}

/// One group that people are parted into.
pub struct GroupOf {
    pub key: String,
    pub name: String,
    /// How many live here, where that is known.
    pub people: Option<u64>,
    /// In whole years, where the group is one of age.
    pub ages: Option<(u32, u32)>,
}

/// A campaign with what it is about.
pub struct Drive {
    pub campaign: Campaign,
    pub asked: Asked,
    pub geography: Arc<Geography>,
}

impl Asked {
    /// What a campaign is about, where it is there.
    pub fn find(library: &Library, about: &About) -> Option<Self> {
        match about {
            About::Consultation(key) => {
                library.find_consultation(key).map(|found| Self::Consultation(Arc::clone(found)))
            }
            About::Ballot(key) => library.find_ballot(key).map(|found| Self::Ballot(Arc::clone(found))),
        }
    }

    /// Who holds it.
    pub fn organisation(&self) -> &str {
        match self {
            Self::Consultation(one) => &one.organisation,
            Self::Ballot(one) => &one.organisation,
        }
    }

    /// The key of its geography.
    pub fn geography(&self) -> &str {
        match self {
            Self::Consultation(one) => &one.geography,
            Self::Ballot(one) => &one.geography,
        }
    }

    /// The last day that it takes anything.
    pub fn closes(&self) -> Date {
        match self {
            Self::Consultation(one) => one.closes,
            Self::Ballot(one) => one.closes.date(),
        }
    }

    /// Whether anybody can take part now.
    pub fn is_open(&self) -> bool {
        match self {
            Self::Consultation(one) => one.openness(today()) == Openness::Open,
            Self::Ballot(one) => one.openness(now()) == Openness::Open,
        }
    }

    /// Whether nobody can take part any more. A ballot closes at a time of day.
    pub fn has_closed(&self) -> bool {
        match self {
            Self::Consultation(one) => today() > one.closes,
            Self::Ballot(one) => one.openness(now()) == Openness::Closed,
        }
    }

    /// What it says of itself in a language.
    pub fn words<'a>(&'a self, language: &'a Language) -> Option<Worded<'a, ConsultationWords>> {
        match self {
            Self::Consultation(one) => Some(one.words(language)),
            Self::Ballot(one) => one.words(language),
        }
    }

    /// What it is called, in its own language.
    pub fn title(&self) -> String {
        let language = match self {
            Self::Consultation(one) => one.default_language().clone(),
            Self::Ballot(one) => one.default_language().clone(),
        };
        self.words(&language).map(|worded| worded.words.title.clone()).unwrap_or_default()
    }

    /// ISO 639-1 codes of the languages it speaks, its own first.
    pub fn languages(&self) -> Vec<String> {
        let languages = match self {
            Self::Consultation(one) => one.languages(),
            Self::Ballot(one) => one.languages(),
        };
        languages.into_iter().map(|language| language.as_str().to_owned()).collect()
    }

    /// Where people take part without a place's link.
    pub fn address(&self) -> String {
        match self {
            Self::Consultation(one) => format!("/c/{}", one.key),
            Self::Ballot(one) => format!("/b/{}", one.key),
        }
    }

    /// The plan that it feeds.
    pub fn plan(&self) -> Option<&str> {
        match self {
            Self::Consultation(one) => one.plan.as_deref(),
            Self::Ballot(one) => one.plan.as_deref(),
        }
    }

    /// The perspectives that are counted towards the whole target: those of children and young people, or all where there
    /// are none.
    pub fn counted(&self) -> Vec<String> {
        let perspectives = match self {
            Self::Consultation(one) => &one.perspectives,
            Self::Ballot(one) => &one.perspectives,
        };
        let is_young = |one: &&crate::survey::Perspective| one.ages.is_some_and(|(_, oldest)| oldest <= OLDEST_YOUNG);
        let young: Vec<String> = perspectives.iter().filter(is_young).map(|one| one.key.clone()).collect();
        if young.is_empty() { perspectives.iter().map(|one| one.key.clone()).collect() } else { young }
    }

    /// The youngest and the oldest of those, in years; nothing where everybody of any age is counted.
    pub fn ages(&self) -> Option<(u32, u32)> {
        let (perspectives, counted) = match self {
            Self::Consultation(one) => (&one.perspectives, self.counted()),
            Self::Ballot(one) => return Some(one.ages),
        };
        let theirs = perspectives.iter().filter(|one| counted.contains(&one.key));
        let ages: Option<Vec<(u32, u32)>> = theirs.map(|one| one.ages).collect();
        let ages = ages?;
        Some((ages.iter().map(|(low, _)| *low).min()?, ages.iter().map(|(_, high)| *high).max()?))
    }
}

impl Drive {
    /// The campaign of this key.
    ///
    /// # Errors
    /// [`PageError::not_found`], and when the database fails.
    pub fn get(state: &State, key: &str) -> Result<Self, PageError> {
        Self::find(state, key)?.ok_or_else(|| PageError::not_found().with_link("/campaigns", "Back to your campaigns"))
    }

    /// The campaign of this key, where there is one.
    ///
    /// # Errors
    /// When the database fails, or what it is about is no longer there.
    pub fn find(state: &State, key: &str) -> Result<Option<Self>, PageError> {
        let Some(campaign) = state.store.find_campaign(key)? else { return Ok(None) };
        let drive = Self::of(&state.library(), campaign);
        drive.map(Some).ok_or_else(|| PageError::broken("what a campaign is about is not there"))
    }

    /// A campaign with what it is about, where that is there.
    pub fn of(library: &Library, campaign: Campaign) -> Option<Self> {
        let asked = Asked::find(library, &campaign.about)?;
        let geography = library.find_geography(asked.geography()).map(Arc::clone)?;
        Some(Self { campaign, asked, geography })
    }

    /// The groups that people are parted into; none where this campaign's subject does not tell.
    pub fn groups(&self, ways: Ways) -> Vec<GroupOf> {
        groups(&self.asked, &self.geography, ways)
    }

    /// How many of those counted live here, where that is known.
    pub fn people(&self) -> Option<u64> {
        people(&self.asked, &self.geography)
    }

    /// Whether any of what is counted was invented.
    ///
    /// # Errors
    /// When the database fails.
    pub fn is_illustrative(&self, store: &Store) -> Result<bool, StoreError> {
        match &self.asked {
            Asked::Consultation(one) => Ok(one.sample.is_some() || store.has_illustrative(&one.key)?),
            Asked::Ballot(one) => Ok(one.illustrative),
        }
    }

    /// What it asks people to do.
    pub fn deed(&self) -> Deed {
        match self.asked {
            Asked::Consultation(_) => Deed::Answer,
            Asked::Ballot(_) => Deed::Vote,
        }
    }

    /// The last day on which the campaign can bring anybody to take part: no later than the close of what it is about.
    pub fn last_day(&self) -> Date {
        self.campaign.ends.min(self.asked.closes())
    }

    /// Whether its last day is over, or nobody can take part any more: from then on the public reads what came of it.
    pub fn is_over(&self) -> bool {
        today() > self.last_day() || self.asked.has_closed()
    }

    /// When that is or was: its end, in London.
    pub fn ends_at(&self) -> Timestamp {
        let midnight = self.last_day().saturating_add(1.days()).to_datetime(Time::midnight());
        let end = match &self.asked {
            Asked::Consultation(_) => midnight,
            Asked::Ballot(one) => one.closes.min(midnight),
        };
        let london = TimeZone::get("Europe/London").unwrap_or(TimeZone::UTC);
        london.to_timestamp(end).unwrap_or_default()
    }

    /// `27 days left.`, or that it has not begun or is over.
    pub fn days(&self) -> String {
        let today = today();
        let campaign = Campaign { ends: self.last_day(), ..self.campaign.clone() };
        match campaign.days_left(today) {
            _ if self.is_over() => "The campaign is over.".to_owned(),
            _ if today < campaign.starts => format!("Begins on {}.", campaign.starts.strftime("%-d %B")),
            0 => "This is the last day.".to_owned(),
            1 => "One day left.".to_owned(),
            days => format!("{days} days left."),
        }
    }

    /// The words that an officer approved last for the campaign's page.
    pub fn approved(posts: &[Post], kind: PostKind) -> Option<&Post> {
        posts.iter().find(|post| post.kind == kind && post.state == PostState::Approved)
    }
}

/// How many of those counted live in the whole geography, where that is known.
pub fn people(asked: &Asked, geography: &Geography) -> Option<u64> {
    groups(asked, geography, Ways::District).iter().map(|group| group.people).sum()
}

fn groups(asked: &Asked, geography: &Geography, ways: Ways) -> Vec<GroupOf> {
    match ways {
        Ways::District => geography
            .districts
            .iter()
            .map(|area| {
                let aged = |low: u32, high: u32| u64::from(area.population_aged(low as usize..=high as usize));
                let people = match (asked, asked.ages()) {
                    (Asked::Ballot(ballot), _) => entitled_in(area, ballot),
                    (_, Some((low, high))) => Some(aged(low, high.min(OLDEST_KNOWN))),
                    (_, None) => Some(u64::from(area.all_ages)),
                };
                GroupOf { key: area.key.clone(), name: area.name.clone(), people, ages: None }
            })
            .collect(),
        Ways::Age => ages(asked, geography),
        Ways::Perspective => perspectives(asked),
    }
}

fn ages(asked: &Asked, geography: &Geography) -> Vec<GroupOf> {
    let consultation = match asked {
        Asked::Consultation(consultation) => consultation,
        Asked::Ballot(ballot) => return years(ballot, geography),
    };
    let Some(question) = consultation.age_question() else { return Vec::new() };
    let words = consultation.officer_words(&question.key);
    let bands = question.options().map(|options| options.keys().to_vec()).unwrap_or_default();
    let group = |key: String| {
        let ages = key.split_once('-').and_then(|(low, high)| Some((low.parse().ok()?, high.parse().ok()?)));
        let known = ages.filter(|(_, high)| *high <= OLDEST_KNOWN);
        let people = known.map(|(low, high): (u32, u32)| {
            geography.districts.iter().map(|area| u64::from(area.population_aged(low as usize..=high as usize))).sum()
        });
        let name = words.and_then(|words| words.options.get(&key)).map_or(key.clone(), |words| words.label.clone());
        GroupOf { key, name, people, ages }
    };
    bands.into_iter().map(group).collect()
}

/// Those who may vote, year by year.
fn years(ballot: &Ballot, geography: &Geography) -> Vec<GroupOf> {
    let (youngest, oldest) = ballot.ages;
    let group = |year: u32| {
        let people =
            geography.districts.iter().map(|area| u64::from(area.population_aged(year as usize..=year as usize)));
        GroupOf {
            key: year.to_string(),
            name: year.to_string(),
            people: (oldest <= OLDEST_KNOWN).then(|| people.sum()),
            ages: Some((year, year)),
        }
    };
    // Whoever is older than the young is no group that anybody goes to by the year.
    (youngest..=oldest.min(OLDEST_YOUNG)).map(group).collect()
}

fn perspectives(asked: &Asked) -> Vec<GroupOf> {
    let Asked::Consultation(consultation) = asked else { return Vec::new() };
    let group = |one: &crate::survey::Perspective| {
        let name = consultation.perspective_words(&one.key).map_or(one.key.clone(), |words| words.plural.clone());
        GroupOf { key: one.key.clone(), name, people: None, ages: None }
    };
    consultation.perspectives.iter().map(group).collect()
}

/// The desk of a page about a campaign, or about none.
///
/// # Errors
/// When the database fails.
pub fn desk(state: &State, signed_in: &SignedIn, drive: Option<&Drive>) -> Result<TeamDesk, StoreError> {
    Ok(TeamDesk {
        user: signed_in.user.clone(),
        csrf: signed_in.csrf.clone(),
        organisation: state.config.organisation.clone(),
        campaign: drive.map(|drive| (drive.campaign.key.clone(), drive.campaign.name.clone())),
        illustrative: drive.map_or(Ok(false), |drive| drive.is_illustrative(&state.store))?,
        officer: may(signed_in.role, Right::ReadAnswers),
    })
}
