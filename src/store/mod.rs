//! All SQL: drafts, responses, ways in, the change log, codings, judgements, counts, letters and accounts, on SQLite or
//! PostgreSQL.
//! All SQL: drafts, responses, ways in, the change log, codings, judgements, counts, approved quotes, publications and
//! accounts, on SQLite or PostgreSQL.
//! All SQL: drafts, responses, ways in, votes, the change log, codings, judgements, counts and accounts, on SQLite or
//! PostgreSQL.
//!
//! The only module that knows diesel. What is written by many people at once (drafts and responses) goes
//! through one thread that commits whatever waits together; see `commits`. Nothing is acknowledged before
//! its commit. Leaves out published figures: counts here are raw, and only `breakdown` may show them.
//!
//! Methods block, except those marked async; call them where blocking is allowed.

#[macro_use]
mod connections;
mod answers;
mod campaign_places;
mod campaign_posts;
mod campaign_tasks;
mod campaign_turnout;
mod campaigns;
mod approved_quotes;
mod ballots;
mod changes;
mod code_frames;
mod coded_responses;
mod codings;
mod commits;
mod corrections;
mod counts;
mod drafts;
mod errors;
mod evidence;
mod exports;
mod hear_requests;
mod invitations;
mod judgements;
mod learnt;
mod local_plans;
mod migrations;
mod outbox;
mod proposals;
mod publications;
mod plan_versions;
mod progress;
mod papers;
mod polling_places;
mod questionnaires;
mod replies;
mod redactions;
mod responses;
mod sessions;
mod submissions;
mod tables;
mod tallies;
mod tally_openings;
mod users;
mod vouchers;
mod ways_in;

use std::path::PathBuf;
use std::sync::Arc;

pub use answers::{RedactedAnswer, StoredAnswer};
pub use approved_quotes::ApprovedWords;
pub use ballots::{BallotResult, OpenedBallot};
pub use campaign_turnout::PeopleByGroup;
pub use campaigns::{CountedPlace, KindCount};
pub use changes::{Change, ChangeKind, Position};
pub use code_frames::{FrameOrigin, NewCodeFrame, NewTheme, StoredCodeFrame, StoredTheme, ThemeStatus};
pub use coded_responses::CodedResponse;
pub use codings::{Judge, MachineJudge, NewCoding, QuoteFilter, StoredCoding};
pub use corrections::Corrected;
pub use counts::{AGE_QUESTION, PeopleCount, ResponseCount, ThemeCount};
pub use drafts::KEPT_DAYS;
pub use errors::StoreError;
pub use evidence::{StoredEvidence, StoredNoneFound};
pub use exports::{ExportAnswer, ExportResponse};
pub use hear_requests::{Asked, CONFIRM_DAYS, HEAR_DAYS, HearRequest};
pub use invitations::NewInvitation;
pub use judgements::{Judgement, JudgementCount, NewJudgement};
pub use learnt::Learnt;
pub use local_plans::{LocalPlanKept, StoredLocalPlan};
pub use outbox::{DueLetter, KeptLetter, LetterCount, NewLetter};
pub use papers::{RightToVote, TurnoutCount, TurnoutKind, Vote, VoteCast};
pub use plan_versions::{PlanComment, PlanDraft, PlanStage, PlanStep, PublishedVersion};
pub use polling_places::PollingPlace;
pub use progress::{ActionChange, Measured, MeasurementsKept, NewMeasurement, StoredMeasurement};
pub use publications::{KeptPublication, NewPublication, Publication, PublishedQuote};
pub use questionnaires::{
    QuestionnaireEntry, QuestionnaireKept, QuestionnaireStored, QuestionnaireTotals, SettledQuestionnaire,
};
pub use redactions::{Redaction, Shown};
pub use replies::{ClosedConsultation, PublishedReply, StoredEntry};
pub use responses::StoredResponse;
pub use sessions::Session;
pub use submissions::{Imported, Submission, Submitted};
pub use tallies::{StoredTally, TallyKept, TallyTyping};
pub use tally_openings::{OpenAgain, TallyOpened, TallyOpening, TallyState};
pub use users::{Role, User};
pub use vouchers::{MOST_IN_A_BATCH, VoucherBatch, VoucherState};
pub use ways_in::StoredWayIn;

use connections::{Conn, Pool};

/// Which database, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Location {
    /// The database file; made, with its folder, when missing.
    Sqlite(PathBuf),
    /// A `postgres://` address of a database that exists.
    Postgres(String),
}

/// The database. Cheap to clone; clones share connections and the writing thread.
#[derive(Clone)]
pub struct Store {
    shared: Arc<Shared>,
}

struct Shared {
    pool: Pool,
    commits: commits::Queue,
}

impl Store {
    /// Opens the database, brings its tables up to date, erases drafts that have lain too long, and starts
    /// the thread that commits.
    ///
    /// # Errors
    /// [`StoreError::Unreachable`] when it cannot be opened, [`StoreError::Migration`] when its tables cannot be
    /// brought up to date.
    pub fn open(location: &Location) -> Result<Self, StoreError> {
        let mut writer = Conn::open(location)?;
        migrations::run(&mut writer)?;
        writer.transaction(|conn| drafts::erase_old(conn, jiff::ZonedDateTime::now().date()))?;
        let pool = Pool::new(location.clone());
        let commits = commits::Queue::start(writer, location.clone())?;
        Ok(Self { shared: Arc::new(Shared { pool, commits }) })
    }

    /// Runs something that only reads. On a connection found to be lost it is run once more on a new one.
    fn read<T>(&self, mut work: impl FnMut(&mut Conn) -> Result<T, StoreError>) -> Result<T, StoreError> {
        match self.shared.pool.with(&mut work) {
            Err(error) if error.is_lost() => self.shared.pool.with(&mut work),
            result => result,
        }
    }

    /// Runs something rare that writes, in a transaction of its own. SQLite takes one writer at a time, so
    /// there it waits its turn behind the commits; PostgreSQL takes many, so there nobody waits for it.
    fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Conn) -> Result<T, StoreError> + Send + 'static,
    ) -> Result<T, StoreError> {
        if self.shared.pool.is_sqlite() {
            self.shared.commits.run_alone(work)
        } else {
            self.shared.pool.with(|conn| conn.transaction(work))
        }
    }
}

/// A random positive 63-bit identifier.
fn random_id() -> Result<i64, StoreError> {
    let mut bytes = [0u8; 8];
    getrandom::fill(&mut bytes)?;
    // Never 0, which stands for "from the beginning" where lists are read in parts.
    Ok((i64::from_le_bytes(bytes) & i64::MAX).max(1))
}
