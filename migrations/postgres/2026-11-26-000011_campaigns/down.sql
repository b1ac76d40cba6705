DROP TABLE campaign_lives;
DROP TABLE campaign_posts;
DROP TABLE campaign_tasks;
DROP TABLE campaign_places;
DROP TABLE campaign_targets;
DROP TABLE campaigns;
ALTER TABLE responses DROP COLUMN campaign;
