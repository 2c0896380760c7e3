-- How often the application ended while it worked at this grading, which is no attempt.
alter table grading add column interruptions int default 0 not null;
