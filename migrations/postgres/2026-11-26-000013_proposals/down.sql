DROP TABLE ballot_proposals;
