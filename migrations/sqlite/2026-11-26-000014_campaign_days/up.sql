-- Turnout by day as well, so that a campaign counts the votes of its own days. Papers keep no day. What was counted before
-- counts on the day of this change.
CREATE TABLE turnout_of_days (
    ballot TEXT NOT NULL,
    kind   TEXT NOT NULL,
    key    TEXT NOT NULL,
    day    TEXT NOT NULL,
    papers INTEGER NOT NULL,
    PRIMARY KEY (ballot, kind, key, day)
) WITHOUT ROWID;
INSERT INTO turnout_of_days SELECT ballot, kind, key, date('now'), papers FROM turnout;
DROP TABLE turnout;
ALTER TABLE turnout_of_days RENAME TO turnout;

-- How many sent by a place's link on a day of its campaign.
ALTER TABLE campaign_places ADD COLUMN sent BIGINT NOT NULL DEFAULT 0;
UPDATE campaign_places SET sent = COALESCE((SELECT sent FROM ways_in WHERE ways_in.code = campaign_places.code), 0);
