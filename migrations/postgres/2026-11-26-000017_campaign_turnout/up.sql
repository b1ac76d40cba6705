-- What a campaign shows of who took part. A number stays until enough more people are in it, so that two days tell nobody's
-- answer. Empty at first: what is shown next is shown as if for the first time.
CREATE TABLE campaign_turnout (
    campaign  TEXT NOT NULL,
    kind      TEXT NOT NULL,
    group_key TEXT NOT NULL,
    people    BIGINT NOT NULL,
    PRIMARY KEY (campaign, kind, group_key)
);
