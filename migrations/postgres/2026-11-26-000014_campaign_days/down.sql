ALTER TABLE campaign_places DROP COLUMN sent;
CREATE TABLE turnout_of_all (
    ballot TEXT NOT NULL,
    kind   TEXT NOT NULL,
    key    TEXT NOT NULL,
    papers BIGINT NOT NULL,
    PRIMARY KEY (ballot, kind, key)
);
INSERT INTO turnout_of_all SELECT ballot, kind, key, sum(papers) FROM turnout GROUP BY ballot, kind, key;
DROP TABLE turnout;
ALTER TABLE turnout_of_all RENAME TO turnout;
