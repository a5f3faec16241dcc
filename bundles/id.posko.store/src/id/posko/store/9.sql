-- Parts that devices need. device_id follows a device that is renamed; site_code and device_name say how it was called.
-- revision is the number of acts: who moves a part says which one he saw.
create table part_needed (
	id numeric(18) not null,
	device_id numeric(18),
	site_code varchar(16) not null,
	device_name varchar(400) not null,
	item varchar(800),
	part varchar(800) not null,
	quantity numeric(9) not null,
	purpose varchar(12) not null,
	reason varchar(2000),
	run_id varchar(40),
	asked_by varchar(160) not null,
	asked_at timestamp not null,
	status varchar(12) not null,
	revision numeric(9) not null,
	constraint part_needed_pk primary key (id)
);

create index part_needed_status on part_needed (status);
create index part_needed_device on part_needed (device_id);
create index part_needed_run on part_needed (run_id);

-- Only added to.
create table part_act (
	part_id numeric(18) not null,
	act_no numeric(9) not null,
	acted_by varchar(160) not null,
	status varchar(12) not null,
	note varchar(2000),
	acted_at timestamp not null,
	constraint part_act_pk primary key (part_id, act_no),
	constraint part_act_of foreign key (part_id) references part_needed (id)
);

insert into last_id (entity, id) values ('part_needed', 0);

-- Audits of an office's devices: what the list had when it began, and what was ticked; to that is only added.
create table stocktake (
	id numeric(18) not null,
	site_code varchar(16) not null,
	begun_by varchar(160) not null,
	begun_at timestamp not null,
	ended_by varchar(160),
	ended_at timestamp,
	tick_count numeric(9) not null,
	constraint stocktake_pk primary key (id)
);

create table stocktake_device (
	stocktake_id numeric(18) not null,
	device_no numeric(9) not null,
	site_code varchar(16) not null,
	device_name varchar(400) not null,
	constraint stocktake_device_pk primary key (stocktake_id, device_no),
	constraint stocktake_device_of foreign key (stocktake_id) references stocktake (id)
);

create table stocktake_tick (
	stocktake_id numeric(18) not null,
	tick_no numeric(9) not null,
	ticked_by varchar(160) not null,
	site_code varchar(16) not null,
	device_name varchar(1200) not null,
	is_found numeric(1) not null,
	ticked_at timestamp not null,
	constraint stocktake_tick_pk primary key (stocktake_id, tick_no),
	constraint stocktake_tick_of foreign key (stocktake_id) references stocktake (id)
);

insert into last_id (entity, id) values ('stocktake', 0);
