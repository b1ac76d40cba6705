DROP TABLE campaign_lives;
DROP TABLE campaign_posts;
DROP TABLE campaign_tasks;
DROP TABLE campaign_places;
DROP TABLE campaign_targets;
DROP TABLE campaigns;
DROP INDEX responses_campaign;
ALTER TABLE responses DROP COLUMN campaign;
