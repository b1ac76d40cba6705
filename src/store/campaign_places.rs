//! Changes of a place of a campaign, and its end. Leaves out making and counting places ([`super::campaigns`]).

use diesel::prelude::*;

use super::tables::{campaign_places, ways_in};
use super::{Store, StoreError};
use crate::campaign::ShortWord;

impl Store {
    /// Gives a place another name, which the way in that it leads to bears too, and says anew how many are there and how
    /// many are hoped for; says no where there is no such place.
    ///
    /// # Errors
    /// When the database fails.
    pub fn change_place(
        &self,
        word: &ShortWord,
        name: &str,
        people: Option<u32>,
        target: Option<u32>,
    ) -> Result<bool, StoreError> {
        let (word, name) = (word.as_str().to_owned(), name.to_owned());
        let stored = |number: Option<u32>| number.map(|number| i32::try_from(number).unwrap_or(i32::MAX));
        let (people, target) = (stored(people), stored(target));
        self.write(move |conn| {
            let code = campaign_places::table.find(&word).select(campaign_places::code);
            let code: Option<Option<String>> = on!(&mut *conn, c => code.first(c).optional())?;
            let Some(code) = code else { return Ok(false) };
            let values = (
                campaign_places::name.eq(&name),
                campaign_places::people.eq(people),
                campaign_places::target.eq(target),
            );
            let place = diesel::update(campaign_places::table.find(&word)).set(values);
            on!(&mut *conn, c => place.execute(c))?;
            if let Some(code) = code {
                let way = diesel::update(ways_in::table.find(code)).set(ways_in::name.eq(&name));
                on!(&mut *conn, c => way.execute(c))?;
            }
            Ok(true)
        })
    }

    /// Erases a place and the way in that it leads to; says no where there is no such place or somebody came by it, and
    /// then erases nothing.
    ///
    /// # Errors
    /// When the database fails.
    pub fn erase_place(&self, word: &ShortWord) -> Result<bool, StoreError> {
        let word = word.as_str().to_owned();
        self.write(move |conn| {
            let unused = campaign_places::table.find(&word).filter(campaign_places::sent.eq(0));
            let code = unused.select(campaign_places::code);
            let code: Option<Option<String>> = on!(&mut *conn, c => code.first(c).optional())?;
            let Some(code) = code else { return Ok(false) };
            if let Some(code) = code {
                let way = ways_in::table.find(code).filter(ways_in::came.eq(0)).filter(ways_in::sent.eq(0));
                if on!(&mut *conn, c => diesel::delete(way).execute(c))? == 0 {
                    return Ok(false);
                }
            }
            let place = campaign_places::table.find(&word);
            on!(&mut *conn, c => diesel::delete(place).execute(c))?;
            Ok(true)
        })
    }
}
