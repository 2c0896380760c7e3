create table draft (
	exercise varchar(100) not null,
	language varchar(20) not null,
	revision bigint not null,
	hash char(64) not null,
	saved_at timestamp(6) with time zone not null,
	primary key (exercise, language)
);

create table draft_file (
	exercise varchar(100) not null,
	language varchar(20) not null,
	path varchar(200) not null,
	content blob not null,
	primary key (exercise, language, path),
	foreign key (exercise, language) references draft
);

-- What a draft was, or would have become, where something else has its place.
create table draft_copy (
	id uuid primary key,
	number bigint generated always as identity unique,
	exercise varchar(100) not null,
	language varchar(20) not null,
	reason varchar(12) not null,
	hash char(64) not null,
	kept_at timestamp(6) with time zone not null
);

create index draft_copy_latest on draft_copy (exercise, language, number desc);

create table draft_copy_file (
	copy uuid not null references draft_copy on delete cascade,
	path varchar(200) not null,
	content blob not null,
	primary key (copy, path)
);

-- The revision of the draft that a submission was made from.
alter table submission add column draft_revision bigint;
