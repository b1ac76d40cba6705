-- A link for a place or the code of a group. came and sent count people; nothing says who they are, and no other table
-- names a code, but for a draft, which is erased as it is sent. name is the place, or what an adult calls the group.
-- Days are text as 2026-11-26.
CREATE TABLE ways_in (
    code          TEXT PRIMARY KEY NOT NULL,
    consultation  TEXT NOT NULL,
    kind          TEXT NOT NULL,
    name          TEXT NOT NULL,
    perspective   TEXT,
    headcount     INTEGER,
    shared_device BOOLEAN NOT NULL,
    came          INTEGER NOT NULL,
    sent          INTEGER NOT NULL,
    opened_on     TEXT NOT NULL,
    closes_on     TEXT NOT NULL
);
CREATE INDEX ways_in_consultation ON ways_in (consultation, kind);
