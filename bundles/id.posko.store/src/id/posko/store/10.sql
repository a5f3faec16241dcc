-- Media that have a passport, by the token that stands on them.
create table medium (
	token varchar(40) not null,
	volume_number varchar(64),
	label varchar(400),
	entry_count numeric(9) not null,
	constraint medium_pk primary key (token)
);

-- Only added to.
create table medium_entry (
	token varchar(40) not null,
	entry_no numeric(9) not null,
	acted_by varchar(160) not null,
	event varchar(12) not null,
	place varchar(400),
	holder varchar(400),
	byte_count numeric(18) not null,
	took_ns numeric(18) not null,
	error_count numeric(9) not null,
	acted_at timestamp not null,
	constraint medium_entry_pk primary key (token, entry_no),
	constraint medium_entry_fk foreign key (token) references medium (token)
);
