-- The office's people; the password as Argon2id's text, a post's region as it was written.
create table account (
	account_name varchar(40) not null,
	full_name varchar(400) not null,
	password_hash varchar(400) not null,
	failures numeric(10) not null,
	failed_at timestamp,
	is_active numeric(1) not null,
	constraint account_pk primary key (account_name)
);

create table account_post (
	account_name varchar(40) not null,
	post_no numeric(9) not null,
	role_code varchar(40) not null,
	region varchar(20),
	constraint account_post_pk primary key (account_name, post_no),
	constraint account_post_account foreign key (account_name) references account (account_name)
);

-- What stands last in the journal; one row, none before the first entry.
create table journal_mark (
	entry_no numeric(18) not null,
	entry_hash varchar(64) not null,
	constraint journal_mark_pk primary key (entry_no)
);
