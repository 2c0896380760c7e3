-- Runs of reference solutions, which learners compare their own with. They are no attempts of anybody.
create table reference_run (
	id uuid primary key,
	exercise varchar(100) not null,
	version int not null,
	language varchar(20) not null,
	solution char(64) not null,
	seed bigint not null,
	round int not null,
	status varchar(10) not null,
	attempts int not null,
	interruptions int not null,
	attempt_token uuid,
	trace blob,
	finished_at timestamp(6) with time zone,
	unique (exercise, version, language, solution, seed)
);
