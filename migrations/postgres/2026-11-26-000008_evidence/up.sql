-- What officers link an outcome of a plan to. basis is one line that says what the evidence is taken from; it holds no
-- figure of answers. district is empty for the whole of the plan. One thing stands on one side of an outcome once.
-- Days are text as 2026-11-26.
CREATE TABLE evidence (
    id        BIGINT  PRIMARY KEY NOT NULL,
    plan      TEXT NOT NULL,
    outcome   TEXT NOT NULL,
    district  TEXT NOT NULL,
    basis     TEXT NOT NULL,
    stance    TEXT NOT NULL,
    note      TEXT NOT NULL,
    officer   TEXT NOT NULL,
    linked_on TEXT NOT NULL
);
CREATE UNIQUE INDEX evidence_once ON evidence (plan, outcome, district, basis, stance);

-- Where somebody looked for what speaks against an outcome and found nothing, as a sentence.
CREATE TABLE none_found (
    plan      TEXT NOT NULL,
    outcome   TEXT NOT NULL,
    looked    TEXT NOT NULL,
    officer   TEXT NOT NULL,
    noted_on  TEXT NOT NULL,
    PRIMARY KEY (plan, outcome)
);

-- Plans of one district that officers write here. body is the plan as its file would be. version counts the times it
-- was saved, so that nobody overwrites what they have not seen.
CREATE TABLE local_plans (
    plan      TEXT PRIMARY KEY NOT NULL,
    county    TEXT NOT NULL,
    district  TEXT NOT NULL,
    body      TEXT NOT NULL,
    version   BIGINT NOT NULL,
    officer   TEXT NOT NULL,
    saved_on  TEXT NOT NULL
);
CREATE UNIQUE INDEX local_plans_district ON local_plans (county, district);
