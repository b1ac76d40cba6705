-- Figures of a plan's indicators by period. Nothing is written over: place counts the changes of one figure from 1, and
-- the last one holds. value is missing where the figure was taken out. Days are text as 2026-11-26.
CREATE TABLE measurements (
    plan       TEXT NOT NULL,
    indicator  TEXT NOT NULL,
    period     TEXT NOT NULL,
    place      INTEGER NOT NULL,
    value      REAL,
    source     TEXT NOT NULL,
    officer    TEXT NOT NULL,
    changed_on TEXT NOT NULL,
    PRIMARY KEY (plan, indicator, period, place)
);

-- How far a plan's actions have got, kept in the same way. action is what an action is known by; due is empty where no
-- day is set.
CREATE TABLE action_changes (
    plan       TEXT NOT NULL,
    action     TEXT NOT NULL,
    place      INTEGER NOT NULL,
    owner      TEXT NOT NULL,
    due        TEXT NOT NULL,
    status     TEXT NOT NULL,
    officer    TEXT NOT NULL,
    changed_on TEXT NOT NULL,
    PRIMARY KEY (plan, action, place)
);

-- What came of a consultation, entry by entry, as officers write it. place is its place on the page.
CREATE TABLE reply_entries (
    consultation TEXT NOT NULL,
    entry        TEXT NOT NULL,
    place        INTEGER NOT NULL,
    body         TEXT NOT NULL,
    officer      TEXT NOT NULL,
    saved_on     TEXT NOT NULL,
    PRIMARY KEY (consultation, entry)
);

-- The same as it was published. What is published stays.
CREATE TABLE reply_versions (
    consultation TEXT NOT NULL,
    version      INTEGER NOT NULL,
    body         TEXT NOT NULL,
    officer      TEXT NOT NULL,
    published_on TEXT NOT NULL,
    PRIMARY KEY (consultation, version)
);

-- Consultations that are closed off: people were told what came of what they said.
CREATE TABLE closed_consultations (
    consultation TEXT PRIMARY KEY NOT NULL,
    officer      TEXT NOT NULL,
    closed_on    TEXT NOT NULL
);

-- The next version of a plan on its way to being published. writers are the accounts that wrote it, one a line;
-- document is what is reviewed and will be published, frozen as it was sent for review.
CREATE TABLE plan_drafts (
    plan      TEXT PRIMARY KEY NOT NULL,
    body      TEXT NOT NULL,
    stage     TEXT NOT NULL,
    writers   TEXT NOT NULL,
    document  TEXT,
    signed_by TEXT,
    saved_on  TEXT NOT NULL
);

-- What officers say of a version of a plan while it is reviewed.
CREATE TABLE plan_comments (
    plan     TEXT NOT NULL,
    version  INTEGER NOT NULL,
    place    INTEGER NOT NULL,
    officer  TEXT NOT NULL,
    says     TEXT NOT NULL,
    said_on  TEXT NOT NULL,
    PRIMARY KEY (plan, version, place)
);

-- Plans as they were published. What is published stays.
CREATE TABLE plan_versions (
    plan         TEXT NOT NULL,
    version      INTEGER NOT NULL,
    document     TEXT NOT NULL,
    officer      TEXT NOT NULL,
    published_on TEXT NOT NULL,
    PRIMARY KEY (plan, version)
);
