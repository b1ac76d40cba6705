//! The versions of plans: the next one on its way through writing, review and sign-off, and those that are published.
//!
//! What is reviewed is frozen as it is sent for review, so that nobody signs one thing and publishes another. Every
//! step asks whether it may still be taken in the commit that takes it. Leaves out what a plan must have before it may
//! be published (`plan::progress`).

use diesel::prelude::*;
use diesel::upsert::excluded;
use jiff::civil::Date;

use super::connections::Conn;
use super::tables::{plan_comments, plan_drafts, plan_versions};
use super::{Store, StoreError};
use crate::plan::progress::Draft;
use crate::plan::published::Published;

/// How far the next version of a plan has got.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanStage {
    Writing,
    /// Others read what will be published.
    Review,
    /// Somebody who did not write it has signed it off.
    SignedOff,
}

impl PlanStage {
    fn as_str(self) -> &'static str {
        match self {
            Self::Writing => "writing",
            Self::Review => "review",
            Self::SignedOff => "signed-off",
        }
    }

    fn parse(text: &str) -> Option<Self> {
        [Self::Writing, Self::Review, Self::SignedOff].into_iter().find(|stage| stage.as_str() == text)
    }
}

/// The next version of a plan.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanDraft {
    pub draft: Draft,
    pub stage: PlanStage,
    /// The accounts that wrote it or sent it for review.
    pub writers: Vec<String>,
    /// What is reviewed; none while it is written.
    pub document: Option<Published>,
    /// The account that signed it off.
    pub signed_by: Option<String>,
    pub saved_on: Date,
}

/// What came of a step towards publishing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlanStep {
    Taken,
    /// It stands at another stage than the step begins from, or is no longer what was looked at: nothing is changed.
    Changed,
    /// Whoever wrote it may not sign it off: nothing is changed.
    OwnWork,
}

/// What an officer said of a version under review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanComment {
    pub officer: String,
    pub says: String,
    pub said_on: Date,
}

/// When a version was published, and by which account.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedVersion {
    pub version: i32,
    pub officer: String,
    pub published_on: Date,
}

#[derive(Insertable, Queryable)]
#[diesel(table_name = plan_drafts, treat_none_as_default_value = false)]
struct DraftRow {
    plan: String,
    body: String,
    stage: String,
    writers: String,
    document: Option<String>,
    signed_by: Option<String>,
    saved_on: String,
}

impl DraftRow {
    fn read(self) -> Result<PlanDraft, StoreError> {
        let document = self.document.map(|document| serde_json::from_str(&document)).transpose();
        Ok(PlanDraft {
            draft: serde_json::from_str(&self.body).map_err(|_| damaged())?,
            stage: PlanStage::parse(&self.stage).ok_or_else(damaged)?,
            writers: self.writers.lines().map(str::to_owned).collect(),
            document: document.map_err(|_| damaged())?,
            signed_by: self.signed_by,
            saved_on: self.saved_on.parse().map_err(|_| damaged())?,
        })
    }
}

fn damaged() -> StoreError {
    StoreError::Damaged("version of a plan")
}

/// A document as it was kept; none where there is none that can be read. Two readings of one text are the same, while a
/// number that is written and read again may differ in its last digit.
fn read(document: Option<&str>) -> Option<Published> {
    serde_json::from_str(document?).ok()
}

fn write<T: serde::Serialize>(value: &T) -> Result<String, StoreError> {
    serde_json::to_string(value).map_err(|_| damaged())
}

