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
