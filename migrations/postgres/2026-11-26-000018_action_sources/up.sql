-- Where an officer learnt how far an action has got; empty where nobody wrote it down.
ALTER TABLE action_changes ADD COLUMN source TEXT NOT NULL DEFAULT '';
