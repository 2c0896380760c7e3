-- What the reference left in tables, queues and buckets, compressed; none of older runs.
alter table reference_run add column end_state blob;
