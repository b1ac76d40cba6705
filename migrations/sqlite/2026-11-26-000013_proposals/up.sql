-- A ballot that a member proposes. fields are what was filled in, as JSON. state is 'waiting', 'opened' or 'returned';
-- remark is the officer's to who wrote it, decided_at whole seconds since 1970 in UTC, and ballot the key of what it
-- became. Days are text as 2026-11-26.
CREATE TABLE ballot_proposals (
    id         INTEGER PRIMARY KEY NOT NULL,
    title      TEXT NOT NULL,
    fields     TEXT NOT NULL,
    written_by TEXT NOT NULL,
    written_on TEXT NOT NULL,
    state      TEXT NOT NULL,
    remark     TEXT NOT NULL,
    decided_by TEXT,
    decided_at BIGINT,
    ballot     TEXT
);
