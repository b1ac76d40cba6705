DROP TABLE local_plans;
DROP TABLE none_found;
DROP TABLE evidence;