impl Store {
    /// The next version of a plan, once somebody has begun it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_plan_draft(&self, plan: &str) -> Result<Option<PlanDraft>, StoreError> {
        self.read(|conn| held(conn, plan))?.map(DraftRow::read).transpose()
    }

    /// Keeps what an officer writes of the next version. It goes back to being written: what was frozen for review,
    /// and any signature, are gone. The officer becomes one of its writers.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_plan_draft(&self, plan: &str, draft: &Draft, officer: &str, on: Date) -> Result<(), StoreError> {
        let (plan, body, officer) = (plan.to_owned(), write(draft)?, officer.to_owned());
        self.write(move |conn| {
            let writers = held(conn, &plan)?.map(|row| row.writers).unwrap_or_default();
            let row = DraftRow {
                plan,
                body,
                stage: PlanStage::Writing.as_str().to_owned(),
                writers: with(&writers, &officer),
                document: None,
                signed_by: None,
                saved_on: on.to_string(),
            };
            put(conn, &row)
        })
    }

    /// Sends the next version for review, frozen as `document`.
    ///
    /// # Errors
    /// When the database fails.
    pub fn send_plan_for_review(
        &self,
        plan: &str,
        document: &Published,
        officer: &str,
        on: Date,
    ) -> Result<PlanStep, StoreError> {
        let (plan, document, officer) = (plan.to_owned(), write(document)?, officer.to_owned());
        self.write(move |conn| {
            let Some(row) = held(conn, &plan)?.filter(|row| row.stage == PlanStage::Writing.as_str()) else {
                return Ok(PlanStep::Changed);
            };
            let writers = with(&row.writers, &officer);
            let stage = PlanStage::Review.as_str().to_owned();
            put(conn, &DraftRow { stage, writers, document: Some(document), saved_on: on.to_string(), ..row })?;
            Ok(PlanStep::Taken)
        })
    }

    /// Signs the next version off, if it is still `document` as it was read from here, and the officer is none of its writers. The signature,
    /// with the name and the day that the plan will show, is put into it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn sign_plan_off(
        &self,
        plan: &str,
        document: &Published,
        officer: &str,
        signed: (String, Date),
    ) -> Result<PlanStep, StoreError> {
        let (plan, looked_at, officer) = (plan.to_owned(), document.clone(), officer.to_owned());
        let mut signed_document = document.clone();
        signed_document.draft.signed_off = Some(signed.clone());
        let signed_document = write(&signed_document)?;
        self.write(move |conn| {
            let row = held(conn, &plan)?.filter(|row| row.stage == PlanStage::Review.as_str());
            let Some(row) = row.filter(|row| read(row.document.as_deref()).as_ref() == Some(&looked_at)) else {
                return Ok(PlanStep::Changed);
            };
            if row.writers.lines().any(|writer| writer.eq_ignore_ascii_case(&officer)) {
                return Ok(PlanStep::OwnWork);
            }
            let mut draft: Draft = serde_json::from_str(&row.body).map_err(|_| damaged())?;
            draft.signed_off = Some(signed);
            let stage = PlanStage::SignedOff.as_str().to_owned();
            let (body, document, signed_by) = (write(&draft)?, Some(signed_document), Some(officer));
            put(conn, &DraftRow { stage, body, document, signed_by, ..row })?;
            Ok(PlanStep::Taken)
        })
    }

    /// Publishes what was signed off as the next version and ends its draft, in one commit. Gives the version's
    /// number; none where nothing is signed off.
    ///
    /// # Errors
    /// When the database fails; then nothing has changed.
    pub fn publish_plan(&self, plan: &str, officer: &str, on: Date) -> Result<Option<i32>, StoreError> {
        let (plan, officer) = (plan.to_owned(), officer.to_owned());
        self.write(move |conn| {
            let row = held(conn, &plan)?.filter(|row| row.stage == PlanStage::SignedOff.as_str());
            let Some(document) = row.and_then(|row| row.document) else { return Ok(None) };
            let version = last_version(conn, &plan)? + 1;
            let mut document: Published = serde_json::from_str(&document).map_err(|_| damaged())?;
            document.version = version.unsigned_abs();
            document.published_on = Some(on);
            let row = (
                plan_versions::plan.eq(&plan),
                plan_versions::version.eq(version),
                plan_versions::document.eq(write(&document)?),
                plan_versions::officer.eq(officer),
                plan_versions::published_on.eq(on.to_string()),
            );
            on!(&mut *conn, c => diesel::insert_into(plan_versions::table).values(row).execute(c))?;
            on!(conn, c => diesel::delete(plan_drafts::table.find(&plan)).execute(c))?;
            Ok(Some(version))
        })
    }

    /// Keeps what an officer says of the next version of a plan.
    ///
    /// # Errors
    /// When the database fails.
    pub fn save_plan_comment(&self, plan: &str, comment: &PlanComment) -> Result<(), StoreError> {
        let (plan, comment) = (plan.to_owned(), comment.clone());
        self.write(move |conn| {
            let version = last_version(conn, &plan)? + 1;
            let theirs =
                plan_comments::table.filter(plan_comments::plan.eq(&plan)).filter(plan_comments::version.eq(version));
            let last = theirs.select(plan_comments::place).order(plan_comments::place.desc());
            let last: Option<i32> = on!(&mut *conn, c => last.first(c).optional())?;
            let row = (
                plan_comments::plan.eq(&plan),
                plan_comments::version.eq(version),
                plan_comments::place.eq(last.unwrap_or(0) + 1),
                plan_comments::officer.eq(comment.officer),
                plan_comments::says.eq(comment.says),
                plan_comments::said_on.eq(comment.said_on.to_string()),
            );
            on!(conn, c => diesel::insert_into(plan_comments::table).values(row).execute(c))?;
            Ok(())
        })
    }

    /// What officers said of a version, in the order they said it.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_plan_comments(&self, plan: &str, version: i32) -> Result<Vec<PlanComment>, StoreError> {
        let rows: Vec<(String, String, String)> = self.read(|conn| {
            let theirs = plan_comments::table
                .filter(plan_comments::plan.eq(plan))
                .filter(plan_comments::version.eq(version))
                .order(plan_comments::place)
                .select((plan_comments::officer, plan_comments::says, plan_comments::said_on));
            Ok(on!(conn, c => theirs.load(c))?)
        })?;
        let read = |(officer, says, said_on): (String, String, String)| {
            Ok(PlanComment { officer, says, said_on: said_on.parse().map_err(|_| damaged())? })
        };
        rows.into_iter().map(read).collect()
    }

    /// The published versions of a plan, the newest first.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_plan_versions(&self, plan: &str) -> Result<Vec<PublishedVersion>, StoreError> {
        let rows: Vec<(i32, String, String)> = self.read(|conn| {
            let theirs = plan_versions::table
                .filter(plan_versions::plan.eq(plan))
                .order(plan_versions::version.desc())
                .select((plan_versions::version, plan_versions::officer, plan_versions::published_on));
            Ok(on!(conn, c => theirs.load(c))?)
        })?;
        let read = |(version, officer, published_on): (i32, String, String)| {
            Ok(PublishedVersion { version, officer, published_on: published_on.parse().map_err(|_| damaged())? })
        };
        rows.into_iter().map(read).collect()
    }

    /// A published version of a plan; the newest where none is named.
    ///
    /// # Errors
    /// When the database fails.
    pub fn find_plan_version(&self, plan: &str, version: Option<i32>) -> Result<Option<Published>, StoreError> {
        let document: Option<String> = self.read(|conn| {
            let theirs = plan_versions::table.filter(plan_versions::plan.eq(plan)).select(plan_versions::document);
            Ok(match version {
                Some(version) => {
                    let one = theirs.filter(plan_versions::version.eq(version));
                    on!(conn, c => one.first(c).optional())?
                }
                None => {
                    let newest = theirs.order(plan_versions::version.desc());
                    on!(conn, c => newest.first(c).optional())?
                }
            })
        })?;
        document.map(|document| serde_json::from_str(&document).map_err(|_| damaged())).transpose()
    }

    /// The keys of the plans that have a published version, in order.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list_published_plans(&self) -> Result<Vec<String>, StoreError> {
        self.read(|conn| {
            let plans = plan_versions::table.select(plan_versions::plan).distinct().order(plan_versions::plan);
            Ok(on!(conn, c => plans.load(c))?)
        })
    }
}

