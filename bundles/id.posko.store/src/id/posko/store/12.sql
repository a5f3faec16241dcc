-- Runs of backups. ended_at is empty while one runs.
create table backup_run (
	id numeric(18) not null,
	definition varchar(40) not null,
	began_by varchar(160) not null,
	began_at timestamp not null,
	ended_at timestamp,
	took numeric(18),
	exit_code numeric(9),
	last_line varchar(4000),
	grade varchar(12),
	constraint backup_run_pk primary key (id)
);

create index backup_run_definition on backup_run (definition);

create table backup_file (
	run_id numeric(18) not null,
	file_no numeric(9) not null,
	origin varchar(4000) not null,
	place varchar(4000),
	byte_count numeric(18) not null,
	digest varchar(64),
	is_removed numeric(1) not null,
	modified_at timestamp not null,
	constraint backup_file_pk primary key (run_id, file_no),
	constraint backup_file_of foreign key (run_id) references backup_run (id)
);

-- Only added to.
create table backup_drill (
	run_id numeric(18) not null,
	drill_no numeric(9) not null,
	drilled_by varchar(160) not null,
	took numeric(18) not null,
	exit_code numeric(9) not null,
	last_line varchar(4000),
	grade varchar(12) not null,
	drilled_at timestamp not null,
	constraint backup_drill_pk primary key (run_id, drill_no),
	constraint backup_drill_of foreign key (run_id) references backup_run (id)
);

-- Why a run (drill_no 0) or a drill is judged as it is.
create table backup_reason (
	run_id numeric(18) not null,
	drill_no numeric(9) not null,
	reason_no numeric(9) not null,
	code varchar(40) not null,
	arguments varchar(4000),
	constraint backup_reason_pk primary key (run_id, drill_no, reason_no),
	constraint backup_reason_of foreign key (run_id) references backup_run (id)
);

insert into last_id (entity, id) values ('backup_run', 0);
