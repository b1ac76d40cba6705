//! Papers: each cast once and kept as one more of its kind, in the commit that uses its voucher up.
//!
//! **What is not there.** No row is one person's paper. A row is a way of marking, with how many people marked so; it
//! holds no voucher, browser, time, order, district or school, and the change log does not name it. Turnout is counted
//! by the day in rows of its own. SQLite keeps these tables in the order of their keys and not of arrival. PostgreSQL notes with
//! every row which transaction wrote it last, so there every cast writes all rows of its drawer again: the row that
//! grew cannot be told from its neighbours. See docs/decisions/0025.
//! Leaves out what a paper may say ([`crate::ballot`]) and who may read papers before the close: nobody, see
//! [`Store::find_papers`].

use diesel::prelude::*;
use jiff::civil::{Date, DateTime};
use sha2::{Digest, Sha256};

use super::connections::Conn;
use super::tables::{browser_marks, papers, turnout};
use super::{Store, StoreError, vouchers};
use crate::ballot::{Ballot, BrowserMark};
use crate::survey::Openness;

/// How many drawers the papers of a ballot lie in.
const DRAWERS: u8 = 16;
/// Up to so many ways of marking are all one drawer.
const ONE_DRAWER: i64 = 512;

/// What gives somebody the right to cast one paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RightToVote {
    /// The hash of a voucher.
    Voucher(String),
    /// A browser that has not voted yet.
    Browser(BrowserMark),
}

/// A paper on its way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vote {
    /// The ballot's key.
    pub ballot: String,
    /// The paper, see [`Ballot::write`].
    pub paper: String,
    pub right: RightToVote,
    /// Where the person lives, for turnout alone; a voucher's place says it otherwise.
    pub district: Option<String>,
    /// The person's age in years, for turnout alone.
    pub age: Option<u32>,
    /// The day on the clocks of Europe/London, for turnout alone.
    pub on: Date,
}

/// What came of casting a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum VoteCast {
    /// It is counted.
    Counted,
    /// The voucher was used before, or this browser has voted.
    Already,
    /// There is no such voucher.
    Unknown,
    /// The voucher is one of those that were lost and stopped.
    Stopped,
}

/// Papers of one kind of one key; raw, for `breakdown` to publish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TurnoutCount {
    pub kind: TurnoutKind,
    /// A place's identifier, a district's key or an age.
    pub key: String,
    pub papers: u64,
}

/// By what turnout is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TurnoutKind {
    /// Everybody, under one empty key.
    All,
    Place,
    District,
    Age,
}

impl TurnoutKind {
    const EACH: [Self; 4] = [Self::All, Self::Place, Self::District, Self::Age];

    /// As it is kept.
    pub(super) fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Place => "place",
            Self::District => "district",
            Self::Age => "age",
        }
    }
}

impl Store {
    /// Casts a paper, once for its voucher or browser; resolves after the commit, which it shares with whatever else
    /// was waiting.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when too much is waiting; otherwise when the database fails.
    pub async fn cast(&self, vote: Vote) -> Result<VoteCast, StoreError> {
        self.shared.commits.cast(vote)?.wait().await
    }

    /// [`Store::cast`] for callers that block.
    ///
    /// # Errors
    /// As there.
    pub fn cast_blocking(&self, vote: Vote) -> Result<VoteCast, StoreError> {
        self.shared.commits.cast(vote)?.wait_blocking()
    }

    /// Casts all of these in one transaction.
    ///
    /// # Errors
    /// When the database fails; then none was cast.
    pub fn cast_many(&self, votes: Vec<Vote>) -> Result<Vec<VoteCast>, StoreError> {
        self.write(move |conn| votes.iter().map(|vote| cast(conn, vote)).collect())
    }

