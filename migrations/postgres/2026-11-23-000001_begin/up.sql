-- Days are text as 2026-11-23, so that no time of day can be kept by accident.
-- Identifiers are random, so that the order of arrival is not in them.

CREATE TABLE drafts (
    token_hash   TEXT PRIMARY KEY NOT NULL,
    consultation TEXT NOT NULL,
    body         TEXT NOT NULL,
    saved_on     TEXT NOT NULL
);
CREATE INDEX drafts_saved_on ON drafts (saved_on);

CREATE TABLE responses (
    id           BIGINT PRIMARY KEY NOT NULL,
    consultation TEXT NOT NULL,
    digest       TEXT NOT NULL,
    perspective  TEXT NOT NULL,
    district     TEXT NOT NULL,
    language     TEXT NOT NULL,
    submitted_on TEXT NOT NULL,
    origin       TEXT NOT NULL,
    receipt_hash TEXT,
    import_id    TEXT
);
CREATE UNIQUE INDEX responses_receipt_hash ON responses (receipt_hash) WHERE receipt_hash IS NOT NULL;
CREATE UNIQUE INDEX responses_import_id ON responses (consultation, import_id) WHERE import_id IS NOT NULL;

-- kind is 'text' or 'choice'. language is the one the words were found to be in, once known.
-- screened says whether the answer has been looked through for personal data.
CREATE TABLE answers (
    id          BIGINT PRIMARY KEY NOT NULL,
    response_id BIGINT NOT NULL REFERENCES responses (id) ON DELETE CASCADE,
    question    TEXT NOT NULL,
    place       INTEGER NOT NULL,
    kind        TEXT NOT NULL,
    body        TEXT NOT NULL,
    language    TEXT,
    screened    BOOLEAN NOT NULL DEFAULT FALSE,
    UNIQUE (response_id, question)
);

-- begins and ends count characters of the answer's body.
CREATE TABLE redactions (
    answer_id BIGINT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    begins    INTEGER NOT NULL,
    ends      INTEGER NOT NULL,
    kind      TEXT NOT NULL,
    PRIMARY KEY (answer_id, begins)
);

-- xid is PostgreSQL's transaction; SQLite has one writer, so the sequence alone keeps the order there.
CREATE TABLE changes (
    seq         BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    xid         BIGINT NOT NULL DEFAULT (pg_current_xact_id()::text::bigint),
    response_id BIGINT NOT NULL,
    kind        TEXT NOT NULL
);
CREATE INDEX changes_position ON changes (xid, seq);

-- question is empty where the frame is for every question.
CREATE TABLE code_frames (
    id           BIGINT PRIMARY KEY NOT NULL,
    consultation TEXT NOT NULL,
    key          TEXT NOT NULL,
    question     TEXT NOT NULL,
    version      TEXT NOT NULL,
    origin       TEXT NOT NULL,
    engine       TEXT NOT NULL,
    seed         BIGINT NOT NULL,
    UNIQUE (consultation, key, question)
);

-- terms stand one to a line.
CREATE TABLE themes (
    id         BIGINT PRIMARY KEY NOT NULL,
    frame_id   BIGINT NOT NULL REFERENCES code_frames (id) ON DELETE CASCADE,
    place      INTEGER NOT NULL,
    key        TEXT NOT NULL,
    name       TEXT NOT NULL,
    definition TEXT NOT NULL,
    terms      TEXT NOT NULL,
    status     TEXT NOT NULL,
    UNIQUE (frame_id, key)
);

-- judge is 'rule', 'machine' or 'officer'. applied is false where an officer has taken a theme away.
CREATE TABLE codings (
    answer_id  BIGINT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    theme_id   BIGINT NOT NULL REFERENCES themes (id) ON DELETE CASCADE,
    judge      TEXT NOT NULL,
    score      REAL NOT NULL,
    is_primary BOOLEAN NOT NULL,
    applied    BOOLEAN NOT NULL,
    PRIMARY KEY (theme_id, answer_id)
);
CREATE INDEX codings_answer ON codings (answer_id);

CREATE TABLE users (
    name          TEXT PRIMARY KEY NOT NULL,
    password_hash TEXT NOT NULL,
    role          TEXT NOT NULL
);

-- Times are whole seconds since 1970 in UTC.
CREATE TABLE sessions (
    token_hash TEXT PRIMARY KEY NOT NULL,
    user_name  TEXT NOT NULL REFERENCES users (name) ON DELETE CASCADE,
    csrf       TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX sessions_user ON sessions (user_name);

-- The account as a hash, because people type passwords into the wrong box.
CREATE TABLE sign_in_failures (
    id           BIGINT PRIMARY KEY NOT NULL,
    account_hash TEXT NOT NULL,
    failed_at    BIGINT NOT NULL
);
CREATE INDEX sign_in_failures_account ON sign_in_failures (account_hash, failed_at);
