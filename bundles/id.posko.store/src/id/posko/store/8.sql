-- Runs of procedures. A run is the procedure's text that it began with, what it is about, and its acts: to those is
-- only added. act_count is the number of its acts: who adds one counts it up from what he has seen.
create table office_run (
	id numeric(18) not null,
	procedure_id varchar(60) not null,
	started_by varchar(400) not null,
	began_at timestamp not null,
	act_count numeric(9) not null,
	is_over numeric(1) not null,
	constraint office_run_pk primary key (id)
);

create index office_run_open on office_run (is_over, id);

create table run_matter (
	run_id numeric(18) not null,
	subject varchar(20) not null,
	matter varchar(4000) not null,
	constraint run_matter_pk primary key (run_id, subject),
	constraint run_matter_run foreign key (run_id) references office_run (id)
);

-- From 1; text in pieces. Number 0 is no act: its pieces are the procedure.
create table run_act (
	run_id numeric(18) not null,
	act_no numeric(9) not null,
	acted_by varchar(400) not null,
	acted_at timestamp not null,
	constraint run_act_pk primary key (run_id, act_no),
	constraint run_act_run foreign key (run_id) references office_run (id)
);

create table run_piece (
	run_id numeric(18) not null,
	act_no numeric(9) not null,
	piece_no numeric(6) not null,
	piece varchar(4000) not null,
	constraint run_piece_pk primary key (run_id, act_no, piece_no),
	constraint run_piece_run foreign key (run_id) references office_run (id)
);

insert into last_id (entity, id) values ('office_run', 0);
