DROP TABLE uninvited;
DROP TABLE invited;
DROP TABLE invitations;
DROP TABLE hear_requests;
DROP TABLE outbox;
