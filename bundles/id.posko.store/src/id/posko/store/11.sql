-- Offline recordings that were brought in: who brought what from where when. recorded_on is the day of the backup (yyyy-mm-dd).
create table arrival (
	arrival_id varchar(40) not null,
	site_code varchar(16) not null,
	source_place varchar(4000) not null,
	medium varchar(400),
	brought_by varchar(800),
	imported_by varchar(160) not null,
	declared_count numeric(18),
	is_bag numeric(1) not null,
	recorded_on varchar(10) not null,
	found_count numeric(18) not null,
	fresh_count numeric(18) not null,
	known_count numeric(18) not null,
	changed_count numeric(18) not null,
	suspicious_count numeric(18) not null,
	left_count numeric(18) not null,
	octet_count numeric(18) not null,
	planned_at timestamp not null,
	constraint arrival_pk primary key (arrival_id)
);

create index arrival_day on arrival (recorded_on);

create table arrival_piece (
	arrival_id varchar(40) not null,
	piece_no numeric(9) not null,
	judged varchar(12) not null,
	octet_count numeric(18) not null,
	source_name varchar(4000) not null,
	target_name varchar(4000),
	content_hash varchar(64) not null,
	constraint arrival_piece_pk primary key (arrival_id, piece_no),
	constraint arrival_piece_of foreign key (arrival_id) references arrival (arrival_id)
);

create index arrival_piece_hash on arrival_piece (content_hash);
create index arrival_piece_length on arrival_piece (octet_count);
