-- The picture that a person took of a counter: SHA-256 of its file and the file's ending.
alter table counter_reading add photo varchar(80);
