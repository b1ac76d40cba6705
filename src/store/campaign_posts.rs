//! What campaigns write for the public, and what officers decided of it. Leaves out who may decide (`web/account`).

use diesel::prelude::*;

use super::connections::Conn;
use super::tables::campaign_posts;
use super::{Store, StoreError, random_id};
use crate::campaign::{Post, PostKind, PostState};

#[derive(Insertable, Queryable)]
#[diesel(table_name = campaign_posts, treat_none_as_default_value = false)]
struct PostRow {
    id: i64,
    campaign: String,
    kind: String,
    title: String,
    words: String,
    written_by: String,
    written_on: String,
    state: String,
    remark: String,
    decided_by: Option<String>,
    decided_at: Option<i64>,
}

impl PostRow {
    fn read(self) -> Result<Post, StoreError> {
        let damaged = || StoreError::Damaged("post of a campaign");
        Ok(Post {
            id: self.id,
            campaign: self.campaign,
            kind: PostKind::parse(&self.kind).ok_or_else(damaged)?,
            title: self.title,
            words: self.words,
            written_by: self.written_by,
            written_on: self.written_on.parse().map_err(|_| damaged())?,
            state: PostState::parse(&self.state).ok_or_else(damaged)?,
            remark: self.remark,
            decided: self.decided_by.zip(self.decided_at),
        })
    }
}

impl Store {
    /// Keeps a new post, which waits, and gives its identifier.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_post(&self, post: &Post) -> Result<i64, StoreError> {
        let id = random_id()?;
        let row = PostRow {
            id,
            campaign: post.campaign.clone(),
            kind: post.kind.as_str().to_owned(),
            title: post.title.clone(),
            words: post.words.clone(),
            written_by: post.written_by.clone(),
            written_on: post.written_on.to_string(),
            state: PostState::Waiting.as_str().to_owned(),
            remark: String::new(),
            decided_by: None,
            decided_at: None,
        };
        self.write(move |conn| {
            on!(conn, c => diesel::insert_into(campaign_posts::table).values(&row).execute(c))?;
            Ok(id)
        })
    }

    /// The post with this identifier.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_post(&self, id: i64) -> Result<Option<Post>, StoreError> {
        let row: Option<PostRow> =
            self.read(|conn| Ok(on!(conn, c => campaign_posts::table.find(id).first(c).optional())?))?;
        row.map(PostRow::read).transpose()
    }

    /// A campaign's posts, the latest first: those decided last, then those written last.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_posts(&self, campaign: &str) -> Result<Vec<Post>, StoreError> {
        let theirs = campaign_posts::table.filter(campaign_posts::campaign.eq(campaign));
        let rows: Vec<PostRow> = self.read(|conn| Ok(on!(conn, c => theirs.load(c))?))?;
        let mut posts = rows.into_iter().map(PostRow::read).collect::<Result<Vec<_>, _>>()?;
        posts.sort_by_key(|post| {
            let decided = post.decided.as_ref().map_or(i64::MAX, |(_, at)| *at);
            (std::cmp::Reverse(decided), std::cmp::Reverse(post.written_on), post.id)
        });
        Ok(posts)
    }

    /// Every post of every campaign in one of these states, those written first first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_posts_in(&self, states: &[PostState]) -> Result<Vec<Post>, StoreError> {
        let states: Vec<&str> = states.iter().map(|state| state.as_str()).collect();
        let rows: Vec<PostRow> = self.read(|conn| {
            let order = (campaign_posts::written_on, campaign_posts::campaign, campaign_posts::id);
            let theirs = campaign_posts::table.filter(campaign_posts::state.eq_any(&states)).order(order);
            Ok(on!(conn, c => theirs.load(c))?)
        })?;
        rows.into_iter().map(PostRow::read).collect()
    }

    /// Takes a post from the state in which somebody read it to another; false where another officer has decided
    /// meanwhile, and then nothing has changed. `at` is in seconds since 1970 in UTC.
    ///
    /// # Errors
    /// When the database fails.
    pub fn decide_post(
        &self,
        id: i64,
        (from, to): (PostState, PostState),
        remark: &str,
        officer: &str,
        at: i64,
    ) -> Result<bool, StoreError> {
        let (remark, officer) = (remark.to_owned(), officer.to_owned());
        self.write(move |conn: &mut Conn| {
            let post = campaign_posts::table.filter(campaign_posts::state.eq(from.as_str())).find(id);
            let now = (
                campaign_posts::state.eq(to.as_str()),
                campaign_posts::remark.eq(&remark),
                campaign_posts::decided_by.eq(&officer),
                campaign_posts::decided_at.eq(at),
            );
            Ok(from.may_become(to) && on!(conn, c => diesel::update(post).set(now).execute(c))? == 1)
        })
    }
}
