create table submission (
	id uuid primary key,
	number bigint generated always as identity unique,
	exercise varchar(100) not null,
	language varchar(20) not null,
	form uuid not null,
	hash char(64) not null,
	received_at timestamp(6) with time zone not null,
	unique (form, exercise, language, hash)
);

create index submission_latest on submission (exercise, language, number desc);

create table submission_file (
	submission uuid not null references submission,
	path varchar(200) not null,
	content blob not null,
	primary key (submission, path)
);

create table rejected_upload (
	id uuid primary key,
	number bigint generated always as identity unique,
	exercise varchar(100) not null,
	language varchar(40) not null,
	rule varchar(40) not null,
	message varchar(2000) not null,
	received_at timestamp(6) with time zone not null
);

create index rejected_upload_latest on rejected_upload (exercise, number desc);

create table rejected_file (
	rejection uuid not null references rejected_upload on delete cascade,
	position int not null,
	name varchar(300) not null,
	content blob not null,
	primary key (rejection, position)
);