    /// The lines of all papers of a ballot with how many there are of each, once it has closed; before that nothing,
    /// whoever asks. `now` is on the clocks of Europe/London.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_papers(&self, ballot: &Ballot, now: DateTime) -> Result<Option<Vec<(String, u64)>>, StoreError> {
        if ballot.openness(now) != Openness::Closed {
            return Ok(None);
        }
        let rows: Vec<(String, i64)> = self.read(|conn| {
            let theirs = papers::table.filter(papers::ballot.eq(&ballot.key)).select((papers::marks, papers::number));
            Ok(on!(conn, c => theirs.order(papers::marks).load(c))?)
        })?;
        Ok(Some(rows.into_iter().map(|(marks, number)| (marks, number.unsigned_abs())).collect()))
    }

    /// How many took part so far, which may be known at any time.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_turnout(&self, ballot: &str) -> Result<Vec<TurnoutCount>, StoreError> {
        let all = |conn: &mut Conn| {
            let theirs = turnout::table.filter(turnout::ballot.eq(ballot));
            let theirs = theirs.select((turnout::kind, turnout::key, turnout::papers));
            Ok(on!(conn, c => theirs.order((turnout::kind, turnout::key)).load(c))?)
        };
        added_up(self.read(all)?)
    }

    /// How many took part from a day on and before another.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_turnout_within(&self, ballot: &str, from: Date, before: Date) -> Result<Vec<TurnoutCount>, StoreError> {
        let within = |conn: &mut Conn| {
            let theirs = turnout::table.filter(turnout::ballot.eq(ballot));
            let theirs = theirs.filter(turnout::day.ge(from.to_string())).filter(turnout::day.lt(before.to_string()));
            let theirs = theirs.select((turnout::kind, turnout::key, turnout::papers));
            Ok(on!(conn, c => theirs.order((turnout::kind, turnout::key)).load(c))?)
        };
        added_up(self.read(within)?)
    }

    /// Forgets which browsers have voted, once the ballot has closed.
    ///
    /// # Errors
    /// When the database fails.
    pub fn erase_browser_marks(&self, ballot: &str) -> Result<(), StoreError> {
        let ballot = ballot.to_owned();
        self.write(move |conn| {
            let theirs = browser_marks::table.filter(browser_marks::ballot.eq(&ballot));
            on!(conn, c => diesel::delete(theirs).execute(c))?;
            Ok(())
        })?;
        self.shared.commits.empty_log()
    }
}

/// Casts one paper within the transaction of its commit.
pub(super) fn cast(conn: &mut Conn, vote: &Vote) -> Result<VoteCast, StoreError> {
    hold(conn, &vote.ballot)?;
    let (place, district) = match &vote.right {
        RightToVote::Voucher(hash) => match vouchers::use_up(conn, &vote.ballot, hash)? {
            Ok((place, district)) => (Some(place.to_string()), Some(district)),
            Err(refused) => return Ok(refused),
        },
        RightToVote::Browser(mark) => {
            let row = (browser_marks::ballot.eq(&vote.ballot), browser_marks::mark.eq(mark.as_str()));
            let insert = diesel::insert_into(browser_marks::table).values(row).on_conflict_do_nothing();
            if on!(&mut *conn, c => insert.execute(c))? == 0 {
                return Ok(VoteCast::Already);
            }
            (None, None)
        }
    };
    add_papers(conn, &vote.ballot, &vote.paper, 1)?;
    let age = vote.age.map(|age| age.to_string());
    let counted = [
        (TurnoutKind::All, Some(String::new())),
        (TurnoutKind::Place, place),
        (TurnoutKind::District, district.filter(|key| !key.is_empty()).or_else(|| vote.district.clone())),
        (TurnoutKind::Age, age),
    ];
    for (kind, key) in counted {
        if let Some(key) = key {
            count(conn, &vote.ballot, (kind, &key), vote.on, 1)?;
        }
    }
    Ok(VoteCast::Counted)
}

/// Keeps others from writing to this ballot until the transaction ends: on PostgreSQL several servers may; SQLite has
/// one writer.
pub(super) fn hold(conn: &mut Conn, ballot: &str) -> Result<(), StoreError> {
    if let Conn::Postgres(conn) = conn {
        let lock = diesel::sql_query("SELECT pg_advisory_xact_lock(hashtext('heard ballot ' || $1))");
        lock.bind::<diesel::sql_types::Text, _>(ballot).execute(conn)?;
    }
    Ok(())
}

/// Adds so many papers that are marked so.
pub(super) fn add_papers(conn: &mut Conn, ballot: &str, marks: &str, number: i64) -> Result<(), StoreError> {
    let drawer = i32::from(Sha256::digest(marks)[0] % DRAWERS);
    let row =
        (papers::ballot.eq(ballot), papers::marks.eq(marks), papers::drawer.eq(drawer), papers::number.eq(number));
    on!(&mut *conn, c => diesel::insert_into(papers::table)
        .values(row)
        .on_conflict((papers::ballot, papers::marks))
        .do_update()
        .set(papers::number.eq(papers::number + number))
        .execute(c))?;
    look_alike(conn, ballot, drawer)
}

