-- parent is the key of the theme above, empty for the topmost ones.
ALTER TABLE themes ADD COLUMN parent TEXT NOT NULL DEFAULT '';

-- wanted says that an officer has asked the machine to learn now.
ALTER TABLE code_frames ADD COLUMN wanted BOOLEAN NOT NULL DEFAULT FALSE;

-- An officer's whole word on an answer in a code frame, so that "no theme" is a judgement too. The identifier is
-- new with each saving, so that learnt belongs to what was learnt and not to what was said after. suggested, kept
-- and added count topmost themes when the answer was first judged; in_turn where the machine chose the answer.
CREATE TABLE judgements (
    id        INTEGER PRIMARY KEY NOT NULL,
    frame_id  BIGINT NOT NULL REFERENCES code_frames (id) ON DELETE CASCADE,
    answer_id BIGINT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    officer   TEXT NOT NULL,
    in_turn   BOOLEAN NOT NULL,
    suggested INTEGER NOT NULL,
    kept      INTEGER NOT NULL,
    added     INTEGER NOT NULL,
    learnt    BOOLEAN NOT NULL,
    UNIQUE (frame_id, answer_id)
);
CREATE INDEX judgements_answer ON judgements (answer_id);

-- Answers to judge next, chosen when the machine last learnt.
CREATE TABLE next_answers (
    frame_id  BIGINT NOT NULL REFERENCES code_frames (id) ON DELETE CASCADE,
    place     INTEGER NOT NULL,
    answer_id BIGINT NOT NULL REFERENCES answers (id) ON DELETE CASCADE,
    PRIMARY KEY (frame_id, place)
) WITHOUT ROWID;
CREATE INDEX next_answers_answer ON next_answers (answer_id);
