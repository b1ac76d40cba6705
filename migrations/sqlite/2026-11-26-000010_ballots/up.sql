-- A ballot as it was when it first took a paper: what it rests on cannot change after. files is JSON.
CREATE TABLE opened_ballots (
    ballot TEXT PRIMARY KEY NOT NULL,
    digest TEXT NOT NULL,
    files  TEXT NOT NULL
);
-- Papers, as marks with how many people marked so. No row is one person's: no voucher, time, order or place.
CREATE TABLE papers (
    ballot TEXT NOT NULL,
    marks  TEXT NOT NULL,
    drawer INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (ballot, marks)
) WITHOUT ROWID;
-- How many took part, by kind (place, district, age) and key. Counted apart from what they marked.
CREATE TABLE turnout (
    ballot TEXT NOT NULL,
    kind   TEXT NOT NULL,
    key    TEXT NOT NULL,
    papers INTEGER NOT NULL,
    PRIMARY KEY (ballot, kind, key)
) WITHOUT ROWID;
-- A school or another place that votes together. The hashes are of the links by which two people type its tally.
CREATE TABLE polling_places (
    id            BIGINT PRIMARY KEY NOT NULL,
    ballot        TEXT NOT NULL,
    name          TEXT NOT NULL,
    district      TEXT NOT NULL,
    entitled      INTEGER,
    target        INTEGER,
    first_hash    TEXT NOT NULL,
    second_hash   TEXT NOT NULL,
    UNIQUE (ballot, name)
);
-- Vouchers made together for one place. used has one character a voucher: 1 where it was used.
CREATE TABLE voucher_batches (
    id        BIGINT PRIMARY KEY NOT NULL,
    ballot    TEXT NOT NULL,
    place     BIGINT NOT NULL REFERENCES polling_places (id),
    made_on   TEXT NOT NULL,
    stopped   BOOLEAN NOT NULL,
    used      TEXT NOT NULL
);
CREATE INDEX voucher_batches_ballot ON voucher_batches (ballot);
-- A voucher, which is never changed: whether it was used is with its batch.
CREATE TABLE vouchers (
    hash  TEXT PRIMARY KEY NOT NULL,
    batch BIGINT NOT NULL REFERENCES voucher_batches (id),
    place INTEGER NOT NULL
) WITHOUT ROWID;
-- Browsers that have voted where no voucher is needed; erased when the ballot has closed.
CREATE TABLE browser_marks (
    ballot TEXT NOT NULL,
    mark   TEXT NOT NULL,
    PRIMARY KEY (ballot, mark)
) WITHOUT ROWID;
-- What one of two people typed from the sheet of a place. body is JSON.
CREATE TABLE tally_typings (
    place    BIGINT NOT NULL REFERENCES polling_places (id),
    turn     INTEGER NOT NULL,
    typist   TEXT NOT NULL,
    body     TEXT NOT NULL,
    PRIMARY KEY (place, turn)
);
-- The tally that both agree on. body is JSON.
CREATE TABLE tallies (
    place    BIGINT PRIMARY KEY NOT NULL REFERENCES polling_places (id),
    received INTEGER NOT NULL,
    body     TEXT NOT NULL
);
-- A result that an officer approved: the audit file as everybody can read it, for good.
CREATE TABLE ballot_results (
    ballot       TEXT PRIMARY KEY NOT NULL,
    audit        TEXT NOT NULL,
    turnout      TEXT NOT NULL,
    approved_by  TEXT NOT NULL,
    published_on TEXT NOT NULL
);
