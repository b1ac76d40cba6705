ALTER TABLE action_changes DROP COLUMN source;
