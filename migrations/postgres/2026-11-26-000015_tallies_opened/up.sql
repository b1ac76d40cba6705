-- An agreed tally that an officer opened again, with why. agreed is the tally's JSON, typings a JSON list of what the two
-- people had typed; opened_at is whole seconds since 1970 in UTC.
CREATE TABLE tally_openings (
    id        BIGINT PRIMARY KEY NOT NULL,
    place     BIGINT NOT NULL REFERENCES polling_places (id),
    reason    TEXT NOT NULL,
    opened_by TEXT NOT NULL,
    opened_at BIGINT NOT NULL,
    agreed    TEXT NOT NULL,
    typings   TEXT NOT NULL
);
-- The day that a tally's papers were counted on for turnout, so that they can be taken back; empty where it is not known.
ALTER TABLE tallies ADD COLUMN counted_on TEXT NOT NULL DEFAULT '';
-- A mark of the browser that a sheet was typed in, for this place alone; empty where it is not known. tried_other says
-- that whoever typed it came for the other sheet as well, and was refused.
ALTER TABLE tally_typings ADD COLUMN browser TEXT NOT NULL DEFAULT '';
ALTER TABLE tally_typings ADD COLUMN tried_other BOOLEAN NOT NULL DEFAULT FALSE;
