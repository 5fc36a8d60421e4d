create table parcel (
    name    text    not null,
    version integer not null default 0,
    constraint parcel_pk primary key (name)
);
