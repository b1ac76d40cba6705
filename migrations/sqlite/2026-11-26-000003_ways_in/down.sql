DROP TABLE ways_in;
