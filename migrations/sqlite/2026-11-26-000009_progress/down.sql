DROP TABLE plan_versions;
DROP TABLE plan_comments;
DROP TABLE plan_drafts;
DROP TABLE closed_consultations;
DROP TABLE reply_versions;
DROP TABLE reply_entries;
DROP TABLE action_changes;
DROP TABLE measurements;
