-- Reviews that were a question: how the first answer was.
create table answered_review (
	id uuid primary key,
	exercise varchar(100) not null,
	question varchar(40) not null,
	passed boolean not null,
	answered_at timestamp(6) with time zone not null
);

create index answered_review_exercise on answered_review (exercise, answered_at);
