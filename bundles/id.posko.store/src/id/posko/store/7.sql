-- The office's calendar, as its text in parts.
create table calendar_part (
	part_no numeric(9) not null,
	text_part varchar(4000) not null,
	constraint calendar_part_pk primary key (part_no)
);

-- Tickets. device_id follows a device that is renamed; cause_site and cause_name say how it was called. Standard times
-- are in nanoseconds of office time. revision is the number of acts: who moves a ticket says which one he saw.
create table ticket (
	id numeric(18) not null,
	kind varchar(30) not null,
	site_code varchar(16) not null,
	device_id numeric(18),
	cause_site varchar(16),
	cause_name varchar(400),
	title varchar(800) not null,
	opened_by varchar(160) not null,
	opened_at timestamp not null,
	contact_within numeric(18) not null,
	answer_within numeric(18) not null,
	queue_within numeric(18) not null,
	repair_within numeric(18) not null,
	status varchar(12) not null,
	revision numeric(9) not null,
	constraint ticket_pk primary key (id)
);

create index ticket_of_status on ticket (status);
create index ticket_of_device on ticket (device_id);

create table ticket_link (
	ticket_id numeric(18) not null,
	link_no numeric(9) not null,
	kind varchar(12) not null,
	target varchar(4000),
	constraint ticket_link_pk primary key (ticket_id, link_no),
	constraint ticket_link_of foreign key (ticket_id) references ticket (id)
);

-- Only added to.
create table ticket_act (
	ticket_id numeric(18) not null,
	act_no numeric(9) not null,
	acted_at timestamp not null,
	acted_by varchar(160) not null,
	act varchar(30) not null,
	constraint ticket_act_pk primary key (ticket_id, act_no),
	constraint ticket_act_of foreign key (ticket_id) references ticket (id)
);

-- What an act says, in parts; act 0 is the ticket's own text.
create table ticket_text (
	ticket_id numeric(18) not null,
	act_no numeric(9) not null,
	part_no numeric(9) not null,
	text_part varchar(4000) not null,
	constraint ticket_text_pk primary key (ticket_id, act_no, part_no),
	constraint ticket_text_of foreign key (ticket_id) references ticket (id)
);

insert into last_id (entity, id) values ('ticket', 0);
