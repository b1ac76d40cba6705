-- Quotes that an officer has approved for publication. words is the answer as it was read then, personal data taken
-- out; where the answer shows other words later, or is erased, the quote no longer stands. Days are text as 2026-11-26.
CREATE TABLE approved_quotes (
    answer_id    BIGINT PRIMARY KEY NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    consultation TEXT NOT NULL,
    theme        TEXT NOT NULL,
    words        TEXT NOT NULL,
    approved_by  TEXT NOT NULL,
    approved_on  TEXT NOT NULL
);
CREATE INDEX approved_quotes_consultation ON approved_quotes (consultation);

-- Results as they were published, numbered from 1 in each consultation and never changed. identity is a UUID that
-- feeds name it by. published_at is a moment as 2026-11-26T10:00:00Z. corrects is the number of the publication that
-- this one corrects, and correction says what was wrong. quotes is how many there were. body is the results without
-- quotes, as JSON; people is how many people each group had, exactly, as JSON, and is never shown.
CREATE TABLE publications (
    consultation TEXT NOT NULL,
    number       INTEGER NOT NULL,
    identity     TEXT NOT NULL UNIQUE,
    title        TEXT NOT NULL,
    organisation TEXT NOT NULL,
    published_at TEXT NOT NULL,
    published_by TEXT NOT NULL,
    about        TEXT NOT NULL,
    undecided    TEXT NOT NULL,
    corrects     INTEGER,
    correction   TEXT,
    interim      BOOLEAN NOT NULL,
    illustrative BOOLEAN NOT NULL,
    quotes       INTEGER NOT NULL,
    body         TEXT NOT NULL,
    people       TEXT NOT NULL,
    PRIMARY KEY (consultation, number)
);

-- The quotes of a publication in their order. They go with the answer or the approval that they rest on: this is all
-- that ever changes in a publication.
CREATE TABLE publication_quotes (
    consultation TEXT NOT NULL,
    number       INTEGER NOT NULL,
    place        INTEGER NOT NULL,
    answer_id    BIGINT NOT NULL REFERENCES approved_quotes (answer_id) ON DELETE CASCADE,
    theme        TEXT NOT NULL,
    words        TEXT NOT NULL,
    speaker      TEXT,
    district     TEXT,
    language     TEXT NOT NULL,
    PRIMARY KEY (consultation, number, place),
    FOREIGN KEY (consultation, number) REFERENCES publications (consultation, number) ON DELETE CASCADE
);
CREATE INDEX publication_quotes_answer ON publication_quotes (answer_id);
