-- A survey filled in by hand is a questionnaire; a paper is a vote.
ALTER TABLE paper_entries RENAME TO questionnaire_entries;
ALTER TABLE papers RENAME TO questionnaires;
ALTER TABLE paper_totals RENAME TO questionnaire_totals;
