-- Outages that somebody knows of.
create table device_ack (
	device_id numeric(18) not null,
	acked_by varchar(400),
	note varchar(4000),
	acked_at timestamp not null,
	ends_at timestamp not null,
	constraint device_ack_pk primary key (device_id)
);

-- Quantities day by day, in thousandths of their unit; a day begins at midnight of no particular zone.
create table device_day (
	device_id numeric(18) not null,
	quantity varchar(60) not null,
	day_start timestamp not null,
	thousandths numeric(18) not null,
	constraint device_day_pk primary key (device_id, quantity, day_start)
);
-- The newest of all devices' changes are read first, page by page.
create index device_transition_at on device_transition (began_at, id);
