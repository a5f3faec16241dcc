-- What a NID Scheduler's counter showed, office by office.
create table counter_reading (
	site_digits varchar(12) not null,
	read_at timestamp not null,
	counted numeric(18) not null,
	running_since timestamp,
	backlog numeric(18),
	reader varchar(400),
	constraint counter_reading_pk primary key (site_digits, read_at)
);

-- Runs of the SOP of sending online: they stay, for they are records. Durations are in nanoseconds.
create table sop_run (
	id numeric(18) not null,
	site_digits varchar(12) not null,
	office varchar(400),
	began_at timestamp not null,
	took numeric(18) not null,
	constraint sop_run_pk primary key (id)
);

create index sop_run_of on sop_run (site_digits, began_at);

create table sop_step (
	run_id numeric(18) not null,
	step_no numeric(2) not null,
	asked_from varchar(400) not null,
	asked_of varchar(400),
	state varchar(12) not null,
	cause_code varchar(60) not null,
	cause_arguments varchar(4000),
	method varchar(400) not null,
	responder varchar(1040),
	round_trip numeric(18),
	began_at timestamp not null,
	took numeric(18) not null,
	constraint sop_step_pk primary key (run_id, step_no),
	constraint sop_step_run foreign key (run_id) references sop_run (id)
);

create table sop_remark (
	run_id numeric(18) not null,
	step_no numeric(2) not null,
	remark_no numeric(2) not null,
	cause_code varchar(60) not null,
	cause_arguments varchar(4000),
	constraint sop_remark_pk primary key (run_id, step_no, remark_no),
	constraint sop_remark_step foreign key (run_id, step_no) references sop_step (run_id, step_no)
);

insert into last_id (entity, id) values ('sop_run', 0);
