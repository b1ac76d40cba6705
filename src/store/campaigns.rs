//! Campaigns, whom they hope to reach, the places they ask at, and what is counted for them. Tasks are in
//! [`super::campaign_tasks`], what is written for the public in [`super::campaign_posts`].
//!
//! A response keeps the key of the campaign whose link it came by and never the place. Counts are raw: only `breakdown`
//! may show them.

use std::collections::BTreeMap;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};
use jiff::civil::Date;

use super::connections::Conn;
use super::responses::ResponseRow;
use super::tables::{campaign_lives, campaign_places, campaign_targets, campaigns, responses};
use super::{AGE_QUESTION, Store, StoreError};
use crate::campaign::{About, Campaign, Colour, Place, ShortWord, Target, Ways};

#[derive(Insertable, Queryable, AsChangeset)]
#[diesel(table_name = campaigns)]
struct CampaignRow {
    key: String,
    about: String,
    subject: String,
    template: String,
    name: String,
    team: String,
    colour: String,
    languages: String,
    target: i32,
    starts_on: String,
    ends_on: String,
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = campaign_places, treat_none_as_default_value = false)]
struct PlaceRow {
    word: String,
    campaign: String,
    name: String,
    code: Option<String>,
    people: Option<i32>,
    target: Option<i32>,
    counted: i64,
    counted_on: String,
    sent: i64,
}

/// A place and how many had sent by its link on days of its campaign when today began.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedPlace {
    pub place: Place,
    pub sent: u64,
}

/// How many of one kind responded before a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KindCount {
    pub perspective: String,
    /// The stored form of [`crate::survey::District`].
    pub district: String,
    /// The option chosen at [`AGE_QUESTION`]; none where it was skipped or not asked.
    pub age_band: Option<String>,
    pub people: u64,
}

const KINDS: &str = "SELECT responses.perspective, responses.district, ages.body AS age_band, COUNT(*) AS people \
     FROM responses LEFT JOIN answers ages ON ages.response_id = responses.id AND ages.question = $1 \
     AND ages.kind = 'choice' WHERE responses.consultation = $2 AND responses.submitted_on >= $3 \
     AND responses.submitted_on < $4 GROUP BY responses.perspective, responses.district, ages.body";

#[derive(QueryableByName)]
struct KindRow {
    #[diesel(sql_type = Text)]
    perspective: String,
    #[diesel(sql_type = Text)]
    district: String,
    #[diesel(sql_type = Nullable<Text>)]
    age_band: Option<String>,
    #[diesel(sql_type = BigInt)]
    people: i64,
}

impl CampaignRow {
    fn new(campaign: &Campaign) -> Self {
        let (about, subject) = campaign.about.parts();
        Self {
            key: campaign.key.clone(),
            about: about.to_owned(),
            subject: subject.to_owned(),
            template: campaign.template.clone(),
            name: campaign.name.clone(),
            team: campaign.team.clone(),
            colour: campaign.colour.to_text(),
            languages: campaign.languages.join(" "),
            target: stored(campaign.target),
            starts_on: campaign.starts.to_string(),
            ends_on: campaign.ends.to_string(),
        }
    }

    fn read(self) -> Result<Campaign, StoreError> {
        let damaged = || StoreError::Damaged("campaign");
        Ok(Campaign {
            about: About::parse(&self.about, &self.subject).ok_or_else(damaged)?,
            key: self.key,
            template: self.template,
            name: self.name,
            team: self.team,
            colour: Colour::parse(&self.colour).ok_or_else(damaged)?,
            languages: self.languages.split_whitespace().map(str::to_owned).collect(),
            target: self.target.unsigned_abs(),
            starts: self.starts_on.parse().map_err(|_| damaged())?,
            ends: self.ends_on.parse().map_err(|_| damaged())?,
        })
    }
}

impl PlaceRow {
    fn read(self) -> Result<CountedPlace, StoreError> {
        let number = |number: Option<i32>| number.map(i32::unsigned_abs);
        let place = Place {
            word: ShortWord::parse(&self.word).ok_or(StoreError::Damaged("place of a campaign"))?,
            campaign: self.campaign,
            name: self.name,
            code: self.code,
            people: number(self.people),
            target: number(self.target),
        };
        Ok(CountedPlace { place, sent: self.counted.unsigned_abs() })
    }
}

fn stored(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}

