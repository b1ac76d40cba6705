ALTER TABLE tally_typings DROP COLUMN tried_other;
ALTER TABLE tally_typings DROP COLUMN browser;
ALTER TABLE tallies DROP COLUMN counted_on;
DROP TABLE tally_openings;
