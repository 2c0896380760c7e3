-- The hints that were opened in the report of an attempt.
create table opened_hint (
	submission uuid not null references submission,
	check_id varchar(10) not null,
	step int not null,
	opened_at timestamp(6) with time zone not null,
	primary key (submission, check_id, step)
);

-- A review that was begun and is not decided yet: one for each exercise.
create table begun_review (
	exercise varchar(100) primary key,
	language varchar(20) not null,
	check_id varchar(10) not null,
	draft_revision bigint not null,
	begun_at timestamp(6) with time zone not null
);

-- What became of reviews, and the attempt that decided.
create table decided_review (
	submission uuid primary key references submission,
	exercise varchar(100) not null,
	check_id varchar(10) not null,
	passed boolean not null,
	decided_at timestamp(6) with time zone not null
);

create index decided_review_exercise on decided_review (exercise, decided_at);

-- Reviews that the learner put off.
create table postponed_review (
	exercise varchar(100) primary key,
	until_day date not null
);
