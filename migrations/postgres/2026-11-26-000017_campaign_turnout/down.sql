DROP TABLE campaign_turnout;
