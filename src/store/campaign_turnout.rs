//! What a campaign shows of who took part, held back.
//!
//! Whoever looks on two days and subtracts learns who took part in between. So each number that a campaign shows is kept,
//! and stays what it is until it has changed by enough people. Leaves out counting, and what of it is fit to be shown
//! (`breakdown`).

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::tables::campaign_turnout;
use super::{Store, StoreError};

/// People by the kind of their group and its key.
pub type PeopleByGroup = BTreeMap<(String, String), u64>;

impl Store {
    /// The numbers that a campaign shows, now that so many are counted: each one the number kept, or where it has changed by
    /// `least` people or more, the one counted, which is kept from now on. A group that was never kept has shown nobody.
    ///
    /// # Errors
    /// When the database fails.
    pub fn hold_turnout(
        &self,
        campaign: &str,
        counted: &PeopleByGroup,
        least: u64,
    ) -> Result<PeopleByGroup, StoreError> {
        let theirs = campaign_turnout::table.filter(campaign_turnout::campaign.eq(campaign)).select((
            campaign_turnout::kind,
            campaign_turnout::group_key,
            campaign_turnout::people,
        ));
        let kept: Vec<(String, String, i64)> = self.read(|conn| Ok(on!(conn, c => theirs.load(c))?))?;
        let kept: BTreeMap<(String, String), u64> =
            kept.into_iter().map(|(kind, key, people)| ((kind, key), people.unsigned_abs())).collect();
        let mut shown = PeopleByGroup::new();
        let mut moved = Vec::new();
        // A group in which nobody is counted any more is one of those kept and not of those counted.
        for group in counted.keys().chain(kept.keys().filter(|group| !counted.contains_key(*group))) {
            let now = counted.get(group).copied().unwrap_or(0);
            let before = kept.get(group).copied().unwrap_or(0);
            let moves = now.abs_diff(before) >= least;
            shown.insert(group.clone(), if moves { now } else { before });
            if moves {
                moved.push((group.clone(), i64::try_from(now).unwrap_or(i64::MAX)));
            }
        }
        if !moved.is_empty() {
            self.keep_turnout(campaign, moved)?;
        }
        Ok(shown)
    }

    fn keep_turnout(&self, campaign: &str, moved: Vec<((String, String), i64)>) -> Result<(), StoreError> {
        let campaign = campaign.to_owned();
        self.write(move |conn| {
            for ((kind, key), people) in &moved {
                let group = (
                    campaign_turnout::campaign.eq(&campaign),
                    campaign_turnout::kind.eq(kind),
                    campaign_turnout::group_key.eq(key),
                );
                on!(&mut *conn, c => diesel::insert_into(campaign_turnout::table)
                    .values((group, campaign_turnout::people.eq(people)))
                    .on_conflict((
                        campaign_turnout::campaign,
                        campaign_turnout::kind,
                        campaign_turnout::group_key,
                    ))
                    .do_update()
                    .set(campaign_turnout::people.eq(people))
                    .execute(c))?;
            }
            Ok(())
        })
    }
}
