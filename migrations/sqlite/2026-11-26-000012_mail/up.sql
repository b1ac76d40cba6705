-- A letter that waits, or what became of it. id and message_id are random and in no order. recipient and letter (JSON)
-- are erased as soon as it is known what became of it. due_at is in seconds since 1970, and 0 for a letter that nobody
-- has tried yet; reply is the mail server's last number. Days are text as 2026-11-26.
CREATE TABLE outbox (
    id         INTEGER PRIMARY KEY NOT NULL,
    kind       TEXT NOT NULL,
    about      TEXT NOT NULL,
    state      TEXT NOT NULL,
    recipient  TEXT,
    letter     TEXT,
    message_id TEXT NOT NULL,
    tries      INTEGER NOT NULL,
    reply      INTEGER,
    due_at     INTEGER NOT NULL,
    queued_on  TEXT NOT NULL
);
CREATE INDEX outbox_due ON outbox (state, due_at);
CREATE INDEX outbox_about ON outbox (kind, about);
-- Somebody who asked to hear what came of a consultation. No column and no other table says who answered what, or
-- whether this person answered at all. code is what the links of their letters bear.
CREATE TABLE hear_requests (
    id           INTEGER PRIMARY KEY NOT NULL,
    consultation TEXT NOT NULL,
    address      TEXT NOT NULL,
    language     TEXT NOT NULL,
    code         TEXT NOT NULL UNIQUE,
    confirmed    BOOLEAN NOT NULL,
    asked_on     TEXT NOT NULL,
    UNIQUE (consultation, address)
);
-- A letter that invites to take part in a campaign, as its members wrote it and an officer approved it.
CREATE TABLE invitations (
    id          INTEGER PRIMARY KEY NOT NULL,
    campaign    TEXT NOT NULL,
    subject     TEXT NOT NULL,
    words       TEXT NOT NULL,
    state       TEXT NOT NULL,
    remark      TEXT NOT NULL,
    written_by  TEXT NOT NULL,
    approved_by TEXT,
    written_on  TEXT NOT NULL
);
CREATE INDEX invitations_campaign ON invitations (campaign);
-- Whom it invites: a school or a club. address is erased when its letter goes into the outbox, which letter_id names.
-- code is what the link of the letter bears that asks for no more; address_hash is what is then kept.
CREATE TABLE invited (
    id            INTEGER PRIMARY KEY NOT NULL,
    invitation_id INTEGER NOT NULL REFERENCES invitations (id) ON DELETE CASCADE,
    line          INTEGER NOT NULL,
    name          TEXT NOT NULL,
    place         TEXT NOT NULL,
    address       TEXT,
    address_hash  TEXT NOT NULL,
    code          TEXT NOT NULL UNIQUE,
    letter_id     INTEGER,
    UNIQUE (invitation_id, line)
);
-- Who asked to be invited no more: a hash of the address and the day.
CREATE TABLE uninvited (
    address_hash TEXT PRIMARY KEY NOT NULL,
    asked_on     TEXT NOT NULL
);
