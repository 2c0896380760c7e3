-- What was left in tables, queues and buckets, compressed; none of older gradings.
alter table grading add column end_state blob;
