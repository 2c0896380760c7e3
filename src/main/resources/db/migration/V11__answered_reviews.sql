-- Reviews that were a question: how the first answer was. Each is counted once, however often it is sent.
create table answered_review (
	exercise varchar(100) not null,
	nth int not null,
	question varchar(40) not null,
	passed boolean not null,
	answered_at timestamp(6) with time zone not null,
	primary key (exercise, nth)
);
