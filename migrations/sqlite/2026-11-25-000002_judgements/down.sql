DROP TABLE next_answers;
DROP TABLE judgements;
ALTER TABLE code_frames DROP COLUMN wanted;
ALTER TABLE themes DROP COLUMN parent;
