DROP TABLE publication_quotes;
DROP TABLE publications;
DROP TABLE approved_quotes;
