-- What customers reported of errors. In plain is only who and when; all that they wrote and attached is encrypted for its reference.
-- A customer who is not logged in is nobody's id, so the reference is the key.
create table error_report (
    reference   varchar(16)  not null,
    sequence    bigint       not null generated always as identity,
    customer_id varchar(64),
    app         varchar(64)  not null,
    client_id   varchar(128) not null,
    device_key  varchar(64),
    received_at timestamptz  not null,
    attachments integer      not null,
    content     bytea        not null,
    constraint error_report_pkey primary key (reference),
    constraint error_report_attachments_are_counted check (attachments >= 0)
);

create unique index error_report_newest_first on error_report (sequence desc);
create index error_report_of_customer on error_report (customer_id, received_at) where customer_id is not null;
create index error_report_before_login on error_report (client_id, received_at) where customer_id is null;
create index error_report_of_device on error_report (device_key, received_at) where device_key is not null;
create index error_report_of_app on error_report (app, sequence desc);
create index error_report_by_age on error_report (received_at);

create table error_report_attachment (
    reference varchar(16) not null,
    number    integer     not null,
    type      varchar(8)  not null,
    bytes     integer     not null,
    content   bytea       not null,
    constraint error_report_attachment_pkey primary key (reference, number),
    constraint error_report_attachment_of_report foreign key (reference) references error_report on delete cascade,
    constraint error_report_attachment_number_counts_from_one check (number >= 1),
    constraint error_report_attachment_type_known check (type in ('PNG', 'JPEG', 'TEXT'))
);

-- Who of the staff read what: only added to, and kept longer than the reports.
create table error_report_read (
    reference    varchar(16)  not null,
    read_id      bigint       not null generated always as identity,
    attachment   integer,
    read_by      varchar(128) not null,
    read_by_name varchar(128) not null,
    read_at      timestamptz  not null,
    constraint error_report_read_pkey primary key (reference, read_id)
);

create index error_report_read_by_age on error_report_read (read_at);
