-- Events that learners keep to try their code with.
create table own_event (
	id uuid primary key,
	exercise varchar(100) not null,
	name varchar(60) not null,
	target varchar(255) not null,
	event clob not null,
	saved_at timestamp(6) with time zone not null,
	unique (exercise, name)
);