/// The draft of a plan. Inside a transaction on PostgreSQL it is held until that ends.
fn held(conn: &mut Conn, plan: &str) -> Result<Option<DraftRow>, StoreError> {
    let row = plan_drafts::table.find(plan);
    Ok(match conn {
        Conn::Sqlite(c) => row.first(c).optional()?,
        Conn::Postgres(c) => row.for_update().first(c).optional()?,
    })
}

fn put(conn: &mut Conn, row: &DraftRow) -> Result<(), StoreError> {
    on!(conn, c => diesel::insert_into(plan_drafts::table)
        .values(row)
        .on_conflict(plan_drafts::plan)
        .do_update()
        .set((
            plan_drafts::body.eq(excluded(plan_drafts::body)),
            plan_drafts::stage.eq(excluded(plan_drafts::stage)),
            plan_drafts::writers.eq(excluded(plan_drafts::writers)),
            plan_drafts::document.eq(excluded(plan_drafts::document)),
            plan_drafts::signed_by.eq(excluded(plan_drafts::signed_by)),
            plan_drafts::saved_on.eq(excluded(plan_drafts::saved_on)),
        ))
        .execute(c))?;
    Ok(())
}

fn last_version(conn: &mut Conn, plan: &str) -> Result<i32, StoreError> {
    let theirs = plan_versions::table.filter(plan_versions::plan.eq(plan));
    let last = theirs.select(plan_versions::version).order(plan_versions::version.desc());
    let last: Option<i32> = on!(conn, c => last.first(c).optional())?;
    Ok(last.unwrap_or(0))
}

/// The writers with one more, each once.
fn with(writers: &str, officer: &str) -> String {
    let known = writers.lines().filter(|writer| *writer != officer);
    known.chain([officer]).collect::<Vec<_>>().join("\n")
}