impl Store {
    /// Keeps a new campaign; says no where its key is taken, and then keeps nothing.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_campaign(&self, campaign: &Campaign) -> Result<bool, StoreError> {
        let row = CampaignRow::new(campaign);
        self.write(move |conn| {
            let insert = diesel::insert_into(campaigns::table).values(&row).on_conflict_do_nothing();
            Ok(on!(conn, c => insert.execute(c))? == 1)
        })
    }

    /// Keeps what a campaign is now, with its targets in the place of those before.
    ///
    /// # Errors
    /// When the database fails.
    pub fn change_campaign(&self, campaign: &Campaign, targets: &[Target]) -> Result<(), StoreError> {
        let row = CampaignRow::new(campaign);
        let targets = targets.to_vec();
        self.write(move |conn| {
            let theirs = campaign_targets::table.filter(campaign_targets::campaign.eq(&row.key));
            on!(&mut *conn, c => diesel::delete(theirs).execute(c))?;
            on!(&mut *conn, c => diesel::update(campaigns::table.find(&row.key)).set(&row).execute(c))?;
            let row = |target: &Target| {
                (
                    campaign_targets::campaign.eq(row.key.clone()),
                    campaign_targets::ways.eq(target.ways.as_str()),
                    campaign_targets::group_key.eq(target.group.clone()),
                    campaign_targets::target.eq(stored(target.target)),
                )
            };
            let rows: Vec<_> = targets.iter().map(row).collect();
            on!(conn, c => diesel::insert_into(campaign_targets::table).values(rows).execute(c))?;
            Ok(())
        })
    }

    /// The campaign with this key.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_campaign(&self, key: &str) -> Result<Option<Campaign>, StoreError> {
        let row: Option<CampaignRow> =
            self.read(|conn| Ok(on!(conn, c => campaigns::table.find(key).first(c).optional())?))?;
        row.map(CampaignRow::read).transpose()
    }

    /// Every campaign, the one that ends last first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_campaigns(&self) -> Result<Vec<Campaign>, StoreError> {
        let all = campaigns::table.order((campaigns::ends_on.desc(), campaigns::key));
        let rows: Vec<CampaignRow> = self.read(|conn| Ok(on!(conn, c => all.load(c))?))?;
        rows.into_iter().map(CampaignRow::read).collect()
    }

    /// Whom a campaign hopes to reach.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_targets(&self, campaign: &str) -> Result<Vec<Target>, StoreError> {
        let rows: Vec<(String, String, i32)> = self.read(|conn| {
            let theirs = campaign_targets::table
                .filter(campaign_targets::campaign.eq(campaign))
                .order((campaign_targets::ways, campaign_targets::group_key))
                .select((campaign_targets::ways, campaign_targets::group_key, campaign_targets::target));
            Ok(on!(conn, c => theirs.load(c))?)
        })?;
        let target = |(ways, group, target): (String, String, i32)| {
            let ways = Ways::parse(&ways).ok_or(StoreError::Damaged("target of a campaign"))?;
            Ok(Target { ways, group, target: target.unsigned_abs() })
        };
        rows.into_iter().map(target).collect()
    }

    /// Keeps a new place of a campaign; says no where its word or its way in is taken, and then keeps nothing.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_place(&self, place: &Place, today: Date) -> Result<bool, StoreError> {
        let row = PlaceRow {
            word: place.word.as_str().to_owned(),
            campaign: place.campaign.clone(),
            name: place.name.clone(),
            code: place.code.clone(),
            people: place.people.map(stored),
            target: place.target.map(stored),
            counted: 0,
            counted_on: today.to_string(),
            sent: 0,
        };
        self.write(move |conn| {
            let insert = diesel::insert_into(campaign_places::table).values(&row).on_conflict_do_nothing();
            Ok(on!(conn, c => insert.execute(c))? == 1)
        })
    }

    /// The place whose short address ends in this word.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_place(&self, word: &ShortWord) -> Result<Option<Place>, StoreError> {
        let row: Option<PlaceRow> =
            self.read(|conn| Ok(on!(conn, c => campaign_places::table.find(word.as_str()).first(c).optional())?))?;
        Ok(row.map(PlaceRow::read).transpose()?.map(|counted| counted.place))
    }

    /// The places of a campaign by name, with how many had sent by each before today. Whoever asks first on a day
    /// counts, and everybody else sees that number until the next.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_places(&self, campaign: &str, today: Date) -> Result<Vec<CountedPlace>, StoreError> {
        let theirs = |campaign: String| {
            let theirs = campaign_places::table.filter(campaign_places::campaign.eq(campaign));
            theirs.order((campaign_places::name, campaign_places::word))
        };
        let rows: Vec<PlaceRow> = self.read(|conn| Ok(on!(conn, c => theirs(campaign.to_owned()).load(c))?))?;
        let day = today.to_string();
        if rows.iter().all(|row| row.counted_on == day) {
            return rows.into_iter().map(PlaceRow::read).collect();
        }
        let campaign = campaign.to_owned();
        let rows: Vec<PlaceRow> = self.write(move |conn| {
            let old = campaign_places::table
                .filter(campaign_places::campaign.eq(&campaign))
                .filter(campaign_places::counted_on.ne(&day));
            let now = (campaign_places::counted.eq(campaign_places::sent), campaign_places::counted_on.eq(&day));
            on!(&mut *conn, c => diesel::update(old).set(now).execute(c))?;
            Ok(on!(conn, c => theirs(campaign).load(c))?)
        })?;
        rows.into_iter().map(PlaceRow::read).collect()
    }

    /// Everybody who responded to a consultation from a day on and before another, by kind.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_kinds(&self, consultation: &str, from: Date, before: Date) -> Result<Vec<KindCount>, StoreError> {
        let rows: Vec<KindRow> = self.read(|conn| {
            let query = diesel::sql_query(KINDS)
                .bind::<Text, _>(AGE_QUESTION)
                .bind::<Text, _>(consultation)
                .bind::<Text, _>(from.to_string())
                .bind::<Text, _>(before.to_string());
            Ok(on!(conn, c => query.load(c))?)
        })?;
        let kind = |KindRow { perspective, district, age_band, people }: KindRow| KindCount {
            perspective,
            district,
            age_band,
            people: people.unsigned_abs(),
        };
        Ok(rows.into_iter().map(kind).collect())
    }

    /// How many responses came by a campaign's links from a day on and before another.
    ///
    /// # Errors
    /// When the database fails.
    pub fn count_campaign(&self, campaign: &str, from: Date, before: Date) -> Result<u64, StoreError> {
        let count: i64 = self.read(|conn| {
            let theirs = responses::table
                .filter(responses::campaign.eq(campaign))
                .filter(responses::submitted_on.ge(from.to_string()))
                .filter(responses::submitted_on.lt(before.to_string()))
                .count();
            Ok(on!(conn, c => theirs.get_result(c))?)
        })?;
        Ok(count.unsigned_abs())
    }

    /// The number that a room is shown of a campaign: the one kept, or where it was counted at or before `old`, what
    /// `count` gives now. Two who ask at once keep one of two numbers.
    ///
    /// # Errors
    /// When the database or counting fails.
    pub fn live_number<E: From<StoreError>>(
        &self,
        campaign: &str,
        now: i64,
        old: i64,
        count: impl FnOnce() -> Result<u64, E>,
    ) -> Result<u64, E> {
        let kept = campaign_lives::table.find(campaign).select((campaign_lives::shown, campaign_lives::counted_at));
        let kept: Option<(i64, i64)> = self.read(|conn| Ok(on!(conn, c => kept.first(c).optional())?))?;
        if let Some((shown, _)) = kept.filter(|(_, counted_at)| *counted_at > old && *counted_at <= now) {
            return Ok(shown.unsigned_abs());
        }
        let shown = count()?;
        let number = i64::try_from(shown).unwrap_or(i64::MAX);
        let key = campaign.to_owned();
        self.write(move |conn| {
            let values = (campaign_lives::shown.eq(number), campaign_lives::counted_at.eq(now));
            on!(conn, c => diesel::insert_into(campaign_lives::table)
                .values((campaign_lives::campaign.eq(&key), values))
                .on_conflict(campaign_lives::campaign)
                .do_update()
                .set(values)
                .execute(c))?;
            Ok(())
        })?;
        Ok(shown)
    }
}

