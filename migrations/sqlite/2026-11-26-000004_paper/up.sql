-- Papers on their way in: each is typed by two officers, in the places 1 and 2, and erased when it becomes a response.
-- body is a draft as JSON.
CREATE TABLE paper_entries (
    consultation TEXT NOT NULL,
    number       TEXT NOT NULL,
    place        INTEGER NOT NULL,
    officer      TEXT NOT NULL,
    body         TEXT NOT NULL,
    entered_on   TEXT NOT NULL,
    PRIMARY KEY (consultation, number, place),
    UNIQUE (consultation, number, officer)
) WITHOUT ROWID;

-- Papers that have become a response, so that none does twice. Nothing says which response.
CREATE TABLE papers (
    consultation TEXT NOT NULL,
    number       TEXT NOT NULL,
    PRIMARY KEY (consultation, number)
) WITHOUT ROWID;

-- How many fields two people typed, over all papers of a consultation, and in how many of them they differed. Not kept
-- by paper: how many fields were filled in would tell which response a paper became.
CREATE TABLE paper_totals (
    consultation TEXT PRIMARY KEY NOT NULL,
    fields       BIGINT NOT NULL,
    differed     BIGINT NOT NULL
) WITHOUT ROWID;
