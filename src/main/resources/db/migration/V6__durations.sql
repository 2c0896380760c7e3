-- How long grading took: the next learner is told how long it will take about.
alter table grading add column duration_ms bigint;
