//! Brings the tables up to date. Each database has its own folder of steps, the same step for step.

use diesel::RunQueryDsl;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::StoreError;
use super::connections::Conn;

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");
/// Any number will do, as long as every version of Heard uses the same one.
const LOCK: &str = "4850178651";

/// Runs the steps that have not run yet, each in a transaction. Several servers may start on one PostgreSQL
/// database at once, so there the steps run under a lock.
pub(super) fn run(conn: &mut Conn) -> Result<(), StoreError> {
    let run = match conn {
        Conn::Sqlite(conn) => conn.run_pending_migrations(SQLITE).map(|_| ()),
        Conn::Postgres(conn) => {
            diesel::sql_query(format!("SELECT pg_advisory_lock({LOCK})")).execute(conn)?;
            let run = conn.run_pending_migrations(POSTGRES).map(|_| ());
            diesel::sql_query(format!("SELECT pg_advisory_unlock({LOCK})")).execute(conn)?;
            run
        }
    };
    run.map_err(|error| StoreError::Migration(error.to_string()))
}