/// Adds those who sent, by code and day, to the places of campaigns that the codes belong to, where the day is one of
/// the campaign's.
pub(super) fn count_sent(conn: &mut Conn, sent: &BTreeMap<(String, String), i64>) -> Result<(), StoreError> {
    for ((code, day), number) in sent {
        let running = campaigns::table
            .filter(campaigns::starts_on.le(day))
            .filter(campaigns::ends_on.ge(day))
            .select(campaigns::key);
        let place = campaign_places::table
            .filter(campaign_places::code.eq(code))
            .filter(campaign_places::campaign.eq_any(running));
        let more = campaign_places::sent.eq(campaign_places::sent + *number);
        on!(&mut *conn, c => diesel::update(place).set(more).execute(c))?;
    }
    Ok(())
}

/// Writes into these responses the campaign whose link each came by, where it was one's.
pub(super) fn name<'a>(
    conn: &mut Conn,
    rows: impl Iterator<Item = (&'a mut ResponseRow, Option<&'a str>)>,
) -> Result<(), StoreError> {
    let came: Vec<(&mut ResponseRow, &str)> = rows.filter_map(|(row, code)| Some((row, code?))).collect();
    if came.is_empty() {
        return Ok(());
    }
    let codes: Vec<&str> = came.iter().map(|(_, code)| *code).collect();
    let of_campaigns = campaign_places::table
        .filter(campaign_places::code.eq_any(codes))
        .select((campaign_places::code.assume_not_null(), campaign_places::campaign));
    let found: Vec<(String, String)> = on!(conn, c => of_campaigns.load(c))?;
    let found: BTreeMap<String, String> = found.into_iter().collect();
    for (row, code) in came {
        row.campaign = row.campaign.take().or_else(|| found.get(code).cloned());
    }
    Ok(())
}
