//! Places that vote together, mostly schools: how many are entitled there, and the two links by which its votes on
//! paper are typed. Leaves out the votes themselves.

use diesel::prelude::*;

use super::tables::polling_places;
use super::{Store, StoreError, random_id};

/// A place that votes together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PollingPlace {
    pub id: i64,
    pub name: String,
    /// The key of its district; empty where it is in none.
    pub district: String,
    /// How many there are entitled to vote, where it is known.
    pub entitled: Option<u64>,
    /// How many the campaign hopes for.
    pub target: Option<u64>,
    /// The hashes of the links of the first and the second person who type its tally.
    pub tally_hashes: [String; 2],
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = polling_places, treat_none_as_default_value = false)]
struct PlaceRow {
    id: i64,
    ballot: String,
    name: String,
    district: String,
    entitled: Option<i64>,
    target: Option<i64>,
    first_hash: String,
    second_hash: String,
}

impl Store {
    /// Keeps a new place and gives its identifier, or nothing where the ballot has one of this name. The identifier
    /// that is given with it is passed over.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_polling_place(&self, ballot: &str, place: &PollingPlace) -> Result<Option<i64>, StoreError> {
        let id = random_id()?;
        let number = |number: Option<u64>| number.map(|number| i64::try_from(number).unwrap_or(i64::MAX));
        let [first_hash, second_hash] = place.tally_hashes.clone();
        let row = PlaceRow {
            id,
            ballot: ballot.to_owned(),
            name: place.name.clone(),
            district: place.district.clone(),
            entitled: number(place.entitled),
            target: number(place.target),
            first_hash,
            second_hash,
        };
        self.write(move |conn| {
            let insert = diesel::insert_into(polling_places::table).values(&row).on_conflict_do_nothing();
            Ok((on!(conn, c => insert.execute(c))? == 1).then_some(id))
        })
    }

    /// The places of a ballot by name.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_polling_places(&self, ballot: &str) -> Result<Vec<PollingPlace>, StoreError> {
        let rows: Vec<PlaceRow> = self.read(|conn| {
            let theirs = polling_places::table.filter(polling_places::ballot.eq(ballot));
            Ok(on!(conn, c => theirs.order(polling_places::name).load(c))?)
        })?;
        let place = |row: PlaceRow| PollingPlace {
            id: row.id,
            name: row.name,
            district: row.district,
            entitled: row.entitled.map(i64::unsigned_abs),
            target: row.target.map(i64::unsigned_abs),
            tally_hashes: [row.first_hash, row.second_hash],
        };
        Ok(rows.into_iter().map(place).collect())
    }

    /// Puts right how many may vote at a place; nothing where it is not known.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for a place that is not of this ballot; when the database fails.
    pub fn change_roll(&self, ballot: &str, place: i64, entitled: Option<u64>) -> Result<(), StoreError> {
        let ballot = ballot.to_owned();
        let entitled = entitled.map(|number| i64::try_from(number).unwrap_or(i64::MAX));
        self.write(move |conn| {
            let row = polling_places::table.find(place).filter(polling_places::ballot.eq(ballot));
            let change = diesel::update(row).set(polling_places::entitled.eq(entitled));
            match on!(conn, c => change.execute(c))? {
                0 => Err(StoreError::NotFound("such place")),
                _ => Ok(()),
            }
        })
    }

    /// Gives a place new links for its tally; the old ones work no longer.
    ///
    /// # Errors
    /// [`StoreError::NotFound`] for a place that is not of this ballot; when the database fails.
    pub fn change_tally_links(&self, ballot: &str, place: i64, hashes: [String; 2]) -> Result<(), StoreError> {
        let ballot = ballot.to_owned();
        self.write(move |conn| {
            let [first, second] = &hashes;
            let row = polling_places::table.find(place).filter(polling_places::ballot.eq(ballot));
            let change =
                diesel::update(row).set((polling_places::first_hash.eq(first), polling_places::second_hash.eq(second)));
            match on!(conn, c => change.execute(c))? {
                0 => Err(StoreError::NotFound("such place")),
                _ => Ok(()),
            }
        })
    }
}