/// Takes back so many papers that are marked so: a tally that they were counted with is opened again.
pub(super) fn take_papers(conn: &mut Conn, ballot: &str, marks: &str, number: i64) -> Result<(), StoreError> {
    let theirs = papers::table.find((ballot, marks));
    let taken =
        diesel::update(theirs.filter(papers::number.ge(number))).set(papers::number.eq(papers::number - number));
    if on!(&mut *conn, c => taken.execute(c))? == 0 {
        return Err(StoreError::Damaged("papers of a tally"));
    }
    on!(&mut *conn, c => diesel::delete(theirs.filter(papers::number.eq(0))).execute(c))?;
    look_alike(conn, ballot, i32::from(Sha256::digest(marks)[0] % DRAWERS))
}

/// On PostgreSQL writes the rows of a drawer again, so that the one that changed looks like its neighbours.
fn look_alike(conn: &mut Conn, ballot: &str, drawer: i32) -> Result<(), StoreError> {
    let Conn::Postgres(conn) = conn else { return Ok(()) };
    let theirs = papers::table.filter(papers::ballot.eq(ballot));
    let ways: i64 = theirs.count().get_result(conn)?;
    let same = papers::number.eq(papers::number);
    if ways <= ONE_DRAWER {
        diesel::update(theirs).set(same).execute(conn)?;
    } else {
        diesel::update(theirs.filter(papers::drawer.eq(drawer))).set(same).execute(conn)?;
    }
    Ok(())
}

/// Takes so many of a kind and key back from turnout: from the day they were counted on, as far as it has them, and
/// otherwise from the latest days.
pub(super) fn take_back(
    conn: &mut Conn,
    ballot: &str,
    (kind, key): (TurnoutKind, &str),
    day: &str,
    number: i64,
) -> Result<(), StoreError> {
    let theirs = turnout::table
        .filter(turnout::ballot.eq(ballot).and(turnout::kind.eq(kind.as_str())).and(turnout::key.eq(key)))
        .order(turnout::day.desc())
        .select((turnout::day, turnout::papers));
    let mut days: Vec<(String, i64)> = on!(&mut *conn, c => theirs.load(c))?;
    days.sort_by_key(|(of, _)| of != day);
    let mut left = number;
    for (of, papers) in days {
        let taken = left.min(papers);
        if taken > 0 {
            let row = turnout::table.find((ballot, kind.as_str(), key, of));
            let change = diesel::update(row).set(turnout::papers.eq(turnout::papers - taken));
            on!(&mut *conn, c => change.execute(c))?;
            left -= taken;
        }
    }
    if left == 0 { Ok(()) } else { Err(StoreError::Damaged("turnout of a tally")) }
}

/// Turnout of every day added up, from rows of kind, key and papers in that order.
fn added_up(rows: Vec<(String, String, i64)>) -> Result<Vec<TurnoutCount>, StoreError> {
    let mut counts: Vec<TurnoutCount> = Vec::new();
    for (kind, key, papers) in rows {
        let kind = TurnoutKind::EACH.into_iter().find(|known| known.as_str() == kind);
        let kind = kind.ok_or(StoreError::Damaged("kind of turnout"))?;
        match counts.last_mut() {
            Some(last) if last.kind == kind && last.key == key => last.papers += papers.unsigned_abs(),
            _ => counts.push(TurnoutCount { kind, key, papers: papers.unsigned_abs() }),
        }
    }
    Ok(counts)
}

/// Counts so many more of a kind and key on a day.
pub(super) fn count(
    conn: &mut Conn,
    ballot: &str,
    (kind, key): (TurnoutKind, &str),
    on: Date,
    number: i64,
) -> Result<(), StoreError> {
    let row = (
        turnout::ballot.eq(ballot),
        turnout::kind.eq(kind.as_str()),
        turnout::key.eq(key),
        turnout::day.eq(on.to_string()),
        turnout::papers.eq(number),
    );
    on!(conn, c => diesel::insert_into(turnout::table)
        .values(row)
        .on_conflict((turnout::ballot, turnout::kind, turnout::key, turnout::day))
        .do_update()
        .set(turnout::papers.eq(turnout::papers + number))
        .execute(c))?;
    Ok(())
}
