-- Which campaign's link a response came by: its key and never the place. Nothing for every other response.
ALTER TABLE responses ADD COLUMN campaign TEXT;
CREATE INDEX responses_campaign ON responses (campaign) WHERE campaign IS NOT NULL;

-- about is 'consultation' or 'ballot' and subject its key. colour is as #5a1d5c. languages are codes with spaces
-- between them. Days are text as 2026-11-26.
CREATE TABLE campaigns (
    key       TEXT PRIMARY KEY NOT NULL,
    about     TEXT NOT NULL,
    subject   TEXT NOT NULL,
    template  TEXT NOT NULL,
    name      TEXT NOT NULL,
    team      TEXT NOT NULL,
    colour    TEXT NOT NULL,
    languages TEXT NOT NULL,
    target    INTEGER NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on   TEXT NOT NULL
);

-- ways is 'district', 'age' or 'perspective', and group_key one of its groups.
CREATE TABLE campaign_targets (
    campaign  TEXT NOT NULL REFERENCES campaigns (key) ON DELETE CASCADE,
    ways      TEXT NOT NULL,
    group_key TEXT NOT NULL,
    target    INTEGER NOT NULL,
    PRIMARY KEY (campaign, ways, group_key)
);

-- A place with a link that is short enough to say. code is the way in that it leads to; a ballot has none. people is how
-- many are there. counted is how many had sent by it when counted_on began, so that nobody's answer is seen to arrive.
CREATE TABLE campaign_places (
    word       TEXT PRIMARY KEY NOT NULL,
    campaign   TEXT NOT NULL REFERENCES campaigns (key) ON DELETE CASCADE,
    name       TEXT NOT NULL,
    code       TEXT,
    people     INTEGER,
    target     INTEGER,
    counted    BIGINT NOT NULL,
    counted_on TEXT NOT NULL
);
CREATE UNIQUE INDEX campaign_places_code ON campaign_places (code) WHERE code IS NOT NULL;
CREATE INDEX campaign_places_campaign ON campaign_places (campaign);

-- kind is 'task' or 'event'. begins is a time of day as 16:30 and place where it is; both only of events.
CREATE TABLE campaign_tasks (
    id       INTEGER PRIMARY KEY NOT NULL,
    campaign TEXT NOT NULL REFERENCES campaigns (key) ON DELETE CASCADE,
    kind     TEXT NOT NULL,
    what     TEXT NOT NULL,
    who      TEXT NOT NULL,
    place    TEXT NOT NULL,
    on_day   TEXT NOT NULL,
    begins   TEXT,
    done     BOOLEAN NOT NULL
);
CREATE INDEX campaign_tasks_day ON campaign_tasks (campaign, on_day);

-- kind is 'page', 'news' or 'results'; state is 'waiting', 'approved', 'returned' or 'taken-down'. remark is the
-- officer's to who wrote it. decided_at is whole seconds since 1970 in UTC.
CREATE TABLE campaign_posts (
    id         INTEGER PRIMARY KEY NOT NULL,
    campaign   TEXT NOT NULL REFERENCES campaigns (key) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    title      TEXT NOT NULL,
    words      TEXT NOT NULL,
    written_by TEXT NOT NULL,
    written_on TEXT NOT NULL,
    state      TEXT NOT NULL,
    remark     TEXT NOT NULL,
    decided_by TEXT,
    decided_at BIGINT
);
CREATE INDEX campaign_posts_campaign ON campaign_posts (campaign, state);

-- The number that a room is shown, which moves only in steps and only now and then.
CREATE TABLE campaign_lives (
    campaign   TEXT PRIMARY KEY NOT NULL REFERENCES campaigns (key) ON DELETE CASCADE,
    shown      BIGINT NOT NULL,
    counted_at BIGINT NOT NULL
);
