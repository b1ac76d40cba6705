ALTER TABLE questionnaire_totals RENAME TO paper_totals;
ALTER TABLE questionnaires RENAME TO papers;
ALTER TABLE questionnaire_entries RENAME TO paper_entries;
