-- Names of at most 30 characters, no word that Oracle reserves, NUMERIC, VARCHAR and TIMESTAMP (UTC) alone; a text
-- that is empty is NULL; VARCHAR is four times the characters, for Oracle may count bytes.

create table site (
	digits varchar(12) not null,
	code varchar(16) not null,
	name varchar(400),
	kind varchar(30) not null,
	line varchar(30) not null,
	constraint site_pk primary key (digits)
);

-- id stays with the device when it is renamed, so its history does. A parent is named as it was set by hand.
create table device (
	id numeric(18) not null,
	site_digits varchar(12) not null,
	name varchar(400) not null,
	kind varchar(30) not null,
	address varchar(1040),
	serial_no varchar(240),
	asset_tag varchar(240),
	kit numeric(1) not null,
	parent_site varchar(16),
	parent_name varchar(400),
	notes varchar(4000),
	constraint device_pk primary key (id),
	constraint device_key unique (site_digits, name),
	constraint device_site foreign key (site_digits) references site (digits)
);

-- Whose id a device gets back when its removal is undone.
create table removed_device (
	site_digits varchar(12) not null,
	name varchar(400) not null,
	id numeric(18) not null,
	constraint removed_device_pk primary key (site_digits, name)
);

create table last_id (
	entity varchar(30) not null,
	id numeric(18) not null,
	constraint last_id_pk primary key (entity)
);

insert into last_id (entity, id) values ('device', 0);

-- From here on a device's number stands without a constraint: results stay when their device is removed, and go by
-- age. Durations are in nanoseconds.

create table device_sample (
	device_id numeric(18) not null,
	taken_at timestamp not null,
	check_id varchar(40) not null,
	state varchar(12) not null,
	round_trip numeric(18),
	lost numeric(1) not null
);

create index device_sample_of on device_sample (device_id, taken_at);

create table device_hour (
	device_id numeric(18) not null,
	hour_start timestamp not null,
	answers numeric(9) not null,
	lost numeric(9) not null,
	timed numeric(9) not null,
	shortest numeric(18) not null,
	average numeric(18) not null,
	longest numeric(18) not null,
	constraint device_hour_pk primary key (device_id, hour_start)
);

create table device_transition (
	id numeric(18) not null,
	device_id numeric(18) not null,
	began_at timestamp not null,
	state_before varchar(12) not null,
	state varchar(12) not null,
	cause_code varchar(60) not null,
	cause_arguments varchar(4000),
	method varchar(60) not null,
	responder varchar(1040),
	round_trip numeric(18),
	cut_site varchar(16),
	cut_name varchar(400),
	ends_at timestamp,
	constraint device_transition_pk primary key (id)
);

create index device_transition_of on device_transition (device_id, began_at);

-- Which transition is a device's last.
create table device_last (
	device_id numeric(18) not null,
	transition_id numeric(18) not null,
	constraint device_last_pk primary key (device_id)
);

insert into last_id (entity, id) values ('transition', 0);
