create table grading (
	submission uuid primary key references submission,
	round int not null,
	priority int not null,
	enqueued_at timestamp(6) with time zone not null,
	status varchar(10) not null,
	attempts int not null,
	attempt_token uuid,
	sequence bigint not null,
	outcome varchar(12),
	score int,
	report clob,
	trace blob,
	finished_at timestamp(6) with time zone
);

create index grading_queue on grading (status, priority desc, enqueued_at);

-- The table of db-scheduler 16.
create table scheduled_tasks (
	task_name varchar(100) not null,
	task_instance varchar(100) not null,
	task_data blob,
	execution_time timestamp(6) with time zone not null,
	picked boolean not null,
	picked_by varchar(50),
	last_success timestamp(6) with time zone,
	last_failure timestamp(6) with time zone,
	consecutive_failures int,
	last_heartbeat timestamp(6) with time zone,
	version bigint not null,
	priority int,
	primary key (task_name, task_instance)
);

create index execution_time_idx on scheduled_tasks (execution_time);
create index last_heartbeat_idx on scheduled_tasks (last_heartbeat);
create index priority_execution_time_idx on scheduled_tasks (priority desc, execution_time asc);
