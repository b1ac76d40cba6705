DROP TABLE paper_totals;
DROP TABLE papers;
DROP TABLE paper_entries;
