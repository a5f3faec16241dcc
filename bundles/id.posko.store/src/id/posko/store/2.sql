-- How a device is asked: name=value; name=value. No secrets.
alter table device add access_text varchar(4000);
